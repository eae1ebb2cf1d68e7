/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

GBytes *vac_write_document (VacDocument *document);
GBytes *vac_write_for_candidates (VacDocument *document);
void    vac_write_node     (GString     *out,
                            VacNode     *node,
                            guint        indent);

G_END_DECLS
