/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-scenario"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-pay-market.h"
#include "vac-pay-zone.h"
#include "vac-phrase.h"
#include "vac-range-rule.h"
#include "vac-salary-edit.h"
#include "vac-scenario.h"
#include "vac-typed.h"

/* Ranges that are tried beside the present one. They stand in the posting until one is kept, so
 * that trying, keeping and discarding are steps of its history like all else. */

struct _VacScenarios
{
  VacDocument   *document;
  VacComparison *comparison;      /* borrowed */
  VacPayZones   *zones;
  GPtrArray     *scenarios;       /* owned VacScenario, the present range first */
  char          *reference;       /* what midpoints are compared with */
  VacPayRange    reference_range;
  VacMoney       reference_twice;
};

static const VacRole rule_roles[] = {
  VAC_ROLE_SCENARIO_TARGET, VAC_ROLE_SCENARIO_FACTOR, VAC_ROLE_SCENARIO_SPREAD,
  VAC_ROLE_SCENARIO_ROUNDING,
};

static const struct
{
  const char *id;
  const char *title;
  const char *explanation;
  const char *formula;
} figures[] = {
  [VAC_SCENARIO_SPREAD] = { "spread", N_("Spread"), N_("How wide the range is."),
                            N_("(maximum − minimum) ÷ minimum") },
  [VAC_SCENARIO_INSIDE] = { "inside", N_("Inside"),
                            N_("How many of the places’ ranges the whole range lies inside of."),
                            N_("minimum ≥ place’s minimum and maximum ≤ place’s maximum") },
  [VAC_SCENARIO_COMPA_RATIO] = { "compa-ratio", N_("Compa-ratio"),
                                 N_("The range’s midpoint in percent of the one that it is "
                                    "compared with."),
                                 N_("range’s midpoint ÷ midpoint") },
  [VAC_SCENARIO_PENETRATION] = { "range-penetration", N_("Range penetration"),
                                 N_("How far into the range that it is compared with the range’s "
                                    "midpoint lies."),
                                 N_("(range’s midpoint − minimum) ÷ (maximum − minimum)") },
  [VAC_SCENARIO_CANDIDATE_RATIO] = { "candidate-compa-ratio", N_("Candidate’s compa-ratio"),
                                     N_("A candidate’s figure in percent of the range’s midpoint."),
                                     N_("candidate’s figure ÷ range’s midpoint") },
  [VAC_SCENARIO_CANDIDATE_PENETRATION] = { "candidate-range-penetration",
                                           N_("Candidate’s range penetration"),
                                           N_("How far into the range a candidate’s figure lies."),
                                           N_("(candidate’s figure − minimum) ÷ (maximum − "
                                              "minimum)") },
};

static void
scenario_free (gpointer data)
{
  VacScenario *scenario = data;

  g_clear_object (&scenario->node);
  g_free (scenario->name);
  g_free (scenario->rule);
  g_free (scenario->problem);
  g_free (scenario);
}

/* The base, where one was chosen; else what the form of the pay compares with. */
static void
read_reference (VacScenarios *self)
{
  const VacComparedPlace *place = vac_comparison_get_base (self->comparison);
  g_autoptr (VacPayMarket) market = vac_pay_market_new (self->document);
  VacNode *node = vac_pay_market_get_n_places (market) > 0
                      ? vac_pay_market_get_place (market, vac_pay_market_choose (market))->node
                      : NULL;

  for (guint i = 0; place == NULL && i < vac_comparison_get_n_places (self->comparison); i++)
    if (vac_comparison_get_place (self->comparison, i)->node == node)
      place = vac_comparison_get_place (self->comparison, i);
  if (place != NULL)
    {
      self->reference = g_strdup (place->name);
      self->reference_range = place->range;
      self->reference_twice = vac_compared_place_get_twice_midpoint (place);
      return;
    }
  self->reference = g_strdup (_("National range"));
  self->reference_range = *vac_comparison_get_national (self->comparison);
  self->reference_twice = vac_comparison_get_national_twice_midpoint (self->comparison);
}

/* The posting's rule, with what the scenario says otherwise. One that says how far a range reaches
 * makes it around a midpoint. */
static VacRangeRule
read_rule (VacScenarios *self,
           VacNode      *node)
{
  VacRangeRule rule;

  vac_range_rule_read (self->document, &rule);
  vac_range_rule_take (&rule, node, rule_roles);
  if (rule.target == NULL &&
      *vac_node_get_member_text (node, VAC_ROLE_SCENARIO_SPREAD) != '\0')
    rule.target = VAC_TARGET_MIDPOINT;

  return rule;
}

