/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "exporting.h"
#include "golden.h"
#include "support.h"
#include "vac-exporters.h"
#include "vac-outline-facts.h"
#include "vac-writer.h"

/* In these tables ' stands for ", and BODY begins a posting whose head is one line. */
#define BODY "{'format':'vacancy-posting','version':1,'language':'en-US'," \
             "'job':{'title':'T','workplace':'remote'},"
#define HEAD "= T\nfacts Remote\n"
#define PAID(pay) "{'format':'vacancy-posting','version':1,'job':{'title':'T','pay':{" pay "}},"
#define MONEY "'minimum':1000,'maximum':2000,'currency':'USD','period':'month'"

typedef struct
{
  const char *name;
  const char *text;
  const char *candidate;   /* a line a block */
  const char *team;        /* NULL: the same */
  const char *unfilled;    /* for candidates */
} OutlineCase;

static const OutlineCase cases[] = {
  /* for whom */
  { "a-section-is-for-candidates", BODY "'sections':[{'title':'A','text':'a'}]}", HEAD "# A\na\n" },
  { "team-sections-are-for-the-team", BODY "'sections':[{'title':'A','audience':'team','text':'a'},"
    "{'title':'B','audience':'candidate','text':'b'}]}",
    HEAD "# B\nb\n", HEAD "# A\na\n# B\nb\n" },
  { "team-subsections-are-for-the-team", BODY "'sections':[{'title':'A','text':'a',"
    "'sections':[{'title':'B','audience':'team','text':'b'}]}]}",
    HEAD "# A\na\n", HEAD "# A\na\n## B\nb\n" },
  { "what-is-in-a-team-section-is-for-the-team", BODY "'sections':[{'title':'A','audience':'team',"
    "'sections':[{'title':'B','audience':'candidate','text':'b'}]}]}",
    HEAD, HEAD "# A\n## B\nb\n" },
  { "an-unknown-audience-is-not-for-candidates", BODY "'sections':[{'title':'A','audience':'Team',"
    "'text':'a'},{'title':'B','audience':['team'],'text':'b'}]}",
    HEAD, HEAD "# A\na\n# B\nb\n" },
  { "advice-is-for-the-team", BODY "'sections':[{'title':'A','advice':'x','text':'a'}]}",
    HEAD "# A\na\n", HEAD "# A\nAdvice: x\na\n" },
  { "tables-are-for-the-team", BODY "'sections':[{'title':'A','text':'a','table':'variations'},"
    "{'title':'B','table':'industries'},{'title':'C','table':'salaries'}],"
    "'variations':[{'id':'v','title':'V','emphasize':'e'}],'industries':[{'title':'I',"
    "'requirements':['r','s'],'aspect':'u'}],"
    "'salaries':{'year':2025,'currency':'USD','source':'S','places':[{'name':'P','minimum':1000,"
    "'maximum':3000,'note':'n'}],'factors':['f']}}",
    HEAD "# A\na\n",
    HEAD "# A\na\n## V\nEmphasize: e\n# B\n[Industry|Key requirements|Unique aspect]\n|I|r; s|u|\n"
    "# C\n[Place|Minimum|Maximum|Midpoint|Note]\n|P|$1,000|$3,000|$2,000|n|\nSource, 2025: S\n* "
    "f\n" },
  { "assessments-stand-in-the-section-that-shows-them",
    BODY "'sections':[{'title':'S','text':'s','table':'assessments'}],'assessments':[{'title':'A',"
    "'criteria':[{'title':'C','weight':100,'weak':'w','good':'g','strong':'s'}]}]}",
    HEAD "# S\ns\n", HEAD "# S\ns\n## A\n[Criterion|Weight|Weak|Good|Strong]\n|C|100|w|g|s|\n" },
  { "assessments-are-for-the-team", BODY "'assessments':[{'title':'A','criteria':[{'title':'C',"
    "'weight':100,'weak':'w','good':'g','strong':'s'}]}]}",
    HEAD, HEAD "# A\n[Criterion|Weight|Weak|Good|Strong]\n|C|100|w|g|s|\n" },

  /* what is printed */
  { "hidden-sections-are-for-nobody", BODY "'sections':[{'title':'A','include':false,'text':'a',"
    "'sections':[{'title':'B','text':'b'}]}]}", HEAD },
  { "a-switch-that-is-neither-hides", BODY "'sections':[{'title':'A','include':'no','text':'a'}]}",
    HEAD },
  { "empty-headings-are-dropped", BODY "'sections':[{'title':'A'},{'title':'B','text':' \\n "
    "'},{'title':'C','items':[{},{'text':' '}]},{'title':'D','sections':[{'title':'E'}]}]}", HEAD },
  { "a-heading-above-a-subsection-stays", BODY "'sections':[{'title':'A','sections':[{'title':'B',"
    "'text':'b'}]}]}", HEAD "# A\n## B\nb\n" },
  { "content-without-a-title-has-no-heading", BODY "'sections':[{'text':'a'},{'title':' "
    "','items':[{'text':'b'}]}]}", HEAD "a\n* b\n" },
  { "blank-lines-part-paragraphs", BODY "'sections':[{'title':'A','text':'a\\nb\\n\\n \\n c "
    "\\n'}]}", HEAD "# A\na/b\nc\n" },
  { "items-may-have-labels", BODY "'sections':[{'title':'A','items':[{'label':'L','text':'t'},"
    "{'label':'M'},{'text':'u'}]}]}", HEAD "# A\n* L: t\n* M: \n* u\n" },
  { "controls-are-not-for-readers", BODY "'sections':[{'title':'A\\u0007',"
    "'text':'a\\u001b[1m\\rb'}]}", HEAD "# A\na[1mb\n" },
  { "links-are-safe-or-texts",
    "{'format':'vacancy-posting','version':1,'job':{'title':'T','employer':{'name':'E',"
    "'website':'javascript:x'},'apply':{'url':'https://e.org/a b','email':'a@e.org'}}}",
    "= T\nfacts E\n# How to Apply\nlink Apply online: https://e.org/a b\nlink Apply by email: "
    "a@e.org\nWebsite: javascript:x\n" },
  { "a-web-address-alone-is-no-section",
    "{'format':'vacancy-posting','version':1,'job':{'title':'T','employer':{'name':'E',"
    "'website':'https://e.org'}}}", "= T\nfacts E\n" },
  { "a-web-address-stands-with-what-is-said-of-the-employer",
    "{'format':'vacancy-posting','version':1,'job':{'title':'T','employer':{'name':'E',"
    "'website':'https://e.org','about':'We are.'},'apply':{'email':'a@e.org'}}}",
    "= T\nfacts E\n# About E\nWe are.\nlink Website: https://e.org\n# How to Apply\nlink Apply by "
    "email: a@e.org\n" },
  { "the-scheme-of-a-mail-address-is-dropped",
    "{'format':'vacancy-posting','version':1,'job':{'title':'T',"
    "'apply':{'email':'mailto:a@e.org'}}}", "= T\n# How to Apply\nlink Apply by email: a@e.org\n" },
  { "overrides-are-not-for-readers-and-isolates-are",
    BODY "'sections':[{'title':'A','text':'a\\u202eb\\u202c\\u009bc\\u2067d\\u2069\\u200f'}]}",
    HEAD "# A\nabc\u2067d\u2069\u200f\n" },

  /* pay */
  { "pay-is-one-line", PAID (MONEY) "'sections':[]}", "= T\npay $1,000 – $2,000 per month\n" },
  { "pay-from-nothing-has-no-lower-end", PAID ("'minimum':0,'maximum':50000,'currency':'USD',"
    "'period':'year'") "'sections':[]}", "= T\npay Up to $50,000 per year\n" },
  { "pay-the-wrong-way-round-is-left-out", PAID ("'minimum':30,'maximum':20,'currency':'USD',"
    "'period':'hour'") "'sections':[]}", "= T\n" },
  { "pay-up-to-nothing-is-left-out", PAID ("'minimum':30,'maximum':0,'currency':'USD',"
    "'period':'hour'") "'sections':[]}", "= T\n" },
  { "no-pay-is-not-zero", PAID ("'minimum':0,'maximum':0,'currency':'USD'") "'sections':[]}",
    "= T\n" },
  { "pay-from", PAID ("'minimum':1000,'currency':'USD','period':'hour'") "'sections':[]}",
    "= T\npay From $1,000 per hour\n" },
  { "pay-up-to", PAID ("'maximum':1000,'currency':'USD'") "'sections':[]}",
    "= T\npay Up to $1,000\n" },
  { "an-hour-that-is-none-is-not-said",
    "{'format':'vacancy-posting','version':2,'job':{'title':'T','closes':'2026-12-01',"
    "'closesTime':'17:00 or so'}}",
    "= T\nfacts Apply by: December 1, 2026\n" },
  { "a-question-without-words-is-not-asked",
    "{'format':'vacancy-posting','version':2,'job':{'title':'T','questions':[{'text':' '},"
    "{'text':'Q','include':false}]}}",
    "= T\n" },
  { "pay-extras-stand-with-the-pay-table", PAID (MONEY ",'bonus':'b','equity':'q',"
    "'note':'n'") "'sections':[{'title':'A','table':'pay'}]}",
    "= T\npay $1,000 – $2,000 per month\n# A\n* Bonus: b\n* Equity: q\nn\n" },
  { "undisclosed-pay-is-not-there", PAID ("'disclose':false," MONEY ",'bonus':'b','equity':'q',"
    "'note':'n'")
    "'levels':[{'name':'L','from':0,'to':50,'include':true}],'sections':[{'title':'A',"
    "'table':'pay','items':[{'text':'Range: {{pay}}'},{'label':'{{pay}}','text':'x'},"
    "{'text':'Health'}]}]}",
    "= T\n# A\n* Health\n" },
  { "disclosure-that-is-unclear-is-none", PAID ("'disclose':'no'," MONEY) "'sections':[]}",
    "= T\n" },
  { "disclosed-pay-fills-its-item", PAID (MONEY) "'sections':[{'title':'A',"
    "'items':[{'text':'Range: {{pay}}'}]}]}",
    "= T\npay $1,000 – $2,000 per month\n# A\n* Range: $1,000 – $2,000 per month\n" },
  { "levels-are-printed-when-included", PAID (MONEY) "'levels':[{'name':'L','from':0,'to':500,"
    "'include':true},{'name':'M','from':500,'to':1000}],'sections':[{'title':'A','table':'pay'}]}",
    "= T\npay $1,000 – $2,000 per month\n# A\n* L: $1,000 – $1,500 per month\n" },

  /* placeholders */
  { "placeholders-are-filled", BODY "'sections':[{'title':'For {{title}}','text':'{{ title }}'}]}",
    HEAD "# For T\nT\n" },
  { "unfilled-ones-stay-and-are-told", BODY "'sections':[{'title':'A','text':'{{employer}} "
    "{{boss}} {{employer}}','items':[{'label':'{{location}}'}]}]}",
    HEAD "# A\n! {{employer}} {{boss}} {{employer}}\n! * {{location}}: \n", NULL,
    "employer boss location" },
  { "those-of-the-team-are-not-told", BODY "'sections':[{'title':'A','audience':'team',"
    "'text':'{{boss}}'},{'title':'B','include':false,'text':'{{boss}}'}]}",
    HEAD, HEAD "# A\n! {{boss}}\n", "" },
  { "those-of-dropped-headings-are-not-told", BODY "'sections':[{'title':'{{boss}}'},{'title':'B',"
    "'text':'{{department}}'}]}",
    HEAD "# B\n! {{department}}\n", NULL, "department" },
  { "a-filling-is-not-filled-again", "{'format':'vacancy-posting','version':1,'job':{'title':'T',"
    "'department':'{{title}}'},'sections':[{'title':'A','text':'{{department}}'}]}",
    "= T\nfacts Department: T\n# A\n! {{title}}\n" },
};

