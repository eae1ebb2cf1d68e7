/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"
#include "vac-finding.h"

G_BEGIN_DECLS

GPtrArray *vac_review_check        (VacDocument *document);
GPtrArray *vac_review_list_unshown (VacDocument *document);

GPtrArray *vac_review_check_boards (VacDocument *document);

G_END_DECLS
