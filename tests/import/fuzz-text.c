/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "fuzz.h"
#include "vac-import.h"
#include "vac-recognition.h"
#include "vac-writer.h"

/* Damaged texts, pages and Markdown. Whatever is read of them makes a posting that can be written;
 * the rest is refused with a sentence. */

static const char *texts[] = {
  "import/corpus/01-line-cook.txt", "import/corpus/03-warehouse-mail.txt",
  "import/corpus/05-comptable.txt", "import/corpus/06-profesor.txt",
  "import/corpus/07-bridge-engineer.txt", "import/corpus/08-pflegefachkraft.txt",
  "import/corpus/12-backend-developer.md", "import/corpus/13-schuldnerberatung.md",
  "import/corpus/49-property-manager.txt", NULL
};

static const char *pages[] = {
  "import/corpus/15-registered-nurse.html", "import/corpus/17-mecanicien.html",
  "import/corpus/18-projektleitung.html", "import/corpus/20-jefe-de-partida.html",
  "import/corpus/21-bauleiter.html", "import/corpus/22-data-analyst.html",
  "import/corpus/24-verzorgende.html", NULL
};

static const char *const pieces[] = {
  "\n", "\n\n", "\r\n", "\t", " ", "  - ", "* ", "1. ", "• ", "· ", " · ", " | ", "> ", ">> ",
  "# ", "###### ", "---\n", "====\n", "~~~~\n", "```\n", ": ", "：", ";", "**", "__", "`",
  "![a](b)", "[a][b]", "\n[b]: c\n", "$", "€ 40.000,50", "£20 - £30 per hour", "60k–80k",
  "up to 1e9", "2/3/27", "a@b.example", "https://a.example/(b", "mailto:", "\xc2\xa0",
  "\xe2\x80\x8b", "\xef\xbb\xbf", "\xe2\x80\xae", "\xff", "\xc3", "\xf0\x9f\x98\x80\xcc\x81",
  "Location: ", "Salary: ", "Hours: 1-2", "Responsibilities\n", "About the role:\n",
  "Apply at ", "Full-time, Hybrid", "Location\nLeeds\n", "99999999999999999999", "-1", "0",
  "<p>", "</p>", "<li>", "<ul><li>", "</ul>", "<br>", "<b>", "</b>", "<tr><td>a<td>b",
  "<table>", "</table>", "<dl><dt>a<dd>b", "<dd>", "<h2>", "</h2>", "<pre>", "<div hidden>",
  "<p style='mso-list:l0 level9'>", "<blockquote type=cite>", "<main>", "<article>", "<!--",
  "-->", "<![if !a]>", "<![CDATA[", "&", "&nbsp;", "&#0;", "&#x110000;", "<script>",
  "</script>",
  "<script type=\"application/ld+json\">{\"@type\":\"JobPosting\",\"title\":\"a\"}</script>",
  "<html lang=\"", "<meta charset=utf-16>", "<meta name=generator content=vacancy>",
  "<a href=b>",
};

/* A run of lines, roughly, is dropped or stands elsewhere again. */
static void
move_lines (Fuzz    *fuzz,
            GString *text)
{
  const gsize from = fuzz_below (fuzz, text->len);
  const gsize most = MIN (400, text->len - from);
  const gsize length = fuzz_below (fuzz, most + 1);
  g_autofree char *run = g_strndup (text->str + from, length);

  if (fuzz_below (fuzz, 2) == 0)
    g_string_erase (text, (gssize) from, (gssize) length);
  else if (text->len < FUZZ_LONGEST)
    g_string_insert (text, (gssize) fuzz_below (fuzz, text->len + 1), run);
}

