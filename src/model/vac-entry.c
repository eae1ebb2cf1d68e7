/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-entry"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "vac-code-names.h"
#include "vac-codes.h"
#include "vac-date.h"
#include "vac-entry.h"
#include "vac-error.h"
#include "vac-money-read.h"
#include "vac-money.h"
#include "vac-time.h"

/* What a person types into a field of a document, and what it means there. The forms and the
 * command line both come here, so they understand the same. */

#define FAR_OFF 5   /* years */

/* The two ends of a range. */
static const struct
{
  VacRole low;
  VacRole high;
} ranges[] = {
  { VAC_ROLE_PAY_MINIMUM, VAC_ROLE_PAY_MAXIMUM },
  { VAC_ROLE_NATIONAL_MINIMUM, VAC_ROLE_NATIONAL_MAXIMUM },
  { VAC_ROLE_PLACE_MINIMUM, VAC_ROLE_PLACE_MAXIMUM },
  { VAC_ROLE_LEVEL_FROM, VAC_ROLE_LEVEL_TO },
  { VAC_ROLE_LOCATION_PAY_MINIMUM, VAC_ROLE_LOCATION_PAY_MAXIMUM },
  { VAC_ROLE_GRADE_MINIMUM, VAC_ROLE_GRADE_MAXIMUM },
  { VAC_ROLE_HOURS_MINIMUM, VAC_ROLE_HOURS_MAXIMUM },
};

static const char *const periods[] = {
  [VAC_UNIT_YEAR] = VAC_PERIOD_YEAR,
  [VAC_UNIT_MONTH] = VAC_PERIOD_MONTH,
  [VAC_UNIT_WEEK] = VAC_PERIOD_WEEK,
  [VAC_UNIT_DAY] = VAC_PERIOD_DAY,
  [VAC_UNIT_HOUR] = VAC_PERIOD_HOUR,
};

static void
add_value (VacEntry   *entry,
           VacNode    *node,
           const char *text)
{
  g_assert (entry->n_values < VAC_ENTRY_MOST);

  entry->nodes[entry->n_values] = node;
  entry->texts[entry->n_values++] = g_strdup (text);
}

/* Which currency an amount is in: the salary table's, a place of work's, or else the job's. */
static VacNode *
find_currency (VacDocument *document,
               VacNode     *leaf)
{
  VacNode *location = vac_node_get_ancestor (leaf, VAC_ROLE_LOCATION);

  if (location != NULL)
    return vac_node_get (location, VAC_ROLE_LOCATION_PAY_CURRENCY);

  return vac_document_get (document, vac_node_get_ancestor (leaf, VAC_ROLE_SALARIES) != NULL
                                         ? VAC_ROLE_SALARIES_CURRENCY
                                         : VAC_ROLE_PAY_CURRENCY);
}

/**
 * vac_entry_get_currency:
 * @document: a document
 * @leaf: an amount of money in it
 *
 * A place of work without a currency has that of the job.
 *
 * Returns: (transfer none): the code of the currency that @leaf is in; empty when none is said
 */
const char *
vac_entry_get_currency (VacDocument *document,
                        VacNode     *leaf)
{
  VacNode *currency = find_currency (document, leaf);

  return vac_node_is_empty (currency) &&
                 vac_node_get_role (currency) == VAC_ROLE_LOCATION_PAY_CURRENCY
             ? vac_document_get_text (document, VAC_ROLE_PAY_CURRENCY)
             : vac_node_get_text (currency);
}

static VacNode *
find_period (VacDocument *document,
             VacNode     *leaf)
{
  return vac_document_get (document, vac_node_get_ancestor (leaf, VAC_ROLE_SALARIES) != NULL
                                         ? VAC_ROLE_SALARIES_PERIOD
                                         : VAC_ROLE_PAY_PERIOD);
}

/* Whether other amounts are in it as well, which are not beside @leaf. */
static gboolean
is_shared (VacNode *term,
           VacNode *leaf)
{
  return vac_node_get_parent (term) != vac_node_get_parent (leaf);
}

static const char *
get_period_label (VacNode    *period,
                  const char *id)
{
  const VacChoice *choice = vac_field_find_choice (vac_node_get_field (period), id);

  return choice != NULL ? _(choice->label) : id;
}

/* A currency or period that was typed with the job's own pay becomes the job's. Elsewhere others
 * share it, so there it must be what it is. */
