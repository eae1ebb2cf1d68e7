/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-print"

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "vac-file-dialog.h"
#include "vac-file-name.h"
#include "vac-paper.h"
#include "vac-print-preview.h"
#include "vac-print.h"
#include "vac-question.h"

#define GROUP "Print Settings"

/* Papers whose sides differ by less are the same, since drivers round. In points. */
#define SAME_PAPER 1.5

/* What a print operation needs while it runs. */
typedef struct
{
  VacPageSetup  setup;
  VacOutline   *outline;
  VacPaper     *paper;
  GSettings    *settings;
  GWeakRef      parent;
  gboolean      previewed;    /* nothing is printed */
} Print;

static void
print_free (gpointer data)
{
  Print *print = data;

  g_clear_pointer (&print->outline, vac_outline_unref);
  g_clear_object (&print->paper);
  g_clear_object (&print->settings);
  g_weak_ref_clear (&print->parent);
  g_free (print);
}

static char *
get_settings_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "vacancy", "print.ini", NULL);
}

/* The printer and its settings are remembered. The number of copies, the pages and the output file
 * apply to one print only. The paper is that of the preview. */
static void
unset_one_time_settings (GtkPrintSettings *settings)
{
  static const char *const keys[] = {
    GTK_PRINT_SETTINGS_N_COPIES, GTK_PRINT_SETTINGS_PRINT_PAGES, GTK_PRINT_SETTINGS_PAGE_RANGES,
    GTK_PRINT_SETTINGS_PAGE_SET, GTK_PRINT_SETTINGS_OUTPUT_URI, GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
    GTK_PRINT_SETTINGS_OUTPUT_DIR, GTK_PRINT_SETTINGS_PAPER_FORMAT,
    GTK_PRINT_SETTINGS_PAPER_WIDTH, GTK_PRINT_SETTINGS_PAPER_HEIGHT,
    GTK_PRINT_SETTINGS_ORIENTATION, GTK_PRINT_SETTINGS_SCALE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_print_settings_unset (settings, keys[i]);
}

static GtkPrintSettings *
load_settings (void)
{
  g_autofree char *path = get_settings_path ();
  g_autoptr (GKeyFile) file = g_key_file_new ();
  GtkPrintSettings *settings = NULL;

  /* No settings yet, or damaged ones: the printer's defaults apply. */
  if (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    settings = gtk_print_settings_new_from_key_file (file, GROUP, NULL);
  if (settings == NULL)
    settings = gtk_print_settings_new ();

  unset_one_time_settings (settings);
  return settings;
}

static void
save_settings (GtkPrintSettings *settings)
{
  g_autofree char *path = get_settings_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GtkPrintSettings) kept = gtk_print_settings_copy (settings);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  unset_one_time_settings (kept);
  gtk_print_settings_to_key_file (kept, file, GROUP);
  g_mkdir_with_parents (folder, 0700);
  /* Printing worked; having to set it up again next time is not worth an error. */
  if (!g_key_file_save_to_file (file, path, &error))
    g_info ("The print settings were not kept: %s", error->message);
}

static gboolean
is_paper (double       width,
          double       height,
          VacPaperSize size)
{
  VacPageSetup setup;

  vac_page_setup_init (&setup, size);
  return ABS (setup.width - width) < SAME_PAPER && ABS (setup.height - height) < SAME_PAPER;
}

static GtkPageSetup *
create_page_setup (const VacPageSetup *setup)
{
  GtkPageSetup *page_setup = gtk_page_setup_new ();
  GtkPaperSize *size;

  if (is_paper (setup->width, setup->height, VAC_PAPER_A4))
    size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  else if (is_paper (setup->width, setup->height, VAC_PAPER_LETTER))
    size = gtk_paper_size_new (GTK_PAPER_NAME_LETTER);
  else
    size = gtk_paper_size_new_custom ("vacancy", _("Page of the preview"), setup->width,
                                      setup->height, GTK_UNIT_POINTS);
  gtk_page_setup_set_paper_size (page_setup, size);
  gtk_paper_size_free (size);

  return page_setup;
}

/* On the preview's paper the pages are those of the preview; on another they are laid out again. */
static VacPageSetup
get_setup (Print           *print,
           GtkPrintContext *context)
{
  GtkPageSetup *chosen = gtk_print_context_get_page_setup (context);
  double width = gtk_page_setup_get_paper_width (chosen, GTK_UNIT_POINTS);
  double height = gtk_page_setup_get_paper_height (chosen, GTK_UNIT_POINTS);
  VacPageSetup setup = print->setup;

  if (ABS (setup.width - width) < SAME_PAPER && ABS (setup.height - height) < SAME_PAPER)
    return setup;

  setup.width = width;
  setup.height = height;
  vac_page_setup_set_margins (&setup, print->setup.top, print->setup.right, print->setup.bottom,
                              print->setup.left);
  return setup;
}

static void
on_begin_print_cb (GtkPrintOperation *operation,
                   GtkPrintContext   *context,
                   Print             *print)
{
  VacPageSetup setup = get_setup (print, context);

  g_clear_object (&print->paper);
  print->paper = vac_paper_new (&setup);
  vac_paper_set_outline (print->paper, print->outline);
  gtk_print_operation_set_n_pages (operation, (int) vac_paper_get_n_pages (print->paper));
}

static void
on_draw_page_cb (GtkPrintOperation *operation,
                 GtkPrintContext   *context,
                 int                page,
                 Print             *print)
{
  vac_paper_draw_page (print->paper, gtk_print_context_get_cairo_context (context), (guint) page);
}

/* If another paper was printed on, the preview shows that one from now on. */
static void
keep_paper_size (Print *print)
{
  const VacPageSetup *printed = vac_paper_get_setup (print->paper);

  if (print->settings == NULL || vac_page_setup_equal (printed, &print->setup))
    return;

  if (is_paper (printed->width, printed->height, VAC_PAPER_A4))
    g_settings_set_string (print->settings, "paper-size", "a4");
  else if (is_paper (printed->width, printed->height, VAC_PAPER_LETTER))
    g_settings_set_string (print->settings, "paper-size", "letter");
}

/* The last bytes of a file that was written completely. */
static const struct
{
  const char *format;
  const char *end;
} ends[] = {
  { "pdf", "%%EOF" },
  { "ps", "%%EOF" },
  { "svg", "</svg>" },
};

static gboolean
is_complete (GFile      *file,
             const char *format)
{
  g_autofree char *contents = NULL;
  gsize length;

  if (!g_file_load_contents (file, NULL, &contents, &length, NULL, NULL))
    return FALSE;
  while (length > 0 && g_ascii_isspace (contents[length - 1]))
    contents[--length] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_strcmp0 (format, ends[i].format) == 0)
      return length >= strlen (ends[i].end) &&
             g_str_equal (contents + length - strlen (ends[i].end), ends[i].end);

  return length > 0;
}

