/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-rating-window"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-close-guard.h"
#include "vac-editor.h"
#include "vac-field-row.h"
#include "vac-file-dialog.h"
#include "vac-file-name.h"
#include "vac-narrow.h"
#include "vac-question.h"
#include "vac-rating-rows.h"
#include "vac-rating-window.h"
#include "vac-rating.h"
#include "vac-recovery-bars.h"
#include "vac-score.h"
#include "vac-state-bars.h"
#include "vac-wrap-layout.h"

/* In pixels: the header bar of a narrower window shows an icon for the word. */
#define NARROW 500

/**
 * VacRatingWindow:
 *
 * The ratings of one candidate, by the criteria of a posting: entered, summed, copied, and saved in
 * a file of their own. They are about a person, so nothing of them gets into the posting, and the
 * window says who should see the file and for how long. It is not among the recent files, and only
 * the user may read it; what is not saved is kept like that of a posting, and no longer.
 */
struct _VacRatingWindow
{
  AdwWindow       parent_instance;

  /* Borrowed: in our content */
  GtkWidget      *header;
  GtkWidget      *save_button;
  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  GtkLabel       *score;
  VacStateBars   *bars;
  VacDocument    *rating;       /* in @store */

  /* Owned */
  VacStore       *store;
  VacRecovery    *recovery;
  VacCloseGuard  *guard;

  gboolean        closing;      /* once it is written */
  gboolean        narrow;       /* no room for words in the header bar */
};

G_DEFINE_FINAL_TYPE (VacRatingWindow, vac_rating_window, ADW_TYPE_WINDOW)

static void
update_title (VacRatingWindow *self)
{
  const char *candidate = vac_document_get_text (self->rating, VAC_ROLE_RATING_CANDIDATE);
  g_autofree char *title = *candidate != '\0'
                           ? g_strdup_printf (_("Rating of %s"), candidate)
                           : g_strdup (_("Rating of a Candidate"));
  g_autofree char *subtitle = g_strconcat (
      vac_document_get_text (self->rating, VAC_ROLE_RATING_JOB),
      vac_document_get_modified (self->rating) ? _(" · not saved") : "", NULL);

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
}

static void
update_score (VacRatingWindow *self)
{
  VacNode *assessments = vac_document_get (self->rating, VAC_ROLE_ASSESSMENTS);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < vac_node_get_n_children (assessments); i++)
    {
      VacNode *assessment = vac_node_get_child (assessments, i);
      guint hundredths;

      g_string_append_printf (text, "%s%s: ", i > 0 ? "\n" : "",
                              vac_node_get_member_text (assessment, VAC_ROLE_ASSESSMENT_TITLE));
      if (vac_score_sum (assessment, &hundredths))
        g_string_append_printf (text, _("%u of 100 points"), (hundredths + 50) / 100);
      else
        g_string_append (text, _("Not rated yet"));
    }
  gtk_label_set_label (self->score, text->str);
}

static void
update (VacRatingWindow *self)
{
  update_title (self);
  update_score (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 vac_document_get_can_undo (self->rating));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 vac_document_get_can_redo (self->rating));
}

static void
show_toast (VacRatingWindow *self,
            const char      *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

/* Saving */

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (VacRatingWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean written = vac_store_save_finish (VAC_STORE (source), result, NULL, NULL, &error);
  const gboolean closing = self->closing;

  self->closing = FALSE;
  if (written)
    {
      update (self);
      show_toast (self, _("Saved. Keep the file where only the panel can read it."));
    }
  vac_close_guard_end_writing (self->guard, written);
  if (!written)
    vac_tell (GTK_WINDOW (self), _("Could Not Save"), error->message);
  else if (closing)
    vac_close_guard_close (self->guard);
}

/* @file: (nullable): NULL for the one that it has */
static void
write_to (VacRatingWindow *self,
          GFile           *file,
          VacWriteFlags    flags)
{
  vac_close_guard_begin_writing (self->guard);
  vac_store_save_async (self->store, file, flags, NULL, NULL, on_saved_cb, g_object_ref (self));
}

static void
on_file_chosen_cb (GListModel *files,
                   gpointer    user_data)
{
  g_autoptr (VacRatingWindow) self = user_data;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL)
    write_to (self, file, vac_chosen_file_get_flags (file));
  else
    self->closing = FALSE;
}

