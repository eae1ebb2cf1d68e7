/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-store.h"

G_BEGIN_DECLS

/* @baseline: (transfer full) (nullable); @is_saved: whether @file holds what the document says */
VacStore *vac_store_new_for_file (VacDocument *document,
                                  GFile       *file,
                                  VacBaseline *baseline,
                                  gboolean     is_saved);

G_END_DECLS
