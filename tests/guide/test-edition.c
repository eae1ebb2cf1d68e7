/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "support.h"
#include "vac-edition.h"

/* Switching the language of a posting takes over what is still the guide's. */

#define GUIDE "machine-learning-engineer"

typedef struct
{
  VacGuideLibrary *library;
  VacDocument     *english;
  VacDocument     *german;
  VacDocument     *posting;   /* made from the English edition */
} Desk;

static void
desk_clear (Desk *self)
{
  vac_guide_library_free (self->library);
  g_object_unref (self->english);
  g_object_unref (self->german);
  g_object_unref (self->posting);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

static Desk
set_up (void)
{
  Desk self = { .library = vac_guide_library_new (NULL) };

  self.english = vac_guide_open (vac_guide_library_find (self.library, GUIDE), NULL);
  self.german = vac_guide_open (vac_guide_library_find (self.library, GUIDE ".de"), NULL);
  self.posting = vac_guide_open (vac_guide_library_find (self.library, GUIDE), NULL);

  return self;
}

static VacNode *
get_list (VacDocument *document,
          const char  *section)
{
  return vac_node_get (vac_document_find_section (document, section), VAC_ROLE_SECTION_ITEMS);
}

static VacNode *
get_leaf (VacDocument *document,
          const char  *path)
{
  g_autoptr (GError) error = NULL;
  VacNode *leaf = vac_node_lookup (vac_document_get_root (document), path, &error);

  g_assert_no_error (error);

  return leaf;
}

static const char *
get_item (VacDocument *document,
          const char  *section,
          guint        position)
{
  VacNode *item = vac_node_get_child (get_list (document, section), position);

  return item != NULL ? vac_node_get_member_text (item, VAC_ROLE_ITEM_TEXT) : NULL;
}

static void
assert_counts (const VacEditionSwitch *result,
               guint                   n_headings,
               guint                   n_texts)
{
  g_assert_cmpint (result->outcome, ==, VAC_EDITION_SWITCHED);
  g_assert_cmpuint (result->n_headings, ==, n_headings);
  g_assert_cmpuint (result->n_texts, ==, n_texts);
}

static void
test_untouched (void)
{
  g_auto (Desk) desk = set_up ();
  VacEditionSwitch result;

  vac_edition_switch_language (desk.library, desk.posting, "de", &result);
  assert_counts (&result, 0, 0);
  g_assert_cmpuint (result.n_taken, >, 250);
  support_assert_same_documents (desk.posting, desk.german);

  vac_edition_switch_language (desk.library, desk.posting, "en-US", &result);
  assert_counts (&result, 0, 0);
  support_assert_same_documents (desk.posting, desk.english);
}

/* The blank one says no currency but in English, and that of a posting stays. */
static void
test_untouched_blank (void)
{
  static const char *const languages[] = { "de", "fr" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (VacGuideLibrary) library = vac_guide_library_new (NULL);
      g_autoptr (VacDocument) posting = vac_guide_open (
          vac_guide_library_find (library, "blank"), NULL);
      g_autoptr (VacDocument) expected = vac_guide_open (
          vac_guide_library_find_edition (library, "blank", languages[i]), NULL);
      VacEditionSwitch result;

      vac_edition_switch_language (library, posting, languages[i], &result);
      assert_counts (&result, 0, 0);
      g_assert_cmpuint (result.n_taken, >, 80);
      g_assert_cmpstr (vac_document_get_text (posting, VAC_ROLE_PAY_CURRENCY), ==, "USD");
      vac_document_set_text (posting, vac_document_get (posting, VAC_ROLE_PAY_CURRENCY), "");
      vac_document_set_text (posting, vac_document_get (posting, VAC_ROLE_SALARIES_CURRENCY), "");
      support_assert_same_documents (posting, expected);
    }
}

static void
test_one_step (void)
{
  g_auto (Desk) desk = set_up ();
  VacEditionSwitch result;

  vac_edition_switch_language (desk.library, desk.posting, "de", &result);
  g_assert_cmpstr (vac_document_get_undo_label (desk.posting), ==, "Switch Language");
  g_assert_true (vac_document_undo (desk.posting) ==
                 vac_document_get (desk.posting, VAC_ROLE_LANGUAGE));
  g_assert_false (vac_document_get_can_undo (desk.posting));
  g_assert_false (vac_document_get_modified (desk.posting));
  support_assert_same_documents (desk.posting, desk.english);
  vac_document_redo (desk.posting);
  support_assert_same_documents (desk.posting, desk.german);
}

static void
test_touched (void)
{
  static const char *const changes[][2] = {
    { "job.title", "Senior ML Engineer" },
    { "sections.1.title", "The Job" },
    { "sections.1.advice", "Ask Kim." },
    { "sections.1.sections.0.items.2.text", "Lead the team" },
    { "sections.11.sections.0.items.0.label", "Design" },
    { "sections.11.sections.0.items.0.text", "How do you design?" },
    { "variations.0.highlight", "Size" },
    { "variations.0.additions.1.text", "Integrate" },
    { "industries.2.title", "Shops" },
    { "industries.2.requirements.1", "Personal offers" },
    { "salaries.places.3.name", "Austin, TX" },
    { "salaries.places.3.note", "Sunny" },
    { "salaries.factors.0", "Depth" },
    { "assessments.0.title", "Scores" },
    { "assessments.1.criteria.2.weak", "None" },
    { "job.pay.note", "Paid monthly" },
    { "job.employer.name", "Acme" },
  };
  g_auto (Desk) desk = set_up ();
  VacEditionSwitch result;

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_assert_true (vac_document_set_text (desk.posting, get_leaf (desk.posting, changes[i][0]),
                                          changes[i][1]));
  vac_edition_switch_language (desk.library, desk.posting, "de", &result);

  /* The question and its label are one, and names are not counted. */
  assert_counts (&result, 3, 11);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      VacNode *mine = get_leaf (desk.posting, changes[i][0]);

      g_assert_cmpstr (vac_node_get_text (mine), ==, changes[i][1]);
      vac_document_set_text (desk.posting, mine,
                             vac_node_get_text (get_leaf (desk.german, changes[i][0])));
    }
  support_assert_same_documents (desk.posting, desk.german);
}

