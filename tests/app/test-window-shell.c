/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <gtk/gtkunixprint.h>
#include <string.h>

#include "app-fixture.h"
#include "vac-outline-facts.h"
#include "vac-preview-pane.h"
#include "vac-print-preview.h"
#include "vac-sidebar-row.h"
#include "vac-sidebar.h"

/* What a window offers around its forms: where the focus begins, menus, headers, bars. */

static void
click (GtkWidget *widget)
{
  app_click (widget, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
}

static gboolean
match_menu_item (GtkWidget  *widget,
                 const void *data)
{
  g_autofree char *text = NULL;

  if (!gtk_widget_get_mapped (widget) ||
      strcmp (G_OBJECT_TYPE_NAME (widget), "GtkModelButton") != 0)
    return FALSE;
  g_object_get (widget, "text", &text, NULL);

  return g_strcmp0 (text, data) == 0;
}

static GtkWidget *
find_menu_item (GtkWidget  *within,
                const char *text)
{
  return app_find (within, match_menu_item, text);
}

/* Focus */

static void
test_new_title (void)
{
  VacWindow *window = app_open_guide ();

  app_type ("Tea taster");
  app_wait_until (g_str_equal (
      vac_document_get_text (app_get_document (window), VAC_ROLE_JOB_TITLE), "Tea taster"));
  while (vac_document_get_can_undo (app_get_document (window)))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpstr (vac_document_get_text (app_get_document (window), VAC_ROLE_JOB_TITLE), ==,
                   "Machine Learning Engineer");
  g_assert_false (vac_document_get_modified (app_get_document (window)));
  app_close_all ();
}

static void
test_opened_file (void)
{
  static const int widths[] = { 1400, 800, 360 };
  g_autofree char *path = app_copy_guide ("opened.vacancy");

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      VacWindow *window = app_open (path);

      app_resize (window, widths[i], 800);
      app_type (" x");
      g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
      g_assert_false (vac_document_get_modified (app_get_document (window)));
      app_close_all ();
    }
}

static void
test_export_enter (void)
{
  VacWindow *window = app_open_guide ();
  GtkWidget *dialog;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) documents = g_file_new_for_path (
      g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS) != NULL
          ? g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS)
          : g_get_home_dir ());

  app_press ("<Control>e");
  dialog = app_wait_dialog (window);
  app_focus (dialog);
  app_press ("Return");
  app_wait_until (GTK_IS_FILE_CHOOSER (app_wait_dialog (window)));
  dialog = app_wait_dialog (window);
  app_wait_until (gtk_file_chooser_get_current_folder (GTK_FILE_CHOOSER (dialog)) != NULL);
  folder = gtk_file_chooser_get_current_folder (GTK_FILE_CHOOSER (dialog));
  g_assert_true (g_file_equal (folder, documents));
  app_close_all ();
}

