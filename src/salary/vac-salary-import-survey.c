/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-import-survey"

#include "config.h"

#include <string.h>

#include "vac-salary-import-private.h"

/* The survey that a table is from: what the file says of it, what a person says, and its entry in
 * the posting with the figures as they were published. */

/* Of the id that an entry is given, in bytes; what makes it unique comes on top. */
#define LONGEST_ID 60

/* The year of the table: above it, in the name of the file or of the sheet, or in its rows. */
static guint
find_year (VacSalaryImport *self)
{
  guint year = vac_import_find_year (self->above->str);
  int column;

  if (year == 0)
    year = vac_import_find_year (self->file_name);
  if (year == 0 && self->settings.table >= 0)
    year = vac_import_find_year (
        vac_salary_import_get_table_title (self, (guint) self->settings.table));
  column = year == 0 && self->table != NULL ? vac_import_find_first (self, self->table->year) : -1;
  for (guint i = 0; year == 0 && column >= 0 && i < self->sample->len; i++)
    {
      const char *const *row = g_ptr_array_index (self->sample, i);

      if ((guint) column < g_strv_length ((GStrv) row))
        year = vac_import_find_year (row[column]);
    }

  return year;
}

/* The first line above the table is its title; else the file has one. */
static char *
propose_name (VacSalaryImport *self)
{
  g_auto (GStrv) lines = g_strsplit_set (self->above->str, "\r\n", -1);
  const char *dot = strrchr (self->file_name, '.');

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      return vac_import_shorten (lines[i]);

  return dot != NULL && dot > self->file_name
             ? g_strndup (self->file_name, (gsize) (dot - self->file_name))
             : g_strdup (self->file_name);
}

/* What the file says, or is known of such files; "" where nothing does. */
static char *
propose (VacSalaryImport     *self,
         VacSalaryImportTerm  term)
{
  const char *known = self->table != NULL ? self->table->terms[term] : NULL;
  const guint year = find_year (self);
  g_autofree char *number = g_strdup_printf ("%u", year);
  g_auto (GStrv) parts = NULL;

  if (known == NULL && term == VAC_SALARY_IMPORT_SURVEY_NAME)
    return propose_name (self);
  if (known == NULL && self->table == NULL && term == VAC_SALARY_IMPORT_SURVEY_EDITION &&
      year > 0)
    return g_steal_pointer (&number);
  if (known == NULL)
    return g_strdup ("");
  parts = g_strsplit (known, "{year}", -1);

  return parts[0] != NULL && parts[1] != NULL && year == 0 ? g_strdup ("")
                                                           : g_strjoinv (number, parts);
}

/**
 * vac_salary_import_get_term:
 * @self: an import
 * @term: what is noted of a survey
 *
 * Returns: (transfer none): what a person said, else what the file says or is known of such files;
 *   "" where nothing does
 */
const char *
vac_salary_import_get_term (VacSalaryImport     *self,
                            VacSalaryImportTerm  term)
{
  g_return_val_if_fail (self != NULL && term < VAC_SALARY_IMPORT_N_TERMS, NULL);

  if (self->terms[term] != NULL)
    return self->terms[term];
  if (self->proposed[term] == NULL)
    self->proposed[term] = propose (self, term);

  return self->proposed[term];
}

/**
 * vac_salary_import_says_term:
 * @self: an import
 * @term: what is noted of a survey
 *
 * Returns: whether the file says it, or a person has
 */
gboolean
vac_salary_import_says_term (VacSalaryImport     *self,
                             VacSalaryImportTerm  term)
{
  return *vac_salary_import_get_term (self, term) != '\0';
}

/**
 * vac_salary_import_set_term:
 * @self: an import
 * @term: what is noted of a survey
 * @text: what a person says
 *
 * Not to be called while the import runs.
 *
 * Returns: whether the field of a survey takes @text; otherwise nothing changes
 */
gboolean
vac_salary_import_set_term (VacSalaryImport     *self,
                            VacSalaryImportTerm  term,
                            const char          *text)
{
  g_autofree char *stripped = NULL;
  const VacField *field;

  g_return_val_if_fail (self != NULL && term < VAC_SALARY_IMPORT_N_TERMS && text != NULL, FALSE);

  stripped = g_strstrip (g_strdup (text));
  field = vac_schema_get_field (vac_salary_import_term_get_role (term));
  if (*stripped != '\0' && !vac_field_accepts (field, stripped, NULL))
    return FALSE;
  g_free (self->terms[term]);
  self->terms[term] = g_steal_pointer (&stripped);

  return TRUE;
}

