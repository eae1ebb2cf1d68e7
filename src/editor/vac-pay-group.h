/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-document.h"

G_BEGIN_DECLS

#define VAC_TYPE_PAY_GROUP (vac_pay_group_get_type ())

G_DECLARE_FINAL_TYPE (VacPayGroup, vac_pay_group, VAC, PAY_GROUP, AdwPreferencesGroup)

GtkWidget *vac_pay_group_new (VacDocument *document);

G_END_DECLS
