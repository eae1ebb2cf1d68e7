/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-parts"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "vac-audience.h"
#include "vac-characters.h"
#include "vac-entry.h"
#include "vac-placeholder.h"
#include "vac-quote.h"
#include "vac-review-private.h"
#include "vac-rule.h"
#include "vac-wording.h"

/* What is checked by walking through the parts of a posting: every value against its field, the
 * ids of sections, the weights of assessments, the placeholders in texts. An empty member that
 * nobody has asked for has nothing wrong in it, and is not made to be looked at. */

/* Whether the JSON that was found in a node's place would still be written to the file. */
static gboolean
is_of_another_type (VacNode *node)
{
  if (vac_node_get_kind (node) == VAC_KIND_OPAQUE || vac_node_get_raw (node) == NULL)
    return FALSE;
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    if (vac_node_get_kind (node) == VAC_KIND_LIST ||
        !vac_node_is_empty (vac_node_get_child (node, i)))
      return FALSE;

  return *vac_node_get_text (node) == '\0';
}

static gboolean
is_no_number (VacNode *node)
{
  const VacField *field = vac_node_get_field (node);
  gint64 value;
  VacMoney amount;

  if (*vac_node_get_text (node) == '\0')
    return FALSE;

  return (vac_node_get_kind (node) == VAC_KIND_INTEGER && !vac_node_get_integer (node, &value)) ||
         (field != NULL && vac_field_is_decimal (field) && !vac_node_get_money (node, &amount));
}

/* The node knows, where the field would look at all of it again. */
static gboolean
is_picture (VacNode *node)
{
  g_autoptr (VacPicture) picture = vac_node_get_kind (node) == VAC_KIND_PICTURE
                                       ? vac_node_get_picture (node) : NULL;

  return picture != NULL;
}

/* Whether nothing can be wrong with a value, whatever else the document says. Amounts can be wrong
 * in their currency, too: half a yen. */
static gboolean
is_fine (const VacField *field,
         const char     *text,
         gsize           length,
         gpointer        user_data)
{
  if (text == NULL)
    return (field->kind == VAC_KIND_TEXT || field->kind == VAC_KIND_PROSE) &&
           field->syntax == VAC_SYNTAX_ANY &&
           (field->maximum == 0 || length <= (gsize) field->maximum);

  return *text == '\0' ||
         (field->kind != VAC_KIND_PICTURE &&
          (field->kind != VAC_KIND_MONEY || strchr (text, '.') == NULL) &&
          vac_field_accepts (field, text, NULL));
}

static void
check_value (VacDocument *document,
             VacNode     *node,
             gboolean     only_unshown,
             GPtrArray   *findings)
{
  const VacField *field = vac_node_get_field (node);
  g_autoptr (GError) error = NULL;

  if (field == NULL || is_picture (node))
    return;
  if (is_of_another_type (node))
    vac_rule_report (VAC_RULE_TYPE, findings, node,
                     _("%s: This value is of a type that does not belong here. It is kept, "
                       "but not shown."),
                     _(field->label));
  else if (vac_field_is_leaf (field) && (!only_unshown || is_no_number (node)) &&
           (!vac_field_accepts (field, vac_node_get_text (node), &error) ||
            (!only_unshown && !vac_entry_check_digits (document, node, &error))))
    vac_rule_report (VAC_RULE_VALUE, findings, node, "%s: %s", _(field->label), error->message);

  for (guint i = 0, n = vac_node_get_n_children (node); i < n; i++)
    {
      VacNode *child = vac_node_peek_unless (node, i, is_fine, NULL);

      if (child != NULL)
        check_value (document, child, only_unshown, findings);
    }
}

/*
 * vac_review_check_values:
 * @only_unshown: whether to skip values that are wrong but printed
 */
void
vac_review_check_values (VacDocument *document,
                         gboolean     only_unshown,
                         GPtrArray   *findings)
{
  check_value (document, vac_document_get_root (document), only_unshown, findings);
}

