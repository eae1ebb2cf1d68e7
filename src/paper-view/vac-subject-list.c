/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-subject-list"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

#include "vac-subject-list.h"

/* What of a document can be shown, as the lines of a drop-down. */

/**
 * vac_subject_list_new:
 * @subjects: (array zero-terminated=1): what of a document a program can show
 *
 * Returns: (transfer full): the names of the subjects, for the user
 */
GListModel *
vac_subject_list_new (const VacSubject *const *subjects)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; subjects[i] != NULL; i++)
    gtk_string_list_append (labels, g_dgettext (GETTEXT_PACKAGE, subjects[i]->label));

  return G_LIST_MODEL (labels);
}

/**
 * vac_subject_list_find:
 * @subjects: (array zero-terminated=1): what of a document a program can show
 * @subject: one of them
 *
 * Returns: its position
 */
guint
vac_subject_list_find (const VacSubject *const *subjects,
                       const VacSubject        *subject)
{
  guint position = 0;

  while (subjects[position] != subject)
    {
      g_return_val_if_fail (subjects[position] != NULL, 0);
      position++;
    }

  return position;
}
