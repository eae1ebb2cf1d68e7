/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of headings and of lists within lists. */
#define VAC_ROW_DEEPEST 6

const char *vac_row_skip_quotes    (const char *text);
gboolean    vac_rows_are_quoted    (char      **rows,
                                    guint       fewest);
gboolean    vac_row_is_divider     (const char *text);
guint       vac_rows_count_mail    (char      **rows);
char        vac_row_get_rule       (const char *text);
guint       vac_row_measure_indent (const char *text);
guint       vac_row_skip_hashes    (char      **text);
gboolean    vac_row_is_framed      (const char *text);

G_END_DECLS
