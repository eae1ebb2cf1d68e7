/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-default-look"

#include "config.h"

#include "vac-default-look.h"

/* The look that the user wants new postings to begin with. */

static const struct
{
  const char *key;
  VacRole     role;
} parts[] = {
  { "look-design", VAC_ROLE_LOOK_DESIGN },
  { "look-accent", VAC_ROLE_LOOK_ACCENT },
  { "look-type", VAC_ROLE_LOOK_TYPE },
};

/**
 * vac_default_look_remember:
 * @settings: the user's
 * @document: a posting
 *
 * Has new postings look as @document does.
 */
void
vac_default_look_remember (GSettings   *settings,
                           VacDocument *document)
{
  g_return_if_fail (G_IS_SETTINGS (settings) && VAC_IS_DOCUMENT (document));

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_settings_set_string (settings, parts[i].key,
                           vac_document_get_text (document, parts[i].role));
}

/**
 * vac_default_look_apply:
 * @settings: the user's
 * @document: (transfer full): a new posting
 *
 * A look that a guide brings along is replaced by the user's own.
 *
 * Returns: (transfer full): the posting with the look that the user wants, which nobody has changed
 *   and which has nothing to undo
 */
VacDocument *
vac_default_look_apply (GSettings   *settings,
                        VacDocument *document)
{
  g_autoptr (VacDocument) dressed = document;
  g_autoptr (VacNode) root = NULL;
  gboolean any = FALSE;

  g_return_val_if_fail (G_IS_SETTINGS (settings) && VAC_IS_DOCUMENT (document), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *value = g_settings_get_string (settings, parts[i].key);

      if (*value != '\0')
        any |= vac_document_set_text (dressed, vac_document_get (dressed, parts[i].role), value);
    }
  if (!any)
    return g_steal_pointer (&dressed);
  root = vac_node_copy (vac_document_get_root (dressed));

  return vac_document_new_for_root (root);
}
