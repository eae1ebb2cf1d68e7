/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-direction"

#include "config.h"

#include <string.h>

#include "vac-codes.h"
#include "vac-direction.h"
#include "vac-icu-library.h"

/* Lines of a posting that is written from right to left, whatever they begin with. The rules are
 * those of UAX 9, through ICU. */

#define LRM "\342\200\216"
#define RLM "\342\200\217"

static void
add_run (GArray      *runs,
         const char **at,
         int32_t      n_units,
         gboolean     rtl)
{
  const char *start = *at;

  while (n_units > 0 && **at != '\0')
    {
      n_units -= g_utf8_get_char (*at) > 0xffff ? 2 : 1;
      *at = g_utf8_next_char (*at);
    }
  g_array_append_val (runs, ((VacDirectionRun) { (gsize) (*at - start), rtl }));
}

/**
 * vac_direction_split:
 * @line: a line of a text that is written from right to left
 *
 * Returns: (transfer full) (element-type VacDirectionRun): the runs of @line, in the order in which
 *   they are read; none when it is empty
 */
GArray *
vac_direction_split (const char *line)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (VacDirectionRun));
  UErrorCode status = U_ZERO_ERROR;
  g_autofree gunichar2 *units = NULL;
  UBiDi *bidi;
  glong n_units;

  g_return_val_if_fail (line != NULL, runs);

  units = g_utf8_to_utf16 (line, -1, NULL, &n_units, NULL);
  g_return_val_if_fail (units != NULL, runs);

  bidi = vac_icu ()->ubidi_open ();
  vac_icu ()->ubidi_setPara (bidi, (const UChar *) units, (int32_t) n_units, 1, NULL, &status);
  for (int32_t start = 0, end; U_SUCCESS (status) && start < n_units; start = end)
    {
      UBiDiLevel level;

      vac_icu ()->ubidi_getLogicalRun (bidi, start, &end, &level);
      add_run (runs, &line, end - start, level % 2 == 1);
    }
  vac_icu ()->ubidi_close (bidi);

  return runs;
}

/* Whether a text has no letter from right to left, and signs that would change places among such:
 * the dot of "Acme Ltd.", the hyphen of "2026-17". */
static gboolean
can_be_torn (const char *value)
{
  gboolean has_signs = FALSE;

  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const UCharDirection direction = vac_icu ()->u_charDirection ((UChar32) c);

      if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC)
        return FALSE;
      has_signs |= !g_unichar_isalnum (c) && !g_unichar_isspace (c);
    }

  return has_signs;
}

/**
 * vac_direction_keep:
 * @value: what somebody entered, to stand in a line with our words
 * @language: the language of the line, as a BCP 47 tag
 *
 * Returns: (transfer full): @value, between marks that nobody sees where it would otherwise be torn
 *   apart by a language that is written from right to left
 */
char *
vac_direction_keep (const char *value,
                    const char *language)
{
  g_return_val_if_fail (value != NULL && language != NULL, NULL);

  return vac_codes_is_rtl (language) && can_be_torn (value) ? g_strconcat (LRM, value, LRM, NULL)
                                                            : g_strdup (value);
}

static gboolean
begins_ltr (const char *line)
{
  g_autofree gunichar2 *units = NULL;
  glong n_units;

  units = g_utf8_to_utf16 (line, -1, NULL, &n_units, NULL);

  return units != NULL &&
         vac_icu ()->ubidi_getBaseDirection ((const UChar *) units, (int32_t) n_units) == UBIDI_LTR;
}

/**
 * vac_direction_mark:
 * @text: lines of a text that is written from right to left
 *
 * Who shows plain text takes the direction of a line from its first letter. A mark that nobody sees
 * stands before a Latin one.
 *
 * Returns: (transfer full): the lines, each of which runs from right to left
 */
char *
vac_direction_mark (const char *text)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) marked = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_string_append (marked, i > 0 ? "\n" : "");
      g_string_append (marked, begins_ltr (lines[i]) ? RLM : "");
      g_string_append (marked, lines[i]);
    }

  return g_string_free (g_steal_pointer (&marked), FALSE);
}
