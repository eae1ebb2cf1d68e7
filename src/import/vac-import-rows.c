/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-rows"

#include "config.h"

#include <string.h>

#include "vac-import-rows.h"

/* What a row of plain text is by its signs: quoted, a rule, a heading as in Markdown. */

#define COLUMNS_OF_TAB 4

/*
 * vac_row_skip_quotes:
 * @text: a row
 *
 * Returns: (transfer none): what is behind the marks of quoting in a mail, "> " and ">>"
 */
const char *
vac_row_skip_quotes (const char *text)
{
  const char *p = text;

  while (*p == '>' || (*p == ' ' && p > text))
    p++;

  return p;
}

/*
 * vac_rows_are_quoted:
 * @rows: a text
 * @fewest: how many rows it must have
 *
 * Returns: whether most of its rows are quoted: these are meant, and the others are what somebody
 *   wrote to them
 */
gboolean
vac_rows_are_quoted (char **rows,
                     guint fewest)
{
  guint n = 0, quoted = 0;

  for (guint i = 0; rows[i] != NULL; i++)
    {
      const char *start = rows[i] + strspn (rows[i], " \t");

      n += *start != '\0';
      quoted += *start == '>';
    }

  return n >= fewest && quoted * 2 > n;
}

/*
 * vac_row_is_divider:
 * @text: a row
 *
 * Returns: whether it is like "-------- Forwarded message --------"
 */
gboolean
vac_row_is_divider (const char *text)
{
  return g_str_has_prefix (text, "---") && g_str_has_suffix (text, "---");
}

/*
 * vac_rows_count_mail:
 * @rows: a text
 *
 * Returns: how many rows at its beginning are those of a mail: "From: …", "Subject: …"
 */
guint
vac_rows_count_mail (char **rows)
{
  gboolean address = FALSE;
  guint n = 0;

  for (; rows[n] != NULL && *rows[n] != '\0'; n++)
    {
      const char *colon = strstr (rows[n], ": ");

      if (!g_ascii_isspace (*rows[n]) && (colon == NULL || colon - rows[n] > 14 ||
                                          memchr (rows[n], ' ', (gsize) (colon - rows[n])) != NULL))
        return 0;
      address = address || strchr (rows[n], '@') != NULL;
    }

  return address && n >= 3 ? n : 0;
}

/*
 * vac_row_get_rule:
 * @text: a row
 *
 * Returns: the sign that @text repeats, where it is nothing else, or 0
 */
char
vac_row_get_rule (const char *text)
{
  const char sign = *text;
  const gsize length = strlen (text);

  if (length < 3 || strchr ("=-~_*#+", sign) == NULL)
    return 0;

  return strspn (text, (char[]) { sign, '\0' }) == length ? sign : 0;
}

/*
 * vac_row_measure_indent:
 * @text: a row
 *
 * Returns: how many columns of blanks are before it
 */
guint
vac_row_measure_indent (const char *text)
{
  guint columns = 0;

  for (; *text == ' ' || *text == '\t'; text++)
    columns += *text == '\t' ? COLUMNS_OF_TAB - columns % COLUMNS_OF_TAB : 1;

  return columns;
}

/*
 * vac_row_skip_hashes:
 * @text: (inout): a row, which is changed: "## What you do ##"
 *
 * Takes the hashes of a heading away.
 *
 * Returns: how many there were before it, 0 when it is no heading
 */
guint
vac_row_skip_hashes (char **text)
{
  const guint n = (guint) strspn (*text, "#");

  if (n == 0 || n > VAC_ROW_DEEPEST || (*text)[n] != ' ')
    return 0;
  *text += n;
  g_strchomp (*text);
  while (g_str_has_suffix (*text, "#"))
    (*text)[strlen (*text) - 1] = '\0';

  return n;
}

/*
 * vac_row_is_framed:
 * @text: a row
 *
 * Returns: whether it is like "*** What you do ***"
 */
gboolean
vac_row_is_framed (const char *text)
{
  const gsize length = strlen (text);

  return length > 6 && strchr ("*=~#-", text[0]) != NULL && text[1] == text[0] &&
         text[length - 1] == text[0] && text[length - 2] == text[0] &&
         strspn (text, (char[]) { text[0], '\0' }) < length;
}
