/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-tables"

#include "config.h"

#include <string.h>

#include "vac-data.h"
#include "vac-import-tables.h"
#include "vac-import-words.h"
#include "vac-import-data.h"

/* No word of any language stands here: all of them are in the data file. */

#define PATH VAC_RESOURCE_PATH "/salary-tables.ini"
#define TABLE_PREFIX "table "
/* The most words that one name of a column or a period has after it was split. */
#define LONGEST_NAME 4
/* Room for the places in one line of names. */
#define TIER 1000
/* The lines of pairs in the data file, from 0, that are percentiles. */
#define QUARTILES 1
#define DECILES 2

typedef struct
{
  VacSalaryImportField field;
  guint                rank;    /* TIER × the line of the pair + the place in the line */
} Name;

static const char *const field_ids[] = {
  [VAC_SALARY_IMPORT_NAME] = "place",
  [VAC_SALARY_IMPORT_MINIMUM] = "minimum",
  [VAC_SALARY_IMPORT_MAXIMUM] = "maximum",
  [VAC_SALARY_IMPORT_RANGE] = "range",
  [VAC_SALARY_IMPORT_MEDIAN] = "median",
  [VAC_SALARY_IMPORT_NOTE] = "note",
  [VAC_SALARY_IMPORT_PRICE_INDEX] = "price-index",
  [VAC_SALARY_IMPORT_OCCUPATION] = "occupation",
  [VAC_SALARY_IMPORT_OCCUPATION_TITLE] = "occupation-title",
  [VAC_SALARY_IMPORT_PERIOD] = "period",
  [VAC_SALARY_IMPORT_CURRENCY] = "currency",
  [VAC_SALARY_IMPORT_HOURLY_MINIMUM] = "hourly-minimum",
  [VAC_SALARY_IMPORT_HOURLY_MAXIMUM] = "hourly-maximum",
  [VAC_SALARY_IMPORT_YEARLY] = "yearly",
};

/**
 * vac_salary_import_field_get_id:
 * @field: what a column holds
 *
 * Returns: (transfer none): what it is called on the command line and in the data file
 */
const char *
vac_salary_import_field_get_id (VacSalaryImportField field)
{
  g_return_val_if_fail (field < VAC_SALARY_IMPORT_N_FIELDS, NULL);

  return field_ids[field];
}

static GStrv
get_list (GKeyFile   *file,
          const char *group,
          const char *key)
{
  return g_key_file_get_string_list (file, group, key, NULL, NULL);
}

static GHashTable *
read_set (GKeyFile   *file,
          const char *group,
          const char *key)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) list = get_list (file, group, key);

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    g_hash_table_add (set, vac_import_simplify (list[i]));

  return set;
}

static void
read_names (VacImportData        *self,
            VacSalaryImportField  field,
            const char           *key,
            guint                 tier)
{
  g_auto (GStrv) list = get_list (self->file, "columns", key);

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    {
      g_autofree char *name = vac_import_simplify (list[i]);
      Name *value;

      if (g_hash_table_contains (self->names, name))
        continue;
      value = g_new (Name, 1);
      *value = (Name) { field, tier * TIER + i };
      g_hash_table_insert (self->names, g_steal_pointer (&name), value);
    }
}

static void
read_all_names (VacImportData *self)
{
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < VAC_SALARY_IMPORT_N_FIELDS; i++)
    {
      read_names (self, i, field_ids[i], 0);
      for (guint tier = 1; tier < 9; tier++)
        {
          g_autofree char *key = g_strdup_printf ("%s-%u", field_ids[i], tier + 1);

          read_names (self, i, key, tier);
        }
    }
}

static void
read_periods (VacImportData *self)
{
  self->periods = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (VacPayPeriod period = VAC_PAY_PERIOD_YEAR; period <= VAC_PAY_PERIOD_HOUR; period++)
    {
      g_auto (GStrv) list = get_list (self->file, "periods", vac_pay_period_get_id (period));

      for (guint i = 0; list != NULL && list[i] != NULL; i++)
        g_hash_table_insert (self->periods, vac_import_simplify (list[i]),
                             GUINT_TO_POINTER (period + 1));
    }
}

static void
read_currency_words (VacImportData *self)
{
  g_auto (GStrv) keys = g_key_file_get_keys (self->file, "currency words", NULL, NULL);

  self->currency_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    g_hash_table_insert (self->currency_words, g_strdup (keys[i]),
                         g_key_file_get_string (self->file, "currency words", keys[i], NULL));
}

