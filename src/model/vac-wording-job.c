/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-wording-job"

#include "config.h"

#include "vac-code-names.h"
#include "vac-codes.h"
#include "vac-date.h"
#include "vac-direction.h"
#include "vac-pay.h"
#include "vac-phrase.h"
#include "vac-typed.h"
#include "vac-wording.h"

/* What the program writes of a job's own facts, in the words of the posting's language. */

/**
 * vac_wording_choice:
 * @language: the posting's language
 * @choice: a choice: an employment type, a workplace, a credential or a pay period
 *
 * Returns: (transfer none): what a candidate reads for it; empty when nothing is chosen; the id
 *   itself when we do not know it
 */
const char *
vac_wording_choice (const char *language,
                    VacNode    *choice)
{
  const char *id = vac_node_get_text (choice);

  return vac_phrase_get_choice (language, id);
}

static gboolean
discloses_pay (VacDocument *document)
{
  return vac_node_get_toggle (vac_document_get (document, VAC_ROLE_PAY_DISCLOSE));
}

static char *
write_range (VacDocument  *document,
             const VacPay *pay)
{
  return vac_phrase_range (vac_document_get_text (document, VAC_ROLE_LANGUAGE), pay->currency,
                           vac_document_get_text (document, VAC_ROLE_PAY_PERIOD),
                           &pay->range.minimum,
                           pay->range.maximum > 0 ? &pay->range.maximum : NULL);
}

/* Texts of a list, in one line. */
static void
append (GString    *line,
        const char *language,
        const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, vac_phrase_get (language, VAC_PHRASE_BETWEEN_ITEMS));
  g_string_append (line, text);
}

/* Of a part-time job, whether the range is that of full time or that of its share. */
static char *
say_basis (VacDocument *document,
           const char  *range)
{
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  const char *basis = vac_document_get_text (document, VAC_ROLE_PAY_BASIS);

  if (g_str_equal (basis, VAC_PAY_FULL_TIME))
    return vac_phrase_format (language, VAC_PHRASE_FULL_TIME_PAY, "range", range, NULL);
  if (g_str_equal (basis, VAC_PAY_PRO_RATA))
    return vac_phrase_format (language, VAC_PHRASE_PRO_RATA_PAY, "range", range, NULL);

  return g_strdup (range);
}

/**
 * vac_wording_pay_line:
 * @document: a document
 *
 * One range that covers all places of work and grades; one for each currency where there are
 * several.
 *
 * Returns: (transfer full) (nullable): the pay line as a candidate reads it; %NULL when pay is not
 *   disclosed or not known
 */
char *
vac_wording_pay_line (VacDocument *document)
{
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  g_autoptr (GArray) headlines = NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  if (!discloses_pay (document))
    return NULL;

  headlines = vac_pay_get_headlines (document);
  for (guint i = 0; i < headlines->len; i++)
    {
      g_autofree char *range = write_range (document, &g_array_index (headlines, VacPay, i));

      append (line, language, range);
    }

  return line->len > 0 ? say_basis (document, line->str) : NULL;
}

/**
 * vac_wording_pay_of:
 * @document: a document
 * @node: a place of work or a grade in it
 *
 * Returns: (transfer full) (nullable): its range as a candidate reads it, for a place the job's
 *   where it has none of its own; %NULL when there is none, or pay is not disclosed
 */
char *
vac_wording_pay_of (VacDocument *document,
                    VacNode     *node)
{
  VacPay pay;
  const gboolean known = vac_node_get_role (node) == VAC_ROLE_GRADE
                             ? vac_pay_get_of_grade (document, node, &pay)
                             : vac_pay_get_of_location (document, node, &pay) ||
                                   vac_pay_get_of_job (document, &pay);

  g_autofree char *range = known && discloses_pay (document) ? write_range (document, &pay) : NULL;

  return range != NULL ? say_basis (document, range) : NULL;
}

/**
 * vac_wording_pay_at_share:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): what a part-time job pays of the full-time pay that the pay
 *   line says; %NULL when that is not known, or pay is not disclosed
 */
char *
vac_wording_pay_at_share (VacDocument *document)
{
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  g_autoptr (GArray) headlines = vac_pay_get_headlines (document);
  g_autoptr (GString) line = g_string_new (NULL);
  VacPay part;

  for (guint i = 0; discloses_pay (document) && i < headlines->len; i++)
    if (vac_pay_get_at_share (document, &g_array_index (headlines, VacPay, i), &part))
      {
        g_autofree char *range = write_range (document, &part);

        append (line, language, range);
      }

  return line->len > 0 ? g_strdup (line->str) : NULL;
}

