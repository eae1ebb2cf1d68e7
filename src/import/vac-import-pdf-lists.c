/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-pdf-lists"

#include "config.h"

#include <math.h>

#include "vac-import-pdf-lines.h"
#include "vac-paste-line.h"

/* A list of short bullets may stand in two columns on a page that has one. */

/* What begins at one place, or stands on one line, differs by that, in points. */
#define SAME_PLACE 1.5

/* How far a line may be below the one before it in a list, in sizes. */
#define NEAR 2.2

/* How far bullets are set in from what else stands in their column, in sizes. */
#define INDENT 0.7

/* A page of more lines is no page of a posting. */
#define MOST_OF_PAGE 300

/* The lines of one page, and the list that was found on it. */
typedef struct
{
  GPtrArray *lines;      /* borrowed, of VacPdfLine: all lines */
  guint      from;
  guint      to;
  double     left;       /* where bullets of the first column begin */
  double     text_left;
  double     start;      /* where those of the second begin */
  double     top;
  double     bottom;
} List;

static VacPdfLine *
get (const List *self,
     guint       position)
{
  return g_ptr_array_index (self->lines, position);
}

static gboolean
is_bullet (const VacPdfLine *line)
{
  return !line->is_row && line->column == VAC_PDF_WHOLE &&
         vac_paste_measure_bullet (line->text->str) > 0;
}

/* A heading in the column begins a little before its bullets. */
static gboolean
is_in_second (const List       *self,
              const VacPdfLine *line)
{
  return line->left > self->start - INDENT * line->size;
}

static gboolean
is_in_first (const List       *self,
             const VacPdfLine *line)
{
  return line->right < self->start;
}

/* Two bullets on one line. */
static gboolean
find_pair (List *self)
{
  for (guint i = self->from; i < self->to; i++)
    for (guint j = is_bullet (get (self, i)) ? self->from : self->to; j < self->to; j++)
      {
        const VacPdfLine *first = get (self, i), *second = get (self, j);

        if (i == j || !is_bullet (second) ||
            fabs (first->bottom - second->bottom) > SAME_PLACE || first->right >= second->left)
          continue;
        self->left = first->left;
        self->text_left = first->text_left;
        self->start = second->left;
        self->top = first->bottom - SAME_PLACE;
        self->bottom = first->bottom + SAME_PLACE;
        return TRUE;
      }

  return FALSE;
}

/* Whether @line is just above or just below what is known of the list. */
static gboolean
adjoins (const List       *self,
         const VacPdfLine *line)
{
  return (line->bottom > self->bottom && line->bottom - self->bottom < NEAR * line->size) ||
         (line->bottom < self->top && self->top - line->bottom < NEAR * line->size);
}

/* Below the last bullet of the second column there may be more in the first one. */
static gboolean
is_of_first (const List       *self,
             const VacPdfLine *line)
{
  return is_in_first (self, line) &&
         (fabs (line->left - self->text_left) < SAME_PLACE ||
          (is_bullet (line) && fabs (line->left - self->left) < SAME_PLACE));
}

/* Whether nothing on the line of @line reaches from one column into the other. */
static gboolean
is_parted (const List       *self,
           const VacPdfLine *line)
{
  for (guint i = self->from; i < self->to; i++)
    {
      const VacPdfLine *other = get (self, i);

      if (fabs (other->bottom - line->bottom) < SAME_PLACE && !is_in_first (self, other) &&
          !is_in_second (self, other))
        return FALSE;
    }

  return TRUE;
}

static void
grow (List *self)
{
  gboolean grown = TRUE;

  while (grown)
    {
      grown = FALSE;
      for (guint i = self->from; i < self->to && !grown; i++)
        {
          const VacPdfLine *line = get (self, i);

          if (line->is_row || line->column != VAC_PDF_WHOLE || !adjoins (self, line) ||
              !(is_in_second (self, line) || is_of_first (self, line)) ||
              !is_parted (self, line))
            continue;
          self->top = MIN (self->top, line->bottom - SAME_PLACE);
          self->bottom = MAX (self->bottom, line->bottom + SAME_PLACE);
          grown = TRUE;
        }
    }
}

static gboolean
is_member (const List       *self,
           const VacPdfLine *line)
{
  return !line->is_row && line->column == VAC_PDF_WHOLE && line->bottom >= self->top &&
         line->bottom <= self->bottom;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const VacPdfLine *first = *(const VacPdfLine *const *) a;
  const VacPdfLine *second = *(const VacPdfLine *const *) b;

  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;

  return (first->bottom > second->bottom) - (first->bottom < second->bottom);
}

static void
set_margin (GPtrArray   *members,
            VacPdfColumn column)
{
  double margin = 0;

  for (guint i = 0; i < members->len; i++)
    {
      const VacPdfLine *line = g_ptr_array_index (members, i);

      if (line->column == column)
        margin = MAX (margin, MAX (line->right,
                                   line->left + VAC_PDF_NARROWEST_COLUMN * line->size));
    }
  for (guint i = 0; i < members->len; i++)
    {
      VacPdfLine *line = g_ptr_array_index (members, i);

      if (line->column == column)
        line->margin = margin;
    }
}

/* Puts the lines of the list in the order in which they are read. */
static void
take_list (List *self)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  guint place = G_MAXUINT, at = self->from;

  for (guint i = self->from; i < self->to; i++)
    {
      VacPdfLine *line = get (self, i);

      if (!is_member (self, line))
        {
          g_ptr_array_add (others, line);
          continue;
        }
      place = MIN (place, others->len);
      g_ptr_array_add (members, line);
    }
  for (guint i = 0; i < members->len; i++)
    {
      VacPdfLine *line = g_ptr_array_index (members, i);

      line->column = is_in_second (self, line) ? VAC_PDF_SECOND_COLUMN : VAC_PDF_FIRST_COLUMN;
    }
  set_margin (members, VAC_PDF_FIRST_COLUMN);
  set_margin (members, VAC_PDF_SECOND_COLUMN);
  g_ptr_array_sort (members, compare_lines);
  for (guint i = 0; i <= others->len; i++)
    {
      for (guint j = 0; i == place && j < members->len; j++)
        self->lines->pdata[at++] = g_ptr_array_index (members, j);
      if (i < others->len)
        self->lines->pdata[at++] = g_ptr_array_index (others, i);
    }
}

/*
 * vac_pdf_lines_order_lists:
 * @lines: (element-type VacPdfLine): all lines
 *
 * Tells which bullets stand in two columns, and puts those of the first before those of the second.
 */
void
vac_pdf_lines_order_lists (GPtrArray *lines)
{
  List list = { .lines = lines };

  for (list.from = 0; list.from < lines->len; list.from = list.to)
    {
      for (list.to = list.from + 1; list.to < lines->len &&
           get (&list, list.to)->page == get (&list, list.from)->page;)
        list.to++;
      while (list.to - list.from <= MOST_OF_PAGE && find_pair (&list))
        {
          grow (&list);
          take_list (&list);
        }
    }
}
