/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-shared-editor"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-binder.h"
#include "vac-control-row.h"
#include "vac-field-row.h"
#include "vac-library.h"
#include "vac-question.h"
#include "vac-section-block.h"
#include "vac-shared-editor.h"
#include "vac-shared-files.h"
#include "vac-shared.h"

/**
 * VacSharedEditor:
 *
 * One shared text: what it says, what it is for, and which postings have a copy of it. Those that
 * are chosen are to be updated once it is saved.
 */
struct _VacSharedEditor
{
  AdwBin               parent_instance;

  /* Borrowed: children */
  AdwPreferencesGroup *uses;

  /* Owned */
  VacDocument         *document;
  VacSharedText       *text;        /* as it was read; NULL for a new one */
  VacLibrary          *library;
  GStrv                folders;     /* where to look for postings */
  GPtrArray           *rows;        /* of the postings, borrowed */
  GCancellable        *cancellable;
};

G_DEFINE_FINAL_TYPE (VacSharedEditor, vac_shared_editor, ADW_TYPE_BIN)

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define PATH_KEY   "vac-path"
#define EDITED_KEY "vac-edited"
#define CHECK_KEY  "vac-check"

/* Uses */

static gboolean
was_chosen (VacSharedEditor *self,
            const char      *path,
            gboolean         otherwise)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GObject *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (g_object_get_data (row, PATH_KEY), path))
        return gtk_check_button_get_active (g_object_get_data (row, CHECK_KEY));
    }

  return otherwise;
}

static GtkWidget *
create_use_row (VacSharedEditor *self,
                VacLibraryEntry *entry,
                gint64           version,
                gboolean         edited)
{
  const VacLibraryFacts *facts = vac_library_entry_get_facts (entry);
  const char *path = vac_library_entry_get_path (entry);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, version);
  /* Translators: the number of the version of a shared text that a posting has */
  g_autofree char *state = g_strdup_printf (edited ? _("version %s, edited there")
                                                   : _("version %s"), number);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", state, name);
  GtkWidget *check = NULL;
  GtkWidget *row = vac_control_row_new_check (
      *facts->title != '\0' ? facts->title : _("Untitled Posting"), &check);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), was_chosen (self, path, !edited));
  g_object_set_data_full (G_OBJECT (row), PATH_KEY, g_strdup (path), g_free);
  g_object_set_data (G_OBJECT (row), EDITED_KEY, GINT_TO_POINTER (edited));
  g_object_set_data (G_OBJECT (row), CHECK_KEY, check);

  return row;
}

static void
show_uses (VacSharedEditor *self,
           GListModel      *entries)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (VacLibraryEntry) entry = g_list_model_get_item (entries, i);
      gint64 version;
      gboolean edited;

      if (vac_library_facts_find_copy (vac_library_entry_get_facts (entry), self->text->id,
                                       &version, &edited))
        g_ptr_array_add (rows, create_use_row (self, entry, version, edited));
    }
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->uses, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      adw_preferences_group_add (self->uses, g_ptr_array_index (rows, i));
      g_ptr_array_add (self->rows, g_ptr_array_index (rows, i));
    }
  adw_preferences_group_set_description (
      self->uses, rows->len > 0 ? _("Those that are chosen get the new version when you save. Each "
                                    "keeps what it was in its history.")
                                : _("No posting that is known here has a copy."));
}

static void
on_found_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (VacSharedEditor) self = user_data;
  g_autoptr (GListModel) entries = vac_library_find_finish (VAC_LIBRARY (source), result, NULL);

  if (entries != NULL && !g_cancellable_is_cancelled (self->cancellable))
    show_uses (self, entries);
}

static void
find_uses (VacSharedEditor *self)
{
  const VacLibraryQuery query = { .copy_of = self->text->id, .sort = VAC_LIBRARY_SORT_TITLE };

  vac_library_find_async (self->library, &query, self->cancellable, on_found_cb,
                          g_object_ref (self));
}

