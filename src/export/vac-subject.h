/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-outline.h"

G_BEGIN_DECLS

/**
 * VacSubject:
 * @id: what the command line calls it
 * @label: (translatable): its name
 * @file_suffix: (translatable) (nullable): what follows the job's title in a file name
 * @audience: for whom it is
 * @is_document: whether it is the document itself, so that every format can be made of it;
 *   otherwise only those that are made from an outline
 * @make: makes its outline
 * @covers: (nullable): whether it is this subject, and not the posting, that shows what is edited at
 *   a node
 *
 * Something of a document that is shown, printed and exported by itself.
 */
typedef struct
{
  const char  *id;
  const char  *label;
  const char  *file_suffix;
  VacAudience  audience;
  gboolean     is_document;
  VacOutline *(*make)   (VacDocument *document);
  gboolean    (*covers) (VacNode     *node);
} VacSubject;

void                     vac_subject_register     (const VacSubject *subject);
const VacSubject *const *vac_subject_get_subjects (guint            *n_subjects);
const VacSubject        *vac_subject_find         (const char       *id);
const VacSubject        *vac_subject_find_for     (VacNode          *node);

char                    *vac_subject_make_name    (const VacSubject *subject,
                                                   VacDocument      *document);

#define VAC_SUBJECT_POSTING "posting"
#define VAC_SUBJECT_GUIDE   "guide"

G_END_DECLS
