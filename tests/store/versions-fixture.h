/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-versions.h"

G_BEGIN_DECLS

/* What a save of a posting does. Returns why what it replaced could not be kept, NULL if it could;
 * a save that fails fails the test. */
char      *versions_save          (GFile      *file,
                                   const char *text);
void       versions_save_all      (GFile             *file,
                                   const char *const *texts);
GPtrArray *versions_list          (GFile      *file);

/* The contents of all versions, newest first, with commas between; "!" for one that is damaged. */
char      *versions_describe      (GFile      *file);
void       versions_assert        (GFile      *file,
                                   const char *described);

/* Where the versions of the only file that has some are. */
char      *versions_get_folder    (void);
char      *versions_get_content   (const char *text);

G_END_DECLS