static void
check_section_ids (VacNode    *list,
                   GHashTable *seen,
                   GPtrArray  *findings)
{
  for (guint i = 0; list != NULL && i < vac_node_get_n_children (list); i++)
    {
      VacNode *section = vac_node_get_child (list, i);
      const char *id = vac_node_get_member_text (section, VAC_ROLE_SECTION_ID);

      if (*id != '\0' && !g_hash_table_add (seen, (gpointer) id))
        {
          g_autofree char *quoted = vac_quote_shorten (id);

          vac_rule_report (VAC_RULE_SECTION_ID, findings,
                           vac_node_get (section, VAC_ROLE_SECTION_ID),
                           _("An earlier section also has the id “%s”."), quoted);
        }
      check_section_ids (vac_node_peek (section, VAC_ROLE_SUBSECTIONS), seen, findings);
    }
}

static void
check_additions (VacNode    *variation,
                 GHashTable *ids,
                 GPtrArray  *findings)
{
  VacNode *additions = vac_node_get (variation, VAC_ROLE_ADDITIONS);

  g_assert (additions != NULL);

  for (guint i = 0; i < vac_node_get_n_children (additions); i++)
    {
      VacNode *added = vac_node_get_child (additions, i);
      const char *id = vac_node_get_member_text (added, VAC_ROLE_ADDITION_SECTION);
      g_autofree char *quoted = NULL;

      if (g_hash_table_contains (ids, id))
        continue;
      quoted = vac_quote_shorten (id);
      vac_rule_report (VAC_RULE_ADDITION, findings,
                       vac_node_get (added, VAC_ROLE_ADDITION_SECTION),
                       _("There is no section “%s” for this addition to go into."), quoted);
    }
}

/* Who is to ask what nobody can find asks nothing. */
static void
check_plan (VacNode    *interviewer,
            GHashTable *ids,
            GPtrArray  *findings)
{
  VacNode *asks = vac_node_get (interviewer, VAC_ROLE_INTERVIEWER_ASKS);

  g_assert (asks != NULL);

  for (guint i = 0; i < vac_node_get_n_children (asks); i++)
    {
      VacNode *part = vac_node_get_child (asks, i);
      g_autofree char *quoted = vac_quote_shorten (vac_node_get_text (part));

      if (!g_hash_table_contains (ids, vac_node_get_text (part)))
        vac_rule_report (VAC_RULE_PLAN, findings, part,
                         _("There is no section “%s” whose questions could be asked."), quoted);
    }
}

void
vac_review_check_sections (VacDocument *document,
                           GPtrArray   *findings)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  VacNode *variations = vac_document_get (document, VAC_ROLE_VARIATIONS);
  VacNode *plan = vac_document_get (document, VAC_ROLE_PLAN);

  check_section_ids (vac_document_get (document, VAC_ROLE_SECTIONS), ids, findings);
  for (guint i = 0; i < vac_node_get_n_children (variations); i++)
    check_additions (vac_node_get_child (variations, i), ids, findings);
  for (guint i = 0; i < vac_node_get_n_children (plan); i++)
    check_plan (vac_node_get_child (plan, i), ids, findings);
}

static void
check_weights (VacNode   *assessment,
               GPtrArray *findings)
{
  VacNode *criteria = vac_node_get (assessment, VAC_ROLE_CRITERIA);
  gboolean weighed = FALSE;
  gint64 sum = 0;

  g_assert (criteria != NULL);

  for (guint i = 0; i < vac_node_get_n_children (criteria); i++)
    {
      gint64 weight;

      if (!vac_node_get_member_integer (vac_node_get_child (criteria, i), VAC_ROLE_CRITERION_WEIGHT,
                                        &weight))
        continue;
      weighed = TRUE;
      sum += CLAMP (weight, 0, 1000);   /* outside the field's limits, which is reported as such */
    }

  if (weighed && sum != 100)
    vac_rule_report (VAC_RULE_WEIGHTS, findings, assessment,
                     _("The weights of this assessment add up to %" PRId64 ", not 100."), sum);
}