static void
test_apply_enter (void)
{
  VacWindow *window = app_open_guide ();
  VacDocument *document = app_get_document (window);
  GtkWidget *dialog;

  vac_window_show_node (window,
                        vac_node_get_child (vac_document_get (document, VAC_ROLE_VARIATIONS), 0));
  app_settle ();
  app_press_button (gtk_stack_get_visible_child (
                        GTK_STACK (app_get_template_child (window, "page_stack"))),
                    "Apply to Posting…");
  dialog = app_wait_dialog (window);
  app_focus (dialog);
  app_press ("Return");
  app_wait_until (vac_document_get_modified (document));

  /* Its undo is offered for as long as it undoes this. */
  app_focus (GTK_WIDGET (window));
  app_wait_until (app_find_label (GTK_WIDGET (window), "lines added") != NULL);
  app_press ("<Control>z");
  app_wait_until (!vac_document_get_modified (document));
  app_settle ();
  g_assert_null (app_find_label (GTK_WIDGET (window), "lines added"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.notify-removed", "s", "Said again");
  app_press ("<Control><Shift>z");
  app_wait_until (vac_document_get_modified (document));
  app_settle ();
  g_assert_null (app_find_label (GTK_WIDGET (window), "Said again"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.notify-removed", "s", "Said again");
  app_wait_until (app_find_label (GTK_WIDGET (window), "Said again") != NULL);
  app_press_button (GTK_WIDGET (window), "_Undo");
  app_wait_until (!vac_document_get_modified (document));
  app_settle ();
  g_assert_null (app_find_label (GTK_WIDGET (window), "Said again"));
  app_close_all ();
}

/* Open Recent */

static GtkWidget *
open_recent_menu (VacWindow *window)
{
  GtkWidget *button = app_get_template_child (window, "main_menu_button");

  click (button);
  app_wait_until (find_menu_item (button, "Open Recent") != NULL);
  click (find_menu_item (button, "Open Recent"));

  return button;
}

/* Without GTK's help: it leaves the focus in the submenu that was closed, where no key arrives. */
static void
test_keys_work_after_a_submenu_was_closed (void)
{
  VacWindow *window = app_open_guide ();
  GtkWidget *button = app_get_template_child (window, "main_menu_button");
  GtkWidget *before = gtk_window_get_focus (GTK_WINDOW (window));

  app_press ("F10");
  app_wait_until (find_menu_item (button, "Edit") != NULL);
  app_press ("e");
  app_wait_until (find_menu_item (button, "Find…") != NULL);
  app_press ("Escape");
  app_wait_until (find_menu_item (button, "Find…") == NULL);
  app_wait_until (gtk_window_get_focus (GTK_WINDOW (window)) == before);
  app_press ("F10");
  app_wait_until (find_menu_item (button, "Edit") != NULL);
  app_press ("Escape");
  app_wait_until (find_menu_item (button, "Edit") == NULL);
  app_close_all ();
}

/* The menu is in the sidebar, which a narrow window does not show beside the form. */
static void
test_the_menu_opens_without_the_sidebar (void)
{
  VacWindow *window = app_open_guide ();
  GtkWidget *button = app_get_template_child (window, "main_menu_button");

  app_press ("F9");
  app_wait_until (!gtk_widget_get_mapped (button));
  app_press ("F10");
  app_wait_until (find_menu_item (button, "Edit") != NULL);
  app_press ("Escape");
  app_wait_until (find_menu_item (button, "Edit") == NULL);
  app_resize (window, 360, 700);
  app_wait_until (!gtk_widget_get_mapped (button));
  app_press ("F10");
  app_wait_until (find_menu_item (button, "Edit") != NULL);
  app_press ("Escape");
  app_wait_until (find_menu_item (button, "Edit") == NULL);
  app_close_all ();
}

static void
test_recent (void)
{
  g_autofree char *first = app_copy_guide ("first_one & <b>.vacancy");
  g_autofree char *second = app_copy_guide ("second.vacancy");
  g_autofree char *gone = app_copy_guide ("gone.vacancy");
  const char *paths[] = { gone, first, second };
  VacWindow *window;
  GtkWidget *menu;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      app_open (paths[i]);
      app_close_all ();
    }
  g_remove (gone);

  window = app_open_guide ();
  menu = open_recent_menu (window);
  app_wait_until (find_menu_item (menu, "second.vacancy") != NULL);
  g_assert_null (find_menu_item (menu, "gone.vacancy"));
  g_assert_nonnull (find_menu_item (menu, "first_one & <b>.vacancy"));
  click (find_menu_item (menu, "first_one & <b>.vacancy"));
  app_wait_until (strstr (gtk_window_get_title (
                              gtk_application_get_active_window (GTK_APPLICATION (app_get ()))),
                          "first_one & <b>.vacancy") != NULL);
  app_close_all ();
}

/* The outline */

static GtkWidget *
find_row (VacWindow *window,
          VacNode   *node)
{
  GtkWidget *list_box = app_find_type (app_find_type (GTK_WIDGET (window), VAC_TYPE_SIDEBAR),
                                       GTK_TYPE_LIST_BOX);

  for (GtkWidget *row = gtk_widget_get_first_child (list_box); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (VAC_IS_SIDEBAR_ROW (row) && vac_sidebar_row_get_node (VAC_SIDEBAR_ROW (row)) == node)
      return row;

  return NULL;
}

static VacNode *
get_selected (VacWindow *window)
{
  return vac_sidebar_get_selected (
      VAC_SIDEBAR (app_find_type (GTK_WIDGET (window), VAC_TYPE_SIDEBAR)));
}

static GtkWidget *
get_page (VacWindow *window)
{
  return gtk_stack_get_visible_child (GTK_STACK (app_get_template_child (window, "page_stack")));
}

/* Where the block of @section stands, from the top of the page. */
static double
get_top (VacWindow *window,
         VacNode   *section)
{
  GtkWidget *block = app_find_field (window, section);
  graphene_rect_t bounds;

  return block != NULL && gtk_widget_compute_bounds (block, get_page (window), &bounds)
             ? bounds.origin.y
             : -1;
}

static void
show_row (GtkWidget *row)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (row, gtk_widget_get_parent (row), &bounds));
  gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
  app_settle ();
}

/* Every group by its first click on a page that was never shown, the last one first. */
static void
test_first_click (void)
{
  g_autofree char *path = app_copy_guide ("click.vacancy");
  static const int heights[] = { 900, 500 };

  for (guint height = 0; height < G_N_ELEMENTS (heights); height++)
    {
      VacWindow *window = app_open (path);
      VacNode *sections = vac_document_get (app_get_document (window), VAC_ROLE_SECTIONS);

      app_resize (window, 1360, heights[height]);
      for (guint i = 0; i < vac_node_get_n_children (sections); i++)
        {
          VacNode *parts = vac_node_get (vac_node_get_child (sections, i), VAC_ROLE_SUBSECTIONS);

          for (guint j = vac_node_get_n_children (parts); j > 0; j--)
            {
              VacNode *part = vac_node_get_child (parts, j - 1);

              g_test_message ("%s", vac_node_get_member_text (part, VAC_ROLE_SECTION_TITLE));
              show_row (find_row (window, part));
              click (find_row (window, part));
              app_wait_until (get_selected (window) == part);
              app_wait_until (get_top (window, part) >= 0 && get_top (window, part) < 60);
            }
        }
      g_assert_false (vac_document_get_modified (app_get_document (window)));
      app_close_all ();
    }
}

static void
test_follows_focus (void)
{
  VacWindow *window = app_open_guide ();
  VacNode *section = vac_document_find_section (app_get_document (window),
                                                "required-qualifications");
  VacNode *part = vac_node_get_child (vac_node_get (section, VAC_ROLE_SUBSECTIONS), 1);
  double top;

  click (find_row (window, section));
  top = get_top (window, part);
  g_assert_cmpfloat (top, >, 60);
  click (app_find_field (window, vac_node_get (part, VAC_ROLE_SECTION_TITLE)));
  app_wait_until (get_selected (window) == part);
  g_assert_cmpfloat_with_epsilon (get_top (window, part), top, 1);

  /* A click on what is already selected goes to its top. */
  click (find_row (window, part));
  app_wait_until (get_top (window, part) < 60);
  app_close_all ();
}

/* How many entries but one look as if they were meant. */
static guint
count_highlighted (GtkWidget *except)
{
  const GtkStateFlags flags = GTK_STATE_FLAG_SELECTED | GTK_STATE_FLAG_PRELIGHT |
                              GTK_STATE_FLAG_ACTIVE | GTK_STATE_FLAG_FOCUSED;
  guint n_rows = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (gtk_widget_get_parent (except)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (VAC_IS_SIDEBAR_ROW (row) && row != except &&
        (gtk_widget_get_state_flags (row) & flags) != 0)
      n_rows++;

  return n_rows;
}

static GtkWidget *
get_outline (GtkWidget *row)
{
  return gtk_widget_get_ancestor (row, VAC_TYPE_SIDEBAR);
}

static void
choose (GtkWidget  *row,
        const char *item)
{
  app_wait_until (find_menu_item (get_outline (row), item) != NULL);
  g_assert_cmpuint (count_highlighted (row), ==, 0);
  click (find_menu_item (get_outline (row), item));
  app_settle ();
}

static void
test_row_menu (void)
{
  VacWindow *window = app_open_guide ();
  VacDocument *document = app_get_document (window);
  VacNode *section = vac_document_find_section (document, "about-the-role");
  GtkWidget *row = find_row (window, section);
  const guint position = vac_node_get_position (section);

  app_click_button (row, GDK_BUTTON_SECONDARY, 30, 10);
  g_assert_null (find_menu_item (get_outline (row), "Include"));
  choose (row, "Leave Out");
  g_assert_true (get_selected (window) == section);
  app_wait_until (!vac_node_get_member_toggle (section, VAC_ROLE_SECTION_INCLUDE));
  app_wait_until (gtk_window_get_focus (GTK_WINDOW (window)) == row);
  app_press ("<Control>z");
  app_wait_until (vac_node_get_member_toggle (section, VAC_ROLE_SECTION_INCLUDE));

  gtk_widget_grab_focus (row);
  app_press ("<Shift>F10");
  choose (row, "Move Up");
  app_wait_until (vac_node_get_position (section) == position - 1);
  app_press ("<Control>z");
  app_wait_until (vac_node_get_position (section) == position);
  g_assert_false (vac_document_get_modified (document));

  gtk_widget_grab_focus (row);
  app_press ("Menu");
  choose (row, "Rename");
  app_press ("<Control>a");
  app_type ("Tea");
  app_wait_until (g_str_equal (vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE), "Tea"));
  app_close_all ();
}

static void
test_job_menu (void)
{
  static const char *const hidden[] = {
    "Rename", "Leave Out", "Include", "Move Up", "Move Down", "Remove", "Add Subsection",
  };
  VacWindow *window = app_open_guide ();
  GtkWidget *row = find_row (window, vac_document_get (app_get_document (window), VAC_ROLE_JOB));

  app_click_button (row, GDK_BUTTON_SECONDARY, 30, 10);
  app_wait_until (find_menu_item (get_outline (row), "Add Section") != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    g_assert_null (find_menu_item (get_outline (row), hidden[i]));
  /* A menu holds the keyboard, and takes it along when its window is destroyed. */
  app_press ("Escape");
  app_wait_until (find_menu_item (get_outline (row), "Add Section") == NULL);
  app_close_all ();
}

/* The form is that of every posting, whatever wrote the file. */
static void
test_member_order (void)
{
  static const char *const titles[] = { "Job title", "Name of the employer", "Website",
                                        "Department", "Openings" };
  g_autofree char *path = app_make_path ("order.vacancy");
  VacWindow *window;
  float last = -1;

  app_write (path, "{\"format\": \"vacancy-posting\", \"version\": 1, \"job\": {\"openings\": 3, "
                   "\"department\": \"D\","
                   "\"employer\": {\"website\": \"https://example.com\", \"name\": \"E\"}, "
                   "\"title\": \"T\"}}\n");
  window = app_open (path);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *row = app_find_row (get_page (window), titles[i]);
      graphene_rect_t bounds;

      g_assert_nonnull (row);
      g_assert_true (gtk_widget_compute_bounds (row, get_page (window), &bounds));
      g_assert_cmpfloat (bounds.origin.y, >, last);
      last = bounds.origin.y;
    }
  app_close_all ();
}

/* Bars */

static void
test_unshown (void)
{
  static const char posting[] =
      "{\"format\": \"vacancy-posting\", \"version\": 1, \"job\": {\"title\": 42,"
      "\"employer\": {\"name\": \"E\"}, \"locations\": \"every\\nwhere\","
      "\"pay\": {\"maximum\": \"a lot & <more>\"}}, \"sections\": [{\"id\": \"a\", \"title\": "
      "\"A\","
      "\"audience\": \"candidate\", \"table\": \"pay\", \"text\": [\"x\"]}]}\n";
  g_autofree char *path = app_make_path ("unshown.vacancy");
  VacWindow *window;
  VacDocument *document;

  app_write (path, posting);
  window = app_open (path);
  document = app_get_document (window);
  g_assert_nonnull (app_find_label (GTK_WIDGET (window), "4 values"));

  app_press_button (GTK_WIDGET (window), "_Next Place");
  app_wait_until (app_find_label (GTK_WIDGET (window), "“Job title” holds 42") != NULL);
  app_settle ();
  app_type ("Taster");
  app_wait_until (g_str_equal (vac_document_get_text (document, VAC_ROLE_JOB_TITLE), "Taster"));
  g_assert_nonnull (app_find_label (GTK_WIDGET (window), "3 values"));
  app_press ("<Control>z");
  app_wait_until (app_find_label (GTK_WIDGET (window), "4 values") != NULL);
  app_press ("<Control><Shift>z");
  app_wait_until (app_find_label (GTK_WIDGET (window), "3 values") != NULL);

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_MAXIMUM), "5");
  vac_document_set_text (
      document, vac_node_get (vac_document_find_section (document, "a"), VAC_ROLE_SECTION_TEXT),
      "y");
  g_assert_nonnull (app_find_label (GTK_WIDGET (window), "1 value "));
  app_press_button (GTK_WIDGET (window), "_Show Place");
  app_settle ();
  app_press_button (get_page (window), "Add Place of Work");
  app_settle ();
  g_assert_null (app_find_label (GTK_WIDGET (window), "not printed"));
  app_close_all ();
}

