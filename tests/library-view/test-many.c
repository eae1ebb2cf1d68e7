/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "editor-fixture.h"
#include "many-fixture.h"
#include "waiting.h"

#define COOK "'job':{'title':'Cook at Acme'}"

typedef struct
{
  Many *many;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->many = many_open ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  many_close (fixture->many);
}

static gboolean
says (Many       *many,
      guint       i,
      const char *words)
{
  g_autofree char *contents = many_read (many, i);

  return strstr (contents, words) != NULL;
}

static void
press (GtkWidget  *within,
       const char *label)
{
  GtkWidget *button = many_find_child (within, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
can_press (GtkWidget  *within,
           const char *label)
{
  GtkWidget *button = many_find_child (within, GTK_TYPE_BUTTON, label);

  return button != NULL && gtk_widget_is_sensitive (button);
}

static gboolean
shows (GtkWidget  *within,
       const char *text)
{
  return many_find_child (within, GTK_TYPE_LABEL, text) != NULL;
}

static void
type (GtkWidget  *within,
      const char *placeholder,
      const char *text)
{
  GtkWidget *entry = many_find_child (within, GTK_TYPE_ENTRY, placeholder);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static GtkWidget *
open_dialog (Many       *many,
             const char *action)
{
  many_activate (many, action, NULL);
  waiting_until (many_find_dialog (many) != NULL);
  editor_settle ();

  return many_find_dialog (many);
}

static GtkWidget *
look_for (Many       *many,
          const char *words,
          const char *replacement)
{
  GtkWidget *dialog = open_dialog (many, "replace");

  type (dialog, "Find", words);
  type (dialog, "Replace With", replacement);
  waiting_until (can_press (dialog, "_Replace") || shows (dialog, "Nothing Would Change"));
  editor_settle ();

  return dialog;
}

static void
close_dialog (GtkWidget *dialog)
{
  gtk_widget_activate_action (dialog, "window.close", NULL);
  editor_settle ();
}

static void
test_nothing_can_be_done_with_nothing (Fixture       *fixture,
                                       gconstpointer  data)
{
  Many *many = fixture->many;
  const char *names[] = { "export", "check", "set-field", "replace", "duplicate-for-place",
                          "set-status", "archive" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_false (g_action_group_get_action_enabled (many->actions, names[i]));
  many_put (many, "a.vacancy", COOK);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (g_action_group_get_action_enabled (many->actions, names[i]));
  g_list_store_remove_all (many->entries);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_false (g_action_group_get_action_enabled (many->actions, names[i]));
}

static void
test_archiving_is_one_click_and_so_is_undoing_it (Fixture       *fixture,
                                                  gconstpointer  data)
{
  Many *many = fixture->many;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  many_put (many, "a.vacancy", COOK);
  many_put (many, "b.vacancy", COOK ",'status':'open'");
  before = many_read (many, 1);
  many_activate (many, "archive", NULL);
  waiting_until (shows (GTK_WIDGET (many->toasts), "2 postings changed."));
  g_assert_true (says (many, 0, "\"archived\"") && says (many, 1, "\"archived\""));
  g_assert_true (says (many, 1, "\"statusSince\""));
  g_assert_cmpuint (many->n_changes, ==, 1);
  press (GTK_WIDGET (many->toasts), "_Undo");
  waiting_until (many->n_changes == 2);
  after = many_read (many, 1);
  g_assert_cmpstr (after, ==, before);
}

static void
test_a_status_is_set (Fixture       *fixture,
                      gconstpointer  data)
{
  Many *many = fixture->many;

  many_put (many, "a.vacancy", COOK);
  many_activate (many, "set-status", "closed");
  waiting_until (says (many, 0, "\"closed\""));
  waiting_until (shows (GTK_WIDGET (many->toasts), "1 posting changed."));
}

static void
test_what_could_not_be_changed_says_why (Fixture       *fixture,
                                         gconstpointer  data)
{
  Many *many = fixture->many;

  many_put (many, "a.vacancy", COOK);
  many_put (many, "bad.vacancy", "'job':{");
  many_activate (many, "archive", NULL);
  waiting_until (many_find_dialog (many) != NULL &&
                 shows (many_find_dialog (many), "bad.vacancy: "));
  g_assert_true (says (many, 0, "\"archived\""));
}

static GtkWidget *
find_check (GtkWidget  *within,
            const char *beside)
{
  GtkWidget *label = many_find_child (within, GTK_TYPE_LABEL, beside);

  g_assert_nonnull (label);

  return gtk_widget_get_first_child (gtk_widget_get_parent (gtk_widget_get_parent (label)));
}

static void
test_every_place_is_shown_and_can_be_left_out (Fixture       *fixture,
                                               gconstpointer  data)
{
  Many *many = fixture->many;
  GtkWidget *dialog;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  many_put (many, "a.vacancy", "'job':{'title':'Cook at Acme','employer':{'name':'Acme'}}");
  many_put (many, "b.vacancy", COOK);
  many_put (many, "c.vacancy", "'job':{'title':'Baker'}");
  before = many_read (many, 0);
  dialog = look_for (many, "acme", "Globex");
  g_assert_true (shows (dialog, "3 places in 2 postings"));
  g_assert_true (shows (dialog, "Cook at Acme Globex"));
  g_assert_false (shows (dialog, "Baker"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (dialog, "b.vacancy")), FALSE);
  editor_settle ();
  g_assert_true (shows (dialog, "2 places in 1 posting"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (dialog, "Job title")), FALSE);
  editor_settle ();
  g_assert_true (shows (dialog, "1 place in 1 posting"));
  g_assert_true (gtk_check_button_get_inconsistent (
      GTK_CHECK_BUTTON (find_check (dialog, "a.vacancy"))));
  press (dialog, "_Replace");
  waiting_until (shows (dialog, "1 posting changed."));
  g_assert_true (says (many, 0, "Cook at Acme") && says (many, 0, "\"Globex\""));
  g_assert_false (says (many, 1, "Globex"));
  press (dialog, "_Undo");
  waiting_until (shows (dialog, "1 posting is as it was before."));
  after = many_read (many, 0);
  g_assert_cmpstr (after, ==, before);
  close_dialog (dialog);
}

static void
test_what_changes_before_replace_stays (Fixture       *fixture,
                                        gconstpointer  data)
{
  Many *many = fixture->many;
  GtkWidget *dialog;

  many_put (many, "a.vacancy", COOK);
  dialog = look_for (many, "Acme", "Globex");
  g_assert_true (g_file_set_contents (g_ptr_array_index (many->paths, 0),
                                      "{\"format\":\"vacancy-posting\",\"version\":2,"
                                      "\"job\":{\"title\":\"Acme again\"}}", -1, NULL));
  press (dialog, "_Replace");
  waiting_until (shows (dialog, "It has changed since it was looked at."));
  g_assert_true (says (many, 0, "Acme again"));
  close_dialog (dialog);
}

static void
test_an_open_posting_keeps_what_was_typed (Fixture       *fixture,
                                           gconstpointer  data)
{
  Many *many = fixture->many;
  GtkWidget *dialog;

  many_put (many, "a.vacancy", COOK);
  many->document = vac_document_new ();
  vac_document_set_text (many->document, vac_document_get (many->document, VAC_ROLE_JOB_TITLE),
                         "Unsaved at Acme");
  dialog = look_for (many, "Acme", "Globex");
  g_assert_true (shows (dialog, "Unsaved at Acme Globex"));
  press (dialog, "_Replace");
  waiting_until (shows (dialog, "1 is open, and is to be saved in its window."));
  g_assert_cmpstr (vac_document_get_text (many->document, VAC_ROLE_JOB_TITLE), ==,
                   "Unsaved at Globex");
  g_assert_true (says (many, 0, "Cook at Acme"));
  vac_document_undo (many->document);
  g_assert_cmpstr (vac_document_get_text (many->document, VAC_ROLE_JOB_TITLE), ==,
                   "Unsaved at Acme");
  close_dialog (dialog);
}

static void
test_other_words_take_the_place_of_the_first (Fixture       *fixture,
                                              gconstpointer  data)
{
  Many *many = fixture->many;
  GtkWidget *dialog;

  many_put (many, "a.vacancy", COOK);
  dialog = look_for (many, "Acme", "Globex");
  type (dialog, "Find", "Nobody");
  g_assert_false (can_press (dialog, "_Replace"));
  waiting_until (shows (dialog, "Nothing Would Change"));
  g_assert_false (can_press (dialog, "_Replace"));
  type (dialog, "Find", "");
  editor_settle ();
  g_assert_true (shows (dialog, "Type What to Find"));
  close_dialog (dialog);
}

static void
test_closing_in_the_middle_stops (Fixture       *fixture,
                                  gconstpointer  data)
{
  Many *many = fixture->many;
  GtkWidget *dialog;

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.vacancy", i);

      many_put (many, name, COOK);
    }
  dialog = look_for (many, "Acme", "Globex");
  press (dialog, "_Replace");
  gtk_widget_activate_action (dialog, "window.close", NULL);
  waiting_until (many->n_changes == 1);
  editor_settle ();
  g_assert_null (many_find_dialog (many));
  /* What was done till then is said, and can be taken back. */
  g_assert_true (shows (GTK_WIDGET (many->toasts), "changed."));
}

static void
select_in (GtkWidget  *within,
           const char *field)
{
  GtkDropDown *choice = GTK_DROP_DOWN (many_find_child (within, GTK_TYPE_DROP_DOWN, NULL));
  GListModel *names = gtk_drop_down_get_model (choice);

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    {
      g_autoptr (GtkStringObject) name = g_list_model_get_item (names, i);

      if (g_str_equal (gtk_string_object_get_string (name), field))
        {
          gtk_drop_down_set_selected (choice, i);
          editor_settle ();
          return;
        }
    }
  g_error ("there is no field “%s”", field);
}

static void
test_a_field_is_understood_as_in_its_form (Fixture       *fixture,
                                           gconstpointer  data)
{
  Many *many = fixture->many;
  GtkWidget *dialog;

  many_put (many, "a.vacancy", "'job':{'title':'Cook','closes':'2099-01-02'}");
  many_put (many, "b.vacancy", COOK);
  dialog = open_dialog (many, "set-field");
  select_in (dialog, "Closes on");
  type (dialog, "New value", "whenever");
  waiting_until (shows (dialog, "0 places in 0 postings"));
  g_assert_false (can_press (dialog, "_Set"));
  type (dialog, "New value", "2099-12-24");
  waiting_until (can_press (dialog, "_Set"));
  waiting_until (shows (dialog, "January 2, 2099 December 24, 2099"));
  g_assert_true (shows (dialog, "2 places in 2 postings"));
  press (dialog, "_Set");
  waiting_until (shows (dialog, "2 postings changed."));
  g_assert_true (says (many, 0, "2099-12-24") && says (many, 1, "2099-12-24"));
  close_dialog (dialog);
  g_assert_true (shows (GTK_WIDGET (many->toasts), "2 postings changed."));
}

static void
test_findings_lead_to_their_places (Fixture       *fixture,
                                    gconstpointer  data)
{
  Many *many = fixture->many;
  GtkWidget *dialog, *list;

  many_put (many, "a.vacancy", "'job':{'title':''}");
  many_put (many, "bad.vacancy", "'job':{");
  dialog = open_dialog (many, "check");
  g_assert_false (gtk_window_get_modal (GTK_WINDOW (dialog)));
  waiting_until (shows (dialog, "bad.vacancy · "));
  list = many_find_child (dialog, GTK_TYPE_LIST_VIEW, NULL);
  g_signal_emit_by_name (list, "activate", 1);
  g_assert_nonnull (many->shown);
  g_assert_true (g_str_has_prefix (many->shown, "a.vacancy job"));
  close_dialog (dialog);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_an_export_says_what_is_missing (Fixture       *fixture,
                                     gconstpointer  data)
{
  Many *many = fixture->many;
  GtkWidget *dialog;

  g_settings_set_strv (many->settings, "export-formats",
                       (const char *const[]) { "text", "json", NULL });
  many_put (many, "a.vacancy", COOK);
  many_put (many, "b.vacancy", COOK);
  many_put (many, "bad.vacancy", "'job':{");
  dialog = open_dialog (many, "export");
  press (dialog, "_Export…");
  waiting_until (many_find_dialog (many) != NULL &&
                 shows (many_find_dialog (many), "Exported 4 files"));
  dialog = many_find_dialog (many);
  g_assert_true (shows (dialog, "bad.vacancy: "));
  g_assert_true (shows (dialog, "Cook at Acme.txt"));
  g_assert_cmpuint (count_files (many->target), ==, 4);
  close_dialog (dialog);
}

static void
test_duplicates_remember_where_they_came_from (Fixture       *fixture,
                                               gconstpointer  data)
{
  Many *many = fixture->many;

  many_put (many, "a.vacancy", COOK);
  many_put (many, "b.vacancy", "'job':{'title':'Baker'}");
  many_activate (many, "duplicate-for-place", NULL);
  waiting_until (many->made->len == 2);
  for (guint i = 0; i < 2; i++)
    {
      VacDocument *document = g_ptr_array_index (many->made, i);
      const char *from = vac_document_get_text (document, VAC_ROLE_DUPLICATE_OF);

      g_assert_true (g_str_has_suffix (from, i == 0 ? "a.vacancy" : "b.vacancy"));
    }
}

static void
test_many_duplicates_are_asked_about (Fixture       *fixture,
                                      gconstpointer  data)
{
  Many *many = fixture->many;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.vacancy", i);

      many_put (many, name, COOK);
    }
  many_activate (many, "duplicate-for-place", NULL);
  waiting_until (many_find_dialog (many) != NULL);
  waiting_until (shows (many_find_dialog (many), "Open 12 Windows?"));
  gtk_widget_activate_action (many_find_dialog (many), "window.close", NULL);
  editor_settle ();
  g_assert_cmpuint (many->made->len, ==, 0);
}

#define ADD(path, function) \
  g_test_add ("/many" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  editor_init (&argc, &argv);

  ADD ("/nothing-can-be-done-with-nothing", test_nothing_can_be_done_with_nothing);
  ADD ("/archiving-is-one-click-and-so-is-undoing-it",
       test_archiving_is_one_click_and_so_is_undoing_it);
  ADD ("/a-status-is-set", test_a_status_is_set);
  ADD ("/what-could-not-be-changed-says-why", test_what_could_not_be_changed_says_why);
  ADD ("/every-place-is-shown-and-can-be-left-out",
       test_every_place_is_shown_and_can_be_left_out);
  ADD ("/what-changes-before-replace-stays", test_what_changes_before_replace_stays);
  ADD ("/an-open-posting-keeps-what-was-typed", test_an_open_posting_keeps_what_was_typed);
  ADD ("/other-words-take-the-place-of-the-first", test_other_words_take_the_place_of_the_first);
  ADD ("/closing-in-the-middle-stops", test_closing_in_the_middle_stops);
  ADD ("/a-field-is-understood-as-in-its-form", test_a_field_is_understood_as_in_its_form);
  ADD ("/findings-lead-to-their-places", test_findings_lead_to_their_places);
  ADD ("/an-export-says-what-is-missing", test_an_export_says_what_is_missing);
  ADD ("/duplicates-remember-where-they-came-from",
       test_duplicates_remember_where_they_came_from);
  ADD ("/many-duplicates-are-asked-about", test_many_duplicates_are_asked_about);

  return g_test_run ();
}
