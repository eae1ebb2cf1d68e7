/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-survey"

#include "config.h"

#include "vac-date.h"
#include "vac-phrase.h"
#include "vac-survey-private.h"

#define MONTHS_A_YEAR 12
#define DEFAULT_WEIGHT 100

static void
clear_survey (gpointer data)
{
  VacSurvey *survey = data;

  g_clear_object (&survey->node);
  g_free (survey->title);
  g_free (survey->currency);
}

/* "Name, edition", or what there is of both. */
static char *
make_title (VacNode *node)
{
  const char *name = vac_node_get_member_text (node, VAC_ROLE_SURVEY_NAME);
  const char *edition = vac_node_get_member_text (node, VAC_ROLE_SURVEY_EDITION);

  if (*name == '\0')
    name = vac_node_get_member_text (node, VAC_ROLE_SURVEY_ID);

  return *edition == '\0' ? g_strdup (name)
         : *name == '\0'  ? g_strdup (edition)
                          : g_strdup_printf ("%s, %s", name, edition);
}

/* A rate without its date is none: nobody could check it. */
static void
read_currency (VacSurveys *self,
               VacSurvey  *survey)
{
  const char *own = vac_node_get_member_text (survey->node, VAC_ROLE_SURVEY_CURRENCY);
  const char *date = vac_node_get_member_text (survey->node, VAC_ROLE_SURVEY_RATE_DATE);
  VacMoney rate = 0;

  survey->currency = g_strdup (*own != '\0' ? own : self->currency);
  survey->usable = *own == '\0' || *self->currency == '\0' || g_str_equal (own, self->currency);
  if (survey->usable)
    return;
  survey->usable = vac_node_get_member_money (survey->node, VAC_ROLE_SURVEY_RATE, &rate) &&
                   rate > 0 && *date != '\0';
  survey->rate = survey->usable ? rate : 0;
}

static void
add_survey (VacSurveys *self,
            VacNode    *node)
{
  VacSurvey survey = { .node = g_object_ref (node), .title = make_title (node),
                       .period = self->period };

  read_currency (self, &survey);
  vac_pay_period_from_id (vac_node_get_member_text (node, VAC_ROLE_SURVEY_PERIOD), &survey.period);
  if (!vac_node_get_member_integer (node, VAC_ROLE_SURVEY_HOURS, &survey.hours))
    survey.hours = vac_pay_period_get_per_year (VAC_PAY_PERIOD_HOUR);
  survey.dated = vac_date_from_iso (vac_node_get_member_text (node, VAC_ROLE_SURVEY_EFFECTIVE),
                                    &survey.effective);
  vac_node_get_member_integer (node, VAC_ROLE_SURVEY_WEIGHT, &survey.weight);
  survey.weight = CLAMP (survey.weight, 0, DEFAULT_WEIGHT);
  survey.hours = MAX (survey.hours, 1);
  g_array_append_val (self->surveys, survey);
}

/* The figures that stand with the places, all there is until a survey has a weight. */
static void
add_own (VacSurveys *self)
{
  const char *language = vac_document_get_text (self->document, VAC_ROLE_LANGUAGE);
  VacSurvey own = { .title = g_strdup (vac_phrase_get (language, VAC_PHRASE_OWN_FIGURES)),
                    .currency = g_strdup (self->currency), .period = self->period,
                    .hours = vac_pay_period_get_per_year (VAC_PAY_PERIOD_HOUR), .usable = TRUE };

  vac_node_get_integer (vac_document_get (self->document, VAC_ROLE_SALARIES_WEIGHT), &own.weight);
  own.weight = CLAMP (own.weight, 0, DEFAULT_WEIGHT);
  g_array_append_val (self->surveys, own);
}

static void
read_aging (VacSurveys *self)
{
  VacNode *aging = vac_document_get (self->document, VAC_ROLE_AGING);
  VacMoney rate = 0;

  if (vac_node_get_member_money (aging, VAC_ROLE_AGING_RATE, &rate) && rate > 0 &&
      vac_date_from_iso (vac_node_get_member_text (aging, VAC_ROLE_AGING_TO), &self->aged_to))
    self->rate = rate;
}

