/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app-fixture.h"
#include "vac-guide-library.h"
#include "vac-safe-file.h"
#include "vac-versions.h"

/* A posting made from a guide of the user's own: whether its texts go into the guide, too. */

#define HEAD \
  "{\"format\":\"vacancy-posting\",\"version\":2,\"language\":\"en\"," \
  "\"guide\":{\"id\":\"%s\",\"title\":\"Our Cooks\"}," \
  "\"job\":{\"title\":\"Cook\",\"employer\":{\"name\":\"%s\"}}," \
  "\"sections\":[{\"id\":\"about\",\"title\":\"About Us\"," \
  "\"text\":\"{{employer}} feeds the town.\"," \
  "\"items\":[{\"text\":\"Fresh bread by our bakers every day\"}]}]}\n"

static const char *name;   /* of the guide; another one for each test */

static char *
make_guide_path (void)
{
  g_autofree char *folder = vac_guide_get_user_folder ();
  g_autofree char *file = g_strconcat (name, ".vacancy", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);

  return g_build_filename (folder, file, NULL);
}

/* A window with a posting that was made from a guide of the user's. */
static VacWindow *
open_posting (const char *guide_name)
{
  g_autofree char *path = NULL;
  g_autofree char *guide_path = NULL;
  g_autofree char *guide = g_strdup_printf (HEAD, guide_name, "");
  g_autofree char *posting = g_strdup_printf (HEAD, guide_name, "Nimbus Kitchens");
  g_autofree char *file = g_strconcat (guide_name, "-posting.vacancy", NULL);

  name = guide_name;
  guide_path = make_guide_path ();
  path = app_make_path (file);
  app_write (guide_path, guide);
  app_write (path, posting);

  return app_open (path);
}

static void
set (VacWindow  *window,
     const char *path,
     const char *text)
{
  VacDocument *document = app_get_document (window);

  vac_document_set_text (document, vac_node_lookup (vac_document_get_root (document), path, NULL),
                         text);
}

static void
save (VacWindow *window)
{
  app_focus (GTK_WIDGET (window));
  app_press ("<Control>s");
  app_wait_until (!vac_document_get_modified (app_get_document (window)));
  app_settle ();
}

static gboolean
guide_says (const char *words)
{
  g_autofree char *path = make_guide_path ();
  g_autofree char *text = app_read (path);

  return strstr (text, words) != NULL;
}

static GtkWidget *
find_bar (VacWindow *window)
{
  return app_find_label (app_get_template_child (window, "bars"), "of your guide “Our Cooks”");
}

/* As the entry of the menu knows. */
static gboolean
can_update (VacWindow *window)
{
  GtkWidget *bars = app_get_template_child (window, "bars");
  GtkWidget *button = gtk_button_new ();
  gboolean sensitive;

  gtk_widget_set_visible (button, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.update-guide");
  gtk_box_append (GTK_BOX (bars), button);
  sensitive = gtk_widget_is_sensitive (button);
  gtk_box_remove (GTK_BOX (bars), button);

  return sensitive;
}

static void
test_a_changed_text_goes_into_the_guide_and_back (void)
{
  VacWindow *window = open_posting ("cooks");
  g_autofree char *path = make_guide_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) versions = NULL;
  GtkWidget *dialog;

  set (window, "sections.0.text", "Nimbus Kitchens feeds the county.");
  save (window);
  app_wait_until (find_bar (window) != NULL);
  app_press_button (GTK_WIDGET (window), "_Update Guide…");
  dialog = app_wait_dialog (window);
  g_assert_nonnull (app_find_label (GTK_WIDGET (dialog), "feeds the town county."));
  g_assert_nonnull (app_find_label (GTK_WIDGET (dialog), "About Us"));
  app_press_button (GTK_WIDGET (dialog), "_Update the Guide Too");
  app_wait_until (guide_says ("{{employer}} feeds the county."));
  g_assert_false (guide_says ("Nimbus"));
  app_wait_until (find_bar (window) == NULL);
  versions = vac_versions_list (file, NULL, NULL);
  g_assert_cmpuint (versions->len, ==, 1);

  app_wait_until (app_find_label (GTK_WIDGET (window), "Guide updated: 1 text") != NULL);
  app_focus (GTK_WIDGET (window));
  app_press_button (GTK_WIDGET (window), "_Undo");
  app_wait_until (guide_says ("{{employer}} feeds the town."));
  app_wait_until (app_find_label (GTK_WIDGET (window), "The guide is as it was.") != NULL);
  app_close_all ();
}

