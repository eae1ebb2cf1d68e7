/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-state"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-status.h"
#include "vac-window-private.h"

/* What a window says about its posting: toasts, bars, title, and available actions. */

/* Toasts with more than a few words. */
#define LONG_TOAST_SECONDS 12

/**
 * vac_window_get_document:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the document shown; %NULL on the error page
 */
VacDocument *
vac_window_get_document (VacWindow *self)
{
  return self->store != NULL ? vac_store_get_document (self->store) : NULL;
}

/**
 * vac_window_dup_folder:
 * @self: a window
 *
 * Returns: (transfer full) (nullable): the folder of the posting's file, where others are looked
 *   for; %NULL without a file
 */
GFile *
vac_window_dup_folder (VacWindow *self)
{
  GFile *file = self->store != NULL ? vac_store_get_file (self->store) : NULL;

  return file != NULL ? g_file_get_parent (file) : NULL;
}

/**
 * vac_window_make_another:
 * @self: a window
 *
 * Returns: (transfer none): a new window of the same program, which shows no posting yet
 */
VacWindow *
vac_window_make_another (VacWindow *self)
{
  return g_object_new (VAC_TYPE_WINDOW,
                       "application", gtk_window_get_application (GTK_WINDOW (self)),
                       "settings", self->settings,
                       "formats", self->formats,
                       "recent", self->recent,
                       NULL);
}

/**
 * vac_window_show_toast:
 * @self: a window
 * @text: a sentence; not markup
 */
void
vac_window_show_toast (VacWindow  *self,
                       const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (escaped));
}

/**
 * vac_window_add_toast:
 * @self: a window
 * @toast: (transfer full): what to show
 */
