/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "exporting.h"
#include "support.h"
#include "vac-variant.h"

/* A posting for several places becomes one for each of them. In JSON here, ' stands for ". */

#define PLACES \
  "{'city':'Austin','region':'TX','country':'US','payMinimum':50000,'payMaximum':60000," \
  "'benefits':'Bus pass'}," \
  "{'city':'Toronto','region':'ON','country':'CA','payMinimum':55000,'payMaximum':70000," \
  "'payCurrency':'CAD'}," \
  "{'city':'Dallas','region':'TX','country':'US'}"

static VacDocument *
read_posting (const char *places)
{
  g_autofree char *text = g_strdup_printf (
      "{'format':'vacancy-posting','version':2,'language':'en-US','job':{'title':'Teacher',"
      "'locations':[%s],'pay':{'minimum':45000,'maximum':52000,'currency':'USD','period':'year'}},"
      "'sections':[{'title':'We','text':'Work in {{location}} for {{pay}}.'}]}",
      places);

  return support_read_quoted (text);
}

static void
test_the_cover_lists_every_range (void)
{
  g_autoptr (VacDocument) document = read_posting (PLACES);
  g_autofree char *text = support_export_text (document, "text", VAC_AUDIENCE_CANDIDATE);

  g_assert_nonnull (strstr (text, "\n$45,000 – $60,000 per year; CA$55,000 – CA$70,000 per year\n"
                                  "Austin, TX, USA: $50,000 – $60,000 per year\n"
                                  "Toronto, ON, Canada: CA$55,000 – CA$70,000 per year\n"
                                  "Dallas, TX, USA: $45,000 – $52,000 per year\n"));
}

static void
test_each_place_has_its_own_pay_and_benefits (void)
{
  static const struct
  {
    const char *pay;
    const char *name;
    gboolean    bus;
  } expected[] = {
    { "\nAustin, TX\n$50,000 – $60,000 per year\n", "Teacher - Austin, TX, USA", TRUE },
    { "\nToronto, ON, Canada\nCA$55,000 – CA$70,000 per year\n", "Teacher - Toronto, ON, Canada",
      FALSE },
    { "\nDallas, TX\n$45,000 – $52,000 per year\n", "Teacher - Dallas, TX, USA", FALSE },
  };
  g_autoptr (VacDocument) document = read_posting (PLACES);
  g_autoptr (GPtrArray) places = vac_variant_list_places (document);
  const guint64 state = vac_document_get_state (document);

  g_assert_cmpuint (places->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < places->len; i++)
    {
      VacNode *place = g_ptr_array_index (places, i);
      g_autoptr (VacDocument) variant = vac_variant_make (document, place);
      g_autofree char *text = support_export_text (variant, "text", VAC_AUDIENCE_CANDIDATE);
      g_autofree char *name = vac_variant_make_name (document, place, "Teacher");

      g_test_message ("%s", text);
      g_assert_cmpstr (name, ==, expected[i].name);
      g_assert_nonnull (strstr (text, expected[i].pay));
      g_assert_cmpint (strstr (text, "Bus pass") != NULL, ==, expected[i].bus);
      g_assert_null (strstr (text, i == 0 ? "Toronto" : "Austin"));
    }
  g_assert_cmpuint (vac_document_get_state (document), ==, state);
}

static void
test_job_boards_get_the_pay_of_the_place (void)
{
  g_autoptr (VacDocument) document = read_posting (PLACES);
  g_autoptr (GPtrArray) places = vac_variant_list_places (document);
  g_autoptr (VacDocument) variant = vac_variant_make (document, g_ptr_array_index (places, 1));
  g_autofree char *of_all = support_export_text (document, "jobposting", VAC_AUDIENCE_CANDIDATE);
  g_autofree char *of_one = support_export_text (variant, "jobposting", VAC_AUDIENCE_CANDIDATE);

  g_assert_null (strstr (of_all, "baseSalary"));
  g_assert_nonnull (strstr (of_one, "\"currency\" : \"CAD\""));
  g_assert_nonnull (strstr (of_one, "\"minValue\" : 55000"));
}

static void
test_one_place_has_no_variants (void)
{
  static const char *const few[] = { "", "{'city':'Austin','country':'US'}",
                                     "{'city':'Austin','country':'US'},{'street':'Main St'}" };

  for (guint i = 0; i < G_N_ELEMENTS (few); i++)
    {
      g_autoptr (VacDocument) document = read_posting (few[i]);
      g_autoptr (GPtrArray) places = vac_variant_list_places (document);

      g_assert_cmpuint (places->len, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/variant/the-cover-lists-every-range", test_the_cover_lists_every_range);
  g_test_add_func ("/variant/each-place-has-its-own-pay-and-benefits",
                   test_each_place_has_its_own_pay_and_benefits);
  g_test_add_func ("/variant/job-boards-get-the-pay-of-the-place",
                   test_job_boards_get_the_pay_of_the_place);
  g_test_add_func ("/variant/one-place-has-no-variants", test_one_place_has_no_variants);

  return g_test_run ();
}
