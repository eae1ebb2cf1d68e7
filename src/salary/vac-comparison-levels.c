/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-comparison"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-comparison-private.h"
#include "vac-level.h"
#include "vac-outline-builder.h"
#include "vac-phrase.h"
#include "vac-text-table.h"

/* The levels that a posting defines, below a comparison: what each pays, and how far apart their
 * midpoints are. */

#define UNKNOWN "—"

enum
{
  NAME,
  PAY,
  MIDPOINT,
  PROGRESSION,
  N_CELLS
};

/* Returns: (transfer full): the cells of a level, "" for what is not known */
static char **
format_level (VacComparison *self,
              guint          index)
{
  const VacPayLevel *level = g_ptr_array_index (self->levels, index);
  char **cells = g_new0 (char *, N_CELLS + 1);
  gint64 tenths;

  cells[NAME] = g_strdup (level->name);
  if (vac_pay_range_is_known (&level->range))
    {
      cells[PAY] = vac_comparison_format_range (self, &level->range);
      cells[MIDPOINT] = vac_comparison_format_amount (
          self, vac_pay_range_get_midpoint (&level->range, self->step));
    }
  if (vac_pay_levels_get_progression (self->levels, index, &tenths))
    cells[PROGRESSION] = vac_money_format_percent (tenths, TRUE, self->language);
  for (guint i = 0; i < N_CELLS; i++)
    if (cells[i] == NULL)
      cells[i] = g_strdup ("");

  return cells;
}

/*
 * vac_comparison_add_levels_to:
 * @self: a comparison
 * @outline: its page
 *
 * Adds a table of the levels in the language of the posting; nothing where it defines none.
 */
void
vac_comparison_add_levels_to (VacComparison *self,
                              VacOutline    *outline)
{
  const char *language = vac_outline_get_language (outline);
  const char *heads[] = {
    vac_phrase_get (language, VAC_PHRASE_LEVEL),
    vac_phrase_get (language, VAC_PHRASE_THIS_POSTING),
    vac_phrase_get (language, VAC_PHRASE_MIDPOINT),
    vac_phrase_get (language, VAC_PHRASE_MIDPOINT_PROGRESSION),
    NULL,
  };

  if (self->levels == NULL || self->levels->len == 0)
    return;
  vac_outline_add_heading (outline, 2, heads[PROGRESSION], NULL);
  vac_outline_add_cells (outline, TRUE, NULL, heads);
  for (guint i = 0; i < self->levels->len; i++)
    {
      g_auto (GStrv) texts = format_level (self, i);
      const char *cells[N_CELLS + 1] = { NULL };

      for (guint j = 0; j < N_CELLS; j++)
        cells[j] = *texts[j] != '\0' ? texts[j] : UNKNOWN;
      vac_outline_add_cells (outline, FALSE,
                             ((VacPayLevel *) g_ptr_array_index (self->levels, i))->node, cells);
    }
}

/*
 * vac_comparison_append_levels:
 * @self: a comparison
 * @string: its text
 *
 * Adds a table of the levels in the language of the interface; nothing where the posting defines
 * none.
 */
void
vac_comparison_append_levels (VacComparison *self,
                              GString       *string)
{
  const char *heads[] = { _("Level"), _("Pay"), _("Midpoint"),
                          vac_pay_levels_get_progression_title () };
  g_autoptr (VacTextTable) table = NULL;

  if (self->levels == NULL || self->levels->len == 0)
    return;
  table = vac_text_table_new (N_CELLS, 1u << PAY | 1u << MIDPOINT | 1u << PROGRESSION);
  for (guint i = 0; i < N_CELLS; i++)
    vac_text_table_add (table, heads[i], 0);
  for (guint i = 0; i < self->levels->len; i++)
    {
      g_auto (GStrv) cells = format_level (self, i);

      for (guint j = 0; j < N_CELLS; j++)
        {
          g_strdelimit (cells[j], "\n\r\t", ' ');
          vac_text_table_add (table, cells[j], 0);
        }
    }
  g_string_append_c (string, '\n');
  vac_text_table_append_to (table, string, 0);
}
