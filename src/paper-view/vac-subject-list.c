/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-subject-list"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

#include "vac-subject-list.h"

/* What of a document can be shown, as the lines of a drop-down. */

/**
 * vac_subject_list_new:
 *
 * Returns: (transfer full): the names of the subjects, for the user
 */
GListModel *
vac_subject_list_new (void)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  guint n_subjects;
  const VacSubject *const *subjects = vac_subject_get_subjects (&n_subjects);

  for (guint i = 0; i < n_subjects; i++)
    gtk_string_list_append (labels, g_dgettext (GETTEXT_PACKAGE, subjects[i]->label));

  return G_LIST_MODEL (labels);
}

/**
 * vac_subject_list_get:
 * @position: in the list
 *
 * Returns: (transfer none): the subject there
 */
const VacSubject *
vac_subject_list_get (guint position)
{
  guint n_subjects;
  const VacSubject *const *subjects = vac_subject_get_subjects (&n_subjects);

  g_return_val_if_fail (position < n_subjects, NULL);

  return subjects[position];
}

/**
 * vac_subject_list_find:
 * @subject: one of the list
 *
 * Returns: its position
 */
guint
vac_subject_list_find (const VacSubject *subject)
{
  guint n_subjects;
  const VacSubject *const *subjects = vac_subject_get_subjects (&n_subjects);
  guint position = 0;

  while (position + 1 < n_subjects && subjects[position] != subject)
    position++;

  return position;
}
