/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-heading"

#include "config.h"

#include <string.h>

#include "vac-heading.h"
#include "vac-memo.h"
#include "vac-tag.h"
#include "vac-words-private.h"

/* The most words that a star stands for: names of employers are seldom longer. */
#define MOST_STAR_WORDS 6

/* See get_tried(). */
#define N_TRIED 3

/* Whether a star may stand for the first @length bytes of @p: "About 20 nurses" names nobody. */
static gboolean
is_name (const char *p,
         gsize       length)
{
  const gsize n_digits = strspn (p, "0123456789");
  guint n_words = 1;

  for (gsize i = 0; i < length; i++)
    n_words += p[i] == ' ';

  return n_words <= MOST_STAR_WORDS && (n_digits == 0 || (n_digits < length && p[n_digits] != ' '));
}

/* How well @folded is what @pattern says: 0 for not at all, more for fewer words left to a star. */
static gsize
match (const char *pattern,
       const char *folded)
{
  const char *star = strchr (pattern, '*');
  const gsize length = strlen (folded);
  gsize first, last;

  if (star == NULL)
    return g_str_equal (pattern, folded) ? VAC_HEADING_LONGEST + length : 0;

  first = (gsize) (star - pattern);
  last = strlen (star + 1);
  if (length < first + last + 2 || memcmp (folded, pattern, first) != 0 ||
      (first > 0 && folded[first] != ' ') || !g_str_has_suffix (folded, star + 1) ||
      (last > 0 && folded[length - last - 1] != ' '))
    return 0;
  first += first > 0;
  if (!is_name (folded + first, length - first - last - (last > 0)))
    return 0;

  return first + last;
}

static guint
find_list (const VacPatterns *patterns,
           const char        *folded,
           gsize             *best)
{
  guint found = 0;

  for (guint i = 1; i < patterns->n_stars; i++)
    for (guint j = 0; patterns->stars[i][j] != NULL; j++)
      {
        const gsize how_well = match (patterns->stars[i][j], folded);

        if (how_well > *best)
          {
            *best = how_well;
            found = i;
          }
      }

  return found;
}

/*
 * The words that a text in @language is looked for in: those of @language itself, those of the
 * language without the country ("pt-BR" has none), and English, which all postings have some of.
 */
static void
get_tried (const char     *language,
           const VacWords *tried[N_TRIED])
{
  g_autofree char *plain = vac_tag_dup_language (language);

  tried[0] = vac_words_get (language);
  tried[1] = vac_words_get (plain);
  tried[2] = vac_words_get (VAC_WORDS_FALLBACK);
  if (tried[1] == tried[0])
    tried[1] = NULL;
}

static const VacPatterns *
get_patterns (const VacWords *words,
              gboolean        is_label)
{
  return is_label ? vac_words_get_labels (words) : vac_words_get_headings (words);
}

/* What all of @folded says. */
static guint
find_exactly (const char *language,
              gboolean    is_label,
              const char *folded)
{
  const VacWords *tried[N_TRIED];
  guint found = 0;

  get_tried (language, tried);
  for (guint i = 0; i < N_TRIED && found == 0; i++)
    if (tried[i] != NULL)
      found = GPOINTER_TO_UINT (
          g_hash_table_lookup (get_patterns (tried[i], is_label)->exact, folded));

  return found;
}

/* What the words around a star say, the best of the languages that are tried. */
static guint
find_star (const char *language,
           gboolean    is_label,
           const char *folded)
{
  const VacWords *tried[N_TRIED];
  gsize best = 0;
  guint found = 0;

  get_tried (language, tried);
  for (guint i = 0; i < N_TRIED; i++)
    {
      guint better = 0;

      if (tried[i] != NULL)
        better = find_list (get_patterns (tried[i], is_label), folded, &best);
      if (better != 0)
        found = better;
    }

  return found;
}

/* "Duties & Skills" is what its first part is; of a label, the parts must say the same. */
static guint
find_parts (const char *language,
            gboolean    is_label,
            const char *folded)
{
  g_auto (GStrv) parts = g_strsplit (folded, " + ", -1);
  guint first = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const guint found = find_exactly (language, is_label, parts[i]);

      if (found == 0 || (is_label && i > 0 && found != first))
        return 0;
      if (i == 0)
        first = found;
    }

  return first;
}

