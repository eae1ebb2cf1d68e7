/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "vac-range.h"

typedef struct
{
  const char *name;
  VacPayRange range;
  gint64      price_index;
  gint64      midpoint;
  gint64      spread;            /* tenths of a percent */
  gint64      over_national;     /* amount */
  gint64      over_national_tenths;
  gint64      national_dollars;
} PlaceCase;

/* Worked out by hand from the guide's figures and the price parities of 2023. */
static const PlaceCase places[] = {
  { "San Francisco", { 160000, 220000 }, 11823, 190000, 375, 40000, 267, 160704 },
  { "New York", { 150000, 210000 }, 11247, 180000, 400, 30000, 200, 160043 },
  { "Seattle", { 140000, 200000 }, 11299, 170000, 429, 20000, 133, 150456 },
  { "Austin", { 125000, 175000 }, 9762, 150000, 400, 0, 0, 153657 },
  { "Boston", { 130000, 185000 }, 11157, 157500, 423, 7500, 50, 141167 },
  { "Chicago", { 115000, 165000 }, 10256, 140000, 435, -10000, -67, 136505 },
  { "Atlanta", { 110000, 155000 }, 10093, 132500, 409, -17500, -117, 131279 },
  { "Remote", { 115000, 190000 }, 10000, 152500, 652, 2500, 17, 152500 },
};

static void
test_places_of_the_guide (void)
{
  const VacPayRange national = { 120000, 180000 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const PlaceCase *place = &places[i];
      gint64 twice = vac_pay_range_get_twice_midpoint (&place->range);
      gint64 twice_national = vac_pay_range_get_twice_midpoint (&national);
      gint64 value;

      g_test_message ("%s", place->name);
      g_assert_cmpint (vac_pay_range_get_midpoint (&place->range, 1), ==, place->midpoint);
      g_assert_true (vac_pay_range_get_spread (&place->range, &value));
      g_assert_cmpint (value, ==, place->spread);
      g_assert_cmpint ((twice - twice_national) / 2, ==, place->over_national);
      g_assert_true (vac_pay_get_difference_tenths (twice, twice_national, &value));
      g_assert_cmpint (value, ==, place->over_national_tenths);
      g_assert_true (vac_pay_range_get_national_dollars (&place->range, place->price_index, 1,
                                                         &value));
      g_assert_cmpint (value, ==, place->national_dollars);
      g_assert_cmpint (vac_pay_range_is_wide (&place->range), ==,
                       g_str_equal (place->name, "Remote"));
    }
}

static void
test_midpoint_rounds_a_half_away_from_zero (void)
{
  const VacPayRange odd = { 100000, 100001 };
  const VacPayRange huge = { G_MAXINT64, G_MAXINT64 };

  g_assert_cmpint (vac_pay_range_get_twice_midpoint (&odd), ==, 200001);
  g_assert_cmpint (vac_pay_range_get_midpoint (&odd, 1), ==, 100001);
  g_assert_cmpint (vac_pay_range_get_twice_midpoint (&huge), ==, G_MAXINT64);
}

