/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-variant"

#include "config.h"

#include "vac-pay.h"
#include "vac-variant.h"
#include "vac-wording.h"
#include "vac-writer.h"

/* A posting for several places, as one for each of them: its place, its pay, its benefits. */

/**
 * vac_variant_list_places:
 * @document: a document
 *
 * Returns: (transfer full) (element-type VacNode): the places of work that have a posting of their
 *   own; none where there are fewer than two
 */
GPtrArray *
vac_variant_list_places (VacDocument *document)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);
  VacNode *locations;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), places);

  locations = vac_document_get (document, VAC_ROLE_LOCATIONS);
  for (guint i = 0; i < vac_node_get_n_children (locations); i++)
    {
      VacNode *location = vac_node_get_child (locations, i);
      g_autofree char *name = vac_wording_location (document, location);

      if (*name != '\0')
        g_ptr_array_add (places, g_object_ref (location));
    }
  if (places->len < 2)
    g_ptr_array_set_size (places, 0);

  return places;
}

static void
keep_place (VacDocument *variant,
            guint        position)
{
  VacNode *locations = vac_document_get (variant, VAC_ROLE_LOCATIONS);

  for (guint i = vac_node_get_n_children (locations); i > 0; i--)
    if (i - 1 != position)
      vac_document_remove (variant, vac_node_get_child (locations, i - 1));
}

/* The place's range becomes the job's, as it is in a posting that has one place from the start. */
static void
take_pay (VacDocument *variant)
{
  static const VacRole roles[][2] = {
    { VAC_ROLE_LOCATION_PAY_MINIMUM, VAC_ROLE_PAY_MINIMUM },
    { VAC_ROLE_LOCATION_PAY_MAXIMUM, VAC_ROLE_PAY_MAXIMUM },
    { VAC_ROLE_LOCATION_PAY_CURRENCY, VAC_ROLE_PAY_CURRENCY },
  };
  VacNode *location = vac_node_get_child (vac_document_get (variant, VAC_ROLE_LOCATIONS), 0);
  VacPay pay;

  if (!vac_pay_get_of_location (variant, location, &pay))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      VacNode *own = vac_node_get (location, roles[i][0]);
      const gboolean shared = roles[i][1] == VAC_ROLE_PAY_CURRENCY && vac_node_is_empty (own);

      if (!shared)
        vac_document_set_text (variant, vac_document_get (variant, roles[i][1]),
                               vac_node_get_text (own));
      vac_document_set_text (variant, own, "");
    }
}

/**
 * vac_variant_make:
 * @document: a document
 * @place: one of its places of work
 *
 * Returns: (transfer full): the posting as it is for @place alone; @document stays as it is
 */
VacDocument *
vac_variant_make (VacDocument *document,
                  VacNode     *place)
{
  VacDocument *variant;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (VAC_IS_NODE (place) && vac_node_get_role (place) == VAC_ROLE_LOCATION,
                        NULL);

  variant = vac_copy_document (document);
  keep_place (variant, vac_node_get_position (place));
  take_pay (variant);

  return variant;
}

/**
 * vac_variant_make_name:
 * @document: a document
 * @place: one of its places of work
 * @name: what a file of the whole document is called
 *
 * Returns: (transfer full): what a file of the posting for @place is called
 */
char *
vac_variant_make_name (VacDocument *document,
                       VacNode     *place,
                       const char  *name)
{
  g_autofree char *location = NULL;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (place) && name != NULL, NULL);

  location = vac_wording_location (document, place);

  return g_strdup_printf ("%s - %s", name, location);
}
