/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-pay-table"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-date.h"
#include "vac-error.h"
#include "vac-json.h"
#include "vac-pay-law-private.h"

/* Reads a table of laws on pay in postings. Ours and those of users are read alike, and a mistake
 * is told with its place. Members that are not known are passed over. */

#define NO_VALUE 0   /* the root is no member, so that its index is free */

/* Of the id of a rule, which becomes a part of those of findings. */
#define ID_CHARACTERS "abcdefghijklmnopqrstuvwxyz0123456789-"

/* The first mistake ends the reading: whoever asks for more gets empty values. */
typedef struct
{
  VacJson            *json;
  const VacJsonToken *tokens;
  const char         *as_of;
  GError            **error;
  gboolean            failed;
} Reader;

static const char *const duties[] = {
  [VAC_PAY_DUTY_RANGE] = "range",
  [VAC_PAY_DUTY_MINIMUM] = "minimum",
  [VAC_PAY_DUTY_BOTH_ENDS] = "both-ends",
  [VAC_PAY_DUTY_WIDTH] = "width",
  [VAC_PAY_DUTY_BEFORE_INTERVIEW] = "before-interview",
  [VAC_PAY_DUTY_BENEFITS] = "benefits",
  [VAC_PAY_DUTY_OTHER_PAY] = "other-pay",
  [VAC_PAY_DUTY_DEADLINE] = "deadline",
  [VAC_PAY_DUTY_HOW_TO_APPLY] = "how-to-apply",
  [VAC_PAY_DUTY_AI] = "ai-use",
  [VAC_PAY_DUTY_VACANCY] = "vacancy",
  NULL
};

static const char *const statuses[] = {
  [VAC_PAY_IN_FORCE] = "in-force",
  [VAC_PAY_DIRECTIVE] = "directive",
  [VAC_PAY_PASSED] = "passed",
  [VAC_PAY_NOT_PROCLAIMED] = "not-proclaimed",
  [VAC_PAY_ON_REQUEST] = "on-request",
  [VAC_PAY_NO_RULE] = "none",
  NULL
};

static const char *const counted[] = {
  [VAC_PAY_COUNTS_EMPLOYEES] = "employees",
  [VAC_PAY_COUNTS_WORKERS] = "workers",
  [VAC_PAY_COUNTS_THERE] = "there",
  NULL
};

static const char *const remote[] = {
  [VAC_PAY_REMOTE_YES] = "yes",
  [VAC_PAY_REMOTE_IF] = "if",
  [VAC_PAY_REMOTE_UNCLEAR] = "unclear",
  [VAC_PAY_REMOTE_NO] = "no",
  [VAC_PAY_REMOTE_NONE] = "none",
  NULL
};

static const char *const confidences[] = {
  [VAC_PAY_CONFIDENCE_HIGH] = "high",
  [VAC_PAY_CONFIDENCE_MEDIUM] = "medium",
  [VAC_PAY_CONFIDENCE_LOW] = "low",
  NULL
};

static const char *const bases[] = {
  [VAC_PAY_BASIS_LAW] = "law",
  [VAC_PAY_BASIS_AGENCY] = "agency",
  [VAC_PAY_BASIS_PROPOSED] = "proposed",
  NULL
};

static const char *const word_names[VAC_N_PAY_WORDS] = {
  [VAC_PAY_WORDS_BENEFITS] = "benefits",
  [VAC_PAY_WORDS_OTHER_PAY] = "otherPay",
  [VAC_PAY_WORDS_DEADLINE] = "deadline",
  [VAC_PAY_WORDS_AI] = "ai",
  [VAC_PAY_WORDS_SELECTION] = "selection",
  [VAC_PAY_WORDS_VACANCY] = "vacancy",
};

/**
 * vac_pay_duty_get_id:
 * @duty: a duty
 *
 * Returns: its name in the table and at the end of the ids of findings
 */
const char *
vac_pay_duty_get_id (VacPayDuty duty)
{
  g_return_val_if_fail (duty < VAC_N_PAY_DUTIES, NULL);

  return duties[duty];
}

static void
fail (Reader     *self,
      guint       value,
      const char *sentence)
{
  guint line, column;

  if (self->failed)
    return;
  self->failed = TRUE;
  vac_json_get_position (self->json, value, &line, &column);
  vac_error_set_at (self->error, VAC_ERROR_FORMAT, line, column, sentence);
}