static void
choose_file (VacRatingWindow *self)
{
  const char *candidate = vac_document_get_text (self->rating, VAC_ROLE_RATING_CANDIDATE);
  g_autofree char *about =
    g_strdup_printf ("%s - %s", vac_document_get_text (self->rating, VAC_ROLE_RATING_JOB),
                     *candidate != '\0' ? candidate : _("rating"));
  g_autofree char *name = vac_file_name_propose (about, VAC_RATING_EXTENSION);

  vac_choose_files (GTK_WINDOW (self), VAC_CHOOSE_SAVE, _("Save Ratings"), _("_Save"), name, NULL,
                    on_file_chosen_cb, g_object_ref (self));
}

static void
save (VacRatingWindow *self)
{
  if (vac_store_get_file (self->store) == NULL)
    choose_file (self);
  else
    write_to (self, NULL, VAC_WRITE_NONE);
}

static void
on_guard_save_cb (VacRatingWindow *self)
{
  self->closing = TRUE;
  save (self);
}

/* Actions */

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  save (VAC_RATING_WINDOW (widget));
}

static void
save_as_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  choose_file (VAC_RATING_WINDOW (widget));
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  vac_document_undo (VAC_RATING_WINDOW (widget)->rating);
  update (VAC_RATING_WINDOW (widget));
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  vac_document_redo (VAC_RATING_WINDOW (widget)->rating);
  update (VAC_RATING_WINDOW (widget));
}

static void
tell_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  show_toast (VAC_RATING_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  VacRatingWindow *self = VAC_RATING_WINDOW (widget);
  g_autofree char *text = vac_rating_describe (self->rating);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  show_toast (self, _("Result copied"));
}

static void
on_open_chosen_cb (GListModel *files,
                   gpointer    user_data)
{
  g_autoptr (VacRatingWindow) self = user_data;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL)
    vac_rating_window_open (gtk_window_get_application (GTK_WINDOW (self)), file);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  vac_choose_files (GTK_WINDOW (widget), VAC_CHOOSE_SOURCE, _("Open Ratings"), _("_Open"), NULL,
                    NULL, on_open_chosen_cb, g_object_ref (widget));
}

/* What is not saved */

static void
update_bars (VacRatingWindow *self)
{
  if (vac_recovery_bars_update (self->bars, self->recovery,
                                _("These ratings have changes that were not saved when Vacancy "
                                  "ended."),
                                _("These ratings have changes that were not saved when Vacancy "
                                  "ended. The very last of them could not be restored.")))
    vac_state_bars_add_action (self->bars, "recovered", "window.close", _("_Discard"));
}

/* The window */

static gboolean
vac_rating_window_close_request (GtkWindow *window)
{
  VacRatingWindow *self = VAC_RATING_WINDOW (window);

  if (!vac_close_guard_confirm (self->guard, self->rating))
    return TRUE;
  /* What is not saved by now, nobody wants. */
  if (vac_document_get_modified (self->rating) || vac_store_get_safe (self->store))
    vac_recovery_discard (self->recovery);

  return GTK_WINDOW_CLASS (vac_rating_window_parent_class)->close_request (window);
}

static void
vac_rating_window_dispose (GObject *object)
{
  VacRatingWindow *self = VAC_RATING_WINDOW (object);

  g_clear_object (&self->recovery);
  g_clear_object (&self->store);
  g_clear_object (&self->guard);

  G_OBJECT_CLASS (vac_rating_window_parent_class)->dispose (object);
}

static void
vac_rating_window_class_init (VacRatingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vac_rating_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = vac_rating_window_close_request;

  /* The names that the program has keys for. */
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.tell", "s", tell_action);
  gtk_widget_class_install_action (widget_class, "rating.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "rating.copy", NULL);
}

static GtkWidget *
icon_button_new (const char *icon,
                 const char *name,
                 const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  vac_editor_name_button (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static GtkWidget *
create_header (VacRatingWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->header = header;
  self->save_button = gtk_button_new_with_mnemonic (_("_Save"));
  self->title = ADW_WINDOW_TITLE (adw_window_title_new ("", ""));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save_button), "win.save");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             icon_button_new ("document-open-symbolic", _("Open Ratings"),
                                              "win.open"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             icon_button_new ("edit-undo-symbolic", _("Undo"), "win.undo"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             icon_button_new ("edit-redo-symbolic", _("Redo"), "win.redo"));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save_button);

  return header;
}

static GtkWidget *
create_foot (VacRatingWindow *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *copy = gtk_button_new_with_mnemonic (_("_Copy Result"));

  self->score = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->score, 0);
  gtk_label_set_wrap (self->score, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->score), TRUE);
  gtk_widget_set_margin_start (GTK_WIDGET (self->score), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->score), "heading");
  gtk_widget_add_css_class (foot, "toolbar");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (copy), "rating.copy");
  gtk_widget_set_valign (copy, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->score));
  gtk_box_append (GTK_BOX (foot), copy);
  vac_let_wrap (GTK_BOX (foot));

  return foot;
}

