/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "support.h"
#include "vac-diff.h"
#include "vac-reader.h"
#include "vac-writer.h"

/* What a person is told of two postings, and of two texts. */

#define HEAD "'format':'vacancy-posting','version':2,'language':'en-US'"
#define ITEMS(items) "{" HEAD ",'sections':[{'id':'s','title':'Skills','items':[" items "]}]}"
#define ITEM(text)   "{'text':'" text "'}"
#define JOB(members) "{" HEAD ",'job':{" members "}}"

typedef struct
{
  const char *name;
  const char *a;
  const char *b;
  const char *expected;   /* a line each */
} Case;

static const Case cases[] = {
  { "empty documents are the same", "{" HEAD "}", "{" HEAD "}", "" },
  { "a status is told by its label",
    "{" HEAD ",'status':'in-review'}", "{" HEAD ",'status':'open'}",
    "Status: In review → Open\n" },
  { "a word that is another is shown with its heading",
    ITEMS (ITEM ("Write clear code")), ITEMS (ITEM ("Write good code")),
    "Skills: “clear” → “good”\n" },
  { "white space and line ends are no difference",
    ITEMS (ITEM ("Write clear code.")), ITEMS (ITEM (" Write  clear\\ncode. ")), "" },
  { "white space that moves to the other side of a comma is no difference",
    ITEMS (ITEM ("one ,two")), ITEMS (ITEM ("one, two")), "" },
  { "a space within a word is a difference",
    ITEMS (ITEM ("super market")), ITEMS (ITEM ("supermarket")),
    "Skills: “super market” → “supermarket”\n" },
  { "a bullet that is new is added",
    ITEMS (ITEM ("Alpha one")), ITEMS (ITEM ("Alpha one") "," ITEM ("Beta two")),
    "Skills: “Beta two” added\n" },
  { "a bullet that is gone is removed",
    ITEMS (ITEM ("Alpha one") "," ITEM ("Beta two")), ITEMS (ITEM ("Beta two")),
    "Skills: “Alpha one” removed\n" },
  { "a bullet elsewhere has moved",
    ITEMS (ITEM ("A one") "," ITEM ("B two") "," ITEM ("C three") "," ITEM ("D four")),
    ITEMS (ITEM ("D four") "," ITEM ("A one") "," ITEM ("B two") "," ITEM ("C three")),
    "Skills: “D four” moved from place 4 to 1\n" },
  { "a bullet that was moved and edited is a move with an edit in it",
    ITEMS (ITEM ("A one") "," ITEM ("B two") "," ITEM ("Write the code of the pumps")),
    ITEMS (ITEM ("Write the code of the valves") "," ITEM ("A one") "," ITEM ("B two")),
    "Skills: “Write the code of the valves” moved from place 3 to 1\n"
    "Skills: “pumps” → “valves”\n" },
  { "one of two equal bullets is gone",
    ITEMS (ITEM ("Same") "," ITEM ("Same") "," ITEM ("Other")),
    ITEMS (ITEM ("Same") "," ITEM ("Other")), "Skills: “Same” removed\n" },
  { "a bullet of one word becomes another in its place",
    ITEMS (ITEM ("Python")), ITEMS (ITEM ("Rust")), "Skills: “Python” → “Rust”\n" },
  { "a bullet of quite other words is removed and added",
    ITEMS (ITEM ("Python and one of Java, Go, or Rust")),
    ITEMS (ITEM ("Friendly with every guest at breakfast")),
    "Skills: “Friendly with every guest at breakfast” added\n"
    "Skills: “Python and one of Java, Go, or Rust” removed\n" },
  { "a switch that is left out says what it would say",
    ITEMS (ITEM ("Python")), ITEMS ("{'text':'Python','include':true}"), "" },
  { "a bullet is left out",
    ITEMS (ITEM ("Python")), ITEMS ("{'text':'Python','include':false}"),
    "Skills, “Python”, Include the entry: turned off\n" },
  { "a bullet goes to another section",
    "{" HEAD ",'sections':[{'id':'a','title':'One','items':[" ITEM ("Lead the team") "]},"
    "{'id':'b','title':'Two'}]}",
    "{" HEAD ",'sections':[{'id':'a','title':'One'},"
    "{'id':'b','title':'Two','items':[" ITEM ("Lead the team") "]}]}",
    "Two: “Lead the team” moved here from One\n" },
  { "a section keeps its id under another title",
    "{" HEAD ",'sections':[{'id':'a','title':'Benefits'}]}",
    "{" HEAD ",'sections':[{'id':'a','title':'What we offer'}]}",
    "What we offer, Heading: “Benefits” → “What we offer”\n" },
  { "sections of the same title and no id are told apart by their texts",
    "{" HEAD ",'sections':[{'title':'Notes','text':'Red green blue'},"
    "{'title':'Notes','text':'One two three four'}]}",
    "{" HEAD ",'sections':[{'title':'Notes','text':'One two three five'},"
    "{'title':'Notes','text':'Red green blue'}]}",
    "Sections: “Notes” moved from place 2 to 1\n"
    "Notes, Text: “four” → “five”\n" },
  { "a logo that is new is called a picture",
    JOB ("'employer':{'name':'Acme'}"),
    JOB ("'employer':{'name':'Acme','logo':'" SUPPORT_PICTURE "'}"),
    "Employer, Logo: set to a picture of 2 × 1 pixels\n" },
  { "a logo that is another is called another picture",
    JOB ("'employer':{'logo':'" SUPPORT_PICTURE "'}"),
    JOB ("'employer':{'logo':'" SUPPORT_OTHER_PICTURE "'}"),
    "Employer, Logo: a picture of 2 × 1 pixels → another picture of 2 × 1 pixels\n" },
  { "a logo that no program can show is not quoted",
    JOB ("'employer':{'logo':'data:image/png;base64,AAAA'}"), JOB ("'employer':{'logo':''}"),
    "Employer, Logo: something that is no picture removed\n" },
  { "amounts, dates and choices are whole values",
    JOB ("'workplace':'onsite','closes':'2026-03-01',"
         "'pay':{'minimum':120000,'currency':'USD'}"),
    JOB ("'workplace':'remote','closes':'2026-04-02',"
         "'pay':{'minimum':130000,'currency':'USD'}"),
    "Workplace: On site → Remote\n"
    "Closes on: March 1, 2026 → April 2, 2026\n"
    "Pay, Minimum: $120,000 → $130,000\n" },
  { "a number replaces something that is none",
    JOB ("'hours':{'perWeek':{'a':1}}"), JOB ("'hours':{'perWeek':37.5}"),
    "Hours, Hours a week: {\"a\":1} → 37.5\n" },
  { "a place of work is recognized when its street is another",
    JOB ("'locations':[{'street':'1 Oak St','city':'Austin','region':'TX','country':'US'}]"),
    JOB ("'locations':[{'street':'9 Elm Ave','city':'Austin','region':'TX','country':'US'}]"),
    "Places of work, “Austin”, Street: “1 Oak St” → “9 Elm Ave”\n" },
  { "a member that nobody knows is compared as it is",
    "{" HEAD ",'x':{'a': [1]}}", "{" HEAD ",'x':{'a':[2]}}",
    "x: {\"a\": [1]} → {\"a\":[2]}\n" },
  { "the layout of a member that nobody knows is no difference",
    "{" HEAD ",'x':{ 'a' : ['b c'] }}", "{" HEAD ",'x':{'a':['b c']}}", "" },
  { "white space in a text that nobody knows is a difference",
    "{" HEAD ",'x':'b  c'}", "{" HEAD ",'x':'b c'}", "x: \"b c\" → \"b c\"\n" },
  { "a member that nobody knows comes and goes",
    "{" HEAD ",'x':1}", "{" HEAD ",'y':2}", "Posting: “y” added\nPosting: “x” removed\n" },
  { "a value of a wrong type is compared as it is",
    JOB ("'title':5"), JOB ("'title':'Engineer'"), "Job title: “5” → “Engineer”\n" },
  { "version 1 with the same content is the same",
    "{'format':'vacancy-posting','version':1,'job':{'pay':{'minimum':50000}}}",
    "{'format':'vacancy-posting','version':2,'job':{'pay':{'minimum':50000}}}", "" },
};

