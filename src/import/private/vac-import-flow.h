/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-draft.h"

G_BEGIN_DECLS

/* The text of a word processor on its way into a draft: paragraphs of pieces, bold or not, and
 * tables, nested in one another in any way. Whatever begins is ended in the order of a stack. */
typedef struct _VacFlow VacFlow;

VacFlow *vac_flow_new             (VacDraft     *draft);
void     vac_flow_free            (VacFlow      *self);
gboolean vac_flow_is_full         (VacFlow      *self);
void     vac_flow_set_origin      (VacFlow      *self,
                                   const char   *origin);

void     vac_flow_count_language  (VacFlow      *self,
                                   const char   *language,
                                   gsize         size);
void     vac_flow_tell_language   (VacFlow      *self);

void     vac_flow_begin_paragraph (VacFlow      *self);
void     vac_flow_add             (VacFlow      *self,
                                   const char   *text,
                                   gssize        length,
                                   gboolean      bold,
                                   const char   *uri);
gboolean vac_flow_is_blank        (VacFlow      *self);
void     vac_flow_end_paragraph   (VacFlow      *self,
                                   VacDraftKind  kind,
                                   guint         level);
void     vac_flow_drop_paragraph  (VacFlow      *self);

void     vac_flow_begin_table     (VacFlow      *self);
void     vac_flow_begin_row       (VacFlow      *self);
void     vac_flow_begin_cell      (VacFlow      *self);
void     vac_flow_continue_cell   (VacFlow      *self);
void     vac_flow_end_cell        (VacFlow      *self);
void     vac_flow_drop_row        (VacFlow      *self);
void     vac_flow_end_row         (VacFlow      *self);
void     vac_flow_end_table       (VacFlow      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacFlow, vac_flow_free)

G_END_DECLS
