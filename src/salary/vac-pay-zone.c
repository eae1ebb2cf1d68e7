/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-pay-zone"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-pay-zone.h"
#include "vac-phrase.h"
#include "vac-typed.h"

/* Pay zones: places that are paid alike, in percent of what a base pays. Which percentage holds is
 * decided by one figure, the midpoint of the base range, and it then holds for both ends: a range
 * whose ends fell into two steps could begin above its own end. */

struct _VacPayZones
{
  VacDocument *document;
  GPtrArray   *zones;      /* owned VacPayZone */
  GHashTable  *members;    /* a place's folded name → owned GPtrArray of the zones that name it */
  GHashTable  *places;     /* a place's folded name → owned VacNode, the first of that name */
  VacNode     *base;       /* owned; NULL where a place is named that is not there */
  char        *base_name;
};

/* The base's range as it is. */
static const VacRangeRule plain = { .factor = VAC_MONEY_ONE };

static void
zone_free (gpointer data)
{
  VacPayZone *zone = data;

  g_object_unref (zone->node);
  g_free (zone->name);
  g_free (zone->explanation);
  g_strfreev (zone->places);
  g_array_unref (zone->steps);
  g_free (zone);
}

/* What is not UTF-8 is nobody's name. */
static char *
fold (const char *name)
{
  char *folded = vac_typed_fold (name);

  return folded != NULL ? folded : g_strdup ("");
}

/* The one without an end is the last. */
static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const VacMoney first = ((const VacZoneStep *) a)->up_to;
  const VacMoney second = ((const VacZoneStep *) b)->up_to;

  if (first == 0 || second == 0)
    return (first == 0) - (second == 0);

  return (first > second) - (first < second);
}

static void
read_steps (VacPayZone *zone)
{
  VacNode *list = vac_node_get (zone->node, VAC_ROLE_ZONE_STEPS);

  zone->steps = g_array_new (FALSE, FALSE, sizeof (VacZoneStep));
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      VacNode *node = vac_node_get_child (list, i);
      VacZoneStep step = { 0, 0 };

      if (vac_node_get_kind (node) != VAC_KIND_RECORD ||
          !vac_node_get_member_money (node, VAC_ROLE_ZONE_STEP_PERCENT, &step.percent) ||
          step.percent <= 0)
        continue;
      vac_node_get_member_money (node, VAC_ROLE_ZONE_STEP_UP_TO, &step.up_to);
      g_array_append_val (zone->steps, step);
    }
  g_array_sort (zone->steps, compare_steps);
}

static void
read_places (VacPayZones *self,
             VacPayZone  *zone)
{
  VacNode *list = vac_node_get (zone->node, VAC_ROLE_ZONE_PLACES);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      g_autofree char *name = g_strdup (vac_node_get_text (vac_node_get_child (list, i)));
      g_autofree char *folded = fold (name);
      GPtrArray *zones;

      if (*folded == '\0')
        continue;
      g_strv_builder_add (builder, g_strstrip (name));
      zones = g_hash_table_lookup (self->members, folded);
      if (zones == NULL)
        {
          zones = g_ptr_array_new ();
          g_hash_table_insert (self->members, g_steal_pointer (&folded), zones);
        }
      if (!g_ptr_array_find (zones, zone, NULL))
        g_ptr_array_add (zones, zone);
    }
  zone->places = g_strv_builder_end (builder);
}

static void
add_zone (VacPayZones *self,
          VacNode     *node)
{
  VacPayZone *zone = g_new0 (VacPayZone, 1);
  const char *name = vac_node_get_member_text (node, VAC_ROLE_ZONE_NAME);

  zone->node = g_object_ref (node);
  zone->name = *name != '\0' ? g_strdup (name) : g_strdup_printf ("%u", self->zones->len + 1);
  zone->explanation = g_strdup (vac_node_get_member_text (node, VAC_ROLE_ZONE_EXPLANATION));
  read_steps (zone);
  read_places (self, zone);
  g_ptr_array_add (self->zones, zone);
}

static void
index_places (VacPayZones *self)
{
  VacNode *list = vac_document_get (self->document, VAC_ROLE_PLACES);

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      VacNode *place = vac_node_get_child (list, i);
      char *folded;

      if (vac_node_get_kind (place) != VAC_KIND_RECORD)
        continue;
      folded = fold (vac_node_get_member_text (place, VAC_ROLE_PLACE_NAME));
      if (g_hash_table_contains (self->places, folded))
        g_free (folded);
      else
        g_hash_table_insert (self->places, folded, g_object_ref (place));
    }
}

