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
 * VacInOrderStep:
 * @index: which piece of work
 * @result: (nullable): what came of it
 * @user_data: from the caller
 *
 * Deals with what came of a piece.
 */
typedef void (*VacInOrderStep) (guint    index,
                                gpointer result,
                                gpointer user_data);

/**
 * VacInOrder:
 * @work: does a piece, beside others
 * @arrange: (nullable): in the caller's thread, one after the other: what those after it depend on
 * @finish: (nullable): what is left to do then, in any thread, beside others
 * @take: in the caller's thread, one after the other: takes the result, which it owns
 *
 * What is done with each piece, in this order.
 */
typedef struct
{
  VacInOrderWork work;
  VacInOrderStep arrange;
  VacInOrderStep finish;
  VacInOrderStep take;
} VacInOrder;

void vac_in_order (guint             n,
                   guint             n_threads,
                   const VacInOrder *steps,
                   gpointer          user_data);

G_END_DECLS
