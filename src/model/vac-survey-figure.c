/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-survey"

#include "config.h"

#include "vac-survey-private.h"

/* What the salary table shows of a place: the figures of its surveys, brought to the terms of the
 * table and blended by their weights. Everything is computed in whole ten-thousandths of a unit
 * with 128 bits, and rounded once; only a blend of converted figures is rounded a second time,
 * from hundredths of a cent to what the table counts in. */

#define MONTHS_A_YEAR 12
#define PERCENT       100

static const VacRole statistic_roles[VAC_N_STATISTICS] = {
  [VAC_STATISTIC_P10] = VAC_ROLE_FIGURE_P10,
  [VAC_STATISTIC_P25] = VAC_ROLE_FIGURE_P25,
  [VAC_STATISTIC_MEDIAN] = VAC_ROLE_FIGURE_MEDIAN,
  [VAC_STATISTIC_P75] = VAC_ROLE_FIGURE_P75,
  [VAC_STATISTIC_P90] = VAC_ROLE_FIGURE_P90,
  [VAC_STATISTIC_MEAN] = VAC_ROLE_FIGURE_MEAN,
};

/* What one survey says of a place. */
typedef struct
{
  VacSurveyShare share;
  VacPayRange    ends;         /* 0 for an end that is not known */
  gboolean       known;        /* both ends are */
  VacMoney       twice_midpoint;
  VacMoney       statistics[VAC_N_STATISTICS];
  VacDoubts      doubts;
  gint64         weight;
} Part;

/* Whether the survey's figures are shown as they were published. */
static gboolean
is_as_published (VacSurveys      *self,
                 const VacSurvey *survey)
{
  return survey->rate == 0 && survey->period == self->period &&
         vac_surveys_get_months (self, survey) == 0;
}

static gint64
get_per_year (const VacSurvey *survey,
              VacPayPeriod     period)
{
  return period == VAC_PAY_PERIOD_HOUR ? survey->hours : vac_pay_period_get_per_year (period);
}

/* amount × rate × (periods a year ÷ those of the table) × (1 + yearly rise ÷ 12 × months) */
static VacMoney
convert (VacSurveys      *self,
         const VacSurvey *survey,
         VacMoney         amount,
         VacMoney         step)
{
  const gint64 whole = MONTHS_A_YEAR * PERCENT * VAC_MONEY_ONE;
  const gint64 factors[] = {
    survey->rate > 0 ? survey->rate : VAC_MONEY_ONE,
    survey->period == self->period ? 1 : get_per_year (survey, survey->period),
    whole + self->rate * vac_surveys_get_months (self, survey),
  };
  const gint64 divisors[] = {
    VAC_MONEY_ONE,
    survey->period == self->period ? 1 : get_per_year (survey, self->period),
    whole,
  };

  if (amount <= 0 || is_as_published (self, survey))
    return MAX (amount, 0);

  return vac_scale_all (amount, factors, G_N_ELEMENTS (factors), divisors, G_N_ELEMENTS (divisors),
                        step);
}

static gboolean
are_collapsed (const VacMoney *statistics)
{
  const VacMoney median = statistics[VAC_STATISTIC_MEDIAN];
  const VacMoney upper = statistics[VAC_STATISTIC_P75];

  return median > 0 && upper > 0 && upper == statistics[VAC_STATISTIC_P90] &&
         upper - median > median / 3;
}

/* Before anything is left out. */
static gboolean
are_dispersed (const VacMoney *statistics)
{
  const VacMoney median = statistics[VAC_STATISTIC_MEDIAN];
  const VacMoney *s = statistics;

  if (median == 0)
    return FALSE;
  if (s[VAC_STATISTIC_P25] > 0 && s[VAC_STATISTIC_P75] > 0)
    return s[VAC_STATISTIC_P75] - s[VAC_STATISTIC_P25] > median / 2;

  return s[VAC_STATISTIC_P10] > 0 && s[VAC_STATISTIC_P90] > 0 &&
         s[VAC_STATISTIC_P90] - s[VAC_STATISTIC_P10] > median;
}