/**
 * vac_surveys_new:
 * @document: a posting
 *
 * Reads what the salary table of @document says of its sources, as it is now; later edits do not
 * reach it. The first survey is the table's own: the figures that stand with the places themselves.
 *
 * Returns: (transfer full): the surveys
 */
VacSurveys *
vac_surveys_new (VacDocument *document)
{
  VacSurveys *self;
  VacNode *list;
  gboolean any = FALSE;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  self = g_new0 (VacSurveys, 1);
  self->document = g_object_ref (document);
  self->surveys = g_array_new (FALSE, FALSE, sizeof (VacSurvey));
  g_array_set_clear_func (self->surveys, clear_survey);
  self->currency = g_strdup (vac_document_get_text (document, VAC_ROLE_SALARIES_CURRENCY));
  vac_pay_period_from_id (vac_document_get_text (document, VAC_ROLE_SALARIES_PERIOD),
                          &self->period);
  self->step = self->period == VAC_PAY_PERIOD_HOUR ? vac_money_get_step (self->currency)
                                                   : VAC_MONEY_ONE;
  read_aging (self);
  add_own (self);
  list = vac_document_get (document, VAC_ROLE_SURVEYS);
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    if (vac_node_get_kind (vac_node_get_child (list, i)) == VAC_KIND_RECORD)
      add_survey (self, vac_node_get_child (list, i));
  for (guint i = 1; i < self->surveys->len; i++)
    any |= vac_surveys_get (self, i)->weight > 0;
  if (!any)
    g_array_index (self->surveys, VacSurvey, 0).weight = DEFAULT_WEIGHT;
  for (guint i = 0; i < self->surveys->len; i++)
    self->n_shown += vac_surveys_get (self, i)->weight > 0;

  return self;
}

/**
 * vac_surveys_choose:
 * @self: surveys
 * @name: the id or the name of a survey; %VAC_SURVEY_OWN for the table's own figures
 *
 * Shows that survey alone.
 *
 * Returns: whether there is one; otherwise nothing changes
 */
gboolean
vac_surveys_choose (VacSurveys *self,
                    const char *name)
{
  guint chosen;

  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  chosen = g_str_equal (name, VAC_SURVEY_OWN) ? 0 : 1;
  while (chosen > 0 && chosen < self->surveys->len &&
         !vac_survey_is_called (vac_surveys_get (self, chosen)->node, name))
    chosen++;
  if (chosen == self->surveys->len)
    return FALSE;
  for (guint i = 0; i < self->surveys->len; i++)
    g_array_index (self->surveys, VacSurvey, i).weight = i == chosen ? DEFAULT_WEIGHT : 0;
  self->n_shown = 1;

  return TRUE;
}

/**
 * vac_surveys_free:
 * @self: (transfer full) (nullable): surveys
 *
 * Frees @self.
 */
void
vac_surveys_free (VacSurveys *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->surveys);
  g_object_unref (self->document);
  g_free (self->currency);
  g_free (self);
}

/**
 * vac_surveys_get_n:
 * @self: surveys
 *
 * Returns: how many there are, the table's own figures included
 */
guint
vac_surveys_get_n (VacSurveys *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->surveys->len;
}

/**
 * vac_surveys_get:
 * @self: surveys
 * @index: which; 0 is the table's own figures
 *
 * Returns: (transfer none): the survey
 */
const VacSurvey *
vac_surveys_get (VacSurveys *self,
                 guint       index)
{
  g_return_val_if_fail (self != NULL && index < self->surveys->len, NULL);

  return &g_array_index (self->surveys, VacSurvey, index);
}

/**
 * vac_surveys_is_own:
 * @self: surveys
 *
 * Returns: whether the table shows the figures that stand with the places, and no others
 */
gboolean
vac_surveys_is_own (VacSurveys *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->n_shown == 1 && vac_surveys_get (self, 0)->weight > 0;
}

/**
 * vac_surveys_is_aged:
 * @self: surveys
 *
 * Returns: whether figures of surveys are aged; not unless both a rate and a day are given
 */
gboolean
vac_surveys_is_aged (VacSurveys *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->rate > 0;
}

/**
 * vac_surveys_get_aged_to:
 * @self: surveys that are aged
 *
 * Returns: (transfer none): the day to which they are
 */
