/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

VacDocument *vac_read_document (GBytes      *bytes,
                                GError     **error);

G_END_DECLS
