/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-piece-marks"

#include "config.h"

#include <string.h>

#include "vac-outline-marks.h"
#include "vac-phrase.h"
#include "vac-piece-marks.h"
#include "vac-placeholder.h"

#define LONGEST_WHOLE_FACT 48   /* characters: well below the width of a page */

/* In bytes: a text that has a last line, and the two words that end it together. */
#define SHORTEST_TEXT 36
#define LONGEST_ENDING 28

#define RANGE " – "

/* Programs that extract text from PDF files stumble over ligatures. */
#define FEATURES "liga=0, clig=0"

/* A font sets fractions for this sign alone, and to look for them in every text takes an eighth of
 * what it takes to shape it. */
#define FRACTION_SLASH "\342\201\204"
#define NO_FRACTIONS ", frac=0, numr=0, dnom=0"

#define PLACEHOLDER_TINT 0xfff1c4
#define PLACEHOLDER_COLOUR 0x6b4200

/* Dark enough for every reader; in print the line below or through the words tells them apart. */
#define ADDED_TINT 0xdcf3e1
#define ADDED_COLOUR 0x0b4a22
#define REMOVED_TINT 0xfbe3e1
#define REMOVED_COLOUR 0x8a1414

static void
add_attribute (PangoAttrList  *attributes,
               PangoAttribute *attribute,
               gsize           start,
               gsize           end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

static PangoAttribute *
create_colour (PangoAttribute *(*create) (guint16, guint16, guint16),
               guint32          colour)
{
  return create ((guint16) (((colour >> 16) & 0xff) * 0x101),
                 (guint16) (((colour >> 8) & 0xff) * 0x101),
                 (guint16) ((colour & 0xff) * 0x101));
}

/* The braces stay visible, so that colour is not the only mark. */
static void
mark_placeholders (PangoAttrList *attributes,
                   const char    *text)
{
  VacPlaceholder found;

  for (gsize from = 0; vac_placeholder_next (text, from, &found); from = found.end)
    {
      add_attribute (attributes, create_colour (pango_attr_background_new, PLACEHOLDER_TINT),
                     found.start, found.end);
      add_attribute (attributes, create_colour (pango_attr_foreground_new, PLACEHOLDER_COLOUR),
                     found.start, found.end);
      add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD),
                     found.start, found.end);
    }
}

static void
mark_link (PangoAttrList *attributes,
           gsize          start,
           gsize          end)
{
  add_attribute (attributes, create_colour (pango_attr_foreground_new, VAC_TYPE_LINK_COLOUR),
                 start, end);
  add_attribute (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
}

/*
 * vac_piece_mark_text:
 * @layout: a layout with the text of @block
 * @block: a block
 * @label_length: how many bytes of the text are its label
 *
 * Sets how the parts of the text look: the label, and placeholders that are not filled.
 */
void
vac_piece_mark_text (PangoLayout    *layout,
                     const VacBlock *block,
                     gsize           label_length)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *text = pango_layout_get_text (layout);
  g_autofree char *features =
      g_strconcat (FEATURES, block->kind == VAC_BLOCK_ROW ? ", tnum=1" : "",
                   strstr (text, FRACTION_SLASH) != NULL ? "" : NO_FRACTIONS, NULL);

  add_attribute (attributes, pango_attr_insert_hyphens_new (FALSE), 0, G_MAXUINT);
  if (label_length > 0)
    add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0, label_length);
  add_attribute (attributes, pango_attr_font_features_new (features), 0, G_MAXUINT);
  if (block->unfilled)
    mark_placeholders (attributes, text);
  pango_layout_set_attributes (layout, attributes);
}

/*
 * vac_piece_mark_parts:
 * @piece: a piece that is being laid out, whose links are known
 * @layout: its text
 *
 * Sets how bold words and links look.
 */