/**
 * vac_wording_grade:
 * @document: a document
 * @grade: a grade in it
 *
 * Returns: (transfer full): its name with that of its scale, or of either; may be empty
 */
char *
vac_wording_grade (VacDocument *document,
                   VacNode     *grade)
{
  const char *label = vac_node_get_member_text (grade, VAC_ROLE_GRADE_LABEL);
  const char *scale = vac_node_get_member_text (grade, VAC_ROLE_GRADE_SCALE);

  if (*label == '\0' || *scale == '\0')
    return g_strdup (*label != '\0' ? label : scale);

  return vac_phrase_format (vac_document_get_text (document, VAC_ROLE_LANGUAGE),
                            VAC_PHRASE_GRADE_OF_SCALE, "grade", label, "scale", scale, NULL);
}

/**
 * vac_wording_openings:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): how many people are hired; %NULL for one, or when it is not
 *   said
 */
char *
vac_wording_openings (VacDocument *document)
{
  gint64 openings;

  return vac_node_get_integer (vac_document_get (document, VAC_ROLE_OPENINGS), &openings) &&
                 openings > 1
             ? vac_money_format_number (openings,
                                        vac_document_get_text (document, VAC_ROLE_LANGUAGE))
             : NULL;
}

static char *
write_duration (VacDocument *document,
                VacRole      role)
{
  VacNode *leaf = vac_document_get (document, role);
  gint64 months;

  if (!vac_node_get_integer (leaf, &months) ||
      !vac_field_accepts (vac_node_get_field (leaf), vac_node_get_text (leaf), NULL))
    return NULL;

  return vac_phrase_duration (vac_document_get_text (document, VAC_ROLE_LANGUAGE), months);
}

/**
 * vac_wording_contract:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): how long the contract runs, in years where it is whole
 *   years; %NULL when its field is empty or out of bounds
 */
char *
vac_wording_contract (VacDocument *document)
{
  return write_duration (document, VAC_ROLE_CONTRACT_MONTHS);
}

static char *
write_hours (VacDocument *document,
             VacRole      role)
{
  VacMoney hours;

  return vac_node_get_money (vac_document_get (document, role), &hours) && hours > 0
             ? vac_money_format_with (hours, vac_money_count_decimals (hours), NULL,
                                      vac_document_get_text (document, VAC_ROLE_LANGUAGE))
             : NULL;
}

/**
 * vac_wording_weekly_hours:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): the hours of a week: "37.5", "20–25"; %NULL when they are
 *   not known
 */
char *
vac_wording_weekly_hours (VacDocument *document)
{
  g_autofree char *fewest = write_hours (document, VAC_ROLE_HOURS_MINIMUM);
  g_autofree char *most = write_hours (document, VAC_ROLE_HOURS_MAXIMUM);

  if (fewest != NULL && most != NULL && !g_str_equal (fewest, most))
    return g_strconcat (fewest, "–", most, NULL);

  return fewest != NULL ? g_steal_pointer (&fewest) : g_steal_pointer (&most);
}

/**
 * vac_wording_working_time:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): the job's share of full time; %NULL for full time, or when
 *   it is not said
 */
char *
vac_wording_working_time (VacDocument *document)
{
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  g_autofree char *share = NULL;
  gint64 percent;

  if (!vac_node_get_integer (vac_document_get (document, VAC_ROLE_HOURS_SHARE), &percent) ||
      percent < 1 || percent >= 100)
    return NULL;
  share = vac_phrase_share (language, percent);

  return vac_phrase_format (language, VAC_PHRASE_SHARE_OF_FULL_TIME, "share", share, NULL);
}

/**
 * vac_wording_closing:
 * @document: a document
 *
 * Returns: (transfer full): the last day to apply, with hour and zone where they are known; empty
 *   when it is not known, and what stands in its field when it is no date
 */
char *
vac_wording_closing (VacDocument *document)
{
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  const char *day = vac_document_get_text (document, VAC_ROLE_CLOSES);
  VacNode *time = vac_document_get (document, VAC_ROLE_CLOSES_TIME);
  char *moment = NULL;

  /* "17:00 or so" is no hour that anybody can keep to. */
  if (vac_field_accepts (vac_node_get_field (time), vac_node_get_text (time), NULL))
    moment = vac_date_format_deadline (day, vac_node_get_text (time),
                                       vac_document_get_text (document, VAC_ROLE_CLOSES_ZONE),
                                       language);

  return moment != NULL ? moment : vac_phrase_date (language, day);
}

