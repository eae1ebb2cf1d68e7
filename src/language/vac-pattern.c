/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-pattern"

#include "config.h"

#include <string.h>

#include "vac-icu-library.h"
#include "vac-icu-private.h"
#include "vac-pattern.h"
#include "vac-typed.h"
#include "vac-word-break.h"

/* Words are compared folded, as Unicode's NFKC_Casefold has it, one character at a time: what a
 * reader sees as one, of however many code points. A place in a text begins and ends between two of
 * these, so that nothing that is replaced takes half a letter with it, and where a letter becomes
 * longer or shorter by folding, the place is still that of the letter. */

#define DOT_ABOVE   0x307
#define DOTTED_I    0x130
#define DOTLESS_I   0x131

/* Where a character is in a text, and in the folded one. */
typedef struct
{
  gsize folded;
  gsize start;
} Place;

/* What was found out about a code point last. */
#define N_KNOWN 256
#define TOO_LONG G_MAXUINT8

typedef struct
{
  gunichar c;           /* 0 for none */
  guint8   n_bytes;     /* of what it becomes; TOO_LONG when that is not kept */
  guint8   alone;       /* whether nothing that follows it belongs to the same character, nor it
                         * to one before */
  char     bytes[18];
} Known;

struct _VacPattern
{
  VacPatternFlags    flags;
  gboolean           turkic;      /* "I" is the capital of "ı" */

  /* Owned */
  char              *words;       /* folded */
  gsize              length;
  VacWordBreak      *word_breaks;
  UBreakIterator    *breaks;      /* nullable: when ICU lacks its data; between characters */
  UText             *text;        /* nullable: made by the first text, and used again */
  GString           *folded;      /* the text that is looked through */
  GArray            *places;      /* of Place: of its characters; empty when they are its bytes */
  GArray            *found_words; /* of VacWord */

  const UNormalizer2 *normalizer;  /* of ICU; nullable, when it lacks its data */
  Known               known[N_KNOWN];
};

