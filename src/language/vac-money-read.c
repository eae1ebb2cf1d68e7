/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-money-read"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-error.h"
#include "vac-money-read.h"
#include "vac-money-words-private.h"
#include "vac-quote.h"
#include "vac-typed.h"

/* Reads amounts as people type them. Nothing that was typed is passed over: a word that is neither
 * a currency nor a period, or a number that can be read in two ways, is refused with a sentence. */

#define MOST_CURRENCIES 4   /* of a range: a sign and a code on either side */
#define LONGEST_TEXT  160   /* bytes: a range with two names of currencies and a period */
#define LONGEST_WORD  24    /* bytes of a factor with a currency: "kUSD" */
#define DIGITS "0123456789"

/* A number as it stands in the text: digits and marks, every group space or apostrophe as ' '. */
typedef struct
{
  GString *digits;
  guint    zeros;     /* of the word after it */
} Number;

typedef struct
{
  const char *quoted;    /* the text, for messages */
  const char *language;
  const char *expected;
  Number      numbers[2];
  guint       n_numbers;
  char       *currencies[MOST_CURRENCIES];
  guint       n_currencies;
  char        currency[VAC_CURRENCY_LENGTH];
  VacUnit     unit;
} Reading;

static gboolean
is_no_amount (Reading *self,
              GError **error)
{
  g_set_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE, _("“%s” is not an amount of money."),
               self->quoted);

  return FALSE;
}

static void
reading_clear (Reading *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->numbers); i++)
    g_string_free (self->numbers[i].digits, TRUE);
  for (guint i = 0; i < self->n_currencies; i++)
    g_free (self->currencies[i]);
}

static gboolean
add_currency (Reading    *self,
              const char *word)
{
  char code[VAC_CURRENCY_LENGTH];

  if (self->n_currencies == MOST_CURRENCIES ||
      vac_currency_find (word, self->language, self->expected, code) == VAC_CURRENCY_NONE)
    return FALSE;
  self->currencies[self->n_currencies++] = g_strdup (word);

  return TRUE;
}

static gboolean
add_unit (Reading    *self,
          const char *words)
{
  VacUnit unit = vac_money_find_unit (words, self->language);

  if (unit == VAC_UNIT_NONE || (self->unit != VAC_UNIT_NONE && self->unit != unit))
    return FALSE;
  self->unit = unit;

  return TRUE;
}

/* "EUR", "per hour", "EUR per hour", "EUR/h" */
static gboolean
add_currency_and_unit (Reading    *self,
                       const char *words)
{
  const char *slash = strchr (words, '/');

  if (*words == '\0')
    return TRUE;
  if (slash != NULL)
    {
      g_autofree char *currency = g_strstrip (g_strndup (words, (gsize) (slash - words)));
      g_autofree char *unit = g_strstrip (g_strdup (slash + 1));

      return (*currency == '\0' || add_currency (self, currency)) && add_unit (self, unit);
    }
  if (add_currency (self, words))
    return TRUE;
  for (const char *space = strrchr (words, ' '); space != NULL && space > words;
       space = g_strrstr_len (words, space - words, " "))
    {
      g_autofree char *currency = g_strndup (words, (gsize) (space - words));

      if (add_unit (self, space + 1))
        {
          if (add_currency (self, currency))
            return TRUE;
          self->unit = VAC_UNIT_NONE;
        }
    }

  return add_unit (self, words);
}

/* How many bytes at the start of @words are a factor: "k", "Mio.", the "k" of "k€". */
static gsize
take_factor (Reading    *self,
             const char *words,
             guint      *zeros)
{
  g_autofree char *word = g_strndup (words, strcspn (words, " /"));
  char code[VAC_CURRENCY_LENGTH];

  *zeros = vac_money_find_factor (word, self->language);
  if (*zeros > 0)
    return strlen (word);
  if (strlen (word) > LONGEST_WORD ||
      vac_currency_find (word, self->language, self->expected, code) != VAC_CURRENCY_NONE)
    return 0;
  for (char *p = word + strlen (word); p > word; p = g_utf8_prev_char (p))
    {
      g_autofree char *factor = g_strndup (word, (gsize) (p - word));

      if ((g_ascii_isalpha (p[0]) && p[1] == '\0') ||
          vac_currency_find (p, self->language, self->expected, code) == VAC_CURRENCY_NONE)
        continue;
      *zeros = vac_money_find_factor (factor, self->language);
      if (*zeros > 0)
        return (gsize) (p - word);
    }

  return 0;
}

