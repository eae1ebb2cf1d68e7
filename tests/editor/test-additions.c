/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "editor-fixture.h"
#include "vac-additions.h"
#include "vac-apply-dialog.h"
#include "vac-reader.h"
#include "vac-writer.h"

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

static VacNode *
get_variation (VacDocument *document,
               guint        position)
{
  return vac_node_get_child (vac_document_get (document, VAC_ROLE_VARIATIONS), position);
}

static guint
apply_variation (VacDocument *document,
                 guint        position)
{
  g_autoptr (GPtrArray) additions = vac_additions_of_variation (document,
                                                                get_variation (document, position));

  return vac_additions_apply (document, additions, "Apply");
}

/* Weeks later, in another session: what was added is known, and what was edited is told apart. */
static void
test_taken_out_again (void)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  g_autoptr (VacDocument) later = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  guint n_added = apply_variation (document, 0);
  VacNewItem *edited;
  VacNode *item, *list;

  bytes = vac_write_document (document);
  later = vac_read_document (bytes, &error);
  g_assert_no_error (error);
  added = vac_additions_list_added (later, get_variation (later, 0));
  g_assert_cmpuint (added->len, ==, n_added);
  item = ((VacNewItem *) g_ptr_array_index (added, 1))->item;
  list = vac_node_get_parent (item);
  vac_document_set_text (later, vac_node_get (item, VAC_ROLE_ITEM_TEXT), "Our own words");
  vac_document_mark_saved (later, vac_document_get_state (later));

  /* Applied once more, the edited line is not doubled unless somebody says so. */
  again = vac_additions_of_variation (later, get_variation (later, 0));
  for (guint i = 0; i < again->len; i++)
    g_assert_false (((VacNewItem *) g_ptr_array_index (again, i))->wanted);

  g_clear_pointer (&added, g_ptr_array_unref);
  added = vac_additions_list_added (later, get_variation (later, 0));
  edited = g_ptr_array_index (added, 1);
  g_assert_true (edited->edited && !edited->wanted);
  g_assert_cmpuint (vac_additions_take_out (later, added, "Take Out"), ==, n_added - 1);
  g_assert_true (vac_node_get_parent (item) == list);
  left = vac_additions_list_added (later, get_variation (later, 0));
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (vac_document_get_undo_label (later), ==, "Take Out");
  vac_document_undo (later);
  g_assert_false (vac_document_get_modified (later));
}

static void
test_conflicts (void)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  g_autoptr (GPtrArray) none = vac_additions_list_others (document, get_variation (document, 1));
  g_autoptr (GPtrArray) others = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  apply_variation (document, 0);
  apply_variation (document, 2);
  others = vac_additions_list_others (document, get_variation (document, 1));
  g_assert_cmpuint (others->len, ==, 2);
  g_assert_true (g_ptr_array_index (others, 0) == get_variation (document, 0));
  g_assert_true (vac_additions_conflict (get_variation (document, 1),
                                         get_variation (document, 0)));
  g_assert_true (vac_additions_conflict (get_variation (document, 0),
                                         get_variation (document, 1)));
  g_assert_false (vac_additions_conflict (get_variation (document, 1),
                                          get_variation (document, 2)));
}

static void
test_preferred (void)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  g_autoptr (GPtrArray) sections = vac_additions_list_sections (document);
  VacNode *preferred = g_ptr_array_index (sections, vac_additions_find_default (sections));
  g_autoptr (GPtrArray) additions = vac_additions_of_variation (document,
                                                                get_variation (document, 2));

  g_assert_cmpuint (vac_additions_prefer (additions, NULL), ==, 1);
  g_assert_cmpuint (vac_additions_prefer (additions, preferred), ==, 1);
  g_assert_cmpuint (vac_additions_prefer (additions, NULL), ==, 0);
  g_assert_cmpstr (((VacNewItem *) g_ptr_array_index (additions, 0))->place, ==,
                   "Additional Experience");
}

