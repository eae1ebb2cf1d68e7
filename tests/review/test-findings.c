/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "support.h"
#include "vac-review.h"

/* What the review says of the postings in tests/data. Each of these is meant by who wrote the
 * posting; whatever else is found is a fault, of the posting or of the review. */
static const struct
{
  const char *posting;
  const char *id;
  const char *why;
} meant[] = {
  { "chief-financial-officer", "boards.baseSalary.disclosed", "pay is told on the longlist" },
  { "chief-financial-officer", "boards.directApply", "a search firm takes the applications" },
  { "data-engineer", "boards.baseSalary.currencies", "one of the cities is in Canada" },
  { "design-intern", "boards.directApply", "applications come by email" },
  { "financial-controller", "boards.directApply", "applications come by email" },
  { "part-time-teacher", "facts.job.pay.maximum.width", "the scales of teachers are wide" },
  { "registered-nurse", "boards.length.ats", "it says more than some systems take" },
  { "software-developer", "boards.skills.offer", "some skills are told in the text alone" },
  { "software-developer", "boards.validThrough", "open until somebody is found" },
  { "support-engineer", "boards.skills.offer", "some skills are told in the text alone" },
};

static gboolean
is_meant (const char *posting,
          const char *id,
          gboolean   *found)
{
  for (guint i = 0; i < G_N_ELEMENTS (meant); i++)
    if (g_str_equal (meant[i].posting, posting) && g_str_equal (meant[i].id, id))
      return found[i] = TRUE;

  return FALSE;
}

static void
test_nothing_is_found_that_is_not_meant (void)
{
  g_auto (GStrv) names = support_list_postings ();
  gboolean found[G_N_ELEMENTS (meant)] = { FALSE };

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (VacDocument) document = support_load_posting (names[i]);
      g_autoptr (GPtrArray) findings = vac_review_check (document, VAC_REVIEW_POSTING |
                                                                   VAC_REVIEW_BOARDS);

      for (guint j = 0; j < findings->len; j++)
        {
          const VacFinding *finding = findings->pdata[j];

          if (finding->severity != VAC_SEVERITY_ERROR && is_meant (names[i], finding->id, found))
            continue;
          g_test_message ("%s: %s %s: %s", names[i], vac_severity_get_id (finding->severity),
                          finding->id, finding->sentence);
          g_test_fail ();
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (meant); i++)
    if (!found[i])
      {
        g_test_message ("%s: nothing says %s any more", meant[i].posting, meant[i].id);
        g_test_fail ();
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/findings/nothing-is-found-that-is-not-meant",
                   test_nothing_is_found_that_is_not_meant);

  return g_test_run ();
}
