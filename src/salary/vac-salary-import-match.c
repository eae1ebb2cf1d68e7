/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-import-match"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "vac-place-index.h"
#include "vac-salary-import-private.h"

/* What the rows of a table mean for one posting. */

/* Figures this many times below or above those of the posting are of another kind: of another
 * period, of another currency, or no pay. A week's pay is 4.3 times less than a month's. */
#define FAR 4

static void
widen (VacPayRange *span,
       VacMoney     minimum,
       VacMoney     maximum)
{
  if (minimum > 0 && (span->minimum == 0 || minimum < span->minimum))
    span->minimum = minimum;
  span->maximum = MAX (span->maximum, maximum);
}

static void
widen_by_record (VacPayRange *span,
                 VacNode     *record,
                 VacRole      minimum_role,
                 VacRole      maximum_role)
{
  VacMoney minimum, maximum;

  vac_node_get_member_money (record, minimum_role, &minimum);
  vac_node_get_member_money (record, maximum_role, &maximum);
  widen (span, MAX (minimum, 0), MAX (maximum, 0));
}

static VacPayRange
get_span (VacDocument *document)
{
  VacNode *list = vac_document_get (document, VAC_ROLE_PLACES);
  VacPayRange span = { 0, 0 };

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    if (vac_node_get_kind (vac_node_get_child (list, i)) == VAC_KIND_RECORD)
      widen_by_record (&span, vac_node_get_child (list, i), VAC_ROLE_PLACE_MINIMUM,
                       VAC_ROLE_PLACE_MAXIMUM);
  widen_by_record (&span, vac_document_get (document, VAC_ROLE_NATIONAL),
                   VAC_ROLE_NATIONAL_MINIMUM, VAC_ROLE_NATIONAL_MAXIMUM);

  return span;
}

static gboolean
is_far (const VacPayRange *span,
        const VacPayRange *range)
{
  return vac_pay_range_is_known (range) && span->minimum > 0 && span->maximum > 0 &&
         (range->maximum < span->minimum / FAR || range->minimum / FAR > span->maximum);
}

/* Amounts are never converted into another currency: that they are in one stands in the note. */
static void
note_currency (VacSalaryImportResult *result,
               VacSalaryImportPlace  *place)
{
  const char *said = place->currency != NULL ? place->currency : result->foreign;
  g_autofree char *text = NULL;
  char *note;

  if (said == NULL || !vac_salary_import_has_pay (place) ||
      (result->currency != NULL && vac_import_currency_is (said, result->currency)))
    return;
  place->doubts |= VAC_SALARY_IMPORT_FOREIGN;
  text = g_strdup_printf (_("amounts in %s"), vac_import_currency_get_code (said));
  note = *place->note != '\0' ? g_strconcat (place->note, "; ", text, NULL)
                              : g_steal_pointer (&text);
  g_free (place->note);
  place->note = note;
}

static void
match_currency (VacSalaryImportResult *result,
                VacSalaryImport       *import)
{
  const VacSalaryImportSettings *settings = &import->settings;
  const char *own = import->assumed_currency;

  if (import->is_free && settings->currency_reason != VAC_SALARY_IMPORT_ASSUMED)
    own = settings->currency;
  result->currency = *own != '\0' ? g_strdup (own) : NULL;
  if (*own != '\0' && *settings->currency != '\0' && !g_str_equal (own, settings->currency))
    result->foreign = g_strdup (settings->currency);
}

/**
 * vac_salary_import_result_match:
 * @result: what an import found
 * @import: the import
 * @document: the posting
 *
 * Proposes for each place which one of @document it is: the one with that name, else the only one
 * that is named after the first city of a metro area. A place of the posting is proposed once, for
 * the first row that fits. What is repeated, lies far outside of the posting's figures or is in
 * another currency is not chosen, and says why. To be called once.
 */
void
vac_salary_import_result_match (VacSalaryImportResult *result,
                                VacSalaryImport       *import,
                                VacDocument           *document)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (VacPlaceIndex) places = NULL;

  g_return_if_fail (result != NULL);
  g_return_if_fail (import != NULL);
  g_return_if_fail (VAC_IS_DOCUMENT (document));

  places = vac_place_index_new (document);
  result->span = get_span (document);
  match_currency (result, import);
  g_free (result->editions);
  result->editions = vac_import_list_editions (document, import);
  for (guint i = 0; i < result->places->len; i++)
    {
      VacSalaryImportPlace *place = g_ptr_array_index (result->places, i);
      VacPayRange whole;
      VacNode *target;

      if (place->problem != NULL)
        continue;
      target = place->is_nation ? NULL : vac_place_index_find (places, place->name);
      if (target != NULL && !g_hash_table_add (taken, target))
        target = NULL;
      g_set_object (&place->target, target);
      whole = vac_import_get_whole (place, &place->range);
      if (is_far (&result->span, &whole))
        place->doubts |= VAC_SALARY_IMPORT_FAR;
      note_currency (result, place);
      place->chosen = place->doubts == 0;
    }
}