static void
test_paragraphs (void)
{
  g_auto (Desk) desk = set_up ();
  VacNode *text = vac_node_get (vac_document_find_section (desk.posting, "about-the-role"),
                                VAC_ROLE_SECTION_TEXT);
  const char *german = vac_node_get_member_text (
      vac_document_find_section (desk.german, "about-the-role"), VAC_ROLE_SECTION_TEXT);
  g_auto (GStrv) paragraphs = g_strsplit (vac_node_get_text (text), "\n\n", -1);
  g_auto (GStrv) expected = g_strsplit (german, "\n\n", -1);
  g_autofree char *mixed = g_strjoin ("\n\n", paragraphs[2], "Mine.", paragraphs[0], NULL);
  g_autofree char *result_text = g_strjoin ("\n\n", expected[2], "Mine.", expected[0], NULL);
  VacEditionSwitch result;

  vac_document_set_text (desk.posting, text, mixed);
  vac_edition_switch_language (desk.library, desk.posting, "de", &result);
  assert_counts (&result, 0, 1);
  g_assert_cmpstr (vac_node_get_text (text), ==, result_text);
}

static void
append_item (VacDocument *document,
             const char  *section,
             const char  *text)
{
  VacNode *list = get_list (document, section);
  g_autoptr (VacNode) item = vac_node_new_record (vac_node_get_field (list)->element,
                                                  VAC_ROLE_ITEM_TEXT, text, VAC_ROLE_NONE);

  vac_document_append (document, list, item);
}

static void
test_lists (void)
{
  g_auto (Desk) desk = set_up ();
  VacDocument *posting = desk.posting, *german = desk.german;
  VacNode *skills = get_list (posting, "technical-skills");
  g_autofree char *moved = g_strdup (get_item (posting, "core-competencies", 0));
  g_autofree char *added = g_strdup (
      vac_node_get_text (get_leaf (posting, "variations.0.additions.0.text")));
  VacEditionSwitch result;

  /* The order is 4 1 2 3 without 0, then a bullet of another part, one of a variation, and one's
   * own. */
  vac_document_remove (posting, vac_node_get_child (skills, 0));
  vac_document_move (posting, vac_node_get_child (skills, 3), 0);
  append_item (posting, "technical-skills", moved);
  append_item (posting, "technical-skills", added);
  append_item (posting, "technical-skills", "Mine");
  vac_document_move (posting, get_leaf (posting, "sections.1"), 5);
  vac_document_move (posting, get_leaf (posting, "industries.0"), 4);
  vac_document_remove (posting, get_leaf (posting, "assessments.0.criteria.1"));

  vac_edition_switch_language (desk.library, posting, "de", &result);
  assert_counts (&result, 0, 1);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpstr (get_item (posting, "technical-skills", i), ==,
                     get_item (german, "technical-skills", i == 0 ? 4 : i));
  g_assert_cmpstr (get_item (posting, "technical-skills", 4), ==,
                   get_item (german, "core-competencies", 0));
  g_assert_cmpstr (get_item (posting, "technical-skills", 5), ==,
                   vac_node_get_text (get_leaf (german, "variations.0.additions.0.text")));
  g_assert_cmpstr (get_item (posting, "technical-skills", 6), ==, "Mine");
  g_assert_cmpstr (vac_node_get_text (get_leaf (posting, "sections.5.title")), ==,
                   vac_node_get_text (get_leaf (german, "sections.1.title")));
  g_assert_cmpstr (vac_node_get_text (get_leaf (posting, "industries.4.requirements.2")), ==,
                   vac_node_get_text (get_leaf (german, "industries.0.requirements.2")));
  g_assert_cmpstr (vac_node_get_text (get_leaf (posting, "assessments.0.criteria.1.good")), ==,
                   vac_node_get_text (get_leaf (german, "assessments.0.criteria.2.good")));
}

