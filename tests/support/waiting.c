/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waiting.h"

/* Returns when to give up: five seconds from now on a quiet machine, so many times more as
 * tests/meson.build says. */
gint64
waiting_get_deadline (void)
{
  const char *patience = g_getenv ("VAC_PATIENCE");

  return g_get_monotonic_time () +
         5 * G_USEC_PER_SEC * (patience != NULL ? g_ascii_strtoll (patience, NULL, 10) : 10);
}

void
waiting_iterate (void)
{
  if (!g_main_context_iteration (NULL, FALSE))
    g_usleep (2000);
}
