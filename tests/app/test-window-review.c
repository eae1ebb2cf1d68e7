/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app-fixture.h"
#include "vac-measure-list.h"
#include "vac-review-card.h"
#include "vac-review-item.h"
#include "vac-review-pane.h"

/* The pane with what the review finds. */

static GSettings *settings;

static GtkWidget *
get_pane (VacWindow *window)
{
  return app_get_template_child (window, "review_pane");
}

static gboolean
is_shown (VacWindow *window)
{
  return gtk_widget_get_mapped (get_pane (window));
}

static void
close_review (void)
{
  app_close_all ();
  g_settings_reset (settings, "review-visible");
  g_settings_reset (settings, "ignored-rules");
}

static char *
get_selected_text (VacWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (!GTK_IS_TEXT_VIEW (focus))
    return NULL;
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static guint
find_position (GListModel *rows,
               const char *part)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VacReviewItem) item = g_list_model_get_item (rows, i);
      g_autofree char *described = vac_review_item_describe (item);

      if (strstr (described, part) != NULL)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* The row that says @part, brought into sight: a list has widgets for what is near. */
static GtkWidget *
find_row (VacWindow  *window,
          const char *part)
{
  GtkWidget *list = app_find_type (get_pane (window), GTK_TYPE_LIST_VIEW);
  guint position;

  if (list == NULL)
    return NULL;
  position = find_position (
      G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))), part);
  if (position == GTK_INVALID_LIST_POSITION)
    return NULL;
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
  app_settle ();

  return app_find_label (list, part);
}

static VacWindow *
open_review (void)
{
  VacWindow *window = app_open_guide ();

  app_press ("F7");
  app_wait_until (is_shown (window));
  app_wait_until (find_row (window, "The employer is missing.") != NULL);

  return window;
}

static void
click_row (VacWindow  *window,
           const char *part)
{
  app_wait_until (find_row (window, part) != NULL);
  app_click (find_row (window, part), 5, 5);
}

static GtkWidget *
get_card (VacWindow *window)
{
  return app_find_type (get_pane (window), VAC_TYPE_REVIEW_CARD);
}

static void
wait_for_card (VacWindow  *window,
               const char *part)
{
  app_wait_until (get_card (window) != NULL && app_find_label (get_card (window), part) != NULL);
}

static VacNode *
get_employer (VacWindow *window)
{
  return vac_document_get (app_get_document (window), VAC_ROLE_EMPLOYER_NAME);
}

static void
choose_group (VacWindow *window,
              int        group)
{
  GtkWidget *drop_down = app_find_type (get_pane (window), GTK_TYPE_DROP_DOWN);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), (guint) (group + 1));
}

static void
test_groups (void)
{
  static const char *const groups[] = { "Facts", "Structure", "For Job Boards" };
  VacWindow *window = open_review ();
  VacNode *overview = vac_document_find_section (app_get_document (window), "position-overview");
  GtkWidget *field;
  g_autofree char *selected = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    g_assert_nonnull (find_row (window, groups[i]));
  click_row (window, "“{{employer}}” is not filled");
  field = app_find_field (window, vac_node_get (overview, VAC_ROLE_SECTION_TEXT));
  app_wait_until ((field = app_find_field (window, vac_node_get (overview,
                                                                 VAC_ROLE_SECTION_TEXT))) != NULL);
  app_wait_until (gtk_window_get_focus (GTK_WINDOW (window)) == field);
  app_settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == field);
  selected = get_selected_text (window);
  g_assert_cmpstr (selected, ==, "{{employer}}");
  wait_for_card (window, "Error");
  wait_for_card (window, "“{{employer}}”");
  wait_for_card (window, "Position Overview");
  g_assert_false (vac_document_get_modified (app_get_document (window)));
  close_review ();
}

static void
test_filter (void)
{
  VacWindow *window = open_review ();

  choose_group (window, VAC_FINDING_STRUCTURE);
  app_wait_until (find_row (window, "The employer is missing.") == NULL);
  g_assert_nonnull (find_row (window, "is not filled"));
  g_assert_nonnull (app_find_label (get_pane (window), "Structure (1)"));
  choose_group (window, VAC_FINDING_SPELLING);
  app_wait_until (app_find_label (get_pane (window), "Nothing of this kind") != NULL);
  choose_group (window, -1);
  app_wait_until (find_row (window, "The employer is missing.") != NULL);
  close_review ();
}

