/* SPDX-License-Identifier: GPL-3.0-or-later */
/* many-demo ACTION [WIDTH [dark]]: a dialog on many postings, for looking at. */
#include "config.h"

#include <locale.h>
#include <stdlib.h>

#include "editor-fixture.h"
#include "many-fixture.h"

static void
put_postings (Many *many)
{
  many_put (many, "engineer.vacancy",
            "'status':'open','job':{'title':'Data Engineer at Acme','employer':{'name':'Acme'},"
            "'closes':'2026-12-24'},"
            "'sections':[{'id':'a','title':'About Acme','text':'Acme builds bridges & tunnels for "
            "people who cross rivers, and has done so since Acme was founded on a ferry.',"
            "'items':[{'text':'You talk to everybody at Acme, from the docks to the board'}]}]");
  many_put (many, "nurse.vacancy",
            "'job':{'title':'Registered Nurse','employer':{'name':'Acme Clinics'}},"
            "'sections':[{'id':'a','title':'The Ward',"
            "'items':[{'text':'Work at Acme <Clinics>'}]}]");
  many_put (many, "newer.vacancy", "'job':{'title':'Cook at Acme'}");
  many_put (many, "title.vacancy", "'job':{'title':'Acme'}");
  many_put (many, "damaged.vacancy", "'job':{'title':'Acme");
}

int
main (int    argc,
      char **argv)
{
  const int width = argc > 2 ? atoi (argv[2]) : 640;
  Many *many;
  GtkWidget *dialog;
  GtkWidget *entry;

  setlocale (LC_ALL, "");
  editor_init (NULL, NULL);
  if (argc > 3)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                        ADW_COLOR_SCHEME_FORCE_DARK);
  many = many_open ();
  put_postings (many);
  many_activate (many, argv[1], g_str_equal (argv[1], "set-status") ? "closed" : NULL);
  editor_settle ();
  dialog = many_find_dialog (many);
  if (dialog != NULL)
    gtk_window_set_default_size (GTK_WINDOW (gtk_widget_get_root (dialog)), width, 720);
  entry = dialog != NULL ? many_find_child (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, NULL) : NULL;
  if (entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), "Acme");
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);

  return 0;
}
