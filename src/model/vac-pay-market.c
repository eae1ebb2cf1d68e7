/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-pay-market"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-pay-market.h"
#include "vac-survey.h"
#include "vac-typed.h"

/* How many steps a scale has at least, where the currency has amounts that small. */
#define LEAST_STEPS 50

/**
 * VacPayMarket:
 *
 * What the salary table of a posting says to its own pay: the ranges that are known, counted by the
 * posting's period, and the words for where the pay lies among them.
 */
struct _VacPayMarket
{
  GArray       *places;       /* of VacPayMarketPlace, which hold their nodes */
  VacDocument  *document;
  VacPayRange   posting;      /* unknown unless both ends are given and not crossed */
  VacPayRange   ends;         /* the same, with 0 for an end that is missing */
  VacPayPeriod  assumed;      /* by the conversion of the places; a year for none */
  VacMoney      unit;         /* what computed amounts are multiples of */
  guint         decimals;     /* what amounts are written with at least */
  gboolean      comparable;
};

/**
 * vac_pay_market_read_range:
 * @record: a record with a range
 * @minimum_role: its lower end
 * @maximum_role: its upper end
 * @ends: (out) (optional): what it has of both, 0 for what it lacks
 *
 * One end alone is not a range, and taking it for both would invent a figure.
 *
 * Returns: the range; unknown when an end is missing
 */
VacPayRange
vac_pay_market_read_range (VacNode     *record,
                           VacRole      minimum_role,
                           VacRole      maximum_role,
                           VacPayRange *ends)
{
  VacPayRange range = { 0, 0 };
  gboolean has_minimum = vac_node_get_member_money (record, minimum_role, &range.minimum);
  gboolean has_maximum = vac_node_get_member_money (record, maximum_role, &range.maximum);

  if (ends != NULL)
    *ends = (VacPayRange) { has_minimum ? range.minimum : 0, has_maximum ? range.maximum : 0 };

  return has_minimum && has_maximum ? range : (VacPayRange) { 0, 0 };
}

/**
 * vac_pay_market_read_period:
 * @document: a posting
 * @role: the period of its pay or of its salary table
 *
 * Returns: the period; a year where none is given
 */
VacPayPeriod
vac_pay_market_read_period (VacDocument *document,
                            VacRole      role)
{
  VacPayPeriod period = VAC_PAY_PERIOD_YEAR;

  vac_pay_period_from_id (vac_document_get_text (document, role), &period);

  return period;
}

/**
 * vac_pay_market_is_comparable:
 * @document: a posting
 *
 * Returns: whether its pay and its salary table are in one currency, or one of them does not say
 */
gboolean
vac_pay_market_is_comparable (VacDocument *document)
{
  const char *own = vac_document_get_text (document, VAC_ROLE_PAY_CURRENCY);
  const char *other = vac_document_get_text (document, VAC_ROLE_SALARIES_CURRENCY);

  return *own == '\0' || *other == '\0' || g_str_equal (own, other);
}

/* The table's, where the posting names none. */
static const char *
get_currency (VacPayMarket *self)
{
  const char *own = vac_document_get_text (self->document, VAC_ROLE_PAY_CURRENCY);

  return *own != '\0' ? own : vac_document_get_text (self->document, VAC_ROLE_SALARIES_CURRENCY);
}

static const char *
get_language (VacPayMarket *self)
{
  return vac_document_get_text (self->document, VAC_ROLE_LANGUAGE);
}

/* Cents in one amount are cents in all. */
static void
take_amounts (VacPayMarket      *self,
              const VacPayRange *range)
{
  const char *currency = get_currency (self);
  const guint most = MAX (vac_money_get_decimals (range->minimum, currency),
                          vac_money_get_decimals (range->maximum, currency));

  self->decimals = MAX (self->decimals, most);
}

