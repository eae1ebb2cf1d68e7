/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-guide-library.h"

G_BEGIN_DECLS

/* What is to be done with a guide. */
typedef enum
{
  VAC_GUIDE_EDIT,
  VAC_GUIDE_DESCRIBE,
  VAC_GUIDE_DUPLICATE,
  VAC_GUIDE_SHOW_IN_FOLDER,
  VAC_GUIDE_DELETE,
} VacGuideCommand;

#define VAC_TYPE_GUIDE_CARD (vac_guide_card_get_type ())

G_DECLARE_FINAL_TYPE (VacGuideCard, vac_guide_card, VAC, GUIDE_CARD, GtkFlowBoxChild)

GtkWidget      *vac_guide_card_new         (GPtrArray    *family,
                                            const char   *language);
void            vac_guide_card_set_compact (VacGuideCard *self,
                                            gboolean      compact);
const VacGuide *vac_guide_card_get_guide   (VacGuideCard *self);
int             vac_guide_card_get_pixels  (VacGuideCard *self);
void            vac_guide_card_set_picture (VacGuideCard *self,
                                            GBytes       *bytes,
                                            GdkTexture   *picture);
gboolean        vac_guide_card_matches     (VacGuideCard *self,
                                            const char   *typed);

G_END_DECLS
