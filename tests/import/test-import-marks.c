/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"
#include "vac-import.h"
#include "vac-recognition.h"

/* What was bold or a link elsewhere, and what only looks so here. */

static const struct
{
  const char *html;
  const char *stored;   /* of the first bullet */
} bullets[] = {
  { "plain", "plain" },
  { "with <b>bold</b> words", "with **bold** words" },
  { "with <strong> bold </strong>words", "with **bold** words" },
  { "with <b>bo</b><b>ld</b> words", "with **bold** words" },
  { "see <a href='https://a.example/x'>the <b>page</b></a>.",
    "see [the **page**](https://a.example/x)." },
  { "see <b><a href='https://a.example'>it</a></b> now", "see **[it](https://a.example)** now" },
  { "see <a href='javascript:x'>it</a> now", "see it now" },
  { "see <a href='#top'>it</a> now", "see it now" },
  { "ask <a href='mailto:a@b.example'>a@b.example</a>", "ask a@b.example" },
  { "ask <a href='mailto:a@b.example'>us</a>", "ask [us](mailto:a@b.example)" },
  { "two ** asterisks ** and **these**", "two \\*\\* asterisks \\*\\* and \\*\\*these\\*\\*" },
  { "not a [link](https://a.example)", "not a [link\\](https://a.example)" },
  { "<b>all of it</b>", "all of it" },
};

static const char *
get_bullet (VacDocument *document)
{
  VacNode *sections = vac_document_get (document, VAC_ROLE_SECTIONS);

  for (guint i = 0; i < vac_node_get_n_children (sections); i++)
    {
      VacNode *items = vac_node_get (vac_node_get_child (sections, i), VAC_ROLE_SECTION_ITEMS);

      if (vac_node_get_n_children (items) > 0)
        return vac_node_get_member_text (vac_node_get_child (items, 0), VAC_ROLE_ITEM_TEXT);
    }

  return "";
}

static void
test_html (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      g_autofree char *html = g_strdup_printf (
          "<h1>Nurse</h1><h2>Duties</h2><ul><li>%s</li><li>more</li></ul>", bullets[i].html);
      g_autoptr (VacDraft) draft = vac_draft_new ();
      g_autoptr (VacRecognition) recognition = NULL;
      g_autoptr (VacDocument) document = NULL;

      vac_draft_add_html (draft, html, -1, NULL);
      recognition = vac_recognition_new (draft, "en");
      document = vac_recognition_make_document (recognition);
      g_assert_cmpstr (get_bullet (document), ==, bullets[i].stored);
    }
}

/* A line that is all bold is a heading, as ever; words in a paragraph are bold. */
static void
test_heading (void)
{
  g_autoptr (VacDraft) draft = vac_draft_new ();
  g_autoptr (VacRecognition) recognition = NULL;
  g_autoptr (VacDocument) document = NULL;
  VacNode *section;

  vac_draft_add_html (draft, "<h1>Nurse</h1><p><b>Requirements</b></p><p>You <b>must</b> swim.</p>",
                      -1, NULL);
  recognition = vac_recognition_new (draft, "en");
  document = vac_recognition_make_document (recognition);
  section = vac_node_get_child (vac_document_get (document, VAC_ROLE_SECTIONS), 0);
  g_assert_cmpstr (vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE), ==, "Requirements");
  g_assert_cmpstr (vac_node_get_member_text (section, VAC_ROLE_SECTION_TEXT), ==,
                   "You **must** swim.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-marks/web-pages-keep-bold-words-and-links", test_html);
  g_test_add_func ("/import-marks/a-bold-line-is-a-heading", test_heading);

  return g_test_run ();
}
