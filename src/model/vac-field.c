/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-field"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "vac-date.h"
#include "vac-error.h"
#include "vac-money.h"
#include "vac-picture.h"
#include "vac-quote.h"
#include "vac-schema.h"

/* What a field of the schema holds, and which values it takes. */

#define MAIL_PART "[^@ \\t\\n<>\"(),:;?&]+"

/* What the text of each syntax looks like, and what is said of one that does not. */
static const struct
{
  const char *pattern;
  const char *problem;
} syntaxes[] = {
  [VAC_SYNTAX_ANY] = { NULL },
  [VAC_SYNTAX_URL] = {
    "^[Hh][Tt][Tt][Pp][Ss]?://[^/?#]",
    N_("This is not a web address that starts with http:// or https://.") },
  [VAC_SYNTAX_EMAIL] = {
    "^([Mm][Aa][Ii][Ll][Tt][Oo]:)*" MAIL_PART "@" MAIL_PART "$",
    N_("This is not an email address.") },
  [VAC_SYNTAX_CURRENCY] = {
    "^[A-Z]{3}$",
    N_("A currency is three capital letters, for example USD.") },
  [VAC_SYNTAX_COUNTRY] = {
    "^[A-Z]{2}$",
    N_("A country is two capital letters, for example US.") },
  [VAC_SYNTAX_LANGUAGE] = {
    "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
    N_("This is not a language tag, for example en-US.") },
  [VAC_SYNTAX_TIME] = {
    "^([01][0-9]|2[0-3]):[0-5][0-9]$",
    N_("This is not a time of 24 hours, for example 17:00.") },
  [VAC_SYNTAX_ZONE] = {
    "^[A-Za-z]+([/_+-][A-Za-z0-9]+)*$",
    N_("This is not the name of a time zone, for example Europe/London.") },
  [VAC_SYNTAX_PHONE] = {
    "^[+]?[0-9(][0-9 ()./-]*[0-9]([ ]?[A-Za-z]{1,4}[.]? ?[0-9]+)?$",
    N_("This is not a phone number, for example +1 512 555 0100.") },
  [VAC_SYNTAX_COLOUR] = {
    "^#[0-9A-Fa-f]{6}$",
    N_("A color is # and six digits from 0 to F, for example #14395B.") },
};

/**
 * vac_field_find_member:
 * @field: the field of a record
 * @name: a member's name
 *
 * Returns: (transfer none) (nullable): the member's field
 */
const VacField *
vac_field_find_member (const VacField *field,
                       const char     *name)
{
  g_return_val_if_fail (field != NULL, NULL);

  for (const VacField *member = field->fields; member != NULL && member->name != NULL; member++)
    if (strcmp (member->name, name) == 0)
      return member;

  return NULL;
}

/**
 * vac_field_find_choice:
 * @field: the field of a choice
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the choice with that id
 */
