/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-draft"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-draft.h"
#include "vac-import-private.h"

struct _VacDraft
{
  GArray    *parts;     /* of VacDraftPart */
  GPtrArray *remarks;   /* of char; ended by NULL */
  char      *language;
};

static void
clear_part (gpointer data)
{
  VacDraftPart *part = data;

  g_free (part->label);
  g_free (part->text);
  g_clear_pointer (&part->parts, g_array_unref);
  g_free (part->origin);
}

/**
 * vac_draft_new:
 *
 * Returns: (transfer full): a draft without parts
 */
VacDraft *
vac_draft_new (void)
{
  VacDraft *self = g_new0 (VacDraft, 1);

  self->parts = g_array_new (FALSE, FALSE, sizeof (VacDraftPart));
  g_array_set_clear_func (self->parts, clear_part);
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->remarks, NULL);

  return self;
}

/**
 * vac_draft_free:
 * @self: a draft
 */
void
vac_draft_free (VacDraft *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->parts);
  g_ptr_array_unref (self->remarks);
  g_free (self->language);
  g_free (self);
}

/* Marks of direction are set where a posting is written, and not part of it. */
static gboolean
is_direction (gunichar c)
{
  return c == 0x200e || c == 0x200f || c == 0x61c || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

/* Without control characters and blanks at both ends; a source may hold any bytes. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) out = g_string_sized_new (strlen (valid));
  gsize length = 0;   /* to the end of what is seen */

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const gboolean is_blank = g_unichar_isspace (c) || c == 0xfeff || c == 0x200b;

      if ((g_unichar_iscntrl (c) && c != '\n' && c != '\t') || is_direction (c) ||
          (is_blank && out->len == 0))
        continue;
      g_string_append_unichar (out, c);
      length = is_blank ? length : out->len;
    }
  g_string_truncate (out, length);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * vac_draft_add:
 * @self: a draft
 * @part: what to append; its texts are copied, and tidied
 *
 * A part without a text is left out, unless it ends a section, and so is what comes after the most
 * that a posting has.
 */
void
vac_draft_add (VacDraft           *self,
               const VacDraftPart *part)
{
  VacDraftPart copy;

  g_return_if_fail (self != NULL && part != NULL);

  if (self->parts->len >= VAC_IMPORT_MAX_PARTS)
    {
      vac_draft_remark_cut (self);
      return;
    }
  copy = *part;
  copy.text = clean (part->text);
  copy.label = part->label != NULL ? clean (part->label) : NULL;
  copy.origin = g_strdup (part->origin);
  copy.parts = vac_emphasis_array_copy (part->parts);
  if (copy.parts != NULL)
    vac_emphasis_follow (copy.parts, part->text, copy.text);
  if (copy.label != NULL && *copy.label == '\0')
    g_clear_pointer (&copy.label, g_free);
  if (*copy.text == '\0' && copy.label == NULL && copy.kind != VAC_DRAFT_HEADING)
    clear_part (&copy);
  else
    g_array_append_val (self->parts, copy);
}

/**
 * vac_draft_add_fact:
 * @self: a draft
 * @role: what it is
 * @index: in which element of a list it is, from 0
 * @value: (nullable): what the document holds for it: digits, an ISO date, a code, an id
 * @origin: (nullable): where it stands in the source
 */
void
vac_draft_add_fact (VacDraft   *self,
                    VacRole     role,
                    guint       index,
                    const char *value,
                    const char *origin)
{
  const VacDraftPart part = { .kind = VAC_DRAFT_FACT, .exact = TRUE, .role = role, .index = index,
                              .text = (char *) value, .origin = (char *) origin };

  vac_draft_add (self, &part);
}

/**
 * vac_draft_add_words:
 * @self: a draft
 * @role: what it is
 * @index: in which element of a list it is, from 0
 * @words: (nullable): what a person wrote for it, in any form: "Full-time", "Deutschland", "60k"
 * @origin: (nullable): where it stands in the source
 */
void
vac_draft_add_words (VacDraft   *self,
                     VacRole     role,
                     guint       index,
                     const char *words,
                     const char *origin)
{
  const VacDraftPart part = { .kind = VAC_DRAFT_FACT, .role = role, .index = index,
                              .text = (char *) words, .origin = (char *) origin };

  vac_draft_add (self, &part);
}

