/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VacHyphenTable:
 * @tag: of the language, as BCP 47
 * @letters: (array length=n_letters): what the labels of the edges stand for, in order
 * @n_letters: how many there are
 * @edges: of both automata: from the lowest bit on a label, from 1, whether it is the last of its
 *   node, and the first edge of the node that it leads to, 0 for none
 * @said: for each edge where in @values the pattern is that ends with it; 0 for none
 * @values: of each pattern how far its last digit is from its end, how many digits there are, and
 *   these
 * @words: the first edge of the patterns that find the parts of a compound; 0 for none
 * @parts: the first edge of those that find the breaks in a part
 * @left: the fewest letters before a break
 * @right: the fewest letters after it
 * @part_left: the fewest from the beginning of a part on
 * @part_right: the fewest to the end of a part
 *
 * The patterns of a language; see compile-hyphens.py.
 */
typedef struct
{
  const char    *tag;
  const guint16 *letters;
  guint          n_letters;
  const guint32 *edges;
  const guint16 *said;
  const guint8  *values;
  guint32        words;
  guint32        parts;
  guint8         left;
  guint8         right;
  guint8         part_left;
  guint8         part_right;
} VacHyphenTable;

extern const VacHyphenTable VAC_HYPHEN_TABLES[];
extern const guint VAC_N_HYPHEN_TABLES;

G_END_DECLS
