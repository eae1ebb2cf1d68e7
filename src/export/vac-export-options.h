/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-outline.h"
#include "vac-page-setup.h"

G_BEGIN_DECLS

/* Columns at which plain text for an email is wrapped (RFC 5322 2.1.1 asks for at most 78). */
#define VAC_EXPORT_MAIL_COLUMNS 78

/**
 * VacDifferences:
 * @VAC_DIFFERENCES_BOTH: an amount, and what that is in percent
 * @VAC_DIFFERENCES_AMOUNTS: an amount alone
 * @VAC_DIFFERENCES_PERCENT: percent alone
 *
 * How differences between places are written.
 */
typedef enum
{
  VAC_DIFFERENCES_BOTH,
  VAC_DIFFERENCES_AMOUNTS,
  VAC_DIFFERENCES_PERCENT,
} VacDifferences;

/**
 * VacDrawChart:
 * @chart: a chart
 * @language: (nullable): of the document, as BCP 47
 * @width: how wide it is shown, in points
 *
 * Draws a chart for formats that hold pictures.
 *
 * Returns: (transfer full) (nullable): a PNG of it
 */
typedef GBytes *(*VacDrawChart) (VacChart   *chart,
                                 const char *language,
                                 double      width);

/**
 * VacExportOptions:
 * @audience: whom the posting is for; a subject that is for the team alone stays so
 * @columns: of plain text: where lines are wrapped; 0 for one line a paragraph, as forms want it
 * @page_setup: (nullable): the paper of formats that have pages; %NULL for the sheet that
 *   vac_page_setup_get_default() names
 * @places: (nullable) (element-type VacNode): the places that the comparison of salaries holds, in
 *   this order; %NULL, or none that is still there, for all
 * @design: (nullable): the design that is used in place of the posting's own
 * @base: (nullable): the place that those are compared with
 * @differences: how differences to @base are written
 * @draw_chart: (nullable): who draws charts where a format takes a picture; without one, such a
 *   format has its tables alone. The layer that lays out pages has one for all programs
 * @many: whether others like it are written in the same thread, so that formats may keep what the
 *   next has in common with this one, until another comes or the thread ends
 * @earlier: (nullable): the outline that was made before, whose blocks the next one shares
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
  VacDifferences      differences;
  VacDrawChart        draw_chart;
  gboolean            many;
  VacOutline         *earlier;
  const VacDesign    *design;
} VacExportOptions;

extern const VacExportOptions vac_export_defaults;

VacPageSetup vac_export_options_get_page_setup (const VacExportOptions *self,
                                                const char             *language);

G_END_DECLS
