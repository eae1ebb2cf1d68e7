/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

GPtrArray   *vac_variant_list_places (VacDocument *document);
VacDocument *vac_variant_make        (VacDocument *document,
                                      VacNode     *place);
char        *vac_variant_make_name   (VacDocument *document,
                                      VacNode     *place,
                                      const char  *name);

G_END_DECLS
