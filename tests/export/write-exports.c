/* SPDX-License-Identifier: GPL-3.0-or-later */
/* write-exports DIR FILE…: writes every posting in every format, for both readers, into DIR, as
 * NAME-candidate.EXTENSION and NAME-team.EXTENSION, for programs that judge them. */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "exporting.h"
#include "vac-reader.h"

static gboolean
write_one (VacDocument       *document,
           const VacExporter *exporter,
           VacAudience        audience,
           const char        *stem,
           GError           **error)
{
  g_autoptr (GBytes) bytes = vac_export (exporter, vac_subject_get_for (audience), document,
                    &vac_export_defaults, error);
  g_autofree char *path = g_strdup_printf ("%s-%s.%s", stem,
                                           audience == VAC_AUDIENCE_TEAM ? "team" : "candidate",
                                           exporter->extension);

  return bytes != NULL && g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                               (gssize) g_bytes_get_size (bytes), error);
}

static gboolean
write_all (const char  *folder,
           const char  *path,
           GError     **error)
{
  char *contents;
  gsize length;
  const VacExporter *const *exporters = support_formats.exporters;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (VacDocument) document = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *stem = NULL;

  if (!g_file_get_contents (path, &contents, &length, error))
    return FALSE;
  bytes = g_bytes_new_take (contents, length);
  document = vac_read_document (bytes, error);
  if (document == NULL)
    return FALSE;

  if (strrchr (name, '.') != NULL)
    *strrchr (name, '.') = '\0';
  stem = g_build_filename (folder, name, NULL);
  for (guint i = 0; exporters[i] != NULL; i++)
    if (!write_one (document, exporters[i], VAC_AUDIENCE_CANDIDATE, stem, error) ||
        !write_one (document, exporters[i], VAC_AUDIENCE_TEAM, stem, error))
      return FALSE;

  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  for (int i = 2; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!write_all (argv[1], argv[i], &error))
        {
          g_printerr ("%s: %s\n", argv[i], error->message);
          return 1;
        }
    }

  return argc > 2 ? 0 : 2;
}
