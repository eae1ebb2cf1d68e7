/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-ashby"

#include "config.h"

#include "vac-data-pay.h"
#include "vac-import-private.h"

/* Jobs of Ashby, as https://api.ashbyhq.com/posting-api/job-board/BOARD gives them; the members are
 * those of its "Job Postings API". */

/* "FullTime" is "Full Time". */
static void
take_name (VacSource       *source,
           guint            value,
           const VacMember *member,
           guint            index)
{
  g_autofree char *name = vac_source_dup_line (source, value);
  g_autoptr (GString) words = g_string_new (NULL);

  for (const char *p = name != NULL ? name : ""; *p != '\0'; p++)
    {
      if (g_ascii_isupper (*p) && words->len > 0 && g_ascii_islower (p[-1]))
        g_string_append_c (words, ' ');
      g_string_append_c (words, *p);
    }
  vac_source_add_words (source, member->role, index, words->str, value);
}

/* What is paid beside the salary, by the types of its components. */
static const struct
{
  const char *type;
  VacRole     role;
} extras[] = {
  { "Commission", VAC_ROLE_PAY_COMMISSION },
  { "Bonus", VAC_ROLE_PAY_BONUS },
  { "EquityPercentage", VAC_ROLE_PAY_EQUITY },
  { "EquityCashValue", VAC_ROLE_PAY_EQUITY },
};

static const VacMember salary_members[] = {
  { "minValue", vac_take_number, VAC_ROLE_PAY_MINIMUM },
  { "maxValue", vac_take_number, VAC_ROLE_PAY_MAXIMUM },
  { "currencyCode", vac_take_checked, VAC_ROLE_PAY_CURRENCY },
  { "interval", vac_take_words, VAC_ROLE_PAY_PERIOD },
  { NULL }
};

static gboolean
is_of_type (VacSource  *source,
            guint       component,
            const char *type)
{
  const guint found = vac_source_get (source, component, "compensationType");

  return found != VAC_NO_VALUE && vac_json_string_equals (source->json, found, type);
}

static guint
count_salaries (VacSource *source,
                guint      components)
{
  guint n = 0;

  for (guint i = vac_source_get_first (source, components); i != VAC_NO_VALUE;
       i = vac_source_get_next (source, components, i))
    n += is_of_type (source, i, "Salary");

  return n;
}

/* What there is beside the salary has fields for a few words. */
static void
take_extra (VacSource       *source,
            guint            value,
            const VacMember *member,
            guint            index)
{
  const guint summary = vac_source_get (source, value, "summary");

  for (guint i = 0; i < G_N_ELEMENTS (extras) && vac_source_is_filled (source, summary); i++)
    if (is_of_type (source, value, extras[i].type))
      {
        vac_take_fact (source, summary, &(VacMember) { .role = extras[i].role }, 0);
        vac_source_use_whole (source, value);
      }
}

/* The only tier says the same as the summary, with more words. */
static void
take_tiers (VacSource       *source,
            guint            value,
            const VacMember *member,
            guint            index)
{
  const guint tier = vac_source_get_first (source, value);
  const guint components = tier != VAC_NO_VALUE ? vac_source_get (source, tier, "components")
                                                : VAC_NO_VALUE;

  if (vac_source_get_length (source, value) != 1)
    return;
  if (components != VAC_NO_VALUE)
    for (guint i = vac_source_get_first (source, components);
         i != VAC_NO_VALUE && source->budget > 0;
         i = vac_source_get_next (source, components, i), source->budget--)
      take_extra (source, i, member, index);
  vac_source_use_whole (source, value);
}

/* A component may have a type alone, which says nothing. */
static gboolean
is_bare (VacSource *source,
         guint      component)
{
  static const char *const said[] = { "minValue", "maxValue", "summary" };

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (vac_source_is_filled (source, vac_source_get (source, component, said[i])))
      return FALSE;

  return TRUE;
}

/* One salary is the pay of the job. */
static void
take_components (VacSource       *source,
                 guint            value,
                 const VacMember *member,
                 guint            index)
{
  const gboolean only = count_salaries (source, value) == 1;

  vac_source_use (source, value);
  for (guint i = vac_source_get_first (source, value); i != VAC_NO_VALUE && source->budget > 0;
       i = vac_source_get_next (source, value, i), source->budget--)
    {
      if (only && is_of_type (source, i, "Salary"))
        vac_members_take (source, i, salary_members, 0);
      take_extra (source, i, member, index);
      if ((only && is_of_type (source, i, "Salary")) || is_bare (source, i))
        vac_source_use_whole (source, i);
    }
}

