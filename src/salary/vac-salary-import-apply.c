/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-import"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-node-build.h"
#include "vac-salary-import-private.h"

/**
 * VacSalaryImportStep:
 *
 * An import on its way into a posting. What takes long, making the places, is done a piece at a
 * time and beside the document; so whoever gives up before the end leaves nothing behind.
 */
struct _VacSalaryImportStep
{
  VacDocument           *document;    /* owned */
  VacSalaryImport       *import;      /* borrowed */
  VacSalaryImportResult *result;      /* borrowed */
  char                  *source;      /* owned, nullable */
  char                  *survey;      /* owned: what figures call their survey by; NULL for none */
  GPtrArray             *nodes;       /* owned, of VacNode: places to add */
  guint                  next;        /* row to look at */
};

/* A range is replaced as a whole: one of which an end is from elsewhere is nobody's. */
static gboolean
set_ends (VacDocument                *document,
          const VacSalaryImportPlace *place,
          VacNode                    *minimum,
          VacNode                    *maximum)
{
  return (place->sides == VAC_SALARY_IMPORT_UP_TO
              ? vac_document_set_text (document, minimum, "")
              : vac_document_set_money (document, minimum, place->range.minimum)) &&
         (place->sides == VAC_SALARY_IMPORT_FROM
              ? vac_document_set_text (document, maximum, "")
              : vac_document_set_money (document, maximum, place->range.maximum));
}

/* Which area the index is of, where the place is called otherwise: several may share its name. */
static gboolean
note_index_area (VacDocument                *document,
                 const VacSalaryImportPlace *place)
{
  const gboolean same = g_str_equal (vac_node_get_member_text (place->target, VAC_ROLE_PLACE_NAME),
                                     place->name);

  return vac_document_set_text (document,
                                vac_node_get (place->target, VAC_ROLE_PLACE_PRICE_INDEX_AREA),
                                same ? "" : place->name);
}

/* Only what the file gives is replaced. */
static gboolean
update_place (VacDocument                *document,
              const VacSalaryImportPlace *place)
{
  VacNode *target = place->target;
  gboolean done = TRUE;

  if (vac_salary_import_has_pay (place))
    done = set_ends (document, place, vac_node_get (target, VAC_ROLE_PLACE_MINIMUM),
                     vac_node_get (target, VAC_ROLE_PLACE_MAXIMUM));
  if (place->price_index > 0)
    done &= vac_document_set_integer (document, vac_node_get (target, VAC_ROLE_PLACE_PRICE_INDEX),
                                      place->price_index) &&
            note_index_area (document, place);
  if (*place->note != '\0')
    done &= vac_document_set_text (document, vac_node_get (target, VAC_ROLE_PLACE_NOTE),
                                   place->note);

  return done;
}

/* With what its survey says of it, where @survey is one. */
static VacNode *
make_place (VacSalaryImport            *import,
            const VacSalaryImportPlace *place,
            const char                 *survey)
{
  const gboolean known = vac_salary_import_has_pay (place);
  VacNode *node;
  g_autofree char *minimum = vac_money_to_text (place->range.minimum);
  g_autofree char *maximum = vac_money_to_text (place->range.maximum);
  g_autofree char *index = g_strdup_printf ("%" G_GINT64_FORMAT, place->price_index);

  node = vac_node_new_record (
      vac_schema_get_field (VAC_ROLE_PLACE), VAC_ROLE_PLACE_NAME, place->name,
      VAC_ROLE_PLACE_MINIMUM, known && place->sides != VAC_SALARY_IMPORT_UP_TO ? minimum : "",
      VAC_ROLE_PLACE_MAXIMUM, known && place->sides != VAC_SALARY_IMPORT_FROM ? maximum : "",
      VAC_ROLE_PLACE_NOTE, place->note, VAC_ROLE_PLACE_PRICE_INDEX,
      place->price_index > 0 ? index : "", VAC_ROLE_NONE);
  if (survey != NULL && vac_import_is_of_survey (import, place))
    {
      g_autoptr (VacNode) figure = vac_import_make_figure (import, place, survey);

      vac_node_insert_child (vac_node_get (node, VAC_ROLE_FIGURES), 0, figure);
    }

  return node;
}

static gboolean
is_taken (const VacSalaryImportPlace *place)
{
  return place->chosen && place->problem == NULL;
}

static gboolean
set_national (VacDocument                *document,
              const VacSalaryImportPlace *place)
{
  return set_ends (document, place, vac_document_get (document, VAC_ROLE_NATIONAL_MINIMUM),
                   vac_document_get (document, VAC_ROLE_NATIONAL_MAXIMUM));
}

/* The figures and their source stay together; a source that is named already is not repeated. */
static gboolean
add_source (VacDocument *document,
            const char  *source)
{
  VacNode *leaf = vac_document_get (document, VAC_ROLE_SALARIES_SOURCE);
  const char *old = vac_node_get_text (leaf);
  g_autofree char *text = NULL;

  if (strstr (old, source) != NULL)
    return TRUE;
  if (*old == '\0')
    text = g_strdup (source);
  else if (g_str_has_suffix (old, "."))
    text = g_strdup_printf (_("%s Imported: %s."), old, source);
  else
    text = g_strdup_printf (_("%s. Imported: %s."), old, source);

  return vac_document_set_text (document, leaf, text);
}

