/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-coded-words"

#include "config.h"

#include <string.h>

#include "vac-coded-words.h"
#include "vac-data-json.h"

/* Words that one study found more of in advertisements for jobs that mostly men or mostly women
 * do. What is counted is what the Gender Decoder counts of the same text, faults included, so that
 * whoever knows its verdict finds the same one. What is a term of a trade is told apart. */

#define PATH VAC_RESOURCE_PATH "/review/coded-words.json"

/* What the decoder takes for a blank, besides blanks and what is not ASCII. */
#define MARKS ".,*?![]@':;()/&<>\""

/* So many more words of one side make the verdict a strong one. */
#define STRONG 4

typedef struct
{
  GPtrArray  *masculine['z' - 'a' + 1];   /* (nullable): stems by their first letter */
  GPtrArray  *feminine['z' - 'a' + 1];
  char      **whole;                      /* stems of words that are not parted at a hyphen */
  GHashTable *never;
  GPtrArray  *trade;                      /* of char **: the words of a term */
} Lists;

typedef struct
{
  const char *text;
  gboolean    joined;   /* to the one before it, by blanks or a hyphen only */
} Word;

static void
take_stems (VacDataJson  root,
            const char  *member,
            GPtrArray  **by_letter)
{
  g_auto (GStrv) stems = vac_data_json_dup_list (root, member);

  for (guint i = 0; stems[i] != NULL; i++)
    {
      GPtrArray **list = &by_letter[*stems[i] - 'a'];

      if (*list == NULL)
        *list = g_ptr_array_new ();
      g_ptr_array_add (*list, g_strdup (stems[i]));
    }
}

static Lists *
load_lists (void)
{
  g_autoptr (VacJson) json = vac_data_json_load (PATH);
  const VacDataJson root = vac_data_json_get_root (json);
  Lists *lists = g_new0 (Lists, 1);
  g_auto (GStrv) trade = vac_data_json_dup_list (root, "trade");

  take_stems (root, "masculine", lists->masculine);
  take_stems (root, "feminine", lists->feminine);
  lists->whole = vac_data_json_dup_list (root, "whole");
  lists->never = vac_data_json_dup_set (root, "never");
  lists->trade = g_ptr_array_new ();
  for (guint i = 0; trade[i] != NULL; i++)
    g_ptr_array_add (lists->trade, g_strsplit (trade[i], " ", -1));

  return lists;
}

/* It stays for as long as the program runs. Any thread may ask. */
static const Lists *
get_lists (void)
{
  static gsize loaded;

  if (g_once_init_enter (&loaded))
    g_once_init_leave (&loaded, (gsize) load_lists ());

  return (const Lists *) loaded;
}

/* Returns: (transfer full): @text in lower case, in which ' ' stands for blanks and a line end for
 * what parts terms. The decoder takes both for a blank, and so whatever is not ASCII. */
static char *
clean_text (const char *text)
{
  GString *clean = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c > 0x7F)
        g_string_append_c (clean, g_unichar_isalpha (c) || g_unichar_isspace (c) ? ' ' : '\n');
      else if (c == '\n' || strchr (MARKS, *p) != NULL)
        g_string_append_c (clean, '\n');
      else
        g_string_append_c (clean, g_ascii_isspace (*p) || *p == '\v' ? ' ' : g_ascii_tolower (*p));
    }

  return g_string_free (clean, FALSE);
}

static gboolean
stays_whole (const Lists *lists,
             const char  *word)
{
  if (*word == '-')
    return TRUE;
  for (guint i = 0; lists->whole[i] != NULL; i++)
    if (g_str_has_prefix (word, lists->whole[i]))
      return TRUE;

  return FALSE;
}

static void
add_word (GArray     *words,
          const char *text,
          gboolean    joined)
{
  const Word word = { text, joined };

  g_array_append_val (words, word);
}

static void
add_parts (GArray   *words,
           char     *piece,
           gboolean  joined)
{
  for (char *hyphen = strchr (piece, '-'); hyphen != NULL; hyphen = strchr (piece, '-'))
    {
      *hyphen = '\0';
      add_word (words, piece, joined);
      piece = hyphen + 1;
      joined = TRUE;
    }
  add_word (words, piece, joined);
}

/* Splits @clean, in which the words then stay. The decoder takes words out of the list that it
 * walks along, and so skips the one that follows the first it takes out. */
static GArray *
split_words (const Lists *lists,
             char        *clean)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  gboolean skips = FALSE, skipped = FALSE, blank = FALSE;

  for (char *p = clean; *p != '\0';)
    {
      const gsize n_blanks = strspn (p, " \n");
      const gboolean joined = blank && memchr (p, '\n', n_blanks) == NULL;
      char *piece = p + n_blanks;
      gboolean whole;

      p = piece + strcspn (piece, " \n");
      blank = *p == ' ';
      if (p == piece)
        break;
      if (*p != '\0')
        *p++ = '\0';
      whole = stays_whole (lists, piece);
      if (whole || (skips && !skipped))
        add_word (words, piece, joined);
      else
        add_parts (words, piece, joined);
      skipped = skips;
      skips = skips || !whole;
    }

  return words;
}

