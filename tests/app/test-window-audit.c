/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "audit.h"
#include "places.h"

/* That whoever has keys only, or hears the window, gets to all of it and can tell it apart. */

static GPtrArray *
make_faults (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/* Each fault once: what is on every page is visited with every page. */
static void
tell (GPtrArray  *faults,
      const char *place,
      GHashTable *told)
{
  for (guint i = 0; i < faults->len; i++)
    {
      const char *fault = g_ptr_array_index (faults, i);

      if (!g_hash_table_add (told, g_strdup (fault)))
        continue;
      g_test_message ("%s: %s", place, fault);
      g_test_fail ();
    }
}

static void
check_place (GtkWidget  *root,
             const char *place,
             gpointer    told)
{
  g_autoptr (GPtrArray) faults = make_faults ();

  g_test_message ("at %s", place);
  if (GTK_IS_WINDOW (root))
    audit_check_focus (GTK_WINDOW (root), faults);
  audit_check_names (root, faults);
  audit_check_twins (root, faults);
  audit_check_icons (root, faults);
  audit_check_tables (root, faults);
  audit_check_repeats (root, faults);
  audit_check_controls (root, faults);
  audit_check_reach (root, faults);
  tell (faults, place, told);
}

static gboolean
is_seen (const char *name)
{
  g_autoptr (GString) type = g_string_new (NULL);
  gboolean upper = TRUE;

  if (g_str_equal (name, "window.ui"))
    return g_hash_table_contains (places_get_types_seen (), "VacWindow");
  /* After the program was killed only; see test-window-recovery. */
  if (g_str_equal (name, "vac-recovered-shelf.ui"))
    return TRUE;
  if (g_str_equal (name, "help-overlay.ui"))
    return g_hash_table_contains (places_get_types_seen (), "GtkShortcutsWindow");
  for (const char *c = name; *c != '.'; c++)
    {
      if (*c != '-')
        g_string_append_c (type, upper ? g_ascii_toupper (*c) : *c);
      upper = *c == '-';
    }

  return g_hash_table_contains (places_get_types_seen (), type->str);
}

static void
check_templates (const char *folder)
{
  g_auto (GStrv) names = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                         NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (folder, "/", names[i], NULL);

      if (g_str_has_suffix (names[i], "/"))
        {
          path[strlen (path) - 1] = '\0';
          check_templates (path);
        }
      else if (g_str_has_suffix (names[i], ".ui") && !is_seen (names[i]))
        {
          g_test_message ("no place showed %s", path);
          g_test_fail ();
        }
    }
}

static void
test_places (void)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  places_visit (check_place, told, 0, 900, TRUE);
  check_templates (VAC_RESOURCE_PATH);
}

/* A field says its name where the focus is, once; and what it is in has one, too. */
static void
test_field_is_heard (void)
{
  VacWindow *window = app_open_guide ();
  VacNode *title = vac_document_get (app_get_document (window), VAC_ROLE_JOB_TITLE);
  GtkWidget *row, *heard, *list;

  vac_window_show_node (window, title);
  app_settle ();
  row = app_find_field (window, title);
  row = ADW_IS_ENTRY_ROW (row) ? row : gtk_widget_get_ancestor (row, ADW_TYPE_ENTRY_ROW);
  g_assert_nonnull (row);
  heard = row;
#if !GTK_CHECK_VERSION(4, 12, 0)
  heard = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row)));
  g_assert_true (gtk_test_accessible_has_role (GTK_ACCESSIBLE (heard),
                                               GTK_ACCESSIBLE_ROLE_TEXT_BOX));
#endif
  g_assert_cmpstr (gtk_test_accessible_check_property (GTK_ACCESSIBLE (heard),
                                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Job title"),
                   ==, NULL);

  list = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX);
  g_assert_cmpstr (gtk_test_accessible_check_property (GTK_ACCESSIBLE (list),
                                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                       "Job Details"),
                   ==, NULL);
  app_close_all ();
}

/* The focus, after something went away that had it */

static void
check_focus (VacWindow  *window,
             const char *place)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) faults = make_faults ();

  app_settle ();
  audit_check_focus (GTK_WINDOW (window), faults);
  tell (faults, place, told);
}

static gboolean
match_remove (GtkWidget  *widget,
              const void *data)
{
  g_autofree char *name = GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
                              ? audit_get_name (widget) : NULL;

  return name != NULL && g_str_has_prefix (name, data);
}

