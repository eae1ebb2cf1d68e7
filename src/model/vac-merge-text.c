/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-merge-text"

#include "config.h"

#include <string.h>

#include "vac-merge-private.h"
#include "vac-sequence.h"

/* Merging what two people made of one text. */

enum
{
  BASE,
  MINE,
  THEIRS,
  N_SIDES
};

typedef struct
{
  const char *texts[N_SIDES];
  GArray     *words[N_SIDES];      /* of VacWord */
  GArray     *partners[N_SIDES];   /* by word of the base: its position there, or none; not for
                                    * the base itself */
} Texts;

/* From a word that all have until the next one, each from the first word to before the last. */
typedef struct
{
  guint first[N_SIDES];
  guint last[N_SIDES];
} Stretch;

static void
texts_clear (Texts *self)
{
  for (guint side = 0; side < N_SIDES; side++)
    {
      g_clear_pointer (&self->words[side], g_array_unref);
      g_clear_pointer (&self->partners[side], g_array_unref);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, texts_clear)

static const VacWord *
get_word (const Texts *self,
          guint        side,
          guint        i)
{
  return &g_array_index (self->words[side], VacWord, i);
}

static guint
get_partner (const Texts *self,
             guint        side,
             guint        i)
{
  return g_array_index (self->partners[side], guint, i);
}

/* What white space and words there are from behind the word before @first until @last. */
static const char *
get_slice (const Texts *self,
           guint        side,
           guint        first,
           guint        last,
           gsize       *length)
{
  const char *text = self->texts[side];
  const VacWord *before = first > 0 ? get_word (self, side, first - 1) : NULL;
  const gsize start = before != NULL ? before->start + before->length : 0;
  const gsize end = last < self->words[side]->len ? get_word (self, side, last)->start
                                                  : strlen (text);

  *length = end - start;

  return text + start;
}

static gboolean
have_same_words (const Texts   *self,
                 const Stretch *stretch,
                 guint          side,
                 guint          other)
{
  const guint n = stretch->last[side] - stretch->first[side];

  if (stretch->last[other] - stretch->first[other] != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const VacWord *word = get_word (self, side, stretch->first[side] + i);
      const VacWord *same = get_word (self, other, stretch->first[other] + i);

      if (word->length != same->length ||
          memcmp (self->texts[side] + word->start, self->texts[other] + same->start,
                  word->length) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
have_same_layout (const Texts   *self,
                  const Stretch *stretch,
                  guint          side,
                  guint          other)
{
  gsize length, other_length;
  const char *slice = get_slice (self, side, stretch->first[side], stretch->last[side], &length);
  const char *same = get_slice (self, other, stretch->first[other], stretch->last[other],
                                &other_length);

  return length == other_length && memcmp (slice, same, length) == 0;
}

/* Whose words to take. Returns: %N_SIDES when both have changed them, and not alike */
static guint
choose (const Texts   *self,
        const Stretch *stretch)
{
  const gboolean kept_here = have_same_words (self, stretch, BASE, MINE);
  const gboolean kept_there = have_same_words (self, stretch, BASE, THEIRS);

  if (kept_here && kept_there)
    return have_same_layout (self, stretch, BASE, MINE) ? THEIRS : MINE;
  if (kept_here)
    return THEIRS;

  return kept_there || have_same_words (self, stretch, MINE, THEIRS) ? MINE : N_SIDES;
}

/* The next word of the base that all have, and where it is. */
static void
find_next (const Texts *self,
           Stretch     *stretch)
{
  guint i = stretch->first[BASE];

  while (i < self->words[BASE]->len && (get_partner (self, MINE, i) == VAC_SEQUENCE_NONE ||
                                        get_partner (self, THEIRS, i) == VAC_SEQUENCE_NONE))
    i++;
  stretch->last[BASE] = i;
  for (guint side = MINE; side < N_SIDES; side++)
    stretch->last[side] = i < self->words[BASE]->len ? get_partner (self, side, i)
                                                     : self->words[side]->len;
}

static char *
merge (const Texts *self)
{
  g_autoptr (GString) merged = g_string_new (NULL);
  Stretch stretch = { 0 };

  for (;;)
    {
      const VacWord *word;
      const char *slice;
      gsize length;
      guint side;

      find_next (self, &stretch);
      side = choose (self, &stretch);
      if (side == N_SIDES)
        return NULL;
      slice = get_slice (self, side, stretch.first[side], stretch.last[side], &length);
      g_string_append_len (merged, slice, (gssize) length);
      if (stretch.last[BASE] == self->words[BASE]->len)
        return g_string_free (g_steal_pointer (&merged), FALSE);

      word = get_word (self, BASE, stretch.last[BASE]);
      g_string_append_len (merged, self->texts[BASE] + word->start, (gssize) word->length);
      for (guint i = 0; i < N_SIDES; i++)
        stretch.first[i] = stretch.last[i] + 1;
    }
}

/*
 * vac_merge_text:
 * @breaks: what parts the texts into words
 *
 * Changes with no word between them that all three texts have count as the same place.
 *
 * Returns: (transfer full) (nullable): @base with what both have changed in it; %NULL when they
 *   have made different things of the same place
 */
char *
vac_merge_text (VacWordBreak *breaks,
                const char   *base,
                const char   *mine,
                const char   *theirs)
{
  g_auto (Texts) texts = { .texts = { base, mine, theirs } };

  for (guint side = 0; side < N_SIDES; side++)
    {
      texts.words[side] = g_array_new (FALSE, FALSE, sizeof (VacWord));
      vac_word_break_split (breaks, texts.texts[side], texts.words[side]);
      if (side != BASE)
        texts.partners[side] = vac_diff_text_partners (breaks, base, texts.texts[side]);
    }

  return merge (&texts);
}
