/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

GBytes      *vac_write_document (VacDocument *document);
GBytes      *vac_write_readable (VacDocument *document,
                                 GError     **error);
char        *vac_write_value    (VacNode     *node);
VacDocument *vac_copy_document  (VacDocument *document);

G_END_DECLS