/* Takes the words beside a number; a factor can only come after it. */
static gboolean
take_words (Reading    *self,
            const char *words,
            GError    **error)
{
  g_autofree char *rest = NULL;
  g_autofree char *quoted = NULL;
  gsize length = 0;

  if (self->n_numbers > 0 && *words != '\0')
    length = take_factor (self, words, &self->numbers[self->n_numbers - 1].zeros);
  rest = g_strstrip (g_strdup (words + length));
  if (add_currency_and_unit (self, rest))
    return TRUE;
  quoted = vac_quote_shorten (rest);
  g_set_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE,
               _("“%s” is not understood beside an amount. Write the amount alone, or with its "
                 "currency and period."),
               quoted);

  return FALSE;
}

/* A mark inside a number, or 0: ' ' for what can only set groups apart. */
static char
get_mark (gunichar c)
{
  if (c == ' ' || c == '\'' || c == 0x2019 || c == 0x66c)
    return ' ';
  if (c == '.' || c == 0x66b)
    return '.';

  return c == ',' ? ',' : 0;
}

static gboolean
goes_on (const char *text)
{
  const char *next = g_utf8_next_char (text);

  return get_mark (g_utf8_get_char (text)) != 0 && g_ascii_isdigit (*next);
}

/* Returns: where the number that begins at @text ends. "120.-" is how the Swiss write it. */
static const char *
take_number (Number     *number,
             const char *text)
{
  for (; g_ascii_isdigit (*text) || (*text != '\0' && goes_on (text));
       text = g_utf8_next_char (text))
    g_string_append_c (number->digits,
                       g_ascii_isdigit (*text) ? *text : get_mark (g_utf8_get_char (text)));
  if ((*text == '.' || *text == ',') && text[1] == '-')
    text += 1 + strspn (text + 1, "-");

  return text;
}

/* Words, a number, words; a dash, a number and words more of a range. */
static gboolean
take_apart (Reading    *self,
            const char *text,
            GError    **error)
{
  while (*text != '\0')
    {
      gsize length = strcspn (text, DIGITS);
      g_autofree char *words = g_strstrip (g_strndup (text, length));
      char *dash = self->n_numbers > 0 ? strpbrk (words, "-~") : NULL;

      if (text[length] == '\0')
        return self->n_numbers > 0 ? take_words (self, words, error) : is_no_amount (self, error);
      if (self->n_numbers == 0 && (g_str_has_prefix (words, "-") || g_str_has_suffix (words, "-")))
        return vac_error_refuse (error, _("An amount of pay is not negative."));
      if (self->n_numbers == 2 || (self->n_numbers == 1 && dash == NULL))
        return is_no_amount (self, error);
      if (dash != NULL)
        {
          *dash = '\0';
          if (!take_words (self, g_strstrip (words), error))
            return FALSE;
        }
      /* What is between the dash and the second number is taken as if it came before the first. */
      if (!add_currency_and_unit (self, g_strstrip (dash != NULL ? dash + 1 : words)))
        return is_no_amount (self, error);
      text = take_number (&self->numbers[self->n_numbers++], text + length);
    }

  return self->n_numbers > 0 || is_no_amount (self, error);
}

/* Each of the currencies named must be the same: "$120,000 CAD" is in Canadian dollars. */
static gboolean
is_every_currency (Reading    *self,
                   const char *code)
{
  for (guint i = 0; i < self->n_currencies; i++)
    {
      char found[VAC_CURRENCY_LENGTH];

      if (vac_currency_find (self->currencies[i], self->language, code, found) !=
              VAC_CURRENCY_ONE ||
          !g_str_equal (found, code))
        return FALSE;
    }

  return TRUE;
}

static gboolean
find_currency (Reading *self,
               GError **error)
{
  gboolean clear = self->n_currencies == 0;

  for (guint i = 0; i < self->n_currencies; i++)
    {
      char code[VAC_CURRENCY_LENGTH];

      if (vac_currency_find (self->currencies[i], self->language, self->expected, code) !=
          VAC_CURRENCY_ONE)
        continue;
      clear = TRUE;
      if (is_every_currency (self, code))
        {
          g_strlcpy (self->currency, code, sizeof self->currency);
          return TRUE;
        }
    }
  if (self->n_currencies == 0)
    return TRUE;
  if (clear)
    g_set_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE, _("“%s” names two currencies."),
                 self->quoted);
  else
    g_set_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE,
                 _("“%s” stands for several currencies. Write the code of one, for example CAD."),
                 self->currencies[0]);

  return FALSE;
}

/* Whether the digits before @end are groups of @size set apart by @mark, the last one of three and
 * the first one not longer than @size. */
