/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-subject"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-kit.h"
#include "vac-outline-builder.h"
#include "vac-phrase.h"
#include "vac-subject.h"

static VacOutline *
make_for (const VacSubject       *subject,
          VacDocument            *document,
          const VacExportOptions *options)
{
  VacOutline *outline = vac_outline_new_after (document,
                                               vac_subject_get_audience (subject, options),
                                               options->earlier);
  VacLook look = *vac_outline_get_look (outline);

  if (options->design != NULL)
    {
      vac_look_set_design (&look, options->design);
      vac_outline_set_look (outline, &look);
    }

  return outline;
}

static VacOutline *
make_posting (VacDocument            *document,
              const VacExportOptions *options)
{
  return make_for (&vac_posting_subject, document, options);
}

static VacOutline *
make_guide (VacDocument            *document,
            const VacExportOptions *options)
{
  VacOutline *outline = make_for (&vac_guide_subject, document, options);

  vac_outline_set_subject (outline, vac_phrase_get (vac_outline_get_language (outline),
                                                    VAC_PHRASE_HIRING_GUIDE));

  return outline;
}

static VacOutline *
make_sheet (VacDocument            *document,
            const VacExportOptions *options)
{
  return vac_kit_new (document, VAC_KIT_SHEET);
}

static VacOutline *
make_panel (VacDocument            *document,
            const VacExportOptions *options)
{
  return vac_kit_new (document, VAC_KIT_PANEL);
}

const VacSubject vac_posting_subject = {
  .id = "posting",
  .label = N_("Posting"),
  .is_document = TRUE,
  .make = make_posting,
};

const VacSubject vac_guide_subject = {
  .id = "guide",
  .label = N_("Whole Guide"),
  .file_suffix = N_("guide"),
  .is_document = TRUE,
  .for_team = TRUE,
  .make = make_guide,
};

const VacSubject vac_interview_subject = {
  .id = "interview",
  .label = N_("Interview Kit"),
  .file_suffix = N_("interview kit"),
  .make = make_sheet,
  .covers = vac_kit_covers,
};

const VacSubject vac_panel_subject = {
  .id = "panel",
  .label = N_("Panel Summary"),
  .file_suffix = N_("panel summary"),
  .make = make_panel,
};

/**
 * vac_subject_find:
 * @subjects: (array zero-terminated=1): those of the program
 * @id: what the command line calls a subject
 *
 * Returns: (transfer none) (nullable): the subject
 */
const VacSubject *
vac_subject_find (const VacSubject *const *subjects,
                  const char              *id)
{
  g_return_val_if_fail (subjects != NULL && id != NULL, NULL);

  for (guint i = 0; subjects[i] != NULL; i++)
    if (g_str_equal (subjects[i]->id, id))
      return subjects[i];

  return NULL;
}

/**
 * vac_subject_find_for:
 * @subjects: (array zero-terminated=1): those of the program
 * @node: a node of a document
 *
 * Returns: (transfer none): the subject that shows what is edited there; the first, the posting,
 *   unless another one has it for its own
 */
const VacSubject *
vac_subject_find_for (const VacSubject *const *subjects,
                      VacNode                 *node)
{
  g_return_val_if_fail (subjects != NULL && VAC_IS_NODE (node), NULL);

  for (guint i = 0; subjects[i] != NULL; i++)
    if (subjects[i]->covers != NULL && subjects[i]->covers (node))
      return subjects[i];

  return subjects[0];
}

/**
 * vac_subject_get_for:
 * @audience: an audience
 *
 * Returns: (transfer none): the whole of what it reads: candidates the posting, the team the guide
 */
const VacSubject *
vac_subject_get_for (VacAudience audience)
{
  return audience == VAC_AUDIENCE_TEAM ? &vac_guide_subject : &vac_posting_subject;
}

/**
 * vac_subject_get_audience:
 * @subject: one that is the document itself
 * @options: what the user chose
 *
 * Returns: for whom it is written
 */
VacAudience
vac_subject_get_audience (const VacSubject       *subject,
                          const VacExportOptions *options)
{
  g_return_val_if_fail (subject != NULL && options != NULL, VAC_AUDIENCE_CANDIDATE);

  return subject->for_team ? VAC_AUDIENCE_TEAM : options->audience;
}

/**
 * vac_subject_make_name:
 * @subject: a subject
 * @document: a document
 *
 * Returns: (transfer full): what a file with the subject of this document is about: the job's
 *   title, and what of it; not yet a file name
 */
char *
vac_subject_make_name (const VacSubject *subject,
                       VacDocument      *document)
{
  const char *title;

  g_return_val_if_fail (subject != NULL, NULL);
  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  title = vac_document_get_text (document, VAC_ROLE_JOB_TITLE);

  return subject->file_suffix != NULL
         ? g_strdup_printf ("%s - %s", title, g_dgettext (GETTEXT_PACKAGE, subject->file_suffix))
         : g_strdup (title);
}