static gboolean
is_turkic (const char *language)
{
  g_autofree char *locale = vac_icu_parse_tag (language);
  char code[ULOC_LANG_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;

  vac_icu ()->uloc_getLanguage (locale, code, sizeof code, &status);

  return g_str_equal (code, "tr") || g_str_equal (code, "az");
}

static gboolean
stands_alone (gunichar c)
{
  switch (vac_icu ()->u_getIntPropertyValue ((UChar32) c, UCHAR_GRAPHEME_CLUSTER_BREAK))
    {
    case U_GCB_OTHER:
    case U_GCB_CONTROL:
    case U_GCB_LF:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Returns: where the character ends that begins at @start, of several code points perhaps */
static gsize
find_end (VacPattern *self,
          const char *text,
          gsize       start,
          gboolean   *is_set)
{
  const gsize next = (gsize) (g_utf8_next_char (text + start) - text);
  UErrorCode status = U_ZERO_ERROR;
  int32_t end;

  if (self->breaks == NULL)
    return next;
  if (!*is_set)
    {
      self->text = vac_icu ()->utext_openUTF8 (self->text, text, -1, &status);
      vac_icu ()->ubrk_setUText (self->breaks, self->text, &status);
      *is_set = U_SUCCESS (status);
    }
  end = *is_set ? vac_icu ()->ubrk_following (self->breaks, (int32_t) start) : UBRK_DONE;

  return end != UBRK_DONE && (gsize) end > next ? (gsize) end : next;
}

/* The capitals of "ı" and "i" where these are two letters. */
static int32_t
fold_turkic (UChar  *character,
             int32_t length)
{
  int32_t n = 0;

  for (int32_t i = 0; i < length; i++)
    if (character[i] == 'I' && i + 1 < length && character[i + 1] == DOT_ABOVE)
      {
        character[n++] = 'i';
        i++;
      }
    else
      character[n++] = character[i] == 'I'        ? DOTLESS_I
                       : character[i] == DOTTED_I ? 'i'
                                                  : character[i];

  return n;
}

/* An i has its dot: another one above it, which folding leaves of "İ", says nothing. */
static int32_t
drop_second_dots (UChar  *folded,
                  int32_t length)
{
  int32_t n = 0;

  for (int32_t i = 0; i < length; i++)
    if (folded[i] != DOT_ABOVE || n == 0 || folded[n - 1] != 'i')
      folded[n++] = folded[i];

  return n;
}

/* Returns: whether it was folded: a character may be longer than any that is written */
static gboolean
fold_by_icu (VacPattern *self,
             const char *character,
             gsize       length)
{
  const gboolean folds_case = (self->flags & VAC_PATTERN_MATCH_CASE) == 0;
  UChar source[VAC_ICU_LONG], folded[VAC_ICU_LONG];
  char bytes[3 * VAC_ICU_LONG];
  UErrorCode status = U_ZERO_ERROR;
  int32_t n_source = 0, n_folded, n_bytes = 0;

  if (self->normalizer == NULL)
    return FALSE;
  vac_icu ()->u_strFromUTF8 (source, VAC_ICU_LONG, &n_source, character, (int32_t) length, &status);
  if (U_FAILURE (status))
    return FALSE;
  if (folds_case && self->turkic)
    n_source = fold_turkic (source, n_source);
  n_folded = vac_icu ()->unorm2_normalize (self->normalizer, source, n_source, folded, VAC_ICU_LONG,
                                           &status);
  if (U_FAILURE (status))
    return FALSE;
  if (folds_case && !self->turkic)
    n_folded = drop_second_dots (folded, n_folded);
  vac_icu ()->u_strToUTF8 (bytes, sizeof bytes, &n_bytes, folded, n_folded, &status);
  if (U_FAILURE (status))
    return FALSE;
  g_string_append_len (self->folded, bytes, n_bytes);

  return TRUE;
}

static void
fold_character (VacPattern *self,
                const char *character,
                gsize       length)
{
  const gboolean single = length == (gsize) (g_utf8_next_char (character) - character);

  if (single && vac_typed_is_apostrophe (g_utf8_get_char (character)))
    g_string_append_c (self->folded, '\'');
  else if (!fold_by_icu (self, character, length))
    g_string_append_len (self->folded, character, (gssize) length);
}

/* Texts are of few different code points. */
static const Known *
get_known (VacPattern *self,
           const char *p)
{
  const gunichar c = g_utf8_get_char (p);
  Known *known = &self->known[c % N_KNOWN];
  const gsize before = self->folded->len;
  gsize n_bytes;

  if (known->c == c)
    return known;
  known->c = c;
  known->alone = (guint8) stands_alone (c);
  fold_character (self, p, (gsize) (g_utf8_next_char (p) - p));
  n_bytes = self->folded->len - before;
  known->n_bytes = n_bytes <= sizeof known->bytes ? (guint8) n_bytes : TOO_LONG;
  if (known->n_bytes != TOO_LONG)
    memcpy (known->bytes, self->folded->str + before, n_bytes);
  g_string_truncate (self->folded, before);

  return known;
}

/* Folds the character at @start, and says where it ends. */
static gsize
fold_next (VacPattern *self,
           const char *text,
           gsize       start,
           gboolean   *is_set)
{
  const char *next = g_utf8_next_char (text + start);
  const gboolean parted = *next == '\0' || get_known (self, next)->alone;
  const Known *known = get_known (self, text + start);
  gsize end;

  if (known->n_bytes != TOO_LONG && parted && (known->alone || *next == '\0'))
    {
      g_string_append_len (self->folded, known->bytes, known->n_bytes);
      return (gsize) (next - text);
    }
  end = find_end (self, text, start, is_set);
  fold_character (self, text + start, end - start);

  return end;
}

static void
fold_ascii (VacPattern *self,
            const char *text)
{
  g_string_assign (self->folded, text);
  if ((self->flags & VAC_PATTERN_MATCH_CASE) == 0)
    g_string_ascii_down (self->folded);
  for (gsize i = 0; i < self->folded->len; i++)
    if (vac_typed_is_apostrophe ((guchar) self->folded->str[i]))
      self->folded->str[i] = '\'';
}

/* Folds @text, and notes where its characters are. */
static void
fold (VacPattern *self,
      const char *text)
{
  gboolean is_set = FALSE;

  g_array_set_size (self->places, 0);
  if (g_str_is_ascii (text) && !self->turkic && strchr (text, '\r') == NULL)
    {
      fold_ascii (self, text);
      return;
    }

  g_string_truncate (self->folded, 0);
  for (gsize start = 0, end; text[start] != '\0'; start = end)
    {
      g_array_append_val (self->places, ((Place) { self->folded->len, start }));
      end = fold_next (self, text, start, &is_set);
    }
  g_array_append_val (self->places, ((Place) { self->folded->len, strlen (text) }));
}

/* Returns: the first character from @from on that is not before @folded */
static guint
skip_to (VacPattern *self,
         guint       from,
         gsize       folded)
{
  while (g_array_index (self->places, Place, from).folded < folded)
    from++;

  return from;
}

/* Finds what stands between @folded and the end of the words there, if these are characters. What
 * becomes nothing by folding, at one of both ends, does not belong to it. */
static gboolean
find_place (VacPattern *self,
            gsize       folded,
            guint      *place,
            VacPassage *passage)
{
  guint first, last;

  if (self->places->len == 0)
    {
      *passage = (VacPassage) { folded, self->length };
      return TRUE;
    }
  first = skip_to (self, *place, folded);
  *place = first;
  last = skip_to (self, first, folded + self->length);
  if (g_array_index (self->places, Place, first).folded != folded ||
      g_array_index (self->places, Place, last).folded != folded + self->length)
    return FALSE;
  while (g_array_index (self->places, Place, first + 1).folded == folded)
    first++;
  passage->start = g_array_index (self->places, Place, first).start;
  passage->length = g_array_index (self->places, Place, last).start - passage->start;

  return TRUE;
}

static gboolean
is_inside_word (GArray *words,
                gsize   position)
{
  guint first = 0, last = words->len;

  while (first < last)
    {
      const guint middle = first + (last - first) / 2;
      const VacWord *word = &g_array_index (words, VacWord, middle);

      if (position <= word->start)
        last = middle;
      else if (position >= word->start + word->length)
        first = middle + 1;
      else
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_of_words (VacPattern       *self,
             const VacPassage *passage)
{
  return !is_inside_word (self->found_words, passage->start) &&
         !is_inside_word (self->found_words, passage->start + passage->length);
}

/**
 * vac_pattern_new:
 * @words: what to look for, valid UTF-8; nothing is found for an empty text
 * @flags: what counts
 * @language: (nullable): BCP 47 tag of the texts
 *
 * Unless case is to match, words are the same that only differ in case in any script, in their
 * width, or in marks that nobody sees ("ß" is "ss", "ﬁ" is "fi"). Accents always count, however
 * they are written; the shape of an apostrophe never does.
 *
 * Returns: (transfer full): what finds @words in texts, for one thread at a time
 */
VacPattern *
vac_pattern_new (const char      *words,
                 VacPatternFlags  flags,
                 const char      *language)
{
  g_autofree char *locale = vac_icu_get_locale (language);
  VacPattern *self;
  UErrorCode status = U_ZERO_ERROR;

  g_return_val_if_fail (words != NULL && g_utf8_validate (words, -1, NULL), NULL);

  self = g_new0 (VacPattern, 1);
  self->flags = flags;
  self->turkic = (flags & VAC_PATTERN_MATCH_CASE) == 0 && is_turkic (language);
  self->word_breaks = vac_word_break_new (language);
  self->folded = g_string_new (NULL);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->found_words = g_array_new (FALSE, FALSE, sizeof (VacWord));
  self->normalizer = (flags & VAC_PATTERN_MATCH_CASE) != 0
                         ? vac_icu ()->unorm2_getNFCInstance (&status)
                         : vac_icu ()->unorm2_getNFKCCasefoldInstance (&status);
  if (U_FAILURE (status))
    self->normalizer = NULL;
  status = U_ZERO_ERROR;
  self->breaks = vac_icu ()->ubrk_open (UBRK_CHARACTER, locale, NULL, 0, &status);
  fold (self, words);
  self->words = g_strdup (self->folded->str);
  self->length = self->folded->len;

  return self;
}

/**
 * vac_pattern_free:
 * @self: (transfer full): a pattern
 */
void
vac_pattern_free (VacPattern *self)
{
  g_return_if_fail (self != NULL);

  if (self->breaks != NULL)
    vac_icu ()->ubrk_close (self->breaks);
  if (self->text != NULL)
    vac_icu ()->utext_close (self->text);
  vac_word_break_free (self->word_breaks);
  g_string_free (self->folded, TRUE);
  g_array_unref (self->places);
  g_array_unref (self->found_words);
  g_free (self->words);
  g_free (self);
}

/**
 * vac_pattern_find:
 * @self: a pattern
 * @text: valid UTF-8
 * @passages: (element-type VacPassage): takes the places in @text where the words are, in their
 *   order, in place of what it held; they do not overlap
 *
 * Returns: how many there are
 */
guint
vac_pattern_find (VacPattern *self,
                  const char *text,
                  GArray     *passages)
{
  const gboolean whole = self != NULL && (self->flags & VAC_PATTERN_WHOLE_WORDS) != 0;
  gboolean is_split = FALSE;
  const char *hit;
  guint place = 0;
  gsize from = 0;

  g_return_val_if_fail (self != NULL && text != NULL && passages != NULL, 0);

  g_array_set_size (passages, 0);
  if (self->length == 0)
    return 0;
  fold (self, text);
  while ((hit = strstr (self->folded->str + from, self->words)) != NULL)
    {
      VacPassage passage;

      from = (gsize) (hit - self->folded->str);
      if (find_place (self, from, &place, &passage))
        {
          if (whole && !is_split)
            vac_word_break_split (self->word_breaks, text, self->found_words);
          is_split = TRUE;
          if (!whole || is_of_words (self, &passage))
            {
              g_array_append_val (passages, passage);
              from += self->length;
              continue;
            }
        }
      from++;
    }

  return passages->len;
}
