/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-json-resume"

#include "config.h"

#include "vac-import-private.h"
#include "vac-member.h"

/* The "Job Description Schema" of the JSON Resume project: job-schema.json of the npm package
 * @jsonresume/schema. */

static void
take_remote (VacSource       *source,
             guint            value,
             const VacMember *member,
             guint            index)
{
  static const char *const levels[][2] = {
    { "Full", VAC_WORKPLACE_REMOTE },
    { "Hybrid", VAC_WORKPLACE_HYBRID },
    { "None", VAC_WORKPLACE_ONSITE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (vac_json_string_equals (source->json, value, levels[i][0]))
      {
        vac_source_add_fact (source, member->role, index, levels[i][1], value);
        return;
      }
  vac_take_words (source, value, member, index);
}

/* One that says how well somebody must know it; others are lines of a text as often as not. */
static void
take_skill (VacSource       *source,
            guint            value,
            const VacMember *member,
            guint            index)
{
  const guint level = vac_source_get (source, value, "level");

  if (!vac_source_is_filled (source, level))
    return;
  vac_take_words (source, value, member, index);
  vac_take_words (source, level, &(VacMember) { .role = VAC_ROLE_SKILL_LEVEL }, index);
}

static const VacMember place_members[] = {
  { "address", vac_take_fact, VAC_ROLE_LOCATION_STREET },
  { "postalCode", vac_take_fact, VAC_ROLE_LOCATION_POSTAL_CODE },
  { "city", vac_take_town, VAC_ROLE_LOCATION_CITY },
  { "region", vac_take_fact, VAC_ROLE_LOCATION_REGION },
  { "countryCode", vac_take_words, VAC_ROLE_LOCATION_COUNTRY },
  { NULL }
};

static const VacMember job_members[] = {
  { "title", vac_take_fact, VAC_ROLE_JOB_TITLE },
  { "company", vac_take_fact, VAC_ROLE_EMPLOYER_NAME },
  { "type", vac_take_types, VAC_ROLE_EMPLOYMENT_TYPE, .list = TRUE },
  { "date", vac_take_date, VAC_ROLE_POSTED },
  { "location", vac_take_thing, .members = place_members },
  { "location", vac_take_words, VAC_ROLE_LOCATION_CITY },
  { "remote", take_remote, VAC_ROLE_WORKPLACE },
  { "salary", vac_take_words, VAC_ROLE_PAY_MINIMUM },
  { "skills", take_skill, VAC_ROLE_SKILL_NAME, .list = TRUE },
  { "description", vac_take_text },
  { "responsibilities", vac_take_section, .heading = VAC_HEADING_RESPONSIBILITIES, .whole = TRUE },
  { "qualifications", vac_take_section, .heading = VAC_HEADING_REQUIRED, .whole = TRUE },
  { "skills", vac_take_section, .heading = VAC_HEADING_REQUIRED, .whole = TRUE },
  { "experience", vac_take_section, .heading = VAC_HEADING_REQUIRED },
  { "meta", vac_take_nothing },
  { "$schema", vac_take_nothing },
  { NULL }
};

static const VacBoard board = { .title = "title", .members = job_members };

/*
 * vac_import_json_resume:
 *
 * A #VacImportReader for job descriptions of JSON Resume.
 */
gboolean
vac_import_json_resume (GBytes     *bytes,
                        GPtrArray  *drafts,
                        GError    **error)
{
  return vac_board_read (&board, bytes, drafts, error);
}
