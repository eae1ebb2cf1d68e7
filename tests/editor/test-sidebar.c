/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "editor-fixture.h"
#include "vac-editor.h"
#include "vac-sidebar-row.h"

static GtkListBox *
get_list (Editor *editor)
{
  return GTK_LIST_BOX (editor_find_child (GTK_WIDGET (editor->sidebar), GTK_TYPE_LIST_BOX));
}

static GtkWidget *
find_row (Editor  *editor,
          VacNode *node)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (get_list (editor), i)) != NULL; i++)
    if (vac_sidebar_row_get_node (VAC_SIDEBAR_ROW (row)) == node)
      return GTK_WIDGET (row);

  return NULL;
}

static GtkWidget *
find_section_row (Editor     *editor,
                  const char *id)
{
  GtkWidget *row = find_row (editor, vac_document_find_section (editor->document, id));

  g_assert_nonnull (row);
  return row;
}

static const char *
get_label (GtkWidget *row)
{
  return gtk_label_get_text (GTK_LABEL (editor_find_child (row, GTK_TYPE_LABEL)));
}

static void
test_outline (void)
{
  Editor *editor = editor_open_section (NULL);
  VacNode *sections = vac_document_get (editor->document, VAC_ROLE_SECTIONS);
  guint expected = 1, n_rows = 0;
  gboolean team = FALSE;
  GtkListBoxRow *row;

  for (guint i = 0; i < vac_node_get_n_children (sections); i++)
    expected += 1 + vac_node_get_n_children (
                        vac_node_get (vac_node_get_child (sections, i), VAC_ROLE_SUBSECTIONS));
  while ((row = gtk_list_box_get_row_at_index (get_list (editor), (int) n_rows)) != NULL)
    {
      VacNode *node = vac_sidebar_row_get_node (VAC_SIDEBAR_ROW (row));
      gboolean for_team = n_rows > 0 && vac_audience_of_section (node) == VAC_AUDIENCE_TEAM;

      g_assert_true (vac_node_get_role (node) == (n_rows == 0 ? VAC_ROLE_JOB : VAC_ROLE_SECTION));
      g_assert_true (for_team || !team);
      g_assert_cmpint (gtk_list_box_row_get_header (row) != NULL, ==, for_team && !team);
      team = for_team;
      n_rows++;
    }
  g_assert_true (team);
  g_assert_cmpuint (n_rows, ==, expected);
  g_assert_true (vac_node_get_role (vac_sidebar_get_selected (editor->sidebar)) == VAC_ROLE_JOB);
  editor_close (editor);
}

static void
test_rename (void)
{
  Editor *editor = editor_open_section ("about-the-role");
  VacNode *section = vac_document_find_section (editor->document, "about-the-role");
  VacNode *title = vac_node_get (section, VAC_ROLE_SECTION_TITLE);

  editor_place_caret (editor, title, -1);
  editor_type (editor, " here");
  g_assert_cmpstr (vac_node_get_text (title), ==, "About the Role here");
  g_assert_cmpstr (get_label (find_row (editor, section)), ==, "About the Role here");
  vac_document_set_text (editor->document, title, "R&D <i>");
  g_assert_cmpstr (get_label (find_row (editor, section)), ==, "R&D <i>");
  vac_document_set_text (editor->document, title, "");
  g_assert_cmpstr (get_label (find_row (editor, section)), ==, "Untitled");
  editor_close (editor);
}

static gboolean
is_hidden (GtkWidget *row)
{
  return gtk_widget_has_css_class (row, "vac-hidden");
}

static void
test_hide (void)
{
  Editor *editor = editor_open_section ("what-we-offer");
  VacNode *section = vac_document_find_section (editor->document, "what-we-offer");
  GtkWidget *toggle = editor_find (editor, vac_node_get (section, VAC_ROLE_SECTION_INCLUDE));

  g_assert_false (is_hidden (find_section_row (editor, "what-we-offer")));
  gtk_switch_set_active (GTK_SWITCH (toggle), FALSE);
  g_assert_false (vac_audience_sees (VAC_AUDIENCE_CANDIDATE, editor->document, section));
  g_assert_true (is_hidden (find_section_row (editor, "what-we-offer")));
  g_assert_true (is_hidden (find_section_row (editor, "work-environment")));
  gtk_test_accessible_assert_property (find_section_row (editor, "work-environment"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Work Environment. Hidden, not printed");
  vac_document_undo (editor->document);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (toggle)));
  g_assert_false (is_hidden (find_section_row (editor, "work-environment")));
  g_assert_false (vac_document_get_modified (editor->document));
  editor_close (editor);
}

