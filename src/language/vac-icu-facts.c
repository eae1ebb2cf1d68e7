/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-icu-facts"

#include "config.h"

#include <string.h>

#include "vac-icu-facts.h"

/*
 * To load ICU costs as much as to write a posting as a web page, and what that asks of it is nearly
 * always the same: how the languages that people write postings in write dates, numbers and money.
 * This was asked once, when the program was built, by compile-icu-facts.c; ICU is asked for the
 * rest.
 */

static int
compare (VacIcuFact  fact,
         const char *key,
         const char *known)
{
  const int kind = (int) fact - *known;

  return kind != 0 ? kind : strcmp (key, known + 1);
}

/*
 * vac_icu_facts_get:
 * @fact: what is asked
 * @key: of what
 *
 * Returns: (transfer none) (nullable): what ICU says to that; %NULL when it has to be asked
 */
const char *
vac_icu_facts_get (VacIcuFact  fact,
                   const char *key)
{
  guint from = 0, end = vac_icu_n_facts;

  while (from < end)
    {
      const guint middle = (from + end) / 2;
      const char *known = vac_icu_facts_text + vac_icu_facts_places[middle];
      const int order = compare (fact, key, known);

      if (order == 0)
        return known + strlen (known) + 1;
      if (order > 0)
        from = middle + 1;
      else
        end = middle;
    }

  return NULL;
}

/*
 * vac_icu_facts_get_pair:
 * @fact: what is asked
 * @language: (nullable): in which language
 * @code: of what
 *
 * Returns: (transfer none) (nullable): as vac_icu_facts_get()
 */
const char *
vac_icu_facts_get_pair (VacIcuFact  fact,
                        const char *language,
                        const char *code)
{
  g_autofree char *key = g_strdup_printf ("%s%c%s", language != NULL ? language : "",
                                          VAC_ICU_BREAK, code);

  return vac_icu_facts_get (fact, key);
}

/*
 * vac_icu_facts_list_has:
 * @list: a fact: words, each between blanks
 * @word: any text
 *
 * Returns: whether it is one of them
 */
gboolean
vac_icu_facts_list_has (const char *list,
                        const char *word)
{
  const gsize length = strlen (word);

  if (length == 0 || strchr (word, ' ') != NULL)
    return FALSE;
  for (const char *p = list; (p = strstr (p, word)) != NULL; p++)
    if (p[-1] == ' ' && p[length] == ' ')
      return TRUE;

  return FALSE;
}