static gboolean
has_groups_of (const char *text,
               const char *end,
               char        mark,
               gsize       size)
{
  const char *start = text;

  for (const char *p = text; p <= end; p++)
    {
      gsize length = (gsize) (p - start);

      if (p < end && g_ascii_isdigit (*p))
        continue;
      if (p < end && *p != mark)
        return FALSE;
      if (p == end ? length != 3 : start == text ? length == 0 || length > size : length != size)
        return FALSE;
      start = p + 1;
    }

  return TRUE;
}

static gboolean
is_grouped (const char *text,
            const char *end,
            char        mark)
{
  return *text != '0' && (has_groups_of (text, end, mark, 3) || has_groups_of (text, end, mark, 2));
}

typedef enum
{
  MARK_WRONG,
  MARK_UNCLEAR,
  MARK_GROUP,
  MARK_DECIMAL,
} Mark;

/* One mark before exactly three digits. Few currencies have three decimals; of the others the mark
 * sets groups apart, unless the language uses it for decimals and there is no foreign currency to
 * show that it was written in a foreign way. */
static Mark
judge_single_mark (Reading      *self,
                   const Number *number,
                   char          mark)
{
  const char *decimal = self->language != NULL ? vac_money_get_decimal_mark (self->language) : NULL;
  const char *currency = *self->currency != '\0'  ? self->currency
                         : self->expected != NULL ? self->expected
                                                  : "";
  gboolean is_decimal = decimal != NULL ? get_mark (g_utf8_get_char (decimal)) == mark
                                        : number->zeros > 0 && mark == '.';

  if (number->digits->str[0] == '0')
    return MARK_DECIMAL;
  if (number->zeros > 0 || vac_currency_get_digits (currency) == 3)
    return is_decimal ? MARK_DECIMAL : number->zeros > 0 ? MARK_UNCLEAR : MARK_GROUP;
  if (is_decimal &&
      (*self->currency == '\0' || vac_currency_is_at_home (self->currency, self->language)))
    return MARK_UNCLEAR;

  return MARK_GROUP;
}

/* What the last mark of a number is; @last is where. */
static Mark
judge_marks (Reading      *self,
             const Number *number,
             const char  **last)
{
  const char *text = number->digits->str;
  const char *end = text + number->digits->len;
  gboolean other = FALSE;
  guint same = 0;

  *last = NULL;
  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        continue;
      other |= *last != NULL && **last != *p;
      same = *last != NULL && **last == *p ? same + 1 : 1;
      *last = p;
    }

  if (*last == NULL)
    return MARK_GROUP;
  if (**last == ' ' || same > 1)
    return is_grouped (text, end, **last) ? MARK_GROUP : MARK_WRONG;
  if (other)
    return is_grouped (text, *last, text[strcspn (text, " .,")]) ? MARK_DECIMAL : MARK_WRONG;
  if (strlen (*last + 1) == 3 && *last - text <= 3)
    return judge_single_mark (self, number, **last);

  return MARK_DECIMAL;
}

typedef enum
{
  COUNT_EXACT,
  COUNT_TOO_LARGE,
  COUNT_TOO_FINE,
} Count;

/* The exact amount, if it can be held. */
static Count
count (const Number *number,
       const char   *decimal,
       VacMoney     *amount)
{
  gint64 value = 0;
  int decimals = -(int) number->zeros;

  for (const char *p = number->digits->str; *p != '\0'; p++)
    {
      if (!g_ascii_isdigit (*p))
        continue;
      if (__builtin_mul_overflow (value, 10, &value) ||
          __builtin_add_overflow (value, *p - '0', &value))
        return COUNT_TOO_LARGE;
      decimals += decimal != NULL && p > decimal ? 1 : 0;
    }
  for (; decimals > VAC_MONEY_DIGITS; decimals--, value /= 10)
    if (value % 10 != 0)
      return COUNT_TOO_FINE;
  for (; decimals < VAC_MONEY_DIGITS; decimals++)
    if (__builtin_mul_overflow (value, 10, &value))
      return COUNT_TOO_LARGE;
  *amount = value;

  return value <= VAC_MONEY_MAX ? COUNT_EXACT : COUNT_TOO_LARGE;
}

static gboolean
refuse_unclear (Reading      *self,
                const Number *number,
                GError      **error)
{
  VacMoney whole;
  g_autofree char *grouped = NULL;
  g_autofree char *decimal = NULL;

  if (count (&(Number) { number->digits, 0 }, NULL, &whole) != COUNT_EXACT)
    return is_no_amount (self, error);
  grouped = vac_money_format (whole, NULL, self->language);
  decimal = vac_money_format_decimal (whole / VAC_MONEY_ONE / 10, 2, self->language);
  g_set_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE,
               _("“%s” can be read in two ways. Write %s or %s."), self->quoted, grouped, decimal);

  return FALSE;
}