static void
test_steps (void)
{
  VacWindow *window = open_review ();

  app_press ("<Alt>Page_Down");
  wait_for_card (window, "The employer is missing.");
  app_wait_until (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                          app_find_field (window, get_employer (window))));
  app_press ("<Alt>Page_Down");
  wait_for_card (window, "The place of work is missing, and the job is not remote.");
  app_press ("<Alt>Page_Up");
  wait_for_card (window, "The employer is missing.");
  app_press ("<Alt>Page_Up");
  app_wait_until (app_find_label (get_card (window), "The employer is missing.") == NULL);
  wait_for_card (window, "For Job Boards");
  app_press ("<Alt>Page_Down");
  wait_for_card (window, "The employer is missing.");
  close_review ();
}

static void
test_steps_without_pane (void)
{
  VacWindow *window = app_open_guide ();

  g_assert_false (is_shown (window));
  app_press ("<Alt>Page_Down");
  app_wait_until (app_find_label (GTK_WIDGET (window), "The employer is missing.") != NULL);
  g_assert_false (is_shown (window));
  app_wait_until (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                          app_find_field (window, get_employer (window))));
  close_review ();
}

static void
test_follows (void)
{
  VacWindow *window = open_review ();

  app_press ("<Alt>Page_Down");
  wait_for_card (window, "The employer is missing.");
  app_type ("Harbour Tea");
  app_wait_until (find_row (window, "The employer is missing.") == NULL);
  g_assert_null (find_row (window, "is not filled"));
  g_assert_null (get_card (window));
  /* What is typed goes on where it was. */
  app_type (" Company");
  app_wait_until (g_str_equal (vac_node_get_text (get_employer (window)), "Harbour Tea Company"));
  while (vac_document_get_can_undo (app_get_document (window)))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  app_wait_until (find_row (window, "The employer is missing.") != NULL);
  close_review ();
}

static void
ignore (VacWindow  *window,
        const char *action)
{
  gtk_widget_activate_action (get_pane (window), action, NULL);
}

static void
test_ignore (void)
{
  static const char *const actions[] = {
    "review.ignore-here", "review.ignore-rule", "review.ignore-always",
  };
  VacWindow *window = open_review ();

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_test_message ("%s", actions[i]);
      click_row (window, "is not filled");
      wait_for_card (window, "“{{employer}}”");
      ignore (window, actions[i]);
      app_wait_until (find_row (window, "is not filled") == NULL);
      app_wait_until (app_find_label (get_pane (window), "1 ignored") != NULL);
      app_press_button (GTK_WIDGET (window), "_Undo");
      app_wait_until (find_row (window, "is not filled") != NULL);
      app_wait_until (app_find_label (get_pane (window), "1 ignored") == NULL);
      g_assert_false (vac_document_get_modified (app_get_document (window)));
      app_settle ();
    }
  close_review ();
}

/* In each way, one finding. */
static void
ignore_two (VacWindow *window)
{
  click_row (window, "is not filled");
  wait_for_card (window, "“{{employer}}”");
  ignore (window, "review.ignore-here");
  app_wait_until (find_row (window, "is not filled") == NULL);
  click_row (window, "The posting does not say how to apply.");
  wait_for_card (window, "The posting does not say how to apply.");
  ignore (window, "review.ignore-always");
  app_wait_until (find_row (window, "The posting does not say how to apply.") == NULL);
  app_wait_until (app_find_label (get_pane (window), "2 ignored") != NULL);
}

