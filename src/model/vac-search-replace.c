/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-search-replace"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-error.h"
#include "vac-placeholder.h"
#include "vac-search-private.h"

/* Other words in the place of those that were found. A text is changed if it is as right afterwards
 * as it was before; otherwise it stays, and it is said why. */

/* Whether a part of the document is called what @leaf says. */
static gboolean
is_name (VacNode *leaf)
{
  VacNode *record = vac_node_get_parent (leaf);

  if (vac_node_get_role (leaf) == VAC_ROLE_JOB_TITLE)
    return TRUE;

  return vac_node_get_kind (leaf) == VAC_KIND_TEXT && vac_node_get_field (record) != NULL &&
         vac_field_get_main_role (vac_node_get_field (record)) == vac_node_get_role (leaf);
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;

  return TRUE;
}

/* Whether a part of something that is filled in would be replaced, and the rest left. */
static gboolean
breaks_placeholder (const char       *text,
                    const VacPassage *passage)
{
  const gsize end = passage->start + passage->length;
  VacPlaceholder placeholder;

  for (gsize from = 0; vac_placeholder_next (text, from, &placeholder); from = placeholder.end)
    {
      if (placeholder.start >= end)
        return FALSE;
      if (placeholder.field != NULL && placeholder.end > passage->start &&
          (placeholder.start < passage->start || placeholder.end > end))
        return TRUE;
    }

  return FALSE;
}

/* What was wrong before is not made worse. */
static gboolean
accepts (VacNode     *leaf,
         const char  *text,
         GError     **error)
{
  const VacField *field = vac_node_get_field (leaf);
  const char *before = vac_node_get_text (leaf);

  if (is_name (leaf) && is_blank (text) && !is_blank (before))
    {
      g_autofree char *sentence = g_strdup_printf (_("“%s” must not be empty."), _(field->label));

      return vac_error_refuse (error, sentence);
    }
  if (field->kind == VAC_KIND_TEXT && strchr (text, '\n') != NULL && strchr (before, '\n') == NULL)
    return vac_error_refuse (error, _("The text has one line only."));

  return !vac_field_accepts (field, before, NULL) || vac_field_accepts (field, text, error);
}

/* Returns: how many of @passages are free to be replaced; those that are not are taken out */
static guint
drop_placeholders (const char *text,
                   GArray     *passages)
{
  for (guint i = passages->len; i > 0; i--)
    if (breaks_placeholder (text, &g_array_index (passages, VacPassage, i - 1)))
      g_array_remove_index (passages, i - 1);

  return passages->len;
}

/* Returns: (transfer full): the text of @leaf with @replacement in each of @passages */
static char *
put_in (VacNode      *leaf,
        const GArray *passages,
        const char   *replacement)
{
  const char *text = vac_node_get_text (leaf);
  g_autoptr (GString) result = NULL;
  gsize done = 0;

  if (vac_node_get_field (leaf)->marked)
    return vac_markup_splice_all (text, passages, replacement);

  result = g_string_new (NULL);
  for (guint i = 0; i < passages->len; i++)
    {
      const VacPassage *passage = &g_array_index (passages, VacPassage, i);

      g_string_append_len (result, text + done, (gssize) (passage->start - done));
      g_string_append (result, replacement);
      done = passage->start + passage->length;
    }
  g_string_append (result, text + done);

  return g_string_free (g_steal_pointer (&result), FALSE);
}

/* Whether the words are still where they were found. */
static gboolean
is_current (VacSearch      *self,
            const VacMatch *match)
{
  if (vac_node_get_root (match->node) != vac_document_get_root (self->document))
    return FALSE;
  vac_search_find_in (self, match->node, self->passages);
  for (guint i = 0; i < self->passages->len; i++)
    {
      const VacPassage *passage = &g_array_index (self->passages, VacPassage, i);

      if (passage->start == match->start && passage->length == match->length)
        return TRUE;
    }

  return FALSE;
}

/* Returns: (transfer full) (nullable): the text of the place as it would be; %NULL where it cannot
 * be */
static char *
try_out (VacSearch       *self,
         const VacMatch  *match,
         const char      *replacement,
         GError         **error)
{
  g_autofree char *text = NULL;

  if (!is_current (self, match))
    {
      vac_error_refuse (error, _("The words have changed since they were found."));
      return NULL;
    }
  g_array_set_size (self->passages, 0);
  g_array_append_val (self->passages, ((VacPassage) { match->start, match->length }));
  if (drop_placeholders (vac_node_get_text (match->node), self->passages) == 0)
    {
      vac_error_refuse (error, _("A placeholder would no longer be filled in."));
      return NULL;
    }
  text = put_in (match->node, self->passages, replacement);

  return accepts (match->node, text, error) ? g_steal_pointer (&text) : NULL;
}

