/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-survey.h"

/**
 * VacSurveys:
 *
 * The surveys of a salary table, as they are now, and how their figures are brought to the terms of
 * the table.
 */
struct _VacSurveys
{
  GArray       *surveys;   /* of VacSurvey; the first is the table's own figures */
  VacDocument  *document;
  VacPayPeriod  period;
  char         *currency;
  VacMoney      rate;      /* percent a year; 0 for no aging */
  GDate         aged_to;
  VacMoney      step;      /* what computed amounts are multiples of */
  guint         n_shown;
};

gboolean vac_survey_is_of (VacNode *survey,
                           VacNode *figure);