static gboolean
expect (Reader      *self,
        guint        value,
        VacJsonType  type,
        const char  *sentence)
{
  if (self->failed)
    return FALSE;
  if (self->tokens[value].type == type)
    return TRUE;
  fail (self, value, sentence);

  return FALSE;
}

static gboolean
expect_object (Reader *self,
               guint   value)
{
  return expect (self, value, VAC_JSON_OBJECT, _("An object in braces must stand here."));
}

static gboolean
expect_list (Reader *self,
             guint   value)
{
  return expect (self, value, VAC_JSON_ARRAY, _("A list in brackets must stand here."));
}

static gboolean
expect_text (Reader *self,
             guint   value)
{
  return expect (self, value, VAC_JSON_STRING, _("A text in quotes must stand here."));
}

/* @object is one. Names and values alternate. */
static guint
get (Reader     *self,
     guint       object,
     const char *name)
{
  for (guint i = object + 1; i < self->tokens[object].next; i = self->tokens[i + 1].next)
    if (vac_json_string_equals (self->json, i, name))
      return i + 1;

  return NO_VALUE;
}

static guint
require (Reader     *self,
         guint       object,
         const char *name)
{
  const guint value = get (self, object, name);
  g_autofree char *sentence = NULL;

  if (value != NO_VALUE)
    return value;
  sentence = g_strdup_printf (_("The member “%s” is missing."), name);
  fail (self, object, sentence);

  return NO_VALUE;
}

/* Returns: (transfer full): the text, empty when there is none */
static char *
read_text (Reader     *self,
           guint       object,
           const char *name)
{
  const guint value = get (self, object, name);

  if (value == NO_VALUE || !expect_text (self, value))
    return g_strdup ("");

  return vac_json_dup_string (self->json, value);
}

static char *
read_date (Reader     *self,
           guint       object,
           const char *name)
{
  g_autofree char *text = read_text (self, object, name);
  GDate date;

  if (*text != '\0' && !vac_date_from_iso (text, &date))
    fail (self, get (self, object, name), _("A date such as 2026-01-31 must stand here."));

  return g_steal_pointer (&text);
}

static gint64
read_number (Reader     *self,
             guint       object,
             const char *name)
{
  const guint value = get (self, object, name);
  gint64 number = 0;

  if (value == NO_VALUE || self->failed)
    return 0;
  if (!vac_json_get_integer (self->json, value, &number) || number < 0 || number > G_MAXINT32)
    fail (self, value, _("A whole number must stand here."));

  return number;
}

static gboolean
read_toggle (Reader     *self,
             guint       object,
             const char *name)
{
  const guint value = get (self, object, name);
  const VacJsonType type = self->tokens[value].type;

  if (value == NO_VALUE)
    return FALSE;
  if (type != VAC_JSON_TRUE && type != VAC_JSON_FALSE)
    fail (self, value, _("Either true or false must stand here."));

  return type == VAC_JSON_TRUE;
}

/* Returns: which of @words the member is, @otherwise when it is not there */
static guint
read_word (Reader            *self,
           guint              object,
           const char        *name,
           const char *const *words,
           guint              otherwise)
{
  const guint value = get (self, object, name);
  g_autofree char *list = NULL;
  g_autofree char *sentence = NULL;

  if (value == NO_VALUE || self->failed)
    return otherwise;
  for (guint i = 0; words[i] != NULL; i++)
    if (self->tokens[value].type == VAC_JSON_STRING &&
        vac_json_string_equals (self->json, value, words[i]))
      return i;

  list = g_strjoinv (", ", (char **) words);
  sentence = g_strdup_printf (_("One of these words must stand here: %s."), list);
  fail (self, value, sentence);

  return otherwise;
}

/* Returns: (transfer full): the texts of a list; none when it is not there */
static char **
read_texts (Reader     *self,
            guint       object,
            const char *name)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  const guint list = get (self, object, name);

  if (list != NO_VALUE && expect_list (self, list))
    for (guint i = list + 1; i < self->tokens[list].next; i = self->tokens[i].next)
      if (expect_text (self, i))
        {
          g_autofree char *text = vac_json_dup_string (self->json, i);

          g_strv_builder_add (texts, text);
        }

  return g_strv_builder_end (texts);
}

