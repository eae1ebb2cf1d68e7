/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-library-entry.h"

G_BEGIN_DECLS

#define VAC_TYPE_LIBRARY_ITEM (vac_library_item_get_type ())

G_DECLARE_FINAL_TYPE (VacLibraryItem, vac_library_item, VAC, LIBRARY_ITEM, GObject)

VacLibraryItem  *vac_library_item_new       (VacLibraryEntry *entry);
VacLibraryEntry *vac_library_item_get_entry (VacLibraryItem  *self);
const char      *vac_library_item_get_path  (VacLibraryItem  *self);
void             vac_library_item_set_entry (VacLibraryItem  *self,
                                             VacLibraryEntry *entry);

G_END_DECLS
