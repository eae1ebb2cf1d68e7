/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app-fixture.h"
#include "contrast.h"
#include "support.h"
#include "vac-apply-dialog.h"
#include "vac-find-bar.h"
#include "vac-history-view.h"
#include "vac-item-list.h"
#include "vac-item-row.h"
#include "vac-measure-list.h"
#include "vac-page.h"
#include "vac-print-preview.h"
#include "vac-review-card.h"
#include "vac-review-pane.h"
#include "vac-section-block.h"
#include "vac-sidebar-row.h"
#include "vac-sidebar.h"

/* What is shown where there is less room, and that everything has a name. */

static gboolean
shows (VacWindow  *window,
       const char *name)
{
  return gtk_widget_get_mapped (app_get_template_child (window, name));
}

static void
test_medium (void)
{
  VacWindow *window = app_open_guide ();

  app_resize (window, 1400, 800);
  g_assert_true (shows (window, "sidebar_bin") && shows (window, "page_stack") &&
                 shows (window, "preview_stack"));
  app_resize (window, 800, 800);
  g_assert_true (shows (window, "page_stack"));
  g_assert_true (shows (window, "sidebar_bin") != shows (window, "preview_stack"));
  app_press ("F8");
  app_settle ();
  g_assert_true (shows (window, "page_stack") && shows (window, "preview_stack") &&
                 !shows (window, "sidebar_bin"));
  app_press ("F9");
  app_settle ();
  g_assert_true (shows (window, "page_stack") && shows (window, "sidebar_bin") &&
                 !shows (window, "preview_stack"));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 800);
  app_resize (window, 1400, 800);
  g_assert_true (shows (window, "sidebar_bin") && shows (window, "page_stack") &&
                 shows (window, "preview_stack"));
  app_close_all ();
}

static void
test_narrow (void)
{
  VacWindow *window = app_open_guide ();
  int minimum;

  app_resize (window, 1400, 800);
  app_resize (window, 360, 640);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 360);
  g_assert_true (shows (window, "page_stack") && !shows (window, "sidebar_bin") &&
                 !shows (window, "preview_stack"));
  gtk_widget_measure (app_get_template_child (window, "form_header"), GTK_ORIENTATION_HORIZONTAL,
                      -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  app_press ("F9");
  app_settle ();
  g_assert_true (shows (window, "sidebar_bin") && !shows (window, "page_stack") &&
                 !shows (window, "preview_stack"));
  app_press ("F8");
  app_settle ();
  g_assert_true (shows (window, "preview_stack") && !shows (window, "page_stack") &&
                 !shows (window, "sidebar_bin"));
  gtk_widget_measure (gtk_widget_get_parent (app_get_template_child (window, "preview_header")),
                      GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  app_press ("F8");
  app_settle ();
  g_assert_true (shows (window, "page_stack"));
  app_resize (window, 900, 800);
  g_assert_true (shows (window, "sidebar_bin") && shows (window, "page_stack") &&
                 !shows (window, "preview_stack"));
  app_resize (window, 1400, 800);
  g_assert_true (shows (window, "sidebar_bin") && shows (window, "page_stack") &&
                 shows (window, "preview_stack"));
  app_close_all ();
}

/* Whether a button of @action is shown in a header bar, whole and inside of the window. */
static gboolean
header_has (GtkWidget  *within,
            const char *action)
{
  graphene_rect_t bounds;

  if (GTK_IS_BUTTON (within) && gtk_widget_get_mapped (within) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (within)), action) == 0 &&
      gtk_widget_get_ancestor (within, ADW_TYPE_HEADER_BAR) != NULL &&
      gtk_widget_compute_bounds (within, GTK_WIDGET (gtk_widget_get_root (within)), &bounds))
    return bounds.origin.x >= 0 &&
           bounds.origin.x + bounds.size.width <=
               gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (within)));
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (header_has (child, action))
      return TRUE;

  return FALSE;
}

static void
test_export_stays (void)
{
  static const int widths[] = { 1600, 1100, 1023, 900, 740, 720, 500, 360 };
  VacWindow *window = app_open_guide ();

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      app_resize (window, widths[i], 800);
      for (guint j = 0; j < 2; j++)
        {
          g_test_message ("%d, %u", widths[i], j);
          g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, widths[i]);
          g_assert_true (header_has (GTK_WIDGET (window), "win.export"));
          g_assert_true (widths[i] < 500 || header_has (GTK_WIDGET (window), "win.print"));
          app_press ("F8");
          app_settle ();
        }
    }
  app_close_all ();
}

