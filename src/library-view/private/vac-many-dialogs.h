/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-dialog.h"
#include "vac-many.h"

G_BEGIN_DECLS

#define VAC_TYPE_MANY_REPLACE (vac_many_replace_get_type ())
#define VAC_TYPE_MANY_FIELD (vac_many_field_get_type ())

G_DECLARE_FINAL_TYPE (VacManyReplace, vac_many_replace, VAC, MANY_REPLACE, VacDialog)
G_DECLARE_FINAL_TYPE (VacManyField, vac_many_field, VAC, MANY_FIELD, VacDialog)

/* Each is shown over the window of the list, for the postings that are selected then. */
void vac_many_replace_show (VacMany *many);
void vac_many_field_show   (VacMany *many);
void vac_many_check_show   (VacMany *many);
void vac_many_export_show  (VacMany *many);

G_END_DECLS
