/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "vac-draft.h"

G_BEGIN_DECLS

void vac_draft_add_tree (VacDraft *self,
                         xmlNode  *root);

G_END_DECLS