static void
test_window_buttons (void)
{
  VacWindow *window = app_open_guide ();

  app_resize (window, 1400, 800);
  for (guint i = 0; i < 2; i++)
    {
      guint n_controls = 0;
      static const char *const headers[] = { "form_header", "preview_header" };

      for (guint j = 0; j < G_N_ELEMENTS (headers); j++)
        if (shows (window, headers[j]) &&
            adw_header_bar_get_show_end_title_buttons (
                ADW_HEADER_BAR (app_get_template_child (window, headers[j]))))
          n_controls++;
      g_assert_cmpuint (n_controls, ==, 1);
      app_press ("F8");
      app_settle ();
    }
  app_close_all ();
}

/* The audit */

static gboolean
has_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child))
      return TRUE;

  return FALSE;
}

static gboolean
has_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY) ||
         has_text (widget);
}

/* GTK names its own: the window's buttons, and the arrow inside of a menu button. */
static gboolean
is_the_toolkits (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL ||
         GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)) ||
         gtk_widget_get_ancestor (widget, GTK_TYPE_CALENDAR) != NULL ||
         gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW) ==
             gtk_widget_get_parent (gtk_widget_get_parent (widget)) ||
         GTK_IS_DROP_DOWN (gtk_widget_get_parent (widget));
}

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_SWITCH (widget) ||
         GTK_IS_CHECK_BUTTON (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_ENTRY (widget) ||
         GTK_IS_TEXT_VIEW (widget);
}

static char *
describe (GtkWidget *widget)
{
  GString *description = g_string_new (NULL);

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    g_string_append_printf (description, "%s%s", description->len > 0 ? " in " : "",
                            G_OBJECT_TYPE_NAME (widget));

  return g_string_free (description, FALSE);
}

/* Whether the tooltip over it, its own or that of what it is in, shows what it says. One without a
 * text is made when it shows. */
static gboolean
is_in_tooltip (GtkLabel *label)
{
  const char *tooltip;

  for (GtkWidget *widget = GTK_WIDGET (label); widget != NULL;
       widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget))
      {
        tooltip = gtk_widget_get_tooltip_text (widget);
        return tooltip == NULL || strstr (tooltip, gtk_label_get_text (label)) != NULL;
      }

  return FALSE;
}

static void
audit (GtkWidget *widget)
{
  g_autofree char *path = NULL;

  if (!gtk_widget_get_mapped (widget))
    return;

  path = describe (widget);
  if (is_control (widget) && !is_the_toolkits (widget) && !has_name (widget))
    {
      g_test_message ("no name: %s", path);
      g_test_fail ();
    }
  if (GTK_IS_LABEL (widget) &&
      pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))) &&
      !is_in_tooltip (GTK_LABEL (widget)))
    {
      g_test_message ("cut off without a tooltip: “%s”, %s",
                      gtk_label_get_text (GTK_LABEL (widget)), path);
      g_test_fail ();
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    audit (child);
}

static void
test_audit_pages (void)
{
  static const int widths[] = { 1360, 1100, 720, 360 };
  VacWindow *window = app_open_guide ();
  VacNode *sections = vac_document_get (app_get_document (window), VAC_ROLE_SECTIONS);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      app_resize (window, widths[i], 800);
      audit (GTK_WIDGET (window));
    }
  app_resize (window, 1360, 800);
  for (guint i = 0; i < vac_node_get_n_children (sections); i++)
    {
      vac_window_show_node (window, vac_node_get_child (sections, i));
      app_settle ();
      audit (GTK_WIDGET (window));
    }
  app_close_all ();
}

static void
test_audit_review (void)
{
  static const int widths[] = { 1590, 1360, 800, 360 };
  VacWindow *window = app_open_guide ();

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      app_resize (window, widths[i], 800);
      if (!gtk_widget_get_mapped (app_get_template_child (window, "review_pane")))
        app_press ("F7");
      app_wait_until (app_find_label (app_get_template_child (window, "review_pane"),
                                      "The employer is missing.") != NULL);
      app_press_button (app_get_template_child (window, "review_pane"), "Next Finding");
      app_settle ();
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, widths[i]);
      audit (GTK_WIDGET (window));
    }
  app_resize (window, 1590, 800);
  g_object_set (app_get_template_child (window, "panes"), "review-visible", FALSE, NULL);
  app_close_all ();
}