void
vac_review_check_assessments (VacDocument *document,
                              GPtrArray   *findings)
{
  VacNode *assessments = vac_document_get (document, VAC_ROLE_ASSESSMENTS);

  for (guint i = 0; i < vac_node_get_n_children (assessments); i++)
    check_weights (vac_node_get_child (assessments, i), findings);
}

/* Finds the first placeholder with a name that vac_wording_fill() returned. */
static gboolean
find_placeholder (const char     *text,
                  const char     *name,
                  VacPlaceholder *placeholder)
{
  for (gsize from = 0; vac_placeholder_next (text, from, placeholder); from = placeholder->end)
    if (placeholder->name_length == strlen (name) &&
        strncmp (placeholder->name, name, placeholder->name_length) == 0)
      return TRUE;

  return FALSE;
}

static void
report_placeholder (VacNode    *leaf,
                    const char *name,
                    GPtrArray  *findings)
{
  VacPlaceholder placeholder;
  g_autofree char *quoted = vac_quote_shorten (name);
  VacFinding *finding;

  if (!find_placeholder (vac_node_get_shown_text (leaf), name, &placeholder))
    return;
  if (placeholder.field == NULL)
    finding = vac_rule_report (VAC_RULE_PLACEHOLDER_UNKNOWN, findings, leaf,
                               _("Nothing fills the placeholder “{{%s}}”."), quoted);
  else
    finding = vac_rule_report (VAC_RULE_PLACEHOLDER_UNFILLED, findings, leaf,
                               /* Translators: the second one is the name of a field */
                               _("“{{%s}}” is not filled, because this field is empty or hidden: "
                                 "%s."),
                               quoted, _(placeholder.field->label));
  vac_finding_set_span (finding, placeholder.start, placeholder.end - placeholder.start);
}

static void
check_text (VacDocument *document,
            VacNode     *leaf,
            GPtrArray   *findings)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_free (vac_wording_fill (document, vac_node_get_shown_text (leaf), names));
  for (guint i = 0; i < names->len; i++)
    report_placeholder (leaf, g_ptr_array_index (names, i), findings);
}

static void
check_texts (VacDocument *document,
             VacNode     *node,
             GPtrArray   *findings)
{
  /* An id is for programs, and a picture's text for nobody. */
  if (vac_node_get_role (node) == VAC_ROLE_SECTION_ID ||
      vac_node_get_kind (node) == VAC_KIND_PICTURE ||
      !vac_audience_sees_part (VAC_AUDIENCE_CANDIDATE, document, node))
    return;
  if (strstr (vac_node_get_text (node), "{{") != NULL)
    check_text (document, node, findings);
  for (guint i = 0, n = vac_node_get_n_children (node); i < n; i++)
    {
      VacNode *child = vac_node_peek_holding (node, i, "{{");

      if (child != NULL)
        check_texts (document, child, findings);
    }
}

void
vac_review_check_placeholders (VacDocument *document,
                               GPtrArray   *findings)
{
  static const VacRole read_by_candidates[] = { VAC_ROLE_JOB, VAC_ROLE_SECTIONS, VAC_ROLE_LEVELS };

  for (guint i = 0; i < G_N_ELEMENTS (read_by_candidates); i++)
    check_texts (document, vac_document_get (document, read_by_candidates[i]), findings);
}

/* Finds the first character of @text that would be printed as an empty box; none of ASCII is. */
static const char *
find_missing (const char *text)
{
  for (;;)
    {
      for (; *text != '\0' && (guchar) *text < 0x80; text++)
        ;
      if (*text == '\0')
        return NULL;
      if (!vac_characters_has (g_utf8_get_char (text)))
        return text;
      text = g_utf8_next_char (text);
    }
}

static gboolean
is_in_fonts (const VacField *field,
             const char     *text,
             gsize           length,
             gpointer        user_data)
{
  return text != NULL && find_missing (text) == NULL;
}

