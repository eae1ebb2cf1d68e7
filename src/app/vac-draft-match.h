/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-recognition.h"

G_BEGIN_DECLS

VacNode *vac_draft_find_node (VacRecognition *recognition,
                              guint           part,
                              VacDocument    *document);
guint    vac_draft_find_part (VacRecognition *recognition,
                              VacNode        *node);

G_END_DECLS
