/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "vac-axis.h"

static void
assert_sane (const VacAxis *axis,
             gint64         minimum,
             gint64         maximum,
             double         length,
             double         label)
{
  guint n = vac_axis_get_n_ticks (axis);
  gint64 digits = axis->step;

  g_assert_cmpuint (n, >=, 2);
  g_assert_cmpuint (n, <=, 11);
  g_assert_cmpint (axis->lower, <=, minimum);
  g_assert_cmpint (axis->upper, >=, maximum);
  g_assert_cmpint (axis->lower, >=, 0);
  g_assert_cmpint (axis->lower % axis->step, ==, 0);
  g_assert_cmpint (vac_axis_get_tick (axis, n - 1), ==, axis->upper);
  if (n > 2)
    g_assert_cmpfloat (length / (n - 1), >=, label);
  while (digits % 10 == 0)
    digits /= 10;
  g_assert_true (digits == 1 || digits == 2 || digits == 5 || digits == 25);
}

static void
test_ticks_are_sensible_from_zero_to_ten_million (void)
{
  static const gint64 amounts[] = {
    0, 1, 2, 9, 10, 15, 99, 100, 999, 1000, 7777, 10000, 50000, 99999, 100000, 120000, 123456,
    180000, 200000, 250000, 500000, 999999, 1000000, 1000001, 2500000, 9999999, 10000000,
  };
  static const double lengths[] = { 0, 10, 40, 100, 250, 600, 1000, 2400 };
  static const double labels[] = { 20, 48, 90 };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    for (guint j = i; j < G_N_ELEMENTS (amounts); j++)
      for (guint k = 0; k < G_N_ELEMENTS (lengths); k++)
        for (guint l = 0; l < G_N_ELEMENTS (labels); l++)
          {
            const VacMoney from = amounts[i] * VAC_MONEY_ONE, to = amounts[j] * VAC_MONEY_ONE;
            VacAxis axis = vac_axis_fit (from, to, lengths[k], labels[l]);

            assert_sane (&axis, from, to, lengths[k], labels[l]);
          }
}

static void
test_ticks_of_the_guide (void)
{
  static const char *const wide[] = {
    "$100k", "$120k", "$140k", "$160k", "$180k", "$200k", "$220k",
  };
  VacAxis axis = vac_axis_fit (110000 * VAC_MONEY_ONE, 220000 * VAC_MONEY_ONE, 700, 90);

  g_assert_cmpuint (vac_axis_get_n_ticks (&axis), ==, G_N_ELEMENTS (wide));
  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    {
      g_autofree char *label = vac_axis_format_tick (&axis, i, "USD", "en-US");

      g_assert_cmpstr (label, ==, wide[i]);
    }

  axis = vac_axis_fit (110000 * VAC_MONEY_ONE, 220000 * VAC_MONEY_ONE, 200, 60);
  g_assert_cmpint (axis.lower, ==, 100000 * VAC_MONEY_ONE);
  g_assert_cmpint (axis.upper, ==, 250000 * VAC_MONEY_ONE);
  g_assert_cmpint (axis.step, ==, 50000 * VAC_MONEY_ONE);
}

static void
test_labels_of_ticks_differ (void)
{
  static const gint64 ranges[][2] = {
    { 0, 10 }, { 999000, 1001000 }, { 1000000, 1000007 }, { 97500, 102500 }, { 0, 10000000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      VacAxis axis = vac_axis_fit (ranges[i][0] * VAC_MONEY_ONE, ranges[i][1] * VAC_MONEY_ONE, 600,
                                   60);
      g_autofree char *before = NULL;

      for (guint j = 0; j < vac_axis_get_n_ticks (&axis); j++)
        {
          g_autofree char *label = vac_axis_format_tick (&axis, j, "USD", "en");

          g_assert_cmpstr (label, !=, before);
          g_free (before);
          before = g_steal_pointer (&label);
        }
    }
}

static void
test_odd_ranges_still_have_two_ticks (void)
{
  static const gint64 ranges[][2] = {
    { 0, 0 }, { 1, 1 }, { 150000, 150000 }, { 180000, 120000 }, { -5, -1 }, { -5, 5 },
    { G_MAXINT64, G_MAXINT64 }, { G_MININT64, G_MAXINT64 }, { 0, G_MAXINT64 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      VacAxis axis = vac_axis_fit (ranges[i][0], ranges[i][1], 500, 50);

      g_assert_cmpuint (vac_axis_get_n_ticks (&axis), >=, 2);
      g_assert_cmpint (axis.upper, >, axis.lower);
      g_assert_cmpint (axis.lower, >=, 0);
    }
}

static void
test_positions_follow_amounts (void)
{
  VacAxis axis = vac_axis_fit (100000 * VAC_MONEY_ONE, 200000 * VAC_MONEY_ONE, 500, 50);

  g_assert_cmpfloat (vac_axis_get_position (&axis, 100000 * VAC_MONEY_ONE, 500), ==, 0);
  g_assert_cmpfloat (vac_axis_get_position (&axis, 150000 * VAC_MONEY_ONE, 500), ==, 250);
  g_assert_cmpfloat (vac_axis_get_position (&axis, 200000 * VAC_MONEY_ONE, 500), ==, 500);
  g_assert_cmpfloat (vac_axis_get_position (&axis, 0, 500), ==, 0);
  g_assert_cmpfloat (vac_axis_get_position (&axis, G_MAXINT64, 500), ==, 500);
  g_assert_cmpfloat (vac_axis_get_position (&axis, 150000 * VAC_MONEY_ONE, 0), ==, 0);
}

static void
test_hourly_pay_has_cents_on_every_tick_or_on_none (void)
{
  static const char *const fine[] = { "$18.50", "$19.00", "$19.50", "$20.00", "$20.50", "$21.00" };
  VacAxis axis = vac_axis_fit (185000, 210000, 600, 90);

  g_assert_cmpuint (vac_axis_get_n_ticks (&axis), ==, G_N_ELEMENTS (fine));
  for (guint i = 0; i < G_N_ELEMENTS (fine); i++)
    {
      g_autofree char *label = vac_axis_format_tick (&axis, i, "USD", "en-US");

      g_assert_cmpstr (label, ==, fine[i]);
    }

  axis = vac_axis_fit (185000, 462500, 300, 60);
  for (guint i = 0; i < vac_axis_get_n_ticks (&axis); i++)
    {
      g_autofree char *label = vac_axis_format_tick (&axis, i, "USD", "en-US");

      g_assert_null (strchr (label, '.'));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/axis/ticks-are-sensible-from-zero-to-ten-million",
                   test_ticks_are_sensible_from_zero_to_ten_million);
  g_test_add_func ("/axis/ticks-of-the-guide", test_ticks_of_the_guide);
  g_test_add_func ("/axis/labels-of-ticks-differ", test_labels_of_ticks_differ);
  g_test_add_func ("/axis/odd-ranges-still-have-two-ticks", test_odd_ranges_still_have_two_ticks);
  g_test_add_func ("/axis/hourly-pay-has-cents-on-every-tick-or-on-none",
                   test_hourly_pay_has_cents_on_every_tick_or_on_none);
  g_test_add_func ("/axis/positions-follow-amounts", test_positions_follow_amounts);

  return g_test_run ();
}