/* "Seattle: Median (OEWS) × 1.00 ± 20%", or "Zone A: National average range × …". */
static char *
describe (VacScenarios       *self,
          const VacPayZone   *zone,
          const char         *place,
          const VacRangeRule *rule,
          VacSurveys         *surveys)
{
  const char *language = vac_comparison_get_language (self->comparison);
  g_autofree char *text = vac_range_rule_describe (rule, surveys,
                                                   vac_comparison_get_currency (self->comparison),
                                                   language);
  const char *colon = vac_phrase_get (language, VAC_PHRASE_COLON);

  return zone != NULL ? g_strconcat (zone->name, colon, vac_pay_zones_get_base_name (self->zones),
                                     ", ", text, NULL)
                      : g_strconcat (place, colon, text, NULL);
}

static void
make_zone_range (VacScenarios     *self,
                 VacScenario      *scenario,
                 const VacPayZone *zone,
                 VacSurveys       *surveys)
{
  VacRangeRule rule = read_rule (self, scenario->node);
  VacMoney percent;

  vac_pay_zones_get_range (self->zones, zone, surveys, &rule, vac_surveys_get_step (surveys),
                           &scenario->range, &percent);
  if (percent == 0)
    scenario->problem = g_strdup_printf (_("The pay zone “%s” makes no range."), zone->name);
  rule.differential = percent;
  scenario->rule = describe (self, zone, NULL, &rule, surveys);
}

static void
make_place_range (VacScenarios *self,
                  VacScenario  *scenario,
                  VacNode      *place,
                  VacSurveys   *surveys)
{
  const gboolean national = vac_node_get_role (place) == VAC_ROLE_NATIONAL;
  const VacRangeRule rule = read_rule (self, scenario->node);
  g_auto (VacMarketFigure) figure = { 0 };

  vac_surveys_read (surveys, place, &figure);
  scenario->range = vac_range_rule_apply (&rule, &figure, vac_surveys_get_step (surveys));
  scenario->rule =
    describe (self, NULL,
              national ? vac_phrase_get (vac_comparison_get_language (self->comparison),
                                         VAC_PHRASE_NATIONAL)
                       : vac_node_get_member_text (place, VAC_ROLE_PLACE_NAME),
              &rule, surveys);
}

static void
make_range (VacScenarios *self,
            VacScenario  *scenario)
{
  const char *place = vac_node_get_member_text (scenario->node, VAC_ROLE_SCENARIO_PLACE);
  const char *zone = vac_node_get_member_text (scenario->node, VAC_ROLE_SCENARIO_ZONE);
  const char *survey = vac_node_get_member_text (scenario->node, VAC_ROLE_SCENARIO_SURVEY);
  g_autoptr (VacSurveys) surveys = vac_surveys_new (self->document);
  const VacPayZone *found = vac_pay_zones_find_called (self->zones, zone);
  VacNode *node = *place != '\0' ? vac_pay_zones_find_place (self->zones, place)
                                 : vac_document_get (self->document, VAC_ROLE_NATIONAL);

  if (*zone != '\0' && *place != '\0')
    scenario->problem = g_strdup (_("A scenario is of a place or of a pay zone, not of both."));
  else if (*zone != '\0' && found == NULL)
    scenario->problem = g_strdup_printf (_("There is no pay zone “%s”."), zone);
  else if (node == NULL)
    scenario->problem = g_strdup_printf (_("There is no place “%s” in the table."), place);
  else if (*survey != '\0' && !vac_surveys_choose (surveys, survey))
    scenario->problem = g_strdup_printf (_("There is no survey “%s”."), survey);
  else if (found != NULL)
    make_zone_range (self, scenario, found, surveys);
  else
    make_place_range (self, scenario, node, surveys);
  if (scenario->problem == NULL && !vac_pay_range_is_known (&scenario->range))
    scenario->problem = g_strdup (_("There are no figures to make this range of, or it is rounded "
                                    "to nothing."));
}

static void
add_scenario (VacScenarios *self,
              VacNode      *node)
{
  VacScenario *scenario = g_new0 (VacScenario, 1);
  const char *name = node != NULL ? vac_node_get_member_text (node, VAC_ROLE_SCENARIO_NAME) : "";

  if (node == NULL)
    {
      scenario->name = g_strdup (_("Present range"));
      scenario->range = *vac_comparison_get_posting (self->comparison);
    }
  else
    {
      scenario->node = g_object_ref (node);
      scenario->name = *name != '\0' ? g_strdup (name)
                                     : g_strdup_printf ("%u", self->scenarios->len);
      make_range (self, scenario);
    }
  if (scenario->rule == NULL)
    scenario->rule = g_strdup ("");
  g_ptr_array_add (self->scenarios, scenario);
}

