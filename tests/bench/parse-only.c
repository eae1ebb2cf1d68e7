/* SPDX-License-Identifier: GPL-3.0-or-later */
/* parse-only FILE…: the least that could be done with the files: json-glib parses them. */
#include <json-glib/json-glib.h>

int
main (int    argc,
      char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GError) error = NULL;

      if (!json_parser_load_from_file (parser, argv[i], &error))
        {
          g_printerr ("%s: %s\n", argv[i], error->message);
          return 1;
        }
    }

  return 0;
}
