/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "vac-outline.h"

G_BEGIN_DECLS

/**
 * VacTypeFace:
 * @size: of the type, in points
 * @leading: from baseline to baseline, as a multiple of @size
 * @weight: of the type
 * @colour: 0xRRGGBB
 */
typedef struct
{
  double      size;
  double      leading;
  PangoWeight weight;
  guint32     colour;
} VacTypeFace;

#define VAC_TYPE_RULE_COLOUR   0xcfd5dc
#define VAC_TYPE_MUTED_COLOUR  0x5c6570
#define VAC_TYPE_LINK_COLOUR   0x1a4f9c
#define VAC_TYPE_BULLET_COLOUR 0x5c6570

PangoContext         *vac_type_create_context  (const char     *language);
gboolean              vac_type_has_character   (gunichar        character);
const VacTypeFace    *vac_type_get_face        (const VacBlock *block);
PangoFontDescription *vac_type_describe        (double          size,
                                                PangoWeight     weight);
double                vac_type_get_body_size   (double          squeeze);
double                vac_type_get_scale       (double          squeeze);
double                vac_type_get_space_scale (double          squeeze);
double                vac_type_get_space       (const VacBlock *above,
                                                const VacBlock *below);
void                  vac_type_set_colour      (cairo_t        *cr,
                                                guint32         colour);

G_END_DECLS