/* Takes from @folded what is in parentheses at its end, which may say more: "Skills (a plus)". */
static guint
find_parentheses (const char *language,
                  gboolean    is_label,
                  char       *folded)
{
  char *inside = g_str_has_suffix (folded, ")") ? strrchr (folded, '(') : NULL;
  g_autofree char *words = NULL;
  guint found = 0;

  if (inside == NULL)
    return 0;
  words = g_strndup (inside + 1, strlen (inside) - 2);
  if (!is_label)
    found = find_exactly (language, is_label, words);
  if (inside > folded + 1 && inside[-1] == ' ')
    inside[-1] = '\0';

  return found;
}

/* "About 20 nurses work here." is no heading, unlike "About Acme Inc." */
static gboolean
is_sentence (const char *text)
{
  const char *dot = text + strlen (text);
  const char *p;

  while (dot > text && g_ascii_isspace (dot[-1]))
    dot--;
  if (dot == text || dot[-1] != '.')
    return FALSE;
  for (p = dot - 1; p > text && !g_ascii_isspace (p[-1]); p--)
    if (g_ascii_isupper (p[-1]))
      return FALSE;

  return TRUE;
}

/* Our own words for the same: what the program writes, it reads again. */
static const struct
{
  VacHeading heading;
  VacPhrase  phrase;
} own_headings[] = {
  { VAC_HEADING_EMPLOYER, VAC_PHRASE_ABOUT },
  { VAC_HEADING_APPLY, VAC_PHRASE_HOW_TO_APPLY },
  { VAC_HEADING_EQUAL_OPPORTUNITY, VAC_PHRASE_EQUAL_OPPORTUNITY },
  { VAC_HEADING_ACCOMMODATION, VAC_PHRASE_ACCOMMODATION },
  { VAC_HEADING_QUESTIONS, VAC_PHRASE_QUESTIONS },
};

static const struct
{
  VacLabel  label;
  VacPhrase phrase;
} own_labels[] = {
  { VAC_LABEL_PLACE, VAC_PHRASE_LOCATION },
  { VAC_LABEL_WORKPLACE, VAC_PHRASE_WORKPLACE },
  { VAC_LABEL_EMPLOYMENT_TYPE, VAC_PHRASE_EMPLOYMENT },
  { VAC_LABEL_PAY, VAC_PHRASE_PAY },
  { VAC_LABEL_LEGAL_ENTITY, VAC_PHRASE_LEGAL_ENTITY },
  { VAC_LABEL_DEPARTMENT, VAC_PHRASE_DEPARTMENT },
  { VAC_LABEL_REPORTS_TO, VAC_PHRASE_REPORTS_TO },
  { VAC_LABEL_REQUISITION, VAC_PHRASE_REQUISITION },
  { VAC_LABEL_OPENINGS, VAC_PHRASE_OPENINGS },
  { VAC_LABEL_HOURS, VAC_PHRASE_WEEKLY_HOURS },
  { VAC_LABEL_SCHEDULE, VAC_PHRASE_SCHEDULE },
  { VAC_LABEL_DAYS_ON_SITE, VAC_PHRASE_DAYS_ON_SITE },
  { VAC_LABEL_TIME_ZONES, VAC_PHRASE_TIME_ZONES },
  { VAC_LABEL_TRAVEL, VAC_PHRASE_TRAVEL },
  { VAC_LABEL_LICENCES, VAC_PHRASE_LICENCES },
  { VAC_LABEL_RIGHT_TO_WORK, VAC_PHRASE_RIGHT_TO_WORK },
  { VAC_LABEL_CLEARANCE, VAC_PHRASE_CLEARANCE },
  { VAC_LABEL_FILL_BY, VAC_PHRASE_FILL_BY },
  { VAC_LABEL_CONTRACT_ENDS, VAC_PHRASE_CONTRACT_ENDS },
  { VAC_LABEL_CONTRACT, VAC_PHRASE_CONTRACT },
  { VAC_LABEL_WORKING_TIME, VAC_PHRASE_WORKING_TIME },
  { VAC_LABEL_GRADE, VAC_PHRASE_GRADE },
  { VAC_LABEL_RESIDENTS, VAC_PHRASE_RESIDENTS },
  { VAC_LABEL_EXPERIENCE, VAC_PHRASE_EXPERIENCE },
  { VAC_LABEL_EDUCATION, VAC_PHRASE_EDUCATION },
  { VAC_LABEL_LANGUAGES, VAC_PHRASE_LANGUAGES },
  { VAC_LABEL_SPONSORSHIP, VAC_PHRASE_SPONSORSHIP },
  { VAC_LABEL_VACANCY, VAC_PHRASE_VACANCY },
  { VAC_LABEL_POSTED, VAC_PHRASE_POSTED },
  { VAC_LABEL_CLOSES, VAC_PHRASE_CLOSES },
  { VAC_LABEL_START, VAC_PHRASE_START },
  { VAC_LABEL_CONTACT, VAC_PHRASE_CONTACT },
  { VAC_LABEL_WEBSITE, VAC_PHRASE_WEBSITE },
  { VAC_LABEL_APPLY_ONLINE, VAC_PHRASE_APPLY_ONLINE },
  { VAC_LABEL_APPLY_BY_EMAIL, VAC_PHRASE_APPLY_BY_EMAIL },
};

