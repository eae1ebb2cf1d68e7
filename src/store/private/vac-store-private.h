/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-store.h"

G_BEGIN_DECLS

/* @baseline: (transfer full) (nullable); @is_saved: whether @file holds what the document says */
VacStore *vac_store_new_for_file (VacDocument *document,
                                  GFile       *file,
                                  VacBaseline *baseline,
                                  gboolean     is_saved);

/* Whether @document is ratings of a candidate, and so about a person. */
gboolean  vac_store_is_rating    (VacDocument *document);

G_END_DECLS
