/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GHashTable *vac_guide_answers_load     (void);
void        vac_guide_answers_remember (GHashTable *digests);

G_END_DECLS
