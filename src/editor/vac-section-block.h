/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-document.h"
#include "vac-shared-names.h"

G_BEGIN_DECLS

#define VAC_TYPE_SECTION_BLOCK (vac_section_block_get_type ())

G_DECLARE_FINAL_TYPE (VacSectionBlock, vac_section_block, VAC, SECTION_BLOCK, GtkWidget)

GtkWidget *vac_section_block_new (VacDocument    *document,
                                  VacNode        *section,
                                  GtkWidget      *table,
                                  VacSharedNames *shared);

G_END_DECLS