/* Texts by the language that they are in. */
static GHashTable *
read_languages (Reader     *self,
                guint       object,
                const char *name)
{
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const guint member = get (self, object, name);

  if (member != NO_VALUE && expect_object (self, member))
    for (guint i = member + 1; i < self->tokens[member].next; i = self->tokens[i + 1].next)
      if (expect_text (self, i + 1))
        g_hash_table_insert (texts, vac_json_dup_string (self->json, i),
                             vac_json_dup_string (self->json, i + 1));

  return texts;
}

static void
free_demand (VacPayDemand *demand)
{
  g_free (demand->since);
  g_free (demand->law);
  g_free (demand->source);
  g_free (demand->currency);
  g_free (demand);
}

static void
clear_rule (VacPayRule *rule)
{
  g_free (rule->id);
  g_hash_table_unref (rule->names);
  g_hash_table_unref (rule->notes);
  g_strfreev (rule->countries);
  g_strfreev (rule->regions);
  g_strfreev (rule->cities);
  g_free (rule->law);
  g_free (rule->since);
  g_free (rule->enforced);
  g_free (rule->exempt_currency);
  g_ptr_array_unref (rule->demands);
  g_strfreev (rule->sources);
  g_free (rule->as_of);
}

static void
unref_rule (VacPayRule *rule)
{
  g_atomic_rc_box_release_full (rule, (GDestroyNotify) clear_rule);
}

static void
take_over (char      **text,
           const char *otherwise)
{
  if (**text != '\0')
    return;
  g_free (*text);
  *text = g_strdup (otherwise);
}

/* What a demand does not say itself is that of its rule. */
static void
read_demand (Reader     *self,
             guint       value,
             VacPayRule *rule)
{
  VacPayDemand *demand;

  if (!expect_object (self, value))
    return;
  require (self, value, "what");
  demand = g_new0 (VacPayDemand, 1);
  demand->duty = read_word (self, value, "what", duties, VAC_PAY_DUTY_RANGE);
  demand->confidence = read_word (self, value, "confidence", confidences, rule->confidence);
  demand->basis = read_word (self, value, "basis", bases, VAC_PAY_BASIS_LAW);
  demand->since = read_date (self, value, "since");
  demand->law = read_text (self, value, "law");
  demand->source = read_text (self, value, "source");
  demand->percent = read_number (self, value, "percent");
  demand->amount = read_number (self, value, "amount");
  demand->currency = read_text (self, value, "currency");
  if (*demand->law == '\0' && *demand->source == '\0')
    take_over (&demand->source, rule->sources[0]);
  take_over (&demand->since, rule->since);
  take_over (&demand->law, rule->law);
  g_ptr_array_add (rule->demands, demand);
}

static void
check_id (Reader     *self,
          guint       object,
          VacPayRule *rule,
          GPtrArray  *rules)
{
  const guint value = require (self, object, "id");

  if (value == NO_VALUE)
    return;
  if (*rule->id == '\0' || rule->id[strspn (rule->id, ID_CHARACTERS)] != '\0')
    fail (self, value, _("An id is made of small letters, digits, and hyphens."));
  for (guint i = 0; i < rules->len; i++)
    if (g_str_equal (((VacPayRule *) g_ptr_array_index (rules, i))->id, rule->id))
      fail (self, value, _("Another rule has the same id."));
}

static void
read_exemption (Reader     *self,
                guint       object,
                VacPayRule *rule)
{
  const guint value = get (self, object, "exemptAbove");

  if (value == NO_VALUE || !expect_object (self, value))
    return;
  rule->exempt_above = read_number (self, value, "amount");
  rule->exempt_currency = read_text (self, value, "currency");
}

