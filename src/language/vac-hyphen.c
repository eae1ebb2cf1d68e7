/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-hyphen"

#include "config.h"

#include <string.h>

#include "vac-hyphen-private.h"
#include "vac-hyphen.h"

/* Where words may be divided at the end of a line: the algorithm of F. M. Liang, “Word
 * Hy-phen-a-tion by Com-put-er” (Stanford 1983), in two steps as the library libhyphen does it,
 * whose dictionaries these are: first the parts of a compound, then each part. */

/* The fewest letters before and after a hyphen, if the language asks for no more. */
#define LEAST_LEFT 2
#define LEAST_RIGHT 3

/* A word as labels, with the sign for its ends on either side. */
#define LONGEST_MARKED (VAC_HYPHEN_LONGEST + 2)

#define LABEL_BITS 7
#define IS_LAST (1u << LABEL_BITS)

static const VacHyphenTable *
find_tag (const char *tag,
          gsize       length)
{
  for (guint i = 0; i < VAC_N_HYPHEN_TABLES; i++)
    if (strlen (VAC_HYPHEN_TABLES[i].tag) == length &&
        g_ascii_strncasecmp (VAC_HYPHEN_TABLES[i].tag, tag, length) == 0)
      return &VAC_HYPHEN_TABLES[i];

  return NULL;
}

/* Of "de-AT-1996" what there is for the longest beginning. */
static const VacHyphenTable *
find_table (const char *language)
{
  const VacHyphenTable *table = NULL;

  if (language == NULL)
    return NULL;
  for (gsize length = strlen (language); length > 0 && table == NULL;)
    {
      table = find_tag (language, length);
      while (--length > 0 && language[length] != '-' && language[length] != '_')
        ;
    }

  return table;
}

/* Returns 0 for a letter that no pattern has. */
static guint8
get_label (const VacHyphenTable *table,
           gunichar              letter)
{
  guint from = 0, end = table->n_letters;

  while (from < end)
    {
      const guint middle = (from + end) / 2;

      if (table->letters[middle] == letter)
        return (guint8) (middle + 1);
      if (table->letters[middle] < letter)
        from = middle + 1;
      else
        end = middle;
    }

  return 0;
}

/* Returns the edge of a node with a label, or 0. */
static guint32
find_edge (const VacHyphenTable *table,
           guint32               node,
           guint8                label)
{
  for (guint32 edge = node; edge != 0; edge++)
    {
      if ((table->edges[edge] & (IS_LAST - 1)) == label)
        return edge;
      if (table->edges[edge] & IS_LAST)
        break;
    }

  return 0;
}

static void
take_values (const guint8 *pattern,
             guint         end,
             guint8        levels[LONGEST_MARKED + 1])
{
  guint8 *first = levels + end - pattern[0] - (pattern[1] - 1);

  for (guint i = 0; i < pattern[1]; i++)
    first[i] = MAX (first[i], pattern[2 + i]);
}

/* Puts into @levels what the patterns say of each place in a text, that before the first label
 * first: it may be divided there if that is odd. Of all beginnings of patterns that end at a place,
 * the dictionaries mean the longest to count alone. */
static void
match (const VacHyphenTable *table,
       guint32               root,
       const guint8         *labels,
       guint                 n,
       guint8                levels[LONGEST_MARKED + 1])
{
  gboolean reached[LONGEST_MARKED + 1] = { FALSE };

  memset (levels, 0, LONGEST_MARKED + 1);
  for (guint start = 0; start < n; start++)
    {
      guint32 node = root;

      for (guint end = start; end < n && node != 0; end++)
        {
          const guint32 edge = find_edge (table, node, labels[end]);

          if (edge == 0)
            break;
          if (!reached[end + 1] && table->said[edge] != 0)
            take_values (table->values + table->said[edge], end + 1, levels);
          reached[end + 1] = TRUE;
          node = table->edges[edge] >> (LABEL_BITS + 1);
        }
    }
}

/* Divides letters that are a word, or a part of one. */
static void
divide_part (const VacHyphenTable *table,
             const guint8         *letters,
             guint                 n,
             gboolean              is_first,
             gboolean              is_last,
             gboolean             *breaks)
{
  const guint8 edge = get_label (table, '.');
  const guint left = is_first ? 0 : table->part_left;
  const guint right = is_last ? 0 : table->part_right;
  guint8 marked[LONGEST_MARKED];
  guint8 levels[LONGEST_MARKED + 1];

  marked[0] = marked[n + 1] = edge;
  memcpy (marked + 1, letters, n);
  match (table, table->parts, marked, n + 2, levels);
  for (guint i = 1; i < n; i++)
    breaks[i] = (levels[i + 1] & 1) != 0 && i >= left && n - i >= right;
}

static void
divide (const VacHyphenTable *table,
        const guint8         *letters,
        guint                 n,
        gboolean             *breaks)
{
  const guint8 edge = get_label (table, '.');
  guint8 marked[LONGEST_MARKED];
  guint8 levels[LONGEST_MARKED + 1] = { 0 };
  guint begin = 0;

  marked[0] = marked[n + 1] = edge;
  memcpy (marked + 1, letters, n);
  if (table->words != 0)
    match (table, table->words, marked, n + 2, levels);
  for (guint i = 1; i <= n; i++)
    {
      if (i < n && (levels[i + 1] & 1) == 0)
        continue;
      divide_part (table, letters + begin, i - begin, begin == 0, i == n, breaks + begin);
      breaks[i] = i < n;
      begin = i;
    }
}

/**
 * vac_hyphen_has_language:
 * @language: (nullable): BCP 47 tag
 *
 * Returns: whether the program knows where words of it may be divided
 */
gboolean
vac_hyphen_has_language (const char *language)
{
  return find_table (language) != NULL;
}

/**
 * vac_hyphen_find:
 * @language: (nullable): BCP 47 tag
 * @word: letters
 * @length: of @word, in bytes
 * @breaks: return location for the places, each in bytes from the beginning of @word, in order
 *
 * Finds where a word may be divided by a hyphen: after two letters at least and before three, and
 * nowhere in a word of fewer than %VAC_HYPHEN_SHORTEST or of a language that is not known.
 *
 * Returns: how many places there are
 */
guint
vac_hyphen_find (const char *language,
                 const char *word,
                 gsize       length,
                 gsize       breaks[VAC_HYPHEN_LONGEST])
{
  const VacHyphenTable *table;
  guint8 labels[VAC_HYPHEN_LONGEST];
  gsize places[VAC_HYPHEN_LONGEST];
  gboolean may_break[VAC_HYPHEN_LONGEST + 1] = { FALSE };
  guint n = 0, n_breaks = 0;
  guint left, right;

  g_return_val_if_fail (word != NULL && breaks != NULL, 0);

  table = find_table (language);
  if (table == NULL)
    return 0;
  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      const guint8 label = get_label (table, g_unichar_tolower (g_utf8_get_char (p)));

      if (label == 0 || n == VAC_HYPHEN_LONGEST)
        return 0;
      places[n] = (gsize) (p - word);
      labels[n++] = label;
    }
  if (n < VAC_HYPHEN_SHORTEST)
    return 0;

  divide (table, labels, n, may_break);
  left = MAX (table->left, LEAST_LEFT);
  right = MAX (table->right, LEAST_RIGHT);
  for (guint i = left; i + right <= n; i++)
    if (may_break[i])
      breaks[n_breaks++] = places[i];

  return n_breaks;
}
