/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-diff-summarize"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-diff-private.h"

/* Saying in one line what differs in all, in the language of the program. */

/* As much as stands on a line beside others, in characters. */
#define LONGEST_LINE 70

/* What a summary speaks of as one: a section, or a part of the job. */
typedef struct
{
  VacNode       *node;
  VacDifference *first;
  GHashTable    *items;      /* bullets that changed, came, went or moved */
  guint          n;
  gboolean       only_items;
} Group;

static void
group_free (gpointer data)
{
  Group *self = data;

  g_clear_pointer (&self->items, g_hash_table_unref);
  g_free (self);
}

static VacNode *
get_item (VacDifference *difference)
{
  VacNode *node = difference->b != NULL ? difference->b : difference->a;

  return vac_node_get_ancestor (node, VAC_ROLE_ITEM);
}

static void
add_to_group (Group         *group,
              VacDifference *difference)
{
  VacNode *item = get_item (difference);

  if (group->first == NULL)
    group->first = difference;
  group->n++;
  if (item != NULL)
    g_hash_table_add (group->items, item);
  else
    group->only_items = FALSE;
}

static GPtrArray *
make_groups (VacDiff *self)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GHashTable) by_node = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->differences->len; i++)
    {
      VacDifference *difference = g_ptr_array_index (self->differences, i);
      VacNode *node = vac_diff_get_part (self, difference);
      Group *group = g_hash_table_lookup (by_node, node);

      if (group == NULL)
        {
          group = g_new0 (Group, 1);
          group->node = node;
          group->items = g_hash_table_new (NULL, NULL);
          group->only_items = TRUE;
          g_hash_table_insert (by_node, node, group);
          g_ptr_array_add (groups, group);
        }
      add_to_group (group, difference);
    }

  return groups;
}

/* Returns: (transfer full) (nullable): both ends in short; %NULL when they are not known */
static char *
say_range (VacDocument *document,
           VacNode     *pay)
{
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  const char *currency = vac_node_get_member_text (pay, VAC_ROLE_PAY_CURRENCY);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  VacMoney minimum, maximum;

  if (!vac_node_get_member_money (pay, VAC_ROLE_PAY_MINIMUM, &minimum) ||
      !vac_node_get_member_money (pay, VAC_ROLE_PAY_MAXIMUM, &maximum))
    return NULL;
  low = vac_money_format_short (minimum, VAC_MONEY_SHORT_EXACT, currency, language);
  high = vac_money_format_short (maximum, VAC_MONEY_SHORT_EXACT, currency, language);

  return g_strdup_printf ("%s–%s", low, high);
}

static char *
say_pay (VacDiff *self)
{
  g_autofree char *before = say_range (self->a, vac_document_get (self->a, VAC_ROLE_PAY));
  g_autofree char *after = say_range (self->b, vac_document_get (self->b, VAC_ROLE_PAY));

  if (before == NULL || after == NULL || g_str_equal (before, after))
    return NULL;

  return g_strdup_printf (_("Pay %s → %s"), before, after);
}

static char *
say_group (VacDiff *self,
           Group   *group)
{
  g_autofree char *said = NULL;
  g_autofree char *place = NULL;

  if (vac_node_get_role (group->node) == VAC_ROLE_PAY)
    said = say_pay (self);
  else if (group->n == 1)
    said = vac_diff_describe (self, group->first);
  if (said != NULL && g_utf8_strlen (said, -1) <= LONGEST_LINE)
    return g_steal_pointer (&said);

  place = vac_diff_name_place (self->b, group->node, NULL);
  if (group->only_items)
    return g_strdup_printf (ngettext ("%u bullet in %s", "%u bullets in %s",
                                      g_hash_table_size (group->items)),
                            g_hash_table_size (group->items), place);

  return g_strdup_printf (ngettext ("%u change in %s", "%u changes in %s", group->n), group->n,
                          place);
}

/**
 * vac_diff_summarize:
 * @self: differences
 *
 * Returns: (transfer full): what differs in a line that is not much longer than a hundred
 *   characters, as in "Pay $120k–$180k → $130k–$185k; 3 bullets in Technical Skills", in the
 *   language of the program
 */
char *
vac_diff_summarize (VacDiff *self)
{
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  if (self->differences->len == 0)
    return g_strdup (self->layout->len > 0 ? _("Layout only") : _("No changes"));

  groups = make_groups (self);
  for (guint i = 0; i < groups->len; i++)
    {
      g_autofree char *said = say_group (self, g_ptr_array_index (groups, i));

      if (i > 0 && g_utf8_strlen (line->str, -1) + g_utf8_strlen (said, -1) > LONGEST_LINE)
        {
          const guint n = groups->len - i;

          g_string_append_printf (line, ngettext ("; %u more part", "; %u more parts", n), n);
          break;
        }
      if (i > 0)
        g_string_append (line, "; ");
      g_string_append (line, said);
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}
