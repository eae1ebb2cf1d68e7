/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-audience.h"
#include "vac-page-setup.h"

G_BEGIN_DECLS

/* Columns at which plain text for an email is wrapped (RFC 5322 2.1.1 asks for at most 78). */
#define VAC_EXPORT_MAIL_COLUMNS 78

/**
 * VacExportOptions:
 * @audience: whom the posting is for; a subject that is for the team alone stays so
 * @columns: of plain text: where lines are wrapped; 0 for one line a paragraph, as forms want it
 * @page_setup: (nullable): the paper of formats that have pages; %NULL for the sheet that
 *   vac_page_setup_get_default() names
 * @places: (nullable) (element-type VacNode): the places that the comparison of salaries holds, in
 *   this order; %NULL, or none that is still there, for all
 * @base: (nullable): the place that those are compared with
 *
 * What a user may choose of a subject and of a format. All pointers are borrowed.
 */
typedef struct
{
  VacAudience         audience;
  guint               columns;
  const VacPageSetup *page_setup;
  GPtrArray          *places;
  VacNode            *base;
} VacExportOptions;

extern const VacExportOptions vac_export_defaults;

VacPageSetup vac_export_options_get_page_setup (const VacExportOptions *self,
                                                const char             *language);

G_END_DECLS
