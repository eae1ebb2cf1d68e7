/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-text-table"

#include "config.h"

#include <string.h>

#include "vac-text-table.h"

/**
 * VacTextTable:
 *
 * A table of plain text in a font whose letters are all equally wide: its columns are aligned, and
 * a long cell takes several lines. The first row names the columns and stands close to what is
 * below it.
 */
struct _VacTextTable
{
  GPtrArray *cells;      /* owned char **: the lines of each, row by row */
  guint      n_columns;
  guint32    right;      /* a bit for each column that stands flush right */
};

/**
 * vac_text_get_width:
 * @text: UTF-8
 * @length: in bytes, −1 up to the end
 *
 * Returns: how many columns of a terminal or a monospaced email it takes, which are not characters:
 *   wide ones take two
 */
guint
vac_text_get_width (const char *text,
                    gssize      length)
{
  const char *end;
  guint width = 0;

  g_return_val_if_fail (text != NULL, 0);

  end = text + (length < 0 ? strlen (text) : (gsize) length);
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

/**
 * vac_text_table_new:
 * @n_columns: how many columns there are; at least one
 * @right: a bit for each of the first 32 columns that stands flush right
 *
 * Returns: (transfer full): a table without rows
 */
VacTextTable *
vac_text_table_new (guint   n_columns,
                    guint32 right)
{
  VacTextTable *self;

  g_return_val_if_fail (n_columns > 0, NULL);

  self = g_new0 (VacTextTable, 1);
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->n_columns = n_columns;
  self->right = right;

  return self;
}

/**
 * vac_text_table_free:
 * @self: (transfer full) (nullable): a table
 */
void
vac_text_table_free (VacTextTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/* A word that is longer than the line is broken where the line ends. Returns: how many bytes of it
 * fit, one character at least. */
static gsize
get_fitting (const char *word,
             guint       width)
{
  const char *p = g_utf8_next_char (word);
  guint taken = vac_text_get_width (word, p - word);

  while (*p != '\0')
    {
      const char *next = g_utf8_next_char (p);

      taken += vac_text_get_width (p, next - p);
      if (taken > width)
        break;
      p = next;
    }

  return (gsize) (p - word);
}

/* Adds what of @word fills lines of its own. Returns: the rest of it, which fits a line. */
static const char *
add_long_word (GStrvBuilder *lines,
               const char   *word,
               guint         width)
{
  guint left = vac_text_get_width (word, -1);

  while (left > width)
    {
      gsize length = get_fitting (word, width);
      g_autofree char *piece = g_strndup (word, length);

      g_strv_builder_add (lines, piece);
      left -= vac_text_get_width (piece, -1);
      word += length;
    }

  return word;
}

static char **
wrap (const char *text,
      guint       width)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n\r", -1);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr (GString) line = g_string_new (NULL);
  guint taken = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i];
      guint own = vac_text_get_width (word, -1);

      if (*word == '\0')
        continue;
      if (line->len > 0 && width > 0 && taken + 1 + own > width)
        {
          g_strv_builder_add (lines, line->str);
          g_string_truncate (line, 0);
          taken = 0;
        }
      if (width > 0 && own > width)
        word = add_long_word (lines, word, width);
      taken += (line->len > 0 ? 1 : 0) + vac_text_get_width (word, -1);
      g_string_append_printf (line, "%s%s", line->len > 0 && *word != '\0' ? " " : "", word);
    }
  g_strv_builder_add (lines, line->str);

  return g_strv_builder_end (lines);
}

/**
 * vac_text_table_add:
 * @self: a table
 * @cell: the text of the next cell, row by row
 * @width: how wide it may be before it takes another line; 0 for any width
 */
void
vac_text_table_add (VacTextTable *self,
                    const char   *cell,
                    guint         width)
{
  g_return_if_fail (self != NULL && cell != NULL);

  g_ptr_array_add (self->cells, wrap (cell, width));
}

/**
 * vac_text_table_add_line:
 * @self: a table
 * @cell: the text of the next cell, which is one line with every blank in it
 */