/* The range that the table shows of it. */
static void
add_place (VacPayMarket *self,
           VacSurveys   *surveys,
           VacNode      *node)
{
  g_auto (VacMarketFigure) figure = { 0 };
  const VacPayPeriod from = vac_pay_market_read_period (self->document, VAC_ROLE_SALARIES_PERIOD);
  const VacPayPeriod to = vac_pay_market_read_period (self->document, VAC_ROLE_PAY_PERIOD);
  VacPayMarketPlace place;
  VacMoney unit;

  vac_surveys_read (surveys, node, &figure);
  if (!vac_pay_range_is_known (&figure.range))
    return;

  unit = vac_pay_range_get_step (&figure.range, get_currency (self), to);
  place.node = g_object_ref (node);
  place.range = vac_pay_range_convert (&figure.range, from, to, unit);
  self->unit = MIN (self->unit, unit);
  self->assumed = vac_pay_period_get_assumed (from, to);
  take_amounts (self, &place.range);
  g_array_append_val (self->places, place);
}

static void
clear_place (gpointer data)
{
  g_clear_object (&((VacPayMarketPlace *) data)->node);
}

/**
 * vac_pay_market_new:
 * @document: a posting
 *
 * Reads the pay and the salary table of @document as they are now; later edits do not reach the
 * market.
 *
 * Returns: (transfer full): the ranges that are known: the national one first, then the places in
 *   the order of the document
 */
VacPayMarket *
vac_pay_market_new (VacDocument *document)
{
  VacPayMarket *self;
  g_autoptr (VacSurveys) surveys = NULL;
  VacNode *list;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  surveys = vac_surveys_new (document);
  self = g_new0 (VacPayMarket, 1);
  self->document = g_object_ref (document);
  self->places = g_array_new (FALSE, FALSE, sizeof (VacPayMarketPlace));
  g_array_set_clear_func (self->places, clear_place);
  self->comparable = vac_pay_market_is_comparable (document);
  self->posting = vac_pay_market_read_range (vac_document_get (document, VAC_ROLE_PAY),
                                             VAC_ROLE_PAY_MINIMUM, VAC_ROLE_PAY_MAXIMUM,
                                             &self->ends);
  self->unit = VAC_MONEY_ONE;
  take_amounts (self, &self->ends);

  add_place (self, surveys, vac_document_get (document, VAC_ROLE_NATIONAL));
  list = vac_document_get (document, VAC_ROLE_PLACES);
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      VacNode *node = vac_node_get_child (list, i);

      if (vac_node_get_kind (node) == VAC_KIND_RECORD)
        add_place (self, surveys, node);
    }

  return self;
}

/**
 * vac_pay_market_free:
 * @self: (transfer full) (nullable): a market
 *
 * Frees @self.
 */
void
vac_pay_market_free (VacPayMarket *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->places);
  g_object_unref (self->document);
  g_free (self);
}

/**
 * vac_pay_market_get_n_places:
 * @self: a market
 *
 * Returns: how many ranges the pay can be compared with; none when they are in another currency
 */
guint
vac_pay_market_get_n_places (VacPayMarket *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->comparable ? self->places->len : 0;
}

/**
 * vac_pay_market_get_place:
 * @self: a market
 * @index: which one
 *
 * Returns: (transfer none) (nullable): a known range, %NULL when there are fewer
 */
const VacPayMarketPlace *
vac_pay_market_get_place (VacPayMarket *self,
                          guint         index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < vac_pay_market_get_n_places (self)
             ? &g_array_index (self->places, VacPayMarketPlace, index)
             : NULL;
}

/**
 * vac_pay_market_find:
 * @self: a market
 * @node: (nullable): a place, or the national range
 * @index: (out): which one it is
 *
 * Returns: whether @node has a known range
 */
