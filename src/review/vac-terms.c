/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-terms"

#include "config.h"

#include <string.h>

#include "vac-data-json.h"
#include "vac-placeholder.h"
#include "vac-tag.h"
#include "vac-term-fit.h"
#include "vac-term-index.h"
#include "vac-terms.h"
#include "vac-typing-words.h"

/* The terms in data/review/wording.LANGUAGE.json. An index tells which of them a text may have in
 * it; in most texts, none. */

/* Covers what is not read: no letter, no space, and not the end of a line. */
#define COVER '\x01'

/* Addresses of pages and mail are names, whatever words are in them. */
#define ADDRESSES "\\w+://\\S+|www\\.\\S+|\\S+@\\S+"

typedef struct
{
  VacTerm      term;
  char        *pattern;
  gboolean     is_bounded;    /* of whole words */
  char       **suggestions;   /* nullable */
  GHashTable  *instead;       /* nullable: words in lower case → GStrv, instead of suggestions */
  GRegex      *regex;         /* made when it is needed first */
} Entry;

struct _VacTerms
{
  GPtrArray            *entries;
  GHashTable           *sources;   /* id → VacTermSource */
  GHashTable           *areas;     /* place → GStrv of the names it goes by */
  VacTermIndex         *index;     /* of those of whole words, by their numbers in @entries */
  GArray               *anywhere;  /* of VacTermStart: the others, from the first byte on */
  GRegex               *exempt;
  char                **quotes;    /* around a word: the opening one, and the closing one */
  const VacTypingWords *sounds;    /* nullable: what an article before a suggestion goes by */
};

static void
match_free (VacTermMatch *self)
{
  g_strfreev (self->suggestions);
  g_free (self);
}

/* --- Reading the data, which is our own: a test reads every term --- */

/* Returns: (nullable): a table from each member's name to its strings; NULL when there is none */
static GHashTable *
dup_table (VacDataJson  root,
           const char  *member)
{
  const VacDataJson object = vac_data_json_get_member (root, member);
  GHashTable *table = NULL;
  VacDataJsonIter iter;
  VacDataJson list;
  char *name;

  vac_data_json_iter_init (&iter, object);
  while (vac_data_json_iter_next (&iter, &name, &list))
    {
      if (table == NULL)
        table = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_insert (table, name, vac_data_json_dup_list (object, name));
    }

  return table;
}

static GRegex *
make_regex (const char *pattern)
{
  g_autoptr (GError) error = NULL;
  GRegex *regex = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, &error);

  if (regex == NULL)
    g_error ("%s: %s", pattern, error->message);

  return regex;
}

/* Whole words, wherever a search may find them or, where that is “\G”, right where it begins. */
static char *
bound (const char *where,
       const char *pattern)
{
  return g_strdup_printf ("%s(?<!\\w)(?:%s)(?!\\w)", where, pattern);
}

static GRegex *
make_alternatives (const char *const *patterns)
{
  g_autofree char *joined = g_strjoinv ("|", (char **) patterns);
  g_autofree char *pattern = bound ("", joined);

  return make_regex (pattern);
}

static VacSeverity
read_level (VacDataJson  object,
            const char  *member,
            VacSeverity  otherwise)
{
  g_autofree char *level = vac_data_json_dup_member (object, member);
  VacSeverity severity = otherwise;

  if (level != NULL && !vac_severity_find (level, &severity))
    g_error ("“%s” is no level", level);

  return severity;
}

static VacTermsUse
read_use (VacDataJson object)
{
  g_autofree char *where = vac_data_json_dup_member (object, "where");

  if (!vac_data_json_get_toggle (object, "on", TRUE))
    return VAC_TERMS_ALL;
  if (g_strcmp0 (where, "title") == 0)
    return VAC_TERMS_IN_TITLE;

  return g_strcmp0 (where, "requirements") == 0 ? VAC_TERMS_IN_REQUIREMENTS : 0;
}

