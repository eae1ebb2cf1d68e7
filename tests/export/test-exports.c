/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gsf/gsf.h>
#include <locale.h>
#include <string.h>

#include "exporting.h"
#include "golden.h"
#include "support.h"
#include "vac-cmark.h"
#include "vac-export-html.h"
#include "vac-exporters.h"

static char *
read_part (GsfInfile  *zip,
           const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  GsfInput *part = gsf_infile_child_by_aname (zip, (const char **) names);
  gsize size;
  char *text;

  g_assert_nonnull (part);
  size = (gsize) gsf_input_size (part);
  text = g_strndup ((const char *) gsf_input_read (part, size, NULL), size);
  g_object_unref (part);

  return text;
}

static char *
read_docx_part (GBytes     *docx,
                const char *path)
{
  GsfInput *input = gsf_input_memory_new (g_bytes_get_data (docx, NULL),
                                          (gsf_off_t) g_bytes_get_size (docx), FALSE);
  GsfInfile *zip = gsf_infile_zip_new (input, NULL);
  char *text;

  g_assert_nonnull (zip);
  text = read_part (zip, path);
  g_object_unref (zip);
  g_object_unref (input);

  return text;
}

static const struct
{
  const char *path;
  const char *document;
  const char *format;
  VacAudience audience;
  const char *golden;
} goldens[] = {
  { "/exports/golden/markdown", "posting", "markdown", VAC_AUDIENCE_CANDIDATE, "posting.md" },
  { "/exports/golden/html", "posting", "html", VAC_AUDIENCE_CANDIDATE, "posting.html" },
  { "/exports/golden/jobposting", "posting", "jobposting", VAC_AUDIENCE_CANDIDATE,
    "posting.jsonld" },
  { "/exports/golden/jsonresume", "posting", "jsonresume", VAC_AUDIENCE_CANDIDATE,
    "posting.job.json" },
  { "/exports/golden/docx", "posting", "docx", VAC_AUDIENCE_CANDIDATE, "posting.document.xml" },
  { "/exports/golden/remote-jobposting", "remote", "jobposting", VAC_AUDIENCE_CANDIDATE,
    "remote.jsonld" },
  { "/exports/golden/nurse-de-markdown", "nurse-de", "markdown", VAC_AUDIENCE_CANDIDATE,
    "nurse-de.md" },
  { "/exports/golden/nurse-de-html", "nurse-de", "html", VAC_AUDIENCE_CANDIDATE, "nurse-de.html" },
  { "/exports/golden/nurse-de-jobposting", "nurse-de", "jobposting", VAC_AUDIENCE_CANDIDATE,
    "nurse-de.jsonld" },
  { "/exports/golden/nurse-de-jsonresume", "nurse-de", "jsonresume", VAC_AUDIENCE_CANDIDATE,
    "nurse-de.job.json" },
  { "/exports/golden/nurse-de-docx", "nurse-de", "docx", VAC_AUDIENCE_CANDIDATE,
    "nurse-de.document.xml" },
  { "/exports/golden/links-markdown", "links", "markdown", VAC_AUDIENCE_TEAM, "links.md" },
  { "/exports/golden/links-html", "links", "html", VAC_AUDIENCE_TEAM, "links.html" },
  { "/exports/golden/links-docx", "links", "docx", VAC_AUDIENCE_CANDIDATE, "links.document.xml" },
  { "/exports/golden/hostile-markdown", "hostile", "markdown", VAC_AUDIENCE_TEAM, "hostile.md" },
  { "/exports/golden/hostile-html", "hostile", "html", VAC_AUDIENCE_CANDIDATE, "hostile.html" },
  { "/exports/golden/hostile-html-for-the-team", "hostile", "html", VAC_AUDIENCE_TEAM,
    "hostile-team.html" },
  { "/exports/golden/hostile-jobposting", "hostile", "jobposting", VAC_AUDIENCE_TEAM,
    "hostile.jsonld" },
  { "/exports/golden/hostile-jsonresume", "hostile", "jsonresume", VAC_AUDIENCE_TEAM,
    "hostile.job.json" },
  { "/exports/golden/hostile-docx", "hostile", "docx", VAC_AUDIENCE_TEAM, "hostile.document.xml" },
};

