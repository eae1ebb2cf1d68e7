/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-comparison.h"

/**
 * VacComparison:
 *
 * What the salary table of a posting says, as it was when the comparison was made.
 */
struct _VacComparison
{
  GPtrArray        *places;    /* owned VacComparedPlace, in the order shown */
  VacComparedPlace *base;      /* owned copy: it may not be among @places; or NULL */
  char             *currency;
  char             *language;
  char             *source;    /* one line for @sources */
  GStrv             sources;   /* where what is shown comes from, a line a survey */
  GStrv             others;    /* the same of surveys that own figures were taken from */
  char             *rule;      /* in words; NULL for none */
  VacPayPeriod      period;
  VacPayPeriod      assumed;   /* by the conversion of @posting; a year for none */
  gint64            year;      /* 0 when not given */
  VacPayRange       national;
  VacMoney          national_twice;   /* twice its midpoint, 0 for none */
  VacPayRange       posting;   /* in the period of the table; unknown in another currency */
  VacMoney          candidate; /* 0 for none */
  VacMoney          step;      /* what computed amounts are multiples of */
  VacDifferences    differences;
  guint             decimals;  /* what amounts are written with at least */
};

void              vac_compared_place_free (VacComparedPlace       *place);
VacComparedPlace *vac_compared_place_copy (const VacComparedPlace *place);
