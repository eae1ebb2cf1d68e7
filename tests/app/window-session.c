/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <stdlib.h>
#include <string.h>

#include "vac-application.h"
#include "vac-dialogs.h"
#include "vac-document.h"
#include "vac-window.h"
#include "waiting-display.h"

/* window-session FILE TITLE: the window of the program, in which somebody opens FILE, types TITLE
 * over the title, saves and closes. It says what the window told the user, as it goes. */

static GtkWindow *
find_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (VAC_IS_WINDOW (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

/* What a user reads there, such as the words of a dialog. */
static void
print_labels (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    g_print (" %s", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    print_labels (child);
}

static GtkEditable *
find_entry (GtkWidget  *widget,
            const char *text)
{
  GtkEditable *entry = NULL;

  if (GTK_IS_EDITABLE (widget) && gtk_widget_get_mapped (widget) &&
      g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), text))
    return GTK_EDITABLE (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && entry == NULL;
       child = gtk_widget_get_next_sibling (child))
    entry = find_entry (child, text);

  return entry;
}

static VacDocument *
get_document (GtkWindow *window)
{
  return vac_store_get_document (vac_window_get_store (VAC_WINDOW (window)));
}

static const char *
get_title (GtkWindow *window)
{
  return vac_document_get_text (get_document (window), VAC_ROLE_JOB_TITLE);
}

static int
edit (VacApplication *application,
      const char     *path,
      const char     *title)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWindow *window;
  GtkWidget *dialog;
  GtkEditable *entry;

  g_application_open (G_APPLICATION (application), &file, 1, "");
  waiting_until (find_window () != NULL &&
                 vac_window_get_store (VAC_WINDOW (find_window ())) != NULL);
  window = find_window ();
  waiting_until ((entry = find_entry (GTK_WIDGET (window), get_title (window))) != NULL);
  gtk_editable_set_text (entry, title);
  g_assert_cmpstr (get_title (window), ==, title);
  g_print (vac_application_keep (application) ? "kept\n" : "not kept\n");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  waiting_until (!vac_document_get_modified (get_document (window)) ||
                 vac_dialogs_get_top (window) != NULL);
  dialog = vac_dialogs_get_top (window);
  if (dialog != NULL)
    {
      g_print ("not saved:");
      print_labels (dialog);
      g_print ("\n");
      g_assert_cmpstr (get_title (window), ==, title);
      return EXIT_FAILURE;
    }
  g_print ("saved\n");
  gtk_window_close (window);
  waiting_until (find_window () == NULL);

  return EXIT_SUCCESS;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (VacApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    return EXIT_FAILURE;
  g_set_prgname (argv[0]);
  application = vac_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application)) |
                               G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  g_application_set_default (G_APPLICATION (application));

  return edit (application, argv[1], argv[2]);
}
