/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-diff-outline.h"
#include "vac-outline-marks.h"
#include "vac-word-break.h"

G_BEGIN_DECLS

VacBlock vac_diff_make_block (VacDiff        *diff,
                              VacWordBreak   *breaks,
                              VacDiffView     view,
                              const VacBlock *earlier,
                              const VacBlock *later);

G_END_DECLS
