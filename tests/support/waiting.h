/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Waiting for conditions, on machines with other things to do. */

/* Lets the program go on until @condition holds; fails when it does not within the patience that
 * the tests have. */
#define waiting_until(condition) \
  G_STMT_START { \
    gint64 waiting_deadline = waiting_get_deadline (); \
    while (!(condition) && g_get_monotonic_time () < waiting_deadline) \
      waiting_iterate (); \
    g_assert_true (condition); \
  } G_STMT_END

gint64 waiting_get_deadline (void);
void   waiting_iterate      (void);

G_END_DECLS