static void
test_show_ignored (void)
{
  static const char *const elsewhere[] = { "wording.elsewhere", NULL };
  VacWindow *window = open_review ();
  g_auto (GStrv) rules = NULL;

  g_settings_set_strv (settings, "ignored-rules", elsewhere);
  ignore_two (window);
  app_press_button (get_pane (window), "_List");
  app_wait_until (find_row (window, "The employer is missing.") == NULL);
  g_assert_nonnull (find_row (window, "is not filled"));
  g_assert_nonnull (find_row (window, "The posting does not say how to apply."));

  app_press_button (get_pane (window), "Stop Ignoring _All");
  app_wait_until (app_find_label (get_pane (window), "ignored") == NULL);
  app_wait_until (find_row (window, "The employer is missing.") != NULL);
  g_assert_nonnull (find_row (window, "is not filled"));
  g_assert_nonnull (find_row (window, "The posting does not say how to apply."));
  rules = g_settings_get_strv (settings, "ignored-rules");
  g_assert_cmpuint (g_strv_length (rules), ==, 1);
  g_assert_cmpstr (rules[0], ==, elsewhere[0]);
  app_press_button (GTK_WIDGET (window), "_Undo");
  app_wait_until (app_find_label (get_pane (window), "2 ignored") != NULL);
  close_review ();
}

static void
test_take_back (void)
{
  static const char *const sentences[] = {
    "is not filled", "The posting does not say how to apply.",
  };
  VacWindow *window = open_review ();

  ignore_two (window);
  app_press_button (get_pane (window), "_List");
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_test_message ("%s", sentences[i]);
      click_row (window, sentences[i]);
      wait_for_card (window, sentences[i]);
      g_assert_null (app_find_button (get_card (window), "I_gnore"));
      app_press_button (get_card (window), "Stop _Ignoring");
      app_wait_until (app_find_label (get_pane (window), "1 ignored") != NULL);
      app_press_button (GTK_WIDGET (window), "_Undo");
      app_wait_until (app_find_label (get_pane (window), "2 ignored") != NULL);
      app_settle ();
    }
  close_review ();
}

static VacNode *
get_overview (VacWindow *window)
{
  return vac_node_get (vac_document_find_section (app_get_document (window), "position-overview"),
                       VAC_ROLE_SECTION_TEXT);
}

#define BEFORE "We are a team of six.\n\nWe want a rockstar who bakes."
#define AFTER  "We are a team of six.\n\nWe want a skilled professional who bakes."

/* One step, after which the next finding is at hand; undo leads back to the words. */
static void
test_replace (void)
{
  VacWindow *window = open_review ();
  VacNode *text = get_overview (window);
  g_autofree char *selected = NULL;
  GtkWidget *button;

  vac_document_set_text (app_get_document (window), text, BEFORE);
  click_row (window, "slang of job postings");
  wait_for_card (window, "“rockstar”");
  app_wait_until (gtk_window_get_focus (GTK_WINDOW (window)) == app_find_field (window, text));
  app_settle ();
  selected = get_selected_text (window);
  g_assert_cmpstr (selected, ==, "rockstar");

  button = app_find_button (get_card (window), "Replace “rockstar” with “skilled professional”");
  g_assert_nonnull (button);
  gtk_widget_grab_focus (button);
  app_press ("space");
  app_wait_until (g_str_equal (vac_node_get_text (text), AFTER));
  app_wait_until (find_row (window, "slang of job postings") == NULL);
  app_settle ();
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         get_pane (window)));

  app_press ("<Control>z");
  app_wait_until (g_str_equal (vac_node_get_text (text), BEFORE));
  app_wait_until (find_row (window, "slang of job postings") != NULL);
  app_press ("<Control><Shift>z");
  app_wait_until (g_str_equal (vac_node_get_text (text), AFTER));
  close_review ();
}

/* What is offered for words that somebody else has changed meanwhile is not put anywhere. */
static void
test_replace_nothing (void)
{
  VacWindow *window = open_review ();
  VacNode *text = get_overview (window);

  vac_document_set_text (app_get_document (window), text, BEFORE);
  click_row (window, "slang of job postings");
  wait_for_card (window, "“rockstar”");
  vac_document_set_text (app_get_document (window), text, "We want a baker, and nobody else.");
  gtk_widget_activate_action (get_pane (window), "review.take", "u", 0);
  g_assert_cmpstr (vac_node_get_text (text), ==, "We want a baker, and nobody else.");
  app_wait_until (app_find_label (GTK_WIDGET (window), "The words have changed") != NULL);
  close_review ();
}

