/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-draft-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-draft-dialog-private.h"
#include "vac-draft-match.h"
#include "vac-error.h"
#include "vac-narrow.h"
#include "vac-question.h"
#include "vac-source-reader.h"
#include "vac-text-label.h"
#include "vac-wrap-layout.h"
#include "vac-writer.h"

/* Reading that takes longer is shown. In milliseconds. */
#define SHOW_AFTER 200

/* Of the source, beside the page. */
#define SOURCE_WIDTH 520

/* Where neither the source nor the window tells. */
#define LANGUAGE_OF_NONE "en-US"

/* The rows of place_row and existing_row. */
#define INTO    1
#define REPLACE 1

/**
 * VacDraftDialog:
 *
 * Shows what was read of a posting from elsewhere beside the posting that it makes, and lets the
 * user say what goes where. It changes no posting: what to do is for who listens to its signals.
 */
G_DEFINE_FINAL_TYPE (VacDraftDialog, vac_draft_dialog, VAC_TYPE_DIALOG)

enum
{
  MAKE_POSTING,
  APPLY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
goes_into (VacDraftDialog *self)
{
  return self->place == VAC_DRAFT_INTO ||
         (self->place == VAC_DRAFT_AS_EITHER &&
          adw_combo_row_get_selected (self->place_row) == INTO);
}

static gboolean
replaces (VacDraftDialog *self)
{
  return self->place == VAC_DRAFT_INTO ||
         adw_combo_row_get_selected (self->existing_row) == REPLACE;
}

/* The result */

static void
show_result (VacDraftDialog *self)
{
  g_autoptr (VacDocument) result = NULL;
  g_autoptr (VacOutline) outline = NULL;

  if (goes_into (self))
    {
      result = vac_copy_document (self->document);
      vac_recognition_apply (self->recognition, result, replaces (self));
    }
  else
    {
      result = vac_recognition_make_document (self->recognition);
    }
  outline = vac_outline_new (result, VAC_AUDIENCE_CANDIDATE);
  vac_page_view_set_outline (self->page_view, outline);
  g_set_object (&self->result, result);
}

static gboolean
on_refresh_cb (gpointer user_data)
{
  VacDraftDialog *self = VAC_DRAFT_DIALOG (user_data);

  self->refresh_source = 0;
  show_result (self);

  return G_SOURCE_REMOVE;
}

/* After all that one choice has led to. */
static void
queue_result (VacDraftDialog *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_refresh_cb, self, NULL);
}

static void
refresh_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  VacDraftDialog *self = VAC_DRAFT_DIALOG (widget);

  if (self->recognition == NULL)
    return;
  vac_draft_update_parts (self);
  queue_result (self);
}

static void
on_document_changed_cb (VacDocument    *document,
                        VacNode        *node,
                        VacDraftDialog *self)
{
  if (self->recognition != NULL)
    queue_result (self);
}

/* The draft */

static void
add_remark (VacDraftDialog *self,
            const char     *sentence)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-information-symbolic");
  GtkWidget *label = vac_text_label_new (sentence);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->remarks_box, box);
}

static void
show_remarks (VacDraftDialog *self,
              VacDraft       *draft)
{
  const char *const *remarks = vac_draft_get_remarks (draft);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->remarks_box))) != NULL)
    gtk_box_remove (self->remarks_box, child);
  for (guint i = 0; remarks[i] != NULL; i++)
    add_remark (self, remarks[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks_box), remarks[0] != NULL);
}

/* What the user said about the sections stays when they are the same in another language. */
static void
take_choices (VacRecognition *to,
              VacRecognition *from)
{
  const guint n = vac_recognition_get_n_sections (to);

  if (vac_recognition_get_draft (from) != vac_recognition_get_draft (to) ||
      vac_recognition_get_n_sections (from) != n)
    return;
  for (guint i = 0; i < n; i++)
    {
      VacFoundSection *mine = vac_recognition_get_section (to, i);
      const VacFoundSection *theirs = vac_recognition_get_section (from, i);

      mine->used = theirs->used;
      mine->target = theirs->target;
      mine->level = theirs->level;
    }
}

/* What is read in a window is probably in the language that it is written in there. */
static const char *
get_usual_language (VacDraftDialog *self)
{
  const char *language = self->document != NULL
                             ? vac_document_get_text (self->document, VAC_ROLE_LANGUAGE) : "";

  return *language != '\0' ? language : LANGUAGE_OF_NONE;
}

