/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void vac_memory_prepare        (gsize heap,
                                gsize block);
void vac_memory_share          (void);
void vac_memory_prepare_thread (gsize heap);
void vac_memory_reuse          (gsize block);

G_END_DECLS
