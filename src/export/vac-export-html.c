/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-export-html"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-cmark.h"
#include "vac-codes.h"
#include "vac-export-html.h"
#include "vac-exporters.h"
#include "vac-html-style.h"
#include "vac-job-posting.h"
#include "vac-plain.h"

/* Nothing is loaded and nothing runs; the style of the page itself is all that is let in. */
#define POLICY "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
/* What a body begins with. */
#define HEADER "<header>\n"
#define END_OF_HEADER "</header>\n"

#define POLICY_WITH_PICTURE POLICY "; img-src data:"

static const char style[] =
  ":root { color-scheme: light dark; --text: #1f1f24; --quiet: #5c5c66; --rule: #d9d9de;\n"
  "  --paper: #ffffff; --desk: #f2f2f4; --link: #1a5fb4; }\n"
  "* { box-sizing: border-box; }\n"
  "html { background: var(--desk); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }\n"
  "body { margin: 0; padding: 2rem 1rem; color: var(--text);\n"
  "  font: 1rem/1.5 Lato, Cantarell, system-ui, -apple-system, 'Segoe UI', 'Noto Sans', Arial, "
  "sans-serif; }\n"
  "main { max-width: 48rem; margin: 0 auto; padding: 3.5rem 4rem; background: var(--paper);\n"
  "  border-radius: 6px; box-shadow: 0 1px 6px rgba(0, 0, 0, .18); overflow-wrap: break-word; }\n"
  ":root:not([dir]) :is(h1, h2, h3, p, li) { unicode-bidi: plaintext; }\n"
  "h1 { margin: 0 0 .35rem; font-size: 1.9rem; line-height: 1.2; }\n"
  "h2 { margin: 2rem 0 .5rem; font-size: 1.25rem; line-height: 1.3; }\n"
  "h3 { margin: 1.4rem 0 .35rem; font-size: 1.05rem; line-height: 1.3; }\n"
  "p { margin: 0 0 .7rem; }\n"
  "p, li { -webkit-hyphens: auto; hyphens: auto; hyphenate-limit-chars: 6 2 3; }\n"
  "header p, .apply p, th p, td p, a { -webkit-hyphens: manual; hyphens: manual; }\n"
  ".employer p { margin: 0 0 .2rem; font-size: 1.15rem; font-weight: 600; }\n"
  ".facts p { margin: 0 0 .2rem; color: var(--quiet); }\n"
  ".pay-line p { margin: 0 0 .2rem; font-weight: 600; }\n"
  "header { margin: 0 0 1.4rem; padding: 0 0 1rem; border-bottom: 1px solid var(--rule); }\n"
  "ul { margin: 0 0 .7rem; padding: 0; padding-inline-start: 1.3rem; }\n"
  "li { margin: 0 0 .25rem; }\n"
  "table { width: 100%; margin: .4rem 0 1rem; border-collapse: collapse; font-size: .95rem; }\n"
  "th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--rule); text-align: start;\n"
  "  vertical-align: top; }\n"
  "th p, td p { margin: 0; }\n"
  ".table { overflow-x: auto; }\n"
  "th.figure, td.figure { text-align: right; white-space: nowrap; font-variant-numeric: "
  "tabular-nums; }\n"
  "a { color: var(--link); }\n"
  "@media (prefers-color-scheme: dark) {\n"
  "  :root { --text: #eeeeef; --quiet: #b0b0b8; --rule: #48484f; --paper: #26262b; --desk: "
  "#1a1a1d;\n"
  "    --link: #8ab8ff; }\n"
  "  main { box-shadow: none; }\n"
  "}\n"
  "@media (max-width: 40rem) {\n"
  "  body { padding: 0; }\n"
  "  main { padding: 1.5rem 1.25rem; border-radius: 0; box-shadow: none; }\n"
  "}\n"
  "@page { margin: 20mm; }\n"
  "@media print {\n"
  "  :root { color-scheme: light; --text: #000000; --quiet: #444444; --rule: #bbbbbb;\n"
  "    --paper: #ffffff; --desk: #ffffff; --link: #000000; }\n"
  "  body { padding: 0; font-size: 10.5pt; line-height: 1.4; }\n"
  "  main { max-width: none; padding: 0; box-shadow: none; border-radius: 0; }\n"
  "  h1, h2, h3 { break-after: avoid; }\n"
  "  li, tr { break-inside: avoid; }\n"
  "  li:first-child, thead, tr:first-child { break-after: avoid; }\n"
  "  li:last-child { break-before: avoid; }\n"
  "  .table { overflow: visible; }\n"
  "  p { orphans: 2; widows: 2; }\n"
  "}\n";

