/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-sentence"

#include "config.h"

#include <string.h>

#include "vac-sentence.h"
#include "vac-tag.h"

/* Parts texts into sentences and words as a person counts them: a word stands between blanks, and
 * a full stop after "e.g." ends nothing. */

#define EM_DASH 0x2014

/* What stands between two blanks. */
typedef struct
{
  gsize start;
  gsize end;
  gsize core;       /* where its first letter or digit is; @core_end where there is none */
  gsize core_end;   /* after its last letter or digit */
} Piece;

static gboolean
is_blank (gunichar c)
{
  return c < 0x80 ? g_ascii_isspace (c) : g_unichar_isspace (c) || c == EM_DASH;
}

/* Scripts without blanks end a sentence in the middle of what we call a piece. */
static gboolean
is_wide_stop (gunichar c)
{
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
}

static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x061F || c == 0x06D4 ||
         c == 0x0964 || is_wide_stop (c);
}

/* @end is where to stop before the text does; %NULL for nowhere. Most characters are letters in
 * ASCII, which are told first. */
static gboolean
take_piece (const char *text,
            const char *end,
            gsize      *from,
            Piece      *piece)
{
  const char *p = text + *from;

  while (*p != '\0' && p != end && is_blank (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (*p == '\0' || p == end)
    return FALSE;

  *piece = (Piece) { (gsize) (p - text), 0, G_MAXSIZE, 0 };
  while (*p != '\0' && p != end)
    {
      gunichar c;

      if (g_ascii_isalnum (*p))
        {
          if (piece->core == G_MAXSIZE)
            piece->core = (gsize) (p - text);
          while (p != end && g_ascii_isalnum (*p))
            p++;
          piece->core_end = (gsize) (p - text);
          continue;
        }
      c = g_utf8_get_char (p);
      if (is_blank (c))
        break;
      if (g_unichar_isalnum (c) && piece->core == G_MAXSIZE)
        piece->core = (gsize) (p - text);
      p = g_utf8_next_char (p);
      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        piece->core_end = (gsize) (p - text);
      if (is_wide_stop (c))
        break;
    }
  piece->end = (gsize) (p - text);
  if (piece->core == G_MAXSIZE)
    piece->core = piece->core_end = piece->end;
  *from = piece->end;

  return TRUE;
}

static gboolean
is_word (const Piece *piece)
{
  return piece->core < piece->core_end;
}

/* Returns: the mark that could end a sentence, before what closes a bracket or quote; 0 for none */
static gunichar
get_stop (const char  *text,
          const Piece *piece)
{
  const char *p = text + piece->end;

  while (p > text + MAX (piece->start, is_word (piece) ? piece->core_end : piece->start))
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (is_stop (c))
        return c;
    }

  return 0;
}

/* "U.S", "z.B", "B": single letters between full stops. */
static gboolean
is_dotted (const char *core,
           gsize       length)
{
  const char *const end = core + length;

  for (const char *p = core; p < end;)
    {
      if (!g_unichar_isalpha (g_utf8_get_char (p)))
        return FALSE;
      p = g_utf8_next_char (p);
      if (p < end && *p++ != '.')
        return FALSE;
    }

  return length > 0;
}

static gboolean
is_number (const char *core,
           gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (core[i]))
      return FALSE;

  return length > 0;
}

static gboolean
begins_small (const char  *text,
              const Piece *piece)
{
  return is_word (piece) && g_unichar_islower (g_utf8_get_char (text + piece->core));
}

/* Whether a full stop after @piece, the @n_words-th word, belongs to it. */
static gboolean
keeps_full_stop (const char            *text,
                 const VacReadingWords *words,
                 const Piece           *piece,
                 guint                  n_words,
                 const Piece           *next)
{
  const char *core = text + piece->core;
  const gsize length = piece->core_end - piece->core;

  if (!is_word (piece))
    return FALSE;
  /* "1. Tell us" */
  if (is_number (core, length) && n_words == 1)
    return TRUE;

  return (is_dotted (core, length) ||
          vac_reading_words_has (words, VAC_READING_ABBREVIATIONS, core, length)) &&
         !vac_reading_words_has (words, VAC_READING_STARTERS, text + next->core,
                                 next->core_end - next->core);
}

static guint
count_line_ends (const char *text,
                 gsize       from,
                 gsize       to)
{
  guint n = 0;

  for (gsize i = from; i < to; i++)
    n += text[i] == '\n';

  return n;
}

static gboolean
ends_sentence (const char            *text,
               const VacReadingWords *words,
               const Piece           *piece,
               guint                  n_words,
               const Piece           *next)
{
  const gunichar stop = get_stop (text, piece);
  const guint n_line_ends = count_line_ends (text, piece->end, next->start);

  if (n_line_ends > 1)
    return TRUE;
  /* A line that was broken by hand goes on in small letters. */
  if (n_line_ends > 0)
    return !begins_small (text, next);
  if (stop == 0 || is_wide_stop (stop))
    return stop != 0;
  if (begins_small (text, next))
    return FALSE;

  return stop != '.' || !keeps_full_stop (text, words, piece, n_words, next);
}

/*
 * vac_sentence_next:
 * @text: valid UTF-8
 * @words: (nullable): those of its language
 * @from: (inout): where to begin, in bytes; comes back as where to go on
 * @sentence: (out): the next sentence with a word in it
 *
 * A sentence ends at a full stop, a question mark or an exclamation mark before a capital letter,
 * and at the end of a line unless the next one begins in small letters.
 *
 * Returns: whether there is one
 */
gboolean
vac_sentence_next (const char            *text,
                   const VacReadingWords *words,
                   gsize                 *from,
                   VacSentence           *sentence)
{
  Piece piece = { 0 }, next;
  gboolean more = take_piece (text, NULL, from, &piece);

  *sentence = (VacSentence) { piece.start, 0, 0 };
  while (more)
    {
      sentence->words += is_word (&piece);
      sentence->length = piece.end - sentence->start;
      more = take_piece (text, NULL, from, &next);
      if (more && ends_sentence (text, words, &piece, sentence->words, &next))
        {
          if (sentence->words > 0)
            {
              *from = next.start;
              return TRUE;
            }
          *sentence = (VacSentence) { next.start, 0, 0 };
        }
      piece = next;
    }

  return sentence->words > 0;
}

/*
 * vac_sentence_next_word:
 * @text: valid UTF-8
 * @end: where to stop, in bytes
 * @from: (inout): where to begin, in bytes; comes back as where to go on
 * @word: (out): the next word, without the marks around it
 *
 * Returns: whether there is one
 */
gboolean
vac_sentence_next_word (const char *text,
                        gsize       end,
                        gsize      *from,
                        VacWord    *word)
{
  Piece piece;

  while (take_piece (text, text + end, from, &piece))
    if (is_word (&piece))
      {
        *word = (VacWord) { piece.core, piece.core_end - piece.core };
        return TRUE;
      }

  return FALSE;
}

/*
 * vac_sentence_has_blanks:
 * @language: (nullable): a BCP 47 tag
 *
 * Returns: whether that language writes blanks between words, so that they can be counted here
 */
gboolean
vac_sentence_has_blanks (const char *language)
{
  static const char *const without[] = { "ja", "zh", "yue", "th", "lo", "km", "my" };

  for (guint i = 0; i < G_N_ELEMENTS (without); i++)
    if (vac_tag_speaks (language, without[i]))
      return FALSE;

  return TRUE;
}
