/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-deletion"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-deletion.h"
#include "vac-guide-files.h"

/* As long as it stands, deleting can be undone. In seconds. */
#define TOAST_SECONDS 20

/* A file that was deleted, as long as it can be put back. */
typedef struct
{
  GtkWidget       *owner;     /* owned */
  AdwToastOverlay *toasts;    /* owned */
  GFile           *file;      /* owned */
  char            *title;
  VacDeletionDone  done;
  GBytes          *bytes;     /* owned; NULL before it is deleted */
} Deletion;

static void
deletion_clear (gpointer data)
{
  Deletion *self = data;

  g_object_unref (self->owner);
  g_object_unref (self->toasts);
  g_object_unref (self->file);
  g_free (self->title);
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

static void
deletion_unref (Deletion *self)
{
  g_rc_box_release_full (self, deletion_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deletion, deletion_unref)

static void
unref_closure (gpointer  data,
               GClosure *closure)
{
  deletion_unref (data);
}

static void
on_restored_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Deletion) self = user_data;
  g_autoptr (GError) error = NULL;

  vac_guide_files_restore_finish (result, &error);
  self->done (self->owner, TRUE, error);
}

static void
on_undo_cb (AdwToast *toast,
            Deletion *self)
{
  vac_guide_files_restore_async (self->file, self->bytes, on_restored_cb, g_rc_box_acquire (self));
}

static void
on_deleted_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Deletion) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  self->bytes = vac_guide_files_delete_finish (result, &error);
  self->done (self->owner, FALSE, error);
  if (self->bytes == NULL)
    return;
  /* Translators: the title of a guide or a shared text */
  sentence = g_strdup_printf (_("“%s” deleted"), self->title);
  escaped = g_markup_escape_text (sentence, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo_cb), g_rc_box_acquire (self),
                         unref_closure, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * vac_delete_with_undo:
 * @owner: what shows the file
 * @toasts: where to offer that it is undone
 * @file: one of the user's guides or shared texts
 * @title: what a person calls it
 * @done: called when the file is gone, and again when it is back
 *
 * Deletes a file, and puts it back on request.
 */
void
vac_delete_with_undo (GtkWidget       *owner,
                      AdwToastOverlay *toasts,
                      GFile           *file,
                      const char      *title,
                      VacDeletionDone  done)
{
  Deletion *self = g_rc_box_new0 (Deletion);

  self->owner = g_object_ref (owner);
  self->toasts = g_object_ref (toasts);
  self->file = g_object_ref (file);
  self->title = g_strdup (title);
  self->done = done;
  vac_guide_files_delete_async (file, on_deleted_cb, self);
}
