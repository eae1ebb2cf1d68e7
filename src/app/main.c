/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-main"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdlib.h>

#include "vac-application.h"
#include "vac-memory.h"
#include "vac-process.h"
#include "vac-start.h"

/* Less than the heap holds when the first window is there; until then, what is larger than a block
 * goes back to the system as soon as it is freed. */
#define HEAP        (4 << 20)
#define FIRST_BLOCK (512 << 10)

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

/* GDK says something of this level only before it ends the process, because the display is gone. */
static gboolean
is_last_word (GLogLevelFlags   level,
              const GLogField *fields,
              gsize            n_fields)
{
  for (gsize i = 0; (level & G_LOG_LEVEL_MESSAGE) != 0 && i < n_fields; i++)
    if (g_str_equal (fields[i].key, "GLIB_DOMAIN") && g_str_equal (fields[i].value, "Gdk"))
      return TRUE;

  return FALSE;
}

static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         application)
{
  if (is_last_word (level, fields, n_fields))
    vac_application_keep (application);

  return g_log_writer_default (level, fields, n_fields, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (VacApplication) application = NULL;

  vac_memory_prepare (HEAP, FIRST_BLOCK);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, VAC_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Vacancy"));
  vac_process_prepare (EXIT_FAILURE);
  choose_renderer ();
  vac_start_prepare ();

  application = vac_application_new ();
  g_log_set_writer_func (write_log, application, NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
