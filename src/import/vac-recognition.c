/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-recognition"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-codes.h"
#include "vac-import-lines.h"
#include "vac-recognition-private.h"
#include "vac-words-guess.h"

/* So much of a draft tells its language. */
#define ENOUGH_TEXT 20000

static void
free_fact (gpointer data)
{
  VacFoundFact *fact = data;

  g_free (fact->value);
  g_free (fact->words);
  g_free (fact);
}

static void
free_section (gpointer data)
{
  g_free (((VacFoundSection *) data)->title);
  g_free (data);
}

/* What language the words of @draft are in. Who writes of pounds writes British English. */
static const char *
guess_language (VacDraft *draft)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *language;

  for (guint i = 0; i < vac_draft_get_n_parts (draft) && text->len < ENOUGH_TEXT; i++)
    if (vac_draft_get_part (draft, i)->kind != VAC_DRAFT_FACT)
      g_string_append_printf (text, "%s\n", vac_draft_get_part (draft, i)->text);

  language = vac_words_guess_language (text->str);

  return g_strcmp0 (language, "en") == 0 && strstr (text->str, "£") != NULL ? "en-GB" : language;
}

/* A country's spelling of a language that the program is used in is the likeliest. */
static char *
choose_language (VacDraft   *draft,
                 const char *preferred)
{
  const char *said = vac_draft_get_language (draft);
  const char *found = said != NULL ? said : guess_language (draft);

  if (found == NULL)
    return g_strdup (preferred);
  if (strchr (found, '-') != NULL)
    return g_strdup (found);

  return g_strdup (vac_codes_is_same_language (found, preferred) ? preferred : found);
}

/**
 * vac_recognition_new:
 * @draft: a draft, which must outlive the recognition
 * @language: BCP 47 tag of the language of a draft that does not tell; its country is taken for a
 *   draft that tells this language and no country
 *
 * Returns: (transfer full): what is understood of @draft
 */
VacRecognition *
vac_recognition_new (VacDraft   *draft,
                     const char *language)
{
  VacRecognition *self;

  g_return_val_if_fail (draft != NULL && language != NULL, NULL);

  self = g_new0 (VacRecognition, 1);
  self->draft = draft;
  self->language = choose_language (draft, language);
  self->facts = g_ptr_array_new_with_free_func (free_fact);
  self->sections = g_ptr_array_new_with_free_func (free_section);
  self->title = VAC_NO_PART;
  vac_recognise_sections (self);
  vac_recognise_facts (self);

  return self;
}

/**
 * vac_recognition_free:
 * @self: a recognition
 */
void
vac_recognition_free (VacRecognition *self)
{
  if (self == NULL)
    return;
  g_free (self->language);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->sections);
  g_free (self);
}

/**
 * vac_recognition_get_draft:
 * @self: a recognition
 *
 * Returns: (transfer none): what it understands
 */
VacDraft *
vac_recognition_get_draft (VacRecognition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->draft;
}

/**
 * vac_recognition_get_language:
 * @self: a recognition
 *
 * Returns: (transfer none): the language that the posting is in
 */
const char *
vac_recognition_get_language (VacRecognition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

/**
 * vac_recognition_get_n_facts:
 * @self: a recognition
 *
 * Returns: how many facts were found, taken or not
 */
guint
vac_recognition_get_n_facts (VacRecognition *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->facts->len;
}

/**
 * vac_recognition_get_fact:
 * @self: a recognition
 * @position: below vac_recognition_get_n_facts()
 *
 * Returns: (transfer none): the fact, of which @taken may be changed
 */
VacFoundFact *
vac_recognition_get_fact (VacRecognition *self,
                          guint           position)
{
  g_return_val_if_fail (self != NULL && position < self->facts->len, NULL);

  return g_ptr_array_index (self->facts, position);
}

/**
 * vac_recognition_get_n_sections:
 * @self: a recognition
 *
 * Returns: how many sections were found
 */
guint
vac_recognition_get_n_sections (VacRecognition *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sections->len;
}

/**
 * vac_recognition_get_section:
 * @self: a recognition
 * @position: below vac_recognition_get_n_sections()
 *
 * Returns: (transfer none): the section, of which @target and @used may be changed
 */
VacFoundSection *
vac_recognition_get_section (VacRecognition *self,
                             guint           position)
{
  g_return_val_if_fail (self != NULL && position < self->sections->len, NULL);

  return g_ptr_array_index (self->sections, position);
}

/**
 * vac_recognition_find_section:
 * @self: a recognition
 * @part: a part of the draft
 *
 * Returns: (transfer none) (nullable): the section that @part is in; %NULL for the title and for
 *   facts of the source
 */
VacFoundSection *
vac_recognition_find_section (VacRecognition *self,
                              guint           part)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->sections->len; i++)
    {
      VacFoundSection *section = g_ptr_array_index (self->sections, i);
      const guint heading = *section->title != '\0' && section->start > 0 ? section->start - 1
                                                                          : section->start;

      if (part >= heading && part < section->end)
        return section;
    }

  return NULL;
}

/* Between what is left of a line stand signs that parted it from what is gone. */
static void
append_line (GString    *out,
             const char *start,
             const char *end)
{
  static const char before[] = " \t·|•,;–-";
  static const char after[] = " \t·|•";

  while (start < end && g_utf8_strchr (before, -1, g_utf8_get_char (start)) != NULL)
    start = g_utf8_next_char (start);
  while (end > start && g_utf8_strchr (after, -1, g_utf8_get_char (g_utf8_prev_char (end))) != NULL)
    end = g_utf8_prev_char (end);
  if (start < end)
    g_string_append_printf (out, "%s%.*s", out->len > 0 ? "\n" : "", (int) (end - start), start);
}