/* One element a line, so that a difference is a line. */
static char *
break_elements (const char *xml)
{
  g_auto (GStrv) parts = g_strsplit (xml, "><", -1);

  return g_strjoinv (">\n<", parts);
}

static void
check_golden (VacDocument *document,
              const char  *format,
              VacAudience  audience,
              const char  *golden)
{
  g_autofree char *text = NULL;

  if (strcmp (format, "docx") == 0)
    {
      g_autoptr (GBytes) docx = support_export_as (document, "docx", audience);
      g_autofree char *xml = read_docx_part (docx, "word/document.xml");

      text = break_elements (xml);
    }
  else
    text = support_export_text (document, format, audience);

  support_assert_golden (golden, text);
}

static void
test_golden (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (VacDocument) document = support_load_golden (goldens[i].document);

  check_golden (document, goldens[i].format, goldens[i].audience, goldens[i].golden);
}

/* What of each posting in tests/data is kept. Its JSON for the team is the posting itself. */
static const struct
{
  const char *format;
  VacAudience audience;
  const char *ending;
} kept[] = {
  { "text", VAC_AUDIENCE_CANDIDATE, ".txt" },
  { "text", VAC_AUDIENCE_TEAM, "-team.txt" },
  { "markdown", VAC_AUDIENCE_CANDIDATE, ".md" },
  { "html", VAC_AUDIENCE_CANDIDATE, ".html" },
  { "jobposting", VAC_AUDIENCE_CANDIDATE, ".jsonld" },
  { "json", VAC_AUDIENCE_CANDIDATE, "-candidate.json" },
  { "jsonresume", VAC_AUDIENCE_CANDIDATE, ".job.json" },
  { "docx", VAC_AUDIENCE_CANDIDATE, ".document.xml" },
};

static void
test_posting (gconstpointer data)
{
  const char *name = data;
  g_autoptr (VacDocument) document = support_load_posting (name);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *golden = g_strconcat ("postings/", name, kept[i].ending, NULL);

      check_golden (document, kept[i].format, kept[i].audience, golden);
    }
}

static void
ask_for_all (VacNode *node)
{
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    ask_for_all (vac_node_get_child (node, i));
}

/* What has been looked at before makes no difference. */
static void
test_same_bytes_of_nodes (void)
{
  const VacExporter *const *exporters = support_formats.exporters;
  g_auto (GStrv) postings = support_list_postings ();

  for (guint n = 0; postings[n] != NULL; n++)
    for (guint i = 0; exporters[i] != NULL; i++)
      {
        g_autoptr (VacDocument) one = support_load_posting (postings[n]);
        g_autoptr (VacDocument) other = support_load_posting (postings[n]);
        g_autoptr (GBytes) first = support_export (one, exporters[i], VAC_AUDIENCE_CANDIDATE);
        g_autoptr (GBytes) second = NULL;

        g_test_message ("%s as %s", postings[n], exporters[i]->id);
        ask_for_all (vac_document_get_root (other));
        second = support_export (other, exporters[i], VAC_AUDIENCE_CANDIDATE);
        support_assert_same_bytes (second, first);
      }
}

static void
test_same_bytes (void)
{
  const VacExporter *const *exporters = support_formats.exporters;

  for (guint i = 0; exporters[i] != NULL; i++)
    {
      g_autoptr (VacDocument) one = support_load_golden ("hostile");
      g_autoptr (VacDocument) other = support_load_golden ("hostile");
      g_autoptr (GBytes) first = support_export_as (one, exporters[i]->id, VAC_AUDIENCE_TEAM);
      g_autoptr (GBytes) second = NULL;

      g_usleep (i == 0 ? 1100 * 1000 : 0);
      second = support_export_as (other, exporters[i]->id, VAC_AUDIENCE_TEAM);
      g_assert_true (g_bytes_equal (first, second));
    }
}

