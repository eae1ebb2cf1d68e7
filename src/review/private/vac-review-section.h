/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"
#include "vac-heading.h"

G_BEGIN_DECLS

VacHeading vac_review_tell_section  (const char        *language,
                                     VacNode           *section);
gboolean   vac_review_is_in_section (VacNode           *node,
                                     const char        *language,
                                     const char *const *ids,
                                     VacHeading         heading);

G_END_DECLS
