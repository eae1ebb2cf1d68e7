/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-edit"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-pay-market.h"
#include "vac-pay-zone.h"
#include "vac-place-index.h"
#include "vac-salary-edit.h"

/* The city that each place of the built-in guide is named after. */
static const struct
{
  const char       *place;
  VacSalaryLocation location;
} known_places[] = {
  { "San Francisco Bay Area", { "San Francisco", "CA", "US", FALSE } },
  { "New York City", { "New York", "NY", "US", FALSE } },
  { "Seattle", { "Seattle", "WA", "US", FALSE } },
  { "Austin", { "Austin", "TX", "US", FALSE } },
  { "Boston", { "Boston", "MA", "US", FALSE } },
  { "Chicago", { "Chicago", "IL", "US", FALSE } },
  { "Atlanta", { "Atlanta", "GA", "US", FALSE } },
  { "Remote", { "", "", "", TRUE } },
};

/**
 * vac_salary_find_location:
 * @place: the name of a place in a salary table
 * @location: (out caller-allocates): the city it stands for; its texts are static
 *
 * Only the places of the built-in guide are known. A metro area holds many cities; this is the
 * one it is named after, and a person confirms it.
 *
 * Returns: whether @place is known
 */
gboolean
vac_salary_find_location (const char        *place,
                          VacSalaryLocation *location)
{
  g_return_val_if_fail (place != NULL && location != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (known_places); i++)
    {
      if (g_ascii_strcasecmp (place, known_places[i].place) == 0)
        {
          *location = known_places[i].location;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * vac_salary_find_region:
 * @place: the name of a place in a salary table
 *
 * An official name ends with the states that an area lies in, the one of its first city first:
 * "Kansas City, MO-KS".
 *
 * Returns: (transfer full) (nullable): the first state; %NULL where the name has none, and @place
 *   is not known either
 */
char *
vac_salary_find_region (const char *place)
{
  VacSalaryLocation location;
  const char *comma;

  g_return_val_if_fail (place != NULL, NULL);

  comma = g_strrstr (place, ", ");
  if (vac_salary_find_location (place, &location) && *location.region != '\0')
    return g_strdup (location.region);
  if (comma != NULL && g_ascii_isupper (comma[2]) && g_ascii_isupper (comma[3]) &&
      !g_ascii_isalnum (comma[4]))
    return g_strndup (comma + 2, 2);

  return NULL;
}

static gboolean
set_member (VacDocument *document,
            VacNode     *record,
            VacRole      role,
            const char  *text)
{
  return vac_document_set_text (document, vac_node_get (record, role), text);
}

/* A table that does not say its currency takes none away. */
static gboolean
set_known (VacDocument *document,
           VacNode     *record,
           VacRole      role,
           VacRole      source)
{
  const char *text = vac_document_get_text (document, source);

  return *text == '\0' || set_member (document, record, role, text);
}

static gboolean
set_location (VacDocument             *document,
              const VacSalaryLocation *location)
{
  VacNode *list = vac_document_get (document, VAC_ROLE_LOCATIONS);
  VacNode *first = vac_node_get_child (list, 0);
  g_autoptr (VacNode) node = NULL;

  if (location->remote)
    return vac_document_set_text (document, vac_document_get (document, VAC_ROLE_WORKPLACE),
                                  VAC_WORKPLACE_REMOTE);

  /* A street and a postal code of another city would be wrong, so the place is replaced whole. */
  node = vac_node_new_record (vac_schema_get_field (VAC_ROLE_LOCATION),
                              VAC_ROLE_LOCATION_CITY, location->city,
                              VAC_ROLE_LOCATION_REGION, location->region,
                              VAC_ROLE_LOCATION_COUNTRY, location->country,
                              VAC_ROLE_NONE);
  if (first != NULL && !vac_document_remove (document, first))
    return FALSE;

  return vac_document_insert (document, list, 0, node);
}

/**
 * vac_salary_is_located:
 * @document: a posting
 * @location: where a job may be
 *
 * Returns: whether the first place of work is there already, or the work is done from anywhere as
 *   @location says
 */
gboolean
vac_salary_is_located (VacDocument             *document,
                       const VacSalaryLocation *location)
{
  VacNode *first;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && location != NULL, FALSE);

  if (location->remote)
    return g_str_equal (vac_document_get_text (document, VAC_ROLE_WORKPLACE), VAC_WORKPLACE_REMOTE);
  first = vac_node_get_child (vac_document_get (document, VAC_ROLE_LOCATIONS), 0);
  if (first == NULL || vac_node_get_kind (first) != VAC_KIND_RECORD)
    return FALSE;

  return g_ascii_strcasecmp (vac_node_get_member_text (first, VAC_ROLE_LOCATION_CITY),
                             location->city) == 0 &&
         g_ascii_strcasecmp (vac_node_get_member_text (first, VAC_ROLE_LOCATION_REGION),
                             location->region) == 0;
}

/**
 * vac_salary_get_offer:
 * @document: a posting
 * @place: a place in its salary table
 * @range: (out): what a job there may pay
 *
 * Returns: whether there is such a range: that of the pay zone that the place is in; else the one
 *   that the posting's rule makes of the place's figures or, without a rule, the one that the table
 *   shows
 */
gboolean
vac_salary_get_offer (VacDocument *document,
                      VacNode     *place,
                      VacPayRange *range)
{
  g_autoptr (VacSurveys) surveys = NULL;
  g_autoptr (VacPayZones) zones = NULL;
  g_auto (VacMarketFigure) figure = { 0 };
  const VacPayZone *zone;
  VacRangeRule rule;
  gboolean has_rule;
  VacMoney percent;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && range != NULL, FALSE);
  g_return_val_if_fail (VAC_IS_NODE (place) && vac_node_get_role (place) == VAC_ROLE_PLACE, FALSE);

  surveys = vac_surveys_new (document);
  zones = vac_pay_zones_new (document);
  has_rule = vac_range_rule_read (document, &rule);
  zone = vac_pay_zones_find (zones, vac_node_get_member_text (place, VAC_ROLE_PLACE_NAME));
  if (zone != NULL)
    return vac_pay_zones_get_range (zones, zone, surveys, has_rule ? &rule : NULL,
                                    vac_surveys_get_step (surveys), range, &percent);
  vac_surveys_read (surveys, place, &figure);
  *range = figure.range;
  if (has_rule)
    *range = vac_range_rule_apply (&rule, &figure, vac_surveys_get_step (surveys));

  return vac_pay_range_is_known (range);
}

/* Pay of its own is given by either end. */
static gboolean
has_own_pay (VacNode *record,
             VacRole  minimum,
             VacRole  maximum)
{
  return *vac_node_get_member_text (record, minimum) != '\0' ||
         *vac_node_get_member_text (record, maximum) != '\0';
}

static gboolean
any_has_own_pay (VacDocument *document,
                 VacRole      list_role,
                 VacRole      minimum,
                 VacRole      maximum)
{
  VacNode *list = vac_document_get (document, list_role);

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    if (vac_node_get_kind (vac_node_get_child (list, i)) == VAC_KIND_RECORD &&
        has_own_pay (vac_node_get_child (list, i), minimum, maximum))
      return TRUE;

  return FALSE;
}

static gboolean
any_location_has_own_pay (VacDocument *document)
{
  return any_has_own_pay (document, VAC_ROLE_LOCATIONS, VAC_ROLE_LOCATION_PAY_MINIMUM,
                          VAC_ROLE_LOCATION_PAY_MAXIMUM);
}

/**
 * vac_salary_find_own_pay:
 * @document: a posting
 * @place: the name of a place in its salary table
 *
 * Returns: (transfer none) (nullable): the place of work that a range of @place is for, where the
 *   posting has several and one of them has pay of its own; %NULL when the range is for the posting
 *   as a whole
 */
VacNode *
vac_salary_find_own_pay (VacDocument *document,
                         const char  *place)
{
  VacNode *list, *found = NULL;
  guint best = 0;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && place != NULL, NULL);

  list = vac_document_get (document, VAC_ROLE_LOCATIONS);
  if (vac_node_get_n_children (list) < 2 || !any_location_has_own_pay (document))
    return NULL;
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      VacNode *location = vac_node_get_child (list, i);
      guint score = vac_node_get_kind (location) == VAC_KIND_RECORD
                        ? vac_pay_market_match (place, location)
                        : 0;

      if (score > best)
        {
          best = score;
          found = location;
        }
    }

  return found;
}

