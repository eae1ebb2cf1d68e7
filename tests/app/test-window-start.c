/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app-fixture.h"
#include "vac-guide-library.h"

/* The start page: guides to begin with, and postings to open. */

static VacWindow *
start (void)
{
  g_application_activate (G_APPLICATION (app_get ()));

  return app_wait_start ();
}

static gboolean
has_focus (VacWindow  *window,
           GtkWidget  *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static const char *
get_title (VacWindow *window)
{
  return vac_document_get_text (app_get_document (window), VAC_ROLE_JOB_TITLE);
}

static guint
count_cards (GtkWidget *within)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!g_str_equal (G_OBJECT_TYPE_NAME (child), "VacGuideCard"))
      n += count_cards (child);
    else if (gtk_widget_get_child_visible (child))
      n++;

  return n;
}

static void
test_typing_is_one_key_away (void)
{
  VacWindow *window = start ();
  VacDocument *document;
  GtkWidget *field;

  g_assert_cmpuint (app_count_windows (), ==, 1);
  g_assert_null (vac_window_get_store (window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Vacancy");
  g_assert_true (has_focus (window, app_find_card (window, "Machine Learning Engineer")));

  app_press ("Return");
  app_wait_until (vac_window_get_store (window) != NULL);
  app_wait_shown (window);
  g_assert_cmpuint (app_count_windows (), ==, 1);
  document = app_get_document (window);
  field = app_find_field (window, vac_document_get (document, VAC_ROLE_JOB_TITLE));
  g_assert_true (has_focus (window, field));
  app_type ("Tea Taster");
  g_assert_cmpstr (get_title (window), ==, "Tea Taster");
  app_close_all ();
}

static void
test_arrow_keys_choose_a_guide (void)
{
  VacWindow *window = start ();

  app_press ("Right");
  g_assert_true (has_focus (window, app_find_card (window, "Data Scientist")));
  app_press ("Return");
  app_wait_until (vac_window_get_store (window) != NULL);
  g_assert_cmpstr (get_title (window), ==, "Data Scientist");
  app_close_all ();
}

static void
test_typing_finds_a_guide (void)
{
  VacWindow *window = start ();
  const guint n_cards = count_cards (GTK_WIDGET (window));

  g_assert_cmpuint (n_cards, >=, 2);
  app_type ("blank");
  app_wait_until (count_cards (GTK_WIDGET (window)) == 1);
  g_assert_nonnull (app_find_card (window, "Blank guide"));
  app_type ("xyz");
  app_wait_until (count_cards (GTK_WIDGET (window)) == 0);
  g_assert_nonnull (app_find_label (GTK_WIDGET (window), "No guide has these words."));
  app_press ("Escape");
  app_wait_until (count_cards (GTK_WIDGET (window)) == n_cards);
  g_assert_true (has_focus (window, app_find_card (window, "")));
  app_type ("blank");
  app_press ("Return");
  app_wait_until (vac_window_get_store (window) != NULL);
  g_assert_cmpstr (get_title (window), ==, "");
  app_close_all ();
}

static void
test_an_edition_is_chosen_on_its_card (void)
{
  static const char *const editions[] = { "en-US", "de", "fr" };

  for (guint i = 1; i < G_N_ELEMENTS (editions); i++)
    {
      VacWindow *window = start ();
      GtkWidget *card = app_find_card (window, "Machine Learning Engineer");
      GtkWidget *languages = app_find_type (card, GTK_TYPE_DROP_DOWN);

      g_assert_nonnull (languages);
      g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (
                            GTK_DROP_DOWN (languages))), ==, G_N_ELEMENTS (editions));
      g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (languages)), ==, 0);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (languages), i);
      app_settle ();
      g_assert_true (gtk_widget_activate (card));
      app_wait_until (vac_window_get_store (window) != NULL);
      g_assert_cmpstr (vac_document_get_text (app_get_document (window), VAC_ROLE_LANGUAGE), ==,
                       editions[i]);
      app_close_all ();
    }
}

static void
test_a_screen_reader_hears_the_whole_card (void)
{
  VacWindow *window = start ();
  GtkAccessible *card = GTK_ACCESSIBLE (app_find_card (window, "Blank guide"));
  g_autofree char *difference = gtk_test_accessible_check_property (
      card, GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Blank guide, English (United States). Every section of a posting, empty, with advice on "
      "what belongs there.");

  g_assert_cmpstr (difference, ==, NULL);
  app_close_all ();
}

