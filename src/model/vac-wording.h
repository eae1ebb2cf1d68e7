/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

const char *vac_wording_choice       (const char  *language,
                                      VacNode     *choice);
char       *vac_wording_pay_line     (VacDocument *document);
char       *vac_wording_pay_of       (VacDocument *document,
                                      VacNode     *node);
char       *vac_wording_pay_at_share (VacDocument *document);
char       *vac_wording_grade        (VacDocument *document,
                                      VacNode     *grade);
char       *vac_wording_openings     (VacDocument *document);
char       *vac_wording_contract     (VacDocument *document);
char       *vac_wording_weekly_hours (VacDocument *document);
char       *vac_wording_working_time (VacDocument *document);
char       *vac_wording_closing      (VacDocument *document);
char       *vac_wording_start        (VacDocument *document);
char       *vac_wording_licences     (VacDocument *document);
char       *vac_wording_speech       (VacNode     *speech,
                                      const char  *language);
char       *vac_wording_speeches     (VacDocument *document);
char       *vac_wording_contact      (VacDocument *document);
char       *vac_wording_experience   (VacDocument *document);
char       *vac_wording_education    (VacDocument *document);
char       *vac_wording_location     (VacDocument *document,
                                      VacNode     *location);
char       *vac_wording_locations    (VacDocument *document);
char       *vac_wording_areas        (VacDocument *document);
char       *vac_wording_fill         (VacDocument *document,
                                      const char  *text,
                                      GPtrArray   *unfilled);
char       *vac_wording_fill_leaf    (VacDocument *document,
                                      VacNode     *leaf);
char       *vac_wording_fill_parts   (VacDocument *document,
                                      const char  *text,
                                      GArray      *parts,
                                      GPtrArray   *unfilled);
gboolean    vac_wording_needs_pay    (const char  *text);

G_END_DECLS