void
vac_window_add_toast (VacWindow *self,
                      AdwToast  *toast)
{
  g_return_if_fail (VAC_IS_WINDOW (self) && ADW_IS_TOAST (toast));

  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

/**
 * vac_window_offer_undo:
 * @self: a window
 * @text: what was done; not markup
 * @is_long: whether that is more than a few words
 *
 * Says it in a toast, and offers to undo it: until the next change, when undoing would undo that
 * instead.
 */
void
vac_window_offer_undo (VacWindow  *self,
                       const char *text,
                       gboolean    is_long)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (is_long)
    adw_toast_set_timeout (toast, LONG_TOAST_SECONDS);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_signal_connect_object (vac_window_get_document (self), "changed",
                           G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

/**
 * vac_window_update_disk_bars:
 * @self: a window
 *
 * Shows a bar for as long as something is wrong with the posting's file: another program changed or
 * deleted it, or it cannot be written. A duplicate says so until it has a file of its own.
 */
void
vac_window_update_disk_bars (VacWindow *self)
{
  VacDocument *document = vac_window_get_document (self);
  const gboolean can_save = document != NULL && !vac_document_get_read_only (document);
  const VacDiskState disk = document != NULL ? vac_store_get_disk_state (self->store)
                                             : VAC_DISK_SAME;
  const char *trouble = can_save ? vac_store_get_trouble (self->store) : NULL;
  const gboolean unsaved = document != NULL && vac_document_get_modified (document);
  const gboolean duplicate = can_save && vac_store_get_file (self->store) == NULL &&
                             *vac_document_get_text (document, VAC_ROLE_DUPLICATE_OF) != '\0';
  const struct
  {
    const char *id;
    gboolean    applies;
    const char *text;
    const char *actions[3];
    const char *labels[3];
  } bars[] = {
    { "not-writable", trouble != NULL, trouble, { "win.save-as" }, { _("Save _As…") } },
    { "changed", disk == VAC_DISK_CHANGED,
      unsaved ? _("The file has changed on disk, and you have unsaved changes.")
              : _("The file has changed on disk."),
      { "win.reload", "win.compare-disk", "win.keep-mine" },
      { _("_Reload"), _("Co_mpare"), _("_Keep Mine") } },
    { "duplicate", duplicate,
      _("This duplicate needs a title and a place of work of its own. Requisition and dates are "
        "empty."),
      { "win.show-place", "win.compare-original" }, { _("_Place of Work"), _("Co_mpare") } },
    { "deleted", disk == VAC_DISK_DELETED, _("The file has been deleted or moved."),
      { can_save ? "win.save-again" : NULL, "win.save-as" }, { _("Save _Again"), _("Save _As…") } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      const char *id = bars[i].id;

      if (!bars[i].applies)
        vac_state_bars_remove (self->bars, id);
      else if (vac_state_bars_add (self->bars, id, bars[i].text, bars[i].actions[0],
                                   bars[i].labels[0])
               && can_save)
        for (guint j = 1; j < G_N_ELEMENTS (bars[i].actions) && bars[i].actions[j] != NULL; j++)
          vac_state_bars_add_action (self->bars, id, bars[i].actions[j], bars[i].labels[j]);
    }
}

/* Title and state */

static const char *
describe_state (VacWindow *self)
{
  if (vac_document_get_read_only (vac_window_get_document (self)))
    return _("Read-only");
  if (vac_store_get_saving (self->store))
    return _("Saving…");
  if (vac_document_get_modified (vac_window_get_document (self)))
    return _("Unsaved changes");

  return vac_store_get_file (self->store) != NULL ? _("Saved") : _("Not saved yet");
}

/* That it is a draft is what everybody takes a posting for. */
static char *
describe_status (VacDocument *document)
{
  const char *status = vac_status_get (document);

  return g_str_equal (status, VAC_STATUS_DRAFT)
             ? g_strdup ("") : g_strdup_printf (" · %s", vac_status_describe (status));
}

static const char *
get_page_title (VacWindow *self)
{
  VacNode *selected = vac_sidebar_get_selected (self->sidebar);
  VacNode *page = selected != NULL ? vac_section_get_page_node (selected) : NULL;
  const char *title;

  if (page == NULL || vac_node_get_role (page) != VAC_ROLE_SECTION)
    return _("Job Details");
  title = vac_node_get_member_text (page, VAC_ROLE_SECTION_TITLE);

  return *title != '\0' ? title : _("Untitled Section");
}

/**
 * vac_window_update_title:
 * @self: a window
 *
 * Says what is shown, of which posting, and whether it is saved.
 */
void
vac_window_update_title (VacWindow *self)
{
  VacDocument *document = vac_window_get_document (self);
  const char *title, *employer;
  g_autofree char *status = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *window_title = NULL;
  g_autofree char *file = NULL;
  g_autofree char *tooltip = NULL;
  gboolean is_unsaved;

  if (document == NULL)
    return;

  title = vac_document_get_text (document, VAC_ROLE_JOB_TITLE);
  employer = vac_document_get_text (document, VAC_ROLE_EMPLOYER_NAME);
  file = vac_store_dup_name (self->store);
  if (*title == '\0')
    title = _("Untitled Posting");
  /* The state comes first: a long title is cut off at its end. */
  status = describe_status (document);
  subtitle = *employer != '\0'
                 ? g_strdup_printf ("%s%s · %s · %s", describe_state (self), status, title,
                                    employer)
                 : g_strdup_printf ("%s%s · %s", describe_state (self), status, title);
  /* The file is about to hold the state that is being saved, whatever is shown by now. */
  is_unsaved = vac_document_get_modified (document) || vac_store_get_saving (self->store);
  window_title = g_strdup_printf ("%s%s", is_unsaved ? "• " : "",
                                  file != NULL ? file : title);

  adw_window_title_set_title (self->form_title, get_page_title (self));
  adw_window_title_set_subtitle (self->form_title, subtitle);
  tooltip = g_strdup_printf ("%s\n%s", adw_window_title_get_title (self->form_title), subtitle);
  vac_editor_set_tooltip (GTK_WIDGET (self->form_title), tooltip);
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}

static void
update_undo_button (GtkWidget  *button,
                    const char *label)
{
  g_autofree char *named = label != NULL ? g_strdup_printf (_("Undo: %s"), label) : NULL;

  vac_editor_set_tooltip (button, named != NULL ? named : _("Undo"));
}

static void
update_redo_button (GtkWidget  *button,
                    const char *label)
{
  g_autofree char *named = label != NULL ? g_strdup_printf (_("Redo: %s"), label) : NULL;

  vac_editor_set_tooltip (button, named != NULL ? named : _("Redo"));
}

/* What the menu shows as chosen. */
static void
update_status (VacWindow *self,
               gboolean   can_change)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "status");
  VacDocument *document = vac_window_get_document (self);

  if (action == NULL)
    return;
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), can_change);
  if (document != NULL)
    g_simple_action_set_state (G_SIMPLE_ACTION (action),
                               g_variant_new_string (vac_status_get (document)));
}