/* How well @folded is the phrase. */
static gsize
match_phrase (const char *language,
              VacPhrase   phrase,
              const char *folded)
{
  const VacWords *words = vac_words_get_with (language, phrase);

  return match (vac_words_get_pattern (words, phrase), folded);
}

/* What @folded says in the words that we write ourselves. */
static guint
find_own (const char *language,
          gboolean    is_label,
          const char *folded)
{
  for (guint i = 0; is_label && i < G_N_ELEMENTS (own_labels); i++)
    if (match_phrase (language, own_labels[i].phrase, folded) > 0)
      return own_labels[i].label;
  for (guint i = 0; !is_label && i < G_N_ELEMENTS (own_headings); i++)
    if (match_phrase (language, own_headings[i].phrase, folded) > 0)
      return own_headings[i].heading;

  return 0;
}

static guint find (const char *language,
                   gboolean    is_label,
                   const char *text);

/* As find(), which postings of one employer ask of the same titles. */
static guint
find_again (const char *language,
            gboolean    is_label,
            const char *text)
{
  const VacQuestion question = { find_again, (guint) is_label, language, text };
  guint found;

  if (!vac_memo_find (&question, &found))
    {
      found = find (language, is_label, text);
      vac_memo_keep (&question, found);
    }

  return found;
}

/* "Was du tust / What you do" */
static guint
find_translated (const char *language,
                 const char *text)
{
  g_auto (GStrv) parts = strstr (text, " / ") != NULL ? g_strsplit (text, " / ", 3) : NULL;
  guint found = 0;

  for (guint i = 0; parts != NULL && parts[i] != NULL && found == 0; i++)
    found = find (language, FALSE, parts[i]);

  return found;
}

static guint
find (const char *language,
      gboolean    is_label,
      const char *text)
{
  g_autofree char *folded = vac_heading_fold (text);
  guint found;

  if (folded == NULL)
    return 0;
  /* Ours come before what else the words may mean, but for "About …", which may be the job. */
  if ((is_label && (found = find_own (language, is_label, folded)) != 0) ||
      (found = find_exactly (language, is_label, folded)) != 0 ||
      (found = find_parentheses (language, is_label, folded)) != 0 ||
      (found = find_parts (language, is_label, folded)) != 0)
    return found;

  if (is_sentence (text))
    return 0;
  found = find_star (language, is_label, folded);
  if (found == 0)
    found = find_own (language, is_label, folded);

  return found != 0 || is_label ? found : find_translated (language, text);
}

/**
 * vac_heading_find:
 * @language: BCP 47 tag of the language that the text is in
 * @text: a heading
 *
 * English is tried as well: postings of every language have English headings in them.
 *
 * Returns: what it is about; %VAC_HEADING_NONE when nobody knows
 */
