/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-recognise-members"

#include "config.h"

#include <string.h>

#include "vac-fact-reader.h"
#include "vac-import-lines.h"
#include "vac-phrase.h"

/* Takes the facts that a source says in its data, in members of their own. */

#define N_TURNS 3

/* The label before a colon in @text; @value takes what is behind it. */
static VacLabel
find_label (VacFactReader *self,
            const char    *text,
            const char   **value)
{
  g_autofree char *before = vac_line_split_label (text, ':', value);

  return before != NULL ? vac_label_find (self->recognition->language, before) : VAC_LABEL_NONE;
}

/* "Hours per week: 24; Schedule: nights" as our own data has it. Returns: whether it is so */
static gboolean
read_labelled_items (VacFactReader *self,
                     const char    *text)
{
  const char *between = vac_phrase_get (self->recognition->language, VAC_PHRASE_BETWEEN_ITEMS);
  g_auto (GStrv) items = g_strsplit (text, between, -1);
  g_autoptr (GString) value = g_string_new (NULL);
  const char *rest;
  VacLabel label = items[0] != NULL ? find_label (self, items[0], &rest) : VAC_LABEL_NONE;

  if (label == VAC_LABEL_NONE)
    return FALSE;
  g_string_assign (value, rest);
  for (guint i = 1; items[i] != NULL; i++)
    {
      const VacLabel next = find_label (self, items[i], &rest);

      if (next == VAC_LABEL_NONE)   /* it is of the text before it */
        {
          g_string_append_printf (value, "%s%s", between, items[i]);
          continue;
        }
      vac_fact_read_labelled (self, label, value->str);
      label = next;
      g_string_assign (value, rest);
    }
  vac_fact_read_labelled (self, label, value->str);

  return TRUE;
}

/* The members of a source's data. */
static void
take_member (VacFactReader      *self,
             const VacDraftPart *part)
{
  if (part->exact)
    vac_fact_add (self, part->role, part->index, part->text, TRUE);
  else if (part->role == VAC_ROLE_LOCATION_CITY)
    vac_fact_read_places (self, part->text, part->index);
  else if (part->role == VAC_ROLE_EMPLOYMENT_TYPE || part->role == VAC_ROLE_WORKPLACE)
    vac_fact_read_arrangement (self, part->text);
  else if (part->role == VAC_ROLE_PAY_MINIMUM && strpbrk (part->text, " -–/") != NULL)
    vac_fact_read_pay (self, part->text);
  else if (!read_labelled_items (self, part->text))
    vac_fact_add (self, part->role, part->index, part->text, FALSE);
}

/* What is exact helps to read what is in words, and a country to read a place. */
static guint
get_turn (const VacDraftPart *part)
{
  return part->exact ? 0 : part->role != VAC_ROLE_LOCATION_CITY ? 1 : N_TURNS - 1;
}

static void
take_members (VacFactReader *self,
              guint          turn)
{
  VacDraft *draft = self->recognition->draft;

  for (guint i = 0; i < vac_draft_get_n_parts (draft); i++)
    {
      const VacDraftPart *part = vac_draft_get_part (draft, i);

      self->part = i;
      if (part->kind == VAC_DRAFT_FACT && get_turn (part) == turn)
        take_member (self, part);
    }
}

/*
 * vac_fact_check_pay:
 * @recognition: a recognition with its facts
 *
 * Pay without a currency, or without a period, says nothing that may be published: it is not taken.
 */
void
vac_fact_check_pay (VacRecognition *recognition)
{
  const gboolean clear = vac_recognition_says (recognition, VAC_ROLE_PAY_CURRENCY) &&
                         vac_recognition_says (recognition, VAC_ROLE_PAY_PERIOD);
  const gboolean any = vac_recognition_says (recognition, VAC_ROLE_PAY_MINIMUM) ||
                       vac_recognition_says (recognition, VAC_ROLE_PAY_MAXIMUM);

  for (guint i = 0; i < recognition->facts->len; i++)
    {
      VacFoundFact *fact = g_ptr_array_index (recognition->facts, i);

      if ((!clear || !any) &&
          (fact->role == VAC_ROLE_PAY_MINIMUM || fact->role == VAC_ROLE_PAY_MAXIMUM ||
           fact->role == VAC_ROLE_PAY_CURRENCY || fact->role == VAC_ROLE_PAY_PERIOD))
        fact->taken = FALSE;
    }
}

/*
 * vac_fact_take_members:
 * @self: a reader
 *
 * Notes what the source says in the members of its data.
 */
void
vac_fact_take_members (VacFactReader *self)
{
  for (guint turn = 0; turn < N_TURNS; turn++)
    take_members (self, turn);
}
