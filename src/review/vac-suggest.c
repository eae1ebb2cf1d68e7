/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-suggest"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-clause.h"
#include "vac-outline.h"
#include "vac-parts.h"
#include "vac-quote.h"
#include "vac-review-language.h"
#include "vac-suggest-private.h"
#include "vac-suggest.h"

/* Extracts years of experience and degrees from what a posting requires. Missing one is better than
 * offering the age of a candidate or of the employer, or the length of a contract. */

typedef struct
{
  VacDocument *document;
  const char  *language;
  GPtrArray   *suggestions;
} Search;

static const char *
skip (const VacClause *clause,
      const char      *at,
      const char      *bytes)
{
  for (; at < clause->end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c) && !(c < 0x80 && strchr (bytes, (char) c) != NULL) &&
          !(strchr (bytes, '-') != NULL &&
            (c == 0x2010 || c == 0x2011 || c == 0x2013 || c == 0x2014)))
        break;
    }

  return at;
}

/* Returns: (nullable): where one or two digits at @at end that are a number of their own */
static const char *
match_number (const VacClause *clause,
              const char      *at,
              guint           *number)
{
  const char before = at > clause->text ? at[-1] : ' ';
  const char *stop = at;

  if (g_ascii_isalnum (before) || strchr (".,$", before) != NULL)
    return NULL;
  while (stop < clause->end && g_ascii_isdigit (*stop))
    stop++;
  if (stop == at || stop - at > 2)
    return NULL;

  *number = (guint) g_ascii_strtoull (at, NULL, 10);

  return stop;
}

/* "3", "3–5", "3 to 5", "5+", "three (3)": returns where the unit that must follow begins. */
static const char *
skip_amount (const VacClause *clause,
             const char      *at)
{
  const char *next = skip (clause, at, "+)-");
  const char *range = vac_clause_match (clause, next, VAC_CLUE_RANGE);
  const char *more = vac_clause_match (clause, next, VAC_CLUE_MORE);
  const char *second;
  guint number;

  if (more != NULL)
    return skip (clause, more, "");
  if (range != NULL)
    next = skip (clause, range, "");
  second = match_number (clause, next, &number);
  if (second == NULL)
    return skip (clause, at, "+)-");

  next = skip (clause, second, "+)-");
  more = vac_clause_match (clause, next, VAC_CLUE_MORE);

  return more != NULL ? skip (clause, more, "") : next;
}

static void
add (Search     *self,
     VacRole     role,
     const char *value,
     VacNode    *source,
     const char *from,
     const char *to)
{
  VacNode *field = vac_document_get (self->document, role);
  const VacMarkup *markup = vac_node_get_markup (source);
  const char *text = vac_node_get_shown_text (source);
  g_autofree char *words = NULL;
  VacSuggestion *suggestion;

  g_assert (text <= from && from <= to);

  if (vac_node_get_kind (field) == VAC_KIND_TOGGLE ? vac_node_get_toggle (field)
                                                   : !vac_node_is_empty (field))
    return;
  if (vac_node_get_raw (field) != NULL ||
      !vac_field_accepts (vac_node_get_field (field), value, NULL))
    return;
  for (guint i = 0; i < self->suggestions->len; i++)
    if (((VacSuggestion *) g_ptr_array_index (self->suggestions, i))->field == field)
      return;

  words = g_strndup (from, (gsize) (to - from));
  suggestion = g_new0 (VacSuggestion, 1);
  suggestion->field = g_object_ref (field);
  suggestion->value = g_strdup (value);
  suggestion->source = g_object_ref (source);
  suggestion->start = vac_markup_to_stored (markup, (gsize) (from - text));
  suggestion->length = vac_markup_to_stored_end (markup, (gsize) (to - text)) - suggestion->start;
  suggestion->words = vac_quote_shorten (g_strstrip (words));
  g_ptr_array_add (self->suggestions, suggestion);
}

static gboolean
mentions_employer (Search          *self,
                   const VacClause *clause)
{
  const char *name = vac_document_get_text (self->document, VAC_ROLE_EMPLOYER_NAME);

  return (*name != '\0' && g_strstr_len (clause->text, clause->end - clause->text, name) != NULL) ||
         g_strstr_len (clause->text, clause->end - clause->text, "{{employer}}") != NULL;
}