/* A window with a posting stays as it is; there is one start page at most. */
static void
test_new_beside_a_posting (void)
{
  g_autofree char *path = app_copy_guide ("beside.vacancy");
  VacWindow *window = app_open (path);
  VacWindow *other;

  app_press ("<Control>n");
  app_wait_until (app_count_windows () == 2);
  other = app_wait_start ();
  g_assert_true (other != window);
  app_focus (GTK_WIDGET (window));
  app_press ("<Control>n");
  app_settle ();
  g_assert_cmpuint (app_count_windows (), ==, 2);
  g_assert_nonnull (vac_window_get_store (window));

  app_focus (GTK_WIDGET (other));
  gtk_window_close (GTK_WINDOW (other));
  app_wait_until (app_count_windows () == 1);
  app_close_all ();
}

static void
test_new_in_place_of_an_untouched_posting (void)
{
  VacWindow *window = app_open_guide ();
  VacStore *store = vac_window_get_store (window);

  app_press ("<Control>n");
  g_assert_true (app_wait_start () == window);
  g_assert_cmpuint (app_count_windows (), ==, 1);
  app_press ("<Control>s");
  app_press ("<Control>e");
  g_assert_true (vac_window_shows_start (window));

  app_press ("Escape");
  g_assert_false (vac_window_shows_start (window));
  g_assert_true (vac_window_get_store (window) == store);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Machine Learning Engineer");

  app_press ("<Control>n");
  app_wait_start ();
  app_press ("Right");
  app_press ("Return");
  app_wait_until (vac_window_get_store (window) != store);
  g_assert_cmpuint (app_count_windows (), ==, 1);
  app_close_all ();
}

static void
test_a_recent_posting_takes_the_place_of_the_page (void)
{
  g_autofree char *path = app_copy_guide ("recent.vacancy");
  g_autofree char *gone = app_copy_guide ("gone.vacancy");
  g_autoptr (GFile) file = NULL;
  VacWindow *window = app_open (path);
  GtkWidget *row;

  app_open (gone);
  app_close_all ();
  file = g_file_new_for_path (gone);
  g_assert_true (g_file_delete (file, NULL, NULL));

  window = start ();
  app_wait_until (app_find_label (GTK_WIDGET (window), "Just now · recent.vacancy") != NULL);
  g_assert_null (app_find_label (GTK_WIDGET (window), "gone.vacancy"));
  row = app_find_row (GTK_WIDGET (window), "Machine Learning Engineer");
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_activate (row));
  app_wait_until (vac_window_get_store (window) != NULL);
  g_assert_cmpuint (app_count_windows (), ==, 1);
  app_close_all ();
}

static void
test_what_cannot_be_opened_is_said_there (void)
{
  g_autofree char *path = app_make_path ("broken.vacancy");
  g_autofree char *good = app_copy_guide ("good.vacancy");
  VacWindow *window = start ();

  app_write (path, "{ oops");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open", NULL);
  app_choose_file (app_wait_dialog (window), path);
  app_wait_until (app_find_label (GTK_WIDGET (window), "Could Not Open File") != NULL);
  g_assert_cmpuint (app_count_windows (), ==, 1);

  app_focus (GTK_WIDGET (window));
  app_press ("<Control>n");
  g_assert_true (app_wait_start () == window);
  app_press ("Escape");
  g_assert_nonnull (app_find_label (GTK_WIDGET (window), "Could Not Open File"));
  app_press ("<Control>n");
  app_wait_start ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open", NULL);
  app_choose_file (app_wait_dialog (window), good);
  app_wait_until (vac_window_get_store (window) != NULL);
  g_assert_cmpuint (app_count_windows (), ==, 1);
  app_close_all ();
}

