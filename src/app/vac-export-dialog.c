/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-export-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-board-rows.h"
#include "vac-chart-picture.h"
#include "vac-control-row.h"
#include "vac-dialog.h"
#include "vac-export-dialog.h"
#include "vac-export.h"
#include "vac-file-dialog.h"
#include "vac-file-name.h"
#include "vac-findings.h"
#include "vac-format-rows.h"
#include "vac-question.h"
#include "vac-subject-list.h"
#include "vac-variant.h"

/* The dialog that asks in which formats, for whom and where to export. */
typedef struct
{
  GtkWindow  *parent;         /* borrowed: the dialog goes with it */
  VacDialog  *dialog;         /* borrowed: it owns this */
  VacStore   *store;          /* owned */
  VacCloseGuard *guard;       /* owned */
  const VacFormats *formats;  /* borrowed: the program's */
  VacPageSetup setup;
  GPtrArray  *places;         /* owned, nullable: chosen, to be compared */
  GtkWidget  *accept;
  VacFormatRows *format_rows;
  GtkWidget *subject_row;
  GtkWidget  *places_row;
  GtkWidget  *lengths;        /* of what candidates read, for job boards */
  GtkWidget  *grave;          /* nullable: errors and legal rules, of what candidates read */
  GtkSwitch *per_place;
} Dialog;

/* An export under way: it outlives the dialog. */
typedef struct
{
  GtkWindow  *parent;
  VacCloseGuard *guard;
  GPtrArray  *files;          /* of GFile */
  GPtrArray  *contents;       /* of GBytes */
  GPtrArray  *names;          /* of char *, what the files are to be called in a folder */
  guint       next;           /* the file that is written now */
  VacWriteFlags flags;        /* what the user agreed to */
} Export;

static void write_next (Export *export);

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  g_object_unref (self->store);
  g_object_unref (self->guard);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_free (self);
}

static void
export_free (Export *export)
{
  g_object_unref (export->parent);
  g_object_unref (export->guard);
  g_ptr_array_unref (export->files);
  g_ptr_array_unref (export->contents);
  g_ptr_array_unref (export->names);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
tell_done (Export *export)
{
  GFile *file = g_ptr_array_index (export->files, 0);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *text = export->files->len == 1
                              ? g_strdup_printf (_("Exported “%s”"), name)
                              : g_strdup_printf (ngettext ("Exported %u file", "Exported %u files",
                                                           export->files->len),
                                                 export->files->len);
  g_autofree char *uri = g_file_get_uri (file);

  gtk_widget_activate_action (GTK_WIDGET (export->parent), "win.tell-file", "(ss)", text, uri);
}

/* Lists the files already written, so that the user need not look for them or export them again. */
static void
tell_failed (Export       *export,
             const GError *error)
{
  g_autoptr (GString) text = g_string_new (error->message);

  if (export->next > 0)
    g_string_append_printf (text, "\n\n%s", _("Already written:"));
  for (guint i = 0; i < export->next; i++)
    {
      g_autofree char *base = g_file_get_basename (g_ptr_array_index (export->files, i));
      g_autofree char *name = g_filename_display_name (base);

      g_string_append_printf (text, "\n• %s", name);
    }
  vac_tell (export->parent, _("Could Not Export"), text->str);
}

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;
  gboolean written = vac_safe_file_write_finish (G_FILE (source), result, NULL, &error);

  vac_close_guard_end_writing (export->guard, written);
  if (!written)
    {
      tell_failed (export, error);
      return;
    }
  export->next++;
  if (export->next < export->files->len)
    write_next (g_steal_pointer (&export));
  else
    tell_done (export);
}

static void
write_next (Export *export)
{
  g_assert (export->next < export->files->len && export->files->len == export->contents->len);

  vac_close_guard_begin_writing (export->guard);
  vac_safe_file_write_async (g_ptr_array_index (export->files, export->next),
                             g_ptr_array_index (export->contents, export->next),
                             NULL, export->flags, NULL, on_written_cb, export);
}

static const VacSubject *
get_subject (Dialog *self)
{
  const guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->subject_row));

  g_assert (selected != GTK_INVALID_LIST_POSITION);

  return self->formats->subjects[selected];
}

static char *
propose_name (VacDocument       *document,
              const VacSubject  *subject,
              const VacExporter *exporter)
{
  g_autofree char *name = vac_subject_make_name (subject, document);

  return vac_file_name_propose (name, exporter->extension);
}

