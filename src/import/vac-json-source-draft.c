/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-json-source-draft"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-data-text.h"
#include "vac-import-private.h"
#include "vac-json-source.h"
#include "vac-quote.h"
#include "vac-words-guess.h"

/* What is read of data goes into a draft, with the place where it stood; what was not read is
 * listed at the end. */

/* What a posting has at most; more is no posting, and would only take time. */
#define MOST_ELEMENTS 2000
#define MOST_SAID     (128 * 1024)
#define MOST_NAMES    20

/* In bytes: what tells the language of a text. */
#define MOST_TELLING 8192

/* Below the title of the posting. */
#define HEADING_LEVEL 2

/* What was read of a value. */
enum
{
  UNUSED,
  USED,         /* itself; what is in it is told apart */
  USED_WHOLE,
};

/**
 * vac_source_use:
 * @self: data
 * @value: a value that was read, or that nobody misses
 *
 * What is in a container is told apart: see vac_source_end().
 */
void
vac_source_use (VacSource *self,
                guint      value)
{
  if (self->used[value] == UNUSED)
    self->used[value] = USED;
}

/**
 * vac_source_use_whole:
 * @self: data
 * @value: a value that was read, or that nobody misses, with all that is in it
 */
void
vac_source_use_whole (VacSource *self,
                      guint      value)
{
  self->used[value] = USED_WHOLE;
}

/**
 * vac_source_begin:
 * @self: data
 * @posting: an object that is a posting
 * @drafts: (element-type VacDraft): takes the draft that it becomes
 */
void
vac_source_begin (VacSource *self,
                  guint      posting,
                  GPtrArray *drafts)
{
  g_return_if_fail (self != NULL && drafts != NULL);

  self->posting = posting;
  self->draft = vac_draft_new ();
  self->budget = MOST_ELEMENTS;
  self->language = NULL;
  memset (self->given, 0, sizeof self->given);
  g_string_assign (self->said, " ");
  g_ptr_array_add (drafts, self->draft);
}

/* Appends to @names what was not read in @container; never deeper than the gate lets data be. */
static void
list_unused (VacSource  *self,
             guint       container,
             const char *path,
             GPtrArray  *names)
{
  const gboolean is_object = self->tokens[container].type == VAC_JSON_OBJECT;

  for (guint i = container + 1; i < self->tokens[container].next && names->len <= MOST_NAMES;)
    {
      const guint value = is_object ? i + 1 : i;
      g_autofree char *name = is_object ? vac_json_dup_string (self->json, i) : NULL;
      g_autofree char *own = is_object ? g_strconcat (path, *path != '\0' ? "." : "", name, NULL)
                                       : g_strdup (path);

      i = self->tokens[value].next;
      if (self->used[value] == USED_WHOLE || !vac_source_is_filled (self, value) ||
          (is_object && *name == '@'))
        continue;
      if (self->used[value] == UNUSED)
        {
          if (!g_ptr_array_find_with_equal_func (names, own, g_str_equal, NULL))
            g_ptr_array_add (names, g_steal_pointer (&own));
        }
      else if (vac_source_is_container (self, value))
        list_unused (self, value, own, names);
    }
}

/**
 * vac_source_end:
 * @self: data
 *
 * Ends the posting that was begun: says in its draft which of its members were not used.
 */
void
vac_source_end (VacSource *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  g_return_if_fail (self != NULL && self->draft != NULL);

  list_unused (self, self->posting, "", names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *shown = vac_quote_visible (g_ptr_array_index (names, i), "");
      g_autofree char *name = vac_quote_shorten (g_strstrip (shown));

      if (*name != '\0')
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "",
                                i < MOST_NAMES ? name : "…");
    }
  if (list->len > 0)
    {
      /* Translators: names of members of data, for example "industry, jobLocation.geo". */
      sentence = g_strdup_printf (_("Not used: %s"), list->str);
      vac_draft_add_remark (self->draft, sentence);
    }
  self->draft = NULL;
}

/**
 * vac_source_has_fact:
 * @self: data
 * @role: what it is
 * @text: what it says
 *
 * Returns: whether the draft has that fact already, in any element
 */
gboolean
vac_source_has_fact (VacSource  *self,
                     VacRole     role,
                     const char *text)
{
  for (guint i = 0; i < vac_draft_get_n_parts (self->draft); i++)
    {
      const VacDraftPart *part = vac_draft_get_part (self->draft, i);

      if (part->kind == VAC_DRAFT_FACT && part->role == role && g_str_equal (part->text, text))
        return TRUE;
    }

  return FALSE;
}