static void
test_back_and_forth (void)
{
  g_auto (Desk) desk = set_up ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  VacEditionSwitch result;

  vac_document_set_text (desk.posting, get_leaf (desk.posting, "sections.2.title"), "The Role");
  append_item (desk.posting, "key-highlights", "Mine");
  vac_document_move (desk.posting, get_leaf (desk.posting, "sections.1.sections.0.items.0"), 3);
  before = support_write_text (desk.posting);
  vac_edition_switch_language (desk.library, desk.posting, "de-AT", &result);
  assert_counts (&result, 1, 1);
  vac_edition_switch_language (desk.library, desk.posting, "en-US", &result);
  assert_counts (&result, 1, 1);
  after = support_write_text (desk.posting);
  support_assert_same_lines (after, before);
}

static void
test_half_switched (void)
{
  g_auto (Desk) desk = set_up ();
  VacEditionSwitch result;

  /* What is in the new language already was not left. */
  vac_document_set_text (desk.posting, get_leaf (desk.posting, "sections.2.title"),
                         vac_node_get_text (get_leaf (desk.german, "sections.2.title")));
  append_item (desk.posting, "key-highlights", get_item (desk.german, "work-environment", 0));
  vac_edition_switch_language (desk.library, desk.posting, "de", &result);
  assert_counts (&result, 0, 0);
}

static void
test_no_edition (void)
{
  static const struct
  {
    const char       *guide;
    const char       *language;
    VacEditionOutcome outcome;
  } cases[] = {
    { GUIDE, "en-GB", VAC_EDITION_SAME },
    { GUIDE, "it", VAC_EDITION_MISSING },
    { GUIDE, "", VAC_EDITION_MISSING },
    { "baker", "de", VAC_EDITION_SAME },
    { "", "de", VAC_EDITION_SAME },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Desk) desk = set_up ();
      g_autofree char *title = g_strdup (vac_document_get_text (desk.posting, VAC_ROLE_JOB_TITLE));
      VacEditionSwitch result;

      vac_document_set_text (desk.posting, vac_document_get (desk.posting, VAC_ROLE_GUIDE_ID),
                             cases[i].guide);
      vac_edition_switch_language (desk.library, desk.posting, cases[i].language, &result);
      g_assert_cmpint (result.outcome, ==, cases[i].outcome);
      g_assert_cmpuint (result.n_taken, ==, 0);
      g_assert_cmpstr (vac_document_get_text (desk.posting, VAC_ROLE_LANGUAGE), ==,
                       cases[i].language);
      g_assert_cmpstr (vac_document_get_text (desk.posting, VAC_ROLE_JOB_TITLE), ==, title);
    }
}

static void
test_detour (void)
{
  static const char *const detours[] = { "fr", "it" };   /* with an edition, and without */

  for (guint i = 0; i < G_N_ELEMENTS (detours); i++)
    {
      g_auto (Desk) desk = set_up ();
      VacEditionSwitch result;

      vac_edition_switch_language (desk.library, desk.posting, detours[i], &result);
      vac_edition_switch_language (desk.library, desk.posting, "de", &result);
      assert_counts (&result, 0, 0);
      support_assert_same_documents (desk.posting, desk.german);
    }
}

static void
test_read_only (void)
{
  g_auto (Desk) desk = set_up ();
  VacEditionSwitch result;

  vac_document_set_read_only (desk.posting, TRUE);
  vac_edition_switch_language (desk.library, desk.posting, "de", &result);
  g_assert_cmpint (result.outcome, ==, VAC_EDITION_SAME);
  support_assert_same_documents (desk.posting, desk.english);
}

/* The user's own guides have editions, too; where they differ in structure and figures, nothing is
 * guessed. */
