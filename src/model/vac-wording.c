/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-wording"

#include "config.h"

#include <string.h>

#include "vac-code-names.h"
#include "vac-codes.h"
#include "vac-phrase.h"
#include "vac-placeholder.h"
#include "vac-typed.h"
#include "vac-wording.h"

/* What the program writes of a document's own details, in the words of its language. */

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

/**
 * vac_wording_pay_line:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): the pay line as a candidate reads it; %NULL when pay is not
 *   disclosed or not known
 */
char *
vac_wording_pay_line (VacDocument *document)
{
  VacNode *pay = vac_document_get (document, VAC_ROLE_PAY);
  VacMoney minimum, maximum;
  gboolean has_minimum = vac_node_get_member_money (pay, VAC_ROLE_PAY_MINIMUM, &minimum);
  gboolean has_maximum = vac_node_get_member_money (pay, VAC_ROLE_PAY_MAXIMUM, &maximum);

  if (!vac_node_get_member_toggle (pay, VAC_ROLE_PAY_DISCLOSE))
    return NULL;

  return vac_phrase_range (vac_document_get_text (document, VAC_ROLE_LANGUAGE),
                           vac_node_get_member_text (pay, VAC_ROLE_PAY_CURRENCY),
                           vac_node_get_member_text (pay, VAC_ROLE_PAY_PERIOD),
                           has_minimum ? &minimum : NULL, has_maximum ? &maximum : NULL);
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
  VacNode *leaf = vac_document_get (document, VAC_ROLE_EXPERIENCE_MONTHS);
  gint64 months;

  if (!vac_node_get_integer (leaf, &months) ||
      !vac_field_accepts (vac_node_get_field (leaf), vac_node_get_text (leaf), NULL))
    return NULL;

  return vac_phrase_duration (language, months);
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
write_location (VacNode    *location,
                const char *language,
                gboolean    at_home)
{
  const char *city = vac_node_get_member_text (location, VAC_ROLE_LOCATION_CITY);
  const char *region = vac_node_get_member_text (location, VAC_ROLE_LOCATION_REGION);
  const char *country = vac_node_get_member_text (location, VAC_ROLE_LOCATION_COUNTRY);
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
are_at_home (VacNode    *list,
             const char *language)
{
  g_autofree char *home = vac_codes_get_home_country (language);

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    if (!g_str_equal (vac_node_get_member_text (vac_node_get_child (list, i),
                                                VAC_ROLE_LOCATION_COUNTRY),
                      home))
      return FALSE;

  return TRUE;
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
  const gboolean at_home = are_at_home (list, language);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      g_autofree char *place = write_location (vac_node_get_child (list, i), language, at_home);

      if (*place == '\0')
        continue;
      if (joined->len > 0)
        g_string_append (joined, vac_phrase_get (language, VAC_PHRASE_BETWEEN_ITEMS));
      g_string_append (joined, place);
    }

  return joined->len > 0 ? g_strdup (joined->str) : NULL;
}

static char *
find_filling (VacDocument    *document,
              const VacField *field)
{
  const char *text;

  if (field == NULL)
    return NULL;
  if (field->role == VAC_ROLE_PAY)
    return vac_wording_pay_line (document);
  if (field->role == VAC_ROLE_LOCATIONS)
    return vac_wording_locations (document);

  text = vac_document_get_text (document, field->role);

  return *text != '\0' ? g_strdup (text) : NULL;
}

static void
note_unfilled (GPtrArray            *unfilled,
               const VacPlaceholder *placeholder)
{
  g_autofree char *name = g_strndup (placeholder->name, placeholder->name_length);

  if (unfilled != NULL && !g_ptr_array_find_with_equal_func (unfilled, name, g_str_equal, NULL))
    g_ptr_array_add (unfilled, g_steal_pointer (&name));
}

/**
 * vac_wording_fill:
 * @document: a document
 * @text: a text of it
 * @unfilled: (nullable) (element-type utf8): takes the names of placeholders that could not be
 *   filled, each once; must free its elements with g_free()
 *
 * Returns: (transfer full): @text with its placeholders filled from the job details; what cannot
 *   be filled stays as it is
 */
char *
vac_wording_fill (VacDocument *document,
                  const char  *text,
                  GPtrArray   *unfilled)
{
  g_autoptr (GString) filled = NULL;
  VacPlaceholder placeholder;
  gsize from = 0;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && text != NULL, NULL);

  if (strstr (text, "{{") == NULL)
    return g_strdup (text);

  filled = g_string_new (NULL);
  while (vac_placeholder_next (text, from, &placeholder))
    {
      g_autofree char *filling = find_filling (document, placeholder.field);

      g_string_append_len (filled, text + from, (gssize) (placeholder.start - from));
      if (filling != NULL)
        g_string_append (filled, filling);
      else
        g_string_append_len (filled, text + placeholder.start,
                             (gssize) (placeholder.end - placeholder.start));
      if (filling == NULL)
        note_unfilled (unfilled, &placeholder);
      from = placeholder.end;
    }
  g_string_append (filled, text + from);

  return g_string_free (g_steal_pointer (&filled), FALSE);
}

/**
 * vac_wording_needs_pay:
 * @text: a text of a document
 *
 * Returns: whether @text has the placeholder for the pay line, so that it makes no sense where
 *   pay is not disclosed
 */
gboolean
vac_wording_needs_pay (const char *text)
{
  VacPlaceholder placeholder;

  for (gsize from = 0; vac_placeholder_next (text, from, &placeholder); from = placeholder.end)
    if (placeholder.field != NULL && placeholder.field->role == VAC_ROLE_PAY)
      return TRUE;

  return FALSE;
}
