/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "editor-fixture.h"
#include "vac-editor.h"
#include "vac-reviewed.h"
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
      g_assert_cmpint (gtk_list_box_row_get_header (row) != NULL, ==,
                       n_rows == 0 || (for_team && !team));
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
                                       "Work Environment. Part of What We Offer. "
                                       "Hidden, not printed");
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

/* Says of one section that something is wrong with it, and of another that it was edited. */
static VacProgress
judge (VacNode     *part,
       const char **reason,
       gpointer     user_data)
{
  VacDocument *document = user_data;

  if (part == vac_document_find_section (document, "about-the-role"))
    {
      *reason = "A word is wrong.";
      return VAC_PROGRESS_NEEDS_YOU;
    }
  if (vac_reviewed_has (document, part))
    return VAC_PROGRESS_MARKED;
  if (part == vac_document_find_section (document, "key-highlights"))
    return VAC_PROGRESS_EDITED;
  if (part == vac_document_find_section (document, "what-we-offer"))
    return VAC_PROGRESS_CLEAN;

  return VAC_PROGRESS_UNTOUCHED;
}

static void
show_progress (Editor *editor)
{
  vac_sidebar_show_progress (editor->sidebar, judge, editor->document);
}

/* Returns: (nullable): the icon of a row's mark, or the style's class that draws it */
static const char *
get_icon (GtkWidget *row)
{
  GtkWidget *mark = gtk_widget_get_last_child (gtk_widget_get_first_child (row));

  if (!gtk_widget_get_visible (mark))
    return NULL;

  return gtk_widget_has_css_class (mark, "vac-untouched")
           ? "vac-untouched"
           : gtk_image_get_icon_name (GTK_IMAGE (mark));
}

