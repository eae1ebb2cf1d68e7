/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "vac-paste.h"

static const struct
{
  const char *name;
  const char *text;
  const char *lines[5];
} cases[] = {
  { "a-line-is-an-element", "one\ntwo", { "one", "two" } },
  { "any-line-end-counts", "one\r\ntwo\rthree\xe2\x80\xa9" "four", { "one", "two", "three", "four" } },
  { "empty-lines-are-dropped", "\n one \n\n\t\ntwo\n", { "one", "two" } },
  { "bullets-are-dropped", "• one\n‣two\n\xc2\xb7 three", { "one", "two", "three" } },
  { "dashes-are-dropped", "- one\n– two\n— three\n* four", { "one", "two", "three", "four" } },
  { "numbers-are-dropped", "1. one\n12) two", { "one", "two" } },
  { "no-break-spaces-are-dropped", "\xc2\xa0•\xc2\xa0one\xc2\xa0", { "one" } },
  { "minus-signs-and-decimals-stay", "-5 degrees\n1.5 years\n3–5 years", { "-5 degrees", "1.5 years", "3–5 years" } },
  { "years-stay", "2025. A year", { "2025. A year" } },
  { "a-bullet-alone-is-nothing", "•\n- \n3.", { NULL } },
  { "blank-text-is-nothing", " \n\t", { NULL } },
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_auto (GStrv) lines = vac_paste_split (cases[i].text);

  g_assert_true (g_strv_equal ((const char *const *) lines, cases[i].lines));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/paste/%s", cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }

  return g_test_run ();
}
