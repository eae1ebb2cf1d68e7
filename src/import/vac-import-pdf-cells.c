/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-pdf-cells"

#include "config.h"

#include <math.h>
#include <string.h>

#include "vac-import-pdf-lines.h"
#include "vac-import-wrap.h"
#include "vac-paste-line.h"

/* Facts side by side, or one below the other beside the text, each below a caption. The look of a
 * page says so: the caption is short, small or bold, and as near to its text as to nothing else. */

/* So much smaller than its text is a caption that stands alone, and than most of the page. */
#define SMALLER 0.93

/* So much larger than most of the page are a title and what belongs to it. */
#define LARGE 1.1

/* How far the text may be below its caption, and a line of it below another, in sizes. */
#define NEAR_CAPTION 1.65
#define NEAR_LINE 1.75

/* What is above a caption is so much farther away than the text below it. */
#define FARTHER 1.1

/* Captions of one size that make each other believed, anywhere on a page. */
#define FEWEST_CAPTIONS 3

/* A column of text has so many lines beside others. */
#define FEWEST_OF_COLUMN 5

/* In characters. */
#define LONGEST_CAPTION 40

/* What begins at one place differs by that, in points. */
#define SAME_PLACE 1.5

/* A caption has so many lines, and so has the text below one that is bold and of its size; longer
 * texts have a heading. */
#define MOST_LINES 3

/* A caption with what is below it: positions of lines. */
typedef struct
{
  guint    top;        /* of the caption: its first line, and its last */
  guint    caption;
  guint    text;
  gboolean small;      /* the caption is smaller than the text */
} Cell;

/* A page of more is no page of a posting. */
#define MOST_OF_PAGE 1000

/* The lines of one page. */
typedef struct
{
  GPtrArray  *lines;     /* borrowed, of VacPdfLine: all lines */
  const char *language;
  guint       from;
  guint       to;
  double      size;      /* of most of the text */
  GArray     *cells;     /* of Cell */
} Page;

static VacPdfLine *
get (GPtrArray *lines,
     guint      position)
{
  return g_ptr_array_index (lines, position);
}

static gboolean
is_bold (const VacPdfLine *line)
{
  return vac_pdf_is_bold (line->text, line->bold);
}