/**
 * vac_pay_zones_new:
 * @document: a posting
 *
 * Reads the pay zones of @document as they are now; later edits do not reach them.
 *
 * Returns: (transfer full): the zones in their order
 */
VacPayZones *
vac_pay_zones_new (VacDocument *document)
{
  VacPayZones *self;
  VacNode *list;
  const char *base;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  self = g_new0 (VacPayZones, 1);
  self->document = g_object_ref (document);
  self->zones = g_ptr_array_new_with_free_func (zone_free);
  self->members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_ptr_array_unref);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  index_places (self);
  list = vac_document_get (document, VAC_ROLE_ZONES);
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    if (vac_node_get_kind (vac_node_get_child (list, i)) == VAC_KIND_RECORD)
      add_zone (self, vac_node_get_child (list, i));
  base = vac_document_get_text (document, VAC_ROLE_ZONE_BASE);
  self->base = *base == '\0' ? vac_document_get (document, VAC_ROLE_NATIONAL)
                             : vac_pay_zones_find_place (self, base);
  if (self->base != NULL)
    g_object_ref (self->base);
  self->base_name = g_strdup (*base != '\0' ? base
                                            : vac_phrase_get (vac_document_get_text (
                                                                  document, VAC_ROLE_LANGUAGE),
                                                              VAC_PHRASE_NATIONAL));

  return self;
}

/**
 * vac_pay_zones_free:
 * @self: (transfer full) (nullable): zones
 *
 * Frees @self.
 */
void
vac_pay_zones_free (VacPayZones *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->members);
  g_hash_table_unref (self->places);
  g_clear_object (&self->base);
  g_free (self->base_name);
  g_ptr_array_unref (self->zones);
  g_object_unref (self->document);
  g_free (self);
}

/**
 * vac_pay_zones_get_n:
 * @self: zones
 *
 * Returns: how many there are
 */
guint
vac_pay_zones_get_n (VacPayZones *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->zones->len;
}

/**
 * vac_pay_zones_get:
 * @self: zones
 * @index: which one
 *
 * Returns: (transfer none): the zone
 */
const VacPayZone *
vac_pay_zones_get (VacPayZones *self,
                   guint        index)
{
  g_return_val_if_fail (self != NULL && index < self->zones->len, NULL);

  return g_ptr_array_index (self->zones, index);
}

/**
 * vac_pay_zones_find:
 * @self: zones
 * @place: the name of a place
 *
 * Returns: (transfer none) (nullable): the zone that the place is paid by, the first of several;
 *   %NULL for a place in none
 */
const VacPayZone *
vac_pay_zones_find (VacPayZones *self,
                    const char  *place)
{
  g_autofree char *folded = NULL;
  GPtrArray *zones;

  g_return_val_if_fail (self != NULL && place != NULL, NULL);

  folded = fold (place);
  zones = g_hash_table_lookup (self->members, folded);

  return zones != NULL ? g_ptr_array_index (zones, 0) : NULL;
}

/**
 * vac_pay_zones_find_called:
 * @self: zones
 * @name: what a zone is called; case does not matter
 *
 * Returns: (transfer none) (nullable): the first zone of that name
 */
const VacPayZone *
vac_pay_zones_find_called (VacPayZones *self,
                           const char  *name)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  folded = fold (name);
  for (guint i = 0; i < self->zones->len && *folded != '\0'; i++)
    if (vac_typed_equal (folded, vac_pay_zones_get (self, i)->name))
      return vac_pay_zones_get (self, i);

  return NULL;
}

/**
 * vac_pay_zones_find_place:
 * @self: zones
 * @name: the name of a place; case does not matter
 *
 * Returns: (transfer none) (nullable): the first place of that name in the salary table
 */
VacNode *
vac_pay_zones_find_place (VacPayZones *self,
                          const char  *name)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  folded = fold (name);

  return *folded != '\0' ? g_hash_table_lookup (self->places, folded) : NULL;
}

/**
 * vac_pay_zones_get_base:
 * @self: zones
 *
 * Returns: (transfer none) (nullable): the place whose figures zones are a percentage of, or the
 *   national figures; %NULL where the posting names a place that is not in its table
 */
VacNode *
vac_pay_zones_get_base (VacPayZones *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->base;
}