static void
check_characters (VacDocument *document,
                  VacNode     *node,
                  GPtrArray   *findings)
{
  const char *text = vac_node_get_shown_text (node);
  const char *missing;

  if (vac_node_get_kind (node) == VAC_KIND_PICTURE ||
      !vac_audience_sees_part (VAC_AUDIENCE_CANDIDATE, document, node))
    return;
  missing = find_missing (text);
  if (missing != NULL)
    {
      VacFinding *finding = vac_rule_report (
          VAC_RULE_CHARACTER, findings, node,
          _("No font on this computer has the character “%.*s” (U+%04X); it is printed as an "
            "empty box."),
          (int) (g_utf8_next_char (missing) - missing), missing, g_utf8_get_char (missing));

      vac_finding_set_span (finding, (gsize) (missing - text),
                            (gsize) (g_utf8_next_char (missing) - missing));
    }
  for (guint i = 0, n = vac_node_get_n_children (node); i < n; i++)
    {
      VacNode *child = vac_node_peek_unless (node, i, is_in_fonts, NULL);

      if (child != NULL)
        check_characters (document, child, findings);
    }
}

void
vac_review_check_characters (VacDocument *document,
                             GPtrArray   *findings)
{
  check_characters (document, vac_document_get (document, VAC_ROLE_JOB), findings);
  check_characters (document, vac_document_get (document, VAC_ROLE_SECTIONS), findings);
}

/* Whether "](" at @middle was meant to be in the middle of a link, to something like an address or
 * to nothing, and is none. */
static gboolean
is_broken_link (const char      *text,
                const VacMarkup *markup,
                const char      *middle,
                const char     **start,
                const char     **end)
{
  const gsize at = (gsize) (middle - text);
  g_autofree char *address = NULL;

  if (vac_markup_from_stored (markup, at) == vac_markup_from_stored (markup, at + 1))
    return FALSE;
  for (*start = middle; *start > text && **start != '[' && **start != '\n'; (*start)--)
    ;
  *end = middle + strcspn (middle, ") \t\n");
  if (**start != '[' || **end != ')' || (*start > text && (*start)[-1] == '\\') ||
      middle[-1] == '\\')
    return FALSE;
  address = g_strndup (middle + 2, (gsize) (*end - middle) - 2);

  return *address == '\0' || strpbrk (address, ".:/@") != NULL;
}

static void
check_links (VacNode   *leaf,
             GPtrArray *findings)
{
  const char *text = vac_node_get_text (leaf);
  const VacMarkup *markup = vac_node_get_markup (leaf);

  for (const char *at = strstr (text, "]("); at != NULL; at = strstr (at + 2, "]("))
    {
      const char *start, *end;
      g_autofree char *words = NULL;
      g_autofree char *quoted = NULL;
      VacFinding *finding;
      gsize from;

      if (!is_broken_link (text, markup, at, &start, &end))
        continue;
      words = g_strndup (start, (gsize) (end + 1 - start));
      quoted = vac_quote_shorten (words);
      finding = vac_rule_report (VAC_RULE_LINK, findings, leaf,
                                 _("“%s” is no link: the address has to begin with https://, "
                                   "http://, mailto:, or tel:."), quoted);
      from = vac_markup_from_stored (markup, (gsize) (start - text));
      vac_finding_set_span (finding, from,
                            vac_markup_from_stored (markup, (gsize) (end + 1 - text)) - from);
    }
}

static void
check_links_in (VacDocument *document,
                VacNode     *node,
                GPtrArray   *findings)
{
  if (!vac_audience_sees_part (VAC_AUDIENCE_CANDIDATE, document, node))
    return;
  if (vac_node_get_field (node) != NULL && vac_node_get_field (node)->marked)
    check_links (node, findings);
  for (guint i = 0, n = vac_node_get_n_children (node); i < n; i++)
    {
      VacNode *child = vac_node_peek_holding (node, i, "](");

      if (child != NULL)
        check_links_in (document, child, findings);
    }
}

void
vac_review_check_links (VacDocument *document,
                        GPtrArray   *findings)
{
  check_links_in (document, vac_document_get (document, VAC_ROLE_SECTIONS), findings);
}
