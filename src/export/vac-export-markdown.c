/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-export-markdown"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "vac-cmark.h"
#include "vac-exporters.h"
#include "vac-schema.h"

/* What renderers of GitHub's kind see in a text beyond CommonMark, and cmark's renderer therefore
 * leaves alone: strikethrough and fences of code (~), tables (|), formulas ($, which a digit never
 * follows where they end), names of pictures (:tada:), and addresses without angle brackets. Those
 * in the text of a link are links already. */
static gboolean
is_special (const char *text,
            const char *at,
            gboolean    in_link)
{
  const char before = at > text ? at[-1] : ' ';
  const char *name;

  switch (*at)
    {
    case '~':
    case '|':
      return TRUE;
    case '$':
      return !g_ascii_isdigit (at[1]);
    case '@':
      return !in_link && (g_ascii_isalnum (before) || strchr ("._+-", before) != NULL);
    case '.':
      return !in_link && at - text >= 3 && g_ascii_strncasecmp (at - 3, "www", 3) == 0;
    case ':':
      name = at + 1;
      while (g_ascii_isalnum (*name) || (*name != '\0' && strchr ("_+-", *name) != NULL))
        name++;
      return (!in_link && g_str_has_prefix (at, "://")) || (name > at + 1 && *name == ':');
    default:
      return FALSE;
    }
}

static void
insert_text (cmark_node *before,
             const char *text,
             gsize       length)
{
  g_autofree char *literal = g_strndup (text, length);
  cmark_node *node = cmark_node_new (CMARK_NODE_TEXT);

  cmark_node_set_literal (node, literal);
  cmark_node_insert_before (before, node);
}

static void
insert_escaped (cmark_node *before,
                char        c)
{
  const char escaped[] = { '\\', c, '\0' };
  cmark_node *node = cmark_node_new (CMARK_NODE_CUSTOM_INLINE);

  cmark_node_set_on_enter (node, escaped);
  cmark_node_insert_before (before, node);
}

/* An email address between angle brackets, as CommonMark 0.30 has it (6.5, Autolinks). */
static gboolean
is_autolink_address (const char *address)
{
  return g_regex_match_simple (
      "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
      "(\\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$",
      address, 0, 0);
}

/* How the text of a node is written. */
typedef enum
{
  TEXT,         /* as text */
  TEXT_OF_LINK, /* between square brackets */
  BARE, /* as cmark writes a link that reads as it leads: between angle brackets, unescaped */
} Place;

/* cmark takes any address for one that CommonMark reads between angle brackets; as text, an escape
 * keeps it off. */
static Place
find_place (cmark_node *text)
{
  cmark_node *link = cmark_node_parent (text);
  const char *url, *address;

  if (cmark_node_get_type (link) != CMARK_NODE_LINK)
    return TEXT;
  url = cmark_node_get_url (link);
  address = vac_schema_skip_mail_scheme (url);
  if (!g_str_equal (cmark_node_get_literal (text), address))
    return TEXT_OF_LINK;

  return address == url || is_autolink_address (address) ? BARE : TEXT;
}

/* Puts pieces in front of a text for what it begins with, up to the last character to escape. */
static void
protect_text (cmark_node *node,
              Place       place)
{
  g_autofree char *text = g_strdup (cmark_node_get_literal (node));
  const char *from = text;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (place == BARE || !is_special (text, p, place == TEXT_OF_LINK))
        continue;
      if (p > from)
        insert_text (node, from, (gsize) (p - from));
      insert_escaped (node, *p);
      from = p + 1;
    }
  if (from > text)
    cmark_node_set_literal (node, from);
}

static void
protect (cmark_node *root)
{
  cmark_iter *iter = cmark_iter_new (root);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);

      if (event == CMARK_EVENT_ENTER && cmark_node_get_type (node) == CMARK_NODE_TEXT)
        protect_text (node, find_place (node));
    }

  cmark_iter_free (iter);
}

static GBytes *
write_markdown (VacDocument            *document,
                VacOutline             *outline,
                const VacExportOptions *options,
                GError                **error)
{
  cmark_node *root = vac_cmark_build (outline, VAC_CMARK_MARKDOWN);
  char *rendered;
  GBytes *bytes;

  protect (root);
  rendered = cmark_render_commonmark (root, CMARK_OPT_DEFAULT, 0);
  bytes = g_bytes_new (rendered, strlen (rendered));
  free (rendered);
  cmark_node_free (root);

  return bytes;
}

const VacExporter vac_markdown_exporter = {
  .id = "markdown",
  .extension = "md",
  .mime_type = "text/markdown",
  .label = N_("Markdown"),
  .purpose = N_("For a repository, a wiki or a chat"),
  .from_outline = TRUE,
  .write = write_markdown,
};