/* Of several salaries each is told, and none is taken. */
static void
take_salaries (VacSource       *source,
               guint            value,
               const VacMember *member,
               guint            index)
{
  if (count_salaries (source, value) < 2)
    return;
  vac_source_add_heading (source, member->heading, NULL, value);
  for (guint i = vac_source_get_first (source, value); i != VAC_NO_VALUE && source->budget > 0;
       i = vac_source_get_next (source, value, i), source->budget--)
    {
      g_autofree char *title = vac_source_dup_member (source, i, "label");
      g_autofree char *currency = vac_source_dup_member (source, i, "currencyCode");
      g_autofree char *period = vac_source_dup_member (source, i, "interval");
      const VacDataPay pay = { .title = title,
                               .minimum = vac_data_pay_get_amount (source, i, "minValue"),
                               .maximum = vac_data_pay_get_amount (source, i, "maxValue"),
                               .currency = currency,
                               .period = period };

      if (!is_of_type (source, i, "Salary"))
        continue;
      vac_data_pay_add_paragraph (source, &pay, i);
      vac_source_use_whole (source, i);
    }
}

/* The first place has its address one level deeper than the others. */
static const VacMember place_members[] = {
  { "address.postalAddress.addressLocality", vac_take_town, VAC_ROLE_LOCATION_CITY },
  { "address.postalAddress.addressRegion", vac_take_fact, VAC_ROLE_LOCATION_REGION },
  { "address.postalAddress.addressCountry", vac_take_words, VAC_ROLE_LOCATION_COUNTRY },
  { "address.addressLocality", vac_take_town, VAC_ROLE_LOCATION_CITY },
  { "address.addressRegion", vac_take_fact, VAC_ROLE_LOCATION_REGION },
  { "address.addressCountry", vac_take_words, VAC_ROLE_LOCATION_COUNTRY },
  { "location", vac_take_words, VAC_ROLE_LOCATION_CITY },
  { NULL }
};

static const VacMember job_members[] = {
  { "title", vac_take_fact, VAC_ROLE_JOB_TITLE },
  { "department", vac_take_fact, VAC_ROLE_DEPARTMENT },
  { "team", vac_take_fact, VAC_ROLE_DEPARTMENT },
  { "employmentType", take_name, VAC_ROLE_EMPLOYMENT_TYPE },
  { "", vac_take_thing, VAC_ROLE_LOCATION, .list = TRUE, .members = place_members },
  { "secondaryLocations", vac_take_thing, VAC_ROLE_LOCATION, .list = TRUE,
    .members = place_members },
  { "workplaceType", take_name, VAC_ROLE_WORKPLACE },
  { "isRemote", vac_take_if_true, VAC_ROLE_WORKPLACE, .fact = VAC_WORKPLACE_REMOTE },
  { "isRemote", vac_take_nothing },
  { "publishedAt", vac_take_date, VAC_ROLE_POSTED },
  { "applyUrl", vac_take_checked, VAC_ROLE_APPLY_URL },
  { "compensation.compensationTiers", take_tiers, .whole = TRUE },
  { "compensation.summaryComponents", take_components, .whole = TRUE },
  { "descriptionHtml", vac_take_text },
  { "descriptionPlain", vac_take_text, .unless = "descriptionHtml" },
  { "compensation.summaryComponents", take_salaries, .heading = VAC_HEADING_PAY, .whole = TRUE },
  { "descriptionPlain", vac_take_nothing },
  { "id", vac_take_nothing },
  { "isListed", vac_take_nothing },
  { "jobUrl", vac_take_nothing },
  { "shouldDisplayCompensationOnJobPostings", vac_take_nothing },
  { "compensation.compensationTierSummary", vac_take_nothing },
  { "compensation.scrapeableCompensationSalarySummary", vac_take_nothing },
  { NULL }
};

static const VacBoard board = { .list = "jobs", .title = "title", .members = job_members };

/*
 * vac_import_ashby:
 *
 * A #VacImportReader for jobs of Ashby.
 */
gboolean
vac_import_ashby (GBytes     *bytes,
                  GPtrArray  *drafts,
                  GError    **error)
{
  return vac_board_read (&board, bytes, drafts, error);
}