static void
add_entry (VacTerms    *self,
           VacDataJson  object)
{
  Entry *entry = g_new0 (Entry, 1);
  const VacTermStart start = { self->entries->len, 0 };
  g_auto (GStrv) sources = vac_data_json_dup_list (object, "sources");

  entry->term.id = vac_data_json_dup_member (object, "id");
  entry->term.category = vac_data_json_dup_member (object, "category");
  entry->term.severity = read_level (object, "level", VAC_SEVERITY_HINT);
  entry->term.elsewhere = read_level (object, "elsewhere",
                                      entry->term.severity == VAC_SEVERITY_LEGAL
                                          ? VAC_SEVERITY_WARNING
                                          : entry->term.severity);
  entry->term.beside_pay = read_level (object, "beside-pay", VAC_SEVERITY_ERROR);
  entry->term.places = (const char *const *) vac_data_json_dup_list (object, "places");
  entry->term.reason = vac_data_json_dup_member (object, "reason");
  entry->term.source = sources != NULL ? g_hash_table_lookup (self->sources, sources[0]) : NULL;
  entry->term.use = read_use (object);
  entry->pattern = vac_data_json_dup_member (object, "pattern");
  entry->is_bounded = vac_data_json_get_toggle (object, "bounded", TRUE);
  entry->suggestions = vac_data_json_dup_list (object, "suggestions");
  entry->instead = dup_table (object, "instead");
  if (entry->is_bounded)
    vac_term_index_add (self->index, entry->pattern, start.number);
  else
    g_array_append_val (self->anywhere, start);
  g_ptr_array_add (self->entries, entry);
}

static void
read_sources (VacTerms    *self,
              VacDataJson  sources)
{
  VacDataJsonIter iter;
  VacDataJson object;
  char *name;

  self->sources = g_hash_table_new (g_str_hash, g_str_equal);
  vac_data_json_iter_init (&iter, sources);
  while (vac_data_json_iter_next (&iter, &name, &object))
    {
      VacTermSource *source = g_new0 (VacTermSource, 1);

      source->title = vac_data_json_dup_member (object, "title");
      source->uri = vac_data_json_dup_member (object, "address");
      source->date = vac_data_json_dup_member (object, "date");
      g_hash_table_insert (self->sources, name, source);
    }
}

static char *
make_path (const char *code)
{
  return g_strdup_printf (VAC_RESOURCE_PATH "/review/wording.%s.json", code);
}

/* Returns: (nullable): NULL when there is no file for exactly this language */
static VacTerms *
load_terms (const char *language)
{
  g_autofree char *path = make_path (language);
  g_autoptr (VacJson) json = vac_data_json_find (path);
  const VacDataJson root = vac_data_json_get_root (json);
  g_auto (GStrv) exempt = NULL;
  VacDataJsonIter iter;
  VacDataJson term;
  VacTerms *self;

  if (json == NULL)
    return NULL;
  self = g_new0 (VacTerms, 1);
  exempt = vac_data_json_dup_list (root, "exempt");
  self->entries = g_ptr_array_new ();
  self->index = vac_term_index_new ();
  self->anywhere = g_array_new (FALSE, FALSE, sizeof (VacTermStart));
  self->areas = dup_table (root, "areas");
  self->quotes = vac_data_json_dup_list (root, "quotes");
  self->sounds = vac_typing_words_get (language);
  read_sources (self, vac_data_json_get_member (root, "sources"));
  vac_data_json_iter_init (&iter, vac_data_json_get_member (root, "terms"));
  while (vac_data_json_iter_next (&iter, NULL, &term))
    add_entry (self, term);
  self->exempt = make_alternatives ((const char *const *) exempt);

  return self;
}

/**
 * vac_terms_are_there:
 * @language: a BCP 47 tag
 *
 * Returns: whether vac_terms_get() has terms of the language, which takes longer to read
 */
gboolean
vac_terms_are_there (const char *language)
{
  g_autofree char *code = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (language != NULL, FALSE);

  code = vac_tag_dup_language (language);
  path = make_path (code);

  return vac_data_json_is_there (path);
}

/**
 * vac_terms_get:
 * @language: a BCP 47 tag
 *
 * Any thread may ask. What is returned stays for as long as the program runs.
 *
 * Returns: (transfer none) (nullable): the terms of the language, whatever its region; %NULL when
 *   there are none, and wording is not looked at
 */