/* Nobody is asked about the same text again, not even when the posting is opened again. */
static void
test_this_posting_only_is_remembered (void)
{
  VacWindow *window = open_posting ("kept");

  set (window, "sections.0.items.0.text", "Stale bread by our bakers every day");
  save (window);
  app_wait_until (find_bar (window) != NULL);
  app_press_button (GTK_WIDGET (window), "Only _Here");
  app_wait_until (find_bar (window) == NULL);
  set (window, "sections.0.include", "false");
  save (window);
  app_settle ();
  g_assert_null (find_bar (window));
  set (window, "sections.0.items.0.text", "Old bread by our bakers every day");
  save (window);
  app_wait_until (find_bar (window) != NULL);
  g_assert_true (guide_says ("Fresh bread"));
  app_close_all ();
}

/* Enter is the answer that changes nothing. */
static void
test_enter_keeps_the_guide (void)
{
  VacWindow *window = open_posting ("enter");
  GtkWidget *dialog;

  app_wait_until (can_update (window));
  set (window, "sections.0.title", "Who We Are");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.update-guide", NULL);
  dialog = app_wait_dialog (window);
  app_focus (dialog);
  app_press ("Return");
  app_wait_until (g_list_model_get_n_items (gtk_window_get_toplevels ()) == 1);
  save (window);
  app_settle ();
  g_assert_null (find_bar (window));
  g_assert_true (guide_says ("About Us"));
  app_close_all ();
}

static void
test_a_guide_that_is_gone_is_named (void)
{
  VacWindow *window = open_posting ("gone");
  g_autofree char *path = make_guide_path ();

  set (window, "sections.0.title", "Who We Are");
  save (window);
  app_wait_until (find_bar (window) != NULL);
  g_assert_cmpint (g_unlink (path), ==, 0);
  app_press_button (GTK_WIDGET (window), "_Update Guide…");
  app_wait_until (app_find_label (GTK_WIDGET (window),
                                  "The guide of this posting is no longer here.") != NULL);
  app_wait_until (!can_update (window));
  g_assert_null (find_bar (window));
  app_close_all ();
}

/* Between the question and the answer somebody else wrote into the guide. */
static void
test_a_guide_that_changed_meanwhile_keeps_its_text (void)
{
  VacWindow *window = open_posting ("meanwhile");
  g_autofree char *path = make_guide_path ();
  g_autofree char *guide = app_read (path);
  g_auto (GStrv) parts = g_strsplit (guide, "feeds the town", -1);
  g_autofree char *changed = g_strjoinv ("warms the town", parts);
  GtkWidget *dialog;

  set (window, "sections.0.text", "{{employer}} feeds the county.");
  app_wait_until (can_update (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.update-guide", NULL);
  dialog = app_wait_dialog (window);
  app_write (path, changed);
  app_press_button (GTK_WIDGET (dialog), "_Update the Guide Too");
  app_wait_until (app_find_label (GTK_WIDGET (window),
                                  "The guide has changed meanwhile: 1 text stays") != NULL);
  g_assert_true (guide_says ("warms the town"));
  app_close_all ();
}

/* Neither a posting from a guide that is built in, nor a guide that is open itself, is asked. */
static void
test_other_postings_are_not_asked (void)
{
  VacWindow *window;
  g_autofree char *path = NULL;

  window = open_posting ("itself");
  path = make_guide_path ();
  app_close_all ();
  window = app_open (path);
  set (window, "sections.0.title", "Who We Are");
  save (window);
  g_assert_false (can_update (window));
  g_assert_null (find_bar (window));
  app_close_all ();

  window = app_open_guide ();
  app_settle ();
  g_assert_false (can_update (window));
  app_close_all ();
}

int
main (int   argc,
      char *argv[])
{
  app_init (&argc, &argv);

  g_test_add_func ("/window-guide/a-changed-text-goes-into-the-guide-and-back",
                   test_a_changed_text_goes_into_the_guide_and_back);
  g_test_add_func ("/window-guide/this-posting-only-is-remembered",
                   test_this_posting_only_is_remembered);
  g_test_add_func ("/window-guide/enter-keeps-the-guide", test_enter_keeps_the_guide);
  g_test_add_func ("/window-guide/a-guide-that-is-gone-is-named",
                   test_a_guide_that_is_gone_is_named);
  g_test_add_func ("/window-guide/a-guide-that-changed-meanwhile-keeps-its-text",
                   test_a_guide_that_changed_meanwhile_keeps_its_text);
  g_test_add_func ("/window-guide/other-postings-are-not-asked",
                   test_other_postings_are_not_asked);

  return g_test_run ();
}