static void
assert_row (Editor     *editor,
            const char *id,
            const char *icon,
            const char *name)
{
  GtkWidget *row = find_section_row (editor, id);

  g_assert_cmpstr (get_icon (row), ==, icon);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static GtkWidget *
get_progress (Editor *editor)
{
  return editor_find_class (GTK_WIDGET (editor->sidebar), "vac-progress");
}

static const char *
get_progress_text (Editor *editor)
{
  return gtk_label_get_text (GTK_LABEL (editor_find_child (get_progress (editor), GTK_TYPE_LABEL)));
}

static void
test_marks (void)
{
  Editor *editor = editor_open_section (NULL);

  g_assert_null (get_icon (find_section_row (editor, "about-the-role")));
  show_progress (editor);
  assert_row (editor, "about-the-role", "dialog-warning-symbolic",
              "About the Role. Printed in the posting. A word is wrong.");
  assert_row (editor, "key-highlights", "document-edit-symbolic",
              "Key Highlights. Part of Position Overview. Printed in the posting. "
              "Edited, not yet reviewed");
  assert_row (editor, "what-we-offer", "object-select-symbolic",
              "What We Offer. Printed in the posting. Reviewed: edited, and nothing was found");
  assert_row (editor, "work-environment", "vac-untouched",
              "Work Environment. Part of What We Offer. Printed in the posting. "
              "Still the text of the guide");

  /* A placeholder counts before the review has looked. */
  assert_row (editor, "position-overview", "dialog-warning-symbolic",
              "Position Overview. Printed in the posting. Has a placeholder that nothing fills "
              "yet");
  editor_close (editor);
}

static void
on_check_cb (VacSidebar *sidebar,
             guint      *n)
{
  ++*n;
}

static void
test_progress (void)
{
  Editor *editor = editor_open_section (NULL);
  VacNode *offer = vac_document_find_section (editor->document, "what-we-offer");
  guint n = 0;

  g_signal_connect (editor->sidebar, "check", G_CALLBACK (on_check_cb), &n);
  g_assert_false (gtk_widget_get_visible (get_progress (editor)));
  show_progress (editor);
  g_assert_true (gtk_widget_get_visible (get_progress (editor)));
  g_assert_cmpstr (get_progress_text (editor), ==, "1 of 21 reviewed");
  gtk_test_accessible_assert_property (get_progress (editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1 of 21 reviewed. Check the posting");

  /* What is left out, with its three groups, is not waited for. */
  vac_document_set_toggle (editor->document, vac_node_get (offer, VAC_ROLE_SECTION_INCLUDE),
                           FALSE);
  g_assert_cmpstr (get_progress_text (editor), ==, "0 of 17 reviewed");
  g_assert_null (get_icon (find_section_row (editor, "work-environment")));
  vac_document_undo (editor->document);
  g_assert_cmpstr (get_progress_text (editor), ==, "1 of 21 reviewed");

  gtk_widget_grab_focus (get_progress (editor));
  editor_press (editor, GDK_KEY_Return, 0);
  g_assert_cmpuint (n, ==, 1);
  editor_close (editor);
}

/* That of the entries; the button that adds some has another one. */
static GtkWidget *
get_menu (Editor *editor)
{
  GtkWidget *menu = gtk_widget_get_last_child (GTK_WIDGET (editor->sidebar));

  g_assert_true (GTK_IS_POPOVER_MENU (menu));
  return menu;
}

static void
test_menu (void)
{
  static const struct
  {
    guint           keyval;
    GdkModifierType modifiers;
  } keys[] = { { GDK_KEY_Menu, 0 }, { GDK_KEY_F10, GDK_SHIFT_MASK } };
  Editor *editor = editor_open_section (NULL);
  GtkWidget *row = find_section_row (editor, "about-the-role");

  vac_sidebar_set_selected (editor->sidebar, vac_sidebar_row_get_node (VAC_SIDEBAR_ROW (row)));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_grab_focus (row);
      editor_press (editor, keys[i].keyval, keys[i].modifiers);
      g_assert_true (gtk_widget_get_visible (get_menu (editor)));
      editor_press (editor, GDK_KEY_Escape, 0);
      g_assert_false (gtk_widget_get_visible (get_menu (editor)));
      g_assert_true (gtk_window_get_focus (editor->window) == row);
    }

  /* The mouse opens that of the entry below it. */
  editor_click (editor, find_section_row (editor, "key-highlights"), 30, 8, 3);
  g_assert_true (gtk_widget_get_visible (get_menu (editor)));
  g_assert_true (vac_sidebar_get_selected (editor->sidebar) ==
                 vac_document_find_section (editor->document, "key-highlights"));
  editor_close (editor);
}

static void
activate (Editor     *editor,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor->sidebar), action, NULL));
}

static void
test_mark_by_hand (void)
{
  Editor *editor = editor_open_section (NULL);
  VacNode *highlights = vac_document_find_section (editor->document, "key-highlights");

  show_progress (editor);
  vac_sidebar_set_selected (editor->sidebar, highlights);
  activate (editor, "sidebar.mark-reviewed");
  g_assert_true (vac_reviewed_has (editor->document, highlights));
  show_progress (editor);
  assert_row (editor, "key-highlights", "object-select-symbolic",
              "Key Highlights. Part of Position Overview. Printed in the posting. "
              "Reviewed: marked by hand");
  g_assert_cmpstr (get_progress_text (editor), ==, "2 of 21 reviewed");
  activate (editor, "sidebar.unmark-reviewed");
  g_assert_false (vac_reviewed_has (editor->document, highlights));
  vac_document_undo (editor->document);
  g_assert_true (vac_reviewed_has (editor->document, highlights));
  vac_document_undo (editor->document);
  g_assert_false (vac_document_get_modified (editor->document));

  /* What needs somebody is not done by saying so. */
  vac_sidebar_set_selected (editor->sidebar,
                            vac_document_find_section (editor->document, "about-the-role"));
  gtk_widget_activate_action (GTK_WIDGET (editor->sidebar), "sidebar.mark-reviewed", NULL);
  g_assert_false (vac_document_get_modified (editor->document));
  editor_close (editor);
}

