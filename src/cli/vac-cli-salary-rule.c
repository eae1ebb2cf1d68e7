/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-salary"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-cli-salary-rule.h"
#include "vac-comparison.h"
#include "vac-entry.h"
#include "vac-level.h"
#include "vac-salary-edit.h"
#include "vac-scenario.h"
#include "vac-survey.h"

/**
 * vac_cli_salary_rule_clear:
 * @self: what the user said
 *
 * Frees what is in it.
 */
void
vac_cli_salary_rule_clear (VacCliSalaryRule *self)
{
  g_strfreev (self->surveys);
  g_free (self->age_rate);
  g_free (self->age_to);
  g_free (self->target);
  g_free (self->factor);
  g_free (self->spread);
  g_free (self->rounding);
  g_free (self->use);
  g_free (self->keep);
}

/**
 * vac_cli_salary_rule_is_given:
 * @self: what the user said
 *
 * Returns: whether any of it changes the posting
 */
gboolean
vac_cli_salary_rule_is_given (const VacCliSalaryRule *self)
{
  return self->surveys != NULL || self->age_rate != NULL || self->age_to != NULL ||
         self->target != NULL || self->factor != NULL || self->spread != NULL ||
         self->rounding != NULL || self->use != NULL || self->keep != NULL;
}

/* As the forms understand it. */
static gboolean
set_typed (VacDocument *document,
           VacNode     *leaf,
           const char  *text,
           GError     **error)
{
  g_auto (VacEntry) entry = { 0 };

  if (!vac_entry_is_for (vac_node_get_field (leaf)))
    return vac_field_accepts (vac_node_get_field (leaf), text, error) &&
           vac_document_set_text (document, leaf, text);

  return vac_entry_read (document, leaf, text, &entry, error) &&
         vac_entry_apply (document, &entry);
}

/* The leaf with the weight of what is called @name. */
static VacNode *
find_weight (VacDocument *document,
             const char  *name)
{
  VacNode *list = vac_document_get (document, VAC_ROLE_SURVEYS);

  if (g_str_equal (name, VAC_SURVEY_OWN))
    return vac_document_get (document, VAC_ROLE_SALARIES_WEIGHT);
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      VacNode *survey = vac_node_get_child (list, i);

      if (vac_node_get_kind (survey) == VAC_KIND_RECORD &&
          vac_survey_is_called (survey, name))
        return vac_node_get (survey, VAC_ROLE_SURVEY_WEIGHT);
    }

  return NULL;
}

/* Those that are not named are not shown. */
static void
clear_weights (VacDocument *document)
{
  VacNode *list = vac_document_get (document, VAC_ROLE_SURVEYS);

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_SALARIES_WEIGHT), "");
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    if (vac_node_get_kind (vac_node_get_child (list, i)) == VAC_KIND_RECORD)
      vac_document_set_text (document,
                             vac_node_get (vac_node_get_child (list, i), VAC_ROLE_SURVEY_WEIGHT),
                             "");
}

static int
choose_surveys (const VacVerb *verb,
                char         **surveys,
                VacDocument   *document)
{
  if (surveys == NULL)
    return VAC_CLI_FINE;
  clear_weights (document);
  for (guint i = 0; surveys[i] != NULL; i++)
    {
      const char *equals = strrchr (surveys[i], '=');
      g_autofree char *name = equals != NULL
                                  ? g_strndup (surveys[i], (gsize) (equals - surveys[i]))
                                  : g_strdup (surveys[i]);
      VacNode *weight = find_weight (document, name);
      g_autoptr (GError) error = NULL;

      if (weight == NULL)
        return vac_cli_misuse (verb, _("There is no survey “%s”."), name);
      if (!set_typed (document, weight, equals != NULL ? equals + 1 : "100", &error))
        return vac_cli_misuse (verb, "--survey: %s", error->message);
    }

  return VAC_CLI_FINE;
}

