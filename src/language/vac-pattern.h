/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VacPatternFlags:
 * @VAC_PATTERN_MATCH_CASE: "Go" is not "go"
 * @VAC_PATTERN_WHOLE_WORDS: "go" is not in "good"
 *
 * What counts as a place where words are.
 */
typedef enum
{
  VAC_PATTERN_MATCH_CASE = 1 << 0,
  VAC_PATTERN_WHOLE_WORDS = 1 << 1,
} VacPatternFlags;

/**
 * VacPassage:
 * @start: where it begins in the text, in bytes
 * @length: how many bytes it has
 *
 * A place in a text where the words are that were looked for.
 */
typedef struct
{
  gsize start;
  gsize length;
} VacPassage;

typedef struct _VacPattern VacPattern;

VacPattern *vac_pattern_new  (const char      *words,
                              VacPatternFlags  flags,
                              const char      *language);
void        vac_pattern_free (VacPattern      *self);
guint       vac_pattern_find (VacPattern      *self,
                              const char      *text,
                              GArray          *passages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacPattern, vac_pattern_free)

G_END_DECLS