/* From the period of the table into that of the posting. */
static VacPayRange
convert (VacDocument       *document,
         const VacPayRange *range)
{
  const VacPayPeriod from = vac_pay_market_read_period (document, VAC_ROLE_SALARIES_PERIOD);
  const VacPayPeriod to = vac_pay_market_read_period (document, VAC_ROLE_PAY_PERIOD);
  const char *currency = vac_document_get_text (document, VAC_ROLE_SALARIES_CURRENCY);

  return vac_pay_range_convert (range, from, to, vac_pay_range_get_step (range, currency, to));
}

static gboolean
set_ends (VacDocument       *document,
          VacNode           *record,
          VacRole            minimum,
          VacRole            maximum,
          const VacPayRange *range)
{
  return vac_document_set_money (document, vac_node_get (record, minimum), range->minimum) &&
         vac_document_set_money (document, vac_node_get (record, maximum), range->maximum);
}

/* Pay of a place is counted by the posting's period, and in its currency unless it names one. */
static gboolean
set_pay_of_location (VacDocument       *document,
                     VacNode           *location,
                     const VacPayRange *range)
{
  VacNode *pay = vac_document_get (document, VAC_ROLE_PAY);
  VacNode *currency = vac_node_get (location, VAC_ROLE_LOCATION_PAY_CURRENCY);
  const char *own = vac_node_get_text (currency);
  const char *shown = vac_document_get_text (document, VAC_ROLE_SALARIES_CURRENCY);
  VacPayRange converted = *range;

  if (*vac_node_get_member_text (pay, VAC_ROLE_PAY_PERIOD) == '\0')
    set_known (document, pay, VAC_ROLE_PAY_PERIOD, VAC_ROLE_SALARIES_PERIOD);
  else
    converted = convert (document, range);
  if (*own == '\0')
    own = vac_node_get_member_text (pay, VAC_ROLE_PAY_CURRENCY);
  if (*shown != '\0' && !g_str_equal (own, shown) &&
      !vac_document_set_text (document, currency, shown))
    return FALSE;

  return set_ends (document, location, VAC_ROLE_LOCATION_PAY_MINIMUM,
                   VAC_ROLE_LOCATION_PAY_MAXIMUM, &converted);
}

