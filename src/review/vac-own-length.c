/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-own-length"

#include "config.h"

#include <string.h>

#include "vac-own-length.h"
#include "vac-token.h"

/* How long a posting is beside others that the same people wrote for like jobs. */

/* Whether a word behind the title only numbers it: "II", "B", "m". */
static gboolean
is_number (const char *word,
           gsize       length)
{
  return length == 1 || strspn (word, "IVX") >= length;
}

/* "Engineer" of "Senior Machine Learning Engineer II (m/w/d)", "Entwickler" of "Entwickler/in": the
 * last word before what is beside the title. */
static char *
find_occupation (const char *title)
{
  g_autoptr (GArray) tokens = vac_token_list_new (title);
  char *occupation = NULL;
  gboolean joined = FALSE;

  for (guint i = 0; i < tokens->len; i++)
    {
      const VacToken *token = &g_array_index (tokens, VacToken, i);
      const gsize length = token->end - token->start;

      if (token->kind == VAC_TOKEN_BREAK || vac_token_is_sign (token, "([,;:/|*–—") ||
          (vac_token_is_sign (token, "-") && !joined))
        break;
      joined = token->kind == VAC_TOKEN_WORD;
      if (!joined || is_number (title + token->start, length))
        continue;
      g_free (occupation);
      occupation = g_strndup (title + token->start, length);
    }

  return occupation != NULL ? occupation : g_strdup ("");
}

static char *
make_family (const char *language,
             const char *occupation)
{
  g_autofree char *folded = g_utf8_casefold (occupation, -1);
  g_autofree char *tag = g_ascii_strdown (language, (gssize) strcspn (language, "-"));

  return *occupation != '\0' ? g_strdup_printf ("%s %s", tag, folded) : g_strdup ("");
}

/**
 * vac_own_posting_new:
 * @document: a posting
 * @measure: its measures
 *
 * Returns: (transfer full): what others can be compared with
 */
VacOwnPosting *
vac_own_posting_new (VacDocument      *document,
                     const VacMeasure *measure)
{
  VacOwnPosting *self;
  const char *title;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && measure != NULL, NULL);

  self = g_atomic_rc_box_new0 (VacOwnPosting);
  title = vac_document_get_text (document, VAC_ROLE_JOB_TITLE);
  self->occupation = find_occupation (title);
  self->family = make_family (vac_document_get_text (document, VAC_ROLE_LANGUAGE),
                              self->occupation);
  self->words = measure->words;
  self->title_characters = (guint) g_utf8_strlen (title, -1);

  return self;
}

/**
 * vac_own_posting_ref:
 * @self: what is kept of a posting
 *
 * Any thread may hold one.
 *
 * Returns: (transfer full): @self
 */
VacOwnPosting *
vac_own_posting_ref (VacOwnPosting *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  VacOwnPosting *self = data;

  g_free (self->family);
  g_free (self->occupation);
}

/**
 * vac_own_posting_unref:
 * @self: (transfer full): what is kept of a posting
 */
void
vac_own_posting_unref (VacOwnPosting *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * vac_own_posting_compare:
 * @self: a posting
 * @others: (element-type VacOwnPosting): others of the same people, of any family
 * @comparison: (out): how long it is beside those of its family
 *
 * Returns: whether there are enough of its family to say something
 */
gboolean
vac_own_posting_compare (const VacOwnPosting *self,
                         GPtrArray           *others,
                         VacOwnComparison    *comparison)
{
  g_return_val_if_fail (self != NULL && others != NULL && comparison != NULL, FALSE);

  *comparison = (VacOwnComparison) { 0 };
  for (guint i = 0; i < others->len && *self->family != '\0'; i++)
    {
      const VacOwnPosting *other = g_ptr_array_index (others, i);

      if (!g_str_equal (other->family, self->family))
        continue;
      comparison->n_postings++;
      comparison->n_shorter += other->words < self->words;
      comparison->n_longer += other->words > self->words;
      comparison->n_shorter_titles += other->title_characters < self->title_characters;
      comparison->n_longer_titles += other->title_characters > self->title_characters;
    }

  return comparison->n_postings >= VAC_OWN_LEAST;
}
