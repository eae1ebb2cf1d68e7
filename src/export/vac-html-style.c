/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-html-style"

#include "config.h"

#include <string.h>

#include "vac-html-style.h"

/* What a design adds to the style of a web page: its colours and its typefaces, and how it sets
 * the head, lists, and what is set off. */

/* The paper of a page in the dark. */
#define DARK_PAPER 0x26262b

static const char style_of_columns[] =
  ".side { margin: 0; }\n"
  "dl { margin: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: .8rem 1.6rem; }\n"
  "dt { color: var(--quiet); font-size: .72rem; font-weight: 700; letter-spacing: .05em;\n"
  "  text-transform: uppercase; }\n"
  "dd { margin: 0; overflow-wrap: anywhere; }\n"
  ".pay-line dd { color: var(--accent); font-size: 1.35rem; font-weight: 700; }\n"
  "h2 { color: var(--accent); }\n"
  "li::marker { color: var(--accent); }\n"
  "@media (min-width: 40rem) {\n"
  "  .columns ul { columns: 2; column-gap: 2.2rem; }\n"
  "  .columns li { break-inside: avoid; }\n"
  "}\n";

static const char style_of_band[] =
  "main.modern { padding-top: 0; overflow: hidden; }\n"
  ".modern header { margin: 0 -4rem 2rem; padding: 2.2rem 4rem 0; border: 0;\n"
  "  background: var(--band); color: #ffffff; display: grid; column-gap: 1.6rem;\n"
  "  grid-template-columns: auto minmax(0, 1fr); }\n"
  ".modern header > * { grid-column: 2; }\n"
  ".modern header:not(:has(> img)) > * { grid-column: 1 / -1; }\n"
  ".modern header > .logo { grid-column: 1; grid-row: 1 / span 2; align-self: start; margin: 0;\n"
  "  padding: .5rem; background: #ffffff; border-radius: 6px; }\n"
  ".modern h1 { font-size: 2.1rem; }\n"
  ".modern header > .side { grid-column: 1 / -1; margin: 1.8rem -4rem 0;\n"
  "  padding: 1.5rem 4rem 1.7rem; background: var(--tint); color: var(--text);\n"
  "  border-bottom: 1px solid var(--rule); display: grid; gap: 1rem; }\n"
  ".modern dl { grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr)); }\n"
  ".modern dl.pay-line { grid-template-columns: minmax(0, 1fr); }\n"
  ".apply { margin: 2rem 0; padding: 1.1rem 1.3rem .6rem; background: var(--tint);\n"
  "  border-inline-start: 4px solid var(--accent); }\n"
  ".apply h2 { margin-top: 0; }\n"
  ".closing { color: var(--quiet); font-size: .92rem; }\n"
  ".closing h2 { margin-top: 1.2rem; font-size: 1.05rem; }\n"
  "section:not(.closing) + .closing, :not(section) + .closing { padding-top: .2rem;\n"
  "  border-top: 1px solid var(--rule); }\n"
  "@media (max-width: 40rem) {\n"
  "  .modern header { margin: 0 -1.25rem 1.5rem; padding: 1.5rem 1.25rem 0;\n"
  "    grid-template-columns: minmax(0, 1fr); row-gap: .3rem; }\n"
  "  .modern header > *, .modern header > .logo { grid-column: 1; grid-row: auto; }\n"
  "  .modern header > .logo { justify-self: start; margin-bottom: .6rem; }\n"
  "  .modern header > .side { margin: 1.2rem -1.25rem 0; padding: 1.2rem 1.25rem; }\n"
  "}\n"
  "@media print {\n"
  "  .modern header, .modern header > .side, .apply { print-color-adjust: exact;\n"
  "    -webkit-print-color-adjust: exact; }\n"
  "  .modern header { margin: 0 0 1.2rem; padding: 1.2rem 1.4rem 0; }\n"
  "  .modern header > .side { margin: 1rem -1.4rem 0; padding: 1rem 1.4rem; }\n"
  "  .apply { break-inside: avoid; }\n"
  "}\n";