static void
append_block (GString        *out,
              const VacBlock *block)
{
  static const char *const marks[] = {
    [VAC_BLOCK_TITLE] = "= ", [VAC_BLOCK_FACTS] = "facts ", [VAC_BLOCK_PAY] = "pay ",
    [VAC_BLOCK_PARAGRAPH] = "", [VAC_BLOCK_BULLET] = "* ", [VAC_BLOCK_LINK] = "link ",
  };
  g_autofree char *text = block->facts != NULL ? vac_facts_join (block->facts, ": ", NULL)
                                               : g_strdelimit (g_strdup (block->text), "\n", '/');

  if (block->unfilled)
    g_string_append (out, "! ");
  if (block->kind == VAC_BLOCK_ROW)
    {
      g_autofree char *cells = g_strjoinv ("|", block->cells);

      g_string_append_printf (out, block->header ? "[%s]\n" : "|%s|\n", cells);
      return;
    }
  if (block->kind == VAC_BLOCK_HEADING)
    g_string_append (out, block->level == 1 ? "# " : "## ");
  else
    g_string_append (out, marks[block->kind]);
  if (block->label != NULL)
    g_string_append_printf (out, "%s: ", block->label);
  g_string_append_printf (out, "%s\n", text);
}

static char *
list_blocks (VacOutline *outline)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    append_block (out, vac_outline_get_block (outline, i));

  return g_string_free (out, FALSE);
}