static gboolean
has_letter (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

static gboolean
may_be_caption (const VacPdfLine *line)
{
  return g_utf8_strlen (line->text->str, -1) <= LONGEST_CAPTION &&
         vac_paste_measure_bullet (line->text->str) == 0 &&
         strpbrk (line->text->str, ".!?;") == NULL;
}

static gboolean
begins_alike (const VacPdfLine *a,
              const VacPdfLine *b)
{
  return a->page == b->page && fabs (a->left - b->left) < SAME_PLACE;
}

static gboolean
overlap (const VacPdfLine *a,
         const VacPdfLine *b)
{
  return a->page == b->page && a->left < b->right && b->left < a->right;
}

/* Returns: the nearest line of the page that is below the one at @position, or above it; its end
 * for none */
static guint
find_next (const Page *self,
           guint       position,
           gboolean    below)
{
  const VacPdfLine *line = get (self->lines, position);
  double nearest = G_MAXDOUBLE;
  guint found = self->to;

  for (guint i = self->from; i < self->to; i++)
    {
      const VacPdfLine *other = get (self->lines, i);
      const double distance = below ? other->bottom - line->bottom : line->bottom - other->bottom;

      if (distance > SAME_PLACE && distance < nearest && overlap (line, other))
        {
          nearest = distance;
          found = i;
        }
    }

  return found;
}

/* Returns: the line of the same text that is below the one at @position; the page's end for none */
static guint
find_next_of_text (const Page *self,
                   guint       position)
{
  const VacPdfLine *line = get (self->lines, position);
  const guint next = find_next (self, position, TRUE);
  const VacPdfLine *other = next < self->to ? get (self->lines, next) : NULL;

  return other != NULL && begins_alike (line, other) && fabs (line->size - other->size) < 0.5 &&
                 is_bold (line) == is_bold (other) &&
                 other->bottom - line->bottom < NEAR_LINE * line->size
             ? next : self->to;
}

static guint
count_lines (const Page *self,
             const Cell *cell)
{
  guint n = 0;

  for (guint i = cell->text; i < self->to; i = find_next_of_text (self, i))
    n++;

  return n;
}

/* Returns: the first line of what goes on in the one at @position, if that is a caption; otherwise
 * the page's end */
static guint
find_top (const Page *self,
          guint       position)
{
  guint top = position;
  gboolean lettered = has_letter (get (self->lines, top)->text->str);

  for (guint n = 1; n <= MOST_LINES; n++)
    {
      const guint above = find_next (self, top, FALSE);

      if (above == self->to || find_next_of_text (self, above) != top)
        return lettered ? top : self->to;
      if (!may_be_caption (get (self->lines, above)))
        return self->to;
      lettered |= has_letter (get (self->lines, above)->text->str);
      top = above;
    }

  return self->to;
}

static gboolean
find_cell (const Page *self,
           guint       position,
           Cell       *cell)
{
  const VacPdfLine *caption = get (self->lines, position), *text;
  guint above, below;
  double distance;

  if (!may_be_caption (caption))
    return FALSE;
  below = find_next (self, position, TRUE);
  if (below == self->to)
    return FALSE;
  text = get (self->lines, below);
  if (!begins_alike (caption, text) || vac_paste_measure_bullet (text->text->str) > 0)
    return FALSE;
  distance = text->bottom - caption->bottom;
  cell->top = find_top (self, position);
  if (cell->top == self->to)
    return FALSE;
  above = find_next (self, cell->top, FALSE);
  if (distance > NEAR_CAPTION * text->size ||
      (above < self->to && get (self->lines, cell->top)->bottom -
                                   get (self->lines, above)->bottom < FARTHER * distance))
    return FALSE;
  *cell = (Cell) {
    cell->top, position, below,
    caption->size < SMALLER * text->size && caption->size < SMALLER * self->size,
  };

  return cell->small || (is_bold (caption) && !is_bold (text) &&
                         fabs (caption->size - text->size) < SAME_PLACE &&
                         count_lines (self, cell) <= MOST_LINES);
}

/* Whether two captions are beside each other and are set alike. */
static gboolean
are_side_by_side (const VacPdfLine *a,
                  const VacPdfLine *b)
{
  return fabs (a->bottom - b->bottom) < SAME_PLACE && fabs (a->size - b->size) < 0.5 &&
         !begins_alike (a, b);
}

/* One caption may be anything. Several are captions where they stand side by side, or where they
 * are small and of the same size. */
static gboolean
is_believed (const Page *self,
             const Cell *cell)
{
  const VacPdfLine *caption = get (self->lines, cell->caption);
  const VacPdfLine *top = get (self->lines, cell->top);
  guint n_alike = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *other = &g_array_index (self->cells, Cell, i);
      const VacPdfLine *line = get (self->lines, other->caption);

      if (are_side_by_side (caption, line) ||
          are_side_by_side (top, get (self->lines, other->top)))
        return TRUE;
      n_alike += cell->small && other->small && fabs (line->size - caption->size) < 0.3;
    }

  return n_alike >= FEWEST_CAPTIONS;
}

static int
compare_cells (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const Page *self = data;
  const VacPdfLine *first = get (self->lines, ((const Cell *) a)->text);
  const VacPdfLine *second = get (self->lines, ((const Cell *) b)->text);
  const double below = first->bottom - second->bottom;

  if (fabs (below) >= SAME_PLACE)
    return below < 0 ? -1 : 1;

  return (first->left > second->left) - (first->left < second->left);
}

static void
find_cells (Page *self)
{
  Cell cell;

  for (guint i = self->from; i < self->to; i++)
    if (find_cell (self, i, &cell))
      g_array_append_val (self->cells, cell);
  for (guint i = self->cells->len; i-- > 0;)
    if (!is_believed (self, &g_array_index (self->cells, Cell, i)))
      g_array_remove_index (self->cells, i);
  g_array_sort_with_data (self->cells, compare_cells, self);
}

/* The widest line below the captions that begin where @cell does: of its own size, or of any.
 * Returns: where that ends; 0 when there are too few */
static double
find_widest (const Page *self,
             const Cell *cell,
             gboolean    of_size)
{
  const VacPdfLine *text = get (self->lines, cell->text);
  double widest = 0;
  guint n = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *other = &g_array_index (self->cells, Cell, i);
      const VacPdfLine *line = get (self->lines, other->text);

      if (!begins_alike (text, line) || (of_size && fabs (text->size - line->size) > 0.5))
        continue;
      n++;
      for (guint j = other->text; j < self->to; j = find_next_of_text (self, j))
        widest = MAX (widest, get (self->lines, j)->right);
    }

  return n >= FEWEST_CAPTIONS ? widest : 0;
}

