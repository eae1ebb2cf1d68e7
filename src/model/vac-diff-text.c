/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-diff-text"

#include "config.h"

#include <string.h>

#include "vac-diff-private.h"
#include "vac-sequence.h"

/* What became of the words of a text. */

/* A word or two between changes on both sides of at least this many words tell a reader nothing. */
#define SHORT_STRETCH 2
#define LONG_CHANGE   4

/* A word by itself, to be looked up. */
typedef struct
{
  const char *start;
  gsize       length;
} Word;

/* Both texts with their words, as numbers of which each stands for one word. */
typedef struct
{
  const char *texts[2];
  GArray     *words[2];    /* of VacWord */
  guint      *numbers[2];
  guint      *partners;    /* by word of the first text */
} Texts;

static guint
hash_word (gconstpointer key)
{
  const Word *word = key;

  return vac_diff_hash_bytes (VAC_DIFF_HASH_START, word->start, word->length);
}

static gboolean
equal_words (gconstpointer a,
             gconstpointer b)
{
  const Word *word = a, *other = b;

  return word->length == other->length && memcmp (word->start, other->start, word->length) == 0;
}

static const VacWord *
get_word (const Texts *self,
          guint        side,
          guint        i)
{
  return &g_array_index (self->words[side], VacWord, i);
}

static gsize
get_end (const Texts *self,
         guint        side,
         guint        i)
{
  const VacWord *word = get_word (self, side, i);

  return word->start + word->length;
}

static void
number_words (Texts *self)
{
  const guint n_words = self->words[0]->len + self->words[1]->len;
  g_autofree Word *storage = g_new (Word, n_words + 1);
  g_autoptr (GHashTable) numbers = g_hash_table_new (hash_word, equal_words);
  Word *word = storage;

  for (guint side = 0; side < 2; side++)
    {
      self->numbers[side] = g_new (guint, self->words[side]->len + 1);
      for (guint i = 0; i < self->words[side]->len; i++, word++)
        {
          const VacWord *place = get_word (self, side, i);
          gpointer number;

          *word = (Word) { self->texts[side] + place->start, place->length };
          if (!g_hash_table_lookup_extended (numbers, word, NULL, &number))
            {
              number = GUINT_TO_POINTER (g_hash_table_size (numbers));
              g_hash_table_insert (numbers, word, number);
            }
          self->numbers[side][i] = GPOINTER_TO_UINT (number);
        }
    }
}

static void
texts_init (Texts        *self,
            VacWordBreak *breaks,
            const char   *a,
            const char   *b)
{
  *self = (Texts) { .texts = { a, b } };
  for (guint side = 0; side < 2; side++)
    {
      self->words[side] = g_array_new (FALSE, FALSE, sizeof (VacWord));
      vac_word_break_split (breaks, self->texts[side], self->words[side]);
    }
}

static void
texts_clear (Texts *self)
{
  for (guint side = 0; side < 2; side++)
    {
      g_clear_pointer (&self->words[side], g_array_unref);
      g_free (self->numbers[side]);
    }
  g_free (self->partners);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, texts_clear)

/* From word @i of A and @j of B on: how many words were kept. */
static guint
count_kept (const Texts *self,
            guint        i,
            guint        j)
{
  guint n = 0;

  while (i + n < self->words[0]->len && self->partners[i + n] == j + n)
    n++;

  return n;
}

/* From word @i of A and @j of B on: how many words of each changed. */
static void
count_changed (const Texts *self,
               guint        i,
               guint        j,
               guint       *n_removed,
               guint       *n_added)
{
  guint next = i;

  while (next < self->words[0]->len && self->partners[next] == VAC_SEQUENCE_NONE)
    next++;
  *n_removed = next - i;
  *n_added = (next < self->words[0]->len ? self->partners[next] : self->words[1]->len) - j;
}

/* A comma in the middle of what was written anew was not kept by anybody: it is shown with what
 * surrounds it. */
