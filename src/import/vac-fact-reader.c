/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-fact-reader"

#include "config.h"

#include <string.h>

#include "vac-clue.h"
#include "vac-code-names.h"
#include "vac-codes.h"
#include "vac-entry.h"
#include "vac-fact-reader.h"
#include "vac-pay-line.h"
#include "vac-phrase.h"
#include "vac-typed.h"

/* Reads the value of a fact. What can be read in two ways is noted and not taken. */

#define LONGEST_NAME 90   /* in bytes; a longer one is a sentence */
#define MOST_PLACES  50

static const char *
get_language (VacFactReader *self)
{
  return self->recognition->language;
}

/*
 * vac_fact_count:
 * @self: a reader
 * @role: a field of a record in a list
 *
 * Returns: how many elements of the list are named so far
 */
guint
vac_fact_count (VacFactReader *self,
                VacRole        role)
{
  guint n = 0;

  for (guint i = 0; i < vac_recognition_get_n_facts (self->recognition); i++)
    {
      const VacFoundFact *fact = vac_recognition_get_fact (self->recognition, i);

      if (fact->role == role && fact->taken)
        n = MAX (n, fact->index + 1);
    }

  return n;
}

/* What is said already for the same field. */
static const VacFoundFact *
find_said (VacFactReader *self,
           VacRole        role,
           guint          index)
{
  for (guint i = 0; i < vac_recognition_get_n_facts (self->recognition); i++)
    {
      const VacFoundFact *fact = vac_recognition_get_fact (self->recognition, i);

      if (fact->role == role && fact->index == index && fact->taken)
        return fact;
    }

  return NULL;
}

static gboolean
is_numeric (const char *text)
{
  for (; *text != '\0'; text++)
    if (g_ascii_isalpha (*text) || (guchar) *text >= 0x80)
      return FALSE;

  return TRUE;
}

/* A date without a year is not one that was written a while ago, and of 2/3/2027 nobody knows which
 * is the day. */
static gboolean
is_clear_date (const char *text)
{
  g_autofree char *tidy = vac_typed_tidy (text);
  g_auto (GStrv) numbers = tidy != NULL ? g_strsplit_set (tidy, "/.- ", -1) : NULL;
  guint n = 0, n_small = 0;
  gboolean year = FALSE;

  for (guint i = 0; numbers != NULL && numbers[i] != NULL; i++)
    {
      const guint64 value = g_ascii_strtoull (numbers[i], NULL, 10);

      if (!g_ascii_isdigit (numbers[i][0]))
        continue;
      n++;
      n_small += value >= 1 && value <= 12;
      year = year || (value >= 1900 && value <= 2200);
    }
  if (tidy == NULL || !year)
    return FALSE;

  return !is_numeric (tidy) || strpbrk (tidy, "/-") == NULL || n != 3 || n_small < 2 ||
         strlen (numbers[0]) == 4 || g_str_equal (numbers[0], numbers[1]);
}

/* A country by its name, its code, or the letters that people write for it. */
static char *
find_country (VacFactReader *self,
              const char    *name)
{
  static const char *const others[][2] = { { "UK", "GB" }, { "USA", "US" }, { "U.S.", "US" },
                                           { "United States of America", "US" },
                                           { "UAE", "AE" } };
  char *code = vac_code_names_find (VAC_CODE_COUNTRY, name, get_language (self));

  if (code == NULL)
    code = vac_code_names_find (VAC_CODE_COUNTRY, name, "en");
  for (guint i = 0; code == NULL && i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (name, others[i][0]))
      code = g_strdup (others[i][1]);
  if (code == NULL && strlen (name) == 2 && vac_codes_has_country (name))
    code = g_strdup (name);

  return code;
}

