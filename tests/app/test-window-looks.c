/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app-fixture.h"
#include "vac-apply-dialog.h"
#include "vac-item-list.h"
#include "vac-item-row.h"
#include "vac-page.h"
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
  g_assert_true (shows (window, "sidebar_bin") && shows (window, "page_stack") && shows (window, "preview_stack"));
  app_resize (window, 800, 800);
  g_assert_true (shows (window, "page_stack"));
  g_assert_true (shows (window, "sidebar_bin") != shows (window, "preview_stack"));
  app_press ("F8");
  app_settle ();
  g_assert_true (shows (window, "page_stack") && shows (window, "preview_stack") && !shows (window, "sidebar_bin"));
  app_press ("F9");
  app_settle ();
  g_assert_true (shows (window, "page_stack") && shows (window, "sidebar_bin") && !shows (window, "preview_stack"));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 800);
  app_resize (window, 1400, 800);
  g_assert_true (shows (window, "sidebar_bin") && shows (window, "page_stack") && shows (window, "preview_stack"));
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
  g_assert_true (shows (window, "page_stack") && !shows (window, "sidebar_bin") && !shows (window, "preview_stack"));
  gtk_widget_measure (app_get_template_child (window, "form_header"), GTK_ORIENTATION_HORIZONTAL, -1,
                      &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  app_press ("F9");
  app_settle ();
  g_assert_true (shows (window, "sidebar_bin") && !shows (window, "page_stack") && !shows (window, "preview_stack"));
  app_press ("F8");
  app_settle ();
  g_assert_true (shows (window, "preview_stack") && !shows (window, "page_stack") && !shows (window, "sidebar_bin"));
  gtk_widget_measure (gtk_widget_get_parent (app_get_template_child (window, "preview_header")),
                      GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  app_press ("F8");
  app_settle ();
  g_assert_true (shows (window, "page_stack"));
  app_resize (window, 900, 800);
  g_assert_true (shows (window, "sidebar_bin") && shows (window, "page_stack") && !shows (window, "preview_stack"));
  app_resize (window, 1400, 800);
  g_assert_true (shows (window, "sidebar_bin") && shows (window, "page_stack") && shows (window, "preview_stack"));
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
           bounds.origin.x + bounds.size.width <= gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (within)));
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL; child = gtk_widget_get_next_sibling (child))
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
            adw_header_bar_get_show_end_title_buttons (ADW_HEADER_BAR (app_get_template_child (window, headers[j]))))
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
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
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
         gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW) == gtk_widget_get_parent (gtk_widget_get_parent (widget)) ||
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
    g_string_append_printf (description, "%s%s", description->len > 0 ? " in " : "", G_OBJECT_TYPE_NAME (widget));

  return g_string_free (description, FALSE);
}

static gboolean
has_tooltip (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget))
      return TRUE;

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
  if (GTK_IS_LABEL (widget) && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))) &&
      !has_tooltip (widget))
    {
      g_test_message ("cut off without a tooltip: “%s”, %s", gtk_label_get_text (GTK_LABEL (widget)), path);
      g_test_fail ();
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
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
test_audit_dialogs (void)
{
  static const char *const actions[] = {
    "win.export", "win.check", "app.new", "win.about", "win.show-help-overlay", "win.save-guide",
  };
  g_autofree char *path = app_copy_guide ("audit.vacancy");
  VacWindow *window = app_open (path);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GtkWindow) dialog = NULL;

      g_test_message ("%s", actions[i]);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL));
      dialog = g_object_ref (app_wait_dialog (window));
      if (ADW_IS_ABOUT_WINDOW (dialog) || GTK_IS_SHORTCUTS_WINDOW (dialog))
        g_assert_true (has_text (GTK_WIDGET (dialog)));
      else
        audit (GTK_WIDGET (dialog));
      app_focus (dialog);
      app_press ("Escape");
      app_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (dialog)));
      app_focus (GTK_WINDOW (window));
    }
  app_close_all ();
}

static void
test_templates (void)
{
  const GType types[] = {
    VAC_TYPE_APPLY_DIALOG, VAC_TYPE_ITEM_LIST, VAC_TYPE_ITEM_ROW, VAC_TYPE_PAGE, VAC_TYPE_SECTION_BLOCK,
    VAC_TYPE_SIDEBAR, VAC_TYPE_SIDEBAR_ROW, VAC_TYPE_WINDOW,
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

      g_assert_nonnull (gtk_widget_get_first_child (widget));
      if (GTK_IS_WINDOW (widget))
        gtk_window_destroy (GTK_WINDOW (widget));
    }
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_auto (GStrv) names = g_resources_enumerate_children (folders[i], G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

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

  g_test_add_func ("/window/looks/a-window-with-room-for-two-swaps-sidebar-and-preview", test_medium);
  g_test_add_func ("/window/looks/a-narrow-window-shows-one-pane", test_narrow);
  g_test_add_func ("/window/looks/export-and-print-stay-in-a-header", test_export_stays);
  g_test_add_func ("/window/looks/one-header-has-the-windows-buttons", test_window_buttons);
  g_test_add_func ("/window/looks/every-template-can-be-made", test_templates);
  g_test_add_func ("/window/audit/pages-have-names-and-nothing-is-cut-off", test_audit_pages);
  g_test_add_func ("/window/audit/dialogs-have-names-and-nothing-is-cut-off", test_audit_dialogs);

  return g_test_run ();
}
