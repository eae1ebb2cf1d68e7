/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-batch.h"
#include "vac-safe-file.h"

G_BEGIN_DECLS

/* What a posting was when somebody looked at it, or after it was changed. */
typedef struct
{
  VacDocument *document;   /* owned, nullable: of its window */
  guint64      state;      /* of that */
  char        *checksum;   /* owned, nullable: of its file where no window shows it */
} VacBatchStamp;

/* What was found out about a posting, or done to it. */
typedef struct
{
  VacBatchState  state;
  char          *title;    /* nullable: not read */
  char          *reason;   /* nullable */
  GPtrArray     *hits;     /* nullable; of VacHit */
  guint          n_changed;
  guint          n_kept;
  VacBatchStamp  stamp;
  GBytes        *before;   /* nullable: what the file held before it was changed */
} VacBatchOutcome;

/* One posting of a run. Only one thread works on it at a time. */
typedef struct
{
  /* What is known before */
  char          *path;
  VacDocument   *document;  /* nullable: of its window, for the main thread only */
  VacBatchState  state;
  VacBatchStamp  stamp;     /* of when somebody looked at it or changed it; may be empty */
  GArray        *chosen;    /* nullable: of gboolean */
  GBytes        *before;    /* nullable */

  VacBatchOutcome outcome;
} VacBatchJob;

void vac_batch_job_perform   (VacBatchJob     *job,
                              VacChange       *change,
                              VacBatchTask     task,
                              GCancellable    *cancellable);
void vac_batch_outcome_clear (VacBatchOutcome *outcome);
void vac_batch_stamp_clear   (VacBatchStamp   *stamp);
void vac_batch_stamp_copy    (VacBatchStamp       *stamp,
                              const VacBatchStamp *from);

G_END_DECLS
