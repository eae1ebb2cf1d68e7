/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-guide-facts"

#include "config.h"

#include <string.h>

#include "vac-currency.h"
#include "vac-date.h"
#include "vac-guide-facts.h"
#include "vac-pattern.h"
#include "vac-placeholder.h"
#include "vac-wording.h"

/* What is true of one posting and not of its guide: for each fact that a placeholder stands for,
 * its words become the placeholder again; a text that says any other is no text for a guide. */

#define SHORTEST_NAME 3   /* bytes; "IT" and "TX" are in too many texts */

typedef struct
{
  const VacField *field;      /* nullable: what a placeholder is filled from */
  char           *words;
  char           *in_guide;   /* nullable: what the guide's own job says there */
  VacPattern     *pattern;
} Fact;

struct _VacGuideFacts
{
  const char *language;   /* of the posting; lives as long as that */
  GPtrArray  *fillings;   /* of Fact, the longest first */
  GPtrArray  *others;     /* of Fact */
  GPtrArray  *amounts;    /* digits of the pay */
};

/* What names a place, a day or a person in a text, and nothing else. */
static const VacRole telling[] = {
  VAC_ROLE_EMPLOYER_LEGAL_NAME, VAC_ROLE_EMPLOYER_WEBSITE, VAC_ROLE_REQUISITION,
  VAC_ROLE_LOCATION_STREET, VAC_ROLE_LOCATION_CITY, VAC_ROLE_LOCATION_POSTAL_CODE,
  VAC_ROLE_CONTACT_NAME, VAC_ROLE_CONTACT_EMAIL, VAC_ROLE_CONTACT_PHONE,
  VAC_ROLE_APPLY_URL, VAC_ROLE_APPLY_EMAIL,
  VAC_ROLE_POSTED, VAC_ROLE_CLOSES, VAC_ROLE_START, VAC_ROLE_FILL_BY, VAC_ROLE_CONTRACT_ENDS,
};

static const VacRole pay[] = { VAC_ROLE_PAY_MINIMUM, VAC_ROLE_PAY_MAXIMUM };

static void
fact_free (gpointer data)
{
  Fact *fact = data;

  g_free (fact->words);
  g_free (fact->in_guide);
  vac_pattern_free (fact->pattern);
  g_free (fact);
}

static void
add_fact (VacGuideFacts  *self,
          GPtrArray      *facts,
          const VacField *field,
          const char     *words,
          const char     *in_guide)
{
  Fact *fact = g_new0 (Fact, 1);

  fact->field = field;
  fact->words = g_strdup (words);
  fact->in_guide = g_strdup (in_guide);
  fact->pattern = vac_pattern_new (words, VAC_PATTERN_MATCH_CASE | VAC_PATTERN_WHOLE_WORDS,
                                   self->language);
  g_ptr_array_add (facts, fact);
}

/* Returns: (transfer full) (nullable): what a reader of @document sees for a placeholder */
static char *
fill (VacDocument    *document,
      const VacField *field)
{
  g_autofree char *placeholder = g_strdup_printf ("{{%s}}", field->placeholder);
  g_autofree char *words = vac_wording_fill (document, placeholder, NULL);

  return g_str_equal (words, placeholder) ? NULL : g_steal_pointer (&words);
}

static int
compare_length (gconstpointer a,
                gconstpointer b)
{
  const Fact *left = *(const Fact *const *) a;
  const Fact *right = *(const Fact *const *) b;
  const gsize n_left = strlen (left->words), n_right = strlen (right->words);

  return n_left == n_right ? 0 : n_left > n_right ? -1 : 1;
}

static void
collect_fillings (VacGuideFacts *self,
                  VacDocument   *guide,
                  VacDocument   *posting)
{
  for (guint role = VAC_ROLE_NONE + 1; role < VAC_N_ROLES; role++)
    {
      const VacField *field = vac_schema_get_field (role);
      const gboolean fills = field != NULL && field->placeholder != NULL;
      g_autofree char *words = fills ? fill (posting, field) : NULL;
      g_autofree char *in_guide = fills ? fill (guide, field) : NULL;

      if (words != NULL)
        add_fact (self, self->fillings, field, words, in_guide);
    }
  g_ptr_array_sort (self->fillings, compare_length);
}