/**
 * vac_print_describe_failure:
 * @operation: an operation that is finished
 *
 * GTK considers a print to a file done as soon as it is drawn. Writing follows: a failure then
 * shows only in the status, and a failure to close the file only in the file itself.
 *
 * Returns: (transfer full) (nullable): why nothing usable came out, as a sentence; %NULL when
 *   something did
 */
char *
vac_print_describe_failure (GtkPrintOperation *operation)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  const char *uri = gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  const char *format = gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT);
  g_autoptr (GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  g_autofree char *name = file != NULL ? vac_file_name_tell (file) : NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (gtk_print_operation_is_finished (operation), NULL);

  if (gtk_print_operation_get_status (operation) == GTK_PRINT_STATUS_FINISHED_ABORTED)
    {
      gtk_print_operation_get_error (operation, &error);
      if (error == NULL)
        return g_strdup (_("The printer did not take the pages."));
      if (name == NULL)
        return g_strdup (error->message);
      return g_strdup_printf (_("“%s” could not be written: %s"), name, error->message);
    }
  if (file == NULL || is_complete (file, format != NULL ? format : "pdf"))
    return NULL;

  return g_strdup_printf (_("“%s” was not written completely and cannot be used. "
                            "The disk may be full."), name);
}

static void
tell_failure (Print             *print,
              GtkPrintOperation *operation)
{
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&print->parent);
  g_autofree char *failure = vac_print_describe_failure (operation);

  if (failure != NULL && parent != NULL)
    vac_tell (parent, _("Could Not Print"), failure);
}