static void
drop_short_stretches (Texts *self)
{
  guint i = 0, j = 0, before = 0;

  while (i < self->words[0]->len)
    {
      guint n_removed, n_added, n_kept, next_removed, next_added;

      count_changed (self, i, j, &n_removed, &n_added);
      i += n_removed;
      j += n_added;
      before += n_removed + n_added;
      n_kept = count_kept (self, i, j);
      if (n_kept == 0)
        return;
      count_changed (self, i + n_kept, j + n_kept, &next_removed, &next_added);
      if (n_kept < SHORT_STRETCH && before >= LONG_CHANGE &&
          next_removed + next_added >= LONG_CHANGE)
        for (guint k = 0; k < n_kept; k++)
          self->partners[i + k] = VAC_SEQUENCE_NONE;
      else
        before = 0;
      i += n_kept;
      j += n_kept;
    }
}

static void
add_span (GArray          *spans,
          VacDiffSpanKind  kind,
          gsize           *at_a,
          gsize            end_a,
          gsize           *at_b,
          gsize            end_b)
{
  const VacDiffSpan span = { kind, *at_a, end_a - *at_a, *at_b, end_b - *at_b };
  VacDiffSpan *last = spans->len > 0 ? &g_array_index (spans, VacDiffSpan, spans->len - 1) : NULL;

  if (last != NULL && last->kind == kind)
    {
      last->length_a += span.length_a;
      last->length_b += span.length_b;
    }
  else if (span.length_a > 0 || span.length_b > 0)
    g_array_append_val (spans, span);
  *at_a = end_a;
  *at_b = end_b;
}

/* Where the white space before word @i begins, and where the word does. */
static gsize
get_gap (const Texts *self,
         guint        side,
         guint        i)
{
  return i == 0 ? 0 : get_end (self, side, i - 1);
}

static gsize
get_start (const Texts *self,
           guint        side,
           guint        i)
{
  return i < self->words[side]->len ? get_word (self, side, i)->start
                                    : strlen (self->texts[side]);
}

/* Where words of one side begin and end that the other lacks, with the white space that goes with
 * them: what is behind them, so that the rest reads on, or at the end of the text what is before
 * them. */
static void
get_alone (const Texts *self,
           guint        side,
           guint        first,
           guint        n,
           gsize       *start,
           gsize       *end)
{
  const gsize gap = get_gap (self, side, first);
  const gboolean last = first + n == self->words[side]->len;

  *start = get_start (self, side, first);
  *end = get_end (self, side, first + n - 1);
  if (last && first > 0)
    *start = gap;
  else if (*start > gap || first == 0)
    *end = get_start (self, side, first + n);
}

static void
add_changed (const Texts *self,
             GArray      *spans,
             guint        i,
             guint        n_removed,
             guint        j,
             guint        n_added,
             gsize       *at_a,
             gsize       *at_b)
{
  gsize start, end;

  if (n_removed > 0 && n_added > 0)
    {
      add_span (spans, VAC_DIFF_KEPT, at_a, get_start (self, 0, i), at_b, get_start (self, 1, j));
      add_span (spans, VAC_DIFF_REMOVED, at_a, get_end (self, 0, i + n_removed - 1), at_b, *at_b);
      add_span (spans, VAC_DIFF_ADDED, at_a, *at_a, at_b, get_end (self, 1, j + n_added - 1));
    }
  else if (n_removed > 0)
    {
      get_alone (self, 0, i, n_removed, &start, &end);
      add_span (spans, VAC_DIFF_KEPT, at_a, start, at_b,
                start > get_gap (self, 0, i) ? get_start (self, 1, j) : get_gap (self, 1, j));
      add_span (spans, VAC_DIFF_REMOVED, at_a, end, at_b, *at_b);
    }
  else if (n_added > 0)
    {
      get_alone (self, 1, j, n_added, &start, &end);
      add_span (spans, VAC_DIFF_KEPT, at_a,
                start > get_gap (self, 1, j) ? get_start (self, 0, i) : get_gap (self, 0, i),
                at_b, start);
      add_span (spans, VAC_DIFF_ADDED, at_a, *at_a, at_b, end);
    }
}

