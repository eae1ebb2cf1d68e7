/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-draft.h"
#include "vac-xml.h"

G_BEGIN_DECLS

/* What a run or a style says of itself; -1 where it says nothing. */
typedef struct
{
  int bold;
  int hidden;
} VacDocxLook;

#define VAC_DOCX_LOOK_NONE { -1, -1 }

/* A paragraph's place in a list. */
typedef struct
{
  char *id;      /* (nullable): of the list; "0" for none, whatever the style says */
  int   level;   /* from 0; -1 where it is not said */
} VacDocxList;

/* The styles and lists of a Word document. */
typedef struct _VacDocxStyles VacDocxStyles;

VacDocxStyles *vac_docx_styles_new            (void);
void           vac_docx_styles_free           (VacDocxStyles     *self);
void           vac_docx_styles_read           (VacDocxStyles     *self,
                                               GBytes            *bytes);
void           vac_docx_styles_read_lists     (VacDocxStyles     *self,
                                               GBytes            *bytes);

const char    *vac_docx_styles_get_language   (VacDocxStyles     *self);
gboolean       vac_docx_styles_is_contents    (VacDocxStyles     *self,
                                               const char        *style);
gboolean       vac_docx_styles_is_prompt      (VacDocxStyles     *self,
                                               const char        *style);
VacDraftKind   vac_docx_styles_tell_kind      (VacDocxStyles     *self,
                                               const char        *style,
                                               int                outline,
                                               const VacDocxList *list,
                                               guint             *level);
gboolean       vac_docx_styles_is_bold        (VacDocxStyles     *self,
                                               const char        *paragraph_style,
                                               const char        *run_style,
                                               const VacDocxLook *look);
gboolean       vac_docx_styles_is_hidden      (VacDocxStyles     *self,
                                               const char        *paragraph_style,
                                               const char        *run_style,
                                               const VacDocxLook *look);

int            vac_docx_read_switch           (VacXml            *xml);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacDocxStyles, vac_docx_styles_free)

G_END_DECLS
