/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app-fixture.h"
#include "support.h"
#include "vac-dialogs.h"
#include "vac-draft-dialog.h"
#include "vac-export-text.h"
#include "vac-heading.h"
#include "vac-page-view.h"

/* Postings of other programs: the dialog that shows what is in them, and what it makes of them. */

#define NURSE "import/corpus/15-registered-nurse.html"
#define NURSE_TITLE "Registered Nurse, Medical-Surgical (Nights)"

static const char *
get_title (VacWindow *window)
{
  return vac_document_get_text (app_get_document (window), VAC_ROLE_JOB_TITLE);
}

static VacWindow *
get_active_window (void)
{
  return VAC_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (app_get ())));
}

/* The dialog on @window, with the focus. */
static GtkWidget *
wait_draft (VacWindow *window)
{
  GtkWidget *dialog;

  app_wait_until (VAC_IS_DRAFT_DIALOG (app_wait_dialog (window)));
  dialog = app_wait_dialog (window);
  app_focus (dialog);
  app_settle ();

  return GTK_WIDGET (dialog);
}

static GtkWidget *
import_path (VacWindow  *window,
             const char *path)
{
  app_press ("<Control>i");
  app_choose_file (app_wait_dialog (window), path);

  return wait_draft (window);
}

static GtkWidget *
import (VacWindow  *window,
        const char *name)
{
  g_autofree char *path = support_make_path (name);

  return import_path (window, path);
}

static gboolean
has_dialog (VacWindow *window)
{
  return vac_dialogs_get_top (GTK_WINDOW (window)) != NULL;
}

typedef struct
{
  GType       type;
  const char *label;
} Named;

static gboolean
match_named (GtkWidget  *widget,
             const void *data)
{
  const Named *named = data;
  g_autofree char *difference = NULL;

  if (!g_type_is_a (G_OBJECT_TYPE (widget), named->type) || !gtk_widget_get_mapped (widget))
    return FALSE;
  difference = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL, named->label);

  return difference == NULL;
}

static GtkWidget *
find_named (GtkWidget  *within,
            GType       type,
            const char *label)
{
  const Named named = { type, label };
  GtkWidget *widget = app_find (within, match_named, &named);

  g_assert_nonnull (widget);

  return widget;
}

/* Focuses and presses the space bar. */
static void
press_space_on (GtkWidget *widget)
{
  gtk_widget_grab_focus (widget);
  app_settle ();
  app_press ("space");
}

static char *
get_result (GtkWidget *dialog)
{
  VacPageView *view = VAC_PAGE_VIEW (app_find_type (dialog, VAC_TYPE_PAGE_VIEW));

  return vac_outline_to_text_wrapped (vac_paper_get_outline (vac_page_view_get_paper (view)), 0);
}

static gboolean
result_has (GtkWidget  *dialog,
            const char *part)
{
  g_autofree char *text = get_result (dialog);

  return strstr (text, part) != NULL;
}

static VacNode *
find_section (VacWindow  *window,
              const char *id)
{
  return vac_document_find_section (app_get_document (window), id);
}

static void
test_new_posting (void)
{
  VacWindow *window = app_open_guide_id ("blank");
  GtkWidget *dialog = import (window, NURSE);
  VacDocument *document;

  g_assert_true (result_has (dialog, NURSE_TITLE));
  g_assert_true (result_has (dialog, "Walk patients on the night of surgery"));
  g_assert_null (app_find_row (dialog, "Import As"));
  app_press ("<Control>Return");
  app_wait_until (g_str_equal (get_title (get_active_window ()), NURSE_TITLE));

  /* The new posting that nobody has touched made room. */
  g_assert_cmpuint (app_count_windows (), ==, 1);
  g_assert_false (has_dialog (window));
  document = app_get_document (window);
  g_assert_true (vac_document_get_modified (document));
  g_assert_null (vac_store_get_file (vac_window_get_store (window)));
  g_assert_cmpstr (vac_document_get_undo_label (document), ==, "Import");
  app_focus (GTK_WIDGET (window));
  app_press ("<Control>z");
  app_wait_until (*get_title (window) == '\0');
  g_assert_cmpuint (vac_node_get_n_children (vac_document_get (document, VAC_ROLE_SECTIONS)), ==,
                    0);
  g_assert_false (vac_document_get_can_undo (document));
  app_close_all ();
}

