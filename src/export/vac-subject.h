/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-export-options.h"
#include "vac-outline.h"

G_BEGIN_DECLS

/**
 * VacSubject:
 * @id: what the command line calls it
 * @label: (translatable): its name
 * @file_suffix: (translatable) (nullable): what follows the job's title in a file name
 * @is_document: whether it is the document itself, so that every format can be made of it;
 *   otherwise only those that are made from an outline
 * @for_team: whether the team reads it, whatever the options say
 * @make: makes its outline
 * @covers: (nullable): whether it is this subject, and not the posting, that shows what is edited
 *   at a node
 *
 * Something of a document that is shown, printed and exported by itself.
 */
typedef struct
{
  const char  *id;
  const char  *label;
  const char  *file_suffix;
  gboolean     is_document;
  gboolean     for_team;
  VacOutline *(*make)   (VacDocument            *document,
                         const VacExportOptions *options);
  gboolean    (*covers) (VacNode                *node);
} VacSubject;

extern const VacSubject vac_posting_subject;
extern const VacSubject vac_guide_subject;
extern const VacSubject vac_interview_subject;
extern const VacSubject vac_panel_subject;

const VacSubject *vac_subject_find      (const VacSubject *const *subjects,
                                         const char              *id);
const VacSubject *vac_subject_find_for  (const VacSubject *const *subjects,
                                         VacNode                 *node);
const VacSubject *vac_subject_get_for   (VacAudience              audience);
VacAudience       vac_subject_get_audience (const VacSubject     *subject,
                                            const VacExportOptions *options);

char             *vac_subject_make_name (const VacSubject        *subject,
                                         VacDocument             *document);

G_END_DECLS
