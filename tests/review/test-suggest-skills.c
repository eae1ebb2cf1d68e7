/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"
#include "vac-suggest-skills.h"

/* One line of the required qualifications, and the skills that it names. */
static const struct
{
  const char *language;
  const char *line;
  const char *expected;
} cases[] = {
  { "en", "Fluency in Python and in at least one of Java, Scala, Go, or C++",
    "Python, Java, Scala, Go, C++" },
  { "en", "Strong python, sql and javascript", "Python, SQL, JavaScript" },
  { "en", "JS, HTML5 and Node.js", "JavaScript, HTML, Node.js" },
  { "en", "SQL, then Python, then SQL again", "SQL, Python" },
  { "en", "C# and .NET, or ASP.NET", "C#, .NET" },
  { "en", "CI/CD with K8s (Docker)", "CI/CD, Kubernetes, Docker" },
  { "en", "Weights & Biases, AWS SageMaker", "Weights & Biases, Amazon SageMaker" },
  { "en", "BLS and ACLS certification, CPR within 30 days", "BLS, ACLS, CPR" },
  { "en", "Forklift certified; CompTIA A+ held", "Forklift, CompTIA A+" },
  { "en", "AutoCAD\u00a0Civil\u00a03D", "AutoCAD Civil 3D" },
  { "en", "T-SQL and scikit\u2010learn", "T-SQL, scikit-learn" },
  { "de", "Sicherer Umgang mit Python und mindestens einer der Sprachen Java, Scala, Go oder C++",
    "Python, Java, Scala, Go, C++" },
  { "de", "Erfahrung mit C++ oder Rust; Kenntnisse in SAP und Excel", "C++, Rust, SAP, Excel" },
  { "ja", "PythonとSQLの実務経験", "Python, SQL" },
  { "zh", "熟悉Python、Go和SQL", "Python, Go, SQL" },
  { "ar", "إجادة برنامجي AutoCAD Civil 3D وPrimavera P6", "AutoCAD Civil 3D, Primavera P6" },
  { "tr", "Excel'de rapor; ileri Excel bilgisi", "Excel" },

  /* Parts of words, of names and of addresses */
  { "en", "Sqlite, pythonic, and Javanese", "" },
  { "en", "NoSQL stores and C-level reports", "" },
  { "en", "See https://example.org/Python or python.org, or ask sql@example.org", "" },
  { "en", "C+++ and J#", "" },

  /* Ordinary words */
  { "en", "Excel in a busy kitchen", "" },
  { "en", "Able to Excel and excel", "" },
  { "en", "Desire To Grow and Excel", "" },
  { "en", "Proficient in Excel", "Excel" },
  { "en", "Microsoft Excel", "Excel" },
  { "de", "Gute Excel-Kenntnisse", "Excel" },
  { "en", "Word, Excel, and PowerPoint", "Word, Excel, PowerPoint" },
  { "en", "Excel, Word, Outlook", "" },
  { "en", "Word of mouth", "" },
  { "en", "Ready to go, with swift hands and no fear of rust", "" },
  { "en", "Go to market in Python", "Python" },
  { "en", "Grade C or R", "" },
  { "en", "R&D with Python", "Python" },
  { "en", "Python, R", "Python, R" },
  { "en", "R, Go, and Python", "R, Go, Python" },
  { "en", "R or Excel and Python", "Python" },
  { "en", "C/C++", "C, C++" },
  { "en", "React quickly to alarms", "" },
  { "en", "React and TypeScript", "React, TypeScript" },
  { "en", "Windows are cleaned daily", "" },
  { "en", "Comfort with Windows and Linux", "Windows, Linux" },
  { "en", "A sap green apron and pals", "" },

  /* What is not needed */
  { "en", "No Python needed", "" },
  { "en", "SQL; Kubernetes is a plus", "SQL" },
  { "de", "SAP ist kein Muss", "" },
};

static VacDocument *
make (const char *language,
      const char *line,
      const char *facts)
{
  g_autofree char *text = g_strdup_printf (
      "{\"format\":\"vacancy-posting\",\"version\":1,\"language\":\"%s\","
      "\"job\":{\"title\":\"T\"%s},"
      "\"sections\":[{\"id\":\"required-qualifications\",\"title\":\"R\","
      "\"items\":[{\"text\":\"%s\"}]}]}",
      language, facts, line);

  return support_read_text (text);
}