/* @keep: whether what is doubtful stays nevertheless */
static void
judge (VacNode  *figure,
       gboolean  keep,
       Part     *part)
{
  gint64 sample;

  if (vac_node_get_member_integer (figure, VAC_ROLE_FIGURE_SAMPLE, &sample) &&
      sample < VAC_SURVEY_FEW)
    part->doubts |= VAC_DOUBT_FEW;
  if (are_dispersed (part->statistics))
    part->doubts |= VAC_DOUBT_DISPERSED;
  if (!are_collapsed (part->statistics))
    return;
  if (keep || vac_node_get_member_toggle (figure, VAC_ROLE_FIGURE_ACCEPTED))
    part->doubts |= VAC_DOUBT_ACCEPTED;
  else
    {
      part->doubts |= VAC_DOUBT_COLLAPSED;
      part->statistics[VAC_STATISTIC_P75] = part->statistics[VAC_STATISTIC_P90] = 0;
    }
}

/* Of the pairs that may be a range the first of which both ends are known, else the first of which
 * one is. */
static void
choose_ends (Part             *part,
             const VacPayRange given)
{
  const VacMoney *s = part->statistics;
  const VacPayRange pairs[] = {
    [VAC_RANGE_BASIS_GIVEN] = given,
    [VAC_RANGE_BASIS_QUARTILES] = { s[VAC_STATISTIC_P25], s[VAC_STATISTIC_P75] },
    [VAC_RANGE_BASIS_DECILES] = { s[VAC_STATISTIC_P10], s[VAC_STATISTIC_P90] },
  };

  for (VacRangeBasis i = VAC_RANGE_BASIS_GIVEN; i < G_N_ELEMENTS (pairs); i++)
    {
      const gboolean both = pairs[i].minimum > 0 && pairs[i].maximum > 0;
      const gboolean any = pairs[i].minimum > 0 || pairs[i].maximum > 0;

      if (both ? !part->known : any && part->share.basis == VAC_RANGE_BASIS_NONE)
        {
          part->ends = pairs[i];
          part->share.basis = i;
          part->known = both;
        }
    }
  part->known = part->known && vac_pay_range_is_known (&part->ends);
  if (!part->known)
    part->share.basis = VAC_RANGE_BASIS_NONE;
}

static gboolean
is_part (const Part *part)
{
  gboolean any = part->twice_midpoint > 0 || part->ends.minimum > 0 || part->ends.maximum > 0;

  for (guint i = 0; i < VAC_N_STATISTICS; i++)
    any |= part->statistics[i] > 0;

  return any;
}

static VacNode *
find_figure (VacNode *place,
             VacNode *survey)
{
  VacNode *list = vac_node_get (place, VAC_ROLE_FIGURES);

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      VacNode *figure = vac_node_get_child (list, i);

      if (vac_node_get_kind (figure) == VAC_KIND_RECORD && vac_survey_is_of (survey, figure))
        return figure;
    }

  return NULL;
}

static VacMoney
read_amount (VacNode *record,
             VacRole  role)
{
  VacMoney amount = 0;

  return vac_node_get_member_money (record, role, &amount) ? amount : 0;
}

/* What stands with the place itself. A lower end of 0 is an amount there, as it always was. */
static void
read_own (VacNode *place,
          Part    *part)
{
  const gboolean national = vac_node_get_role (place) == VAC_ROLE_NATIONAL;
  const VacRole low = national ? VAC_ROLE_NATIONAL_MINIMUM : VAC_ROLE_PLACE_MINIMUM;
  const VacRole high = national ? VAC_ROLE_NATIONAL_MAXIMUM : VAC_ROLE_PLACE_MAXIMUM;
  VacMoney amount;

  part->ends = (VacPayRange) { read_amount (place, low), read_amount (place, high) };
  part->known = vac_node_get_member_money (place, low, &amount) &&
                vac_node_get_member_money (place, high, &amount) &&
                vac_pay_range_is_known (&part->ends);
  part->share.basis = VAC_RANGE_BASIS_GIVEN;
  if (part->known)
    part->twice_midpoint = vac_pay_range_get_twice_midpoint (&part->ends);
}