/* Holds a reference to the operation, which would otherwise not learn how it ended. */
static void
on_status_changed_cb (GtkPrintOperation *operation,
                      Print             *print)
{
  if (!gtk_print_operation_is_finished (operation))
    return;
  g_signal_handlers_disconnect_by_func (operation, on_status_changed_cb, print);
  tell_failure (print, operation);
  g_object_unref (operation);
}

static void
await_status (Print             *print,
              GtkPrintOperation *operation)
{
  g_object_ref (operation);
  g_signal_connect (operation, "status-changed", G_CALLBACK (on_status_changed_cb), print);
  on_status_changed_cb (operation, print);
}

static void
on_done_cb (GtkPrintOperation       *operation,
            GtkPrintOperationResult  result,
            Print                   *print)
{
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&print->parent);
  g_autoptr (GError) error = NULL;

  if (print->previewed)
    return;
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      save_settings (gtk_print_operation_get_print_settings (operation));
      if (print->paper != NULL)
        keep_paper_size (print);
      await_status (print, operation);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR && parent != NULL)
    {
      gtk_print_operation_get_error (operation, &error);
      vac_tell (parent, _("Could Not Print"), error != NULL ? error->message : "");
    }
}

static Print *
get_print (GtkPrintOperation *operation)
{
  Print *print = g_object_get_data (G_OBJECT (operation), "vac-print");

  g_assert (print != NULL);

  return print;
}

/**
 * vac_print_operation_new:
 * @outline: what to print
 * @setup: the sheet of the preview
 *
 * Makes an operation that prints the pages of the preview, page for page. Its export action writes
 * them to a file and needs neither display nor printer.
 *
 * Returns: (transfer full): the operation
 */
GtkPrintOperation *
vac_print_operation_new (VacOutline         *outline,
                         const VacPageSetup *setup)
{
  GtkPrintOperation *operation;
  g_autoptr (GtkPageSetup) page_setup = NULL;
  const char *title;
  Print *print;

  g_return_val_if_fail (outline != NULL, NULL);
  g_return_val_if_fail (setup != NULL, NULL);

  print = g_new0 (Print, 1);
  print->setup = *setup;
  print->outline = vac_outline_ref (outline);
  g_weak_ref_init (&print->parent, NULL);

  operation = gtk_print_operation_new ();
  page_setup = create_page_setup (setup);
  title = vac_outline_get_name (outline);
  g_object_set_data_full (G_OBJECT (operation), "vac-print", print, print_free);
  gtk_print_operation_set_default_page_setup (operation, page_setup);
  gtk_print_operation_set_job_name (operation, *title != '\0' ? title : _("Job posting"));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print_cb), print);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page_cb), print);

  return operation;
}

/* Suggests for printing to a file the name that an export would have. */
static void
propose_file (GtkPrintSettings *settings,
              const char       *name)
{
  g_autofree char *folder = vac_dup_documents_folder ();
  g_autofree char *base = vac_file_name_propose (name, "pdf");

  /* The dialog adds the extension of the format chosen in it. */
  base[strlen (base) - strlen (".pdf")] = '\0';
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, base);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, folder);
}

static void start (GtkPrintOperation *operation,
                   GtkWindow         *parent);

/* The user has seen the pages: everything is asked again as it was answered. */
static void
on_preview_print_cb (VacPrintPreview   *preview,
                     GtkPrintOperation *previewed)
{
  Print *print = get_print (previewed);
  g_autoptr (GtkPrintOperation) operation = vac_print_operation_new (print->outline, &print->setup);
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&print->parent);
  int page;

  if (parent == NULL)
    return;

  g_object_get (previewed, "current-page", &page, NULL);
  g_set_object (&get_print (operation)->settings, print->settings);
  gtk_print_operation_set_current_page (operation, page);
  gtk_print_operation_set_default_page_setup (
      operation, gtk_print_operation_get_default_page_setup (previewed));
  gtk_print_operation_set_print_settings (operation,
                                          gtk_print_operation_get_print_settings (previewed));
  start (operation, parent);
}

