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

static char *
say_number (VacDocument *document,
            VacMoney     number)
{
  return vac_money_format_with (number, vac_money_count_decimals (number), NULL,
                                vac_document_get_text (document, VAC_ROLE_LANGUAGE));
}

/* What a picture is kept as is for nobody to read. */
static char *
say_picture (const char *text,
             gboolean    another)
{
  g_autoptr (VacPicture) picture = *text != '\0' ? vac_picture_new (text, NULL) : NULL;

  if (*text == '\0')
    return g_strdup ("");
  if (picture == NULL)
    return g_strdup (_("something that is no picture"));

  return g_strdup_printf (another ? _("another picture of %u × %u pixels")
                                  : _("a picture of %u × %u pixels"),
                          vac_picture_get_width (picture), vac_picture_get_height (picture));
}

/**
 * vac_diff_say_value:
 * @document: the document that @leaf is in
 * @leaf: a leaf
 * @text: what is or was its value
 *
 * Returns: (transfer full): @text as a person reads it, such as "$120,000"; empty for none
 */
char *
vac_diff_say_value (VacDocument *document,
                    VacNode     *leaf,
                    const char  *text)
{
  const VacField *field = vac_node_get_field (leaf);
  const VacChoice *choice = field != NULL ? vac_field_find_choice (field, text) : NULL;
  VacMoney number;
  GDate date;

  if (field == NULL)
    return g_strdup (text);
  if (field->kind == VAC_KIND_PICTURE)
    return say_picture (text, FALSE);
  if (field->kind == VAC_KIND_TOGGLE && vac_field_accepts (field, text, NULL))
    return g_strdup ((*text == '\0' ? field->on : g_str_equal (text, "true"))
                         ? C_("toggle", "on") : C_("toggle", "off"));
  if (choice != NULL)
    return g_strdup (_(choice->label));
  if (field->kind == VAC_KIND_MONEY && vac_money_parse (text, &number))
    return say_money (document, leaf, number);
  if (field->kind == VAC_KIND_DECIMAL && vac_money_parse (text, &number))
    return say_number (document, number);
  if (field->kind == VAC_KIND_DATE && vac_date_from_iso (text, &date))
    return vac_date_format (&date, vac_document_get_text (document, VAC_ROLE_LANGUAGE));

  return g_strdup (text);
}

/*
 * vac_diff_name_element:
 * @document: the document that @element is in
 *
 * Returns: (transfer full): what an element is known by: its own text, that of the member that is
 *   filled in first, or else what it is
 */