static void
read_rule (Reader    *self,
           guint      value,
           GPtrArray *rules)
{
  VacPayRule *rule;
  guint countries, list;

  if (!expect_object (self, value))
    return;
  rule = g_atomic_rc_box_new0 (VacPayRule);
  rule->demands = g_ptr_array_new_with_free_func ((GDestroyNotify) free_demand);
  rule->id = read_text (self, value, "id");
  rule->names = read_languages (self, value, "name");
  rule->notes = read_languages (self, value, "note");
  rule->countries = read_texts (self, value, "countries");
  rule->regions = read_texts (self, value, "regions");
  rule->cities = read_texts (self, value, "cities");
  rule->law = read_text (self, value, "law");
  rule->status = read_word (self, value, "status", statuses, VAC_PAY_IN_FORCE);
  rule->since = read_date (self, value, "since");
  rule->enforced = read_date (self, value, "enforced");
  rule->employees = read_number (self, value, "employees");
  rule->counted = read_word (self, value, "counted", counted, VAC_PAY_COUNTS_EMPLOYEES);
  rule->someone_there = read_toggle (self, value, "someoneThere");
  rule->remote = read_word (self, value, "remote", remote, VAC_PAY_REMOTE_UNCLEAR);
  rule->confidence = read_word (self, value, "confidence", confidences, VAC_PAY_CONFIDENCE_LOW);
  rule->sources = read_texts (self, value, "sources");
  rule->as_of = g_strdup (self->as_of);
  read_exemption (self, value, rule);
  check_id (self, value, rule, rules);
  countries = require (self, value, "countries");
  if (countries != NO_VALUE && rule->countries[0] == NULL)
    fail (self, countries, _("A rule needs a country."));
  g_ptr_array_add (rules, rule);

  list = get (self, value, "requires");
  if (list != NO_VALUE && expect_list (self, list))
    for (guint i = list + 1; i < self->tokens[list].next; i = self->tokens[i].next)
      read_demand (self, i, rule);
}

static void
free_words (char ***words)
{
  for (guint i = 0; i < VAC_N_PAY_WORDS; i++)
    g_strfreev (words[i]);
  g_free (words);
}

static void
read_words (Reader     *self,
            guint       object,
            GHashTable *words)
{
  if (!expect_object (self, object))
    return;
  for (guint i = object + 1; i < self->tokens[object].next; i = self->tokens[i + 1].next)
    {
      char ***of_language;

      if (!expect_object (self, i + 1))
        return;
      of_language = g_new0 (char **, VAC_N_PAY_WORDS);
      for (guint j = 0; j < VAC_N_PAY_WORDS; j++)
        {
          of_language[j] = read_texts (self, i + 1, word_names[j]);
          for (guint k = 0; of_language[j][k] != NULL; k++)
            {
              g_autofree char *text = g_steal_pointer (&of_language[j][k]);

              of_language[j][k] = g_utf8_casefold (text, -1);
            }
        }
      g_hash_table_insert (words, vac_json_dup_string (self->json, i), of_language);
    }
}

/*
 * vac_pay_table_read:
 * @bytes: the contents of a file
 * @error: return location for an error with its place, %VAC_ERROR_SYNTAX or %VAC_ERROR_FORMAT
 *
 * Returns: (transfer full) (nullable): the table that it holds
 */
VacPayTable *
vac_pay_table_read (GBytes  *bytes,
                    GError **error)
{
  g_autoptr (VacJson) json = vac_json_parse (bytes, error);
  g_autoptr (VacPayTable) table = NULL;
  Reader self = { .json = json, .error = error };
  guint list, words;

  if (json == NULL)
    return NULL;
  self.tokens = vac_json_get_tokens (json, NULL);

  table = g_new0 (VacPayTable, 1);
  table->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) unref_rule);
  table->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) free_words);
  table->as_of = read_date (&self, 0, "asOf");
  self.as_of = table->as_of;
  list = require (&self, 0, "rules");
  if (list != NO_VALUE && expect_list (&self, list))
    for (guint i = list + 1; i < self.tokens[list].next; i = self.tokens[i].next)
      read_rule (&self, i, table->rules);
  words = get (&self, 0, "words");
  if (words != NO_VALUE)
    read_words (&self, words, table->words);

  return self.failed ? NULL : g_steal_pointer (&table);
}

/*
 * vac_pay_table_free:
 * @self: (transfer full): a table
 */
void
vac_pay_table_free (VacPayTable *self)
{
  g_ptr_array_unref (self->rules);
  g_hash_table_unref (self->words);
  g_free (self->as_of);
  g_free (self);
}
