/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-spelling"

#include "config.h"

#include <string.h>
#if VAC_HAS_ENCHANT
#include <enchant.h>
#endif

#include "vac-spelling.h"
#include "vac-trade-words.h"

/* Spelling by Enchant, which asks the dictionaries of the system and the user's own one. Enchant
 * serves one thread at a time, so that all calls hold a lock. */

#if VAC_HAS_ENCHANT

/* How many words we remember the answer for; a dictionary takes long for each. */
#define MOST_ANSWERS 20000

typedef struct
{
  EnchantBroker *broker;
  GHashTable    *tags;           /* tag of a posting → tag of a dictionary, or "" */
  GHashTable    *dictionaries;   /* tag of a dictionary → that, or NULL if it cannot be opened */
  GHashTable    *answers;        /* "tag word" → whether it is right */
} Spelling;

static GMutex *
get_lock (void)
{
  static GMutex lock;

  return &lock;
}

/* It stays for as long as the program runs. Call with the lock held. */
static Spelling *
get_spelling (void)
{
  static Spelling *spelling;

  if (spelling == NULL)
    {
      spelling = g_new0 (Spelling, 1);
      spelling->broker = enchant_broker_init ();
      spelling->tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      spelling->dictionaries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      spelling->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }

  return spelling;
}

typedef struct
{
  const char *language;    /* without a region */
  char       *found;       /* the first tag of that language in the order of letters */
} Search;

static void
look_at_tag_cb (const char *tag,
                const char *provider,
                const char *description,
                const char *file,
                void       *user_data)
{
  Search *search = user_data;
  const gsize length = strlen (search->language);

  if (strncmp (tag, search->language, length) == 0 && tag[length] == '_' &&
      (search->found == NULL || strcmp (tag, search->found) < 0))
    {
      g_free (search->found);
      search->found = g_strdup (tag);
    }
}

/* Of several regions, that with the name of the language is meant most often: "de_DE". English is
 * spelled as in the United States there, and as in Great Britain nearly everywhere else. */
