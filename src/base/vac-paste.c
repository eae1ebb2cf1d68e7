/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-paste"

#include "config.h"

#include <string.h>

#include "vac-paste-line.h"
#include "vac-paste.h"

void
vac_paste_line_free (gpointer line)
{
  g_free (((VacPasteLine *) line)->text);
  g_free (line);
}

GPtrArray *
vac_paste_lines_new (void)
{
  return g_ptr_array_new_with_free_func (vac_paste_line_free);
}

/* Word's line break within a paragraph is a vertical tab. */
static gboolean
is_line_end (gunichar c)
{
  return (c >= 0x0a && c <= 0x0d) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* The end of what is seen in @text, from its start on. */
static gsize
measure_visible (const char *text)
{
  const char *end = text + strlen (text);

  while (end > text)
    {
      const char *last = g_utf8_prev_char (end);

      if (vac_paste_skip_blanks (last) != end)
        break;
      end = last;
    }

  return (gsize) (end - text);
}

/* Adds one line that may be left without its bullet; an empty one is dropped. */
static void
add_line (GPtrArray  *lines,
          const char *text,
          gboolean    is_item)
{
  const char *start = vac_paste_skip_blanks (text);
  const char *rest = vac_paste_skip_bullet (start);
  gsize length = measure_visible (rest);
  VacPasteLine *line;

  if (length == 0)
    return;

  line = g_new0 (VacPasteLine, 1);
  line->text = g_strndup (rest, length);
  line->marked = is_item || rest != start;
  if (!line->marked)
    vac_paste_find_number (line);
  g_ptr_array_add (lines, line);
}

/* "• a • b • c" is three lines: the bullet that the line begins with, between blanks. Returns the
 * place of the next one. */
static char *
find_next_bullet (char *line)
{
  char *start = (char *) vac_paste_skip_blanks (line);
  gunichar bullet = g_utf8_get_char (start);
  char *next = start;
  char text[6] = "";

  if (!vac_paste_is_bullet (bullet) || vac_paste_skip_bullet (start) == start)
    return NULL;

  g_unichar_to_utf8 (bullet, text);
  while ((next = strstr (g_utf8_next_char (next), text)) != NULL)
    if (g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (next))) &&
        g_unichar_isspace (g_utf8_get_char (g_utf8_next_char (next))))
      return next;

  return NULL;
}

/* Adds what is between two line ends. */
void
vac_paste_lines_add (GPtrArray  *lines,
                     const char *text,
                     gboolean    is_item)
{
  g_autofree char *copy = g_strdup (text);
  char *start = copy;

  for (char *next = is_item ? NULL : find_next_bullet (start); next != NULL;
       next = find_next_bullet (start))
    {
      g_autofree char *part = g_strndup (start, (gsize) (next - start));

      add_line (lines, part, FALSE);
      start = next;
    }
  add_line (lines, start, is_item);
}

/* The texts of the lines, without what turned out to be their marks. */
GStrv
vac_paste_lines_finish (GPtrArray *lines)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  vac_paste_strip_common (lines);
  vac_paste_accept_numbers (lines);
  for (guint i = 0; i < lines->len; i++)
    {
      VacPasteLine *line = g_ptr_array_index (lines, i);
      const char *text = line->text + (line->accepted ? line->number.length : 0);

      if (*text != '\0')
        g_strv_builder_add (builder, text);
    }

  return g_strv_builder_end (builder);
}

/**
 * vac_paste_split_rows:
 * @text: any text
 *
 * Returns: (transfer full): what is between line ends of all sorts, blank lines as well
 */
GStrv
vac_paste_split_rows (const char *text)
{
  g_autoptr (GStrvBuilder) rows = g_strv_builder_new ();

  g_return_val_if_fail (text != NULL, NULL);

  while (*text != '\0')
    {
      const char *end = text;
      g_autofree char *row = NULL;

      while (*end != '\0' && !is_line_end (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      row = g_strndup (text, (gsize) (end - text));
      g_strv_builder_add (rows, row);
      if (end[0] == '\r' && end[1] == '\n')
        end++;
      text = *end != '\0' ? g_utf8_next_char (end) : end;
    }

  return g_strv_builder_end (rows);
}

/**
 * vac_paste_split:
 * @text: what was copied somewhere
 *
 * Takes a list apart that was copied as text: a line an element, without blanks around it and
 * without the bullet, check box or number before it. Empty lines are dropped. A number is taken
 * for a mark only where the lines as a whole are numbered.
 *
 * Returns: (transfer full): the lines; none when @text is blank
 */
GStrv
vac_paste_split (const char *text)
{
  g_autoptr (GPtrArray) lines = vac_paste_lines_new ();
  g_auto (GStrv) rows = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  rows = vac_paste_split_rows (text);
  for (guint i = 0; rows[i] != NULL; i++)
    vac_paste_lines_add (lines, rows[i], FALSE);

  return vac_paste_lines_finish (lines);
}

/**
 * vac_paste_tidy:
 * @text: what was copied somewhere
 * @single_line: whether it is for a field of one line
 *
 * Leaves line ends of one sort, or blanks in their place, and no control characters.
 *
 * Returns: (transfer full): the text for a field that is no list
 */
char *
vac_paste_tidy (const char *text,
                gboolean    single_line)
{
  GString *tidy;

  g_return_val_if_fail (text != NULL, NULL);

  tidy = g_string_sized_new (strlen (text));
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c == '\r' && text[1] == '\n')
        continue;
      if (is_line_end (c))
        g_string_append_c (tidy, single_line ? ' ' : '\n');
      else if (!g_unichar_iscntrl (c) || c == '\t')
        g_string_append_unichar (tidy, c);
    }

  return g_string_free (tidy, FALSE);
}
