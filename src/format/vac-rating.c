/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-rating"

#include "config.h"

#include "vac-phrase.h"
#include "vac-rating.h"
#include "vac-score.h"
#include "vac-wording.h"
#include "vac-writer.h"

/* The ratings of one candidate: a document of its own schema, because it is about a person. */

static VacNode *
copy_criterion (VacNode        *criterion,
                const VacField *field)
{
  return vac_node_new_record (
      field,
      VAC_ROLE_CRITERION_TITLE, vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_TITLE),
      VAC_ROLE_CRITERION_WEIGHT, vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_WEIGHT),
      VAC_ROLE_CRITERION_WEAK, vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_WEAK),
      VAC_ROLE_CRITERION_GOOD, vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_GOOD),
      VAC_ROLE_CRITERION_STRONG, vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_STRONG),
      VAC_ROLE_NONE);
}

static void
add_assessment (VacDocument *draft,
                VacNode     *assessment)
{
  VacNode *list = vac_document_get (draft, VAC_ROLE_ASSESSMENTS);
  g_autoptr (VacNode) copy = vac_node_new_record (
      vac_node_get_field (list)->element, VAC_ROLE_ASSESSMENT_TITLE,
      vac_node_get_member_text (assessment, VAC_ROLE_ASSESSMENT_TITLE), VAC_ROLE_NONE);
  VacNode *criteria = vac_node_get (assessment, VAC_ROLE_CRITERIA);
  VacNode *copies = vac_node_get (copy, VAC_ROLE_CRITERIA);

  vac_document_append (draft, list, copy);
  for (guint i = 0; i < vac_node_get_n_children (criteria); i++)
    {
      g_autoptr (VacNode) criterion = copy_criterion (vac_node_get_child (criteria, i),
                                                      vac_node_get_field (copies)->element);

      vac_document_append (draft, copies, criterion);
    }
}

/**
 * vac_rating_new:
 * @posting: a posting
 *
 * Nothing of it gets into @posting.
 *
 * Returns: (transfer full): ratings to fill in, by the criteria of @posting; nobody has changed
 *   them yet
 */
VacDocument *
vac_rating_new (VacDocument *posting)
{
  g_autofree char *version = g_strdup_printf ("%d", VAC_RATING_VERSION);
  g_autofree char *job = NULL;
  g_autoptr (VacNode) root = NULL;
  g_autoptr (VacDocument) draft = NULL;
  VacNode *assessments;

  g_return_val_if_fail (VAC_IS_DOCUMENT (posting), NULL);

  job = vac_wording_fill (posting, vac_document_get_text (posting, VAC_ROLE_JOB_TITLE), NULL);
  root = vac_node_new_record (vac_schema_get_rating (),
                              VAC_ROLE_RATING_FORMAT, VAC_RATING_FORMAT_ID,
                              VAC_ROLE_RATING_VERSION, version,
                              VAC_ROLE_LANGUAGE, vac_document_get_text (posting, VAC_ROLE_LANGUAGE),
                              VAC_ROLE_RATING_JOB, job, VAC_ROLE_NONE);
  draft = vac_document_new_for_root (root);
  assessments = vac_document_get (posting, VAC_ROLE_ASSESSMENTS);
  for (guint i = 0; i < vac_node_get_n_children (assessments); i++)
    add_assessment (draft, vac_node_get_child (assessments, i));

  /* A document that begins here: there is nothing to undo. */
  return vac_copy_document (draft);
}

static void
append_labelled (GString    *out,
                 const char *language,
                 VacPhrase   label,
                 const char *text)
{
  g_autofree char *run_in = vac_phrase_run_in (language, vac_phrase_get (language, label));

  if (*text != '\0')
    g_string_append_printf (out, "%s%s\n", run_in, text);
}

static void
append_assessment (GString    *out,
                   const char *language,
                   VacNode    *assessment)
{
  VacNode *criteria = vac_node_get (assessment, VAC_ROLE_CRITERIA);
  guint hundredths;

  g_string_append_printf (out, "\n%s\n",
                          vac_node_get_member_text (assessment, VAC_ROLE_ASSESSMENT_TITLE));
  for (guint i = 0; i < vac_node_get_n_children (criteria); i++)
    {
      VacNode *criterion = vac_node_get_child (criteria, i);
      const char *evidence = vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_EVIDENCE);
      const guint rating = vac_score_get_rating (criterion);
      g_autofree char *title = g_strdup_printf (
          "%s (%u)", vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_TITLE),
          vac_score_get_weight (criterion));
      g_autofree char *run_in = vac_phrase_run_in (language, title);

      if (rating == 0)
        g_string_append_printf (out, "• %s–", run_in);
      else
        g_string_append_printf (out, "• %s%u", run_in, rating);
      g_string_append_printf (out, *evidence != '\0' ? " · %s\n" : "%s\n", evidence);
    }
  if (vac_score_sum (assessment, &hundredths))
    {
      g_autofree char *points = g_strdup_printf ("%u", (hundredths + 50) / 100);

      append_labelled (out, language, VAC_PHRASE_POINTS_OF_100, points);
    }
}

/**
 * vac_rating_describe:
 * @rating: ratings
 *
 * Returns: (transfer full): them as plain text in the language of the posting, to be pasted
 */
char *
vac_rating_describe (VacDocument *rating)
{
  GString *out = g_string_new (NULL);
  g_autofree char *date = NULL;
  const char *language;
  VacNode *assessments;

  g_return_val_if_fail (VAC_IS_DOCUMENT (rating), NULL);

  language = vac_document_get_text (rating, VAC_ROLE_LANGUAGE);
  date = vac_phrase_date (language, vac_document_get_text (rating, VAC_ROLE_RATING_DATE));
  g_string_append_printf (out, "%s\n", vac_document_get_text (rating, VAC_ROLE_RATING_JOB));
  append_labelled (out, language, VAC_PHRASE_CANDIDATE,
                   vac_document_get_text (rating, VAC_ROLE_RATING_CANDIDATE));
  append_labelled (out, language, VAC_PHRASE_INTERVIEWER,
                   vac_document_get_text (rating, VAC_ROLE_RATING_INTERVIEWER));
  append_labelled (out, language, VAC_PHRASE_DATE, date != NULL ? date : "");
  assessments = vac_document_get (rating, VAC_ROLE_ASSESSMENTS);
  for (guint i = 0; i < vac_node_get_n_children (assessments); i++)
    append_assessment (out, language, vac_node_get_child (assessments, i));
  if (*vac_document_get_text (rating, VAC_ROLE_RATING_NOTE) != '\0')
    {
      g_string_append_c (out, '\n');
      append_labelled (out, language, VAC_PHRASE_NOTES,
                       vac_document_get_text (rating, VAC_ROLE_RATING_NOTE));
    }

  return g_string_free (out, FALSE);
}
