/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app-fixture.h"
#include "vac-additions.h"
#include "vac-level.h"
#include "vac-salary-edit.h"
#include "vac-salary-import.h"
#include "vac-sidebar.h"

/* The buttons for undo and redo after each kind of compound step: alive, with the step's name, and
 * one undo takes all of it back. */

static VacNode *
get_bullet (VacWindow *window,
            guint      position)
{
  VacNode *section = vac_document_find_section (app_get_document (window), "technical-skills");

  return vac_node_get_child (vac_node_get (section, VAC_ROLE_SECTION_ITEMS), position);
}

static guint
count_bullets (VacWindow *window)
{
  return vac_node_get_n_children (vac_node_get_parent (get_bullet (window, 0)));
}

static void
click_on_bullet (VacWindow *window,
                 guint      position)
{
  GtkWidget *field;

  vac_window_show_node (window, get_bullet (window, position));
  app_settle ();
  field = app_find_field (window, vac_node_get (get_bullet (window, position), VAC_ROLE_ITEM_TEXT));
  g_assert_nonnull (field);
  app_click (field, gtk_widget_get_width (field) / 2.0, gtk_widget_get_height (field) / 2.0);
}

static void
press_enter (VacWindow *window)
{
  guint before = count_bullets (window);

  click_on_bullet (window, 0);
  app_press ("Return");
  app_wait_until (count_bullets (window) == before + 1);
}

static void
press_backspace (VacWindow *window)
{
  guint before = count_bullets (window);

  click_on_bullet (window, 1);
  app_press ("<Control>Home");
  app_press ("BackSpace");
  app_wait_until (count_bullets (window) == before - 1);
}

static void
paste_list (VacWindow *window)
{
  guint before = count_bullets (window);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)),
                          "• one\n• two\n• three\n");
  click_on_bullet (window, 0);
  app_press ("<Control>v");
  app_wait_until (count_bullets (window) == before + 2);
}

static void
apply_to_posting (VacWindow *window)
{
  VacNode *variations = vac_document_get (app_get_document (window), VAC_ROLE_VARIATIONS);
  VacNode *variation = vac_node_get_child (variations, 0);
  g_autoptr (GPtrArray) additions = vac_additions_of_variation (app_get_document (window),
                                                                variation);

  g_assert_cmpuint (vac_additions_apply (app_get_document (window), additions, "Apply “Startup”"),
                    >, 1);
}

static void
use_range (VacWindow *window)
{
  VacNode *places = vac_document_get (app_get_document (window), VAC_ROLE_PLACES);
  VacNode *last = vac_node_get_child (places, vac_node_get_n_children (places) - 1);

  g_assert_true (vac_salary_use_range (app_get_document (window), last, NULL));
}

static void
define_levels (VacWindow *window)
{
  g_assert_true (vac_pay_levels_define (app_get_document (window)));
}