/* The preview */

static const char *
get_shown (VacWindow *window)
{
  GtkDropDown *subjects = GTK_DROP_DOWN (app_get_template_child (window, "subject_drop_down"));

  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (subjects));
}

static gboolean
page_says (VacWindow  *window,
           const char *part)
{
  g_autofree char *text = app_get_page_text (window);

  return strstr (text, part) != NULL;
}

static void
test_preview_follows (void)
{
  VacWindow *window = app_open_guide ();
  VacDocument *document = app_get_document (window);
  VacNode *questions = vac_document_find_section (document, "interview-questions");
  VacNode *part = vac_node_get_child (vac_node_get (questions, VAC_ROLE_SUBSECTIONS), 0);
  VacNode *overview = vac_document_find_section (document, "position-overview");
  VacNode *salaries = vac_node_get (vac_document_get (document, VAC_ROLE_SALARIES),
                                    VAC_ROLE_SALARIES_YEAR);
  GtkWidget *subjects = app_get_template_child (window, "subject_drop_down");

  g_assert_cmpstr (get_shown (window), ==, "Posting");
  vac_window_show_node (window, vac_node_get (part, VAC_ROLE_SECTION_TITLE));
  app_settle ();
  app_type ("Teapots");
  app_wait_until (g_str_equal (get_shown (window), "Interview Kit"));
  app_wait_until (page_says (window, "Teapots"));
  vac_window_show_node (window, salaries);
  app_settle ();
  g_assert_cmpstr (get_shown (window), ==, "Salary Comparison");

  /* The places that are checked in the table. */
  app_wait_until (page_says (window, "Boston"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.choose-places", "@au",
                              g_variant_new_parsed ("[uint32 1, 2]"));
  app_wait_until (!page_says (window, "Boston"));
  g_assert_true (page_says (window, "Seattle"));
  vac_window_show_node (window, overview);
  app_settle ();
  g_assert_cmpstr (get_shown (window), ==, "Posting");

  /* What is chosen by hand stays in that form, and everywhere unless it is the posting. */
  vac_window_show_node (window, questions);
  app_settle ();
  gtk_drop_down_set_selected (GTK_DROP_DOWN (subjects), 0);
  click (app_find_field (window, vac_node_get (part, VAC_ROLE_SECTION_TITLE)));
  g_assert_cmpstr (get_shown (window), ==, "Posting");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (subjects), 1);
  vac_window_show_node (window, salaries);
  app_settle ();
  g_assert_cmpstr (get_shown (window), ==, "Whole Guide");
  app_close_all ();
}