/* As a form would read it. Returns: (transfer full) (nullable): what the document holds */
static char *
resolve (VacFactReader *self,
         VacRole        role,
         guint          index,
         const char    *value,
         gboolean       exact)
{
  VacNode *leaf = vac_import_reach (self->scratch, role, index);
  const VacField *field = leaf != NULL ? vac_node_get_field (leaf) : NULL;
  g_auto (VacEntry) entry = { 0 };

  if (field == NULL || (!exact && field->kind == VAC_KIND_DATE && !is_clear_date (value)))
    return NULL;
  if (!exact && field->syntax == VAC_SYNTAX_COUNTRY)
    return find_country (self, value);
  if (!exact && vac_entry_is_for (field))
    return vac_entry_read (self->scratch, leaf, value, &entry, NULL) && entry.n_values > 0
               ? g_strdup (entry.texts[0]) : NULL;
  if (field->kind == VAC_KIND_CHOICE)
    {
      g_autoptr (GPtrArray) ids = g_ptr_array_new ();

      for (const VacChoice *choice = field->choices; choice->id != NULL; choice++)
        g_ptr_array_add (ids, (gpointer) choice->id);
      g_ptr_array_add (ids, NULL);
      return vac_words_find_choice (get_language (self), (const char *const *) ids->pdata, value);
    }

  return vac_field_accepts (field, value, NULL) ? g_strdup (value) : NULL;
}

/*
 * vac_fact_is:
 * @self: a reader
 * @role: a field of the job that is in no list
 * @text: words
 *
 * Returns: whether a form would take all of @text for that field
 */
gboolean
vac_fact_is (VacFactReader *self,
             VacRole        role,
             const char    *text)
{
  g_autofree char *value = resolve (self, role, 0, text, FALSE);

  return value != NULL;
}

/*
 * vac_fact_add:
 * @self: a reader
 * @role: the field
 * @index: in which element of a list it is
 * @value: what was read for it
 * @exact: whether that is as a document holds it
 *
 * Notes a fact; it is taken if the field takes @value and nothing else was said for it.
 *
 * Returns: whether it is taken
 */
gboolean
vac_fact_add (VacFactReader *self,
              VacRole        role,
              guint          index,
              const char    *value,
              gboolean       exact)
{
  g_autofree char *resolved = resolve (self, role, index, value, exact);
  const VacFoundFact *said = find_said (self, role, index);
  VacFoundFact *fact = vac_found_fact_add (self->recognition, role, index,
                                           resolved != NULL ? resolved : value);

  g_free (fact->words);
  fact->words = g_strdup (value);
  fact->exact = resolved != NULL;
  fact->part = self->part;
  fact->start = self->start;
  fact->length = self->length;
  fact->taken = resolved != NULL && (said == NULL || g_str_equal (said->value, resolved));

  return fact->taken;
}

static gboolean
add_money (VacFactReader *self,
           VacRole        role,
           VacMoney       amount)
{
  g_autofree char *text = vac_money_to_text (amount);

  return vac_fact_add (self, role, 0, text, TRUE);
}

/* "$18,000" is said in many countries; only their English is likely to be that of one. */
static gboolean
is_any_dollar (VacFactReader *self,
               const char    *text)
{
  const char *language = get_language (self);
  const char *sign = strchr (text, '$');

  return sign != NULL && strchr (language, '-') == NULL && !g_str_has_prefix (language, "en") &&
         (sign == text || !g_ascii_isalpha (sign[-1]));
}

/*
 * vac_fact_read_pay:
 * @self: a reader
 * @text: a line
 *
 * Returns: whether @text is pay, with its currency and its period, and is taken
 */
gboolean
vac_fact_read_pay (VacFactReader *self,
                   const char    *text)
{
  static const char *const periods[] = {
    [VAC_UNIT_YEAR] = VAC_PERIOD_YEAR, [VAC_UNIT_MONTH] = VAC_PERIOD_MONTH,
    [VAC_UNIT_WEEK] = VAC_PERIOD_WEEK, [VAC_UNIT_DAY] = VAC_PERIOD_DAY,
    [VAC_UNIT_HOUR] = VAC_PERIOD_HOUR,
  };
  static const struct
  {
    VacPhrase   phrase;
    const char *basis;
  } bases[] = {
    { VAC_PHRASE_FULL_TIME_PAY, VAC_PAY_FULL_TIME },
    { VAC_PHRASE_PRO_RATA_PAY, VAC_PAY_PRO_RATA },
  };
  VacFactReader reader = *self;
  g_autofree char *range = NULL;
  VacPayLine line;
  gboolean done;

  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    if (vac_phrase_take_apart (get_language (self), bases[i].phrase, text, &range, NULL))
      return vac_fact_read_pay (self, range) &&
             vac_fact_add (self, VAC_ROLE_PAY_BASIS, 0, bases[i].basis, TRUE);
  if (!vac_pay_line_read (text, get_language (self), &line))
    return FALSE;
  if (*line.currency == '\0' || line.unit == VAC_UNIT_NONE || is_any_dollar (self, text))
    {
      VacFoundFact *fact = vac_found_fact_add (self->recognition, VAC_ROLE_PAY_MINIMUM, 0, text);

      fact->part = self->part;
      fact->taken = FALSE;
      return FALSE;
    }
  /* "DOE" must not be lost. */
  reader.length = line.is_whole ? self->length : 0;
  done = vac_fact_add (&reader, VAC_ROLE_PAY_CURRENCY, 0, line.currency, TRUE) &&
         vac_fact_add (&reader, VAC_ROLE_PAY_PERIOD, 0, periods[line.unit], TRUE);
  if (done && line.has_minimum)
    done = add_money (&reader, VAC_ROLE_PAY_MINIMUM, line.minimum);
  if (done && line.has_maximum)
    done = add_money (&reader, VAC_ROLE_PAY_MAXIMUM, line.maximum);

  return done;
}

