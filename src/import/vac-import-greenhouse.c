/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-greenhouse"

#include "config.h"

#include "vac-currency.h"
#include "vac-data-pay.h"
#include "vac-import-private.h"

/* Jobs of Greenhouse, as https://boards-api.greenhouse.io/v1/boards/BOARD/jobs gives them; the
 * members are those of its "Job Board API". */

/* What a board adds for itself: fields with a name that anybody chose. */
static const struct
{
  VacLabel label;
  VacRole  role;
} fields[] = {
  { VAC_LABEL_EMPLOYMENT_TYPE, VAC_ROLE_EMPLOYMENT_TYPE },
  { VAC_LABEL_WORKPLACE, VAC_ROLE_WORKPLACE },
  { VAC_LABEL_DEPARTMENT, VAC_ROLE_DEPARTMENT },
  { VAC_LABEL_REPORTS_TO, VAC_ROLE_REPORTS_TO },
  { VAC_LABEL_REQUISITION, VAC_ROLE_REQUISITION },
  { VAC_LABEL_SCHEDULE, VAC_ROLE_HOURS_SCHEDULE },
  { VAC_LABEL_TRAVEL, VAC_ROLE_TRAVEL },
  { VAC_LABEL_CLOSES, VAC_ROLE_CLOSES },
  { VAC_LABEL_START, VAC_ROLE_START },
};

static void
take_field (VacSource       *source,
            guint            value,
            const VacMember *member,
            guint            index)
{
  const guint name = vac_source_get (source, value, "name");
  const guint said = vac_source_get (source, value, "value");
  g_autofree char *title = name != VAC_NO_VALUE ? vac_source_dup_line (source, name) : NULL;
  const VacLabel label = title != NULL ? vac_label_find (vac_source_get_language (source), title)
                                       : VAC_LABEL_NONE;

  if (!vac_source_is_filled (source, said))
    vac_source_use_whole (source, value);
  for (guint i = 0; i < G_N_ELEMENTS (fields) && label != VAC_LABEL_NONE; i++)
    if (fields[i].label == label)
      {
        const VacMember known[] = {
          { "value", fields[i].role == VAC_ROLE_EMPLOYMENT_TYPE ? vac_take_types : vac_take_words,
            fields[i].role },
          { "name", vac_take_nothing },
          { NULL }
        };

        vac_members_take (source, value, known, 0);
      }
}

/* The period that is in a title such as "Annual salary", where there is only one. */
static void
take_period (VacSource       *source,
             guint            value,
             const VacMember *member,
             guint            index)
{
  static const char *const ids[] = { VAC_PERIOD_YEAR, VAC_PERIOD_MONTH, VAC_PERIOD_WEEK,
                                     VAC_PERIOD_DAY, VAC_PERIOD_HOUR, NULL };
  g_autofree char *title = vac_source_dup_line (source, value);
  g_auto (GStrv) words = g_strsplit_set (title != NULL ? title : "", " ,;:()/", 50);
  g_autofree char *found = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *id = vac_words_find_choice (vac_source_get_language (source), ids, words[i]);

      if (id != NULL && found != NULL && !g_str_equal (id, found))
        return;
      if (found == NULL)
        found = g_steal_pointer (&id);
    }
  vac_source_add_fact (source, member->role, index, found, value);
}

/* What is counted in the smallest coin; a currency without one is counted in whole units. */
static VacMoney
get_amount (VacSource  *source,
            guint       range,
            const char *name)
{
  const guint value = vac_source_get (source, range, name);
  g_autofree char *currency = vac_source_dup_member (source, range, "currency_type");
  g_autofree char *text = NULL;
  VacMoney amount;
  gint64 count;

  if (value == VAC_NO_VALUE || !vac_json_get_integer (source->json, value, &count))
    return 0;
  text = vac_money_decimal_to_text (
      count, vac_currency_get_digits (currency != NULL ? currency : ""));

  return vac_money_parse (text, &amount) && amount > 0 ? amount : 0;
}

static const struct
{
  const char *name;
  VacRole     role;
} ends[] = {
  { "min_cents", VAC_ROLE_PAY_MINIMUM },
  { "max_cents", VAC_ROLE_PAY_MAXIMUM },
};

static const VacMember range_members[] = {
  { "currency_type", vac_take_checked, VAC_ROLE_PAY_CURRENCY },
  { "title", take_period, VAC_ROLE_PAY_PERIOD },
  { NULL }
};