/* What to export, kept until the file dialog has answered. */
typedef struct
{
  GtkWindow        *parent;
  VacCloseGuard    *guard;
  VacDocument      *document;
  GPtrArray        *exporters;
  const VacSubject *subject;
  VacPageSetup      setup;
  GPtrArray        *places;      /* nullable */
  guint             columns;
  gboolean          per_place;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->parent);
  g_object_unref (request->guard);
  g_object_unref (request->document);
  g_ptr_array_unref (request->exporters);
  g_clear_pointer (&request->places, g_ptr_array_unref);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

/* Returns: whether the contents could be made; otherwise why not was reported */
static gboolean
add_content (Export                 *export,
             Request                *request,
             VacDocument            *document,
             const char             *title,
             const VacExporter      *exporter,
             const VacExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = vac_export (exporter, request->subject, document, options, &error);

  if (bytes == NULL)
    {
      vac_tell (request->parent, _("Could Not Export"), error->message);
      return FALSE;
    }
  g_ptr_array_add (export->contents, bytes);
  g_ptr_array_add (export->names, vac_file_name_propose (title, exporter->extension));

  return TRUE;
}

/* The posting in one format, and on request those of its places. */
static gboolean
add_contents (Export                 *export,
              Request                *request,
              const VacExporter      *exporter,
              const VacExportOptions *options)
{
  g_autofree char *title = vac_subject_make_name (request->subject, request->document);
  g_autoptr (GPtrArray) places = vac_variant_list_places (request->document);

  if (!add_content (export, request, request->document, title, exporter, options))
    return FALSE;
  for (guint i = 0; request->per_place && i < places->len; i++)
    {
      VacNode *place = g_ptr_array_index (places, i);
      g_autoptr (VacDocument) variant = vac_variant_make (request->document, place);
      g_autofree char *name = vac_variant_make_name (request->document, place, title);

      if (!add_content (export, request, variant, name, exporter, options))
        return FALSE;
    }

  return TRUE;
}

/* Returns: (nullable): the export with all contents made; NULL if one failed, as was reported */
static Export *
make_export (Request *request)
{
  g_autoptr (Export) export = g_new0 (Export, 1);
  VacExportOptions options = vac_paper_export_defaults;

  options.page_setup = &request->setup;
  options.places = request->places;
  options.columns = request->columns;
  export->parent = g_object_ref (request->parent);
  export->guard = g_object_ref (request->guard);
  export->files = g_ptr_array_new_with_free_func (g_object_unref);
  export->contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  export->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < request->exporters->len; i++)
    if (!add_contents (export, request, g_ptr_array_index (request->exporters, i), &options))
      return NULL;

  return g_steal_pointer (&export);
}

static void
on_file_chosen_cb (GListModel *files,
                   gpointer    user_data)
{
  g_autoptr (Request) request = user_data;
  Export *export;

  if (files == NULL || g_list_model_get_n_items (files) == 0)
    return;
  export = make_export (request);
  if (export == NULL)
    return;
  g_ptr_array_add (export->files, g_list_model_get_item (files, 0));
  export->flags = vac_chosen_file_get_flags (g_ptr_array_index (export->files, 0));
  write_next (export);
}

static void
on_folder_chosen_cb (GListModel *files,
                     gpointer    user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GFile) folder = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  Export *export;

  if (folder == NULL)
    return;
  export = make_export (request);
  if (export == NULL)
    return;
  for (guint i = 0; i < export->names->len; i++)
    g_ptr_array_add (export->files,
                     vac_file_name_find_free (folder, g_ptr_array_index (export->names, i),
                                              export->files));
  write_next (export);
}

static void
on_accept_clicked_cb (GtkButton *button,
                      gpointer   user_data)
{
  Dialog *self = user_data;
  GtkWindow *parent = self->parent;
  Request *request = g_new0 (Request, 1);
  GFile *file = vac_store_get_file (self->store);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *name = NULL;

  request->parent = g_object_ref (parent);
  request->guard = g_object_ref (self->guard);
  request->document = g_object_ref (vac_store_get_document (self->store));
  request->exporters = vac_format_rows_list_chosen (self->format_rows);
  request->subject = get_subject (self);
  request->setup = self->setup;
  request->places = g_steal_pointer (&self->places);
  request->columns = vac_format_rows_get_columns (self->format_rows);
  request->per_place = gtk_widget_get_visible (self->places_row) &&
                       gtk_switch_get_active (self->per_place);
  vac_format_rows_remember (self->format_rows);
  vac_dialog_close (self->dialog);

  if (request->exporters->len > 1 || request->per_place)
    {
      vac_choose_files (parent, VAC_CHOOSE_FOLDER, _("Export into Folder"), _("_Export"), NULL,
                        folder, on_folder_chosen_cb, request);
      return;
    }
  name = propose_name (request->document, request->subject,
                       g_ptr_array_index (request->exporters, 0));
  vac_choose_files (parent, VAC_CHOOSE_SAVE, _("Export Posting"), _("_Export"), name, folder,
                    on_file_chosen_cb, request);
}