/* Places of work that took their currency from the job keep it. */
static void
keep_currencies (VacDocument *document)
{
  VacNode *list = vac_document_get (document, VAC_ROLE_LOCATIONS);
  const char *currency = vac_document_get_text (document, VAC_ROLE_PAY_CURRENCY);
  const char *shown = vac_document_get_text (document, VAC_ROLE_SALARIES_CURRENCY);

  if (*currency == '\0' || *shown == '\0' || g_str_equal (currency, shown))
    return;
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      VacNode *location = vac_node_get_child (list, i);

      if (vac_node_get_kind (location) == VAC_KIND_RECORD &&
          has_own_pay (location, VAC_ROLE_LOCATION_PAY_MINIMUM, VAC_ROLE_LOCATION_PAY_MAXIMUM) &&
          *vac_node_get_member_text (location, VAC_ROLE_LOCATION_PAY_CURRENCY) == '\0')
        set_member (document, location, VAC_ROLE_LOCATION_PAY_CURRENCY, currency);
    }
}

/* The period becomes the table's, unless that would change what other amounts mean. */
static gboolean
set_pay_of_job (VacDocument       *document,
                const VacPayRange *range)
{
  VacNode *pay = vac_document_get (document, VAC_ROLE_PAY);
  const gboolean shared =
    *vac_node_get_member_text (pay, VAC_ROLE_PAY_PERIOD) != '\0' &&
    (any_location_has_own_pay (document) ||
     any_has_own_pay (document, VAC_ROLE_GRADES, VAC_ROLE_GRADE_MINIMUM, VAC_ROLE_GRADE_MAXIMUM));
  const VacPayRange converted = shared ? convert (document, range) : *range;

  keep_currencies (document);

  return set_ends (document, pay, VAC_ROLE_PAY_MINIMUM, VAC_ROLE_PAY_MAXIMUM, &converted) &&
         set_known (document, pay, VAC_ROLE_PAY_CURRENCY, VAC_ROLE_SALARIES_CURRENCY) &&
         (shared || set_known (document, pay, VAC_ROLE_PAY_PERIOD, VAC_ROLE_SALARIES_PERIOD));
}

