/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-guide-shelf-actions"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-deletion.h"
#include "vac-guide-dialog.h"
#include "vac-guide-files.h"
#include "vac-guide-shelf.h"
#include "vac-question.h"

/* What can be done with a guide, other than to start from it. */

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? GTK_WINDOW (root) : NULL;
}

/* By then the page may be gone. */
static void
finish (GtkWidget    *shelf,
        const char   *heading,
        const GError *error)
{
  if (error == NULL)
    g_signal_emit_by_name (shelf, "guides-changed");
  else if (get_window (shelf) != NULL)
    vac_tell (get_window (shelf), heading, error->message);
}

static void
on_added_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GtkWidget) shelf = user_data;
  g_autoptr (GError) error = NULL;
  GFile *file = vac_guide_files_add_finish (result, &error);

  g_clear_object (&file);
  finish (shelf, _("Could Not Save Guide"), error);
}

static void
duplicate (GtkWidget      *shelf,
           const VacGuide *guide)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VacDocument) document = vac_guide_open (guide, &error);
  /* Translators: the title of a guide */
  g_autofree char *title = g_strdup_printf (_("%s (copy)"), guide->name);

  if (document == NULL)
    finish (shelf, _("Could Not Open Guide"), error);
  else
    vac_guide_files_add_async (document, title, guide->summary, on_added_cb, g_object_ref (shelf));
}

static void
on_described_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GtkWidget) shelf = user_data;
  g_autoptr (GError) error = NULL;

  vac_guide_files_describe_finish (result, &error);
  finish (shelf, _("Could Not Change Guide"), error);
}

static void
on_deleted_cb (GtkWidget    *shelf,
               gboolean      back,
               const GError *error)
{
  finish (shelf, back ? _("Could Not Put the Guide Back") : _("Could Not Delete Guide"), error);
}

static void
activate_for_file (GtkWidget      *shelf,
                   const char     *action,
                   const VacGuide *guide)
{
  g_autofree char *uri = g_file_get_uri (guide->file);

  gtk_widget_activate_action (shelf, action, "s", uri);
}

/**
 * vac_guide_shelf_do:
 * @shelf: what shows the guide
 * @toasts: where to offer that something is undone
 * @guide: a guide; one of the user's own unless it is to be duplicated
 * @command: what to do with it
 */
void
vac_guide_shelf_do (GtkWidget       *shelf,
                    AdwToastOverlay *toasts,
                    const VacGuide  *guide,
                    VacGuideCommand  command)
{
  g_return_if_fail (guide->file != NULL || command == VAC_GUIDE_DUPLICATE);

  switch (command)
    {
    case VAC_GUIDE_EDIT:
      activate_for_file (shelf, "win.open-recent", guide);
      break;
    case VAC_GUIDE_DESCRIBE:
      vac_guide_dialog_show (shelf, guide, on_described_cb);
      break;
    case VAC_GUIDE_DUPLICATE:
      duplicate (shelf, guide);
      break;
    case VAC_GUIDE_SHOW_IN_FOLDER:
      activate_for_file (shelf, "win.show-in-folder", guide);
      break;
    case VAC_GUIDE_DELETE:
      vac_delete_with_undo (shelf, toasts, guide->file, guide->name, on_deleted_cb);
      break;
    default:
      g_assert_not_reached ();
    }
}
