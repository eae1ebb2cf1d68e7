/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-subject"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-kit.h"
#include "vac-outline-builder.h"
#include "vac-phrase.h"
#include "vac-subject.h"

static VacOutline *
make_posting (VacDocument *document)
{
  return vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
}

static VacOutline *
make_guide (VacDocument *document)
{
  VacOutline *outline = vac_outline_new (document, VAC_AUDIENCE_TEAM);

  vac_outline_set_subject (outline, vac_phrase_get (vac_outline_get_language (outline),
                                                    VAC_PHRASE_HIRING_GUIDE));

  return outline;
}

static VacOutline *
make_sheet (VacDocument *document)
{
  return vac_kit_new (document, VAC_KIT_SHEET);
}

static VacOutline *
make_panel (VacDocument *document)
{
  return vac_kit_new (document, VAC_KIT_PANEL);
}

static const VacSubject built_in[] = {
  { VAC_SUBJECT_POSTING, N_("Posting"), NULL, VAC_AUDIENCE_CANDIDATE, TRUE, make_posting },
  { VAC_SUBJECT_GUIDE, N_("Whole Guide"), N_("guide"), VAC_AUDIENCE_TEAM, TRUE, make_guide },
  { "interview", N_("Interview Kit"), N_("interview kit"), VAC_AUDIENCE_TEAM, FALSE, make_sheet, vac_kit_covers },
  { "panel", N_("Panel Summary"), N_("panel summary"), VAC_AUDIENCE_TEAM, FALSE, make_panel },
};

static GPtrArray *
get_table (void)
{
  static GPtrArray *table;

  if (table == NULL)
    {
      table = g_ptr_array_new ();
      for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
        g_ptr_array_add (table, (gpointer) &built_in[i]);
    }

  return table;
}

/**
 * vac_subject_register:
 * @subject: a subject of a layer above this one; never freed
 *
 * Adds a subject to those that vac_subject_get_subjects() tells of. Called once at the start of a
 * program, before any thread.
 */
void
vac_subject_register (const VacSubject *subject)
{
  g_return_if_fail (subject != NULL);

  if (vac_subject_find (subject->id) == NULL)
    g_ptr_array_add (get_table (), (gpointer) subject);
}

/**
 * vac_subject_get_subjects:
 * @n_subjects: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_subjects): all subjects, the posting first
 */
const VacSubject *const *
vac_subject_get_subjects (guint *n_subjects)
{
  GPtrArray *table = get_table ();

  *n_subjects = table->len;

  return (const VacSubject *const *) table->pdata;
}

/**
 * vac_subject_find:
 * @id: what the command line calls a subject
 *
 * Returns: (transfer none) (nullable): the subject
 */
const VacSubject *
vac_subject_find (const char *id)
{
  GPtrArray *table = get_table ();

  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < table->len; i++)
    {
      const VacSubject *subject = g_ptr_array_index (table, i);

      if (g_str_equal (subject->id, id))
        return subject;
    }

  return NULL;
}

/**
 * vac_subject_find_for:
 * @node: a node of a document
 *
 * Returns: (transfer none): the subject that shows what is edited there; the posting, unless
 *   another one has it for its own
 */
const VacSubject *
vac_subject_find_for (VacNode *node)
{
  GPtrArray *table = get_table ();

  g_return_val_if_fail (VAC_IS_NODE (node), &built_in[0]);

  for (guint i = 0; i < table->len; i++)
    {
      const VacSubject *subject = g_ptr_array_index (table, i);

      if (subject->covers != NULL && subject->covers (node))
        return subject;
    }

  return &built_in[0];
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