static void
test_focus_of_rows (void)
{
  VacWindow *window = app_open_guide ();
  VacNode *section = vac_document_find_section (app_get_document (window), "technical-skills");
  VacNode *items = vac_node_get (section, VAC_ROLE_SECTION_ITEMS);
  GtkWidget *button;

  vac_window_show_node (window, items);
  app_settle ();
  while (vac_node_get_n_children (items) > 0)
    {
      button = app_find (GTK_WIDGET (window), match_remove, "Remove bullet 1, Technical Skills");
      g_assert_nonnull (button);
      gtk_widget_grab_focus (button);
      app_press ("space");
      check_focus (window, "a bullet was removed");
    }
  app_press ("<Control>z");
  check_focus (window, "a removal was undone");
  app_press ("<Control><Shift>z");
  check_focus (window, "a removal was done again");
  vac_window_show_node (window, section);
  gtk_widget_activate_action (app_find_field (window, section), "block.remove", NULL);
  check_focus (window, "a section was removed");
  app_press ("<Control>z");
  check_focus (window, "a section came back");
  app_close_all ();
}

static void
test_focus_of_panes (void)
{
  static const struct { const char *show, *hide, *pane; } cases[] = {
    { NULL, "F9", "sidebar_bin" }, { "F9", "F8", "preview_pane" }, { "F8", NULL, NULL },
    { "F7", "F7", "review_pane" },
  };
  VacWindow *window = app_open_guide ();

  app_resize (window, 1590, 900);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (cases[i].show != NULL)
        app_press (cases[i].show);
      check_focus (window, "a pane was shown");
      if (cases[i].hide == NULL)
        continue;
      gtk_widget_child_focus (app_get_template_child (window, cases[i].pane), GTK_DIR_TAB_FORWARD);
      app_settle ();
      app_press (cases[i].hide);
      check_focus (window, cases[i].pane);
    }
  app_press ("<Control>f");
  check_focus (window, "the find bar came");
  app_press ("Escape");
  check_focus (window, "the find bar went");
  app_press ("F10");
  app_press ("Escape");
  check_focus (window, "the menu went");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export", NULL);
  app_focus (app_wait_dialog (window));
  app_press ("Escape");
  app_focus (GTK_WIDGET (window));
  check_focus (window, "a dialog went");
  app_press ("<Control>m");
  check_focus (window, "places came");
  app_press ("Escape");
  check_focus (window, "places went");
  app_close_all ();
}

/* Text of twice the size */

static void
check_room (GtkWidget  *window,
            int         width,
            const char *place,
            GHashTable *told)
{
  g_autoptr (GPtrArray) faults = make_faults ();

  if (gtk_widget_get_width (window) > width)
    g_ptr_array_add (faults, g_strdup_printf ("%d wide instead of %d",
                                              gtk_widget_get_width (window), width));
  audit_check_cut (window, faults);
  tell (faults, place, told);
}

static void
test_large_text (void)
{
  const int width = 720;
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  VacWindow *window;
  VacNode *sections;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  g_application_activate (G_APPLICATION (app_get ()));
  window = app_wait_start ();
  app_resize (window, width, 800);
  check_room (GTK_WIDGET (window), width, "the start page", told);
  app_close_all ();

  window = app_open_guide ();
  app_resize (window, width, 800);
  check_room (GTK_WIDGET (window), width, "Job Details", told);
  sections = vac_document_get (app_get_document (window), VAC_ROLE_SECTIONS);
  for (guint i = 0; i < vac_node_get_n_children (sections); i++)
    {
      VacNode *section = vac_node_get_child (sections, i);

      vac_window_show_node (window, section);
      app_settle ();
      check_room (GTK_WIDGET (window), width,
                  vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE), told);
    }
  app_press ("F8");
  check_room (GTK_WIDGET (window), width, "the preview", told);
  app_press ("F9");
  check_room (GTK_WIDGET (window), width, "the sidebar", told);
  app_press ("F7");
  check_room (GTK_WIDGET (window), width, "the review", told);
  app_press ("F7");
  app_close_all ();
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", -1, NULL);
}

/* The audit itself */

static GtkWindow *
show_window (GtkWidget *child)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_child (window, child);
  gtk_window_set_default_size (window, 300, 200);
  gtk_window_present (window);
  app_focus (GTK_WIDGET (window));
  app_settle ();

  return window;
}

static GtkWidget *
make_row (void)
{
  return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
}

static GtkWidget *
make_unnamed (void)
{
  GtkWidget *row = make_row ();

  gtk_box_append (GTK_BOX (row), gtk_button_new_with_label ("Fine"));
  gtk_box_append (GTK_BOX (row), gtk_button_new_from_icon_name ("edit-undo-symbolic"));

  return row;
}

static GtkWidget *
make_without_icon (void)
{
  return gtk_image_new_from_icon_name ("no-theme-has-this-symbolic");
}

static GtkWidget *
make_twins (void)
{
  GtkWidget *row = make_row ();

  gtk_box_append (GTK_BOX (row), gtk_button_new_with_label ("Remove"));
  gtk_box_append (GTK_BOX (row), gtk_check_button_new_with_label ("Remove"));
  gtk_box_append (GTK_BOX (row), gtk_button_new_with_label ("Remove"));

  return row;
}