static char *
get_string (GKeyFile   *file,
            const char *group,
            const char *key)
{
  return g_key_file_get_string (file, group, key, NULL);
}

static void
read_table (VacImportData *self,
            const char    *group)
{
  VacImportTable *table = g_new0 (VacImportTable, 1);
  g_autofree char *decimal = get_string (self->file, group, "decimal");

  table->name = get_string (self->file, group, "name");
  table->must = get_list (self->file, group, "must");
  for (guint i = 0; i < VAC_SALARY_IMPORT_N_FIELDS; i++)
    table->columns[i] = get_list (self->file, group, field_ids[i]);
  table->only_place = get_string (self->file, group, "only-place");
  table->prefer = get_string (self->file, group, "prefer");
  table->prefer_file = get_string (self->file, group, "prefer-file");
  table->names_file = get_string (self->file, group, "names-file");
  table->names = get_list (self->file, group, "names");
  table->keep = get_list (self->file, group, "keep");
  table->strip = get_list (self->file, group, "strip");
  table->no_figure = get_list (self->file, group, "no-figure");
  table->nations = get_list (self->file, group, "nations");
  table->wider = get_string (self->file, group, "wider");
  table->currency = get_string (self->file, group, "currency");
  table->period = get_string (self->file, group, "period");
  table->usual_period = get_string (self->file, group, "usual-period");
  table->decimal = decimal != NULL ? *decimal : '\0';
  table->cap = get_string (self->file, group, "cap");
  table->caps = get_list (self->file, group, "caps");
  table->old = get_list (self->file, group, "old");
  table->old_before = (guint) MAX (g_key_file_get_integer (self->file, group, "old-before", NULL),
                                   0);
  table->year = get_list (self->file, group, "year");
  for (guint i = 0; i < VAC_SALARY_IMPORT_N_TERMS; i++)
    {
      g_autofree char *key = g_strconcat ("survey-", vac_salary_import_term_get_id (i), NULL);

      table->terms[i] = get_string (self->file, group, key);
    }
  table->sample = get_list (self->file, group, "sample");
  table->area_code = get_list (self->file, group, "area-code");
  table->area_kind = get_list (self->file, group, "area-kind");
  table->area_kinds = get_list (self->file, group, "area-kinds");
  g_ptr_array_add (self->tables, table);
}

static VacImportData *
load (void)
{
  VacImportData *self = g_new0 (VacImportData, 1);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (vac_data_get (), PATH, 0, NULL);
  g_auto (GStrv) groups = NULL;
  g_autoptr (GError) error = NULL;

  /* Our own data; the tests of every table read it. */
  self->file = g_key_file_new ();
  if (!g_key_file_load_from_bytes (self->file, bytes, G_KEY_FILE_NONE, &error))
    g_error ("%s: %s", PATH, error->message);

  self->tables = g_ptr_array_new ();
  groups = g_key_file_get_groups (self->file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], TABLE_PREFIX))
      read_table (self, groups[i]);
  read_all_names (self);
  read_periods (self);
  read_currency_words (self);
  self->noise = read_set (self->file, "words", "noise");
  self->between = read_set (self->file, "words", "between");
  self->before = read_set (self->file, "words", "before");
  self->from = read_set (self->file, "words", "lower-end");
  self->up_to = read_set (self->file, "words", "upper-end");
  self->upward = read_set (self->file, "words", "upward");
  self->capitals = read_set (self->file, "words", "no-period-in-capitals");
  self->per = read_set (self->file, "words", "per");
  self->means = read_set (self->file, "words", "mean");
  self->weak_years = read_set (self->file, "words", "year-if-alone");
  self->nations = read_set (self->file, "nations", "names");
  self->currencies = g_key_file_get_keys (self->file, "currencies", NULL, NULL);

  return self;
}

/* Constant once it is read, like the schema; any thread may ask first. */
const VacImportData *
vac_import_get_data (void)
{
  static gsize data;

  if (g_once_init_enter (&data))
    g_once_init_leave (&data, (gsize) load ());

  return (const VacImportData *) data;
}

/**
 * vac_import_tables_get:
 *
 * Returns: (transfer none) (element-type VacImportTable): the official tables that are known
 */
GPtrArray *
vac_import_tables_get (void)
{
  return vac_import_get_data ()->tables;
}

/**
 * vac_import_tables_get_area:
 * @code: the number of an area
 *
 * Returns: (transfer full) (nullable): its name
 */