static void
test_duplicate (void)
{
  Editor *editor = editor_open_section (NULL);
  VacNode *offer = vac_document_find_section (editor->document, "what-we-offer");
  VacNode *parts = vac_node_get (offer, VAC_ROLE_SUBSECTIONS);
  VacNode *copy, *copied;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  vac_sidebar_set_selected (editor->sidebar, offer);
  activate (editor, "sidebar.duplicate");
  copy = vac_sidebar_get_selected (editor->sidebar);
  copied = vac_node_get (copy, VAC_ROLE_SUBSECTIONS);
  g_assert_cmpuint (vac_node_get_position (copy), ==, vac_node_get_position (offer) + 1);
  g_assert_cmpstr (get_label (find_row (editor, copy)), ==, "What We Offer");
  g_assert_cmpuint (vac_node_get_n_children (copied), ==, vac_node_get_n_children (parts));
  g_hash_table_add (ids, (gpointer) vac_node_get_member_text (copy, VAC_ROLE_SECTION_ID));
  for (guint i = 0; i < vac_node_get_n_children (parts); i++)
    {
      VacNode *part = vac_node_get_child (copied, i);
      const char *id = vac_node_get_member_text (part, VAC_ROLE_SECTION_ID);

      g_assert_true (g_hash_table_add (ids, (gpointer) id));
      g_assert_true (vac_document_find_section (editor->document, id) == part);
      g_assert_nonnull (find_row (editor, part));
    }
  g_assert_cmpstr (vac_document_get_undo_label (editor->document), ==, "Duplicate Section");
  vac_document_undo (editor->document);
  g_assert_false (vac_document_get_modified (editor->document));
  g_assert_null (find_row (editor, copy));
  editor_close (editor);
}

/* The subsections of one section show the variations of the document. */
static void
test_duplicate_variation (void)
{
  Editor *editor = editor_open_section (NULL);
  VacNode *variations = vac_document_get (editor->document, VAC_ROLE_VARIATIONS);
  VacNode *variation = vac_node_get_child (variations, 0);
  const guint n_variations = vac_node_get_n_children (variations);
  VacNode *other, *copy;

  vac_sidebar_set_selected (
      editor->sidebar,
      vac_document_find_section (editor->document,
                                 vac_node_get_member_text (variation, VAC_ROLE_VARIATION_ID)));
  activate (editor, "sidebar.duplicate");
  copy = vac_sidebar_get_selected (editor->sidebar);
  g_assert_cmpuint (vac_node_get_n_children (variations), ==, n_variations + 1);
  other = vac_node_get_child (variations, 1);
  g_assert_cmpstr (vac_node_get_member_text (other, VAC_ROLE_VARIATION_ID), ==,
                   vac_node_get_member_text (copy, VAC_ROLE_SECTION_ID));
  g_assert_cmpstr (vac_node_get_member_text (other, VAC_ROLE_VARIATION_HIGHLIGHT), ==,
                   vac_node_get_member_text (variation, VAC_ROLE_VARIATION_HIGHLIGHT));
  vac_document_undo (editor->document);
  g_assert_false (vac_document_get_modified (editor->document));
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

  g_test_add_func ("/sidebar/marks-tell-by-shape-and-name-how-far-a-part-is", test_marks);
  g_test_add_func ("/sidebar/the-bar-counts-what-is-printed-and-opens-the-check", test_progress);
  g_test_add_func ("/sidebar/keys-and-mouse-open-the-menu-of-an-entry", test_menu);
  g_test_add_func ("/sidebar/a-part-is-marked-as-reviewed-in-one-step", test_mark_by_hand);
  g_test_add_func ("/sidebar/a-copy-has-ids-of-its-own", test_duplicate);
  g_test_add_func ("/sidebar/a-copy-brings-its-variation", test_duplicate_variation);

  return g_test_run ();
}
