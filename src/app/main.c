/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-main"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdlib.h>

#include "vac-application.h"
#include "vac-process.h"

static gboolean
has_graphics_card (void)
{
  g_autoptr (GDir) folder = g_dir_open ("/dev/dri", 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_prefix (name, "render"))
      return TRUE;

  return FALSE;
}

/* Starting GL where there is no graphics card costs 40 ms and 38 MB for nothing. */
static void
choose_renderer (void)
{
  if (has_graphics_card () || g_getenv ("GSK_RENDERER") != NULL)
    return;

  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  if (g_getenv ("GDK_DEBUG") == NULL && gtk_get_minor_version () < 16)
    g_setenv ("GDK_DEBUG", "gl-disable", TRUE);
  if (g_getenv ("GDK_DISABLE") == NULL && gtk_get_minor_version () >= 16)
    g_setenv ("GDK_DISABLE", "gl", TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (VacApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, VAC_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  vac_process_prepare (EXIT_FAILURE);
  choose_renderer ();

  application = vac_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
