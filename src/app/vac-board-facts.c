/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-board-facts"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-board-facts.h"
#include "vac-measure-facts.h"
#include "vac-money.h"

/* How much of what each place takes a posting fills, in words. */

static void
fact_free (gpointer data)
{
  VacBoardFact *fact = data;

  g_free (fact->value);
  g_free (fact->remark);
  g_free (fact);
}

static char *
format (glong number)
{
  return vac_money_format_number (number, g_get_language_names ()[0]);
}

/* "1,204 of 25,000", or without a limit "1,204" */
static char *
write_value (const VacBoardLength *length)
{
  g_autofree char *count = format (length->n_characters);
  g_autofree char *most = format (length->most);

  if (length->most == 0)
    return g_steal_pointer (&count);

  /* Translators: how many characters a posting has, and how many a place takes */
  return g_strdup_printf (_("%s of %s"), count, most);
}

static char *
write_remark (VacBoard              board,
              const VacBoardLength *length)
{
  g_autofree char *over = format (length->n_characters - length->most);
  g_autofree char *least = format (length->least);

  if (length->most > 0 && length->n_characters > length->most)
    return g_strdup_printf (ngettext ("Too long by %s character.", "Too long by %s characters.",
                                      (gulong) (length->n_characters - length->most)), over);
  if (length->n_characters < length->least)
    return g_strdup_printf (_("Too short: it takes %s characters or more."), least);
  if (length->most == 0)
    return g_strdup (_("Characters of HTML. It names no limit."));

  return g_strdup (vac_board_counts_html (board) ? _("Characters of HTML.")
                                                 : _("Characters of plain text."));
}

/**
 * vac_board_facts_new:
 * @lengths: (array fixed-size=VAC_N_BOARDS): how long a posting is for each place
 *
 * Returns: (transfer full) (element-type VacBoardFact): the same in words
 */
GPtrArray *
vac_board_facts_new (const VacBoardLength *lengths)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (fact_free);

  g_return_val_if_fail (lengths != NULL, facts);

  for (VacBoard board = 0; board < VAC_N_BOARDS; board++)
    {
      VacBoardFact *fact = g_new0 (VacBoardFact, 1);

      fact->name = vac_board_get_label (board);
      fact->value = write_value (&lengths[board]);
      fact->remark = write_remark (board, &lengths[board]);
      fact->fits = vac_board_length_fits (&lengths[board]);
      g_ptr_array_add (facts, fact);
    }

  return facts;
}

/**
 * vac_board_facts_add:
 * @measures: (element-type VacMeasureFact): takes them, at its end
 * @lengths: (array fixed-size=VAC_N_BOARDS): how long a posting is for each place
 *
 * Adds the length of the posting for each place to what else is measured.
 */
void
vac_board_facts_add (GPtrArray            *measures,
                     const VacBoardLength *lengths)
{
  g_autoptr (GPtrArray) facts = vac_board_facts_new (lengths);

  for (guint i = 0; i < facts->len; i++)
    {
      VacBoardFact *fact = g_ptr_array_index (facts, i);
      VacMeasureFact *measure = g_new0 (VacMeasureFact, 1);

      measure->name = fact->name;
      measure->value = g_steal_pointer (&fact->value);
      measure->remark = g_steal_pointer (&fact->remark);
      g_ptr_array_add (measures, measure);
    }
}
