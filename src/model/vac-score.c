/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-score"

#include "config.h"

#include "vac-score.h"

/**
 * vac_score_get_weight:
 * @criterion: a criterion of an assessment
 *
 * Returns: its weight in points of 100; 0 when it has none that makes sense
 */
guint
vac_score_get_weight (VacNode *criterion)
{
  gint64 weight;

  g_return_val_if_fail (VAC_IS_NODE (criterion), 0);

  return vac_node_get_member_integer (criterion, VAC_ROLE_CRITERION_WEIGHT, &weight)
         ? (guint) CLAMP (weight, 0, VAC_SCORE_WHOLE_WEIGHT) : 0;
}

/**
 * vac_score_add_weights:
 * @assessment: an assessment
 *
 * Returns: what the weights of its criteria add to; %VAC_SCORE_WHOLE_WEIGHT where all is well
 */
guint
vac_score_add_weights (VacNode *assessment)
{
  VacNode *criteria;
  guint sum = 0;

  g_return_val_if_fail (VAC_IS_NODE (assessment), 0);

  criteria = vac_node_get (assessment, VAC_ROLE_CRITERIA);
  for (guint i = 0; i < vac_node_get_n_children (criteria); i++)
    sum += vac_score_get_weight (vac_node_get_child (criteria, i));

  return sum;
}

/**
 * vac_score_rate:
 * @assessment: an assessment of a document
 * @ratings: (array length=n_ratings): of its criteria in their order, 1 to 4; 0 for one not rated
 * @n_ratings: how many there are; further criteria are not rated
 * @hundredths: (out): the score in hundredths of a point, 0 to 10000
 *
 * A criterion earns its weight × rating ÷ 4. What is not rated is left out, and the others count
 * as if their weights added to 100, so that a score can be compared before all is seen.
 *
 * Returns: whether there is a score: at least one criterion of some weight is rated
 */
gboolean
vac_score_rate (VacNode     *assessment,
                const guint *ratings,
                guint        n_ratings,
                guint       *hundredths)
{
  VacNode *criteria;
  guint64 earned = 0, possible = 0;

  g_return_val_if_fail (VAC_IS_NODE (assessment), FALSE);
  g_return_val_if_fail (ratings != NULL || n_ratings == 0, FALSE);
  g_return_val_if_fail (hundredths != NULL, FALSE);

  criteria = vac_node_get (assessment, VAC_ROLE_CRITERIA);
  for (guint i = 0; i < MIN (n_ratings, vac_node_get_n_children (criteria)); i++)
    {
      guint weight = vac_score_get_weight (vac_node_get_child (criteria, i));

      if (ratings[i] < VAC_SCORE_WORST_RATING || ratings[i] > VAC_SCORE_BEST_RATING)
        continue;
      earned += (guint64) weight * ratings[i];
      possible += (guint64) weight * VAC_SCORE_BEST_RATING;
    }
  if (possible == 0)
    return FALSE;

  *hundredths = (guint) ((earned * 10000 + possible / 2) / possible);
  return TRUE;
}

/**
 * vac_score_get_rating:
 * @criterion: a criterion in a file of ratings
 *
 * Returns: its rating, 1 to 4; 0 when it has none that makes sense
 */
guint
vac_score_get_rating (VacNode *criterion)
{
  gint64 rating;

  g_return_val_if_fail (VAC_IS_NODE (criterion), 0);

  return vac_node_get_member_integer (criterion, VAC_ROLE_CRITERION_RATING, &rating) &&
                 rating >= VAC_SCORE_WORST_RATING && rating <= VAC_SCORE_BEST_RATING
         ? (guint) rating : 0;
}

/**
 * vac_score_sum:
 * @assessment: an assessment in a file of ratings
 * @hundredths: (out): the score as vac_score_rate() returns it
 *
 * Returns: whether there is a score
 */
gboolean
vac_score_sum (VacNode *assessment,
               guint   *hundredths)
{
  g_autofree guint *ratings = NULL;
  VacNode *criteria;
  guint n_criteria;

  g_return_val_if_fail (VAC_IS_NODE (assessment), FALSE);

  criteria = vac_node_get (assessment, VAC_ROLE_CRITERIA);
  n_criteria = vac_node_get_n_children (criteria);
  ratings = g_new0 (guint, n_criteria + 1);
  for (guint i = 0; i < n_criteria; i++)
    ratings[i] = vac_score_get_rating (vac_node_get_child (criteria, i));

  return vac_score_rate (assessment, ratings, n_criteria, hundredths);
}
