/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VacInOrderWork:
 * @index: which piece of work
 * @user_data: from the caller
 *
 * Does it, in any thread, beside others.
 *
 * Returns: (transfer full) (nullable): what came of it
 */
typedef gpointer (*VacInOrderWork) (guint    index,
                                    gpointer user_data);

/**
 * VacInOrderTake:
 * @index: which piece of work
 * @result: (transfer full) (nullable): what came of it
 * @user_data: from the caller
 *
 * Takes one result after the other, in the caller's thread.
 */
typedef void (*VacInOrderTake) (guint    index,
                                gpointer result,
                                gpointer user_data);

void vac_in_order (guint          n,
                   guint          n_threads,
                   VacInOrderWork work,
                   VacInOrderTake take,
                   gpointer       user_data);

G_END_DECLS
