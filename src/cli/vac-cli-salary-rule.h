/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-cli.h"
#include "vac-document.h"

G_BEGIN_DECLS

/**
 * VacCliSalaryRule:
 * @surveys: (nullable): "NAME" or "NAME=WEIGHT", what the table shows
 * @age_rate: (nullable): percent that pay rises in a year
 * @age_to: (nullable): the day to which figures are aged
 * @target: (nullable): what a range is made of
 * @factor: (nullable): what that is multiplied by
 * @spread: (nullable): percent that a range reaches to both sides
 * @rounding: (nullable): what both ends are multiples of
 * @use: (nullable): the place whose range becomes the posting's own
 * @keep: (nullable): the scenario whose range does
 *
 * What the user said of the figures that are shown, and of the ranges that are made of them.
 */
typedef struct
{
  char **surveys;
  char  *age_rate;
  char  *age_to;
  char  *target;
  char  *factor;
  char  *spread;
  char  *rounding;
  char  *use;
  char  *keep;
} VacCliSalaryRule;

void     vac_cli_salary_rule_clear    (VacCliSalaryRule       *self);
gboolean vac_cli_salary_rule_is_given (const VacCliSalaryRule *self);
int      vac_cli_salary_rule_apply    (const VacVerb          *verb,
                                       const VacCliSalaryRule *self,
                                       VacDocument            *document);
void     vac_cli_salary_explain       (void);

G_END_DECLS