/**
 * vac_scenarios_new:
 * @document: a posting
 * @comparison: its comparison, which outlives the scenarios; its base is what midpoints are
 *   compared with
 *
 * Reads the scenarios of @document as they are now. Without a base, midpoints are compared with
 * what vac_pay_market_choose() names.
 *
 * Returns: (transfer full): the present range, and after it the scenarios in their order
 */
VacScenarios *
vac_scenarios_new (VacDocument   *document,
                   VacComparison *comparison)
{
  VacScenarios *self;
  VacNode *list;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && comparison != NULL, NULL);

  self = g_new0 (VacScenarios, 1);
  self->document = g_object_ref (document);
  self->comparison = comparison;
  self->zones = vac_pay_zones_new (document);
  self->scenarios = g_ptr_array_new_with_free_func (scenario_free);
  read_reference (self);
  add_scenario (self, NULL);
  list = vac_document_get (document, VAC_ROLE_SCENARIOS);
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    if (vac_node_get_kind (vac_node_get_child (list, i)) == VAC_KIND_RECORD)
      add_scenario (self, vac_node_get_child (list, i));

  return self;
}

/**
 * vac_scenarios_free:
 * @self: (transfer full) (nullable): scenarios
 *
 * Frees @self.
 */
void
vac_scenarios_free (VacScenarios *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->scenarios);
  vac_pay_zones_free (self->zones);
  g_free (self->reference);
  g_object_unref (self->document);
  g_free (self);
}

/**
 * vac_scenarios_get_n:
 * @self: scenarios
 *
 * Returns: how many ranges there are, the present one included
 */
guint
vac_scenarios_get_n (VacScenarios *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->scenarios->len;
}

/**
 * vac_scenarios_get:
 * @self: scenarios
 * @index: which one; 0 is the present range
 *
 * Returns: (transfer none): the scenario
 */
const VacScenario *
vac_scenarios_get (VacScenarios *self,
                   guint         index)
{
  g_return_val_if_fail (self != NULL && index < self->scenarios->len, NULL);

  return g_ptr_array_index (self->scenarios, index);
}

/**
 * vac_scenarios_find:
 * @self: scenarios
 * @name: what one is called; case does not matter
 *
 * Returns: (transfer none) (nullable): the first scenario of that name, never the present range
 */
const VacScenario *
vac_scenarios_find (VacScenarios *self,
                    const char   *name)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  folded = vac_typed_fold (name);
  for (guint i = 1; folded != NULL && i < self->scenarios->len; i++)
    if (vac_typed_equal (folded, vac_scenarios_get (self, i)->name))
      return vac_scenarios_get (self, i);

  return NULL;
}

/**
 * vac_scenarios_get_reference:
 * @self: scenarios
 *
 * Returns: (transfer none): what midpoints are compared with
 */
const char *
vac_scenarios_get_reference (VacScenarios *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->reference;
}

/**
 * vac_scenarios_get_n_ranges:
 * @self: scenarios
 *
 * Returns: how many places of the comparison have a range
 */
guint
vac_scenarios_get_n_ranges (VacScenarios *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < vac_comparison_get_n_places (self->comparison); i++)
    n += vac_pay_range_is_known (&vac_comparison_get_place (self->comparison, i)->range);

  return n;
}

static guint
count_inside (VacScenarios      *self,
              const VacPayRange *range)
{
  guint n = 0;

  for (guint i = 0; i < vac_comparison_get_n_places (self->comparison); i++)
    {
      const VacComparedPlace *place = vac_comparison_get_place (self->comparison, i);

      n += vac_pay_range_place (range, &place->range).position == VAC_RANGE_WITHIN;
    }

  return n;
}

/**
 * vac_scenarios_has_figure:
 * @self: scenarios
 * @figure: a figure
 *
 * Returns: whether a table has room for it: for what is said of a candidate, where there is one
 */
gboolean
vac_scenarios_has_figure (VacScenarios      *self,
                          VacScenarioFigure  figure)
{
  g_return_val_if_fail (self != NULL && figure < VAC_N_SCENARIO_FIGURES, FALSE);

  return (figure != VAC_SCENARIO_CANDIDATE_RATIO && figure != VAC_SCENARIO_CANDIDATE_PENETRATION) ||
         vac_comparison_get_candidate (self->comparison) > 0;
}