static char *
find_choice (VacFactReader *self,
             VacRole        role,
             const char    *text)
{
  return resolve (self, role, 0, text, FALSE);
}

static gboolean
is_workplace (VacFactReader *self,
              const char    *text)
{
  g_autofree char *id = find_choice (self, VAC_ROLE_WORKPLACE, text);

  return id != NULL;
}

static gboolean
is_seasonal (VacFactReader *self,
             const char    *text)
{
  static const char *const ids[] = { "seasonal", NULL };
  g_autofree char *id = vac_words_find_choice (get_language (self), ids, text);

  return id != NULL;
}

/* "Full-time" or "Hybrid". Returns: whether it is either, and is taken */
static gboolean
read_one_arrangement (VacFactReader *self,
                      const char    *text)
{
  g_autofree char *type = find_choice (self, VAC_ROLE_EMPLOYMENT_TYPE, text);
  g_autofree char *workplace = type == NULL ? find_choice (self, VAC_ROLE_WORKPLACE, text) : NULL;
  const guint n_types = vac_fact_count (self, VAC_ROLE_EMPLOYMENT_TYPE);

  if (workplace != NULL)
    return vac_fact_add (self, VAC_ROLE_WORKPLACE, 0, workplace, TRUE);
  if (type == NULL && is_seasonal (self, text))
    return vac_fact_add (self, VAC_ROLE_SEASONAL, 0, "true", TRUE);
  if (type == NULL)
    return FALSE;
  for (guint i = 0; i < n_types; i++)
    if (g_str_equal (find_said (self, VAC_ROLE_EMPLOYMENT_TYPE, i)->value, type))
      return vac_fact_add (self, VAC_ROLE_EMPLOYMENT_TYPE, i, type, TRUE);

  return vac_fact_add (self, VAC_ROLE_EMPLOYMENT_TYPE, n_types, type, TRUE);
}

/* Of several facts in the same words, the last one takes the words with it. */
static void
take_words (VacFactReader *self)
{
  const guint n = vac_recognition_get_n_facts (self->recognition);

  if (n > 0)
    vac_recognition_get_fact (self->recognition, n - 1)->length = self->length;
}

/*
 * vac_fact_read_arrangement:
 * @self: a reader
 * @text: a type of employment, a workplace, or several of them
 *
 * Returns: whether all of @text is taken; otherwise what is known of it is, and it stays
 */
gboolean
vac_fact_read_arrangement (VacFactReader *self,
                           const char    *text)
{
  VacFactReader reader = *self;
  const char *const *ors = vac_clue_get_words (get_language (self), VAC_CLUE_OR);
  g_autoptr (GString) list = g_string_new (text);
  g_auto (GStrv) pieces = NULL;
  gboolean all = TRUE;

  if (read_one_arrangement (self, text))
    return TRUE;
  for (guint i = 0; ors != NULL && ors[i] != NULL; i++)
    {
      g_autofree char *spaced = g_strdup_printf (" %s ", ors[i]);

      g_string_replace (list, spaced, ",", 0);
    }
  g_string_replace (list, vac_phrase_get (get_language (self), VAC_PHRASE_BETWEEN_FACTS), ",", 0);
  pieces = g_strsplit_set (list->str, ",;/()", -1);
  reader.length = 0;
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_strstrip (pieces[i]);
      all = (*pieces[i] == '\0' || read_one_arrangement (&reader, pieces[i])) && all;
    }
  if (all)
    take_words (self);

  return all;
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* "TX" */
static gboolean
is_region_code (const char *text)
{
  const gsize length = strlen (text);

  return (length == 2 || length == 3) && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]) &&
         (length == 2 || g_ascii_isupper (text[2]));
}

