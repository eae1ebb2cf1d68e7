/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-pay-reach"

#include "config.h"

#include <string.h>

#include "vac-codes.h"
#include "vac-pay-reach.h"
#include "vac-place-name.h"

/* Which laws reach a job: by where the work is done, by where remote staff may live, and by how
 * many the employer has. */

typedef struct
{
  const VacPayRule *rule;
  VacDocument      *document;
  VacPayLaw        *law;
  GPtrArray        *places;
  VacPayDoubt       doubts;
  gboolean          found;
  gboolean          is_remote;
} Reach;

static guint
count_doubts (VacPayDoubt doubts)
{
  return (guint) __builtin_popcount (doubts);
}

/* The surest way in which the law reaches the job is the one that counts. */
static void
take_way (Reach       *self,
          VacNode     *place,
          VacPayDoubt  doubts)
{
  if (place != NULL)
    g_ptr_array_add (self->places, g_object_ref (place));
  if (!self->found || count_doubts (doubts) < count_doubts (self->doubts))
    self->doubts = doubts;
  self->found = TRUE;
}

/* A rule of several countries leaves those to their own that have one. */
static gboolean
has_own_rule (VacPayLaw        *law,
              const VacPayRule *rule,
              const char       *country)
{
  if (g_strv_length (rule->countries) == 1)
    return FALSE;
  for (guint i = 0; i < vac_pay_law_get_n_rules (law); i++)
    {
      const VacPayRule *other = vac_pay_law_get_rule (law, i);

      if (g_strv_length (other->countries) == 1 && g_str_equal (other->countries[0], country) &&
          other->regions[0] == NULL && other->cities[0] == NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_country (const Reach *self,
            const char  *country)
{
  return g_strv_contains ((const char *const *) self->rule->countries, country) &&
         !has_own_rule (self->law, self->rule, country);
}

/* Without a country, that of the posting's language is the likeliest. */
static gboolean
is_in_country (const Reach *self,
               const char  *country,
               VacPayDoubt *doubts)
{
  g_autofree char *code = NULL;

  if (*country != '\0')
    {
      code = g_ascii_strup (country, -1);
      return is_country (self, code);
    }
  *doubts |= VAC_PAY_DOUBT_PLACE;
  code = vac_codes_get_home_country (vac_document_get_text (self->document, VAC_ROLE_LANGUAGE));

  return is_country (self, code);
}

static void
try_location (Reach   *self,
              VacNode *location)
{
  const VacPayRule *rule = self->rule;
  g_autofree char *region = g_strdup (vac_node_get_member_text (location,
                                                                VAC_ROLE_LOCATION_REGION));
  g_autofree char *city = NULL;
  VacPayDoubt doubts = 0;

  vac_place_name_split (vac_node_get_member_text (location, VAC_ROLE_LOCATION_CITY), &city,
                        &region);
  if (!is_in_country (self, vac_node_get_member_text (location, VAC_ROLE_LOCATION_COUNTRY),
                      &doubts))
    return;
  if (rule->cities[0] != NULL && !vac_place_name_is_one_of (city, rule->cities))
    return;
  if (rule->regions[0] != NULL &&
      !vac_place_name_is_region (region, rule->countries, rule->regions))
    {
      if (*region != '\0' || rule->cities[0] == NULL)
        return;
      doubts |= VAC_PAY_DOUBT_PLACE;
    }
  /* Nothing but the language says that it is in a country without regions of its own laws. */
  if ((doubts & VAC_PAY_DOUBT_PLACE) != 0 && rule->regions[0] == NULL && *city == '\0' &&
      *region == '\0')
    return;
  if (self->is_remote && rule->remote != VAC_PAY_REMOTE_YES)
    doubts |= VAC_PAY_DOUBT_REACH;
  take_way (self, location, doubts);
}

/* Nobody need work in the place yet where remote staff may live. */
static VacPayDoubt
doubt_presence (const VacPayRule *rule)
{
  return rule->someone_there || rule->counted == VAC_PAY_COUNTS_THERE ? VAC_PAY_DOUBT_SOMEONE : 0;
}

static void
try_area (Reach   *self,
          VacNode *area)
{
  const VacPayRule *rule = self->rule;
  const char *region = vac_node_get_member_text (area, VAC_ROLE_AREA_REGION);
  const gboolean is_yes = rule->remote == VAC_PAY_REMOTE_YES;
  VacPayDoubt doubts = is_yes ? 0 : VAC_PAY_DOUBT_REACH;

  if (rule->cities[0] != NULL && !is_yes)
    return;
  if (!is_in_country (self, vac_node_get_member_text (area, VAC_ROLE_AREA_COUNTRY), &doubts))
    return;
  if (rule->regions[0] != NULL && *region != '\0' &&
      !vac_place_name_is_region (region, rule->countries, rule->regions))
    return;
  if (rule->regions[0] != NULL && *region == '\0' &&
      (rule->remote == VAC_PAY_REMOTE_NO || (doubts & VAC_PAY_DOUBT_PLACE) != 0))
    return;
  take_way (self, area, doubts | doubt_presence (rule));
}

/* A remote job that says of nobody's residence may be done anywhere in the country. */
static void
try_everywhere (Reach   *self,
                VacNode *location)
{
  const char *country = vac_node_get_member_text (location, VAC_ROLE_LOCATION_COUNTRY);
  const VacPayRule *rule = self->rule;

  if (rule->remote != VAC_PAY_REMOTE_YES || rule->cities[0] != NULL || *country == '\0' ||
      !is_country (self, country))
    return;
  take_way (self, NULL, VAC_PAY_DOUBT_RESIDENCE | doubt_presence (rule));
}

/*
 * vac_pay_reach_has_size:
 * @rule: a law
 * @n_employees: how many the employer has; 0 when that is not known
 * @doubts: (inout): takes what speaks against it
 *
 * Returns: whether the employer is large enough for the law, or may be
 */
gboolean
vac_pay_reach_has_size (const VacPayRule *rule,
                        guint             n_employees,
                        VacPayDoubt      *doubts)
{
  if (rule->employees <= 1)
    return TRUE;
  if (n_employees == 0)
    *doubts |= rule->counted == VAC_PAY_COUNTS_THERE ? VAC_PAY_DOUBT_COUNTED : VAC_PAY_DOUBT_SIZE;
  else if (n_employees >= rule->employees)
    *doubts |= rule->counted == VAC_PAY_COUNTS_THERE ? VAC_PAY_DOUBT_COUNTED : 0;
  else if (rule->counted == VAC_PAY_COUNTS_WORKERS)
    *doubts |= VAC_PAY_DOUBT_SIZE;
  else
    return FALSE;
  if ((*doubts & VAC_PAY_DOUBT_COUNTED) != 0)
    *doubts &= ~(guint) VAC_PAY_DOUBT_SOMEONE;

  return TRUE;
}

/*
 * vac_pay_reach_find:
 * @law: the laws that @rule is one of
 * @rule: a law
 * @document: a document
 * @n_employees: how many the employer has; 0 when that is not known
 * @places: (element-type VacNode): takes the places of work and of residence that it is about
 * @doubts: (out): takes what speaks against it
 *
 * Returns: whether the law reaches the job, or may
 */
gboolean
vac_pay_reach_find (VacPayLaw        *law,
                    const VacPayRule *rule,
                    VacDocument      *document,
                    guint             n_employees,
                    GPtrArray        *places,
                    VacPayDoubt      *doubts)
{
  VacNode *locations = vac_document_get (document, VAC_ROLE_LOCATIONS);
  VacNode *areas = vac_document_get (document, VAC_ROLE_AREAS);
  Reach self = { .rule = rule, .document = document, .law = law, .places = places };

  self.is_remote = g_str_equal (vac_document_get_text (document, VAC_ROLE_WORKPLACE),
                                VAC_WORKPLACE_REMOTE);
  for (guint i = 0; i < vac_node_get_n_children (locations); i++)
    try_location (&self, vac_node_get_child (locations, i));
  for (guint i = 0; self.is_remote && i < vac_node_get_n_children (areas); i++)
    try_area (&self, vac_node_get_child (areas, i));
  if (!self.found && self.is_remote && vac_node_get_n_children (areas) == 0)
    for (guint i = 0; i < vac_node_get_n_children (locations); i++)
      try_everywhere (&self, vac_node_get_child (locations, i));
  if (!self.found || !vac_pay_reach_has_size (rule, n_employees, &self.doubts))
    return FALSE;
  *doubts = self.doubts;

  return TRUE;
}
