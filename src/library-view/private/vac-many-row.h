/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-batch.h"

G_BEGIN_DECLS

/* For what belongs to no place in particular: the posting as a whole. */
#define VAC_MANY_ROW_WHOLE G_MAXUINT

/**
 * VacManyRowFlags:
 * @VAC_MANY_ROW_CHOOSE: it can be chosen or not
 * @VAC_MANY_ROW_RESULT: it says what has become of the posting, not what would
 */
typedef enum
{
  VAC_MANY_ROW_NONE = 0,
  VAC_MANY_ROW_CHOOSE = 1 << 0,
  VAC_MANY_ROW_RESULT = 1 << 1,
} VacManyRowFlags;

#define VAC_TYPE_MANY_ROW (vac_many_row_get_type ())

G_DECLARE_FINAL_TYPE (VacManyRow, vac_many_row, VAC, MANY_ROW, GObject)

VacManyRow         *vac_many_row_new          (VacBatchItem    *item,
                                               guint            hit,
                                               VacManyRowFlags  flags);
guint               vac_many_row_get_hit      (VacManyRow      *self);
gboolean            vac_many_row_get_chosen   (VacManyRow      *self,
                                               gboolean        *some);
void                vac_many_row_choose       (VacManyRow      *self,
                                               gboolean         chosen);
guint               vac_many_row_count_chosen (VacBatchItem    *item);
char               *vac_many_row_make_title   (VacManyRow      *self);
char               *vac_many_row_make_markup  (VacManyRow      *self);
char               *vac_many_row_make_remark  (VacManyRow      *self);
GtkListItemFactory *vac_many_row_make_factory (void);

G_END_DECLS
