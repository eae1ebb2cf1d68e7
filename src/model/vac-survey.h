/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"
#include "vac-range.h"

G_BEGIN_DECLS

/**
 * VAC_SURVEY_FEW:
 *
 * Figures made from fewer answers than this are marked. The number is ours: thirty is where
 * statistics customarily begins to trust an average.
 */
#define VAC_SURVEY_FEW 30

/**
 * VacStatistic:
 *
 * What a survey says of pay in one place besides a range, in the order of the amounts.
 */
typedef enum
{
  VAC_STATISTIC_P10,
  VAC_STATISTIC_P25,
  VAC_STATISTIC_MEDIAN,
  VAC_STATISTIC_P75,
  VAC_STATISTIC_P90,
  VAC_STATISTIC_MEAN,
  VAC_N_STATISTICS
} VacStatistic;

/**
 * VacDoubts:
 * @VAC_DOUBT_FEW: made from fewer than %VAC_SURVEY_FEW answers
 * @VAC_DOUBT_DISPERSED: the middle half is wider than half of the median, or the middle eighty
 *   percent wider than the median; the bounds are ours
 * @VAC_DOUBT_COLLAPSED: the 75th and the 90th percentile are one amount more than a third over the
 *   median, as where a publisher caps what it shows; the bound is ours. Both are left out
 * @VAC_DOUBT_ACCEPTED: the same, which somebody accepted
 * @VAC_DOUBT_ESTIMATED: no figure, but national pay times a differential that somebody entered
 * @VAC_DOUBT_NO_RATE: figures of a survey in another currency are left out for want of a rate and
 *   its date
 * @VAC_DOUBT_UNDATED: aging was asked for, and a survey does not say from when
 * @VAC_DOUBT_UNKNOWN: there are figures that name a survey which the table does not have; they are
 *   left out
 * @VAC_DOUBT_REPEATED: there are several figures of a survey that is shown; the first ones count
 *
 * What is doubtful of the figures of a place.
 */
typedef enum
{
  VAC_DOUBT_NONE = 0,
  VAC_DOUBT_FEW = 1 << 0,
  VAC_DOUBT_DISPERSED = 1 << 1,
  VAC_DOUBT_COLLAPSED = 1 << 2,
  VAC_DOUBT_ACCEPTED = 1 << 3,
  VAC_DOUBT_ESTIMATED = 1 << 4,
  VAC_DOUBT_NO_RATE = 1 << 5,
  VAC_DOUBT_UNDATED = 1 << 6,
  VAC_DOUBT_UNKNOWN = 1 << 7,
  VAC_DOUBT_REPEATED = 1 << 8,
} VacDoubts;

/**
 * VAC_N_DOUBTS:
 *
 * How many bits #VacDoubts has.
 */
#define VAC_N_DOUBTS 9

/**
 * VacRangeBasis:
 * @VAC_RANGE_BASIS_NONE: there is no range
 * @VAC_RANGE_BASIS_GIVEN: both ends as they were given
 * @VAC_RANGE_BASIS_QUARTILES: from the 25th to the 75th percentile
 * @VAC_RANGE_BASIS_DECILES: from the 10th to the 90th percentile
 *
 * What the two ends of a survey's range are.
 */
typedef enum
{
  VAC_RANGE_BASIS_NONE,
  VAC_RANGE_BASIS_GIVEN,
  VAC_RANGE_BASIS_QUARTILES,
  VAC_RANGE_BASIS_DECILES,
} VacRangeBasis;

/**
 * VacSurvey:
 * @node: (nullable): the survey in the document; %NULL for the figures that stand with the places
 *   themselves
 * @title: its name and edition, or what the own figures are called in the posting's language
 * @currency: as published
 * @period: as published
 * @hours: how many hours make a year
 * @rate: what one unit of @currency is in that of the table, as a decimal; 0 where the two are one
 * @usable: whether its figures can be shown in the currency of the table
 * @dated: whether @effective is given
 * @effective: the day that its figures hold for
 * @weight: how much it counts in what the table shows; 0 when it is not shown
 */
typedef struct
{
  VacNode      *node;
  char         *title;
  char         *currency;
  VacPayPeriod  period;
  gint64        hours;
  VacMoney      rate;
  gboolean      usable;
  gboolean      dated;
  GDate         effective;
  gint64        weight;
} VacSurvey;

/**
 * VacSurveyShare:
 * @survey: which survey, for vac_surveys_get()
 * @figure: (nullable): the figures in the document; %NULL for the place's own
 * @basis: what its range is
 *
 * A survey that has a part in what is shown of a place.
 */
typedef struct
{
  guint          survey;
  VacNode       *figure;
  VacRangeBasis  basis;
} VacSurveyShare;

/**
 * VacMarketFigure:
 * @range: what is paid there; not known when vac_pay_range_is_known() says so
 * @ends: what is known of both ends, 0 for one that is not
 * @twice_midpoint: twice the median, or twice the middle of the range where there is no median; 0
 *   for none
 * @statistics: the amounts by #VacStatistic, 0 for what is not known
 * @doubts: what is doubtful of it
 * @shares: (element-type VacSurveyShare) (nullable): the surveys that it is made of
 *
 * What the salary table shows of a place: the figures of one survey, or a blend of several, in the
 * currency and the period of the table, aged to the day that it says.
 */
typedef struct
{
  VacPayRange  range;
  VacPayRange  ends;
  VacMoney     twice_midpoint;
  VacMoney     statistics[VAC_N_STATISTICS];
  VacDoubts    doubts;
  GArray      *shares;
} VacMarketFigure;

typedef struct _VacSurveys VacSurveys;

VacSurveys      *vac_surveys_new           (VacDocument           *document);
void             vac_surveys_free          (VacSurveys            *self);
guint            vac_surveys_get_n         (VacSurveys            *self);
const VacSurvey *vac_surveys_get           (VacSurveys            *self,
                                            guint                  index);
gboolean         vac_surveys_is_own        (VacSurveys            *self);
gboolean         vac_surveys_is_aged       (VacSurveys            *self);
const GDate     *vac_surveys_get_aged_to   (VacSurveys            *self);
VacMoney         vac_surveys_get_rate      (VacSurveys            *self);
VacMoney         vac_surveys_get_step      (VacSurveys            *self);
gint64           vac_surveys_get_months    (VacSurveys            *self,
                                            const VacSurvey       *survey);
char            *vac_surveys_describe      (VacSurveys            *self,
                                            guint                  index);
VacNode         *vac_survey_find           (VacDocument           *document,
                                            VacNode               *figure);
VacNode         *vac_survey_find_term      (VacDocument           *document,
                                            VacNode               *leaf,
                                            VacRole                role);

void             vac_surveys_read          (VacSurveys            *self,
                                            VacNode               *place,
                                            VacMarketFigure       *figure);
gboolean         vac_surveys_find_origin   (VacSurveys            *self,
                                            VacNode               *place,
                                            VacSurveyShare        *origin,
                                            VacDoubts             *doubts);
VacMoney         vac_market_figure_get_midpoint (const VacMarketFigure *figure,
                                            VacMoney               step);
void             vac_market_figure_clear   (VacMarketFigure       *figure);
const char      *vac_doubt_get_id          (guint                  bit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacSurveys, vac_surveys_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VacMarketFigure, vac_market_figure_clear)

G_END_DECLS
