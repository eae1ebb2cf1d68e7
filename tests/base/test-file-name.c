/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "vac-file-name.h"

typedef struct
{
  const char *title;
  const char *extension;
  const char *expected;
} NameCase;

static void
check_cases (const NameCase *cases,
             guint           n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *name = vac_file_name_propose (cases[i].title, cases[i].extension);

      g_assert_cmpstr (name, ==, cases[i].expected);
    }
}

static void
test_keeps_what_is_harmless (void)
{
  static const NameCase cases[] = {
    { "Machine Learning Engineer", "json", "Machine Learning Engineer.json" },
    { "Machine Learning Engineer", ".json", "Machine Learning Engineer.json" },
    { "Release 1.2_rc-3", "txt", "Release 1.2_rc-3.txt" },
    { "Ingénieur d’études", "pdf", "Ingénieur détudes.pdf" },
    { "Ingénieur", NULL, "Ingénieur" },
    { "機械学習エンジニア", "pdf", "機械学習エンジニア.pdf" },
    { "Инженер", "", "Инженер" },
    { "हिन्दी", "txt", "हिन्दी.txt" },
    { "e\314\201tude", NULL, "étude" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_drops_what_could_do_harm (void)
{
  static const NameCase cases[] = {
    { "  ML   Engineer\t(Remote) ", "pdf", "ML Engineer Remote.pdf" },
    { "../../etc/passwd", NULL, "etc passwd" },
    { ".hidden", "txt", "hidden.txt" },
    { "--version", "txt", "version.txt" },
    { "C/C++: a|b*c?\"<d>\\", "txt", "C C a b c d.txt" },
    { "line\nbreak\001bell", NULL, "line break bell" },
    { "$(rm -rf ~)`x`", NULL, "rm -rf x" },
    { "right\342\200\256to-left", NULL, "right to-left" },
    { "bad \377\376 bytes", NULL, "bad bytes" },
    { "ends in a dot. ", NULL, "ends in a dot" },
    { "ends in a dot. ", "md", "ends in a dot.md" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_nothing_left_becomes_posting (void)
{
  static const NameCase cases[] = {
    { NULL, "json", "posting.json" },
    { "", NULL, "posting" },
    { "???", "pdf", "posting.pdf" },
    { " . - ", "pdf", "posting.pdf" },
    { "..", NULL, "posting" },
    { "\314\201", NULL, "posting" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_long_titles_are_cut_between_characters (void)
{
  static const char *const units[] = { "a", "é", "語", "😀a", "क्", "x ", "x." };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    for (guint shift = 0; shift < 5; shift++)
      {
        g_autoptr (GString) title = g_string_new (NULL);
        g_autofree char *name = NULL;

        for (guint j = 0; j < shift; j++)
          g_string_append_c (title, 'a');
        for (guint j = 0; j < 200; j++)
          g_string_append (title, units[i]);
        name = vac_file_name_propose (title->str, "json");

        g_assert_true (g_utf8_validate (name, -1, NULL));
        g_assert_cmpuint (strlen (name), <=, 100);
        g_assert_cmpuint (strlen (name), >, 100 - 10);
        g_assert_true (g_str_has_suffix (name, ".json"));
        g_assert_false (g_str_has_suffix (name, " .json") || g_str_has_suffix (name, "..json"));
      }
}

static void
test_a_cut_never_takes_only_the_mark (void)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autofree char *name = NULL;

  for (guint i = 0; i < 97; i++)
    g_string_append_c (title, 'a');
  /* A letter of three bytes that ends at byte 100, and its vowel sign after that. */
  g_string_append (title, "कि");
  name = vac_file_name_propose (title->str, NULL);

  g_assert_cmpuint (strlen (name), ==, 97);
}

static void
test_portal_paths_are_not_told (void)
{
  static const struct
  {
    const char *path;
    const char *told;
  } cases[] = {
    { "/srv/jobs/nurse.vacancy", "/srv/jobs/nurse.vacancy" },
    { "/home/eve/nurse.vacancy", "~/nurse.vacancy" },
    { "/home/eve", "~" },
    { "/home/evening/nurse.vacancy", "/home/evening/nurse.vacancy" },
    { "/run/user/1000/doc/4ac1/nurse.vacancy", "nurse.vacancy" },
    { "/run/user/1000/doc/4ac1/jobs/nurse.vacancy", "jobs/nurse.vacancy" },
    { "/run/flatpak/doc/4ac1/nurse.vacancy", "nurse.vacancy" },
    { "/run/user/1000/doc/4ac1", "" },
    { "/run/user/1000/nurse.vacancy", "/run/user/1000/nurse.vacancy" },
    { "/srv/doc/4ac1/nurse.vacancy", "/srv/doc/4ac1/nurse.vacancy" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (cases[i].path);
      g_autofree char *told = vac_file_name_tell (file);

      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

static void
test_a_folder_around_one_file_is_made_up (void)
{
  g_assert_true (vac_file_name_is_made_up ("/run/user/1000/doc/4ac1"));
  g_assert_true (vac_file_name_is_made_up ("/run/flatpak/doc/4ac1"));
  g_assert_false (vac_file_name_is_made_up ("/run/user/1000/doc/4ac1/jobs"));
  g_assert_false (vac_file_name_is_made_up ("/srv/doc/4ac1"));
  g_assert_false (vac_file_name_is_made_up ("/home/eve"));
}

int
main (int    argc,
      char **argv)
{
  /* Before anybody asks for it. */
  g_setenv ("HOME", "/home/eve", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-name/portal-paths-are-not-told", test_portal_paths_are_not_told);
  g_test_add_func ("/file-name/a-folder-around-one-file-is-made-up",
                   test_a_folder_around_one_file_is_made_up);

  g_test_add_func ("/file-name/keeps-what-is-harmless", test_keeps_what_is_harmless);
  g_test_add_func ("/file-name/drops-what-could-do-harm", test_drops_what_could_do_harm);
  g_test_add_func ("/file-name/nothing-left-becomes-posting", test_nothing_left_becomes_posting);
  g_test_add_func ("/file-name/long-titles-are-cut-between-characters",
                   test_long_titles_are_cut_between_characters);
  g_test_add_func ("/file-name/a-cut-never-takes-only-the-mark",
                   test_a_cut_never_takes_only_the_mark);

  return g_test_run ();
}
