/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-board-length.h"
#include "vac-document.h"
#include "vac-pay-evidence.h"

G_BEGIN_DECLS

/*
 * VacReading:
 * @document: the posting
 * @outline: (nullable): what candidates read of it
 * @suggestions: (nullable) (element-type VacSuggestion): what vac_suggest() finds in it
 * @lengths: how long it is for each place that postings go to
 * @has_lengths: whether @lengths are known
 * @evidence: what laws on pay look for
 * @has_evidence: whether @evidence is gathered
 *
 * What several checks of a posting as a whole need of it, made once, when the first of them asks.
 * It is good until the posting changes.
 */
typedef struct
{
  VacDocument    *document;
  VacOutline     *outline;
  GPtrArray      *suggestions;
  VacBoardLength  lengths[VAC_N_BOARDS];
  gboolean        has_lengths;
  VacPayEvidence  evidence;
  gboolean        has_evidence;
} VacReading;

VacOutline           *vac_reading_get_outline     (VacReading *self);
GPtrArray            *vac_reading_get_suggestions (VacReading *self);
const VacBoardLength *vac_reading_get_lengths     (VacReading *self);
const VacPayEvidence *vac_reading_get_evidence    (VacReading *self);
void                  vac_reading_clear           (VacReading *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VacReading, vac_reading_clear)

G_END_DECLS