const VacTerms *
vac_terms_get (const char *language)
{
  static GMutex mutex;
  static GHashTable *table;            /* language → VacTerms, or NULL where there is no file */
  g_autofree char *code = NULL;
  gpointer terms;

  g_return_val_if_fail (language != NULL, NULL);

  code = vac_tag_dup_language (language);
  g_mutex_lock (&mutex);
  if (table == NULL)
    table = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_lookup_extended (table, code, NULL, &terms))
    {
      terms = load_terms (code);
      g_hash_table_insert (table, g_steal_pointer (&code), terms);
    }
  g_mutex_unlock (&mutex);

  return terms;
}

/* --- Finding --- */

static const GRegex *
get_regex (Entry *entry)
{
  if (g_once_init_enter (&entry->regex))
    {
      g_autofree char *pattern = entry->is_bounded ? bound ("\\G", entry->pattern)
                                                   : g_strdup (entry->pattern);

      g_once_init_leave (&entry->regex, make_regex (pattern));
    }

  return entry->regex;
}

static void
cover (char *text,
       gsize start,
       gsize end)
{
  memset (text + start, COVER, end - start);
}

/* @text as long as before, without its placeholders and addresses; (nullable): NULL for none */
static char *
cover_what_is_not_read (const char *text)
{
  static GRegex *addresses;
  g_autoptr (GMatchInfo) info = NULL;
  VacPlaceholder placeholder;
  char *covered;
  int start, end;

  if (strstr (text, "{{") == NULL && strchr (text, '@') == NULL && strstr (text, "://") == NULL &&
      strstr (text, "www.") == NULL)
    return NULL;

  if (g_once_init_enter (&addresses))
    g_once_init_leave (&addresses, make_regex (ADDRESSES));
  covered = g_strdup (text);
  for (gsize at = 0; vac_placeholder_next (text, at, &placeholder); at = placeholder.end)
    cover (covered, placeholder.start, placeholder.end);
  g_regex_match (addresses, text, 0, &info);
  for (; g_match_info_matches (info); g_match_info_next (info, NULL))
    if (g_match_info_fetch_pos (info, 0, &start, &end))
      cover (covered, (gsize) start, (gsize) end);

  return covered;
}

/* The article before @start, if there is one; the number of its bytes with the space after it. */
static gsize
measure_article (const char *text,
                 gsize       start)
{
  static const char *const articles[] = { "an ", "a " };

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      const gsize length = strlen (articles[i]);

      if (start >= length &&
          g_ascii_strncasecmp (text + start - length, articles[i], length) == 0 &&
          (start == length || !g_ascii_isalnum (text[start - length - 1])))
        return length;
    }

  return 0;
}

static VacSound
say (const VacTerms *self,
     const char     *suggestion)
{
  gsize length = 0;
  g_autofree char *word = NULL;

  while (g_ascii_isalpha (suggestion[length]) || suggestion[length] == '\'')
    length++;
  word = g_strndup (suggestion, length);

  return vac_typing_words_say (self->sounds, word);
}

/* "a rockstar" becomes "an experienced": takes the article into the match if one has to change. */
static void
fit_articles (const VacTerms *self,
              VacTermMatch   *match,
              const char     *text)
{
  const gsize length = measure_article (text, match->start);
  const VacSound wanted = length == strlen ("an ") ? VAC_SOUND_VOWEL : VAC_SOUND_CONSONANT;
  gboolean fits = TRUE;

  for (guint i = 0; length > 0 && match->suggestions[i] != NULL; i++)
    {
      const VacSound sound = say (self, match->suggestions[i]);

      fits = fits && (sound == VAC_SOUND_EITHER || sound == wanted);
    }
  if (length == 0 || fits)
    return;

  match->start -= length;
  match->length += length;
  for (guint i = 0; match->suggestions[i] != NULL; i++)
    {
      const VacSound sound = say (self, match->suggestions[i]);
      const gboolean has_n = (sound == VAC_SOUND_EITHER ? wanted : sound) == VAC_SOUND_VOWEL;
      char *with = g_strdup_printf ("%c%s %s", text[match->start], has_n ? "n" : "",
                                    match->suggestions[i]);

      g_free (match->suggestions[i]);
      match->suggestions[i] = with;
    }
}

