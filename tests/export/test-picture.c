/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <gsf/gsf.h>
#include <string.h>

#include "exporting.h"
#include "support.h"
#include "vac-export-html.h"
#include "vac-page-setup.h"
#include "vac-reader.h"
#include "vac-writer.h"

/* The employer's logo in what is made of a posting: where there is room for it, with the employer's
 * name as its alternative, and its text nowhere. */

static VacDocument *
make_document (const char *logo)
{
  VacDocument *document = vac_document_new ();

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE), "Clerk");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_EMPLOYER_NAME),
                         "R&D \"Quill\"");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_EMPLOYER_LOGO), logo);

  return document;
}

static void
test_a_web_page_shows_it (void)
{
  g_autoptr (VacDocument) document = make_document (SUPPORT_PICTURE);
  g_autofree char *html = support_export_text (document, "html", VAC_AUDIENCE_CANDIDATE);
  const char *picture = strstr (html, "<img ");

  g_assert_nonnull (picture);
  g_assert_true (picture < strstr (html, "<h1>"));
  g_assert_nonnull (strstr (picture, "src=\"" SUPPORT_PICTURE "\""));
  g_assert_nonnull (strstr (picture, "alt=\"R&amp;D &quot;Quill&quot;\""));
  g_assert_nonnull (strstr (html, "img-src data:"));
}

static void
test_a_web_page_without_it_lets_none_in (void)
{
  g_autoptr (VacDocument) document = make_document ("");
  g_autofree char *html = support_export_text (document, "html", VAC_AUDIENCE_CANDIDATE);

  g_assert_null (strstr (html, "<img"));
  g_assert_null (strstr (html, "img-src"));
}

static void
test_a_word_file_holds_it (void)
{
  g_autoptr (VacDocument) document = make_document (SUPPORT_PICTURE);
  g_autoptr (VacPicture) picture = vac_picture_new (SUPPORT_PICTURE, NULL);
  g_autoptr (GBytes) docx = support_export_as (document, "docx", VAC_AUDIENCE_CANDIDATE);
  const char *path[] = { "word", "media", "logo.png", NULL };
  GsfInput *input = gsf_input_memory_new (g_bytes_get_data (docx, NULL),
                                          (gsf_off_t) g_bytes_get_size (docx), FALSE);
  GsfInfile *zip = gsf_infile_zip_new (input, NULL);
  GsfInput *part = gsf_infile_child_by_aname (zip, path);
  gsize size;

  g_assert_nonnull (part);
  size = (gsize) gsf_input_size (part);
  g_assert_cmpmem (gsf_input_read (part, size, NULL), size,
                   g_bytes_get_data (vac_picture_get_png (picture), NULL),
                   g_bytes_get_size (vac_picture_get_png (picture)));
  g_object_unref (part);
  g_object_unref (zip);
  g_object_unref (input);
}

static void
test_json_keeps_it (void)
{
  static const VacAudience audiences[] = { VAC_AUDIENCE_CANDIDATE, VAC_AUDIENCE_TEAM };
  g_autoptr (VacDocument) document = make_document (SUPPORT_PICTURE);

  for (guint i = 0; i < G_N_ELEMENTS (audiences); i++)
    {
      g_autoptr (GBytes) json = support_export_as (document, "json", audiences[i]);
      g_autoptr (VacDocument) copy = vac_read_document (json, NULL);

      g_assert_cmpstr (vac_document_get_text (copy, VAC_ROLE_EMPLOYER_LOGO), ==, SUPPORT_PICTURE);
    }
}

static void
test_nothing_that_is_read_as_text_has_it (void)
{
  static const char *const formats[] = { "text", "markdown", "jobposting", "jsonresume" };
  g_autoptr (VacDocument) with = make_document (SUPPORT_PICTURE);
  g_autoptr (VacDocument) without = make_document ("");
  g_autoptr (VacOutline) outline = vac_outline_new (with, VAC_AUDIENCE_CANDIDATE);
  g_autofree char *fragment = vac_export_html_fragment (outline);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *text = support_export_text (with, formats[i], VAC_AUDIENCE_CANDIDATE);
      g_autofree char *same = support_export_text (without, formats[i], VAC_AUDIENCE_CANDIDATE);

      g_assert_cmpstr (text, ==, same);
    }
  g_assert_null (strstr (fragment, "img"));
}

