/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-date-relative"

#include "config.h"

#include <string.h>

#include "vac-date-private.h"
#include "vac-icu-library.h"
#include "vac-icu-private.h"
#include "vac-typed.h"

/* Days counted from today: "in 4 weeks", "tomorrow", "next Friday". ICU only writes them, so they
 * are read by writing those there are and comparing. */

#define MOST_UNITS     1200   /* "in 1200 days" is far enough */
#define SPELLED_NUMBER 31

typedef struct
{
  URelativeDateTimeUnit unit;
  guint                 days;
  guint                 months;
} Unit;

static const Unit units[] = {
  { UDAT_REL_UNIT_DAY, 1, 0 },
  { UDAT_REL_UNIT_WEEK, 7, 0 },
  { UDAT_REL_UNIT_MONTH, 0, 1 },
  { UDAT_REL_UNIT_QUARTER, 0, 3 },
  { UDAT_REL_UNIT_YEAR, 0, 12 },
};

static char *
write_number (URelativeDateTimeFormatter *formatter,
              int                         number,
              URelativeDateTimeUnit       unit)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[VAC_ICU_LONG] = { 0 };
  g_autofree char *written = NULL;

  vac_icu ()->ureldatefmt_formatNumeric (formatter, number, unit, text, VAC_ICU_LONG, &status);
  written = U_SUCCESS (status) ? vac_icu_to_utf8 (text) : g_strdup ("");

  return vac_typed_fold (written);
}

static char *
write_words (URelativeDateTimeFormatter *formatter,
             int                         offset,
             URelativeDateTimeUnit       unit)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[VAC_ICU_LONG] = { 0 };
  g_autofree char *written = NULL;

  vac_icu ()->ureldatefmt_format (formatter, offset, unit, text, VAC_ICU_LONG, &status);
  written = U_SUCCESS (status) ? vac_icu_to_utf8 (text) : g_strdup ("");

  return vac_typed_fold (written);
}

static void
move (const GDate *today,
      const Unit  *unit,
      int          number,
      GDate       *date)
{
  guint count = (guint) ABS (number);

  *date = *today;
  if (number >= 0)
    {
      g_date_add_days (date, unit->days * count);
      g_date_add_months (date, unit->months * count);
    }
  else
    {
      g_date_subtract_days (date, unit->days * count);
      g_date_subtract_months (date, unit->months * count);
    }
}

/* Whether @text is @written, or all of it from the number on ("4 weeks"), or has a word where the
 * other has a 1 ("in a week"). */
static gboolean
is_same (const char *text,
         const char *written,
         int         number)
{
  const char *digits = written + strcspn (written, "0123456789");
  gsize before = (gsize) (digits - written);
  const char *end;

  if (g_str_equal (text, written) || (before > 0 && g_str_equal (text, digits)))
    return TRUE;
  if (number != 1 || strncmp (text, written, before) != 0 || digits[0] != '1' || digits[1] != ' ')
    return FALSE;
  end = strchr (text + before, ' ');

  return end != NULL && end > text + before && end - (text + before) <= 5 &&
         g_str_equal (end, digits + 1);
}

static gboolean
read_number (URelativeDateTimeFormatter *formatter,
             const char                 *text,
             const GDate                *today,
             GDate                      *date)
{
  const char *digits = text + strcspn (text, "0123456789");
  int number = *digits != '\0' && strlen (digits) < 64
                   ? (int) MIN (g_ascii_strtoull (digits, NULL, 10), MOST_UNITS + 1)
                   : 1;

  if (number > MOST_UNITS)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (units) * 2; i++)
    {
      const Unit *unit = &units[i / 2];
      int signed_number = i % 2 == 0 ? number : -number;
      g_autofree char *written = write_number (formatter, signed_number, unit->unit);

      if (written == NULL || !is_same (text, written, signed_number))
        continue;
      move (today, unit, signed_number, date);
      return TRUE;
    }

  return FALSE;
}

