/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-heading.h"
#include "vac-markup.h"
#include "vac-schema.h"

G_BEGIN_DECLS

/**
 * VacDraftKind:
 * @VAC_DRAFT_FACT: what the source says by itself, not in a text: a member of data
 * @VAC_DRAFT_TITLE: the title of the job, where the source says which it is
 * @VAC_DRAFT_HEADING: a heading; `level` from 1
 * @VAC_DRAFT_PARAGRAPH: a paragraph; may hold single line breaks
 * @VAC_DRAFT_BULLET: an element of a list; `level` from 1
 * @VAC_DRAFT_ROW: a row of a table; a tab between its cells
 */
typedef enum
{
  VAC_DRAFT_FACT,
  VAC_DRAFT_TITLE,
  VAC_DRAFT_HEADING,
  VAC_DRAFT_PARAGRAPH,
  VAC_DRAFT_BULLET,
  VAC_DRAFT_ROW,
} VacDraftKind;

/**
 * VacDraftPart:
 * @kind: what it is
 * @level: of a heading or a bullet, from 1
 * @strong: the whole of it is bold, so that a paragraph may be a heading
 * @exact: of a fact: `text` is as the document holds it; otherwise in words that must be read
 * @heading: of a heading: what is below it, where the source says so by itself; of other parts none
 * @role: of a fact: what it is
 * @index: of a fact: in which element of a list it is, from 0 (the second place of work: 1)
 * @label: (nullable): the bold words that it begins with, without the colon
 * @text: what it says, without its bullet and its label; valid UTF-8, no blanks around it
 * @parts: (nullable) (element-type VacEmphasis): what of @text is bold or a link, in order; of a
 *   paragraph or a bullet
 * @origin: (nullable): where it stands in the source: a line ("12"), a page ("page 2"), or the path
 *   of a member ("lists[0].content")
 */
typedef struct
{
  VacDraftKind kind;
  guint        level;
  gboolean     strong;
  gboolean     exact;
  VacHeading   heading;
  VacRole      role;
  guint        index;
  char        *label;
  char        *text;
  GArray      *parts;
  char        *origin;
} VacDraftPart;

/* A posting as it was found somewhere: its parts in their order, none of them understood yet. */
typedef struct _VacDraft VacDraft;

VacDraft           *vac_draft_new            (void);
void                vac_draft_free           (VacDraft           *self);
void                vac_draft_add            (VacDraft           *self,
                                              const VacDraftPart *part);
void                vac_draft_add_fact       (VacDraft           *self,
                                              VacRole             role,
                                              guint               index,
                                              const char         *value,
                                              const char         *origin);
void                vac_draft_add_words      (VacDraft           *self,
                                              VacRole             role,
                                              guint               index,
                                              const char         *words,
                                              const char         *origin);
void                vac_draft_add_heading    (VacDraft           *self,
                                              guint               level,
                                              VacHeading          heading,
                                              const char         *text,
                                              const char         *origin);
void                vac_draft_end_section    (VacDraft           *self,
                                              const char         *origin);
void                vac_draft_add_text       (VacDraft           *self,
                                              const char         *text,
                                              const char         *origin);
void                vac_draft_add_html       (VacDraft           *self,
                                              const char         *html,
                                              gssize              length,
                                              const char         *origin);
void                vac_draft_add_remark     (VacDraft           *self,
                                              const char         *sentence);

guint               vac_draft_get_n_parts    (VacDraft           *self);
const VacDraftPart *vac_draft_get_part       (VacDraft           *self,
                                              guint               position);
const char *const  *vac_draft_get_remarks    (VacDraft           *self);
const char         *vac_draft_get_language   (VacDraft           *self);
void                vac_draft_set_language   (VacDraft           *self,
                                              const char         *language);
char               *vac_draft_dup_title      (VacDraft           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacDraft, vac_draft_free)

G_END_DECLS