/* A value that comes too late counts as used only if it says nothing new. */
static void
add (VacSource  *self,
     void      (*add_one) (VacDraft *, VacRole, guint, const char *, const char *),
     VacRole     role,
     guint       index,
     const char *text,
     guint       value)
{
  const guint before = vac_draft_get_n_parts (self->draft);
  g_autofree char *path = NULL;

  if (text == NULL || before >= VAC_IMPORT_MAX_PARTS)
    return;
  if (self->given[role] <= index)
    {
      path = vac_source_dup_path (self, value);
      add_one (self->draft, role, index, text, path);
      if (vac_draft_get_n_parts (self->draft) > before)
        self->given[role] = index + 1;
    }
  else if (!vac_source_has_fact (self, role, text))
    return;

  vac_source_use (self, value);
  if (vac_source_is (self, value, VAC_JSON_OBJECT))
    vac_source_use (self, vac_source_get_name (self, value));
}

/**
 * vac_source_add_fact:
 * @self: data
 * @role: what it is
 * @index: in which element of a list it is, from 0
 * @text: (nullable): what the document holds for it
 * @value: where it was read
 *
 * Of several values for one element, the first counts: give the most exact one first.
 */
void
vac_source_add_fact (VacSource  *self,
                     VacRole     role,
                     guint       index,
                     const char *text,
                     guint       value)
{
  add (self, vac_draft_add_fact, role, index, text, value);
}

/**
 * vac_source_add_words:
 * @self: data
 * @role: what it is
 * @index: in which element of a list it is, from 0
 * @text: (nullable): what a person wrote for it
 * @value: where it was read
 *
 * As vac_source_add_fact().
 */
void
vac_source_add_words (VacSource  *self,
                      VacRole     role,
                      guint       index,
                      const char *text,
                      guint       value)
{
  add (self, vac_draft_add_words, role, index, text, value);
}

/* The longest text in the posting; where there is none, the posting. */
static guint
find_longest (VacSource *self)
{
  guint longest = self->posting;
  guint32 length = 0;

  for (guint i = self->posting + 1; i < self->tokens[self->posting].next; i++)
    if (self->tokens[i].type == VAC_JSON_STRING &&
        self->tokens[i].end - self->tokens[i].start > length)
      {
        longest = i;
        length = self->tokens[i].end - self->tokens[i].start;
      }

  return longest;
}

/**
 * vac_source_get_language:
 * @self: data
 *
 * Returns: (transfer none): the language that the posting is in, as it says, or as its longest text
 *   shows; English where neither does
 */
const char *
vac_source_get_language (VacSource *self)
{
  const char *told = vac_draft_get_language (self->draft);
  guint longest;

  if (told != NULL || self->language != NULL)
    return told != NULL ? told : self->language;

  longest = find_longest (self);
  if (longest != self->posting)
    {
      gboolean is_html;
      g_autofree char *text = vac_json_dup_string (self->json, longest);
      g_autofree char *read = vac_data_text_read (text, &is_html);
      g_autofree char *words = vac_data_text_fold (read);

      words[MIN (strlen (words), MOST_TELLING)] = '\0';
      self->language = vac_words_guess_language (words);
    }
  if (self->language == NULL)
    self->language = "en";

  return self->language;
}

/**
 * vac_source_add_heading:
 * @self: data
 * @heading: what is below it; %VAC_HEADING_NONE where only @text says that
 * @text: (nullable): the source's own words for it
 * @value: where it was read
 */
void
vac_source_add_heading (VacSource  *self,
                        VacHeading  heading,
                        const char *text,
                        guint       value)
{
  g_autofree char *path = vac_source_dup_path (self, value);

  if (text == NULL)
    text = vac_heading_get_title (vac_source_get_language (self), heading);
  vac_draft_add_heading (self->draft, HEADING_LEVEL, heading, text, path);
}

/**
 * vac_source_has_said:
 * @self: data
 * @text: a text, HTML, or escaped HTML
 *
 * Returns: whether all of it stands in a text that was added to the draft, or it has no words
 */
gboolean
vac_source_has_said (VacSource  *self,
                     const char *text)
{
  gboolean is_html;
  g_autofree char *read = vac_data_text_read (text, &is_html);
  g_autofree char *folded = vac_data_text_fold (read);

  return strstr (self->said->str, folded) != NULL;
}

/**
 * vac_source_add_text:
 * @self: data
 * @text: a text, HTML, or escaped HTML
 * @value: where it was read
 */
void
vac_source_add_text (VacSource  *self,
                     const char *text,
                     guint       value)
{
  g_autofree char *path = vac_source_dup_path (self, value);
  g_autofree char *folded = NULL;
  gboolean is_html;
  g_autofree char *read = vac_data_text_read (text, &is_html);

  vac_source_use (self, value);
  if (is_html)
    vac_draft_add_html (self->draft, read, -1, path);
  else
    vac_draft_add_text (self->draft, read, path);
  folded = vac_data_text_fold (read);
  if (self->said->len < MOST_SAID)
    g_string_append_len (self->said, folded, (gssize) MIN (strlen (folded), MOST_SAID));
}