/* A table without figures takes over what those of the file are counted by, and their currency. */
static gboolean
set_units (VacSalaryImportStep *self)
{
  VacDocument *document = self->document;
  const VacSalaryImportSettings *settings = &self->import->settings;
  gboolean done = TRUE;

  if (!self->import->is_free)
    return TRUE;
  if (settings->from_reason != VAC_SALARY_IMPORT_ASSUMED)
    done = vac_document_set_text (document, vac_document_get (document, VAC_ROLE_SALARIES_PERIOD),
                                  vac_pay_period_get_id (self->result->to));
  if (settings->currency_reason != VAC_SALARY_IMPORT_ASSUMED)
    done &= vac_document_set_text (document,
                                   vac_document_get (document, VAC_ROLE_SALARIES_CURRENCY),
                                   settings->currency);

  return done;
}

/**
 * vac_salary_import_step_new:
 * @document: a posting
 * @import: an import, which outlives the step
 * @result: what it found, matched and as a person chose; outlives the step
 * @source: (nullable): where the figures come from, added to the table's source
 *
 * Begins to put the chosen places without a problem into the salary table. Call
 * vac_salary_import_step_prepare() until it is done, then vac_salary_import_step_commit().
 *
 * Returns: (transfer full): the step; nothing has changed
 */
VacSalaryImportStep *
vac_salary_import_step_new (VacDocument           *document,
                            VacSalaryImport       *import,
                            VacSalaryImportResult *result,
                            const char            *source)
{
  VacSalaryImportStep *self;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (import != NULL && result != NULL, NULL);

  self = g_new0 (VacSalaryImportStep, 1);
  self->document = g_object_ref (document);
  self->import = import;
  self->result = result;
  self->source = g_strdup (source);
  for (guint i = 0; i < result->places->len && self->survey == NULL; i++)
    {
      const VacSalaryImportPlace *place = g_ptr_array_index (result->places, i);

      if (is_taken (place) && vac_import_is_of_survey (import, place))
        self->survey = vac_import_choose_survey (document, import);
    }
  self->nodes = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

/**
 * vac_salary_import_step_free:
 * @self: (transfer full) (nullable): a step
 *
 * Frees @self. Before it was committed, this is how to give up.
 */
void
vac_salary_import_step_free (VacSalaryImportStep *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->document);
  g_ptr_array_unref (self->nodes);
  g_free (self->source);
  g_free (self->survey);
  g_free (self);
}

/**
 * vac_salary_import_step_prepare:
 * @self: a step
 * @n_rows: how many rows of the file to look at
 *
 * Makes places that are to be added, beside the document.
 *
 * Returns: whether there are more rows
 */
gboolean
vac_salary_import_step_prepare (VacSalaryImportStep *self,
                                guint                n_rows)
{
  GPtrArray *places;
  guint end;

  g_return_val_if_fail (self != NULL, FALSE);

  places = self->result->places;
  end = self->next + MIN (n_rows, places->len - self->next);
  for (; self->next < end; self->next++)
    {
      const VacSalaryImportPlace *place = g_ptr_array_index (places, self->next);

      if (is_taken (place) && place->target == NULL && !place->is_nation)
        g_ptr_array_add (self->nodes, make_place (self->import, place, self->survey));
    }

  return self->next < places->len;
}

/**
 * vac_salary_import_step_get_share:
 * @self: a step
 *
 * Returns: how much of it is prepared, from 0 to 1
 */
double
vac_salary_import_step_get_share (VacSalaryImportStep *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (double) self->next / MAX (self->result->places->len, 1);
}

/**
 * vac_salary_import_step_commit:
 * @self: a step that is prepared
 * @n_applied: (out) (optional): how many places were changed or added
 *
 * Changes the document: figures of a place with a target replace the target's, a nation's become
 * the national range, the other places are added at the end. One step to undo.
 *
 * Returns: whether all were taken; not in a read-only document, nor while a question is open
 */
gboolean
vac_salary_import_step_commit (VacSalaryImportStep *self,
                               guint               *n_applied)
{
  VacDocument *document;
  VacNode *places;
  gboolean done;
  guint n;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->next == self->result->places->len, FALSE);

  document = self->document;
  if (n_applied != NULL)
    *n_applied = 0;
  if (vac_document_get_read_only (document) || self->result->question != NULL)
    return FALSE;

  vac_document_begin_step (document, _("Import Salaries"));
  places = vac_document_get (document, VAC_ROLE_PLACES);
  done = vac_document_insert_all (document, places, vac_node_get_n_children (places), self->nodes);
  n = self->nodes->len;
  for (guint i = 0; i < self->result->places->len; i++)
    {
      const VacSalaryImportPlace *place = g_ptr_array_index (self->result->places, i);

      if (!is_taken (place) || (place->target == NULL && !place->is_nation))
        continue;
      done &= place->is_nation ? set_national (document, place) : update_place (document, place);
      n++;
    }
  if (n > 0)
    done &= set_units (self);
  if (n > 0 && self->source != NULL && *self->source != '\0')
    done &= add_source (document, self->source);
  if (n > 0 && self->survey != NULL)
    done &= vac_import_note_survey (document, self->import, self->result, self->survey);
  vac_document_end_step (document);
  if (n_applied != NULL)
    *n_applied = n;

  return done;
}

/**
 * vac_salary_apply_import:
 * @document: a posting
 * @import: an import
 * @result: what it found, matched and as a person chose
 * @source: (nullable): where the figures come from, added to the table's source
 * @n_applied: (out) (optional): how many places were changed or added
 *
 * Prepares and commits a #VacSalaryImportStep at once.
 *
 * Returns: as vac_salary_import_step_commit()
 */
gboolean
vac_salary_apply_import (VacDocument           *document,
                         VacSalaryImport       *import,
                         VacSalaryImportResult *result,
                         const char            *source,
                         guint                 *n_applied)
{
  g_autoptr (VacSalaryImportStep) step = vac_salary_import_step_new (document, import, result,
                                                                     source);

  vac_salary_import_step_prepare (step, G_MAXUINT);

  return vac_salary_import_step_commit (step, n_applied);
}
