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

typedef char *(*WriteDate) (const GDate *date, const char *language);

/* Two years with all days that there are. */
#define CHECKED_YEAR 2023
#define SAMPLE_YEAR  2034
#define SAMPLE_DAY   27

static char *
replace (const char *text,
         const char *part,
         char        mark)
{
  g_auto (GStrv) parts = g_strsplit (text, part, -1);

  return g_strjoinv ((const char[]){ mark, '\0' }, parts);
}

/* How dates of all months are written, if all have their day in the form of @day_mark. */
static char *
make_months (WriteDate   write,
             const char *tag,
             char        day_mark)
{
  GString *months = g_string_new (NULL);

  for (GDateMonth month = G_DATE_JANUARY; month <= G_DATE_DECEMBER; month++)
    {
      GDate date;
      g_autofree char *written = NULL;
      g_autofree char *without_year = NULL;
      g_autofree char *form = NULL;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, SAMPLE_DAY, month, SAMPLE_YEAR);
      written = write (&date, tag);
      without_year = replace (written, G_STRINGIFY (SAMPLE_YEAR), VAC_DATE_FILL_YEAR);
      form = replace (without_year, G_STRINGIFY (SAMPLE_DAY), day_mark);
      if (month > G_DATE_JANUARY)
        g_string_append_c (months, VAC_ICU_BREAK);
      g_string_append (months, form);
    }

  return g_string_free (months, FALSE);
}

static gboolean
holds (WriteDate   write,
       const char *tag,
       const char *months)
{
  GDate date;
  gboolean same = TRUE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, CHECKED_YEAR);
  for (; same && g_date_get_year (&date) < CHECKED_YEAR + 2; g_date_add_days (&date, 1))
    {
      g_autofree char *written = write (&date, tag);
      g_autofree char *filled = vac_date_fill (months, &date);

      same = g_str_equal (written, filled);
    }

  return same;
}

/* A language whose dates are written otherwise has no such fact. */
static void
add_dates (Compiler   *self,
           VacIcuFact  kind,
           WriteDate   write,
           const char *tag)
{
  static const char day_marks[] = { VAC_DATE_FILL_DAY, VAC_DATE_FILL_TWO_DIGITS };

  for (guint i = 0; i < G_N_ELEMENTS (day_marks); i++)
    {
      char *months = make_months (write, tag, day_marks[i]);

      if (holds (write, tag, months))
        {
          add (self, kind, tag, months);
          return;
        }
      g_free (months);
    }
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
  add_dates (self, VAC_ICU_DATE, vac_date_format, tag);
  add_dates (self, VAC_ICU_SHORT_DATE, vac_date_format_short, tag);
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

  qsort (currencies, g_strv_length (currencies), sizeof *currencies, compare_codes);
  add_list (self, VAC_ICU_COUNTRIES, countries);
  add_list (self, VAC_ICU_CURRENCIES, currencies);
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
