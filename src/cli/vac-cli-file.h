/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vac-cli.h"
#include "vac-document.h"
#include "vac-json.h"
#include "vac-safe-file.h"

G_BEGIN_DECLS

/* What the command line calls standard input and output. */
#define VAC_CLI_STANDARD "-"

/**
 * VacCliFile:
 * @name: what messages call it
 * @file: (nullable): %NULL for standard input
 * @bytes: what it held
 * @baseline: (nullable): what it was, to write it again
 * @document: the posting in it
 * @json: what the posting was read from
 * @original: (nullable): what it is a duplicate of, where the file says an address
 */
typedef struct
{
  char        *name;
  GFile       *file;
  GBytes      *bytes;
  VacBaseline *baseline;
  VacDocument *document;
  VacJson     *json;
  GFile       *original;
} VacCliFile;

GBytes     *vac_cli_read        (const char   *argument,
                                 gsize         most,
                                 char        **name,
                                 VacBaseline **baseline,
                                 GError      **error);
VacCliFile *vac_cli_file_open   (const char  *argument);
void        vac_cli_file_free   (VacCliFile  *self);
void vac_cli_file_leave (VacCliFile *self);
void vac_cli_file_find (VacCliFile *self, const char *path, guint *line, guint *column);
gboolean    vac_cli_file_save   (VacCliFile  *self);
GBytes     *vac_cli_file_make_bytes (VacCliFile *self);
gboolean    vac_cli_write       (const char  *target,
                                 GBytes      *bytes,
                                 gboolean     force);
gboolean    vac_cli_write_with  (const char    *target,
                                 GBytes        *bytes,
                                 VacWriteFlags  flags);
gboolean    vac_cli_write_file  (GFile             *file,
                                 const char        *name,
                                 GBytes            *bytes,
                                 const VacBaseline *expected,
                                 VacWriteFlags      flags);
gboolean    vac_cli_print       (const char  *data,
                                 gsize        length);
gboolean    vac_cli_is_standard (const char  *name);
gboolean    vac_cli_prepare_output (const VacVerb *verb,
                                 gboolean       several,
                                 const char   **output,
                                 gboolean      *into_folder);
char       *vac_cli_name_file   (GHashTable  *used,
                                 const char  *title,
                                 const char  *extension);
char       *vac_cli_join        (const char  *target,
                                 const char  *name);
int         vac_cli_sum_up      (guint        n_files,
                                 guint        n_unread,
                                 gboolean     partly);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacCliFile, vac_cli_file_free)

G_END_DECLS
