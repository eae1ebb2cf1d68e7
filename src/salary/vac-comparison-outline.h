/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-subject.h"

G_BEGIN_DECLS

VacOutline *vac_comparison_outline_new     (VacDocument    *document);
VacOutline *vac_comparison_outline_new_for (VacDocument    *document,
                                            VacNode *const *nodes,
                                            guint           n_nodes,
                                            VacNode        *base);

/* The comparison as something that is shown, printed and exported by itself. */
extern const VacSubject vac_comparison_subject;

G_END_DECLS
