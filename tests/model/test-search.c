/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "support.h"
#include "vac-search.h"

/* Words in a posting, and others in their place. */

#define POSTING \
  "{'format':'vacancy-posting','version':2,'language':'en-US'," \
  "'guide':{'id':'go','title':'Go guide'}," \
  "'job':{'title':'Go developer','employer':{'name':'Go Ltd','website':'https://go.example'," \
  "'about':'We go.'},'workplace':'remote','openings':2,'skills':[{'name':'Go','id':'go'}]," \
  "'pay':{'currency':'USD','minimum':100000,'note':'Pay can go up.'}}," \
  "'sections':[" \
  "{'id':'go','title':'Where we go','advice':'Go on.','text':'You go, and {{title}}s go.'," \
  "'items':[{'label':'Go','text':'Going places'},{'text':'Nothing','include':false}]," \
  "'sections':[{'id':'b','title':'More to go','items':[{'text':'Ago'}]}]}," \
  "{'id':'c','title':'Go, team','audience':'team','text':'Let it go.','table':'industries'}]," \
  "'industries':[{'title':'Cargo','requirements':['Go far'],'aspect':''}]," \
  "'variations':[{'id':'none','title':'Go'}]," \
  "'assessments':[{'title':'Go','criteria':[{'title':'Go','weight':100}]}]," \
  "'review':{'ignored':[{'rule':'go','context':'go'}]}}"

static const struct
{
  const char     *words;
  VacPatternFlags flags;
  VacSearchScope  scope;
  const char     *places;   /* path:start, in order */
} finds[] = {
  { "go", VAC_PATTERN_WHOLE_WORDS, VAC_SEARCH_HEADINGS,
    "job.title:0 sections.0.title:9 sections.0.sections.0.title:8" },
  { "go", VAC_PATTERN_WHOLE_WORDS, VAC_SEARCH_TEXTS, "sections.0.text:4 sections.0.text:23" },
  { "go", VAC_PATTERN_WHOLE_WORDS, VAC_SEARCH_BULLETS, "sections.0.items.0.label:0" },
  { "go", 0, VAC_SEARCH_BULLETS,
    "sections.0.items.0.label:0 sections.0.items.0.text:0 sections.0.sections.0.items.0.text:1" },
  { "go", VAC_PATTERN_WHOLE_WORDS, VAC_SEARCH_FACTS,
    "job.employer.name:0 job.employer.about:3 job.skills.0.name:0 job.pay.note:8" },
  { "go.example", 0, VAC_SEARCH_FACTS, "job.employer.website:8" },
  { "go", 0, VAC_SEARCH_TEAM,
    "sections.0.advice:0 sections.1.title:0 sections.1.text:7 industries.0.title:3 "
    "industries.0.requirements.0:0" },
  { "Go", VAC_PATTERN_MATCH_CASE | VAC_PATTERN_WHOLE_WORDS,
    VAC_SEARCH_HEADINGS | VAC_SEARCH_FACTS,
    "job.title:0 job.employer.name:0 job.skills.0.name:0" },
  { "title", 0, VAC_SEARCH_EVERYWHERE, "sections.0.text:14" },
  { "remote", 0, VAC_SEARCH_EVERYWHERE, "" },
  { "100000", 0, VAC_SEARCH_EVERYWHERE, "" },
  { "USD", 0, VAC_SEARCH_EVERYWHERE, "" },
  { "", 0, VAC_SEARCH_EVERYWHERE, "" },
  { "go", 0, 0, "" },
};

static void
test_words_are_found_where_they_are_looked_for (void)
{
  g_autoptr (VacDocument) document = support_read_quoted (POSTING);

  for (guint i = 0; i < G_N_ELEMENTS (finds); i++)
    {
      g_autoptr (VacSearch) search = vac_search_new (document, finds[i].words, finds[i].flags,
                                                     finds[i].scope);
      g_autoptr (GArray) matches = vac_search_find_all (search);
      g_autoptr (GArray) passages = g_array_new (FALSE, FALSE, sizeof (VacPassage));
      g_autoptr (GString) places = g_string_new (NULL);

      for (guint k = 0; k < matches->len; k++)
        {
          const VacMatch *match = &g_array_index (matches, VacMatch, k);
          g_autofree char *path = vac_node_get_path (match->node);
          gboolean found = FALSE;

          g_string_append_printf (places, "%s%s:%" G_GSIZE_FORMAT, k > 0 ? " " : "", path,
                                  match->start);
          g_assert_cmpuint (vac_search_find_in (search, match->node, passages), >, 0);
          for (guint n = 0; n < passages->len; n++)
            found |= g_array_index (passages, VacPassage, n).start == match->start;
          g_assert_true (found);
          g_assert_cmpuint (vac_search_find_from (matches, match->node, match->start), ==, k);
          g_assert_cmpuint (vac_search_find_from (matches, match->node, match->start + 1), ==,
                            k + 1);
        }
      g_assert_cmpstr (places->str, ==, finds[i].places);
    }
}