char *
vac_diff_name_element (VacDocument *document,
                       VacNode     *element)
{
  const VacField *field = vac_node_get_field (element);
  const VacRole role = field != NULL ? vac_field_get_main_role (field) : VAC_ROLE_NONE;
  VacNode *leaf = role != VAC_ROLE_NONE ? vac_node_get (element, role) : element;
  g_autofree char *value = NULL;

  if (field == NULL)
    return g_strdup (vac_node_get_name (element));
  value = vac_diff_say_value (document, leaf, vac_node_get_text (leaf));

  return *value != '\0' ? shorten (value) : g_strdup (_(field->label));
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
 * @within: (nullable): something around @node, or @node, that need not be named
 *
 * Returns: (transfer full): where @node is: the names of what it is in, from the section on, and
 *   its own
 */
char *
vac_diff_name_place (VacDocument *document,
                     VacNode     *node,
                     VacNode     *within)
{
  g_autoptr (GString) place = g_string_new (NULL);

  if (vac_node_get_parent (node) == NULL)
    return g_strdup (_(vac_node_get_field (node)->label));

  while (vac_node_get_parent (node) != NULL && node != within)
    {
      if (is_element (node))
        {
          g_autofree char *name = vac_diff_name_element (document, node);
          g_autofree char *quoted = g_strdup_printf (_("“%s”"), name);

          if (vac_node_get_role (node) == VAC_ROLE_SECTION)
            {
              prepend (place, name);
              break;
            }
          prepend (place, quoted);
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

/* What there is to say of a difference. */
typedef struct
{
  VacDocument *document;   /* that @subject is in */
  VacNode     *subject;    /* where */
  char        *message;    /* what */
} Sentence;

static void
sentence_clear (Sentence *self)
{
  g_free (self->message);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sentence, sentence_clear)

static Sentence
make_sentence (VacDocument *document,
               VacNode     *subject,
               char        *message)
{
  return (Sentence) { document, subject, message };
}

/* What a sentence is about. What an element is known by need not be named, nor the element where
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

static char *
say_words (const char *removed,
           const char *added)
{
  if (*removed == '\0')
    return g_strdup_printf (_("“%s” added"), added);
  if (*added == '\0')
    return g_strdup_printf (_("“%s” removed"), removed);

  return g_strdup_printf (_("“%s” → “%s”"), removed, added);
}

static char *
say_values (VacNode    *node,
            const char *whole_before,
            const char *whole_after)
{
  g_autofree char *before = shorten (whole_before);
  g_autofree char *after = shorten (whole_after);

  if (vac_node_get_kind (node) == VAC_KIND_TOGGLE)
    return g_strdup (vac_node_get_toggle (node) ? _("turned on") : _("turned off"));
  if (*before == '\0')
    return g_strdup_printf (_("set to %s"), after);
  if (*after == '\0')
    return g_strdup_printf (_("%s removed"), before);

  return g_strdup_printf (_("%s → %s"), before, after);
}

/**
 * vac_difference_has_words:
 * @self: a difference
 *
 * Returns: whether it is a text whose words can be shown as kept, removed and added one by one;
 *   other values have changed as a whole
 */
gboolean
vac_difference_has_words (VacDifference *self)
{
  const VacField *field;

  g_return_val_if_fail (self != NULL, FALSE);

  field = self->kind == VAC_DIFFERENCE_CHANGED ? vac_node_get_field (self->b) : NULL;

  return field != NULL && vac_diff_has_words (field);
}

/**
 * vac_diff_get_before:
 * @self: differences
 * @difference: something that changed
 *
 * Returns: (transfer full): its value in A as a person reads it, such as "$120,000"; empty for none
 */
char *
vac_diff_get_before (VacDiff       *self,
                     VacDifference *difference)
{
  g_return_val_if_fail (self != NULL && difference != NULL && difference->text_a != NULL, NULL);

  return vac_difference_has_words (difference)
             ? g_strdup (difference->text_a)
             : vac_diff_say_value (self->a, difference->a, difference->text_a);
}

/**
 * vac_diff_get_after:
 * @self: differences
 * @difference: something that changed
 *
 * Returns: (transfer full): its value in B as a person reads it; empty for none
 */
char *
vac_diff_get_after (VacDiff       *self,
                    VacDifference *difference)
{
  g_return_val_if_fail (self != NULL && difference != NULL && difference->text_b != NULL, NULL);

  if (vac_node_get_kind (difference->b) == VAC_KIND_PICTURE)
    return say_picture (difference->text_b, *difference->text_a != '\0');

  return vac_difference_has_words (difference)
             ? g_strdup (difference->text_b)
             : vac_diff_say_value (self->b, difference->b, difference->text_b);
}

static Sentence
say_change (VacDiff       *self,
            VacDifference *difference)
{
  const gboolean words = vac_difference_has_words (difference);
  g_autofree char *before = words ? collect_words (difference, VAC_DIFF_REMOVED)
                                  : vac_diff_get_before (self, difference);
  g_autofree char *after = words ? collect_words (difference, VAC_DIFF_ADDED)
                                 : vac_diff_get_after (self, difference);

  return make_sentence (self->b,
                        get_subject (difference->b, *before != '\0' && *after != '\0'),
                        words ? say_words (before, after)
                              : say_values (difference->b, before, after));
}

static char *
say_move (VacDiff       *self,
          VacDifference *difference,
          const char    *name)
{
  g_autofree char *from = NULL;

  if (vac_diff_get_counterpart (self, difference->list_a) != difference->list_b)
    {
      from = vac_diff_name_place (self->a, difference->list_a, NULL);
      return g_strdup_printf (_("“%s” moved here from %s"), name, from);
    }
  if (difference->position_a == difference->position_b)
    return g_strdup_printf (_("“%s” moved"), name);

  return g_strdup_printf (_("“%s” moved from place %u to %u"), name, difference->position_a + 1,
                          difference->position_b + 1);
}

static Sentence
say_place (VacDiff       *self,
           VacDifference *difference)
{
  const gboolean removed = difference->kind == VAC_DIFFERENCE_REMOVED;
  VacDocument *document = removed ? self->a : self->b;
  g_autofree char *name = vac_diff_name_element (document, removed ? difference->a : difference->b);

  if (removed)
    return make_sentence (document, difference->list_a,
                          g_strdup_printf (_("“%s” removed"), name));

  return make_sentence (document, difference->list_b,
                        difference->kind == VAC_DIFFERENCE_MOVED
                            ? say_move (self, difference, name)
                            : g_strdup_printf (_("“%s” added"), name));
}

static Sentence
say (VacDiff       *self,
     VacDifference *difference)
{
  return difference->kind == VAC_DIFFERENCE_CHANGED || difference->kind == VAC_DIFFERENCE_LAYOUT
             ? say_change (self, difference)
             : say_place (self, difference);
}

static char *
join (const char *place,
      const char *message)
{
  return *place != '\0' ? g_strdup_printf (_("%s: %s"), place, message) : g_strdup (message);
}

/**
 * vac_diff_describe:
 * @self: differences
 * @difference: one of them that is shown
 *
 * Returns: (transfer full): a line that says where it is and what differs, as in "Pay, Minimum:
 *   $120,000 → $130,000", in the language of the program; long texts are shortened
 */
char *
vac_diff_describe (VacDiff       *self,
                   VacDifference *difference)
{
  g_auto (Sentence) sentence = { 0 };
  g_autofree char *place = NULL;

  g_return_val_if_fail (self != NULL && difference != NULL, NULL);
  g_return_val_if_fail (difference->kind != VAC_DIFFERENCE_LAYOUT, NULL);

  sentence = say (self, difference);
  place = vac_diff_name_place (sentence.document, sentence.subject, NULL);

  return join (place, sentence.message);
}

static VacNode *
find_part (VacNode *node)
{
  VacNode *parent;

  for (; (parent = vac_node_get_parent (node)) != NULL; node = parent)
    if (vac_node_get_role (node) == VAC_ROLE_SECTION ||
        vac_node_get_role (parent) == VAC_ROLE_JOB || vac_node_get_parent (parent) == NULL)
      return node;

  return node;
}

/**
 * vac_diff_get_part:
 * @self: differences
 * @difference: one of them
 *
 * Returns: (transfer none): what it is listed under, in B: the section, or the part of the job or
 *   of the document; for a section that came or went the list that it is in
 */
VacNode *
vac_diff_get_part (VacDiff       *self,
                   VacDifference *difference)
{
  g_return_val_if_fail (self != NULL && difference != NULL, NULL);

  return find_part (difference->list_b != NULL ? difference->list_b : difference->b);
}

/**
 * vac_diff_get_heading:
 * @self: differences
 * @difference: one of them
 *
 * Returns: (transfer full): what vac_diff_get_part() is called, in the language of the program
 *   where it has no title of its own
 */
char *
vac_diff_get_heading (VacDiff       *self,
                      VacDifference *difference)
{
  return vac_diff_name_place (self->b, vac_diff_get_part (self, difference), NULL);
}

/**
 * vac_diff_get_label:
 * @self: differences
 * @difference: one of them that is shown
 *
 * Returns: (transfer full): where it is under its heading; empty where the heading says it all
 */
char *
vac_diff_get_label (VacDiff       *self,
                    VacDifference *difference)
{
  g_auto (Sentence) sentence = { 0 };
  VacNode *part, *within;

  g_return_val_if_fail (self != NULL && difference != NULL, NULL);

  sentence = say (self, difference);
  part = vac_diff_get_part (self, difference);
  within = sentence.document == self->b ? part : vac_diff_get_counterpart (self, part);

  return sentence.subject != within
             ? vac_diff_name_place (sentence.document, sentence.subject, within) : g_strdup ("");
}

/**
 * vac_diff_get_message:
 * @self: differences
 * @difference: one of them that is shown
 *
 * Returns: (transfer full): what differs, without the place, as in "$120,000 → $130,000"
 */
char *
vac_diff_get_message (VacDiff       *self,
                      VacDifference *difference)
{
  g_return_val_if_fail (self != NULL && difference != NULL, NULL);

  return say (self, difference).message;
}