/*
 * vac_fact_looks_like_place:
 * @self: a reader
 * @text: a few words
 *
 * Returns: whether they end with a country, or the code of a region, as no name of an employer does
 */
gboolean
vac_fact_looks_like_place (VacFactReader *self,
                           const char    *text)
{
  const char *comma = strrchr (text, ',');
  g_autofree char *last = comma != NULL ? g_strstrip (g_strdup (comma + 1)) : NULL;
  g_autofree char *country = last != NULL ? find_country (self, last) : NULL;

  return last != NULL && !has_digit (text) && (is_region_code (last) || country != NULL);
}

/* "WA 98402". Returns: (transfer full) (nullable): the region's code; @postal takes the rest */
static char *
split_postal_code (const char *text,
                   const char **postal)
{
  const gsize length = strcspn (text, " ");
  g_autofree char *region = g_strndup (text, length);

  *postal = text + length + strspn (text + length, " ");
  if (length != 2 || !is_region_code (region) || strspn (*postal, "0123456789") != 5 ||
      strlen (*postal) != 5)
    return NULL;

  return g_steal_pointer (&region);
}

/* "50667 Köln": a postal code before a city. Returns: its length, or 0 */
static gsize
measure_postal_code (const char *text)
{
  const gsize n = strspn (text, "0123456789");

  return (n == 4 || n == 5) && text[n] == ' ' ? n : 0;
}