static gboolean
read_words (URelativeDateTimeFormatter *formatter,
            const char                 *text,
            const GDate                *today,
            GDate                      *date)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    for (int offset = -2; offset <= 2; offset++)
      {
        g_autofree char *written = write_words (formatter, offset, units[i].unit);

        /* "This month" is no day. */
        if ((offset == 0 && i > 0) || g_strcmp0 (written, text) != 0)
          continue;
        move (today, &units[i], offset, date);
        return TRUE;
      }

  return FALSE;
}

/* "This Friday" is the coming one, today included; "next Friday" that of the next week, which
 * begins on Monday. */
static gboolean
read_weekday (URelativeDateTimeFormatter *formatter,
              const char                 *text,
              const GDate                *today,
              GDate                      *date)
{
  for (guint i = 0; i < 14; i++)
    {
      int offset = (int) i % 2;
      guint weekday = i / 2 == 0 ? 7 : i / 2;   /* of GDate, Monday is 1 */
      guint now = g_date_get_weekday (today);
      g_autofree char *written = write_words (formatter, offset,
                                              UDAT_REL_UNIT_SUNDAY + (int) (i / 2));

      if (g_strcmp0 (written, text) != 0)
        continue;
      *date = *today;
      g_date_add_days (date, offset == 1 ? 7 - now + weekday : (weekday + 7 - now) % 7);
      return TRUE;
    }

  return FALSE;
}

/* Puts digits where a number is spelled out: "in four weeks". */
static char *
spell_in_digits (const char *text,
                 const char *locale)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format = vac_icu ()->unum_open (UNUM_SPELLOUT, NULL, 0, locale, NULL, &status);

  for (int number = 1; U_SUCCESS (status) && number <= SPELLED_NUMBER; number++)
    {
      UChar spelled[VAC_ICU_LONG] = { 0 };
      g_autofree char *word = NULL;

      vac_icu ()->unum_format (format, number, spelled, VAC_ICU_LONG, NULL, &status);
      word = vac_icu_to_utf8 (spelled);
      for (guint i = 0; words[i] != NULL && word != NULL; i++)
        if (vac_typed_equal (words[i], word))
          {
            g_free (words[i]);
            words[i] = g_strdup_printf ("%d", number);
          }
    }
  vac_icu ()->unum_close (format);

  return g_strjoinv (" ", words);
}

/*
 * vac_date_read_relative:
 * @folded: a text from vac_typed_fold()
 *
 * Returns: whether it is a day counted from @today
 */
gboolean
vac_date_read_relative (const char  *folded,
                        const char  *locale,
                        const GDate *today,
                        GDate       *date)
{
  UErrorCode status = U_ZERO_ERROR;
  URelativeDateTimeFormatter *formatter = vac_icu ()->ureldatefmt_open (
      locale, NULL, UDAT_STYLE_LONG, UDISPCTX_CAPITALIZATION_NONE, &status);
  const char *text = *folded == '+' ? folded + 1 + strspn (folded + 1, " ") : folded;
  g_autofree char *spelled = spell_in_digits (text, locale);
  gboolean found;

  if (U_FAILURE (status))
    return FALSE;
  found = read_words (formatter, text, today, date) ||
          read_weekday (formatter, text, today, date) ||
          read_number (formatter, text, today, date) ||
          read_number (formatter, spelled, today, date);
  vac_icu ()->ureldatefmt_close (formatter);

  return found;
}

/*
 * vac_date_write_weeks:
 *
 * Returns: (transfer full): "in 4 weeks"
 */
char *
vac_date_write_weeks (const char *locale,
                      int         weeks)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[VAC_ICU_LONG] = { 0 };
  URelativeDateTimeFormatter *formatter = vac_icu ()->ureldatefmt_open (
      locale, NULL, UDAT_STYLE_LONG, UDISPCTX_CAPITALIZATION_NONE, &status);

  vac_icu ()->ureldatefmt_formatNumeric (formatter, weeks, UDAT_REL_UNIT_WEEK, text, VAC_ICU_LONG,
                                         &status);
  vac_icu ()->ureldatefmt_close (formatter);

  return U_SUCCESS (status) ? vac_icu_to_utf8 (text) : g_strdup ("");
}
