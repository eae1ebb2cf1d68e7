/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-syllables"

#include "config.h"

#include <string.h>

#include "vac-data-json.h"
#include "vac-syllables.h"

/* Counts the syllables of English words: one for each group of vowels, one more where two of them
 * are spoken apart, one less for a silent e. The patterns for both, and the words that they get
 * wrong, are in data/review/syllables.json.
 *
 * Of the 117,490 plain words of the CMU Pronouncing Dictionary, 94 in 100 come out as they are
 * spoken; of the words in our English postings, 98. */

#define PATH VAC_RESOURCE_PATH "/review/syllables.json"

/* What is longer, in letters, is no word; the rest of it is not counted. */
#define LONGEST 40

/* A name of so many capitals or fewer is spelled out; a longer one is spoken like a word. */
#define LONGEST_SPELLED 5

typedef struct
{
  GHashTable *words;    /* as written or in lower case → how many syllables */
  GRegex     *apart;
  GRegex     *silent;
} Data;

/* A run of letters or of digits. */
typedef struct
{
  char     written[LONGEST + 1];   /* its letters without their accents, in ASCII */
  char     folded[LONGEST + 1];
  gsize    length;
  guint    n_capitals;
  gboolean after_apostrophe;
} Part;

static GRegex *
read_patterns (VacDataJson  root,
               const char  *member)
{
  g_auto (GStrv) patterns = vac_data_json_dup_list (root, member);
  g_autofree char *all = g_strjoinv ("|", patterns);
  g_autoptr (GError) error = NULL;
  GRegex *regex = g_regex_new (all, G_REGEX_RAW | G_REGEX_OPTIMIZE, 0, &error);

  if (regex == NULL)
    g_error ("%s: %s", PATH, error->message);

  return regex;
}

static Data *
load_data (void)
{
  g_autoptr (VacJson) json = vac_data_json_load (PATH);
  const VacDataJson root = vac_data_json_get_root (json);
  Data *data = g_new0 (Data, 1);
  VacDataJsonIter iter;
  VacDataJson count;
  char *word;

  data->words = g_hash_table_new (g_str_hash, g_str_equal);
  vac_data_json_iter_init (&iter, vac_data_json_get_member (root, "words"));
  while (vac_data_json_iter_next (&iter, &word, &count))
    g_hash_table_insert (data->words, word, GUINT_TO_POINTER (vac_data_json_get_number (count)));
  data->apart = read_patterns (root, "apart");
  data->silent = read_patterns (root, "silent");

  return data;
}

/* It stays for as long as the program runs. Any thread may ask. */
static const Data *
get_data (void)
{
  static gsize loaded;

  if (g_once_init_enter (&loaded))
    g_once_init_leave (&loaded, (gsize) load_data ());

  return (const Data *) loaded;
}

static guint
count_matches (const GRegex *regex,
               const char   *text,
               gsize         length)
{
  g_autoptr (GMatchInfo) match = NULL;
  guint n_matches = 0;

  for (gboolean found = g_regex_match_full (regex, text, (gssize) length, 0, 0, &match, NULL);
       found; found = g_match_info_next (match, NULL))
    n_matches++;

  return n_matches;
}

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiou", c) != NULL;
}

/* A y before a vowel is none, unless a consonant is before it. */
static guint
count_groups (const char *word)
{
  gboolean inside = FALSE;
  guint n_groups = 0;

  for (gsize i = 0; word[i] != '\0'; i++)
    {
      const gboolean of_group =
          is_vowel (word[i]) ||
          (word[i] == 'y' && !((i == 0 || is_vowel (word[i - 1])) && is_vowel (word[i + 1])));

      n_groups += of_group && !inside;
      inside = of_group;
    }

  return n_groups;
}

/* "API", "APIs", "B" */
static gboolean
is_spelled (const Part *part)
{
  const gsize length = part->written[part->length - 1] == 's' && part->length > 2
                           ? part->length - 1
                           : part->length;

  return part->n_capitals == length && length <= LONGEST_SPELLED;
}

static guint
look_up (const Data *data,
         Part       *part)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (data->words, part->written));

  if (count == 0 && !is_spelled (part))
    count = GPOINTER_TO_UINT (g_hash_table_lookup (data->words, part->folded));

  return count;
}

static guint
count_part (Part *part)
{
  const Data *data = get_data ();
  guint count, n_silent;

  if (part->length == 0)
    return 0;
  part->written[part->length] = part->folded[part->length] = '\0';
  /* The end of "we'll" and "team's". */
  if (part->after_apostrophe && part->length <= 2)
    return 0;
  count = look_up (data, part);
  if (count > 0)
    return count;
  if (is_spelled (part))
    {
      count = part->n_capitals;
      for (gsize i = 0; i < part->length; i++)
        count += 2 * (part->written[i] == 'W');
      return count;
    }
  count = count_groups (part->folded) + count_matches (data->apart, part->folded, part->length);

  n_silent = count_matches (data->silent, part->folded, part->length);

  return count > n_silent ? count - n_silent : 1;
}

static void
add_letter (Part     *part,
            gunichar  c)
{
  gunichar plain[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  g_unichar_fully_decompose (c, FALSE, plain, G_N_ELEMENTS (plain));
  if (plain[0] > 0x7F || !g_ascii_isalpha ((char) plain[0]) || part->length == LONGEST)
    return;
  part->written[part->length] = (char) plain[0];
  part->folded[part->length++] = g_ascii_tolower ((char) plain[0]);
  part->n_capitals += g_ascii_isupper ((char) plain[0]);
}

/*
 * vac_syllables_count:
 * @word: an English word
 * @length: how many bytes of it there are
 *
 * Its parts are counted by themselves: "well-known", "and/or". Names of capitals are spelled out,
 * and a number counts as one syllable.
 *
 * Returns: how many syllables it has when it is spoken; 1 at least
 */
guint
vac_syllables_count (const char *word,
                     gsize       length)
{
  const char *const end = word + length;
  Part part = { 0 };
  gboolean in_number = FALSE;
  guint n_syllables = 0;

  for (const char *p = word; p < end; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      /* The points of "2,000" and "3.5" do not part a number. */
      const gboolean in_point = in_number && (c == ',' || c == '.');

      if (g_unichar_isalpha (c))
        add_letter (&part, c);
      else if (!g_unichar_ismark (c))
        {
          n_syllables += count_part (&part);
          part = (Part) { .after_apostrophe = c == '\'' || c == 0x2019 };
        }
      n_syllables += g_unichar_isdigit (c) && !in_number;
      in_number = g_unichar_isdigit (c) || in_point;
    }

  return MAX (n_syllables + count_part (&part), 1);
}