static char *
describe_all (VacDiff *diff)
{
  GPtrArray *differences = vac_diff_get_differences (diff);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      g_autofree char *line = vac_diff_describe (diff, g_ptr_array_index (differences, i));

      g_string_append_printf (lines, "%s\n", line);
    }

  return g_string_free (lines, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (VacDocument) a = support_read_quoted (row->a);
  g_autoptr (VacDocument) b = support_read_quoted (row->b);
  g_autoptr (VacDiff) diff = vac_diff_new (a, b);
  g_autofree char *lines = describe_all (diff);
  g_autofree char *before = vac_write_value (vac_document_get_root (a));
  g_autofree char *taken = NULL;
  g_autofree char *wanted = vac_write_value (vac_document_get_root (b));
  g_autofree char *undone = NULL;

  g_assert_cmpstr (lines, ==, row->expected);
  g_assert_true (vac_diff_take_all (diff, NULL));
  taken = vac_write_value (vac_document_get_root (a));
  g_assert_cmpstr (taken, ==, wanted);
  vac_document_undo (a);
  undone = vac_write_value (vac_document_get_root (a));
  g_assert_cmpstr (undone, ==, before);
}

/* Two texts, and the one with marks that leads from the first to the second. */
static const struct
{
  const char *a;
  const char *b;
  const char *marked;
} texts[] = {
  { "a b c", "a c", "a [-b ]c" },
  { "a c", "a b c", "a {+b }c" },
  { "a", "a b", "a{+ b}" },
  { "a b", "a", "a[- b]" },
  { "a b", "b", "[-a ]b" },
  { "b", "a b", "{+a }b" },
  { "a x c", "a y c", "a [-x]{+y} c" },
  { "a, b", "a b", "a[-,] b" },
  { "", "new", "{+new}" },
  { "old", "", "[-old]" },
  { "one two", "one  two three", "one  two{+ three}" },
  /* A letter and its marks are one, and so are a person and their profession. */
  { "cafe\xcc\x81", "cafe", "[-cafe\xcc\x81]{+cafe}" },
  { "👩‍🚀 flies", "👩 flies", "[-👩‍🚀]{+👩} flies" },
  { "مهندس برمجيات", "مهندس بيانات", "مهندس [-برمجيات]{+بيانات}" },
  { "מהנדס תוכנה", "מהנדסת תוכנה", "[-מהנדס]{+מהנדסת} תוכנה" },
  /* A comma between two changes was kept by nobody. */
  { "red green blue, one two three", "a b c, d e f",
    "[-red green blue, one two three]{+a b c, d e f}" },
};

