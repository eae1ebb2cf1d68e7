/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-batch-private.h"

G_BEGIN_DECLS

struct _VacBatchItem
{
  GObject         parent_instance;

  /* Owned */
  char           *path;
  VacDocument    *document;   /* NULL while no window shows it */
  GArray         *chosen;     /* of gboolean; NULL while all hits are wanted */

  VacBatchOutcome outcome;    /* of the last run */
};

VacBatchJob *vac_batch_item_make_job     (VacBatchItem *self);
void         vac_batch_item_take_outcome (VacBatchItem *self,
                                          VacBatchJob  *job);

G_END_DECLS
