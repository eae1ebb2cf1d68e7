/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <time.h>

#include "app-fixture.h"

/* What a large paste takes, or opening and editing the posting that is given, until the frame that
 * shows it, and until nothing is left to do, with its undo. In processor time, of which other
 * programs take nothing away, and in memory. */

#define SECTION "technical-skills"

static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* The memory in use and the most there was, in MiB. */
static guint
read_memory (const char *name)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) ||
      (line = strstr (status, name)) == NULL)
    return 0;

  return (guint) (g_ascii_strtoull (line + strlen (name) + 1, NULL, 10) / 1024);
}

static void
on_after_paint_cb (GdkFrameClock *clock,
                   gboolean      *painted)
{
  *painted = TRUE;
}

/* Two frames: the preview is brought up to date in the one after the change. */
static void
wait_painted (VacWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));

  for (guint frames = 0; frames < 2; frames++)
    {
      gboolean painted = FALSE;
      gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint_cb),
                                         &painted);

      gtk_widget_queue_draw (GTK_WIDGET (window));
      while (!painted)
        g_main_context_iteration (NULL, TRUE);
      g_signal_handler_disconnect (clock, handler);
    }
}

static void
report (VacWindow  *window,
        const char *what,
        double      start)
{
  double painted, done;

  wait_painted (window);
  painted = get_seconds ();
  app_settle ();
  done = get_seconds ();
  g_print ("%-38s %9.2f %9.2f %9u %9u\n", what, painted - start, done - start,
           read_memory ("VmRSS:"), read_memory ("VmHWM:"));
}

static void
paste (VacWindow  *window,
       VacNode    *node,
       const char *text)
{
  GtkWidget *field;
  double start;

  vac_window_show_node (window, node);
  app_settle ();
  field = app_find_field (window, node);
  gtk_widget_grab_focus (field);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (field), text);
  app_settle ();

  start = get_seconds ();
  g_signal_emit_by_name (field, "paste-clipboard");
  while (g_main_context_pending (NULL) && !vac_document_get_modified (app_get_document (window)))
    g_main_context_iteration (NULL, FALSE);
  report (window, "  paste", start);
  if (!vac_document_get_modified (app_get_document (window)))
    {
      g_print ("  (refused)\n");
      return;
    }
  start = get_seconds ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  report (window, "  undo", start);
}

static char *
repeat (const char *text,
        guint       n)
{
  GString *repeated = g_string_new (NULL);

  while (n-- > 0)
    g_string_append (repeated, text);

  return g_string_free (repeated, FALSE);
}

int
main (int    argc,
      char **argv)
{
  static const struct { const char *name; const char *text; guint n; gboolean heading; } cases[] = {
    { "20,000 lines into a bullet", "• Keep the log of every lift and every load\n", 20000, FALSE },
    { "5 MB into a heading", "0123456789", 500000, TRUE },
  };
  const char *file = argc > 1 ? argv[1] : NULL;

  app_init (&argc, &argv);
  g_print ("%-38s %9s %9s %9s %9s\n", "", "painted s", "at rest s", "MiB", "most MiB");
  if (file != NULL)
    {
      double start = get_seconds ();
      VacWindow *window = app_open (file);

      report (window, file, start);
      start = get_seconds ();
      vac_document_set_text (app_get_document (window),
                             vac_document_get (app_get_document (window), VAC_ROLE_JOB_TITLE),
                             "Engineer");
      report (window, "  edit", start);
      start = get_seconds ();
      gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
      report (window, "  undo", start);
      app_close_all ();
      return 0;
    }

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = repeat (cases[i].text, cases[i].n);
      VacWindow *window = app_open_guide ();
      VacNode *section = vac_document_find_section (app_get_document (window), SECTION);
      VacNode *item = vac_node_get_child (vac_node_get (section, VAC_ROLE_SECTION_ITEMS), 0);

      g_print ("%s\n", cases[i].name);
      paste (window, cases[i].heading ? vac_node_get (section, VAC_ROLE_SECTION_TITLE)
                                      : vac_node_get (item, VAC_ROLE_ITEM_TEXT), text);
      app_close_all ();
    }

  return 0;
}