static gboolean
is_telling (VacNode *leaf)
{
  for (guint i = 0; i < G_N_ELEMENTS (telling); i++)
    if (vac_node_get_role (leaf) == telling[i])
      return TRUE;

  return FALSE;
}

/* Returns: (transfer full): the value of a leaf as it stands in a text */
static char *
get_words (VacNode    *leaf,
           const char *language)
{
  GDate date;

  return vac_node_get_kind (leaf) == VAC_KIND_DATE &&
                 vac_date_from_iso (vac_node_get_text (leaf), &date)
             ? vac_date_format (&date, language)
             : g_strdup (vac_node_get_text (leaf));
}

static void
collect_words (VacNode    *node,
               const char *language,
               GPtrArray  *words)
{
  if (is_telling (node))
    g_ptr_array_add (words, get_words (node, language));
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    collect_words (vac_node_get_child (node, i), language, words);
}

/* What the guide says of its own job is no secret of the posting's. */
static void
collect_others (VacGuideFacts *self,
                VacDocument   *guide,
                VacDocument   *posting)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) in_guide = g_ptr_array_new_with_free_func (g_free);

  collect_words (vac_document_get (posting, VAC_ROLE_JOB), self->language, words);
  collect_words (vac_document_get (guide, VAC_ROLE_JOB), self->language, in_guide);
  for (guint i = 0; i < words->len; i++)
    {
      const char *own = g_ptr_array_index (words, i);

      if (strlen (own) >= SHORTEST_NAME &&
          !g_ptr_array_find_with_equal_func (in_guide, own, g_str_equal, NULL))
        add_fact (self, self->others, NULL, own, NULL);
    }
}

static char *
get_digits (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);

  return g_string_free (g_steal_pointer (&digits), FALSE);
}

static void
collect_amounts (VacGuideFacts *self,
                 VacDocument   *guide,
                 VacDocument   *posting)
{
  for (guint i = 0; i < G_N_ELEMENTS (pay); i++)
    {
      const char *amount = vac_document_get_text (posting, pay[i]);

      if (strlen (amount) > 1 && !g_str_equal (amount, vac_document_get_text (guide, pay[i])))
        g_ptr_array_add (self->amounts, get_digits (amount));
    }
}

/*
 * vac_guide_facts_new:
 * @guide: a guide
 * @posting: what was made from it; must outlive what is returned
 *
 * Returns: (transfer full): what is true of @posting and not of @guide
 */
VacGuideFacts *
vac_guide_facts_new (VacDocument *guide,
                     VacDocument *posting)
{
  VacGuideFacts *self = g_new0 (VacGuideFacts, 1);

  self->language = vac_document_get_text (posting, VAC_ROLE_LANGUAGE);
  self->fillings = g_ptr_array_new_with_free_func (fact_free);
  self->others = g_ptr_array_new_with_free_func (fact_free);
  self->amounts = g_ptr_array_new_with_free_func (g_free);
  collect_fillings (self, guide, posting);
  collect_others (self, guide, posting);
  collect_amounts (self, guide, posting);

  return self;
}

/*
 * vac_guide_facts_free:
 * @self: (transfer full): facts
 */
void
vac_guide_facts_free (VacGuideFacts *self)
{
  g_ptr_array_unref (self->fillings);
  g_ptr_array_unref (self->others);
  g_ptr_array_unref (self->amounts);
  g_free (self);
}

static gboolean
has_placeholder (const char     *text,
                 const VacField *field)
{
  VacPlaceholder placeholder;

  for (gsize from = 0; vac_placeholder_next (text, from, &placeholder); from = placeholder.end)
    if (placeholder.field == field)
      return TRUE;

  return FALSE;
}

/* Most texts say none of the words. */
static guint
find (const Fact *fact,
      const char *text,
      GArray     *passages)
{
  return strstr (text, fact->words) != NULL ? vac_pattern_find (fact->pattern, text, passages) : 0;
}