/* "6 months, experience in sales": two things. */
static gboolean
follows_comma (const VacClause *clause,
               const char      *word)
{
  while (word > clause->text && word[-1] == ' ')
    word--;

  return word > clause->text && word[-1] == ',';
}

/* Whether years that end at @unit_end are those of experience: "5 years of experience", or
 * "experience: 5 years". @from and @to come back as what to quote. */
static gboolean
are_of_experience (const VacClause *clause,
                   gboolean         labelled,
                   const char      *unit_end,
                   const char     **from,
                   const char     **to)
{
  const char *next = skip (clause, unit_end, "");
  const char *stop = NULL;
  const char *word = vac_clause_find (clause, unit_end, VAC_CLUE_EXPERIENCE, &stop);

  if (vac_clause_match (clause, next, VAC_CLUE_NOT_AFTER) != NULL)
    return FALSE;
  *to = word != NULL ? stop : unit_end;
  if (word != NULL)
    return !follows_comma (clause, word);
  if (next < clause->end && !strchr (",:)’'", *next) &&
      vac_clause_match (clause, next, VAC_CLUE_LINK) == NULL)
    return FALSE;

  word = vac_clause_find (clause, clause->text, VAC_CLUE_EXPERIENCE, NULL);
  if (word != NULL && word < *from)
    *from = word;

  return labelled || word != NULL;
}

static void
read_experience (Search          *self,
                 const VacClause *clause,
                 gboolean         labelled,
                 gboolean         has_credential,
                 VacNode         *source)
{
  for (const char *p = clause->text; p < clause->end; p = g_utf8_next_char (p))
    {
      const char *number_end, *unit, *unit_end, *or_word;
      const char *from = p, *to = NULL;
      g_autofree char *value = NULL;
      gboolean years;
      guint number;

      number_end = match_number (clause, p, &number);
      if (number_end == NULL)
        continue;
      unit = skip_amount (clause, number_end);
      unit_end = vac_clause_match (clause, unit, VAC_CLUE_YEARS);
      years = unit_end != NULL;
      if (!years)
        unit_end = vac_clause_match (clause, unit, VAC_CLUE_MONTHS);
      if (unit_end == NULL)
        continue;
      if (vac_clause_has (clause, VAC_CLUE_NOT_REQUIRED) ||
          vac_clause_has (clause, VAC_CLUE_NOT_EXPERIENCE) || mentions_employer (self, clause))
        return;

      /* "A degree or 5 years of experience" requires neither. */
      or_word = vac_clause_find (clause, clause->text, VAC_CLUE_OR, NULL);
      if (has_credential && or_word != NULL && or_word < p)
        return;
      if (are_of_experience (clause, labelled, unit_end, &from, &to))
        {
          value = g_strdup_printf ("%u", years ? 12 * number : number);
          add (self, VAC_ROLE_EXPERIENCE_MONTHS, value, source, from, to);
        }
      return;
    }
}

/*
 * vac_suggest_find_credential:
 * @clause: a clause of what is required
 *
 * Returns: (nullable): the id of the least of the credentials that it names: "a bachelor’s or
 *   master’s degree"
 */
const char *
vac_suggest_find_credential (const VacClause *clause)
{
  static const struct
  {
    VacClue     clue;
    const char *id;
  } credentials[] = {
    { VAC_CLUE_SCHOOL, VAC_CREDENTIAL_SCHOOL },
    { VAC_CLUE_ASSOCIATE, VAC_CREDENTIAL_ASSOCIATE },
    { VAC_CLUE_BACHELOR, VAC_CREDENTIAL_BACHELOR },
    { VAC_CLUE_CERTIFICATE, VAC_CREDENTIAL_CERTIFICATE },
    { VAC_CLUE_POSTGRADUATE, VAC_CREDENTIAL_POSTGRADUATE },
  };

  /* Most clauses name none. */
  for (guint i = 0; i < G_N_ELEMENTS (credentials); i++)
    if (vac_clause_has (clause, credentials[i].clue))
      return vac_clause_has (clause, VAC_CLUE_NOT_REQUIRED) ||
                     vac_clause_has (clause, VAC_CLUE_NOT_HELD)
                 ? NULL : credentials[i].id;

  return NULL;
}

