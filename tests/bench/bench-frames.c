/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-xlib.h>
#include <dlfcn.h>
#include <gdk/x11/gdkx.h>

#include "bench-fixture.h"
#include "vac-page-view.h"

/* A key that is held: 60 real keys a second into a bullet. How long it takes from one frame that
 * shows a key on the page to the next, on the clock; what processor time a frame took; how much of
 * the window was painted for it; and how many keys had to share their frame with another. Arguments
 * pick postings; --each prints each frame. */

#define KEYS 300

/* The first of them: a paragraph of a single word is no bullet. */
#define N_POSTINGS 3
#define KEY_INTERVAL (G_USEC_PER_SEC / 60)

typedef enum
{
  FACT_INTERVAL,
  FACT_WORK,
  FACT_PAINTED,
  N_FACTS,
} Fact;

static const char *const fact_names[N_FACTS] = { "ms a frame", "ms of work", "% painted" };

typedef struct
{
  VacPageView *view;
  VacOutline  *shown;            /* by the frame before */
  gboolean     each;
  gint64       last;             /* when that was painted */
  gint64       work;             /* of the processor since then */
  double       facts[N_FACTS][KEYS];
  guint        n_frames;
} Bench;

/* How many pixels of the window were painted since they were last counted. */
static gint64 n_painted;
static Window painted_window;

/* Takes the place of cairo's: GTK calls it with what has changed, to copy it into the window. */
void
cairo_clip (cairo_t *cr)
{
  static void (*clip) (cairo_t *);
  cairo_surface_t *target = cairo_get_target (cr);
  cairo_rectangle_list_t *list;

  if (clip == NULL)
    clip = (void (*) (cairo_t *)) dlsym (RTLD_NEXT, "cairo_clip");
  clip (cr);
  if (painted_window == None || cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_XLIB
      || cairo_xlib_surface_get_drawable (target) != painted_window)
    return;

  list = cairo_copy_clip_rectangle_list (cr);
  for (int i = 0; i < list->num_rectangles; i++)
    n_painted += (gint64) (list->rectangles[i].width * list->rectangles[i].height);
  cairo_rectangle_list_destroy (list);
}

static VacOutline *
get_outline (Bench *bench)
{
  return vac_paper_get_outline (vac_page_view_get_paper (bench->view));
}

/* Frames that show no key count for nothing; what they cost belongs to the next one. */
static void
on_after_paint_cb (GdkFrameClock *clock,
                   Bench         *bench)
{
  const gint64 now = g_get_monotonic_time ();
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (bench->view)));
  const double pixels = (double) gdk_surface_get_width (surface)
                        * gdk_surface_get_height (surface);

  if (get_outline (bench) == bench->shown)
    return;

  g_assert_cmpuint (bench->n_frames, <, KEYS);
  bench->facts[FACT_INTERVAL][bench->n_frames] = (double) (now - bench->last) / 1000;
  bench->facts[FACT_WORK][bench->n_frames] = (double) (bench_get_time () - bench->work) / 1000;
  bench->facts[FACT_PAINTED][bench->n_frames] = 100 * (double) n_painted / pixels;
  if (bench->each)
    g_print ("%5.1f ms, %4.1f of work, %5.2f %% painted\n",
             bench->facts[FACT_INTERVAL][bench->n_frames],
             bench->facts[FACT_WORK][bench->n_frames],
             bench->facts[FACT_PAINTED][bench->n_frames]);
  bench->n_frames++;
  vac_outline_unref (bench->shown);
  bench->shown = vac_outline_ref (get_outline (bench));
  bench->last = now;
  bench->work = bench_get_time ();
  n_painted = 0;
}

static gboolean
on_due_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Waits as a program does, so that waiting costs nothing. */
static void
iterate_until (gint64 time)
{
  gboolean due = FALSE;
  g_autoptr (GSource) source = g_timeout_source_new (0);

  g_source_set_ready_time (source, time);
  g_source_set_priority (source, G_PRIORITY_HIGH);
  g_source_set_callback (source, on_due_cb, &due, NULL);
  g_source_attach (source, NULL);
  while (!due)
    g_main_context_iteration (NULL, TRUE);
}

static void
hold_key (Bench *bench)
{
  const gint64 start = g_get_monotonic_time ();

  bench->shown = vac_outline_ref (get_outline (bench));
  bench->last = start;
  bench->work = bench_get_time ();
  n_painted = 0;
  for (guint i = 0; i < KEYS; i++)
    {
      iterate_until (start + i * KEY_INTERVAL);
      app_send_key (i % 6 == 5 ? ' ' : (char) ('a' + i % 26));
    }
  app_settle ();
  g_clear_pointer (&bench->shown, vac_outline_unref);
}

static void
report (Bench      *bench,
        const char *name)
{
  for (Fact fact = 0; fact < N_FACTS; fact++)
    {
      const double *values = bench->facts[fact];

      bench_sort (bench->facts[fact], bench->n_frames);
      g_print ("%-16s %-10s %8.1f %8.1f %8.1f %8.1f %8u\n", name, fact_names[fact],
               bench_get_percentile (values, bench->n_frames, 50),
               bench_get_percentile (values, bench->n_frames, 95),
               bench_get_percentile (values, bench->n_frames, 99), values[bench->n_frames - 1],
               KEYS - bench->n_frames);
    }
}

static void
measure_posting (const BenchPosting *posting,
                 gboolean            each)
{
  g_autofree char *path = bench_make_posting (posting);
  g_autofree Bench *bench = g_new0 (Bench, 1);
  VacWindow *window = app_open (path);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gulong handler;

  app_settle ();
  bench->each = each;
  bench->view = VAC_PAGE_VIEW (app_find_type (GTK_WIDGET (window), VAC_TYPE_PAGE_VIEW));
  vac_window_show_node (window, vac_node_get (bench_find_bullet (get_outline (bench)),
                                              VAC_ROLE_ITEM_TEXT));
  app_settle ();
  app_press ("End");
  painted_window = gdk_x11_surface_get_xid (gtk_native_get_surface (GTK_NATIVE (window)));
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint_cb), bench);
  hold_key (bench);
  g_signal_handler_disconnect (clock, handler);
  painted_window = None;
  report (bench, posting->name);
  app_close_all ();
}

int
main (int    argc,
      char **argv)
{
  const char *names[N_POSTINGS + 1] = { NULL };

  app_init (&argc, &argv);
  for (guint i = 0; i < N_POSTINGS; i++)
    names[i] = bench_postings[i].name;
  g_print ("%-16s %-10s %8s %8s %8s %8s %8s\n", "a held key", "", "p50", "p95", "p99", "worst",
           "shared");
  for (guint i = 0; i < N_POSTINGS; i++)
    if (bench_is_picked (argv + 1, names[i], names))
      measure_posting (&bench_postings[i], g_strv_contains ((const char *const *) argv, "--each"));

  return 0;
}
