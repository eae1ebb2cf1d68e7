/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "exporting.h"
#include "support.h"
#include "vac-export-html.h"
#include "vac-export-text.h"
#include "vac-exporters.h"
#include "vac-outline-marks.h"

/* "The <old> new words": what is marked is named, so that the tests can be read. */
static void
mark_words (VacBlock    *block,
            VacMarkKind  kind,
            int          part,
            const char  *in,
            const char  *words)
{
  const char *found = strstr (in, words);

  g_assert_nonnull (found);
  vac_block_add_mark (block, kind, part, (gsize) (found - in),
                      (gsize) (found - in) + strlen (words));
}

static VacBlock
make_block (VacBlockKind  kind,
            const char   *label,
            const char   *text)
{
  return (VacBlock) { .kind = kind, .level = 1, .label = g_strdup (label),
                      .text = g_strdup (text) };
}

static char *
write_text (VacBlock *block)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  g_autoptr (VacOutline) outline = vac_outline_new_empty (document, VAC_AUDIENCE_TEAM);

  vac_outline_take_block (outline, block);

  return vac_outline_to_text_wrapped (outline, 0);
}

static char *
write_fragment (VacBlock *block)
{
  g_autoptr (VacDocument) document = vac_document_new ();
  g_autoptr (VacOutline) outline = vac_outline_new_empty (document, VAC_AUDIENCE_TEAM);

  vac_outline_take_block (outline, block);

  return vac_export_html_fragment (outline);
}

typedef struct
{
  VacBlockKind  kind;
  const char   *label;
  const char   *text;
  const char   *removed;
  const char   *added;
  VacMove       move;
  const char   *plain;
  const char   *html;
} Case;

static const Case cases[] = {
  { VAC_BLOCK_PARAGRAPH, NULL, "Five four years", "Five", "four", VAC_MOVE_NONE,
    "[-Five-] {+four+} years\n", "<p><del>Five</del> <ins>four</ins> years</p>\n" },
  { VAC_BLOCK_HEADING, NULL, "What you will do", NULL, "you will", VAC_MOVE_NONE,
    "What {+you will+} do\n", "<h2>What <ins>you will</ins> do</h2>\n" },
  { VAC_BLOCK_BULLET, "Languages", "C or Rust <3", "C", NULL, VAC_MOVE_NONE,
    "• Languages: [-C-] or Rust <3\n",
    "<ul>\n<li><strong>Languages: </strong><del>C</del> or Rust &lt;3</li>\n</ul>\n" },
  { VAC_BLOCK_BULLET, NULL, "Stays as it is", NULL, NULL, VAC_MOVE_TO,
    "• ↕ Stays as it is\n",
    "<ul>\n<li><span class=\"moved\">↕</span> Stays as it is</li>\n</ul>\n" },
  { VAC_BLOCK_PARAGRAPH, NULL, "One\ntwo", NULL, "One\ntwo", VAC_MOVE_NONE,
    "{+One\ntwo+}\n", "<p><ins>One<br />\ntwo</ins></p>\n" },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint html = 0; html < 2; html++)
      {
        const Case *c = &cases[i];
        VacBlock block = make_block (c->kind, c->label, c->text);
        g_autofree char *written = NULL;

        block.move = c->move;
        if (c->removed != NULL)
          mark_words (&block, VAC_MARK_REMOVED, VAC_PART_TEXT, c->text, c->removed);
        if (c->added != NULL)
          mark_words (&block, VAC_MARK_ADDED, VAC_PART_TEXT, c->text, c->added);
        written = html ? write_fragment (&block) : write_text (&block);
        g_assert_cmpstr (written, ==, html ? c->html : c->plain);
      }
}

static void
test_label (void)
{
  VacBlock block = make_block (VAC_BLOCK_BULLET, "Required", "C");
  VacBlock again;
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;

  vac_block_mark_all (&block, VAC_MARK_REMOVED);
  again = vac_block_copy (&block);
  text = write_text (&block);
  html = write_fragment (&again);
  g_assert_cmpstr (text, ==, "• [-Required-]: [-C-]\n");
  g_assert_cmpstr (html, ==, "<ul>\n<li><strong><del>Required</del>: </strong><del>C</del></li>\n"
                             "</ul>\n");
}

static void
test_facts (void)
{
  VacBlock block = { .kind = VAC_BLOCK_FACTS, .text = g_strdup (""), .facts = vac_facts_new () };
  VacBlock again;
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;

  vac_facts_add (block.facts, NULL, "Acme", NULL);
  vac_facts_add (block.facts, "Team", "Team of 5", NULL);
  vac_facts_add (block.facts, "Hours", "38 40", NULL);
  vac_block_add_mark (&block, VAC_MARK_ADDED, 1, 0, strlen ("Team of 5"));
  vac_block_add_mark (&block, VAC_MARK_REMOVED, 2, 0, 2);
  vac_block_add_mark (&block, VAC_MARK_ADDED, 2, 3, 5);
  again = vac_block_copy (&block);
  text = write_text (&block);
  html = write_fragment (&again);
  g_assert_cmpstr (text, ==, "Acme · Team: {+Team of 5+} · Hours: [-38-] {+40+}\n");
  g_assert_nonnull (strstr (html, "<p>Acme · <ins>Team: Team of 5</ins> · Hours: <del>38</del> "
                                  "<ins>40</ins></p>"));
}

static void
test_cells (void)
{
  const char *cells[] = { "Austin", "$120,000 $130,000", NULL };
  VacBlock block = { .kind = VAC_BLOCK_ROW, .text = g_strdup (""),
                     .cells = g_strdupv ((char **) cells), .move = VAC_MOVE_FROM };
  VacBlock again;
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;

  mark_words (&block, VAC_MARK_REMOVED, 1, cells[1], "$120,000");
  mark_words (&block, VAC_MARK_ADDED, 1, cells[1], "$130,000");
  again = vac_block_copy (&block);
  text = write_text (&block);
  html = write_fragment (&again);
  g_assert_cmpstr (text, ==, "• ↕ Austin\n[-$120,000-] {+$130,000+}\n");
  g_assert_nonnull (strstr (html, "<p><span class=\"moved\">↕</span> Austin</p>"));
  g_assert_nonnull (strstr (html, "<p><del>$120,000</del> <ins>$130,000</ins></p>"));
}

static void
test_page (void)
{
  g_autoptr (VacDocument) document = vac_document_new ();

  for (guint marked = 0; marked < 2; marked++)
    {
      g_autoptr (VacOutline) outline = vac_outline_new_empty (document, VAC_AUDIENCE_TEAM);
      VacBlock block = make_block (VAC_BLOCK_PARAGRAPH, NULL, "Words");
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *page = NULL;

      if (marked)
        vac_block_mark_all (&block, VAC_MARK_ADDED);
      vac_outline_take_block (outline, &block);
      g_assert_cmpint (vac_outline_has_marks (outline), ==, marked);
      bytes = vac_html_exporter.write (document, outline, &vac_export_defaults, NULL);
      page = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_assert_cmpint (strstr (page, "del { ") != NULL, ==, marked);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/marks/words-are-signed-in-text-and-elements-in-html", test_words);
  g_test_add_func ("/marks/a-label-is-marked-within-its-emphasis", test_label);
  g_test_add_func ("/marks/a-fact-is-marked-in-its-line", test_facts);
  g_test_add_func ("/marks/a-cell-is-marked-in-its-table", test_cells);
  g_test_add_func ("/marks/a-page-without-marks-has-no-style-for-them", test_page);

  return g_test_run ();
}
