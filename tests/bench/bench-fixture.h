/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"

G_BEGIN_DECLS

/* What measurements of the window share. */

gint64       bench_get_time   (void);
void         bench_sort       (double      *times,
                               gsize        n_times);

VacDocument *bench_copy_guide (char       **path);
VacNode     *bench_find_items (VacNode     *within);
void         bench_add_bullet (VacDocument *document,
                               VacNode     *items,
                               const char  *text);
void         bench_write      (VacDocument *document,
                               const char  *path);

G_END_DECLS
