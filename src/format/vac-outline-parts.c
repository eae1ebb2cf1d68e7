/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-outline-parts"

#include "config.h"

#include <string.h>

#include "vac-link.h"
#include "vac-outline-builder.h"
#include "vac-outline-parts.h"

/* What of a block is bold or a link, for those who write it. */

/* Returns: (nullable): the address that a reader of plain text lacks; NULL if the link shows it */
static const char *
get_hidden_address (const VacEmphasis *part,
                    const char        *text)
{
  static const char *const schemes[] = { "mailto:", "tel:" };
  g_autofree char *shown = g_strndup (text + part->start, part->end - part->start);
  const char *address = part->uri;

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_has_prefix (address, schemes[i]))
      address += strlen (schemes[i]);

  return strstr (shown, address) == NULL ? address : NULL;
}

/**
 * vac_block_spell_links:
 * @block: a block
 *
 * Returns: (transfer full): its text, with the address of each link in parentheses behind it, for
 *   formats that have nothing but letters
 */
char *
vac_block_spell_links (const VacBlock *block)
{
  GString *spelled;
  gsize done = 0;

  g_return_val_if_fail (block != NULL && block->text != NULL, NULL);

  if (block->parts == NULL)
    return g_strdup (block->text);

  spelled = g_string_new (NULL);
  for (guint i = 0; i < block->parts->len; i++)
    {
      const VacEmphasis *part = &g_array_index (block->parts, VacEmphasis, i);
      const char *address = part->uri != NULL ? get_hidden_address (part, block->text) : NULL;

      if (address == NULL)
        continue;
      g_string_append_len (spelled, block->text + done, (gssize) (part->end - done));
      g_string_append_printf (spelled, " (%s)", address);
      done = part->end;
    }
  g_string_append (spelled, block->text + done);

  return g_string_free (spelled, FALSE);
}

/* Addresses that are written out between @start and @end. */
static void
add_addresses (GArray     *links,
               const char *text,
               gsize       start,
               gsize       end,
               gsize       label_length)
{
  g_autofree char *stretch = g_strndup (text + start, end - start);
  VacLinkSpan span;
  gsize from = 0;

  while (vac_link_find (stretch, from, &span))
    {
      const VacEmphasis link = { label_length + start + span.start,
                                 label_length + start + span.end, span.uri };

      g_array_append_val (links, link);
      from = span.end;
    }
}

/**
 * vac_block_list_links:
 * @block: a block
 * @label_length: how many bytes come before its text
 *
 * Returns: (transfer full) (nullable) (element-type VacEmphasis): all links in its text, in order,
 *   counted with the label: those that somebody made, and addresses in paragraphs and bullets;
 *   %NULL for none
 */
GArray *
vac_block_list_links (const VacBlock *block,
                      gsize           label_length)
{
  g_autoptr (GArray) links = vac_emphasis_array_new ();
  const gsize length = block->text != NULL ? strlen (block->text) : 0;
  gsize done = 0;

  if (block->link != NULL)
    {
      const VacEmphasis link = { label_length, label_length + length, g_strdup (block->link) };

      g_array_append_val (links, link);
    }
  else if (block->kind == VAC_BLOCK_PARAGRAPH || block->kind == VAC_BLOCK_BULLET)
    {
      for (guint i = 0; block->parts != NULL && i < block->parts->len; i++)
        {
          VacEmphasis link = g_array_index (block->parts, VacEmphasis, i);

          if (link.uri == NULL)
            continue;
          add_addresses (links, block->text, done, link.start, label_length);
          done = link.end;
          link.uri = g_strdup (link.uri);
          link.start += label_length;
          link.end += label_length;
          g_array_append_val (links, link);
        }
      add_addresses (links, block->text, done, length, label_length);
    }

  return links->len > 0 ? g_steal_pointer (&links) : NULL;
}

/**
 * vac_block_place_parts:
 * @block: a block
 * @line: a label and the text of @block, which may have been cleaned
 * @label_length: how many bytes of @line come before the text
 *
 * Returns: (transfer full) (nullable) (element-type VacEmphasis): what of @line is bold or a link,
 *   counted from its beginning; %NULL for nothing
 */
GArray *
vac_block_place_parts (const VacBlock *block,
                       const char     *line,
                       gsize           label_length)
{
  g_autoptr (GArray) parts = NULL;

  g_return_val_if_fail (block != NULL && line != NULL, NULL);

  if (block->parts == NULL)
    return NULL;

  parts = vac_emphasis_array_copy (block->parts);
  vac_emphasis_follow (parts, block->text, line + label_length);
  for (guint i = 0; i < parts->len; i++)
    {
      g_array_index (parts, VacEmphasis, i).start += label_length;
      g_array_index (parts, VacEmphasis, i).end += label_length;
    }

  return g_steal_pointer (&parts);
}

static void
add_paragraph (VacOutline *self,
               const char *text,
               VacNode    *prose)
{
  if (vac_node_get_field (prose)->marked)
    vac_outline_add_marked (self, VAC_BLOCK_PARAGRAPH, NULL, text, prose);
  else
    vac_outline_add (self, VAC_BLOCK_PARAGRAPH, text, prose);
}

/* A blank line separates paragraphs; a single line break stays within one, and no mark goes beyond
 * it. */
void
vac_outline_add_paragraphs (VacOutline *self,
                            VacNode    *prose)
{
  const char *text = vac_node_get_text (prose);
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) paragraph = NULL;

  if (strchr (text, '\n') == NULL)
    {
      if (text[strspn (text, " \t")] != '\0')
        add_paragraph (self, text, prose);
      return;
    }

  lines = g_strsplit (text, "\n", -1);
  paragraph = g_string_new (NULL);
  for (guint i = 0;; i++)
    {
      if (lines[i] == NULL || *g_strstrip (lines[i]) == '\0')
        {
          if (paragraph->len > 0)
            add_paragraph (self, paragraph->str, prose);
          g_string_truncate (paragraph, 0);
          if (lines[i] == NULL)
            return;
          continue;
        }
      if (paragraph->len > 0)
        g_string_append_c (paragraph, '\n');
      g_string_append (paragraph, lines[i]);
    }
}