/* The words without an "s" at the end, which makes a plural in every language of the surveys. */
static GStrv
split_stems (const char *text)
{
  GStrv words = vac_import_split_words (text);

  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) > 3 && g_str_has_suffix (words[i], "s"))
      words[i][strlen (words[i]) - 1] = '\0';

  return words;
}

static guint
count_common (GStrv a,
              GStrv b)
{
  guint n = 0;

  for (guint i = 0; a[i] != NULL; i++)
    n += g_strv_contains ((const char *const *) b, a[i]);

  return n;
}

typedef struct
{
  const VacSalaryImportOccupation *occupation;
  guint                            score;
} Scored;

static int
compare_scored (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const Scored *left = a;
  const Scored *right = b;

  return (int) right->score - (int) left->score;
}

/* How many digits two codes begin with in common. */
static guint
count_digits (const char *a,
              const char *b)
{
  guint n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;

  return n > 1 ? n : 0;
}

#define CERTAIN 100000

static guint
score_occupation (const VacSalaryImportOccupation *occupation,
                  const char                      *wanted,
                  GStrv                            stems,
                  GStrv                            codes)
{
  const char *title = *occupation->title != '\0' ? occupation->title : occupation->code;
  g_autofree char *head = g_strndup (title, strcspn (title, ",("));
  g_auto (GStrv) all = split_stems (title);
  g_auto (GStrv) first = split_stems (head);
  guint n_common = count_common (all, stems);

  for (guint i = 0; codes[i] != NULL; i++)
    if (vac_import_is_same_code (codes[i], occupation->code))
      return CERTAIN + 2000 - i;
  if (first[0] != NULL && count_common (first, stems) == g_strv_length (first))
    return CERTAIN + 100 * n_common;

  return 1000 * n_common / MAX (g_strv_length (all), 1) + 100 * n_common +
         10 * count_digits (occupation->code, wanted);
}

/**
 * vac_salary_import_rank_occupations:
 * @result: what an import found
 * @wanted: the title of a job, or the title or the code of an occupation
 * @is_sure: (out) (optional): whether the first one is certainly meant
 *
 * Returns: (transfer container) (element-type VacSalaryImportOccupation): the occupations of the
 *   table that come near to @wanted, the nearest first
 */
GPtrArray *
vac_salary_import_rank_occupations (VacSalaryImportResult *result,
                                    const char            *wanted,
                                    gboolean              *is_sure)
{
  g_autoptr (GArray) scored = g_array_new (FALSE, FALSE, sizeof (Scored));
  g_auto (GStrv) stems = NULL;
  g_auto (GStrv) codes = NULL;
  GPtrArray *ranked = g_ptr_array_new ();

  g_return_val_if_fail (result != NULL, ranked);
  g_return_val_if_fail (wanted != NULL, ranked);

  stems = split_stems (wanted);
  codes = vac_import_get_job_codes (wanted);
  for (guint i = 0; i < result->occupations->len; i++)
    {
      const VacSalaryImportOccupation *occupation = g_ptr_array_index (result->occupations, i);
      Scored item = { occupation, score_occupation (occupation, wanted, stems, codes) };

      if (item.score > 0)
        g_array_append_val (scored, item);
    }
  g_array_sort_with_data (scored, compare_scored, NULL);
  for (guint i = 0; i < scored->len; i++)
    g_ptr_array_add (ranked, (gpointer) g_array_index (scored, Scored, i).occupation);
  if (is_sure != NULL)
    *is_sure = scored->len > 0 && g_array_index (scored, Scored, 0).score >= CERTAIN &&
               (scored->len == 1 ||
                g_array_index (scored, Scored, 0).score > g_array_index (scored, Scored, 1).score);

  return ranked;
}

/**
 * vac_salary_import_choose:
 * @self: an import
 * @result: what it found
 * @job_title: the title of the posting's job
 *
 * Takes the occupation that the job certainly is, where the table has several and none was chosen.
 * Not to be called while the import runs.
 *
 * Returns: whether one was taken, and the import is to be run again
 */
gboolean
vac_salary_import_choose (VacSalaryImport       *self,
                          VacSalaryImportResult *result,
                          const char            *job_title)
{
  g_autoptr (GPtrArray) ranked = NULL;
  gboolean is_sure;

  g_return_val_if_fail (self != NULL && result != NULL, FALSE);
  g_return_val_if_fail (job_title != NULL, FALSE);

  if (*self->settings.occupation != '\0' || result->occupation != NULL ||
      result->occupations->len == 0)
    return FALSE;
  ranked = vac_salary_import_rank_occupations (result, job_title, &is_sure);
  if (!is_sure)
    return FALSE;
  g_strlcpy (self->settings.occupation,
             ((VacSalaryImportOccupation *) g_ptr_array_index (ranked, 0))->code,
             sizeof self->settings.occupation);

  return TRUE;
}
