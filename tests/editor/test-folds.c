/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "editor-fixture.h"
#include "vac-editor.h"
#include "vac-fold-row.h"
#include "waiting.h"

/* What few postings say is folded on the page of the job while it is empty. */

static AdwExpanderRow *
find_fold (Editor *editor,
           VacRole role)
{
  GtkWidget *widget = editor_find (editor, vac_document_get (editor->document, role));

  g_assert_nonnull (widget);

  return ADW_EXPANDER_ROW (VAC_IS_FOLD_ROW (widget)
                               ? widget
                               : gtk_widget_get_ancestor (widget, VAC_TYPE_FOLD_ROW));
}

static GtkWidget *
find_header (AdwExpanderRow *row)
{
  return editor_find_child (GTK_WIDGET (row), ADW_TYPE_ACTION_ROW);
}

static void
append (Editor     *editor,
        VacRole     list,
        VacRole     record,
        VacRole     role,
        const char *text)
{
  g_autoptr (VacNode) node = vac_node_new_record (vac_schema_get_field (record), role, text,
                                                  VAC_ROLE_NONE);

  vac_document_append (editor->document, vac_document_get (editor->document, list), node);
  editor_settle ();
}

static void
test_empty_is_folded (void)
{
  static const VacRole folded[] = {
    VAC_ROLE_REQUISITION, VAC_ROLE_CONTRACT, VAC_ROLE_GRADES, VAC_ROLE_HOURS, VAC_ROLE_TRAVEL,
    VAC_ROLE_AREAS, VAC_ROLE_CLOSES_TIME, VAC_ROLE_LICENCES, VAC_ROLE_SKILLS, VAC_ROLE_QUESTIONS,
    VAC_ROLE_CONTACT, VAC_ROLE_STATEMENTS };
  static const VacRole open[] = {
    VAC_ROLE_JOB_TITLE, VAC_ROLE_EMPLOYER_NAME, VAC_ROLE_WORKPLACE, VAC_ROLE_LOCATIONS,
    VAC_ROLE_POSTED, VAC_ROLE_CLOSES, VAC_ROLE_START, VAC_ROLE_APPLY_URL,
    VAC_ROLE_EXPERIENCE_MONTHS };
  Editor *editor = editor_open_section (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (folded); i++)
    g_assert_false (adw_expander_row_get_expanded (find_fold (editor, folded[i])));
  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    g_assert_null (gtk_widget_get_ancestor (
        editor_find (editor, vac_document_get (editor->document, open[i])), VAC_TYPE_FOLD_ROW));
  g_assert_true (find_fold (editor, VAC_ROLE_REQUISITION) ==
                 find_fold (editor, VAC_ROLE_OPENINGS));
  g_assert_cmpstr (adw_expander_row_get_subtitle (find_fold (editor, VAC_ROLE_REQUISITION)), ==,
                   "Requisition, Openings, Vacancy status, To be filled by");
  g_assert_cmpstr (adw_expander_row_get_subtitle (find_fold (editor, VAC_ROLE_CONTRACT)), ==,
                   "How long the job lasts, if it is not permanent.");
  editor_close (editor);
}

static void
test_titles_differ (void)
{
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  for (const VacField *field = vac_schema_get_field (VAC_ROLE_JOB)->fields; field->name != NULL;
       field++)
    if (!vac_field_is_leaf (field))
      g_assert_true (g_hash_table_add (titles, (char *) field->label));
}

/* A value that comes from elsewhere opens the row; one that goes does not close it. */
static void
test_opens_with_its_first_value (void)
{
  Editor *editor = editor_open_section (NULL);
  VacNode *months = vac_document_get (editor->document, VAC_ROLE_CONTRACT_MONTHS);
  AdwExpanderRow *fold = find_fold (editor, VAC_ROLE_CONTRACT);

  vac_document_set_text (editor->document, months, "12");
  g_assert_true (adw_expander_row_get_expanded (fold));
  adw_expander_row_set_expanded (fold, FALSE);
  g_assert_cmpstr (adw_expander_row_get_subtitle (fold), ==, "12");
  vac_document_set_text (editor->document, months, "18");
  g_assert_false (adw_expander_row_get_expanded (fold));
  g_assert_cmpstr (adw_expander_row_get_subtitle (fold), ==, "18");
  adw_expander_row_set_expanded (fold, TRUE);
  vac_document_set_text (editor->document, months, "");
  g_assert_true (adw_expander_row_get_expanded (fold));
  editor_close (editor);
}