static void
test_a_search_goes_on_from_anywhere (void)
{
  static const struct { const char *path; guint from; } cases[] = {
    { "job", 0 }, { "job.title", 0 }, { "job.employer", 1 }, { "sections", 1 },
    { "sections.0", 1 }, { "sections.0.text", 2 }, { "sections.0.sections", 2 },
    { "sections.0.sections.0.items", 3 }, { "sections.1", 3 }, { "industries", 3 },
  };
  g_autoptr (VacDocument) document = support_read_quoted (POSTING);
  g_autoptr (VacSearch) search = vac_search_new (document, "go", VAC_PATTERN_WHOLE_WORDS,
                                                 VAC_SEARCH_HEADINGS);
  g_autoptr (GArray) matches = vac_search_find_all (search);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (vac_search_find_from (matches,
                                            vac_node_lookup (vac_document_get_root (document),
                                                             cases[i].path, NULL), 0),
                      ==, cases[i].from);
}

static const struct
{
  const char     *words;
  const char     *replacement;
  VacSearchScope  scope;
  const char     *path;
  const char     *text;      /* there, afterwards */
  guint           n_replaced;
  guint           n_kept;
  const char     *reason;
} replacements[] = {
  { "go", "walk", VAC_SEARCH_TEXTS, "sections.0.text", "You walk, and {{title}}s walk.", 2, 0, "" },
  { "go", "go go", VAC_SEARCH_TEXTS, "sections.0.text", "You go go, and {{title}}s go go.", 2, 0,
    "" },
  { " go", "", VAC_SEARCH_TEXTS, "sections.0.text", "You, and {{title}}s.", 2, 0, "" },
  { "go", "{{title}}", VAC_SEARCH_TEXTS, "sections.0.text",
    "You {{title}}, and {{title}}s {{title}}.", 2, 0, "" },
  { "tit", "x", VAC_SEARCH_TEXTS, "sections.0.text", "You go, and {{title}}s go.", 0, 1,
    "A placeholder would no longer be filled in." },
  { "{{title}}s", "people", VAC_SEARCH_TEXTS, "sections.0.text", "You go, and people go.", 1, 0,
    "" },
  { "s go", "s", VAC_SEARCH_TEXTS, "sections.0.text", "You go, and {{title}}s.", 1, 0, "" },
  { "}s go", "}", VAC_SEARCH_TEXTS, "sections.0.text", "You go, and {{title}}s go.", 0, 1,
    "A placeholder would no longer be filled in." },
  { "Go developer", "", VAC_SEARCH_HEADINGS, "job.title", "Go developer", 0, 1,
    "“Job title” must not be empty." },
  { "More to go", " ", VAC_SEARCH_HEADINGS, "sections.0.sections.0.title", "More to go", 0, 1,
    "“Heading” must not be empty." },
  { "Going places", "", VAC_SEARCH_BULLETS, "sections.0.items.0.text", "", 1, 0, "" },
  { "https://", "", VAC_SEARCH_FACTS, "job.employer.website", "https://go.example", 0, 1,
    "This is not a web address that starts with http:// or https://." },
  { "go.example", "went.example", VAC_SEARCH_FACTS, "job.employer.website",
    "https://went.example", 1, 0, "" },
  { "Go Ltd", "Go\nLtd", VAC_SEARCH_FACTS, "job.employer.name", "Go Ltd", 0, 1,
    "The text has one line only." },
  { "nowhere", "x", VAC_SEARCH_EVERYWHERE, "job.title", "Go developer", 0, 0, "" },
};

static const char *
get_text (VacDocument *document,
          const char  *path)
{
  VacNode *node = vac_node_lookup (vac_document_get_root (document), path, NULL);

  g_assert_nonnull (node);

  return vac_node_get_text (node);
}

