/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-paste-bullets"

#include "config.h"

#include <string.h>

#include "vac-paste-line.h"

/* The signs that word processors and web pages put before the lines of a list. */

/* Marks of direction, joiners and the like, which are seen nowhere and hide what follows. */
static gboolean
is_invisible (gunichar c)
{
  return (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) ||
         c == 0xfeff || c == 0x61c || c == 0xad || c == 0xfe0e || c == 0xfe0f;
}

/* Also before the tab or blank that ends a mark there may be something invisible. */
static const char *
skip_invisible (const char *text)
{
  while (is_invisible (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

const char *
vac_paste_skip_blanks (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)) || is_invisible (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

static gboolean
has_gap (const char *text)
{
  text = skip_invisible (text);

  return *text == '\0' || g_unichar_isspace (g_utf8_get_char (text));
}

/* Word sets its marks off by a tab; where that is lost, by several blanks or by no-break ones. */
static gboolean
has_wide_gap (const char *text)
{
  text = skip_invisible (text);

  return g_utf8_get_char (text) == 0xa0 ||
         (*text == ' ' && (text[1] == ' ' || g_utf8_get_char (text + 1) == 0xa0));
}

typedef struct
{
  gunichar first;
  gunichar last;
} Range;

static gboolean
is_in (gunichar     c,
       const Range *ranges,
       gsize        n_ranges)
{
  for (gsize i = 0; i < n_ranges; i++)
    if (c >= ranges[i].first && c <= ranges[i].last)
      return TRUE;

  return FALSE;
}

static gboolean
is_middle_dot (gunichar c)
{
  return c == 0xb7 || c == 0x2219 || c == 0x22c5 || c == 0x30fb || c == 0xff65;
}

static gboolean
is_check_mark (gunichar c)
{
  return (c >= 0x2610 && c <= 0x2612) || (c >= 0x2713 && c <= 0x2718) || c == 0x2705 ||
         c == 0x274c || c == 0x274e;
}

/**
 * vac_paste_is_bullet:
 * @c: a character
 *
 * Returns: whether it is hardly anything but a bullet at the start of a line, so that it needs no
 *   blank after it
 */
gboolean
vac_paste_is_bullet (gunichar c)
{
  static const Range ranges[] = {
    { 0x2022, 0x2023 }, { 0x2043, 0x2043 }, { 0x204c, 0x204d },   /* • ‣ ⁃ ⁌ ⁍ */
    { 0x2460, 0x249b }, { 0x24eb, 0x24ff }, { 0x2776, 0x2793 },   /* ① ⑴ ⒈ ❶ */
    { 0x25a0, 0x25ff }, { 0x1f780, 0x1f7d8 },                     /* geometric shapes */
    { 0x2605, 0x2606 }, { 0x26aa, 0x26ab },                       /* ★ ☆ ⚪ ⚫ */
    { 0x2722, 0x274b }, { 0x274d, 0x274d }, { 0x274f, 0x2752 },   /* stars, flowers, shadowed */
    { 0x2756, 0x2756 }, { 0x2758, 0x2759 }, { 0x2765, 0x2767 },   /* ❖ ❘ ❥ */
    { 0x2794, 0x2794 }, { 0x2798, 0x27af }, { 0x27b1, 0x27be },   /* arrows of Zapf Dingbats */
    { 0x2981, 0x2981 }, { 0x29be, 0x29bf }, { 0x29eb, 0x29eb },   /* ⦁ ⦾ ⦿ ⧫ */
    { 0x2b1b, 0x2b2b }, { 0x2b50, 0x2b52 }, { 0x2b58, 0x2b58 },   /* ⬛ ⬤ ⭐ ⭘ */
    { 0xf020, 0xf0ff },                                           /* Symbol, Wingdings */
    { 0x1f538, 0x1f53b }, { 0x1f7e0, 0x1f7eb },                   /* 🔸 🔹 🟠 */
  };

  return is_middle_dot (c) || is_check_mark (c) || is_in (c, ranges, G_N_ELEMENTS (ranges));
}

/* What is a bullet only with a blank after it: "-5 °C" and "→5" stay. */
static gboolean
is_dash (gunichar c)
{
  static const Range ranges[] = {
    { '*', '+' }, { '-', '-' }, { '>', '>' }, { 0xbb, 0xbb }, { 0x2010, 0x2015 },
    { 0x203a, 0x203b }, { 0x2190, 0x21ff }, { 0x2212, 0x2212 }, { 0x27f0, 0x27ff },
    { 0x2900, 0x297f }, { 0x2b05, 0x2b0d }, { 0x2b95, 0x2b95 }, { 0x2215, 0x2218 },
    { 0x22c6, 0x22c6 }, { 0x23f5, 0x23f5 }, { 0x261a, 0x261f }, { 0x2660, 0x2667 },
    { 0x26ac, 0x26ac }, { 0x27e1, 0x27e1 }, { 0x2b9a, 0x2b9f }, { 0x2bc5, 0x2bc8 },
    { 0xfe63, 0xfe63 }, { 0xff0d, 0xff0d },
  };

  return is_in (c, ranges, G_N_ELEMENTS (ranges));
}

/* The letters that are bullets in the fonts of Word and its like. Anything but a digit, a capital
 * or money is one before a tab; before several blanks only those that begin no word. */
static gboolean
is_font_mark (gunichar    c,
              const char *after)
{
  after = skip_invisible (after);
  if (*after == '\t')
    return c < 0x250 ? g_unichar_islower (c) || c == 0xd8 || c == 0xc4 || c == 0xc5 || c == 0xd0 ||
                       (g_unichar_isgraph (c) && !g_unichar_isalnum (c) &&
                        g_unichar_type (c) != G_UNICODE_CURRENCY_SYMBOL)
                     : g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL;

  return (c == 'o' || c == 0xa7 || c == 0xd8 || c == 0xfc) && has_wide_gap (after);
}

static const char *
skip_check_box (const char *text)
{
  gunichar inside;

  if (is_check_mark (g_utf8_get_char (text)))
    return vac_paste_skip_blanks (g_utf8_next_char (text));
  if (*text != '[')
    return text;

  inside = g_utf8_get_char (text + 1);
  if (inside != ' ' && inside != 'x' && inside != 'X' && inside != 0xa0 && !is_check_mark (inside))
    return text;
  inside = *g_utf8_next_char (text + 1) == ']';

  return inside && has_gap (g_utf8_next_char (text + 1) + 1)
         ? vac_paste_skip_blanks (g_utf8_next_char (text + 1) + 1) : text;
}

/* "> 10 years", "+ 20 %" */
static gboolean
is_sign_of_number (gunichar    c,
                   const char *after)
{
  return (c == '>' || c == '+' || c == 0x2212) &&
         g_unichar_isdigit (g_utf8_get_char (vac_paste_skip_blanks (after)));
}

/* Marks in a row are a rating ("●●○"), and a dot before a digit a decimal point ("·5"). */
static gboolean
is_mark (const char *text)
{
  gunichar c = g_utf8_get_char (text);
  const char *after = g_utf8_next_char (text);
  gunichar next = g_utf8_get_char (skip_invisible (after));

  if (vac_paste_is_bullet (c))
    return !vac_paste_is_bullet (next) && !(is_middle_dot (c) && g_unichar_isdigit (next));

  return is_dash (c) ? has_gap (after) && !is_sign_of_number (c, after) : is_font_mark (c, after);
}

/**
 * vac_paste_skip_bullet:
 * @text: a line, without blanks before it
 *
 * Returns: what follows the bullet, check box or both that @text begins with; @text when there is
 *   none
 */
const char *
vac_paste_skip_bullet (const char *text)
{
  if (*text != '\0' && is_mark (text))
    text = vac_paste_skip_blanks (g_utf8_next_char (text));

  return skip_check_box (text);
}

/**
 * vac_paste_measure_bullet:
 * @text: a line
 *
 * Returns: how many bytes the bullet that @text begins with takes, with the blanks before and after
 *   it; 0 when there is none
 */
gsize
vac_paste_measure_bullet (const char *text)
{
  const char *start = vac_paste_skip_blanks (text);
  const char *rest = vac_paste_skip_bullet (start);

  return rest != start ? (gsize) (rest - text) : 0;
}

/* A picture before a blank, a dash before a letter. */
static gboolean
may_be_common (VacPasteLine *line,
               gunichar      sign)
{
  const char *after = g_utf8_next_char (line->text);

  if (line->marked || g_utf8_get_char (line->text) != sign)
    return FALSE;
  if (sign == '-' || sign == '*' || sign == 0x2013 || sign == 0x2014)
    return g_unichar_isalpha (g_utf8_get_char (after));

  return sign >= 0x2000 && g_unichar_type (sign) == G_UNICODE_OTHER_SYMBOL && has_gap (after);
}

/**
 * vac_paste_strip_mark:
 * @lines: (element-type VacPasteLine): lines that begin with the same mark
 *
 * Takes the mark from each.
 */
void
vac_paste_strip_mark (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      VacPasteLine *line = g_ptr_array_index (lines, i);
      char *rest = g_strdup (vac_paste_skip_blanks (g_utf8_next_char (line->text)));

      g_free (line->text);
      line->text = rest;
      line->marked = TRUE;
    }
}

/**
 * vac_paste_strip_common:
 * @lines: (element-type VacPasteLine): lines
 *
 * What is no bullet by itself is one if every line begins with it.
 */
void
vac_paste_strip_common (GPtrArray *lines)
{
  VacPasteLine *first = lines->len > 1 ? g_ptr_array_index (lines, 0) : NULL;
  gunichar sign = first != NULL ? g_utf8_get_char (first->text) : 0;

  if (first == NULL)
    return;
  for (guint i = 0; i < lines->len; i++)
    if (!may_be_common (g_ptr_array_index (lines, i), sign))
      return;

  vac_paste_strip_mark (lines);
}