static char *
list (VacDocument *document)
{
  g_autoptr (GPtrArray) names = vac_suggest_skills (document);

  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

static void
assert_offered (VacDocument *document,
                const char  *expected)
{
  g_autofree char *names = list (document);

  g_assert_cmpstr (names, ==, expected);
}

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacDocument) document = make (cases[i].language, cases[i].line, "");

      g_test_message ("%s", cases[i].line);
      assert_offered (document, cases[i].expected);
      g_assert_false (vac_document_get_modified (document));
    }
}

static void
test_what_the_posting_has_is_not_offered (void)
{
  static const struct
  {
    const char *facts;
    const char *expected;
  } known[] = {
    { "", "Python, SQL, Excel, BLS" },
    { ",\"skills\":[{\"name\":\"PYTHON\"},{\"name\":\"excel\"}]", "SQL, BLS" },
    { ",\"skills\":[{\"name\":\"Python 3 and SQL\"}]", "Excel, BLS" },
    { ",\"licences\":[{\"name\":\"BLS for Healthcare Providers\"}]", "Python, SQL, Excel" },
    { ",\"employer\":{\"name\":\"Excel Staffing\"}", "Python, SQL, BLS" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (VacDocument) document = make ("en", "Python, SQL; good Excel; BLS",
                                               known[i].facts);

      g_test_message ("%s", known[i].facts);
      assert_offered (document, known[i].expected);
    }
}

static void
test_only_what_candidates_read_there (void)
{
  static const struct
  {
    const char *id;
    const char *expected;
  } sections[] = {
    { "required-qualifications", "Python" }, { "technical-skills", "Python" },
    { "preferred-qualifications", "" },      { "key-responsibilities", "" },
    { "what-we-offer", "" },
  };
  g_autoptr (VacDocument) document = make ("en", "Python", "");
  VacNode *section = vac_document_find_section (document, "required-qualifications");
  VacNode *item = vac_node_get_child (vac_node_get (section, VAC_ROLE_SECTION_ITEMS), 0);

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      vac_document_set_text (document, vac_node_get (section, VAC_ROLE_SECTION_ID),
                             sections[i].id);
      g_test_message ("%s", sections[i].id);
      assert_offered (document, sections[i].expected);
    }

  vac_document_set_text (document, vac_node_get (section, VAC_ROLE_SECTION_ID), sections[0].id);
  vac_document_set_toggle (document, vac_node_get (item, VAC_ROLE_ITEM_INCLUDE), FALSE);
  assert_offered (document, "");
  vac_document_set_toggle (document, vac_node_get (item, VAC_ROLE_ITEM_INCLUDE), TRUE);
  assert_offered (document, "Python");
  vac_document_set_text (document, vac_node_get (section, VAC_ROLE_SECTION_AUDIENCE),
                         VAC_AUDIENCE_ID_TEAM);
  assert_offered (document, "");
}

static void
test_labels_are_read (void)
{
  g_autoptr (VacDocument) document = make ("en", "Two years", "");
  VacNode *section = vac_document_find_section (document, "required-qualifications");
  VacNode *item = vac_node_get_child (vac_node_get (section, VAC_ROLE_SECTION_ITEMS), 0);
  VacNode *label = vac_node_get (item, VAC_ROLE_ITEM_LABEL);
  VacNode *text = vac_node_get (item, VAC_ROLE_ITEM_TEXT);

  vac_document_set_text (document, label, "SQL");
  assert_offered (document, "SQL");
  vac_document_set_text (document, label, "Nice to have");
  vac_document_set_text (document, text, "SQL");
  assert_offered (document, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/suggest-skills/names-are-offered-and-other-words-are-not", test_lines);
  g_test_add_func ("/suggest-skills/what-the-posting-has-is-not-offered",
                   test_what_the_posting_has_is_not_offered);
  g_test_add_func ("/suggest-skills/only-what-candidates-read-among-qualifications",
                   test_only_what_candidates_read_there);
  g_test_add_func ("/suggest-skills/a-label-names-a-skill-or-tells-that-it-is-not-needed",
                   test_labels_are_read);

  return g_test_run ();
}
