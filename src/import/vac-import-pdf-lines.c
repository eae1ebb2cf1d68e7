/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-pdf-lines"

#include "config.h"

#include <math.h>
#include <string.h>

#include "vac-import-pdf-lines.h"
#include "vac-paste-line.h"

/* Running heads and page numbers stand in these parts of a page's height. */
#define MARGIN 0.1

/* Lines that stand on one line differ by a point at most. */
#define SAME_LINE 1.5

/* A page has two columns when so many lines begin in its right half, and few lines cross. */
#define LINES_OF_COLUMN 5
#define MOST_CROSSING 0.4

/* The labels of a table take less than this part of their column, lines of a text nearly all. */
#define WIDTH_OF_LABELS 0.6

VacPdfLine *
vac_pdf_line_new (guint page)
{
  VacPdfLine *line = g_new0 (VacPdfLine, 1);

  line->text = g_string_new (NULL);
  line->bold = g_string_new (NULL);
  line->page = page;
  line->left = G_MAXDOUBLE;

  return line;
}

void
vac_pdf_line_free (gpointer data)
{
  VacPdfLine *line = data;

  g_string_free (line->text, TRUE);
  g_string_free (line->bold, TRUE);
  g_free (line);
}

/*
 * vac_pdf_is_bold:
 * @text: a text
 * @bold: a byte for each byte of @text: 'b' where it is bold
 *
 * Returns: whether all that is seen of it is bold
 */
gboolean
vac_pdf_is_bold (const GString *text,
                 const GString *bold)
{
  for (gsize i = 0; i < text->len; i++)
    if (bold->str[i] != 'b' && !g_ascii_isspace (text->str[i]))
      return FALSE;

  return TRUE;
}

/* Running heads */

/* The text without its digits and blanks. */
static char *
strip_digits (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      const gunichar c = g_utf8_get_char (text);

      if (!g_unichar_isdigit (c) && !g_unichar_isspace (c))
        g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

/* "3", "3/5", "– 3 –" */
static gboolean
is_page_number (const char *text)
{
  gboolean has_digit = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      const gunichar c = g_utf8_get_char (text);

      if (g_unichar_isalpha (c))
        return FALSE;
      has_digit |= g_unichar_isdigit (c);
    }

  return has_digit;
}

static gboolean
is_in_margin (const VacPdfLine *line,
              double            height)
{
  return line->bottom < height * MARGIN - line->size || line->bottom > height * (1 - MARGIN);
}

static char *
make_key (const VacPdfLine *line)
{
  g_autofree char *text = strip_digits (line->text->str);

  return g_strdup_printf ("%d %s", (int) round (line->bottom / 4), text);
}

/* "Nurse", "Nurse · Harbor Hospital" */
static gboolean
begins_with_title (const char *text,
                   const char *title)
{
  if (title == NULL || *title == '\0' || !g_str_has_prefix (text, title))
    return FALSE;
  text = vac_paste_skip_blanks (text + strlen (title));

  return !g_unichar_isalnum (g_utf8_get_char (text));
}

/*
 * vac_pdf_lines_drop_heads:
 * @lines: (element-type VacPdfLine): all lines
 * @height: of the pages, in points
 * @title: (nullable): what the file is called inside
 *
 * Leaves out page numbers, and what stands at the head or foot of several pages, whatever numbers
 * are in it. The title of the file may stand there from the second page on.
 */
void
vac_pdf_lines_drop_heads (GPtrArray  *lines,
                          double      height,
                          const char *title)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      char *key = make_key (g_ptr_array_index (lines, i));
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

      g_hash_table_replace (counts, key, GUINT_TO_POINTER (n + 1));
    }
  for (guint i = lines->len; i-- > 0;)
    {
      const VacPdfLine *line = g_ptr_array_index (lines, i);
      g_autofree char *key = make_key (line);

      if (is_in_margin (line, height) &&
          (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) > 1 ||
           is_page_number (line->text->str) ||
           (line->page > 0 && begins_with_title (line->text->str, title))))
        g_ptr_array_remove_index (lines, i);
    }
}

/* Rows */

/* Returns: the line after @at, on the same page, that stands at the right of it; 0 for none */
static guint
find_neighbour (GPtrArray *lines,
                guint      at)
{
  const VacPdfLine *line = g_ptr_array_index (lines, at);

  for (guint i = at + 1; i < lines->len; i++)
    {
      const VacPdfLine *other = g_ptr_array_index (lines, i);

      if (other->page != line->page || line->is_row || line->column != VAC_PDF_WHOLE)
        return 0;
      if (!other->is_row && other->column == VAC_PDF_WHOLE &&
          fabs (other->bottom - line->bottom) < SAME_LINE && other->left > line->right &&
          fabs (other->size - line->size) < SAME_LINE)
        return i;
    }

  return 0;
}

/*
 * vac_pdf_line_is_mark:
 * @line: a line
 *
 * Returns: whether it is a bullet of which the text was told apart
 */
gboolean
vac_pdf_line_is_mark (const VacPdfLine *line)
{
  static const char marks[] = "o-*>\xc2\xa7";

  return vac_paste_measure_bullet (line->text->str) == line->text->len ||
         (g_utf8_strlen (line->text->str, -1) == 1 && strstr (marks, line->text->str) != NULL);
}