static void
test_law (void)
{
  VacWindow *window = open_review ();
  const char *const advice = "This is not legal advice.";

  click_row (window, "The employer is missing.");
  wait_for_card (window, "The employer is missing.");
  g_assert_null (app_find_label (get_card (window), advice));

  app_add_location (window, "Denver", "CO");
  click_row (window, "Colorado: postings must state until when applications are taken");
  wait_for_card (window, "In force since");
  g_assert_nonnull (app_find_label (get_card (window), "Legal Rule"));
  g_assert_nonnull (app_find_label (get_card (window), "Confidence: high."));
  g_assert_nonnull (app_find_label (get_card (window), ", as of "));
  g_assert_nonnull (app_find_label (get_card (window), advice));
  g_assert_null (app_find_label (app_find_type (get_pane (window), GTK_TYPE_LIST_VIEW), advice));
  close_review ();
}

static void
on_text_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy (void)
{
  VacWindow *window = open_review ();
  g_autofree char *text = NULL;

  choose_group (window, VAC_FINDING_STRUCTURE);
  app_wait_until (find_row (window, "The employer is missing.") == NULL);
  app_press_button (get_pane (window), "Copy Findings");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL,
                                 on_text_read_cb, &text);
  app_wait_until (text != NULL);
  g_assert_true (g_str_has_prefix (text, "Structure\n• Error, “{{employer}}”, in Position "
                                         "Overview: “{{employer}}” is not filled"));
  g_assert_null (strstr (text, "The employer is missing."));
  app_wait_until (app_find_label (GTK_WIDGET (window), "Findings copied") != NULL);
  close_review ();
}

/* Whoever ignores with the keyboard goes on with the next finding. */
static void
test_goes_on (void)
{
  VacWindow *window = open_review ();
  GtkWidget *button;

  click_row (window, "The employer is missing.");
  wait_for_card (window, "The employer is missing.");
  button = app_find_button (get_card (window), "_Show in Form");
  gtk_widget_grab_focus (button);
  ignore (window, "review.ignore-here");
  wait_for_card (window, "The place of work is missing, and the job is not remote.");
  app_settle ();
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         get_card (window)));
  close_review ();
}

static void
test_narrow (void)
{
  VacWindow *window = app_open_guide ();

  app_resize (window, 360, 800);
  app_press ("F7");
  app_wait_until (is_shown (window));
  g_assert_false (gtk_widget_get_mapped (app_get_template_child (window, "form_header")));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 360);
  click_row (window, "The employer is missing.");
  wait_for_card (window, "Error");
  app_settle ();
  g_assert_true (is_shown (window));
  app_press_button (get_card (window), "_Show in Form");
  app_wait_until (!is_shown (window));
  app_wait_until (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                          app_find_field (window, get_employer (window))));
  app_press ("F7");
  app_wait_until (is_shown (window));
  app_press_button (get_pane (window), "Back to the Form");
  app_wait_until (!is_shown (window));
  g_assert_false (g_settings_get_boolean (settings, "review-visible"));
  close_review ();
}

/* In the usual window, review and preview take turns; in a wide one both are there. */
static void
test_beside_preview (void)
{
  VacWindow *window = app_open_guide ();
  GtkWidget *preview = app_get_template_child (window, "preview_pane");

  app_resize (window, 1360, 800);
  app_press ("F7");
  app_wait_until (is_shown (window) && !gtk_widget_get_mapped (preview));
  app_press ("F8");
  app_wait_until (!is_shown (window) && gtk_widget_get_mapped (preview));
  app_press ("F7");
  app_wait_until (is_shown (window) && !gtk_widget_get_mapped (preview));
  app_resize (window, 1590, 800);
  app_wait_until (is_shown (window) && gtk_widget_get_mapped (preview));
  app_press ("F7");
  app_wait_until (!is_shown (window) && gtk_widget_get_mapped (preview));
  close_review ();
}

static void
test_remembered (void)
{
  VacWindow *window = open_review ();

  app_resize (window, 1360, 800);
  app_close_all ();
  window = app_open_guide ();
  app_wait_until (is_shown (window));
  app_wait_until (find_row (window, "The employer is missing.") != NULL);
  close_review ();
}