/* What somebody has typed keeps its window. */
static void
test_window_of_its_own (void)
{
  VacWindow *window = app_open_guide ();
  VacDocument *document = app_get_document (window);

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), "Mine");
  import (window, NURSE);
  app_press ("<Control>Return");
  app_wait_until (app_count_windows () == 2);
  app_wait_until (get_active_window () != window);
  g_assert_cmpstr (get_title (window), ==, "Mine");
  g_assert_cmpstr (get_title (get_active_window ()), ==, NURSE_TITLE);
  app_close_all ();
}

static void
test_choices (void)
{
  VacWindow *window = app_open_guide_id ("blank");
  GtkWidget *dialog = import (window, NURSE);
  GtkWidget *target = find_named (dialog, GTK_TYPE_DROP_DOWN,
                                  "Where “Preferred Qualifications” goes");
  VacNode *required;
  g_autofree char *text = NULL;

  press_space_on (find_named (dialog, GTK_TYPE_CHECK_BUTTON, "Requisition"));
  press_space_on (find_named (dialog, GTK_TYPE_SWITCH, "Import “Benefits”"));
  app_wait_until (!result_has (dialog, "Tuition help"));
  g_assert_nonnull (app_find_label (dialog, "Not used: it is switched off."));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (target), VAC_HEADING_REQUIRED);
  app_settle ();
  app_press ("<Control>Return");
  app_wait_until (g_str_equal (get_title (window), NURSE_TITLE));

  g_assert_cmpstr (vac_document_get_text (app_get_document (window), VAC_ROLE_REQUISITION), ==, "");
  g_assert_null (find_section (window, VAC_SECTION_PREFERRED));
  g_assert_null (find_section (window, VAC_SECTION_BENEFITS));
  required = find_section (window, VAC_SECTION_REQUIRED);
  g_assert_cmpuint (vac_node_get_n_children (vac_node_get (required, VAC_ROLE_SECTION_ITEMS)), ==,
                    3);
  /* What is no fact is text where it stood. */
  text = app_get_form_text (window);
  g_assert_nonnull (strstr (text, "R-30418"));
  g_assert_nonnull (strstr (text, "One year of acute care"));
  app_close_all ();
}

static guint
count_tasks (VacWindow *window)
{
  VacNode *section = find_section (window, VAC_SECTION_RESPONSIBILITIES);

  return vac_node_get_n_children (vac_node_get (section, VAC_ROLE_SECTION_ITEMS));
}

static void
test_into (void)
{
  static const char *const path = "{\"format\":\"vacancy-posting\",\"version\":2,"
    "\"job\":{\"title\":\"Nurse\"},\"sections\":[{\"id\":\"key-responsibilities\","
    "\"title\":\"Tasks\",\"audience\":\"candidate\",\"items\":[{\"text\":\"Ours.\"}]}]}";

  for (guint replace = 0; replace < 2; replace++)
    {
      g_autofree char *file = app_make_path ("into.vacancy");
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      VacWindow *window;
      GtkWidget *dialog;

      app_write (file, path);
      window = app_open (file);
      before = app_get_form_text (window);
      dialog = import (window, NURSE);
      g_assert_null (app_find_row (dialog, "Sections That Are There"));
      adw_combo_row_set_selected (ADW_COMBO_ROW (app_find_row (dialog, "Import As")), 1);
      app_settle ();
      adw_combo_row_set_selected (ADW_COMBO_ROW (app_find_row (dialog, "Sections That Are There")),
                                  replace);
      app_wait_until (result_has (dialog, "Ours.") == !replace);
      app_press ("<Control>Return");
      app_wait_until (g_str_equal (get_title (window), NURSE_TITLE));

      g_assert_cmpuint (app_count_windows (), ==, 1);
      g_assert_cmpuint (count_tasks (window), ==, replace ? 4 : 5);
      g_assert_cmpstr (vac_document_get_undo_label (app_get_document (window)), ==, "Import");
      app_focus (GTK_WIDGET (window));
      g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (window)));
      app_press ("<Control>z");
      app_wait_until (g_str_equal (get_title (window), "Nurse"));
      after = app_get_form_text (window);
      g_assert_cmpstr (after, ==, before);
      g_assert_false (vac_document_get_modified (app_get_document (window)));
      app_close_all ();
    }
}