static void
test_case (gconstpointer data)
{
  const OutlineCase *row = data;
  g_autoptr (VacDocument) document = support_read_quoted (row->text);
  g_autoptr (VacOutline) candidate = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  g_autoptr (VacOutline) team = vac_outline_new (document, VAC_AUDIENCE_TEAM);
  g_autofree char *candidate_blocks = list_blocks (candidate);
  g_autofree char *team_blocks = list_blocks (team);
  g_autofree char *unfilled = g_strjoinv (" ", (char **) vac_outline_get_unfilled (candidate));

  g_assert_cmpstr (candidate_blocks, ==, row->candidate);
  g_assert_cmpstr (team_blocks, ==, row->team != NULL ? row->team : row->candidate);
  g_assert_cmpstr (unfilled, ==, row->unfilled != NULL ? row->unfilled : "");
}

static VacDocument *
load_guide (void)
{
  VacDocument *document = support_load_guide ();
  VacNode *locations = vac_document_get (document, VAC_ROLE_LOCATIONS);
  g_autoptr (VacNode) location = vac_node_new_record (vac_node_get_field (locations)->element,
                                                      VAC_ROLE_LOCATION_CITY, "Austin",
                                                      VAC_ROLE_LOCATION_REGION, "TX",
                                                      VAC_ROLE_NONE);

  vac_document_append (document, locations, location);
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_EMPLOYER_NAME),
                         "Acme & Sons");

  return document;
}