static gboolean
take_terms (VacDocument        *document,
            VacNode            *leaf,
            const VacMoneyText *money,
            VacEntry           *entry,
            GError            **error)
{
  VacNode *currency = find_currency (document, leaf);
  VacNode *period = find_period (document, leaf);
  const char *present = vac_entry_get_currency (document, leaf);
  const char *id = money->unit != VAC_UNIT_NONE ? periods[money->unit] : vac_node_get_text (period);
  gboolean other_currency = *money->currency != '\0' &&
                            !g_str_equal (money->currency, present);
  gboolean other_period = !g_str_equal (id, vac_node_get_text (period));

  if (other_currency && is_shared (currency, leaf) && *present != '\0')
    {
      g_set_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE,
                   _("The amount is in %s, the others are in %s."), money->currency, present);
      return FALSE;
    }
  if (other_period && is_shared (period, leaf) && *vac_node_get_text (period) != '\0')
    {
      g_set_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE,
                   _("The amount is “%s”, the others are “%s”."), get_period_label (period, id),
                   get_period_label (period, vac_node_get_text (period)));
      return FALSE;
    }
  if (other_currency)
    add_value (entry, currency, money->currency);
  if (other_period)
    add_value (entry, period, id);

  return TRUE;
}

/* A level counts in tenths of a percent where it is a share of the range, and not in money. */
static gboolean
is_share (VacNode *leaf)
{
  VacNode *level = vac_node_get_ancestor (leaf, VAC_ROLE_LEVEL);

  return level != NULL &&
         !g_str_equal (vac_node_get_member_text (level, VAC_ROLE_LEVEL_BASIS), VAC_BASIS_AMOUNT);
}

/* Nothing is rounded unasked: an amount that cannot be paid in @currency is refused. What is no
 * money has no currency, and as many decimals as it is written with. */
static gboolean
check_digits (VacNode     *leaf,
              VacMoney     amount,
              const char  *currency,
              GError     **error)
{
  const guint digits = vac_currency_get_digits (currency);

  if (vac_node_get_kind (leaf) == VAC_KIND_DECIMAL)
    return TRUE;
  if (is_share (leaf))
    return vac_money_is_whole (amount) || vac_error_refuse (error, _("The number must be whole."));
  if (vac_money_suits (amount, currency))
    return TRUE;
  if (digits == 0)
    g_set_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE,
                 _("Amounts in %s have no decimals. Nothing was rounded."), currency);
  else
    g_set_error (error, VAC_ERROR, VAC_ERROR_INVALID_VALUE,
                 /* Translators: "Amounts in USD have at most 2 decimals." */
                 ngettext ("Amounts in %s have at most %u decimal. Nothing was rounded.",
                           "Amounts in %s have at most %u decimals. Nothing was rounded.", digits),
                 currency, digits);

  return FALSE;
}

static gboolean
add_amount (VacEntry    *entry,
            VacNode     *leaf,
            VacMoney     amount,
            const char  *currency,
            GError     **error)
{
  g_autofree char *text = vac_money_to_text (amount);

  if (!vac_field_accepts (vac_node_get_field (leaf), text, error) ||
      !check_digits (leaf, amount, currency, error))
    return FALSE;
  add_value (entry, leaf, text);

  return TRUE;
}

static gboolean
add_range (VacEntry           *entry,
           VacNode            *leaf,
           const VacMoneyText *money,
           const char         *currency,
           GError            **error)
{
  VacNode *record = vac_node_get_parent (leaf);
  VacRole role = vac_node_get_role (leaf);

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      if (role == ranges[i].low)
        return add_amount (entry, leaf, money->low, currency, error) &&
               add_amount (entry, vac_node_get (record, ranges[i].high), money->high, currency,
                           error);
      if (role == ranges[i].high)
        return add_amount (entry, leaf, money->high, currency, error) &&
               add_amount (entry, vac_node_get (record, ranges[i].low), money->low, currency,
                           error);
    }

  return vac_error_refuse (error, _("There is room for one amount here."));
}

static gboolean
read_money (VacDocument *document,
            VacNode     *leaf,
            const char  *text,
            VacEntry    *entry,
            GError     **error)
{
  const char *currency = vac_entry_get_currency (document, leaf);
  VacMoneyText money;

  if (!vac_money_read (text, vac_document_get_text (document, VAC_ROLE_LANGUAGE), currency, &money,
                       error))
    return FALSE;
  if (*money.currency != '\0')
    currency = money.currency;
  if (money.is_range ? !add_range (entry, leaf, &money, currency, error)
                     : !add_amount (entry, leaf, money.low, currency, error))
    return FALSE;

  return take_terms (document, leaf, &money, entry, error);
}

