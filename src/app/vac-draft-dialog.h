/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-dialog.h"
#include "vac-document.h"
#include "vac-import.h"
#include "vac-page-setup.h"

G_BEGIN_DECLS

/**
 * VacDraftPlace:
 * @VAC_DRAFT_AS_NEW: a new posting
 * @VAC_DRAFT_AS_EITHER: a new posting, or into one that is there, as the user chooses
 * @VAC_DRAFT_INTO: into one that is there, which says nothing yet
 *
 * What becomes of what is imported.
 */
typedef enum
{
  VAC_DRAFT_AS_NEW,
  VAC_DRAFT_AS_EITHER,
  VAC_DRAFT_INTO,
} VacDraftPlace;

#define VAC_TYPE_DRAFT_DIALOG (vac_draft_dialog_get_type ())

G_DECLARE_FINAL_TYPE (VacDraftDialog, vac_draft_dialog, VAC, DRAFT_DIALOG, VacDialog)

VacDraftDialog *vac_draft_dialog_new        (GtkWindow          *parent,
                                             VacDocument        *document,
                                             VacDraftPlace       place,
                                             const VacPageSetup *setup);
void            vac_draft_dialog_read_file  (VacDraftDialog     *self,
                                             GFile              *file);
void            vac_draft_dialog_read_bytes (VacDraftDialog     *self,
                                             GBytes             *bytes,
                                             VacImportKind       kind);

G_END_DECLS