static void
test_wide_begins_over_half_of_the_minimum (void)
{
  static const struct
  {
    VacPayRange range;
    gboolean    wide;
  } cases[] = {
    { { 100000, 150000 }, FALSE },
    { { 100000, 150001 }, TRUE },
    { { 100001, 150001 }, FALSE },
    { { 100001, 150002 }, TRUE },
    { { 100000, 100000 }, FALSE },
    { { 0, 100000 }, FALSE },
    { { 0, 0 }, FALSE },
    { { 200000, 100000 }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (vac_pay_range_is_wide (&cases[i].range), ==, cases[i].wide);
}

static void
test_unknown_figures_give_no_result (void)
{
  const VacPayRange none = { 0, 0 };
  const VacPayRange reversed = { 200, 100 };
  const VacPayRange known = { 100, 200 };
  gint64 value = 77;

  g_assert_false (vac_pay_range_is_known (&none));
  g_assert_false (vac_pay_range_is_known (&reversed));
  g_assert_false (vac_pay_range_get_spread (&none, &value));
  g_assert_false (vac_pay_range_get_spread (&reversed, &value));
  g_assert_false (vac_pay_range_get_national_dollars (&known, 0, 1, &value));
  g_assert_false (vac_pay_range_get_national_dollars (&none, 10000, 1, &value));
  g_assert_false (vac_pay_get_difference_tenths (5, 0, &value));
  g_assert_cmpint (value, ==, 77);
  g_assert_cmpint (vac_pay_range_place (&none, &known).position, ==, VAC_RANGE_UNKNOWN);
  g_assert_cmpint (vac_pay_range_place (&known, &none).position, ==, VAC_RANGE_UNKNOWN);
}

static void
test_cents_on_both_sides (void)
{
  const VacPayRange ranges[] = {
    { 120000 * VAC_MONEY_ONE, 180000 * VAC_MONEY_ONE },
    { 18 * VAC_MONEY_ONE, 19 * VAC_MONEY_ONE + VAC_MONEY_ONE / 4 },
  };
  g_autofree char *whole = vac_pay_range_format (&ranges[0], "USD", "en");
  g_autofree char *cents = vac_pay_range_format (&ranges[1], "USD", "en");

  g_assert_cmpstr (whole, ==, "$120,000 – $180,000");
  g_assert_cmpstr (cents, ==, "$18.00 – $19.25");
}

static void
test_position_against_another_range (void)
{
  static const struct
  {
    VacPayRange      range;
    VacRangePosition position;
    gint64           below;
    gint64           above;
  } cases[] = {
    { { 50, 90 }, VAC_RANGE_BELOW, 50, -110 },
    { { 50, 100 }, VAC_RANGE_OVERLAPS_BELOW, 50, -100 },
    { { 50, 150 }, VAC_RANGE_OVERLAPS_BELOW, 50, -50 },
    { { 50, 200 }, VAC_RANGE_OVERLAPS_BELOW, 50, 0 },
    { { 100, 200 }, VAC_RANGE_WITHIN, 0, 0 },
    { { 120, 180 }, VAC_RANGE_WITHIN, -20, -20 },
    { { 150, 250 }, VAC_RANGE_OVERLAPS_ABOVE, -50, 50 },
    { { 200, 250 }, VAC_RANGE_OVERLAPS_ABOVE, -100, 50 },
    { { 201, 250 }, VAC_RANGE_ABOVE, -101, 50 },
    { { 50, 250 }, VAC_RANGE_AROUND, 50, 50 },
  };
  const VacPayRange other = { 100, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VacRangePlacement placement = vac_pay_range_place (&cases[i].range, &other);

      g_assert_cmpint (placement.position, ==, cases[i].position);
      g_assert_cmpint (placement.below, ==, cases[i].below);
      g_assert_cmpint (placement.above, ==, cases[i].above);
    }
}

static void
test_scale_is_exact_and_never_overflows (void)
{
  static const struct
  {
    gint64 value;
    gint64 factor;
    gint64 divisor;
    gint64 expected;
  } cases[] = {
    { 0, 5, 3, 0 },
    { 1, 1, 2, 1 },
    { -1, 1, 2, -1 },
    { 1, 1, 3, 0 },
    { 2, 1, 3, 1 },
    { -2, 1, 3, -1 },
    { 5, 0, 3, 0 },
    { 7, 1000, 7, 1000 },
    { G_MAXINT64, 1000, 1000, G_MAXINT64 },
    { G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64 },
    { G_MAXINT64, 2, 1, G_MAXINT64 },
    { G_MAXINT64, G_MAXINT64, 1, G_MAXINT64 },
    { -G_MAXINT64, 2, 1, -G_MAXINT64 },
    { G_MAXINT64 - 1, 1, 2, G_MAXINT64 / 2 },
    { G_MAXINT64, 1, G_MAXINT64, 1 },
    { 1000000000000000, 5000, 3, 1666666666666666667 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (vac_scale (cases[i].value, cases[i].factor, cases[i].divisor), ==,
                     cases[i].expected);
}

static void
test_scale_agrees_with_plain_arithmetic (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      gint64 value = g_test_rand_int_range (-1000000, 1000000);
      gint64 factor = g_test_rand_int_range (0, 20000);
      gint64 divisor = g_test_rand_int_range (1, 30000);
      gint64 twice = 2 * value * factor;
      gint64 expected = (twice + (twice < 0 ? -divisor : divisor)) / (2 * divisor);

      g_assert_cmpint (vac_scale (value, factor, divisor), ==, expected);
    }
}

static void
test_periods_convert_by_full_time_work (void)
{
  static const struct
  {
    VacPayPeriod from;
    VacPayPeriod to;
    gint64       amount;
    gint64       expected;
  } cases[] = {
    { VAC_PAY_PERIOD_HOUR, VAC_PAY_PERIOD_YEAR, 60, 124800 },
    { VAC_PAY_PERIOD_DAY, VAC_PAY_PERIOD_YEAR, 500, 130000 },
    { VAC_PAY_PERIOD_WEEK, VAC_PAY_PERIOD_YEAR, 2500, 130000 },
    { VAC_PAY_PERIOD_MONTH, VAC_PAY_PERIOD_YEAR, 10000, 120000 },
    { VAC_PAY_PERIOD_YEAR, VAC_PAY_PERIOD_YEAR, 120001, 120001 },
    { VAC_PAY_PERIOD_YEAR, VAC_PAY_PERIOD_HOUR, 124800, 60 },
    { VAC_PAY_PERIOD_YEAR, VAC_PAY_PERIOD_HOUR, 125840, 61 },
    { VAC_PAY_PERIOD_MONTH, VAC_PAY_PERIOD_WEEK, 5200, 1200 },
  };
  VacPayPeriod period;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VacPayRange range = { cases[i].amount, cases[i].amount * 2 };
      VacPayRange converted = vac_pay_range_convert (&range, cases[i].from, cases[i].to, 1);

      g_assert_cmpint (converted.minimum, ==, cases[i].expected);
    }
  for (VacPayPeriod i = VAC_PAY_PERIOD_YEAR; i <= VAC_PAY_PERIOD_HOUR; i++)
    {
      g_assert_true (vac_pay_period_from_id (vac_pay_period_get_id (i), &period));
      g_assert_cmpint (period, ==, i);
    }
  g_assert_false (vac_pay_period_from_id ("fortnight", &period));
  g_assert_false (vac_pay_period_from_id (NULL, &period));
}

static void
test_share_of_a_range (void)
{
  const VacPayRange range = { 120000, 180000 };

  g_assert_cmpint (vac_pay_range_get_share (&range, 0, 1), ==, 120000);
  g_assert_cmpint (vac_pay_range_get_share (&range, 250, 1), ==, 135000);
  g_assert_cmpint (vac_pay_range_get_share (&range, 333, 1), ==, 139980);
  g_assert_cmpint (vac_pay_range_get_share (&range, 1000, 1), ==, 180000);
  g_assert_cmpint (vac_pay_range_get_share (&range, 5000, 1), ==, 180000);
}

static void
test_computed_amounts_are_rounded_once_to_what_is_paid (void)
{
  const VacPayRange hourly = { 385000, 462500 };             /* 38.50 to 46.25 */
  const VacPayRange yearly = { 1200000000, 1800010000 };     /* 120,000 to 180,001 */
  const VacPayRange huge = { G_MAXINT64, G_MAXINT64 };
  VacMoney amount;

  g_assert_cmpint (vac_pay_range_get_step (&hourly, "USD", VAC_PAY_PERIOD_HOUR), ==, 100);
  g_assert_cmpint (vac_pay_range_get_step (&hourly, "USD", VAC_PAY_PERIOD_MONTH), ==, 100);
  g_assert_cmpint (vac_pay_range_get_step (&hourly, "JPY", VAC_PAY_PERIOD_HOUR), ==, VAC_MONEY_ONE);
  g_assert_cmpint (vac_pay_range_get_step (&yearly, "USD", VAC_PAY_PERIOD_YEAR), ==, VAC_MONEY_ONE);
  g_assert_cmpint (vac_pay_range_get_step (&yearly, "USD", VAC_PAY_PERIOD_HOUR), ==, 100);

  g_assert_cmpint (vac_pay_range_get_midpoint (&hourly, 100), ==, 423800);
  g_assert_cmpint (vac_pay_range_get_midpoint (&yearly, VAC_MONEY_ONE), ==, 1500010000);
  g_assert_cmpint (vac_pay_range_get_midpoint (&huge, VAC_MONEY_ONE), >, 0);
  g_assert_cmpint (vac_pay_range_get_share (&hourly, 250, 100), ==, 404400);
  g_assert_cmpint (vac_pay_range_get_share (&hourly, 1000, VAC_MONEY_ONE), ==, 462500);
  g_assert_true (vac_pay_range_get_national_dollars (&hourly, 11823, 100, &amount));
  g_assert_cmpint (amount, ==, 358400);
  g_assert_cmpint (vac_pay_range_convert (&hourly, VAC_PAY_PERIOD_HOUR, VAC_PAY_PERIOD_YEAR,
                                          VAC_MONEY_ONE).minimum, ==, 800800000);
  g_assert_cmpint (vac_pay_range_convert (&hourly, VAC_PAY_PERIOD_HOUR, VAC_PAY_PERIOD_HOUR,
                                          VAC_MONEY_ONE).maximum, ==, 462500);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/range/cents-on-both-sides", test_cents_on_both_sides);
  g_test_add_func ("/range/places-of-the-guide-have-the-expected-figures",
                   test_places_of_the_guide);
  g_test_add_func ("/range/midpoint-rounds-a-half-away-from-zero",
                   test_midpoint_rounds_a_half_away_from_zero);
  g_test_add_func ("/range/wide-begins-over-half-of-the-minimum",
                   test_wide_begins_over_half_of_the_minimum);
  g_test_add_func ("/range/unknown-figures-give-no-result", test_unknown_figures_give_no_result);
  g_test_add_func ("/range/position-against-another-range", test_position_against_another_range);
  g_test_add_func ("/range/scale-is-exact-and-never-overflows",
                   test_scale_is_exact_and_never_overflows);
  g_test_add_func ("/range/scale-agrees-with-plain-arithmetic",
                   test_scale_agrees_with_plain_arithmetic);
  g_test_add_func ("/range/periods-convert-by-full-time-work",
                   test_periods_convert_by_full_time_work);
  g_test_add_func ("/range/share-of-a-range", test_share_of_a_range);
  g_test_add_func ("/range/computed-amounts-are-rounded-once-to-what-is-paid",
                   test_computed_amounts_are_rounded_once_to_what_is_paid);

  return g_test_run ();
}