static GArray *
make_spans (const Texts *self)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (VacDiffSpan));
  gsize at_a = 0, at_b = 0;
  guint i = 0, j = 0;

  while (i < self->words[0]->len || j < self->words[1]->len)
    {
      guint n_removed, n_added, n_kept;

      count_changed (self, i, j, &n_removed, &n_added);
      add_changed (self, spans, i, n_removed, j, n_added, &at_a, &at_b);
      i += n_removed;
      j += n_added;
      n_kept = count_kept (self, i, j);
      if (n_kept > 0)
        add_span (spans, VAC_DIFF_KEPT, &at_a, get_end (self, 0, i + n_kept - 1), &at_b,
                  get_end (self, 1, j + n_kept - 1));
      i += n_kept;
      j += n_kept;
    }
  add_span (spans, VAC_DIFF_KEPT, &at_a, strlen (self->texts[0]), &at_b, strlen (self->texts[1]));

  return spans;
}

static void
match_words (Texts *self)
{
  number_words (self);
  self->partners = g_new (guint, self->words[0]->len + 1);
  vac_sequence_match (self->numbers[0], self->words[0]->len, self->numbers[1], self->words[1]->len,
                      self->partners);
}

/*
 * vac_diff_text_partners:
 * @breaks: what parts the texts into words
 *
 * Returns: (transfer full) (element-type guint): for each word of @a the number of the word of @b
 *   that it is, or %VAC_SEQUENCE_NONE
 */
GArray *
vac_diff_text_partners (VacWordBreak *breaks,
                        const char   *a,
                        const char   *b)
{
  g_auto (Texts) texts;
  GArray *partners = g_array_new (FALSE, FALSE, sizeof (guint));

  texts_init (&texts, breaks, a, b);
  match_words (&texts);
  g_array_append_vals (partners, texts.partners, texts.words[0]->len);

  return partners;
}

/**
 * vac_diff_text_spans:
 * @breaks: what parts the texts into words
 * @a: a text
 * @b: what it may have become
 *
 * Returns: (transfer full) (element-type VacDiffSpan): what became of the words of @a and what made
 *   those of @b
 */
GArray *
vac_diff_text_spans (VacWordBreak *breaks,
                     const char   *a,
                     const char   *b)
{
  g_auto (Texts) texts;

  texts_init (&texts, breaks, a, b);
  match_words (&texts);
  drop_short_stretches (&texts);

  return make_spans (&texts);
}

static const char *
skip_white (const char *p)
{
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

static gboolean
have_same_characters (const char *a,
                      const char *b)
{
  for (a = skip_white (a), b = skip_white (b); *a != '\0' && *a == *b;
       a = skip_white (a), b = skip_white (b))
    {
      const gsize length = (gsize) (g_utf8_next_char (a) - a);

      if (strncmp (a, b, length) != 0)
        return FALSE;
      a += length;
      b += length;
    }

  return *a == *b;
}

/*
 * vac_diff_text_equal:
 * @breaks: what parts the texts into words
 *
 * Returns: whether both have the same words, whatever white space is between them
 */
gboolean
vac_diff_text_equal (VacWordBreak *breaks,
                     const char   *a,
                     const char   *b)
{
  g_auto (Texts) texts = { 0 };

  if (strcmp (a, b) == 0)
    return TRUE;
  if (!have_same_characters (a, b))
    return FALSE;

  texts_init (&texts, breaks, a, b);
  if (texts.words[0]->len != texts.words[1]->len)
    return FALSE;
  for (guint i = 0; i < texts.words[0]->len; i++)
    if (get_word (&texts, 0, i)->length != get_word (&texts, 1, i)->length)
      return FALSE;

  return TRUE;
}

/*
 * vac_diff_has_words:
 * @field: a field
 *
 * Returns: whether its value is a text whose words can change one by one; amounts, dates, codes and
 *   addresses change as a whole
 */
gboolean
vac_diff_has_words (const VacField *field)
{
  return (field->kind == VAC_KIND_TEXT || field->kind == VAC_KIND_PROSE) &&
         field->syntax == VAC_SYNTAX_ANY;
}