static void
on_size_cb (VacRatingWindow *self)
{
  const gboolean narrow = vac_narrow_is_window (GTK_WINDOW (self), NARROW);

  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  vac_narrow_set_header (self->header, narrow);
  vac_narrow_set_button (self->save_button, narrow, _("_Save"), "document-save-symbolic");
}

static void
vac_rating_window_init (VacRatingWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->guard = vac_close_guard_new (GTK_WINDOW (self));
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  g_signal_connect_object (self->guard, "save", G_CALLBACK (on_guard_save_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), create_header (self));
  self->bars = g_object_new (VAC_TYPE_STATE_BARS, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bars));
  gtk_widget_set_vexpand (GTK_WIDGET (self->toasts), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toasts));
  gtk_box_append (GTK_BOX (box), create_foot (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 720);
  g_signal_connect (self, "notify::default-width", G_CALLBACK (on_size_cb), NULL);
}

/**
 * vac_rating_window_new:
 * @application: the program
 * @recovery: what keeps the ratings that are not saved, see vac_rating_new()
 *
 * Returns: (transfer none): a window for them, to be presented
 */
VacRatingWindow *
vac_rating_window_new (GtkApplication *application,
                       VacRecovery    *recovery)
{
  VacRatingWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (VAC_IS_RECOVERY (recovery), NULL);

  self = g_object_new (VAC_TYPE_RATING_WINDOW, "application", application, NULL);
  self->recovery = g_object_ref (recovery);
  self->store = g_object_ref (vac_recovery_get_store (recovery));
  self->rating = vac_store_get_document (self->store);
  adw_toast_overlay_set_child (self->toasts, vac_rating_page_new (self->rating));
  g_signal_connect_object (self->rating, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (recovery, "notify", G_CALLBACK (update_bars), self, G_CONNECT_SWAPPED);
  update (self);
  update_bars (self);

  return self;
}

/**
 * vac_rating_window_is_of:
 * @recovery: what keeps changes
 *
 * Returns: whether they are ratings, and not a posting
 */
gboolean
vac_rating_window_is_of (VacRecovery *recovery)
{
  VacDocument *document = vac_store_get_document (vac_recovery_get_store (recovery));

  return vac_node_get_role (vac_document_get_root (document)) == VAC_ROLE_RATING;
}

/**
 * vac_rating_window_get_recovery:
 * @self: a window
 *
 * Returns: (transfer none): what keeps its ratings until they are saved
 */
VacRecovery *
vac_rating_window_get_recovery (VacRatingWindow *self)
{
  g_return_val_if_fail (VAC_IS_RATING_WINDOW (self), NULL);

  return self->recovery;
}

/**
 * vac_rating_window_get_rating:
 * @self: a window
 *
 * Returns: (transfer none): the ratings that it shows
 */
VacDocument *
vac_rating_window_get_rating (VacRatingWindow *self)
{
  g_return_val_if_fail (VAC_IS_RATING_WINDOW (self), NULL);

  return self->rating;
}

/**
 * vac_rating_window_is_for:
 * @file: a file
 *
 * Returns: whether it is called like one with ratings
 */
gboolean
vac_rating_window_is_for (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return folded != NULL && g_str_has_suffix (folded, "." VAC_RATING_EXTENSION);
}

static void
on_loaded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GtkApplication) application = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VacStore) store = vac_store_open_finish (result, &error);
  g_autoptr (VacRecovery) recovery = store != NULL ? vac_recovery_new (store) : NULL;

  if (recovery == NULL)
    vac_tell (gtk_application_get_active_window (application), _("Could Not Open"),
              error->message);
  else
    gtk_window_present (GTK_WINDOW (vac_rating_window_new (application, recovery)));
  g_application_release (G_APPLICATION (application));
}

/**
 * vac_rating_window_open:
 * @application: the program
 * @file: a file with ratings
 *
 * Opens it in a window of its own, or says why not.
 */
void
vac_rating_window_open (GtkApplication *application,
                        GFile          *file)
{
  g_return_if_fail (GTK_IS_APPLICATION (application) && G_IS_FILE (file));

  g_application_hold (G_APPLICATION (application));
  vac_store_open_rating_async (file, NULL, on_loaded_cb, g_object_ref (application));
}