static char *
mark (VacDifference *difference)
{
  GString *marked = g_string_new (NULL);

  for (guint i = 0; i < difference->spans->len; i++)
    {
      const VacDiffSpan *span = &g_array_index (difference->spans, VacDiffSpan, i);

      if (span->kind == VAC_DIFF_KEPT)
        g_string_append_len (marked, difference->text_b + span->start_b, (gssize) span->length_b);
      else if (span->kind == VAC_DIFF_REMOVED)
        g_string_append_printf (marked, "[-%.*s]", (int) span->length_a,
                                difference->text_a + span->start_a);
      else
        g_string_append_printf (marked, "{+%.*s}", (int) span->length_b,
                                difference->text_b + span->start_b);
    }

  return g_string_free (marked, FALSE);
}

static void
test_words_are_marked (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (VacDocument) a = vac_document_new ();
      g_autoptr (VacDocument) b = vac_document_new ();
      g_autoptr (VacDiff) diff = NULL;
      g_autofree char *marked = NULL;

      vac_document_set_text (a, vac_document_get (a, VAC_ROLE_JOB_TITLE), texts[i].a);
      vac_document_set_text (b, vac_document_get (b, VAC_ROLE_JOB_TITLE), texts[i].b);
      diff = vac_diff_new (a, b);
      g_assert_cmpuint (vac_diff_get_differences (diff)->len, ==, 1);
      marked = mark (g_ptr_array_index (vac_diff_get_differences (diff), 0));
      g_assert_cmpstr (marked, ==, texts[i].marked);
    }
}

static const struct
{
  const char *a;
  const char *b;
  const char *expected;
} summaries[] = {
  { "{" HEAD "}", "{" HEAD "}", "No changes" },
  { ITEMS (ITEM ("a b")), ITEMS (ITEM ("a  b")), "Layout only" },
  { "{" HEAD ",'job':{'pay':{'minimum':120000,'maximum':180000,'currency':'USD'}},'sections':"
    "[{'id':'s','title':'Skills','items':[" ITEM ("a one") "," ITEM ("b two") "," ITEM ("c") "]}]}",
    "{" HEAD ",'job':{'pay':{'minimum':130000,'maximum':185000,'currency':'USD'}},'sections':"
    "[{'id':'s','title':'Skills','items':[" ITEM ("a 1") "," ITEM ("d four") "]}]}",
    "Pay $120k–$180k → $130k–$185k; 3 bullets in Skills" },
  { JOB ("'title':'Engineer'"), JOB ("'title':'Senior Engineer'"), "Job title: “Senior” added" },
  { JOB ("'department':'Research','openings':1,'travel':'Little'"),
    JOB ("'title':'A','department':'Sales','reportsTo':'B','openings':2,'travel':'Much','start':"
         "'2027-01-01'"),
    "Job title: “A” added; Department: “Research” → “Sales”; 4 more parts" },
};

static void
test_summaries_fit_on_a_line (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (summaries); i++)
    {
      g_autoptr (VacDocument) a = support_read_quoted (summaries[i].a);
      g_autoptr (VacDocument) b = support_read_quoted (summaries[i].b);
      g_autoptr (VacDiff) diff = vac_diff_new (a, b);
      g_autofree char *summary = vac_diff_summarize (diff);

      g_assert_cmpstr (summary, ==, summaries[i].expected);
    }
}

