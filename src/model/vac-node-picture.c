/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-node-picture"

#include "config.h"

#include "vac-node.h"

static void
forget (gpointer data)
{
  vac_picture_unref (data);
}

/**
 * vac_node_get_picture:
 * @self: a picture's leaf
 *
 * What is shown of the document asks for this with every key that is pressed, and checking a
 * picture takes longer than that: the node keeps the last one that its text was good for.
 *
 * Returns: (transfer full) (nullable): its picture; %NULL if it has none, or a text that is none
 */
VacPicture *
vac_node_get_picture (VacNode *self)
{
  static const char key[] = "vac-picture";
  const char *text;
  VacPicture *kept, *picture;

  g_return_val_if_fail (VAC_IS_NODE (self), NULL);
  g_return_val_if_fail (vac_node_get_kind (self) == VAC_KIND_PICTURE, NULL);

  text = vac_node_get_text (self);
  kept = g_object_get_data (G_OBJECT (self), key);
  if (kept != NULL && g_str_equal (vac_picture_get_uri (kept), text))
    return vac_picture_ref (kept);

  picture = *text != '\0' ? vac_picture_new (text, NULL) : NULL;
  g_object_set_data_full (G_OBJECT (self), key, picture != NULL ? vac_picture_ref (picture) : NULL,
                          picture != NULL ? forget : NULL);

  return picture;
}