static void
read_figure (VacSurveys      *self,
             const VacSurvey *survey,
             VacNode         *figure,
             VacMoney         step,
             gboolean         keep,
             Part            *part)
{
  const VacPayRange given = {
    convert (self, survey, read_amount (figure, VAC_ROLE_FIGURE_MINIMUM), step),
    convert (self, survey, read_amount (figure, VAC_ROLE_FIGURE_MAXIMUM), step),
  };

  for (guint i = 0; i < VAC_N_STATISTICS; i++)
    part->statistics[i] = read_amount (figure, statistic_roles[i]);
  judge (figure, keep, part);
  for (guint i = 0; i < VAC_N_STATISTICS; i++)
    part->statistics[i] = convert (self, survey, part->statistics[i], step);
  part->share.figure = figure;
  choose_ends (part, given);
  if (part->statistics[VAC_STATISTIC_MEDIAN] > 0)
    part->twice_midpoint = 2 * part->statistics[VAC_STATISTIC_MEDIAN];
  else if (part->known)
    part->twice_midpoint = vac_pay_range_get_twice_midpoint (&part->ends);
  if (vac_surveys_is_aged (self) && !survey->dated)
    part->doubts |= VAC_DOUBT_UNDATED;
}

/* What is left out of the figures of a place: those of no survey that there is, and the second ones
 * of a survey that is shown. */
static VacDoubts
find_left_out (VacSurveys *self,
               VacNode    *place)
{
  VacNode *list = vac_node_get (place, VAC_ROLE_FIGURES);
  VacDoubts doubts = VAC_DOUBT_NONE;

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      VacNode *figure = vac_node_get_child (list, i);
      gboolean is_known = FALSE;

      for (guint j = 1; j < vac_surveys_get_n (self) &&
                        vac_node_get_kind (figure) == VAC_KIND_RECORD; j++)
        {
          const VacSurvey *survey = vac_surveys_get (self, j);

          if (!vac_survey_is_of (survey->node, figure))
            continue;
          is_known = TRUE;
          if (survey->weight > 0 && find_figure (place, survey->node) != figure)
            doubts |= VAC_DOUBT_REPEATED;
        }
      if (!is_known)
        doubts |= VAC_DOUBT_UNKNOWN;
    }

  return doubts;
}

static gboolean
has_part (VacNode         *place,
          const VacSurvey *survey)
{
  return survey->weight > 0 &&
         (survey->node == NULL || find_figure (place, survey->node) != NULL);
}

/* What a blend is made of is not rounded before it is blended. */
static VacMoney
find_step (VacSurveys *self,
           VacNode    *place)
{
  guint n_parts = 0;

  for (guint i = 0; i < vac_surveys_get_n (self); i++)
    n_parts += has_part (place, vac_surveys_get (self, i));

  return n_parts > 1 ? 1 : self->step;
}

/* Returns: the parts that have a weight and figures of the place; what is left out is doubted. */
static GArray *
read_parts (VacSurveys *self,
            VacNode    *place,
            VacDoubts  *doubts)
{
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (Part));
  const VacMoney step = find_step (self, place);

  for (guint i = 0; i < vac_surveys_get_n (self); i++)
    {
      const VacSurvey *survey = vac_surveys_get (self, i);
      Part part = { .share.survey = i, .weight = survey->weight };

      if (!has_part (place, survey))
        continue;
      if (!survey->usable)
        {
          *doubts |= VAC_DOUBT_NO_RATE;
          continue;
        }
      if (survey->node == NULL)
        read_own (place, &part);
      else
        read_figure (self, survey, find_figure (place, survey->node), step, FALSE,
                     &part);
      if (is_part (&part))
        g_array_append_val (parts, part);
    }

  return parts;
}

