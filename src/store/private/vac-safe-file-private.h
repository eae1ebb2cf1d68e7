/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-descriptor.h"
#include "vac-safe-file.h"

G_BEGIN_DECLS

/* The two ways to a file. The remote one works on any #GFile, which is how it is tested. */
GBytes      *vac_safe_file_load_local   (GFile              *file,
                                         gsize               limit,
                                         VacBaseline       **baseline,
                                         GCancellable       *cancellable,
                                         GError            **error);
GBytes      *vac_safe_file_load_remote  (GFile              *file,
                                         gsize               limit,
                                         VacBaseline       **baseline,
                                         GCancellable       *cancellable,
                                         GError            **error);
VacBaseline *vac_safe_file_write_local  (GFile              *file,
                                         GBytes             *bytes,
                                         const VacBaseline  *expected,
                                         VacWriteFlags       flags,
                                         GCancellable       *cancellable,
                                         GError            **error);
VacBaseline *vac_safe_file_write_remote (GFile              *file,
                                         GBytes             *bytes,
                                         const VacBaseline  *expected,
                                         VacWriteFlags       flags,
                                         GCancellable       *cancellable,
                                         GError            **error);

gboolean     vac_safe_file_check_writable_local (GFile   *file,
                                         GError        **error);

/* Follows all links, and one that leads to nothing. NULL, and errno set, without such a place. */
char        *vac_safe_file_resolve      (const char         *path);

/* Sentences that both ways say. */
char        *vac_safe_file_get_name     (GFile              *file);
void         vac_set_error_exists       (GError            **error,
                                         const char         *name);
void         vac_set_error_deleted      (GError            **error,
                                         const char         *name);
void         vac_set_error_conflict     (GError            **error,
                                         const char         *name);
void         vac_set_error_bad_target   (GError            **error,
                                         const char         *name,
                                         gboolean            is_folder);

G_END_DECLS
