/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-compile-icu-facts"

#include "config.h"

#include <locale.h>
#include <string.h>

#include "vac-code-names.h"
#include "vac-codes.h"
#include "vac-currency.h"
#include "vac-date-private.h"
#include "vac-icu-facts.h"
#include "vac-icu-library.h"
#include "vac-icu-private.h"
#include "vac-number-style.h"
#include "vac-phrase.h"

/*
 * compile-icu-facts FILE LANGUAGE…
 *
 * Writes to FILE, in C, what vac-icu-facts.c knows. This program knows no facts, so that what it
 * calls asks ICU. The languages are those that have words of their own; to them come those of
 * regions.
 */

/* What every kind of fact is about. */
typedef struct
{
  GPtrArray *facts;       /* of Fact */
  GPtrArray *tags;        /* of char * */
  GPtrArray *countries;   /* of char *: where the languages are at home */
  GPtrArray *currencies;  /* of char *: those of these countries */
} Compiler;

typedef struct
{
  char *name;    /* the kind, and the key */
  char *value;
} Fact;

static void
fact_free (gpointer data)
{
  Fact *fact = data;

  g_free (fact->name);
  g_free (fact->value);
  g_free (fact);
}

/* Takes @value. */
static void
add (Compiler   *self,
     VacIcuFact  kind,
     const char *key,
     char       *value)
{
  Fact *fact = g_new (Fact, 1);

  fact->name = g_strdup_printf ("%c%s", (char) kind, key);
  fact->value = value;
  g_ptr_array_add (self->facts, fact);
}

static void
add_pair (Compiler   *self,
          VacIcuFact  kind,
          const char *tag,
          const char *code,
          char       *value)
{
  g_autofree char *key = g_strdup_printf ("%s%c%s", tag, VAC_ICU_BREAK, code);

  add (self, kind, key, value);
}

static void
add_once (GPtrArray  *list,
          const char *text)
{
  if (*text != '\0' && !g_ptr_array_find_with_equal_func (list, text, g_str_equal, NULL))
    g_ptr_array_add (list, g_strdup (text));
}

typedef char *(*WriteMoment) (GDateTime *moment, const char *language);

static char *
write_date (GDateTime  *moment,
            const char *language)
{
  const GDate date = vac_date_of (moment);

  return vac_date_format (&date, language);
}

static char *
write_short_date (GDateTime  *moment,
                  const char *language)
{
  const GDate date = vac_date_of (moment);

  return vac_date_format_short (&date, language);
}

static char *
write_moment_in (GDateTime  *moment,
                 const char *zone,
                 const char *language)
{
  g_autofree char *date = g_date_time_format (moment, "%Y-%m-%d");
  g_autofree char *time = g_date_time_format (moment, "%H:%M");

  return vac_date_format_deadline (date, time, zone, language);
}

static char *
write_moment (GDateTime  *moment,
              const char *language)
{
  return write_moment_in (moment, "", language);
}

/* A zone whose clocks have no hour that is there twice or not at all. */
#define SAMPLE_ZONE "Asia/Tokyo"

static char *
write_zoned_moment (GDateTime  *moment,
                    const char *language)
{
  return write_moment_in (moment, SAMPLE_ZONE, language);
}

/* Returns: (transfer full) (nullable): what the time is called in all years; %NULL if that changes,
 *   or if ICU and the machine know other rules of summer time */
static char *
get_zone_time (const char *zone,
               const char *tag)
{
  g_autoptr (GTimeZone) known = g_time_zone_new_identifier (zone);
  UDateFormat *format = vac_zone_open (zone, tag);
  g_autofree char *name = NULL;
  gboolean same = known != NULL && format != NULL;

  for (int year = VAC_DATE_FIRST_ZONE_YEAR; same && year <= VAC_DATE_LAST_ZONE_YEAR; year++)
    for (int month = 1; same && month <= 12; month++)
      {
        g_autoptr (GDateTime) moment = g_date_time_new (known, year, month, 1, 12, 0, 0);
        g_autofree char *now = vac_zone_write (format, vac_date_to_icu (moment));

        same = now != NULL && (name == NULL || g_str_equal (name, now)) &&
               vac_date_get_moment (moment, zone) == vac_date_to_icu (moment);
        if (name == NULL)
          name = g_steal_pointer (&now);
      }
  if (format != NULL)
    vac_icu ()->udat_close (format);

  return same ? g_steal_pointer (&name) : NULL;
}

