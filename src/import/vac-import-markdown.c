/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-markdown"

#include "config.h"

#include <cmark.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-import-private.h"

/* Markdown is HTML in another spelling; a piece of HTML in it is left out. */

/* In bytes. The time that some releases of the parser take grows with the square of this. */
#define LARGEST_MARKDOWN (256 * 1024)

/*
 * vac_import_markdown: a VacImportReader for Markdown
 */
gboolean
vac_import_markdown (GBytes     *bytes,
                     GPtrArray  *drafts,
                     GError    **error)
{
  g_autofree char *text = vac_import_decode (bytes, NULL);
  g_autoptr (VacDraft) draft = vac_draft_new ();

  if (strlen (text) > LARGEST_MARKDOWN)
    {
      vac_draft_add_remark (draft, _("It is too long for Markdown, and was read as plain text."));
      vac_draft_add_text (draft, text, NULL);
    }
  else
    {
      char *html = cmark_markdown_to_html (text, strlen (text), CMARK_OPT_DEFAULT);

      vac_draft_add_html (draft, html, -1, NULL);
      free (html);
    }
  if (vac_draft_get_n_parts (draft) > 0)
    g_ptr_array_add (drafts, g_steal_pointer (&draft));

  return TRUE;
}
