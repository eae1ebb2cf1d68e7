/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-comparison"

#include "config.h"

#include <string.h>

#include "vac-comparison-private.h"
#include "vac-money.h"
#include "vac-pay-market.h"
#include "vac-phrase.h"
#include "vac-range-rule.h"

/* What a comparison takes from a posting, once. */

/*
 * vac_compared_place_free:
 * @place: (transfer full): a place
 *
 * Frees @place.
 */
void
vac_compared_place_free (VacComparedPlace *place)
{
  g_clear_object (&place->node);
  g_free (place->name);
  g_free (place->note);
  g_free (place->area);
  g_free (place->sources);
  g_free (place);
}

/*
 * vac_compared_place_copy:
 * @place: a place
 *
 * Returns: (transfer full): the same again
 */
VacComparedPlace *
vac_compared_place_copy (const VacComparedPlace *place)
{
  VacComparedPlace *copy = g_new0 (VacComparedPlace, 1);

  *copy = *place;
  copy->node = g_object_ref (place->node);
  copy->name = g_strdup (place->name);
  copy->note = g_strdup (place->note);
  copy->area = g_strdup (place->area);
  copy->sources = g_strdup (place->sources);

  return copy;
}

/* Cents in one amount are cents in all of the table, and in what is computed from it. */
static void
take_amounts (VacComparison     *self,
              const VacPayRange *range)
{
  const VacMoney ends[] = { range->minimum, range->maximum };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    self->decimals = MAX (self->decimals, vac_money_get_decimals (ends[i], self->currency));
  self->step = MIN (self->step, vac_pay_range_get_step (range, self->currency, self->period));
}

/* A median may have cents where the ends have none. */
static void
take_figure (VacComparison         *self,
             const VacMarketFigure *figure)
{
  const VacPayRange median = { 0, figure->statistics[VAC_STATISTIC_MEDIAN] };

  take_amounts (self, &figure->ends);
  take_amounts (self, &median);
}

static void
append_part (GString    *string,
             const char *separator,
             const char *part)
{
  if (*part == '\0')
    return;
  g_string_append_printf (string, "%s%s", string->len > 0 ? separator : "", part);
}

static const char *
get_basis (const VacSurveyShare *share)
{
  return share->basis == VAC_RANGE_BASIS_QUARTILES ? " (P25–P75)"
         : share->basis == VAC_RANGE_BASIS_DECILES ? " (P10–P90)"
                                                   : "";
}

/* Which area each figure is of, once. */
static char *
describe_area (VacComparison         *self,
               VacNode               *node,
               const VacMarketFigure *figure)
{
  const char *index_area = vac_node_get_member_text (node, VAC_ROLE_PLACE_PRICE_INDEX_AREA);
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < figure->shares->len; i++)
    {
      VacNode *record = g_array_index (figure->shares, VacSurveyShare, i).figure;
      g_autoptr (GString) area = g_string_new (NULL);

      if (record == NULL)
        continue;
      append_part (area, " ",
                   vac_phrase_get_choice (self->language,
                                          vac_node_get_member_text (record,
                                                                    VAC_ROLE_FIGURE_AREA_KIND)));
      append_part (area, " ", vac_node_get_member_text (record, VAC_ROLE_FIGURE_AREA_CODE));
      if (strstr (string->str, area->str) == NULL)
        append_part (string, "; ", area->str);
    }
  if (*index_area != '\0')
    {
      g_autofree char *text =
        g_strconcat (vac_phrase_get (self->language, VAC_PHRASE_PRICE_INDEX),
                     vac_phrase_get (self->language, VAC_PHRASE_COLON), index_area, NULL);

      append_part (string, "; ", text);
    }

  return g_string_free (g_steal_pointer (&string), FALSE);
}