/**
 * vac_scenarios_get_value:
 * @self: scenarios
 * @index: which one
 * @figure: what is asked
 * @value: (out): the figure in the unit that #VacScenarioFigure names
 *
 * Returns: whether there is such a figure
 */
gboolean
vac_scenarios_get_value (VacScenarios      *self,
                         guint              index,
                         VacScenarioFigure  figure,
                         gint64            *value)
{
  const VacPayRange *range;
  VacMoney twice;

  g_return_val_if_fail (self != NULL && index < self->scenarios->len && value != NULL, FALSE);

  *value = 0;
  range = &vac_scenarios_get (self, index)->range;
  if (!vac_pay_range_is_known (range))
    return FALSE;
  twice = vac_pay_range_get_twice_midpoint (range);
  switch (figure)
    {
    case VAC_SCENARIO_SPREAD:
      return vac_pay_range_get_spread (range, value);
    case VAC_SCENARIO_INSIDE:
      *value = count_inside (self, range);
      return vac_scenarios_get_n_ranges (self) > 0;
    case VAC_SCENARIO_COMPA_RATIO:
      return vac_pay_range_get_ratio (twice, self->reference_twice, value);
    case VAC_SCENARIO_PENETRATION:
      return vac_pay_range_get_penetration (&self->reference_range, twice, value);
    case VAC_SCENARIO_CANDIDATE_RATIO:
      return vac_pay_range_get_ratio (2 * vac_comparison_get_candidate (self->comparison), twice,
                                      value);
    case VAC_SCENARIO_CANDIDATE_PENETRATION:
      return vac_pay_range_get_penetration (
          range, 2 * vac_comparison_get_candidate (self->comparison), value);
    case VAC_N_SCENARIO_FIGURES:
    default:
      return FALSE;
    }
}

/**
 * vac_scenarios_format_range:
 * @self: scenarios
 * @index: which one
 *
 * Returns: (transfer full): its range: "$120,000 – $180,000"; "" where it is not known
 */
char *
vac_scenarios_format_range (VacScenarios *self,
                            guint         index)
{
  const VacScenario *scenario = vac_scenarios_get (self, index);

  g_return_val_if_fail (scenario != NULL, NULL);

  return vac_pay_range_is_known (&scenario->range)
             ? vac_comparison_format_range (self->comparison, &scenario->range)
             : g_strdup ("");
}

/**
 * vac_scenarios_format:
 * @self: scenarios
 * @index: which one
 * @figure: what is asked
 *
 * Returns: (transfer full): the figure as a reader of the document's language expects it; "" where
 *   there is none
 */
char *
vac_scenarios_format (VacScenarios      *self,
                      guint              index,
                      VacScenarioFigure  figure)
{
  gint64 value;

  g_return_val_if_fail (self != NULL, NULL);

  if (!vac_scenarios_get_value (self, index, figure, &value))
    return g_strdup ("");
  if (figure == VAC_SCENARIO_INSIDE)
    /* Translators: how many ranges of how many: "1 of 8" */
    return g_strdup_printf (_("%u of %u"), (guint) value, vac_scenarios_get_n_ranges (self));

  return vac_money_format_percent (value, FALSE, vac_comparison_get_language (self->comparison));
}

/**
 * vac_scenario_figure_get_id:
 * @figure: a figure
 *
 * Returns: (transfer none): its name in reports
 */
const char *
vac_scenario_figure_get_id (VacScenarioFigure figure)
{
  g_return_val_if_fail (figure < VAC_N_SCENARIO_FIGURES, NULL);

  return figures[figure].id;
}

/**
 * vac_scenario_figure_get_title:
 * @figure: a figure
 *
 * Returns: (transfer none): its heading, in the language of the interface
 */
const char *
vac_scenario_figure_get_title (VacScenarioFigure figure)
{
  g_return_val_if_fail (figure < VAC_N_SCENARIO_FIGURES, NULL);

  return _(figures[figure].title);
}

/**
 * vac_scenario_figure_explain:
 * @figure: a figure
 *
 * Returns: (transfer full): what it is and, on a line of its own, how it is computed, in the
 *   language of the interface
 */
char *
vac_scenario_figure_explain (VacScenarioFigure figure)
{
  g_return_val_if_fail (figure < VAC_N_SCENARIO_FIGURES, NULL);

  return g_strdup_printf ("%s\n%s", _(figures[figure].explanation), _(figures[figure].formula));
}

/* Keeping and discarding */