/* Such as "1, 3–4"; NULL if all pages are printed. */
static char *
describe_pages (GtkPrintOperationPreview *preview,
                guint                     n_pages)
{
  g_autoptr (GString) pages = g_string_new (NULL);
  guint n_selected = 0;

  for (guint i = 0, end; i < n_pages; i = end + 1)
    {
      for (end = i; end < n_pages
                    && gtk_print_operation_preview_is_selected (preview, (int) end);)
        end++;
      if (end == i)
        continue;
      n_selected += end - i;
      g_string_append_printf (pages, end - i > 1 ? "%s%u–%u" : "%s%u", pages->len > 0 ? ", " : "",
                              i + 1, end);
    }

  return n_selected < n_pages ? g_string_free (g_steal_pointer (&pages), FALSE) : NULL;
}

/* Nothing needs to be drawn for it: a page view shows what is printed. */
static void
on_preview_ready_cb (GtkPrintOperationPreview *preview,
                     GtkPrintContext          *context,
                     Print                    *print)
{
  g_autoptr (GtkPrintOperation) operation = g_object_ref (GTK_PRINT_OPERATION (preview));
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&print->parent);
  g_autofree char *pages = describe_pages (preview, vac_paper_get_n_pages (print->paper));
  VacDialog *dialog;

  gtk_print_operation_preview_end_preview (preview);
  if (parent == NULL)
    return;

  dialog = vac_print_preview_new (parent, print->outline, vac_paper_get_setup (print->paper),
                                  pages);
  g_signal_connect_data (dialog, "print", G_CALLBACK (on_preview_print_cb),
                         g_steal_pointer (&operation), (GClosureNotify) g_object_unref, 0);
  vac_dialog_present (dialog);
}

/* GTK would start another program to show the pages, if there is one. */
static gboolean
on_preview_cb (GtkPrintOperation        *operation,
               GtkPrintOperationPreview *preview,
               GtkPrintContext          *context,
               GtkWindow                *window,
               Print                    *print)
{
  cairo_surface_t *surface;
  cairo_t *cr;

  print->previewed = TRUE;

  /* A handler that returns TRUE must supply a context to draw on and end the preview when ready. */
  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cr = cairo_create (surface);
  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_signal_connect (preview, "ready", G_CALLBACK (on_preview_ready_cb), print);

  return TRUE;
}

static void
start (GtkPrintOperation *operation,
       GtkWindow         *parent)
{
  Print *print = get_print (operation);

  g_weak_ref_set (&print->parent, parent);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "preview", G_CALLBACK (on_preview_cb), print);
  g_signal_connect (operation, "done", G_CALLBACK (on_done_cb), print);

  /* Its result comes with "done"; the dialog holds the operation until then. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

/**
 * vac_print_run:
 * @parent: the window that asked
 * @outline: what to print
 * @setup: the sheet of the preview
 * @settings: (nullable): where the size of the paper is kept
 * @name: what a file that is printed to is about; not yet a file name
 * @page: the page that is looked at, from 0
 *
 * Asks how to print, and prints, or shows in a window of its own the pages that would be printed.
 * The printer and its settings are remembered; another paper size becomes that of the preview.
 * Errors are shown to the user.
 */
void
vac_print_run (GtkWindow          *parent,
               VacOutline         *outline,
               const VacPageSetup *setup,
               GSettings          *settings,
               const char         *name,
               guint               page)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GtkPrintSettings) print_settings = load_settings ();

  g_return_if_fail (GTK_IS_WINDOW (parent));

  operation = vac_print_operation_new (outline, setup);
  g_set_object (&get_print (operation)->settings, settings);
  propose_file (print_settings, name);
  gtk_print_operation_set_current_page (operation, (int) page);
  gtk_print_operation_set_print_settings (operation, print_settings);
  start (operation, parent);
}