static void
import_salaries (VacWindow *window)
{
  static const char table[] =
      "Location,Minimum,Maximum\n\"Ames, IA\",80000,120000\n\"Bend, OR\",90000,130000\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (table, strlen (table));
  g_autoptr (GError) error = NULL;
  g_autoptr (VacSalaryImport) import = vac_salary_import_analyse (bytes, "table.csv", &error);
  g_autoptr (VacSalaryImportResult) result = NULL;
  guint n_applied = 0;

  g_assert_no_error (error);
  result = vac_salary_import_run (import, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  vac_salary_import_result_match (result, import, app_get_document (window));
  g_assert_true (
      vac_salary_apply_import (app_get_document (window), import, result, "A table", &n_applied));
  g_assert_cmpuint (n_applied, ==, 2);
}

typedef struct
{
  const char *name;
  void      (*act) (VacWindow *window);
  const char *tooltip;   /* what the label of the step begins with */
} Case;

static const Case cases[] = {
  { "enter-inside-a-bullet", press_enter, "Split Item" },
  { "backspace-that-joins", press_backspace, "Join Items" },
  { "the-paste-of-a-list", paste_list, "Paste" },
  { "apply-to-posting", apply_to_posting, "Apply “Startup”" },
  { "use-range", use_range, "Use Range of" },
  { "define-levels", define_levels, "Define Levels" },
  { "a-salary-import", import_salaries, "Import Salaries" },
};

static void
assert_button (VacWindow  *window,
               const char *name,
               gboolean    alive,
               const char *tooltip)
{
  GtkWidget *button = app_get_template_child (window, name);
  const char *shown = gtk_widget_get_tooltip_text (button);

  g_assert_cmpint (gtk_widget_is_sensitive (button), ==, alive);
  if (!g_str_has_prefix (shown, tooltip) ||
      (strchr (tooltip, ':') == NULL && strchr (shown, ':') != NULL))
    g_assert_cmpstr (shown, ==, tooltip);
}

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autofree char *path = app_copy_guide ("undo.vacancy");
  g_autofree char *undo = g_strconcat ("Undo: ", row->tooltip, NULL);
  g_autofree char *redo = g_strconcat ("Redo: ", row->tooltip, NULL);
  VacWindow *window = app_open (path);

  assert_button (window, "undo_button", FALSE, "Undo");
  row->act (window);
  assert_button (window, "undo_button", TRUE, undo);
  assert_button (window, "redo_button", FALSE, "Redo");
  g_assert_true (app_get_enabled (window, "save_button"));

  app_press ("<Control>z");
  app_wait_until (!vac_document_get_modified (app_get_document (window)));
  assert_button (window, "undo_button", FALSE, "Undo");
  assert_button (window, "redo_button", TRUE, redo);
  g_assert_false (app_get_enabled (window, "save_button"));

  app_press ("<Control><Shift>z");
  app_wait_until (vac_document_get_modified (app_get_document (window)));
  assert_button (window, "undo_button", TRUE, undo);
  assert_button (window, "redo_button", FALSE, "Redo");
  app_press ("<Control>z");
  app_wait_until (!vac_document_get_modified (app_get_document (window)));
  app_close_all ();
}

/* The button stays alive all the time; only its tooltip is another one. */
static void
test_one_after_another (void)
{
  VacWindow *window = app_open_guide ();

  press_enter (window);
  assert_button (window, "undo_button", TRUE, "Undo: Split Item");
  define_levels (window);
  assert_button (window, "undo_button", TRUE, "Undo: Define Levels");
  app_press ("<Control>z");
  assert_button (window, "undo_button", TRUE, "Undo: Split Item");
  assert_button (window, "redo_button", TRUE, "Redo: Define Levels");
  app_press ("<Control>z");
  app_wait_until (!vac_document_get_modified (app_get_document (window)));
  app_close_all ();
}

/* Pay has a form on two pages. */
static void
test_pay_is_undone_where_it_was_changed (void)
{
  VacWindow *window = app_open_guide ();
  VacDocument *document = app_get_document (window);
  VacNode *sections[] = { vac_document_get (document, VAC_ROLE_JOB),
                          vac_document_find_section (document, "compensation-benefits") };
  VacNode *pay = vac_document_get (document, VAC_ROLE_PAY_MAXIMUM);
  VacSidebar *sidebar = VAC_SIDEBAR (app_find_type (GTK_WIDGET (window), VAC_TYPE_SIDEBAR));

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      vac_window_show_node (window, sections[i]);
      app_settle ();
      g_assert_true (vac_window_show_node (window, pay));
      app_settle ();
      g_assert_true (vac_sidebar_get_selected (sidebar) == sections[i]);
      app_press ("<Control>a");
      app_type ("190000");
      app_wait_until (g_str_equal (vac_node_get_text (pay), "190000"));
      app_press ("<Control>z");
      app_wait_until (g_str_equal (vac_node_get_text (pay), "180000"));
      app_settle ();
      g_assert_true (vac_sidebar_get_selected (sidebar) == sections[i]);
    }
  app_close_all ();
}

int
main (int   argc,
      char *argv[])
{
  app_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/window/undo/is-alive-after-%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/window/undo/names-one-step-after-another", test_one_after_another);
  g_test_add_func ("/window/undo/pay-is-undone-where-it-was-changed",
                   test_pay_is_undone_where_it_was_changed);

  return g_test_run ();
}
