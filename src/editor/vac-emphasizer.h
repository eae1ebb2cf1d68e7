/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"
#include "vac-text-area.h"

G_BEGIN_DECLS

void vac_emphasizer_attach (VacDocument *document,
                            VacNode     *leaf,
                            VacTextArea *area);

G_END_DECLS
