/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-fact-addresses"

#include "config.h"

#include <string.h>

#include "vac-clause.h"
#include "vac-fact-reader.h"
#include "vac-link.h"

/* Where applications go to, out of a text. */

/* Where the sentence ends that begins at @text; "15. March" and "e.g. a" end none. */
static const char *
find_sentence_end (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == '\n' ||
        ((*p == '.' || *p == '!' || *p == '?') && g_ascii_isspace (p[1]) && p > text &&
         !g_ascii_isdigit (p[-1]) && g_unichar_isupper (g_utf8_get_char (p + 2))))
      return p + 1;

  return text + strlen (text);
}

/*
 * vac_fact_read_addresses:
 * @self: a reader
 * @position: of a part of the draft
 *
 * "Send your CV to jobs@example.org": takes the only address of a sentence that says so. It stays
 * in the text.
 */
void
vac_fact_read_addresses (VacFactReader *self,
                         guint          position)
{
  const char *text = vac_draft_get_part (self->recognition->draft, position)->text;

  self->part = position;
  self->length = 0;
  for (const char *start = text, *end; *start != '\0'; start = end)
    {
      VacLinkSpan span = { 0 }, other = { 0 };
      g_autofree char *shown = NULL;
      VacRole role;
      VacClause clause = { .language = self->recognition->language, .text = start };

      end = find_sentence_end (start);
      clause.end = end;
      if (!vac_clause_has (&clause, VAC_CLUE_APPLY) ||
          !vac_link_find (text, (gsize) (start - text), &span))
        continue;
      role = g_str_has_prefix (span.uri, "mailto:") ? VAC_ROLE_APPLY_EMAIL : VAC_ROLE_APPLY_URL;
      g_free (span.uri);
      shown = g_strndup (text + span.start, span.end - span.start);
      self->start = span.start;
      if (text + span.start >= end || vac_recognition_says (self->recognition, role))
        continue;
      if (vac_link_find (text, span.end, &other))
        g_free (other.uri);
      if (other.uri == NULL || text + other.start >= end)
        vac_fact_add (self, role, 0, shown, TRUE);
    }
}
