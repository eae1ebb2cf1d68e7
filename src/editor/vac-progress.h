/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-node.h"

G_BEGIN_DECLS

/**
 * VacProgress:
 * @VAC_PROGRESS_NONE: nothing is known of it, or nobody will read it
 * @VAC_PROGRESS_UNTOUCHED: it says what the guide says
 * @VAC_PROGRESS_EDITED: somebody has changed it, and should read it once more
 * @VAC_PROGRESS_CLEAN: somebody has changed it, and the review finds nothing
 * @VAC_PROGRESS_MARKED: somebody has marked it as reviewed
 * @VAC_PROGRESS_NEEDS_YOU: something in it is wrong or missing
 *
 * How far a part of a posting has come.
 */
typedef enum
{
  VAC_PROGRESS_NONE,
  VAC_PROGRESS_UNTOUCHED,
  VAC_PROGRESS_EDITED,
  VAC_PROGRESS_CLEAN,
  VAC_PROGRESS_MARKED,
  VAC_PROGRESS_NEEDS_YOU,
} VacProgress;

/**
 * VacProgressFunc:
 * @part: the job of a posting, a section or a subsection
 * @reason: (out) (transfer none): for %VAC_PROGRESS_NEEDS_YOU a translated sentence on why
 * @user_data: what it needs
 *
 * Returns: how far @part has come
 */
typedef VacProgress (*VacProgressFunc) (VacNode     *part,
                                        const char **reason,
                                        gpointer     user_data);

G_END_DECLS
