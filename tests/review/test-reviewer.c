/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "support.h"
#include "vac-ignored.h"
#include "vac-reviewer.h"

/* The reviewer of an open posting, and what is ignored in it. Texts are broken here with a
 * placeholder that nothing fills. */

#define ALL_DAY G_GINT64_CONSTANT (3600000000)

typedef struct
{
  VacDocument *document;
  VacReviewer *reviewer;
  VacNode     *text;
  guint        n_stale;
  guint        n_texts;    /* that were checked */
} Fixture;

static void
on_stale_cb (VacReviewer *reviewer,
             Fixture     *fixture)
{
  fixture->n_stale++;
}

static void
on_checked_cb (VacReviewer *reviewer,
               VacNode     *text,
               Fixture     *fixture)
{
  fixture->n_texts += text != NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = support_load_posting ("data-engineer");
  fixture->reviewer = vac_reviewer_new (fixture->document);
  fixture->text = vac_node_get (vac_node_get_child (vac_document_get (fixture->document,
                                                                      VAC_ROLE_SECTIONS), 0),
                                VAC_ROLE_SECTION_TEXT);
  g_signal_connect (fixture->reviewer, "stale", G_CALLBACK (on_stale_cb), fixture);
  g_signal_connect (fixture->reviewer, "checked", G_CALLBACK (on_checked_cb), fixture);
  g_assert_false (vac_reviewer_update (fixture->reviewer, ALL_DAY));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->reviewer);
  g_object_unref (fixture->document);
}

static void
update (Fixture *fixture)
{
  fixture->n_texts = 0;
  g_assert_false (vac_reviewer_update (fixture->reviewer, ALL_DAY));
}

static const VacFinding *
find (Fixture    *fixture,
      const char *id)
{
  g_autoptr (GPtrArray) findings = vac_reviewer_get_findings (fixture->reviewer);

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((const VacFinding *) g_ptr_array_index (findings, i))->id, id))
      return g_ptr_array_index (findings, i);

  return NULL;
}

static void
test_finds_what_a_check_finds (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (GPtrArray) found = vac_reviewer_get_findings (fixture->reviewer);
  g_autoptr (GPtrArray) wanted = vac_review_check (fixture->document,
                                                   VAC_REVIEW_POSTING | VAC_REVIEW_TEXTS |
                                                   VAC_REVIEW_PAY_RULES | VAC_REVIEW_BOARDS);

  g_assert_cmpuint (found->len, ==, wanted->len);
  for (guint i = 1; i < found->len; i++)
    g_assert_cmpint (((const VacFinding *) g_ptr_array_index (found, i - 1))->severity, <=,
                     ((const VacFinding *) g_ptr_array_index (found, i))->severity);
}

static void
test_typing_makes_one_text_be_checked (Fixture       *fixture,
                                       gconstpointer  data)
{
  vac_document_set_text (fixture->document, fixture->text, "We bake {{nothing}}.");
  vac_document_set_text (fixture->document, fixture->text, "We bake {{nothing}} here.");
  g_assert_cmpuint (fixture->n_stale, ==, 1);
  update (fixture);
  g_assert_cmpuint (fixture->n_texts, ==, 1);
  g_assert_nonnull (find (fixture, "structure.placeholder-unknown"));
  vac_document_undo (fixture->document);
  vac_document_undo (fixture->document);
  update (fixture);
  g_assert_null (find (fixture, "structure.placeholder-unknown"));
}

/* So that nobody who types has to wait for it. */
static void
test_whole_is_checked_in_parts (Fixture       *fixture,
                                gconstpointer  data)
{
  VacNode *title = vac_document_get (fixture->document, VAC_ROLE_JOB_TITLE);
  guint n_parts = 1;

  vac_document_set_text (fixture->document, title, "");
  g_assert_false (vac_reviewer_update_texts (fixture->reviewer, ALL_DAY));
  g_assert_null (find (fixture, "facts.job.title"));
  while (vac_reviewer_update_whole (fixture->reviewer, 0))
    {
      g_assert_null (find (fixture, "facts.job.title"));
      n_parts++;
    }
  g_assert_cmpuint (n_parts, >, 10);
  g_assert_nonnull (find (fixture, "facts.job.title"));
  g_assert_false (vac_reviewer_update_whole (fixture->reviewer, 0));

  /* What changes meanwhile is for the next time. */
  vac_document_set_text (fixture->document, title, "Baker");
  g_assert_true (vac_reviewer_update_whole (fixture->reviewer, 0));
  vac_document_set_text (fixture->document, title, "");
  while (vac_reviewer_update_whole (fixture->reviewer, 0))
    ;
  update (fixture);
  g_assert_nonnull (find (fixture, "facts.job.title"));
}

static void
test_another_language_makes_all_be_checked (Fixture       *fixture,
                                            gconstpointer  data)
{
  vac_document_set_text (fixture->document,
                         vac_document_get (fixture->document, VAC_ROLE_LANGUAGE), "de-DE");
  update (fixture);
  g_assert_cmpuint (fixture->n_texts, >, 10);
}

static void
test_works_in_slices (Fixture       *fixture,
                      gconstpointer  data)
{
  guint n = 1;

  vac_document_set_text (fixture->document,
                         vac_document_get (fixture->document, VAC_ROLE_LANGUAGE), "de-DE");
  while (vac_reviewer_update (fixture->reviewer, 0))
    g_assert_cmpuint (n++, <, 10000);
  g_assert_cmpuint (n, >, 10);
}