const GDate *
vac_surveys_get_aged_to (VacSurveys *self)
{
  g_return_val_if_fail (self != NULL && self->rate > 0, NULL);

  return &self->aged_to;
}

/**
 * vac_surveys_get_rate:
 * @self: surveys
 *
 * Returns: how many percent pay rises in a year, as a decimal; 0 where nothing is aged
 */
VacMoney
vac_surveys_get_rate (VacSurveys *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rate;
}

/**
 * vac_surveys_get_step:
 * @self: surveys
 *
 * Returns: what computed amounts are multiples of: cents of pay by the hour, else whole units
 */
VacMoney
vac_surveys_get_step (VacSurveys *self)
{
  g_return_val_if_fail (self != NULL, VAC_MONEY_ONE);

  return self->step;
}

/**
 * vac_surveys_get_months:
 * @self: surveys
 * @survey: one of them
 *
 * Aging is simple and counts whole months, a twelfth of the yearly rate for each: figure × (1 +
 * rate ÷ 12 × months). That is the custom of those who age survey data to one date; the rule as it
 * stands here is ours.
 *
 * Returns: how many whole months lie between its effective date and the day to which figures are
 *   aged; 0 where nothing is aged
 */
gint64
vac_surveys_get_months (VacSurveys      *self,
                        const VacSurvey *survey)
{
  gint64 months;

  g_return_val_if_fail (self != NULL && survey != NULL, 0);

  if (self->rate == 0 || !survey->dated)
    return 0;
  months = ((gint64) g_date_get_year (&self->aged_to) - g_date_get_year (&survey->effective)) *
               MONTHS_A_YEAR +
           g_date_get_month (&self->aged_to) - g_date_get_month (&survey->effective);
  if (g_date_get_day (&self->aged_to) < g_date_get_day (&survey->effective) &&
      !g_date_is_last_of_month (&self->aged_to))
    months--;

  return MAX (months, 0);
}

static void
append_part (GString    *string,
             const char *language,
             const char *part)
{
  if (*part == '\0')
    return;
  if (string->len > 0)
    g_string_append (string, vac_phrase_get (language, VAC_PHRASE_BETWEEN_FACTS));
  g_string_append (string, part);
}

static void
append_rate (VacSurveys      *self,
             GString         *string,
             const VacSurvey *survey,
             const char      *language)
{
  g_autofree char *rate = NULL;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (survey->rate == 0)
    return;
  rate = vac_money_format_decimal (survey->rate, VAC_MONEY_DIGITS, language);
  date = vac_phrase_date (language,
                          vac_node_get_member_text (survey->node, VAC_ROLE_SURVEY_RATE_DATE));
  text = g_strdup_printf ("1 %s = %s %s (%s)", survey->currency, rate, self->currency, date);
  append_part (string, language, text);
}

/* Whose figures were brought from hours to the period of the table, or to hours. */
static gboolean
assumes_hours (VacSurveys      *self,
               const VacSurvey *survey)
{
  return vac_pay_period_get_assumed (survey->period, self->period) == VAC_PAY_PERIOD_HOUR;
}

static char *
add_hours_and_aging (VacSurveys      *self,
                     const VacSurvey *survey,
                     const char      *text,
                     const char      *language)
{
  g_autofree char *with_hours = NULL;
  g_autofree char *hours = vac_money_format_number (survey->hours, language);
  g_autofree char *rate = NULL;
  g_autofree char *date = NULL;

  with_hours = assumes_hours (self, survey)
                   ? vac_phrase_format (language, VAC_PHRASE_HOURS_A_YEAR, "range", text, "hours",
                                        hours, NULL)
                   : g_strdup (text);
  if (vac_surveys_get_months (self, survey) == 0)
    return g_steal_pointer (&with_hours);
  rate = vac_money_format_percent (vac_scale (self->rate, 10, VAC_MONEY_ONE), FALSE, language);
  date = vac_date_format (&self->aged_to, language);

  return vac_phrase_format (language, VAC_PHRASE_AGED_TO, "figures", with_hours, "date", date,
                            "rate", rate, NULL);
}

