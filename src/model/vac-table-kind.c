/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-table-kind"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-table-kind.h"

/* The table of tables. They stand beside the sections in a document, and inside one on a page. */

typedef struct
{
  VacAudience audience;   /* who reads it */
  VacRole     roles[2];   /* of the nodes that it shows, with all that is in them */
} Table;

#define TABLES(ROW) \
  ROW (VAC_TABLE_PAY, "pay", N_("Pay range"), VAC_AUDIENCE_CANDIDATE, VAC_ROLE_PAY) \
  ROW (VAC_TABLE_VARIATIONS, "variations", N_("Variations"), VAC_AUDIENCE_TEAM, \
       VAC_ROLE_VARIATIONS) \
  ROW (VAC_TABLE_INDUSTRIES, "industries", N_("Industries"), VAC_AUDIENCE_TEAM, \
       VAC_ROLE_INDUSTRIES) \
  ROW (VAC_TABLE_SALARIES, "salaries", N_("Salaries"), VAC_AUDIENCE_TEAM, \
       VAC_ROLE_SALARIES, VAC_ROLE_LEVELS) \
  ROW (VAC_TABLE_ASSESSMENTS, "assessments", N_("Assessments"), VAC_AUDIENCE_TEAM, \
       VAC_ROLE_ASSESSMENTS, VAC_ROLE_INTERVIEW)

#define CHOICE(kind, id, label, audience, ...) [(kind) - 1] = { id, label },
#define TABLE(kind, id, label, audience, ...) [kind] = { audience, { __VA_ARGS__ } },

const VacChoice vac_table_choices[] = { TABLES (CHOICE) { NULL } };

static const Table tables[] = {
  [VAC_TABLE_NONE] = { VAC_AUDIENCE_TEAM, { VAC_ROLE_NONE } },
  TABLES (TABLE)
};

G_STATIC_ASSERT (G_N_ELEMENTS (tables) == VAC_N_TABLES);

/**
 * vac_table_kind_get_id:
 * @kind: a kind of table
 *
 * Returns: (transfer none): what a file calls it; empty for %VAC_TABLE_NONE
 */
const char *
vac_table_kind_get_id (VacTableKind kind)
{
  g_return_val_if_fail (kind >= VAC_TABLE_NONE && kind < VAC_N_TABLES, "");

  return kind == VAC_TABLE_NONE ? "" : vac_table_choices[kind - 1].id;
}

/**
 * vac_table_kind_get_audience:
 * @kind: a kind of table
 *
 * Returns: who reads it, in whatever section a document shows it
 */
VacAudience
vac_table_kind_get_audience (VacTableKind kind)
{
  g_return_val_if_fail (kind >= VAC_TABLE_NONE && kind < VAC_N_TABLES, VAC_AUDIENCE_TEAM);

  return tables[kind].audience;
}

/**
 * vac_table_kind_of_role:
 * @role: a role
 *
 * Returns: the kind of table that shows the node with that role and all that is in it;
 *   %VAC_TABLE_NONE for none, and for a role further in
 */
VacTableKind
vac_table_kind_of_role (VacRole role)
{
  if (role == VAC_ROLE_NONE)
    return VAC_TABLE_NONE;
  for (guint kind = VAC_TABLE_NONE + 1; kind < VAC_N_TABLES; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (tables[kind].roles); i++)
      if (tables[kind].roles[i] == role)
        return kind;

  return VAC_TABLE_NONE;
}
