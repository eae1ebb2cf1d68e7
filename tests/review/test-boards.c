/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "golden.h"
#include "vac-review.h"

/* What job boards would miss. */

static void
assert_finding (GPtrArray   *findings,
                VacDocument *document,
                VacSeverity  severity,
                VacRole      role)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const VacFinding *finding = g_ptr_array_index (findings, i);

      if (finding->severity == severity && finding->node != NULL &&
          vac_node_get_role (finding->node) == role)
        return;
    }
  g_test_message ("no finding of severity %d for role %d", severity, role);
  g_test_fail ();
}

/* Without what is offered, which is no mistake. */
static guint
count_mistakes (GPtrArray *findings)
{
  guint n_mistakes = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const VacFinding *finding = g_ptr_array_index (findings, i);

      n_mistakes += finding->severity != VAC_SEVERITY_HINT;
    }

  return n_mistakes;
}

static void
test_nothing (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  g_autoptr (GPtrArray) findings = vac_review_check (document, VAC_REVIEW_BOARDS);

  assert_finding (findings, document, VAC_SEVERITY_ERROR, VAC_ROLE_JOB_TITLE);
  assert_finding (findings, document, VAC_SEVERITY_ERROR, VAC_ROLE_EMPLOYER_NAME);
  assert_finding (findings, document, VAC_SEVERITY_ERROR, VAC_ROLE_LOCATIONS);
  assert_finding (findings, document, VAC_SEVERITY_ERROR, VAC_ROLE_POSTED);
  assert_finding (findings, document, VAC_SEVERITY_ERROR, VAC_ROLE_SECTIONS);
  assert_finding (findings, document, VAC_SEVERITY_WARNING, VAC_ROLE_EMPLOYMENT_TYPES);
  assert_finding (findings, document, VAC_SEVERITY_WARNING, VAC_ROLE_CLOSES);
  assert_finding (findings, document, VAC_SEVERITY_WARNING, VAC_ROLE_PAY_MINIMUM);
  assert_finding (findings, document, VAC_SEVERITY_WARNING, VAC_ROLE_REQUISITION);
  assert_finding (findings, document, VAC_SEVERITY_WARNING, VAC_ROLE_APPLY_URL);
}

static const struct
{
  VacRole     role;
  const char *text;
  VacSeverity severity;
} mistakes[] = {
  { VAC_ROLE_JOB_TITLE, "Machine Learning Engineer, Austin", VAC_SEVERITY_WARNING },
  { VAC_ROLE_JOB_TITLE, "Engineer at Harbor Analytics", VAC_SEVERITY_WARNING },
  { VAC_ROLE_JOB_TITLE, "Engineer ($150k)", VAC_SEVERITY_WARNING },
  { VAC_ROLE_EMPLOYER_WEBSITE, "javascript:alert(1)", VAC_SEVERITY_WARNING },
  { VAC_ROLE_POSTED, "2 June", VAC_SEVERITY_ERROR },
  { VAC_ROLE_CLOSES, "2025-06-01", VAC_SEVERITY_ERROR },
  { VAC_ROLE_START, "soon", VAC_SEVERITY_WARNING },
  { VAC_ROLE_PAY_CURRENCY, "USX", VAC_SEVERITY_WARNING },
  { VAC_ROLE_PAY_PERIOD, "", VAC_SEVERITY_WARNING },
  { VAC_ROLE_PAY_MAXIMUM, "100", VAC_SEVERITY_ERROR },
  { VAC_ROLE_APPLY_EMAIL, "jobs at harbor", VAC_SEVERITY_WARNING },
  { VAC_ROLE_EDUCATION_CREDENTIAL, "", VAC_SEVERITY_WARNING },
  { VAC_ROLE_EXPERIENCE_MONTHS, "", VAC_SEVERITY_WARNING },
};

static void
test_mistakes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (VacDocument) document = support_load_golden ("posting");
      g_autoptr (GPtrArray) none = vac_review_check (document, VAC_REVIEW_BOARDS);
      g_autoptr (GPtrArray) findings = NULL;

      g_assert_cmpuint (count_mistakes (none), ==, 0);
      vac_document_set_text (document, vac_document_get (document, mistakes[i].role),
                             mistakes[i].text);
      findings = vac_review_check (document, VAC_REVIEW_BOARDS);
      g_assert_cmpuint (count_mistakes (findings), ==, 1);
      assert_finding (findings, document, mistakes[i].severity, mistakes[i].role);
    }
}

static void
test_country (void)
{
  g_autoptr (VacDocument) document = support_load_golden ("posting");
  VacNode *location = vac_node_get_child (vac_document_get (document, VAC_ROLE_LOCATIONS), 0);
  g_autoptr (GPtrArray) findings = NULL;

  vac_document_set_text (document, vac_node_get (location, VAC_ROLE_LOCATION_COUNTRY), "UK");
  findings = vac_review_check (document, VAC_REVIEW_BOARDS);
  g_assert_cmpuint (count_mistakes (findings), ==, 1);
  assert_finding (findings, document, VAC_SEVERITY_ERROR, VAC_ROLE_LOCATION_COUNTRY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/boards/nothing-lacks-everything", test_nothing);
  g_test_add_func ("/boards/each-mistake-is-one-finding", test_mistakes);
  g_test_add_func ("/boards/a-country-is-one-that-exists", test_country);

  return g_test_run ();
}