static gboolean
names_several (VacFactReader *self,
               const char    *text)
{
  const char *const *words = vac_clue_get_words (get_language (self), VAC_CLUE_RANGE);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      g_autofree char *spaced = g_strdup_printf (" %s ", words[i]);

      if (strstr (text, spaced) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* "Austin, TX", "Leeds, West Yorkshire, UK", "50667 Köln", "Portugal" */
static gboolean
read_place (VacFactReader *self,
            const char    *text,
            guint          index)
{
  g_auto (GStrv) pieces = g_strsplit (text, ",", 4);
  const guint n = g_strv_length (pieces);
  const gsize postal = measure_postal_code (text);
  g_autofree char *country = NULL;
  g_autofree char *region = NULL;
  const VacFoundFact *said;
  const char *code;
  gboolean done = TRUE;

  for (guint i = 0; i < n; i++)
    g_strstrip (pieces[i]);
  if (n == 2 && (region = split_postal_code (pieces[1], &code)) != NULL)
    return vac_fact_add (self, VAC_ROLE_LOCATION_CITY, index, pieces[0], TRUE) &&
           vac_fact_add (self, VAC_ROLE_LOCATION_REGION, index, region, TRUE) &&
           vac_fact_add (self, VAC_ROLE_LOCATION_POSTAL_CODE, index, code, TRUE);
  /* "Galway and Athenry" are two places, and "Tyne and Wear" is one. */
  if (names_several (self, text))
    return FALSE;
  if (n == 0 || n > 3 || strlen (text) > LONGEST_NAME || has_digit (text + postal) ||
      *pieces[0] == '\0')
    return FALSE;
  country = find_country (self, pieces[n - 1]);
  /* "Granada" is a city where the country is said to be Spain. */
  said = find_said (self, VAC_ROLE_LOCATION_COUNTRY, index);
  if (n == 1 && country != NULL && (said == NULL || g_str_equal (said->value, country)))
    return vac_fact_add (self, VAC_ROLE_LOCATION_COUNTRY, index, country, TRUE);
  /* A state is called as a country is: "Atlanta, Georgia". */
  if (n == 3 && country == NULL)
    return FALSE;
  if (postal > 0)
    {
      g_autofree char *before = g_strndup (text, postal);

      done = vac_fact_add (self, VAC_ROLE_LOCATION_POSTAL_CODE, index, before, TRUE);
    }
  if (n > 1 && country != NULL && (n == 3 || !is_region_code (pieces[n - 1]) ||
                                   !vac_codes_is_same_language (get_language (self), "en") ||
                                   g_str_equal (pieces[n - 1], "UK")))
    done = vac_fact_add (self, VAC_ROLE_LOCATION_COUNTRY, index, country, TRUE) && done;
  else if (n == 2)
    done = vac_fact_add (self, VAC_ROLE_LOCATION_REGION, index, pieces[1], TRUE) && done;
  if (n == 3)
    done = vac_fact_add (self, VAC_ROLE_LOCATION_REGION, index, pieces[1], TRUE) && done;

  return vac_fact_add (self, VAC_ROLE_LOCATION_CITY, index,
                       pieces[0] + (postal > 0 ? postal + 1 : 0), TRUE) &&
         done;
}

static guint
count_places (VacFactReader *self)
{
  return MAX (vac_fact_count (self, VAC_ROLE_LOCATION_CITY),
              vac_fact_count (self, VAC_ROLE_LOCATION_COUNTRY));
}

/* A page says a place more than once. Returns: whether it is named already */
static gboolean
repeats_place (VacFactReader *self,
               const char    *text)
{
  const gsize length = strcspn (text, ",");

  for (guint i = 0; i < vac_recognition_get_n_facts (self->recognition); i++)
    {
      const VacFoundFact *fact = vac_recognition_get_fact (self->recognition, i);

      if (fact->taken && fact->role == VAC_ROLE_LOCATION_CITY && strlen (fact->value) == length &&
          strncmp (fact->value, text, length) == 0)
        return vac_fact_add (self, fact->role, fact->index, fact->value, TRUE);
    }

  return FALSE;
}

/* "London (hybrid)", "Remote – UK". Returns: the place without it; @all becomes FALSE where more
 * is said of it: "London (hybrid, two days a week)" */
static char *
split_workplace (VacFactReader *self,
                 const char    *text,
                 gboolean      *all)
{
  VacFactReader reader = *self;
  static const char marks[] = "()–—-";

  reader.length = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *before = NULL, *after = NULL;

      if (g_utf8_strchr (marks, -1, g_utf8_get_char (p)) == NULL)
        continue;
      before = g_strstrip (g_strndup (text, (gsize) (p - text)));
      after = g_strdelimit (g_strdup (g_utf8_next_char (p)), ")", ' ');
      g_strstrip (after);
      if (*p == '(' && strchr (after, ',') != NULL)
        {
          *strchr (after, ',') = '\0';
          *all = FALSE;
        }
      if (is_workplace (self, after) && read_one_arrangement (&reader, after))
        return g_steal_pointer (&before);
      *all = TRUE;
      if (is_workplace (self, before) && read_one_arrangement (&reader, before))
        {
          g_autofree char *country = find_country (self, after);

          /* "Remote – Oregon" says where somebody lives. */
          *all = country != NULL;
          return country != NULL ? g_steal_pointer (&after) : g_strdup ("");
        }
    }

  return g_strdup (text);
}

/* Where the next place goes; of a member of data, to what else the data says of it. */
static guint
get_place_index (VacFactReader *self,
                 guint          index)
{
  return index != VAC_NO_PART && find_said (self, VAC_ROLE_LOCATION_CITY, index) == NULL
             ? index : count_places (self);
}

/*
 * vac_fact_read_places:
 * @self: a reader
 * @text: a place, or several with semicolons between them
 * @index: which place of work it is, where the source says so; %VAC_NO_PART for the next one
 *
 * Returns: whether all of @text is taken
 */
gboolean
vac_fact_read_places (VacFactReader *self,
                      const char    *text,
                      guint          index)
{
  VacFactReader reader = *self;
  const char *between = vac_phrase_get (get_language (self), VAC_PHRASE_BETWEEN_ITEMS);
  g_autoptr (GString) plain = g_string_new (text);
  g_auto (GStrv) places = NULL;
  gboolean all = TRUE;

  g_string_replace (plain, "\xd8\x8c", ",", 0);   /* the comma of Arabic */
  places = g_strsplit (plain->str, strstr (text, between) != NULL ? between : ";", MOST_PLACES);
  reader.length = places[1] != NULL ? 0 : self->length;
  for (guint i = 0; places[i] != NULL; i++)
    {
      gboolean whole = TRUE;
      g_autofree char *place = split_workplace (&reader, g_strstrip (places[i]), &whole);

      if (!whole)
        reader.length = 0;
      all = all && whole;
      if (*place == '\0' || repeats_place (&reader, place))
        continue;
      if (is_workplace (self, place))
        all = read_one_arrangement (&reader, place) && all;
      else
        all = read_place (&reader, place, get_place_index (&reader, index)) && all;
    }
  if (all && places[1] != NULL)
    take_words (self);

  return all;
}
