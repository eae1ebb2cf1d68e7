/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-diff-describe"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-date.h"
#include "vac-diff-private.h"
#include "vac-entry.h"
#include "vac-quote.h"

/* Saying in a line what differs, in the language of the program. */

/* Returns: (transfer full): @text as a line, short enough to be quoted */
static char *
shorten (const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (line, g_utf8_get_char (p));
    else if (line->len > 0 && line->str[line->len - 1] != ' ')
      g_string_append_c (line, ' ');
  if (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);

  return vac_quote_shorten (line->str);
}

static char *
say_money (VacDocument *document,
           VacNode     *leaf,
           VacMoney     amount)
{
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  VacNode *basis = vac_node_get (vac_node_get_parent (leaf), VAC_ROLE_LEVEL_BASIS);

  if (basis != NULL && !g_str_equal (vac_node_get_text (basis), VAC_BASIS_AMOUNT))
    return vac_money_format_percent (amount / VAC_MONEY_ONE, FALSE, language);

  return vac_money_format (amount, vac_entry_get_currency (document, leaf), language);
}

/* Returns: (transfer full): the value of a leaf as it can stand in a sentence; empty for none */
static char *
say_value (VacDocument *document,
           VacNode     *leaf,
           const char  *text)
{
  const VacField *field = vac_node_get_field (leaf);
  const VacChoice *choice = field != NULL ? vac_field_find_choice (field, text) : NULL;
  VacMoney amount;
  GDate date;

  if (field == NULL)
    return shorten (text);
  if (choice != NULL)
    return g_strdup (_(choice->label));
  if (field->kind == VAC_KIND_MONEY && vac_money_parse (text, &amount))
    return say_money (document, leaf, amount);
  if (field->kind == VAC_KIND_DATE && vac_date_from_iso (text, &date))
    return vac_date_format (&date, vac_document_get_text (document, VAC_ROLE_LANGUAGE));
  if (field->kind == VAC_KIND_DECIMAL)
    return vac_entry_show (document, leaf);

  return shorten (text);
}

/* Returns: (transfer full): what an element is known by: its own text, that of the member that is
 * filled in first, or else what it is */
static char *
name_element (VacDocument *document,
              VacNode     *element)
{
  const VacField *field = vac_node_get_field (element);
  const VacRole role = field != NULL ? vac_field_get_main_role (field) : VAC_ROLE_NONE;
  VacNode *leaf = role != VAC_ROLE_NONE ? vac_node_get (element, role) : element;
  g_autofree char *value = NULL;

  if (field == NULL)
    return g_strdup (vac_node_get_name (element));
  value = say_value (document, leaf, vac_node_get_text (leaf));

  return *value != '\0' ? g_steal_pointer (&value) : g_strdup (_(field->label));
}

/* What the reader need not be told: lists that are all there is to see of a section, and the record
 * that most facts are in. */
static gboolean
goes_without_saying (VacNode *node)
{
  const VacRole role = vac_node_get_role (node);

  return role == VAC_ROLE_SECTION_ITEMS || role == VAC_ROLE_JOB;
}

static gboolean
is_element (VacNode *node)
{
  return vac_node_get_parent (node) != NULL &&
         vac_node_get_kind (vac_node_get_parent (node)) == VAC_KIND_LIST;
}

/* Whether the element that @leaf is in is known by it. */
static gboolean
is_main (VacNode *leaf)
{
  VacNode *parent = vac_node_get_parent (leaf);
  const VacField *field = vac_node_get_field (parent);

  return is_element (parent) && field != NULL &&
         field->kind == VAC_KIND_RECORD &&
         vac_field_get_main_role (field) == vac_node_get_role (leaf);
}

static void
prepend (GString    *place,
         const char *name)
{
  if (place->len > 0)
    g_string_prepend (place, ", ");
  g_string_prepend (place, name);
}

/*
 * vac_diff_name_place:
 * @document: the document that @node is in
 *
 * Returns: (transfer full): where @node is: the names of what it is in, from the section on, and
 *   its own
 */
char *
vac_diff_name_place (VacDocument *document,
            VacNode     *node)
{
  g_autoptr (GString) place = g_string_new (NULL);

  if (vac_node_get_parent (node) == NULL)
    return g_strdup (_(vac_node_get_field (node)->label));

  while (vac_node_get_parent (node) != NULL)
    {
      if (is_element (node))
        {
          g_autofree char *name = name_element (document, node);
          g_autofree char *quoted = g_strdup_printf (_("“%s”"), name);

          if (vac_node_get_role (node) == VAC_ROLE_SECTION)
            {
              prepend (place, name);
              break;
            }
          prepend (place, quoted);
          node = vac_node_get_parent (node);
        }
      else if (vac_node_get_field (node) == NULL)
        prepend (place, vac_node_get_name (node));
      else if (!goes_without_saying (node) ||
               (place->len == 0 && vac_node_get_role (node) == VAC_ROLE_JOB))
        prepend (place, _(vac_node_get_field (node)->label));
      node = vac_node_get_parent (node);
    }

  return g_string_free (g_steal_pointer (&place), FALSE);
}