/* The only range is the pay of the job. */
static void
take_only_range (VacSource       *source,
                 guint            value,
                 const VacMember *member,
                 guint            index)
{
  const guint range = vac_source_get_first (source, value);

  if (vac_source_get_length (source, value) != 1 || range == VAC_NO_VALUE)
    return;
  vac_source_use (source, value);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const VacMoney amount = get_amount (source, range, ends[i].name);
      const guint end = vac_source_get (source, range, ends[i].name);
      g_autofree char *text = amount > 0 ? vac_money_to_text (amount) : NULL;

      if (amount > 0)
        vac_source_add_fact (source, ends[i].role, 0, text, end);
      else if (end != VAC_NO_VALUE)
        vac_source_use (source, end);
    }
  vac_members_take (source, range, range_members, 0);
}

static void
add_range (VacSource *source,
           guint      range)
{
  g_autofree char *title = vac_source_dup_member (source, range, "title");
  g_autofree char *currency = vac_source_dup_member (source, range, "currency_type");
  const VacDataPay pay = { .title = title,
                           .minimum = get_amount (source, range, ends[0].name),
                           .maximum = get_amount (source, range, ends[1].name),
                           .currency = currency };

  vac_data_pay_add_paragraph (source, &pay, range);
  vac_source_use_whole (source, range);
}

/* Of several ranges each is told, and none is taken. What is said of a range is a text. */
static void
take_ranges (VacSource       *source,
             guint            value,
             const VacMember *member,
             guint            index)
{
  const gboolean several = vac_source_get_length (source, value) > 1;
  gboolean has_heading = FALSE;

  for (guint i = vac_source_get_first (source, value); i != VAC_NO_VALUE && source->budget > 0;
       i = vac_source_get_next (source, value, i), source->budget--)
    {
      const guint blurb = vac_source_get (source, i, "blurb");
      const gboolean said = vac_source_is (source, blurb, VAC_JSON_STRING) &&
                            vac_source_is_filled (source, blurb);
      g_autofree char *text = said ? vac_json_dup_string (source->json, blurb) : NULL;

      vac_source_use (source, value);
      if ((several || said) && !has_heading)
        vac_source_add_heading (source, member->heading, NULL, value);
      has_heading = has_heading || several || said;
      if (several)
        add_range (source, i);
      if (said && !vac_source_has_said (source, text))
        vac_source_add_text (source, text, blurb);
    }
}

static const VacMember job_members[] = {
  { "language", vac_take_language },
  { "title", vac_take_fact, VAC_ROLE_JOB_TITLE },
  { "company_name", vac_take_fact, VAC_ROLE_EMPLOYER_NAME },
  { "departments.name", vac_take_fact, VAC_ROLE_DEPARTMENT },
  { "requisition_id", vac_take_fact, VAC_ROLE_REQUISITION },
  { "location.name", vac_take_words, VAC_ROLE_LOCATION_CITY },
  { "offices.location", vac_take_words, VAC_ROLE_LOCATION_CITY },
  { "offices.name", vac_take_words, VAC_ROLE_LOCATION_CITY },
  { "first_published", vac_take_date, VAC_ROLE_POSTED },
  { "application_deadline", vac_take_date, VAC_ROLE_CLOSES },
  { "absolute_url", vac_take_checked, VAC_ROLE_APPLY_URL },
  { "metadata", take_field },
  { "pay_input_ranges", take_only_range, .whole = TRUE },
  { "content", vac_take_text },
  { "pay_input_ranges", take_ranges, .heading = VAC_HEADING_PAY, .whole = TRUE },
  { "id", vac_take_nothing },
  { "internal_job_id", vac_take_nothing },
  { "updated_at", vac_take_nothing },
  { "data_compliance", vac_take_nothing, .whole = TRUE },
  { "education", vac_take_nothing },
  { "employment", vac_take_nothing },
  { "departments.id", vac_take_nothing },
  { "departments.parent_id", vac_take_nothing },
  { "departments.child_ids", vac_take_nothing, .whole = TRUE },
  { "offices.id", vac_take_nothing },
  { "offices.parent_id", vac_take_nothing },
  { "offices.child_ids", vac_take_nothing, .whole = TRUE },
  { "metadata.id", vac_take_nothing },
  { "metadata.value_type", vac_take_nothing },
  { NULL }
};

static const VacBoard board = { .list = "jobs", .title = "title", .members = job_members };

/*
 * vac_import_greenhouse:
 *
 * A #VacImportReader for jobs of Greenhouse.
 */
gboolean
vac_import_greenhouse (GBytes     *bytes,
                       GPtrArray  *drafts,
                       GError    **error)
{
  return vac_board_read (&board, bytes, drafts, error);
}