/* How moments of each month are written, and how many of a day are told apart. */
typedef struct
{
  VacIcuFact fact;
  WriteMoment write;
  guint n_halves;
} MomentKind;

static const MomentKind moment_kinds[] = {
  { VAC_ICU_DATE, write_date, 1 },
  { VAC_ICU_SHORT_DATE, write_short_date, 1 },
  { VAC_ICU_MOMENT, write_moment, 2 },
  { VAC_ICU_ZONED_MOMENT, write_zoned_moment, 2 },
};

/* Years with all days that there are. */
#define CHECKED_YEAR  2023
#define CHECKED_DAYS  731
#define SAMPLE_YEAR   2034
#define SAMPLE_DAY    27
#define SAMPLE_HOUR   8
#define SAMPLE_MINUTE 59

static void
replace (char       **text,
         const char  *part,
         char         mark)
{
  g_auto (GStrv) parts = g_strsplit (*text, part, -1);

  g_free (*text);
  *text = g_strjoinv ((const char[]){ mark, '\0' }, parts);
}

/* What stands last before the minutes; the number of a month may be the same. */
static void
replace_hour (char       **text,
              const char  *hour,
              char         mark)
{
  const char *minute = strchr (*text, VAC_DATE_FILL_MINUTE);
  char *found = minute != NULL ? g_strrstr_len (*text, minute - *text, hour) : NULL;

  if (found != NULL)
    {
      *found = mark;
      memmove (found + 1, found + strlen (hour), strlen (found + strlen (hour)) + 1);
    }
}

static const char *
get_hour (gboolean is_afternoon,
          char     mark)
{
  if (mark == VAC_DATE_FILL_HOUR_00)
    return is_afternoon ? "20" : "08";

  return is_afternoon && mark == VAC_DATE_FILL_HOUR ? "20" : "8";
}

/* How moments are written if all have their day and their hour in the form of these marks. */
static char *
make_forms (const MomentKind *kind,
            const char       *tag,
            const char       *zone_time,
            char              day_mark,
            char              hour_mark)
{
  GString *forms = g_string_new (NULL);

  for (guint i = 0; i < 12 * kind->n_halves; i++)
    {
      const gboolean is_afternoon = i >= 12;
      g_autoptr (GDateTime) moment =
        g_date_time_new_utc (SAMPLE_YEAR, (int) i % 12 + 1, SAMPLE_DAY,
                             is_afternoon ? SAMPLE_HOUR + 12 : SAMPLE_HOUR, SAMPLE_MINUTE, 0);
      char *form = kind->write (moment, tag);

      replace (&form, zone_time, VAC_DATE_FILL_ZONE);
      replace (&form, G_STRINGIFY (SAMPLE_YEAR), VAC_DATE_FILL_YEAR);
      replace (&form, G_STRINGIFY (SAMPLE_DAY), day_mark);
      replace (&form, G_STRINGIFY (SAMPLE_MINUTE), VAC_DATE_FILL_MINUTE);
      replace_hour (&form, get_hour (is_afternoon, hour_mark), hour_mark);
      if (i > 0)
        g_string_append_c (forms, VAC_ICU_BREAK);
      g_string_append (forms, form);
      g_free (form);
    }

  return g_string_free (forms, FALSE);
}

/* Each day at another hour and minute, so that each month has all hours. */
static gboolean
holds (const MomentKind *kind,
       const char       *tag,
       const char       *zone_time,
       const char       *forms)
{
  gboolean same = TRUE;

  for (int day = 0; same && day < CHECKED_DAYS; day++)
    {
      g_autoptr (GDateTime) first = g_date_time_new_utc (CHECKED_YEAR, 1, 1, day % 24, day % 60, 0);
      g_autoptr (GDateTime) moment = g_date_time_add_days (first, day);
      const gboolean is_afternoon = kind->n_halves > 1 && g_date_time_get_hour (moment) >= 12;
      const guint index = (guint) g_date_time_get_month (moment) - 1 + (is_afternoon ? 12 : 0);
      g_autofree char *written = kind->write (moment, tag);
      g_autofree char *filled = vac_date_fill (forms, index, moment, zone_time);

      same = g_str_equal (written, filled);
    }

  return same;
}

