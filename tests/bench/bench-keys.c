/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-fixture.h"
#include "vac-page-view.h"

/* From a real key of the X server to the frame that shows it on the page of the preview, in
 * processor time, of which other programs take nothing away. Arguments pick postings and
 * places; files, with their whole path, are opened in place of the postings.
 * For a count of instructions, which is the same in each run:
 *   valgrind --tool=callgrind --toggle-collect=measure_key measure-keys "the guide" prose */

#define KEYS 100

typedef enum
{
  PLACE_BULLET,
  PLACE_PROSE,
  PLACE_TITLE,
  N_PLACES,
} Place;

static const char *const place_names[N_PLACES + 1] = { "a bullet", "prose", "the title" };

static void
on_after_paint_cb (GdkFrameClock *clock,
                   gboolean      *painted)
{
  *painted = TRUE;
}

/* Presses a key and waits until the page that has it is painted; returns microseconds of work, not
 * of waiting for the next frame. Never inlined: callgrind counts what happens in it. */
static gint64 __attribute__ ((noinline))
measure_key (VacPageView    *view,
             VacOutline     *before,
             const gboolean *painted)
{
  gint64 spent = 0;

  while (vac_paper_get_outline (vac_page_view_get_paper (view)) == before || !*painted)
    spent += bench_iterate ();

  return spent;
}

static VacNode *
find_place (VacDocument *document,
            VacOutline  *outline,
            Place        place)
{
  VacNode *sections = vac_document_get (document, VAC_ROLE_SECTIONS);

  switch (place)
    {
    case PLACE_BULLET:
      return vac_node_get (bench_find_bullet (outline), VAC_ROLE_ITEM_TEXT);
    case PLACE_PROSE:
      return vac_node_get (vac_node_get_child (sections, 0), VAC_ROLE_SECTION_TEXT);
    default:
      return vac_document_get (document, VAC_ROLE_JOB_TITLE);
    }
}

static void
measure_place (VacWindow  *window,
               const char *name,
               Place       place)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  VacPageView *view = VAC_PAGE_VIEW (app_find_type (GTK_WIDGET (window), VAC_TYPE_PAGE_VIEW));
  VacNode *node = find_place (app_get_document (window),
                              vac_paper_get_outline (vac_page_view_get_paper (view)), place);
  gboolean painted = FALSE;
  double times[KEYS];
  gulong handler;

  vac_window_show_node (window, node);
  app_settle ();
  app_press ("End");
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint_cb), &painted);
  for (guint i = 0; i < KEYS; i++)
    {
      g_autoptr (VacOutline) before = vac_outline_ref (
          vac_paper_get_outline (vac_page_view_get_paper (view)));

      while (bench_iterate () > 0)
        ;
      painted = FALSE;
      app_send_key (i % 6 == 5 ? ' ' : (char) ('a' + i % 26));
      times[i] = (double) measure_key (view, before, &painted) / 1000;
    }
  g_signal_handler_disconnect (clock, handler);
  app_settle ();
  bench_sort (times, KEYS);
  g_print ("%-16s %-10s %8.1f %8.1f %8.1f %8u\n", name, place_names[place],
           bench_get_percentile (times, KEYS, 50), bench_get_percentile (times, KEYS, 95),
           bench_get_percentile (times, KEYS, 99), vac_page_view_get_n_pages (view));
}

int
main (int    argc,
      char **argv)
{
  g_autofree const char **posting_names = g_new0 (const char *, bench_n_postings + 1);
  gboolean has_files = FALSE;

  app_init (&argc, &argv);
  for (int i = 1; i < argc; i++)
    has_files |= g_path_is_absolute (argv[i]);
  for (guint i = 0; i < bench_n_postings; i++)
    posting_names[i] = bench_postings[i].name;
  g_print ("%-16s %-10s %8s %8s %8s %8s\n", "ms a key", "into", "p50", "p95", "p99", "pages");
  for (guint i = 0; i < bench_n_postings; i++)
    {
      const BenchPosting *posting = &bench_postings[i];
      g_autofree char *path = NULL;
      VacWindow *window;

      if (!bench_is_picked (argv + 1, posting->name, posting_names) || has_files)
        continue;
      path = bench_make_posting (posting);
      window = app_open (path);
      app_settle ();
      for (Place place = 0; place < N_PLACES; place++)
        if (bench_is_picked (argv + 1, place_names[place], place_names))
          measure_place (window, posting->name, place);
      app_close_all ();
    }
  for (int i = 1; i < argc; i++)
    if (g_path_is_absolute (argv[i]))
      {
        g_autofree char *name = g_path_get_basename (argv[i]);
        VacWindow *window = app_open (argv[i]);

        app_settle ();
        for (Place place = 0; place < N_PLACES; place++)
          if (bench_is_picked (argv + 1, place_names[place], place_names))
            measure_place (window, name, place);
        app_close_all ();
      }

  return 0;
}
