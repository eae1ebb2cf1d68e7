/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-shared-names"

#include "config.h"

#include "vac-shared-names.h"

/**
 * VacSharedNames:
 *
 * What forms have to know of the shared texts that parts of a posting are copies of. Whoever reads
 * the texts fills it in.
 */
struct _VacSharedNames
{
  GObject     parent_instance;

  GHashTable *names;   /* owned: of char * → VacSharedName */
};

G_DEFINE_FINAL_TYPE (VacSharedNames, vac_shared_names, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
name_free (gpointer data)
{
  VacSharedName *name = data;

  g_free (name->title);
  g_free (name);
}

static void
vac_shared_names_finalize (GObject *object)
{
  g_hash_table_unref (VAC_SHARED_NAMES (object)->names);

  G_OBJECT_CLASS (vac_shared_names_parent_class)->finalize (object);
}

static void
vac_shared_names_class_init (VacSharedNamesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vac_shared_names_finalize;

  /**
   * VacSharedNames::changed:
   *
   * Emitted when something else is known of the shared texts.
   */
  signals[CHANGED] = g_signal_new ("changed", VAC_TYPE_SHARED_NAMES, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
vac_shared_names_init (VacSharedNames *self)
{
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, name_free);
}

/**
 * vac_shared_names_new:
 *
 * Returns: (transfer full): an object that knows of no text
 */
VacSharedNames *
vac_shared_names_new (void)
{
  return g_object_new (VAC_TYPE_SHARED_NAMES, NULL);
}

/**
 * vac_shared_names_begin:
 * @self: what is known
 *
 * Forgets all; to be followed by vac_shared_names_add() for every text, and vac_shared_names_end().
 */
void
vac_shared_names_begin (VacSharedNames *self)
{
  g_return_if_fail (VAC_IS_SHARED_NAMES (self));

  g_hash_table_remove_all (self->names);
}

/**
 * vac_shared_names_add:
 * @self: what is known
 * @id: the id of a text
 * @title: what a person calls it
 * @version: its newest version
 * @locked: whether to ask before a copy of it is edited
 */
void
vac_shared_names_add (VacSharedNames *self,
                      const char     *id,
                      const char     *title,
                      gint64          version,
                      gboolean        locked)
{
  VacSharedName *name;

  g_return_if_fail (VAC_IS_SHARED_NAMES (self));

  name = g_new0 (VacSharedName, 1);
  name->title = g_strdup (title);
  name->version = version;
  name->locked = locked;
  g_hash_table_replace (self->names, g_strdup (id), name);
}

/**
 * vac_shared_names_end:
 * @self: what is known
 *
 * Tells everybody what vac_shared_names_add() has said.
 */
void
vac_shared_names_end (VacSharedNames *self)
{
  g_return_if_fail (VAC_IS_SHARED_NAMES (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * vac_shared_names_find:
 * @self: what is known
 * @id: the id of a text
 *
 * Returns: (transfer none) (nullable): what is known of it; %NULL for a text that is not here
 */
const VacSharedName *
vac_shared_names_find (VacSharedNames *self,
                       const char     *id)
{
  g_return_val_if_fail (VAC_IS_SHARED_NAMES (self), NULL);

  return g_hash_table_lookup (self->names, id);
}
