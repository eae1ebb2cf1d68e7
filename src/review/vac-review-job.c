/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-job"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-language-law.h"
#include "vac-review-private.h"
#include "vac-rule.h"

/* Facts of a job that need or exclude one another. */

static gboolean
get_date (VacDocument *document,
          VacRole      role,
          const char **date)
{
  VacNode *leaf = vac_document_get (document, role);

  *date = vac_node_get_text (leaf);

  return **date != '\0' && vac_field_accepts (vac_node_get_field (leaf), *date, NULL);
}

static void
check_dates (VacDocument *document,
             GPtrArray   *findings)
{
  static const struct
  {
    VacRole     first;
    VacRole     last;
    const char *sentence;
  } orders[] = {
    { VAC_ROLE_POSTED, VAC_ROLE_CLOSES, N_("The posting closes before it is posted.") },
    { VAC_ROLE_POSTED, VAC_ROLE_FILL_BY, N_("The job is to be filled before it is posted.") },
    { VAC_ROLE_START, VAC_ROLE_CONTRACT_ENDS, N_("The contract ends before it starts.") },
  };
  const char *first, *last;

  /* Two ISO 8601 dates sort like texts. */
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (get_date (document, orders[i].first, &first) &&
        get_date (document, orders[i].last, &last) && g_strcmp0 (last, first) < 0)
      vac_rule_report (VAC_RULE_ORDER_OF_DATES, findings,
                       vac_document_get (document, orders[i].last), "%s", _(orders[i].sentence));
}

static gboolean
is_part_time (VacDocument *document)
{
  gint64 share;

  return vac_node_get_integer (vac_document_get (document, VAC_ROLE_HOURS_SHARE), &share) &&
         share < 100;
}

/* Pay by the hour or the day is the same however many of them are worked. */
static gboolean
depends_on_share (VacDocument *document)
{
  const char *period = vac_document_get_text (document, VAC_ROLE_PAY_PERIOD);

  return vac_node_get_toggle (vac_document_get (document, VAC_ROLE_PAY_DISCLOSE)) &&
         !g_str_equal (period, VAC_PERIOD_HOUR) && !g_str_equal (period, VAC_PERIOD_DAY);
}

static void
check_part_time (VacDocument *document,
                 GPtrArray   *findings)
{
  VacNode *basis = vac_document_get (document, VAC_ROLE_PAY_BASIS);
  VacNode *share = vac_document_get (document, VAC_ROLE_HOURS_SHARE);

  if (is_part_time (document) && depends_on_share (document) && vac_node_is_empty (basis))
    vac_rule_report (VAC_RULE_FACT_EXPECTED, findings, basis, "%s",
                     _("The job is part-time, but the posting does not say whether the pay is "
                       "that of full time or what is paid for the share."));
  if (!vac_node_is_empty (basis) && vac_node_is_empty (share))
    vac_rule_report (VAC_RULE_FACT_EXPECTED, findings, share, "%s",
                     _("The pay is said to be that of full time or of a share, but the job’s "
                       "share of full time is missing."));
}

static gboolean
is_workplace (VacDocument *document,
              const char  *workplace)
{
  return g_str_equal (vac_document_get_text (document, VAC_ROLE_WORKPLACE), workplace);
}

/* Where the place of work is missing, too, its own rule says so. */
static void
check_workplace (VacDocument *document,
                 GPtrArray   *findings)
{
  VacNode *workplace = vac_document_get (document, VAC_ROLE_WORKPLACE);

  if (vac_node_is_empty (workplace) &&
      vac_node_get_n_children (vac_document_get (document, VAC_ROLE_LOCATIONS)) > 0)
    vac_rule_report (VAC_RULE_FACT_EXPECTED, findings, workplace, "%s",
                     _("The posting does not say whether the work is done on site, remotely, or "
                       "both."));
}

/* What is filled in and yet says nothing, or the opposite of something else. */
static void
check_use (VacDocument *document,
           GPtrArray   *findings)
{
  VacNode *areas = vac_document_get (document, VAC_ROLE_AREAS);
  VacNode *days = vac_document_get (document, VAC_ROLE_DAYS_ON_SITE);
  VacNode *now = vac_document_get (document, VAC_ROLE_STARTS_NOW);
  VacNode *time = vac_document_get (document, VAC_ROLE_CLOSES_TIME);
  VacNode *zone = vac_document_get (document, VAC_ROLE_CLOSES_ZONE);

  if (!vac_node_is_empty (areas) && is_workplace (document, VAC_WORKPLACE_ONSITE))
    vac_rule_report (VAC_RULE_FACT_WITHOUT_USE, findings, areas, "%s",
                     _("The work is done on site, but there are places of residence for remote "
                       "staff."));
  if (!vac_node_is_empty (days) && !is_workplace (document, VAC_WORKPLACE_HYBRID))
    vac_rule_report (VAC_RULE_FACT_WITHOUT_USE, findings, days, "%s",
                     _("There are days on site, but the job is not hybrid."));
  if (vac_node_get_toggle (now) &&
      !vac_node_is_empty (vac_document_get (document, VAC_ROLE_START)))
    vac_rule_report (VAC_RULE_FACT_WITHOUT_USE, findings, now, "%s",
                     _("The job has a start date, and starts as soon as possible. Candidates "
                       "read the date."));
  if (!vac_node_is_empty (time) &&
      vac_node_is_empty (vac_document_get (document, VAC_ROLE_CLOSES)))
    vac_rule_report (VAC_RULE_FACT_WITHOUT_USE, findings, time, "%s",
                     _("The posting has an hour at which it closes, but no day."));
  if (!vac_node_is_empty (zone) && vac_node_is_empty (time))
    vac_rule_report (VAC_RULE_FACT_WITHOUT_USE, findings, zone, "%s",
                     _("There is a time zone, but no hour at which the posting closes."));
  if (!vac_node_is_empty (time) && vac_node_is_empty (zone))
    vac_rule_report (VAC_RULE_FACT_HELPFUL, findings, zone, "%s",
                     _("The hour at which the posting closes has no time zone."));
}

static void
check_language (VacDocument *document,
                GPtrArray   *findings)
{
  const VacLanguageLaw *law = vac_language_law_find (document);
  VacFinding *finding;

  if (law == NULL)
    return;
  finding = vac_rule_report (VAC_RULE_LANGUAGE_OF_PLACE, findings,
                             vac_document_get (document, VAC_ROLE_LANGUAGE), "%s",
                             vac_language_law_get_sentence (law));
  finding->source = g_strdup (law->law);
  finding->source_uri = g_strdup (law->source);
  finding->source_date = g_strdup (law->as_of);
}

void
vac_review_check_job (VacDocument *document,
                      GPtrArray   *findings)
{
  check_dates (document, findings);
  check_part_time (document, findings);
  check_workplace (document, findings);
  check_use (document, findings);
  check_language (document, findings);
}
