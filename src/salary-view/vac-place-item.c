/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-place-item"

#include "config.h"

#include "vac-place-item.h"

/**
 * VacPlaceItem:
 *
 * A row of the salary table: a place, or the national range as a reference. It stays the same
 * object while its place is in the document, so that the selection stays with the place.
 */
struct _VacPlaceItem
{
  GObject                 parent_instance;

  /* Owned */
  VacNode                *node;

  /* Borrowed: from the list's comparison */
  const VacComparedPlace *place;

  gboolean                compared;
};

G_DEFINE_FINAL_TYPE (VacPlaceItem, vac_place_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_COMPARED,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
vac_place_item_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COMPARED:
      g_value_set_boolean (value, VAC_PLACE_ITEM (object)->compared);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_place_item_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_COMPARED:
      vac_place_item_set_compared (VAC_PLACE_ITEM (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_place_item_finalize (GObject *object)
{
  g_clear_object (&VAC_PLACE_ITEM (object)->node);

  G_OBJECT_CLASS (vac_place_item_parent_class)->finalize (object);
}

static void
vac_place_item_class_init (VacPlaceItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vac_place_item_finalize;
  object_class->get_property = vac_place_item_get_property;
  object_class->set_property = vac_place_item_set_property;

  /**
   * VacPlaceItem:compared:
   *
   * Whether the place is one of those to put side by side.
   */
  properties[PROP_COMPARED] =
    g_param_spec_boolean ("compared", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * VacPlaceItem::changed:
   *
   * Some figure of the row may be another.
   */
  signals[CHANGED] = g_signal_new ("changed", VAC_TYPE_PLACE_ITEM, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vac_place_item_init (VacPlaceItem *self)
{
}

/**
 * vac_place_item_new:
 * @node: a place, or the national range
 *
 * Returns: (transfer full): a row for it
 */
VacPlaceItem *
vac_place_item_new (VacNode *node)
{
  VacPlaceItem *self = g_object_new (VAC_TYPE_PLACE_ITEM, NULL);

  self->node = g_object_ref (node);

  return self;
}

VacNode *
vac_place_item_get_node (VacPlaceItem *self)
{
  g_return_val_if_fail (VAC_IS_PLACE_ITEM (self), NULL);

  return self->node;
}

gboolean
vac_place_item_is_national (VacPlaceItem *self)
{
  g_return_val_if_fail (VAC_IS_PLACE_ITEM (self), FALSE);

  return vac_node_get_role (self->node) == VAC_ROLE_NATIONAL;
}

/**
 * vac_place_item_get_place:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): its figures; %NULL once its list is gone
 */
const VacComparedPlace *
vac_place_item_get_place (VacPlaceItem *self)
{
  g_return_val_if_fail (VAC_IS_PLACE_ITEM (self), NULL);

  return self->place;
}

void
vac_place_item_set_place (VacPlaceItem           *self,
                          const VacComparedPlace *place)
{
  g_return_if_fail (VAC_IS_PLACE_ITEM (self));

  self->place = place;
}

gboolean
vac_place_item_get_compared (VacPlaceItem *self)
{
  g_return_val_if_fail (VAC_IS_PLACE_ITEM (self), FALSE);

  return self->compared;
}

void
vac_place_item_set_compared (VacPlaceItem *self,
                             gboolean      compared)
{
  g_return_if_fail (VAC_IS_PLACE_ITEM (self));

  compared = !!compared;
  if (self->compared == compared)
    return;
  self->compared = compared;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPARED]);
}

/**
 * vac_place_item_changed:
 * @self: a row
 *
 * Says that its figures may be others.
 */
void
vac_place_item_changed (VacPlaceItem *self)
{
  g_return_if_fail (VAC_IS_PLACE_ITEM (self));

  g_signal_emit (self, signals[CHANGED], 0);
}