/* Whether the lines at the left of @line's column are labels: short, and no bullets. */
static gboolean
has_labels (GPtrArray        *lines,
            const VacPdfLine *line)
{
  double widths = 0, room = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      VacPdfLine *label = g_ptr_array_index (lines, i);
      const guint at = label->page == line->page ? find_neighbour (lines, i) : 0;
      VacPdfLine *other = at > 0 ? g_ptr_array_index (lines, at) : NULL;

      if (other == NULL || fabs (other->left - line->left) > SAME_LINE ||
          vac_pdf_line_is_mark (label))
        continue;
      if (vac_paste_measure_bullet (label->text->str) > 0 ||
          vac_paste_measure_bullet (other->text->str) > 0)
        return FALSE;
      widths += label->right - label->left;
      room += other->left - label->left;
    }

  return room > 0 && widths < WIDTH_OF_LABELS * room;
}

/*
 * vac_pdf_line_append:
 * @line: a line
 * @other: what goes on in it
 * @between: what parts them
 */
void
vac_pdf_line_append (VacPdfLine       *line,
                     const VacPdfLine *other,
                     const char       *between)
{
  const gsize length = strlen (between);

  g_string_append (line->text, between);
  g_string_append_len (line->bold, "bb", (gssize) length);
  g_string_append_len (line->text, other->text->str, (gssize) other->text->len);
  g_string_append_len (line->bold, other->bold->str, (gssize) other->bold->len);
  line->right = MAX (line->right, other->right);
}

/*
 * vac_pdf_line_is_wrapped:
 * @line: a line
 * @next: the one below it
 * @margin: where lines end at most
 *
 * Returns: whether the first word of @next had no room at the end of @line
 */
gboolean
vac_pdf_line_is_wrapped (const VacPdfLine *line,
                         const VacPdfLine *next,
                         double            margin)
{
  return line->right + 0.25 * line->size + next->word_width > margin - 0.8 * line->size;
}

/* The cell at @at may have more lines, which stand below it and have no label. */
static void
take_cell (GPtrArray  *lines,
           VacPdfLine *line,
           guint       at)
{
  VacPdfLine *cell = g_ptr_array_index (lines, at);
  double bottom = cell->bottom;

  vac_pdf_line_append (line, cell, "\t");
  while (at + 1 < lines->len)
    {
      VacPdfLine *more = g_ptr_array_index (lines, at + 1);
      gboolean labelled = FALSE;

      for (guint i = 0; i < at && !labelled; i++)
        {
          const VacPdfLine *other = g_ptr_array_index (lines, i);

          labelled = other->page == more->page && other != line &&
                     fabs (other->bottom - more->bottom) < SAME_LINE;
        }
      if (labelled || more->page != line->page || fabs (more->left - cell->left) > SAME_LINE ||
          more->bottom - bottom > 2 * more->size || more->bottom <= bottom)
        break;
      bottom = more->bottom;
      vac_pdf_line_append (line, more, "\n");
      g_ptr_array_remove_index (lines, at + 1);
    }
  g_ptr_array_remove_index (lines, at);
}

/*
 * vac_pdf_lines_join_rows:
 * @lines: (element-type VacPdfLine): all lines
 *
 * What stands at the right of a short line, but comes later because it was taken for a column, is
 * put beside it again: cells of a table, the text of a bullet.
 */
void
vac_pdf_lines_join_rows (GPtrArray *lines)
{
  g_autoptr (GHashTable) decided = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      VacPdfLine *line = g_ptr_array_index (lines, i);
      const guint at = find_neighbour (lines, i);
      VacPdfLine *other = at > 0 ? g_ptr_array_index (lines, at) : NULL;
      g_autofree char *key = NULL;

      if (other == NULL)
        continue;
      if (vac_pdf_line_is_mark (line))
        {
          line->text_left = other->left;
          vac_pdf_line_append (line, other, "\t");
          g_ptr_array_remove_index (lines, at);
          continue;
        }
      key = g_strdup_printf ("%u %d", line->page, (int) round (other->left / 2));
      if (!g_hash_table_contains (decided, key))
        g_hash_table_insert (decided, g_strdup (key),
                             GINT_TO_POINTER (has_labels (lines, other)));
      if (GPOINTER_TO_INT (g_hash_table_lookup (decided, key)))
        {
          take_cell (lines, line, at);
          line->is_row = TRUE;
        }
    }
}

/* Columns */

/* Returns: where the second column of @page begins; 0 when there is none */
static double
find_second_column (GPtrArray *lines,
                    guint      page,
                    double     width)
{
  double start = G_MAXDOUBLE;
  guint n_lines = 0, n_right = 0, n_crossing = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const VacPdfLine *line = g_ptr_array_index (lines, i);

      if (line->page != page || line->column != VAC_PDF_WHOLE)
        continue;
      n_lines++;
      if (line->left > 0.4 * width)
        {
          n_right++;
          start = MIN (start, line->left);
        }
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const VacPdfLine *line = g_ptr_array_index (lines, i);

      n_crossing += line->page == page && line->column == VAC_PDF_WHOLE &&
                    line->left < start - SAME_LINE && line->right > start;
    }

  return n_right >= LINES_OF_COLUMN && n_crossing < MOST_CROSSING * n_lines ? start : 0;
}

/*
 * vac_pdf_lines_set_columns:
 * @lines: (element-type VacPdfLine): all lines
 * @width: of the pages, in points
 *
 * Tells which lines are in a column of a page that has two.
 */
void
vac_pdf_lines_set_columns (GPtrArray *lines,
                           double     width)
{
  double start = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      VacPdfLine *line = g_ptr_array_index (lines, i);
      const VacPdfLine *before = i > 0 ? g_ptr_array_index (lines, i - 1) : NULL;

      if (before == NULL || before->page != line->page)
        start = find_second_column (lines, line->page, width);
      if (line->column != VAC_PDF_WHOLE)
        continue;
      if (start > 0 && line->left > start - SAME_LINE)
        line->column = VAC_PDF_SECOND_COLUMN;
      else if (start > 0 && line->right <= start)
        line->column = VAC_PDF_FIRST_COLUMN;
    }
}
