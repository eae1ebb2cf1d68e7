/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-outline.h"

G_BEGIN_DECLS

/**
 * VacKitPart:
 * @VAC_KIT_SHEET: what interviewers take along, each their own: questions, room for notes,
 *   scorecards
 * @VAC_KIT_PANEL: what the panel fills in together afterwards, and what is assessed by what
 */
typedef enum
{
  VAC_KIT_SHEET,
  VAC_KIT_PANEL,
} VacKitPart;

VacOutline *vac_kit_new    (VacDocument *document,
                            VacKitPart   part);
gboolean    vac_kit_covers (VacNode     *node);

G_END_DECLS