static void
show_draft (VacDraftDialog *self,
            VacDraft       *draft)
{
  g_autoptr (VacRecognition) before = g_steal_pointer (&self->recognition);
  self->recognition = vac_recognition_new (draft, get_usual_language (self));
  if (before != NULL)
    take_choices (self->recognition, before);
  self->filling = TRUE;
  vac_code_row_set_code (self->language_row, vac_recognition_get_language (self->recognition));
  show_remarks (self, draft);
  vac_draft_show_facts (self);
  vac_draft_show_sections (self);
  self->filling = FALSE;
  show_result (self);
}

static VacDraft *
get_draft (VacDraftDialog *self)
{
  return g_ptr_array_index (self->drafts, adw_combo_row_get_selected (self->draft_row));
}

static void
on_draft_selected_cb (AdwComboRow    *row,
                      GParamSpec     *pspec,
                      VacDraftDialog *self)
{
  if (!self->filling && self->drafts != NULL)
    show_draft (self, get_draft (self));
}

static void
on_language_changed_cb (VacCodeRow     *row,
                        GParamSpec     *pspec,
                        VacDraftDialog *self)
{
  const char *code = vac_code_row_get_code (row);

  if (self->filling || self->drafts == NULL || *code == '\0')
    return;
  vac_draft_set_language (get_draft (self), code);
  show_draft (self, get_draft (self));
}

static void
on_place_selected_cb (AdwComboRow    *row,
                      GParamSpec     *pspec,
                      VacDraftDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->existing_row),
                          self->place == VAC_DRAFT_AS_EITHER && goes_into (self));
  if (!self->filling && self->recognition != NULL)
    queue_result (self);
}

static void
list_drafts (VacDraftDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->drafts->len; i++)
    {
      g_autofree char *title = vac_draft_dup_title (g_ptr_array_index (self->drafts, i));

      gtk_string_list_append (titles, title != NULL && *title != '\0' ? title
                                                                     : _("Untitled Posting"));
    }
  adw_combo_row_set_model (self->draft_row, G_LIST_MODEL (titles));
  gtk_widget_set_visible (GTK_WIDGET (self->draft_row), self->drafts->len > 1);
}

static void
show_drafts (VacDraftDialog *self)
{
  self->filling = TRUE;
  list_drafts (self);
  self->filling = FALSE;
  show_draft (self, get_draft (self));
  gtk_spinner_stop (self->spinner);
  gtk_stack_set_visible_child_name (self->stack, "draft");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draft.import", TRUE);
  vac_dialog_present (VAC_DIALOG (self));
  gtk_widget_child_focus (GTK_WIDGET (self->settings_group), GTK_DIR_TAB_FORWARD);
}

/* Reading */

static gboolean
on_show_cb (gpointer user_data)
{
  VacDraftDialog *self = VAC_DRAFT_DIALOG (user_data);

  self->show_source = 0;
  gtk_spinner_start (self->spinner);
  vac_dialog_present (VAC_DIALOG (self));

  return G_SOURCE_REMOVE;
}

static void
tell_error (VacDraftDialog *self,
            const GError   *error)
{
  GtkWindow *parent = vac_dialog_get_window (VAC_DIALOG (self));
  const char *name = adw_window_title_get_subtitle (self->window_title);
  g_autofree char *sentence = vac_error_describe (error, *name != '\0' ? name : NULL);

  vac_tell (parent, _("Could Not Import"), sentence);
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (VacDraftDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = vac_source_read_finish (result, &error);

  g_clear_handle_id (&self->show_source, g_source_remove);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (drafts == NULL)
    {
      tell_error (self, error);
      vac_dialog_destroy (VAC_DIALOG (self));
      return;
    }
  self->drafts = g_steal_pointer (&drafts);
  show_drafts (self);
}

static void
wait_for_source (VacDraftDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draft.import", FALSE);
  self->show_source = g_timeout_add (SHOW_AFTER, on_show_cb, self);
}

/* What the user does */

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  VacDraftDialog *self = VAC_DRAFT_DIALOG (widget);

  if (self->recognition == NULL)
    return;
  /* A window that shows another posting closes the dialogs of the one before. */
  g_object_ref (self);
  gtk_widget_set_visible (widget, FALSE);
  if (goes_into (self))
    {
      g_signal_emit (self, signals[APPLY], 0, self->recognition, replaces (self));
    }
  else
    {
      g_autoptr (VacDocument) document = vac_recognition_make_document (self->recognition);

      g_signal_emit (self, signals[MAKE_POSTING], 0, document);
    }
  vac_dialog_destroy (VAC_DIALOG (self));
  g_object_unref (self);
}