/* Another table of the file says something else. */
void
vac_import_forget_terms (VacSalaryImport *self)
{
  for (guint i = 0; i < VAC_SALARY_IMPORT_N_TERMS; i++)
    g_clear_pointer (&self->proposed[i], g_free);
}

/* The posting's entry */

static gboolean
is_same (VacNode         *survey,
         VacSalaryImport *self,
         gboolean         same_edition)
{
  const char *name = vac_salary_import_get_term (self, VAC_SALARY_IMPORT_SURVEY_NAME);
  const char *edition = vac_salary_import_get_term (self, VAC_SALARY_IMPORT_SURVEY_EDITION);

  return vac_node_get_kind (survey) == VAC_KIND_RECORD &&
         g_ascii_strcasecmp (vac_node_get_member_text (survey, VAC_ROLE_SURVEY_NAME), name) == 0 &&
         (!same_edition ||
          g_ascii_strcasecmp (vac_node_get_member_text (survey, VAC_ROLE_SURVEY_EDITION),
                              edition) == 0);
}

static VacNode *
find_survey (VacDocument     *document,
             VacSalaryImport *self,
             gboolean         same_edition)
{
  VacNode *list = vac_document_get (document, VAC_ROLE_SURVEYS);

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    if (is_same (vac_node_get_child (list, i), self, same_edition))
      return vac_node_get_child (list, i);

  return NULL;
}

static const char *
get_name (VacNode *survey)
{
  const char *id = vac_node_get_member_text (survey, VAC_ROLE_SURVEY_ID);

  return *id != '\0' ? id : vac_node_get_member_text (survey, VAC_ROLE_SURVEY_NAME);
}

static gboolean
is_taken (VacDocument *document,
          const char  *id)
{
  VacNode *list = vac_document_get (document, VAC_ROLE_SURVEYS);

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    if (g_str_equal (vac_node_get_member_text (vac_node_get_child (list, i), VAC_ROLE_SURVEY_ID),
                     id))
      return TRUE;

  return FALSE;
}

static void
append_slug (GString    *id,
             const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) && id->len < LONGEST_ID)
      g_string_append_c (id, g_ascii_tolower (*p));
    else if (id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  if (id->len > 0 && id->str[id->len - 1] != '-')
    g_string_append_c (id, '-');
}

/* What figures call their survey by: the id of its entry, or else the one that it will have. */
char *
vac_import_choose_survey (VacDocument     *document,
                          VacSalaryImport *self)
{
  VacNode *survey = find_survey (document, self, TRUE);
  g_autoptr (GString) id = NULL;
  g_autofree char *chosen = NULL;

  if (survey != NULL)
    return g_strdup (get_name (survey));
  id = g_string_new (NULL);
  append_slug (id, vac_salary_import_get_term (self, VAC_SALARY_IMPORT_SURVEY_NAME));
  append_slug (id, vac_salary_import_get_term (self, VAC_SALARY_IMPORT_SURVEY_EDITION));
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  if (id->len == 0)
    g_string_append (id, "survey");
  chosen = g_strdup (id->str);
  for (guint i = 2; is_taken (document, chosen); i++)
    {
      g_free (chosen);
      chosen = g_strdup_printf ("%s-%u", id->str, i);
    }

  return g_steal_pointer (&chosen);
}

/* The other editions of the survey that the posting has; NULL for none. */
char *
vac_import_list_editions (VacDocument     *document,
                          VacSalaryImport *self)
{
  VacNode *list = vac_document_get (document, VAC_ROLE_SURVEYS);
  g_autoptr (GString) editions = g_string_new (NULL);

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      VacNode *survey = vac_node_get_child (list, i);
      const char *edition = is_same (survey, self, FALSE) && !is_same (survey, self, TRUE)
                                ? vac_node_get_member_text (survey, VAC_ROLE_SURVEY_EDITION)
                                : "";

      if (*edition != '\0')
        g_string_append_printf (editions, "%s%s", editions->len > 0 ? ", " : "", edition);
    }

  return editions->len > 0 ? g_string_free (g_steal_pointer (&editions), FALSE) : NULL;
}

static char *
amount_to_text (VacMoney amount)
{
  return amount > 0 ? vac_money_to_text (amount) : g_strdup ("");
}