/* The mean of what the parts that have it say, by their weights. */
typedef VacMoney (*TakeFunc) (const Part *part,
                              guint       statistic);

/* Nothing where so much money comes together that no number holds it. */
static VacMoney
blend (GArray   *parts,
       TakeFunc  take,
       guint     statistic,
       VacMoney  step)
{
  gint64 sum = 0, weights = 0;

  if (parts->len == 1)
    return take (&g_array_index (parts, Part, 0), statistic);

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      const VacMoney amount = take (part, statistic);
      gint64 weighted;

      if (amount == 0)
        continue;
      if (__builtin_mul_overflow (amount, part->weight, &weighted) ||
          __builtin_add_overflow (sum, weighted, &sum))
        return 0;
      weights += part->weight;
    }
  if (weights == 0)
    return 0;

  return vac_scale_all (sum, NULL, 0, &weights, 1, step);
}

static VacMoney
take_statistic (const Part *part,
                guint       statistic)
{
  return part->statistics[statistic];
}

static VacMoney
take_midpoint (const Part *part,
               guint       statistic)
{
  return part->twice_midpoint;
}

static VacMoney
take_minimum (const Part *part,
              guint       known)
{
  return (guint) part->known == known ? part->ends.minimum : 0;
}

static VacMoney
take_maximum (const Part *part,
              guint       known)
{
  return (guint) part->known == known ? part->ends.maximum : 0;
}

static void
combine (VacSurveys      *self,
         GArray          *parts,
         VacMarketFigure *figure)
{
  gboolean known = FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      known |= part->known;
      figure->doubts |= part->doubts;
      g_array_append_val (figure->shares, part->share);
    }
  figure->ends.minimum = blend (parts, take_minimum, known, self->step);
  figure->ends.maximum = blend (parts, take_maximum, known, self->step);
  if (known)
    figure->range = figure->ends;
  figure->twice_midpoint = blend (parts, take_midpoint, 0, self->step);
  for (guint i = 0; i < VAC_N_STATISTICS; i++)
    figure->statistics[i] = blend (parts, take_statistic, i, self->step);
}

/* Of a place that nobody has figures of: national pay × what somebody says it pays of that. */
static void
estimate (VacSurveys      *self,
          VacNode         *place,
          VacMarketFigure *figure)
{
  const gint64 divisors[] = { PERCENT, VAC_MONEY_ONE };
  g_auto (VacMarketFigure) national = { 0 };
  VacMoney share = 0;

  if (vac_node_get_role (place) != VAC_ROLE_PLACE ||
      !vac_node_get_member_money (place, VAC_ROLE_PLACE_DIFFERENTIAL, &share) || share <= 0)
    return;
  vac_surveys_read (self, vac_document_get (self->document, VAC_ROLE_NATIONAL), &national);
  if (national.twice_midpoint == 0)
    return;
  figure->range.minimum = vac_scale_all (national.range.minimum, &share, 1, divisors, 2,
                                         self->step);
  figure->range.maximum = vac_scale_all (national.range.maximum, &share, 1, divisors, 2,
                                         self->step);
  figure->ends = figure->range;
  figure->twice_midpoint = vac_scale_all (national.twice_midpoint, &share, 1, divisors, 2,
                                          self->step);
  for (guint i = 0; i < VAC_N_STATISTICS; i++)
    figure->statistics[i] = vac_scale_all (national.statistics[i], &share, 1, divisors, 2,
                                           self->step);
  figure->doubts |= national.doubts | VAC_DOUBT_ESTIMATED;
}

