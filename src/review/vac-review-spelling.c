/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-spelling"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-review-private.h"
#include "vac-review-text.h"
#include "vac-skill-list.h"
#include "vac-spelling.h"
#include "vac-tag.h"
#include "vac-token.h"

/* Names, codes and abbreviations are in no dictionary: what has a digit, a capital letter after the
 * first, or a line below. A letter by itself is no word. */
static gboolean
is_ordinary (const char *word)
{
  guint n = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      const gunichar c = g_utf8_get_char (p);

      if (c == '_' || g_unichar_isdigit (c) || (n > 0 && g_unichar_isupper (c)))
        return FALSE;
    }

  return n > 1;
}

/* Whether a text of the names in @node, such as an employer or a city, has @word. */
static gboolean
is_named_in (VacNode    *node,
             const char *word)
{
  const VacKind kind = vac_node_get_kind (node);

  if (kind == VAC_KIND_TEXT && *vac_node_get_text (node) != '\0')
    {
      const char *text = vac_node_get_text (node);
      g_autoptr (GArray) tokens = vac_token_list_new (text);

      for (guint i = 0; i < tokens->len; i++)
        {
          const VacToken *token = &g_array_index (tokens, VacToken, i);

          if (token->end - token->start == strlen (word) &&
              strncmp (text + token->start, word, strlen (word)) == 0)
            return TRUE;
        }
    }
  if (kind == VAC_KIND_PICTURE)
    return FALSE;
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    if (is_named_in (vac_node_get_child (node, i), word))
      return TRUE;

  return FALSE;
}

static gboolean
is_name (VacDocument *document,
         const char  *word)
{
  static const VacRole roles[] = { VAC_ROLE_EMPLOYER, VAC_ROLE_LOCATIONS, VAC_ROLE_SKILLS };
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (is_named_in (vac_document_get (document, roles[i]), word))
      return TRUE;

  return FALSE;
}

static const VacToken *
get (GArray *tokens,
     gint64  i)
{
  return i >= 0 && i < tokens->len ? &g_array_index (tokens, VacToken, i) : NULL;
}

/* Half of a word: "Daten-" in "Daten- und Modellpflege", "innen" in "Mitarbeiter:innen". */
static gboolean
is_half (GArray *tokens,
         guint   i)
{
  const VacToken *before = get (tokens, (gint64) i - 1), *after = get (tokens, (gint64) i + 1);
  const VacToken *first = get (tokens, (gint64) i - 2), *last = get (tokens, (gint64) i + 2);

  if (vac_token_is_sign (before, ":*·/") && first != NULL && first->kind == VAC_TOKEN_WORD)
    return TRUE;
  if (vac_token_is_sign (after, "-‐‑") && (last == NULL || last->kind != VAC_TOKEN_WORD))
    return TRUE;

  return vac_token_is_sign (before, "-‐‑") && (first == NULL || first->kind != VAC_TOKEN_WORD);
}

/* Whether @word is one of the skills that we know. */
static gboolean
is_skill (const char *word)
{
  const char *at = word;
  g_autofree char *first = vac_skill_list_take_word (&at, word + strlen (word));
  GPtrArray *forms = vac_skill_list_find (first);

  for (guint i = 0; forms != NULL && i < forms->len; i++)
    if (g_ascii_strcasecmp (((const VacSkillForm *) forms->pdata[i])->text, word) == 0)
      return TRUE;

  return FALSE;
}

/* Whether the words that hyphens join around @i are known as one. */
static gboolean
is_compound (const VacReviewText *text,
             GArray              *tokens,
             guint                i)
{
  gint64 begin = i, end = i;
  g_autofree char *whole = NULL;

  while (vac_token_is_sign (get (tokens, begin - 1), "-") && get (tokens, begin - 2) != NULL &&
         get (tokens, begin - 2)->kind == VAC_TOKEN_WORD)
    begin -= 2;
  while (vac_token_is_sign (get (tokens, end + 1), "-") && get (tokens, end + 2) != NULL &&
         get (tokens, end + 2)->kind == VAC_TOKEN_WORD)
    end += 2;
  if (begin == end)
    return FALSE;
  whole = g_strndup (text->text + get (tokens, begin)->start,
                     get (tokens, end)->end - get (tokens, begin)->start);

  return vac_spelling_knows (text->language, whole) || is_skill (whole);
}

