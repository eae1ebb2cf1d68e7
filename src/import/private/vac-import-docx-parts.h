/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-import-package.h"

G_BEGIN_DECLS

char *vac_docx_find_part (VacPackage *package,
                          const char *part,
                          const char *type,
                          const char *usual);

G_END_DECLS