static gboolean
is_to_be_hidden (const Fact *fact,
                 const char *before)
{
  return has_placeholder (before, fact->field) ||
         (g_strcmp0 (fact->words, fact->in_guide) != 0 && strstr (before, fact->words) == NULL);
}

/*
 * vac_guide_facts_hide:
 * @text: a text of the posting
 * @before: what the guide says there; may be empty
 *
 * Returns: (transfer full): @text with placeholders where it says what they are filled from
 */
char *
vac_guide_facts_hide (VacGuideFacts *self,
                      const char    *text,
                      const char    *before)
{
  g_autoptr (GString) hidden = g_string_new (text);
  g_autoptr (GArray) passages = g_array_new (FALSE, FALSE, sizeof (VacPassage));

  for (guint i = 0; i < self->fillings->len; i++)
    {
      const Fact *fact = g_ptr_array_index (self->fillings, i);
      g_autofree char *placeholder = g_strdup_printf ("{{%s}}", fact->field->placeholder);

      g_array_set_size (passages, 0);
      if (!is_to_be_hidden (fact, before) || find (fact, hidden->str, passages) == 0)
        continue;
      for (guint j = passages->len; j > 0; j--)
        {
          const VacPassage *passage = &g_array_index (passages, VacPassage, j - 1);

          g_string_erase (hidden, (gssize) passage->start, (gssize) passage->length);
          g_string_insert (hidden, (gssize) passage->start, placeholder);
        }
    }

  return g_string_free (g_steal_pointer (&hidden), FALSE);
}

static gboolean
separates (const char *p)
{
  const gunichar c = g_utf8_get_char (p);

  return c != 0 && (g_unichar_isspace (c) || strchr (".,'", *p) != NULL || c == 0x2019) &&
         g_ascii_isdigit (*g_utf8_next_char (p));
}

/* Returns: how many bytes of a number, with what separates its thousands and its cents */
static gsize
measure_number (const char *text)
{
  const char *p = text;

  while (g_ascii_isdigit (*p) || separates (p))
    p = g_utf8_next_char (p);

  return (gsize) (p - text);
}

/* "120000", "120,000.00" and "120k" */
static gboolean
is_amount (const char *digits,
           const char *amount,
           gboolean    thousands)
{
  const char *const endings[] = { "", "0", "00" };

  if (thousands)
    return g_str_has_prefix (amount, digits) && g_str_equal (amount + strlen (digits), "000");
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_prefix (digits, amount) && g_str_equal (digits + strlen (amount), endings[i]))
      return TRUE;

  return FALSE;
}

static gboolean
names_pay (VacGuideFacts *self,
           const char    *text)
{
  for (const char *p = text + strcspn (text, "0123456789"); *p != '\0';
       p += strcspn (p, "0123456789"))
    {
      const gsize length = measure_number (p);
      g_autofree char *number = g_strndup (p, length);
      g_autofree char *digits = get_digits (number);

      p += length;
      for (guint i = 0; i < self->amounts->len; i++)
        if (is_amount (digits, g_ptr_array_index (self->amounts, i), *p == 'k' || *p == 'K'))
          return TRUE;
    }

  return FALSE;
}

/*
 * vac_guide_facts_find:
 * @text: what the posting says, as vac_guide_facts_hide() left it
 * @before: what the guide says there; may be empty
 *
 * Returns: (transfer full) (nullable): words of @text that are true of the posting alone, empty
 *   for an amount of money; %NULL when a guide can say all of it
 */
char *
vac_guide_facts_find (VacGuideFacts *self,
                      const char    *text,
                      const char    *before)
{
  g_autoptr (GArray) passages = g_array_new (FALSE, FALSE, sizeof (VacPassage));

  for (guint i = 0; i < self->others->len; i++)
    {
      const Fact *fact = g_ptr_array_index (self->others, i);

      if (strstr (before, fact->words) == NULL && find (fact, text, passages) > 0)
        return g_strdup (fact->words);
    }

  /* An amount that the guide says itself, and the same number of times, is its own. */
  return (vac_currency_is_paid_in (text) && !vac_currency_is_paid_in (before)) ||
                 (names_pay (self, text) && !names_pay (self, before))
             ? g_strdup ("") : NULL;
}