/* A language whose moments are written otherwise has no such fact. */
static void
add_moments (Compiler         *self,
             const MomentKind *kind,
             const char       *tag)
{
  static const char day_marks[] = { VAC_DATE_FILL_DAY, VAC_DATE_FILL_TWO_DIGITS };
  static const char hour_marks[] = {
    VAC_DATE_FILL_HOUR, VAC_DATE_FILL_HOUR_00, VAC_DATE_FILL_HOUR_OF_12,
  };
  g_autofree char *zone_time = get_zone_time (SAMPLE_ZONE, tag);
  const guint n_hour_marks = kind->n_halves > 1 ? G_N_ELEMENTS (hour_marks) : 1;

  for (guint i = 0; i < G_N_ELEMENTS (day_marks) * n_hour_marks; i++)
    {
      char *forms = make_forms (kind, tag, zone_time, day_marks[i / n_hour_marks],
                                hour_marks[i % n_hour_marks]);

      if (holds (kind, tag, zone_time, forms))
        {
          add (self, kind->fact, tag, forms);
          return;
        }
      g_free (forms);
    }
}

static void
add_zones (Compiler   *self,
           const char *tag,
           const char *country)
{
  g_auto (GStrv) zones = vac_zone_list_in (country);

  for (guint i = 0; zones[i] != NULL; i++)
    {
      char *name = get_zone_time (zones[i], tag);

      if (name != NULL)
        add_pair (self, VAC_ICU_ZONE_TIME, tag, zones[i], name);
    }
}

/* In English, postings are written everywhere. */
static void
add_all_zones (Compiler   *self,
               const char *tag)
{
  g_autofree char *home = vac_codes_get_home_country (tag);

  if (*tag != '\0' && vac_codes_is_same_language (tag, "en"))
    for (guint i = 0; i < self->countries->len; i++)
      add_zones (self, tag, g_ptr_array_index (self->countries, i));
  else
    add_zones (self, tag, home);
}

/* Of experience, and of contracts: the months of two years, and years. */
#define MOST_MONTHS 24
#define MOST_YEARS  15

static void
add_durations (Compiler   *self,
               const char *tag)
{
  for (gint64 months = 1; months <= 12 * MOST_YEARS; months += months < MOST_MONTHS ? 1 : 12)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, months);

      add_pair (self, VAC_ICU_DURATION, tag, number, vac_phrase_duration (tag, months));
    }
}

static void
add_tag (Compiler   *self,
         const char *tag)
{
  char *named = vac_icu_read_tag (tag);

  if (named != NULL)
    add (self, VAC_ICU_TAG, tag, named);
  add (self, VAC_ICU_PARSED, tag, vac_icu_parse_tag (tag));
  add (self, VAC_ICU_LOCALE, tag, vac_icu_get_locale (tag));
  add (self, VAC_ICU_SCRIPT, tag, vac_icu_get_script (tag));
  add (self, VAC_ICU_RTL, tag, g_strdup (vac_codes_is_rtl (tag) ? "1" : ""));
  add (self, VAC_ICU_HOME, tag, vac_codes_get_home_country (tag));
  for (guint i = 0; i < G_N_ELEMENTS (moment_kinds); i++)
    add_moments (self, &moment_kinds[i], tag);
  add_all_zones (self, tag);
  add_durations (self, tag);
  add (self, VAC_ICU_NUMBERS, tag, vac_number_style_write (vac_number_style_get (tag)));
  for (guint i = 0; i < self->currencies->len; i++)
    {
      const char *code = g_ptr_array_index (self->currencies, i);

      add_pair (self, VAC_ICU_AFFIXES, tag, code,
                vac_number_style_write_affixes (vac_number_style_get_currency (tag, code)));
    }
  for (guint i = 0; i < self->countries->len; i++)
    {
      const char *code = g_ptr_array_index (self->countries, i);
      char *name = vac_code_names_get_short (code, tag);

      if (name != NULL)
        add_pair (self, VAC_ICU_COUNTRY_NAME, tag, code, name);
    }
}

