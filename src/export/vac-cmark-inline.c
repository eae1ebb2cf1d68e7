/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cmark-inline"

#include "config.h"

#include <string.h>

#include "vac-cmark-inline.h"
#include "vac-link.h"
#include "vac-outline-marks.h"
#include "vac-outline-parts.h"
#include "vac-phrase.h"
#include "vac-plain.h"

cmark_node *
vac_cmark_add (cmark_node      *parent,
               cmark_node_type  type)
{
  cmark_node *node = cmark_node_new (type);

  cmark_node_append_child (parent, node);
  return node;
}

cmark_node *
vac_cmark_add_custom (cmark_node      *parent,
                      cmark_node_type  type,
                      const char      *enter,
                      const char      *leave)
{
  cmark_node *node = vac_cmark_add (parent, type);

  cmark_node_set_on_enter (node, enter);
  cmark_node_set_on_exit (node, leave);
  return node;
}

void
vac_cmark_add_line (cmark_node *parent,
                    const char *line)
{
  if (*line != '\0')
    cmark_node_set_literal (vac_cmark_add (parent, CMARK_NODE_TEXT), line);
}

/* Returns the node that takes a link's text. cmark's own HTML encodes the brackets of an address of
 * IPv6, which then is none; the links that we are given are encoded already. */
static cmark_node *
add_link (VacCmarkBuilder *self,
          cmark_node      *parent,
          const char      *uri)
{
  g_autoptr (GString) enter = NULL;
  cmark_node *link;

  if (self->use != VAC_CMARK_HTML)
    {
      link = vac_cmark_add (parent, CMARK_NODE_LINK);
      cmark_node_set_url (link, uri);
      return link;
    }
  enter = g_string_new ("<a href=\"");
  vac_plain_escape (enter, uri);
  g_string_append (enter, "\">");

  return vac_cmark_add_custom (parent, CMARK_NODE_CUSTOM_INLINE, enter->str, "</a>");
}

/* A line, in which addresses are links unless it is one itself. */
static void
add_linked_line (VacCmarkBuilder *self,
                 cmark_node      *parent,
                 const char      *line)
{
  VacLinkSpan span;
  gsize from = 0;

  while (vac_link_find (line, from, &span))
    {
      g_autofree char *uri = span.uri;
      g_autofree char *before = g_strndup (line + from, span.start - from);
      g_autofree char *shown = g_strndup (line + span.start, span.end - span.start);

      vac_cmark_add_line (parent, before);
      vac_cmark_add_line (vac_plain_is_link (uri) ? add_link (self, parent, uri) : parent, shown);
      from = span.end;
    }
  vac_cmark_add_line (parent, line + from);
}

void
vac_cmark_add_text (VacCmarkBuilder *self,
                    cmark_node      *parent,
                    const char      *text,
                    gboolean         linked)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        vac_cmark_add (parent, CMARK_NODE_LINEBREAK);
      if (linked && self->use != VAC_CMARK_DESCRIPTION)
        add_linked_line (self, parent, lines[i]);
      else
        vac_cmark_add_line (parent, lines[i]);
    }
}

/* Whether CommonMark takes what stands between two pairs of asterisks for emphasized: beside a
 * letter they must not have punctuation on the other side. */
static gboolean
can_emphasize (const char        *text,
               const VacEmphasis *part)
{
  const char *start = text + part->start, *end = text + part->end;
  const gunichar before = part->start > 0 ? g_utf8_get_char (g_utf8_prev_char (start)) : ' ';
  const gunichar after = *end != '\0' ? g_utf8_get_char (end) : ' ';

  return (g_unichar_isalnum (g_utf8_get_char (start)) || !g_unichar_isalnum (before)) &&
         (g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (end))) ||
          !g_unichar_isalnum (after));
}