static void
test_docx_time (void)
{
  g_autoptr (VacDocument) document = support_load_golden ("posting");
  g_autoptr (GBytes) posted = support_export_as (document, "docx", VAC_AUDIENCE_CANDIDATE);
  g_autofree char *properties = read_docx_part (posted, "docProps/core.xml");

  g_assert_nonnull (strstr (properties, ">2025-06-02T00:00:00Z<"));
  g_setenv ("SOURCE_DATE_EPOCH", "1000000000", TRUE);
  {
    g_autoptr (GBytes) dated = support_export_as (document, "docx", VAC_AUDIENCE_CANDIDATE);
    g_autofree char *other = read_docx_part (dated, "docProps/core.xml");

    g_assert_nonnull (strstr (other, ">2001-09-09T01:46:40Z<"));
  }
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

/* Whichever comes first: an export knows nothing of the one before it. */
static void
test_word_has_the_paper_of_its_options (void)
{
  static const struct
  {
    VacPaperSize size;
    const char  *expected;
  } cases[] = {
    { VAC_PAPER_A4, "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>" },
    { VAC_PAPER_LETTER, "<w:pgSz w:w=\"12240\" w:h=\"15840\"/>" },
    { VAC_PAPER_A4, "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>" },
  };
  g_autoptr (VacDocument) document = support_load_golden ("posting");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VacExportOptions options = vac_export_defaults;
      VacPageSetup setup;
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *xml = NULL;

      vac_page_setup_init (&setup, cases[i].size);
      options.page_setup = &setup;
      bytes = vac_export (&vac_docx_exporter, &vac_posting_subject, document, &options, NULL);
      xml = read_docx_part (bytes, "word/document.xml");
      g_assert_nonnull (strstr (xml, cases[i].expected));
    }
}

/* Pieces that mean something to one of the formats. Line breaks are not among them: they are
 * structure that a manager may write. */
static const char *const pieces[] = {
  "<", ">", "&", "\"", "'", "</script>", "<!--", "-->", "]]>", "<![CDATA[", "<?xml", "&amp;",
  "&#60;",
  "javascript:alert(1)", "\xe2\x80\xa8", "\xe2\x80\xa9", "\x01", "\x1b[0m", "\x7f", "\xc2\x85",
  "\xef\xbf\xbe", "\xef\xbf\xbf", "\xc2\xa0", "\t", "  ", "#", "*", "**", "_", "`", "```", "~~~",
  "~",
  "-", "+ ", "1. ", "2) ", "=", "===", "---", "[a](b)", "![", "\\", "|", ":", "?", "{{employer}}",
  "{{x",
  "}}", "👩‍👩‍👧", "עברית", "العربية", "\xe2\x80\xae", "ﷺ", "é", "</w:t>", "</p>", "<td>", "%s%n",
};

static char *
make_text (GRand    *rand,
           gboolean  hostile)
{
  GString *text = g_string_new (NULL);
  gint32 n_pieces = g_rand_int_range (rand, 1, 8);
  const gboolean begins_plain = g_rand_boolean (rand);

  for (gint32 i = 0; i < n_pieces; i++)
    {
      const char *piece = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];

      if (i == 0 && begins_plain)
        g_string_append (text, "x");
      g_string_append (text, hostile ? piece : "x");
    }

  /* Whatever else stands there, something does: empty texts leave no element. */
  return g_string_free (g_string_append_c (text, 'x'), FALSE);
}

