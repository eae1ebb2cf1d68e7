/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "vac-error.h"
#include "vac-schema.h"

typedef struct
{
  VacRole     role;
  const char *text;
  gboolean    accepted;
} AcceptCase;

static const AcceptCase accept_cases[] = {
  /* Nothing is always fine: an empty member is one that the file leaves out. */
  { VAC_ROLE_JOB_TITLE, "", TRUE },
  { VAC_ROLE_PAY_MINIMUM, "", TRUE },
  { VAC_ROLE_POSTED, "", TRUE },
  { VAC_ROLE_WORKPLACE, "", TRUE },
  { VAC_ROLE_PAY_DISCLOSE, "", TRUE },

  { VAC_ROLE_PAY_MINIMUM, "0", TRUE },
  { VAC_ROLE_PAY_MINIMUM, "120000", TRUE },
  { VAC_ROLE_PAY_MINIMUM, "1000000000", TRUE },
  { VAC_ROLE_PAY_MINIMUM, "1000000001", FALSE },
  { VAC_ROLE_PAY_MINIMUM, "-1", FALSE },
  { VAC_ROLE_PAY_MINIMUM, "120,000", FALSE },
  { VAC_ROLE_PAY_MINIMUM, "12.5", TRUE },
  { VAC_ROLE_PAY_MINIMUM, "12.50505", FALSE },
  { VAC_ROLE_PAY_MINIMUM, "1000000000.0001", FALSE },
  { VAC_ROLE_OPENINGS, "12.5", FALSE },
  { VAC_ROLE_PAY_MINIMUM, "1e5", FALSE },
  { VAC_ROLE_PAY_MINIMUM, " 1", FALSE },
  { VAC_ROLE_PAY_MINIMUM, "99999999999999999999", FALSE },
  { VAC_ROLE_OPENINGS, "0", FALSE },
  { VAC_ROLE_OPENINGS, "1", TRUE },
  { VAC_ROLE_CRITERION_WEIGHT, "100", TRUE },
  { VAC_ROLE_CRITERION_WEIGHT, "101", FALSE },

  { VAC_ROLE_POSTED, "2025-06-30", TRUE },
  { VAC_ROLE_POSTED, "2024-02-29", TRUE },
  { VAC_ROLE_POSTED, "2025-02-29", FALSE },
  { VAC_ROLE_POSTED, "2025-6-30", FALSE },
  { VAC_ROLE_POSTED, "30.06.2025", FALSE },
  { VAC_ROLE_POSTED, "2025-06-30T00:00", FALSE },
  { VAC_ROLE_POSTED, "2025-13-01", FALSE },

  { VAC_ROLE_WORKPLACE, "hybrid", TRUE },
  { VAC_ROLE_WORKPLACE, "Hybrid", FALSE },
  { VAC_ROLE_STATUS, "in-review", TRUE },
  { VAC_ROLE_STATUS, "published", FALSE },
  { VAC_ROLE_EMPLOYMENT_TYPE, "full-time", TRUE },
  { VAC_ROLE_EMPLOYMENT_TYPE, "full time", FALSE },
  { VAC_ROLE_PAY_PERIOD, "year", TRUE },
  { VAC_ROLE_PAY_PERIOD, "annum", FALSE },

  { VAC_ROLE_PAY_DISCLOSE, "true", TRUE },
  { VAC_ROLE_PAY_DISCLOSE, "false", TRUE },
  { VAC_ROLE_PAY_DISCLOSE, "yes", FALSE },

  { VAC_ROLE_EMPLOYER_WEBSITE, "https://example.com/jobs?a=b", TRUE },
  { VAC_ROLE_EMPLOYER_WEBSITE, "http://example.com", TRUE },
  { VAC_ROLE_EMPLOYER_WEBSITE, "HTTPS://EXAMPLE.COM", TRUE },
  { VAC_ROLE_EMPLOYER_WEBSITE, "https://[::1]/", TRUE },
  { VAC_ROLE_EMPLOYER_WEBSITE, "example.com", FALSE },
  { VAC_ROLE_EMPLOYER_WEBSITE, "ftp://example.com", FALSE },
  { VAC_ROLE_EMPLOYER_WEBSITE, "https:///jobs", FALSE },
  { VAC_ROLE_EMPLOYER_WEBSITE, "https://:80", FALSE },
  { VAC_ROLE_EMPLOYER_WEBSITE, "javascript:alert(1)", FALSE },
  { VAC_ROLE_EMPLOYER_WEBSITE, "https://", FALSE },
  { VAC_ROLE_APPLY_EMAIL, "jobs@example.com", TRUE },
  { VAC_ROLE_APPLY_EMAIL, "MailTo:jobs@example.com", TRUE },
  { VAC_ROLE_APPLY_EMAIL, "mailto:", FALSE },
  { VAC_ROLE_APPLY_EMAIL, "jobs@example.com\n", FALSE },
  { VAC_ROLE_APPLY_EMAIL, "jobs@example.com?subject=x", FALSE },
  { VAC_ROLE_APPLY_EMAIL, "jobs", FALSE },
  { VAC_ROLE_APPLY_EMAIL, "jobs@", FALSE },
  { VAC_ROLE_APPLY_EMAIL, "a@b@c", FALSE },
  { VAC_ROLE_APPLY_EMAIL, "a b@c", FALSE },
  { VAC_ROLE_PAY_CURRENCY, "USD", TRUE },
  { VAC_ROLE_PAY_CURRENCY, "usd", FALSE },
  { VAC_ROLE_PAY_CURRENCY, "US", FALSE },
  { VAC_ROLE_PAY_CURRENCY, "USD\n", FALSE },
  { VAC_ROLE_LOCATION_COUNTRY, "DE", TRUE },
  { VAC_ROLE_LOCATION_COUNTRY, "DEU", FALSE },
  { VAC_ROLE_LANGUAGE, "en-US", TRUE },
  { VAC_ROLE_LANGUAGE, "zh-Hant-TW", TRUE },
  { VAC_ROLE_LANGUAGE, "english please", FALSE },
  { VAC_ROLE_LANGUAGE, "en\n", FALSE },
};

