/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-comparison"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-comparison-private.h"
#include "vac-outline-builder.h"
#include "vac-phrase.h"

/* The pay zones below a comparison: what each is, why, and which places are in it. */

/* What is printed where nothing is known: an empty cell looks forgotten. */
#define UNKNOWN "—"

static char *
format_range (VacComparison         *self,
              const VacComparedZone *zone)
{
  return vac_pay_range_is_known (&zone->range)
             ? vac_comparison_format_range (self, &zone->range)
             : g_strdup ("");
}

static char *
describe_steps (VacComparison    *self,
                const VacPayZone *zone)
{
  return vac_pay_zone_describe_steps (zone, vac_comparison_get_currency (self),
                                      vac_comparison_get_language (self));
}

static void
add_zone (VacComparison         *self,
          VacOutline            *outline,
          const VacComparedZone *zone)
{
  g_autofree char *steps = describe_steps (self, zone->zone);
  g_autofree char *range = format_range (self, zone);
  g_autofree char *places = g_strjoinv ("; ", zone->zone->places);
  const char *cells[] = { zone->zone->name, steps, range, places, zone->zone->explanation, NULL };

  for (guint i = 0; cells[i] != NULL; i++)
    if (*cells[i] == '\0')
      cells[i] = UNKNOWN;
  vac_outline_add_cells (outline, FALSE, zone->zone->node, cells);
}

/*
 * vac_comparison_add_zones_to:
 * @self: a comparison
 * @outline: its page
 * @salaries: the salary table in the document
 *
 * Adds what the pay zones are a percentage of and a table of them, in the language of the posting;
 * nothing where there are none.
 */
void
vac_comparison_add_zones_to (VacComparison *self,
                             VacOutline    *outline,
                             VacNode       *salaries)
{
  const char *language = vac_outline_get_language (outline);
  const guint n = vac_pay_zones_get_n (self->zones);
  const char *heads[] = {
    vac_phrase_get (language, VAC_PHRASE_PAY_ZONE),
    vac_phrase_get (language, VAC_PHRASE_OVER_NATIONAL),
    vac_phrase_get (language, VAC_PHRASE_RANGE_RULE),
    vac_phrase_get (language, VAC_PHRASE_PLACES),
    vac_phrase_get (language, VAC_PHRASE_NOTE),
    NULL,
  };

  if (n == 0)
    return;
  vac_outline_add_labelled (outline, VAC_BLOCK_PARAGRAPH,
                            vac_phrase_get (language, VAC_PHRASE_ZONE_BASE),
                            vac_pay_zones_get_base_name (self->zones),
                            vac_node_get (salaries, VAC_ROLE_ZONE_BASE));
  vac_outline_add_cells (outline, TRUE, vac_node_get (salaries, VAC_ROLE_ZONES), heads);
  for (guint i = 0; i < n; i++)
    add_zone (self, outline, vac_comparison_get_zone (self, i));
}

static void
append_zone (VacComparison         *self,
             const VacComparedZone *zone,
             GString               *string)
{
  g_autofree char *steps = describe_steps (self, zone->zone);
  g_autofree char *range = format_range (self, zone);
  g_autofree char *places = g_strjoinv ("; ", zone->zone->places);
  const char *const parts[] = { steps, range, places, zone->zone->explanation };

  g_string_append_printf (string, "  %s", zone->zone->name);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (string, "%s%s", i == 0 ? ": " : " · ", parts[i]);
  g_string_append_c (string, '\n');
}

/*
 * vac_comparison_append_zones:
 * @self: a comparison
 * @string: its text
 *
 * Adds a line for each pay zone and for what is wrong with them, in the language of the interface;
 * nothing where there are none.
 */
void
vac_comparison_append_zones (VacComparison *self,
                             GString       *string)
{
  const guint n = vac_pay_zones_get_n (self->zones);

  if (n == 0)
    return;
  g_string_append_c (string, '\n');
  /* Translators: what pay zones are a percentage of, a place or the national range */
  g_string_append_printf (string, _("Pay zones (base: %s):"),
                          vac_pay_zones_get_base_name (self->zones));
  g_string_append_c (string, '\n');
  for (guint i = 0; i < n; i++)
    append_zone (self, vac_comparison_get_zone (self, i), string);
  for (guint i = 0; self->zone_remarks[i] != NULL; i++)
    g_string_append_printf (string, "  %s\n", self->zone_remarks[i]);
}