/* Only of a page that shows differences. Line and stroke stay when there is no colour. */
static const char style_of_marks[] =
  "ins, del { padding: 0 .1em; border-radius: 2px; color: inherit; }\n"
  "ins { background: #d9f2de; color: #0b4a22; text-decoration: underline; }\n"
  "del { background: #fbe1df; color: #8a1414; text-decoration: line-through; }\n"
  ".moved { font-weight: 700; }\n"
  "@media screen and (prefers-color-scheme: dark) {\n"
  "  ins { background: #173d24; color: #b6f0c6; }\n"
  "  del { background: #4a1c1c; color: #ffc9c4; }\n"
  "}\n"
  "@media (forced-colors: active) { ins, del { background: none; color: inherit; } }\n";

/* For pages with a logo. Most are made for white paper, so they have some in the dark, too. */
static const char picture_style[] =
  ".logo { display: block; margin: 0 0 1.2rem; width: auto; height: auto; max-width: min(100%, "
  "15rem);\n"
  "  max-height: 3.5rem; }\n"
  "@media screen and (prefers-color-scheme: dark) {\n"
  "  .logo { padding: .4rem; background: #ffffff; border-radius: 4px; }\n"
  "}\n"
  "@media print {\n"
  "  .logo { max-width: 60mm; max-height: 14mm; }\n"
  "}\n";

/* For sheets of several people. */
static const char style_of_sheets[] =
  "header ~ header { margin-top: 4rem; }\n"
  "@media print { header ~ header { margin-top: 0; break-before: page; } }\n";

static gboolean
has_sheets (VacOutline *outline)
{
  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    if (vac_outline_get_block (outline, i)->new_page)
      return TRUE;

  return FALSE;
}

/**
 * vac_export_html_fragment:
 * @outline: an outline
 *
 * What goes on the clipboard: headings, paragraphs, lists and tables without a page, a style or
 * pictures, so that they take on the look of the place where they are pasted.
 *
 * Returns: (transfer full): HTML
 */
char *
vac_export_html_fragment (VacOutline *outline)
{
  g_return_val_if_fail (outline != NULL, NULL);

  return vac_cmark_to_html (outline, VAC_CMARK_HTML);
}

/**
 * vac_export_html_description:
 * @outline: an outline
 *
 * What job boards take as the description of a job: paragraphs, bullets and line breaks, without
 * the title.
 *
 * Returns: (transfer full): HTML, empty when the outline is
 */
char *
vac_export_html_description (VacOutline *outline)
{
  g_return_val_if_fail (outline != NULL, NULL);

  return vac_cmark_to_html (outline, VAC_CMARK_DESCRIPTION);
}

/* Takes a non-empty text, in one line, into an attribute or element between two pieces of HTML. */
static void
append_text (GString    *out,
             const char *before,
             const char *text,
             const char *after)
{
  g_autofree char *line = vac_plain_line (text != NULL ? text : "");

  g_string_append (out, before);
  vac_plain_escape (out, line);
  g_string_append (out, after);
}

/* Inside the element a reader of HTML looks for "</script" and "<!--" only; JSON can spell every
 * character in a string otherwise, so none of those that HTML knows stand there at all. */
static void
append_script_data (GString    *out,
                    const char *json)
{
  for (const char *p = json; *p != '\0';)
    {
      gsize plain = strcspn (p, "<>&\xe2");
      gunichar c;

      g_string_append_len (out, p, (gssize) plain);
      p += plain;
      if (*p == '\0')
        break;
      c = g_utf8_get_char (p);
      if (c < 0x80 || c == 0x2028 || c == 0x2029)
        g_string_append_printf (out, "\\u%04x", c);
      else
        g_string_append_unichar (out, c);
      p = g_utf8_next_char (p);
    }
}

static void
append_picture (GString        *out,
                const VacBlock *block)
{
  g_string_append_printf (out, "<img class=\"logo\" width=\"%u\" height=\"%u\" src=\"%s\"",
                          vac_picture_get_width (block->picture),
                          vac_picture_get_height (block->picture),
                          vac_picture_get_uri (block->picture));
  append_text (out, " alt=\"", block->text, "\">\n");
}

static void
append_start (GString    *out,
              const char *language)
{
  append_text (out, "<!DOCTYPE html>\n<html lang=\"", language, "\"");
  g_string_append_printf (out, "%s>\n<head>\n", vac_codes_is_rtl (language) ? " dir=\"rtl\"" : "");
}

