/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VAC_SEQUENCE_NONE G_MAXUINT

void vac_sequence_match (const guint *a,
                         guint        n_a,
                         const guint *b,
                         guint        n_b,
                         guint       *partners);
void vac_sequence_rise  (const guint *values,
                         guint        n_values,
                         gboolean    *rising);
void vac_sequence_pair  (const guint *costs,
                         guint        n_a,
                         guint        n_b,
                         guint        one_side,
                         guint       *partners);

G_END_DECLS
