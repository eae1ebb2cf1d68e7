/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gsf/gsf.h>
#include <string.h>

#include "zip.h"

static void
add_part (GsfOutfile *zip,
          const char *name,
          const char *content)
{
  GsfOutput *part = gsf_outfile_new_child (zip, name, FALSE);

  g_assert_true (gsf_output_write (part, strlen (content), (const guint8 *) content));
  g_assert_true (gsf_output_close (part));
  g_object_unref (part);
}

GBytes *
zip_make (const ZipPart *parts)
{
  GsfOutput *sink = gsf_output_memory_new ();
  GsfOutfile *zip = gsf_outfile_zip_new (sink, NULL);
  GBytes *bytes;

  for (guint i = 0; parts[i].name != NULL; i++)
    if (parts[i].content != NULL)
      add_part (zip, parts[i].name, parts[i].content);
  g_assert_true (gsf_output_close (GSF_OUTPUT (zip)));
  g_object_unref (zip);
  bytes = g_bytes_new (gsf_output_memory_get_bytes (GSF_OUTPUT_MEMORY (sink)),
                       (gsize) gsf_output_size (sink));
  g_object_unref (sink);

  return bytes;
}