#define SECRET "KEEP-OUT"

/* Everything that is for the team, in whatever part of the document. */
static void
mark_team_texts (VacDocument *document,
                 VacNode     *node,
                 gboolean     is_team)
{
  const VacField *field = vac_node_get_field (node);

  switch (vac_node_get_role (node))
    {
    case VAC_ROLE_SECTION:
      is_team = is_team || g_str_equal (vac_node_get_member_text (node, VAC_ROLE_SECTION_AUDIENCE),
                                        VAC_AUDIENCE_ID_TEAM);
      break;
    case VAC_ROLE_SECTION_ADVICE:
    case VAC_ROLE_VARIATIONS:
    case VAC_ROLE_INDUSTRIES:
    case VAC_ROLE_SALARIES:
    case VAC_ROLE_LEVELS:
    case VAC_ROLE_ASSESSMENTS:
      is_team = TRUE;
      break;
    default:
      break;
    }

  if (is_team && field != NULL && (field->kind == VAC_KIND_TEXT || field->kind == VAC_KIND_PROSE))
    vac_document_set_text (document, node, SECRET);
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    mark_team_texts (document, vac_node_get_child (node, i), is_team);
}

static gboolean
holds_secret (const VacExporter *exporter,
              VacDocument       *document,
              VacAudience        audience)
{
  g_autoptr (GBytes) bytes = support_export (document, exporter, audience);

  return memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), SECRET,
                 strlen (SECRET)) != NULL;
}