static void
test_cancel (void)
{
  VacWindow *window = app_open_guide ();
  g_autofree char *before = app_get_text (window);
  g_autofree char *after = NULL;

  import (window, NURSE);
  app_press ("Escape");
  app_wait_until (!has_dialog (window));
  after = app_get_text (window);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (app_count_windows (), ==, 1);
  g_assert_false (vac_document_get_can_undo (app_get_document (window)));
  app_close_all ();
}

static void
test_several (void)
{
  VacWindow *window = app_open_guide_id ("blank");
  GtkWidget *dialog = import (window, "import/corpus/29-solstice-board.json");
  GtkWidget *row = app_find_row (dialog, "Posting");
  g_autofree char *first = get_result (dialog);

  g_assert_nonnull (row);
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (row))), >, 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  app_settle ();
  g_assert_false (result_has (dialog, first));
  app_press ("<Control>Return");
  app_wait_until (*get_title (window) != '\0');
  g_assert_null (strstr (first, get_title (window)));
  app_close_all ();
}

static void
test_broken (void)
{
  static const struct
  {
    const char *name;
    const char *contents;
    gssize      length;
    const char *sentence;
  } cases[] = {
    { "broken & <b>.docx", "PK\003\004 and nothing to unpack", -1, "broken & <b>.docx: " },
    { "picture.png", "\211PNG\r\n\032\n\0\0\0\015IHDR", 16, "picture.png: " },
    { "list.json", "{\"shopping\": [\"milk\"]}", -1, "There is no posting in it." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = app_make_path (cases[i].name);
      VacWindow *window = app_open_guide ();
      GtkWidget *alert;

      g_assert_true (g_file_set_contents (path, cases[i].contents, cases[i].length, NULL));
      app_press ("<Control>i");
      app_choose_file (app_wait_dialog (window), path);
      app_wait_until (!GTK_IS_FILE_CHOOSER (app_wait_dialog (window)));
      alert = app_wait_dialog (window);
      g_assert_nonnull (app_find_label (GTK_WIDGET (alert), "Could Not Import"));
      g_assert_nonnull (app_find_label (GTK_WIDGET (alert), cases[i].sentence));
      gtk_widget_activate_action (alert, "window.close", NULL);
      app_wait_until (!has_dialog (window));
      g_assert_cmpuint (app_count_windows (), ==, 1);
      app_close_all ();
    }
}

static void
drop (VacWindow *window,
      GFile     *file)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (
      app_get_template_child (window, "toast_overlay"));
  g_autoptr (GSList) files = g_slist_prepend (NULL, file);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean dropped = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &dropped);
    }
  g_assert_true (dropped);
}

static void
test_drop (void)
{
  g_autofree char *path = support_make_path (NURSE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  VacWindow *window = app_open_guide_id ("blank");

  drop (window, file);
  wait_draft (window);
  app_press ("<Control>Return");
  app_wait_until (g_str_equal (get_title (window), NURSE_TITLE));
  app_close_all ();
}

/* From a text of the page to where it was read. */
static void
test_find_part (void)
{
  VacWindow *window = app_open_guide_id ("blank");
  GtkWidget *dialog = import (window, NURSE);
  GtkWidget *view = app_find_type (dialog, VAC_TYPE_PAGE_VIEW);
  VacOutline *outline = vac_paper_get_outline (vac_page_view_get_paper (VAC_PAGE_VIEW (view)));
  VacNode *node = NULL;
  GtkWidget *focus;

  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);

      if (block->text != NULL && strstr (block->text, "BLS certification") != NULL)
        node = block->node;
    }
  g_assert_nonnull (node);
  g_signal_emit_by_name (view, "node-activated", node);
  app_settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (dialog)));
  g_assert_true (GTK_IS_LIST_BOX_ROW (focus));
  g_assert_nonnull (app_find_label (focus, "BLS certification"));
  app_close_all ();
}