char *
vac_import_tables_get_area (const char *code)
{
  return g_key_file_get_string (vac_import_get_data ()->file, "areas", code, NULL);
}

/**
 * vac_import_tables_is_unchecked:
 * @code: the number of an area that vac_import_tables_get_area() knows
 *
 * Returns: whether nobody has compared its name with what is published
 */
gboolean
vac_import_tables_is_unchecked (const char *code)
{
  g_auto (GStrv) codes = get_list (vac_import_get_data ()->file, "areas", "unchecked");

  return codes != NULL && g_strv_contains ((const char *const *) codes, code);
}

/* How many of @words from @at on make an entry of @table together; 0 for none. */
guint
vac_import_match_words (GHashTable *table,
             GStrv       words,
             guint       at,
             gpointer   *value)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  guint found = 0;

  g_assert (words[at] != NULL);

  for (guint i = 0; i < LONGEST_NAME && words[at + i] != NULL; i++)
    {
      gpointer entry;

      g_string_append (joined, words[at + i]);
      if (g_hash_table_lookup_extended (table, joined->str, NULL, &entry))
        {
          found = i + 1;
          if (value != NULL)
            *value = entry;
        }
    }

  return found;
}

static gboolean
is_year_word (const char *word)
{
  return strlen (word) == 4 && strspn (word, "0123456789") == 4 &&
         (g_str_has_prefix (word, "19") || g_str_has_prefix (word, "20"));
}

/* Whether @word, without case, is the code of a currency. */
static gboolean
is_currency_word (const VacImportData *data,
                  const char *word)
{
  g_autofree char *code = g_ascii_strup (word, -1);

  return g_strv_contains ((const char *const *) data->currencies, code) ||
         g_hash_table_contains (data->currency_words, word);
}

/* How many of @words from @at on say nothing about which column it is; 0 for none. */
guint
vac_import_match_beside (const VacImportData *data,
              GStrv       words,
              guint       at)
{
  guint n = vac_import_match_words (data->periods, words, at, NULL);

  if (n == 0)
    n = vac_import_match_words (data->noise, words, at, NULL);
  if (n == 0 && (is_currency_word (data, words[at]) ||
                 g_hash_table_contains (data->weak_years, words[at])))
    n = 1;

  return n;
}

/* The name in a title, without the words that only accompany one; @is_pay says whether there were
 * such words and nothing else. */
static const Name *
find_name (const VacImportData *data,
           const char *title,
           gboolean   *is_pay)
{
  g_auto (GStrv) words = vac_import_split_words (title);
  g_autofree char *whole = g_strjoinv (NULL, words);
  g_autoptr (GString) rest = g_string_new (NULL);
  const Name *name = g_hash_table_lookup (data->names, whole);

  if (name != NULL)
    return name;
  for (guint i = 0; words[i] != NULL;)
    {
      guint n = vac_import_match_beside (data, words, i);

      if (n == 0 && !is_year_word (words[i]))
        g_string_append (rest, words[i]);
      i += MAX (n, 1);
    }
  *is_pay = rest->len == 0 && words[0] != NULL && !is_year_word (words[0]);

  return g_hash_table_lookup (data->names, rest->str);
}

/* "Location (city)" is "Location". */
static char *
drop_brackets (const char *title)
{
  GString *text = g_string_new (NULL);
  guint depth = 0;

  for (const char *p = title; *p != '\0'; p++)
    {
      depth += *p == '(' || *p == '[';
      if (depth == 0)
        g_string_append_c (text, *p);
      if ((*p == ')' || *p == ']') && depth > 0)
        depth--;
    }

  return g_string_free (text, FALSE);
}

/**
 * vac_import_title_get_field:
 * @title: the title of a column
 * @rank: (out): smaller is likelier; minimum and maximum of one pair share the thousands
 * @is_pay: (out): whether the title says nothing but that there is pay in the column
 *
 * Returns: what the column holds, %VAC_SALARY_IMPORT_N_FIELDS when that is not known
 */
VacSalaryImportField
vac_import_title_get_field (const char *title,
                            guint      *rank,
                            gboolean   *is_pay)
{
  const VacImportData *data = vac_import_get_data ();
  const Name *name;

  *is_pay = FALSE;
  *rank = 0;
  name = find_name (data, title, is_pay);
  if (name == NULL && strpbrk (title, "([") != NULL)
    {
      g_autofree char *plain = drop_brackets (title);

      name = find_name (data, plain, is_pay);
    }
  if (name == NULL)
    return VAC_SALARY_IMPORT_N_FIELDS;
  *is_pay = FALSE;
  *rank = name->rank;

  return name->field;
}