static GtkWidget *
make_loose_toggle (void)
{
  GtkWidget *row = make_row ();

  gtk_box_append (GTK_BOX (row), gtk_toggle_button_new_with_label ("Show the Sidebar"));

  return row;
}

static GtkWidget *
make_named_twice (void)
{
  GtkWidget *row = make_row ();
  GtkWidget *label = gtk_label_new ("Remote");
  GtkWidget *toggle = gtk_switch_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  "Remote", -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), toggle);

  return row;
}

static GtkWidget *
make_named_like_its_row (void)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "Remote");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  gtk_list_box_append (GTK_LIST_BOX (list), row);

  return list;
}

/* Takes no Tab, although it can have the focus. */
typedef struct { GtkBox parent_instance; } Trap;
typedef struct { GtkBoxClass parent_class; } TrapClass;

static GType trap_get_type (void);
G_DEFINE_TYPE (Trap, trap, GTK_TYPE_BOX)

static gboolean
refuse_focus (GtkWidget        *widget,
              GtkDirectionType  direction)
{
  return FALSE;
}

static void
trap_class_init (TrapClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = refuse_focus;
}

static void
trap_init (Trap *self)
{
}

static GtkWidget *
make_unreached (void)
{
  GtkWidget *row = make_row ();
  GtkWidget *trap = g_object_new (trap_get_type (), NULL);

  gtk_box_append (GTK_BOX (row), gtk_button_new_with_label ("Fine"));
  gtk_box_append (GTK_BOX (trap), gtk_button_new_with_label ("Behind"));
  gtk_box_append (GTK_BOX (row), trap);

  return row;
}

static GtkWidget *
make_table (void)
{
  GtkWidget *box = gtk_flow_box_new ();

  gtk_flow_box_insert (GTK_FLOW_BOX (box), gtk_button_new_with_label ("Wrapped"), -1);
  gtk_widget_set_focusable (gtk_widget_get_first_child (box), FALSE);

  return box;
}

static GtkWidget *
make_cut (void)
{
  GtkWidget *label = gtk_label_new ("Far more words than there is room for in a window like this");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);

  return label;
}

static void
check_window_focus (GtkWidget *root,
                    GPtrArray *faults)
{
  gtk_window_set_focus (GTK_WINDOW (root), NULL);
  audit_check_focus (GTK_WINDOW (root), faults);
}

static const struct
{
  const char *name;
  GtkWidget  *(*make) (void);
  AuditCheck  check;
  const char *fault;
} built[] = {
  { "without-a-name", make_unnamed, audit_check_names, "without a name: GtkButton" },
  { "called-like-another", make_twins, audit_check_twins, "called like another" },
  { "without-its-icon", make_without_icon, audit_check_icons,
    "no icon is called “no-theme-has-this-symbolic”" },
  { "named-twice", make_named_twice, audit_check_repeats,
    "named twice, “Remote” and “Remote”: GtkSwitch" },
  { "named-like-its-row", make_named_like_its_row, audit_check_repeats,
    "called like the AdwActionRow it stands in: GtkSwitch “Remote”" },
  { "that-controls-nothing", make_loose_toggle, audit_check_controls,
    "says nothing of what it controls: GtkToggleButton “Show the Sidebar”" },
  { "a-table-without-cells", make_table, audit_check_tables, "a table without cells to go to" },
  { "that-no-key-reaches", make_unreached, audit_check_reach,
    "not reached by keys: GtkButton “Behind”" },
  { "that-is-cut-off", make_cut, audit_check_cut, "cut off without a tooltip: GtkLabel" },
  { "without-focus", make_unnamed, check_window_focus, "nothing has the focus" },
};

/* Finds its own fault in a window, and in one without faults nothing. */
static void
test_built (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) faults = make_faults ();
  GtkWindow *window = show_window (built[i].make ());

  built[i].check (GTK_WIDGET (window), faults);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (faults, 0), built[i].fault));
  gtk_window_destroy (window);

  if (built[i].check != check_window_focus)
    {
      g_ptr_array_set_size (faults, 0);
      window = show_window (gtk_button_new_with_label ("Fine"));
      built[i].check (GTK_WIDGET (window), faults);
      g_assert_cmpuint (faults->len, ==, 0);
      gtk_window_destroy (window);
    }
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (built); i++)
    {
      g_autofree char *path = g_strdup_printf ("/window/audit/finds-what-is-%s", built[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_built);
    }
  g_test_add_func ("/window/audit/a-field-is-heard-by-its-name", test_field_is_heard);
  g_test_add_func ("/window/audit/the-focus-stays-when-rows-go", test_focus_of_rows);
  g_test_add_func ("/window/audit/the-focus-stays-when-panes-and-dialogs-go", test_focus_of_panes);
  g_test_add_func ("/window/audit/text-of-twice-the-size-fits-in-720", test_large_text);
  g_test_add_func ("/window/audit/every-place-is-named-told-apart-and-reached", test_places);

  return g_test_run ();
}
