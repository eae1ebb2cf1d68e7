/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-draft.h"

G_BEGIN_DECLS

/* What a style says of a text; -1 and NULL where it says nothing. */
typedef struct
{
  int         bold;
  int         hidden;
  const char *language;   /* of the styles */
} VacOdtLook;

#define VAC_ODT_LOOK_NONE { -1, -1, NULL }

/* The styles of a text document of LibreOffice and its like. */
typedef struct _VacOdtStyles VacOdtStyles;

VacOdtStyles *vac_odt_styles_new       (void);
void          vac_odt_styles_free      (VacOdtStyles  *self);
void          vac_odt_styles_read      (VacOdtStyles  *self,
                                        GBytes        *bytes,
                                        gboolean       automatic);

VacDraftKind  vac_odt_styles_tell_kind (VacOdtStyles  *self,
                                        const char    *style,
                                        guint         *level);
gboolean      vac_odt_styles_has_mark  (VacOdtStyles  *self,
                                        const char    *list,
                                        guint          level);
void          vac_odt_styles_look      (VacOdtStyles  *self,
                                        const char    *family,
                                        const char    *style,
                                        VacOdtLook    *look);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacOdtStyles, vac_odt_styles_free)

G_END_DECLS
