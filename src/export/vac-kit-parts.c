/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-kit-parts"

#include "config.h"

#include "vac-kit-private.h"

/* What the sheet of an interviewer and that of the panel have in common. */

#define BOX   VAC_KIT_BOX
#define BLANK VAC_KIT_BLANK
#define LINE  BLANK BLANK "_____"

const char *
vac_kit_say (VacKitBuilder *self,
             VacPhrase      phrase)
{
  return vac_phrase_get (self->language, phrase);
}

VacBlock *
vac_kit_add_labelled (VacKitBuilder *self,
                      VacPhrase      label,
                      const char    *text,
                      VacNode       *node)
{
  return vac_outline_add_labelled (self->outline, VAC_BLOCK_PARAGRAPH, vac_kit_say (self, label),
                                   text, node);
}

void
vac_kit_add_head (VacKitBuilder *self,
                  VacPhrase      title)
{
  VacNode *job = vac_document_get (self->document, VAC_ROLE_JOB_TITLE);
  VacNode *employer = vac_document_get (self->document, VAC_ROLE_EMPLOYER_NAME);
  const gboolean another = vac_outline_get_n_blocks (self->outline) > 0;
  g_autoptr (GArray) facts = vac_facts_new ();

  vac_facts_add (facts, NULL, vac_node_get_text (job), job);
  vac_facts_add (facts, NULL, vac_node_get_text (employer), employer);
  vac_outline_add (self->outline, VAC_BLOCK_TITLE, vac_kit_say (self, title), NULL)->new_page =
    another;
  vac_outline_add_facts (self->outline, facts, vac_document_get (self->document, VAC_ROLE_JOB));
  vac_kit_add_labelled (self, VAC_PHRASE_CANDIDATE, BLANK, NULL);
}

void
vac_kit_add_notes (VacKitBuilder *self,
                   VacNode       *node)
{
  vac_outline_add_labelled (self->outline, VAC_BLOCK_SPACE, vac_kit_say (self, VAC_PHRASE_NOTES),
                            LINE "\n" LINE "\n" LINE, node);
}

gboolean
vac_kit_is_condition (VacKitBuilder *self,
                      const char    *requirement)
{
  return g_strv_contains ((const char *const *) self->conditions, requirement);
}

/* A degree and years of experience are there or not; there is nothing to rate. */
void
vac_kit_add_conditions (VacKitBuilder *self)
{
  if (self->conditions[0] == NULL)
    return;

  vac_outline_add_heading (self->outline, 2, vac_kit_say (self, VAC_PHRASE_MET_OR_NOT), NULL);
  vac_outline_add_row (self->outline, TRUE, NULL, vac_kit_say (self, VAC_PHRASE_ASKED_FOR),
                       vac_kit_say (self, VAC_PHRASE_MET), vac_kit_say (self, VAC_PHRASE_NOT_MET),
                       NULL);
  for (guint i = 0; self->conditions[i] != NULL; i++)
    vac_outline_add_row (self->outline, FALSE, NULL, self->conditions[i], BOX, BOX, NULL);
}
