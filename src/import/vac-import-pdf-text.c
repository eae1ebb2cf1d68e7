/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-pdf-text"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "vac-import-flow.h"
#include "vac-import-lines.h"
#include "vac-import-pdf-text.h"
#include "vac-import-wrap.h"
#include "vac-paste-line.h"

/* Lines of pages become paragraphs again. What a page shows is all there is to go by: a line goes
 * on in the next when the first word of that had no more room, when both are set alike, and when no
 * more space is between them than between lines. */

/* A heading is so much larger than the text, or a little larger and bold. */
#define LARGER 1.12
#define BIT_LARGER 1.03

/* No heading has more characters. */
#define LONGEST_HEADING 120

/* So much more than the usual distance of lines is space before a paragraph. */
#define LOOSE 1.15

/* Text is hardly set in narrower lines than that, in sizes of its type: on a page. */
#define NARROWEST_PAGE 25

/* How sizes and distances are counted, in points. */
#define STEP 0.5
#define N_STEPS 400

typedef struct
{
  GString     *text;
  GString     *bold;
  VacPdfLine  *first;        /* borrowed */
  VacPdfLine  *last;         /* borrowed */
  guint        n_lines;
  double       distance;     /* of its lines; 0 while there is one */
  double       space;        /* above it; 0 at the top of a page */
  gboolean     has_mark;
  VacDraftKind kind;
  guint        level;
  gsize        number;       /* bytes of the number that it begins with and that is a mark */
} Block;

typedef struct
{
  GPtrArray  *lines;         /* borrowed, of VacPdfLine */
  GPtrArray  *blocks;        /* of Block */
  const char *title;         /* nullable: what the file is called inside */
  const char *language;
  double      size;          /* of most of the text */
  double      distance;      /* of the lines of a paragraph of that size; 0 when it is not known */
  double      margins[VAC_PDF_N_COLUMNS];   /* where the lines of a column end at most */
} Composer;

static void
free_block (gpointer data)
{
  Block *block = data;

  g_string_free (block->text, TRUE);
  g_string_free (block->bold, TRUE);
  g_free (block);
}

/* Measures */

static guint
get_step (double points)
{
  return (guint) CLAMP (round (points / STEP), 0, N_STEPS - 1);
}

/*
 * vac_pdf_lines_find_size:
 * @lines: (element-type VacPdfLine): all lines
 *
 * Returns: the size of most of the text, in points
 */
double
vac_pdf_lines_find_size (GPtrArray *lines)
{
  gsize counts[N_STEPS] = { 0 };
  guint most = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const VacPdfLine *line = g_ptr_array_index (lines, i);

      counts[get_step (line->size)] += line->text->len;
    }
  for (guint i = 0; i < N_STEPS; i++)
    if (counts[i] > counts[most])
      most = i;

  return MAX (most * STEP, 1);
}

/* How far @line is below the one before it; 0 when it is not, or in another place */
static double
get_distance (const VacPdfLine *before,
              const VacPdfLine *line)
{
  return before != NULL && before->page == line->page && before->column == line->column
         ? MAX (line->bottom - before->bottom, 0) : 0;
}

/* The smallest distance of lines that is no exception. */
static double
find_distance (Composer *self)
{
  guint counts[N_STEPS] = { 0 }, total = 0;

  for (guint i = 1; i < self->lines->len; i++)
    {
      const VacPdfLine *line = g_ptr_array_index (self->lines, i);
      const double distance = get_distance (g_ptr_array_index (self->lines, i - 1), line);

      if (distance <= 0 || distance > 2.5 * self->size || fabs (line->size - self->size) > STEP)
        continue;
      counts[get_step (distance)]++;
      total++;
    }
  for (guint i = get_step (0.8 * self->size); i + 1 < N_STEPS; i++)
    if (counts[i] + counts[i + 1] > MAX (1, total / 20))
      return (counts[i + 1] > counts[i] ? i + 1 : i) * STEP;

  return 0;
}