/* Unless the user or the locale names a paper. What is exported and printed takes the same. */
static void
test_paper_follows (void)
{
  VacWindow *window = app_open_guide ();
  VacDocument *document = app_get_document (window);
  VacNode *language = vac_document_get (document, VAC_ROLE_LANGUAGE);
  VacPreviewPane *pane = VAC_PREVIEW_PANE (app_get_template_child (window, "preview_pane"));

  g_assert_cmpfloat (vac_preview_pane_get_options (pane).page_setup->height, ==, 792.0);
  vac_document_set_text (document, language, "fr-FR");
  g_assert_cmpfloat (vac_preview_pane_get_options (pane).page_setup->height, >, 841.0);
  app_press ("<Control>z");
  app_wait_until (vac_preview_pane_get_options (pane).page_setup->height == 792.0);
  app_close_all ();
}

/* Where a click on one of them in the preview leads. */
static void
test_facts_lead_to_their_fields (void)
{
  VacWindow *window = app_open_guide ();
  VacDocument *document = app_get_document (window);
  g_autoptr (VacOutline) outline = NULL;
  guint n_facts = 0;

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_DEPARTMENT), "Research");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_CLOSES), "2026-03-04");
  outline = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      GArray *facts = vac_outline_get_block (outline, i)->facts;

      for (guint j = 0; facts != NULL && j < facts->len; j++, n_facts++)
        g_assert_true (vac_window_show_node (window, vac_facts_get (facts, j)->node));
    }
  g_assert_cmpuint (n_facts, >=, 4);
  app_close_all ();
}