/* A number of anything but money, with or without groups, or the two ends of a range of them. */
static gboolean
read_decimal (VacDocument *document,
              VacNode     *leaf,
              const char  *text,
              VacEntry    *entry,
              GError     **error)
{
  VacMoneyText number;

  if (!vac_money_read (text, vac_document_get_text (document, VAC_ROLE_LANGUAGE), NULL, &number,
                       NULL) ||
      *number.currency != '\0' || number.unit != VAC_UNIT_NONE)
    return vac_field_accepts (vac_node_get_field (leaf), text, error) &&
           vac_error_refuse (error, _("This is not a number."));

  return number.is_range ? add_range (entry, leaf, &number, "", error)
                         : add_amount (entry, leaf, number.low, "", error);
}

/* A whole number of anything but money, with or without groups. */
static gboolean
read_integer (VacDocument *document,
              VacNode     *leaf,
              const char  *text,
              VacEntry    *entry,
              GError     **error)
{
  VacMoneyText number;
  g_autofree char *digits = NULL;

  if (!vac_money_read (text, vac_document_get_text (document, VAC_ROLE_LANGUAGE), NULL, &number,
                       NULL) ||
      number.is_range || *number.currency != '\0' || number.unit != VAC_UNIT_NONE)
    return vac_field_accepts (vac_node_get_field (leaf), text, error) &&
           vac_error_refuse (error, _("The number must be whole."));
  if (!vac_money_is_whole (number.low))
    return vac_error_refuse (error, _("The number must be whole."));
  digits = vac_money_to_text (number.low);
  if (!vac_field_accepts (vac_node_get_field (leaf), digits, error))
    return FALSE;
  add_value (entry, leaf, digits);

  return TRUE;
}

/* The languages in which a person may type a value: of the document, of the program, English. */
static void
list_languages (VacDocument *document,
                const char  *languages[4])
{
  languages[0] = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  languages[1] = g_get_language_names ()[0];
  languages[2] = "en";
  languages[3] = NULL;
}

static gboolean
read_date (VacDocument *document,
           VacNode     *leaf,
           const char  *text,
           VacEntry    *entry,
           GError     **error)
{
  const char *languages[4];
  g_autofree char *iso = NULL;
  GDate today, date;

  list_languages (document, languages);
  vac_date_today (&today);
  if (!vac_date_read (text, languages, &today, &date, error))
    return FALSE;
  iso = vac_date_to_iso (&date);
  add_value (entry, leaf, iso);

  return TRUE;
}

static gboolean
read_time (VacDocument *document,
           VacNode     *leaf,
           const char  *text,
           VacEntry    *entry,
           GError     **error)
{
  const char *languages[4];
  g_autofree char *time = NULL;

  list_languages (document, languages);
  time = vac_time_read (text, languages);
  if (!vac_field_accepts (vac_node_get_field (leaf), time != NULL ? time : text, error))
    return FALSE;
  add_value (entry, leaf, time != NULL ? time : text);

  return TRUE;
}

static gboolean
read_currency (VacDocument *document,
               VacNode     *leaf,
               const char  *text,
               VacEntry    *entry,
               GError     **error)
{
  char code[VAC_CURRENCY_LENGTH];

  switch (vac_currency_find (text, vac_document_get_text (document, VAC_ROLE_LANGUAGE), NULL, code))
    {
    case VAC_CURRENCY_ONE:
      add_value (entry, leaf, code);
      return TRUE;
    case VAC_CURRENCY_SEVERAL:
      g_set_error (
          error, VAC_ERROR, VAC_ERROR_INVALID_VALUE,
          _("“%s” stands for several currencies. Write the code of one, for example CAD."), text);
      return FALSE;
    case VAC_CURRENCY_NONE:
    default:
      if (!vac_field_accepts (vac_node_get_field (leaf), text, error))
        return FALSE;
      add_value (entry, leaf, text);
      return TRUE;
    }
}

/* A code is taken as it is, even one that is not assigned; where its letters are a name instead, as
 * "UK" is, that is meant. */
static gboolean
read_code (VacDocument *document,
           VacNode     *leaf,
           VacCodeKind  kind,
           const char  *text,
           VacEntry    *entry,
           GError     **error)
{
  const char *languages[4];
  g_autofree char *known = vac_code_names_get (kind, text, "en");
  const gboolean accepted = vac_field_accepts (vac_node_get_field (leaf), text, error);

  if (accepted && known != NULL && (kind != VAC_CODE_COUNTRY || vac_codes_has_country (text)))
    {
      add_value (entry, leaf, text);
      return TRUE;
    }
  list_languages (document, languages);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *code = vac_code_names_find (kind, text, languages[i]);

      if (code == NULL)
        continue;
      g_clear_error (error);
      add_value (entry, leaf, code);
      return TRUE;
    }
  if (accepted)
    add_value (entry, leaf, text);

  return accepted;
}

