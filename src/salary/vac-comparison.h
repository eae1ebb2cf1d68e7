/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"
#include "vac-export-options.h"
#include "vac-range.h"
#include "vac-survey.h"

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
 * @VAC_FACT_COMPA_RATIO: the posting's midpoint in tenths of a percent of the place's
 * @VAC_FACT_PENETRATION: how far into the place's range the posting's midpoint lies, in tenths of a
 *   percent
 * @VAC_FACT_CANDIDATE_RATIO: a candidate's figure in tenths of a percent of the place's midpoint
 * @VAC_FACT_CANDIDATE_PENETRATION: how far into the place's range it lies, in tenths of a percent
 * @VAC_FACT_BREAK_EVEN: what buys in the place what the base's midpoint buys there, an amount
 * @VAC_FACT_RULE_MINIMUM: the lower end of the range that the rule makes, an amount
 * @VAC_FACT_RULE_MAXIMUM: its upper end, an amount
 * @VAC_FACT_AREA: text: which area the figures are of, and the price index
 * @VAC_FACT_SOURCES: text: which surveys the figures are of
 * @VAC_FACT_DOUBTS: text: what is doubtful of them
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
  VAC_FACT_COMPA_RATIO,
  VAC_FACT_PENETRATION,
  VAC_FACT_CANDIDATE_RATIO,
  VAC_FACT_CANDIDATE_PENETRATION,
  VAC_FACT_BREAK_EVEN,
  VAC_FACT_RULE_MINIMUM,
  VAC_FACT_RULE_MAXIMUM,
  VAC_FACT_AREA,
  VAC_FACT_SOURCES,
  VAC_FACT_DOUBTS,
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
 * @twice_midpoint: twice the midpoint, which is a survey's median where it has one; 0 for twice the
 *   middle of @range
 * @made: the range that the rule makes; unknown without one
 * @doubts: what is doubtful of the figures
 * @area: (nullable): which area the figures are of
 * @sources: (nullable): which surveys they are of, unless they are the table's own
 * @surveys: a bit for each of the first 64 sources that have a part in them
 */
typedef struct
{
  VacNode          *node;
  char             *name;
  char             *note;
  VacPayRange       range;
  VacPayRange       ends;
  VacMoney          twice_midpoint;
  VacPayRange       made;
  VacDoubts         doubts;
  char             *area;
  char             *sources;
  guint64           surveys;
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
VacMoney                vac_comparison_get_national_twice_midpoint (VacComparison *self);
const char *const      *vac_comparison_get_sources     (VacComparison       *self);
const char *const      *vac_comparison_get_others      (VacComparison       *self);
guint                   vac_comparison_count_sources   (VacComparison       *self);
const char             *vac_comparison_get_rule        (VacComparison       *self);
VacMoney                vac_comparison_get_candidate   (VacComparison       *self);
void                    vac_comparison_set_candidate   (VacComparison       *self,
                                                        VacMoney             candidate);
void                    vac_comparison_set_differences (VacComparison       *self,
                                                        VacDifferences       differences);
VacDifferences          vac_comparison_get_differences (VacComparison       *self);

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

VacMoney                vac_compared_place_get_twice_midpoint (const VacComparedPlace *place);
gboolean                vac_comparison_has_fact        (VacComparison       *self,
                                                        VacFact              fact);
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
const char             *vac_fact_get_explanation       (VacFact              fact);
const char             *vac_fact_get_formula           (VacFact              fact);
char                   *vac_fact_explain               (VacFact              fact);
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
char                   *vac_doubts_format              (VacDoubts            doubts);
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
char                   *vac_comparison_list_places     (VacComparison       *self,
                                                        VacFact              fact);
char                   *vac_comparison_list_without_index (VacComparison    *self);
gboolean                vac_comparison_lacks_puerto_rico (VacComparison     *self);
char                   *vac_pay_range_describe_width   (const VacPayRange   *range,
                                                        const char          *language);

char                   *vac_comparison_to_text         (VacComparison       *self,
                                                        guint                width);
char                   *vac_comparison_to_csv          (VacComparison       *self,
                                                        char                 delimiter);
char                   *vac_comparison_to_json         (VacComparison       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacComparison, vac_comparison_free)

G_END_DECLS