gboolean
vac_pay_market_find (VacPayMarket *self,
                     VacNode      *node,
                     guint        *index)
{
  g_return_val_if_fail (self != NULL && index != NULL, FALSE);

  for (guint i = 0; i < vac_pay_market_get_n_places (self); i++)
    if (vac_pay_market_get_place (self, i)->node == node)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
is_inside_a_word (const char *text,
                  const char *from,
                  gsize       length)
{
  const char *before = g_utf8_find_prev_char (text, from);

  return (before != NULL && g_unichar_isalnum (g_utf8_get_char (before))) ||
         g_unichar_isalnum (g_utf8_get_char (from + length));
}

static const char *
find_words (const char *text,
            const char *words)
{
  const gsize length = strlen (words);
  const char *found = strstr (text, words);

  while (found != NULL && is_inside_a_word (text, found, length))
    found = strstr (g_utf8_next_char (found), words);

  return found;
}

/**
 * vac_pay_market_match:
 * @name: the name of a place in a salary table
 * @location: a place of work
 *
 * "Portland, ME" is not Portland in Oregon.
 *
 * Returns: how well @name says where @location is: 0 not at all
 */
guint
vac_pay_market_match (const char *name,
                      VacNode    *location)
{
  g_autofree char *text = NULL;
  g_autofree char *city = NULL;
  g_autofree char *region = NULL;
  const char *found, *comma;

  g_return_val_if_fail (name != NULL && VAC_IS_NODE (location), 0);

  text = vac_typed_fold (name);
  city = vac_typed_fold (vac_node_get_member_text (location, VAC_ROLE_LOCATION_CITY));
  region = vac_typed_fold (vac_node_get_member_text (location, VAC_ROLE_LOCATION_REGION));
  if (text == NULL || city == NULL || *city == '\0')
    return 0;
  found = find_words (text, city);
  if (found == NULL)
    return 0;
  if (g_str_equal (text, city))
    return 3;
  comma = strchr (found, ',');
  if (comma != NULL && region != NULL && *region != '\0')
    return find_words (comma, region) == NULL ? 0 : found == text ? 4 : 2;

  return found == text ? 2 : 1;
}

/**
 * vac_pay_market_choose:
 * @self: a market with places
 *
 * Returns: the place to compare with until somebody chooses another: the one that bears the name of
 *   the first place of work, else the national range, else the first
 */
guint
vac_pay_market_choose (VacPayMarket *self)
{
  VacNode *location;
  guint best = 0, chosen = 0;

  g_return_val_if_fail (self != NULL, 0);

  location = vac_node_get_child (vac_document_get (self->document, VAC_ROLE_LOCATIONS), 0);
  if (location == NULL || vac_node_get_kind (location) != VAC_KIND_RECORD)
    return 0;
  for (guint i = 0; i < vac_pay_market_get_n_places (self); i++)
    {
      VacNode *node = vac_pay_market_get_place (self, i)->node;
      const char *name = vac_node_get_role (node) == VAC_ROLE_PLACE
                             ? vac_node_get_member_text (node, VAC_ROLE_PLACE_NAME)
                             : "";
      guint score = vac_pay_market_match (name, location);

      if (score > best)
        {
          best = score;
          chosen = i;
        }
    }

  return chosen;
}

/**
 * vac_pay_market_get_posting:
 * @self: a market
 *
 * Returns: (transfer none): both ends of the posting's pay, 0 for one that is missing
 */
const VacPayRange *
vac_pay_market_get_posting (VacPayMarket *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->ends;
}

/**
 * vac_pay_market_name_place:
 * @self: a market
 * @index: one of its places
 *
 * Returns: (transfer full): what it is called
 */
char *
vac_pay_market_name_place (VacPayMarket *self,
                           guint         index)
{
  const VacPayMarketPlace *place = vac_pay_market_get_place (self, index);

  g_return_val_if_fail (place != NULL, NULL);

  return g_strdup (vac_node_get_role (place->node) == VAC_ROLE_NATIONAL
                       ? _("National range")
                       : vac_node_get_member_text (place->node, VAC_ROLE_PLACE_NAME));
}

/**
 * vac_pay_market_format_amount:
 * @self: a market
 * @amount: an amount
 *
 * Returns: (transfer full): the amount in the posting's currency and language, with cents where one
 *   of the amounts has them
 */
char *
vac_pay_market_format_amount (VacPayMarket *self,
                              VacMoney      amount)
{
  const char *currency;

  g_return_val_if_fail (self != NULL, NULL);

  currency = get_currency (self);

  return vac_money_format_with (amount,
                                MAX (self->decimals, vac_money_get_decimals (amount, currency)),
                                currency, get_language (self));
}

/**
 * vac_pay_market_format_place:
 * @self: a market
 * @index: one of its places
 *
 * Returns: (transfer full): its name and range, with what a conversion assumes: "Seattle:
 *   $140,000 – $200,000"
 */
char *
vac_pay_market_format_place (VacPayMarket *self,
                             guint         index)
{
  const VacPayMarketPlace *place = vac_pay_market_get_place (self, index);
  g_autofree char *name = NULL;
  g_autofree char *range = NULL;
  g_autofree char *assuming = NULL;

  g_return_val_if_fail (place != NULL, NULL);

  name = vac_pay_market_name_place (self, index);
  range = vac_pay_range_format (&place->range, get_currency (self), get_language (self));
  assuming = vac_pay_period_add_assumption (self->assumed, range, get_language (self));

  return g_strdup_printf ("%s: %s", name, assuming);
}

/**
 * vac_pay_market_describe:
 * @self: a market
 * @index: one of its places
 *
 * Returns: (transfer full) (nullable): where the posting's pay lies, with what a conversion
 *   assumes: "Below Seattle by $20,000"; %NULL when the pay is not known
 */
char *
vac_pay_market_describe (VacPayMarket *self,
                         guint         index)
{
  const VacPayMarketPlace *place = vac_pay_market_get_place (self, index);
  g_autofree char *name = NULL;
  g_autofree char *remark = NULL;

  g_return_val_if_fail (place != NULL, NULL);

  if (!vac_pay_range_is_known (&self->posting))
    return NULL;
  name = vac_pay_market_name_place (self, index);
  remark = vac_pay_range_describe_place (&self->posting, &place->range,
                                         vac_node_get_role (place->node) == VAC_ROLE_NATIONAL
                                             ? VAC_RANGE_MANNER_NATION
                                             : VAC_RANGE_MANNER_PLACE,
                                         name, self->decimals, get_currency (self),
                                         get_language (self));

  return vac_pay_period_add_assumption (self->assumed, remark, get_language (self));
}

/**
 * vac_pay_market_explain:
 * @self: a market
 *
 * Returns: (transfer full) (nullable): why the known ranges cannot be compared with; %NULL when
 *   they can, or there are none
 */
char *
vac_pay_market_explain (VacPayMarket *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->comparable || self->places->len == 0)
    return NULL;

  /* Translators: two codes of currencies: EUR, USD */
  return g_strdup_printf (_("The salary table is in %s and this pay in %s, so they are not "
                            "compared."),
                          vac_document_get_text (self->document, VAC_ROLE_SALARIES_CURRENCY),
                          vac_document_get_text (self->document, VAC_ROLE_PAY_CURRENCY));
}

