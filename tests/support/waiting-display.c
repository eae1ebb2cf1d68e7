/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waiting-display.h"

#include <string.h>
#include <unistd.h>

/* As many frames in which nothing else happens are taken for quiet: a page that scrolls into view
 * and a preview that follows take up to four, one after the other. */
#define QUIET_FRAMES 4

static gboolean
on_passed_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
on_after_paint_cb (GdkFrameClock *clock,
                   gboolean      *passed)
{
  *passed = TRUE;
}

/* Lets each window paint what it has to paint. */
static void
pass_frames (gint64 deadline)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      g_autoptr (GdkFrameClock) clock = NULL;
      gboolean passed = FALSE;
      gulong handler;

      if (!gtk_widget_get_mapped (GTK_WIDGET (window)))
        continue;
      clock = g_object_ref (gtk_widget_get_frame_clock (GTK_WIDGET (window)));
      handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint_cb), &passed);
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
      while (!passed && gtk_widget_get_mapped (GTK_WIDGET (window)) &&
             g_get_monotonic_time () < deadline)
        waiting_iterate ();
      /* The clock of a window that was closed meanwhile has let go of everybody. */
      if (g_signal_handler_is_connected (clock, handler))
        g_signal_handler_disconnect (clock, handler);
    }
}

/* Whether a thread beside this one computes or waits for a disk. */
static gboolean
is_worker_busy (void)
{
  g_autoptr (GDir) threads = g_dir_open ("/proc/self/task", 0, NULL);
  const char *name;

  while (threads != NULL && (name = g_dir_read_name (threads)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc/self/task", name, "stat", NULL);
      g_autofree char *stat = NULL;
      const char *state;

      if (g_ascii_strtoll (name, NULL, 10) == gettid () ||
          !g_file_get_contents (path, &stat, NULL, NULL))
        continue;
      state = strrchr (stat, ')');
      if (state != NULL && (g_str_has_prefix (state, ") R") || g_str_has_prefix (state, ") D")))
        return TRUE;
    }

  return FALSE;
}

/* Lets @milliseconds pass, for what waits for a time, then all that is still to be done here, in
 * the X server and in threads: on a busy machine the time says nothing. */
void
waiting_settle (guint milliseconds)
{
  const gint64 deadline = waiting_get_deadline ();
  GdkDisplay *display = gdk_display_get_default ();
  gboolean passed = FALSE;
  guint quiet = 0;

  g_timeout_add (milliseconds, on_passed_cb, &passed);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);

  while (quiet < QUIET_FRAMES && g_get_monotonic_time () < deadline)
    {
      gboolean busy;

      pass_frames (deadline);
      gdk_display_sync (display);
      busy = is_worker_busy ();
      while (g_get_monotonic_time () < deadline && g_main_context_iteration (NULL, FALSE))
        busy = TRUE;
      if (busy)
        g_usleep (1000);
      quiet = busy ? 0 : quiet + 1;
    }
}