static void
measure (Composer *self)
{
  double lefts[VAC_PDF_N_COLUMNS] = { G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };

  self->size = vac_pdf_lines_find_size (self->lines);
  self->distance = find_distance (self);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const VacPdfLine *line = g_ptr_array_index (self->lines, i);

      if (line->margin > 0)
        continue;
      self->margins[line->column] = MAX (self->margins[line->column], line->right);
      lefts[line->column] = MIN (lefts[line->column], line->left);
    }
  for (guint i = 0; i < VAC_PDF_N_COLUMNS; i++)
    {
      const double narrowest = i == VAC_PDF_WHOLE ? NARROWEST_PAGE : VAC_PDF_NARROWEST_COLUMN;

      self->margins[i] = MAX (self->margins[i], lefts[i] + self->size * narrowest);
    }
}

/* Lines to blocks */

/* The first word of @next had no room at the end of @line, or more than a word hangs together after
 * the sign that separates facts. */
static gboolean
is_wrapped (Composer         *self,
            const VacPdfLine *line,
            const VacPdfLine *next)
{
  if (g_str_has_suffix (line->text->str, " \xc2\xb7") || g_str_has_suffix (line->text->str, " |"))
    return TRUE;

  return vac_pdf_line_is_wrapped (line, next,
                                  line->margin > 0 ? line->margin : self->margins[line->column]);
}

static gboolean
is_indented_alike (const Block      *block,
                   const VacPdfLine *line)
{
  const double tolerance = 0.6 * line->size;

  if (line->column != block->last->column)
    return TRUE;
  if (block->has_mark)
    return fabs (line->left - block->first->text_left) < tolerance ||
           (block->n_lines > 1 && fabs (line->left - block->last->left) < tolerance) ||
           fabs (line->left - block->first->left) < tolerance;

  /* The first line of a paragraph may begin farther in. */
  return fabs (line->left - block->last->left) < tolerance ||
         (block->n_lines == 1 && line->left < block->last->left &&
          line->left > block->last->left - 4 * line->size);
}

static gboolean
begins_small (const VacPdfLine *line)
{
  return g_unichar_islower (g_utf8_get_char (line->text->str));
}

/* Returns: the last character of @text; 0 for none */
static gunichar
get_last_char (const GString *text)
{
  return text->len > 0 ? g_utf8_get_char (g_utf8_prev_char (text->str + text->len)) : 0;
}

static gboolean
is_near (Composer         *self,
         const Block      *block,
         const VacPdfLine *line)
{
  const double distance = get_distance (block->last, line);
  const double usual = block->distance > 0 ? block->distance
                                           : self->distance * line->size / self->size;

  /* The text goes on at the top of the next page, or in the next column. */
  if (line->page != block->last->page || line->column != block->last->column)
    return begins_small (line) && strchr (".!?:;", (int) MIN (get_last_char (block->text), 0x7f))
                                  == NULL;

  return distance > 0 && distance < 2.2 * line->size &&
         (usual <= 0 || distance < usual * LOOSE);
}

/* The title in several lines. */
static gboolean
is_more_of_title (Composer         *self,
                  const Block      *block,
                  const VacPdfLine *line)
{
  const char *title = self->title;
  const char *rest = title != NULL && g_str_has_prefix (title, block->text->str)
                     ? title + block->text->len : NULL;

  return rest != NULL && g_str_has_prefix (rest + strspn (rest, " "), line->text->str);
}

static gboolean
goes_on (Composer   *self,
         Block      *block,
         VacPdfLine *line)
{
  VacPdfLine *last = block->last;

  if (fabs (line->size - last->size) <= STEP && line->page == last->page &&
      is_more_of_title (self, block, line))
    return TRUE;
  if (line->is_row || last->is_row || vac_paste_measure_bullet (line->text->str) > 0 ||
      fabs (line->size - last->size) > STEP || !is_near (self, block, line) ||
      !is_indented_alike (block, line))
    return FALSE;

  /* A large line is a heading of its own width, which may be set in several lines. */
  if (line->size > self->size * LARGER &&
      vac_pdf_is_bold (line->text, line->bold) == vac_pdf_is_bold (last->text, last->bold))
    return is_wrapped (self, last, line) || block->distance > 0;

  return is_wrapped (self, last, line);
}

