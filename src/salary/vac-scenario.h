/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-comparison.h"

G_BEGIN_DECLS

/**
 * VacScenario:
 * @node: (nullable): the scenario in the document; %NULL for the posting's present range
 * @name: what it is called, or its number
 * @rule: how its range is made, in the posting's language; "" for the present range
 * @problem: (nullable): why it has no range, in the language of the interface
 * @range: the range, in the currency and the period of the salary table; may be unknown
 *
 * A range that is tried beside the present one.
 */
typedef struct
{
  VacNode     *node;
  char        *name;
  char        *rule;
  char        *problem;
  VacPayRange  range;
} VacScenario;

/**
 * VacScenarioFigure:
 * @VAC_SCENARIO_SPREAD: (maximum − minimum) / minimum, in tenths of a percent
 * @VAC_SCENARIO_INSIDE: how many places' ranges the whole range lies inside of
 * @VAC_SCENARIO_COMPA_RATIO: its midpoint in tenths of a percent of the reference's
 * @VAC_SCENARIO_PENETRATION: how far into the reference's range its midpoint lies, in tenths of a
 *   percent
 * @VAC_SCENARIO_CANDIDATE_RATIO: a candidate's figure in tenths of a percent of its midpoint
 * @VAC_SCENARIO_CANDIDATE_PENETRATION: how far into its range a candidate's figure lies, in tenths
 *   of a percent
 *
 * What is said of a scenario, in the order of the columns.
 */
typedef enum
{
  VAC_SCENARIO_SPREAD,
  VAC_SCENARIO_INSIDE,
  VAC_SCENARIO_COMPA_RATIO,
  VAC_SCENARIO_PENETRATION,
  VAC_SCENARIO_CANDIDATE_RATIO,
  VAC_SCENARIO_CANDIDATE_PENETRATION,
  VAC_N_SCENARIO_FIGURES
} VacScenarioFigure;

typedef struct _VacScenarios VacScenarios;

VacScenarios      *vac_scenarios_new              (VacDocument       *document,
                                                   VacComparison     *comparison);
void               vac_scenarios_free             (VacScenarios      *self);
guint              vac_scenarios_get_n            (VacScenarios      *self);
const VacScenario *vac_scenarios_get              (VacScenarios      *self,
                                                   guint              index);
const VacScenario *vac_scenarios_find             (VacScenarios      *self,
                                                   const char        *name);
const char        *vac_scenarios_get_reference    (VacScenarios      *self);
guint              vac_scenarios_get_n_ranges     (VacScenarios      *self);
gboolean           vac_scenarios_has_figure       (VacScenarios      *self,
                                                   VacScenarioFigure  figure);
gboolean           vac_scenarios_get_value        (VacScenarios      *self,
                                                   guint              index,
                                                   VacScenarioFigure  figure,
                                                   gint64            *value);
char              *vac_scenarios_format_range     (VacScenarios      *self,
                                                   guint              index);
char              *vac_scenarios_format           (VacScenarios      *self,
                                                   guint              index,
                                                   VacScenarioFigure  figure);

const char        *vac_scenario_figure_get_id     (VacScenarioFigure  figure);
const char        *vac_scenario_figure_get_title  (VacScenarioFigure  figure);
char              *vac_scenario_figure_explain    (VacScenarioFigure  figure);

gboolean           vac_scenario_keep              (VacDocument       *document,
                                                   VacNode           *scenario);
gboolean           vac_scenario_discard_all       (VacDocument       *document);

char              *vac_scenarios_to_text          (VacScenarios      *self);
char              *vac_scenarios_to_csv           (VacScenarios      *self,
                                                   char               delimiter);
char              *vac_scenarios_to_json          (VacScenarios      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacScenarios, vac_scenarios_free)

G_END_DECLS
