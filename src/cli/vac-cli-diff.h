/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-diff.h"

G_BEGIN_DECLS

/* How differences are written, each for the same list of them. */

char *vac_cli_diff_to_text (VacDiff    *diff);
char *vac_cli_diff_to_json (VacDiff    *diff);
char *vac_cli_diff_to_html (VacDiff    *diff,
                            const char *name_a,
                            const char *name_b);

/* What is said of an element that is in one posting alone: its texts and values. */
GPtrArray *vac_cli_diff_list_lines (VacDocument *document,
                                    VacNode     *element);

G_END_DECLS
