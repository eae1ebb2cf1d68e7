/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

const char *vac_review_get_language (VacDocument *document);

G_END_DECLS
