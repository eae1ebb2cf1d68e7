/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-in-languages"

#include "config.h"

#include <string.h>

#include "vac-in-languages.h"

/*
 * vac_in_languages_pick:
 * @texts: (element-type utf8 utf8): what some data say, by the language that it is said in
 * @language: a BCP 47 tag, or a locale
 *
 * Returns: (nullable): what they say in @language, or in English
 */
const char *
vac_in_languages_pick (GHashTable *texts,
                       const char *language)
{
  g_autofree char *tag = g_strndup (language, strcspn (language, "-_.@"));
  const char *text = g_hash_table_lookup (texts, tag);

  return text != NULL ? text : g_hash_table_lookup (texts, "en");
}
