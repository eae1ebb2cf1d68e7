/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"
#include "vac-range.h"

G_BEGIN_DECLS

/**
 * VAC_COMPARISON_FEWEST:
 *
 * How many places side by side are a comparison.
 */
#define VAC_COMPARISON_FEWEST 2

/**
 * VAC_COMPARISON_MOST:
 *
 * How many places fit side by side.
 */
#define VAC_COMPARISON_MOST 8

/**
 * VacFact:
 * @VAC_FACT_NAME: the place
 * @VAC_FACT_MINIMUM: an amount
 * @VAC_FACT_MAXIMUM: an amount
 * @VAC_FACT_MIDPOINT: an amount
 * @VAC_FACT_SPREAD: (maximum − minimum) / minimum, in tenths of a percent
 * @VAC_FACT_OVER_NATIONAL: midpoint less the national midpoint, an amount
 * @VAC_FACT_OVER_NATIONAL_SHARE: the same in tenths of a percent of the national midpoint
 * @VAC_FACT_POSTING: where the posting's own range lies against the place's; as a number, the
 *   posting's midpoint less the place's
 * @VAC_FACT_PRICE_INDEX: cost of living, in hundredths of a point, the nation being 100
 * @VAC_FACT_NATIONAL_DOLLARS: what the midpoint buys at national prices, an amount
 * @VAC_FACT_NOTE: text
 *
 * What a comparison says about a place, in the order of the table's columns.
 */
typedef enum
{
  VAC_FACT_NAME,
  VAC_FACT_MINIMUM,
  VAC_FACT_MAXIMUM,
  VAC_FACT_MIDPOINT,
  VAC_FACT_SPREAD,
  VAC_FACT_OVER_NATIONAL,
  VAC_FACT_OVER_NATIONAL_SHARE,
  VAC_FACT_POSTING,
  VAC_FACT_PRICE_INDEX,
  VAC_FACT_NATIONAL_DOLLARS,
  VAC_FACT_NOTE,
  VAC_N_FACTS
} VacFact;

/**
 * VacMark:
 * @VAC_MARK_NONE: neither, or what has no order
 * @VAC_MARK_HIGHEST: no other place has a higher figure
 * @VAC_MARK_LOWEST: no other place has a lower figure
 */
typedef enum
{
  VAC_MARK_NONE,
  VAC_MARK_HIGHEST,
  VAC_MARK_LOWEST,
} VacMark;

/**
 * VacComparedPlace:
 * @node: the place in the document
 * @name: its name
 * @note: its note
 * @range: what is paid there, not known when vac_pay_range_is_known() says so
 * @ends: of a range that is not known, what is written down of it, each end 0 when it is not: one
 *   end alone is no range, but it is shown
 * @price_index: in hundredths of a point, 0 when there is none
 * @placement: where the posting's own range lies against @range
 */
typedef struct
{
  VacNode          *node;
  char             *name;
  char             *note;
  VacPayRange       range;
  VacPayRange       ends;
  gint64            price_index;
  VacRangePlacement placement;
} VacComparedPlace;

typedef struct _VacComparison VacComparison;

VacComparison          *vac_comparison_new             (VacDocument         *document);
void                    vac_comparison_free            (VacComparison       *self);

gint64                  vac_comparison_get_year        (VacComparison       *self);
const char             *vac_comparison_get_currency    (VacComparison       *self);
const char             *vac_comparison_get_language    (VacComparison       *self);
const char             *vac_comparison_get_source      (VacComparison       *self);
VacPayPeriod            vac_comparison_get_period      (VacComparison       *self);
VacPayPeriod            vac_comparison_get_assumed     (VacComparison       *self);
VacMoney                vac_comparison_get_step        (VacComparison       *self);
guint                   vac_comparison_get_decimals    (VacComparison       *self);
const VacPayRange      *vac_comparison_get_national    (VacComparison       *self);
const VacPayRange      *vac_comparison_get_posting     (VacComparison       *self);

guint                   vac_comparison_get_n_places    (VacComparison       *self);
const VacComparedPlace *vac_comparison_get_place       (VacComparison       *self,
                                                        guint                index);
gboolean                vac_comparison_find            (VacComparison       *self,
                                                        const char          *name,
                                                        guint               *index,
                                                        GError             **error);
void                    vac_comparison_sort            (VacComparison       *self,
                                                        VacFact              fact,
                                                        gboolean             descending);
gboolean                vac_comparison_keep            (VacComparison       *self,
                                                        const char *const   *names,
                                                        GError             **error);
void                    vac_comparison_keep_nodes      (VacComparison       *self,
                                                        VacNode *const      *nodes,
                                                        guint                n_nodes);
void                    vac_comparison_keep_chosen     (VacComparison       *self,
                                                        VacNode *const      *nodes,
                                                        guint                n_nodes);
gboolean                vac_comparison_set_base_node   (VacComparison       *self,
                                                        VacNode             *node);
gboolean                vac_comparison_set_base        (VacComparison       *self,
                                                        const char          *name,
                                                        GError             **error);
const VacComparedPlace *vac_comparison_get_base        (VacComparison       *self);
void                    vac_comparison_get_extent      (VacComparison       *self,
                                                        VacMoney            *minimum,
                                                        VacMoney            *maximum);

gboolean                vac_compared_place_get_value   (VacComparison          *self,
                                                        const VacComparedPlace *place,
                                                        VacFact                 fact,
                                                        gint64                 *value);
gboolean                vac_comparison_get_value       (VacComparison       *self,
                                                        guint                index,
                                                        VacFact              fact,
                                                        gint64              *value);
gboolean                vac_comparison_get_difference  (VacComparison       *self,
                                                        guint                index,
                                                        VacFact              fact,
                                                        gint64              *difference,
                                                        gint64              *tenths);
VacMark                 vac_comparison_get_mark        (VacComparison       *self,
                                                        guint                index,
                                                        VacFact              fact);

const char             *vac_fact_get_id                (VacFact              fact);
const char             *vac_fact_get_title             (VacFact              fact);
gboolean                vac_fact_is_number             (VacFact              fact);
gboolean                vac_fact_is_amount             (VacFact              fact);
gboolean                vac_fact_from_id               (const char          *id,
                                                        VacFact             *fact);

char                   *vac_comparison_format_amount   (VacComparison       *self,
                                                        VacMoney             amount);
char                   *vac_comparison_format_range    (VacComparison       *self,
                                                        const VacPayRange   *range);
char                   *vac_comparison_add_assumption  (VacComparison       *self,
                                                        const char          *text);
char                   *vac_comparison_format_posting  (VacComparison       *self);
char                   *vac_compared_place_format      (VacComparison          *self,
                                                        const VacComparedPlace *place,
                                                        VacFact                 fact);
char                   *vac_comparison_format          (VacComparison       *self,
                                                        guint                index,
                                                        VacFact              fact);
char                   *vac_comparison_format_difference (VacComparison     *self,
                                                        guint                index,
                                                        VacFact              fact);
char                   *vac_comparison_format_heading  (VacComparison       *self);
char                   *vac_comparison_describe        (VacComparison       *self,
                                                        guint                index);
char                   *vac_pay_range_describe_width   (const VacPayRange   *range,
                                                        const char          *language);

char                   *vac_comparison_to_text         (VacComparison       *self,
                                                        guint                width);
char                   *vac_comparison_to_csv          (VacComparison       *self,
                                                        char                 delimiter);
char                   *vac_comparison_to_json         (VacComparison       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacComparison, vac_comparison_free)

G_END_DECLS
