/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-audience.h"

G_BEGIN_DECLS

/**
 * VacTableKind:
 * @VAC_TABLE_NONE: none, or one that this version does not know
 * @VAC_TABLE_PAY: the posting's own pay
 * @VAC_TABLE_VARIATIONS: how the posting changes with the employer
 * @VAC_TABLE_INDUSTRIES: how it changes with the industry
 * @VAC_TABLE_SALARIES: what is paid elsewhere, and the levels
 * @VAC_TABLE_ASSESSMENTS: how candidates are rated
 *
 * What a section can show besides its text and its items. Each layer that does something with a
 * table has one array over these.
 */
typedef enum
{
  VAC_TABLE_NONE,
  VAC_TABLE_PAY,
  VAC_TABLE_VARIATIONS,
  VAC_TABLE_INDUSTRIES,
  VAC_TABLE_SALARIES,
  VAC_TABLE_ASSESSMENTS,
  VAC_N_TABLES
} VacTableKind;

/* The choices of a section's table, ended by one without an id. */
extern const VacChoice vac_table_choices[VAC_N_TABLES];

const char   *vac_table_kind_get_id       (VacTableKind  kind);
VacAudience   vac_table_kind_get_audience (VacTableKind  kind);
VacTableKind  vac_table_kind_of_role      (VacRole       role);
VacTableKind  vac_table_kind_of_node      (VacNode      *node);
VacTableKind  vac_table_kind_of_section   (VacNode      *section);
gboolean      vac_table_kind_covers       (VacTableKind  kind,
                                           VacNode      *node);
VacNode      *vac_table_kind_find_section (VacTableKind  kind,
                                           VacDocument  *document);

G_END_DECLS