/* Title, weight among those that say something of the place, basis, and how well it matches. */
static char *
describe_sources (VacComparison         *self,
                  VacSurveys            *surveys,
                  const VacMarketFigure *figure)
{
  g_autoptr (GString) string = g_string_new (NULL);
  gint64 all = 0;

  for (guint i = 0; i < figure->shares->len; i++)
    all += vac_surveys_get (surveys,
                            g_array_index (figure->shares, VacSurveyShare, i).survey)->weight;
  for (guint i = 0; i < figure->shares->len; i++)
    {
      const VacSurveyShare *share = &g_array_index (figure->shares, VacSurveyShare, i);
      const VacSurvey *survey = vac_surveys_get (surveys, share->survey);
      g_autofree char *percent = NULL;

      append_part (string, "; ", survey->title);
      g_string_append (string, get_basis (share));
      if (share->figure != NULL)
        {
          append_part (string, " ",
                       vac_node_get_member_text (share->figure, VAC_ROLE_FIGURE_OCCUPATION));
          append_part (string, ", ",
                       vac_node_get_member_text (share->figure, VAC_ROLE_FIGURE_MATCH));
        }
      if (figure->shares->len == 1 || all == 0)
        continue;
      percent = vac_money_format_percent (vac_scale (survey->weight, 1000, all), FALSE,
                                          self->language);
      append_part (string, " ", percent);
    }

  return g_string_free (g_steal_pointer (&string), FALSE);
}

static VacComparedPlace *
read_place (VacComparison *self,
            VacSurveys    *surveys,
            VacNode       *node)
{
  VacComparedPlace *place = g_new0 (VacComparedPlace, 1);
  g_auto (VacMarketFigure) figure = { 0 };
  VacSurveyShare origin;
  VacDoubts doubts;
  gboolean is_own = vac_surveys_is_own (surveys);

  vac_surveys_read (surveys, node, &figure);
  if (is_own && figure.shares->len == 1 && vac_surveys_find_origin (surveys, node, &origin, &doubts))
    {
      figure.doubts |= doubts;
      g_array_index (figure.shares, VacSurveyShare, 0) = origin;
      is_own = FALSE;
    }
  for (guint i = 0; i < figure.shares->len; i++)
    place->surveys |= G_GUINT64_CONSTANT (1)
                      << MIN (g_array_index (figure.shares, VacSurveyShare, i).survey, 63);
  place->node = g_object_ref (node);
  place->name = g_strdup (vac_node_get_member_text (node, VAC_ROLE_PLACE_NAME));
  place->note = g_strdup (vac_node_get_member_text (node, VAC_ROLE_PLACE_NOTE));
  place->range = figure.range;
  place->ends = figure.ends;
  place->twice_midpoint = figure.twice_midpoint;
  place->doubts = figure.doubts;
  place->area = describe_area (self, node, &figure);
  if (!is_own)
    place->sources = describe_sources (self, surveys, &figure);
  vac_node_get_member_integer (node, VAC_ROLE_PLACE_PRICE_INDEX, &place->price_index);
  take_figure (self, &figure);

  return place;
}

static void
read_national (VacComparison *self,
               VacSurveys    *surveys,
               VacDocument   *document)
{
  g_auto (VacMarketFigure) figure = { 0 };

  vac_surveys_read (surveys, vac_document_get (document, VAC_ROLE_NATIONAL), &figure);
  self->national = figure.range;
  self->national_twice = figure.twice_midpoint;
  take_amounts (self, &self->national);
}

static void
read_sources (VacComparison *self,
              VacSurveys    *surveys)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < vac_surveys_get_n (surveys); i++)
    {
      g_autofree char *line = vac_surveys_describe (surveys, i);

      if (vac_surveys_get (surveys, i)->weight > 0 && *line != '\0')
        g_strv_builder_add (builder, line);
    }
  self->sources = g_strv_builder_end (builder);
  self->source = g_strjoinv ("; ", self->sources);
}

/* After the places, which say where their own figures are from. */
static void
read_others (VacComparison *self,
             VacSurveys    *surveys)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint64 origins = 0;

  for (guint i = 0; i < self->places->len && vac_surveys_is_own (surveys); i++)
    origins |= vac_comparison_get_place (self, i)->surveys;
  for (guint i = 1; i < MIN (vac_surveys_get_n (surveys), 64); i++)
    {
      g_autofree char *line = (origins >> i & 1) != 0 ? vac_surveys_describe (surveys, i) : NULL;

      if (line != NULL)
        g_strv_builder_add (builder, line);
    }
  self->others = g_strv_builder_end (builder);
}

