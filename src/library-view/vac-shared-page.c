/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-shared-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-alert.h"
#include "vac-deletion.h"
#include "vac-editor.h"
#include "vac-error.h"
#include "vac-expander.h"
#include "vac-question.h"
#include "vac-shared-difference.h"
#include "vac-shared-files.h"
#include "vac-shared-list.h"
#include "vac-shared-page.h"
#include "vac-shared.h"

/**
 * VacSharedPage:
 *
 * All shared texts and what can be done with them; or only a choice of them.
 */
struct _VacSharedPage
{
  AdwBin           parent_instance;

  /* Borrowed: children */
  AdwToastOverlay *toasts;
  VacSharedList   *list;
};

G_DEFINE_FINAL_TYPE (VacSharedPage, vac_shared_page, ADW_TYPE_BIN)

enum
{
  EDIT,
  CHOOSE,
  SELECT,
  TEXTS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWindow *
get_window (VacSharedPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? GTK_WINDOW (root) : NULL;
}

static VacSharedLibrary *
open_library (void)
{
  g_autofree char *folder = vac_shared_get_user_folder ();

  return vac_shared_library_new (folder);
}

static void
fail (VacSharedPage *self,
      const GError  *error)
{
  if (get_window (self) != NULL)
    vac_tell (get_window (self), _("Could Not Change Shared Text"), error->message);
}

static void
changed (VacSharedPage *self,
         const char    *id)
{
  vac_shared_page_reload (self, id);
  g_signal_emit (self, signals[TEXTS_CHANGED], 0);
}

/* Saving */

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (VacSharedPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VacSharedText) text = vac_shared_files_save_finish (result, &error);

  if (text == NULL)
    fail (self, error);
  else
    changed (self, text->id);
}

static void
set_text (VacDocument *document,
          VacRole      role,
          const char  *text)
{
  vac_document_set_text (document, vac_document_get (document, role), text);
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  VacSharedPage *self = VAC_SHARED_PAGE (widget);
  const VacSharedText *text = vac_shared_page_get_selected (self);
  g_autoptr (VacSharedLibrary) library = open_library ();
  g_autoptr (VacDocument) document = text != NULL ? vac_shared_text_open (text, NULL) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *id = NULL;

  if (document == NULL)
    return;
  /* Translators: the title of a shared text */
  title = g_strdup_printf (_("%s (copy)"), text->title);
  id = vac_shared_library_propose_id (library, title);
  set_text (document, VAC_ROLE_SHARED_ID, id);
  set_text (document, VAC_ROLE_SHARED_TITLE, title);
  vac_shared_files_save_async (NULL, document, on_saved_cb, g_object_ref (self));
}

static void
lock_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  VacSharedPage *self = VAC_SHARED_PAGE (widget);
  const VacSharedText *text = vac_shared_page_get_selected (self);
  g_autoptr (VacDocument) document = text != NULL ? vac_shared_text_open (text, NULL) : NULL;

  if (document == NULL)
    return;
  vac_document_set_toggle (document, vac_document_get (document, VAC_ROLE_SHARED_LOCKED),
                           !text->locked);
  vac_shared_files_save_async (text, document, on_saved_cb, g_object_ref (self));
}

/* Deleting */

static void
on_deleted_cb (GtkWidget    *page,
               gboolean      back,
               const GError *error)
{
  VacSharedPage *self = VAC_SHARED_PAGE (page);

  if (error != NULL)
    fail (self, error);
  else
    changed (self, NULL);
}

/* What is built in stays: what the user made of it goes, and it is there again. */
static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  VacSharedPage *self = VAC_SHARED_PAGE (widget);
  const VacSharedText *text = vac_shared_page_get_selected (self);

  if (text != NULL && text->file != NULL)
    vac_delete_with_undo (widget, self->toasts, text->file, text->title, on_deleted_cb);
}

/* The rest */

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  const VacSharedText *text = vac_shared_page_get_selected (VAC_SHARED_PAGE (widget));

  if (text != NULL)
    g_signal_emit (widget, signals[EDIT], 0, text->id);
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  vac_shared_page_add (VAC_SHARED_PAGE (widget));
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  const VacSharedText *text = vac_shared_page_get_selected (VAC_SHARED_PAGE (widget));
  g_autofree char *uri = text != NULL && text->file != NULL ? g_file_get_uri (text->file) : NULL;

  if (uri != NULL)
    gtk_widget_activate_action (widget, "win.show-in-folder", "s", uri);
}

