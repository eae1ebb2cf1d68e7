/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"

G_BEGIN_DECLS

/* What measurements of the window share. */

/* The guide with a number of bullets more, each of so many words with @space between them. */
typedef struct
{
  const char *name;
  guint       n_bullets;
  guint       n_words;
  const char *space;
} BenchPosting;

extern const BenchPosting bench_postings[];
extern const guint bench_n_postings;

gint64       bench_get_time   (void);
gint64       bench_iterate    (void);
void         bench_sort       (double      *times,
                               gsize        n_times);
double       bench_get_percentile (const double *times,
                               gsize        n_times,
                               guint        percent);

VacDocument *bench_copy_guide (char       **path);
VacNode     *bench_find_items (VacNode     *within);
VacNode     *bench_find_bullet (VacOutline *outline);
void         bench_add_bullet (VacDocument *document,
                               VacNode     *items,
                               const char  *text);
void         bench_write      (VacDocument *document,
                               const char  *path);
char        *bench_make_posting (const BenchPosting *posting);
gboolean     bench_is_picked  (char       **arguments,
                               const char  *name,
                               const char *const *names);

G_END_DECLS
