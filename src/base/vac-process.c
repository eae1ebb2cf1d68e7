/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-process"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "vac-process.h"

/* What was printed may still be waiting, and GLib's own help does not ask whether it arrived. */
static void
on_exit_cb (int   status,
            void *failure)
{
  const gboolean failed = ferror (stdout) != 0;
  const int code = fclose (stdout) != 0 ? errno : 0;

  /* Another status says that there was trouble, and that the user has been told. */
  if (status != EXIT_SUCCESS || (!failed && (code == 0 || code == EBADF)))
    return;
  g_printerr ("<stdout>: %s\n",
              code != 0 ? g_strerror (code) : _("Not everything could be written."));
  _exit (GPOINTER_TO_INT (failure));
}

/**
 * vac_process_prepare:
 * @failure: the exit status when standard output could not be written
 *
 * To be called once by a program, before it writes anything. From then on, a file beyond the limit
 * of the user or of the file system is an error to report, and does not end the program with a
 * signal; and text that does not arrive on standard output (a full disk) does not end in success,
 * whoever printed it.
 */
void
vac_process_prepare (int failure)
{
  signal (SIGXFSZ, SIG_IGN);
  on_exit (on_exit_cb, GINT_TO_POINTER (failure));
}
