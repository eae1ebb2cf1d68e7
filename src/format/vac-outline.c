/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-outline"

#include "config.h"

#include <stdarg.h>
#include <string.h>

#include "vac-block-list.h"
#include "vac-outline-builder.h"
#include "vac-phrase.h"
#include "vac-wording.h"
#include "vac-placeholder.h"
#include "vac-quote.h"

/**
 * VacOutline:
 *
 * What a reader sees of a document: a flat list of blocks, with placeholders filled and what is
 * not for that reader left out. It is the one thing between the document and text, Markdown, HTML
 * and pages, so that preview and file cannot disagree. Immutable once built, reference counted.
 */
struct _VacOutline
{
  gatomicrefcount  references;
  VacAudience      audience;
  gboolean         has_marks;
  VacLook          look;

  /* Owned */
  VacDocument     *document;
  VacBlockList    *blocks;
  GPtrArray       *unfilled;   /* of char *, NULL-terminated once asked for */
  char            *language;
  char            *title;
  char            *name;
  char            *author;
  gboolean         is_sheet;
};

static void
clear_block (gpointer data)
{
  VacBlock *block = data;

  g_clear_pointer (&block->label, g_free);
  g_clear_pointer (&block->text, g_free);
  g_clear_pointer (&block->parts, g_array_unref);
  g_clear_pointer (&block->facts, g_array_unref);
  g_clear_pointer (&block->cells, g_strfreev);
  g_clear_pointer (&block->link, g_free);
  g_clear_pointer (&block->marks, g_array_unref);
  g_clear_pointer (&block->picture, vac_picture_unref);
  g_clear_pointer (&block->chart, vac_chart_unref);
  g_clear_object (&block->node);
}