static char *
find_tag (EnchantBroker *broker,
          const char    *language)
{
  g_autofree char *tag = g_strdelimit (g_strdup (language), "-", '_');
  g_autofree char *bare = g_strndup (tag, strcspn (tag, "_"));
  g_autofree char *upper = g_ascii_strup (bare, -1);
  g_autofree char *twice = g_strconcat (bare, "_", upper, NULL);
  const gboolean is_english = g_str_equal (bare, "en");
  const char *others[] = {
    tag, is_english ? (g_str_equal (tag, bare) ? "en_US" : "en_GB") : twice,
    is_english ? "en_US" : bare,
  };
  Search search = { bare, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (*others[i] != '\0' && !(is_english && g_str_equal (others[i], bare)) &&
        enchant_broker_dict_exists (broker, others[i]))
      return g_strdup (others[i]);
  enchant_broker_list_dicts (broker, look_at_tag_cb, &search);

  return search.found != NULL ? search.found : g_strdup ("");
}

/* (nullable): NULL when there is no dictionary. Call with the lock held. */
static const char *
get_tag (Spelling   *self,
         const char *language)
{
  const char *tag = g_hash_table_lookup (self->tags, language);

  if (tag == NULL)
    {
      tag = find_tag (self->broker, language);
      g_hash_table_insert (self->tags, g_strdup (language), (char *) tag);
    }

  return *tag != '\0' ? tag : NULL;
}

/* (nullable). Call with the lock held. Enchant 2.3 keeps a dictionary, but 2.8 reads all of it
 * whenever it is asked for. */
static EnchantDict *
get_dictionary (Spelling   *self,
                const char *language)
{
  const char *tag = get_tag (self, language);
  gpointer dictionary = NULL;

  if (tag != NULL && !g_hash_table_lookup_extended (self->dictionaries, tag, NULL, &dictionary))
    {
      dictionary = enchant_broker_request_dict (self->broker, tag);
      g_hash_table_insert (self->dictionaries, g_strdup (tag), dictionary);
    }

  return dictionary;
}

static gboolean
ask (Spelling   *self,
     const char *language,
     const char *word)
{
  const char *tag = get_tag (self, language);
  g_autofree char *key = NULL;
  gpointer answer;
  EnchantDict *dictionary;

  if (tag == NULL)
    return TRUE;
  key = g_strjoin (" ", tag, word, NULL);
  if (g_hash_table_lookup_extended (self->answers, key, NULL, &answer))
    return GPOINTER_TO_INT (answer);
  dictionary = get_dictionary (self, language);
  if (dictionary == NULL)
    return TRUE;

  /* An error says nothing against the word. */
  answer = GINT_TO_POINTER (enchant_dict_check (dictionary, word, (gssize) strlen (word)) <= 0);
  if (g_hash_table_size (self->answers) >= MOST_ANSWERS)
    g_hash_table_remove_all (self->answers);
  g_hash_table_insert (self->answers, g_steal_pointer (&key), answer);

  return GPOINTER_TO_INT (answer);
}

/**
 * vac_spelling_has:
 * @language: a BCP 47 tag
 *
 * Returns: whether spelling can be checked in that language here
 */
gboolean
vac_spelling_has (const char *language)
{
  gboolean has;

  g_return_val_if_fail (language != NULL, FALSE);

  if (*language == '\0')
    return FALSE;
  g_mutex_lock (get_lock ());
  has = get_tag (get_spelling (), language) != NULL;
  g_mutex_unlock (get_lock ());

  return has;
}

/**
 * vac_spelling_knows:
 * @language: a BCP 47 tag
 * @word: a word
 *
 * Asks the dictionaries of the system, the user's own, and our words of trades.
 *
 * Returns: whether it is spelled well; %TRUE where there is no dictionary
 */
gboolean
vac_spelling_knows (const char *language,
                    const char *word)
{
  g_autoptr (GString) straight = NULL;
  gboolean knows;

  g_return_val_if_fail (language != NULL && word != NULL, TRUE);

  if (*language == '\0' || *word == '\0')
    return TRUE;
  straight = g_string_new (word);
  g_string_replace (straight, "’", "'", 0);
  g_string_replace (straight, "\u00ad", "", 0);
  if (vac_trade_words_have (language, straight->str))
    return TRUE;
  g_mutex_lock (get_lock ());
  knows = ask (get_spelling (), language, straight->str);
  g_mutex_unlock (get_lock ());

  return knows;
}

/**
 * vac_spelling_suggest:
 * @language: a BCP 47 tag
 * @word: a word that is spelled wrong
 *
 * Takes tens of milliseconds, so ask when somebody wants to see it.
 *
 * Returns: (transfer full): what may be meant, the best first; empty when nothing is alike
 */
char **
vac_spelling_suggest (const char *language,
                      const char *word)
{
  char **suggestions = NULL;
  EnchantDict *dictionary;

  g_return_val_if_fail (language != NULL && word != NULL, NULL);

  g_mutex_lock (get_lock ());
  dictionary = *language != '\0' ? get_dictionary (get_spelling (), language) : NULL;
  if (dictionary != NULL && *word != '\0')
    {
      char **found = enchant_dict_suggest (dictionary, word, (gssize) strlen (word), NULL);

      suggestions = g_strdupv (found);
      if (found != NULL)
        enchant_dict_free_string_list (dictionary, found);
    }
  g_mutex_unlock (get_lock ());

  return suggestions != NULL ? suggestions : g_new0 (char *, 1);
}

static void
change (const char *language,
        const char *word,
        void      (*call) (EnchantDict *, const char *, gssize))
{
  EnchantDict *dictionary;

  g_mutex_lock (get_lock ());
  dictionary = *language != '\0' ? get_dictionary (get_spelling (), language) : NULL;
  if (dictionary != NULL && *word != '\0')
    {
      call (dictionary, word, (gssize) strlen (word));
      g_hash_table_remove_all (get_spelling ()->answers);
    }
  g_mutex_unlock (get_lock ());
}

/**
 * vac_spelling_learn:
 * @language: a BCP 47 tag
 * @word: a word that is spelled well
 *
 * Puts it into the user's own dictionary, which other programs read, too.
 */
void
vac_spelling_learn (const char *language,
                    const char *word)
{
  g_return_if_fail (language != NULL && word != NULL);

  change (language, word, enchant_dict_add);
}

/**
 * vac_spelling_forget:
 * @language: a BCP 47 tag
 * @word: a word that was learned
 *
 * Takes it out of the user's own dictionary.
 */
void
vac_spelling_forget (const char *language,
                     const char *word)
{
  g_return_if_fail (language != NULL && word != NULL);

  change (language, word, enchant_dict_remove);
}

#else

gboolean
vac_spelling_has (const char *language)
{
  return FALSE;
}

gboolean
vac_spelling_knows (const char *language,
                    const char *word)
{
  return TRUE;
}

char **
vac_spelling_suggest (const char *language,
                      const char *word)
{
  return g_new0 (char *, 1);
}

void
vac_spelling_learn (const char *language,
                    const char *word)
{
}

void
vac_spelling_forget (const char *language,
                     const char *word)
{
}

#endif
