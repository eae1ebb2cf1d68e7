/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-suggest-skills"

#include "config.h"

#include <string.h>

#include "vac-clause.h"
#include "vac-outline.h"
#include "vac-parts.h"
#include "vac-review-language.h"
#include "vac-skill-list.h"
#include "vac-suggest-private.h"
#include "vac-suggest-skills.h"

/* Finds names of skills in what a posting requires. A name that is left out costs its writer a few
 * keys; a word that is taken for a name, their trust. So a name that is an ordinary word, too, is
 * one only where it stands like a name: in the middle of a sentence, or next to another. */

/* Something in a clause that is written like a skill. */
typedef struct
{
  const VacSkill *skill;
  const char     *start;
  const char     *end;
  gboolean        is_certain;
} Hit;

typedef struct
{
  const char *language;
  GHashTable *known;     /* of VacSkill: what needs no offer any more */
  GPtrArray  *names;
} Search;

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

/* Returns: (nullable): where @form ends if it is at @at */
static const char *
match_form (const VacSkillForm *form,
            const char         *at,
            const char         *end)
{
  for (const char *p = form->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar wanted = g_utf8_get_char (p);
      gunichar c;

      if (at >= end)
        return NULL;
      c = g_utf8_get_char (at);
      if (form->use == VAC_SKILL_ANY_CASE)
        c = vac_clause_fold (c);
      if (wanted == ' ' ? !g_unichar_isspace (c)
                        : wanted != c && !(wanted == '-' && is_hyphen (c)))
        return NULL;
      at = g_utf8_next_char (at);
      while (wanted == ' ' && at < end && g_unichar_isspace (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
    }

  return at;
}

/* Whether a sign joins what is beside it to something else: "R&D", "go-getter", "example.net". */
static gboolean
is_glue (gunichar    c,
         VacSkillUse use)
{
  if (c == '.' || c == '@' || c == '_' || c == '#')
    return TRUE;

  return use >= VAC_SKILL_WITHIN &&
         (is_hyphen (c) || c == '&' || c == '$' || c == '\'' || c == 0x2019);
}

static gboolean
begins_word (const VacClause    *clause,
             const char         *at,
             const VacSkillForm *form)
{
  gunichar before;

  if (at == clause->text)
    return TRUE;
  before = g_utf8_get_char (g_utf8_prev_char (at));

  return !is_glue (before, form->use) &&
         !(form->lead > 0 ? g_unichar_isalnum (before)
                          : vac_skill_list_joins (before, g_utf8_get_char (at)));
}

static gboolean
ends_word (const VacClause    *clause,
           const char         *at,
           const VacSkillForm *form)
{
  const char *next;
  gunichar after;

  if (at >= clause->end)
    return TRUE;
  after = g_utf8_get_char (at);
  next = g_utf8_next_char (at);
  if (after == '+' || after == '#' ||
      vac_skill_list_joins (g_utf8_get_char (g_utf8_prev_char (at)), after))
    return FALSE;

  return !is_glue (after, form->use) || next >= clause->end ||
         !g_unichar_isalnum (g_utf8_get_char (next));
}

/* Whether @at follows, after nothing but spaces, a word that begins with a small letter, and that
 * no verb follows. */
static gboolean
stands_like_name (const VacClause *clause,
                  const char      *at)
{
  const char *start, *end = at;
  g_autofree char *word = NULL;

  while (end > clause->text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  start = end;
  while (start > clause->text && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  if (start == end || g_unichar_isupper (g_utf8_get_char (start)))
    return FALSE;
  word = vac_skill_list_take_word (&start, end);

  return !vac_skill_list_is_mark (word);
}

/* Returns: (nullable): where a skill ends whose first letter or digit is at @at */
static const char *
match_skill (const VacClause *clause,
             const char      *at,
             GPtrArray       *forms,
             GArray          *hits)
{
  Hit hit = { NULL };

  for (guint i = 0; i < forms->len; i++)
    {
      const VacSkillForm *form = g_ptr_array_index (forms, i);
      const char *start, *end;

      if ((gsize) (at - clause->text) < form->lead)
        continue;
      start = at - form->lead;
      end = match_form (form, start, clause->end);
      if (end == NULL || (hit.skill != NULL && (hit.skill != form->skill || hit.end != end)) ||
          !begins_word (clause, start, form) || !ends_word (clause, end, form))
        continue;
      hit.skill = form->skill;
      hit.start = start;
      hit.end = end;
      hit.is_certain = hit.is_certain || form->use <= VAC_SKILL_AS_WRITTEN ||
                       (form->use == VAC_SKILL_WITHIN && stands_like_name (clause, start));
    }
  if (hit.skill == NULL)
    return NULL;

  g_array_append_val (hits, hit);

  return hit.end;
}

/* Returns: where an address that begins at @at ends; @at when there is none */
static const char *
skip_address (const char *at,
              const char *end)
{
  const char *stop = at;

  while (stop < end && !g_ascii_isspace (*stop))
    stop++;

  return memchr (at, '@', (gsize) (stop - at)) != NULL ||
                 g_strstr_len (at, stop - at, "://") != NULL ||
                 g_str_has_prefix (at, "www.")
             ? stop
             : at;
}

static GArray *
list_hits (const VacClause *clause)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  const char *at = clause->text;

  while (at < clause->end)
    {
      const char *start = at, *stop;
      g_autofree char *word = NULL;
      GPtrArray *forms;

      if (at == clause->text || g_ascii_isspace (at[-1]))
        at = skip_address (at, clause->end);
      if (at > start)
        continue;
      word = vac_skill_list_take_word (&at, clause->end);
      if (*word == '\0')
        {
          at = g_utf8_next_char (at);
          continue;
        }
      forms = vac_skill_list_find (word);
      stop = forms != NULL ? match_skill (clause, start, forms, hits) : NULL;
      at = stop != NULL ? stop : at;
    }

  return hits;
}

/* Whether two are of one list: "Java, Go" or "Java or Go". */
static gboolean
are_linked (const Hit *a,
            const Hit *b)
{
  g_autoptr (GString) between = g_string_new (NULL);

  if (a->skill->kind == NULL || g_strcmp0 (a->skill->kind, b->skill->kind) != 0)
    return FALSE;
  for (const char *p = a->end; p < b->start; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (between, vac_clause_fold (g_utf8_get_char (p)));

  return between->len == 0 || vac_skill_list_is_link (between->str);
}

/* What is next to a name is one, too, and so is what is next to that. */
static void
settle_hits (GArray *hits)
{
  for (guint i = 1; i < hits->len; i++)
    {
      const Hit *last = &g_array_index (hits, Hit, i - 1);
      Hit *hit = &g_array_index (hits, Hit, i);

      hit->is_certain = hit->is_certain || (last->is_certain && are_linked (last, hit));
    }
  for (guint i = hits->len; i > 1; i--)
    {
      const Hit *next = &g_array_index (hits, Hit, i - 1);
      Hit *hit = &g_array_index (hits, Hit, i - 2);

      hit->is_certain = hit->is_certain || (next->is_certain && are_linked (hit, next));
    }
}

/* Looking for what tells that something is not needed takes longest, so it is done last. */
static void
add_names (Search          *self,
           const VacClause *clause,
           GArray          *hits)
{
  gboolean is_required = FALSE;

  for (guint i = 0; i < hits->len; i++)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);

      if (!hit->is_certain || g_hash_table_contains (self->known, hit->skill))
        continue;
      if (!is_required && vac_clause_has (clause, VAC_CLUE_NOT_REQUIRED))
        return;
      is_required = TRUE;
      g_hash_table_add (self->known, (gpointer) hit->skill);
      g_ptr_array_add (self->names, hit->skill->name);
    }
}

static void
read_text (Search     *self,
           const char *text)
{
  VacClause clause;

  while (vac_clause_take (&text, self->language, &clause))
    {
      g_autoptr (GArray) hits = list_hits (&clause);

      settle_hits (hits);
      add_names (self, &clause, hits);
    }
}

static void
read_block (Search         *self,
            const VacBlock *block)
{
  const char *label = block->label != NULL ? block->label : "";
  const VacClause heading = { self->language, label, label + strlen (label) };
  VacNode *source = vac_node_get_role (block->node) == VAC_ROLE_ITEM
                    ? vac_node_get (block->node, VAC_ROLE_ITEM_TEXT) : block->node;

  if (vac_clause_has (&heading, VAC_CLUE_NOT_REQUIRED))
    return;
  read_text (self, label);
  read_text (self, vac_node_get_shown_text (source));
}

/* Also a word that is a skill only in some places. */
static void
know_all_in (Search     *self,
             const char *text)
{
  VacClause clause;

  while (vac_clause_take (&text, self->language, &clause))
    {
      g_autoptr (GArray) hits = list_hits (&clause);

      for (guint i = 0; i < hits->len; i++)
        g_hash_table_add (self->known, (gpointer) g_array_index (hits, Hit, i).skill);
    }
}

/* A form that is as written only is known in every case: nobody wants "excel" and "Excel". */
static void
know_entry (Search     *self,
            const char *name)
{
  const char *at = name;
  g_autofree char *word = NULL;
  GPtrArray *forms;

  know_all_in (self, name);
  while (*at != '\0' && !g_unichar_isalnum (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  word = vac_skill_list_take_word (&at, at + strlen (at));
  forms = vac_skill_list_find (word);
  for (guint i = 0; forms != NULL && i < forms->len; i++)
    {
      const VacSkill *skill = ((const VacSkillForm *) g_ptr_array_index (forms, i))->skill;

      if (g_ascii_strcasecmp (skill->name, name) == 0)
        g_hash_table_add (self->known, (gpointer) skill);
    }
}

static void
know_list (Search      *self,
           VacDocument *document,
           VacRole      list,
           VacRole      name)
{
  VacNode *entries = vac_document_get (document, list);

  for (guint i = 0; i < vac_node_get_n_children (entries); i++)
    know_entry (self, vac_node_get_member_text (vac_node_get_child (entries, i), name));
}

/* Does vac_suggest_skills(), with what candidates read. */
GPtrArray *
vac_suggest_skills_in (VacDocument *document,
                       VacOutline  *outline)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  Search self = { .language = vac_review_get_language (document), .known = known };
  const VacNode *last = NULL;

  self.names = g_ptr_array_new ();
  know_list (&self, document, VAC_ROLE_SKILLS, VAC_ROLE_SKILL_NAME);
  know_list (&self, document, VAC_ROLE_LICENCES, VAC_ROLE_LICENCE_NAME);
  know_all_in (&self, vac_document_get_text (document, VAC_ROLE_EMPLOYER_NAME));

  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);

      /* Paragraphs of one text follow each other. */
      if ((block->kind == VAC_BLOCK_BULLET || block->kind == VAC_BLOCK_PARAGRAPH) &&
          block->node != last &&
          (vac_parts_contain (VAC_PART_QUALIFICATIONS, block->node) ||
           vac_parts_contain (VAC_PART_SKILLS, block->node)))
        read_block (&self, block);
      last = block->node;
    }

  return self.names;
}

/**
 * vac_suggest_skills:
 * @document: a document
 *
 * Reads what candidates see among qualifications and skills for names of tools, programming
 * languages, certificates and trade skills. What is only welcome is passed over, as are those that
 * the posting has as data already, as a skill or as a license, and those in the employer’s name.
 *
 * Returns: (transfer container) (element-type utf8): their names, in the order of the text
 */
GPtrArray *
vac_suggest_skills (VacDocument *document)
{
  g_autoptr (VacOutline) outline = NULL;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  outline = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);

  return vac_suggest_skills_in (document, outline);
}