/* The node that takes a part of a text. */
static cmark_node *
enter_part (VacCmarkBuilder   *self,
            cmark_node        *parent,
            const char        *text,
            const VacEmphasis *part)
{
  if (part->uri != NULL)
    return vac_plain_is_link (part->uri) ? add_link (self, parent, part->uri) : parent;

  return self->use == VAC_CMARK_MARKDOWN && !can_emphasize (text, part)
             ? parent : vac_cmark_add (parent, CMARK_NODE_STRONG);
}

/* Adds a stretch of @text, with its parts from the one that is @next on. */
static void
add_stretch (VacCmarkBuilder *self,
             cmark_node      *parent,
             const char      *text,
             gsize            start,
             gsize            end,
             const GArray    *parts,
             guint           *next,
             gboolean         linked)
{
  gsize done = start;

  while (done < end)
    {
      const VacEmphasis *part = *next < parts->len ? &g_array_index (parts, VacEmphasis, *next)
                                                   : NULL;
      const gsize stop = part != NULL && part->start < end ? part->start : end;
      g_autofree char *before = g_strndup (text + done, stop - done);

      vac_cmark_add_text (self, parent, before, linked);
      done = stop;
      if (stop == end)
        break;
      (*next)++;
      add_stretch (self, enter_part (self, parent, text, part), text, part->start, part->end,
                   parts, next, linked && part->uri == NULL);
      done = part->end;
    }
}

/* Adds the text of a block, some of which is bold or a link. Job boards take neither. */
static void
add_parts (VacCmarkBuilder *self,
           cmark_node      *parent,
           const VacBlock  *block,
           const char      *text)
{
  g_autoptr (GArray) parts = NULL;
  guint next = 0;

  if (self->use == VAC_CMARK_DESCRIPTION)
    {
      g_autofree char *spelled = vac_block_spell_links (block);
      g_autofree char *clean = vac_plain_clean (spelled);

      vac_cmark_add_text (self, parent, clean, FALSE);
      return;
    }
  parts = vac_block_place_parts (block, text, 0);
  add_stretch (self, parent, text, 0, strlen (text), parts, &next, TRUE);
}

void
vac_cmark_add_label (VacCmarkBuilder *self,
                     cmark_node      *parent,
                     const char      *label,
                     gboolean         followed)
{
  g_autofree char *line = vac_plain_line (label);
  g_autofree char *run_in = NULL;
  g_autofree char *strong = NULL;

  if (*line == '\0')
    return;

  run_in = followed ? vac_phrase_run_in (vac_outline_get_language (self->outline), line)
                    : g_strdup (line);
  /* In CommonMark emphasis does not end between a colon and a letter, as they stand in Chinese. */
  strong = g_strndup (run_in, g_str_has_suffix (run_in, " ") ? strlen (run_in) - 1 : strlen (line));
  vac_cmark_add_line (self->use == VAC_CMARK_DESCRIPTION
                          ? parent : vac_cmark_add (parent, CMARK_NODE_STRONG),
                      strong);
  vac_cmark_add_line (parent, run_in + strlen (strong));
}

static void
add_marked_span (VacCmarkBuilder *self,
                 cmark_node      *parent,
                 const char      *line,
                 gsize            start,
                 gsize            end)
{
  g_autofree char *span = g_strndup (line + start, end - start);

  if (*span != '\0')
    vac_cmark_add_text (self, parent, span, FALSE);
}

/* A line whose words were added and removed in part, or in none; its label is emphasized. */
void
vac_cmark_add_marked (VacCmarkBuilder *self,
                      cmark_node      *parent,
                      const char      *line,
                      gsize            label_length,
                      const GArray    *marks)
{
  cmark_node *label = label_length > 0 ? vac_cmark_add (parent, CMARK_NODE_STRONG) : NULL;
  const guint n_marks = marks != NULL ? marks->len : 0;
  gsize done = 0;

  for (guint i = 0; i <= n_marks; i++)
    {
      const VacMark *mark = i < n_marks ? &g_array_index (marks, VacMark, i) : NULL;
      const gsize start = mark != NULL ? mark->start : strlen (line);
      const gboolean added = mark != NULL && mark->kind == VAC_MARK_ADDED;
      cmark_node *holder;

      if (done < label_length && start >= label_length)
        {
          add_marked_span (self, label, line, done, label_length);
          done = label_length;
        }
      holder = start < label_length ? label : parent;
      add_marked_span (self, holder, line, done, start);
      if (mark == NULL)
        break;
      add_marked_span (self, vac_cmark_add_custom (holder, CMARK_NODE_CUSTOM_INLINE,
                                                   added ? "<ins>" : "<del>",
                                                   added ? "</ins>" : "</del>"),
                       line, start, mark->end);
      done = mark->end;
    }
}

