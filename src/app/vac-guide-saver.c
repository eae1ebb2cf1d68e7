/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-guide-saver"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vac-guide-library.h"
#include "vac-guide-saver.h"
#include "vac-editor.h"
#include "vac-question.h"
#include "vac-safe-file.h"
#include "vac-writer.h"

/* The dialog that puts a copy of a posting among the user's guides. */
typedef struct
{
  GtkWindow     *parent;     /* owned */
  VacDocument   *document;   /* owned */
  VacCloseGuard *guard;      /* owned */
  GtkWidget     *entry;      /* owned */
} Saver;

static void
saver_free (Saver *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->document);
  g_object_unref (self->guard);
  g_object_unref (self->entry);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saver, saver_free)

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Saver) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean written = vac_safe_file_write_finish (G_FILE (source), result, NULL, &error);

  vac_close_guard_end_writing (self->guard, written);
  if (written)
    vac_editor_tell (GTK_WIDGET (self->parent),
                     _("Saved as a guide. New postings can start from it."));
  else
    vac_tell (self->parent, _("Could Not Save Guide"), error->message);
}

static void
write_guide (Saver      *self,
             const char *title)
{
  g_autofree char *folder = vac_guide_get_user_folder ();
  g_autofree char *id = NULL;
  g_autoptr (GFile) file = vac_guide_propose_file (folder, title, &id);
  g_autoptr (VacDocument) guide = vac_guide_make (self->document, id, title);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = vac_write_readable (guide, &error);

  if (bytes == NULL)
    {
      vac_tell (self->parent, _("Could Not Save Guide"), error->message);
      saver_free (self);
      return;
    }
  g_mkdir_with_parents (folder, 0755);
  vac_close_guard_begin_writing (self->guard);
  vac_safe_file_write_async (file, bytes, NULL, VAC_WRITE_NONE, NULL, on_written_cb, self);
}

static void
on_named_cb (const char *answer,
             gpointer    user_data)
{
  g_autoptr (Saver) self = user_data;
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (g_str_equal (answer, "save") && *title != '\0')
    write_guide (g_steal_pointer (&self), title);
}

/**
 * vac_guide_saver_show:
 * @parent: the window that asked
 * @document: the posting that it shows
 * @guard: keeps it open while the guide is written
 *
 * Asks for a title and puts a copy of the posting among the user's guides.
 */
void
vac_guide_saver_show (GtkWindow     *parent,
                      VacDocument   *document,
                      VacCloseGuard *guard)
{
  Saver *self = g_new0 (Saver, 1);
  const VacAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "save", _("_Save Guide"), ADW_RESPONSE_SUGGESTED },
    { NULL }
  };
  GtkWidget *dialog;

  self->parent = g_object_ref (parent);
  self->document = g_object_ref (document);
  self->guard = g_object_ref (guard);
  self->entry = g_object_ref_sink (gtk_entry_new ());
  gtk_editable_set_text (GTK_EDITABLE (self->entry),
                         vac_document_get_text (document, VAC_ROLE_JOB_TITLE));
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title of the guide"), -1);

  dialog = vac_ask (parent, _("Save as Guide"),
                    _("New postings can start from this one, with all its sections and advice."),
                    answers, "save", on_named_cb, self);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), self->entry);
}
