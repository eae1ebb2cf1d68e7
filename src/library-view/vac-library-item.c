/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-library-item"

#include "config.h"

#include "vac-library-item.h"

/**
 * VacLibraryItem:
 *
 * A file in a list of postings: it stays the same when the index has something new about the file,
 * and with it stay its row, the selection, and the focus.
 */
struct _VacLibraryItem
{
  GObject          parent_instance;

  /* Owned */
  VacLibraryEntry *entry;
};

G_DEFINE_FINAL_TYPE (VacLibraryItem, vac_library_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ENTRY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
vac_library_item_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_ENTRY)
    g_value_set_object (value, VAC_LIBRARY_ITEM (object)->entry);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vac_library_item_finalize (GObject *object)
{
  g_clear_object (&VAC_LIBRARY_ITEM (object)->entry);

  G_OBJECT_CLASS (vac_library_item_parent_class)->finalize (object);
}

static void
vac_library_item_class_init (VacLibraryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = vac_library_item_get_property;
  object_class->finalize = vac_library_item_finalize;

  /**
   * VacLibraryItem:entry:
   *
   * What the index has about the file.
   */
  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, VAC_TYPE_LIBRARY_ENTRY,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vac_library_item_init (VacLibraryItem *self)
{
}

/**
 * vac_library_item_new:
 * @entry: what the index has about a file
 *
 * Returns: (transfer full): an item
 */
VacLibraryItem *
vac_library_item_new (VacLibraryEntry *entry)
{
  VacLibraryItem *self = g_object_new (VAC_TYPE_LIBRARY_ITEM, NULL);

  self->entry = g_object_ref (entry);

  return self;
}

/**
 * vac_library_item_get_entry:
 * @self: an item
 *
 * Returns: (transfer none): what the index has about the file
 */
VacLibraryEntry *
vac_library_item_get_entry (VacLibraryItem *self)
{
  g_return_val_if_fail (VAC_IS_LIBRARY_ITEM (self), NULL);

  return self->entry;
}

/**
 * vac_library_item_get_path:
 * @self: an item
 *
 * Returns: (transfer none) (type filename): the path of the file
 */
const char *
vac_library_item_get_path (VacLibraryItem *self)
{
  g_return_val_if_fail (VAC_IS_LIBRARY_ITEM (self), NULL);

  return vac_library_entry_get_path (self->entry);
}

static gboolean
is_same (VacLibraryEntry *a,
         VacLibraryEntry *b)
{
  const VacLibraryFacts *one = vac_library_entry_get_facts (a);
  const VacLibraryFacts *other = vac_library_entry_get_facts (b);

  return vac_library_entry_get_changed (a) == vac_library_entry_get_changed (b) &&
         one->n_findings == other->n_findings && g_strcmp0 (one->title, other->title) == 0 &&
         g_strcmp0 (one->employer, other->employer) == 0 &&
         g_strcmp0 (one->place, other->place) == 0 && g_strcmp0 (one->pay, other->pay) == 0 &&
         g_strcmp0 (one->status, other->status) == 0 &&
         g_strcmp0 (one->since, other->since) == 0 &&
         g_strcmp0 (one->closes, other->closes) == 0 && g_strcmp0 (one->error, other->error) == 0;
}

/**
 * vac_library_item_set_entry:
 * @self: an item
 * @entry: what the index has about the same file now
 */
void
vac_library_item_set_entry (VacLibraryItem  *self,
                            VacLibraryEntry *entry)
{
  g_return_if_fail (VAC_IS_LIBRARY_ITEM (self) && VAC_IS_LIBRARY_ENTRY (entry));

  if (is_same (self->entry, entry))
    return;
  g_set_object (&self->entry, entry);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}