static int
use_place (const VacVerb *verb,
           const char    *name,
           VacDocument   *document)
{
  g_autoptr (VacComparison) comparison = vac_comparison_new (document);
  g_autoptr (GError) error = NULL;
  guint index;

  if (!vac_comparison_find (comparison, name, &index, &error))
    return vac_cli_misuse (verb, "%s", error->message);
  if (!vac_salary_use_range (document, vac_comparison_get_place (comparison, index)->node, NULL))
    return vac_cli_misuse (verb, _("There is no range for “%s”."), name);

  return VAC_CLI_FINE;
}

static int
keep_scenario (const VacVerb *verb,
               const char    *name,
               VacDocument   *document)
{
  g_autoptr (VacComparison) comparison = vac_comparison_new (document);
  g_autoptr (VacScenarios) scenarios = vac_scenarios_new (document, comparison);
  const VacScenario *scenario = vac_scenarios_find (scenarios, name);

  if (scenario == NULL)
    return vac_cli_misuse (verb, _("There is no scenario “%s”."), name);
  if (!vac_scenario_keep (document, scenario->node))
    return vac_cli_misuse (verb, "%s: %s", scenario->name, scenario->problem);

  return VAC_CLI_FINE;
}

/**
 * vac_cli_salary_rule_apply:
 * @verb: the verb, for messages
 * @self: what the user said
 * @document: a posting
 *
 * Puts it into @document, as the forms of the window would.
 *
 * Returns: %VAC_CLI_FINE, or %VAC_CLI_MISUSED after saying why not
 */
int
vac_cli_salary_rule_apply (const VacVerb          *verb,
                           const VacCliSalaryRule *self,
                           VacDocument            *document)
{
  const struct
  {
    const char *option;
    const char *text;
    VacRole     role;
  } fields[] = {
    { "--age-rate", self->age_rate, VAC_ROLE_AGING_RATE },
    { "--age-to", self->age_to, VAC_ROLE_AGING_TO },
    { "--rule", self->target, VAC_ROLE_RULE_TARGET },
    { "--factor", self->factor, VAC_ROLE_RULE_FACTOR },
    { "--spread", self->spread, VAC_ROLE_RULE_SPREAD },
    { "--round", self->rounding, VAC_ROLE_RULE_ROUNDING },
  };
  int status = choose_surveys (verb, self->surveys, document);

  for (guint i = 0; status == VAC_CLI_FINE && i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GError) error = NULL;

      if (fields[i].text != NULL &&
          !set_typed (document, vac_document_get (document, fields[i].role), fields[i].text,
                      &error))
        status = vac_cli_misuse (verb, "%s: %s", fields[i].option,
                                 error != NULL ? error->message : fields[i].text);
    }
  if (status == VAC_CLI_FINE && self->use != NULL)
    status = use_place (verb, self->use, document);
  if (status == VAC_CLI_FINE && self->keep != NULL)
    status = keep_scenario (verb, self->keep, document);

  return status;
}

static void
explain (const char *title,
         const char *id,
         const char *explanation)
{
  g_auto (GStrv) lines = g_strsplit (explanation, "\n", -1);

  g_print ("%s (%s)\n", title, id);
  for (guint i = 0; lines[i] != NULL; i++)
    g_print ("  %s\n", lines[i]);
}

/**
 * vac_cli_salary_explain:
 *
 * Prints what each column is and how it is computed.
 */
void
vac_cli_salary_explain (void)
{
  g_autofree char *progression = vac_pay_levels_explain_progression ();
  g_autofree char *inside = vac_scenario_figure_explain (VAC_SCENARIO_INSIDE);
  g_autofree char *over_base =
    g_strdup_printf ("%s\n%s", _("How much more or less a place pays than the base, as an amount "
                                 "and in percent."),
                     _("midpoint − base’s midpoint; midpoint ÷ base’s midpoint − 1"));

  for (VacFact fact = 0; fact < VAC_N_FACTS; fact++)
    {
      g_autofree char *text = vac_fact_explain (fact);

      explain (vac_fact_get_title (fact), vac_fact_get_id (fact), text);
    }
  explain (_("Difference to the base"), "over-base", over_base);
  explain (vac_pay_levels_get_progression_title (), "midpoint-progression", progression);
  explain (vac_scenario_figure_get_title (VAC_SCENARIO_INSIDE),
           vac_scenario_figure_get_id (VAC_SCENARIO_INSIDE), inside);
}