static void
on_scanned_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (VacSharedEditor) self = user_data;
  g_autoptr (VacLibraryReport) report = vac_library_scan_finish (VAC_LIBRARY (source), result,
                                                                 NULL);

  if (report != NULL && !g_cancellable_is_cancelled (self->cancellable))
    find_uses (self);
}

/* What the index has is shown at once. */
static void
look_for_uses (VacSharedEditor *self)
{
  g_autofree char *path = vac_library_dup_path ();

  self->library = vac_library_new (path);
  find_uses (self);
  if (self->folders != NULL && self->folders[0] != NULL)
    vac_library_scan_async (self->library, (const char *const *) self->folders, self->cancellable,
                            on_scanned_cb, g_object_ref (self));
}

/* Saving */

static void
on_saved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (VacSharedEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VacSharedText) text = vac_shared_files_save_finish (result, &error);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (text != NULL)
    g_signal_emit (self, signals[SAVED], 0, text);
  else if (root != NULL)
    vac_tell (GTK_WINDOW (root), _("Could Not Save Shared Text"), error->message);
}

static void
vac_shared_editor_dispose (GObject *object)
{
  VacSharedEditor *self = VAC_SHARED_EDITOR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (vac_shared_editor_parent_class)->dispose (object);
}

static void
vac_shared_editor_finalize (GObject *object)
{
  VacSharedEditor *self = VAC_SHARED_EDITOR (object);

  g_clear_object (&self->document);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->text, vac_shared_text_free);
  g_clear_pointer (&self->folders, g_strfreev);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (vac_shared_editor_parent_class)->finalize (object);
}

static void
vac_shared_editor_class_init (VacSharedEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_shared_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = vac_shared_editor_finalize;

  /**
   * VacSharedEditor::saved:
   * @text: a #VacSharedText, valid during the emission
   *
   * Emitted when the text is in its file.
   */
  signals[SAVED] = g_signal_new ("saved", VAC_TYPE_SHARED_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
vac_shared_editor_init (VacSharedEditor *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
}

/* Forms */

static void
on_own_kind_cb (AdwEntryRow     *row,
                VacSharedEditor *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));

  if (*typed == '\0')
    return;
  vac_document_set_text (self->document, vac_document_get (self->document, VAC_ROLE_SHARED_KIND),
                         typed);
  gtk_editable_set_text (GTK_EDITABLE (row), "");
}

static void
add_kind_rows (VacSharedEditor     *self,
               AdwPreferencesGroup *group)
{
  VacNode *leaf = vac_document_get (self->document, VAC_ROLE_SHARED_KIND);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GtkWidget *row = adw_combo_row_new ();
  GtkWidget *own = adw_entry_row_new ();

  g_ptr_array_add (ids, (gpointer) "");
  gtk_string_list_append (labels, vac_shared_kind_describe (""));
  for (guint i = 0; i < vac_shared_kind_get_n (); i++)
    {
      g_ptr_array_add (ids, (gpointer) vac_shared_kind_get_id (i));
      gtk_string_list_append (labels, vac_shared_kind_describe (vac_shared_kind_get_id (i)));
    }
  g_ptr_array_add (ids, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Kind"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  vac_binder_bind_ids (self->document, leaf, ADW_COMBO_ROW (row),
                       (const char *const *) ids->pdata);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (own), _("A kind of your own"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (own), TRUE);
  g_signal_connect_object (own, "apply", G_CALLBACK (on_own_kind_cb), self, 0);
  adw_preferences_group_add (group, row);
  adw_preferences_group_add (group, own);
}

static GtkWidget *
create_facts (VacSharedEditor *self)
{
  static const VacRole roles[] = {
    VAC_ROLE_SHARED_COUNTRY, VAC_ROLE_SHARED_NOTE, VAC_ROLE_SHARED_LOCKED,
  };
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("About the Text"));
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      vac_field_row_new (self->document, vac_document_get (self->document,
                                                           VAC_ROLE_SHARED_TITLE)));
  add_kind_rows (self, ADW_PREFERENCES_GROUP (group));
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      vac_field_row_new (self->document, vac_document_get (self->document, VAC_ROLE_LANGUAGE)));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    adw_preferences_group_add (
        ADW_PREFERENCES_GROUP (group),
        vac_field_row_new (self->document, vac_document_get (self->document, roles[i])));

  return group;
}