/* Printing */

static gboolean
match_check (GtkWidget  *widget,
             const void *data)
{
  return GTK_IS_CHECK_BUTTON (widget) &&
         g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), data) == 0;
}

static GtkWidget *
wait_print_dialog (VacWindow *window)
{
  GtkWidget *dialog;

  app_wait_until (GTK_IS_PRINT_UNIX_DIALOG (dialog = app_wait_dialog (window)));
  app_wait_until (app_find_label (GTK_WIDGET (dialog), "Print to File") != NULL);
  click (app_find_label (GTK_WIDGET (dialog), "Print to File"));

  return dialog;
}

static GtkWidget *
wait_preview (VacWindow *window)
{
  GtkWidget *preview;

  app_wait_until (VAC_IS_PRINT_PREVIEW (preview = app_wait_dialog (window)));
  app_focus (preview);

  return preview;
}

static void
test_print_dialog (void)
{
  VacWindow *window = app_open_guide ();
  GtkPageRange ranges[] = { { 1, 1 } };
  g_autoptr (GtkPrintSettings) settings = NULL;
  GtkWidget *dialog, *preview;

  vac_document_set_text (app_get_document (window),
                         vac_document_get (app_get_document (window), VAC_ROLE_JOB_TITLE),
                         "Tea/Taster");
  app_press ("<Control>p");
  dialog = app_wait_dialog (window);
  app_press_button (GTK_WIDGET (dialog), "_Print…");
  dialog = wait_print_dialog (window);
  app_wait_until (app_find_label (GTK_WIDGET (dialog), "Taster.pdf") != NULL);
  g_assert_true (
      gtk_widget_is_sensitive (app_find (GTK_WIDGET (dialog), match_check, "C_urrent Page")));

  app_press_button (GTK_WIDGET (dialog), "Pre_view");
  preview = wait_preview (window);
  g_assert_nonnull (app_find_label (GTK_WIDGET (preview), "Tea/Taster"));
  app_wait_until (app_find_label (GTK_WIDGET (preview), "Page 1 of ") != NULL);

  /* What was chosen stays chosen. */
  app_press_button (GTK_WIDGET (preview), "_Print…");
  dialog = wait_print_dialog (window);
  settings = gtk_print_unix_dialog_get_settings (GTK_PRINT_UNIX_DIALOG (dialog));
  gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_RANGES);
  gtk_print_settings_set_page_ranges (settings, ranges, G_N_ELEMENTS (ranges));
  gtk_print_unix_dialog_set_settings (GTK_PRINT_UNIX_DIALOG (dialog), settings);
  app_press_button (GTK_WIDGET (dialog), "Pre_view");
  preview = wait_preview (window);
  g_assert_nonnull (app_find_label (GTK_WIDGET (preview), "Only these pages are printed: 2"));
  app_press ("<Control>plus");
  app_press_button (GTK_WIDGET (preview), "_Print…");
  dialog = wait_print_dialog (window);
  g_clear_object (&settings);
  settings = gtk_print_unix_dialog_get_settings (GTK_PRINT_UNIX_DIALOG (dialog));
  g_assert_cmpint (gtk_print_settings_get_print_pages (settings), ==, GTK_PRINT_PAGES_RANGES);
  app_press_button (GTK_WIDGET (dialog), "Pre_view");
  wait_preview (window);
  app_press ("Escape");
  app_focus (GTK_WIDGET (window));
  app_settle ();
  app_close_all ();
}