static void
test_revealing_unfolds (void)
{
  static const VacRole roles[] = {
    VAC_ROLE_TRAVEL, VAC_ROLE_SPONSORSHIP, VAC_ROLE_CONTACT_EMAIL, VAC_ROLE_EQUAL_OPPORTUNITY,
    VAC_ROLE_CLOSES_ZONE };
  Editor *editor = editor_open_section (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      VacNode *leaf = vac_document_get (editor->document, roles[i]);

      g_assert_true (vac_page_reveal (editor_get_page (editor), leaf));
      editor_settle ();
      g_assert_true (adw_expander_row_get_expanded (find_fold (editor, roles[i])));
      g_assert_true (gtk_widget_get_mapped (editor_find (editor, leaf)));
      g_assert_true (vac_editor_find_node (gtk_window_get_focus (editor->window), NULL) == leaf);
    }
  editor_close (editor);
}

/* From the header with the keyboard: Space opens it, Tab goes into it. */
static void
test_keyboard (void)
{
  Editor *editor = editor_open_section (NULL);
  AdwExpanderRow *fold = find_fold (editor, VAC_ROLE_CONTRACT);
  GtkWidget *header = find_header (fold);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Contract");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (header),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "How long the job lasts, if it is not permanent.");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  g_assert_true (gtk_widget_grab_focus (header));
  editor_press (editor, GDK_KEY_space, 0);
  g_assert_true (adw_expander_row_get_expanded (fold));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  editor_press (editor, GDK_KEY_Tab, 0);
  g_assert_true (vac_editor_find_node (gtk_window_get_focus (editor->window), NULL) ==
                 vac_document_get (editor->document, VAC_ROLE_CONTRACT_MONTHS));
  editor_close (editor);
}

/* The only button within @widget with that tooltip. */
static GtkWidget *
find_button (GtkWidget  *widget,
             const char *tooltip)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, tooltip);

  return found;
}

static void
test_entries (void)
{
  Editor *editor = editor_open_section (NULL);
  VacNode *list = vac_document_get (editor->document, VAC_ROLE_LICENCES);
  AdwExpanderRow *fold = find_fold (editor, VAC_ROLE_LICENCES);
  VacNode *first;
  GtkWidget *remove;

  append (editor, VAC_ROLE_LICENCES, VAC_ROLE_LICENCE, VAC_ROLE_LICENCE_NAME, "Forklift license");
  append (editor, VAC_ROLE_LICENCES, VAC_ROLE_LICENCE, VAC_ROLE_LICENCE_NAME, "CPR");
  g_assert_true (adw_expander_row_get_expanded (fold));
  adw_expander_row_set_expanded (fold, FALSE);
  g_assert_cmpstr (adw_expander_row_get_subtitle (fold), ==, "Forklift license; CPR");
  adw_expander_row_set_expanded (fold, TRUE);

  first = vac_node_get_child (list, 0);
  remove = find_button (editor_find (editor, first), "Remove");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remove: Forklift license");
  vac_document_set_text (editor->document, vac_node_get (first, VAC_ROLE_LICENCE_NAME), "HGV");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remove: HGV");

  gtk_widget_grab_focus (remove);
  editor_press (editor, GDK_KEY_space, 0);
  g_assert_cmpuint (vac_node_get_n_children (list), ==, 1);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (editor->window),
                                         editor_find (editor, vac_node_get_child (list, 0))));
  remove = find_button (editor_find (editor, vac_node_get_child (list, 0)), "Remove");
  gtk_widget_grab_focus (remove);
  editor_press (editor, GDK_KEY_space, 0);
  g_assert_cmpuint (vac_node_get_n_children (list), ==, 0);
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (editor->window)));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (editor->window),
                                         editor_find (editor, list)));
  vac_document_undo (editor->document);
  g_assert_cmpuint (vac_node_get_n_children (list), ==, 1);
  editor_close (editor);
}