static Block *
begin_block (Composer   *self,
             VacPdfLine *line)
{
  Block *block = g_new0 (Block, 1);
  const Block *before = self->blocks->len > 0
                        ? g_ptr_array_index (self->blocks, self->blocks->len - 1) : NULL;

  block->text = g_string_new_len (line->text->str, (gssize) line->text->len);
  block->bold = g_string_new_len (line->bold->str, (gssize) line->bold->len);
  block->first = line;
  block->last = line;
  block->n_lines = 1;
  block->space = before != NULL ? get_distance (before->last, line) : 0;
  block->has_mark = vac_paste_measure_bullet (line->text->str) > 0;
  g_ptr_array_add (self->blocks, block);

  return block;
}

static void
add_line (Composer   *self,
          Block      *block,
          VacPdfLine *line)
{
  const double distance = get_distance (block->last, line);
  gsize n_dropped;
  const char *between = vac_wrap_get_between (block->text->str, block->text->len, line->text->str,
                                              self->language, &n_dropped);

  g_string_truncate (block->text, block->text->len - n_dropped);
  g_string_truncate (block->bold, block->text->len);
  g_string_append (block->text, between);
  g_string_append (block->bold, *between != '\0' ? "b" : "");
  g_string_append_len (block->text, line->text->str, (gssize) line->text->len);
  g_string_append_len (block->bold, line->bold->str, (gssize) line->bold->len);
  if (distance > 0)
    block->distance = distance;
  block->last = line;
  block->n_lines++;
}

/* Kinds */

/* Sums of money and numbers are set large as well, and are not what is below them. */
static gboolean
is_figure (const char *text)
{
  guint n_digits = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      const gunichar c = g_utf8_get_char (text);

      n_digits = g_unichar_isdigit (c) ? n_digits + 1 : 0;
      if (n_digits == 3 || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_heading (Composer    *self,
            const Block *block)
{
  const double size = block->first->size;
  const char *colon = strchr (block->text->str, ':');
  const gboolean spaced = block->space == 0 || self->distance == 0 ||
                          block->space > 1.25 * self->distance;

  if (block->has_mark || block->first->is_row || is_figure (block->text->str) ||
      g_utf8_strlen (block->text->str, -1) > LONGEST_HEADING)
    return FALSE;
  if (size >= self->size * LARGER)
    return TRUE;

  return vac_pdf_is_bold (block->text, block->bold) && block->n_lines <= 2 &&
         (size >= self->size * BIT_LARGER || spaced) && (colon == NULL || colon[1] == '\0') &&
         strchr (".!;,", (int) MIN (get_last_char (block->text), 0x7f)) == NULL;
}

/* By which headings are told apart. */
static guint
get_rank (const Block *block)
{
  return 2 * get_step (block->first->size) + vac_pdf_is_bold (block->text, block->bold);
}

/* The largest headings are of the first level. */
static void
set_heading_levels (Composer *self)
{
  gboolean used[2 * N_STEPS] = { FALSE };
  guint levels[2 * N_STEPS], level = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = g_ptr_array_index (self->blocks, i);

      used[get_rank (block)] |= block->kind == VAC_DRAFT_HEADING;
    }
  for (guint rank = G_N_ELEMENTS (used); rank-- > 0;)
    levels[rank] = used[rank] ? ++level : level;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      Block *block = g_ptr_array_index (self->blocks, i);

      if (block->kind == VAC_DRAFT_HEADING)
        block->level = MIN (levels[get_rank (block)], 9);
    }
}

/* Bullets that begin farther to the right are of the next level. */
static void
set_bullet_levels (Composer *self)
{
  double lefts[9];
  guint level = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      Block *block = g_ptr_array_index (self->blocks, i);
      const double left = block->first->left, tolerance = 0.4 * self->size;

      if (block->kind != VAC_DRAFT_BULLET)
        {
          level = 0;
          continue;
        }
      if (i > 0 &&
          ((Block *) g_ptr_array_index (self->blocks, i - 1))->last->column != block->first->column)
        level = 0;
      while (level > 0 && lefts[level - 1] > left + tolerance)
        level--;
      if (level == 0 || (left > lefts[level - 1] + tolerance && level < G_N_ELEMENTS (lefts)))
        lefts[level++] = left;
      block->level = level;
    }
}

