/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-package.h"

G_BEGIN_DECLS

char *vac_package_find_part (VacPackage *package,
                             const char *part,
                             const char *type,
                             const char *id,
                             const char *usual);

/* Is told of a relation: its id, and where it leads. */
typedef void (*VacTargetFunc) (const char *id,
                               const char *target,
                               gpointer    data);

void  vac_package_foreach_target (VacPackage   *package,
                                  const char   *part,
                                  const char   *type,
                                  VacTargetFunc func,
                                  gpointer      data);

G_END_DECLS