/* Fills every text that says something with another; links and ids stay, they are not text. */
static void
fill_texts (VacDocument *document,
            VacNode     *node,
            GRand       *rand,
            gboolean     hostile)
{
  const VacField *field = vac_node_get_field (node);
  VacKind kind = vac_node_get_kind (node);
  VacRole role = vac_node_get_role (node);

  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    fill_texts (document, vac_node_get_child (node, i), rand, hostile);

  if ((kind == VAC_KIND_TEXT || kind == VAC_KIND_PROSE) && field->syntax == VAC_SYNTAX_ANY &&
      role != VAC_ROLE_FORMAT && role != VAC_ROLE_SECTION_ID && role != VAC_ROLE_VARIATION_ID &&
      role != VAC_ROLE_ADDITION_SECTION && *vac_node_get_text (node) != '\0')
    {
      g_autofree char *text = make_text (rand, hostile);
      g_autofree char *stored = field->marked ? vac_markup_escape (text) : g_strdup (text);

      vac_document_set_text (document, node, stored);
    }
}

static VacDocument *
make_document (guint32  seed,
               gboolean hostile)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  VacDocument *document = support_load_golden ("posting");

  fill_texts (document, vac_document_get_root (document), rand, hostile);

  return document;
}

/* The names behind every "<": whatever text is, none of it may begin an element. */
static char *
list_elements (const char *markup)
{
  GString *names = g_string_new (NULL);

  for (const char *p = strchr (markup, '<'); p != NULL; p = strchr (p + 1, '<'))
    {
      g_string_append_len (names, p, (gssize) strcspn (p, " >"));
      g_string_append_c (names, '\n');
    }

  return g_string_free (names, FALSE);
}

static void
collect_element (GMarkupParseContext *context,
                 const char          *name,
                 const char         **attributes,
                 const char         **values,
                 gpointer             data,
                 GError             **error)
{
  g_string_append_printf (data, "%s\n", name);
}