static void
on_node_activated_cb (VacPageView    *view,
                      VacNode        *node,
                      VacDraftDialog *self)
{
  const guint part = vac_draft_find_part (self->recognition, node);

  if (part == G_MAXUINT)
    return;
  g_object_set (self->panes, "sidebar-visible", TRUE, NULL);
  vac_draft_go_to_part (self, part);
}

static void
on_source_toggled_cb (GtkToggleButton *button,
                      VacDraftDialog  *self)
{
  if (!self->narrow)
    return;
  if (gtk_toggle_button_get_active (button))
    g_object_set (self->panes, "sidebar-visible", TRUE, NULL);
  else
    vac_panes_show_form (self->panes);
}

/* Where there is room for one pane only, a bar says which of both it is. */
static void
on_panes_notify_cb (VacPanes       *panes,
                    GParamSpec     *pspec,
                    VacDraftDialog *self)
{
  const gboolean was_narrow = self->narrow;
  gboolean source_visible;

  g_object_get (panes, "narrow", &self->narrow, NULL);
  gtk_action_bar_set_revealed (self->switch_bar, self->narrow);
  vac_narrow_set_header (self->header, self->narrow);
  if (self->narrow && !was_narrow)
    g_object_set (panes, "sidebar-visible", TRUE, NULL);
  g_object_get (panes, "sidebar-visible", &source_visible, NULL);
  if (!self->narrow && !source_visible)
    g_object_set (panes, "sidebar-visible", TRUE, NULL);
  else if (self->narrow)
    gtk_toggle_button_set_active (self->source_button, source_visible);
}

/* The class */

static gboolean
vac_draft_dialog_close_request (VacDialog *dialog)
{
  g_cancellable_cancel (VAC_DRAFT_DIALOG (dialog)->cancellable);

  return VAC_DIALOG_CLASS (vac_draft_dialog_parent_class)->close_request (dialog);
}

static void
vac_draft_dialog_dispose (GObject *object)
{
  VacDraftDialog *self = VAC_DRAFT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->show_source, g_source_remove);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  /* What is still shown would be told of while it is taken apart. */
  if (self->panes != NULL)
    g_signal_handlers_disconnect_by_data (self->panes, self);

  G_OBJECT_CLASS (vac_draft_dialog_parent_class)->dispose (object);
}

/* The rows that know of the facts and sections are gone by now. */
static void
vac_draft_dialog_finalize (GObject *object)
{
  VacDraftDialog *self = VAC_DRAFT_DIALOG (object);

  g_clear_pointer (&self->recognition, vac_recognition_free);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->part_rows, g_ptr_array_unref);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_object (&self->result);
  g_clear_object (&self->document);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (vac_draft_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               VAC_RESOURCE_PATH "/app/vac-draft-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VacDraftDialog, header);
  gtk_widget_class_bind_template_child (widget_class, VacDraftDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, VacDraftDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, VacDraftDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, VacDraftDialog, panes);
  gtk_widget_class_bind_template_child (widget_class, VacDraftDialog, remarks_box);
  gtk_widget_class_bind_template_child (widget_class, VacDraftDialog, settings_group);
  gtk_widget_class_bind_template_child (widget_class, VacDraftDialog, draft_row);
  gtk_widget_class_bind_template_child (widget_class, VacDraftDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, VacDraftDialog, existing_row);
  gtk_widget_class_bind_template_child (widget_class, VacDraftDialog, facts_group);
  gtk_widget_class_bind_template_child (widget_class, VacDraftDialog, facts_list);
  gtk_widget_class_bind_template_child (widget_class, VacDraftDialog, sections_group);
  gtk_widget_class_bind_template_child (widget_class, VacDraftDialog, sections_box);
  gtk_widget_class_bind_template_child (widget_class, VacDraftDialog, page_view);
  gtk_widget_class_bind_template_child (widget_class, VacDraftDialog, switch_bar);
  gtk_widget_class_bind_template_child (widget_class, VacDraftDialog, source_button);
  gtk_widget_class_bind_template_callback (widget_class, on_draft_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_place_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_node_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_source_toggled_cb);
}