static void
test_an_import_takes_the_place_of_the_page (void)
{
  g_autofree char *path = app_make_path ("elsewhere.txt");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  VacWindow *window = start ();
  GtkWidget *dialog;

  app_write (path, "Tea Taster\n\nAbout the role\n\nYou taste tea.\n\n"
                   "Requirements\n\n- A tongue\n");
  g_application_open (G_APPLICATION (app_get ()), &file, 1, "");
  dialog = app_wait_dialog (window);
  app_focus (dialog);
  app_wait_until (app_find_label (GTK_WIDGET (dialog), "You taste tea.") != NULL);
  app_press ("<Control>Return");
  app_wait_until (vac_window_get_store (window) != NULL);
  g_assert_cmpstr (get_title (window), ==, "Tea Taster");
  g_assert_cmpuint (app_count_windows (), ==, 1);
  app_close_all ();
}

/* The user's own guides */

static GtkWidget *
find_nth_entry (GtkWidget *within,
                guint     *n)
{
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (ADW_IS_ENTRY_ROW (child) && (*n)-- == 0)
        return child;
      found = find_nth_entry (child, n);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
answer (GtkWidget  *dialog,
        const char *title,
        const char *summary)
{
  const char *const texts[] = { title, summary };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      guint n = i;
      GtkWidget *entry = find_nth_entry (GTK_WIDGET (dialog), &n);

      g_assert_nonnull (entry);
      gtk_editable_set_text (GTK_EDITABLE (entry), texts[i]);
    }
  app_press_button (GTK_WIDGET (dialog), "_Save");
}

static guint
count_files (void)
{
  g_autofree char *folder = vac_guide_get_user_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".vacancy");

  return n;
}

static gboolean
can_save (GtkWidget *dialog)
{
  return gtk_widget_is_sensitive (app_find_button (GTK_WIDGET (dialog), "_Save"));
}

/* A card without a word is nothing to choose. */
static void
test_a_guide_needs_a_title (void)
{
  static const char *const blanks[] = { "", "   ", "\u00a0\u2003", "\u200b" };
  VacWindow *window = start ();
  GtkWidget *dialog;
  guint n = 0;

  app_press ("<Control>d");
  app_wait_until (app_find_card (window, "Machine Learning Engineer (copy)") != NULL);
  gtk_widget_grab_focus (app_find_card (window, "Machine Learning Engineer (copy)"));
  app_press ("F2");
  dialog = app_wait_dialog (window);
  g_assert_true (can_save (dialog));
  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      GtkWidget *entry = find_nth_entry (GTK_WIDGET (dialog), &n);

      n = 0;
      gtk_editable_set_text (GTK_EDITABLE (entry), blanks[i]);
      g_assert_false (can_save (dialog));
    }
  answer (dialog, "  Taster 🍵 ", "");
  app_wait_until (app_find_card (window, "Taster 🍵") != NULL);
  app_focus (GTK_WIDGET (window));
  gtk_widget_grab_focus (app_find_card (window, "Taster 🍵"));
  app_press ("Delete");
  app_wait_until (count_files () == 0);
  app_close_all ();
}

/* What was done there keeps the shelf, which is told of every change in the folder, longer than the
 * page that it was on. */
static void
test_a_page_may_go_while_a_guide_can_be_put_back (void)
{
  for (guint round = 0; round < 2; round++)
    {
      VacWindow *window = start ();

      app_press ("<Control>d");
      app_wait_until (app_find_card (window, "Machine Learning Engineer (copy)") != NULL);
      gtk_widget_grab_focus (app_find_card (window, "Machine Learning Engineer (copy)"));
      app_press ("F2");
      answer (app_wait_dialog (window), "Taster", "");
      app_wait_until (app_find_card (window, "Taster") != NULL);
      app_focus (GTK_WIDGET (window));
      gtk_widget_grab_focus (app_find_card (window, "Taster"));
      app_press ("Delete");
      app_wait_until (count_files () == 0);
      app_close_all ();
    }
}