static void
test_nodes_find_their_counterparts_and_differences (void)
{
  g_autoptr (VacDocument) a = support_read_quoted (ITEMS (ITEM ("A one x") "," ITEM ("B two")));
  g_autoptr (VacDocument) b = support_read_quoted (ITEMS (ITEM ("B two") "," ITEM ("A 1 x")));
  g_autoptr (VacDiff) diff = vac_diff_new (a, b);
  VacNode *items_a = vac_node_lookup (vac_document_get_root (a), "sections.0.items", NULL);
  VacNode *items_b = vac_node_lookup (vac_document_get_root (b), "sections.0.items", NULL);
  VacNode *first = vac_node_get_child (items_a, 0), *second = vac_node_get_child (items_a, 1);
  VacNode *text = vac_node_get (first, VAC_ROLE_ITEM_TEXT);

  g_assert_true (vac_diff_get_counterpart (diff, items_a) == items_b);
  g_assert_true (vac_diff_get_counterpart (diff, second) == vac_node_get_child (items_b, 0));
  g_assert_true (vac_diff_get_counterpart (diff, vac_node_get_child (items_b, 1)) == first);
  g_assert_nonnull (vac_diff_find (diff, text, VAC_DIFFERENCE_CHANGED));
  g_assert_null (vac_diff_find (diff, text, VAC_DIFFERENCE_MOVED));
  g_assert_true (vac_diff_find (diff, first, VAC_DIFFERENCE_MOVED) != NULL ||
                 vac_diff_find (diff, second, VAC_DIFFERENCE_MOVED) != NULL);
}

static void
test_a_difference_of_another_state_is_not_taken (void)
{
  g_autoptr (VacDocument) a = support_read_quoted (ITEMS (ITEM ("Alpha") "," ITEM ("Beta x y")));
  g_autoptr (VacDocument) b = support_read_quoted (ITEMS (ITEM ("Gamma") "," ITEM ("Beta x z")));
  g_autoptr (VacDiff) diff = vac_diff_new (a, b);
  GPtrArray *differences = vac_diff_get_differences (diff);

  g_assert_nonnull (vac_diff_take (diff, g_ptr_array_index (differences, 0)));
  g_assert_true (vac_diff_is_current (diff));
  g_assert_cmpstr (vac_document_get_undo_label (a), ==, "Take Over Change");
  vac_document_undo (a);
  g_assert_false (vac_diff_is_current (diff));
  g_assert_null (vac_diff_take (diff, g_ptr_array_index (differences, 1)));
  g_assert_false (vac_diff_take_all (diff, NULL));
}

static void
test_a_difference_that_was_taken_says_what_it_said (void)
{
  g_autoptr (VacDocument) a = support_read_quoted (
      JOB ("'title':'Clerk','closes':'2026-03-01','hours':{'perWeek':37.5}"));
  g_autoptr (VacDocument) b = support_read_quoted (
      JOB ("'title':'Cook','closes':'2026-04-02','hours':{'perWeek':40}"));
  g_autoptr (VacDiff) diff = vac_diff_new (a, b);
  g_autofree char *before = describe_all (diff);
  g_autofree char *after = NULL;

  g_assert_true (vac_diff_take_all (diff, NULL));
  after = describe_all (diff);
  g_assert_nonnull (strstr (before, "37.5 → 40"));
  g_assert_cmpstr (after, ==, before);
}

static void
test_nothing_is_taken_into_a_document_of_a_newer_version (void)
{
  g_autoptr (VacDocument) a = support_read_quoted ("{'format':'vacancy-posting','version':99}");
  g_autoptr (VacDocument) b = support_read_quoted (JOB ("'title':'Engineer'"));
  g_autoptr (VacDiff) diff = vac_diff_new (a, b);
  GPtrArray *differences = vac_diff_get_differences (diff);

  g_assert_cmpuint (differences->len, >, 0);
  g_assert_null (vac_diff_take (diff, g_ptr_array_index (differences, 0)));
  g_assert_false (vac_diff_take_all (diff, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (cases[i].name), " ", '-');
      g_autofree char *path = g_strconcat ("/diff/", name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/diff/words-are-marked", test_words_are_marked);
  g_test_add_func ("/diff/summaries-fit-on-a-line", test_summaries_fit_on_a_line);
  g_test_add_func ("/diff/nodes-find-their-counterparts-and-differences",
                   test_nodes_find_their_counterparts_and_differences);
  g_test_add_func ("/diff/a-difference-of-another-state-is-not-taken",
                   test_a_difference_of_another_state_is_not_taken);
  g_test_add_func ("/diff/a-difference-that-was-taken-says-what-it-said",
                   test_a_difference_that_was_taken_says_what_it_said);
  g_test_add_func ("/diff/nothing-is-taken-into-a-document-of-a-newer-version",
                   test_nothing_is_taken_into_a_document_of_a_newer_version);

  return g_test_run ();
}
