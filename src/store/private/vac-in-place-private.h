/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-baseline.h"

#include <sys/stat.h>

G_BEGIN_DECLS

/* A file that no other one can take the place of. All of it is borrowed. */
typedef struct
{
  const char        *name;      /* what the user calls it */
  const char        *uri;
  int                folder;
  const char        *leaf;      /* its name in the folder */
  const struct stat *before;
  GBytes            *old;       /* what it holds */
  GBytes            *bytes;     /* what it shall hold */
} VacInPlace;

VacBaseline *vac_write_in_place (const VacInPlace *what,
                                 GError          **error);

G_END_DECLS