/* Whether a capital letter at @i says nothing, as that of the first word of a sentence does. */
static gboolean
begins_sentence (GArray *tokens,
                 guint   i)
{
  const VacToken *before = get (tokens, (gint64) i - 1);

  if (before != NULL && before->kind == VAC_TOKEN_SPACE)
    before = get (tokens, (gint64) i - 2);

  return before == NULL || before->kind == VAC_TOKEN_BREAK || vac_token_is_sign (before, ".!?…:");
}

/* Whether the word at @i is taken from English: a name or title, "Customer Success Manager". German
 * gives what it takes a capital letter, too. */
static gboolean
is_borrowed (const VacReviewText *text,
             GArray              *tokens,
             guint                i,
             const char          *word)
{
  return g_unichar_isupper (g_utf8_get_char (word)) && !vac_tag_speaks (text->language, "en") &&
         (vac_tag_speaks (text->language, "de") || !begins_sentence (tokens, i)) &&
         vac_spelling_has ("en") && vac_spelling_knows ("en", word);
}

/* As vac_spelling_knows(), also for "Kubernetes’s". */
static gboolean
knows (const VacReviewText *text,
       const char          *word)
{
  const char *language = text->language;
  const char *end = strstr (word, "’s");
  g_autofree char *owner = NULL;

  if (end == NULL)
    end = strstr (word, "'s");
  if (vac_spelling_knows (language, word))
    return TRUE;
  if (end == NULL || strchr (end, 's')[1] != '\0')
    return FALSE;
  owner = g_strndup (word, (gsize) (end - word));

  return !is_ordinary (owner) || vac_spelling_knows (language, owner);
}

/*
 * vac_review_check_spelling:
 * @text: a text
 * @findings: (element-type VacFinding): takes what was found
 *
 * Looks for words that no dictionary has. They get no suggestions, which take long:
 * vac_spelling_suggest() makes them for the one that somebody looks at.
 */
void
vac_review_check_spelling (const VacReviewText *text,
                           GPtrArray           *findings)
{
  g_autoptr (GArray) tokens = NULL;

  if (text->language == NULL || !vac_spelling_has (text->language))
    return;
  tokens = vac_token_list_new (text->text);
  for (guint i = 0; i < tokens->len; i++)
    {
      const VacToken *token = get (tokens, i);
      g_autofree char *word = NULL;
      g_autofree char *sentence = NULL;

      if (token->kind != VAC_TOKEN_WORD || is_half (tokens, i))
        continue;
      word = g_strndup (text->text + token->start, token->end - token->start);
      if (!is_ordinary (word) || knows (text, word) || is_borrowed (text, tokens, i, word) ||
          is_compound (text, tokens, i) || is_skill (word) || is_name (text->document, word))
        continue;
      sentence = g_strdup_printf (_("“%s” is not in the dictionary."), word);
      vac_finding_set_span (vac_finding_add (findings, VAC_FINDING_SPELLING, NULL,
                                             VAC_SEVERITY_WARNING, text->node, sentence),
                            token->start, token->end - token->start);
    }
}

/*
 * vac_review_check_dictionary:
 * @document: a document
 * @findings: (element-type VacFinding): takes what was found
 *
 * Says that spelling was not checked, where there is no dictionary for the posting's language.
 */
void
vac_review_check_dictionary (VacDocument *document,
                             GPtrArray   *findings)
{
  VacNode *leaf = vac_document_get (document, VAC_ROLE_LANGUAGE);
  const char *language = vac_node_get_text (leaf);
  g_autofree char *sentence = NULL;

  if (*language != '\0' && vac_spelling_has (language))
    return;
  sentence = *language != '\0'
                 ? g_strdup_printf (_("No dictionary for the language “%s” is installed, so "
                                      "spelling is not checked."),
                                    language)
                 : g_strdup (_("The posting has no language, so spelling is not checked."));
  vac_finding_add (findings, VAC_FINDING_SPELLING, "dictionary", VAC_SEVERITY_HINT, leaf, sentence);
}