static void
append_part (GsfInput *part,
             GString  *out)
{
  static const GMarkupParser parser = { .start_element = collect_element };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, out, NULL);
  g_autoptr (GError) error = NULL;
  gsize size = (gsize) gsf_input_size (part);

  g_string_append_printf (out, "== %s\n", gsf_input_name (part));
  g_markup_parse_context_parse (context, (const char *) gsf_input_read (part, size, NULL),
                                (gssize) size, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

static void
append_parts (GsfInfile *folder,
              GString   *out)
{
  for (int i = 0; i < gsf_infile_num_children (folder); i++)
    {
      GsfInput *child = gsf_infile_child_by_index (folder, i);

      if (gsf_input_size (child) == 0)
        append_parts (GSF_INFILE (child), out);
      else
        append_part (child, out);
      g_object_unref (child);
    }
}

static char *
list_docx (GBytes *docx)
{
  GString *out = g_string_new (NULL);
  GsfInput *input = gsf_input_memory_new (g_bytes_get_data (docx, NULL),
                                          (gsf_off_t) g_bytes_get_size (docx), FALSE);
  GsfInfile *zip = gsf_infile_zip_new (input, NULL);

  append_parts (zip, out);
  g_object_unref (zip);
  g_object_unref (input);

  return g_string_free (out, FALSE);
}

#define N_ROUNDS 60

static void
test_html_elements (void)
{
  for (guint32 seed = 0; seed < N_ROUNDS; seed++)
    {
      VacAudience audience = seed % 2 == 0 ? VAC_AUDIENCE_CANDIDATE : VAC_AUDIENCE_TEAM;
      g_autoptr (VacDocument) plain = make_document (seed, FALSE);
      g_autoptr (VacDocument) hostile = make_document (seed, TRUE);
      g_autofree char *plain_html = support_export_text (plain, "html", audience);
      g_autofree char *hostile_html = support_export_text (hostile, "html", audience);
      g_autofree char *expected = list_elements (plain_html);
      g_autofree char *elements = list_elements (hostile_html);

      support_assert_same_lines (elements, expected);
      g_assert_true (g_utf8_validate (hostile_html, -1, NULL));
    }
}

static void
test_docx_elements (void)
{
  for (guint32 seed = 0; seed < N_ROUNDS; seed++)
    {
      VacAudience audience = seed % 2 == 0 ? VAC_AUDIENCE_CANDIDATE : VAC_AUDIENCE_TEAM;
      g_autoptr (VacDocument) plain = make_document (seed, FALSE);
      g_autoptr (VacDocument) hostile = make_document (seed, TRUE);
      g_autoptr (GBytes) plain_docx = support_export_as (plain, "docx", audience);
      g_autoptr (GBytes) hostile_docx = support_export_as (hostile, "docx", audience);
      g_autofree char *expected = list_docx (plain_docx);
      g_autofree char *elements = list_docx (hostile_docx);

      support_assert_same_lines (elements, expected);
    }
}

static char *
render (cmark_node *root)
{
  char *html;
  char *copy;

  cmark_consolidate_text_nodes (root);
  html = cmark_render_html (root, CMARK_OPT_DEFAULT);
  copy = g_strdup (html);
  free (html);
  cmark_node_free (root);

  return copy;
}

static void
check_round_trip (VacDocument *document)
{
  g_autoptr (VacOutline) outline = vac_outline_new (document, VAC_AUDIENCE_TEAM);
  g_autofree char *markdown = support_export_text (document, "markdown", VAC_AUDIENCE_TEAM);
  g_autofree char *expected = render (vac_cmark_build (outline, VAC_CMARK_MARKDOWN));
  g_autofree char *read = render (cmark_parse_document (markdown, strlen (markdown),
                                                        CMARK_OPT_DEFAULT));

  support_assert_same_lines (read, expected);
}

static void
test_markdown_round_trip (void)
{
  static const char *const names[] = { "posting", "hostile", "remote", "links", "nurse-de" };
  g_auto (GStrv) postings = support_list_postings ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (VacDocument) document = support_load_golden (names[i]);

      check_round_trip (document);
    }
  for (guint i = 0; postings[i] != NULL; i++)
    {
      g_autoptr (VacDocument) document = support_load_posting (postings[i]);

      check_round_trip (document);
    }
  for (guint32 seed = 0; seed < N_ROUNDS; seed++)
    {
      g_autoptr (VacDocument) hostile = make_document (seed, TRUE);

      check_round_trip (hostile);
    }
}

static void
test_links (void)
{
  g_autoptr (VacDocument) document = support_load_golden ("hostile");
  g_autofree char *html = support_export_text (document, "html", VAC_AUDIENCE_CANDIDATE);
  g_autoptr (GBytes) docx = support_export_as (document, "docx", VAC_AUDIENCE_CANDIDATE);
  g_autofree char *relations = read_docx_part (docx, "word/_rels/document.xml.rels");

  g_assert_null (strstr (html, "href=\"javascript"));
  g_assert_null (strstr (html, "href=\"data"));
  g_assert_null (strstr (relations, "javascript"));
  g_assert_nonnull (strstr (html, "<a href=\"https://example.com/a%29b%28%27c%27%29"));
  g_assert_nonnull (strstr (relations, "https://example.com/a%29b%28%27c%27%29"));
}

static void
test_team_is_not_told_to_search_engines (void)
{
  g_autoptr (VacDocument) document = support_load_golden ("posting");
  g_autofree char *candidate = support_export_text (document, "html", VAC_AUDIENCE_CANDIDATE);
  g_autofree char *team = support_export_text (document, "html", VAC_AUDIENCE_TEAM);
  g_autofree char *for_candidates = support_export_text (document, "jobposting",
                                                         VAC_AUDIENCE_CANDIDATE);
  g_autofree char *for_team = support_export_text (document, "jobposting", VAC_AUDIENCE_TEAM);

  g_assert_nonnull (strstr (candidate, "application/ld+json"));
  g_assert_null (strstr (team, "application/ld+json"));
  g_assert_cmpstr (for_candidates, ==, for_team);
}

