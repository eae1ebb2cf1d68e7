/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-flow"

#include "config.h"

#include <string.h>

#include "vac-import-flow.h"
#include "vac-import-pieces.h"
#include "vac-import-private.h"

/* How many paragraphs and cells may begin, so that a table of empty cells takes no memory. */
#define MAX_BEGINNINGS (10 * VAC_IMPORT_MAX_PARTS)

typedef enum
{
  FRAME_ALL,
  FRAME_PARAGRAPH,
  FRAME_TABLE,
  FRAME_ROW,
  FRAME_CELL,
} FrameKind;

typedef struct
{
  FrameKind  kind;
  GPtrArray *parts;      /* of VacDraftPart: what is in it; of a paragraph, what comes after it */
  VacPieces *pieces;     /* of a paragraph */
  GPtrArray *cells;      /* of a row: of GPtrArray of VacDraftPart */
  char      *first;      /* of a table: what the first cell of the last row says */
  gboolean   continued;  /* of a cell: the one above it reaches into this row */
  gboolean   dropped;    /* of a row */
  gboolean   captioned;  /* of a table: captions stand above what is in its cells */
} Frame;

struct _VacFlow
{
  VacDraft   *draft;
  GArray     *frames;         /* of Frame, the innermost last */
  guint       n_beginnings;
  gboolean    has_title;
  char       *origin;
  GHashTable *languages;      /* of numbers of bytes by tag */
};

static void
clear_frame (gpointer data)
{
  Frame *frame = data;

  g_clear_pointer (&frame->parts, g_ptr_array_unref);
  g_clear_pointer (&frame->pieces, vac_pieces_free);
  g_clear_pointer (&frame->cells, g_ptr_array_unref);
  g_free (frame->first);
}

static Frame *
get_frame (VacFlow *self)
{
  return &g_array_index (self->frames, Frame, self->frames->len - 1);
}

static Frame *
push (VacFlow   *self,
      FrameKind  kind)
{
  Frame frame = { .kind = kind, .parts = vac_pieces_parts_new () };

  if (kind == FRAME_ROW)
    frame.cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_array_append_val (self->frames, frame);
  self->n_beginnings++;

  return get_frame (self);
}

/* Hands what is in the outermost frame to the draft. */
static void
flush (VacFlow *self)
{
  GPtrArray *parts = get_frame (self)->parts;

  if (get_frame (self)->kind != FRAME_ALL)
    return;
  for (guint i = 0; i < parts->len; i++)
    vac_draft_add (self->draft, g_ptr_array_index (parts, i));
  g_ptr_array_set_size (parts, 0);
}

/* Ends the innermost frame; what is in it is part of the one around it. */
static void
pop (VacFlow *self)
{
  GPtrArray *parts = g_ptr_array_ref (get_frame (self)->parts);

  g_array_set_size (self->frames, self->frames->len - 1);
  g_ptr_array_extend_and_steal (get_frame (self)->parts, parts);
  flush (self);
}

/*
 * vac_flow_new:
 * @draft: takes what flows; outlives the flow
 *
 * Returns: (transfer full): a flow in which nothing has begun
 */
VacFlow *
vac_flow_new (VacDraft *draft)
{
  VacFlow *self = g_new0 (VacFlow, 1);

  self->draft = draft;
  self->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_array_set_clear_func (self->frames, clear_frame);
  self->languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  push (self, FRAME_ALL);

  return self;
}

void
vac_flow_free (VacFlow *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->frames);
  g_hash_table_unref (self->languages);
  g_free (self->origin);
  g_free (self);
}

/*
 * vac_flow_is_full:
 * @self: a flow
 *
 * Returns: whether there is more than a posting can have; the draft then says that the rest was
 *   left out
 */
gboolean
vac_flow_is_full (VacFlow *self)
{
  const gboolean full = self->n_beginnings >= MAX_BEGINNINGS ||
                        vac_draft_get_n_parts (self->draft) >= VAC_IMPORT_MAX_PARTS;

  if (full)
    vac_draft_remark_cut (self->draft);

  return full;
}

/*
 * vac_flow_set_origin:
 * @self: a flow
 * @origin: (nullable): where the paragraphs that end from now on stand in the source
 */
void
vac_flow_set_origin (VacFlow    *self,
                     const char *origin)
{
  g_free (self->origin);
  self->origin = g_strdup (origin);
}

/*
 * vac_flow_count_language:
 * @self: a flow
 * @language: (nullable): what the source says
 * @size: how many bytes of text are in it
 */
void
vac_flow_count_language (VacFlow    *self,
                         const char *language,
                         gsize       size)
{
  const gsize before = language != NULL
                       ? GPOINTER_TO_SIZE (g_hash_table_lookup (self->languages, language)) : 0;

  if (language != NULL)
    g_hash_table_replace (self->languages, g_strdup (language), GSIZE_TO_POINTER (before + size));
}