static void
test_audit_dialogs (void)
{
  static const char *const actions[] = {
    "win.export", "win.about", "win.show-help-overlay", "win.save-guide",
    "win.preferences",
  };
  g_autofree char *path = app_copy_guide ("audit.vacancy");
  VacWindow *window = app_open (path);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GtkWidget) dialog = NULL;

      g_test_message ("%s", actions[i]);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL));
      dialog = g_object_ref (app_wait_dialog (window));
      if (g_str_has_prefix (G_OBJECT_TYPE_NAME (dialog), "AdwAbout") ||
          GTK_IS_SHORTCUTS_WINDOW (dialog))
        g_assert_true (has_text (GTK_WIDGET (dialog)));
      else
        audit (GTK_WIDGET (dialog));
      app_focus (dialog);
      app_press ("Escape");
      app_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (dialog)));
      app_focus (GTK_WIDGET (window));
    }
  app_close_all ();
}

static void
test_audit_start (void)
{
  static const int widths[] = { 1360, 760, 360 };
  VacWindow *window;

  g_application_activate (G_APPLICATION (app_get ()));
  window = app_wait_start ();
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      app_resize (window, widths[i], 800);
      audit (GTK_WIDGET (window));
    }
  app_close_all ();
}

/* Of the dialog that imports: source and posting side by side, and each by itself. */
static void
test_audit_import (void)
{
  static const int widths[] = { 1080, 760, 360 };
  g_autofree char *path = support_make_path ("import/corpus/15-registered-nurse.html");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  VacWindow *window = app_open_guide ();
  GtkWidget *dialog;

  vac_window_import_file (window, file);
  dialog = app_wait_dialog (window);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (gtk_widget_get_root (dialog)), widths[i], 700);
      app_settle ();
      app_settle ();
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (dialog)), <=, widths[i]);
      audit (GTK_WIDGET (dialog));
    }
  app_focus (dialog);
  app_press ("<Alt>p");
  audit (GTK_WIDGET (dialog));
  app_close_all ();
}

/* Contrast */

static void
check_contrast (GtkWidget *window,
                double    *least)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  app_settle ();
  *least = MIN (*least, contrast_check (window, faults));
  for (guint i = 0; i < faults->len; i++)
    {
      g_test_message ("%s", (const char *) g_ptr_array_index (faults, i));
      g_test_fail ();
    }
}

static double
check_window (VacWindow *window)
{
  VacDocument *document = app_get_document (window);
  VacNode *sections = vac_document_get (document, VAC_ROLE_SECTIONS);
  /* Of every sort of form one: bullets with advice, pay, a variation, an industry, the salaries. */
  static const char *const ids[] = {
    "required-qualifications", "what-we-offer",      "context-variations",
    "industry-considerations", "salary-information", "interview-questions",
  };
  double least = 21;

  app_resize (window, 1400, 900);
  vac_document_set_toggle (
      document, vac_node_get (vac_node_get_child (sections, 1), VAC_ROLE_SECTION_INCLUDE), FALSE);
  check_contrast (GTK_WIDGET (window), &least);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      vac_window_show_node (window, vac_document_find_section (document, ids[i]));
      app_settle ();
      check_contrast (GTK_WIDGET (window), &least);
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export", NULL);
  check_contrast (app_wait_dialog (window), &least);
  g_action_group_activate_action (G_ACTION_GROUP (app_get ()), "new", NULL);
  check_contrast (GTK_WIDGET (app_wait_start ()), &least);
  g_test_message ("the least contrast is %.2f : 1", least);

  return least;
}

static void
test_contrast (gconstpointer data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const gboolean dark = GPOINTER_TO_INT (data);
  VacWindow *window;

  adw_style_manager_set_color_scheme (manager, dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                    : ADW_COLOR_SCHEME_FORCE_LIGHT);
  window = app_open_guide_id ("machine-learning-engineer");
  g_assert_cmpint (adw_style_manager_get_dark (manager), ==, dark);
  g_assert_cmpfloat (check_window (window), >=, CONTRAST_OF_TEXT);
  app_close_all ();
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

/* A program asks for the desktop's contrast setting when it starts. */
static void
test_high_contrast (void)
{
  if (!g_test_subprocess ())
    {
      g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_unsetenv ("ADW_DEBUG_HIGH_CONTRAST");
      g_test_trap_assert_passed ();
      return;
    }

  g_assert_true (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()));
  g_assert_cmpfloat (check_window (app_open_guide ()), >=, 7);
  app_close_all ();
}

