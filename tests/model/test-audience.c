/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"
#include "vac-audience.h"

#define SECTION(members) "'sections':[{'id':'a','title':'A'," members "}]"
#define GROUP(members) SECTION ("'sections':[{'id':'b','title':'B'," members "}]")
#define UNDISCLOSED "'job':{'pay':{'disclose':false,'minimum':1,'note':'N'}},"
#define DISCLOSED "'job':{'pay':{'minimum':1,'note':'N'}},"

typedef struct
{
  const char *name;
  const char *members;     /* of the document */
  const char *path;
  gboolean    candidate;
  gboolean    team;
} Case;

static const Case cases[] = {
  { "a-fact-of-the-job", "'job':{'title':'T'}", "job.title", TRUE, TRUE },
  { "the-status", "'status':'open'", "status", FALSE, TRUE },
  { "since-when-it-has-its-status", "'statusSince':'2026-03-01'", "statusSince", FALSE, TRUE },
  { "what-it-is-a-duplicate-of", "'duplicateOf':'file:///a'", "duplicateOf", FALSE, TRUE },
  { "what-is-ignored-of-the-review", "'review':{'ignored':[{'rule':'a'}]}", "review.ignored.0.rule",
    FALSE, TRUE },
  { "which-shared-text-a-part-is-a-copy-of", SECTION ("'sharedText':{'id':'a','version':1}"),
    "sections.0.sharedText.id", FALSE, TRUE },
  { "which-shared-text-the-document-is", "'sharedText':{'id':'a'}", "sharedText.id", FALSE, TRUE },
  { "a-section", SECTION ("'text':'x'"), "sections.0.text", TRUE, TRUE },
  { "a-section-for-candidates", SECTION ("'audience':'candidate'"), "sections.0", TRUE, TRUE },
  { "a-section-for-the-team", SECTION ("'audience':'team','text':'x'"), "sections.0.text", FALSE,
    TRUE },
  { "a-section-for-whom-nobody-understands", SECTION ("'audience':'both'"), "sections.0", FALSE,
    TRUE },
  { "a-section-for-a-number", SECTION ("'audience':7"), "sections.0", FALSE, TRUE },
  { "a-hidden-section", SECTION ("'include':false,'text':'x'"), "sections.0.text", FALSE, FALSE },
  { "advice", SECTION ("'advice':'x'"), "sections.0.advice", FALSE, TRUE },
  { "a-group", GROUP ("'text':'x'"), "sections.0.sections.0.text", TRUE, TRUE },
  { "a-group-for-the-team", GROUP ("'audience':'team'"), "sections.0.sections.0", FALSE, TRUE },
  { "a-hidden-group", GROUP ("'include':false"), "sections.0.sections.0", FALSE, FALSE },
  { "a-group-in-a-hidden-section", SECTION ("'include':false,'sections':[{'id':'b','title':'B',"
    "'text':'x'}]"),
    "sections.0.sections.0.text", FALSE, FALSE },
  { "a-group-in-a-section-for-the-team",
    SECTION ("'audience':'team','sections':[{'id':'b','title':'B','audience':'candidate',"
    "'text':'x'}]"),
    "sections.0.sections.0.text", FALSE, TRUE },
  { "an-item", SECTION ("'items':[{'text':'x'}]"), "sections.0.items.0.text", TRUE, TRUE },
  { "an-item-in-a-hidden-section", SECTION ("'include':false,'items':[{'text':'x'}]"),
    "sections.0.items.0", FALSE, FALSE },
  { "an-item-on-pay", DISCLOSED SECTION ("'items':[{'text':'{{pay}}'}]"), "sections.0.items.0",
    TRUE, TRUE },
  { "an-item-on-pay-that-is-not-disclosed", UNDISCLOSED SECTION ("'items':[{'text':'{{pay}}'}]"),
    "sections.0.items.0", FALSE, FALSE },
  { "a-label-on-pay-that-is-not-disclosed", UNDISCLOSED SECTION ("'items':[{'label':'{{pay}}'}]"),
    "sections.0.items.0.label", FALSE, FALSE },
  { "another-item-where-pay-is-not-disclosed",
    UNDISCLOSED SECTION ("'items':[{'text':'{{title}}'}]"),
    "sections.0.items.0", TRUE, TRUE },
  { "pay", DISCLOSED "'x':1", "job.pay.minimum", TRUE, TRUE },
  { "pay-that-is-not-disclosed", UNDISCLOSED "'x':1", "job.pay.minimum", FALSE, TRUE },
  { "a-note-on-pay-that-is-not-disclosed", UNDISCLOSED "'x':1", "job.pay.note", FALSE, TRUE },
  { "that-pay-is-not-disclosed", UNDISCLOSED "'x':1", "job.pay.disclose", TRUE, TRUE },
  { "a-level", DISCLOSED "'levels':[{'name':'L','from':1}]", "levels.0", FALSE, TRUE },
  { "a-level-to-print", DISCLOSED "'levels':[{'name':'L','from':1,'include':true}]",
    "levels.0.from", TRUE, TRUE },
  { "a-level-to-print-where-pay-is-not-disclosed",
    UNDISCLOSED "'levels':[{'name':'L','from':1,'include':true}]", "levels.0.from", FALSE, TRUE },
  { "a-salary", "'salaries':{'places':[{'name':'P','minimum':1}]}", "salaries.places.0.minimum",
    FALSE, TRUE },
  { "the-year-of-salaries", "'salaries':{'year':2025}", "salaries.year", FALSE, TRUE },
  { "a-variation", "'variations':[{'id':'v','title':'V'}]", "variations.0.title", FALSE, TRUE },
  { "an-industry", "'industries':[{'title':'I','requirements':['r']}]",
    "industries.0.requirements.0", FALSE, TRUE },
  { "an-assessment", "'assessments':[{'title':'S','criteria':[{'title':'C'}]}]",
    "assessments.0.criteria.0.title", FALSE, TRUE },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *quoted = g_strdup_printf ("{'format':'vacancy-posting','version':1,%s}",
                                             c->members);
  g_autoptr (VacDocument) document = support_read_quoted (quoted);
  g_autoptr (GError) error = NULL;
  VacNode *node = vac_node_lookup (vac_document_get_root (document), c->path, &error);

  g_assert_no_error (error);
  g_assert_cmpint (vac_audience_sees (VAC_AUDIENCE_CANDIDATE, document, node), ==, c->candidate);
  g_assert_cmpint (vac_audience_sees (VAC_AUDIENCE_TEAM, document, node), ==, c->team);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/audience/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