/* Entries are named as a person reads them: labels, not ids; and what is left out says so. */
static void
test_summaries (void)
{
  Editor *editor = editor_open_section (NULL);
  VacNode *list = vac_document_get (editor->document, VAC_ROLE_SKILLS);
  VacNode *questions = vac_document_get (editor->document, VAC_ROLE_QUESTIONS);
  VacNode *question;
  AdwExpanderRow *fold;

  append (editor, VAC_ROLE_SKILLS, VAC_ROLE_SKILL, VAC_ROLE_SKILL_NAME, "Python");
  vac_document_set_text (editor->document,
                         vac_node_get (vac_node_get_child (list, 0), VAC_ROLE_SKILL_LEVEL),
                         "working");
  fold = find_fold (editor, VAC_ROLE_SKILLS);
  adw_expander_row_set_expanded (fold, FALSE);
  g_assert_cmpstr (adw_expander_row_get_subtitle (fold), ==, "Python, Working knowledge");

  append (editor, VAC_ROLE_QUESTIONS, VAC_ROLE_QUESTION, VAC_ROLE_QUESTION_TEXT, "Why us?");
  question = vac_node_get_child (questions, 0);
  vac_document_set_toggle (editor->document, vac_node_get (question, VAC_ROLE_QUESTION_INCLUDE),
                           FALSE);
  fold = find_fold (editor, VAC_ROLE_QUESTIONS);
  adw_expander_row_set_expanded (fold, FALSE);
  g_assert_cmpstr (adw_expander_row_get_subtitle (fold), ==, "Why us?, Left out");
  editor_close (editor);
}

/* The button that adds exactly these, if it can be seen. */
static GtkWidget *
find_skill_offer (Editor     *editor,
                  const char *names)
{
  g_autofree char *name = g_strdup_printf ("Add as skills: %s", names);
  GtkWidget *button = find_button (GTK_WIDGET (editor->bin), name);

  return button != NULL && gtk_widget_get_mapped (button) ? button : NULL;
}

/* Two skills are all that the bullets name; they are in @item. */
static Editor *
open_with_skills (VacNode **item)
{
  Editor *editor = editor_open_section (NULL);
  VacDocument *document = editor->document;
  VacNode *more = vac_document_find_section (document, "advanced-technical-skills");
  VacNode *items = editor_get_items (editor, "technical-skills");

  vac_document_set_toggle (document, vac_node_get (more, VAC_ROLE_SECTION_INCLUDE), FALSE);
  while (vac_node_get_n_children (items) > 1)
    vac_document_remove (document, vac_node_get_child (items, 1));
  *item = vac_node_get (vac_node_get_child (items, 0), VAC_ROLE_ITEM_TEXT);
  vac_document_set_text (document, *item, "Python, SQL");
  waiting_until (find_skill_offer (editor, "Python, SQL") != NULL);

  return editor;
}

static void
test_skills_are_offered (void)
{
  VacNode *item;
  Editor *editor = open_with_skills (&item);
  VacNode *list = vac_document_get (editor->document, VAC_ROLE_SKILLS);
  GtkWidget *button = find_skill_offer (editor, "Python, SQL");
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Add as skills: Python, SQL");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "The bullets name: Python, SQL");
  g_assert_cmpuint (vac_node_get_n_children (list), ==, 0);

  gtk_widget_grab_focus (button);
  editor_press (editor, GDK_KEY_space, 0);
  g_assert_cmpuint (vac_node_get_n_children (list), ==, 2);
  g_assert_cmpstr (vac_node_get_member_text (vac_node_get_child (list, 1), VAC_ROLE_SKILL_NAME),
                   ==, "SQL");
  g_assert_cmpstr (vac_document_get_undo_label (editor->document), ==, "Add Skills");
  g_assert_false (gtk_widget_get_visible (row));
  g_assert_true (adw_expander_row_get_expanded (find_fold (editor, VAC_ROLE_SKILLS)));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (editor->window),
                                         editor_find (editor, list)));

  vac_document_undo (editor->document);
  g_assert_cmpuint (vac_node_get_n_children (list), ==, 0);
  waiting_until (find_skill_offer (editor, "Python, SQL") != NULL);
  editor_close (editor);
}

