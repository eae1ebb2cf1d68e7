/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-export-json"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-export-json.h"
#include "vac-node-build.h"
#include "vac-audience.h"
#include "vac-wording.h"
#include "vac-writer.h"

/* For the team the document as it is; for candidates a copy of it without what is not theirs. A
 * member that is empty and that nobody has asked for has nothing to take out. */

/* Of what is passed over whole, members that are unknown and values that are not understood are
 * none. */
static gboolean
is_known (const VacField *field,
          const char     *text,
          gsize           length,
          gpointer        user_data)
{
  return TRUE;
}

/* What this version does not know may be a note of the team's, so it stays with the team. Comes
 * after everything that asks for whom a part is: a value that is not understood is an answer. */
static void
strip_unknown (VacNode *node)
{
  if (vac_node_get_raw (node) != NULL)
    vac_node_set_raw (node, NULL);
  for (guint i = vac_node_get_n_children (node); i > 0; i--)
    {
      VacNode *child = vac_node_peek_unless (node, i - 1, is_known, NULL);

      if (child == NULL)
        continue;
      if (vac_node_get_kind (child) == VAC_KIND_OPAQUE ||
          (vac_node_get_raw (child) != NULL && vac_node_get_kind (node) == VAC_KIND_LIST))
        vac_node_remove_child (node, i - 1);
      else
        strip_unknown (child);
    }
}

/* Empties a record whose members have their place in every document, and what it holds. */
static void
clear (VacDocument *document,
       VacNode     *node)
{
  if (vac_node_get_kind (node) == VAC_KIND_LIST)
    vac_node_remove_children (node, 0, vac_node_get_n_children (node));
  else if (vac_node_get_kind (node) == VAC_KIND_RECORD)
    for (guint i = 0; i < vac_node_get_n_children (node); i++)
      {
        VacNode *child = vac_node_peek_child (node, i);

        if (child != NULL)
          clear (document, child);
      }
  else if (vac_node_get_kind (node) != VAC_KIND_OPAQUE)
    vac_document_set_text (document, node, "");
}

static void
strip_unseen (VacDocument *document,
              VacNode     *node)
{
  for (guint i = vac_node_get_n_children (node); i > 0; i--)
    {
      VacNode *child = vac_node_get_child_role (node, i - 1) == VAC_ROLE_ITEM
                           ? vac_node_peek_unless (node, i - 1, vac_audience_skim_item, NULL)
                           : vac_node_peek_child (node, i - 1);

      if (child == NULL)
        continue;
      if (vac_audience_sees_part (VAC_AUDIENCE_CANDIDATE, document, child))
        strip_unseen (document, child);
      else if (vac_node_get_kind (node) == VAC_KIND_LIST)
        vac_node_remove_child (node, i - 1);
      else
        clear (document, child);
    }
}

static void
fill_placeholders (VacDocument *document,
                   VacNode     *node)
{
  VacKind kind = vac_node_get_kind (node);

  if ((kind == VAC_KIND_TEXT || kind == VAC_KIND_PROSE) &&
      strstr (vac_node_get_text (node), "{{") != NULL)
    {
      g_autofree char *filled = vac_wording_fill_leaf (document, node);

      vac_document_set_text (document, node, filled);
    }
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    {
      VacNode *child = vac_node_peek_holding (node, i, "{{");

      if (child != NULL)
        fill_placeholders (document, child);
    }
}

static VacDocument *
copy_for_candidates (VacDocument *document)
{
  VacDocument *copy = vac_copy_document (document);

  strip_unseen (copy, vac_document_get_root (copy));
  strip_unknown (vac_document_get_root (copy));
  fill_placeholders (copy, vac_document_get_root (copy));

  return copy;
}

static GBytes *
write_document (VacDocument  *document,
                VacAudience   audience,
                GError      **error)
{
  g_autoptr (VacDocument) copy = NULL;

  if (audience == VAC_AUDIENCE_TEAM)
    return vac_write_readable (document, error);

  copy = copy_for_candidates (document);

  return vac_write_readable (copy, error);
}

static GBytes *
write_json (VacDocument             *document,
            VacOutline              *outline,
            const VacExportOptions  *options,
            GError                 **error)
{
  return write_document (document, vac_outline_get_audience (outline), error);
}

const VacExporter vac_json_exporter = {
  .id = "json",
  .extension = "json",
  .mime_type = "application/json",
  .label = N_("JSON"),
  .purpose = N_("For another program, or to keep under version control"),
  .write = write_json,
  .write_document = write_document,
};