/* What it says becomes the posting's rule, so that the rule that is printed is that of the pay. */
static gboolean
keep_rule (VacDocument *document,
           VacNode     *scenario)
{
  static const VacRole roles[] = { VAC_ROLE_RULE_TARGET, VAC_ROLE_RULE_FACTOR,
                                   VAC_ROLE_RULE_SPREAD, VAC_ROLE_RULE_ROUNDING };
  VacNode *rule = vac_document_get (document, VAC_ROLE_RULE);
  gboolean done = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const char *text = vac_node_get_member_text (scenario, rule_roles[i]);

      if (*text != '\0')
        done &= vac_document_set_text (document, vac_node_get (rule, roles[i]), text);
    }
  if (*vac_node_get_member_text (rule, VAC_ROLE_RULE_TARGET) == '\0' &&
      *vac_node_get_member_text (scenario, VAC_ROLE_SCENARIO_SPREAD) != '\0')
    done &= vac_document_set_text (document, vac_node_get (rule, VAC_ROLE_RULE_TARGET),
                                   VAC_TARGET_MIDPOINT);

  return done;
}

static gboolean
keep_survey (VacDocument *document,
             VacNode     *scenario)
{
  const char *name = vac_node_get_member_text (scenario, VAC_ROLE_SCENARIO_SURVEY);
  VacNode *list = vac_document_get (document, VAC_ROLE_SURVEYS);
  gboolean done, found = g_str_equal (name, VAC_SURVEY_OWN);

  if (*name == '\0')
    return TRUE;
  done = vac_document_set_text (document, vac_document_get (document, VAC_ROLE_SALARIES_WEIGHT),
                                found ? "100" : "");
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      VacNode *survey = vac_node_get_child (list, i);
      gboolean chosen;

      if (vac_node_get_kind (survey) != VAC_KIND_RECORD)
        continue;
      chosen = !found && vac_survey_is_called (survey, name);
      done &= vac_document_set_text (document, vac_node_get (survey, VAC_ROLE_SURVEY_WEIGHT),
                                     chosen ? "100" : "");
      found |= chosen;
    }

  return done;
}

static gboolean
remove_all (VacDocument *document)
{
  VacNode *list = vac_document_get (document, VAC_ROLE_SCENARIOS);
  gboolean done = TRUE;

  for (guint i = vac_node_get_n_children (list); done && i > 0; i--)
    done = vac_document_remove (document, vac_node_get_child (list, i - 1));

  return done;
}

/**
 * vac_scenario_keep:
 * @document: a posting
 * @scenario: one of its scenarios
 *
 * Makes its range the pay, as vac_salary_set_pay() does, of the place of work that the range is
 * for; what it says of rule and survey becomes the table's. It and the other scenarios are then
 * gone. All of that is one step to undo.
 *
 * Returns: whether it was done; not in a read-only document, and not without a range
 */
gboolean
vac_scenario_keep (VacDocument *document,
                   VacNode     *scenario)
{
  g_autoptr (VacComparison) comparison = NULL;
  g_autoptr (VacScenarios) scenarios = NULL;
  g_autofree char *label = NULL;
  VacPayRange range = { 0, 0 };
  const char *place;
  gboolean done;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (scenario), FALSE);

  comparison = vac_comparison_new (document);
  scenarios = vac_scenarios_new (document, comparison);
  for (guint i = 1; i < vac_scenarios_get_n (scenarios); i++)
    if (vac_scenarios_get (scenarios, i)->node == scenario)
      {
        range = vac_scenarios_get (scenarios, i)->range;
        /* Translators: the name of a scenario */
        label = g_strdup_printf (_("Keep Scenario %s"), vac_scenarios_get (scenarios, i)->name);
      }
  if (vac_document_get_read_only (document) || !vac_pay_range_is_known (&range))
    return FALSE;

  vac_document_begin_step (document, label);
  place = vac_node_get_member_text (scenario, VAC_ROLE_SCENARIO_PLACE);
  done = vac_salary_set_pay (document,
                             *place != '\0' ? vac_salary_find_own_pay (document, place) : NULL,
                             &range) &&
         keep_rule (document, scenario) && keep_survey (document, scenario) &&
         remove_all (document);
  vac_document_end_step (document);

  return done;
}

/**
 * vac_scenario_discard_all:
 * @document: a posting
 *
 * Removes all its scenarios. One step to undo.
 *
 * Returns: whether it was done; not in a read-only document
 */
gboolean
vac_scenario_discard_all (VacDocument *document)
{
  gboolean done;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), FALSE);

  if (vac_document_get_read_only (document))
    return FALSE;
  vac_document_begin_step (document, _("Discard Scenarios"));
  done = remove_all (document);
  vac_document_end_step (document);

  return done;
}