/* "Prepared by HR" says nothing of hours, "$/HR" does: without such words. */
static char *
drop_capitals (const VacImportData *data,
               const char          *text)
{
  GString *kept = g_string_new (NULL);
  g_autofree char *previous = g_strdup ("");

  for (const char *p = text; *p != '\0';)
    {
      gsize length = strcspn (p, " \t\r\n/.,;:()[]");
      g_autofree char *word = g_strndup (p, MAX (length, 1));
      g_autofree char *simple = vac_import_simplify (word);
      g_autofree char *capitals = g_ascii_strup (word, -1);
      gboolean dropped = length > 0 && g_str_equal (word, capitals) &&
                         g_hash_table_contains (data->capitals, simple) &&
                         (p == text || p[-1] != '/') &&
                         !g_hash_table_contains (data->per, previous);

      g_string_append (kept, dropped ? " " : word);
      if (length > 0)
        {
          g_free (previous);
          previous = g_steal_pointer (&simple);
        }
      p += MAX (length, 1);
    }

  return g_string_free (kept, FALSE);
}

/**
 * vac_import_find_period:
 * @text: a title, a cell or a line
 * @period: (out): by what it says that pay is counted
 *
 * Returns: whether it says so, and only one thing
 */
gboolean
vac_import_find_period (const char   *text,
                        VacPayPeriod *period)
{
  const VacImportData *data = vac_import_get_data ();
  g_autofree char *kept = drop_capitals (data, text);
  g_auto (GStrv) words = vac_import_split_words (kept);
  guint found = 0;
  gboolean weak = FALSE;

  for (guint i = 0; words[i] != NULL;)
    {
      gpointer value;
      guint n = vac_import_match_words (data->periods, words, i, &value);

      if (n > 0 && found != 0 && found != GPOINTER_TO_UINT (value))
        return FALSE;
      if (n > 0)
        found = GPOINTER_TO_UINT (value);
      weak |= g_hash_table_contains (data->weak_years, words[i]);
      i += MAX (n, 1);
    }
  if (found == 0 && !weak)
    return FALSE;
  *period = found != 0 ? found - 1 : VAC_PAY_PERIOD_YEAR;

  return TRUE;
}

/**
 * vac_import_find_currency:
 * @text: a title, a cell or a line
 *
 * Returns: (transfer full) (nullable): the sign or the code of the first currency that it names
 */
char *
vac_import_find_currency (const char *text)
{
  const VacImportData *data = vac_import_get_data ();
  g_auto (GStrv) words = NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_CURRENCY_SYMBOL)
      return g_strndup (p, (gsize) (g_utf8_next_char (p) - p));

  for (guint i = 0; data->currencies[i] != NULL; i++)
    {
      const char *code = data->currencies[i];
      const char *at = strstr (text, code);

      /* Capitals, and no part of a longer word. */
      if (at != NULL && (at == text || !g_ascii_isalpha (at[-1])) &&
          !g_ascii_isalpha (at[strlen (code)]))
        return g_strdup (code);
    }

  words = vac_import_split_words (text);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *said = g_hash_table_lookup (data->currency_words, words[i]);

      if (said != NULL)
        return g_strdup (said);
    }

  return NULL;
}

/**
 * vac_import_currency_is:
 * @said: a sign or a code, from vac_import_find_currency()
 * @code: an ISO 4217 code
 *
 * Returns: whether @said can mean @code: "$" is any dollar
 */
gboolean
vac_import_currency_is (const char *said,
                        const char *code)
{
  g_autofree char *sign = NULL;

  if (g_ascii_strcasecmp (said, code) == 0)
    return TRUE;
  sign = get_string (vac_import_get_data ()->file, "currencies", code);

  return g_strcmp0 (sign, said) == 0;
}

/**
 * vac_import_currency_get_code:
 * @said: a sign or a code, from vac_import_find_currency()
 *
 * Returns: (transfer none): the code that it means most often; @said itself when that is not known
 */
const char *
vac_import_currency_get_code (const char *said)
{
  const VacImportData *data = vac_import_get_data ();

  for (guint i = 0; data->currencies[i] != NULL; i++)
    if (vac_import_currency_is (said, data->currencies[i]))
      return data->currencies[i];

  return said;
}

/**
 * vac_import_is_nation:
 * @name: the name of a place
 * @table: (nullable): the official table that it is in
 *
 * Returns: whether the row is of a nation as a whole
 */