/**
 * vac_wording_start:
 * @document: a document
 *
 * Returns: (transfer full): the first day of work, or that it is as soon as possible; may be empty
 */
char *
vac_wording_start (VacDocument *document)
{
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  const char *day = vac_document_get_text (document, VAC_ROLE_START);

  return *day == '\0' &&
                 vac_node_get_toggle (vac_document_get (document, VAC_ROLE_STARTS_NOW))
             ? g_strdup (vac_phrase_get (language, VAC_PHRASE_IMMEDIATELY))
             : vac_phrase_date (language, day);
}

typedef char *(*WriteElement) (VacNode    *element,
                               const char *language);

/* Returns: (transfer full): all of a list in one line; empty when there is nothing to read of it */
static char *
write_list (VacDocument  *document,
            VacRole       role,
            WriteElement  write)
{
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  VacNode *list = vac_document_get (document, role);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      g_autofree char *text = write (vac_node_get_child (list, i), language);

      append (line, language, text);
    }

  return g_string_free (line, FALSE);
}

static char *
write_licence (VacNode    *licence,
               const char *language)
{
  return g_strdup (vac_node_get_member_text (licence, VAC_ROLE_LICENCE_NAME));
}

/**
 * vac_wording_licences:
 * @document: a document
 *
 * Returns: (transfer full): the licenses and certificates that are asked for, in one line
 */
char *
vac_wording_licences (VacDocument *document)
{
  return write_list (document, VAC_ROLE_LICENCES, write_licence);
}

/**
 * vac_wording_speech:
 * @speech: a language that a job asks for
 * @language: the language to say it in
 *
 * Returns: (transfer full): the name of @speech with the level: "German (C1)"; may be empty
 */
char *
vac_wording_speech (VacNode    *speech,
                    const char *language)
{
  const char *tag = vac_node_get_member_text (speech, VAC_ROLE_SPEECH_LANGUAGE);
  const char *level = vac_wording_choice (language, vac_node_get (speech, VAC_ROLE_SPEECH_LEVEL));
  g_autofree char *known = *tag != '\0' ? vac_code_names_get (VAC_CODE_LANGUAGE, tag, language)
                                        : NULL;
  const char *name = known != NULL ? known : tag;

  if (*name == '\0' || *level == '\0')
    return g_strdup (name);

  return vac_phrase_format (language, VAC_PHRASE_LANGUAGE_AND_LEVEL, "language", name, "level",
                            level, NULL);
}

/**
 * vac_wording_speeches:
 * @document: a document
 *
 * Returns: (transfer full): the languages that are asked for, with their levels, in one line
 */
char *
vac_wording_speeches (VacDocument *document)
{
  return write_list (document, VAC_ROLE_SPEECHES, vac_wording_speech);
}

/**
 * vac_wording_contact:
 * @document: a document
 *
 * Returns: (transfer full): the contact's name, role and addresses in one line; may be empty
 */
char *
vac_wording_contact (VacDocument *document)
{
  static const VacRole roles[] = { VAC_ROLE_CONTACT_NAME, VAC_ROLE_CONTACT_TITLE,
                                   VAC_ROLE_CONTACT_EMAIL, VAC_ROLE_CONTACT_PHONE };
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const char *text = vac_document_get_text (document, roles[i]);
      g_autofree char *kept = vac_direction_keep (vac_schema_skip_mail_scheme (text), language);

      if (*text == '\0')
        continue;
      if (line->len > 0)
        g_string_append (line, vac_phrase_get (language, VAC_PHRASE_BETWEEN_FACTS));
      g_string_append (line, kept);
    }

  return g_string_free (line, FALSE);
}

/**
 * vac_wording_experience:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): the experience that is asked for, in years where it is whole
 *   years ("3 years", "18 months"); %NULL when its field is empty or out of bounds
 */
char *
vac_wording_experience (VacDocument *document)
{
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  g_autofree char *duration = write_duration (document, VAC_ROLE_EXPERIENCE_MONTHS);

  return duration != NULL
             ? vac_phrase_format (language, VAC_PHRASE_AT_LEAST, "duration", duration, NULL)
             : NULL;
}

/**
 * vac_wording_education:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): the credential that is asked for, and whether experience may
 *   stand in its place; %NULL when none is chosen
 */
char *
vac_wording_education (VacDocument *document)
{
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  const char *credential = vac_wording_choice (
      language, vac_document_get (document, VAC_ROLE_EDUCATION_CREDENTIAL));

  if (*credential == '\0')
    return NULL;

  return vac_node_get_toggle (vac_document_get (document, VAC_ROLE_EDUCATION_EXPERIENCE_INSTEAD))
             ? vac_phrase_format (language, VAC_PHRASE_OR_EXPERIENCE, "credential", credential,
                                  NULL)
             : g_strdup (credential);
}