static gboolean
measure (Reading      *self,
         const Number *number,
         VacMoney     *amount,
         GError      **error)
{
  const char *last;
  Mark mark = judge_marks (self, number, &last);

  if (mark == MARK_UNCLEAR)
    return refuse_unclear (self, number, error);
  if (mark == MARK_WRONG)
    return is_no_amount (self, error);
  switch (count (number, mark == MARK_DECIMAL ? last : NULL, amount))
    {
    case COUNT_TOO_LARGE: return vac_error_refuse (error, _("The amount is too large."));
    case COUNT_TOO_FINE:
      return vac_error_refuse (error,
                               _("No currency has more than four decimals. Nothing was rounded."));
    case COUNT_EXACT:
    default:
      return TRUE;
    }
}

/* The "k" of "120-150k" counts for both numbers. */
static gboolean
measure_range (Reading      *self,
               VacMoneyText *result,
               GError      **error)
{
  if (self->numbers[0].zeros == 0 && strlen (self->numbers[0].digits->str) <= 3)
    self->numbers[0].zeros = self->numbers[1].zeros;
  if (!measure (self, &self->numbers[0], &result->low, error) ||
      !measure (self, &self->numbers[1], &result->high, error))
    return FALSE;
  if (result->high < result->low)
    return vac_error_refuse (error, _("The range begins with the greater amount."));

  return TRUE;
}

/**
 * vac_money_read:
 * @text: what a person typed
 * @language: (nullable): BCP 47 tag of the language that they typed it in
 * @currency: (nullable): ISO 4217 code of the currency that an amount without one would have
 * @result: (out): where to put what was read; untouched on failure
 * @error: return location for a sentence
 *
 * Reads an amount, or a range of two, of at most %VAC_MONEY_MAX in any usual spelling: "120000",
 * "120,000", "120 000", "120'000", "180k", "1.2M", "$52,000.00", "EUR 31.500", "CHF 85'000.-",
 * "£12.21 per hour", "120-150k", in the digits of any script. The amount is exact; whether its
 * currency has that many decimals is for the caller to say. Negative amounts, words that are
 * neither a currency nor a period, and what can be read in two ways are refused.
 *
 * Returns: whether @result was set; otherwise the error is %VAC_ERROR_INVALID_VALUE
 */
gboolean
vac_money_read (const char   *text,
                const char   *language,
                const char   *currency,
                VacMoneyText *result,
                GError      **error)
{
  g_autofree char *tidy = NULL;
  g_autofree char *valid = NULL;
  g_autofree char *quoted = NULL;
  Reading reading = { .language = language, .expected = currency };
  VacMoneyText read = { 0 };
  gboolean done;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (result != NULL, FALSE);

  tidy = vac_typed_tidy (text);
  valid = g_strstrip (g_utf8_make_valid (text, -1));
  quoted = vac_quote_shorten (valid);
  reading.quoted = quoted;
  if (tidy == NULL || strlen (tidy) > LONGEST_TEXT)
    return is_no_amount (&reading, error);
  for (guint i = 0; i < G_N_ELEMENTS (reading.numbers); i++)
    reading.numbers[i].digits = g_string_new (NULL);
  done = take_apart (&reading, tidy, error) && find_currency (&reading, error) &&
         (reading.n_numbers == 2 ? measure_range (&reading, &read, error)
                                 : measure (&reading, &reading.numbers[0], &read.low, error));
  if (done)
    {
      read.is_range = reading.n_numbers == 2;
      read.unit = reading.unit;
      g_strlcpy (read.currency, reading.currency, sizeof read.currency);
      *result = read;
    }
  reading_clear (&reading);

  return done;
}

/**
 * vac_money_read_whole:
 * @text: what a person typed
 * @language: (nullable): BCP 47 tag of the language that it was written in
 * @amount: (out): where to put the amount, in whole units; untouched on failure
 *
 * Returns: whether @text is one amount without cents, in any spelling of vac_money_read()
 */
gboolean
vac_money_read_whole (const char *text,
                      const char *language,
                      gint64     *amount)
{
  VacMoneyText read;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (amount != NULL, FALSE);

  if (!vac_money_read (text, language, NULL, &read, NULL) || read.is_range ||
      !vac_money_is_whole (read.low))
    return FALSE;
  *amount = read.low / VAC_MONEY_ONE;

  return TRUE;
}
