/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>

#include "vac-error.h"

static void
assert_place (const GError *error,
              guint         line,
              guint         column)
{
  guint found_line = 99, found_column = 99;

  g_assert_cmpint (vac_error_get_place (error, &found_line, &found_column), ==, line > 0);
  g_assert_cmpuint (found_line, ==, line);
  g_assert_cmpuint (found_column, ==, column);
}

static void
test_a_place_is_no_part_of_the_message (void)
{
  g_autoptr (GError) error = NULL;

  vac_error_set_at (&error, VAC_ERROR_FORMAT, 3, 14, "100% of it is wrong.");

  g_assert_error (error, VAC_ERROR, VAC_ERROR_FORMAT);
  g_assert_cmpstr (error->message, ==, "100% of it is wrong.");
  assert_place (error, 3, 14);
  g_assert_true (vac_error_get_place (error, NULL, NULL));
}

static void
test_other_errors_have_no_place (void)
{
  g_autoptr (GError) ours = g_error_new (VAC_ERROR, VAC_ERROR_FAILED, "12:30: no such train");
  g_autoptr (GError) other = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "1:1: it failed");

  assert_place (ours, 0, 0);
  assert_place (other, 0, 0);
}

static void
test_nobody_asked (void)
{
  vac_error_set_at (NULL, VAC_ERROR_SYNTAX, 1, 1, "Nobody hears this.");
}

static void
test_copies_and_prefixes_keep_the_place (void)
{
  GError *error = NULL;
  g_autoptr (GError) copy = NULL;
  g_autoptr (GError) passed = NULL;

  vac_error_set_at (&error, VAC_ERROR_SYNTAX, 7, 2, "A comma is missing.");
  copy = g_error_copy (error);
  g_propagate_prefixed_error (&passed, g_steal_pointer (&error), "In the %s: ", "guide");

  g_assert_cmpstr (copy->message, ==, "A comma is missing.");
  assert_place (copy, 7, 2);
  g_assert_cmpstr (passed->message, ==, "In the guide: A comma is missing.");
  assert_place (passed, 7, 2);
  vac_error_set_at (&error, VAC_ERROR_SYNTAX, 1, 1, "Another.");
  assert_place (copy, 7, 2);
  g_clear_error (&error);
}

static const struct
{
  const char *name;
  guint       line;
  guint       column;
  const char *message;
  const char *text;
} described[] = {
  { "a.vacancy", 0, 0, "It is gone.", "a.vacancy: It is gone." },
  { "a.vacancy", 12, 3, "A value is missing here.", "a.vacancy:12:3: A value is missing here." },
  { NULL, 0, 0, "It is gone.", "It is gone." },
  { NULL, 12, 3, "A value is missing here.", "12:3: A value is missing here." },
  /* What looks like a place is none. */
  { "a.vacancy", 0, 0, "2:1: said the judge", "a.vacancy: 2:1: said the judge" },
  { "a.vacancy", 0, 0, "10 files are open.", "a.vacancy: 10 files are open." },
  { "1:1: %s", 4294967295, 1, "%n%s", "1:1: %s:4294967295:1: %n%s" },
};

static void
test_describe (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (described); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      if (described[i].line > 0)
        vac_error_set_at (&error, VAC_ERROR_SYNTAX, described[i].line, described[i].column,
                          described[i].message);
      else
        g_set_error_literal (&error, VAC_ERROR, VAC_ERROR_FAILED, described[i].message);
      text = vac_error_describe (error, described[i].name);
      g_assert_cmpstr (text, ==, described[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/error/a-place-is-no-part-of-the-message",
                   test_a_place_is_no_part_of_the_message);
  g_test_add_func ("/error/other-errors-have-no-place", test_other_errors_have_no_place);
  g_test_add_func ("/error/setting-one-that-nobody-asked-for-does-nothing", test_nobody_asked);
  g_test_add_func ("/error/copies-and-prefixes-keep-the-place",
                   test_copies_and_prefixes_keep_the_place);
  g_test_add_func ("/error/describe-puts-name-and-place-in-front", test_describe);

  return g_test_run ();
}