static void
test_skill_offer_follows (void)
{
  VacNode *item;
  Editor *editor = open_with_skills (&item);
  GtkWidget *button = find_skill_offer (editor, "Python, SQL");

  vac_document_set_text (editor->document, item, "Python, SQL, AutoCAD");
  waiting_until (find_skill_offer (editor, "Python, SQL, AutoCAD") == button);
  append (editor, VAC_ROLE_SKILLS, VAC_ROLE_SKILL, VAC_ROLE_SKILL_NAME, "sql");
  waiting_until (find_skill_offer (editor, "Python, AutoCAD") == button);
  vac_document_set_read_only (editor->document, TRUE);
  g_assert_false (gtk_widget_get_sensitive (button));
  vac_document_set_read_only (editor->document, FALSE);
  g_assert_true (gtk_widget_get_sensitive (button));
  vac_document_set_text (editor->document, item, "Patience");
  waiting_until (!gtk_widget_get_mapped (button));
  editor_close (editor);
}

static void
test_pay_of_a_place (void)
{
  Editor *editor = editor_open_section (NULL);
  VacNode *place, *minimum;
  GtkWidget *fold;

  append (editor, VAC_ROLE_LOCATIONS, VAC_ROLE_LOCATION, VAC_ROLE_LOCATION_CITY, "Austin");
  place = vac_node_get_child (vac_document_get (editor->document, VAC_ROLE_LOCATIONS), 0);
  minimum = vac_node_get (place, VAC_ROLE_LOCATION_PAY_MINIMUM);
  fold = gtk_widget_get_ancestor (editor_find (editor, minimum), VAC_TYPE_FOLD_ROW);
  g_assert_nonnull (fold);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (fold)), ==,
                   "Pay and benefits here");
  g_assert_false (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (fold)));
  g_assert_true (vac_page_reveal (editor_get_page (editor), minimum));
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (fold)));
  g_assert_true (vac_editor_find_node (gtk_window_get_focus (editor->window), NULL) == minimum);
  vac_document_set_text (editor->document, minimum, "18.5");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (fold), FALSE);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (fold)), ==, "18.50");
  editor_close (editor);
}

int
main (int    argc,
      char **argv)
{
  editor_init (&argc, &argv);

  g_test_add_func ("/folds/what-is-empty-and-rare-is-folded", test_empty_is_folded);
  g_test_add_func ("/folds/no-two-parts-of-the-job-have-one-title", test_titles_differ);
  g_test_add_func ("/folds/a-row-opens-with-its-first-value", test_opens_with_its_first_value);
  g_test_add_func ("/folds/revealing-a-field-unfolds-it", test_revealing_unfolds);
  g_test_add_func ("/folds/rows-have-names-and-open-by-keyboard", test_keyboard);
  g_test_add_func ("/folds/entries-are-told-apart-and-leave-the-focus-nearby", test_entries);
  g_test_add_func ("/folds/a-closed-row-says-what-is-in-it", test_summaries);
  g_test_add_func ("/folds/skills-of-the-bullets-are-added-as-one-step", test_skills_are_offered);
  g_test_add_func ("/folds/skills-that-are-offered-follow-the-bullets", test_skill_offer_follows);
  g_test_add_func ("/folds/pay-of-a-place-is-folded-within-it", test_pay_of_a_place);

  return g_test_run ();
}
