/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-guide-shelf-actions"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-guide-dialog.h"
#include "vac-guide-files.h"
#include "vac-guide-shelf.h"
#include "vac-question.h"

/* What can be done with a guide, other than to start from it. */

/* As long as it stands, deleting can be undone. In seconds. */
#define TOAST_SECONDS 20

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

/* A guide that was deleted, as long as it can be put back. */
typedef struct
{
  GtkWidget       *shelf;     /* owned */
  AdwToastOverlay *toasts;    /* owned */
  GFile           *file;      /* owned */
  char            *title;
  GBytes          *bytes;     /* owned; NULL before it is deleted */
} Deleting;

static void
deleting_free (gpointer data)
{
  Deleting *self = data;

  g_object_unref (self->shelf);
  g_object_unref (self->toasts);
  g_object_unref (self->file);
  g_free (self->title);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deleting, deleting_free)

static void
free_closure (gpointer  data,
              GClosure *closure)
{
  deleting_free (data);
}

static void
on_restored_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GtkWidget) shelf = user_data;
  g_autoptr (GError) error = NULL;

  vac_guide_files_restore_finish (result, &error);
  finish (shelf, _("Could Not Put the Guide Back"), error);
}

static void
on_undo_cb (AdwToast *toast,
            Deleting *self)
{
  vac_guide_files_restore_async (self->file, self->bytes, on_restored_cb,
                                 g_object_ref (self->shelf));
}

static void
on_deleted_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Deleting) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *escaped = NULL;
  AdwToastOverlay *toasts = self->toasts;
  AdwToast *toast;

  self->bytes = vac_guide_files_delete_finish (result, &error);
  finish (self->shelf, _("Could Not Delete Guide"), error);
  if (self->bytes == NULL)
    return;
  /* Translators: the title of a guide */
  sentence = g_strdup_printf (_("“%s” deleted"), self->title);
  escaped = g_markup_escape_text (sentence, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo_cb), g_steal_pointer (&self),
                         free_closure, 0);
  adw_toast_overlay_add_toast (toasts, toast);
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
delete (GtkWidget       *shelf,
        AdwToastOverlay *toasts,
        const VacGuide  *guide)
{
  Deleting *self = g_new0 (Deleting, 1);

  self->shelf = g_object_ref (shelf);
  self->toasts = g_object_ref (toasts);
  self->file = g_object_ref (guide->file);
  self->title = g_strdup (guide->name);
  vac_guide_files_delete_async (guide->file, on_deleted_cb, self);
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
      delete (shelf, toasts, guide);
      break;
    default:
      g_assert_not_reached ();
    }
}