/* What a sentence begins with. What an element is known by need not be named, nor the element where
 * its own words are told before and after. */
static VacNode *
get_subject (VacNode  *leaf,
             gboolean  both)
{
  VacNode *element = is_element (leaf) ? leaf : vac_node_get_parent (leaf);

  if ((leaf != element && !is_main (leaf)) || vac_node_get_role (element) == VAC_ROLE_SECTION)
    return leaf;

  return both ? vac_node_get_parent (element) : element;
}

/* Returns: (transfer full): the words of one kind that changed, with "…" for what is between */
static char *
collect_words (VacDifference   *difference,
               VacDiffSpanKind  kind)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < difference->spans->len; i++)
    {
      const VacDiffSpan *span = &g_array_index (difference->spans, VacDiffSpan, i);

      if (span->kind == VAC_DIFF_KEPT && words->len > 0)
        g_string_append (words, " … ");
      if (span->kind == kind)
        g_string_append_len (words,
                             kind == VAC_DIFF_ADDED ? difference->text_b + span->start_b
                                                    : difference->text_a + span->start_a,
                             (gssize) (span->length_a + span->length_b));
    }
  while (g_str_has_suffix (words->str, " … "))
    g_string_truncate (words, words->len - strlen (" … "));

  return shorten (words->str);
}

static char *
say_words (VacDiff       *self,
           VacDifference *difference)
{
  g_autofree char *removed = collect_words (difference, VAC_DIFF_REMOVED);
  g_autofree char *added = collect_words (difference, VAC_DIFF_ADDED);
  VacNode *subject = get_subject (difference->b, *removed != '\0' && *added != '\0');
  g_autofree char *place = vac_diff_name_place (self->b, subject);

  if (*removed == '\0')
    return g_strdup_printf (_("%s: “%s” added"), place, added);
  if (*added == '\0')
    return g_strdup_printf (_("%s: “%s” removed"), place, removed);

  return g_strdup_printf (_("%s: “%s” → “%s”"), place, removed, added);
}

static char *
say_values (VacDiff       *self,
            VacDifference *difference)
{
  g_autofree char *before = say_value (self->a, difference->a, difference->text_a);
  g_autofree char *after = say_value (self->b, difference->b, difference->text_b);
  VacNode *subject = get_subject (difference->b, *before != '\0' && *after != '\0');
  g_autofree char *place = vac_diff_name_place (self->b, subject);

  if (vac_node_get_kind (difference->b) == VAC_KIND_TOGGLE)
    return g_strdup_printf (vac_node_get_toggle (difference->b) ? _("%s: turned on")
                                                                : _("%s: turned off"), place);
  if (*before == '\0')
    return g_strdup_printf (_("%s: set to %s"), place, after);
  if (*after == '\0')
    return g_strdup_printf (_("%s: %s removed"), place, before);

  return g_strdup_printf (_("%s: %s → %s"), place, before, after);
}

static char *
say_change (VacDiff       *self,
            VacDifference *difference)
{
  const VacField *field = vac_node_get_field (difference->b);

  return field != NULL && vac_field_is_leaf (field) && vac_diff_has_words (field)
             ? say_words (self, difference)
             : say_values (self, difference);
}

static char *
say_move (VacDiff       *self,
          VacDifference *difference,
          const char    *place,
          const char    *name)
{
  g_autofree char *from = NULL;

  if (vac_diff_get_counterpart (self, difference->list_a) == difference->list_b &&
      difference->position_a == difference->position_b)
    return g_strdup_printf (_("%s: “%s” moved"), place, name);
  if (vac_diff_get_counterpart (self, difference->list_a) == difference->list_b)
    return g_strdup_printf (_("%s: “%s” moved from place %u to %u"), place, name,
                            difference->position_a + 1, difference->position_b + 1);
  from = vac_diff_name_place (self->a, difference->list_a);

  return g_strdup_printf (_("%s: “%s” moved here from %s"), place, name, from);
}

/**
 * vac_diff_describe:
 * @self: differences
 * @difference: one of them
 *
 * Returns: (transfer full): a line that says where it is and what differs, as in "Pay, Minimum:
 *   $120,000 → $130,000", in the language of the program; long texts are shortened
 */
char *
vac_diff_describe (VacDiff       *self,
                   VacDifference *difference)
{
  g_autofree char *place = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL && difference != NULL, NULL);

  if (difference->kind == VAC_DIFFERENCE_CHANGED || difference->kind == VAC_DIFFERENCE_LAYOUT)
    return say_change (self, difference);

  if (difference->kind == VAC_DIFFERENCE_REMOVED)
    {
      place = vac_diff_name_place (self->a, difference->list_a);
      name = name_element (self->a, difference->a);
      return g_strdup_printf (_("%s: “%s” removed"), place, name);
    }
  place = vac_diff_name_place (self->b, difference->list_b);
  name = name_element (self->b, difference->b);
  if (difference->kind == VAC_DIFFERENCE_MOVED)
    return say_move (self, difference, place, name);

  return g_strdup_printf (_("%s: “%s” added"), place, name);
}
