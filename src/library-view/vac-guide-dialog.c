/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-guide-dialog"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vac-alert.h"
#include "vac-guide-dialog.h"
#include "vac-guide-files.h"
#include "vac-question.h"

/* Asks what one of the user's guides is called, and what it is for. */
typedef struct
{
  GtkWidget           *widget;     /* owned: who asked */
  GAsyncReadyCallback  callback;   /* gets a reference to it */
  GFile               *file;       /* owned */
  GtkWidget           *dialog;     /* borrowed while it is open */
  GtkWidget           *title;      /* owned */
  GtkWidget           *summary;    /* owned */
} Describing;

static void
describing_free (Describing *self)
{
  g_object_unref (self->widget);
  g_object_unref (self->file);
  g_object_unref (self->title);
  g_object_unref (self->summary);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Describing, describing_free)

static void
on_answer_cb (const char *answer,
              gpointer    user_data)
{
  g_autoptr (Describing) self = user_data;
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title));
  const char *summary = gtk_editable_get_text (GTK_EDITABLE (self->summary));

  if (g_str_equal (answer, "save") && vac_guide_files_takes_title (title))
    vac_guide_files_describe_async (self->file, title, summary, self->callback,
                                    g_object_ref (self->widget));
}

static void
on_title_changed_cb (GtkEditable *title,
                     Describing  *self)
{
  vac_alert_set_enabled (self->dialog, "save",
                         vac_guide_files_takes_title (gtk_editable_get_text (title)));
}

static GtkWidget *
create_row (const char *title,
            const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);

  return row;
}

/**
 * vac_guide_dialog_show:
 * @widget: in the window that asked
 * @guide: one of the user's own
 * @callback: called with a reference to @widget once vac_guide_files_describe_async() is done, if
 *   the guide is to be changed
 *
 * Shows the dialog, and changes the guide's file as it is answered.
 */
void
vac_guide_dialog_show (GtkWidget           *widget,
                       const VacGuide      *guide,
                       GAsyncReadyCallback  callback)
{
  Describing *self;
  GtkWidget *group;
  const VacAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "save", _("_Save"), ADW_RESPONSE_SUGGESTED },
    { NULL }
  };

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (guide != NULL && guide->file != NULL);

  self = g_new0 (Describing, 1);
  group = adw_preferences_group_new ();
  self->widget = g_object_ref (widget);
  self->callback = callback;
  self->file = g_object_ref (guide->file);
  self->title = g_object_ref_sink (create_row (_("Title"), guide->name));
  self->summary = g_object_ref_sink (create_row (_("What it is for"), guide->summary));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->summary);

  self->dialog = vac_ask (GTK_WINDOW (gtk_widget_get_root (widget)), _("Rename and Describe"), NULL,
                          answers, "save", on_answer_cb, self);
  vac_alert_set_child (self->dialog, group);
  g_signal_connect (self->title, "changed", G_CALLBACK (on_title_changed_cb), self);
  gtk_widget_grab_focus (self->title);
}