/**
 * vac_salary_set_pay:
 * @document: a posting
 * @location: (nullable): the place of work whose pay it is; %NULL for the posting as a whole
 * @range: a range in the currency and the period of the salary table
 *
 * Makes @range the pay, as part of a step. The posting's currency becomes the table's, and so does
 * its period, unless places of work or grades have pay of their own: then @range is converted.
 *
 * Returns: whether it was done; not in a read-only document, and not for a range that is not known
 */
gboolean
vac_salary_set_pay (VacDocument       *document,
                    VacNode           *location,
                    const VacPayRange *range)
{
  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && range != NULL, FALSE);
  g_return_val_if_fail (location == NULL || vac_node_get_role (location) == VAC_ROLE_LOCATION,
                        FALSE);

  if (vac_document_get_read_only (document) || !vac_pay_range_is_known (range))
    return FALSE;

  return location != NULL ? set_pay_of_location (document, location, range)
                          : set_pay_of_job (document, range);
}

/**
 * vac_salary_use_range_at:
 * @document: a posting
 * @place: a place in its salary table
 * @work: (nullable): the place of work whose pay it is; %NULL for the posting as a whole
 * @rounding: what both ends are rounded to a multiple of; 0 for the range as it is
 * @location: (nullable): where the job is from now on; replaces the first place of work
 *
 * Makes what vac_salary_get_offer() gives the pay, see vac_salary_set_pay(). One step to undo.
 *
 * Returns: whether it was done; not in a read-only document, and not for a place without both
 *   ends of a range
 */
gboolean
vac_salary_use_range_at (VacDocument             *document,
                         VacNode                 *place,
                         VacNode                 *work,
                         VacMoney                 rounding,
                         const VacSalaryLocation *location)
{
  g_autofree char *label = NULL;
  VacPayRange range;
  gboolean done;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && rounding >= 0, FALSE);
  g_return_val_if_fail (VAC_IS_NODE (place) && vac_node_get_role (place) == VAC_ROLE_PLACE, FALSE);

  if (vac_document_get_read_only (document) || !vac_salary_get_offer (document, place, &range))
    return FALSE;
  range = vac_salary_round (&range, rounding);
  if (!vac_pay_range_is_known (&range))
    return FALSE;

  label = g_strdup_printf (_("Use Range of %s"),
                           vac_node_get_member_text (place, VAC_ROLE_PLACE_NAME));
  vac_document_begin_step (document, label);
  done = vac_salary_set_pay (document, work, &range);
  if (done && location != NULL)
    done = set_location (document, location);
  vac_document_end_step (document);

  return done;
}

/**
 * vac_salary_round:
 * @range: a range
 * @rounding: what both ends are rounded to a multiple of; 0 for the range as it is
 *
 * Returns: the range with both ends rounded, half away from zero
 */