static void
test_comparing (void)
{
  VacWindow *window = app_open_guide ();

  gtk_widget_activate_action (GTK_WIDGET (window), "win.history", NULL);
  app_settle ();
  app_press ("<Alt>Page_Down");
  app_settle ();
  g_assert_null (app_find_label (GTK_WIDGET (window), "The employer is missing."));
  close_review ();
}

static void
test_unknown_language (void)
{
  VacWindow *window = open_review ();
  VacDocument *document = app_get_document (window);

  g_assert_null (app_find_label (get_pane (window), "There are no rules"));
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE), "it");
  app_wait_until (app_find_label (get_pane (window), "Italian") != NULL);
  g_assert_nonnull (app_find_label (get_pane (window), "on: Wording."));
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE), "de-AT");
  app_wait_until (app_find_label (get_pane (window), "There are no rules") == NULL);
  close_review ();
}

static void
test_measures (void)
{
  VacWindow *window = open_review ();
  GtkWidget *list;

  app_wait_until (app_find_label (get_pane (window), "8 required, 6 preferred") != NULL);
  list = app_find_type (get_pane (window), VAC_TYPE_MEASURE_LIST);
  g_assert_nonnull (app_find_label (list, "More than the usual 20 to 55 %."));
  g_assert_nonnull (app_find_label (list, "Weak evidence"));
  g_assert_nonnull (app_find_label (list, "as the Gender Decoder counts"));
  g_assert_nonnull (app_find_label (list, "For information, not a fault."));
  g_assert_nonnull (app_find_label (list, "Study of 2011"));
  g_assert_nonnull (app_find_label (list, "Contrary study of 2023"));
  g_assert_null (app_find_label (list, "core"));
  vac_document_remove (app_get_document (window),
                       vac_document_find_section (app_get_document (window),
                                                  "required-qualifications"));
  app_wait_until (app_find_label (list, "0 required, 6 preferred") != NULL);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (app_find_type (list, GTK_TYPE_TOGGLE_BUTTON)),
                                FALSE);
  app_wait_until (app_find_label (list, "Weak evidence") == NULL);
  g_assert_nonnull (app_find_label (list, "0 required, 6 preferred"));
  g_settings_reset (settings, "measures-visible");
  close_review ();
}

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);
  settings = g_settings_new (VAC_APPLICATION_ID);

  g_test_add_func ("/window/review/findings-are-grouped-and-lead-to-their-words", test_groups);
  g_test_add_func ("/window/review/one-group-is-listed-by-itself", test_filter);
  g_test_add_func ("/window/review/keys-lead-from-finding-to-finding", test_steps);
  g_test_add_func ("/window/review/keys-lead-to-findings-without-the-pane",
                   test_steps_without_pane);
  g_test_add_func ("/window/review/what-is-typed-is-reviewed-and-the-focus-stays", test_follows);
  g_test_add_func ("/window/review/each-way-to-ignore-is-undone-from-its-toast", test_ignore);
  g_test_add_func ("/window/review/what-is-ignored-is-listed-and-shown-again", test_show_ignored);
  g_test_add_func ("/window/review/single-findings-stop-being-ignored", test_take_back);
  g_test_add_func ("/window/review/words-are-replaced-in-one-step", test_replace);
  g_test_add_func ("/window/review/words-that-have-changed-are-not-replaced",
                   test_replace_nothing);
  g_test_add_func ("/window/review/a-law-is-no-legal-advice", test_law);
  g_test_add_func ("/window/review/findings-are-copied-as-they-are-listed", test_copy);
  g_test_add_func ("/window/review/the-next-finding-follows-one-that-is-ignored", test_goes_on);
  g_test_add_func ("/window/review/says-what-it-does-not-know-of-a-language",
                   test_unknown_language);
  g_test_add_func ("/window/review/measures-say-what-is-usual-and-how-well-that-is-known",
                   test_measures);
  g_test_add_func ("/window/review/covers-the-form-of-a-narrow-window", test_narrow);
  g_test_add_func ("/window/review/takes-turns-with-the-preview-unless-both-fit",
                   test_beside_preview);
  g_test_add_func ("/window/review/is-shown-again-in-the-next-window", test_remembered);
  g_test_add_func ("/window/review/its-keys-do-nothing-where-no-form-is-shown", test_comparing);

  return g_test_run ();
}