static void
on_formats_changed_cb (VacFormatRows *formats,
                       Dialog        *self)
{
  g_autoptr (GPtrArray) chosen = vac_format_rows_list_chosen (formats);

  gtk_widget_set_sensitive (self->accept, chosen->len > 0);
}

static void
update_formats (Dialog *self)
{
  const VacSubject *subject = get_subject (self);
  g_autoptr (GPtrArray) places = vac_variant_list_places (vac_store_get_document (self->store));

  gtk_widget_set_visible (self->lengths, subject == &vac_posting_subject);
  if (self->grave != NULL)
    gtk_widget_set_visible (self->grave, subject == &vac_posting_subject);
  gtk_widget_set_visible (self->places_row, subject->is_document && places->len > 0);
  vac_format_rows_set_subject (self->format_rows, subject);
}

static void
on_subject_selected_cb (AdwComboRow *row,
                        GParamSpec  *pspec,
                        Dialog      *self)
{
  update_formats (self);
}

/* For a posting with several places, which may become one for each. */
static GtkWidget *
create_places_row (Dialog *self)
{
  GtkWidget *toggle = NULL;

  self->places_row = vac_control_row_new_switch (_("One Posting for Each Place as Well"), &toggle);
  self->per_place = GTK_SWITCH (toggle);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->places_row),
                               _("With the pay and the benefits of its place"));

  return self->places_row;
}

static GtkWidget *
create_subject (Dialog           *self,
                const VacSubject *chosen)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GListModel) model = vac_subject_list_new (self->formats->subjects);

  self->subject_row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->subject_row), _("What"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->subject_row), model);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->subject_row),
                              vac_subject_list_find (self->formats->subjects, chosen));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->subject_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_places_row (self));

  return group;
}

/**
 * vac_export_dialog_show:
 * @parent: the window that asked
 * @store: the posting that it shows
 * @guard: keeps it open while files are written
 * @settings: where the formats are remembered
 * @formats: what the program can export; must live as long as the program
 * @options: on which paper, and which places of the salaries; copied
 * @subject: what of the posting to propose
 * @findings: (element-type VacFinding): what was found in the posting, the worst first
 * @show: goes to a place in @parent
 *
 * Asks in which formats and for whom to export, says first what is wrong with the posting and below
 * what is missing, and exports.
 */
void
vac_export_dialog_show (GtkWindow              *parent,
                        VacStore               *store,
                        VacCloseGuard          *guard,
                        GSettings              *settings,
                        const VacFormats       *formats,
                        const VacExportOptions *options,
                        const VacSubject       *subject,
                        GPtrArray              *findings,
                        VacShowSpanFunc         show)
{
  Dialog *self = g_new0 (Dialog, 1);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group;

  self->parent = parent;
  self->store = g_object_ref (store);
  self->guard = g_object_ref (guard);
  self->formats = formats;
  self->setup = vac_export_options_get_page_setup (options, NULL);
  self->places = options->places != NULL ? g_ptr_array_ref (options->places) : NULL;
  self->dialog = vac_dialog_new (parent, _("Export"), page, 560, 680);
  g_object_set_data_full (G_OBJECT (self->dialog), "export", self, dialog_free);
  self->accept = vac_dialog_add_accept (self->dialog, _("_Export…"));

  group = vac_format_rows_new (formats, settings);
  self->format_rows = VAC_FORMAT_ROWS (group);
  self->grave = vac_findings_add_grave (ADW_PREFERENCES_PAGE (page), parent,
                                        vac_store_get_document (store), findings, show);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (create_subject (self, subject)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  self->lengths = vac_board_rows_new (vac_store_get_document (store));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (self->lengths));
  vac_findings_add_lesser (ADW_PREFERENCES_PAGE (page), parent, findings, show);
  g_signal_connect (group, "changed", G_CALLBACK (on_formats_changed_cb), self);
  update_formats (self);
  g_signal_connect (self->subject_row, "notify::selected", G_CALLBACK (on_subject_selected_cb),
                    self);
  g_signal_connect (self->accept, "clicked", G_CALLBACK (on_accept_clicked_cb), self);
  vac_dialog_present (self->dialog);
}