/* Where the lines of the column end at most in which @cell is. */
static double
find_margin (const Page *self,
             const Cell *cell)
{
  const VacPdfLine *text = get (self->lines, cell->text);
  const double narrow = text->left + VAC_PDF_NARROWEST_COLUMN * text->size;
  double margin = find_widest (self, cell, TRUE), next = G_MAXDOUBLE;

  if (margin > 0)
    margin = MAX (margin, narrow);
  else
    margin = find_widest (self, cell, FALSE);
  if (margin <= 0)
    margin = MAX (text->right, narrow);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const VacPdfLine *line = get (self->lines, g_array_index (self->cells, Cell, i).text);

      if (line->left > text->left + SAME_PLACE)
        next = MIN (next, line->left);
    }

  return MIN (margin, next);
}

/* Returns: (transfer full): the lines of @cell as one: the caption, a tab, and the text */
static VacPdfLine *
make_row (Page       *self,
          const Cell *cell,
          gboolean   *taken)
{
  const VacPdfLine *caption = get (self->lines, cell->top), *last = NULL;
  const double margin = find_margin (self, cell);
  VacPdfLine *row = vac_pdf_line_new (caption->page);

  vac_pdf_line_append (row, caption, "");
  for (guint i = cell->top; i != cell->caption;)
    {
      i = find_next_of_text (self, i);
      vac_pdf_line_append (row, get (self->lines, i), " ");
      taken[i] = TRUE;
    }
  row->left = caption->left;
  row->bottom = caption->bottom;
  row->size = get (self->lines, cell->text)->size;
  row->is_row = TRUE;
  taken[cell->top] = TRUE;
  for (guint i = cell->text; i < self->to && !taken[i]; i = find_next_of_text (self, i))
    {
      const VacPdfLine *line = get (self->lines, i);
      gsize n_dropped = 0;
      const char *between = "\t";

      if (last != NULL && vac_pdf_line_is_wrapped (last, line, margin))
        between = vac_wrap_get_between (row->text->str, row->text->len, line->text->str,
                                        self->language, &n_dropped);
      else if (last != NULL)
        between = "\n";
      g_string_truncate (row->text, row->text->len - n_dropped);
      g_string_truncate (row->bold, row->text->len);
      vac_pdf_line_append (row, line, between);
      taken[i] = TRUE;
      last = line;
    }

  return row;
}

/* Returns: (nullable): the line of the first page behind which facts are read that may stand beside
 * or above it: the last one of the largest, which is the title, or a large one right below that,
 * which is the employer */
static const VacPdfLine *
find_end_of_title (const Page     *self,
                   const gboolean *taken)
{
  double largest = LARGE * self->size;
  guint found = self->to, next;

  for (guint i = self->from; i < self->to && self->from == 0; i++)
    if (!taken[i] && get (self->lines, i)->size >= largest)
      {
        largest = get (self->lines, i)->size;
        found = i;
      }
  if (found == self->to)
    return NULL;
  next = find_next (self, found, TRUE);

  return get (self->lines, next < self->to && !taken[next] &&
                                   get (self->lines, next)->size > LARGE * self->size
                               ? next : found);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const VacPdfLine *first = *(const VacPdfLine *const *) a;
  const VacPdfLine *second = *(const VacPdfLine *const *) b;

  if (fabs (first->bottom - second->bottom) >= SAME_PLACE)
    return first->bottom < second->bottom ? -1 : 1;

  return (first->left > second->left) - (first->left < second->left);
}

/* Whether there is a second column of text, and not only one of lists, beside the first. */
static gboolean
has_columns (GPtrArray *lines)
{
  guint n = 0;

  for (guint i = 1; i < lines->len; i++)
    {
      const VacPdfLine *line = get (lines, i), *before = get (lines, i - 1);

      n += compare_places (&line, &before) > 0 && line->left > before->right &&
           fabs (line->bottom - before->bottom) < SAME_PLACE &&
           vac_paste_measure_bullet (line->text->str) == 0;
    }

  return n >= FEWEST_OF_COLUMN;
}

/* What is not taken of the page. Text beside facts comes in pieces, as they stand among it; without
 * them it is one column. Returns: (transfer container): its lines as they are read */