const VacChoice *
vac_field_find_choice (const VacField *field,
                       const char     *id)
{
  g_return_val_if_fail (field != NULL, NULL);

  for (const VacChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    if (strcmp (choice->id, id) == 0)
      return choice;

  return NULL;
}

/**
 * vac_field_is_leaf:
 * @field: a field
 *
 * Returns: whether it holds a value itself, and not others
 */
gboolean
vac_field_is_leaf (const VacField *field)
{
  g_return_val_if_fail (field != NULL, FALSE);

  return field->kind != VAC_KIND_RECORD && field->kind != VAC_KIND_LIST &&
         field->kind != VAC_KIND_OPAQUE;
}

/**
 * vac_field_is_decimal:
 * @field: a field
 *
 * Returns: whether it holds an exact number with decimals: money, or another one
 */
gboolean
vac_field_is_decimal (const VacField *field)
{
  g_return_val_if_fail (field != NULL, FALSE);

  return field->kind == VAC_KIND_MONEY || field->kind == VAC_KIND_DECIMAL;
}

/**
 * vac_field_get_main_role:
 * @field: the field of a record that is in a list
 *
 * Returns: the role of the member that a person fills in first, and that a plain text for the whole
 *   record goes to; %VAC_ROLE_NONE for none
 */
VacRole
vac_field_get_main_role (const VacField *field)
{
  static const struct
  {
    VacRole record;
    VacRole main;
  } roles[] = {
    { VAC_ROLE_ITEM, VAC_ROLE_ITEM_TEXT },
    { VAC_ROLE_SECTION, VAC_ROLE_SECTION_TITLE },
    { VAC_ROLE_LOCATION, VAC_ROLE_LOCATION_CITY },
    { VAC_ROLE_GRADE, VAC_ROLE_GRADE_LABEL },
    { VAC_ROLE_AREA, VAC_ROLE_AREA_COUNTRY },
    { VAC_ROLE_LICENCE, VAC_ROLE_LICENCE_NAME },
    { VAC_ROLE_SPEECH, VAC_ROLE_SPEECH_LANGUAGE },
    { VAC_ROLE_SKILL, VAC_ROLE_SKILL_NAME },
    { VAC_ROLE_QUESTION, VAC_ROLE_QUESTION_TEXT },
    { VAC_ROLE_VARIATION, VAC_ROLE_VARIATION_TITLE },
    { VAC_ROLE_ADDITION, VAC_ROLE_ADDITION_TEXT },
    { VAC_ROLE_INDUSTRY, VAC_ROLE_INDUSTRY_TITLE },
    { VAC_ROLE_PLACE, VAC_ROLE_PLACE_NAME },
    { VAC_ROLE_SURVEY, VAC_ROLE_SURVEY_NAME },
    { VAC_ROLE_FIGURE, VAC_ROLE_FIGURE_SURVEY },
    { VAC_ROLE_LEVEL, VAC_ROLE_LEVEL_NAME },
    { VAC_ROLE_ASSESSMENT, VAC_ROLE_ASSESSMENT_TITLE },
    { VAC_ROLE_CRITERION, VAC_ROLE_CRITERION_TITLE },
  };

  g_return_val_if_fail (field != NULL, VAC_ROLE_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (roles[i].record == field->role)
      return roles[i].main;

  return VAC_ROLE_NONE;
}

/**
 * vac_field_get_id_role:
 * @field: the field of a record that is in a list
 *
 * Returns: the role of the member that tells the record from others of its list whatever else is
 *   changed in it; %VAC_ROLE_NONE for none
 */
VacRole
vac_field_get_id_role (const VacField *field)
{
  g_return_val_if_fail (field != NULL, VAC_ROLE_NONE);

  return field->role == VAC_ROLE_SECTION     ? VAC_ROLE_SECTION_ID
         : field->role == VAC_ROLE_VARIATION ? VAC_ROLE_VARIATION_ID
         : field->role == VAC_ROLE_SURVEY    ? VAC_ROLE_SURVEY_ID
                                             : VAC_ROLE_NONE;
}

static gboolean
has_host (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

/**
 * vac_schema_skip_mail_scheme:
 * @text: an email address as it was typed or copied from a link
 *
 * "mailto:" is part of a link and of no address: a field takes it, and nobody reads it.
 *
 * Returns: (transfer none): the part of @text that is the address
 */
const char *
vac_schema_skip_mail_scheme (const char *text)
{
  static const char scheme[] = "mailto:";

  g_return_val_if_fail (text != NULL, NULL);

  while (g_ascii_strncasecmp (text, scheme, strlen (scheme)) == 0)
    text += strlen (scheme);

  return text;
}

/**
 * vac_field_get_pattern:
 * @field: a field
 *
 * A regular expression that says the same to Perl and to ECMA-262, which JSON Schema uses.
 *
 * Returns: (nullable): what a text that the field takes matches; %NULL for any text, or when the
 *   field's kind says it all. Not all that matches is taken: there are days that no month has,
 *   and pictures that nothing can draw.
 */
const char *
vac_field_get_pattern (const VacField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  if (field->kind == VAC_KIND_DATE)
    return "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
  if (field->kind == VAC_KIND_PICTURE)
    return VAC_PICTURE_PATTERN;

  return syntaxes[field->syntax].pattern;
}

static const char *
find_syntax_problem (const VacField *field,
                     const char     *text)
{
  const char *pattern = syntaxes[field->syntax].pattern;

  if (pattern == NULL ||
      (g_regex_match_simple (pattern, text, G_REGEX_DOLLAR_ENDONLY, 0) &&
       (field->syntax != VAC_SYNTAX_URL || has_host (text))))
    return NULL;

  return syntaxes[field->syntax].problem;
}

/* Says what is wrong. What was typed is shortened by the caller, to as much as it is known by. */
static gboolean G_GNUC_PRINTF (2, 3)
refuse (GError    **error,
        const char *format,
        ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (VAC_ERROR, VAC_ERROR_INVALID_VALUE, format, args));
  va_end (args);

  return FALSE;
}

static gboolean
accepts_date (const char *text,
              GError    **error)
{
  g_autofree char *quoted = vac_quote_shorten (text);
  g_autofree char *example = NULL;
  GDate date, today;

  if (vac_date_from_iso (text, &date))
    return TRUE;

  vac_date_today (&today);
  example = vac_date_to_iso (&today);

  return refuse (error, _("“%s” is not a date such as %s."), quoted, example);
}

static gboolean
accepts_choice (const VacField *field,
                const char     *text,
                GError        **error)
{
  g_autofree char *quoted = vac_quote_shorten (text);

  return vac_field_find_choice (field, text) != NULL ||
         refuse (error, _("“%s” is not one of the choices of this field."), quoted);
}

static gboolean
accepts_toggle (const char *text,
                GError    **error)
{
  g_autofree char *quoted = vac_quote_shorten (text);

  return g_str_equal (text, "true") || g_str_equal (text, "false") ||
         refuse (error, _("“%s” is neither true nor false."), quoted);
}

static gboolean
accepts_integer (const VacField *field,
                 const char     *text,
                 GError        **error)
{
  g_autofree char *quoted = vac_quote_shorten (text);
  gint64 value;

  if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &value, NULL))
    return refuse (error, _("“%s” is not a whole number."), quoted);
  if (value < field->minimum || value > field->maximum)
    return refuse (error, _("The number must be between %" PRId64 " and %" PRId64 "."),
                   field->minimum, field->maximum);

  return TRUE;
}

