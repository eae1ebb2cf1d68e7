/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <time.h>

/* Preloaded into a program: writes down when its first window has been painted, the processor time
 * until then, how much memory it has then and some time later, and ends it; right then if
 * FIRST_FRAME_ENDS is set, for what counts until there. With FIRST_FRAME_AWAITS=TYPE it writes the
 * same of the frame in which a widget of that type has been painted, and ends it there; what has
 * pages is awaited until it has some. The program itself stays as it is. */

#define SETTLE_MS 1500

static void
write_memory (const char *name)
{
  g_autofree char *status = NULL;
  const char *rss;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  rss = status != NULL ? strstr (status, "VmRSS:") : NULL;
  if (rss != NULL)
    fprintf (stderr, "%s %ld\n", name, strtol (rss + 6, NULL, 10));
}

static void
write_time (const char *name, clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  fprintf (stderr, "%s %.6f\n", name, (double) now.tv_sec + (double) now.tv_nsec / 1e9);
}

static void
end (void)
{
  fflush (NULL);
  _exit (0);
}

static gboolean
on_settled_cb (gpointer user_data)
{
  write_memory ("settled");
  end ();

  return G_SOURCE_REMOVE;
}

static GtkWidget *
find_awaited (GtkWidget *within, const char *type)
{
  GtkWidget *found = g_str_equal (G_OBJECT_TYPE_NAME (within), type) ? within : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_awaited (child, type);

  return found;
}

/* What shows pages has a scale as soon as it has them. */
static gboolean
is_there (GtkWidget *awaited)
{
  guint percent = 1;

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (awaited), "percent") != NULL)
    g_object_get (awaited, "percent", &percent, NULL);

  return gtk_widget_get_mapped (awaited) && gtk_widget_get_height (awaited) > 0 && percent > 0;
}

/* Nothing is drawn again for being watched, and nobody searches where it is known. What has a size
 * and pages after a frame got them in it, and was painted then, as a picture of the screen shows.
 * What is done between this frame and the next one comes after the page. */
static void
on_after_awaited_cb (GdkFrameClock *clock, GtkWidget *window)
{
  static GtkWidget *awaited;

  if (awaited == NULL)
    g_set_weak_pointer (&awaited, find_awaited (window, g_getenv ("FIRST_FRAME_AWAITS")));
  if (awaited != NULL && is_there (awaited))
    {
      write_time ("awaited-cpu", CLOCK_PROCESS_CPUTIME_ID);
      write_memory ("awaited-memory");
      end ();
    }
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
}

static void
on_after_paint_cb (GdkFrameClock *clock,
                   GtkWidget     *window)
{
  g_signal_handlers_disconnect_by_func (clock, on_after_paint_cb, window);
  write_time ("painted", CLOCK_MONOTONIC);
  write_time ("cpu", CLOCK_PROCESS_CPUTIME_ID);
  write_memory ("memory");
  if (g_getenv ("FIRST_FRAME_ENDS") != NULL)
    end ();
  if (g_getenv ("FIRST_FRAME_AWAITS") != NULL)
    {
      g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_awaited_cb), window);
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      return;
    }
  g_timeout_add (SETTLE_MS, on_settled_cb, NULL);
}

void
gtk_window_present (GtkWindow *window)
{
  static gboolean seen;
  void (*present) (GtkWindow *) = (void (*) (GtkWindow *)) dlsym (RTLD_NEXT, "gtk_window_present");

  present (window);
  if (!seen)
    g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                      G_CALLBACK (on_after_paint_cb), window);
  seen = TRUE;
}
