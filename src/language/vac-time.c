/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-time"

#include "config.h"

#include <string.h>

#include "vac-date-private.h"
#include "vac-icu-library.h"
#include "vac-time.h"
#include "vac-typed.h"

/* Reads the time of a day as people type it: "5 pm", "17:00", "17h30", "17 Uhr". The words for the
 * two halves of a day are those of Unicode CLDR, by way of ICU. */

#define LONGEST 40   /* bytes */

/* The words that stand beside an hour. CLDR has them within patterns only. */
static const char *const hour_words[] = {
  "h", "hs", "hr", "hrs", "hour", "oclock", "uhr", "uur", "u", "kl", "klo", "klokken", "ore",
  "godz", "hod", "heure", "heures", "horas", "saat", "時", "点", "點", NULL,
};

typedef struct
{
  guint    numbers[2];
  guint    n_numbers;
  GString *words;       /* what is not a number, without spaces, marks and dots */
  gboolean is_split;    /* the two numbers have a sign or a word for the hour between them */
} Parts;

/* Returns: where the number ends, which has one or two digits; %NULL for another one */
static const char *
read_number (const char *p,
             Parts      *parts)
{
  guint number = 0, n_digits = 0;

  for (; g_ascii_isdigit (*p); p++, n_digits++)
    number = number * 10 + (guint) (*p - '0');
  if (n_digits > 2 || parts->n_numbers == 2 || (parts->n_numbers == 1 && n_digits != 2))
    return NULL;
  parts->numbers[parts->n_numbers++] = number;

  return p;
}

static gboolean
split (const char *folded,
       Parts      *parts)
{
  const char *p = folded;

  while (*p != '\0')
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_ascii_isdigit (*p))
        {
          p = read_number (p, parts);
          if (p == NULL)
            return FALSE;
          continue;
        }
      if (g_unichar_isalpha (c))
        g_string_append_unichar (parts->words, c);
      else if (!g_unichar_isspace (c) && !g_unichar_ispunct (c))
        return FALSE;
      else if (*p == '-' || *p == '+' || *p == '/' || *p == ',')
        return FALSE;
      if (parts->n_numbers == 1 && !g_unichar_isspace (c))
        parts->is_split = TRUE;
      p = g_utf8_next_char (p);
    }

  return parts->n_numbers > 0;
}

/* Returns: (transfer full): @name as split() leaves a word */
static char *
strip_word (const char *name)
{
  g_autofree char *folded = vac_typed_fold (name);
  GString *word = g_string_new (NULL);

  for (const char *p = folded != NULL ? folded : ""; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      g_string_append_unichar (word, g_utf8_get_char (p));

  return g_string_free (word, FALSE);
}

static gboolean
is_half (const char *word,
         const char *language,
         int         half)
{
  g_autofree char *locale = vac_date_get_locale (language);
  UDateFormat *format = vac_date_open (locale, "jm", VAC_DATE_UTC);
  UErrorCode status = U_ZERO_ERROR;
  UChar text[VAC_ICU_LONG] = { 0 };
  g_autofree char *name = NULL;
  g_autofree char *stripped = NULL;

  if (format == NULL)
    return FALSE;
  vac_icu ()->udat_getSymbols (format, UDAT_AM_PMS, half, text, VAC_ICU_LONG, &status);
  vac_icu ()->udat_close (format);
  name = vac_icu_to_utf8 (text);
  stripped = U_SUCCESS (status) && name != NULL ? strip_word (name) : g_strdup ("");

  return *stripped != '\0' && g_str_equal (stripped, word);
}

/* Returns: 0 for the first half of the day, 1 for the second, -1 when @word is neither */
static int
find_half (const char        *word,
           const char *const *languages)
{
  for (int half = 0; half < 2; half++)
    for (guint i = 0; languages[i] != NULL; i++)
      if (is_half (word, languages[i], half))
        return half;

  return -1;
}

static char *
write_time (const Parts       *parts,
            const char *const *languages)
{
  const char *word = parts->words->str;
  const guint minute = parts->n_numbers == 2 ? parts->numbers[1] : 0;
  guint hour = parts->numbers[0];

  if (*word == '\0')
    {
      /* "5" alone may be in the afternoon. */
      if (parts->n_numbers == 1 && hour <= 12)
        return NULL;
    }
  else if (!g_strv_contains (hour_words, word))
    {
      const int half = find_half (word, languages);

      if (half < 0 || hour < 1 || hour > 12)
        return NULL;
      hour = hour % 12 + 12 * (guint) half;
    }
  if (hour > 23 || minute > 59 || (parts->n_numbers == 2 && !parts->is_split))
    return NULL;

  return g_strdup_printf ("%02u:%02u", hour, minute);
}

/**
 * vac_time_read:
 * @text: what a person typed
 * @languages: (array zero-terminated=1): BCP 47 tags of the languages that it may be in
 *
 * Returns: (transfer full) (nullable): the hour and the minute of 24 hours, as in "17:00"; %NULL
 *   for what is no time, or not a clear one
 */
char *
vac_time_read (const char        *text,
               const char *const *languages)
{
  g_autofree char *folded = NULL;
  Parts parts = { 0 };
  char *time;

  g_return_val_if_fail (text != NULL && languages != NULL, NULL);

  folded = vac_typed_fold (text);
  if (folded == NULL || strlen (folded) > LONGEST)
    return NULL;
  parts.words = g_string_new (NULL);
  time = split (folded, &parts) ? write_time (&parts, languages) : NULL;
  g_string_free (parts.words, TRUE);

  return time;
}