static void
test_templates (void)
{
  const GType types[] = {
    VAC_TYPE_APPLY_DIALOG,  VAC_TYPE_ITEM_LIST, VAC_TYPE_ITEM_ROW,    VAC_TYPE_PAGE,
    VAC_TYPE_SECTION_BLOCK, VAC_TYPE_SIDEBAR,   VAC_TYPE_SIDEBAR_ROW, VAC_TYPE_WINDOW,
    VAC_TYPE_HISTORY_VIEW,  VAC_TYPE_DRAFT_DIALOG, VAC_TYPE_MEASURE_LIST,
    VAC_TYPE_REVIEW_CARD,   VAC_TYPE_REVIEW_PANE, VAC_TYPE_FIND_BAR,  VAC_TYPE_PRINT_PREVIEW,
  };
  g_autoptr (VacDocument) document = vac_document_new ();
  g_autoptr (GError) error = NULL;
  static const char *const folders[] = { VAC_RESOURCE_PATH "/editor", VAC_RESOURCE_PATH "/app" };
  guint n_templates = 0;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GtkWidget) widget = g_object_ref_sink (types[i] == VAC_TYPE_WINDOW
                                                        ? GTK_WIDGET (app_open_guide ())
                                                        : types[i] == VAC_TYPE_SIDEBAR
                                                        ? vac_sidebar_new (document)
                                                        : g_object_new (types[i], NULL));

      /* Some build their widgets when they are shown, or opened. */
      if (types[i] == VAC_TYPE_REVIEW_PANE)
        {
          gtk_widget_set_visible (widget, FALSE);
          gtk_widget_set_visible (widget, TRUE);
        }
      else if (types[i] == VAC_TYPE_FIND_BAR)
        vac_find_bar_open (VAC_FIND_BAR (widget), FALSE);
      /* A sheet has its content in it when it is shown. */
      g_assert_nonnull (VAC_IS_DIALOG (widget) ? vac_dialog_get_content (VAC_DIALOG (widget))
                                               : gtk_widget_get_first_child (widget));
      if (VAC_IS_DIALOG (widget))
        vac_dialog_destroy (VAC_DIALOG (widget));
      else if (GTK_IS_WINDOW (widget))
        gtk_window_destroy (GTK_WINDOW (widget));
    }
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_auto (GStrv) names = g_resources_enumerate_children (folders[i],
                                                             G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

      g_assert_no_error (error);
      n_templates += g_strv_length (names);
    }
  g_assert_cmpuint (n_templates, ==, G_N_ELEMENTS (types));
  app_close_all ();
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/window/looks/a-window-with-room-for-two-swaps-sidebar-and-preview",
                   test_medium);
  g_test_add_func ("/window/looks/a-narrow-window-shows-one-pane", test_narrow);
  g_test_add_func ("/window/looks/export-and-print-stay-in-a-header", test_export_stays);
  g_test_add_func ("/window/looks/one-header-has-the-windows-buttons", test_window_buttons);
  g_test_add_func ("/window/looks/every-template-can-be-made", test_templates);
  g_test_add_data_func ("/window/contrast/light", GINT_TO_POINTER (FALSE), test_contrast);
  g_test_add_data_func ("/window/contrast/dark", GINT_TO_POINTER (TRUE), test_contrast);
  g_test_add_func ("/window/contrast/high", test_high_contrast);
  g_test_add_func ("/window/audit/pages-have-names-and-nothing-is-cut-off", test_audit_pages);
  g_test_add_func ("/window/audit/the-review-has-names-and-nothing-is-cut-off", test_audit_review);
  g_test_add_func ("/window/audit/the-start-page-has-names-and-nothing-is-cut-off",
                   test_audit_start);
  g_test_add_func ("/window/audit/dialogs-have-names-and-nothing-is-cut-off", test_audit_dialogs);
  g_test_add_func ("/window/import/everything-in-the-dialog-has-a-name", test_audit_import);

  return g_test_run ();
}
