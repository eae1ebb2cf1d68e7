/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"
#include "vac-pay-market.h"

static void
set_text (VacDocument *document,
          VacRole      role,
          const char  *text)
{
  vac_document_set_text (document, vac_document_get (document, role), text);
}

static void
set_pay (VacDocument *document,
         const char  *minimum,
         const char  *maximum,
         const char  *period)
{
  set_text (document, VAC_ROLE_PAY_MINIMUM, minimum);
  set_text (document, VAC_ROLE_PAY_MAXIMUM, maximum);
  set_text (document, VAC_ROLE_PAY_PERIOD, period);
}

static void
add_place (VacDocument *document,
           const char  *name,
           const char  *minimum,
           const char  *maximum)
{
  g_autoptr (VacNode) place = vac_node_new_record (vac_schema_get_field (VAC_ROLE_PLACE),
                                                   VAC_ROLE_PLACE_NAME, name,
                                                   VAC_ROLE_PLACE_MINIMUM, minimum,
                                                   VAC_ROLE_PLACE_MAXIMUM, maximum,
                                                   VAC_ROLE_NONE);

  vac_document_append (document, vac_document_get (document, VAC_ROLE_PLACES), place);
}

static void
add_location (VacDocument *document,
              const char  *city,
              const char  *region)
{
  g_autoptr (VacNode) location = vac_node_new_record (vac_schema_get_field (VAC_ROLE_LOCATION),
                                                      VAC_ROLE_LOCATION_CITY, city,
                                                      VAC_ROLE_LOCATION_REGION, region,
                                                      VAC_ROLE_NONE);

  vac_document_append (document, vac_document_get (document, VAC_ROLE_LOCATIONS), location);
}

static guint
find (VacPayMarket  *market,
      const char *name)
{
  for (guint i = 0; i < vac_pay_market_get_n_places (market); i++)
    {
      g_autofree char *own = vac_pay_market_name_place (market, i);

      if (g_str_equal (own, name))
        return i;
    }
  g_assert_not_reached ();
}

static const struct
{
  const char *minimum;
  const char *maximum;
  const char *period;
  const char *place;
  const char *expected;
} remarks[] = {
  { "100000", "120000", "year", "Seattle", "Below Seattle by $20,000" },
  { "120000", "180000", "year", "Seattle", "Starts below Seattle by $20,000" },
  { "140000", "200000", "year", "Seattle", "Within the range of Seattle" },
  { "150000", "210000", "year", "Seattle", "Ends above Seattle by $10,000" },
  { "210000", "250000", "year", "Seattle", "Above Seattle by $10,000" },
  { "130000", "210000", "year", "Seattle",
    "Starts below Seattle by $10,000 and ends above it by $10,000" },
  { "100000", "110000", "year", "National range", "Below the national range by $10,000" },
  { "100000", "130000", "year", "National range", "Starts below the national range by $20,000" },
  { "120000", "180000", "year", "National range", "Within the national range" },
  { "130000", "190000", "year", "National range", "Ends above the national range by $10,000" },
  { "190000", "200000", "year", "National range", "Above the national range by $10,000" },
  { "110000", "190000", "year", "National range",
    "Starts below the national range by $10,000 and ends above it by $10,000" },
  { "100000.5", "120000", "year", "Seattle", "Below Seattle by $20,000.00" },
  { "60", "90", "hour", "Seattle", "Starts below Seattle by $7.31, at 2,080 hours a year" },
  { "500", "600", "day", "Seattle", "Starts below Seattle by $38, at 260 days a year" },
  { "10000", "12000", "month", "Seattle", "Starts below Seattle by $1,667" },
  { "120000", "", "year", "Seattle", NULL },
  { "180000", "120000", "year", "Seattle", NULL },
};

static void
test_remarks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (remarks); i++)
    {
      g_autoptr (VacDocument) document = support_load_guide ();
      g_autoptr (VacPayMarket) market = NULL;
      g_autofree char *remark = NULL;

      set_pay (document, remarks[i].minimum, remarks[i].maximum, remarks[i].period);
      market = vac_pay_market_new (document);
      remark = vac_pay_market_describe (market, find (market, remarks[i].place));
      g_assert_cmpstr (remark, ==, remarks[i].expected);
      g_assert_null (vac_pay_market_explain (market));
    }
}

static void
test_a_place_says_its_range (void)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  g_autoptr (VacPayMarket) market = NULL;
  g_autofree char *place = NULL;

  set_pay (document, "", "", "hour");
  market = vac_pay_market_new (document);
  place = vac_pay_market_format_place (market, find (market, "Seattle"));
  g_assert_cmpstr (place, ==, "Seattle: $67.31 – $96.15, at 2,080 hours a year");
}

static const struct
{
  const char *city;
  const char *region;
  const char *expected;
} locations[] = {
  { "Seattle", "WA", "Seattle" },
  { "seattle", "", "Seattle" },
  { "San Francisco", "CA", "San Francisco Bay Area" },
  { "New York", "NY", "New York City" },
  { "Portland", "OR", "Portland, OR" },
  { "Portland", "ME", "Portland, ME" },
  { "Portland", "TX", "National range" },
  { "Oakland", "CA", "San Jose–Oakland, CA" },
  { "Land", "", "National range" },
  { "Sacramento", "CA", "National range" },
  { "", "TX", "National range" },
};

