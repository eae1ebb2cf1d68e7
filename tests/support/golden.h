/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

VacDocument *support_load_golden   (const char *name);
void         support_assert_golden (const char *name,
                                    const char *text);

G_END_DECLS