static void
test_all_is_one_step (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (replacements); i++)
    {
      g_autoptr (VacDocument) document = support_read_quoted (POSTING);
      g_autofree char *before = support_write_text (document);
      g_autofree char *after = NULL;
      g_auto (VacReplaced) result = { 0 };
      g_autoptr (VacSearch) search = vac_search_new (document, replacements[i].words, 0,
                                                     replacements[i].scope);

      vac_search_replace_all (search, replacements[i].replacement, &result);
      g_assert_cmpstr (get_text (document, replacements[i].path), ==, replacements[i].text);
      g_assert_cmpuint (result.n_replaced, ==, replacements[i].n_replaced);
      g_assert_cmpuint (result.n_kept, ==, replacements[i].n_kept);
      g_assert_cmpstr (result.reason != NULL ? result.reason : "", ==, replacements[i].reason);
      g_assert_true (vac_document_get_can_undo (document) == (result.n_replaced > 0));
      if (result.n_replaced > 0)
        g_assert_cmpstr (vac_document_get_undo_label (document), ==, "Replace all");
      vac_document_undo (document);
      after = support_write_text (document);
      g_assert_cmpstr (after, ==, before);
    }
}

/* What is right stays right, what is wrong in one text does not keep the others. */
static void
test_what_would_be_too_long_stays (void)
{
  g_autoptr (VacDocument) document = support_read_quoted (POSTING);
  VacNode *label = vac_node_lookup (vac_document_get_root (document), "sections.0.items.0.label",
                                    NULL);
  VacNode *text = vac_node_lookup (vac_document_get_root (document), "sections.0.items.0.text",
                                   NULL);
  const gint64 most = vac_node_get_field (label)->maximum;
  g_autofree char *longest = g_strnfill ((gsize) most - 3, 'x');
  g_autofree char *full = g_strconcat ("go ", longest, NULL);
  g_autofree char *too_long = g_strconcat ("go ", full, NULL);
  g_autofree char *shorter = g_strconcat ("G ", full + 3, NULL);
  g_auto (VacReplaced) result = { 0 };
  g_auto (VacReplaced) second = { 0 };
  g_autoptr (VacSearch) search = vac_search_new (document, "go", 0, VAC_SEARCH_BULLETS);

  g_assert_cmpint (most, >, 0);
  vac_document_set_text (document, label, full);
  vac_search_replace_all (search, "went", &result);
  g_assert_cmpstr (vac_node_get_text (label), ==, full);
  g_assert_cmpstr (vac_node_get_text (text), ==, "wenting places");
  g_assert_cmpuint (result.n_replaced, ==, 2);
  g_assert_cmpuint (result.n_kept, ==, 1);
  g_assert_nonnull (strstr (result.reason, "longer than"));

  /* A text that is too long may become shorter. */
  vac_document_set_text (document, label, too_long);
  vac_search_replace_all (search, "G", &second);
  g_assert_cmpuint (second.n_kept, ==, 0);
  g_assert_true (g_str_has_prefix (vac_node_get_text (label), "G G x"));
  g_assert_true (g_str_has_suffix (vac_node_get_text (label), shorter + 2));
}

