/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

gboolean vac_edit_is_possible (const VacEdit *edit,
                               VacNode       *root);
gboolean vac_edit_is_nothing  (const VacEdit *edit);

G_END_DECLS
