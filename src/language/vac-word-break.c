/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-word-break"

#include "config.h"

#include <string.h>

#include "vac-icu-library.h"
#include "vac-icu-private.h"
#include "vac-word-break.h"

struct _VacWordBreak
{
  UBreakIterator *breaks;   /* nullable: when ICU lacks its data */
  UText          *text;     /* nullable: made by the first text, and used again */
};

/**
 * vac_word_break_new:
 * @language: (nullable): BCP 47 tag of the texts
 *
 * Returns: (transfer full): what parts texts into words, for one thread at a time
 */
VacWordBreak *
vac_word_break_new (const char *language)
{
  VacWordBreak *self = g_new0 (VacWordBreak, 1);
  g_autofree char *locale = vac_icu_get_locale (language);
  UErrorCode status = U_ZERO_ERROR;

  self->breaks = vac_icu ()->ubrk_open (UBRK_WORD, locale, NULL, 0, &status);

  return self;
}

void
vac_word_break_free (VacWordBreak *self)
{
  if (self->breaks != NULL)
    vac_icu ()->ubrk_close (self->breaks);
  if (self->text != NULL)
    vac_icu ()->utext_close (self->text);
  g_free (self);
}

static gboolean
is_white (const char *text,
          gsize       length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/**
 * vac_word_break_split:
 * @self: what parts texts into words
 * @text: valid UTF-8
 * @words: (element-type VacWord): takes the words and marks of @text, in their order, in place of
 *   what it held
 *
 * Follows Unicode (UAX 29) and the dictionaries of languages that write no spaces. What a reader
 * sees as one character is never parted.
 */
void
vac_word_break_split (VacWordBreak *self,
                      const char   *text,
                      GArray       *words)
{
  UErrorCode status = U_ZERO_ERROR;
  int32_t start;

  g_return_if_fail (self != NULL && text != NULL && words != NULL);

  g_array_set_size (words, 0);
  self->text = vac_icu ()->utext_openUTF8 (self->text, text, -1, &status);
  if (self->breaks != NULL)
    vac_icu ()->ubrk_setUText (self->breaks, self->text, &status);
  if (self->breaks == NULL || U_FAILURE (status))
    {
      /* All of it is one word then, so that no two texts are taken for the same. */
      if (!is_white (text, strlen (text)))
        g_array_append_val (words, ((VacWord) { 0, strlen (text) }));
      return;
    }

  start = vac_icu ()->ubrk_first (self->breaks);
  for (int32_t end = vac_icu ()->ubrk_next (self->breaks); end != UBRK_DONE;
       end = vac_icu ()->ubrk_next (self->breaks))
    {
      const VacWord word = { (gsize) start, (gsize) (end - start) };

      if (!is_white (text + start, word.length))
        g_array_append_val (words, word);
      start = end;
    }
}