/**
 * vac_surveys_read:
 * @self: surveys
 * @place: a place in the salary table, or the national range
 * @figure: (out caller-allocates): what the table shows of it, to be cleared
 *
 * Blends what the surveys with a weight say. A survey that says nothing of @place has no part in
 * it: the others then count for all, and @figure names those that it is made of. Only surveys with
 * both ends have a part in a range, unless none has. Where nobody says anything and the place has a
 * differential, national pay is multiplied by it.
 */
void
vac_surveys_read (VacSurveys      *self,
                  VacNode         *place,
                  VacMarketFigure *figure)
{
  g_autoptr (GArray) parts = NULL;

  g_return_if_fail (self != NULL && VAC_IS_NODE (place) && figure != NULL);

  *figure = (VacMarketFigure) { .doubts = find_left_out (self, place),
                                .shares = g_array_new (FALSE, FALSE, sizeof (VacSurveyShare)) };
  parts = read_parts (self, place, &figure->doubts);
  if (parts->len > 0)
    combine (self, parts, figure);
  else
    estimate (self, place, figure);
}

/**
 * vac_surveys_find_origin:
 * @self: surveys
 * @place: a place in the salary table
 * @origin: (out): the survey, its figures, and what their range is
 * @doubts: (out): what is doubtful of them
 *
 * An import keeps what a survey says beside the range that it puts in the table, so that the range
 * still knows where it is from.
 *
 * Returns: whether the place's own range is that of a survey, in the terms of the table
 */
gboolean
vac_surveys_find_origin (VacSurveys     *self,
                         VacNode        *place,
                         VacSurveyShare *origin,
                         VacDoubts      *doubts)
{
  VacSurveys plain;
  Part own = { 0 };

  g_return_val_if_fail (self != NULL && VAC_IS_NODE (place), FALSE);
  g_return_val_if_fail (origin != NULL && doubts != NULL, FALSE);

  /* What was imported was not aged. */
  plain = *self;
  plain.rate = 0;
  read_own (place, &own);
  for (guint i = 1; i < vac_surveys_get_n (&plain); i++)
    {
      const VacSurvey *survey = vac_surveys_get (&plain, i);
      VacNode *figure = survey->usable ? find_figure (place, survey->node) : NULL;
      Part part = { .share.survey = i };

      if (figure == NULL)
        continue;
      read_figure (&plain, survey, figure, plain.step, TRUE, &part);
      *origin = part.share;
      *doubts = part.doubts;
      if ((part.ends.minimum > 0 || part.ends.maximum > 0) &&
          part.ends.minimum == own.ends.minimum && part.ends.maximum == own.ends.maximum)
        return TRUE;
    }

  return FALSE;
}

/**
 * vac_market_figure_get_midpoint:
 * @figure: what the table shows of a place
 * @step: what the amount is a multiple of
 *
 * Returns: the midpoint for showing, a half rounded away from zero; 0 for none
 */
VacMoney
vac_market_figure_get_midpoint (const VacMarketFigure *figure,
                                VacMoney               step)
{
  g_return_val_if_fail (figure != NULL && step > 0, 0);

  return vac_pay_halve (figure->twice_midpoint, &figure->range, step);
}

/**
 * vac_market_figure_clear:
 * @figure: what vac_surveys_read() has filled
 *
 * Frees what @figure holds.
 */
void
vac_market_figure_clear (VacMarketFigure *figure)
{
  g_return_if_fail (figure != NULL);

  g_clear_pointer (&figure->shares, g_array_unref);
}

/**
 * vac_doubt_get_id:
 * @bit: which bit of #VacDoubts, below %VAC_N_DOUBTS
 *
 * Returns: (transfer none): its name in reports
 */
const char *
vac_doubt_get_id (guint bit)
{
  static const char *const ids[VAC_N_DOUBTS] = {
    "few", "dispersed", "collapsed", "accepted", "estimated", "no-rate", "undated",
    "unknown-survey", "repeated",
  };

  g_return_val_if_fail (bit < VAC_N_DOUBTS, NULL);

  return ids[bit];
}
