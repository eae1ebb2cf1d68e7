/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-piece-hyphens"

#include "config.h"

#include <string.h>

#include "vac-hyphen.h"
#include "vac-outline-parts.h"
#include "vac-piece-hyphens.h"

/* Words of running text are divided where a line would else end far from the margin, and nowhere
 * else: the text is ragged, and most of its lines are better with whole words. The layout's text
 * has a hyphen there that the text of the document has not. It is no soft one: in a PDF, cairo says
 * of all hyphens of a font what it says of the first, and readers of a PDF make words whole again
 * that end a line with a usual one. */

#define HYPHEN "-"
#define HYPHEN_LENGTH 1

/* What a line leaves free, as a share of its width, before a word is divided for it; likewise right
 * below a line that ends with a hyphen. */
#define LEAST_GAP 0.12
#define LEAST_GAP_BELOW 0.3

/* How much of that the beginning of the word has to fill. */
#define LEAST_FILLED 0.5

/* What a blank and a hyphen take at least, as a multiple of the type size. */
#define LEAST_BLANK_AND_HYPHEN 0.4

/**
 * VacHyphens:
 * @text: (owned): of the layout without hyphens
 * @attributes: (owned): of that
 * @places: (element-type gsize): where in @text words are divided, in bytes, in order
 */
struct _VacHyphens
{
  char          *text;
  PangoAttrList *attributes;
  GArray        *places;
};

static VacCell *
get_cell (VacPiece *self)
{
  return &g_array_index (self->cells, VacCell, 0);
}

/* Facts, addresses, and what a reader looks words up by, stay whole. A placeholder is to be found,
 * and what fills it is another text. */
static gboolean
is_running_text (const VacPiece   *self,
                 const VacMeasure *measure)
{
  const VacBlock *block = self->block;

  return !measure->rtl && block->facts == NULL && block->marks == NULL && !block->unfilled
         && self->box != VAC_BOX_APPLY
         && (self->kind == VAC_BLOCK_BULLET
             || (self->kind == VAC_BLOCK_PARAGRAPH && block->label == NULL));
}

/*
 * vac_piece_forget_hyphens:
 *
 * Frees what is known of hyphens; the layout stays as it is.
 */
void
vac_piece_forget_hyphens (VacPiece *self)
{
  if (self->hyphens == NULL)
    return;

  g_free (self->hyphens->text);
  pango_attr_list_unref (self->hyphens->attributes);
  g_array_unref (self->hyphens->places);
  g_clear_pointer (&self->hyphens, g_free);
}

static void
remember_text (VacPiece    *self,
               PangoLayout *layout)
{
  if (self->hyphens != NULL)
    return;

  self->hyphens = g_new0 (VacHyphens, 1);
  self->hyphens->text = g_strdup (pango_layout_get_text (layout));
  self->hyphens->attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  self->hyphens->places = g_array_new (FALSE, FALSE, sizeof (gsize));
}

