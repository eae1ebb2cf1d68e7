/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-paste"

#include "config.h"

#include <string.h>

#include "vac-paste.h"

static const char *
skip_blanks (const char *text)
{
  /* No-break and zero-width spaces come with text from word processors and web pages. */
  while (g_unichar_isspace (g_utf8_get_char (text)) || g_utf8_get_char (text) == 0x200b ||
         g_utf8_get_char (text) == 0xfeff)
    text = g_utf8_next_char (text);

  return text;
}

static gboolean
is_bullet (gunichar c)
{
  static const gunichar bullets[] = {
    0x2022, 0x2023, 0x2043, 0x25aa, 0x25ab, 0x25cf, 0x25cb, 0x25a0, 0x25a1, 0x25e6, 0x00b7, 0x2219,
    0xf0b7, 0xf0a7, 0x2713, 0x2714, 0x27a2,
  };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (bullets[i] == c)
      return TRUE;

  return FALSE;
}

/* A dash or a number is a bullet only with a blank after it: "-5 °C" and "1.5 years" stay. */
static const char *
skip_marker (const char *text)
{
  const char *after = text;
  gunichar first = g_utf8_get_char (text);

  if (is_bullet (first))
    return skip_blanks (g_utf8_next_char (text));

  if (first == '-' || first == '*' || first == '+' || first == 0x2013 || first == 0x2014)
    {
      after = g_utf8_next_char (text);
    }
  else
    {
      while (g_ascii_isdigit (*after))
        after++;
      if (after == text || after - text > 3 || (*after != '.' && *after != ')'))
        return text;
      after++;
    }

  return skip_blanks (after) != after || *after == '\0' ? skip_blanks (after) : text;
}

/**
 * vac_paste_split:
 * @text: what was copied somewhere
 *
 * Takes a list apart that was copied as text: a line an element, without blanks around it and
 * without the bullet or number before it. Empty lines are dropped.
 *
 * Returns: (transfer full): the lines; none when @text is blank
 */
GStrv
vac_paste_split (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  lines = g_regex_split_simple ("\\r\\n|[\\r\\n\\x{2028}\\x{2029}]", text, 0, 0);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_strdup (skip_marker (skip_blanks (lines[i])));
      char *end = line + strlen (line);

      while (end > line && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
        *(end = g_utf8_prev_char (end)) = '\0';
      if (*line != '\0')
        g_strv_builder_add (builder, line);
    }

  return g_strv_builder_end (builder);
}