/* As from the command line. */
static void
test_open_with (void)
{
  g_autofree char *path = support_make_path (NURSE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  VacWindow *window;

  g_application_open (G_APPLICATION (app_get ()), &file, 1, "");
  app_wait_until (app_count_windows () == 1);
  window = get_active_window ();
  app_wait_shown (window);
  wait_draft (window);
  app_press ("<Control>Return");
  app_wait_until (g_str_equal (get_title (window), NURSE_TITLE));
  app_close_all ();
}

/* A posting of ours is opened, however it was chosen. */
static void
test_own_posting (void)
{
  g_autofree char *path = app_copy_guide ("ours.json");
  VacWindow *window = app_open_guide_id ("blank");

  app_press ("<Control>i");
  app_choose_file (app_wait_dialog (window), path);
  app_wait_until (vac_store_get_file (vac_window_get_store (window)) != NULL);
  g_assert_false (has_dialog (window));
  app_close_all ();
}

static void
copy_text (VacWindow  *window,
           const char *text,
           const char *html)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
    *html != '\0' ? gdk_content_provider_new_for_bytes ("text/html", bytes) : NULL,
  };
  g_autoptr (GdkContentProvider) both = gdk_content_provider_new_union (providers,
                                                                        *html != '\0' ? 2 : 1);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (window)), both);
}

static void
focus_field (VacWindow *window,
             VacRole    role)
{
  vac_window_show_node (window, vac_document_get (app_get_document (window), role));
  app_settle ();
}

static gboolean
asks (VacWindow *window)
{
  return app_find_label (GTK_WIDGET (window), "Make a posting of this text?") != NULL;
}

static void
test_paste (void)
{
  for (guint html = 0; html < 2; html++)
    {
      g_autoptr (GBytes) bytes = support_load_bytes ("import/corpus/02-support-worker.txt");
      g_autoptr (GBytes) page = support_load_bytes (NURSE);
      g_autofree char *text = support_bytes_to_text (bytes);
      g_autofree char *page_text = support_bytes_to_text (page);
      VacWindow *window = app_open_guide_id ("blank");
      g_autofree char *before = app_get_text (window);
      g_autofree char *after = NULL;

      copy_text (window, text, html ? page_text : "");
      focus_field (window, VAC_ROLE_DEPARTMENT);
      app_press ("<Control>v");
      app_wait_until (asks (window));
      app_press_button (GTK_WIDGET (window), "_Make a Posting");
      g_assert_null (app_find_row (wait_draft (window), "Import As"));
      app_press ("<Control>Return");
      app_wait_until (g_str_has_prefix (get_title (window), html ? "Registered" : "Support"));
      g_assert_cmpstr (vac_document_get_text (app_get_document (window), VAC_ROLE_DEPARTMENT), ==,
                       html ? "4 West" : "");
      g_assert_false (asks (window));
      app_focus (GTK_WIDGET (window));
      app_press ("<Control>z");
      app_wait_until (*get_title (window) == '\0');
      after = app_get_text (window);
      g_assert_cmpstr (after, ==, before);
      app_close_all ();
    }
}

/* Nobody is asked about a few words, about a posting that has begun, or twice. */
static void
test_paste_unasked (void)
{
  g_autoptr (GBytes) bytes = support_load_bytes ("import/corpus/02-support-worker.txt");
  g_autofree char *text = support_bytes_to_text (bytes);
  VacWindow *window = app_open_guide_id ("blank");
  VacDocument *document = app_get_document (window);

  copy_text (window, "Ward 4", "");
  focus_field (window, VAC_ROLE_DEPARTMENT);
  app_press ("<Control>v");
  app_wait_until (g_str_equal (vac_document_get_text (document, VAC_ROLE_DEPARTMENT), "Ward 4"));
  g_assert_false (asks (window));

  copy_text (window, text, "");
  app_press ("<Control>v");
  app_wait_until (asks (window));
  app_press_button (GTK_WIDGET (window), "_Paste Only Here");
  app_wait_until (!asks (window));
  focus_field (window, VAC_ROLE_DEPARTMENT);
  app_press ("<Control>v");
  app_settle ();
  g_assert_false (asks (window));
  app_close_all ();

  window = app_open_guide ();
  copy_text (window, text, "");
  focus_field (window, VAC_ROLE_DEPARTMENT);
  app_press ("<Control>v");
  app_settle ();
  g_assert_false (asks (window));
  app_close_all ();
}

