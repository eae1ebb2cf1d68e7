/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-error"

#include "config.h"

#include "vac-error.h"

G_DEFINE_QUARK (vac-error-quark, vac_error)