/* Last, as it is rounded to what the table counts in. */
static void
read_rule (VacComparison *self,
           VacSurveys    *surveys,
           VacDocument   *document)
{
  VacRangeRule rule;

  if (!vac_range_rule_read (document, &rule))
    return;
  self->rule = vac_range_rule_describe (&rule, surveys, self->currency, self->language);
  for (guint i = 0; i < self->places->len; i++)
    {
      VacComparedPlace *place = g_ptr_array_index (self->places, i);
      g_auto (VacMarketFigure) figure = { 0 };

      vac_surveys_read (surveys, place->node, &figure);
      place->made = vac_range_rule_apply (&rule, &figure, self->step);
    }
}

/* Last, as it is rounded to what the table counts in. */
static void
read_posting (VacComparison *self,
              VacDocument   *document)
{
  const VacPayPeriod period = vac_pay_market_read_period (document, VAC_ROLE_PAY_PERIOD);

  if (!vac_pay_market_is_comparable (document))
    return;
  self->posting = vac_pay_market_read_range (vac_document_get (document, VAC_ROLE_PAY),
                                             VAC_ROLE_PAY_MINIMUM, VAC_ROLE_PAY_MAXIMUM, NULL);
  self->posting = vac_pay_range_convert (&self->posting, period, self->period, self->step);
  if (vac_pay_range_is_known (&self->posting))
    self->assumed = vac_pay_period_get_assumed (period, self->period);
  take_amounts (self, &self->posting);
  for (guint i = 0; i < self->places->len; i++)
    {
      VacComparedPlace *place = g_ptr_array_index (self->places, i);

      place->placement = vac_pay_range_place (&self->posting, &place->range);
    }
}

/**
 * vac_comparison_new:
 * @document: a posting
 *
 * Reads the salary table of @document as it is now; later edits do not reach the comparison. The
 * figures are those of the surveys that have a weight, see vac_surveys_read(). The posting's own
 * range is converted to the period of the table; when it is in another currency it is not compared
 * at all.
 *
 * Returns: (transfer full): all places in the order of the document
 */
VacComparison *
vac_comparison_new (VacDocument *document)
{
  g_autoptr (VacSurveys) surveys = NULL;
  VacComparison *self;
  VacNode *list;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  surveys = vac_surveys_new (document);
  self = g_new0 (VacComparison, 1);
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) vac_compared_place_free);
  self->currency = g_strdup (vac_document_get_text (document, VAC_ROLE_SALARIES_CURRENCY));
  self->language = g_strdup (vac_document_get_text (document, VAC_ROLE_LANGUAGE));
  self->period = vac_pay_market_read_period (document, VAC_ROLE_SALARIES_PERIOD);
  vac_node_get_integer (vac_document_get (document, VAC_ROLE_SALARIES_YEAR), &self->year);
  self->step = VAC_MONEY_ONE;
  read_sources (self, surveys);
  read_national (self, surveys, document);
  list = vac_document_get (document, VAC_ROLE_PLACES);
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      VacNode *node = vac_node_get_child (list, i);

      if (vac_node_get_kind (node) == VAC_KIND_RECORD)
        g_ptr_array_add (self->places, read_place (self, surveys, node));
    }
  read_others (self, surveys);
  read_rule (self, surveys, document);
  read_posting (self, document);

  return self;
}

/**
 * vac_comparison_free:
 * @self: (transfer full) (nullable): a comparison
 *
 * Frees @self.
 */
void
vac_comparison_free (VacComparison *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->places);
  g_clear_pointer (&self->base, vac_compared_place_free);
  g_free (self->currency);
  g_free (self->language);
  g_free (self->source);
  g_free (self->rule);
  g_strfreev (self->sources);
  g_strfreev (self->others);
  g_free (self);
}
