/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-typing-words"

#include "config.h"

#include <string.h>

#include "vac-data-json.h"
#include "vac-typing-words.h"

/* The words of data/review/typing.json, by which slips in a language are told from what is right. A
 * language that is not there may double any word, "slow slow" for "slowly", as far as we know. */

#define PATH VAC_RESOURCE_PATH "/review/typing.json"

/* How words sound that begin with @start, or are it. */
typedef struct
{
  char    *start;          /* folded to small letters */
  VacSound sound;
  gboolean is_whole;
} Start;

struct _VacTypingWords
{
  GHashTable *doubled;     /* folded words that are rightly written twice */
  GArray     *starts;      /* (nullable): of Start, in order: the first that fits counts */
  char       *letters;     /* the letters whose names begin with a vowel */
  char       *maybe_words; /* of those, the ones that abbreviations said as words begin with */
  char      **both_ways;   /* abbreviations that some spell out and others say as a word */
  char      **not_nouns;   /* what cannot follow an article */
};

static VacSound
read_sound (const char *name)
{
  return g_str_equal (name, "vowel")       ? VAC_SOUND_VOWEL
         : g_str_equal (name, "consonant") ? VAC_SOUND_CONSONANT
                                           : VAC_SOUND_EITHER;
}

static void
read_starts (GArray      *starts,
             VacDataJson  sounds)
{
  VacDataJsonIter iter;
  VacDataJson value;
  char *name;

  vac_data_json_iter_init (&iter, sounds);
  while (vac_data_json_iter_next (&iter, &name, &value))
    {
      g_autofree char *sound = vac_data_json_dup_text (value);
      const gsize length = strcspn (name, "*");
      const Start start = { name, read_sound (sound), name[length] == '\0' };

      name[length] = '\0';
      g_array_append_val (starts, start);
    }
}

static void
read_articles (VacTypingWords *self,
               VacDataJson     object)
{
  self->starts = g_array_new (FALSE, FALSE, sizeof (Start));
  read_starts (self->starts, vac_data_json_get_member (object, "sounds"));
  self->letters = vac_data_json_dup_member (object, "letters");
  self->maybe_words = vac_data_json_dup_member (object, "maybe-words");
  self->both_ways = vac_data_json_dup_list (object, "spoken-both-ways");
  self->not_nouns = vac_data_json_dup_list (object, "not-nouns");
}

static gpointer
read_language (VacDataJson object)
{
  VacTypingWords *self = g_new0 (VacTypingWords, 1);

  self->doubled = vac_data_json_dup_set (object, "doubled");
  if (vac_data_json_get_member (object, "sounds").json != NULL)
    read_articles (self, object);

  return self;
}

/*
 * vac_typing_words_get:
 * @language: (nullable): a BCP 47 tag
 *
 * The data stay for as long as the program runs. Any thread may ask.
 *
 * Returns: (transfer none) (nullable): the words of that language, whatever its region; %NULL for
 *   one without data
 */
const VacTypingWords *
vac_typing_words_get (const char *language)
{
  static gsize loaded;

  return vac_data_json_get_language (&loaded, PATH, read_language, language);
}

/*
 * vac_typing_words_may_double:
 * @self: the words of a language
 * @word: a word, folded
 *
 * Returns: whether it is rightly written twice, as "that" in "that that"
 */
gboolean
vac_typing_words_may_double (const VacTypingWords *self,
                             const char           *word)
{
  g_return_val_if_fail (self != NULL && word != NULL, TRUE);

  return g_hash_table_contains (self->doubled, word);
}

/*
 * vac_typing_words_have_article:
 * @self: (nullable): the words of a language
 *
 * Returns: whether its article goes by the sound of what follows, and we know the sounds
 */
gboolean
vac_typing_words_have_article (const VacTypingWords *self)
{
  return self != NULL && self->starts != NULL;
}

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("AEIOU", g_ascii_toupper (c)) != NULL;
}

/* How the name of @letter begins. */
static VacSound
say_letter (const VacTypingWords *self,
            char                  letter)
{
  return strchr (self->letters, g_ascii_toupper (letter)) != NULL ? VAC_SOUND_VOWEL
                                                                   : VAC_SOUND_CONSONANT;
}

/* How an abbreviation sounds that begins with @n capitals. */
static VacSound
say_capitals (const VacTypingWords *self,
              const char           *word,
              gsize                 n)
{
  const gboolean maybe_word = strchr (self->maybe_words, *word) != NULL;

  for (guint i = 0; self->both_ways[i] != NULL; i++)
    if (g_str_has_prefix (word, self->both_ways[i]))
      return VAC_SOUND_EITHER;
  if (*word == 'U')
    return n <= 3 ? VAC_SOUND_CONSONANT : VAC_SOUND_EITHER;
  if (maybe_word && is_vowel (word[1]))
    return VAC_SOUND_EITHER;           /* "LAN", but also "SEO" */
  for (gsize i = 2; maybe_word && n > 3 && i < n; i++)
    if (is_vowel (word[i]))
      return VAC_SOUND_EITHER;         /* "SCRUM", but also "FPGA" */

  return say_letter (self, *word);
}

/* Whether @word is one of those that do not begin as they are written. */
static gboolean
find_sound (const VacTypingWords *self,
            const char           *word,
            VacSound             *sound)
{
  for (guint i = 0; i < self->starts->len; i++)
    {
      const Start *start = &g_array_index (self->starts, Start, i);

      if (start->is_whole ? !g_str_equal (word, start->start)
                          : !g_str_has_prefix (word, start->start))
        continue;
      *sound = start->sound;
      return TRUE;
    }

  return FALSE;
}

static VacSound
say_word (const VacTypingWords *self,
          const char           *word)
{
  g_autofree char *folded = g_ascii_strdown (word, -1);
  VacSound sound;

  if (find_sound (self, folded, &sound))
    return sound;
  if (*folded == 'y')
    return is_vowel (folded[1]) ? VAC_SOUND_CONSONANT : VAC_SOUND_EITHER;

  return is_vowel (*folded) ? VAC_SOUND_VOWEL : VAC_SOUND_CONSONANT;
}

/*
 * vac_typing_words_say:
 * @self: words that vac_typing_words_have_article()
 * @word: a word as it is written
 *
 * Returns: how it sounds where it begins
 */
VacSound
vac_typing_words_say (const VacTypingWords *self,
                      const char           *word)
{
  gsize n_capitals = 0;

  if (*word == '\0' || (guchar) *word >= 0x80)
    return VAC_SOUND_EITHER;
  while (g_ascii_isupper (word[n_capitals]))
    n_capitals++;
  /* One letter by itself, or before digits, is read as its name; so is the "m" of "mRNA". */
  if (word[1] == '\0' || g_ascii_isdigit (word[1]) ||
      (g_ascii_islower (word[0]) && g_ascii_isupper (word[1]) && g_ascii_isupper (word[2])))
    return say_letter (self, *word);

  return n_capitals >= 2 ? say_capitals (self, word, n_capitals) : say_word (self, word);
}

/*
 * vac_typing_words_follows_name:
 * @word: a word as it is written, of @length bytes
 *
 * Returns: whether it can follow an "a" that is a name, as in "a or b", but no article
 */
gboolean
vac_typing_words_follows_name (const VacTypingWords *self,
                               const char           *word,
                               gsize                 length)
{
  for (guint i = 0; self->not_nouns[i] != NULL; i++)
    if (strlen (self->not_nouns[i]) == length && strncmp (self->not_nouns[i], word, length) == 0)
      return TRUE;

  return FALSE;
}