static void
suggest (const VacTerms *self,
         const Entry    *entry,
         const char     *text,
         VacTermMatch   *match)
{
  g_autofree char *words = g_strndup (text + match->start, match->length);
  g_autofree char *lower = g_utf8_strdown (words, -1);
  char **suggestions = entry->instead != NULL ? g_hash_table_lookup (entry->instead, lower) : NULL;

  if (suggestions == NULL)
    suggestions = entry->suggestions;
  if (suggestions == NULL || suggestions[0] == NULL)
    return;

  match->suggestions = g_new0 (char *, g_strv_length (suggestions) + 1);
  for (guint i = 0; suggestions[i] != NULL; i++)
    match->suggestions[i] = vac_term_fit (suggestions[i], words);
  if (vac_typing_words_have_article (self->sounds))
    fit_articles (self, match, text);
}

/* Finds an entry of whole words at @start, another one from there on. Returns: where the search for
 * more of it goes on */
static gsize
find_entry (const VacTerms *self,
            Entry          *entry,
            const char     *text,
            const char     *read,
            gsize           start,
            GPtrArray      *matches)
{
  g_autoptr (GMatchInfo) info = NULL;
  int first, end = (int) start;

  g_regex_match_full (get_regex (entry), read, -1, (int) start, 0, &info, NULL);
  for (; g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      if (g_match_info_fetch_pos (info, 0, &first, &end) && end > first)
        {
          VacTermMatch *match = g_new0 (VacTermMatch, 1);

          match->term = &entry->term;
          match->start = (gsize) first;
          match->length = (gsize) (end - first);
          suggest (self, entry, text, match);
          g_ptr_array_add (matches, match);
        }
      if (entry->is_bounded)
        break;
    }

  return (gsize) end;
}

/* Term by term, each of them from the beginning of the text to its end. */
static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const VacTermStart *first = a, *second = b;

  if (first->number != second->number)
    return first->number < second->number ? -1 : 1;

  return first->start < second->start ? -1 : first->start > second->start;
}

/* Whether a byte of @match is set in @taken, which has one for each byte of the text. */
static gboolean
overlaps (const VacTermMatch *match,
          const char         *taken)
{
  return memchr (taken + match->start, TRUE, match->length) != NULL;
}

static void
drop_exempt (const VacTerms *self,
             const char     *read,
             GPtrArray      *matches)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *taken = NULL;
  int start, end;

  if (matches->len == 0)
    return;
  taken = g_malloc0 (strlen (read) + 1);
  g_regex_match (self->exempt, read, 0, &info);
  for (; g_match_info_matches (info); g_match_info_next (info, NULL))
    if (g_match_info_fetch_pos (info, 0, &start, &end))
      memset (taken + start, TRUE, (gsize) (end - start));
  for (guint i = matches->len; i > 0; i--)
    if (overlaps (matches->pdata[i - 1], taken))
      g_ptr_array_remove_index_fast (matches, i - 1);
}

/* The worst first, of two that are as bad the longer one. */
static int
compare_weights (gconstpointer a,
                 gconstpointer b)
{
  const VacTermMatch *first = *(VacTermMatch *const *) a, *second = *(VacTermMatch *const *) b;

  if (first->term->severity != second->term->severity)
    return (int) first->term->severity - (int) second->term->severity;

  if (first->length != second->length)
    return first->length > second->length ? -1 : 1;

  return first->start < second->start ? -1 : first->start > second->start;
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const VacTermMatch *first = *(VacTermMatch *const *) a, *second = *(VacTermMatch *const *) b;

  return first->start < second->start ? -1 : first->start > second->start ? 1 : 0;
}

