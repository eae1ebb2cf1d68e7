/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "vac-outline.h"

G_BEGIN_DECLS

#define VAC_TYPE_RULE_COLOUR   0xcfd5dc
#define VAC_TYPE_MUTED_COLOUR  0x5c6570
#define VAC_TYPE_LINK_COLOUR   0x1a4f9c
#define VAC_TYPE_BULLET_COLOUR 0x5c6570

PangoContext         *vac_type_create_context  (const char     *language,
                                                gboolean        own);
const VacTypeStep    *vac_type_get_step        (const VacLook     *look,
                                                const VacBlock    *block,
                                                VacBox             box);
PangoFontDescription *vac_type_describe        (const VacLook     *look,
                                                double             size,
                                                guint              weight,
                                                gboolean           display);
PangoFontDescription *vac_type_describe_step   (const VacLook     *look,
                                                const VacTypeStep *step,
                                                double             scale);
double                vac_type_get_body_size   (const VacLook     *look,
                                                double             squeeze);
double                vac_type_get_scale       (const VacLook     *look,
                                                double             squeeze);
double                vac_type_get_space_scale (double             squeeze);
double                vac_type_get_space       (const VacLook     *look,
                                                const VacBlock    *above,
                                                const VacBlock    *below);
void                  vac_type_set_colour      (cairo_t           *cr,
                                                guint32            colour);

G_END_DECLS
