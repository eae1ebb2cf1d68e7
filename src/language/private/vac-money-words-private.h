/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-money-read.h"

G_BEGIN_DECLS

guint   vac_money_find_factor (const char *word,
                               const char *language);
VacUnit vac_money_find_unit   (const char *words,
                               const char *language);

G_END_DECLS