void
vac_piece_mark_parts (const VacPiece *piece,
                      PangoLayout    *layout)
{
  const GArray *parts = piece->block->parts;
  PangoAttrList *attributes = pango_layout_get_attributes (layout);

  if (parts == NULL && piece->links == NULL)
    return;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const VacEmphasis *part = &g_array_index (parts, VacEmphasis, i);

      if (part->uri == NULL)
        add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD),
                       piece->label_length + part->start, piece->label_length + part->end);
    }
  for (guint i = 0; piece->links != NULL && i < piece->links->len; i++)
    {
      const VacEmphasis *link = &g_array_index (piece->links, VacEmphasis, i);

      mark_link (attributes, link->start, link->end);
    }
  pango_layout_context_changed (layout);
}

static void
mark_change (PangoAttrList *attributes,
             const VacMark *mark)
{
  const gboolean added = mark->kind == VAC_MARK_ADDED;

  add_attribute (attributes, create_colour (pango_attr_background_new,
                                            added ? ADDED_TINT : REMOVED_TINT),
                 mark->start, mark->end);
  add_attribute (attributes, create_colour (pango_attr_foreground_new,
                                            added ? ADDED_COLOUR : REMOVED_COLOUR),
                 mark->start, mark->end);
  add_attribute (attributes, added ? pango_attr_underline_new (PANGO_UNDERLINE_SINGLE)
                                   : pango_attr_strikethrough_new (TRUE),
                 mark->start, mark->end);
}

/*
 * vac_piece_mark_changes:
 * @piece: a piece that is being laid out
 * @layout: the text of one of its cells
 * @cell: which one
 *
 * Sets how words look that were added and removed. Does nothing to a block without marks.
 */
void
vac_piece_mark_changes (VacPiece    *piece,
                        PangoLayout *layout,
                        guint        cell)
{
  const gboolean row = piece->kind == VAC_BLOCK_ROW;
  PangoAttrList *attributes = pango_layout_get_attributes (layout);
  g_autoptr (GArray) marks = NULL;

  if (piece->block->marks == NULL)
    return;
  marks = vac_block_place_marks (piece->block, row ? (int) cell : VAC_PART_TEXT,
                                 pango_layout_get_text (layout), piece->label_length,
                                 piece->fact_ends);
  if (marks == NULL)
    return;

  for (guint i = 0; i < marks->len; i++)
    {
      VacMark *mark = &g_array_index (marks, VacMark, i);

      mark->part = (int) cell;
      mark_change (attributes, mark);
    }
  pango_layout_set_attributes (layout, attributes);
  if (piece->marks == NULL)
    piece->marks = g_array_new (FALSE, FALSE, sizeof (VacMark));
  g_array_append_vals (piece->marks, marks->data, marks->len);
}

