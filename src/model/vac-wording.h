/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

const char *vac_wording_choice     (const char  *language,
                                    VacNode     *choice);
char       *vac_wording_pay_line   (VacDocument *document);
char       *vac_wording_experience (VacDocument *document);
char       *vac_wording_education  (VacDocument *document);
char       *vac_wording_locations  (VacDocument *document);
char       *vac_wording_fill       (VacDocument *document,
                                    const char  *text,
                                    GPtrArray   *unfilled);
gboolean    vac_wording_needs_pay  (const char  *text);

G_END_DECLS