/* The section is all that there is: it has nowhere to go. */
static GtkWidget *
create_block (VacSharedEditor *self)
{
  static const char *const none[] = { "block.move-up", "block.move-down", "block.remove" };
  GtkWidget *block = vac_section_block_new (self->document,
                                            vac_shared_get_section (self->document), NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    gtk_widget_action_set_enabled (block, none[i], FALSE);

  return block;
}

static GtkWidget *
create_content (VacSharedEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *window = gtk_scrolled_window_new ();

  self->uses = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->uses, _("Postings With a Copy"));
  gtk_widget_set_visible (GTK_WIDGET (self->uses), self->text != NULL);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), create_block (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->uses));
  gtk_box_append (GTK_BOX (box), create_facts (self));
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), clamp);

  return window;
}

/**
 * vac_shared_editor_new:
 * @text: (nullable): a shared text; %NULL for a new one
 * @document: its document; for a new one, one with a section
 * @folders: (nullable): where to look for postings besides those that the index knows
 *
 * Returns: (transfer floating): a form for it
 */
GtkWidget *
vac_shared_editor_new (const VacSharedText *text,
                       VacDocument         *document,
                       const char *const   *folders)
{
  VacSharedEditor *self;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (vac_shared_get_section (document) != NULL, NULL);

  self = g_object_new (VAC_TYPE_SHARED_EDITOR, NULL);
  self->document = g_object_ref (document);
  if (text != NULL)
    self->text = vac_shared_text_read (text->bytes, text->file, NULL);
  self->folders = g_strdupv ((char **) folders);
  adw_bin_set_child (ADW_BIN (self), create_content (self));
  if (self->text != NULL)
    look_for_uses (self);

  return GTK_WIDGET (self);
}

/**
 * vac_shared_editor_save:
 * @self: a form
 *
 * Writes the text, a new one with an id made of its title; #VacSharedEditor::saved tells when it is
 * done.
 */
void
vac_shared_editor_save (VacSharedEditor *self)
{
  VacNode *id;

  g_return_if_fail (VAC_IS_SHARED_EDITOR (self));

  vac_binder_settle (gtk_widget_get_root (GTK_WIDGET (self)));
  id = vac_document_get (self->document, VAC_ROLE_SHARED_ID);
  if (self->text == NULL)
    {
      g_autofree char *folder = vac_shared_get_user_folder ();
      g_autoptr (VacSharedLibrary) library = vac_shared_library_new (folder);
      const char *title = vac_document_get_text (self->document, VAC_ROLE_SHARED_TITLE);
      g_autofree char *made = vac_shared_library_propose_id (library, title);

      vac_document_set_text (self->document, id, made);
    }
  vac_shared_files_save_async (self->text, self->document, on_saved_cb, g_object_ref (self));
}

/**
 * vac_shared_editor_get_chosen:
 * @self: a form
 * @edited: whether to list those whose copy was edited there, or the others
 *
 * Returns: (transfer full): the paths of postings that are to be updated
 */
GStrv
vac_shared_editor_get_chosen (VacSharedEditor *self,
                              gboolean         edited)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  g_return_val_if_fail (VAC_IS_SHARED_EDITOR (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GObject *row = g_ptr_array_index (self->rows, i);

      if (gtk_check_button_get_active (g_object_get_data (row, CHECK_KEY)) &&
          GPOINTER_TO_INT (g_object_get_data (row, EDITED_KEY)) == !!edited)
        g_strv_builder_add (paths, g_object_get_data (row, PATH_KEY));
    }

  return g_strv_builder_end (paths);
}
