/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gsf/gsf-infile-zip.h>
#include <gsf/gsf-input-memory.h>
#include <string.h>

#include "vac-cmark.h"
#include "vac-markup.h"
#include "exporting.h"
#include "support.h"

/* Bold words and links in each format. */

#define TEXT \
  "We **build {{employer}} tools** and [hire **you**](https://jobs.example.com/a?b=1). " \
  "Write to jobs@example.com. Not \\\\**bold\\\\**."
#define BULLET "**Go** and see [our page](mailto:hr@example.com)"

static VacDocument *
make_document (void)
{
  return support_read_quoted ("{'format':'vacancy-posting','version':3,'language':'en-US',"
                              "'job':{'title':'T','employer':{'name':'A **B**'}},"
                              "'sections':[{'id':'about','title':'About','text':'" TEXT "',"
                              "'items':[{'label':'Skill','text':'" BULLET "'}]}]}");
}

static char *
export_as (const char *format)
{
  g_autoptr (VacDocument) document = make_document ();
  g_autoptr (GBytes) bytes = support_export_as (document, format, VAC_AUDIENCE_CANDIDATE);

  return support_bytes_to_text (bytes);
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_test_message ("%s\nis not in\n%s", part, text);
  g_assert_nonnull (strstr (text, part));
}

static void
test_text (void)
{
  g_autofree char *text = export_as ("text");

  assert_has (text, "We build A **B** tools and hire you (https://jobs.example.com/a?b=1).");
  assert_has (text, "Not **bold**.");
  assert_has (text, "Skill: Go and see our page (hr@example.com)");
}

static void
test_markdown (void)
{
  g_autofree char *text = export_as ("markdown");

  assert_has (text, "We **build A \\*\\*B\\*\\* tools** and "
                    "[hire **you**](https://jobs.example.com/a?b=1).");
  assert_has (text, "Not \\*\\*bold\\*\\*.");
  assert_has (text, "**Skill:** **Go** and see [our page](mailto:hr@example.com)");
}

static void
test_html (void)
{
  g_autofree char *text = export_as ("html");

  assert_has (text, "We <strong>build A **B** tools</strong> and "
                    "<a href=\"https://jobs.example.com/"
                    "a?b=1\">hire <strong>you</strong></a>. Write to "
                    "<a href=\"mailto:jobs@example.com\">jobs@example.com</a>. Not **bold**.");
  assert_has (text, "<strong>Go</strong> and see <a href=\"mailto:hr@example.com\">our page</a>");
}

/* Job boards take paragraphs and lists only. */
static void
test_description (void)
{
  g_autofree char *text = export_as ("jobposting");

  assert_has (text, "<p>We build A **B** tools and hire you (https://jobs.example.com/a?b=1). ");
  g_assert_null (strstr (text, "strong"));
  g_assert_null (strstr (text, "href"));
}

static void
test_json (void)
{
  g_autofree char *text = export_as ("json");

  assert_has (text, "\"version\": 3");
  assert_has (text, "and [hire **you**](https://jobs.example.com/a?b=1). Write");
  assert_has (text, "Not \\\\*\\\\*bold\\\\*\\\\*.");
}

static void
test_docx (void)
{
  g_autoptr (VacDocument) document = make_document ();
  g_autoptr (GBytes) bytes = support_export_as (document, "docx", VAC_AUDIENCE_CANDIDATE);
  GsfInput *input = gsf_input_memory_new (g_bytes_get_data (bytes, NULL),
                                          (gsf_off_t) g_bytes_get_size (bytes), FALSE);
  GsfInfile *zip = gsf_infile_zip_new (input, NULL);
  GsfInput *part = gsf_infile_child_by_vname (zip, "word", "document.xml", NULL);
  const gsize size = (gsize) gsf_input_size (part);
  g_autofree char *xml = g_strndup ((const char *) gsf_input_read (part, size, NULL), size);

  assert_has (xml, "<w:r><w:rPr><w:b/><w:bCs/></w:rPr>"
                   "<w:t xml:space=\"preserve\">build A **B** tools</w:t></w:r>");
  assert_has (xml, "<w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr>"
                   "<w:t xml:space=\"preserve\">hire </w:t></w:r>"
                   "<w:r><w:rPr><w:rStyle w:val=\"Hyperlink\"/><w:b/><w:bCs/></w:rPr>"
                   "<w:t xml:space=\"preserve\">you</w:t></w:r></w:hyperlink>");
  g_object_unref (part);
  g_object_unref (zip);
  g_object_unref (input);
}

/* Emphasis that CommonMark would not read is left out, so that no asterisks come to be seen. */
static void
test_markdown_has_no_loose_asterisks (void)
{
  g_autoptr (VacDocument) document = support_read_quoted (
      "{'format':'vacancy-posting','version':3,"
      "'sections':[{'id':'a','title':'A',"
      "'text':'word**(in)**word and **(in)** and in**side**d'}]}");
  g_autoptr (GBytes) bytes = support_export_as (document, "markdown", VAC_AUDIENCE_CANDIDATE);
  g_autofree char *text = support_bytes_to_text (bytes);

  assert_has (text, "word(in)word and **(in)** and in**side**d");
}

static void
add_parts (GString      *out,
           const GArray *parts,
           const char   *text)
{
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const VacEmphasis *part = &g_array_index (parts, VacEmphasis, i);

      g_string_append_printf (out, "%s:%.*s|", part->uri != NULL ? part->uri : "b",
                              (int) (part->end - part->start), text + part->start);
    }
}

/* Whatever is dropped from a text, and wherever its placeholders are. */
static void
test_parts_follow_their_words (void)
{
  static const struct
  {
    const char *text;
    const char *parts;
  } cases[] = {
    { "**a**", "b:a|" },
    { "  \\t**a** b  ", "b:a|" },
    { "x\\u0001 **a\\u0001b** c", "b:ab|" },
    { "**{{employer}}** x", "b:A **B**|" },
    { "{{employer}} **x**", "b:x|" },
    { "{{nothing}} **x {{nothing}}**", "b:x {{nothing}}|" },
    { "[at {{employer}}](https://a.example)", "https://a.example:at A **B**|" },
    { "a  \\n  **b**", "b:b|" },
    { "**\\u0001**", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *file = g_strdup_printf (
          "{'format':'vacancy-posting','version':3,'job':{'employer':{'name':'A **B**'}},"
          "'sections':[{'id':'a','title':'A','text':'%s'}]}", cases[i].text);
      g_autoptr (VacDocument) document = support_read_quoted (file);
      g_autoptr (VacOutline) outline = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
      const guint n = vac_outline_get_n_blocks (outline);
      const VacBlock *block = vac_outline_get_block (outline, n - 1);
      g_autoptr (GString) parts = g_string_new (NULL);

      add_parts (parts, block->parts, block->text);
      g_assert_cmpstr (parts->str, ==, cases[i].parts);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/emphasis/plain-text-has-addresses-and-no-asterisks", test_text);
  g_test_add_func ("/emphasis/markdown", test_markdown);
  g_test_add_func ("/emphasis/web-page", test_html);
  g_test_add_func ("/emphasis/job-boards-get-addresses-and-no-elements", test_description);
  g_test_add_func ("/emphasis/json-is-as-it-is-stored", test_json);
  g_test_add_func ("/emphasis/word", test_docx);
  g_test_add_func ("/emphasis/markdown-has-no-loose-asterisks",
                   test_markdown_has_no_loose_asterisks);
  g_test_add_func ("/emphasis/parts-follow-their-words", test_parts_follow_their_words);

  return g_test_run ();
}
