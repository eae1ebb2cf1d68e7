/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-guide-saver"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vac-alert.h"
#include "vac-editor.h"
#include "vac-guide-files.h"
#include "vac-guide-saver.h"
#include "vac-question.h"

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
  g_autoptr (GFile) file = vac_guide_files_add_finish (result, &error);

  vac_close_guard_end_writing (self->guard, file != NULL);
  if (file != NULL)
    vac_editor_tell (GTK_WIDGET (self->parent),
                     _("Saved as a guide. New postings can start from it."));
  else
    vac_tell (self->parent, _("Could Not Save Guide"), error->message);
}

static void
on_named_cb (const char *answer,
             gpointer    user_data)
{
  g_autoptr (Saver) self = user_data;
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  VacDocument *document;

  if (!g_str_equal (answer, "save") || !vac_guide_files_takes_title (title))
    return;
  document = self->document;
  vac_close_guard_begin_writing (self->guard);
  vac_guide_files_add_async (document, title, "", on_written_cb, g_steal_pointer (&self));
}

static void
on_title_changed_cb (GtkEditable *title,
                     GtkWidget   *dialog)
{
  vac_alert_set_enabled (dialog, "save",
                         vac_guide_files_takes_title (gtk_editable_get_text (title)));
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
  vac_alert_set_child (dialog, self->entry);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_title_changed_cb), dialog, 0);
  on_title_changed_cb (GTK_EDITABLE (self->entry), dialog);
}