static void
test_a_field_takes_what_it_says (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (accept_cases); i++)
    {
      const AcceptCase *row = &accept_cases[i];
      const VacField *field = vac_schema_get_field (row->role);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s \"%s\"", field->label, row->text);
      g_assert_true (vac_field_accepts (field, row->text, &error) == row->accepted);
      if (row->accepted)
        g_assert_no_error (error);
      else
        g_assert_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE);
    }
}

static void
test_length_is_counted_in_characters (void)
{
  const VacField *title = vac_schema_get_field (VAC_ROLE_JOB_TITLE);
  g_autoptr (GString) text = g_string_new (NULL);

  for (gint64 i = 0; i < title->maximum; i++)
    g_string_append (text, "é");
  g_assert_true (vac_field_accepts (title, text->str, NULL));
  g_string_append_c (text, 'e');
  g_assert_false (vac_field_accepts (title, text->str, NULL));
}

static void
test_every_role_has_a_field (void)
{
  for (guint role = VAC_ROLE_NONE + 1; role < VAC_N_ROLES; role++)
    {
      const VacField *field = vac_schema_get_field (role);

      g_assert_nonnull (field);
      g_assert_cmpint (field->role, ==, role);
      g_assert_nonnull (field->label);
    }
}

/* A sentence that says more than the name beside it. */
static void
assert_described (const VacField *field)
{
  g_autofree char *named = g_strconcat (field->label, ".", NULL);

  g_test_message ("%s", field->label);
  g_assert_nonnull (field->description);
  g_assert_true (g_str_has_suffix (field->description, "."));
  g_assert_true (g_unichar_isupper (g_utf8_get_char (field->description)));
  g_assert_null (strstr (field->description, ". "));
  g_assert_cmpstr (field->description, !=, named);
  g_assert_cmpint (g_utf8_strlen (field->description, -1), <=, 110);

  if (field->element != NULL)
    assert_described (field->element);
  for (const VacField *member = field->fields; member != NULL && member->name != NULL; member++)
    assert_described (member);
}

static void
test_every_field_is_described_in_one_sentence (void)
{
  assert_described (vac_schema_get_root ());
}

static void
assert_well_formed (const VacField *field)
{
  g_assert_true ((field->kind == VAC_KIND_RECORD) == (field->fields != NULL));
  g_assert_true ((field->kind == VAC_KIND_LIST) == (field->element != NULL));
  g_assert_true ((field->kind == VAC_KIND_CHOICE) == (field->choices != NULL));
  g_assert_cmpint (field->minimum, <=,
                   field->kind == VAC_KIND_INTEGER || vac_field_is_decimal (field)
                   ? field->maximum : 0);

  if (field->element != NULL)
    assert_well_formed (field->element);
  for (const VacField *member = field->fields; member != NULL && member->name != NULL; member++)
    {
      g_assert_true (vac_field_find_member (field, member->name) == member);
      assert_well_formed (member);
    }
}

static void
test_every_field_is_well_formed_and_names_are_unique (void)
{
  assert_well_formed (vac_schema_get_root ());
}

static void
test_placeholders_are_found_by_their_whole_name (void)
{
  static const struct
  {
    const char *name;
    VacRole     role;
  } cases[] = {
    { "employer", VAC_ROLE_EMPLOYER_NAME },
    { "title", VAC_ROLE_JOB_TITLE },
    { "location", VAC_ROLE_LOCATIONS },
    { "pay", VAC_ROLE_PAY },
    { "department", VAC_ROLE_DEPARTMENT },
    { "employe", VAC_ROLE_NONE },
    { "employers", VAC_ROLE_NONE },
    { "Employer", VAC_ROLE_NONE },
    { "", VAC_ROLE_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const VacField *field = vac_schema_find_placeholder (cases[i].name, strlen (cases[i].name));

      g_test_message ("{{%s}}", cases[i].name);
      g_assert_cmpint (field != NULL ? field->role : VAC_ROLE_NONE, ==, cases[i].role);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema/a-field-takes-what-it-says", test_a_field_takes_what_it_says);
  g_test_add_func ("/schema/length-is-counted-in-characters", test_length_is_counted_in_characters);
  g_test_add_func ("/schema/every-role-has-a-field", test_every_role_has_a_field);
  g_test_add_func ("/schema/every-field-is-described-in-one-sentence",
                   test_every_field_is_described_in_one_sentence);
  g_test_add_func ("/schema/every-field-is-well-formed-and-names-are-unique",
                   test_every_field_is_well_formed_and_names_are_unique);
  g_test_add_func ("/schema/placeholders-are-found-by-their-whole-name",
                   test_placeholders_are_found_by_their_whole_name);

  return g_test_run ();
}