/* The greatest of 1, 2.5 and 5 times a power of ten that is a multiple of @unit and leaves enough
 * steps: a thousand, a quarter. */
static VacMoney
find_step (VacMoney width,
           VacMoney unit)
{
  VacMoney step = unit;

  for (VacMoney power = 1; power <= width / LEAST_STEPS; power *= 10)
    {
      const VacMoney candidates[] = { power, power * 5 / 2, power * 5 };

      for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
        if (candidates[i] <= width / LEAST_STEPS && candidates[i] % unit == 0)
          step = MAX (step, candidates[i]);
    }

  return step;
}

/**
 * vac_pay_market_get_scale:
 * @self: a market
 * @index: one of its places
 *
 * Returns: a scale with the place's range in its middle and room on both sides of it; both ends of
 *   the posting's pay are on it, however far away
 */
VacPayMarketScale
vac_pay_market_get_scale (VacPayMarket *self,
                          guint         index)
{
  const VacPayMarketPlace *place = vac_pay_market_get_place (self, index);
  VacPayMarketScale scale = { 0, 1, 1 };
  VacMoney room;

  g_return_val_if_fail (place != NULL, scale);

  room = MAX ((place->range.maximum - place->range.minimum) / 2, place->range.maximum / 10);
  scale.lower = place->range.minimum - room;
  scale.upper = place->range.maximum + room;
  scale.step = find_step (scale.upper - scale.lower, self->unit);
  if (self->ends.minimum > 0)
    scale.lower = MIN (scale.lower, self->ends.minimum);
  if (self->ends.maximum > 0)
    scale.lower = MIN (scale.lower, self->ends.maximum);
  scale.upper = MAX (scale.upper, MAX (self->ends.minimum, self->ends.maximum));
  scale.lower = MAX (scale.lower, 0) / scale.step * scale.step;
  scale.upper = (scale.upper + scale.step - 1) / scale.step * scale.step;

  return scale;
}
