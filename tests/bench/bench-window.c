/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-fixture.h"
#include "vac-page-view.h"

/* Opening what is large, to the first frame and to the painted preview, and an edit by the program
 * (bench-keys has those by hand) to the frame that shows it. Against the guide, and in processor
 * time, of which other programs take nothing away. An argument picks one posting. */

#define EDITS 40

static void
on_after_paint_cb (GdkFrameClock *clock,
                   gboolean      *painted)
{
  *painted = TRUE;
}

/* Returns the median in milliseconds. */
static double
measure_edits (VacWindow *window)
{
  VacDocument *document = app_get_document (window);
  VacNode *title = vac_document_get (document, VAC_ROLE_JOB_TITLE);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  double times[EDITS];
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint_cb),
                                     &painted);

  for (guint i = 0; i < EDITS; i++)
    {
      g_autofree char *text = g_strdup_printf ("Engineer %u", i);
      gint64 spent = 0;

      /* Time spent at work only: not the wait for the next frame. */
      painted = FALSE;
      {
        gint64 start = bench_get_time ();

        vac_document_set_text (document, title, text);
        spent += bench_get_time () - start;
      }
      while (!painted)
        {
          gint64 start = bench_get_time ();

          if (g_main_context_iteration (NULL, FALSE))
            spent += bench_get_time () - start;
        }
      times[i] = (double) spent / 1000;
    }
  g_signal_handler_disconnect (clock, handler);
  bench_sort (times, EDITS);

  return times[EDITS / 2];
}

static gboolean
shows_page (VacWindow *window)
{
  GtkWidget *view = app_find_type (GTK_WIDGET (window), VAC_TYPE_PAGE_VIEW);

  return view != NULL && gtk_widget_get_mapped (view) && gtk_widget_get_height (view) > 0
         && vac_paper_get_outline (vac_page_view_get_paper (VAC_PAGE_VIEW (view))) != NULL;
}

/* To the first frame, and to the one in which the page of the preview is painted. */
static VacWindow *
open_measured (const char *path,
               double     *first_ms,
               double     *page_ms)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gint64 start = bench_get_time ();
  GtkWindow *window;
  gboolean painted = FALSE;

  g_application_open (G_APPLICATION (app_get ()), &file, 1, "");
  while ((window = gtk_application_get_active_window (GTK_APPLICATION (app_get ()))) == NULL ||
         gtk_widget_get_frame_clock (GTK_WIDGET (window)) == NULL)
    g_main_context_iteration (NULL, FALSE);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (on_after_paint_cb), &painted);
  while (!painted)
    g_main_context_iteration (NULL, FALSE);
  *first_ms = (double) (bench_get_time () - start) / 1000;
  while (!shows_page (VAC_WINDOW (window)))
    g_main_context_iteration (NULL, FALSE);
  for (painted = FALSE; !painted;)
    g_main_context_iteration (NULL, FALSE);
  *page_ms = (double) (bench_get_time () - start) / 1000;
  g_signal_handlers_disconnect_by_func (gtk_widget_get_frame_clock (GTK_WIDGET (window)),
                                        on_after_paint_cb, &painted);
  app_settle ();

  return VAC_WINDOW (window);
}

int
main (int    argc,
      char **argv)
{
  double first_first = 0, first_open = 0, first_edit = 0;

  app_init (&argc, &argv);
  g_print ("%-16s %10s %8s %10s %8s %10s %8s %10s %8s\n", "", "frame ms", "ratio", "preview ms",
           "ratio", "edit ms", "ratio", "page ms", "ratio");
  for (guint i = 0; i < bench_n_postings; i++)
    {
      if (argc > 1 && !g_str_equal (argv[1], bench_postings[i].name))
        continue;

      g_autofree char *path = bench_make_posting (&bench_postings[i]);
      double first, open, edit, page;
      VacWindow *window = open_measured (path, &first, &open);
      gint64 start;
      static double first_page;

      app_settle ();
      edit = measure_edits (window);
      start = bench_get_time ();
      vac_window_show_node (
          window,
          vac_node_get_child (vac_document_get (app_get_document (window), VAC_ROLE_SECTIONS), 1));
      while (g_main_context_pending (NULL))
        g_main_context_iteration (NULL, FALSE);
      page = (double) (bench_get_time () - start) / 1000;
      if (first_open == 0)
        {
          first_first = first;
          first_open = open;
          first_edit = edit;
          first_page = page;
        }
      g_print ("%-16s %10.1f %8.2f %10.2f %8.2f %10.1f %8.2f\n", bench_postings[i].name, open,
               open / first_open, edit, edit / first_edit, page, page / first_page);
      app_close_all ();
    }

  return 0;
}
