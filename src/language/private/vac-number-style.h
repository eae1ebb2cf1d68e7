/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VacAffixes:
 * @before: what is written before the digits
 * @after: what is written after them
 * @group: between groups of digits; amounts of money may have another mark than numbers
 * @decimal: before the decimals; the same holds for it
 */
typedef struct
{
  char *before;
  char *after;
  char *group;
  char *decimal;
} VacAffixes;

/**
 * VacNumberStyle:
 * @zero: the digit zero; the other digits follow it
 * @first_group: how many digits the last group has; 0 when there are no groups
 * @other_groups: how many digits each group before it has
 * @least: with fewer digits than this before the last group, there are no groups
 * @plain: of a number by itself
 * @percent: of a percentage
 *
 * How a language writes numbers.
 */
typedef struct
{
  gunichar   zero;
  guint      first_group;
  guint      other_groups;
  guint      least;
  VacAffixes plain;
  VacAffixes percent;
} VacNumberStyle;

char *vac_number_style_write         (const VacNumberStyle *style);
char *vac_number_style_write_affixes (const VacAffixes *affixes);

const VacNumberStyle *vac_number_style_get          (const char *language);
const VacAffixes     *vac_number_style_get_currency (const char *language,
                                                     const char *currency);

G_END_DECLS