static void
test_no_text_of_the_team_reaches_a_candidate_in_any_format (void)
{
  g_autoptr (VacDocument) document = load_guide ();
  const VacExporter *const *exporters = support_formats.exporters;

  mark_team_texts (document, vac_document_get_root (document), FALSE);
  g_assert_true (holds_secret (&vac_text_exporter, document, VAC_AUDIENCE_TEAM));
  g_assert_true (holds_secret (&vac_json_exporter, document, VAC_AUDIENCE_TEAM));
  for (guint i = 0; exporters[i] != NULL; i++)
    g_assert_false (holds_secret (exporters[i], document, VAC_AUDIENCE_CANDIDATE));
}

static void
test_undisclosed_pay_is_in_no_format (void)
{
  static const char *const figures[] = { "120,000", "180,000", "120000", "180000", "{{pay}}" };
  g_autoptr (VacDocument) document = load_guide ();
  const VacExporter *const *exporters = support_formats.exporters;

  vac_document_set_toggle (document, vac_document_get (document, VAC_ROLE_PAY_DISCLOSE), FALSE);
  for (guint i = 0; exporters[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = support_export (document, exporters[i], VAC_AUDIENCE_CANDIDATE);

      for (guint j = 0; j < G_N_ELEMENTS (figures); j++)
        g_assert_null (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                               figures[j], strlen (figures[j])));
    }
}

static void
test_exporting_changes_nothing (void)
{
  g_autoptr (VacDocument) document = load_guide ();
  g_autoptr (GBytes) before = vac_write_document (document);
  guint64 state = vac_document_get_state (document);
  const VacExporter *const *exporters = support_formats.exporters;

  for (guint i = 0; exporters[i] != NULL; i++)
    for (VacAudience audience = VAC_AUDIENCE_CANDIDATE; audience <= VAC_AUDIENCE_TEAM; audience++)
      {
        g_autoptr (GBytes) first = support_export (document, exporters[i], audience);
        g_autoptr (GBytes) second = support_export (document, exporters[i], audience);

        g_assert_true (g_bytes_equal (first, second));
      }
  {
    g_autoptr (GBytes) after = vac_write_document (document);

    g_assert_true (g_bytes_equal (before, after));
    g_assert_cmpuint (vac_document_get_state (document), ==, state);
  }
}

static const struct
{
  const char *document;   /* NULL: the guide, with an employer and a place */
  const char *format;
  VacAudience audience;
  const char *golden;
} goldens[] = {
  { NULL, "text", VAC_AUDIENCE_CANDIDATE, "guide.txt" },
  { NULL, "text", VAC_AUDIENCE_TEAM, "guide-team.txt" },
  { NULL, "json", VAC_AUDIENCE_CANDIDATE, "guide-candidate.json" },
  { "hostile", "text", VAC_AUDIENCE_CANDIDATE, "hostile.txt" },
  { "hostile", "text", VAC_AUDIENCE_TEAM, "hostile-team.txt" },
  { "hostile", "json", VAC_AUDIENCE_CANDIDATE, "hostile-candidate.json" },
  { "posting", "text", VAC_AUDIENCE_CANDIDATE, "posting.txt" },
  { "nurse-de", "text", VAC_AUDIENCE_CANDIDATE, "nurse-de.txt" },
  { "nurse-de", "json", VAC_AUDIENCE_CANDIDATE, "nurse-de-candidate.json" },
};