/**
 * vac_search_check:
 * @self: a search
 * @match: one of its places
 * @replacement: what shall be there; valid UTF-8
 * @error: return location for a sentence that says why it cannot be
 *
 * Returns: whether @replacement could be there; nothing is changed
 */
gboolean
vac_search_check (VacSearch       *self,
                  const VacMatch  *match,
                  const char      *replacement,
                  GError         **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL && match != NULL && VAC_IS_NODE (match->node), FALSE);
  g_return_val_if_fail (replacement != NULL && g_utf8_validate (replacement, -1, NULL), FALSE);

  text = try_out (self, match, replacement, error);

  return text != NULL;
}

/**
 * vac_search_replace:
 * @self: a search
 * @match: one of its places
 * @replacement: what shall be there; valid UTF-8
 * @error: return location for a sentence that says why it cannot be
 *
 * Puts @replacement there, as one step.
 *
 * Returns: whether it was done; otherwise nothing has changed
 */
gboolean
vac_search_replace (VacSearch       *self,
                    const VacMatch  *match,
                    const char      *replacement,
                    GError         **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL && match != NULL && VAC_IS_NODE (match->node), FALSE);
  g_return_val_if_fail (replacement != NULL && g_utf8_validate (replacement, -1, NULL), FALSE);

  if (vac_document_get_read_only (self->document))
    return vac_error_refuse (error, _("The posting is read-only."));
  text = try_out (self, match, replacement, error);
  if (text == NULL)
    return FALSE;

  vac_document_begin_step (self->document, _("Replace words"));
  vac_document_set_text (self->document, match->node, text);
  vac_document_end_step (self->document);

  return TRUE;
}

static void
keep (VacReplaced *result,
      guint        n,
      const char  *reason)
{
  result->n_kept += n;
  if (result->reason == NULL)
    result->reason = g_strdup (reason);
}

/* Replaces those of @self->passages, which are in @leaf, that can be. */
static void
replace_in (VacSearch   *self,
            VacNode     *leaf,
            const char  *replacement,
            VacReplaced *result)
{
  const guint n_found = self->passages->len;
  const guint n_free = drop_placeholders (vac_node_get_text (leaf), self->passages);
  g_autofree char *text = put_in (leaf, self->passages, replacement);
  g_autoptr (GError) error = NULL;

  if (n_free < n_found)
    keep (result, n_found - n_free, _("A placeholder would no longer be filled in."));
  if (n_free == 0)
    return;
  if (!accepts (leaf, text, &error))
    {
      keep (result, n_free, error->message);
      return;
    }
  vac_document_set_text (self->document, leaf, text);
  result->n_replaced += n_free;
}

/**
 * vac_search_replace_all:
 * @self: a search
 * @replacement: what shall be in each of its places; valid UTF-8
 * @result: (out): says how many were changed, and how many were not and why; to be cleared
 *
 * Puts @replacement everywhere, as one step. What is in @replacement is not looked through again.
 */
void
vac_search_replace_all (VacSearch   *self,
                        const char  *replacement,
                        VacReplaced *result)
{
  g_autoptr (GArray) matches = NULL;

  g_return_if_fail (self != NULL && result != NULL);
  g_return_if_fail (replacement != NULL && g_utf8_validate (replacement, -1, NULL));

  matches = vac_search_find_all (self);
  vac_search_replace_these (self, matches, replacement, result);
}

/**
 * vac_search_replace_these:
 * @self: a search
 * @matches: (element-type VacMatch): some of its places as the posting is now, in their order
 * @replacement: what shall be in each of them; valid UTF-8
 * @result: (out): says how many were changed, and how many were not and why; to be cleared
 *
 * Puts @replacement in each of @matches, as one step. What is in @replacement is not looked through
 * again.
 */
void
vac_search_replace_these (VacSearch    *self,
                          const GArray *matches,
                          const char   *replacement,
                          VacReplaced  *result)
{
  g_return_if_fail (self != NULL && matches != NULL && result != NULL);
  g_return_if_fail (replacement != NULL && g_utf8_validate (replacement, -1, NULL));

  *result = (VacReplaced) { 0 };
  if (vac_document_get_read_only (self->document))
    {
      if (matches->len > 0)
        keep (result, matches->len, _("The posting is read-only."));
      return;
    }
  vac_document_begin_step (self->document, _("Replace all"));
  g_array_set_size (self->passages, 0);
  for (guint i = 0; i < matches->len; i++)
    {
      const VacMatch *match = &g_array_index (matches, VacMatch, i);

      g_array_append_val (self->passages, ((VacPassage) { match->start, match->length }));
      if (i + 1 < matches->len && match->node == g_array_index (matches, VacMatch, i + 1).node)
        continue;
      replace_in (self, match->node, replacement, result);
      g_array_set_size (self->passages, 0);
    }
  vac_document_end_step (self->document);
}

/**
 * vac_replaced_clear:
 * @self: what became of all places
 */
void
vac_replaced_clear (VacReplaced *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->reason, g_free);
}
