/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "editor-fixture.h"
#include "vac-additions.h"
#include "vac-apply-dialog.h"

static void
test_variation (void)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  VacNode *variation = vac_node_get_child (vac_document_get (document, VAC_ROLE_VARIATIONS), 0);
  g_autoptr (GPtrArray) additions = vac_additions_of_variation (document, variation);
  g_autoptr (GPtrArray) again = NULL;
  guint n_additions = vac_node_get_n_children (vac_node_get (variation, VAC_ROLE_ADDITIONS));
  VacNewItem *first = g_ptr_array_index (additions, 0);
  guint before = vac_node_get_n_children (first->list);

  g_assert_cmpuint (additions->len, ==, n_additions);
  g_assert_true (first->wanted);
  g_assert_cmpuint (vac_additions_apply (document, additions, "Apply"), ==, n_additions);
  g_assert_cmpuint (vac_node_get_n_children (first->list), ==, before + 1);
  g_assert_cmpuint (vac_additions_apply (document, additions, "Apply"), ==, 0);

  again = vac_additions_of_variation (document, variation);
  for (guint i = 0; i < again->len; i++)
    {
      g_assert_true (((VacNewItem *) g_ptr_array_index (again, i))->present);
      g_assert_false (((VacNewItem *) g_ptr_array_index (again, i))->wanted);
    }

  g_assert_cmpstr (vac_document_get_undo_label (document), ==, "Apply");
  vac_document_undo (document);
  g_assert_cmpuint (vac_node_get_n_children (first->list), ==, before);
  g_assert_false (vac_document_get_modified (document));
}

static void
test_missing_section (void)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  VacNode *variation = vac_node_get_child (vac_document_get (document, VAC_ROLE_VARIATIONS), 0);
  VacNode *addition = vac_node_get_child (vac_node_get (variation, VAC_ROLE_ADDITIONS), 0);
  g_autoptr (GPtrArray) additions = NULL;
  VacNewItem *item;

  vac_document_set_text (document, vac_node_get (addition, VAC_ROLE_ADDITION_SECTION), "nowhere");
  additions = vac_additions_of_variation (document, variation);
  item = g_ptr_array_index (additions, 0);
  g_assert_null (item->list);
  g_assert_false (item->wanted);
  g_assert_cmpstr (item->place, ==, "nowhere");
  g_assert_cmpuint (vac_additions_apply (document, additions, "Apply"), ==, additions->len - 1);
}

static void
test_industry_target (void)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  g_autoptr (GPtrArray) sections = vac_additions_list_sections (document);
  VacNode *section = g_ptr_array_index (sections, vac_additions_find_default (sections));

  g_assert_cmpstr (vac_node_get_member_text (section, VAC_ROLE_SECTION_ID), ==,
                   "additional-experience");
}

static void
test_dialog (void)
{
  Editor *editor = editor_open_section ("industry-considerations");
  VacNode *industry = vac_node_get_child (vac_document_get (editor->document, VAC_ROLE_INDUSTRIES),
                                          1);
  VacNode *items = editor_get_items (editor, "additional-experience");
  guint before = vac_node_get_n_children (items);
  GtkWidget *dialog = vac_apply_dialog_new (editor->document, industry, GTK_WIDGET (editor->bin));
  GtkWidget *check = editor_find_child (dialog, GTK_TYPE_CHECK_BUTTON);
  GtkWidget *apply = gtk_window_get_default_widget (GTK_WINDOW (dialog));

  gtk_window_present (GTK_WINDOW (dialog));
  editor_settle ();
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (apply)), ==, "_Add 3 Lines");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (apply)), ==, "_Add 2 Lines");
  g_signal_emit_by_name (apply, "clicked");
  editor_settle ();
  g_assert_cmpuint (vac_node_get_n_children (items), ==, before + 2);
  g_assert_cmpstr (vac_document_get_undo_label (editor->document), ==, "Apply “Healthcare”");
  g_assert_cmpstr (editor->removed, ==, "2 lines added");
  vac_document_undo (editor->document);
  g_assert_false (vac_document_get_modified (editor->document));
  editor_close (editor);
}

static void
test_new_variation (void)
{
  Editor *editor = editor_open_section ("context-variations");
  VacNode *variations = vac_document_get (editor->document, VAC_ROLE_VARIATIONS);
  VacNode *added, *variation;

  gtk_widget_activate_action (GTK_WIDGET (editor->sidebar), "sidebar.add-subsection", NULL);
  editor_settle ();
  added = vac_sidebar_get_selected (editor->sidebar);
  g_assert_cmpuint (vac_node_get_n_children (variations), ==, 4);
  variation = vac_node_get_child (variations, 3);
  g_assert_cmpstr (vac_node_get_member_text (variation, VAC_ROLE_VARIATION_ID), ==,
                   vac_node_get_member_text (added, VAC_ROLE_SECTION_ID));
  g_assert_nonnull (editor_find (editor, vac_node_get (variation, VAC_ROLE_VARIATION_EMPHASIZE)));
  vac_document_undo (editor->document);
  g_assert_false (vac_document_get_modified (editor->document));
  editor_close (editor);
}

int
main (int   argc,
      char *argv[])
{
  editor_init (&argc, &argv);

  g_test_add_func ("/additions/a-variation-is-applied-once-and-in-one-step", test_variation);
  g_test_add_func ("/additions/a-section-that-is-not-there-gets-nothing", test_missing_section);
  g_test_add_func ("/additions/an-industry-goes-to-the-preferred-qualifications",
                   test_industry_target);
  g_test_add_func ("/additions/a-new-part-of-the-variations-is-a-variation", test_new_variation);
  g_test_add_func ("/additions/the-dialog-adds-what-is-checked", test_dialog);

  return g_test_run ();
}