static gboolean
is_same (const char *a,
         const char *b)
{
  g_autofree char *folded = vac_typed_fold (a);

  return folded != NULL && vac_typed_equal (folded, b);
}

/* Returns: (transfer full): its name; what is no code of a country as it is */
static char *
name_country (const char *country,
              const char *language)
{
  char *name = vac_code_names_get_short (country, language);

  return name != NULL ? name : g_strdup (country);
}

/* Whether a region could be taken for a country: Georgia, Luxembourg. */
static gboolean
is_named_like_a_country (const char *region,
                         const char *language)
{
  g_autofree char *code = vac_code_names_find (VAC_CODE_COUNTRY, region, language);

  return code != NULL;
}

/* City, region and country in one line, none of them twice: "Berlin", not "Berlin, Berlin"; empty
 * when none is known. Readers at home are not told their own country, unless they could take the
 * region for another one. */
static char *
write_place (const char *city,
             const char *region,
             const char *country,
             const char *language,
             gboolean    at_home)
{
  g_autofree char *name = name_country (country, language);
  g_autofree char *place = NULL;

  if (is_same (region, name) || is_same (region, country) || is_same (region, city))
    region = "";
  if (*city == '\0' && *region == '\0')
    return g_steal_pointer (&name);

  if (*city != '\0' && *region != '\0')
    place = vac_phrase_format (language, VAC_PHRASE_CITY_AND_REGION, "city", city, "region", region,
                               NULL);
  else
    place = g_strdup (*city != '\0' ? city : region);
  if (*name == '\0' || is_same (place, name) ||
      (at_home && (*city != '\0' || !is_named_like_a_country (region, language))))
    return g_steal_pointer (&place);

  return vac_phrase_format (language, VAC_PHRASE_CITY_AND_COUNTRY, "city", place, "country", name,
                            NULL);
}

/* Whether all places are in the country that readers of the language are in. */
static gboolean
are_at_home (VacDocument *document)
{
  VacNode *list = vac_document_get (document, VAC_ROLE_LOCATIONS);
  g_autofree char *home =
      vac_codes_get_home_country (vac_document_get_text (document, VAC_ROLE_LANGUAGE));

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    if (!g_str_equal (vac_node_get_member_text (vac_node_get_child (list, i),
                                                VAC_ROLE_LOCATION_COUNTRY),
                      home))
      return FALSE;

  return TRUE;
}

static char *
write_location (VacNode    *location,
                const char *language,
                gboolean    at_home)
{
  return write_place (vac_node_get_member_text (location, VAC_ROLE_LOCATION_CITY),
                      vac_node_get_member_text (location, VAC_ROLE_LOCATION_REGION),
                      vac_node_get_member_text (location, VAC_ROLE_LOCATION_COUNTRY), language,
                      at_home);
}

/**
 * vac_wording_location:
 * @document: a document
 * @location: a place of work in it
 *
 * Returns: (transfer full): the place as vac_wording_locations() writes it among the others; may be
 *   empty
 */
char *
vac_wording_location (VacDocument *document,
                      VacNode     *location)
{
  return write_location (location, vac_document_get_text (document, VAC_ROLE_LANGUAGE),
                         are_at_home (document));
}

/**
 * vac_wording_locations:
 * @document: a document
 *
 * Countries have their name in the language of the document. They are left out where all places
 * are in the country of that language.
 *
 * Returns: (transfer full) (nullable): all places of work in one line, %NULL when none is known
 */
char *
vac_wording_locations (VacDocument *document)
{
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  VacNode *list = vac_document_get (document, VAC_ROLE_LOCATIONS);
  const gboolean at_home = are_at_home (document);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      g_autofree char *place = write_location (vac_node_get_child (list, i), language, at_home);

      append (joined, language, place);
    }

  return joined->len > 0 ? g_strdup (joined->str) : NULL;
}

static char *
write_area (VacNode    *area,
            const char *language)
{
  return write_place ("", vac_node_get_member_text (area, VAC_ROLE_AREA_REGION),
                      vac_node_get_member_text (area, VAC_ROLE_AREA_COUNTRY), language, FALSE);
}

/**
 * vac_wording_areas:
 * @document: a document
 *
 * Returns: (transfer full): where remote staff may live, in one line; may be empty
 */
char *
vac_wording_areas (VacDocument *document)
{
  return write_list (document, VAC_ROLE_AREAS, write_area);
}