/* Returns: how many stems begin @word */
static guint
count_stems (GPtrArray *const *by_letter,
             const char       *word)
{
  const GPtrArray *stems = g_ascii_islower (*word) ? by_letter[*word - 'a'] : NULL;
  guint n_stems = 0;

  for (guint i = 0; stems != NULL && i < stems->len; i++)
    n_stems += g_str_has_prefix (word, g_ptr_array_index (stems, i));

  return n_stems;
}

static gboolean
is_as (const char *word,
       const char *pattern)
{
  const char *star = strchr (pattern, '*');

  return star != NULL ? strncmp (word, pattern, (gsize) (star - pattern)) == 0
                      : g_str_equal (word, pattern);
}

/* Whether @term stands in @words so that its @offset-th word is the @i-th. */
static gboolean
is_term_at (const GArray      *words,
            guint              i,
            const char *const *term,
            guint              offset)
{
  if (offset > i)
    return FALSE;
  for (guint j = 0; term[j] != NULL; j++)
    {
      const guint at = i - offset + j;

      if (at >= words->len || (j > 0 && !g_array_index (words, Word, at).joined) ||
          !is_as (g_array_index (words, Word, at).text, term[j]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_of_trade (const Lists  *lists,
             const GArray *words,
             guint         i)
{
  for (guint t = 0; t < lists->trade->len; t++)
    {
      const char *const *term = g_ptr_array_index (lists->trade, t);

      for (guint offset = 0; term[offset] != NULL; offset++)
        if (is_term_at (words, i, term, offset))
          return TRUE;
    }

  return FALSE;
}

static VacCodedVerdict
judge (guint masculine,
       guint feminine)
{
  if (masculine == feminine)
    return masculine == 0 ? VAC_CODED_EMPTY : VAC_CODED_NEUTRAL;
  if (feminine > masculine)
    return feminine - masculine < STRONG ? VAC_CODED_FEMININE : VAC_CODED_STRONGLY_FEMININE;

  return masculine - feminine < STRONG ? VAC_CODED_MASCULINE : VAC_CODED_STRONGLY_MASCULINE;
}

/* What is found on one side. */
typedef struct
{
  guint      count;
  guint      of_trade;
  GPtrArray *words;
  GPtrArray *trade_words;
} Side;

static void
list_word (GPtrArray  *list,
           const char *word)
{
  if (!g_ptr_array_find_with_equal_func (list, word, g_str_equal, NULL))
    g_ptr_array_add (list, g_strdup (word));
}

static void
add_to_side (Side       *side,
             const char *word,
             guint       n_stems,
             gboolean    of_trade)
{
  if (n_stems == 0)
    return;
  side->count += n_stems;
  list_word (side->words, word);
  if (!of_trade)
    return;
  side->of_trade += n_stems;
  list_word (side->trade_words, word);
}

static char **
take_list (GPtrArray *list)
{
  g_ptr_array_add (list, NULL);

  return (char **) g_ptr_array_free (list, FALSE);
}

/*
 * vac_coded_words_count:
 * @text: an English text, valid UTF-8
 * @measure: takes the counts, words, and verdicts; it must not have any
 *
 * Sources: D. Gaucher, J. Friesen and A. C. Kay, Journal of Personality and Social Psychology 101
 * (2011), appendix A; the Gender Decoder, which reads their words as stems and adds some. A word
 * counts once for each stem that it begins with.
 */
void
vac_coded_words_count (const char *text,
                       VacMeasure *measure)
{
  const Lists *lists = get_lists ();
  g_autofree char *clean = clean_text (text);
  g_autoptr (GArray) words = split_words (lists, clean);
  Side masculine = { 0, 0, g_ptr_array_new (), g_ptr_array_new () };
  Side feminine = { 0, 0, g_ptr_array_new (), g_ptr_array_new () };

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_array_index (words, Word, i).text;
      const gboolean counts = !g_hash_table_contains (lists->never, word);
      const guint n_masculine = counts ? count_stems (lists->masculine, word) : 0;
      const guint n_feminine = counts ? count_stems (lists->feminine, word) : 0;
      const gboolean of_trade = n_masculine + n_feminine > 0 && is_of_trade (lists, words, i);

      add_to_side (&masculine, word, n_masculine, of_trade);
      add_to_side (&feminine, word, n_feminine, of_trade);
    }
  measure->verdict = judge (masculine.count, feminine.count);
  measure->verdict_without_trade = judge (masculine.count - masculine.of_trade,
                                          feminine.count - feminine.of_trade);
  measure->masculine = masculine.count;
  measure->feminine = feminine.count;
  measure->masculine_of_trade = masculine.of_trade;
  measure->feminine_of_trade = feminine.of_trade;
  measure->masculine_words = take_list (masculine.words);
  measure->feminine_words = take_list (feminine.words);
  measure->masculine_trade_words = take_list (masculine.trade_words);
  measure->feminine_trade_words = take_list (feminine.trade_words);
}
