/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-last-moments"

#include "config.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "vac-last-moments.h"
#ifdef GDK_WINDOWING_X11
#include <gdk/x11/gdkx.h>
#endif

/* The program is about to end, or may be, without anybody having closed its windows. */

#define KEY "vac-last-moments"

typedef struct
{
  GtkApplication *application;   /* borrowed: owns this */
  VacKeepFunc     keep;
  guint           inhibited;     /* 0 unless the end of the session waits for us */
} LastMoments;

/* One of these for each signal, because its handler is not told which one came. */
typedef struct
{
  LastMoments *moments;
  int          number;
} Signal;

/* Whoever sent the signal sees that the program ended by it. */
static gboolean
on_signal_cb (gpointer user_data)
{
  Signal *sent = user_data;

  sent->moments->keep (sent->moments->application);
  signal (sent->number, SIG_DFL);
  raise (sent->number);

  return G_SOURCE_REMOVE;
}

static void
on_bus_closed_cb (GDBusConnection *bus,
                  gboolean         remote_vanished,
                  GError          *error,
                  LastMoments     *self)
{
  self->keep (self->application);
}

/* What is kept comes back with the next start, so that the session may end. It has to wait only
 * where something cannot be kept. */
static void
on_query_end_cb (GtkApplication *application,
                 LastMoments    *self)
{
  if (self->inhibited != 0)
    gtk_application_uninhibit (application, self->inhibited);
  self->inhibited = 0;
  if (!self->keep (application))
    self->inhibited = gtk_application_inhibit (application,
                                               gtk_application_get_active_window (application),
                                               GTK_APPLICATION_INHIBIT_LOGOUT,
                                               _("A posting has unsaved changes"));
}

#ifdef GDK_WINDOWING_X11
/* Xlib knows nothing of whoever set this, and ends the process when it returns. GDK does nothing
 * but that either. */
static int
on_server_gone (Display *display)
{
  LastMoments *self = g_object_get_data (G_OBJECT (g_application_get_default ()), KEY);

  self->keep (self->application);
  _exit (EXIT_FAILURE);
}
#endif

static void
watch_display (void)
{
#ifdef GDK_WINDOWING_X11
  if (GDK_IS_X11_DISPLAY (gdk_display_get_default ()))
    XSetIOErrorHandler (on_server_gone);
#endif
}

static void
watch_signals (LastMoments *self)
{
  static const int numbers[] = { SIGTERM, SIGHUP, SIGINT };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      Signal *sent = g_new0 (Signal, 1);

      sent->moments = self;
      sent->number = numbers[i];
      g_unix_signal_add_full (G_PRIORITY_HIGH, numbers[i], on_signal_cb, sent, g_free);
    }
}

/**
 * vac_last_moments_watch:
 * @application: the program, once it is registered
 * @keep: keeps what is not saved
 *
 * Calls @keep whenever the program may be about to end: when somebody ends it by a signal, when the
 * session ends, and when the session bus or the X server is gone. (Of a Wayland compositor GDK only
 * says so before it ends the process; see main.c.)
 */
void
vac_last_moments_watch (GtkApplication *application,
                        VacKeepFunc     keep)
{
  GDBusConnection *bus = g_application_get_dbus_connection (G_APPLICATION (application));
  LastMoments *self = g_new0 (LastMoments, 1);

  self->application = application;
  self->keep = keep;
  g_object_set_data_full (G_OBJECT (application), KEY, self, g_free);
  watch_signals (self);
  watch_display ();
  g_signal_connect (application, "query-end", G_CALLBACK (on_query_end_cb), self);
  if (bus != NULL)
    g_signal_connect_data (bus, "closed", G_CALLBACK (on_bus_closed_cb), self, NULL, 0);
}