/* It is kept, and comes back byte for byte. */
static void
test_a_value_that_is_no_picture_is_shown_nowhere (void)
{
  static const char *const values[] = { "x", "data:image/svg+xml;base64,PHN2Zy8+",
                                        SUPPORT_PICTURE "AAAA", "{{title}}" };
  static const char *const formats[] = { "text", "markdown", "html", "docx", "jobposting",
                                         "jsonresume" };
  g_autoptr (VacDocument) without = make_document ("");

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (VacDocument) document = make_document (values[i]);
      g_autoptr (GBytes) written = vac_write_document (document);
      g_autoptr (VacDocument) copy = vac_read_document (written, NULL);

      g_assert_cmpstr (vac_document_get_text (copy, VAC_ROLE_EMPLOYER_LOGO), ==, values[i]);
      for (guint j = 0; j < G_N_ELEMENTS (formats); j++)
        {
          g_autoptr (GBytes) made = support_export_as (document, formats[j],
                                                       VAC_AUDIENCE_CANDIDATE);
          g_autoptr (GBytes) same = support_export_as (without, formats[j],
                                                       VAC_AUDIENCE_CANDIDATE);

          g_assert_true (g_bytes_equal (made, same));
        }
    }
}

static void
test_the_outline_follows_what_is_undone (void)
{
  g_autoptr (VacDocument) document = make_document (SUPPORT_PICTURE);
  g_autoptr (VacOutline) first = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  g_autoptr (VacOutline) other = NULL;
  g_autoptr (VacOutline) again = NULL;
  VacNode *logo = vac_document_get (document, VAC_ROLE_EMPLOYER_LOGO);

  vac_document_add_barrier (document);
  vac_document_set_text (document, logo, SUPPORT_OTHER_PICTURE);
  other = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  vac_document_undo (document);
  again = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);

  g_assert_cmpint (vac_outline_get_block (first, 0)->kind, ==, VAC_BLOCK_PICTURE);
  g_assert_cmpint (vac_outline_get_block (first, 1)->kind, ==, VAC_BLOCK_TITLE);
  g_assert_cmpstr (vac_picture_get_uri (vac_outline_get_block (first, 0)->picture), ==,
                   SUPPORT_PICTURE);
  g_assert_cmpstr (vac_picture_get_uri (vac_outline_get_block (other, 0)->picture), ==,
                   SUPPORT_OTHER_PICTURE);
  g_assert_cmpstr (vac_picture_get_uri (vac_outline_get_block (again, 0)->picture), ==,
                   SUPPORT_PICTURE);
}

/* Within 60 by 14 millimeters, and never blown up. */
static void
test_its_size_on_paper_keeps_its_proportions (void)
{
  g_autoptr (VacPicture) small = vac_picture_new (SUPPORT_PICTURE, NULL);
  g_autoptr (VacDocument) nurse = support_load_posting ("registered-nurse");
  g_autoptr (VacPicture) logo =
      vac_node_get_picture (vac_document_get (nurse, VAC_ROLE_EMPLOYER_LOGO));
  double width, height;

  vac_page_setup_fit_picture (small, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 2, 0.001);
  g_assert_cmpfloat_with_epsilon (height, 1, 0.001);
  vac_page_setup_fit_picture (logo, &width, &height);
  g_assert_cmpfloat_with_epsilon (height, 14 * 72 / 25.4, 0.001);
  g_assert_cmpfloat_with_epsilon (width / height, 132.0 / 48, 0.001);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/picture/a-web-page-shows-it", test_a_web_page_shows_it);
  g_test_add_func ("/picture/a-web-page-without-it-lets-none-in",
                   test_a_web_page_without_it_lets_none_in);
  g_test_add_func ("/picture/a-word-file-holds-it", test_a_word_file_holds_it);
  g_test_add_func ("/picture/json-keeps-it", test_json_keeps_it);
  g_test_add_func ("/picture/nothing-that-is-read-as-text-has-it",
                   test_nothing_that_is_read_as_text_has_it);
  g_test_add_func ("/picture/a-value-that-is-no-picture-is-shown-nowhere",
                   test_a_value_that_is_no_picture_is_shown_nowhere);
  g_test_add_func ("/picture/the-outline-follows-what-is-undone",
                   test_the_outline_follows_what_is_undone);
  g_test_add_func ("/picture/its-size-on-paper-keeps-its-proportions",
                   test_its_size_on_paper_keeps_its_proportions);

  return g_test_run ();
}