static const char style_of_side[] =
  ":root { --side: 14rem; }\n"
  "main.compact { padding: 2.4rem 2.6rem 2.4rem 0; font-size: .94rem; display: grid;\n"
  "  grid-template-columns: var(--side) minmax(0, 1fr); column-gap: 2rem;\n"
  "  grid-template-rows: repeat(5, auto) 1fr;\n"
  "  background: linear-gradient(to right, var(--tint) var(--side), var(--paper) var(--side)); }\n"
  "[dir=rtl] main.compact { padding: 2.4rem 0 2.4rem 2.6rem;\n"
  "  background: linear-gradient(to left, var(--tint) var(--side), var(--paper) var(--side)); }\n"
  ".compact header { display: contents; }\n"
  ".compact > *, .compact header > * { grid-column: 2; min-width: 0; }\n"
  ".compact .text { grid-row: 6; }\n"
  ".compact .employer { margin-bottom: .8rem; color: var(--accent); }\n"
  ".compact .logo { grid-column: 1; grid-row: 1; margin: 0 1.4rem; max-width: 11rem;\n"
  "  align-self: start; }\n"
  ".compact .side { grid-column: 1; grid-row: 1 / 7; padding: 0 1.4rem; display: grid;\n"
  "  gap: .8rem; align-content: start; }\n"
  ".compact .logo ~ .side { padding-top: 5rem; }\n"
  ".compact .pay-line dd { color: var(--text); font-size: 1.1rem; }\n"
  ".compact h2 { margin-top: 1.4rem; font-size: 1.15rem; }\n"
  "@media (max-width: 40rem) {\n"
  "  main.compact, [dir=rtl] main.compact { display: block; padding: 1.5rem 1.25rem;\n"
  "    background: var(--paper); }\n"
  "  .compact .logo { margin: 0 0 1rem; }\n"
  "  .compact .side, .compact .logo ~ .side { margin: 0 -1.25rem 1rem; padding: 1.2rem 1.25rem;\n"
  "    background: var(--tint); }\n"
  "  .compact dl { grid-template-columns: repeat(auto-fill, minmax(min(9rem, 100%), 1fr)); }\n"
  "}\n"
  "@media print {\n"
  "  :root { --side: 10.5rem; }\n"
  "  main.compact, [dir=rtl] main.compact { padding: .8rem 0 0; font-size: 9pt;\n"
  "    print-color-adjust: exact; -webkit-print-color-adjust: exact; }\n"
  "  .compact .side, .compact .logo { padding-inline: .9rem; }\n"
  "  .compact table { font-size: 8pt; }\n"
  "  .compact :is(th, td) { padding: .3rem .35rem; }\n"
  "}\n";

/* With quotes where CSS wants them. */
static void
append_families (GString    *out,
                 const char *families,
                 const char *generic)
{
  g_auto (GStrv) names = g_strsplit (families, ", ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    g_string_append_printf (out, strchr (names[i], ' ') != NULL ? "'%s', " : "%s, ", names[i]);
  g_string_append (out, generic);
}

static void
append_colours (GString       *out,
                const VacLook *look)
{
  const guint32 dark_tint = vac_colour_mix (DARK_PAPER, look->accent, 0.2);
  g_autofree char *accent = vac_colour_write (look->accent);
  g_autofree char *tint = vac_colour_write (vac_look_get_tint (look));
  g_autofree char *dark = vac_colour_write (vac_colour_fit (look->accent, dark_tint));
  g_autofree char *ground = vac_colour_write (dark_tint);

  g_string_append_printf (out, ":root { --accent: %s; --band: %s; --tint: %s; }\n", accent, accent,
                          tint);
  g_string_append_printf (out,
                          "@media screen and (prefers-color-scheme: dark) {\n"
                          "  :root { --accent: %s; --tint: %s; }\n"
                          "}\n",
                          dark, ground);
}

static gboolean
is_usual (const VacLook *look)
{
  VacLook usual;

  vac_look_init (&usual);

  return vac_look_equal (&usual, look);
}

/*
 * vac_html_write_style:
 * @look: how a page looks
 *
 * Returns: (transfer full): CSS that follows the style of all pages; empty for the usual look
 */
char *
vac_html_write_style (const VacLook *look)
{
  GString *out = g_string_new (NULL);

  if (is_usual (look))
    return g_string_free (out, FALSE);

  append_colours (out, look);
  g_string_append (out, "body { font-family: ");
  append_families (out, look->pair->text, look->pair->text_generic);
  g_string_append (out, "; }\nh1, h2, h3, .employer { font-family: ");
  append_families (out, look->pair->heading, look->pair->heading_generic);
  g_string_append (out, "; }\n");
  if (look->design->fact_columns > 0)
    g_string_append (out, style_of_columns);
  switch (look->design->head)
    {
    case VAC_HEAD_BAND:
      g_string_append (out, style_of_band);
      break;
    case VAC_HEAD_SIDE:
      g_string_append (out, style_of_side);
      break;
    case VAC_HEAD_PLAIN:
    default:
      g_string_append (out, ".pay-line p { color: var(--accent); }\n");
      break;
    }

  return g_string_free (out, FALSE);
}