/*
 * vac_suggest_takes_experience:
 * @clause: a clause that names a credential
 *
 * Returns: whether it says "or equivalent experience"
 */
gboolean
vac_suggest_takes_experience (const VacClause *clause)
{
  const char *stop = NULL;

  return vac_clause_find (clause, clause->text, VAC_CLUE_OR, &stop) != NULL &&
         vac_clause_find (clause, stop, VAC_CLUE_EQUIVALENT, NULL) != NULL &&
         vac_clause_find (clause, stop, VAC_CLUE_EXPERIENCE, NULL) != NULL;
}

static void
read_clause (Search          *self,
             const VacClause *clause,
             gboolean         labelled,
             VacNode         *source)
{
  const char *credential = vac_suggest_find_credential (clause);

  if (credential != NULL)
    {
      add (self, VAC_ROLE_EDUCATION_CREDENTIAL, credential, source, clause->text, clause->end);
      if (vac_suggest_takes_experience (clause))
        add (self, VAC_ROLE_EDUCATION_EXPERIENCE_INSTEAD, "true", source, clause->text,
             clause->end);
    }
  read_experience (self, clause, labelled, credential != NULL, source);
}

static void
read_text (Search  *self,
           VacNode *source,
           gboolean labelled)
{
  const char *text = vac_node_get_shown_text (source);
  VacClause clause;

  while (vac_clause_take (&text, self->language, &clause))
    read_clause (self, &clause, labelled, source);
}

static void
read_block (Search         *self,
            const VacBlock *block)
{
  VacNode *source = vac_node_get_role (block->node) == VAC_ROLE_ITEM
                    ? vac_node_get (block->node, VAC_ROLE_ITEM_TEXT) : block->node;
  const char *label = block->label != NULL ? block->label : "";
  const VacClause heading = { self->language, label, label + strlen (label) };

  if (!vac_clause_has (&heading, VAC_CLUE_NOT_REQUIRED))
    read_text (self, source, vac_clause_has (&heading, VAC_CLUE_EXPERIENCE));
}

static void
suggestion_free (gpointer data)
{
  VacSuggestion *self = data;

  g_object_unref (self->field);
  g_object_unref (self->source);
  g_free (self->value);
  g_free (self->words);
  g_free (self);
}

/* Does vac_suggest(), with what candidates read. */
GPtrArray *
vac_suggest_in (VacDocument *document,
                VacOutline  *outline)
{
  Search self = { .document = document, .language = vac_review_get_language (document) };

  self.suggestions = g_ptr_array_new_with_free_func (suggestion_free);
  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);

      if ((block->kind == VAC_BLOCK_BULLET || block->kind == VAC_BLOCK_PARAGRAPH) &&
          vac_parts_contain (VAC_PART_QUALIFICATIONS, block->node))
        read_block (&self, block);
    }

  return self.suggestions;
}

/**
 * vac_suggest:
 * @document: a document
 *
 * Reads what candidates see among the required qualifications for experience and education, as far
 * as their fields are empty. Ages, the employer's history, the length of contracts, studies under
 * way and what is only welcome are passed over.
 *
 * Returns: (transfer full) (element-type VacSuggestion): at most one for each field, the first that
 *   the posting mentions
 */
GPtrArray *
vac_suggest (VacDocument *document)
{
  g_autoptr (VacOutline) outline = NULL;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  outline = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);

  return vac_suggest_in (document, outline);
}

/**
 * vac_suggestion_name_value:
 * @self: a suggestion
 *
 * Returns: (transfer full): its value as the form shows it, translated
 */
char *
vac_suggestion_name_value (const VacSuggestion *self)
{
  const VacField *field;
  const VacChoice *choice;

  g_return_val_if_fail (self != NULL, NULL);

  field = vac_node_get_field (self->field);
  choice = vac_field_find_choice (field, self->value);
  if (choice != NULL)
    return g_strdup (_(choice->label));

  return g_strdup (field->kind == VAC_KIND_TOGGLE ? C_("toggle", "on") : self->value);
}
