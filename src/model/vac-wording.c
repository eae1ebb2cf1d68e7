/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-wording"

#include "config.h"

#include <string.h>

#include "vac-placeholder.h"
#include "vac-wording.h"

/* Texts whose placeholders are filled from the job. */

/* A job title "{{title}}" fills nothing, and least of all itself. */
static gboolean
names_itself (const VacField *field,
              const char     *text)
{
  VacPlaceholder placeholder;

  for (gsize from = 0; vac_placeholder_next (text, from, &placeholder); from = placeholder.end)
    if (placeholder.field == field)
      return TRUE;

  return FALSE;
}

static char *
find_filling (VacDocument    *document,
              const VacField *field)
{
  const char *text;

  if (field == NULL)
    return NULL;
  if (field->role == VAC_ROLE_PAY)
    return vac_wording_pay_line (document);
  if (field->role == VAC_ROLE_LOCATIONS)
    return vac_wording_locations (document);

  text = vac_document_get_text (document, field->role);

  return *text != '\0' && !names_itself (field, text) ? g_strdup (text) : NULL;
}

static void
note_unfilled (GPtrArray            *unfilled,
               const VacPlaceholder *placeholder)
{
  g_autofree char *name = g_strndup (placeholder->name, placeholder->name_length);

  if (unfilled != NULL && !g_ptr_array_find_with_equal_func (unfilled, name, g_str_equal, NULL))
    g_ptr_array_add (unfilled, g_steal_pointer (&name));
}

/* What is in a text after a placeholder was filled in it, from @start to @end of the text that is
 * filled, moves; what begins or ends in it takes all of it in. */
static void
move_parts (GArray *parts,
            gsize   start,
            gsize   end,
            gsize   length)
{
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      VacEmphasis *part = &g_array_index (parts, VacEmphasis, i);

      if (part->start >= end)
        part->start += length - (end - start);
      else if (part->start > start)
        part->start = start;
      if (part->end >= end)
        part->end += length - (end - start);
      else if (part->end > start)
        part->end = start + length;
    }
}

/**
 * vac_wording_fill_parts:
 * @document: a document
 * @text: a text of it, as readers see it
 * @parts: (nullable) (element-type VacEmphasis): what of it is bold or a link; becomes what is of
 *   the text that is returned
 * @unfilled: (nullable) (element-type utf8): takes the names of placeholders that could not be
 *   filled, each once; must free its elements with g_free()
 *
 * Returns: (transfer full): @text with its placeholders filled from the job details; what cannot
 *   be filled stays as it is
 */
char *
vac_wording_fill_parts (VacDocument *document,
                        const char  *text,
                        GArray      *parts,
                        GPtrArray   *unfilled)
{
  g_autoptr (GString) filled = NULL;
  VacPlaceholder placeholder;
  gsize from = 0;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && text != NULL, NULL);

  if (strstr (text, "{{") == NULL)
    return g_strdup (text);

  filled = g_string_new (NULL);
  while (vac_placeholder_next (text, from, &placeholder))
    {
      g_autofree char *filling = find_filling (document, placeholder.field);
      const gsize length = placeholder.end - placeholder.start;
      gsize start;

      g_string_append_len (filled, text + from, (gssize) (placeholder.start - from));
      start = filled->len;
      if (filling != NULL)
        g_string_append (filled, filling);
      else
        g_string_append_len (filled, text + placeholder.start, (gssize) length);
      if (filling == NULL)
        note_unfilled (unfilled, &placeholder);
      else
        move_parts (parts, start, start + length, strlen (filling));
      from = placeholder.end;
    }
  g_string_append (filled, text + from);

  return g_string_free (g_steal_pointer (&filled), FALSE);
}

/**
 * vac_wording_fill:
 * @document: a document
 * @text: a text of it, as readers see it
 * @unfilled: (nullable) (element-type utf8): as of vac_wording_fill_parts()
 *
 * Returns: (transfer full): @text with its placeholders filled, as vac_wording_fill_parts() does
 */
char *
vac_wording_fill (VacDocument *document,
                  const char  *text,
                  GPtrArray   *unfilled)
{
  return vac_wording_fill_parts (document, text, NULL, unfilled);
}

/**
 * vac_wording_fill_leaf:
 * @document: a document
 * @leaf: a text of it
 *
 * Returns: (transfer full): the text with its placeholders filled, as the document holds it: with
 *   marks, if it can have any, and nothing of what it was filled with taken for one
 */
char *
vac_wording_fill_leaf (VacDocument *document,
                       VacNode     *leaf)
{
  g_autoptr (GArray) parts = NULL;
  g_autofree char *filled = NULL;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (leaf), NULL);

  parts = vac_emphasis_array_copy (vac_markup_get_parts (vac_node_get_markup (leaf)));
  if (strstr (vac_node_get_text (leaf), "{{") == NULL)
    return g_strdup (vac_node_get_text (leaf));
  filled = vac_wording_fill_parts (document, vac_node_get_shown_text (leaf), parts, NULL);

  return vac_node_get_field (leaf)->marked ? vac_markup_write (filled, parts)
                                           : g_steal_pointer (&filled);
}

/**
 * vac_wording_needs_pay:
 * @text: a text of a document
 *
 * Returns: whether @text has the placeholder for the pay line, so that it makes no sense where
 *   pay is not disclosed
 */
gboolean
vac_wording_needs_pay (const char *text)
{
  VacPlaceholder placeholder;

  for (gsize from = 0; vac_placeholder_next (text, from, &placeholder); from = placeholder.end)
    if (placeholder.field != NULL && placeholder.field->role == VAC_ROLE_PAY)
      return TRUE;

  return FALSE;
}