static void
test_pay_not_disclosed (void)
{
  g_autoptr (VacDocument) document = support_load_golden ("posting");
  g_autofree char *json = NULL;

  vac_document_set_toggle (document, vac_document_get (document, VAC_ROLE_PAY_DISCLOSE), FALSE);
  json = support_export_text (document, "jobposting", VAC_AUDIENCE_CANDIDATE);
  g_assert_null (strstr (json, "baseSalary"));
  g_assert_null (strstr (json, "incentiveCompensation"));
  g_assert_null (strstr (json, "120,000"));
}

static void
test_fragment (void)
{
  g_autoptr (VacDocument) document = support_load_golden ("posting");
  g_autoptr (VacOutline) outline = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  g_autofree char *html = vac_export_html_fragment (outline);

  g_assert_true (g_str_has_prefix (html, "<header>\n<h1>Machine Learning Engineer</h1>"));
  g_assert_null (strstr (html, "<style"));
  g_assert_null (strstr (html, "<html"));
}

/* Only fields are data for programs, whatever the sentences beside them say. */
static void
test_requirements_are_not_guessed (void)
{
  g_autoptr (VacDocument) document = support_load_golden ("posting");
  static const VacRole fields[] = { VAC_ROLE_EXPERIENCE_MONTHS, VAC_ROLE_EDUCATION_CREDENTIAL };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *before = support_export_text (document, "jobposting",
                                                     VAC_AUDIENCE_CANDIDATE);
      g_autofree char *after = NULL;

      g_assert_nonnull (
          strstr (before, i == 0 ? "\"monthsOfExperience\" : 30" : "\"bachelor degree\""));
      vac_document_set_text (document, vac_document_get (document, fields[i]), "");
      after = support_export_text (document, "jobposting", VAC_AUDIENCE_CANDIDATE);
      g_assert_nonnull (strstr (after, "3–5 years of professional experience"));
      g_assert_null (strstr (after, i == 0 ? "experienceRequirements" : "educationRequirements"));
      g_assert_null (strstr (after, "experienceInPlaceOfEducation"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_auto (GStrv) postings = NULL;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (goldens); i++)
    g_test_add_data_func (goldens[i].path, GUINT_TO_POINTER (i), test_golden);
  postings = support_list_postings ();
  for (guint i = 0; postings[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/exports/postings/", postings[i], NULL);

      g_test_add_data_func (path, postings[i], test_posting);
    }
  g_test_add_func ("/exports/same-input-same-bytes-at-another-time", test_same_bytes);
  g_test_add_func ("/exports/same-input-same-bytes-whatever-was-looked-at",
                   test_same_bytes_of_nodes);
  g_test_add_func ("/exports/docx/dated-by-the-posting-or-the-build", test_docx_time);
  g_test_add_func ("/exports/docx/has-the-paper-of-its-options",
                   test_word_has_the_paper_of_its_options);
  g_test_add_func ("/exports/html/elements-never-depend-on-text", test_html_elements);
  g_test_add_func ("/exports/docx/parts-and-elements-never-depend-on-text", test_docx_elements);
  g_test_add_func ("/exports/markdown/cmark-reads-the-same-text-back", test_markdown_round_trip);
  g_test_add_func ("/exports/links-lead-only-where-they-may", test_links);
  g_test_add_func ("/exports/search-engines-never-get-the-teams-part",
                   test_team_is_not_told_to_search_engines);
  g_test_add_func ("/exports/jobposting/undisclosed-pay-is-left-out", test_pay_not_disclosed);
  g_test_add_func ("/exports/jobposting/requirements-are-not-guessed",
                   test_requirements_are_not_guessed);
  g_test_add_func ("/exports/html/fragment-has-no-page-around-it", test_fragment);

  return g_test_run ();
}