/* Shortcuts that the shortcuts window names and GTK knows. */
static void
test_pane_keys (void)
{
  VacWindow *window = app_open_guide ();
  static const char *const headers[] = { "preview_header", "sidebar_header", "form_header" };
  VacNode *overview = vac_document_find_section (app_get_document (window), "position-overview");
  GtkWidget *area;

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      GtkWidget *pane = gtk_widget_get_parent (app_get_template_child (window, headers[i]));

      app_press ("F6");
      app_wait_until (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), pane));
      g_assert_null (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                              ADW_TYPE_HEADER_BAR));
    }
  app_press ("<Shift>F6");
  app_wait_until (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                          app_get_template_child (window, "sidebar_bin")));

  vac_window_show_node (window, vac_node_get (overview, VAC_ROLE_SECTION_TEXT));
  app_settle ();
  area = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_TEXT_VIEW (area));
  app_press ("<Control>Tab");
  app_wait_until (gtk_window_get_focus (GTK_WINDOW (window)) != area);
  g_assert_false (vac_document_get_modified (app_get_document (window)));
  app_close_all ();
}

/* Help */

/* Makes a program that writes down what it is asked to show, and has it show manuals. */
static char *
show_manuals (void)
{
  g_autofree char *asked = app_make_path ("asked");
  g_autofree char *script = app_make_path ("show-manual");
  g_autofree char *text = g_strdup_printf ("#!/bin/sh\necho \"$1\" > '%s.new'\nmv '%s.new' '%s'\n",
                                           asked, asked, asked);
  g_autoptr (GAppInfo) program = NULL;
  g_autoptr (GError) error = NULL;

  app_write (script, text);
  g_assert_cmpint (g_chmod (script, 0755), ==, 0);
  program = g_app_info_create_from_commandline (script, "Manuals",
                                                G_APP_INFO_CREATE_SUPPORTS_URIS, &error);
  g_assert_no_error (error);
  g_app_info_set_as_default_for_type (program, "x-scheme-handler/help", &error);
  g_assert_no_error (error);

  return g_steal_pointer (&asked);
}