static void
test_own_guides_are_kept_from_the_keyboard (void)
{
  VacWindow *window = start ();

  /* The program's own can be copied, and stay as they are otherwise. */
  app_press ("Delete");
  app_press ("F2");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
  app_press ("<Control>d");
  app_wait_until (app_find_card (window, "Machine Learning Engineer (copy)") != NULL);
  g_assert_nonnull (app_find_label (GTK_WIDGET (window), "Your guide"));
  g_assert_cmpuint (count_files (), ==, 1);

  gtk_widget_grab_focus (app_find_card (window, "Machine Learning Engineer (copy)"));
  app_press ("F2");
  answer (app_wait_dialog (window), "Tea & <Taster>", "For those who taste.");
  app_wait_until (app_find_card (window, "Tea & <Taster>") != NULL);
  g_assert_nonnull (app_find_label (GTK_WIDGET (window), "For those who taste."));
  g_assert_null (app_find_card (window, "Machine Learning Engineer (copy)"));

  app_focus (GTK_WIDGET (window));
  gtk_widget_grab_focus (app_find_card (window, "Tea & <Taster>"));
  app_press ("Delete");
  app_wait_until (app_find_card (window, "Tea & <Taster>") == NULL);
  app_wait_until (count_files () == 0);
  g_assert_true (has_focus (window, app_find_card (window, "")));
  app_press_button (GTK_WIDGET (window), "_Undo");
  app_wait_until (app_find_card (window, "Tea & <Taster>") != NULL);
  g_assert_cmpuint (count_files (), ==, 1);

  gtk_widget_grab_focus (app_find_card (window, "Tea & <Taster>"));
  app_press ("<Shift>Return");
  app_wait_until (vac_window_get_store (window) != NULL);
  g_assert_nonnull (vac_store_get_file (vac_window_get_store (window)));
  app_close_all ();
}

static void
test_what_is_no_guide_is_named (void)
{
  g_autofree char *folder = vac_guide_get_user_folder ();
  g_autofree char *path = g_build_filename (folder, "broken.vacancy", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  VacWindow *window;

  g_mkdir_with_parents (folder, 0755);
  window = start ();
  /* It comes while the page is shown. */
  app_write (path, "{ oops");
  app_wait_until (app_find_label (GTK_WIDGET (window), "Cannot Be Read") != NULL);
  g_assert_nonnull (app_find_row (GTK_WIDGET (window), path));
  g_assert_true (g_file_delete (file, NULL, NULL));
  app_wait_until (app_find_label (GTK_WIDGET (window), "Cannot Be Read") == NULL);
  app_close_all ();
}

static void
test_a_narrow_window_shows_all_of_it (void)
{
  VacWindow *window = start ();
  int minimum;

  app_resize (window, 360, 640);
  gtk_widget_measure (app_get_template_child (window, "main_stack"), GTK_ORIENTATION_HORIZONTAL, -1,
                      &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_cmpint (gtk_widget_get_width (app_find_card (window, "Blank guide")), >, 250);
  app_close_all ();
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/window-start/typing-is-one-key-away", test_typing_is_one_key_away);
  g_test_add_func ("/window-start/arrow-keys-choose-a-guide", test_arrow_keys_choose_a_guide);
  g_test_add_func ("/window-start/typing-finds-a-guide", test_typing_finds_a_guide);
  g_test_add_func ("/window-start/an-edition-is-chosen-on-its-card",
                   test_an_edition_is_chosen_on_its_card);
  g_test_add_func ("/window-start/a-screen-reader-hears-the-whole-card",
                   test_a_screen_reader_hears_the_whole_card);
  g_test_add_func ("/window-start/beside-a-posting-there-is-one-page", test_new_beside_a_posting);
  g_test_add_func ("/window-start/an-untouched-posting-makes-room-and-comes-back",
                   test_new_in_place_of_an_untouched_posting);
  g_test_add_func ("/window-start/a-recent-posting-takes-the-place-of-the-page",
                   test_a_recent_posting_takes_the_place_of_the_page);
  g_test_add_func ("/window-start/what-cannot-be-opened-is-said-there",
                   test_what_cannot_be_opened_is_said_there);
  g_test_add_func ("/window-start/an-import-takes-the-place-of-the-page",
                   test_an_import_takes_the_place_of_the_page);
  g_test_add_func ("/window-start/a-guide-needs-a-title", test_a_guide_needs_a_title);
  g_test_add_func ("/window-start/a-page-may-go-while-a-guide-can-be-put-back",
                   test_a_page_may_go_while_a_guide_can_be_put_back);
  g_test_add_func ("/window-start/own-guides-are-kept-from-the-keyboard",
                   test_own_guides_are_kept_from_the_keyboard);
  g_test_add_func ("/window-start/what-is-no-guide-is-named", test_what_is_no_guide_is_named);
  g_test_add_func ("/window-start/a-narrow-window-shows-all-of-it",
                   test_a_narrow_window_shows_all_of_it);

  return g_test_run ();
}
