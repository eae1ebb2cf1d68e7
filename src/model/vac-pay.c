/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-pay"

#include "config.h"

#include "vac-pay.h"

/* A job has one range, or one for each grade, and places of work may have ranges of their own.
 * What candidates read first is made of all of them. */

/* Returns: whether there is an end, and no minimum above the maximum */
static gboolean
read_range (VacNode     *record,
            VacRole      minimum_role,
            VacRole      maximum_role,
            VacPayRange *range)
{
  const gboolean has_minimum = vac_node_get_member_money (record, minimum_role, &range->minimum);
  const gboolean has_maximum = vac_node_get_member_money (record, maximum_role, &range->maximum);
  const gboolean crossed = has_minimum && has_maximum && range->minimum > range->maximum &&
                           range->minimum > 0;

  range->minimum = MAX (range->minimum, 0);
  range->maximum = MAX (range->maximum, 0);

  return !crossed && (range->minimum > 0 || range->maximum > 0);
}

/* An end that one of the two does not say is not known of both. */
static void
extend (VacPayRange       *range,
        const VacPayRange *other)
{
  range->minimum = MIN (range->minimum, other->minimum);
  range->maximum = range->maximum == 0 || other->maximum == 0
                       ? 0
                       : MAX (range->maximum, other->maximum);
}

/**
 * vac_pay_get_of_grade:
 * @document: a document
 * @grade: a grade in it
 * @pay: (out): takes the grade's range
 *
 * Returns: whether the grade has a range
 */
gboolean
vac_pay_get_of_grade (VacDocument *document,
                      VacNode     *grade,
                      VacPay      *pay)
{
  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (grade) && pay != NULL, FALSE);

  pay->currency = vac_document_get_text (document, VAC_ROLE_PAY_CURRENCY);

  return read_range (grade, VAC_ROLE_GRADE_MINIMUM, VAC_ROLE_GRADE_MAXIMUM, &pay->range);
}

/**
 * vac_pay_get_of_job:
 * @document: a document
 * @pay: (out): takes the range of the job as such
 *
 * Without a range of its own it has what its grades have together.
 *
 * Returns: whether a range is known
 */
gboolean
vac_pay_get_of_job (VacDocument *document,
                    VacPay      *pay)
{
  VacNode *record, *grades;
  gboolean known = FALSE;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && pay != NULL, FALSE);

  record = vac_document_get (document, VAC_ROLE_PAY);
  pay->currency = vac_node_get_member_text (record, VAC_ROLE_PAY_CURRENCY);
  if (!vac_node_is_empty (vac_node_get (record, VAC_ROLE_PAY_MINIMUM)) ||
      !vac_node_is_empty (vac_node_get (record, VAC_ROLE_PAY_MAXIMUM)))
    return read_range (record, VAC_ROLE_PAY_MINIMUM, VAC_ROLE_PAY_MAXIMUM, &pay->range);

  grades = vac_document_get (document, VAC_ROLE_GRADES);
  for (guint i = 0; i < vac_node_get_n_children (grades); i++)
    {
      VacPay grade;

      if (!vac_pay_get_of_grade (document, vac_node_get_child (grades, i), &grade))
        continue;
      if (known)
        extend (&pay->range, &grade.range);
      else
        pay->range = grade.range;
      known = TRUE;
    }

  return known;
}

/**
 * vac_pay_get_of_location:
 * @document: a document
 * @location: a place of work in it
 * @pay: (out): takes the place's own range
 *
 * Returns: whether the place has a range of its own
 */
gboolean
vac_pay_get_of_location (VacDocument *document,
                         VacNode     *location,
                         VacPay      *pay)
{
  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (location) && pay != NULL, FALSE);

  pay->currency = vac_node_get_member_text (location, VAC_ROLE_LOCATION_PAY_CURRENCY);
  if (*pay->currency == '\0')
    pay->currency = vac_document_get_text (document, VAC_ROLE_PAY_CURRENCY);

  return read_range (location, VAC_ROLE_LOCATION_PAY_MINIMUM, VAC_ROLE_LOCATION_PAY_MAXIMUM,
                     &pay->range);
}

static void
add_headline (GArray       *headlines,
              const VacPay *pay)
{
  for (guint i = 0; i < headlines->len; i++)
    {
      VacPay *headline = &g_array_index (headlines, VacPay, i);

      if (g_str_equal (headline->currency, pay->currency))
        {
          extend (&headline->range, &pay->range);
          return;
        }
    }
  g_array_append_vals (headlines, pay, 1);
}

/**
 * vac_pay_get_headlines:
 * @document: a document
 *
 * What all who are hired are paid, wherever they work: one range for each currency. A place without
 * a range of its own pays the job's. Whether pay is disclosed is not looked at.
 *
 * Returns: (transfer full) (element-type VacPay): the ranges, in the order of the places; valid
 *   until the document changes
 */
GArray *
vac_pay_get_headlines (VacDocument *document)
{
  GArray *headlines = g_array_new (FALSE, FALSE, sizeof (VacPay));
  VacNode *locations;
  VacPay of_job, pay;
  gboolean has_job;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), headlines);

  locations = vac_document_get (document, VAC_ROLE_LOCATIONS);
  has_job = vac_pay_get_of_job (document, &of_job);
  for (guint i = 0; i < vac_node_get_n_children (locations); i++)
    {
      if (vac_pay_get_of_location (document, vac_node_get_child (locations, i), &pay))
        add_headline (headlines, &pay);
      else if (has_job)
        add_headline (headlines, &of_job);
    }
  if (headlines->len == 0 && has_job)
    add_headline (headlines, &of_job);

  return headlines;
}

static gboolean
scale (VacMoney  amount,
       gint64    share,
       VacMoney  step,
       VacMoney *scaled)
{
  if (amount < 0 || amount > VAC_MONEY_MAX)
    return FALSE;
  *scaled = vac_scale (amount, share, 100 * step) * step;

  return TRUE;
}

/**
 * vac_pay_get_at_share:
 * @document: a document
 * @full: what full time pays
 * @part: (out): takes what the part-time job pays, to the smallest unit of its currency
 *
 * Pay by the hour or the day is the same however many of them are worked.
 *
 * Returns: whether the job's pay is said to be that of full time, and its share of it is known
 */
gboolean
vac_pay_get_at_share (VacDocument  *document,
                      const VacPay *full,
                      VacPay       *part)
{
  VacPayPeriod period = VAC_PAY_PERIOD_YEAR;
  VacMoney step;
  gint64 share;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && full != NULL && part != NULL, FALSE);

  vac_pay_period_from_id (vac_document_get_text (document, VAC_ROLE_PAY_PERIOD), &period);
  if (period == VAC_PAY_PERIOD_DAY || period == VAC_PAY_PERIOD_HOUR ||
      !g_str_equal (vac_document_get_text (document, VAC_ROLE_PAY_BASIS), VAC_PAY_FULL_TIME) ||
      !vac_node_get_integer (vac_document_get (document, VAC_ROLE_HOURS_SHARE), &share) ||
      share < 1 || share >= 100)
    return FALSE;

  step = vac_money_get_step (full->currency);
  part->currency = full->currency;

  return scale (full->range.minimum, share, step, &part->range.minimum) &&
         scale (full->range.maximum, share, step, &part->range.maximum);
}