static gboolean
accepts_decimal (const VacField *field,
                 const char     *text,
                 GError        **error)
{
  g_autofree char *quoted = vac_quote_shorten (text);
  VacMoney value;

  if (!vac_money_parse (text, &value))
    return refuse (error, field->kind == VAC_KIND_MONEY ? _("“%s” is not an amount of money.")
                                                        : _("“%s” is not a number."), quoted);
  if (value < field->minimum * VAC_MONEY_ONE || value > field->maximum * VAC_MONEY_ONE)
    return refuse (error, _("The number must be between %" PRId64 " and %" PRId64 "."),
                   field->minimum, field->maximum);

  return TRUE;
}

static gboolean
accepts_text (const VacField *field,
              const char     *text,
              GError        **error)
{
  const char *problem = find_syntax_problem (field, text);

  if (problem != NULL)
    return refuse (error, "%s", _(problem));
  /* A text of no more bytes has no more characters. */
  if (field->maximum > 0 && strlen (text) > (gsize) field->maximum &&
      g_utf8_strlen (text, -1) > field->maximum)
    return refuse (error, _("The text is longer than %" PRId64 " characters."), field->maximum);

  return TRUE;
}

static gboolean
accepts_picture (const char *text,
                 GError    **error)
{
  g_autoptr (VacPicture) picture = vac_picture_new (text, error);

  return picture != NULL;
}

/**
 * vac_field_accepts:
 * @field: the field of a leaf
 * @text: the value as text; an empty one is always accepted
 * @error: return location for a sentence that says what is wrong
 *
 * The limits of a single field. A document may hold values outside them (they are kept, and
 * reported by a check); forms and the command line do not add new ones.
 *
 * Returns: whether the field takes @text
 */
gboolean
vac_field_accepts (const VacField *field,
                   const char     *text,
                   GError        **error)
{
  g_return_val_if_fail (field != NULL && vac_field_is_leaf (field), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  if (*text == '\0')
    return TRUE;

  switch (field->kind)
    {
    case VAC_KIND_INTEGER:
      return accepts_integer (field, text, error);
    case VAC_KIND_MONEY:
    case VAC_KIND_DECIMAL:
      return accepts_decimal (field, text, error);
    case VAC_KIND_DATE:
      return accepts_date (text, error);
    case VAC_KIND_CHOICE:
      return accepts_choice (field, text, error);
    case VAC_KIND_TOGGLE:
      return accepts_toggle (text, error);
    case VAC_KIND_PICTURE:
      return accepts_picture (text, error);
    case VAC_KIND_TEXT:
    case VAC_KIND_PROSE:
      return accepts_text (field, text, error);
    case VAC_KIND_RECORD:
    case VAC_KIND_LIST:
    case VAC_KIND_OPAQUE:
    default:
      return FALSE;
    }
}

/**
 * vac_field_is_code:
 * @field: the field of a leaf
 * @kind: (out): of what
 *
 * Returns: whether its value is a code that has a name
 */
gboolean
vac_field_is_code (const VacField *field,
                   VacCodeKind    *kind)
{
  g_return_val_if_fail (field != NULL && kind != NULL, FALSE);

  switch (field->syntax)
    {
    case VAC_SYNTAX_COUNTRY:
      *kind = VAC_CODE_COUNTRY;
      return TRUE;
    case VAC_SYNTAX_CURRENCY:
      *kind = VAC_CODE_CURRENCY;
      return TRUE;
    case VAC_SYNTAX_LANGUAGE:
      *kind = VAC_CODE_LANGUAGE;
      return TRUE;
    case VAC_SYNTAX_ZONE:
      *kind = VAC_CODE_ZONE;
      return TRUE;
    case VAC_SYNTAX_ANY:
    case VAC_SYNTAX_URL:
    case VAC_SYNTAX_EMAIL:
    case VAC_SYNTAX_TIME:
    case VAC_SYNTAX_PHONE:
    case VAC_SYNTAX_COLOUR:
    default:
      return FALSE;
    }
}