static GPtrArray *
list_others (const Page     *self,
             const gboolean *taken)
{
  GPtrArray *others = g_ptr_array_new ();
  g_autoptr (GPtrArray) sorted = NULL;

  for (guint i = self->from; i < self->to; i++)
    if (!taken[i])
      g_ptr_array_add (others, get (self->lines, i));
  if (self->cells->len == 0)
    return others;
  sorted = g_ptr_array_copy (others, NULL, NULL);
  g_ptr_array_sort (sorted, compare_places);
  if (has_columns (sorted))
    return others;
  g_ptr_array_unref (others);

  return g_steal_pointer (&sorted);
}

/* Puts the rows of the page behind its title, or before what is below the first of them. */
static void
take_page (Page      *self,
           GPtrArray *out,
           gboolean  *taken)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = NULL;
  const VacPdfLine *title, *first = NULL;

  find_cells (self);
  for (guint i = 0; i < self->cells->len; i++)
    g_ptr_array_add (rows, make_row (self, &g_array_index (self->cells, Cell, i), taken));
  title = find_end_of_title (self, taken);
  others = list_others (self, taken);
  if (rows->len > 0)
    first = get (rows, 0);
  for (guint i = 0; i < others->len; i++)
    {
      VacPdfLine *line = get (others, i);

      if (title == NULL && first != NULL && line->bottom > first->bottom)
        {
          g_ptr_array_extend (out, rows, NULL, NULL);
          first = NULL;
        }
      g_ptr_array_add (out, line);
      if (line == title && first != NULL)
        {
          g_ptr_array_extend (out, rows, NULL, NULL);
          first = NULL;
        }
    }
  if (first != NULL)
    g_ptr_array_extend (out, rows, NULL, NULL);
}

/*
 * vac_pdf_lines_take_cells:
 * @lines: (element-type VacPdfLine): all lines, parted at wide gaps
 * @size: of most of the text
 * @language: (nullable): of the text
 *
 * Makes a row of each caption with the text below it.
 */
void
vac_pdf_lines_take_cells (GPtrArray  *lines,
                          double      size,
                          const char *language)
{
  g_autoptr (GPtrArray) out = g_ptr_array_new ();
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_autofree gboolean *taken = g_new0 (gboolean, lines->len + 1);
  Page page = { .lines = lines, .language = language, .size = size, .cells = cells };

  for (page.from = 0; page.from < lines->len; page.from = page.to)
    {
      for (page.to = page.from + 1; page.to < lines->len &&
           get (lines, page.to)->page == get (lines, page.from)->page;)
        page.to++;
      g_array_set_size (cells, 0);
      if (page.to - page.from <= MOST_OF_PAGE)
        take_page (&page, out, taken);
      else
        for (guint i = page.from; i < page.to; i++)
          g_ptr_array_add (out, get (lines, i));
    }
  for (guint i = 0; i < lines->len; i++)
    if (taken[i])
      vac_pdf_line_free (get (lines, i));
  g_ptr_array_set_free_func (lines, NULL);
  g_ptr_array_set_size (lines, 0);
  g_ptr_array_extend (lines, out, NULL, NULL);
  g_ptr_array_set_free_func (lines, vac_pdf_line_free);
}

/* Whether @line was parted from @before, and neither is in a column or begins one. */
static gboolean
is_beside (const VacPdfLine *before,
           const VacPdfLine *line)
{
  return line->goes_on && !before->is_row && before->page == line->page &&
         before->column == VAC_PDF_WHOLE && line->column == VAC_PDF_WHOLE &&
         vac_paste_measure_bullet (line->text->str) == 0 &&
         fabs (before->bottom - line->bottom) < 2 * SAME_PLACE;
}

/*
 * vac_pdf_lines_join_gaps:
 * @lines: (element-type VacPdfLine): all lines, parted at wide gaps
 * @from_right: whether most of them run from the right
 *
 * Makes one line again of what stood on one, and is no cell. In a line that runs from the right a
 * wide gap is no gap of cells.
 */
void
vac_pdf_lines_join_gaps (GPtrArray *lines,
                         gboolean   from_right)
{
  for (guint i = 1; i < lines->len;)
    {
      VacPdfLine *before = get (lines, i - 1), *line = get (lines, i);

      if (!is_beside (before, line))
        {
          i++;
          continue;
        }
      vac_pdf_line_append (before, line, from_right ? " " : "\t");
      g_ptr_array_remove_index (lines, i);
    }
}
