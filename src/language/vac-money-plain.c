/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-money-plain"

#include "config.h"

#include <string.h>

#include "vac-currency.h"
#include "vac-money.h"

/* Amounts as files hold them, and what is exact about them. There is no floating point here. */

#define MOST_EXPONENT 1000   /* beyond it nothing but zero fits */

/* The digits of a number, without the zeros behind them, and where the decimal mark stands. */
typedef struct
{
  gint64   value;
  int      decimals;    /* of @value; negative where zeros are left out */
  gboolean fits;
} Digits;

static void
add_digit (Digits *self,
           char    digit,
           guint  *zeros)
{
  if (digit == '0')
    {
      (*zeros)++;
      return;
    }
  for (; *zeros > 0 && self->fits; (*zeros)--)
    self->fits = !__builtin_mul_overflow (self->value, 10, &self->value);
  self->fits = self->fits && !__builtin_mul_overflow (self->value, 10, &self->value) &&
               !__builtin_add_overflow (self->value, digit - '0', &self->value);
}

/* Reads an exponent, which may be as long as the text. */
static gboolean
take_exponent (const char **text,
               int         *exponent)
{
  gboolean negative = **text == '-';

  *exponent = 0;
  if (**text == '-' || **text == '+')
    (*text)++;
  if (!g_ascii_isdigit (**text))
    return FALSE;
  for (; g_ascii_isdigit (**text); (*text)++)
    *exponent = MIN (*exponent * 10 + (**text - '0'), MOST_EXPONENT);
  if (negative)
    *exponent = -*exponent;

  return TRUE;
}

/* Reads "18", "18.50", "1.85e1". The zeros at the end are counted and not kept. */
static gboolean
take_digits (const char *text,
             Digits     *digits)
{
  guint zeros = 0;
  int behind = 0, exponent = 0;

  *digits = (Digits) { .fits = TRUE };
  if (!g_ascii_isdigit (*text))
    return FALSE;
  for (; g_ascii_isdigit (*text); text++)
    add_digit (digits, *text, &zeros);
  if (*text == '.')
    {
      if (!g_ascii_isdigit (*++text))
        return FALSE;
      for (; g_ascii_isdigit (*text); text++)
        {
          add_digit (digits, *text, &zeros);
          behind = MIN (behind + 1, G_MAXINT / 2);
        }
    }
  if (*text == 'e' || *text == 'E')
    {
      text++;
      if (!take_exponent (&text, &exponent))
        return FALSE;
    }
  digits->decimals = behind - (int) zeros - exponent;

  return *text == '\0';
}

/**
 * vac_money_parse:
 * @text: digits, with a point before decimals: "18", "18.50", "-3"
 * @amount: (out): the amount; untouched on failure
 *
 * Reads an amount as documents hold it, exactly or not at all.
 *
 * Returns: whether @text is a number that a #VacMoney can hold
 */
gboolean
vac_money_parse (const char *text,
                 VacMoney   *amount)
{
  g_return_val_if_fail (text != NULL && amount != NULL, FALSE);

  return strpbrk (text, "eE") == NULL && vac_money_parse_json (text, amount);
}

/**
 * vac_money_parse_json:
 * @text: a number as JSON writes it, also "1.2e5"
 * @amount: (out): the amount; untouched on failure
 *
 * Returns: as vac_money_parse()
 */
gboolean
vac_money_parse_json (const char *text,
                      VacMoney   *amount)
{
  gboolean negative;
  Digits digits;

  g_return_val_if_fail (text != NULL && amount != NULL, FALSE);

  negative = *text == '-';
  if (!take_digits (text + negative, &digits) || !digits.fits)
    return FALSE;
  if (digits.value == 0)
    digits.decimals = VAC_MONEY_DIGITS;
  if (digits.decimals > VAC_MONEY_DIGITS)
    return FALSE;
  for (; digits.decimals < VAC_MONEY_DIGITS; digits.decimals++)
    if (__builtin_mul_overflow (digits.value, 10, &digits.value))
      return FALSE;
  *amount = negative ? -digits.value : digits.value;

  return TRUE;
}

/**
 * vac_money_count_decimals:
 * @amount: an amount, or another number in ten-thousandths
 *
 * Returns: how many digits after the decimal mark it takes to write it exactly
 */
guint
vac_money_count_decimals (VacMoney amount)
{
  guint decimals = VAC_MONEY_DIGITS;

  for (; decimals > 0 && amount % 10 == 0; decimals--)
    amount /= 10;

  return decimals;
}

/**
 * vac_money_decimal_to_text:
 * @number: counted in parts of ten to the power of -@decimals
 * @decimals: how many digits stand after the point, up to 6
 *
 * Returns: (transfer full): the number for other programs, with a sign where it is negative and a
 *   point before the decimals
 */
char *
vac_money_decimal_to_text (gint64 number,
                           guint  decimals)
{
  const guint64 value = number < 0 ? 0 - (guint64) number : (guint64) number;
  const char *sign = number < 0 ? "-" : "";
  guint64 power = 1;

  g_return_val_if_fail (decimals <= 6, NULL);

  for (guint i = 0; i < decimals; i++)
    power *= 10;
  if (decimals == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, value);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, sign, value / power,
                          (int) decimals, value % power);
}

/**
 * vac_money_to_text:
 * @amount: an amount
 *
 * Returns: (transfer full): the amount as a number of JSON without needless digits: "120000",
 *   "18.5". vac_money_parse() reads it back.
 */
char *
vac_money_to_text (VacMoney amount)
{
  const guint decimals = vac_money_count_decimals (amount);

  for (guint i = decimals; i < VAC_MONEY_DIGITS; i++)
    amount /= 10;

  return vac_money_decimal_to_text (amount, decimals);
}

/**
 * vac_money_is_whole:
 * @amount: an amount
 *
 * Returns: whether it has no cents
 */
gboolean
vac_money_is_whole (VacMoney amount)
{
  return amount % VAC_MONEY_ONE == 0;
}

/**
 * vac_money_get_decimals:
 * @amount: an amount
 * @currency: (nullable): ISO 4217 code
 *
 * Of two amounts that stand side by side, both are written with the greater number of digits.
 *
 * Returns: how many digits after the decimal mark it is written with: none for a whole amount, else
 *   those of @currency, or more where it takes more to be exact
 */
guint
vac_money_get_decimals (VacMoney    amount,
                        const char *currency)
{
  if (vac_money_is_whole (amount))
    return 0;

  return MAX (vac_money_count_decimals (amount),
              vac_currency_get_digits (currency != NULL ? currency : ""));
}

/**
 * vac_money_suits:
 * @amount: an amount
 * @currency: (nullable): ISO 4217 code; without one, every amount suits
 *
 * Returns: whether @amount can be paid in @currency: it has no more digits than that
 */
gboolean
vac_money_suits (VacMoney    amount,
                 const char *currency)
{
  return currency == NULL || *currency == '\0' || amount % vac_money_get_step (currency) == 0;
}

/**
 * vac_money_get_step:
 * @currency: (nullable): ISO 4217 code
 *
 * Returns: the smallest amount of @currency: 0.01 of the US dollar, 1 of the yen
 */
VacMoney
vac_money_get_step (const char *currency)
{
  guint digits = vac_currency_get_digits (currency != NULL ? currency : "");
  VacMoney step = VAC_MONEY_ONE;

  for (guint i = 0; i < MIN (digits, VAC_MONEY_DIGITS); i++)
    step /= 10;

  return step;
}