static void
test_the_place_is_that_of_the_job (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (locations); i++)
    {
      g_autoptr (VacDocument) document = support_load_guide ();
      g_autoptr (VacPayMarket) market = NULL;
      g_autofree char *chosen = NULL;

      g_test_message ("%s, %s", locations[i].city, locations[i].region);
      add_place (document, "Portland, ME", "80000", "90000");
      add_place (document, "Portland, OR", "90000", "100000");
      add_place (document, "San Jose–Oakland, CA", "150000", "200000");
      add_place (document, "Sacramento", "150000", "");
      add_location (document, locations[i].city, locations[i].region);
      market = vac_pay_market_new (document);
      chosen = vac_pay_market_name_place (market, vac_pay_market_choose (market));
      g_assert_cmpstr (chosen, ==, locations[i].expected);
    }
}

static void
test_without_a_national_range_the_first_is_chosen (void)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  g_autoptr (VacPayMarket) market = NULL;
  g_autofree char *chosen = NULL;

  set_text (document, VAC_ROLE_NATIONAL_MAXIMUM, "");
  market = vac_pay_market_new (document);
  chosen = vac_pay_market_name_place (market, vac_pay_market_choose (market));
  g_assert_cmpstr (chosen, ==, "San Francisco Bay Area");
}

static const struct
{
  const char *pay;
  const char *table;
  gboolean    comparable;
} currencies[] = {
  { "USD", "USD", TRUE },
  { "", "USD", TRUE },
  { "USD", "", TRUE },
  { "EUR", "USD", FALSE },
};

static void
test_another_currency_is_not_compared (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      g_autoptr (VacDocument) document = support_load_guide ();
      g_autoptr (VacPayMarket) market = NULL;
      g_autofree char *reason = NULL;

      set_text (document, VAC_ROLE_PAY_CURRENCY, currencies[i].pay);
      set_text (document, VAC_ROLE_SALARIES_CURRENCY, currencies[i].table);
      market = vac_pay_market_new (document);
      reason = vac_pay_market_explain (market);
      g_assert_cmpint (vac_pay_market_get_n_places (market) > 0, ==, currencies[i].comparable);
      g_assert_cmpint (reason == NULL, ==, currencies[i].comparable);
    }
}

static const struct
{
  const char *minimum;
  const char *maximum;
  const char *period;
  const char *currency;
  const char *lower;
  const char *upper;
  const char *step;
} scales[] = {
  { "120000", "180000", "year", "USD", "110000", "230000", "1000" },
  { "", "", "year", "USD", "110000", "230000", "1000" },
  { "60000", "90000", "year", "USD", "60000", "230000", "1000" },
  { "120000", "300500", "year", "USD", "110000", "301000", "1000" },
  { "60", "90", "hour", "USD", "52", "111", "1" },
  { "", "", "month", "USD", "9100", "19200", "100" },
};

static void
test_scales (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (VacDocument) document = support_load_guide ();
      g_autoptr (VacPayMarket) market = NULL;
      VacPayMarketScale scale;
      g_autofree char *lower = NULL;
      g_autofree char *upper = NULL;
      g_autofree char *step = NULL;

      set_pay (document, scales[i].minimum, scales[i].maximum, scales[i].period);
      market = vac_pay_market_new (document);
      scale = vac_pay_market_get_scale (market, find (market, "Seattle"));
      lower = vac_money_to_text (scale.lower);
      upper = vac_money_to_text (scale.upper);
      step = vac_money_to_text (scale.step);
      g_assert_cmpstr (step, ==, scales[i].step);
      g_assert_cmpstr (lower, ==, scales[i].lower);
      g_assert_cmpstr (upper, ==, scales[i].upper);
    }
}

/* Hourly pay goes by quarters, and by cents where the range is small. */
static void
test_hourly_steps (void)
{
  static const struct
  {
    const char *minimum;
    const char *maximum;
    const char *currency;
    VacMoney    step;
  } cases[] = {
    { "38.5", "46.25", "USD", VAC_MONEY_ONE / 4 },
    { "18", "19", "USD", VAC_MONEY_ONE / 20 },
    { "1500", "1700", "JPY", VAC_MONEY_ONE * 10 },
    { "20", "21", "JPY", VAC_MONEY_ONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacDocument) document = support_load_guide ();
      g_autoptr (VacPayMarket) market = NULL;

      set_text (document, VAC_ROLE_SALARIES_PERIOD, "hour");
      set_text (document, VAC_ROLE_SALARIES_CURRENCY, cases[i].currency);
      set_text (document, VAC_ROLE_PAY_CURRENCY, cases[i].currency);
      set_pay (document, "", "", "hour");
      set_text (document, VAC_ROLE_NATIONAL_MINIMUM, cases[i].minimum);
      set_text (document, VAC_ROLE_NATIONAL_MAXIMUM, cases[i].maximum);
      market = vac_pay_market_new (document);
      g_assert_cmpint (vac_pay_market_get_scale (market, 0).step, ==, cases[i].step);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pay-market/remarks", test_remarks);
  g_test_add_func ("/pay-market/a-place-says-its-range", test_a_place_says_its_range);
  g_test_add_func ("/pay-market/the-place-is-that-of-the-job", test_the_place_is_that_of_the_job);
  g_test_add_func ("/pay-market/without-a-national-range-the-first-is-chosen",
                   test_without_a_national_range_the_first_is_chosen);
  g_test_add_func ("/pay-market/another-currency-is-not-compared",
                   test_another_currency_is_not_compared);
  g_test_add_func ("/pay-market/a-scale-has-room-and-round-ends", test_scales);
  g_test_add_func ("/pay-market/hourly-pay-goes-by-quarters-or-less", test_hourly_steps);

  return g_test_run ();
}