void
vac_text_table_add_line (VacTextTable *self,
                         const char   *cell)
{
  const char *const lines[] = { cell, NULL };

  g_return_if_fail (self != NULL && cell != NULL);

  g_ptr_array_add (self->cells, g_strdupv ((char **) lines));
}

static guint *
measure (VacTextTable *self)
{
  guint *widths = g_new0 (guint, self->n_columns);

  for (guint i = 0; i < self->cells->len; i++)
    {
      char **lines = g_ptr_array_index (self->cells, i);
      guint *width = &widths[i % self->n_columns];

      for (guint j = 0; lines[j] != NULL; j++)
        *width = MAX (*width, vac_text_get_width (lines[j], -1));
    }

  return widths;
}

/**
 * vac_text_table_get_width:
 * @self: a table
 *
 * Returns: how wide its lines are
 */
guint
vac_text_table_get_width (VacTextTable *self)
{
  g_autofree guint *widths = NULL;
  guint sum = 0;

  g_return_val_if_fail (self != NULL, 0);

  widths = measure (self);
  for (guint i = 0; i < self->n_columns; i++)
    sum += widths[i] + (i > 0 ? VAC_TEXT_TABLE_GAP : 0);

  return sum;
}

static void
append_cell (GString    *out,
             const char *text,
             guint       width,
             gboolean    right)
{
  guint own = vac_text_get_width (text, -1);
  int pad = width > own ? (int) (width - own) : 0;

  g_string_append_printf (out, "%*s%s%*s", right ? pad : 0, "", text, right ? 0 : pad, "");
}

static void
end_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

/* The first column, and those from @from on before @end. */
typedef struct
{
  const guint *widths;
  guint        from;
  guint        end;
} Part;

static gboolean
is_in_part (const Part *part,
            guint       column)
{
  return column == 0 || (column >= part->from && column < part->end);
}

static void
append_row (VacTextTable *self,
            GString      *out,
            const Part   *part,
            guint         row)
{
  char ***cells = (char ***) self->cells->pdata + row * self->n_columns;
  g_autofree guint *n_lines = g_new (guint, self->n_columns);
  guint height = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      n_lines[i] = g_strv_length (cells[i]);
      if (is_in_part (part, i))
        height = MAX (height, n_lines[i]);
    }

  for (guint line = 0; line < height; line++)
    {
      for (guint i = 0; i < self->n_columns; i++)
        {
          guint above;

          if (!is_in_part (part, i))
            continue;
          /* A title stands on its column, other cells begin on the first line of their row. */
          above = row == 0 ? height - n_lines[i] : 0;
          if (i > 0)
            g_string_append_printf (out, "%*s", VAC_TEXT_TABLE_GAP, "");
          append_cell (out,
                       line >= above && line - above < n_lines[i] ? cells[i][line - above] : "",
                       part->widths[i], i < 32 && (self->right & (1u << i)) != 0);
        }
      end_line (out);
    }
}

/**
 * vac_text_table_append_to:
 * @self: a table
 * @out: what to append it to
 * @width: how wide a line may be; 0 for any width
 *
 * Writes the rows, a line end after each. Where they are wider, the table is written in parts, one
 * below the other, each of which begins with the first column.
 */
void
vac_text_table_append_to (VacTextTable *self,
                          GString      *out,
                          guint         width)
{
  g_autofree guint *widths = NULL;
  Part part = { .from = 1 };

  g_return_if_fail (self != NULL && out != NULL);
  g_return_if_fail (self->cells->len % self->n_columns == 0);

  widths = measure (self);
  part.widths = widths;
  do
    {
      guint taken = widths[0];

      for (part.end = part.from; part.end < self->n_columns; part.end++)
        {
          taken += VAC_TEXT_TABLE_GAP + widths[part.end];
          if (width > 0 && taken > width && part.end > part.from)
            break;
        }
      if (part.from > 1)
        g_string_append_c (out, '\n');
      for (guint row = 0; row < self->cells->len / self->n_columns; row++)
        append_row (self, out, &part, row);
      part.from = part.end;
    }
  while (part.end < self->n_columns);
}