/* Versions */

static GtkWidget *
create_version_row (VacSharedLibrary *library,
                    const char       *id,
                    gint64            version,
                    gint64            next)
{
  g_autoptr (VacSharedText) text = vac_shared_library_read_version (library, id, version, NULL);
  g_autoptr (VacSharedText) later = next > 0 ? vac_shared_library_read_version (library, id, next,
                                                                                NULL) : NULL;
  g_autoptr (VacDocument) before = text != NULL ? vac_shared_text_open (text, NULL) : NULL;
  g_autoptr (VacDocument) after = later != NULL ? vac_shared_text_open (later, NULL) : NULL;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, version);
  g_autofree char *title = g_strdup_printf (_("Version %s"), number);
  GtkWidget *row = after != NULL ? adw_expander_row_new () : adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (after == NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text != NULL ? text->changed : "");
  else
    {
      GtkWidget *difference = vac_shared_difference_new (before, after);
      GtkWidget *bin = adw_bin_new ();

      gtk_widget_set_margin_start (difference, 12);
      gtk_widget_set_margin_end (difference, 12);
      gtk_widget_set_margin_top (difference, 9);
      gtk_widget_set_margin_bottom (difference, 9);
      adw_bin_set_child (ADW_BIN (bin), difference);
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), text->changed);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), bin);
      vac_expander_prepare (row);
    }

  return row;
}

static void
versions_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  VacSharedPage *self = VAC_SHARED_PAGE (widget);
  const VacSharedText *text = vac_shared_page_get_selected (self);
  const VacAnswer answers[] = { { "close", _("_Close") }, { NULL } };
  g_autoptr (VacSharedLibrary) library = open_library ();
  g_autoptr (GArray) versions = NULL;
  GtkWidget *dialog, *group, *window;

  if (text == NULL)
    return;
  versions = vac_shared_library_list_versions (library, text->id);
  group = adw_preferences_group_new ();
  for (guint i = 0; i < versions->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_version_row (
        library, text->id, g_array_index (versions, gint64, i),
        i > 0 ? g_array_index (versions, gint64, i - 1) : 0));
  window = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), group);
  dialog = vac_ask (get_window (self), text->title,
                    _("What was struck out went with the next version; what is underlined came."),
                    answers, "close", NULL, NULL);
  vac_alert_set_child (dialog, window);
}

/* The page */

static void
update_actions (VacSharedPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const VacSharedText *text = vac_shared_page_get_selected (self);
  const gboolean own = text != NULL && text->file != NULL;

  gtk_widget_action_set_enabled (widget, "text.edit", text != NULL);
  gtk_widget_action_set_enabled (widget, "text.duplicate", text != NULL);
  gtk_widget_action_set_enabled (widget, "text.versions", text != NULL);
  gtk_widget_action_set_enabled (widget, "text.lock", text != NULL && !text->locked);
  gtk_widget_action_set_enabled (widget, "text.unlock", text != NULL && text->locked);
  gtk_widget_action_set_enabled (widget, "text.show", own);
  gtk_widget_action_set_enabled (widget, "text.delete", own);
}

static void
on_selected_cb (VacSharedPage *self)
{
  update_actions (self);
  g_signal_emit (self, signals[SELECT], 0);
}

static void
on_chosen_cb (VacSharedPage *self)
{
  if (vac_shared_page_get_selected (self) != NULL)
    g_signal_emit (self, signals[CHOOSE], 0);
}

