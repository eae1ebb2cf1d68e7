/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-import"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-salary-edit.h"
#include "vac-salary-import.h"

/**
 * vac_salary_import_result_match:
 * @result: what an import found
 * @document: a posting
 *
 * Proposes for each place which one of @document it is, see vac_salary_find_place(). A place of
 * the posting is proposed once, for the first row that fits.
 */
void
vac_salary_import_result_match (VacSalaryImportResult *result,
                                VacDocument           *document)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  g_return_if_fail (result != NULL);
  g_return_if_fail (VAC_IS_DOCUMENT (document));

  for (guint i = 0; i < result->places->len; i++)
    {
      VacSalaryImportPlace *place = g_ptr_array_index (result->places, i);
      VacNode *target = place->chosen ? vac_salary_find_place (document, place->name) : NULL;

      if (target != NULL && !g_hash_table_add (taken, target))
        target = NULL;
      g_set_object (&place->target, target);
    }
}

static gboolean
set_number (VacDocument *document,
            VacNode     *place,
            VacRole      role,
            gint64       value)
{
  return vac_document_set_integer (document, vac_node_get (place, role), value);
}

/* Only what the file gives is replaced. */
static gboolean
update_place (VacDocument                *document,
              const VacSalaryImportPlace *place)
{
  VacNode *target = place->target;
  gboolean done = TRUE;

  if (vac_pay_range_is_known (&place->range))
    done = set_number (document, target, VAC_ROLE_PLACE_MINIMUM, place->range.minimum) &&
           set_number (document, target, VAC_ROLE_PLACE_MAXIMUM, place->range.maximum);
  if (place->price_index > 0)
    done &= set_number (document, target, VAC_ROLE_PLACE_PRICE_INDEX, place->price_index);
  if (*place->note != '\0')
    done &= vac_document_set_text (document, vac_node_get (target, VAC_ROLE_PLACE_NOTE),
                                   place->note);

  return done;
}

static gboolean
add_place (VacDocument                *document,
           const VacSalaryImportPlace *place)
{
  gboolean known = vac_pay_range_is_known (&place->range);
  g_autofree char *minimum = g_strdup_printf ("%" G_GINT64_FORMAT, place->range.minimum);
  g_autofree char *maximum = g_strdup_printf ("%" G_GINT64_FORMAT, place->range.maximum);
  g_autofree char *index = g_strdup_printf ("%" G_GINT64_FORMAT, place->price_index);
  g_autoptr (VacNode) node = vac_node_new_record (vac_schema_get_field (VAC_ROLE_PLACE),
                                                  VAC_ROLE_PLACE_NAME, place->name,
                                                  VAC_ROLE_PLACE_MINIMUM, known ? minimum : "",
                                                  VAC_ROLE_PLACE_MAXIMUM, known ? maximum : "",
                                                  VAC_ROLE_PLACE_NOTE, place->note,
                                                  VAC_ROLE_PLACE_PRICE_INDEX,
                                                  place->price_index > 0 ? index : "",
                                                  VAC_ROLE_NONE);

  return vac_document_append (document, vac_document_get (document, VAC_ROLE_PLACES), node);
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

/**
 * vac_salary_apply_import:
 * @document: a posting
 * @result: what an import found, as a person chose
 * @source: (nullable): where the figures come from, added to the table's source
 * @n_applied: (out) (optional): how many places were changed or added
 *
 * Puts the chosen places without a problem into the salary table: figures of a place with a target
 * replace the target's, the others are added at the end. One step to undo.
 *
 * Returns: whether all were taken; not in a read-only document, nor while a question is open
 */
gboolean
vac_salary_apply_import (VacDocument           *document,
                         VacSalaryImportResult *result,
                         const char            *source,
                         guint                 *n_applied)
{
  gboolean done = TRUE;
  guint n = 0;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (result != NULL, FALSE);

  if (n_applied != NULL)
    *n_applied = 0;
  if (vac_document_get_read_only (document) || result->question != NULL)
    return FALSE;

  vac_document_begin_step (document, _("Import Salaries"));
  for (guint i = 0; i < result->places->len; i++)
    {
      const VacSalaryImportPlace *place = g_ptr_array_index (result->places, i);
      gboolean taken;

      if (!place->chosen || place->problem != NULL)
        continue;
      taken = place->target != NULL ? update_place (document, place) : add_place (document, place);
      done &= taken;
      n += taken;
    }
  if (n > 0 && source != NULL && *source != '\0')
    done &= add_source (document, source);
  vac_document_end_step (document);
  if (n_applied != NULL)
    *n_applied = n;

  return done;
}