gboolean
vac_import_is_nation (const char           *name,
                      const VacImportTable *table)
{
  g_autofree char *simple = NULL;

  if (table != NULL)
    {
      for (guint i = 0; table->nations != NULL && table->nations[i] != NULL; i++)
        if (g_ascii_strcasecmp (name, table->nations[i]) == 0)
          return TRUE;
      return FALSE;
    }
  simple = vac_import_simplify (name);

  return g_hash_table_contains (vac_import_get_data ()->nations, simple);
}

/**
 * vac_import_is_mean_title:
 * @title: the title of a column
 *
 * Returns: whether it says mean pay, and nothing else of it, such as an error
 */
gboolean
vac_import_is_mean_title (const char *title)
{
  const VacImportData *data = vac_import_get_data ();
  g_auto (GStrv) words = vac_import_split_words (title);
  gboolean is_mean = FALSE;

  for (guint i = 0; words[i] != NULL;)
    {
      const guint n_means = vac_import_match_words (data->means, words, i, NULL);
      const guint n = n_means > 0 ? n_means : vac_import_match_beside (data, words, i);

      if (n == 0 && !is_year_word (words[i]))
        return FALSE;
      is_mean |= n_means > 0;
      i += MAX (n, 1);
    }

  return is_mean;
}

/**
 * vac_import_get_titles:
 * @key: what columns hold that is nothing to choose
 *
 * Returns: (transfer full) (nullable): the titles of such columns
 */
GStrv
vac_import_get_titles (const char *key)
{
  return get_list (vac_import_get_data ()->file, "further columns", key);
}

/**
 * vac_import_title_get_statistic:
 * @title: the title of a column
 *
 * Returns: which statistic it says, %VAC_N_STATISTICS for none
 */
VacStatistic
vac_import_title_get_statistic (const char *title)
{
  gboolean is_pay;
  guint rank;
  const VacSalaryImportField field = vac_import_title_get_field (title, &rank, &is_pay);
  const gboolean is_low = field == VAC_SALARY_IMPORT_MINIMUM;

  if (vac_import_is_mean_title (title))
    return VAC_STATISTIC_MEAN;
  if (field == VAC_SALARY_IMPORT_MEDIAN)
    return VAC_STATISTIC_MEDIAN;
  if ((!is_low && field != VAC_SALARY_IMPORT_MAXIMUM) || rank / TIER == 0)
    return VAC_N_STATISTICS;
  if (rank / TIER == QUARTILES)
    return is_low ? VAC_STATISTIC_P25 : VAC_STATISTIC_P75;

  return rank / TIER == DECILES ? (is_low ? VAC_STATISTIC_P10 : VAC_STATISTIC_P90)
                                : VAC_N_STATISTICS;
}

/**
 * vac_import_is_without_index:
 * @name: the name of a place
 *
 * Returns: whether no official price index covers the place
 */
gboolean
vac_import_is_without_index (const char *name)
{
  g_auto (GStrv) endings = get_list (vac_import_get_data ()->file, "no price index", "endings");

  for (guint i = 0; endings != NULL && endings[i] != NULL; i++)
    if (g_str_has_suffix (name, endings[i]))
      return TRUE;

  return FALSE;
}

static gboolean
contains_words (GStrv words,
                GStrv part)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint n = 0;

      while (part[n] != NULL && words[i + n] != NULL && g_str_equal (words[i + n], part[n]))
        n++;
      if (part[n] == NULL)
        return n > 0;
    }

  return FALSE;
}

/**
 * vac_import_get_job_codes:
 * @job_title: what a job is called
 *
 * Returns: (transfer full): the codes of occupations that people with that job have
 */
GStrv
vac_import_get_job_codes (const char *job_title)
{
  GKeyFile *file = vac_import_get_data ()->file;
  g_auto (GStrv) words = vac_import_split_words (job_title);
  g_auto (GStrv) codes = g_key_file_get_keys (file, "occupations", NULL, NULL);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      g_auto (GStrv) phrases = get_list (file, "occupations", codes[i]);

      for (guint j = 0; phrases[j] != NULL; j++)
        {
          g_auto (GStrv) part = vac_import_split_words (phrases[j]);

          if (!contains_words (words, part))
            continue;
          g_ptr_array_add (found, g_strdup (codes[i]));
          break;
        }
    }
  g_ptr_array_add (found, NULL);

  return (GStrv) g_ptr_array_free (found, FALSE);
}