static void
test_one_place_is_replaced (void)
{
  g_autoptr (VacDocument) document = support_read_quoted (POSTING);
  g_autoptr (VacSearch) search = vac_search_new (document, "go", VAC_PATTERN_WHOLE_WORDS,
                                                 VAC_SEARCH_TEXTS);
  g_autoptr (GArray) matches = vac_search_find_all (search);
  g_autoptr (GError) error = NULL;
  const VacMatch *second = &g_array_index (matches, VacMatch, 1);

  g_assert_cmpuint (matches->len, ==, 2);
  g_assert_true (vac_search_replace (search, second, "stay", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (get_text (document, "sections.0.text"), ==, "You go, and {{title}}s stay.");
  g_assert_cmpstr (vac_document_get_undo_label (document), ==, "Replace words");
  g_assert_false (vac_search_replace (search, second, "stay", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  vac_document_undo (document);
  g_assert_cmpstr (get_text (document, "sections.0.text"), ==, "You go, and {{title}}s go.");
  g_assert_false (vac_document_get_can_undo (document));
  vac_document_remove (document, vac_document_find_section (document, "go"));
  g_assert_false (vac_search_replace (search, second, "stay", &error));
  g_assert_nonnull (error);
}

static void
test_a_read_only_posting_stays (void)
{
  g_autoptr (VacDocument) document = support_read_quoted (POSTING);
  g_autoptr (VacSearch) search = vac_search_new (document, "go", 0, VAC_SEARCH_EVERYWHERE);
  g_autoptr (GArray) matches = vac_search_find_all (search);
  g_autofree char *before = support_write_text (document);
  g_autofree char *after = NULL;
  g_auto (VacReplaced) result = { 0 };
  g_autoptr (GError) error = NULL;

  vac_document_set_read_only (document, TRUE);
  g_assert_false (vac_search_replace (search, &g_array_index (matches, VacMatch, 0), "x", &error));
  g_assert_nonnull (error);
  vac_search_replace_all (search, "x", &result);
  g_assert_cmpuint (result.n_replaced, ==, 0);
  g_assert_cmpuint (result.n_kept, ==, matches->len);
  after = support_write_text (document);
  g_assert_cmpstr (after, ==, before);
}

/* In every posting at hand: all that is found can be replaced and taken back, and what is shown
 * for placeholders stays. */
static void
test_postings_come_back (void)
{
  g_auto (GStrv) names = support_list_postings ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (VacDocument) document = support_load_posting (names[i]);
      g_autofree char *before = support_write_text (document);
      g_autofree char *after = NULL;
      g_auto (VacReplaced) result = { 0 };
      g_autoptr (VacSearch) search = vac_search_new (document, "e", 0, VAC_SEARCH_EVERYWHERE);
      g_autoptr (VacSearch) again = vac_search_new (document, "ea", 0, VAC_SEARCH_EVERYWHERE);
      g_autoptr (GArray) matches = vac_search_find_all (search);
      g_autoptr (GArray) found = NULL;

      vac_search_replace_all (search, "ea", &result);
      g_assert_cmpuint (result.n_replaced + result.n_kept, ==, matches->len);
      g_assert_cmpuint (result.n_replaced, >, 0);
      found = vac_search_find_all (again);
      g_assert_cmpuint (found->len, >=, result.n_replaced);
      vac_document_undo (document);
      g_assert_false (vac_document_get_can_undo (document));
      after = support_write_text (document);
      g_assert_cmpstr (after, ==, before);
    }
}

/* What is looked for is what readers see; the places are in what is stored. */
static void
test_marks_are_looked_through (void)
{
  g_autoptr (VacDocument) document = support_read_quoted (
      "{'format':'vacancy-posting','version':3,'language':'en-US',"
      "'sections':[{'id':'a','title':'A',"
      "'text':'You **go**, and [let g**o**](https://go.example) \\\\**go\\\\**.'}]}");
  VacNode *leaf = vac_node_lookup (vac_document_get_root (document), "sections.0.text", NULL);
  g_autoptr (VacSearch) search = vac_search_new (document, "go", VAC_PATTERN_WHOLE_WORDS,
                                                 VAC_SEARCH_EVERYWHERE);
  g_autoptr (GArray) matches = vac_search_find_all (search);
  g_auto (VacReplaced) result = { 0 };
  static const VacPassage places[] = { { 6, 2 }, { 21, 4 }, { 52, 2 } };

  g_assert_cmpuint (matches->len, ==, G_N_ELEMENTS (places));
  for (guint i = 0; i < matches->len; i++)
    {
      g_assert_cmpuint (g_array_index (matches, VacMatch, i).start, ==, places[i].start);
      g_assert_cmpuint (g_array_index (matches, VacMatch, i).length, ==, places[i].length);
    }
  vac_search_replace_all (search, "walk", &result);
  g_assert_cmpuint (result.n_replaced, ==, 3);
  g_assert_cmpstr (vac_node_get_text (leaf), ==,
                   "You **walk**, and [let walk](https://go.example) \\*\\*walk\\*\\*.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/words-are-found-where-they-are-looked-for",
                   test_words_are_found_where_they_are_looked_for);
  g_test_add_func ("/search/a-search-goes-on-from-anywhere", test_a_search_goes_on_from_anywhere);
  g_test_add_func ("/search/replace/all-is-one-step", test_all_is_one_step);
  g_test_add_func ("/search/replace/what-would-be-too-long-stays",
                   test_what_would_be_too_long_stays);
  g_test_add_func ("/search/replace/one-place", test_one_place_is_replaced);
  g_test_add_func ("/search/replace/a-read-only-posting-stays", test_a_read_only_posting_stays);
  g_test_add_func ("/search/replace/postings-come-back", test_postings_come_back);

  g_test_add_func ("/search/marks-are-looked-through", test_marks_are_looked_through);

  return g_test_run ();
}
