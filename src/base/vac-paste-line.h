/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The number before a line, as far as it can be one: "1.", "1.2", "b)", "(iv)". */
typedef struct
{
  guint    values[6];   /* of its levels; for a letter, its position in the alphabet */
  guint    n_values;
  guint    roman;       /* what the letters are as a Roman number; 0 for none */
  gunichar first;       /* of the letters, for their case; 0 for digits */
  char     close;       /* '.', ')', '-' or '/', '(' for both parentheses, 0 for none: "1.2" */
  gboolean tab;         /* a tab follows it */
  gsize    length;      /* in bytes, with the blanks after it; 0 when there is no number */
} VacPasteNumber;

typedef struct
{
  char          *text;
  gboolean       marked;   /* had a bullet or was an element of a list; the text is without it */
  gboolean       accepted; /* the number is a mark */
  VacPasteNumber number;
} VacPasteLine;

void        vac_paste_line_free        (gpointer        line);
GPtrArray  *vac_paste_lines_new        (void);
void        vac_paste_lines_add        (GPtrArray      *lines,
                                        const char     *text,
                                        gboolean        is_item);
GStrv       vac_paste_lines_finish     (GPtrArray      *lines);

GStrv       vac_paste_split_rows       (const char     *text);
const char *vac_paste_skip_blanks      (const char     *text);
gboolean    vac_paste_is_bullet        (gunichar        c);
const char *vac_paste_skip_bullet      (const char     *text);
gsize       vac_paste_measure_bullet   (const char     *text);
void        vac_paste_strip_mark       (GPtrArray      *lines);
void        vac_paste_strip_common     (GPtrArray      *lines);
void        vac_paste_find_number      (VacPasteLine   *line);
void        vac_paste_accept_numbers   (GPtrArray      *lines);

G_END_DECLS
