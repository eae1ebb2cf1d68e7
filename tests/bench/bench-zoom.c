/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <gdk/x11/gdkx.h>
#include <math.h>

#include "bench-fixture.h"
#include "vac-page-view.h"

/* From a step of zoom to the frame that shows the guide's pages by it, in processor time: keys from
 * the least to the greatest scale and back, and the wheel up and down. --each prints each step.
 * For a count of instructions:
 *   valgrind --tool=callgrind --toggle-collect=measure_step measure-zoom */

#define LEAST_PERCENT 25
#define MOST_PERCENT 400
#define ROUNDS 4
#define NOTCHES 10
#define MOST_STEPS 200

typedef struct
{
  VacPageView *view;
  gboolean     painted;
  gboolean     each;
  double       times[MOST_STEPS];
  guint        n_times;
} Bench;

static void
on_after_paint_cb (GdkFrameClock *clock,
                   Bench         *bench)
{
  bench->painted = TRUE;
}

/* Waits until pages of another scale are painted; returns microseconds of work, not of waiting for
 * the next frame. Never inlined: callgrind counts what happens in it. */
static gint64 __attribute__ ((noinline))
measure_step (Bench *bench,
              guint  before)
{
  gint64 spent = 0;

  while (vac_page_view_get_percent (bench->view) == before || !bench->painted)
    spent += bench_iterate ();

  return spent;
}

/* The wheel over the page, with the key held. */
static void
turn_wheel (guint button)
{
  Display *server = gdk_x11_display_get_xdisplay (GDK_X11_DISPLAY (gdk_display_get_default ()));
  const KeyCode control = XKeysymToKeycode (server, XK_Control_L);

  XTestFakeKeyEvent (server, control, True, 0);
  XTestFakeButtonEvent (server, button, True, 0);
  XTestFakeButtonEvent (server, button, False, 0);
  XTestFakeKeyEvent (server, control, False, 0);
  XSync (server, False);
}

static void
take_step (Bench    *bench,
           gboolean  by_wheel,
           gboolean  larger)
{
  const guint before = vac_page_view_get_percent (bench->view);

  g_assert_cmpuint (bench->n_times, <, MOST_STEPS);
  while (bench_iterate () > 0)
    ;
  bench->painted = FALSE;
  if (by_wheel)
    turn_wheel (larger ? 4 : 5);
  else
    app_send (larger ? "<Control>plus" : "<Control>minus");
  bench->times[bench->n_times] = (double) measure_step (bench, before) / 1000;
  if (bench->each)
    g_print ("%5u %% to %u %%: %.1f\n", before, vac_page_view_get_percent (bench->view),
             bench->times[bench->n_times]);
  bench->n_times++;
}

static void
report (Bench      *bench,
        const char *way)
{
  bench_sort (bench->times, bench->n_times);
  g_print ("%-16s %-10s %8.1f %8.1f %8.1f %8u\n", "the guide", way,
           bench_get_percentile (bench->times, bench->n_times, 50),
           bench_get_percentile (bench->times, bench->n_times, 95),
           bench->times[bench->n_times - 1], bench->n_times);
  bench->n_times = 0;
}

static void
measure_keys (Bench *bench)
{
  while (vac_page_view_get_percent (bench->view) > LEAST_PERCENT)
    app_press ("<Control>minus");
  for (guint i = 0; i < ROUNDS; i++)
    {
      const gboolean larger = i % 2 == 0;

      while (vac_page_view_get_percent (bench->view) != (larger ? MOST_PERCENT : LEAST_PERCENT))
        take_step (bench, FALSE, larger);
    }
  report (bench, "keys");
}

/* From the width of the view: around what is read. */
static void
measure_wheel (Bench *bench)
{
  GtkWidget *view = GTK_WIDGET (bench->view);

  app_press ("<Control>0");
  app_point (view, gtk_widget_get_width (view) / 2.0, gtk_widget_get_height (view) / 2.0);
  for (guint i = 0; i < ROUNDS * NOTCHES; i++)
    take_step (bench, TRUE, i / NOTCHES % 2 == 0);
  report (bench, "the wheel");
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = NULL;
  Bench bench = { 0 };
  VacWindow *window;

  app_init (&argc, &argv);
  bench.each = argc > 1 && g_str_equal (argv[1], "--each");
  path = bench_make_posting (&bench_postings[0]);
  window = app_open (path);
  app_settle ();
  bench.view = VAC_PAGE_VIEW (app_find_type (GTK_WIDGET (window), VAC_TYPE_PAGE_VIEW));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (on_after_paint_cb), &bench);
  g_print ("%-16s %-10s %8s %8s %8s %8s\n", "ms a step", "by", "p50", "p95", "worst", "steps");
  measure_keys (&bench);
  measure_wheel (&bench);
  app_close_all ();

  return 0;
}