VacHeading
vac_heading_find (const char *language,
                  const char *text)
{
  g_return_val_if_fail (language != NULL && text != NULL, VAC_HEADING_NONE);

  return find_again (language, FALSE, text);
}

/**
 * vac_heading_get_title:
 * @language: BCP 47 tag
 * @heading: what is below a heading
 *
 * Returns: (transfer none): a plain heading that says so, in English where @language has no words;
 *   empty for %VAC_HEADING_NONE
 */
const char *
vac_heading_get_title (const char *language,
                       VacHeading  heading)
{
  const VacWords *words;
  char **list = NULL;

  g_return_val_if_fail (language != NULL && heading < VAC_N_HEADINGS, "");

  if (heading == VAC_HEADING_NONE)
    return "";
  words = vac_words_get (language);
  if (words != NULL)
    list = vac_words_get_heading_lists (words)[heading];
  if (list == NULL)
    list = vac_words_get_heading_lists (vac_words_get (VAC_WORDS_FALLBACK))[heading];

  return list != NULL ? list[0] : "";
}

/**
 * vac_label_find:
 * @language: BCP 47 tag of the language that the text is in
 * @text: what stands before a colon
 *
 * English is tried as well.
 *
 * Returns: what follows it; %VAC_LABEL_NONE when nobody knows
 */
VacLabel
vac_label_find (const char *language,
                const char *text)
{
  g_return_val_if_fail (language != NULL && text != NULL, VAC_LABEL_NONE);

  return find_again (language, TRUE, text);
}

/**
 * vac_label_begins:
 * @language: BCP 47 tag of the language that @text is in
 * @text: the beginning of a sentence, up to a value: "The salary range is"
 * @label: what the sentence would be about
 *
 * Returns: whether a label is in @text with an article before and a verb behind it at most
 */
gboolean
vac_label_begins (const char *language,
                  const char *text,
                  VacLabel    label)
{
  g_auto (GStrv) words = NULL;
  guint n;

  g_return_val_if_fail (language != NULL && text != NULL, FALSE);

  words = g_strsplit (text, " ", -1);
  n = g_strv_length (words);
  for (guint first = 0; first < MIN (n, 3); first++)
    for (guint last = n; last > first && last + 2 >= n; last--)
      {
        g_autofree char *joined = NULL;
        char *cut = words[last];

        words[last] = NULL;
        joined = g_strjoinv (" ", words + first);
        words[last] = cut;
        if (vac_label_find (language, joined) == label)
          return TRUE;
      }

  return FALSE;
}

static gboolean
is_choice (const VacWords *words,
           const char     *id,
           const char     *folded)
{
  char **said = g_hash_table_lookup (vac_words_get_said_choices (words), id);

  for (guint i = 0; said != NULL && said[i] != NULL; i++)
    if (match (said[i], folded) > 0)
      return TRUE;

  return FALSE;
}

/**
 * vac_words_find_choice:
 * @language: BCP 47 tag of the language that the text is in
 * @ids: ids of choices, ended by %NULL
 * @text: what somebody wrote: an id, what we say for it, or other words
 *
 * English is tried as well.
 *
 * Returns: (transfer full) (nullable): the id that is meant; %NULL when nobody knows
 */
char *
vac_words_find_choice (const char        *language,
                       const char *const *ids,
                       const char        *text)
{
  g_autofree char *folded = NULL;
  const VacWords *tried[N_TRIED];

  g_return_val_if_fail (language != NULL && ids != NULL && text != NULL, NULL);

  folded = vac_heading_fold (text);
  get_tried (language, tried);
  for (guint i = 0; folded != NULL && ids[i] != NULL; i++)
    {
      g_autofree char *id = vac_heading_fold (ids[i]);

      if (g_str_equal (id, folded))
        return g_strdup (ids[i]);
    }
  for (guint i = 0; folded != NULL && i < N_TRIED; i++)
    for (guint j = 0; tried[i] != NULL && ids[j] != NULL; j++)
      if (is_choice (tried[i], ids[j], folded))
        return g_strdup (ids[j]);

  return NULL;
}