/**
 * vac_draft_add_heading:
 * @self: a draft
 * @level: from 1
 * @heading: what is below it, where the source says so; %VAC_HEADING_NONE otherwise
 * @text: (nullable): its words; %NULL where the source has none, and @heading says it all
 * @origin: (nullable): where it stands in the source
 */
void
vac_draft_add_heading (VacDraft   *self,
                       guint       level,
                       VacHeading  heading,
                       const char *text,
                       const char *origin)
{
  const char *language;
  VacDraftPart part = { .kind = VAC_DRAFT_HEADING, .level = level, .heading = heading,
                        .text = (char *) text, .origin = (char *) origin };

  g_return_if_fail (self != NULL);

  language = self->language != NULL ? self->language : "en";
  if (text == NULL)
    part.text = (char *) vac_heading_get_title (language, heading);
  vac_draft_add (self, &part);
}

/**
 * vac_draft_end_section:
 * @self: a draft
 * @origin: (nullable): where that is in the source
 *
 * What is added next has no heading, and is no part of the section before it.
 */
void
vac_draft_end_section (VacDraft   *self,
                       const char *origin)
{
  const VacDraftPart part = { .kind = VAC_DRAFT_HEADING, .level = 1, .text = (char *) "",
                              .origin = (char *) origin };

  vac_draft_add (self, &part);
}

/**
 * vac_draft_add_remark:
 * @self: a draft
 * @sentence: (translatable): what was mended in the source, or left out of it
 */
void
vac_draft_add_remark (VacDraft   *self,
                      const char *sentence)
{
  g_return_if_fail (self != NULL && sentence != NULL);

  if (!g_strv_contains ((const char *const *) self->remarks->pdata, sentence))
    g_ptr_array_insert (self->remarks, (int) self->remarks->len - 1, g_strdup (sentence));
}

/*
 * vac_draft_remark_cut:
 * @self: a draft
 *
 * Says that the end of the source is missing.
 */
void
vac_draft_remark_cut (VacDraft *self)
{
  vac_draft_add_remark (self, _("It is too long for a posting. Its end was left out."));
}

/**
 * vac_draft_get_n_parts:
 * @self: a draft
 *
 * Returns: how many parts it has
 */
guint
vac_draft_get_n_parts (VacDraft *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->parts->len;
}

/**
 * vac_draft_get_part:
 * @self: a draft
 * @position: below vac_draft_get_n_parts()
 *
 * Returns: (transfer none): the part, until another one is added
 */
const VacDraftPart *
vac_draft_get_part (VacDraft *self,
                    guint     position)
{
  g_return_val_if_fail (self != NULL && position < self->parts->len, NULL);

  return &g_array_index (self->parts, VacDraftPart, position);
}

/**
 * vac_draft_get_remarks:
 * @self: a draft
 *
 * Returns: (transfer none): sentences on what was mended or left out, ended by %NULL
 */
const char *const *
vac_draft_get_remarks (VacDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->remarks->pdata;
}

/**
 * vac_draft_get_language:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): the BCP 47 tag of the language that the source says it is in
 */
const char *
vac_draft_get_language (VacDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

/**
 * vac_draft_set_language:
 * @self: a draft
 * @language: (nullable): what the source says; anything but a BCP 47 tag is passed over
 */
void
vac_draft_set_language (VacDraft   *self,
                        const char *language)
{
  g_autofree char *tag = NULL;

  g_return_if_fail (self != NULL);

  tag = g_strdelimit (g_strdup (language != NULL ? language : ""), "_", '-');
  if (*tag != '\0' && vac_field_accepts (vac_schema_get_field (VAC_ROLE_LANGUAGE), tag, NULL))
    {
      g_free (self->language);
      self->language = g_steal_pointer (&tag);
    }
}

/**
 * vac_draft_dup_title:
 * @self: a draft
 *
 * Returns: (transfer full): what it is called where one of several is chosen: its title, otherwise
 *   the first words in it; empty for a draft without parts
 */
char *
vac_draft_dup_title (VacDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const VacDraftPart *part = vac_draft_get_part (self, i);

      if (part->kind == VAC_DRAFT_TITLE ||
          (part->kind == VAC_DRAFT_FACT && part->role == VAC_ROLE_JOB_TITLE))
        return g_strdup (part->text);
    }
  for (guint i = 0; i < self->parts->len; i++)
    if (vac_draft_get_part (self, i)->kind != VAC_DRAFT_FACT)
      return g_strdup (vac_draft_get_part (self, i)->text);

  return g_strdup ("");
}