/* What a row says, in the terms of the survey: pay that it counts otherwise is converted. */
static VacPayRange
get_published (VacSalaryImport            *self,
               const VacSalaryImportPlace *place)
{
  const VacMoney ends[] = { place->exact.minimum, place->exact.maximum };
  VacMoney converted[] = { 0, 0 };
  const VacPayPeriod from = self->settings.from;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const VacPayRange point = { ends[i], ends[i] };

      converted[i] = ends[i] <= 0 || place->period == from
                         ? ends[i]
                         : vac_pay_range_convert (&point, place->period, from,
                                                  vac_money_get_step (self->settings.currency))
                               .minimum;
    }

  return (VacPayRange) { converted[0], converted[1] };
}

/* Figures of a survey for a place as a row has them, to be added to it. */
VacNode *
vac_import_make_figure (VacSalaryImport            *self,
                        const VacSalaryImportPlace *place,
                        const char                 *survey)
{
  const VacPayRange published = get_published (self, place);
  char *texts[VAC_N_STATISTICS];
  g_autofree char *minimum = NULL;
  g_autofree char *maximum = NULL;
  g_autofree char *sample = NULL;
  VacMoney statistics[VAC_N_STATISTICS];
  VacNode *figure;

  memcpy (statistics, place->statistics, sizeof statistics);
  if (place->low < VAC_N_STATISTICS)
    statistics[place->low] = published.minimum;
  if (place->high < VAC_N_STATISTICS)
    statistics[place->high] = published.maximum;
  for (guint i = 0; i < VAC_N_STATISTICS; i++)
    texts[i] = amount_to_text (statistics[i]);
  minimum = amount_to_text (place->low < VAC_N_STATISTICS ? 0 : published.minimum);
  maximum = amount_to_text (place->high < VAC_N_STATISTICS ? 0 : published.maximum);
  sample = place->sample >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, place->sample)
                              : g_strdup ("");
  figure = vac_node_new_record (vac_schema_get_field (VAC_ROLE_FIGURE),
                                VAC_ROLE_FIGURE_SURVEY, survey,
                                VAC_ROLE_FIGURE_P10, texts[VAC_STATISTIC_P10],
                                VAC_ROLE_FIGURE_P25, texts[VAC_STATISTIC_P25],
                                VAC_ROLE_FIGURE_MEDIAN, texts[VAC_STATISTIC_MEDIAN],
                                VAC_ROLE_FIGURE_P75, texts[VAC_STATISTIC_P75],
                                VAC_ROLE_FIGURE_P90, texts[VAC_STATISTIC_P90],
                                VAC_ROLE_FIGURE_MEAN, texts[VAC_STATISTIC_MEAN],
                                VAC_ROLE_FIGURE_MINIMUM, minimum,
                                VAC_ROLE_FIGURE_MAXIMUM, maximum,
                                VAC_ROLE_FIGURE_OCCUPATION, place->occupation,
                                VAC_ROLE_FIGURE_AREA_CODE, place->area_code,
                                VAC_ROLE_FIGURE_AREA_KIND, place->area_kind,
                                VAC_ROLE_FIGURE_SAMPLE, sample,
                                VAC_ROLE_NONE);
  for (guint i = 0; i < VAC_N_STATISTICS; i++)
    g_free (texts[i]);

  return figure;
}

/* Of the survey or of another edition of it; what a newer edition says takes its place. */
static gboolean
is_replaced (VacDocument     *document,
             VacSalaryImport *self,
             VacNode         *figure)
{
  VacNode *survey = vac_node_get_kind (figure) == VAC_KIND_RECORD
                        ? vac_survey_find (document, figure) : NULL;

  return survey != NULL && is_same (survey, self, FALSE);
}

static gboolean
put_figure (VacDocument                *document,
            VacSalaryImport            *self,
            const VacSalaryImportPlace *place,
            VacNode                    *owner,
            const char                 *survey)
{
  VacNode *list = vac_node_get (owner, VAC_ROLE_FIGURES);
  g_autoptr (VacNode) figure = vac_import_make_figure (self, place, survey);
  gboolean done = TRUE;

  for (guint i = vac_node_get_n_children (list); i > 0; i--)
    if (is_replaced (document, self, vac_node_get_child (list, i - 1)))
      done &= vac_document_remove (document, vac_node_get_child (list, i - 1));

  return done & vac_document_append (document, list, figure);
}

