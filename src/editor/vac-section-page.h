/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"
#include "vac-page.h"
#include "vac-shared-names.h"
#include "vac-table.h"

G_BEGIN_DECLS

#define VAC_TYPE_SECTION_PAGE (vac_section_page_get_type ())

G_DECLARE_FINAL_TYPE (VacSectionPage, vac_section_page, VAC, SECTION_PAGE, VacPage)

GtkWidget *vac_section_page_new (VacDocument           *document,
                                 VacNode               *section,
                                 const VacTableFactory *others,
                                 VacSharedNames        *shared);

G_END_DECLS