static void
test_manual (void)
{
  VacWindow *window = app_open_guide ();
  g_autoptr (GAppInfo) program = g_app_info_get_default_for_uri_scheme ("help");
  g_autofree char *asked = NULL;
  g_autofree char *shown = NULL;

  if (program == NULL)
    {
      GtkWidget *dialog;

      app_press ("F1");
      dialog = app_wait_dialog (window);
      g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
      g_assert_nonnull (app_find_label (GTK_WIDGET (dialog), "The Manual Cannot Be Shown"));
      app_press ("Escape");
      app_wait_until (dialog == NULL);
      app_focus (GTK_WIDGET (window));
    }

  asked = show_manuals ();
  app_press ("F1");
  app_wait_until (g_file_test (asked, G_FILE_TEST_EXISTS));
  shown = app_read (asked);
  g_assert_cmpstr (g_strchomp (shown), ==, "help:vacancy");
  app_close_all ();
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/window/focus/typing-in-a-new-posting-renames-it", test_new_title);
  g_test_add_func ("/window/focus/a-key-in-an-opened-posting-changes-nothing", test_opened_file);
  g_test_add_func ("/window/focus/enter-exports-into-the-documents", test_export_enter);
  g_test_add_func ("/window/focus/enter-applies-a-variation", test_apply_enter);
  g_test_add_func ("/window/menu/keys-work-after-a-submenu-was-closed",
                   test_keys_work_after_a_submenu_was_closed);
  g_test_add_func ("/window/menu/the-menu-opens-without-the-sidebar",
                   test_the_menu_opens_without_the_sidebar);
  g_test_add_func ("/window/menu/the-postings-opened-last-open-from-the-menu", test_recent);

  g_test_add_func ("/window/outline/the-first-click-on-a-group-shows-it-at-the-top",
                   test_first_click);
  g_test_add_func ("/window/outline/the-selection-follows-the-focus-and-the-page-stays",
                   test_follows_focus);
  g_test_add_func ("/window/outline/an-entry-has-a-menu-of-what-can-be-done-with-it",
                   test_row_menu);
  g_test_add_func ("/window/outline/the-menu-of-the-job-offers-nothing-that-does-nothing",
                   test_job_menu);
  g_test_add_func ("/window/form/its-order-is-the-schemas-and-not-the-files", test_member_order);
  g_test_add_func ("/window/bars/values-of-a-wrong-type-are-counted-and-led-to", test_unshown);
  g_test_add_func ("/window/preview/follows-what-is-edited-and-keeps-what-is-chosen",
                   test_preview_follows);
  g_test_add_func ("/window/preview/its-paper-follows-the-language", test_paper_follows);
  g_test_add_func ("/window/preview/facts-lead-to-their-fields", test_facts_lead_to_their_fields);
  g_test_add_func (
      "/window/print/the-dialog-proposes-a-name-and-a-page-and-previews-the-pages-it-prints",
      test_print_dialog);
  g_test_add_func ("/window/focus/the-keys-that-go-between-panes-and-out-of-texts", test_pane_keys);
  g_test_add_func ("/window/help/f1-opens-the-manual-or-says-that-nothing-can", test_manual);

  return g_test_run ();
}