/*
 * vac_flow_tell_language:
 * @self: a flow
 *
 * The draft is in the language of most of its text.
 */
void
vac_flow_tell_language (VacFlow *self)
{
  GHashTableIter iter;
  gpointer tag, size;
  gsize most = 0;

  g_hash_table_iter_init (&iter, self->languages);
  while (g_hash_table_iter_next (&iter, &tag, &size))
    if (GPOINTER_TO_SIZE (size) > most)
      {
        most = GPOINTER_TO_SIZE (size);
        vac_draft_set_language (self->draft, tag);
      }
}

void
vac_flow_begin_paragraph (VacFlow *self)
{
  push (self, FRAME_PARAGRAPH)->pieces = vac_pieces_new ();
}

/*
 * vac_flow_add:
 * @self: a flow in which a paragraph has begun
 * @text: a piece of it; a line feed is a line break
 * @length: of @text in bytes; -1 when it ends with NUL
 * @bold: how it is set
 * @uri: (nullable): where it leads, safe
 */
void
vac_flow_add (VacFlow    *self,
              const char *text,
              gssize      length,
              gboolean    bold,
              const char *uri)
{
  if (get_frame (self)->kind == FRAME_PARAGRAPH)
    vac_pieces_add (get_frame (self)->pieces, text, length, bold, uri);
}

/*
 * vac_flow_is_blank:
 * @self: a flow in which a paragraph has begun
 *
 * Returns: whether it has no text yet
 */
gboolean
vac_flow_is_blank (VacFlow *self)
{
  const Frame *frame = get_frame (self);

  return frame->kind != FRAME_PARAGRAPH || vac_pieces_is_blank (frame->pieces);
}

/*
 * vac_flow_end_paragraph:
 * @self: a flow in which a paragraph has begun
 * @kind: what it turned out to be
 * @level: of a heading or a bullet, from 1
 *
 * The first title is the one: some set all their headings in the style of the title.
 */
void
vac_flow_end_paragraph (VacFlow     *self,
                        VacDraftKind kind,
                        guint        level)
{
  Frame *frame = get_frame (self);
  g_autoptr (GPtrArray) parts = vac_pieces_parts_new ();

  g_assert (frame->kind == FRAME_PARAGRAPH);

  if (kind == VAC_DRAFT_TITLE && self->has_title)
    {
      kind = VAC_DRAFT_HEADING;
      level = 1;
    }
  self->has_title |= kind == VAC_DRAFT_TITLE && !vac_pieces_is_blank (frame->pieces);
  vac_pieces_finish (frame->pieces, kind, level, self->origin, parts);
  g_ptr_array_extend_and_steal (parts, g_steal_pointer (&frame->parts));
  frame->parts = g_steal_pointer (&parts);
  pop (self);
}

/*
 * vac_flow_drop_paragraph:
 * @self: a flow in which a paragraph has begun
 *
 * Ends it, and leaves it out; what stood in a box of its own in it stays.
 */
void
vac_flow_drop_paragraph (VacFlow *self)
{
  g_assert (get_frame (self)->kind == FRAME_PARAGRAPH);

  pop (self);
}

void
vac_flow_begin_table (VacFlow *self)
{
  push (self, FRAME_TABLE);
}

void
vac_flow_begin_row (VacFlow *self)
{
  push (self, FRAME_ROW);
}

void
vac_flow_begin_cell (VacFlow *self)
{
  push (self, FRAME_CELL);
}

/*
 * vac_flow_continue_cell:
 * @self: a flow in which a cell has begun
 *
 * Tells that it is one with the cell above it.
 */
void
vac_flow_continue_cell (VacFlow *self)
{
  if (get_frame (self)->kind == FRAME_CELL)
    get_frame (self)->continued = TRUE;
}

void
vac_flow_end_cell (VacFlow *self)
{
  Frame *frame = get_frame (self);
  Frame *row = self->frames->len > 1 ? frame - 1 : NULL;

  g_assert (frame->kind == FRAME_CELL);

  if (row != NULL && row->kind == FRAME_ROW)
    {
      const Frame *table = frame - 2;
      GPtrArray *cell = g_steal_pointer (&frame->parts);

      /* A cell at the start of several rows is a label of each. */
      if (frame->continued && row->cells->len == 0 && table->kind == FRAME_TABLE &&
          table->first != NULL)
        vac_pieces_add_part (cell, VAC_DRAFT_PARAGRAPH, table->first, self->origin);
      g_ptr_array_add (row->cells, cell);
      frame->parts = vac_pieces_parts_new ();
    }
  pop (self);
}