static void
vac_draft_dialog_class_init (VacDraftDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vac_draft_dialog_dispose;
  object_class->finalize = vac_draft_dialog_finalize;
  VAC_DIALOG_CLASS (klass)->close_request = vac_draft_dialog_close_request;

  /**
   * VacDraftDialog::make-posting:
   * @self: the dialog
   * @document: what was made
   *
   * The user wants @document as a new posting.
   */
  signals[MAKE_POSTING] = g_signal_new ("make-posting", VAC_TYPE_DRAFT_DIALOG, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1, VAC_TYPE_DOCUMENT);

  /**
   * VacDraftDialog::apply:
   * @self: the dialog
   * @recognition: a #VacRecognition with what the user chose
   * @replace: see vac_recognition_apply()
   *
   * The user wants it in the posting that is there.
   */
  signals[APPLY] = g_signal_new ("apply", VAC_TYPE_DRAFT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);

  gtk_widget_class_install_action (widget_class, "draft.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "draft.refresh", NULL, refresh_action);
  g_type_ensure (VAC_TYPE_PANES);
  g_type_ensure (VAC_TYPE_PAGE_VIEW);
  bind_template (widget_class);
}

static void
vac_draft_dialog_init (VacDraftDialog *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  vac_let_wrap (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->source_button))));
  vac_dialog_stay_beside (VAC_DIALOG (self));
  self->cancellable = g_cancellable_new ();
  self->part_rows = g_ptr_array_new ();
  self->cards = g_ptr_array_new ();
  self->language_row = VAC_CODE_ROW (vac_code_row_new (VAC_CODE_LANGUAGE, _("Language")));
  adw_preferences_group_add (self->settings_group, GTK_WIDGET (self->language_row));
  g_signal_connect_object (self->language_row, "notify::code", G_CALLBACK (on_language_changed_cb),
                           self, 0);
  vac_panes_set_widths (self->panes, SOURCE_WIDTH, 360, 540);
  g_signal_connect_object (self->panes, "notify::narrow", G_CALLBACK (on_panes_notify_cb), self, 0);
  on_panes_notify_cb (self->panes, NULL, self);
}

/**
 * vac_draft_dialog_new:
 * @parent: the window that asked
 * @document: (nullable): the posting that it shows
 * @place: what becomes of what is imported
 * @setup: the paper to show it on
 *
 * Returns: (transfer none): a dialog, which shows itself once it has something to show
 */
VacDraftDialog *
vac_draft_dialog_new (GtkWindow          *parent,
                      VacDocument        *document,
                      VacDraftPlace       place,
                      const VacPageSetup *setup)
{
  VacDraftDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (document != NULL || place == VAC_DRAFT_AS_NEW, NULL);

  self = g_object_new (VAC_TYPE_DRAFT_DIALOG, "window", parent, NULL);
  g_set_object (&self->document, document);
  self->place = place;
  vac_page_view_set_setup (self->page_view, setup);
  gtk_widget_set_visible (GTK_WIDGET (self->place_row), place == VAC_DRAFT_AS_EITHER);
  on_place_selected_cb (self->place_row, NULL, self);
  if (document != NULL)
    g_signal_connect_object (document, "changed", G_CALLBACK (on_document_changed_cb), self, 0);

  return self;
}

/**
 * vac_draft_dialog_read_file:
 * @self: a new dialog
 * @file: what to import
 *
 * Shows what is in @file. If there is no posting in it, the parent says so, and @self is gone.
 */
void
vac_draft_dialog_read_file (VacDraftDialog *self,
                            GFile          *file)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (VAC_IS_DRAFT_DIALOG (self) && G_IS_FILE (file));

  base = g_file_get_basename (file);
  name = g_filename_display_name (base);
  adw_window_title_set_subtitle (self->window_title, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->window_title), name);
  wait_for_source (self);
  vac_source_read_file_async (file, self->cancellable, on_read_cb, g_object_ref (self));
}

/**
 * vac_draft_dialog_read_bytes:
 * @self: a new dialog
 * @bytes: what to import
 * @kind: what that is
 *
 * The same for what comes from no file.
 */
void
vac_draft_dialog_read_bytes (VacDraftDialog *self,
                             GBytes         *bytes,
                             VacImportKind   kind)
{
  g_return_if_fail (VAC_IS_DRAFT_DIALOG (self) && bytes != NULL);

  adw_window_title_set_subtitle (self->window_title, _("Pasted text"));
  wait_for_source (self);
  vac_source_read_bytes_async (bytes, kind, self->cancellable, on_read_cb, g_object_ref (self));
}