static void
vac_shared_page_class_init (VacSharedPageClass *klass)
{
  static const struct
  {
    const char                      *name;
    GtkWidgetActionActivateFunc      activate;
  } actions[] = {
    { "text.new", new_action },       { "text.edit", edit_action },
    { "text.lock", lock_action },     { "text.unlock", lock_action },
    { "text.show", show_action },     { "text.duplicate", duplicate_action },
    { "text.delete", delete_action }, { "text.versions", versions_action },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "text.new", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "text.delete", NULL);

  /**
   * VacSharedPage::edit:
   * @id: (nullable): the id of a text; %NULL for a new one
   *
   * Emitted when somebody wants to edit a text.
   */
  signals[EDIT] = g_signal_new ("edit", VAC_TYPE_SHARED_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * VacSharedPage::choose:
   *
   * Emitted when the selected text is activated.
   */
  signals[CHOOSE] = g_signal_new ("choose", VAC_TYPE_SHARED_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  /**
   * VacSharedPage::select:
   *
   * Emitted when another text is selected, or none.
   */
  signals[SELECT] = g_signal_new ("select", VAC_TYPE_SHARED_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  /**
   * VacSharedPage::texts-changed:
   *
   * Emitted when a text was changed, added or deleted here.
   */
  signals[TEXTS_CHANGED] = g_signal_new ("texts-changed", VAC_TYPE_SHARED_PAGE, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vac_shared_page_init (VacSharedPage *self)
{
}

static GMenuModel *
create_menu (void)
{
  static const VacMenuRow rows[] = {
    { N_("_Edit…"), "text.edit" },
    { N_("D_uplicate"), "text.duplicate" },
    { N_("_Ask Before Editing"), "text.lock" },
    { N_("Do Not _Ask Before Editing"), "text.unlock" },
    { N_("_Versions…"), "text.versions" },
    { N_("Show in _Folder"), "text.show" },
    { N_("_Delete"), "text.delete" },
  };

  return vac_editor_create_menu (rows, G_N_ELEMENTS (rows));
}

static VacSharedPage *
create (GMenuModel *menu)
{
  VacSharedPage *self = g_object_new (VAC_TYPE_SHARED_PAGE, NULL);
  GtkWidget *list = vac_shared_list_new (menu);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = VAC_SHARED_LIST (list);
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  gtk_widget_set_margin_top (list, 12);
  gtk_widget_set_margin_bottom (list, 12);
  gtk_widget_set_margin_start (list, 12);
  gtk_widget_set_margin_end (list, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), list);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 800);
  /* There is not always room for the list and, below it, for the text. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_toast_overlay_set_child (self->toasts, scroller);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->toasts));
  g_signal_connect_swapped (list, "select", G_CALLBACK (on_selected_cb), self);
  g_signal_connect_swapped (list, "choose", G_CALLBACK (on_chosen_cb), self);

  return self;
}

/**
 * vac_shared_page_new:
 *
 * Returns: (transfer floating): a page to manage all shared texts
 */
GtkWidget *
vac_shared_page_new (void)
{
  g_autoptr (GMenuModel) menu = create_menu ();
  VacSharedPage *self = create (menu);

  vac_shared_page_reload (self, NULL);

  return GTK_WIDGET (self);
}

/**
 * vac_shared_page_new_chooser:
 * @posting: what a text is chosen for
 *
 * Returns: (transfer floating): a page to choose a text
 */
GtkWidget *
vac_shared_page_new_chooser (VacDocument *posting)
{
  VacSharedPage *self;

  g_return_val_if_fail (VAC_IS_DOCUMENT (posting), NULL);

  self = create (NULL);
  vac_shared_list_set_posting (self->list, posting);
  vac_shared_page_reload (self, NULL);

  return GTK_WIDGET (self);
}

/**
 * vac_shared_page_get_selected:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the selected text, valid until the page is reloaded
 */
const VacSharedText *
vac_shared_page_get_selected (VacSharedPage *self)
{
  g_return_val_if_fail (VAC_IS_SHARED_PAGE (self), NULL);

  return vac_shared_list_get_selected (self->list);
}

/**
 * vac_shared_page_reload:
 * @self: a page
 * @id: (nullable): the id of the text to select
 *
 * Reads all texts again.
 */
void
vac_shared_page_reload (VacSharedPage *self,
                        const char    *id)
{
  g_return_if_fail (VAC_IS_SHARED_PAGE (self));

  vac_shared_list_show (self->list, open_library ());
  if (id != NULL)
    vac_shared_list_select (self->list, id);
  update_actions (self);
}

/**
 * vac_shared_page_add:
 * @self: a page
 *
 * Asks for a new text, by #VacSharedPage::edit.
 */
void
vac_shared_page_add (VacSharedPage *self)
{
  g_return_if_fail (VAC_IS_SHARED_PAGE (self));

  g_signal_emit (self, signals[EDIT], 0, NULL);
}

/**
 * vac_shared_page_focus:
 * @self: a page
 *
 * Puts the focus where one types to find a text.
 */
void
vac_shared_page_focus (VacSharedPage *self)
{
  g_return_if_fail (VAC_IS_SHARED_PAGE (self));

  vac_shared_list_focus (self->list);
}