static void
test_texts_come_and_go (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (VacNode) section = vac_node_copy (vac_node_get_parent (fixture->text));
  VacNode *list = vac_document_get (fixture->document, VAC_ROLE_SECTIONS);

  vac_document_remove (fixture->document, vac_node_get_child (list, 0));
  update (fixture);
  g_assert_cmpuint (fixture->n_texts, ==, 0);
  g_assert_null (vac_reviewer_get_findings_of (fixture->reviewer, fixture->text));
  vac_document_undo (fixture->document);
  update (fixture);
  g_assert_cmpuint (fixture->n_texts, >, 0);
  vac_document_append (fixture->document, list, section);
  update (fixture);
  g_assert_cmpuint (fixture->n_texts, >, 0);
}

static void
test_ignoring_is_a_step_and_holds_for_one_place (Fixture       *fixture,
                                                 gconstpointer  data)
{
  const VacFinding *finding;

  vac_document_set_text (fixture->document, fixture->text,
                         "We bake {{nothing}} here, in the oldest bakery of the whole town.");
  update (fixture);
  finding = find (fixture, "structure.placeholder-unknown");
  g_assert_true (vac_ignored_add_here (fixture->document, finding));
  g_assert_null (find (fixture, "structure.placeholder-unknown"));
  g_assert_cmpuint (vac_reviewer_get_n_ignored (fixture->reviewer), ==, 1);

  /* Words far away do not matter, those around do. */
  vac_document_set_text (fixture->document, fixture->text,
                         "We bake {{nothing}} here, in the oldest bakery of the whole country.");
  update (fixture);
  g_assert_null (find (fixture, "structure.placeholder-unknown"));
  vac_document_set_text (fixture->document, fixture->text, "They sell {{nothing}} there.");
  update (fixture);
  finding = find (fixture, "structure.placeholder-unknown");
  g_assert_nonnull (finding);

  g_assert_true (vac_ignored_add_rule (fixture->document, finding));
  g_assert_null (find (fixture, "structure.placeholder-unknown"));
  g_assert_cmpuint (vac_ignored_count (fixture->document), ==, 2);
  vac_document_undo (fixture->document);
  g_assert_nonnull (find (fixture, "structure.placeholder-unknown"));
  g_assert_true (vac_ignored_clear (fixture->document));
  g_assert_false (vac_ignored_clear (fixture->document));
  g_assert_cmpuint (vac_ignored_count (fixture->document), ==, 0);
}

static void
test_a_rule_can_be_ignored_always (Fixture       *fixture,
                                   gconstpointer  data)
{
  static const char *const rules[] = { "structure.placeholder-unknown", NULL };

  vac_document_set_text (fixture->document, fixture->text, "We bake {{nothing}}.");
  update (fixture);
  vac_reviewer_set_always_ignored (fixture->reviewer, rules);
  g_assert_null (find (fixture, "structure.placeholder-unknown"));
  vac_reviewer_set_always_ignored (fixture->reviewer, NULL);
  g_assert_nonnull (find (fixture, "structure.placeholder-unknown"));
}

static const struct
{
  const char *name;
  const char *text;
  const char *words;
  const char *instead;
  const char *result;
} takings[] = {
  { "words-are-replaced", "A rockstar cooks.", "rockstar", "cook", "A cook cooks." },
  { "a-blank-goes-with-words-that-are-taken-out", "You are very kind.", "very", "",
    "You are kind." },
  { "a-blank-before-goes-at-the-end", "You are kind really", "really", "", "You are kind" },
  { "a-blank-after-goes-at-the-start", "Really you are kind", "Really", "", "you are kind" },
  { "marks-stay", "Kind (very), they say.", "very", "", "Kind (), they say." },
};

static void
test_suggestions_are_taken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (takings); i++)
    {
      g_autoptr (VacDocument) document = vac_document_new ();
      g_autoptr (GPtrArray) findings = vac_finding_array_new ();
      VacNode *leaf = vac_document_get (document, VAC_ROLE_APPLY_INSTRUCTIONS);
      VacFinding *finding;

      vac_document_set_text (document, leaf, takings[i].text);
      finding = vac_finding_add (findings, VAC_FINDING_WORDING, "word", VAC_SEVERITY_HINT, leaf,
                                 "Another word.");
      vac_finding_set_span (finding,
                            (gsize) (strstr (takings[i].text, takings[i].words) - takings[i].text),
                            strlen (takings[i].words));
      vac_finding_suggest (finding, takings[i].instead);
      g_assert_cmpstr (finding->id, ==, "wording.word");
      g_assert_true (vac_finding_take (finding, document, 0));
      if (g_strcmp0 (vac_node_get_text (leaf), takings[i].result) != 0)
        g_test_message ("%s", takings[i].name);
      g_assert_cmpstr (vac_node_get_text (leaf), ==, takings[i].result);
      g_assert_false (vac_finding_take (finding, document, 0));
      vac_document_undo (document);
      g_assert_cmpstr (vac_node_get_text (leaf), ==, takings[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add ("/reviewer/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("finds-what-a-check-finds", test_finds_what_a_check_finds);
  ADD ("typing-makes-one-text-be-checked", test_typing_makes_one_text_be_checked);
  ADD ("another-language-makes-all-be-checked", test_another_language_makes_all_be_checked);
  ADD ("works-in-slices", test_works_in_slices);
  ADD ("the-posting-as-a-whole-is-checked-in-parts", test_whole_is_checked_in_parts);
  ADD ("texts-come-and-go", test_texts_come_and_go);
  ADD ("ignoring-is-a-step-and-holds-for-one-place",
       test_ignoring_is_a_step_and_holds_for_one_place);
  ADD ("a-rule-can-be-ignored-always", test_a_rule_can_be_ignored_always);
  g_test_add_func ("/reviewer/suggestions-are-taken", test_suggestions_are_taken);

  return g_test_run ();
}