static void
test_own_editions (void)
{
  static const char *const texts[] = {
    "{ 'format': 'vacancy-posting', 'version': 2, 'language': 'en', 'guide': { 'id': 'baker' },"
    "  'job': { 'title': 'Baker', 'pay': { 'minimum': 20, 'currency': 'GBP', 'note': 'Tips' } },"
    "  'sections': [ { 'id': 'a', 'title': 'Work', 'items': [ { 'text': 'Bread' } ] },"
    "                { 'id': 'b', 'title': 'Pay' } ] }",
    "{ 'format': 'vacancy-posting', 'version': 2, 'language': 'de', 'guide': { 'id': 'baker' },"
    "  'job': { 'title': 'Bäckerei', 'pay': { 'minimum': 15, 'currency': 'EUR', 'note': 'Geld' } },"
    "  'sections': [ { 'id': 'b', 'title': 'Lohn' },"
    "                { 'id': 'a', 'title': 'Arbeit', 'items': [ { 'text': 'Brezeln' },"
    "                                                           { 'text': 'Brot' } ] } ] }",
  };
  g_autofree char *folder = g_dir_make_tmp ("vacancy-editions-XXXXXX", NULL);
  g_autoptr (VacGuideLibrary) library = NULL;
  g_autoptr (VacDocument) posting = support_read_quoted (texts[0]);
  VacEditionSwitch result;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = support_quoted_bytes (texts[i]);
      g_autofree char *path = g_strdup_printf ("%s/baker-%u.vacancy", folder, i);

      g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                          (gssize) g_bytes_get_size (bytes), NULL));
    }
  library = vac_guide_library_new (folder);
  vac_edition_switch_language (library, posting, "de", &result);

  assert_counts (&result, 0, 2);
  g_assert_cmpstr (vac_document_get_text (posting, VAC_ROLE_JOB_TITLE), ==, "Bäckerei");
  g_assert_cmpstr (vac_document_get_text (posting, VAC_ROLE_PAY_CURRENCY), ==, "GBP");
  g_assert_cmpstr (vac_document_get_text (posting, VAC_ROLE_PAY_NOTE), ==, "Tips");
  g_assert_cmpstr (vac_node_get_text (get_leaf (posting, "sections.0.title")), ==, "Arbeit");
  g_assert_cmpstr (vac_node_get_text (get_leaf (posting, "sections.1.title")), ==, "Lohn");
  g_assert_cmpstr (get_item (posting, "a", 0), ==, "Bread");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/baker-%u.vacancy", folder, i);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
test_sentences (void)
{
  static const struct
  {
    VacEditionSwitch result;
    const char      *language;
    const char      *expected;
  } cases[] = {
    { { VAC_EDITION_SWITCHED, 9, 3, 12 }, "de",
      "Now in German. 3 headings and 12 texts were yours and stay as they are." },
    { { VAC_EDITION_SWITCHED, 9, 1, 1 }, "de",
      "Now in German. 1 heading and 1 text were yours and stay as they are." },
    { { VAC_EDITION_SWITCHED, 9, 1, 0 }, "de",
      "Now in German. 1 heading was yours and stays as it is." },
    { { VAC_EDITION_SWITCHED, 9, 0, 2 }, "de",
      "Now in German. 2 texts were yours and stay as they are." },
    { { VAC_EDITION_SWITCHED, 9, 0, 0 }, "de", "Now in German, with all its texts." },
    { { VAC_EDITION_MISSING, 0, 0, 0 }, "it",
      "Now in Italian. Only the words that the program writes have changed: the guide has no "
      "edition in this language." },
    { { VAC_EDITION_MISSING, 0, 0, 0 }, "sw", NULL },
    { { VAC_EDITION_MISSING, 0, 0, 0 }, "", NULL },
    { { VAC_EDITION_SAME, 0, 0, 0 }, "en-GB", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentence = vac_edition_describe (&cases[i].result, cases[i].language);

      g_assert_cmpstr (sentence, ==, cases[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edition/what-is-untouched-is-taken-over", test_untouched);
  g_test_add_func ("/edition/the-blank-guide-is-taken-over", test_untouched_blank);
  g_test_add_func ("/edition/a-switch-is-one-step", test_one_step);
  g_test_add_func ("/edition/what-was-changed-stays-and-is-counted", test_touched);
  g_test_add_func ("/edition/paragraphs-are-taken-over-one-by-one", test_paragraphs);
  g_test_add_func ("/edition/lists-may-be-reordered-cut-and-added-to", test_lists);
  g_test_add_func ("/edition/there-and-back-is-as-before", test_back_and_forth);
  g_test_add_func ("/edition/what-is-in-the-language-already-is-not-counted", test_half_switched);
  g_test_add_func ("/edition/without-an-edition-the-language-alone-changes", test_no_edition);
  g_test_add_func ("/edition/a-detour-over-another-language-loses-nothing", test_detour);
  g_test_add_func ("/edition/a-read-only-posting-stays", test_read_only);
  g_test_add_func ("/edition/the-users-guides-have-editions-too", test_own_editions);
  g_test_add_func ("/edition/what-was-left-is-told", test_sentences);

  return g_test_run ();
}