static void
test_room (void)
{
  VacWindow *window = app_open_guide ();
  GtkWidget *dialog = import (window, NURSE);
  GtkWidget *view = app_find_type (dialog, VAC_TYPE_PAGE_VIEW);
  GtkWidget *row = app_find_row (dialog, "Requisition");

  g_assert_true (gtk_widget_get_mapped (view) && gtk_widget_get_mapped (row));
  gtk_window_set_default_size (GTK_WINDOW (gtk_widget_get_root (dialog)), 360, 640);
  /* A sheet that comes to lie at the bottom of its window is away for a moment. */
  app_wait_until (!gtk_widget_get_mapped (view) && gtk_widget_get_mapped (row));
  g_assert_cmpint (gtk_widget_get_width (dialog), <=, 360);

  app_press ("<Alt>p");
  app_wait_until (gtk_widget_get_mapped (view) && !gtk_widget_get_mapped (row));
  app_press ("<Alt>s");
  app_wait_until (!gtk_widget_get_mapped (view) && gtk_widget_get_mapped (row));
  gtk_window_set_default_size (GTK_WINDOW (gtk_widget_get_root (dialog)), 1080, 780);
  app_wait_until (gtk_widget_get_mapped (view) && gtk_widget_get_mapped (row));
  app_close_all ();
}

/* The best of several times, so that other programs do not count. */
static void
test_speed (void)
{
  VacWindow *window = app_open_guide_id ("blank");
  GtkWidget *dialog = import (window, NURSE);
  GtkSwitch *used = GTK_SWITCH (find_named (dialog, GTK_TYPE_SWITCH, "Import “Benefits”"));
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < 6; i++)
    {
      const gboolean active = !gtk_switch_get_active (used);
      const gint64 start = g_get_monotonic_time ();

      gtk_switch_set_active (used, active);
      app_wait_until (result_has (dialog, "Tuition help") == active);
      best = MIN (best, g_get_monotonic_time () - start);
    }
  g_test_message ("A change took %.1f ms.", (double) best / 1000);
  g_assert_cmpint (best, <, 100 * G_TIME_SPAN_MILLISECOND);
  app_close_all ();
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/window/import/a-file-becomes-a-new-posting-in-one-step", test_new_posting);
  g_test_add_func ("/window/import/what-was-typed-keeps-its-window", test_window_of_its_own);
  g_test_add_func ("/window/import/facts-and-sections-are-chosen", test_choices);
  g_test_add_func ("/window/import/a-posting-takes-it-in-and-undo-takes-it-out", test_into);
  g_test_add_func ("/window/import/cancel-leaves-nothing", test_cancel);
  g_test_add_func ("/window/import/one-of-several-postings-is-chosen", test_several);
  g_test_add_func ("/window/import/what-cannot-be-read-says-why", test_broken);
  g_test_add_func ("/window/import/a-file-is-opened-with-the-program", test_open_with);
  g_test_add_func ("/window/import/a-file-is-dropped-on-a-window", test_drop);
  g_test_add_func ("/window/import/a-text-of-the-page-leads-to-where-it-was-read", test_find_part);
  g_test_add_func ("/window/import/a-posting-of-ours-is-opened", test_own_posting);
  g_test_add_func ("/window/import/narrow-shows-source-or-posting", test_room);
  g_test_add_func ("/window/import/a-change-is-seen-at-once", test_speed);
  g_test_add_func ("/window/paste/a-pasted-posting-is-taken-apart", test_paste);
  g_test_add_func ("/window/paste/nobody-is-asked-about-less", test_paste_unasked);

  return g_test_run ();
}
