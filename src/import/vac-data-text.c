/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-data-text"

#include "config.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "vac-data-text.h"

/* How often a text is unescaped at most in the hope for tags. */
#define MOST_ESCAPES 2

/* In bytes, without "&" and ";"; HTML knows none that is longer. */
#define LONGEST_ENTITY 32

/* The tags that part lines; a text without them does that with line breaks, if at all. */
static const char *const block_tags[] = {
  "p", "br", "li", "ul", "ol", "div", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "section",
  "article", "dl", "dt", "dd", "hr", "blockquote", "pre", "body", NULL
};

/* The character that is written between "&" and ";", or 0 where nothing is known of that name. */
static gunichar
find_character (const char *name)
{
  const htmlEntityDesc *entity;
  char *end;
  guint64 code;

  if (*name != '#')
    {
      entity = htmlEntityLookup ((const xmlChar *) name);
      return entity != NULL ? entity->value : g_str_equal (name, "apos") ? '\'' : 0;
    }
  name++;
  code = *name == 'x' || *name == 'X' ? g_ascii_strtoull (name + 1, &end, 16)
                                      : g_ascii_strtoull (name, &end, 10);

  return *end == '\0' && code <= G_MAXUINT32 && g_unichar_validate ((gunichar) code)
             ? (gunichar) code : 0;
}

/**
 * vac_data_text_unescape:
 * @text: a text
 *
 * Returns: (transfer full): @text with characters in place of references to them, once over:
 *   "R&amp;D" is "R&D"
 */
char *
vac_data_text_unescape (const char *text)
{
  g_autoptr (GString) out = NULL;
  const char *mark;

  g_return_val_if_fail (text != NULL, NULL);

  out = g_string_sized_new (strlen (text));
  for (; (mark = strchr (text, '&')) != NULL; text = mark)
    {
      char name[LONGEST_ENTITY + 1];
      const gsize length = strspn (mark + 1, "#0123456789abcdefghijklmnopqrstuvwxyz"
                                             "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
      gunichar character = 0;

      if (length > 0 && length <= LONGEST_ENTITY && mark[1 + length] == ';')
        {
          memcpy (name, mark + 1, length);
          name[length] = '\0';
          character = find_character (name);
        }
      g_string_append_len (out, text, mark - text);
      if (character != 0)
        g_string_append_unichar (out, character);
      else
        g_string_append_c (out, '&');
      mark += character != 0 ? length + 2 : 1;
    }
  g_string_append (out, text);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* The length of the name of the tag at "<", or 0 where none begins. */
static gsize
measure_tag (const char  *mark,
             const char **name)
{
  gsize length = 0;

  *name = mark + (mark[1] == '/' ? 2 : 1);
  if (!g_ascii_isalpha (**name))
    return 0;
  while (g_ascii_isalnum ((*name)[length]) || (*name)[length] == '-' || (*name)[length] == ':')
    length++;

  return (*name)[length] == '>' || (*name)[length] == '/' ||
         g_ascii_isspace ((*name)[length]) ? length : 0;
}

/* Whether there are tags in @text; @has_blocks says whether any of them parts lines. */
static gboolean
has_tags (const char *text,
          gboolean   *has_blocks)
{
  gboolean found = FALSE;

  *has_blocks = FALSE;
  for (const char *mark = strchr (text, '<'); mark != NULL && !*has_blocks;
       mark = strchr (mark + 1, '<'))
    {
      const char *name;
      const gsize length = measure_tag (mark, &name);

      found = found || length > 0;
      for (guint i = 0; length > 0 && block_tags[i] != NULL; i++)
        if (strlen (block_tags[i]) == length &&
            g_ascii_strncasecmp (block_tags[i], name, length) == 0)
          *has_blocks = TRUE;
    }

  return found;
}

/**
 * vac_data_text_read:
 * @text: a text of some member
 * @is_html: (out): whether the result is HTML
 *
 * Many programs escape HTML before they store it, some twice: @text is unescaped until there are
 * tags in it.
 *
 * Returns: (transfer full): HTML, or plain text
 */
char *
vac_data_text_read (const char *text,
                    gboolean   *is_html)
{
  g_autofree char *html = NULL;
  g_autofree char *plain = NULL;
  gboolean has_blocks;

  g_return_val_if_fail (text != NULL && is_html != NULL, NULL);

  html = g_strdup (text);
  for (guint i = 0; i < MOST_ESCAPES && !has_tags (html, &has_blocks); i++)
    {
      char *unescaped = vac_data_text_unescape (html);

      if (plain == NULL)
        plain = g_strdup (unescaped);
      g_free (html);
      html = unescaped;
    }
  *is_html = has_tags (html, &has_blocks);
  if (!*is_html)
    return g_steal_pointer (&plain);
  if (!has_blocks && strchr (html, '\n') != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (html, "\n", -1);

      return g_strjoinv ("<br>", lines);
    }

  return g_steal_pointer (&html);
}

/* Appends the words of @text, with one blank before each. */
static void
append_words (GString    *out,
              const char *text,
              const char *end)
{
  gboolean in_word = FALSE;

  while (text < end)
    {
      const gunichar c = (guchar) *text < 0x80 ? (guchar) *text : g_utf8_get_char (text);
      const gboolean is_word = c < 0x80 ? g_ascii_isalnum (c)
                                        : g_unichar_isalnum (c) || g_unichar_ismark (c);

      if (is_word && !in_word)
        g_string_append_c (out, ' ');
      in_word = is_word;
      if (is_word && c < 0x80)
        g_string_append_c (out, g_ascii_tolower ((char) c));
      else if (is_word)
        g_string_append_unichar (out, g_unichar_tolower (c));
      text = g_utf8_next_char (text);
    }
}

/**
 * vac_data_text_fold:
 * @text: a text, or HTML
 *
 * Returns: (transfer full): its words alone, a blank before and after each, for telling whether a
 *   text stands in another one
 */
char *
vac_data_text_fold (const char *text)
{
  g_autofree char *plain = NULL;
  g_autoptr (GString) out = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  plain = vac_data_text_unescape (text);
  out = g_string_sized_new (strlen (plain) + 1);
  for (const char *p = plain; *p != '\0';)
    {
      const char *mark = strchrnul (p + 1, '<');
      const char *name;
      const char *end = *p == '<' && measure_tag (p, &name) > 0 ? strchr (p, '>') : NULL;

      append_words (out, end != NULL && end < mark ? end : p, mark);
      p = mark;
    }
  g_string_append_c (out, ' ');

  return g_string_free (g_steal_pointer (&out), FALSE);
}
