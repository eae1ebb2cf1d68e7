/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-tag"

#include "config.h"

#include <string.h>

#include "vac-tag.h"

/* Tags of languages, "de" or "de-CH", of which some programs write "de_CH". */

/**
 * vac_tag_speaks:
 * @tag: (nullable): a BCP 47 tag
 * @language: a language without a region, in small letters
 *
 * Returns: whether @tag names that language, of whatever region; %FALSE for no tag
 */
gboolean
vac_tag_speaks (const char *tag,
                const char *language)
{
  gsize length;

  g_return_val_if_fail (language != NULL, FALSE);

  length = strlen (language);

  return tag != NULL && g_ascii_strncasecmp (tag, language, length) == 0 &&
         !g_ascii_isalnum (tag[length]);
}

/**
 * vac_tag_dup_language:
 * @tag: a BCP 47 tag
 *
 * Returns: (transfer full): the language that it names, without its region, in small letters
 */
char *
vac_tag_dup_language (const char *tag)
{
  g_return_val_if_fail (tag != NULL, NULL);

  return g_ascii_strdown (tag, (gssize) strcspn (tag, "-_"));
}
