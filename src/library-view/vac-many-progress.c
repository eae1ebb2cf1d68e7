/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-many-progress"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-dialog.h"
#include "vac-many-progress.h"

/* What takes no longer than this needs no dialog. In milliseconds. */
#define SHORTEST 200

#define WIDTH 360
#define HEIGHT 160

/* Says how far something has come that goes through many postings, and lets it be cancelled. */
struct _VacManyProgress
{
  VacDialog    *dialog;       /* owned */
  GtkWidget    *bar;          /* owned: the dialog may go with its parent */
  GCancellable *cancellable;  /* owned */
  guint         n_all;
  guint         source;       /* shows the dialog */
};

static gboolean
on_late_cb (gpointer user_data)
{
  VacManyProgress *self = user_data;

  self->source = 0;
  vac_dialog_present (self->dialog);

  return G_SOURCE_REMOVE;
}

/* It goes when what is under way has stopped. */
static gboolean
on_close_request_cb (VacDialog       *dialog,
                     VacManyProgress *self)
{
  g_cancellable_cancel (self->cancellable);

  return TRUE;
}

static GtkWidget *
create_content (VacManyProgress *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->bar = g_object_ref_sink (gtk_progress_bar_new ());
  gtk_progress_bar_set_show_text (GTK_PROGRESS_BAR (self->bar), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_set_halign (cancel, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_box_append (GTK_BOX (box), cancel);

  return box;
}

/*
 * vac_many_progress_new:
 * @parent: a window
 * @title: what is done
 * @n_all: with how many postings
 * @cancellable: is cancelled when the user wants that
 *
 * Returns: (transfer full): what says how far it has come, once that takes long
 */
VacManyProgress *
vac_many_progress_new (GtkWindow    *parent,
                       const char   *title,
                       guint         n_all,
                       GCancellable *cancellable)
{
  VacManyProgress *self = g_new0 (VacManyProgress, 1);

  self->n_all = n_all;
  self->cancellable = g_object_ref (cancellable);
  self->dialog = g_object_ref (vac_dialog_new (parent, title, create_content (self), WIDTH,
                                               HEIGHT));
  g_signal_connect (self->dialog, "close-request", G_CALLBACK (on_close_request_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  vac_many_progress_set (self, 0);
  self->source = g_timeout_add (SHORTEST, on_late_cb, self);

  return self;
}

/*
 * vac_many_progress_set:
 * @self: how far something has come
 * @n_done: how many postings are done
 */
void
vac_many_progress_set (VacManyProgress *self,
                       guint            n_done)
{
  g_autofree char *text = g_strdup_printf (_("%u of %u"), n_done, self->n_all);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar),
                                 (double) n_done / MAX (self->n_all, 1));
  gtk_progress_bar_set_text (GTK_PROGRESS_BAR (self->bar), text);
}

/*
 * vac_many_progress_free:
 * @self: (transfer full): how far something has come
 */
void
vac_many_progress_free (VacManyProgress *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->dialog, self);
  vac_dialog_destroy (self->dialog);
  g_object_unref (self->dialog);
  g_object_unref (self->bar);
  g_object_unref (self->cancellable);
  g_free (self);
}
