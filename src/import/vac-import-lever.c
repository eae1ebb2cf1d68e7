/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-lever"

#include "config.h"

#include <string.h>

#include "vac-import-private.h"
#include "vac-member.h"

/* Postings of Lever, as https://api.lever.co/v0/postings/SITE?mode=json gives them; the members are
 * those of its "Postings REST API". */

static void
take_workplace (VacSource       *source,
                guint            value,
                const VacMember *member,
                guint            index)
{
  if (vac_json_string_equals (source->json, value, "unspecified"))
    vac_source_use (source, value);
  else
    vac_take_words (source, value, member, index);
}

/* All places include the first one. */
static void
take_place (VacSource       *source,
            guint            value,
            const VacMember *member,
            guint            index)
{
  g_autofree char *text = vac_source_dup_line (source, value);

  if (text != NULL && vac_source_has_fact (source, VAC_ROLE_LOCATION_CITY, text))
    vac_source_use (source, value);
  else
    vac_source_add_words (source, VAC_ROLE_LOCATION_CITY, index, text, value);
}

/* Milliseconds from the beginning of 1970. */
static void
take_moment (VacSource       *source,
             guint            value,
             const VacMember *member,
             guint            index)
{
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *day = NULL;
  gint64 milliseconds;

  if (vac_json_get_integer (source->json, value, &milliseconds))
    moment = g_date_time_new_from_unix_utc (milliseconds / 1000);
  if (moment == NULL)
    return;
  day = g_date_time_format (moment, "%Y-%m-%d");
  vac_source_add_fact (source, member->role, index, day, value);
}

/* A heading and what is below it, which is bare elements of a list. */
static void
take_list (VacSource       *source,
           guint            value,
           const VacMember *member,
           guint            index)
{
  const guint heading = vac_source_get (source, value, "text");
  const guint content = vac_source_get (source, value, "content");
  g_autofree char *title = heading != VAC_NO_VALUE ? vac_source_dup_line (source, heading) : NULL;
  g_autofree char *html = NULL;
  g_autofree char *list = NULL;

  if (title != NULL)
    {
      vac_source_add_heading (source, VAC_HEADING_NONE, title, heading);
      vac_source_use (source, heading);
    }
  vac_source_use (source, value);
  if (!vac_source_is (source, content, VAC_JSON_STRING))
    return;
  html = vac_json_dup_string (source->json, content);
  list = g_str_has_prefix (g_strchug (html), "<li") ? g_strdup_printf ("<ul>%s</ul>", html)
                                                    : g_strdup (html);
  vac_source_add_text (source, list, content);
}

/* What ends a posting: it is no part of the last list. */
static void
take_additional (VacSource       *source,
                 guint            value,
                 const VacMember *member,
                 guint            index)
{
  if (!vac_source_is_filled (source, value))
    return;
  vac_draft_end_section (source->draft, NULL);
  vac_take_text (source, value, member, index);
}

static const VacMember pay_members[] = {
  { "min", vac_take_number, VAC_ROLE_PAY_MINIMUM },
  { "max", vac_take_number, VAC_ROLE_PAY_MAXIMUM },
  { "currency", vac_take_checked, VAC_ROLE_PAY_CURRENCY },
  { "interval", vac_take_words, VAC_ROLE_PAY_PERIOD },
  { NULL }
};

static const VacMember posting_members[] = {
  { "text", vac_take_fact, VAC_ROLE_JOB_TITLE },
  { "categories.department", vac_take_fact, VAC_ROLE_DEPARTMENT },
  { "categories.team", vac_take_fact, VAC_ROLE_DEPARTMENT },
  { "categories.commitment", vac_take_types, VAC_ROLE_EMPLOYMENT_TYPE, .list = TRUE },
  { "categories.location", take_place, VAC_ROLE_LOCATION, .list = TRUE },
  { "categories.allLocations", take_place, VAC_ROLE_LOCATION, .list = TRUE },
  { "country", vac_take_words, VAC_ROLE_LOCATION_COUNTRY },
  { "workplaceType", take_workplace, VAC_ROLE_WORKPLACE },
  { "createdAt", take_moment, VAC_ROLE_POSTED },
  { "applyUrl", vac_take_checked, VAC_ROLE_APPLY_URL },
  { "salaryRange", vac_take_thing, .members = pay_members },
  { "description", vac_take_text },
  { "descriptionPlain", vac_take_text, .unless = "description" },
  { "opening", vac_take_text },
  { "openingPlain", vac_take_text, .unless = "opening" },
  { "descriptionBody", vac_take_text },
  { "descriptionBodyPlain", vac_take_text, .unless = "descriptionBody" },
  { "lists", take_list },
  { "additional", take_additional },
  { "additionalPlain", take_additional, .unless = "additional" },
  { "salaryDescription", vac_take_section, .heading = VAC_HEADING_PAY },
  { "salaryDescriptionPlain", vac_take_section, .heading = VAC_HEADING_PAY,
    .unless = "salaryDescription" },
  { "descriptionPlain", vac_take_nothing },
  { "openingPlain", vac_take_nothing },
  { "descriptionBodyPlain", vac_take_nothing },
  { "additionalPlain", vac_take_nothing },
  { "salaryDescriptionPlain", vac_take_nothing },
  { "hostedUrl", vac_take_nothing },
  { "id", vac_take_nothing },
  { NULL }
};

static const VacBoard board = { .title = "text", .members = posting_members };

/*
 * vac_import_lever:
 *
 * A #VacImportReader for postings of Lever.
 */
gboolean
vac_import_lever (GBytes     *bytes,
                  GPtrArray  *drafts,
                  GError    **error)
{
  return vac_board_read (&board, bytes, drafts, error);
}