VacPayRange
vac_salary_round (const VacPayRange *range,
                  VacMoney           rounding)
{
  g_return_val_if_fail (range != NULL && rounding >= 0, ((VacPayRange) { 0, 0 }));

  if (rounding == 0)
    return *range;

  return (VacPayRange) { vac_scale (range->minimum, 1, rounding) * rounding,
                         vac_scale (range->maximum, 1, rounding) * rounding };
}

/**
 * vac_salary_use_range:
 * @document: a posting
 * @place: a place in its salary table
 * @location: (nullable): where the job is from now on; replaces the first place of work
 *
 * Does what vac_salary_use_range_at() does, for the place of work that vac_salary_find_own_pay()
 * names.
 *
 * Returns: whether it was done
 */
gboolean
vac_salary_use_range (VacDocument             *document,
                      VacNode                 *place,
                      const VacSalaryLocation *location)
{
  VacNode *work;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (place), FALSE);

  work = location == NULL
             ? vac_salary_find_own_pay (document,
                                        vac_node_get_member_text (place, VAC_ROLE_PLACE_NAME))
             : NULL;

  return vac_salary_use_range_at (document, place, work, 0, location);
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  const guint position_a = *(const guint *) a, position_b = *(const guint *) b;

  return position_a < position_b ? -1 : position_a > position_b;
}

/* Returns: (transfer full) (element-type VacNode): all places as they stand after @places have
 *   changed places among themselves */
static GPtrArray *
list_ordered (VacNode        *list,
              VacNode *const *places,
              guint           n_places)
{
  GPtrArray *ordered = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) positions = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_places);

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    g_ptr_array_add (ordered, g_object_ref (vac_node_get_child (list, i)));
  for (guint i = 0; i < n_places; i++)
    {
      const guint position = vac_node_get_position (places[i]);

      g_array_append_val (positions, position);
    }
  g_array_sort (positions, compare_positions);
  for (guint i = 0; i < n_places; i++)
    {
      VacNode **slot =
        (VacNode **) &g_ptr_array_index (ordered, g_array_index (positions, guint, i));

      g_set_object (slot, places[i]);
    }

  return ordered;
}

/**
 * vac_salary_order_places:
 * @document: a posting
 * @places: (array length=n_places): some places of its salary table, each of them once
 * @n_places: how many there are
 *
 * Puts them into this order: they change places among themselves, the others stay where they are.
 * One step to undo.
 *
 * Returns: whether it was done; not in a read-only document
 */
gboolean
vac_salary_order_places (VacDocument    *document,
                         VacNode *const *places,
                         guint           n_places)
{
  g_autoptr (GPtrArray) ordered = NULL;
  VacNode *list;
  gboolean done = TRUE;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), FALSE);

  if (vac_document_get_read_only (document))
    return FALSE;
  list = vac_document_get (document, VAC_ROLE_PLACES);
  for (guint i = 0; i < n_places; i++)
    g_return_val_if_fail (vac_node_get_parent (places[i]) == list, FALSE);

  ordered = list_ordered (list, places, n_places);
  vac_document_add_barrier (document);
  vac_document_begin_step (document, _("Reorder Places"));
  for (guint i = 0; done && i < ordered->len; i++)
    if (vac_node_get_child (list, i) != g_ptr_array_index (ordered, i))
      done = vac_document_move (document, g_ptr_array_index (ordered, i), i);
  vac_document_end_step (document);

  return done;
}

/**
 * vac_salary_find_place:
 * @document: a posting
 * @name: a place in a table from elsewhere
 *
 * Looks one place up, see vac_place_index_find(); for more than one keep the index.
 *
 * Returns: (transfer none) (nullable): the place, %NULL when none or several fit
 */
VacNode *
vac_salary_find_place (VacDocument *document,
                       const char  *name)
{
  g_autoptr (VacPlaceIndex) index = vac_place_index_new (document);

  return vac_place_index_find (index, name);
}
