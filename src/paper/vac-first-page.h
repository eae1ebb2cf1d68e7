/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "vac-document.h"
#include "vac-page-setup.h"

G_BEGIN_DECLS

/**
 * VAC_FIRST_PAGE_VERSION:
 *
 * Rises with every change to how pages look, so that nobody goes on showing pictures of the look
 * before, however long they have been kept.
 */
#define VAC_FIRST_PAGE_VERSION 3

cairo_surface_t *vac_first_page_render (VacDocument  *document,
                                        VacPaperSize  size,
                                        int           width);

G_END_DECLS