static gboolean
is_figure (gunichar c)
{
  return g_unichar_isdigit (c) || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

/* "$120,000 – $180,000". Pango sets the dash apart from the rest, and would break after it if one
 * attribute covered both sides. */
static void
keep_ranges (PangoAttrList *attributes,
             const char    *text)
{
  for (const char *p = strstr (text, RANGE); p != NULL; p = strstr (p + strlen (RANGE), RANGE))
    {
      const char *end = p + strlen (RANGE);
      const gsize after_dash = (gsize) (end - 1 - text);

      if (p == text || !is_figure (g_utf8_get_char (g_utf8_prev_char (p))) ||
          !is_figure (g_utf8_get_char (end)))
        continue;
      add_attribute (attributes, pango_attr_allow_breaks_new (FALSE), (gsize) (p - text),
                     after_dash);
      add_attribute (attributes, pango_attr_allow_breaks_new (FALSE), after_dash,
                     (gsize) (g_utf8_next_char (end) - text));
    }
}

/* A telephone number as it is written with the country's: "+1 775-555-0134". */
static void
keep_numbers (PangoAttrList *attributes,
              const char    *text)
{
  for (const char *p = strchr (text, '+'); p != NULL; p = strchr (p + 1, '+'))
    {
      gsize length = strspn (p + 1, "0123456789 ()-./") + 1;

      while (length > 1 && !g_ascii_isdigit (p[length - 1]))
        length--;
      if (length > 1 && length <= LONGEST_WHOLE_FACT)
        add_attribute (attributes, pango_attr_allow_breaks_new (FALSE), (gsize) (p - text),
                       (gsize) (p - text) + length);
    }
}

/* A short word alone on the last line takes the one before it along. */
static void
keep_ending (PangoAttrList *attributes,
             const char    *text)
{
  const gsize length = strlen (text);
  const char *last = strrchr (text, ' ');
  const char *start = last;

  if (length < SHORTEST_TEXT || last == NULL)
    return;
  while (start > text && start[-1] != ' ')
    start--;
  if (text + length - start <= LONGEST_ENDING)
    add_attribute (attributes, pango_attr_allow_breaks_new (FALSE), (gsize) (start - text), length);
}

/*
 * vac_piece_keep_words:
 * @layout: a layout with running text
 *
 * Keeps words on one line that are read as one, or would look forgotten on a line of their own.
 */
void
vac_piece_keep_words (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_layout_get_attributes (layout);
  const char *text = pango_layout_get_text (layout);

  keep_ranges (attributes, text);
  keep_numbers (attributes, text);
  keep_ending (attributes, text);
  pango_layout_set_attributes (layout, attributes);
}

/*
 * vac_piece_keep_title:
 * @layout: a layout with a title or a heading
 *
 * Lets lines end between words alone, and not after a hyphen or a slash: "(m/w/d)".
 */
void
vac_piece_keep_title (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_layout_get_attributes (layout);
  const char *text = pango_layout_get_text (layout);

  for (const char *word = text; *word != '\0';)
    {
      const gsize length = strcspn (word, " ");

      if (strcspn (word, "-/ ") < length && length <= LONGEST_ENDING)
        add_attribute (attributes, pango_attr_allow_breaks_new (FALSE), (gsize) (word - text),
                       (gsize) (word - text) + length);
      word += length + (word[length] != '\0' ? 1 : 0);
    }
  pango_layout_set_attributes (layout, attributes);
}

/*
 * vac_piece_keep_pay:
 * @layout: a layout with a pay line
 *
 * Keeps what pay is counted by on one line, where the line is too long for its column.
 */
void
vac_piece_keep_pay (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_layout_get_attributes (layout);
  const char *text = pango_layout_get_text (layout);
  const char *start = strrchr (text, ' ');

  while (start != NULL && start > text && start[-1] != ' ' && start[-1] != '\n')
    start--;
  if (start != NULL && g_ascii_isalpha (*start))
    add_attribute (attributes, pango_attr_allow_breaks_new (FALSE), (gsize) (start - text),
                   strlen (text));
  pango_layout_set_attributes (layout, attributes);
}

/*
 * vac_piece_keep_facts_whole:
 * @layout: a layout with the text of @piece
 * @piece: a piece of facts
 * @first: the first fact in the layout
 * @end_fact: behind the last one
 * @language: of the text
 *
 * A date, a range and a label with its value are read as one: a fact that is short is not parted
 * at the end of a line. What stands between two facts does not begin a line.
 */
void
vac_piece_keep_facts_whole (PangoLayout    *layout,
                            const VacPiece *piece,
                            guint           first,
                            guint           end_fact,
                            const char     *language)
{
  g_autofree char *separator = g_strdup (vac_phrase_get (language, VAC_PHRASE_BETWEEN_FACTS));
  const gsize between = strlen (separator);
  const gsize sign = strlen (g_strchomp (separator));
  const char *text = pango_layout_get_text (layout);
  PangoAttrList *attributes = pango_layout_get_attributes (layout);

  for (guint i = first; i < end_fact; i++)
    {
      const gsize start = i > first ? piece->fact_ends[i - 1] + between : 0;
      const gsize end = piece->fact_ends[i];

      if (g_utf8_strlen (text + start, (gssize) (end - start)) <= LONGEST_WHOLE_FACT)
        add_attribute (attributes, pango_attr_allow_breaks_new (FALSE), start, end);
      if (i + 1 < end_fact)
        add_attribute (attributes, pango_attr_allow_breaks_new (FALSE), end, end + sign);
    }
  pango_layout_set_attributes (layout, attributes);
}