static void
append_head (GString    *out,
             const char *policy,
             const char *author,
             const char *title,
             const char *more_style)
{
  g_string_append (out, "<meta charset=\"utf-8\">\n");
  g_string_append_printf (out,
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n",
                          policy);
  g_string_append (out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                        "<meta name=\"color-scheme\" content=\"light dark\">\n"
                        "<meta name=\"generator\" content=\"Vacancy\">\n");
  if (author != NULL && *author != '\0')
    append_text (out, "<meta name=\"author\" content=\"", author, "\">\n");
  /* A page without a title is not valid; the dash is no word of any language. */
  append_text (out, "<title>", title != NULL && *title != '\0' ? title : "–", "</title>\n");
  g_string_append_printf (out, "<style>\n%s%s</style>\n", style, more_style);
}

static void
append_body (GString    *out,
             const char *class,
             const char *body)
{
  g_string_append_printf (out,
                          "</head>\n<body>\n<main%s%s%s>\n%s</main>\n</body>\n</html>\n",
                          *class != '\0' ? " class=\"" : "", class, *class != '\0' ? "\"" : "",
                          body);
}

/**
 * vac_export_html_page:
 * @language: the language of the text
 * @title: what the page is called
 * @more_style: CSS for what a posting does not have
 * @body: HTML
 *
 * Returns: (transfer full): a page by itself that looks as a posting does
 */
char *
vac_export_html_page (const char *language,
                      const char *title,
                      const char *more_style,
                      const char *body)
{
  GString *out;

  g_return_val_if_fail (language != NULL && title != NULL, NULL);
  g_return_val_if_fail (more_style != NULL && body != NULL, NULL);

  out = g_string_new (NULL);
  append_start (out, language);
  append_head (out, POLICY, NULL, title, more_style);
  append_body (out, "", body);

  return g_string_free (out, FALSE);
}

static void
append_job_posting (GString     *out,
                    VacDocument *document,
                    VacOutline  *outline)
{
  /* Search engines are told of the posting, never of what is written for the team. */
  if (vac_outline_get_audience (outline) == VAC_AUDIENCE_CANDIDATE)
    {
      g_autofree char *json = vac_job_posting_to_json (document, outline);

      g_string_append (out, "<script type=\"application/ld+json\">\n");
      append_script_data (out, json);
      g_string_append (out, "</script>\n");
    }
}

/* Beside a column of facts, text is one part, in which spaces are as in the other designs. */
static void
append_text_beside (GString    *out,
                    const char *body)
{
  const char *end = strstr (body, END_OF_HEADER);
  const gsize header = end != NULL ? (gsize) (end - body) + strlen (END_OF_HEADER) : 0;

  g_string_append_len (out, body, (gssize) header);
  g_string_append_printf (out, "<div class=\"text\">\n%s</div>\n", body + header);
}

static GBytes *
write_html (VacDocument            *document,
            VacOutline             *outline,
            const VacExportOptions *options,
            GError                **error)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autofree char *body = vac_cmark_to_html (outline, VAC_CMARK_HTML);
  const VacBlock *picture = vac_outline_get_picture (outline);
  const VacLook *look = vac_outline_get_look (outline);
  g_autofree char *style_of_look = vac_html_write_style (look);
  g_autofree char *more_style = g_strconcat (
      vac_outline_has_marks (outline) ? style_of_marks : "", picture != NULL ? picture_style : "",
      has_sheets (outline) ? style_of_sheets : "", style_of_look, NULL);
  const gsize header = look->design->head != VAC_HEAD_PLAIN && g_str_has_prefix (body, HEADER)
                           ? strlen (HEADER) : 0;

  append_start (out, vac_outline_get_language (outline));
  append_head (out, picture != NULL ? POLICY_WITH_PICTURE : POLICY,
               vac_outline_get_author (outline), vac_outline_get_name (outline), more_style);
  append_job_posting (out, document, outline);
  g_string_append_len (whole, body, (gssize) header);
  if (picture != NULL)
    append_picture (whole, picture);
  if (look->design->head == VAC_HEAD_SIDE)
    append_text_beside (whole, body + header);
  else
    g_string_append (whole, body + header);
  append_body (out, look->design->head != VAC_HEAD_PLAIN ? look->design->id : "", whole->str);

  return g_string_free_to_bytes (out);
}

const VacExporter vac_html_exporter = {
  .id = "html",
  .extension = "html",
  .mime_type = "text/html",
  .label = N_("Web Page"),
  .purpose = N_("For a careers page; search engines read the job from it"),
  .from_outline = TRUE,
  .write = write_html,
};