/**
 * vac_entry_is_for:
 * @field: the field of a leaf
 *
 * Returns: whether people type its values in other ways than the document holds them
 */
gboolean
vac_entry_is_for (const VacField *field)
{
  VacCodeKind kind;

  g_return_val_if_fail (field != NULL, FALSE);

  return field->kind == VAC_KIND_INTEGER || vac_field_is_decimal (field) ||
         field->kind == VAC_KIND_DATE || field->syntax == VAC_SYNTAX_TIME ||
         vac_field_is_code (field, &kind);
}

/**
 * vac_entry_read:
 * @document: a document
 * @leaf: a leaf in it
 * @text: what a person typed for it
 * @entry: (out caller-allocates): takes what it means; to be cleared with vac_entry_clear()
 * @error: return location for a sentence
 *
 * Understands amounts, dates and times by the language of the document, and codes by their names
 * in that language, that of the program, and English. A range, a currency or a period typed with an
 * amount has values for more leaves than one. Nothing is changed.
 *
 * Returns: whether it means something that the leaf takes; otherwise the error is
 *   %VAC_ERROR_INVALID_VALUE, and @entry is empty
 */
gboolean
vac_entry_read (VacDocument *document,
                VacNode     *leaf,
                const char  *text,
                VacEntry    *entry,
                GError     **error)
{
  const VacField *field;
  VacCodeKind kind;
  gboolean done;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (leaf), FALSE);
  g_return_val_if_fail (text != NULL && entry != NULL, FALSE);

  *entry = (VacEntry) { 0 };
  field = vac_node_get_field (leaf);
  if (*text != '\0' && field->kind == VAC_KIND_MONEY)
    done = read_money (document, leaf, text, entry, error);
  else if (*text != '\0' && field->kind == VAC_KIND_DECIMAL)
    done = read_decimal (document, leaf, text, entry, error);
  else if (*text != '\0' && field->kind == VAC_KIND_INTEGER)
    done = read_integer (document, leaf, text, entry, error);
  else if (*text != '\0' && field->kind == VAC_KIND_DATE)
    done = read_date (document, leaf, text, entry, error);
  else if (*text != '\0' && field->syntax == VAC_SYNTAX_TIME)
    done = read_time (document, leaf, text, entry, error);
  else if (*text != '\0' && field->syntax == VAC_SYNTAX_CURRENCY)
    done = read_currency (document, leaf, text, entry, error);
  else if (*text != '\0' && vac_field_is_code (field, &kind))
    done = read_code (document, leaf, kind, text, entry, error);
  else
    {
      done = vac_field_accepts (field, text, error);
      if (done)
        add_value (entry, leaf, text);
    }
  if (!done)
    vac_entry_clear (entry);

  return done;
}

/**
 * vac_entry_clear:
 * @entry: an entry that vac_entry_read() filled
 */
void
vac_entry_clear (VacEntry *entry)
{
  for (guint i = 0; i < entry->n_values; i++)
    g_free (entry->texts[i]);
  *entry = (VacEntry) { 0 };
}

/**
 * vac_entry_apply:
 * @document: the document that @entry was read for
 * @entry: an entry
 *
 * Sets all of its values in one step.
 *
 * Returns: as vac_document_apply()
 */
gboolean
vac_entry_apply (VacDocument    *document,
                 const VacEntry *entry)
{
  gboolean done = TRUE;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && entry != NULL, FALSE);

  vac_document_begin_step (document, NULL);
  for (guint i = 0; i < entry->n_values; i++)
    done &= vac_document_set_text (document, entry->nodes[i], entry->texts[i]);
  vac_document_end_step (document);

  return done;
}

/**
 * vac_entry_keep:
 * @leaf: a leaf of a document
 * @text: what a person typed for it that vac_entry_read() does not take, or not as one value
 *
 * "1.200" may be refused as unclear, and would be an amount of 1.2 to whoever reads the document. A
 * space behind it keeps it what it is: words that somebody has to look at.
 *
 * Returns: (transfer full): what the document holds for it
 */
