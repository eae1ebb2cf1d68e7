/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-draft.h"

G_BEGIN_DECLS

/* A paragraph, heading or bullet that is put together from pieces, some of them bold. */
typedef struct _VacImportBlock VacImportBlock;

VacImportBlock *vac_import_block_new       (void);
void            vac_import_block_free      (VacImportBlock *self);
void            vac_import_block_add_text  (VacImportBlock *self,
                                            const char     *text,
                                            gssize          length,
                                            gboolean        bold,
                                            const char     *uri);
void            vac_import_block_add_tab   (VacImportBlock *self);
void            vac_import_block_clear_line (VacImportBlock *self);
void            vac_import_block_end_line  (VacImportBlock *self);
const char     *vac_import_block_peek_line (VacImportBlock *self);
gboolean        vac_import_block_is_empty  (VacImportBlock *self);
void            vac_import_block_flush     (VacImportBlock *self,
                                            VacDraft       *draft,
                                            VacDraftKind    kind,
                                            guint           level,
                                            const char     *origin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacImportBlock, vac_import_block_free)

G_END_DECLS
