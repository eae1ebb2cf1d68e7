/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-rows"

#include "config.h"

#include "vac-import-rows.h"

/**
 * VacImportRow:
 *
 * A row of a table that is being imported.
 */
struct _VacImportRow
{
  GObject               parent_instance;

  /* Borrowed: from the result */
  VacSalaryImportPlace *place;
};

G_DEFINE_FINAL_TYPE (VacImportRow, vac_import_row, G_TYPE_OBJECT)

static void
vac_import_row_class_init (VacImportRowClass *klass)
{
}

static void
vac_import_row_init (VacImportRow *self)
{
}

VacSalaryImportPlace *
vac_import_row_get_place (VacImportRow *self)
{
  g_return_val_if_fail (VAC_IS_IMPORT_ROW (self), NULL);

  return self->place;
}

/**
 * VacImportRows:
 *
 * The rows that an import found. A row becomes an object when it is looked at: there may be
 * hundreds of thousands.
 */
struct _VacImportRows
{
  GObject    parent_instance;

  /* Owned; its elements are borrowed from the result */
  GPtrArray *places;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VacImportRows, vac_import_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
vac_import_rows_get_item_type (GListModel *model)
{
  return VAC_TYPE_IMPORT_ROW;
}

static guint
vac_import_rows_get_n_items (GListModel *model)
{
  return VAC_IMPORT_ROWS (model)->places->len;
}

static gpointer
vac_import_rows_get_item (GListModel *model,
                          guint       position)
{
  VacImportRows *self = VAC_IMPORT_ROWS (model);
  VacImportRow *row;

  if (position >= self->places->len)
    return NULL;
  row = g_object_new (VAC_TYPE_IMPORT_ROW, NULL);
  row->place = g_ptr_array_index (self->places, position);

  return row;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = vac_import_rows_get_item_type;
  iface->get_n_items = vac_import_rows_get_n_items;
  iface->get_item = vac_import_rows_get_item;
}

static void
vac_import_rows_finalize (GObject *object)
{
  g_ptr_array_unref (VAC_IMPORT_ROWS (object)->places);

  G_OBJECT_CLASS (vac_import_rows_parent_class)->finalize (object);
}

static void
vac_import_rows_class_init (VacImportRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vac_import_rows_finalize;
}

static void
vac_import_rows_init (VacImportRows *self)
{
  self->places = g_ptr_array_new ();
}

/**
 * vac_import_rows_get_kind:
 * @place: a row of what an import found
 *
 * Returns: what becomes of it
 */
VacImportRowsKind
vac_import_rows_get_kind (const VacSalaryImportPlace *place)
{
  g_return_val_if_fail (place != NULL, VAC_IMPORT_ROWS_PROBLEMS);

  if (place->problem != NULL)
    return VAC_IMPORT_ROWS_PROBLEMS;

  return place->target != NULL || place->is_nation ? VAC_IMPORT_ROWS_REPLACING
                                                   : VAC_IMPORT_ROWS_NEW;
}

/**
 * vac_import_rows_new:
 * @result: what was found; must outlive the rows
 * @kind: which of them
 *
 * Returns: (transfer full): a list of #VacImportRow
 */
VacImportRows *
vac_import_rows_new (VacSalaryImportResult *result,
                     VacImportRowsKind      kind)
{
  VacImportRows *self = g_object_new (VAC_TYPE_IMPORT_ROWS, NULL);

  for (guint i = 0; i < result->places->len; i++)
    {
      VacSalaryImportPlace *place = g_ptr_array_index (result->places, i);

      if (vac_import_rows_get_kind (place) == kind)
        g_ptr_array_add (self->places, place);
    }

  return self;
}