/**
 * vac_window_update_actions:
 * @self: a window
 *
 * Enables the actions that have something to act on.
 */
void
vac_window_update_actions (VacWindow *self)
{
  static const char *const needing[] = {
    "win.save-as", "win.save-guide", "win.export", "win.print", "win.copy-posting",
    "win.history", "win.compare-with", "win.compare-disk", "win.zoom-in", "win.zoom-out",
    "win.zoom-fit",
  };
  /* A comparison has some of their keys for its differences. */
  static const char *const in_form[] = {
    "win.next-finding", "win.previous-finding", "win.find", "win.find-next", "win.find-previous",
  };
  GtkWidget *widget = GTK_WIDGET (self);
  VacDocument *document = vac_window_get_document (self);
  const char *page = gtk_stack_get_visible_child_name (self->main_stack);
  const gboolean in_forms = document != NULL && g_strcmp0 (page, "posting") == 0;
  const gboolean shown = in_forms || (document != NULL && (self->compare_view != NULL ||
                                                           self->side_by_side != NULL));

  for (guint i = 0; i < G_N_ELEMENTS (needing); i++)
    gtk_widget_action_set_enabled (widget, needing[i], shown);
  gtk_widget_action_set_enabled (widget, "win.compare-guide", shown &&
                                 *vac_document_get_text (document, VAC_ROLE_GUIDE_ID) != '\0');
  gtk_widget_action_set_enabled (widget, "win.update-guide", in_forms &&
                                 self->own_guide != NULL &&
                                 !vac_document_get_read_only (document));
  gtk_widget_action_set_enabled (widget, "win.compare-original", shown &&
                                 *vac_document_get_text (document, VAC_ROLE_DUPLICATE_OF) != '\0');
  gtk_widget_action_set_enabled (widget, "win.duplicate",
                                 shown && !vac_document_get_read_only (document));
  gtk_widget_action_set_enabled (widget, "win.show-place", in_forms);
  gtk_widget_action_set_enabled (widget, "win.side-by-side", in_forms);
  gtk_widget_action_set_enabled (widget, "win.merge",
                                 shown && !vac_document_get_read_only (document));
  update_status (self, shown && !vac_document_get_read_only (document));
  gtk_widget_action_set_enabled (widget, "win.undo", shown && vac_document_get_can_undo (document));
  gtk_widget_action_set_enabled (widget, "win.redo", shown && vac_document_get_can_redo (document));
  gtk_widget_action_set_enabled (widget, "win.save",
                                 shown && !vac_document_get_read_only (document) &&
                                 (vac_document_get_modified (document) ||
                                  vac_store_get_saving (self->store) ||
                                  vac_store_get_file (self->store) == NULL));
  for (guint i = 0; i < G_N_ELEMENTS (in_form); i++)
    gtk_widget_action_set_enabled (widget, in_form[i], in_forms);
  gtk_widget_action_set_enabled (widget, "win.insert-shared-text",
                                 in_forms && !vac_document_get_read_only (document));
  gtk_widget_action_set_enabled (widget, "win.replace",
                                 in_forms && !vac_document_get_read_only (document));
  if (!shown)
    return;

  update_undo_button (self->undo_button, vac_document_get_undo_label (document));
  update_redo_button (self->redo_button, vac_document_get_redo_label (document));
}
