/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-outline.h"

G_BEGIN_DECLS

/*
 * VacPayEvidence:
 * @pay: whether pay is shown where it belongs; single places may still have none
 * @pay_in_text: whether a text seems to say it
 * @benefits: whether benefits are named
 * @other_pay: whether bonuses and the like are
 * @deadline: whether it says until when applications are taken, or that they always are
 * @how_to_apply: whether it says how to apply
 * @ai: whether it speaks of AI in the selection
 * @vacancy: whether it says if there is a job to fill
 * @is_searched: whether texts in its language can be searched for words
 *
 * What candidates read in a posting of what laws on pay demand.
 */
typedef struct
{
  gboolean pay;
  gboolean pay_in_text;
  gboolean benefits;
  gboolean other_pay;
  gboolean deadline;
  gboolean how_to_apply;
  gboolean ai;
  gboolean vacancy;
  gboolean is_searched;
} VacPayEvidence;

void vac_pay_evidence_gather (VacDocument    *document,
                              VacOutline     *outline,
                              VacPayEvidence *evidence);

G_END_DECLS