char *
vac_entry_keep (VacNode    *leaf,
                const char *text)
{
  VacMoney amount;

  g_return_val_if_fail (VAC_IS_NODE (leaf) && text != NULL, NULL);

  return vac_field_is_decimal (vac_node_get_field (leaf)) && vac_money_parse (text, &amount)
         ? g_strconcat (text, " ", NULL) : g_strdup (text);
}

/**
 * vac_entry_announce:
 * @entry: an entry
 *
 * Returns: (transfer full) (nullable): a sentence that tells which currency or period an amount
 *   brought with it; %NULL for none
 */
char *
vac_entry_announce (const VacEntry *entry)
{
  const char *currency = NULL, *period = NULL;

  g_return_val_if_fail (entry != NULL, NULL);

  for (guint i = 1; i < entry->n_values; i++)
    {
      if (vac_node_get_field (entry->nodes[i])->syntax == VAC_SYNTAX_CURRENCY)
        currency = entry->texts[i];
      else if (vac_node_get_kind (entry->nodes[i]) == VAC_KIND_CHOICE)
        period = get_period_label (entry->nodes[i], entry->texts[i]);
    }
  if (currency != NULL && period != NULL)
    return g_strdup_printf (_("Currency set to %s, period to “%s”"), currency, period);
  if (currency != NULL)
    return g_strdup_printf (_("Currency set to %s"), currency);

  return period != NULL ? g_strdup_printf (_("Period set to “%s”"), period) : NULL;
}

/**
 * vac_entry_show:
 * @document: a document
 * @leaf: a leaf in it
 *
 * Returns: (transfer full): the value of @leaf as a field shows it that nobody types in: numbers
 *   with decimals have the marks of the posting's language, and amounts cents where there are any
 */
char *
vac_entry_show (VacDocument *document,
                VacNode     *leaf)
{
  const char *currency;
  VacMoney amount;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (leaf), NULL);

  if (!vac_field_is_decimal (vac_node_get_field (leaf)) || !vac_node_get_money (leaf, &amount))
    return g_strdup (vac_node_get_text (leaf));
  if (vac_node_get_kind (leaf) == VAC_KIND_DECIMAL)
    return vac_money_format_with (amount, vac_money_count_decimals (amount), NULL,
                                  vac_document_get_text (document, VAC_ROLE_LANGUAGE));
  currency = vac_entry_get_currency (document, leaf);

  return vac_money_format_with (amount, vac_money_get_decimals (amount, currency), NULL,
                                vac_document_get_text (document, VAC_ROLE_LANGUAGE));
}

/**
 * vac_entry_check_digits:
 * @document: a document
 * @leaf: a leaf in it
 * @error: return location for a sentence
 *
 * A file may hold an amount that its currency does not have, such as 18.505 dollars or half a yen,
 * and so may a posting whose currency is changed. It is kept as it is.
 *
 * Returns: whether it is no amount or one that can be paid; otherwise the error is
 *   %VAC_ERROR_INVALID_VALUE
 */
gboolean
vac_entry_check_digits (VacDocument *document,
                        VacNode     *leaf,
                        GError     **error)
{
  VacMoney amount;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (leaf), TRUE);

  return vac_node_get_kind (leaf) != VAC_KIND_MONEY || !vac_node_get_money (leaf, &amount) ||
         check_digits (leaf, amount, vac_entry_get_currency (document, leaf), error);
}

/**
 * vac_entry_explain:
 * @document: a document
 * @leaf: a leaf in it
 *
 * Returns: (transfer full) (nullable): a date in words and in the language of the document, with a
 *   remark where it is past or far off; %NULL for what needs no explanation
 */
char *
vac_entry_explain (VacDocument *document,
                   VacNode     *leaf)
{
  g_autofree char *words = NULL;
  GDate today, date;
  int year, month, day;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (leaf), NULL);

  if (vac_node_get_kind (leaf) != VAC_KIND_DATE ||
      !vac_field_accepts (vac_node_get_field (leaf), vac_node_get_text (leaf), NULL) ||
      sscanf (vac_node_get_text (leaf), "%4d-%2d-%2d", &year, &month, &day) != 3)
    return NULL;

  vac_date_today (&today);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, month, (GDateYear) year);
  words = vac_date_describe (&date, vac_document_get_text (document, VAC_ROLE_LANGUAGE));
  if (vac_node_get_role (leaf) == VAC_ROLE_CLOSES && g_date_compare (&date, &today) < 0)
    return g_strdup_printf (_("%s. This day is past."), words);
  if (ABS (year - (int) g_date_get_year (&today)) > FAR_OFF)
    return g_strdup_printf (_("%s. This is many years away."), words);

  return g_steal_pointer (&words);
}