static GBytes *
make_damaged (Fuzz *fuzz)
{
  GBytes *seed = g_ptr_array_index (fuzz->seeds, fuzz_below (fuzz, fuzz->seeds->len));
  GString *text = g_string_new_len (g_bytes_get_data (seed, NULL),
                                    (gssize) g_bytes_get_size (seed));

  for (guint n = 1 + fuzz_below (fuzz, 16); n > 0; n--)
    switch (fuzz_below (fuzz, 4))
      {
      case 0:
        move_lines (fuzz, text);
        break;
      case 1:
        fuzz_damage_bytes (fuzz, text);
        break;
      default:
        g_string_insert (text, (gssize) fuzz_below (fuzz, text->len + 1),
                         pieces[fuzz_below (fuzz, G_N_ELEMENTS (pieces))]);
      }
  if (fuzz_below (fuzz, 8) == 0)
    g_string_truncate (text, fuzz_below (fuzz, text->len + 1));

  return g_string_free_to_bytes (text);
}

/* What was found of a draft is in it, and the posting made of it can be written. */
static void
assert_recognised (VacDraft *draft)
{
  g_autoptr (VacRecognition) recognition = vac_recognition_new (draft, "en-US");
  g_autoptr (VacDocument) document = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;
  const guint n_parts = vac_draft_get_n_parts (draft);

  for (guint i = 0; i < vac_recognition_get_n_facts (recognition); i++)
    {
      const VacFoundFact *fact = vac_recognition_get_fact (recognition, i);

      g_assert_cmpuint (fact->part, <, n_parts);
      g_assert_cmpuint (fact->start, <=, strlen (vac_draft_get_part (draft, fact->part)->text));
      g_assert_true (g_utf8_validate (fact->value, -1, NULL));
      g_assert_true (g_utf8_validate (fact->words, -1, NULL));
    }
  for (guint i = 0; i < vac_recognition_get_n_sections (recognition); i++)
    {
      const VacFoundSection *section = vac_recognition_get_section (recognition, i);

      g_assert_cmpuint (section->start, <=, section->end);
      g_assert_cmpuint (section->end, <=, n_parts);
    }
  for (guint i = 0; i < n_parts; i++)
    {
      g_autofree char *left = vac_recognition_dup_text (recognition, i);

      g_assert_true (g_utf8_validate (left, -1, NULL));
    }
  document = vac_recognition_make_document (recognition);
  written = vac_write_readable (document, &error);
  g_assert_no_error (error);
  g_assert_nonnull (written);
}

static void
damage (const char         **seeds,
        const VacImportKind *kinds,
        guint                n_kinds)
{
  Fuzz fuzz;
  guint n_read = 0;

  fuzz_init (&fuzz, seeds);
  for (guint i = 0; i < fuzz_n_rounds () / 2; i++)
    {
      g_autoptr (GBytes) bytes = make_damaged (&fuzz);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) drafts = vac_import_read (kinds[i % n_kinds], bytes, &error);

      if (drafts == NULL)
        {
          g_assert_true (g_str_has_suffix (error->message, "."));
          continue;
        }
      n_read++;
      for (guint j = 0; j < drafts->len; j++)
        assert_recognised (g_ptr_array_index (drafts, j));
    }
  g_assert_cmpuint (n_read, >, fuzz_n_rounds () / 4);
  fuzz_clear (&fuzz);
}

static void
test_any_text_makes_a_posting_or_is_refused (void)
{
  static const VacImportKind kinds[] = { VAC_IMPORT_TEXT, VAC_IMPORT_MARKDOWN };

  damage (texts, kinds, G_N_ELEMENTS (kinds));
}

static void
test_any_page_makes_a_posting_or_is_refused (void)
{
  static const VacImportKind kinds[] = { VAC_IMPORT_HTML };

  damage (pages, kinds, G_N_ELEMENTS (kinds));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fuzz-text/any-text-makes-a-posting-or-is-refused",
                   test_any_text_makes_a_posting_or_is_refused);
  g_test_add_func ("/fuzz-text/any-page-makes-a-posting-or-is-refused",
                   test_any_page_makes_a_posting_or_is_refused);

  return g_test_run ();
}