static char *
tidy_lines (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);

  while (*text != '\0')
    {
      const gsize length = strcspn (text, "\n");

      append_line (out, text, text + length);
      text += length + (text[length] != '\0');
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * vac_recognition_dup_text:
 * @self: a recognition
 * @part: a part of the draft
 *
 * Returns: (transfer full): the text of @part without the facts that are taken from it; empty when
 *   nothing is left
 */
char *
vac_recognition_dup_text (VacRecognition *self,
                          guint           part)
{
  const char *text;
  g_autoptr (GString) left = NULL;
  g_autofree gboolean *gone = NULL;
  gboolean any = FALSE;

  g_return_val_if_fail (self != NULL, NULL);

  text = vac_draft_get_part (self->draft, part)->text;
  for (guint i = 0; i < self->facts->len; i++)
    {
      const VacFoundFact *fact = g_ptr_array_index (self->facts, i);

      if (fact->part != part || !fact->taken || fact->length == 0)
        continue;
      if (gone == NULL)
        gone = g_new0 (gboolean, strlen (text) + 1);
      for (gsize j = fact->start; j < fact->start + fact->length && text[j] != '\0'; j++)
        gone[j] = TRUE;
      any = TRUE;
    }
  if (!any)
    return g_strdup (text);
  /* Of several facts in the same words, one that is not taken keeps them. */
  for (guint i = 0; i < self->facts->len; i++)
    {
      const VacFoundFact *fact = g_ptr_array_index (self->facts, i);

      if (fact->part == part && !fact->taken && fact->length > 0)
        memset (gone + fact->start, 0,
                MIN (fact->length, strlen (text) - fact->start) * sizeof *gone);
    }

  left = g_string_new (NULL);
  for (gsize i = 0; text[i] != '\0'; i++)
    if (!gone[i])
      g_string_append_c (left, text[i]);

  return tidy_lines (left->str);
}

/**
 * vac_recognition_dup_marked:
 * @self: a recognition
 * @part: a part of the draft
 *
 * Returns: (transfer full): what vac_recognition_dup_text() returns, as a document stores it: with
 *   its bold words and links, and nothing else taken for one
 */
char *
vac_recognition_dup_marked (VacRecognition *self,
                            guint           part)
{
  g_autofree char *text = vac_recognition_dup_text (self, part);
  const VacDraftPart *of = vac_draft_get_part (self->draft, part);
  g_autoptr (GArray) parts = vac_emphasis_array_copy (of->parts);

  if (parts != NULL)
    vac_emphasis_follow (parts, of->text, text);

  return vac_markup_write (text, parts);
}

/**
 * vac_recognition_name_target:
 * @target: what a section is
 *
 * Returns: (transfer none): where it goes, translated
 */
const char *
vac_recognition_name_target (VacHeading target)
{
  static const char *const names[VAC_N_HEADINGS] = {
    [VAC_HEADING_NONE] = N_("Section of Its Own"),
    [VAC_HEADING_ABOUT_ROLE] = N_("About the Role"),
    [VAC_HEADING_RESPONSIBILITIES] = N_("Responsibilities"),
    [VAC_HEADING_REQUIRED] = N_("Required Qualifications"),
    [VAC_HEADING_PREFERRED] = N_("Preferred Qualifications"),
    [VAC_HEADING_BENEFITS] = N_("What We Offer"),
    [VAC_HEADING_PAY] = N_("Pay"),
    [VAC_HEADING_EMPLOYER] = N_("About the Employer"),
    [VAC_HEADING_APPLY] = N_("How to Apply"),
    [VAC_HEADING_EQUAL_OPPORTUNITY] = N_("Equal Opportunity"),
    [VAC_HEADING_ACCOMMODATION] = N_("Accommodations"),
    [VAC_HEADING_QUESTIONS] = N_("Application Questions"),
    [VAC_HEADING_FACTS] = N_("Facts of the Job"),
    [VAC_HEADING_OTHER_PAGE] = N_("No Part of the Posting"),
  };

  g_return_val_if_fail (target < VAC_N_HEADINGS, "");

  return _(names[target]);
}

/*
 * vac_found_fact_add:
 * @self: a recognition
 * @role: the field
 * @index: in which element of a list, from 0
 * @value: what was read, in words
 *
 * Returns: (transfer none): a new fact that is taken, and was read from nowhere yet
 */
VacFoundFact *
vac_found_fact_add (VacRecognition *self,
                    VacRole         role,
                    guint           index,
                    const char     *value)
{
  VacFoundFact *fact = g_new0 (VacFoundFact, 1);

  fact->role = role;
  fact->index = index;
  fact->value = g_strdup (value);
  fact->part = VAC_NO_PART;
  fact->words = g_strdup (value);
  fact->taken = TRUE;
  g_ptr_array_add (self->facts, fact);

  return fact;
}

/*
 * vac_recognition_says:
 * @self: a recognition
 * @role: a field
 *
 * Returns: whether a fact for it is taken already: what a source says first counts
 */
gboolean
vac_recognition_says (VacRecognition *self,
                      VacRole         role)
{
  for (guint i = 0; i < self->facts->len; i++)
    {
      const VacFoundFact *fact = g_ptr_array_index (self->facts, i);

      if (fact->role == role && fact->taken)
        return TRUE;
    }

  return FALSE;
}