/* Sets the text with its hyphens, and breaks it into lines. */
static void
set_text (VacPiece *self)
{
  const VacHyphens *hyphens = self->hyphens;
  PangoLayout *layout = get_cell (self)->layout;
  g_autoptr (GString) text = g_string_new (hyphens->text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_copy (hyphens->attributes);

  for (guint i = hyphens->places->len; i > 0; i--)
    {
      const gsize place = g_array_index (hyphens->places, gsize, i - 1);

      g_string_insert (text, (gssize) place, HYPHEN);
      pango_attr_list_update (attributes, (int) place, 0, HYPHEN_LENGTH);
    }
  pango_layout_set_text (layout, text->str, (int) text->len);
  pango_layout_set_attributes (layout, attributes);
}

/*
 * vac_piece_get_place:
 * @offset: in the text before words were divided, in bytes
 *
 * Returns: where that is in the text of the layout
 */
gsize
vac_piece_get_place (const VacPiece *self,
                     gsize           offset)
{
  gsize place = offset;

  for (guint i = 0; self->hyphens != NULL && i < self->hyphens->places->len; i++)
    if (g_array_index (self->hyphens->places, gsize, i) <= offset)
      place += HYPHEN_LENGTH;

  return place;
}

/*
 * vac_piece_divides_word:
 * @line: a line of the piece
 *
 * Returns: whether the line ends within a word, with a hyphen
 */
gboolean
vac_piece_divides_word (VacPiece *self,
                        guint     line)
{
  const PangoLayoutLine *shown;
  gsize end;

  if (self->hyphens == NULL || self->hyphens->places->len == 0)
    return FALSE;

  shown = pango_layout_get_line_readonly (get_cell (self)->layout, (int) line);
  if (shown == NULL)
    return FALSE;
  end = (gsize) (shown->start_index + shown->length);
  for (guint i = 0; i < self->hyphens->places->len; i++)
    if (g_array_index (self->hyphens->places, gsize, i) + (i + 1) * HYPHEN_LENGTH == end)
      return TRUE;

  return FALSE;
}

static gboolean
is_linked (const VacPiece *self,
           gsize           offset)
{
  for (guint i = 0; self->links != NULL && i < self->links->len; i++)
    {
      const VacEmphasis *link = &g_array_index (self->links, VacEmphasis, i);

      if (offset >= link->start && offset < link->end)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_letter (const char *at)
{
  return g_unichar_isalpha (g_utf8_get_char (at));
}

/* "(l’entreprise" begins with signs and at most two letters before an apostrophe. */
static const char *
skip_beginning (const char *at)
{
  const char *word;

  while (*at != '\0' && *at != ' ' && *at != '\n' && !is_letter (at))
    at = g_utf8_next_char (at);
  word = at;
  for (guint i = 0; i < 2 && *word != '\0' && is_letter (word); i++)
    word = g_utf8_next_char (word);
  if (word == at || (*word != '\'' && !g_str_has_prefix (word, "\342\200\231")))
    return at;

  return g_utf8_next_char (word);
}

/* Finds the word of what stands between two blanks: letters, of which the first alone may be a
 * capital one, and nothing but punctuation around them. Returns its length, or 0 for what looks
 * like an abbreviation, an address or code. */
static gsize
find_word (const char  *start,
           const char  *end,
           const char **word)
{
  const char *p;

  *word = skip_beginning (start);
  for (const char *sign = start; sign < *word; sign = g_utf8_next_char (sign))
    if (g_unichar_isdigit (g_utf8_get_char (sign)) || strchr ("-/_@#\\.=+&*", *sign) != NULL)
      return 0;
  for (p = *word; p < end && is_letter (p); p = g_utf8_next_char (p))
    if (p > *word && g_unichar_isupper (g_utf8_get_char (p)))
      return 0;
  for (const char *sign = p; sign < end; sign = g_utf8_next_char (sign))
    if (is_letter (sign) || g_unichar_isdigit (g_utf8_get_char (sign))
        || strchr ("-/_@#\\=+&*()", *sign) != NULL)
      return 0;

  return (gsize) (p - *word);
}

static double
get_line_width (PangoLayoutLine *line)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (line, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

/* How far a place in a line is from its beginning, in points. */
static double
get_distance (PangoLayoutLine *line,
              gsize            place)
{
  int from, to;

  pango_layout_line_index_to_x (line, line->start_index, FALSE, &from);
  pango_layout_line_index_to_x (line, (int) place, FALSE, &to);

  return (double) (to - from) / PANGO_SCALE;
}

/* Divides a word at a place, or does not if the line then does not end there. */
static gboolean
try_place (VacPiece *self,
           guint     line,
           gsize     place)
{
  remember_text (self, get_cell (self)->layout);
  g_array_append_val (self->hyphens->places, place);
  set_text (self);
  if (vac_piece_divides_word (self, line))
    return TRUE;

  g_array_set_size (self->hyphens->places, self->hyphens->places->len - 1);
  set_text (self);

  return FALSE;
}

/* Divides the word that begins the line below @line, so that its beginning fills the gap. */
static gboolean
fill_gap (VacPiece         *self,
          const VacMeasure *measure,
          guint             line,
          double            gap)
{
  PangoLayout *layout = get_cell (self)->layout;
  PangoLayoutLine *below = pango_layout_get_line_readonly (layout, (int) line + 1);
  const char *text = pango_layout_get_text (layout);
  const char *start = text + below->start_index;
  const char *end = start + strcspn (start, " \n");
  const gsize hyphens = self->hyphens != NULL ? self->hyphens->places->len : 0;
  const gsize shift = hyphens * HYPHEN_LENGTH;
  const double least = LEAST_BLANK_AND_HYPHEN * get_cell (self)->step->size
                       * vac_type_get_scale (measure->look, measure->squeeze);
  gsize breaks[VAC_HYPHEN_LONGEST];
  const char *word;
  gsize length, offset;
  guint n;

  length = find_word (start, end, &word);
  if (below->is_paragraph_start || *end == '\0' || *end == '\n' || length == 0)
    return FALSE;
  offset = (gsize) (word - text) - shift;
  if (offset < self->label_length || is_linked (self, offset))
    return FALSE;

  n = vac_hyphen_find (measure->language, word, length, breaks);
  for (guint i = n; i > 0; i--)
    {
      const gsize place = (gsize) (word - text) + breaks[i - 1];
      double width;

      if (place >= (gsize) (below->start_index + below->length))
        continue;
      width = get_distance (below, place);
      if (width + least > gap)
        continue;
      if (width < LEAST_FILLED * gap)
        return FALSE;
      if (try_place (self, line, place - shift))
        return TRUE;
      /* The lines are others now. */
      below = pango_layout_get_line_readonly (layout, (int) line + 1);
      text = pango_layout_get_text (layout);
      word = text + offset + shift;
    }

  return FALSE;
}

/*
 * vac_piece_hyphenate:
 * @self: a piece of text that is broken into lines
 * @measure: how it is laid out
 *
 * Divides words where a line would else end too early. Those that were divided before for other
 * lines are whole again.
 */
void
vac_piece_hyphenate (VacPiece         *self,
                     const VacMeasure *measure)
{
  PangoLayout *layout = get_cell (self)->layout;
  const double width = get_cell (self)->width;
  gboolean below = FALSE;

  if (!is_running_text (self, measure) || !vac_hyphen_has_language (measure->language))
    return;

  if (self->hyphens != NULL)
    {
      g_array_set_size (self->hyphens->places, 0);
      set_text (self);
    }
  for (guint i = 0; i + 1 < (guint) pango_layout_get_line_count (layout); i++)
    {
      const double gap =
          width - get_line_width (pango_layout_get_line_readonly (layout, (int) i));

      below = gap > (below ? LEAST_GAP_BELOW : LEAST_GAP) * width
              && fill_gap (self, measure, i, gap);
    }
}