static gboolean
has_figures (VacDocument *document,
             VacNode     *owner,
             VacNode     *survey)
{
  VacNode *list = vac_node_get (owner, VAC_ROLE_FIGURES);

  for (guint i = 0; list != NULL && i < vac_node_get_n_children (list); i++)
    if (vac_node_get_kind (vac_node_get_child (list, i)) == VAC_KIND_RECORD &&
        vac_survey_find (document, vac_node_get_child (list, i)) == survey)
      return TRUE;

  return FALSE;
}

static gboolean
is_used (VacDocument *document,
         VacNode     *survey)
{
  VacNode *places = vac_document_get (document, VAC_ROLE_PLACES);

  if (has_figures (document, vac_document_get (document, VAC_ROLE_NATIONAL), survey))
    return TRUE;
  for (guint i = 0; i < vac_node_get_n_children (places); i++)
    if (vac_node_get_kind (vac_node_get_child (places, i)) == VAC_KIND_RECORD &&
        has_figures (document, vac_node_get_child (places, i), survey))
      return TRUE;

  return FALSE;
}

/* Older editions of which nothing is left go; the weight of one passes to the new one. */
static gboolean
drop_older (VacDocument     *document,
            VacSalaryImport *self)
{
  VacNode *list = vac_document_get (document, VAC_ROLE_SURVEYS);
  gboolean done = TRUE;

  for (guint i = vac_node_get_n_children (list); i > 0; i--)
    {
      VacNode *survey = vac_node_get_child (list, i - 1);

      if (is_same (survey, self, FALSE) && !is_same (survey, self, TRUE) &&
          !is_used (document, survey))
        done &= vac_document_remove (document, survey);
    }

  return done;
}

/* The entry of the survey: what is there already stays where the file says nothing. */
static gboolean
put_survey (VacDocument     *document,
            VacSalaryImport *self,
            const char      *id)
{
  VacNode *survey = find_survey (document, self, TRUE);
  VacNode *other = find_survey (document, self, FALSE);
  g_autoptr (VacNode) added = NULL;
  gboolean done = TRUE;

  if (survey == NULL)
    {
      VacNode *list = vac_document_get (document, VAC_ROLE_SURVEYS);

      added = vac_node_new_record (vac_schema_get_field (VAC_ROLE_SURVEY),
                                   VAC_ROLE_SURVEY_ID, id,
                                   VAC_ROLE_SURVEY_CURRENCY, self->settings.currency,
                                   VAC_ROLE_SURVEY_PERIOD,
                                   vac_pay_period_get_id (self->settings.from),
                                   VAC_ROLE_SURVEY_WEIGHT,
                                   other != NULL ? vac_node_get_member_text (
                                                       other, VAC_ROLE_SURVEY_WEIGHT)
                                                 : "",
                                   VAC_ROLE_NONE);
      done = vac_document_append (document, list, added);
      survey = vac_node_get_child (list, vac_node_get_n_children (list) - 1);
    }
  for (guint i = 0; done && i < VAC_SALARY_IMPORT_N_TERMS; i++)
    if (vac_salary_import_says_term (self, i))
      done = vac_document_set_text (document,
                                    vac_node_get (survey, vac_salary_import_term_get_role (i)),
                                    vac_salary_import_get_term (self, i));

  return done;
}

/* Notes the survey in the posting, with its figures for the places that were there before; those
 * that are added have them already. Part of the step of an import. */
gboolean
vac_import_note_survey (VacDocument           *document,
                        VacSalaryImport       *self,
                        VacSalaryImportResult *result,
                        const char            *survey)
{
  gboolean done = put_survey (document, self, survey);

  for (guint i = 0; i < result->places->len; i++)
    {
      const VacSalaryImportPlace *place = g_ptr_array_index (result->places, i);
      VacNode *owner = place->is_nation ? vac_document_get (document, VAC_ROLE_NATIONAL)
                                        : place->target;

      if (place->chosen && place->problem == NULL && owner != NULL &&
          vac_import_is_of_survey (self, place))
        done &= put_figure (document, self, place, owner, survey);
    }

  return done && drop_older (document, self);
}

/* Whether figures of a survey are made of a row: not of amounts in another currency than its. */
gboolean
vac_import_is_of_survey (VacSalaryImport            *self,
                         const VacSalaryImportPlace *place)
{
  return vac_salary_import_has_pay (place) && place->currency == NULL;
}