static void
test_golden (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (VacDocument) document = goldens[i].document == NULL ? load_guide ()
                                     : support_load_golden (goldens[i].document);
  g_autofree char *text = support_export_text (document, goldens[i].format, goldens[i].audience);

  support_assert_golden (goldens[i].golden, text);
}

static void
test_text_is_wrapped_and_ends_with_a_line_end (void)
{
  g_autoptr (VacDocument) document = load_guide ();

  for (VacAudience audience = VAC_AUDIENCE_CANDIDATE; audience <= VAC_AUDIENCE_TEAM; audience++)
    {
      g_autofree char *text = support_export_text (document, "text", audience);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

      g_assert_true (g_str_has_suffix (text, "\n") && !g_str_has_suffix (text, "\n\n"));
      g_assert_null (strstr (text, "\n\n\n"));
      for (guint i = 0; lines[i] != NULL; i++)
        {
          g_assert_cmpint (g_utf8_strlen (lines[i], -1), <=, 78);
          g_assert_false (g_str_has_suffix (lines[i], " "));
        }
    }
}

static void
test_facts_know_what_they_are_and_where_they_come_from (void)
{
  static const struct
  {
    VacRole     role;
    const char *value;
    const char *label;
    const char *text;
  } expected[] = {
    { VAC_ROLE_EMPLOYER_NAME, "Acme", NULL, "Acme" },
    { VAC_ROLE_WORKPLACE, "remote", NULL, "Remote" },
    { VAC_ROLE_DEPARTMENT, " {{employer}} Labs ", "Department", "Acme Labs" },
    { VAC_ROLE_OPENINGS, "3", "Openings", "3" },
    { VAC_ROLE_CLOSES, "2026-03-04", "Apply by", "March 4, 2026" },
  };
  g_autoptr (VacDocument) document = vac_document_new ();
  g_autoptr (VacOutline) outline = NULL;
  guint n_facts = 0;

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE), "en-US");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    vac_document_set_text (document, vac_document_get (document, expected[i].role),
                           expected[i].value);
  outline = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);

  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      GArray *facts = vac_outline_get_block (outline, i)->facts;

      for (guint j = 0; facts != NULL && j < facts->len; j++, n_facts++)
        {
          const VacBlockFact *fact = vac_facts_get (facts, j);

          g_assert_cmpuint (n_facts, <, G_N_ELEMENTS (expected));
          g_assert_cmpstr (fact->label, ==, expected[n_facts].label);
          g_assert_cmpstr (fact->text, ==, expected[n_facts].text);
          g_assert_true (fact->node == vac_document_get (document, expected[n_facts].role));
        }
    }
  g_assert_cmpuint (n_facts, ==, G_N_ELEMENTS (expected));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/outline/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (goldens); i++)
    {
      g_autofree char *path = g_strdup_printf ("/export/golden/%s", goldens[i].golden);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_golden);
    }
  g_test_add_func ("/outline/facts-know-what-they-are-and-where-they-come-from",
                   test_facts_know_what_they_are_and_where_they_come_from);
  g_test_add_func ("/export/no-text-of-the-team-reaches-a-candidate-in-any-format",
                   test_no_text_of_the_team_reaches_a_candidate_in_any_format);
  g_test_add_func ("/export/undisclosed-pay-is-in-no-format", test_undisclosed_pay_is_in_no_format);
  g_test_add_func ("/export/exporting-changes-nothing", test_exporting_changes_nothing);
  g_test_add_func ("/export/text-is-wrapped-and-ends-with-a-line-end",
                   test_text_is_wrapped_and_ends_with_a_line_end);

  return g_test_run ();
}
