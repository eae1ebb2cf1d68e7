/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-fact-title"

#include "config.h"

#include <string.h>

#include "vac-clue.h"
#include "vac-fact-reader.h"
#include "vac-import-lines.h"

/* The title of the job. */

/* "We are hiring: Nurse" */
static const char *
skip_announcement (VacRecognition *self,
                   const char     *title)
{
  const char *const *words = vac_clue_get_words (self->language, VAC_CLUE_HIRING);
  g_autofree char *folded = g_utf8_casefold (title, -1);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      const gsize length = strlen (words[i]);
      const char *rest = title + length;

      /* Letters whose case changes their length are none of these words. */
      if (!g_str_has_prefix (folded, words[i]) || strlen (folded) != strlen (title) ||
          g_ascii_isalpha (*rest))
        continue;
      rest += strspn (rest, " :-!¡");
      rest = g_str_has_prefix (rest, "–") ? rest + strlen ("–") : rest;
      rest += strspn (rest, " ");
      return *rest != '\0' ? rest : title;
    }

  return title;
}

/* What looked like the title is none where a label says another: "Job title: Nurse". It is text. */
static void
check_title (VacRecognition *self)
{
  const VacDraftPart *part = vac_draft_get_part (self->draft, self->title);
  VacFoundSection *section;

  for (guint i = 0; i < self->facts->len; i++)
    {
      const VacFoundFact *fact = g_ptr_array_index (self->facts, i);

      if (fact->role == VAC_ROLE_JOB_TITLE && fact->taken && g_str_equal (fact->value, part->text))
        return;
    }
  if (vac_recognition_find_section (self, self->title) == NULL)
    {
      section = g_new0 (VacFoundSection, 1);
      section->title = g_strdup ("");
      section->used = TRUE;
      section->level = 1;
      section->start = self->title;
      section->end = self->title + 1;
      g_ptr_array_insert (self->sections, 0, section);
    }
  self->title = VAC_NO_PART;
}

/*
 * vac_fact_read_title:
 * @self: a reader whose recognition has a title and all other facts
 */
void
vac_fact_read_title (VacFactReader *self)
{
  VacRecognition *recognition = self->recognition;
  g_autofree char *title = NULL;

  if (vac_recognition_says (recognition, VAC_ROLE_JOB_TITLE))
    {
      check_title (recognition);
      return;
    }
  title = vac_line_drop_ornaments (vac_draft_get_part (recognition->draft,
                                                       recognition->title)->text);
  self->part = recognition->title;
  self->start = self->length = 0;
  vac_fact_add (self, VAC_ROLE_JOB_TITLE, 0, skip_announcement (recognition, title), TRUE);
}