/* Nothing is said twice of the same words. */
static void
drop_overlapped (const char *read,
                 GPtrArray  *matches)
{
  g_autofree char *taken = NULL;
  guint n_kept = 0;

  if (matches->len < 2)
    return;
  taken = g_malloc0 (strlen (read) + 1);
  g_ptr_array_sort (matches, compare_weights);
  for (guint i = 0; i < matches->len; i++)
    {
      VacTermMatch *match = matches->pdata[i];

      if (overlaps (match, taken))
        continue;
      memset (taken + match->start, TRUE, match->length);
      matches->pdata[i] = matches->pdata[n_kept];
      matches->pdata[n_kept++] = match;
    }
  g_ptr_array_set_size (matches, (gint) n_kept);
  g_ptr_array_sort (matches, compare_starts);
}

/**
 * vac_terms_find:
 * @self: the terms of the text's language
 * @text: a text; placeholders and addresses in it are passed over
 * @use: which terms to look for beside those that are looked for everywhere
 *
 * Of terms that overlap, the worst is found, or the longest of those that are as bad. A suggestion
 * has the capitals of what it would replace, and an article before it is part of the match if it
 * would have to change. Any thread may ask.
 *
 * Returns: (transfer container) (element-type VacTermMatch): what was found, in order; its terms
 *   are borrowed from @self
 */
GPtrArray *
vac_terms_find (const VacTerms *self,
                const char     *text,
                VacTermsUse     use)
{
  GPtrArray *matches = g_ptr_array_new_with_free_func ((GDestroyNotify) match_free);
  g_autofree char *covered = NULL;
  g_autoptr (GArray) starts = NULL;
  const VacTermStart *last = NULL;
  gsize end = 0;
  const char *read;

  g_return_val_if_fail (self != NULL && text != NULL, matches);

  covered = cover_what_is_not_read (text);
  read = covered != NULL ? covered : text;
  starts = g_array_copy (self->anywhere);
  vac_term_index_find (self->index, read, starts);
  g_array_sort (starts, compare_places);
  for (guint i = 0; i < starts->len; i++)
    {
      const VacTermStart *start = &g_array_index (starts, VacTermStart, i);
      Entry *entry = self->entries->pdata[start->number];

      if (last == NULL || last->number != start->number)
        end = 0;
      else if (last->start == start->start)
        continue;
      last = start;
      if (start->start >= end && (entry->term.use == 0 || (entry->term.use & use) != 0))
        end = find_entry (self, entry, text, read, start->start, matches);
    }
  drop_exempt (self, read, matches);
  drop_overlapped (read, matches);

  return matches;
}

/**
 * vac_terms_get_n:
 * @self: terms
 *
 * Returns: how many there are
 */
guint
vac_terms_get_n (const VacTerms *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

/**
 * vac_terms_get_nth:
 * @self: terms
 * @n: less than vac_terms_get_n()
 *
 * Returns: (transfer none): one of them
 */
const VacTerm *
vac_terms_get_nth (const VacTerms *self,
                   guint           n)
{
  g_return_val_if_fail (self != NULL && n < self->entries->len, NULL);

  return &((const Entry *) self->entries->pdata[n])->term;
}

/**
 * vac_terms_name_area:
 * @self: terms
 * @place: a place of one of them, "EU"
 * @n: a number
 *
 * A region goes by its code and its name after the code of its country, "US-CA" and
 * "US-California"; several countries are known by their codes.
 *
 * Returns: (transfer none) (nullable): the nth name that @place goes by; %NULL past the last one
 */
const char *
vac_terms_name_area (const VacTerms *self,
                     const char     *place,
                     guint           n)
{
  char **names;

  g_return_val_if_fail (self != NULL && place != NULL, NULL);

  names = self->areas != NULL ? g_hash_table_lookup (self->areas, place) : NULL;
  if (names != NULL)
    return n < g_strv_length (names) ? names[n] : NULL;

  return n == 0 ? place : NULL;
}

/**
 * vac_terms_make_sentence:
 * @self: terms
 * @match: what was found
 * @text: where it was found
 *
 * Returns: (transfer full): the words and what is wrong with them, in their language
 */
char *
vac_terms_make_sentence (const VacTerms     *self,
                         const VacTermMatch *match,
                         const char         *text)
{
  g_return_val_if_fail (self != NULL && match != NULL && text != NULL, NULL);

  return g_strdup_printf ("%s%.*s%s: %s", self->quotes[0], (int) match->length,
                          text + match->start, self->quotes[1], match->term->reason);
}
