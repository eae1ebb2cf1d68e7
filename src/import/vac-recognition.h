/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"
#include "vac-draft.h"

G_BEGIN_DECLS

/**
 * VacFoundFact:
 * @role: the field that it is for
 * @index: in which element of a list that field is, from 0
 * @value: what was read, as the document holds it when @exact, otherwise in words
 * @exact: whether @value is as the document holds it
 * @part: the part of the draft that it was read from
 * @start: where in the part's text, in bytes
 * @length: of how many bytes, with what parts it from its neighbors; 0 when they stay in the text
 * @words: these words, for a person
 * @taken: whether it goes into the posting; only what is unambiguous does from the beginning
 *
 * A fact of the job that a draft says.
 */
typedef struct
{
  VacRole  role;
  guint    index;
  char    *value;
  gboolean exact;
  guint    part;
  gsize    start;
  gsize    length;
  char    *words;
  gboolean taken;
} VacFoundFact;

/**
 * VacFoundSection:
 * @target: what it is, and so where it goes; %VAC_HEADING_NONE for a section of its own
 * @used: whether it goes into the posting
 * @level: 1, or 2 for a part of the section before it; may be changed
 * @title: its heading; empty for what stands before the first one
 * @start: the first part of the draft below its heading
 * @end: the part after its last one
 *
 * A section of the posting that a draft is.
 */
typedef struct
{
  VacHeading target;
  gboolean   used;
  guint      level;
  char      *title;
  guint      start;
  guint      end;
} VacFoundSection;

/* What was understood of a draft. Nothing is invented: what is no fact is text where it stood. */
typedef struct _VacRecognition VacRecognition;

VacRecognition  *vac_recognition_new           (VacDraft        *draft,
                                                const char      *language);
void             vac_recognition_free          (VacRecognition  *self);
VacDraft        *vac_recognition_get_draft     (VacRecognition  *self);
const char      *vac_recognition_get_language  (VacRecognition  *self);
guint            vac_recognition_get_n_facts   (VacRecognition  *self);
VacFoundFact    *vac_recognition_get_fact      (VacRecognition  *self,
                                                guint            position);
guint            vac_recognition_get_n_sections (VacRecognition *self);
VacFoundSection *vac_recognition_get_section   (VacRecognition  *self,
                                                guint            position);
char            *vac_recognition_dup_text      (VacRecognition  *self,
                                                guint            part);
char            *vac_recognition_dup_marked    (VacRecognition  *self,
                                                guint            part);
VacFoundSection *vac_recognition_find_section  (VacRecognition  *self,
                                                guint            part);
const char      *vac_recognition_name_target   (VacHeading       target);

VacDocument     *vac_recognition_make_document (VacRecognition  *self);
gboolean         vac_recognition_apply         (VacRecognition  *self,
                                                VacDocument     *document,
                                                gboolean         replace);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacRecognition, vac_recognition_free)

G_END_DECLS
