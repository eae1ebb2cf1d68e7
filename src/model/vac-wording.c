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

/**
 * vac_wording_fill:
 * @document: a document
 * @text: a text of it
 * @unfilled: (nullable) (element-type utf8): takes the names of placeholders that could not be
 *   filled, each once; must free its elements with g_free()
 *
 * Returns: (transfer full): @text with its placeholders filled from the job details; what cannot
 *   be filled stays as it is
 */
char *
vac_wording_fill (VacDocument *document,
                  const char  *text,
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

      g_string_append_len (filled, text + from, (gssize) (placeholder.start - from));
      if (filling != NULL)
        g_string_append (filled, filling);
      else
        g_string_append_len (filled, text + placeholder.start,
                             (gssize) (placeholder.end - placeholder.start));
      if (filling == NULL)
        note_unfilled (unfilled, &placeholder);
      from = placeholder.end;
    }
  g_string_append (filled, text + from);

  return g_string_free (g_steal_pointer (&filled), FALSE);
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
