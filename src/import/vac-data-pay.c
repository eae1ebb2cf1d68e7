/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-data-pay"

#include "config.h"

#include "vac-codes.h"
#include "vac-data-pay.h"
#include "vac-phrase.h"

/**
 * vac_take_single_pay:
 *
 * Takes an amount that is both ends of the range, unless one of them is known.
 */
void
vac_take_single_pay (VacSource       *source,
                     guint            value,
                     const VacMember *member,
                     guint            index)
{
  static const VacRole roles[] = { VAC_ROLE_PAY_MINIMUM, VAC_ROLE_PAY_MAXIMUM };

  if (vac_source_is (source, value, VAC_JSON_OBJECT) ||
      source->given[roles[0]] > 0 || source->given[roles[1]] > 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const VacMember end = { .role = roles[i] };

      vac_take_number (source, value, &end, index);
    }
}

/**
 * vac_data_pay_get_amount:
 * @source: the data
 * @object: a range
 * @name: a member of it
 *
 * Returns: the amount that the member holds as a number or in digits, or 0
 */
VacMoney
vac_data_pay_get_amount (VacSource  *source,
                         guint       object,
                         const char *name)
{
  g_autofree char *text = vac_source_dup_member (source, object, name);
  VacMoney amount;

  return text != NULL && vac_money_parse (text, &amount) && amount > 0 ? amount : 0;
}

static char *
format (VacSource        *source,
        VacMoney          amount,
        const VacDataPay *pay)
{
  if (pay->currency == NULL || !vac_codes_has_currency (pay->currency))
    return vac_money_to_text (amount);

  return vac_money_format (amount, pay->currency, vac_source_get_language (source));
}

/**
 * vac_data_pay_add_paragraph:
 * @source: the data
 * @pay: one of several ranges, none of which is that of the job
 * @value: where it was read
 *
 * Adds the range as a text, which names what it is for.
 */
void
vac_data_pay_add_paragraph (VacSource        *source,
                            const VacDataPay *pay,
                            guint             value)
{
  g_autofree char *minimum = format (source, pay->minimum, pay);
  g_autofree char *maximum = format (source, pay->maximum, pay);
  g_autofree char *path = vac_source_dup_path (source, value);
  g_autoptr (GString) text = g_string_new (NULL);
  VacDraftPart part = { .kind = VAC_DRAFT_PARAGRAPH, .label = (char *) pay->title,
                        .origin = path };

  if (pay->minimum > 0)
    g_string_append (text, minimum);
  if (pay->maximum > 0 && pay->maximum != pay->minimum)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " – " : "", maximum);
  if (text->len == 0)
    return;
  if (pay->currency != NULL && !vac_codes_has_currency (pay->currency))
    g_string_append_printf (text, " %s", pay->currency);
  if (pay->period != NULL)
    g_string_append_printf (text, " / %s", pay->period);
  part.text = text->str;
  vac_draft_add (source->draft, &part);
}