/* 0 for none: the step with the lowest end that is not below @level. */
static VacMoney
find_percent (const VacPayZone *zone,
              VacMoney          level)
{
  for (guint i = 0; i < zone->steps->len; i++)
    {
      const VacZoneStep *step = &g_array_index (zone->steps, VacZoneStep, i);

      if (step->up_to == 0 || level <= step->up_to)
        return step->percent;
    }

  return 0;
}

/**
 * vac_pay_zones_get_range:
 * @self: zones
 * @zone: one of them
 * @surveys: whose figures are taken
 * @rule: (nullable): how a range is made of the base's figures; %NULL for the base's range as it is
 * @step: what amounts of the table are multiples of
 * @range: (out): what the zone pays
 * @percent: (out): the differential that was used, as a decimal; 0 where none holds
 *
 * The differential is the one for the midpoint of the base range, see vac_range_rule_get_level(),
 * and holds for both ends. The rest is arithmetic of vac_range_rule_apply(), rounded once.
 *
 * Returns: whether there is such a range
 */
gboolean
vac_pay_zones_get_range (VacPayZones        *self,
                         const VacPayZone   *zone,
                         VacSurveys         *surveys,
                         const VacRangeRule *rule,
                         VacMoney            step,
                         VacPayRange        *range,
                         VacMoney           *percent)
{
  g_auto (VacMarketFigure) figure = { 0 };
  VacRangeRule own = plain;
  VacMoney level;

  g_return_val_if_fail (self != NULL && zone != NULL && surveys != NULL, FALSE);
  g_return_val_if_fail (range != NULL && percent != NULL && step > 0, FALSE);

  *range = (VacPayRange) { 0, 0 };
  *percent = 0;
  if (self->base == NULL)
    return FALSE;
  if (rule != NULL)
    own = *rule;
  vac_surveys_read (surveys, self->base, &figure);
  level = vac_range_rule_get_level (&own, &figure);
  *percent = level > 0 ? find_percent (zone, level) : 0;
  if (*percent == 0)
    return FALSE;
  own.differential = *percent;
  *range = vac_range_rule_apply (&own, &figure, step);

  return vac_pay_range_is_known (range);
}

/**
 * vac_pay_zones_get_base_name:
 * @self: zones
 *
 * Returns: (transfer none): what the base is called, in the language of the posting
 */
const char *
vac_pay_zones_get_base_name (VacPayZones *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->base_name;
}

/**
 * vac_pay_zone_describe_steps:
 * @zone: a zone
 * @currency: ISO 4217 code of the table
 * @language: BCP 47 tag of the posting
 *
 * Returns: (transfer full): its differentials: "110%", or "up to $100,000: 110%; above: 105%"; ""
 *   for none
 */
char *
vac_pay_zone_describe_steps (const VacPayZone *zone,
                             const char       *currency,
                             const char       *language)
{
  g_autoptr (GString) string = g_string_new (NULL);

  g_return_val_if_fail (zone != NULL && currency != NULL && language != NULL, NULL);

  for (guint i = 0; i < zone->steps->len; i++)
    {
      const VacZoneStep *step = &g_array_index (zone->steps, VacZoneStep, i);
      g_autofree char *percent = vac_money_format_exact_percent (step->percent, language);
      g_autofree char *amount = vac_money_format (step->up_to, currency, language);
      g_autofree char *text = NULL;

      if (step->up_to > 0)
        text = vac_phrase_format (language, VAC_PHRASE_UP_TO, "amount", amount, "percent", percent,
                                  NULL);
      else if (i > 0)
        text = vac_phrase_format (language, VAC_PHRASE_ABOVE, "percent", percent, NULL);
      else
        text = g_steal_pointer (&percent);
      g_string_append_printf (string, "%s%s", i > 0 ? "; " : "", text);
      if (step->up_to == 0)
        break;
    }

  return g_string_free (g_steal_pointer (&string), FALSE);
}

/* What is not as it was meant */