static void
test_placeholder (void)
{
  const char *marked =
      "Position Overview. Printed in the posting. Has a placeholder that nothing fills yet";
  Editor *editor = editor_open_section (NULL);

  gtk_test_accessible_assert_property (find_section_row (editor, "position-overview"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, marked);
  vac_document_set_text (editor->document,
                         vac_document_get (editor->document, VAC_ROLE_EMPLOYER_NAME), "Acme");
  editor_wait (400);
  gtk_test_accessible_assert_property (find_section_row (editor, "position-overview"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Position Overview. Printed in the posting");
  editor_close (editor);
}

static void
test_keys (void)
{
  Editor *editor = editor_open_section ("key-highlights");
  VacNode *highlights = vac_document_find_section (editor->document, "key-highlights");
  VacNode *overview = vac_document_find_section (editor->document, "position-overview");
  VacNode *list = vac_node_get_parent (highlights);

  gtk_widget_grab_focus (find_row (editor, highlights));
  editor_press (editor, GDK_KEY_Down, GDK_ALT_MASK);
  g_assert_cmpuint (vac_node_get_position (highlights), ==, 1);
  g_assert_true (vac_sidebar_get_selected (editor->sidebar) == highlights);

  editor_press (editor, GDK_KEY_Delete, 0);
  g_assert_null (vac_node_get_parent (highlights));
  g_assert_cmpstr (editor->removed, ==, "“Key Highlights” removed");
  g_assert_null (find_row (editor, highlights));
  vac_document_undo (editor->document);
  g_assert_true (vac_node_get_parent (highlights) == list);
  g_assert_nonnull (find_row (editor, highlights));

  vac_sidebar_set_selected (editor->sidebar, overview);
  gtk_widget_grab_focus (find_row (editor, overview));
  editor_press (editor, GDK_KEY_Up, GDK_ALT_MASK);
  editor_press (editor, GDK_KEY_Down, 0);
  g_assert_true (vac_sidebar_get_selected (editor->sidebar) != overview);
  editor_close (editor);
}

static void
test_add (void)
{
  Editor *editor = editor_open_section ("about-the-role");
  VacNode *role = vac_document_find_section (editor->document, "about-the-role");
  VacNode *added;

  gtk_widget_activate_action (GTK_WIDGET (editor->sidebar), "sidebar.add-section", NULL);
  added = vac_sidebar_get_selected (editor->sidebar);
  g_assert_cmpuint (vac_node_get_position (added), ==, vac_node_get_position (role) + 1);
  g_assert_cmpstr (vac_node_get_member_text (added, VAC_ROLE_SECTION_TITLE), ==, "New Section");
  g_assert_true (vac_audience_sees (VAC_AUDIENCE_CANDIDATE, editor->document, added));
  gtk_widget_activate_action (GTK_WIDGET (editor->sidebar), "sidebar.add-subsection", NULL);
  g_assert_true (vac_section_get_parent (vac_sidebar_get_selected (editor->sidebar)) == added);
  vac_document_undo (editor->document);
  vac_document_undo (editor->document);
  g_assert_false (vac_document_get_modified (editor->document));
  g_assert_nonnull (find_row (editor, vac_sidebar_get_selected (editor->sidebar)));
  editor_close (editor);
}

static void
test_drag (void)
{
  Editor *editor = editor_open_section (NULL);
  VacNode *overview = vac_document_find_section (editor->document, "position-overview");
  VacNode *about = vac_document_find_section (editor->document, "about-the-role");
  VacNode *highlights = vac_document_find_section (editor->document, "key-highlights");
  VacNode *second = vac_node_get_child (vac_node_get_parent (highlights), 1);
  const guint position = vac_node_get_position (about);

  /* Above the middle of a section it goes before all of it, below after all of it. */
  editor_drag (editor, find_row (editor, about), find_row (editor, overview), 3);
  g_assert_cmpuint (vac_node_get_position (about), ==, vac_node_get_position (overview) - 1);
  vac_document_undo (editor->document);
  g_assert_cmpuint (vac_node_get_position (about), ==, position);
  g_assert_false (vac_document_get_modified (editor->document));
  editor_drag (editor, find_row (editor, overview), find_row (editor, about),
               gtk_widget_get_height (find_row (editor, about)) - 3);
  g_assert_cmpuint (vac_node_get_position (about), ==, vac_node_get_position (overview) - 1);
  vac_document_undo (editor->document);

  /* A group stays in its section. */
  editor_drag (editor, find_row (editor, second), find_row (editor, highlights), 3);
  g_assert_cmpuint (vac_node_get_position (second), ==, 0);
  vac_document_undo (editor->document);
  editor_drag (editor, find_row (editor, second), find_row (editor, about), 3);
  g_assert_false (vac_document_get_modified (editor->document));

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (get_list (editor))); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    g_assert_false (gtk_widget_has_css_class (row, "vac-drop-above") ||
                    gtk_widget_has_css_class (row, "vac-drop-below"));
  editor_close (editor);
}

static void
test_blank (void)
{
  Editor *editor = editor_open_section (NULL);
  VacNode *added;

  gtk_widget_activate_action (GTK_WIDGET (editor->sidebar), "sidebar.add-section", NULL);
  added = vac_sidebar_get_selected (editor->sidebar);
  gtk_test_accessible_assert_property (find_row (editor, added), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "New Section. Empty, not printed");
  vac_document_set_text (editor->document, vac_node_get (added, VAC_ROLE_SECTION_TEXT), "Tea");
  editor_wait (400);
  gtk_test_accessible_assert_property (find_row (editor, added), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "New Section. Printed in the posting");
  editor_close (editor);
}

int
main (int   argc,
      char *argv[])
{
  editor_init (&argc, &argv);

  g_test_add_func ("/sidebar/shows-the-whole-outline-with-the-team-parts-last", test_outline);
  g_test_add_func ("/sidebar/a-heading-renamed-on-its-page-shows-at-once", test_rename);
  g_test_add_func ("/sidebar/marks-a-hidden-section-and-its-groups", test_hide);
  g_test_add_func ("/sidebar/marks-a-placeholder-until-it-is-filled", test_placeholder);
  g_test_add_func ("/sidebar/keys-move-and-remove", test_keys);
  g_test_add_func ("/sidebar/a-section-is-added-after-the-selected-one", test_add);

  g_test_add_func ("/sidebar/a-section-moves-by-drag-past-its-neighbours", test_drag);
  g_test_add_func ("/sidebar/an-empty-section-does-not-claim-to-be-printed", test_blank);

  return g_test_run ();
}