static void
test_aspect (void)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  VacNode *industry = vac_node_get_child (vac_document_get (document, VAC_ROLE_INDUSTRIES), 1);
  VacNode *highlights = vac_document_find_section (document, "key-highlights");
  VacNode *items = vac_node_get (highlights, VAC_ROLE_SECTION_ITEMS);
  g_autoptr (GPtrArray) additions = vac_additions_of_industry (document, industry, highlights);
  VacNewItem *aspect = g_ptr_array_index (additions, additions->len - 1);
  g_autoptr (GPtrArray) added = NULL;
  const guint before = vac_node_get_n_children (items);

  g_assert_true (aspect->aspect && !aspect->wanted && aspect->list == items);
  for (guint i = 0; i < additions->len; i++)
    ((VacNewItem *) g_ptr_array_index (additions, i))->wanted = i + 1 == additions->len;
  g_assert_cmpuint (vac_additions_apply (document, additions, "Apply"), ==, 1);
  g_assert_cmpuint (vac_node_get_n_children (items), ==, before + 1);
  added = vac_additions_list_added (document, industry);
  g_assert_cmpuint (added->len, ==, 1);
  g_assert_true (((VacNewItem *) g_ptr_array_index (added, 0))->wanted);
}

/* Returns the button that Enter presses. */
static GtkWidget *
present (GtkWidget *dialog)
{
  g_autoptr (GtkWidget) button = NULL;

  g_object_get (dialog, "default-widget", &button, NULL);
  vac_dialog_present (VAC_DIALOG (dialog));
  editor_settle ();

  return button;
}

/* Applying what says the opposite takes the other out in the same step. */
static void
test_swap (void)
{
  Editor *editor = editor_open_section ("context-variations");
  GtkWidget *dialog, *apply;
  g_autoptr (GPtrArray) left = NULL;
  guint n_first = apply_variation (editor->document, 0);
  g_autofree char *sentence = NULL;

  vac_document_mark_saved (editor->document, vac_document_get_state (editor->document));
  dialog = vac_apply_dialog_new (editor->document, get_variation (editor->document, 1),
                                 GTK_WIDGET (editor->bin));
  apply = present (dialog);
  g_signal_emit_by_name (apply, "clicked");
  editor_settle ();
  sentence = g_strdup_printf ("4 lines added, %u lines taken out", n_first);
  g_assert_cmpstr (editor->removed, ==, sentence);
  left = vac_additions_list_added (editor->document, get_variation (editor->document, 0));
  g_assert_cmpuint (left->len, ==, 0);
  vac_document_undo (editor->document);
  g_assert_false (vac_document_get_modified (editor->document));
  editor_close (editor);
}

static void
test_take_out_dialog (void)
{
  Editor *editor = editor_open_section ("context-variations");
  guint n_added = apply_variation (editor->document, 0);
  g_autofree char *label = g_strdup_printf ("_Take Out %u Lines", n_added - 1);
  g_autoptr (GPtrArray) left = NULL;
  GtkWidget *dialog, *apply;

  dialog = vac_take_out_dialog_new (editor->document, get_variation (editor->document, 0),
                                    GTK_WIDGET (editor->bin));
  apply = present (dialog);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (editor_find_child (dialog,
                                                                    GTK_TYPE_CHECK_BUTTON)),
                               FALSE);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (apply)), ==, label);
  g_signal_emit_by_name (apply, "clicked");
  editor_settle ();
  left = vac_additions_list_added (editor->document, get_variation (editor->document, 0));
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (vac_document_get_undo_label (editor->document), ==,
                   "Take Out “Corporate Environment”");
  editor_close (editor);
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
  GtkWidget *apply = present (dialog);
  GtkWidget *check = editor_find_child (dialog, GTK_TYPE_CHECK_BUTTON);

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
  g_test_add_func ("/additions/what-was-added-is-taken-out-again", test_taken_out_again);
  g_test_add_func ("/additions/what-was-applied-before-is-known", test_conflicts);
  g_test_add_func ("/additions/a-must-can-be-preferred", test_preferred);
  g_test_add_func ("/additions/what-sets-an-industry-apart-is-added-when-wanted", test_aspect);
  g_test_add_func ("/additions/the-opposite-goes-in-the-same-step", test_swap);
  g_test_add_func ("/additions/a-dialog-takes-out-what-is-checked", test_take_out_dialog);
  g_test_add_func ("/additions/a-section-that-is-not-there-gets-nothing", test_missing_section);
  g_test_add_func ("/additions/an-industry-goes-to-the-preferred-qualifications",
                   test_industry_target);
  g_test_add_func ("/additions/a-new-part-of-the-variations-is-a-variation", test_new_variation);
  g_test_add_func ("/additions/the-dialog-adds-what-is-checked", test_dialog);

  return g_test_run ();
}