/* Numbers before paragraphs in a row are marks when they make a series. */
static void
find_numbers (Composer *self,
              guint     from,
              guint     to)
{
  g_autoptr (GPtrArray) lines = vac_paste_lines_new ();

  for (guint i = from; i < to; i++)
    {
      VacPasteLine *line = g_new0 (VacPasteLine, 1);

      line->text = g_strdup (((Block *) g_ptr_array_index (self->blocks, i))->text->str);
      vac_paste_find_number (line);
      g_ptr_array_add (lines, line);
    }
  vac_paste_accept_numbers (lines);
  for (guint i = from; i < to; i++)
    {
      const VacPasteLine *line = g_ptr_array_index (lines, i - from);
      Block *block = g_ptr_array_index (self->blocks, i);

      if (line->accepted)
        {
          block->kind = VAC_DRAFT_BULLET;
          block->number = line->number.length;
        }
    }
}

static gboolean
may_be_numbered (const Block *block)
{
  VacPasteLine line = { .text = block->text->str };

  vac_paste_find_number (&line);

  return block->kind == VAC_DRAFT_PARAGRAPH && line.number.length > 0;
}

static void
set_kinds (Composer *self)
{
  guint numbered = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      Block *block = g_ptr_array_index (self->blocks, i);

      block->kind = block->has_mark                  ? VAC_DRAFT_BULLET
                    : block->first->is_row           ? VAC_DRAFT_ROW
                    : is_heading (self, block)       ? VAC_DRAFT_HEADING
                                                     : VAC_DRAFT_PARAGRAPH;
    }
  for (guint i = 0; i <= self->blocks->len; i++)
    {
      if (i < self->blocks->len && may_be_numbered (g_ptr_array_index (self->blocks, i)))
        continue;
      if (i > numbered + 1)
        find_numbers (self, numbered, i);
      numbered = i + 1;
    }
}

/* The first heading is the title where the file is called so inside. */
static void
set_title (Composer   *self,
           const char *title)
{
  g_autofree char *folded = title != NULL ? g_utf8_casefold (title, -1) : NULL;

  for (guint i = 0; folded != NULL && i < MIN (self->blocks->len, 4); i++)
    {
      Block *block = g_ptr_array_index (self->blocks, i);
      g_autofree char *text = g_utf8_casefold (block->text->str, -1);

      if (block->kind == VAC_DRAFT_HEADING && g_str_equal (text, folded))
        {
          block->kind = VAC_DRAFT_TITLE;
          return;
        }
    }
}

static void
flow_block (const Block *block,
            VacFlow     *flow)
{
  g_autofree char *origin = g_strdup_printf (_("page %u"), block->first->page + 1);
  const char *text = block->text->str, *bold = block->bold->str;

  vac_flow_set_origin (flow, origin);
  vac_flow_begin_paragraph (flow);
  for (gsize at = block->number; at < block->text->len;)
    {
      gsize end = at;

      while (end < block->text->len && bold[end] == bold[at])
        end++;
      vac_flow_add (flow, text + at, (gssize) (end - at), bold[at] == 'b', NULL);
      at = end;
    }
  vac_flow_end_paragraph (flow, block->kind, block->level);
}

/*
 * vac_pdf_lines_compose:
 * @lines: (element-type VacPdfLine): the lines of all pages, in the order in which they are read
 * @title: (nullable): what the file is called inside
 * @language: (nullable): of the text
 * @draft: takes what they say
 */
void
vac_pdf_lines_compose (GPtrArray  *lines,
                       const char *title,
                       const char *language,
                       VacDraft   *draft)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (free_block);
  g_autoptr (VacFlow) flow = vac_flow_new (draft);
  Composer composer = {
    .lines = lines, .blocks = blocks, .title = title, .language = language,
  };
  Block *block = NULL;

  measure (&composer);
  for (guint i = 0; i < lines->len; i++)
    {
      VacPdfLine *line = g_ptr_array_index (lines, i);

      if (block != NULL && goes_on (&composer, block, line))
        add_line (&composer, block, line);
      else
        block = begin_block (&composer, line);
    }
  set_kinds (&composer);
  set_title (&composer, title);
  set_heading_levels (&composer);
  set_bullet_levels (&composer);
  for (guint i = 0; i < blocks->len && !vac_flow_is_full (flow); i++)
    flow_block (g_ptr_array_index (blocks, i), flow);
}