/* What is read of a block that is no table. */
static char *
get_text (VacCmarkBuilder *self,
          const VacBlock  *block)
{
  const char *language = vac_outline_get_language (self->outline);
  g_autofree char *facts = block->facts != NULL ? vac_facts_join (block->facts, language, NULL)
                                                : NULL;

  return vac_plain_clean (facts != NULL ? facts : block->text);
}

gboolean
vac_cmark_shows_marks (VacCmarkBuilder *self,
                       const VacBlock  *block)
{
  return self->use == VAC_CMARK_HTML && (block->marks != NULL || block->move != VAC_MOVE_NONE);
}

void
vac_cmark_add_move (cmark_node     *parent,
                    const VacBlock *block)
{
  cmark_node *sign;

  if (block->move == VAC_MOVE_NONE)
    return;
  sign = vac_cmark_add_custom (parent, CMARK_NODE_CUSTOM_INLINE, "<span class=\"moved\">",
                               "</span> ");
  vac_cmark_add_line (sign, VAC_MOVED_SIGN);
}

/* Does what vac_cmark_add_inlines () does where words are marked. */
void
vac_cmark_add_marked_inlines (VacCmarkBuilder *self,
                              cmark_node      *parent,
                              const VacBlock  *block)
{
  const char *language = vac_outline_get_language (self->outline);
  g_autofree gsize *fact_ends = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *label = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GArray) marks = NULL;

  if (block->facts != NULL)
    {
      fact_ends = g_new0 (gsize, block->facts->len);
      facts = vac_facts_join (block->facts, language, fact_ends);
    }
  label = block->label == NULL ? g_strdup ("")
          : *block->text != '\0' ? vac_phrase_run_in (language, block->label)
          : g_strdup (block->label);
  line = g_strconcat (label, facts != NULL ? facts : block->text, NULL);
  marks = vac_block_place_marks (block, VAC_PART_TEXT, line, strlen (label), fact_ends);
  vac_cmark_add_move (parent, block);
  vac_cmark_add_marked (self,
                        vac_plain_is_link (block->link) ? add_link (self, parent, block->link)
                                                        : parent,
                        line, strlen (label), marks);
}

/* A label and a text, either of which may be missing; the text is a link where the block is one. */
void
vac_cmark_add_inlines (VacCmarkBuilder *self,
                       cmark_node      *parent,
                       const VacBlock  *block)
{
  const gboolean is_link = self->use != VAC_CMARK_DESCRIPTION && vac_plain_is_link (block->link);
  g_autofree char *text = NULL;

  if (vac_cmark_shows_marks (self, block))
    {
      vac_cmark_add_marked_inlines (self, parent, block);
      return;
    }
  text = get_text (self, block);
  if (block->label != NULL)
    vac_cmark_add_label (self, parent, block->label, *text != '\0');
  if (*text == '\0')
    return;

  if (block->parts != NULL)
    add_parts (self, parent, block, text);
  else
    vac_cmark_add_text (self, is_link ? add_link (self, parent, block->link) : parent, text,
                        !is_link);
}

gboolean
vac_cmark_is_blank (VacCmarkBuilder *self,
                    const VacBlock  *block)
{
  g_autofree char *text = get_text (self, block);
  g_autofree char *label = vac_plain_clean (block->label != NULL ? block->label : "");

  return block->cells == NULL && *text == '\0' && *label == '\0';
}
