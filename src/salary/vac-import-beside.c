/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-beside"

#include "config.h"

#include <string.h>

#include "vac-import-beside.h"
#include "vac-import-data.h"
#include "vac-import-words.h"

/* What stands beside the amounts of a cell: words of how they are counted, the dash or the word of
 * a range, and the words that make an amount only one end of it. */

static gboolean
is_dash (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == '~' || c == 0x2212;
}

/* Whether @text has no sign but those that may accompany amounts. */
static gboolean
has_only_signs (const char *text,
                gboolean   *letters,
                gboolean   *dashes)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      *dashes |= is_dash (c);
      *letters |= g_unichar_isalpha (c);
      if (!g_unichar_isalpha (c) && !g_unichar_isspace (c) && !is_dash (c) &&
          !g_unichar_ismark (c) && g_unichar_type (c) != G_UNICODE_CURRENCY_SYMBOL &&
          c != 0x2019 && (c > 0x7f || strchr ("/.,():;+'", (int) c) == NULL))
        return FALSE;
    }

  return TRUE;
}

/* Whether @text has nothing but what may accompany amounts; @parts says whether a dash or word
 * among it separates two of them. */
static gboolean
is_beside (const char *text,
           gboolean   *parts)
{
  const VacImportData *data = vac_import_get_data ();
  GHashTable *const sets[] = { data->before, data->from, data->up_to, data->upward };
  g_auto (GStrv) words = NULL;
  gboolean letters = FALSE;

  *parts = FALSE;
  if (!has_only_signs (text, &letters, parts))
    return FALSE;
  words = vac_import_split_words (letters ? text : "");
  for (guint i = 0; words[i] != NULL;)
    {
      guint n = vac_import_match_beside (data, words, i);
      gboolean between = g_hash_table_contains (data->between, words[i]);

      *parts |= between;
      for (guint set = 0; set < G_N_ELEMENTS (sets); set++)
        n = MAX (n, vac_import_match_words (sets[set], words, i, NULL));
      if (n == 0 && !between)
        return FALSE;
      i += MAX (n, 1);
    }

  return TRUE;
}

static gboolean
has_words (GHashTable *set,
           const char *text)
{
  g_auto (GStrv) words = vac_import_split_words (text);

  for (guint i = 0; words[i] != NULL; i++)
    if (vac_import_match_words (set, words, i, NULL) > 0)
      return TRUE;

  return FALSE;
}

/**
 * vac_import_is_between:
 * @text: what stands between two amounts of a cell
 *
 * Returns: whether the two are the ends of a range
 */
gboolean
vac_import_is_between (const char *text)
{
  gboolean parts;

  return strchr (text, '+') == NULL && is_beside (text, &parts) && parts;
}

/**
 * vac_import_is_beside_amount:
 * @text: what stands before or after the amounts of a cell
 *
 * Returns: whether it only says how the amount is counted, in what currency, and the like
 */
gboolean
vac_import_is_beside_amount (const char *text)
{
  gboolean parts;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_dash (g_utf8_get_char (p)))
      return FALSE;

  return is_beside (text, &parts);
}

/**
 * vac_import_find_end:
 * @before: what stands before the only amount of a cell
 * @after: what stands after it
 *
 * Returns: which end of a range the amount is: "from 50,000" and "50,000+" are the lower one,
 *   "up to 90k" is the upper one, and an amount alone is both
 */
VacImportEnd
vac_import_find_end (const char *before,
                     const char *after)
{
  const VacImportData *data = vac_import_get_data ();

  if (has_words (data->up_to, before))
    return VAC_IMPORT_UPPER_END;
  if (has_words (data->from, before) || has_words (data->upward, after) ||
      strchr (after, '+') != NULL)
    return VAC_IMPORT_LOWER_END;

  return VAC_IMPORT_BOTH_ENDS;
}
