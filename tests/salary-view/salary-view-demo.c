/* SPDX-License-Identifier: GPL-3.0-or-later */
/* market-demo FILE.png WIDTHxHEIGHT light|dark|rtl|large PLACES COLUMNS [side|chart|TABLE.csv]: a
 * picture of the salaries, of places side by side, of the chart, or of a table to import. */
#include "config.h"

#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "salary-view-fixture.h"
#include "vac-import-dialog.h"
#include "vac-range-chart.h"
#include "vac-side-by-side.h"

static GtkWidget *
open_side_by_side (Market *market,
                   int     width,
                   int     height,
                   guint   n_places)
{
  GtkWidget *side = market_show_side_by_side (market, width, height);
  clock_t start = clock ();

  gtk_widget_activate_action (side, "side.all", NULL);
  editor_settle ();
  g_print ("side by side after %d ms of processor time\n",
           (int) ((clock () - start) * 1000 / CLOCKS_PER_SEC));
  if (n_places > 8)
    gtk_widget_activate_action (side, "side.find", NULL);
  editor_settle ();

  return GTK_WIDGET (gtk_widget_get_root (side));
}

static GtkWidget *
open_import (Market     *market,
             const char *file_name,
             int         width,
             int         height)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (file_name);
  GtkWidget *dialog = vac_import_dialog_new (market->window, market->document, file, NULL);

  g_object_set (dialog, "content-width", width, "content-height", height, NULL);
  vac_dialog_present (VAC_DIALOG (dialog));
  while (vac_import_dialog_get_result (VAC_IMPORT_DIALOG (dialog)) == NULL)
    editor_settle ();
  editor_settle ();

  return dialog;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (VacDocument) document = NULL;
  Market *market;
  guint n_places;
  int width, height;

  if (argc < 6 || sscanf (argv[2], "%dx%d", &width, &height) != 2)
    return 2;

  editor_init (NULL, NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_str_equal (argv[3], "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                    : ADW_COLOR_SCHEME_FORCE_LIGHT);
  if (g_str_equal (argv[3], "rtl"))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  if (g_str_equal (argv[3], "large"))
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  /* Catalogues of the build: LOCALEDIR=build/po LANGUAGE=de. */
  if (g_getenv ("LOCALEDIR") != NULL)
    bindtextdomain (GETTEXT_PACKAGE, g_getenv ("LOCALEDIR"));
  document = support_load_guide ();
  n_places = (guint) atoi (argv[4]);
  market_set_places (document, n_places);
  vac_document_set_money (document, vac_document_get (document, VAC_ROLE_PAY_MINIMUM),
                          130000 * VAC_MONEY_ONE);
  vac_document_set_money (document, vac_document_get (document, VAC_ROLE_PAY_MAXIMUM),
                          165000 * VAC_MONEY_ONE);
  market = market_open (document, width, height);
  vac_salary_panel_set_columns (market->panel, (guint) atoi (argv[5]));
  if (n_places > 1)
    gtk_single_selection_set_selected (vac_salary_panel_get_selection (market->panel), n_places);
  editor_settle ();
  if (argc > 6 && g_str_equal (argv[6], "chart"))
    market_save_png (market_find (GTK_WIDGET (market->panel), VAC_TYPE_RANGE_CHART), argv[1]);
  else if (argc > 6 && !g_str_equal (argv[6], "side"))
    {
      GtkWidget *dialog = open_import (market, argv[6], width, height);

      if (argc > 7)
        g_signal_emit_by_name (gtk_widget_get_template_child (dialog, VAC_TYPE_IMPORT_DIALOG,
                                                              argv[7]),
                               "clicked");
      editor_settle ();
      market_save_png (dialog, argv[1]);
    }
  else if (argc > 6)
    market_save_png (open_side_by_side (market, width, height, n_places), argv[1]);
  else
    {
      vac_page_scroll_to (market->page, vac_document_get (document, VAC_ROLE_SALARIES));
      editor_settle ();
      market_save_png (GTK_WIDGET (market->window), argv[1]);
    }
  market_close (market);

  return 0;
}
