/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-export-markdown"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "vac-cmark.h"
#include "vac-exporters.h"

static gboolean
begins_line (cmark_node *text)
{
  cmark_node *previous = cmark_node_previous (text);

  return previous == NULL || cmark_node_get_type (previous) == CMARK_NODE_LINEBREAK;
}

/* cmark's CommonMark renderer leaves a tilde alone, and three of them at the start of a line open
 * a code block. */
static void
protect_tildes (cmark_node *root)
{
  cmark_iter *iter = cmark_iter_new (root);

  while (cmark_iter_next (iter) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      cmark_node *tilde;
      g_autofree char *rest = NULL;

      if (cmark_node_get_type (node) != CMARK_NODE_TEXT || *cmark_node_get_literal (node) != '~' ||
          !begins_line (node))
        continue;
      rest = g_strdup (cmark_node_get_literal (node) + 1);
      tilde = cmark_node_new (CMARK_NODE_CUSTOM_INLINE);
      cmark_node_set_on_enter (tilde, "\\~");
      cmark_node_insert_before (node, tilde);
      cmark_node_set_literal (node, rest);
    }

  cmark_iter_free (iter);
}

static GBytes *
write_markdown (VacDocument *document,
                VacOutline  *outline,
                VacReader    reader,
                GError     **error)
{
  cmark_node *root = vac_cmark_build (outline, VAC_CMARK_MARKDOWN);
  char *rendered;
  GBytes *bytes;

  protect_tildes (root);
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