/* DEL and C1 controls, overrides, noncharacters. Most text needs only the first comparison. */
static gboolean
is_unfit (const char *at)
{
  gunichar c = (guchar) *at >= 0x7f ? g_utf8_get_char (at) : 0;

  return (c >= 0x7f && c <= 0x9f) || vac_quote_is_override (c) ||
         (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

static gboolean
is_dropped (const char *at)
{
  return (*at != '\n' && *at != '\t' && (guchar) *at < 0x20) || is_unfit (at);
}

/* Control characters have no shape on paper and are forbidden in XML, so no reader gets them. A
 * carriage return is half of a line end from elsewhere. Noncharacters are forbidden as well: cairo
 * takes text that has one for broken and writes no page at all. Overrides of the direction reach
 * into what follows them; marks and isolates, which do not, stay. */
static char *
clean (char *text)
{
  char *to = text;

  /* Up to there, nothing has to be moved; in most texts that is all. Nearly all bytes are letters
   * of ASCII, of which there is less to ask. */
  while (g_ascii_isprint (*to) || (*to != '\0' && !is_dropped (to)))
    to = g_utf8_next_char (to);
  for (const char *from = to, *next; *from != '\0'; from = next)
    {
      next = g_utf8_next_char (from);
      if (is_dropped (from))
        continue;
      memmove (to, from, (gsize) (next - from));
      to += next - from;
    }
  *to = '\0';

  return text;
}

/*
 * vac_outline_new_empty:
 *
 * Returns: (transfer full): an outline without blocks that knows language, title and author
 */
VacOutline *
vac_outline_new_empty (VacDocument *document,
                       VacAudience  audience)
{
  VacOutline *self = g_new0 (VacOutline, 1);

  g_atomic_ref_count_init (&self->references);
  self->audience = audience;
  vac_look_init (&self->look);
  self->document = g_object_ref (document);
  self->blocks = vac_block_list_new (clear_block);
  self->unfilled = g_ptr_array_new_with_free_func (g_free);
  self->language = g_strdup (vac_document_get_text (document, VAC_ROLE_LANGUAGE));
  self->title = clean (
      vac_wording_fill (document, vac_document_get_text (document, VAC_ROLE_JOB_TITLE), NULL));
  self->name = g_strdup (self->title);
  self->author = clean (
      vac_wording_fill (document, vac_document_get_text (document, VAC_ROLE_EMPLOYER_NAME), NULL));

  return self;
}

/*
 * vac_outline_new_like:
 * @other: an outline
 *
 * Returns: (transfer full): an outline without blocks of the same document, for the same reader
 */
VacOutline *
vac_outline_new_like (VacOutline *other)
{
  VacOutline *self = vac_outline_new_empty (other->document, other->audience);

  g_free (self->name);
  self->name = g_strdup (other->name);
  self->look = other->look;

  return self;
}

/**
 * vac_outline_ref:
 * @self: an outline
 *
 * Returns: (transfer full): @self
 */
VacOutline *
vac_outline_ref (VacOutline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * vac_outline_unref:
 * @self: (transfer full): an outline
 */
void
vac_outline_unref (VacOutline *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  vac_block_list_free (self->blocks);
  g_ptr_array_unref (self->unfilled);
  g_object_unref (self->document);
  g_free (self->language);
  g_free (self->title);
  g_free (self->name);
  g_free (self->author);
  g_free (self);
}

/*
 * vac_outline_take_block:
 * @block: (transfer full): a block; what it holds is the outline's from now on
 *
 * Adds a block as it is: its texts are filled already.
 */
void
vac_outline_take_block (VacOutline *self,
                        VacBlock   *block)
{
  self->has_marks |= block->marks != NULL || block->move != VAC_MOVE_NONE;
  *vac_block_list_add (self->blocks) = *block;
  *block = (VacBlock) { 0 };
}

static char *
fill (VacOutline *self,
      const char *text,
      gboolean   *unfilled)
{
  VacPlaceholder placeholder;
  char *filled = clean (vac_wording_fill (self->document, text, self->unfilled));

  *unfilled = *unfilled || vac_placeholder_next (filled, 0, &placeholder);

  return filled;
}

/*
 * vac_outline_set_earlier:
 * @earlier: (nullable): an outline, whose blocks are shared until this is called with %NULL
 *
 * Blocks of another document or for another reader are not shared.
 */
void
vac_outline_set_earlier (VacOutline *self,
                         VacOutline *earlier)
{
  const gboolean alike = earlier != NULL && earlier->document == self->document
                         && earlier->audience == self->audience;

  vac_block_list_set_earlier (self->blocks, alike ? earlier->blocks : NULL);
}

VacBlockList *
vac_outline_get_blocks (VacOutline *self)
{
  return self->blocks;
}

VacBlock *
vac_outline_add_labelled (VacOutline   *self,
                          VacBlockKind  kind,
                          const char   *label,
                          const char   *text,
                          VacNode      *node)
{
  VacBlock *block = vac_block_list_add (self->blocks);

  block->kind = kind;
  if (label != NULL && *label != '\0')
    block->label = g_strstrip (fill (self, label, &block->unfilled));
  block->text = g_strstrip (fill (self, text, &block->unfilled));
  g_set_object (&block->node, node);

  return block;
}

/*
 * vac_outline_add_marked:
 * @stored: a paragraph of a text that can be bold or a link in part, as the document holds it
 *
 * Adds what readers see of it.
 */
VacBlock *
vac_outline_add_marked (VacOutline   *self,
                        VacBlockKind  kind,
                        const char   *label,
                        const char   *stored,
                        VacNode      *node)
{
  g_autoptr (VacMarkup) markup = vac_markup_new (stored);
  g_autoptr (GArray) parts = vac_emphasis_array_copy (vac_markup_get_parts (markup));
  const char *text = markup != NULL ? vac_markup_get_text (markup) : stored;
  g_autofree char *filled = NULL;
  VacBlock *block = vac_outline_add_labelled (self, kind, label, text, node);

  if (parts == NULL)
    return block;
  filled = vac_wording_fill_parts (self->document, text, parts, NULL);
  block->parts = g_steal_pointer (&parts);
  vac_emphasis_follow (block->parts, filled, block->text);

  return block;
}

VacBlock *
vac_outline_add (VacOutline   *self,
                 VacBlockKind  kind,
                 const char   *text,
                 VacNode      *node)
{
  return vac_outline_add_labelled (self, kind, NULL, text, node);
}

/*
 * vac_outline_add_chart:
 * @chart: a chart
 * @text: what is read in its place
 */
void
vac_outline_add_chart (VacOutline *self,
                       VacChart   *chart,
                       const char *text,
                       VacNode    *node)
{
  vac_outline_add (self, VAC_BLOCK_CHART, text, node)->chart = vac_chart_ref (chart);
}

VacBlock *
vac_outline_add_heading (VacOutline *self,
                         guint       level,
                         const char *text,
                         VacNode    *node)
{
  VacBlock *block = vac_outline_add (self, VAC_BLOCK_HEADING, text, node);

  block->level = (guint8) level;

  return block;
}

VacBlock *
vac_outline_add_link (VacOutline *self,
                      const char *label,
                      const char *text,
                      const char *link,
                      VacNode    *node)
{
  VacBlock *block = vac_outline_add_labelled (self, VAC_BLOCK_LINK, label, text, node);

  block->link = g_strdup (link);

  return block;
}

/*
 * vac_outline_add_facts:
 * @facts: (element-type VacBlockFact): facts, in whose texts placeholders are filled; when there
 *   are none, there is no block
 */
void
vac_outline_add_facts (VacOutline *self,
                       GArray     *facts,
                       VacNode    *node)
{
  VacBlock *block;

  if (facts->len == 0)
    return;

  block = vac_outline_add (self, VAC_BLOCK_FACTS, "", node);
  block->facts = vac_facts_new ();
  for (guint i = 0; i < facts->len; i++)
    {
      const VacBlockFact *fact = vac_facts_get (facts, i);
      g_autofree char *text = fill (self, fact->text, &block->unfilled);

      vac_facts_add (block->facts, fact->label, text, fact->node);
    }
  /* Of characters that no reader gets there is nothing left. */
  if (block->facts->len == 0)
    vac_outline_truncate (self, vac_block_list_get_n (self->blocks) - 1);
}

void
vac_outline_add_cells (VacOutline        *self,
                       gboolean           header,
                       VacNode           *node,
                       const char *const *cells)
{
  VacBlock *block = vac_outline_add (self, VAC_BLOCK_ROW, "", node);
  guint n_cells = g_strv_length ((char **) cells);

  block->header = header;
  block->cells = g_new0 (char *, n_cells + 1);
  for (guint i = 0; i < n_cells; i++)
    block->cells[i] = fill (self, cells[i], &block->unfilled);
}

/*
 * vac_outline_add_row:
 * @...: the cells, ended by NULL
 */
void
vac_outline_add_row (VacOutline *self,
                     gboolean    header,
                     VacNode    *node,
                     ...)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  const char *cell;
  va_list args;

  va_start (args, node);
  do
    {
      cell = va_arg (args, const char *);
      g_ptr_array_add (cells, (gpointer) cell);
    }
  while (cell != NULL);
  va_end (args);
  vac_outline_add_cells (self, header, node, (const char *const *) cells->pdata);
}

static void
note_unfilled (VacOutline *self,
               const char *text)
{
  if (text != NULL)
    g_free (vac_wording_fill (self->document, text, self->unfilled));
}

/* The placeholders of what is dropped no longer count as unfilled, unless they also appear
 * elsewhere. */
void
vac_outline_truncate (VacOutline *self,
                      guint       n_blocks)
{
  gboolean unfilled = FALSE;

  for (guint i = n_blocks; i < vac_block_list_get_n (self->blocks); i++)
    unfilled |= vac_block_list_get (self->blocks, i)->unfilled;
  vac_block_list_truncate (self->blocks, n_blocks);

  if (!unfilled)
    return;
  g_ptr_array_set_size (self->unfilled, 0);
  for (guint i = 0; i < vac_block_list_get_n (self->blocks); i++)
    {
      const VacBlock *block = vac_block_list_get (self->blocks, i);

      if (!block->unfilled)
        continue;
      note_unfilled (self, block->label);
      note_unfilled (self, block->text);
      for (guint j = 0; block->facts != NULL && j < block->facts->len; j++)
        note_unfilled (self, vac_facts_get (block->facts, j)->text);
      for (guint j = 0; block->cells != NULL && block->cells[j] != NULL; j++)
        note_unfilled (self, block->cells[j]);
    }
}

/**
 * vac_outline_get_n_blocks:
 * @self: an outline
 *
 * Returns: how many blocks it has
 */
guint
vac_outline_get_n_blocks (VacOutline *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return vac_block_list_get_n (self->blocks);
}

/**
 * vac_outline_get_block:
 * @self: an outline
 * @position: less than vac_outline_get_n_blocks()
 *
 * Returns: (transfer none): a block, as long as @self lives
 */
const VacBlock *
vac_outline_get_block (VacOutline *self,
                       guint       position)
{
  g_return_val_if_fail (self != NULL && position < vac_block_list_get_n (self->blocks), NULL);

  return vac_block_list_get (self->blocks, position);
}

/**
 * vac_outline_list_blocks:
 * @self: an outline
 *
 * For those who look at every block at each key.
 *
 * Returns: (transfer none) (array): its blocks, as many as vac_outline_get_n_blocks() says, as long
 *   as @self lives
 */
const VacBlock *const *
vac_outline_list_blocks (VacOutline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return vac_block_list_peek (self->blocks);
}

/**
 * vac_outline_get_picture:
 * @self: an outline
 *
 * Returns: (transfer none) (nullable): the block of the employer's logo
 */
const VacBlock *
vac_outline_get_picture (VacOutline *self)
{
  const VacBlock *first;

  g_return_val_if_fail (self != NULL, NULL);

  first = vac_block_list_get_n (self->blocks) > 0 ? vac_block_list_get (self->blocks, 0) : NULL;

  return first != NULL && first->kind == VAC_BLOCK_PICTURE ? first : NULL;
}

/**
 * vac_outline_has_marks:
 * @self: an outline
 *
 * Returns: whether it shows differences between two documents
 */
gboolean
vac_outline_has_marks (VacOutline *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->has_marks;
}

/**
 * vac_outline_get_audience:
 * @self: an outline
 *
 * Returns: whom it is for
 */
VacAudience
vac_outline_get_audience (VacOutline *self)
{
  g_return_val_if_fail (self != NULL, VAC_AUDIENCE_CANDIDATE);

  return self->audience;
}

/**
 * vac_outline_get_language:
 * @self: an outline
 *
 * Returns: (transfer none): the document's language as a BCP 47 tag; may be empty
 */
const char *
vac_outline_get_language (VacOutline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

/**
 * vac_outline_get_title:
 * @self: an outline
 *
 * Returns: (transfer none): the job's title; may be empty
 */
const char *
vac_outline_get_title (VacOutline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/*
 * vac_outline_set_subject:
 * @subject: what of the document this is: "Interview Kit"
 *
 * Several files of one posting lie side by side and are told apart by what they are.
 */
void
vac_outline_set_subject (VacOutline *self,
                         const char *subject)
{
  g_free (self->name);
  self->name = *self->title != '\0'
               ? g_strconcat (subject, vac_phrase_get (self->language, VAC_PHRASE_COLON),
                              self->title, NULL)
               : g_strdup (subject);
}

/*
 * vac_outline_set_sheet:
 *
 * Says that it is meant for one page, which is then squeezed as far as stays legible.
 */
void
vac_outline_set_sheet (VacOutline *self)
{
  self->is_sheet = TRUE;
}

/*
 * vac_outline_set_look:
 * @look: how it looks, if not as the usual design has it
 */
void
vac_outline_set_look (VacOutline    *self,
                      const VacLook *look)
{
  self->look = *look;
}

/**
 * vac_outline_get_look:
 * @self: an outline
 *
 * Returns: (transfer none): how it looks where it is not plain text
 */
const VacLook *
vac_outline_get_look (VacOutline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->look;
}

/**
 * vac_outline_is_sheet:
 * @self: an outline
 *
 * Returns: whether it is meant for one page, whatever else is printed on several
 */
gboolean
vac_outline_is_sheet (VacOutline *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_sheet;
}

/**
 * vac_outline_get_name:
 * @outline: an outline
 *
 * Returns: (transfer none): what a file of it says it is: the job's title, and before it what of
 *   the posting this is, unless it is the posting itself; may be empty
 */
const char *
vac_outline_get_name (VacOutline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * vac_outline_get_author:
 * @self: an outline
 *
 * Returns: (transfer none): the employer's name; may be empty
 */
const char *
vac_outline_get_author (VacOutline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->author;
}

/**
 * vac_outline_get_unfilled:
 * @self: an outline
 *
 * Returns: (transfer none): the names of the placeholders that the reader sees unfilled, each
 *   once, ended by %NULL
 */
const char *const *
vac_outline_get_unfilled (VacOutline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->unfilled->len == 0 ||
      g_ptr_array_index (self->unfilled, self->unfilled->len - 1) != NULL)
    g_ptr_array_add (self->unfilled, NULL);

  return (const char *const *) self->unfilled->pdata;
}