static void
remark_names (VacPayZones      *self,
              const VacPayZone *zone,
              GStrvBuilder     *builder)
{
  if (vac_pay_zones_find_called (self, zone->name) != zone)
    {
      g_autofree char *text = g_strdup_printf (_("Another pay zone is called “%s” as well."),
                                               zone->name);

      g_strv_builder_add (builder, text);
    }
  for (guint i = 0; zone->places[i] != NULL; i++)
    if (vac_pay_zones_find_place (self, zone->places[i]) == NULL)
      {
        /* Translators: the names of a pay zone and of a place */
        g_autofree char *text = g_strdup_printf (_("“%s” names “%s”, which is no place of the "
                                                   "table."),
                                                 zone->name, zone->places[i]);

        g_strv_builder_add (builder, text);
      }
  if (zone->places[0] == NULL)
    {
      g_autofree char *text = g_strdup_printf (_("“%s” has no places."), zone->name);

      g_strv_builder_add (builder, text);
    }
}

/* Places in several zones are named where the zone is that counts. */
static void
remark_doubles (VacPayZones      *self,
                const VacPayZone *zone,
                GStrvBuilder     *builder)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; zone->places[i] != NULL; i++)
    {
      char *folded = fold (zone->places[i]);
      GPtrArray *zones = g_hash_table_lookup (self->members, folded);
      g_autoptr (GString) names = NULL;
      g_autofree char *text = NULL;

      if (!g_hash_table_add (said, folded) || zones->len < 2 ||
          g_ptr_array_index (zones, 0) != (gpointer) zone)
        continue;
      names = g_string_new (zone->name);
      for (guint j = 1; j < zones->len; j++)
        g_string_append_printf (names, ", %s",
                                ((VacPayZone *) g_ptr_array_index (zones, j))->name);
      /* Translators: a place, the names of its pay zones, and the first of them */
      text = g_strdup_printf (_("“%s” is in several pay zones: %s. It is paid by the first, %s."),
                              zone->places[i], names->str, zone->name);
      g_strv_builder_add (builder, text);
    }
}

static void
remark_steps (VacPayZones      *self,
              const VacPayZone *zone,
              VacMoney          level,
              GStrvBuilder     *builder)
{
  const char *language = vac_document_get_text (self->document, VAC_ROLE_LANGUAGE);
  const char *currency = vac_document_get_text (self->document, VAC_ROLE_SALARIES_CURRENCY);
  g_autofree char *amount = NULL;
  g_autofree char *text = NULL;

  if (zone->steps->len > 0 && (level <= 0 || find_percent (zone, level) > 0))
    return;
  amount = vac_money_format (level, currency, language);
  text = zone->steps->len == 0
             ? g_strdup_printf (_("“%s” has no percentage."), zone->name)
             /* Translators: the name of a pay zone, and an amount */
             : g_strdup_printf (_("“%s” has no percentage for pay of %s."), zone->name,
                                amount);
  g_strv_builder_add (builder, text);
}

/* 0 where nothing is known of the base. */
static VacMoney
remark_base (VacPayZones  *self,
             GStrvBuilder *builder)
{
  g_autoptr (VacSurveys) surveys = vac_surveys_new (self->document);
  g_auto (VacMarketFigure) figure = { 0 };
  const char *name = self->base_name;
  g_autofree char *text = NULL;
  VacPayRange range = { 0, 0 };
  VacRangeRule rule;
  VacMoney level = 0;

  if (!vac_range_rule_read (self->document, &rule))
    rule = plain;
  if (self->base != NULL)
    {
      vac_surveys_read (surveys, self->base, &figure);
      level = vac_range_rule_get_level (&rule, &figure);
      range = vac_range_rule_apply (&rule, &figure, vac_surveys_get_step (surveys));
    }
  if (!vac_pay_range_is_known (&range))
    text = self->base == NULL
               ? g_strdup_printf (_("The base of the pay zones, “%s”, is no place of the table."),
                                  name)
               : g_strdup_printf (_("The base of the pay zones, “%s”, has no figures to make a "
                                    "range of."),
                                  name);
  if (text != NULL)
    g_strv_builder_add (builder, text);

  return level;
}

/**
 * vac_pay_zones_list_remarks:
 * @self: zones
 *
 * Returns: (transfer full) (array zero-terminated=1): what is wrong or doubtful with them, a
 *   sentence each, in the language of the interface
 */
char **
vac_pay_zones_list_remarks (VacPayZones *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  VacMoney level = 0;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->zones->len > 0)
    level = remark_base (self, builder);
  for (guint i = 0; i < self->zones->len; i++)
    {
      const VacPayZone *zone = vac_pay_zones_get (self, i);

      remark_names (self, zone, builder);
      remark_doubles (self, zone, builder);
      remark_steps (self, zone, level, builder);
    }

  return g_strv_builder_end (builder);
}