/*
 * vac_flow_drop_row:
 * @self: a flow in which a row has begun
 *
 * Leaves out the row when it ends.
 */
void
vac_flow_drop_row (VacFlow *self)
{
  if (get_frame (self)->kind == FRAME_ROW)
    get_frame (self)->dropped = TRUE;
}

static gboolean
is_plain (GPtrArray *cell)
{
  for (guint i = 0; i < cell->len; i++)
    if (((VacDraftPart *) g_ptr_array_index (cell, i))->kind != VAC_DRAFT_PARAGRAPH)
      return FALSE;

  return TRUE;
}

/* A row of a table that lays out a page is no row: with a single text, or with lists in it. */
static gboolean
is_row (GPtrArray *cells)
{
  guint n_filled = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      GPtrArray *cell = g_ptr_array_index (cells, i);

      if (!is_plain (cell))
        return FALSE;
      n_filled += cell->len > 0;
    }

  return n_filled > 1;
}

/* A caption above a line, which stands beside others to save room. */
static gboolean
is_captioned (GPtrArray *cell)
{
  for (guint i = 0; i < cell->len; i++)
    {
      const VacDraftPart *part = g_ptr_array_index (cell, i);

      if (part->kind != VAC_DRAFT_PARAGRAPH || part->label != NULL ||
          (i == 0 && strchr (part->text, '\n') != NULL))
        return FALSE;
    }

  return cell->len == 2;
}

/* What tells a caption from a line of its text, where a cell has the row to itself. */
static gboolean
is_set_apart (GPtrArray *cell)
{
  return ((VacDraftPart *) g_ptr_array_index (cell, 0))->strong &&
         !((VacDraftPart *) g_ptr_array_index (cell, 1))->strong;
}

static gboolean
are_captioned (GPtrArray *cells,
               gboolean   before)
{
  guint n = 0;
  gboolean apart = TRUE;

  for (guint i = 0; i < cells->len; i++)
    {
      GPtrArray *cell = g_ptr_array_index (cells, i);

      if (cell->len == 0)
        continue;
      if (!is_captioned (cell))
        return FALSE;
      apart &= is_set_apart (cell);
      n++;
    }

  return n > 1 || (n == 1 && (before || apart));
}

/* Each of them is what a row of two cells would be. */
static void
add_captioned (Frame      *row,
               const char *origin)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      GPtrArray *cell = g_ptr_array_index (row->cells, i);
      g_autofree char *text = NULL;

      if (cell->len == 0)
        continue;
      text = g_strconcat (((VacDraftPart *) g_ptr_array_index (cell, 0))->text, "\t",
                          ((VacDraftPart *) g_ptr_array_index (cell, 1))->text, NULL);
      vac_pieces_add_part (row->parts, VAC_DRAFT_ROW, text, origin);
    }
}

/* The text of a cell: its paragraphs one below the other. */
static void
append_cell (GString   *out,
             GPtrArray *cell,
             gboolean  *strong)
{
  for (guint i = 0; i < cell->len; i++)
    {
      const VacDraftPart *part = g_ptr_array_index (cell, i);

      if (i > 0)
        g_string_append_c (out, '\n');
      if (part->label != NULL)
        g_string_append_printf (out, "%s: ", part->label);
      g_string_append (out, part->text);
      *strong &= part->strong;
    }
}

static void
add_row (Frame      *row,
         Frame      *table,
         const char *origin)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean strong = TRUE;
  VacDraftPart *part;

  for (guint i = 0; i < row->cells->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\t');
      append_cell (text, g_ptr_array_index (row->cells, i), &strong);
      if (i == 0 && table->kind == FRAME_TABLE && strchr (text->str, '\n') == NULL)
        {
          g_free (table->first);
          table->first = g_strdup (text->str);
        }
    }
  part = vac_pieces_add_part (row->parts, VAC_DRAFT_ROW, text->str, origin);
  part->strong = strong;
}

void
vac_flow_end_row (VacFlow *self)
{
  Frame *row = get_frame (self), *table = row - 1;

  g_assert (row->kind == FRAME_ROW);

  if (row->dropped)
    g_ptr_array_set_size (row->parts, 0);
  else if (are_captioned (row->cells, table->captioned))
    {
      table->captioned = TRUE;
      add_captioned (row, self->origin);
    }
  else if (is_row (row->cells))
    add_row (row, table, self->origin);
  else
    for (guint i = 0; i < row->cells->len; i++)
      {
        GPtrArray *cell = g_ptr_array_index (row->cells, i);

        g_ptr_array_extend_and_steal (row->parts, g_ptr_array_ref (cell));
      }
  pop (self);
}

void
vac_flow_end_table (VacFlow *self)
{
  g_assert (get_frame (self)->kind == FRAME_TABLE);

  pop (self);
}
