/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-package.h"

G_BEGIN_DECLS

char *vac_package_find_part (VacPackage *package,
                             const char *part,
                             const char *type,
                             const char *id,
                             const char *usual);

G_END_DECLS
