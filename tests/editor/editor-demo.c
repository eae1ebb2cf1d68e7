/* SPDX-License-Identifier: GPL-3.0-or-later */
/* editor-demo FILE.png WIDTHxHEIGHT light|dark [SECTION-ID [DPI]]: a picture of the outline and a
 * page. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "editor-fixture.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (VacDocument) document = NULL;
  Editor *editor;
  int width, height;

  if (argc < 4 || sscanf (argv[2], "%dx%d", &width, &height) != 2)
    return 2;

  editor_init (NULL, NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_str_equal (argv[3], "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                    : ADW_COLOR_SCHEME_FORCE_LIGHT);
  if (argc > 5)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", atoi (argv[5]) * 1024, NULL);
  document = support_load_guide ();
  editor = editor_open (document, width, height);
  if (argc > 4)
    vac_sidebar_set_selected (editor->sidebar, vac_document_find_section (document, argv[4]));
  editor_settle ();
  if (argc > 4)
    vac_page_reveal (editor_get_page (editor), vac_document_find_section (document, argv[4]));
  editor_settle ();
  editor_save_png (editor, argv[1]);
  editor_close (editor);

  return 0;
}