/**
 * vac_surveys_describe:
 * @self: surveys
 * @index: which
 *
 * Says where figures come from, in the language of the posting: name and edition, publisher,
 * effective date, link, its weight in a blend, and what was assumed to compare them. The table's
 * own figures are described by the source that the table gives.
 *
 * Returns: (transfer full): the line; "" for own figures without a source
 */
char *
vac_surveys_describe (VacSurveys *self,
                      guint       index)
{
  const VacSurvey *survey = vac_surveys_get (self, index);
  const char *language;
  g_autoptr (GString) string = NULL;
  g_autofree char *date = NULL;

  g_return_val_if_fail (survey != NULL, NULL);

  language = vac_document_get_text (self->document, VAC_ROLE_LANGUAGE);
  string = g_string_new (survey->title);
  if (survey->node == NULL)
    g_string_assign (string, vac_document_get_text (self->document, VAC_ROLE_SALARIES_SOURCE));
  else
    {
      append_part (string, language,
                   vac_node_get_member_text (survey->node, VAC_ROLE_SURVEY_PUBLISHER));
      date = survey->dated ? vac_date_format (&survey->effective, language) : g_strdup ("");
      append_part (string, language, date);
      append_rate (self, string, survey, language);
      append_part (string, language, vac_node_get_member_text (survey->node, VAC_ROLE_SURVEY_URL));
    }
  if (self->n_shown > 1)
    {
      gint64 all = 0;
      g_autofree char *share = NULL;

      for (guint i = 0; i < self->surveys->len; i++)
        all += vac_surveys_get (self, i)->weight;
      share = vac_money_format_percent (vac_scale (survey->weight, 1000, all), FALSE, language);
      append_part (string, language, share);
    }

  return survey->node == NULL ? g_strdup (string->str)
                              : add_hours_and_aging (self, survey, string->str, language);
}

/**
 * vac_survey_is_called:
 * @survey: a survey in the document
 * @name: what somebody calls one
 *
 * Returns: whether that is its id or its name
 */
gboolean
vac_survey_is_called (VacNode    *survey,
                      const char *name)
{
  g_return_val_if_fail (VAC_IS_NODE (survey) && name != NULL, FALSE);

  return *name != '\0' &&
         (g_str_equal (vac_node_get_member_text (survey, VAC_ROLE_SURVEY_ID), name) ||
          g_str_equal (vac_node_get_member_text (survey, VAC_ROLE_SURVEY_NAME), name));
}

/*
 * vac_survey_is_of:
 * @survey: a survey in the document
 * @figure: figures in the document
 *
 * Returns: whether the figures name @survey by its id, or by its name where it has none
 */
gboolean
vac_survey_is_of (VacNode *survey,
                  VacNode *figure)
{
  return vac_survey_is_called (survey, vac_node_get_member_text (figure, VAC_ROLE_FIGURE_SURVEY));
}

/**
 * vac_survey_find:
 * @document: a posting
 * @figure: figures of a survey in it
 *
 * Returns: (transfer none) (nullable): the survey that they are from, %NULL when there is none of
 *   that id or name
 */
VacNode *
vac_survey_find (VacDocument *document,
                 VacNode     *figure)
{
  VacNode *list;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (figure), NULL);

  list = vac_document_get (document, VAC_ROLE_SURVEYS);
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      VacNode *survey = vac_node_get_child (list, i);

      if (vac_node_get_kind (survey) == VAC_KIND_RECORD && vac_survey_is_of (survey, figure))
        return survey;
    }

  return NULL;
}

/**
 * vac_survey_find_term:
 * @document: a posting
 * @leaf: a leaf of it
 * @role: the currency or the period of a survey
 *
 * Returns: (transfer none) (nullable): what the survey that @leaf is a figure of says of that;
 *   %NULL for what is no figure of a survey, and where the survey says nothing
 */
VacNode *
vac_survey_find_term (VacDocument *document,
                      VacNode     *leaf,
                      VacRole      role)
{
  VacNode *figure, *survey;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (leaf), NULL);

  figure = vac_node_get_ancestor (leaf, VAC_ROLE_FIGURE);
  survey = figure != NULL ? vac_survey_find (document, figure) : NULL;

  return survey != NULL && *vac_node_get_member_text (survey, role) != '\0'
             ? vac_node_get (survey, role)
             : NULL;
}