static void
add_list (Compiler   *self,
          VacIcuFact  kind,
          char      **codes)
{
  g_autofree char *joined = g_strjoinv (" ", codes);

  add (self, kind, "", g_strdup_printf (" %s ", joined));
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
add_codes (Compiler *self)
{
  g_auto (GStrv) countries = vac_code_names_list (VAC_CODE_COUNTRY);
  g_auto (GStrv) currencies = vac_code_names_list (VAC_CODE_CURRENCY);
  g_auto (GStrv) zones = vac_zone_list_all ();

  qsort (currencies, g_strv_length (currencies), sizeof *currencies, compare_codes);
  add_list (self, VAC_ICU_COUNTRIES, countries);
  add_list (self, VAC_ICU_CURRENCIES, currencies);
  add_list (self, VAC_ICU_ZONES, zones);
  for (guint i = 0; currencies[i] != NULL; i++)
    {
      add (self, VAC_ICU_DIGITS, currencies[i],
           g_strdup_printf ("%u", vac_currency_get_digits (currencies[i])));
      for (guint j = 0; j < self->tags->len; j++)
        if (vac_currency_is_at_home (currencies[i], g_ptr_array_index (self->tags, j)))
          add_once (self->currencies, currencies[i]);
    }
}

static void
collect (Compiler          *self,
         const char *const *tags)
{
  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *home = vac_codes_get_home_country (tags[i]);

      add_once (self->tags, tags[i]);
      add_once (self->countries, home);
    }
}

static int
compare_facts (gconstpointer a,
               gconstpointer b)
{
  const Fact *one = *(Fact *const *) a, *other = *(Fact *const *) b;

  return strcmp (one->name, other->name);
}

static void
append_text (GString    *out,
             const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isprint (*p) && strchr ("\\\"?", *p) == NULL)
      g_string_append_c (out, *p);
    else
      g_string_append_printf (out, "\\%03o", (guchar) *p);
  g_string_append (out, "\\0");
}

static char *
write_facts (Compiler *self)
{
  GString *out = g_string_new ("#include \"vac-icu-facts.h\"\n\n"
                               "const char vac_icu_facts_text[] =\n");
  g_autoptr (GString) places = g_string_new (NULL);
  gsize place = 0;

  g_ptr_array_sort (self->facts, compare_facts);
  for (guint i = 0; i < self->facts->len; i++)
    {
      const Fact *fact = g_ptr_array_index (self->facts, i);

      g_string_append (out, "  \"");
      append_text (out, fact->name);
      g_string_append (out, "\" \"");
      append_text (out, fact->value);
      g_string_append (out, "\"\n");
      g_string_append_printf (places, "  %" G_GSIZE_FORMAT ",\n", place);
      place += strlen (fact->name) + strlen (fact->value) + 2;
    }
  g_string_append_printf (out, "  ;\n\nconst guint32 vac_icu_facts_places[] = {\n%s};\n\n"
                               "const guint vac_icu_n_facts = %u;\n",
                          places->str, self->facts->len);

  return g_string_free (out, FALSE);
}

int
main (int    argc,
      char **argv)
{
  Compiler self = {
    .facts = g_ptr_array_new_with_free_func (fact_free),
    .tags = g_ptr_array_new_with_free_func (g_free),
    .countries = g_ptr_array_new_with_free_func (g_free),
    .currencies = g_ptr_array_new_with_free_func (g_free),
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  setlocale (LC_ALL, "C");
  g_return_val_if_fail (argc > 2, 1);

  /* What a posting without a language is written in. */
  g_ptr_array_add (self.tags, g_strdup (""));
  collect (&self, (const char *const *) argv + 2);
  collect (&self, vac_code_names_get_regional ());
  add_codes (&self);
  for (guint i = 0; i < self.tags->len; i++)
    add_tag (&self, g_ptr_array_index (self.tags, i));
  text = write_facts (&self);
  g_ptr_array_unref (self.facts);
  g_ptr_array_unref (self.tags);
  g_ptr_array_unref (self.countries);
  g_ptr_array_unref (self.currencies);
  if (g_file_set_contents (argv[1], text, -1, &error))
    return 0;
  g_printerr ("%s\n", error->message);

  return 1;
}
