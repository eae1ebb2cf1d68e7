/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-summary"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-code-popover.h"
#include "vac-editor.h"
#include "vac-entry.h"
#include "vac-quote.h"
#include "vac-summary.h"

/* What a part of a form says while it is closed. */

static void
append (GString    *summary,
        const char *separator,
        const char *text)
{
  if (*text == '\0')
    return;
  if (summary->len > 0)
    g_string_append (summary, separator);
  g_string_append (summary, text);
}

/* A switch that is where it is by itself says nothing. */
static char *
describe_toggle (VacNode *leaf)
{
  const VacField *field = vac_node_get_field (leaf);

  if (vac_node_get_toggle (leaf) == field->on)
    return g_strdup ("");

  return g_strdup (field->on ? C_("entry", "Left out") : _(field->label));
}

static char *
describe_leaf (VacDocument *document,
               VacNode     *leaf)
{
  const VacField *field = vac_node_get_field (leaf);
  const char *text = vac_node_get_text (leaf);
  const VacChoice *choice = vac_field_find_choice (field, text);
  VacCodeKind kind;

  if (field->kind == VAC_KIND_TOGGLE)
    return describe_toggle (leaf);
  if (choice != NULL)
    return g_strdup (_(choice->label));
  if (*text != '\0' && vac_field_is_code (field, &kind))
    return vac_code_describe (kind, text);

  /* Its text is for nobody. */
  if (field->kind == VAC_KIND_PICTURE)
    return g_strdup ("");

  return field->kind == VAC_KIND_PROSE ? vac_quote_shorten (vac_node_get_shown_text (leaf))
                                       : vac_entry_show (document, leaf);
}

static char *
describe_record (VacDocument *document,
                 VacNode     *record)
{
  GString *summary = g_string_new (NULL);
  g_autoptr (GPtrArray) members = vac_editor_list_members (record);

  for (guint i = 0; i < members->len; i++)
    {
      VacNode *member = g_ptr_array_index (members, i);
      g_autofree char *text = NULL;

      if (!vac_field_is_leaf (vac_node_get_field (member)) ||
          vac_node_get_field (member)->fold != NULL)
        continue;
      text = describe_leaf (document, member);
      append (summary, ", ", text);
    }

  return g_string_free (summary, FALSE);
}

/**
 * vac_summary_of:
 * @document: a document
 * @node: a leaf, a record or a list in it
 *
 * What a form folds away inside of a record is left out.
 *
 * Returns: (transfer full): its values one after the other, as a person reads them; empty for none
 */
char *
vac_summary_of (VacDocument *document,
                VacNode     *node)
{
  GString *summary;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (node), NULL);

  if (vac_node_get_kind (node) == VAC_KIND_RECORD)
    return describe_record (document, node);
  if (vac_node_get_kind (node) != VAC_KIND_LIST)
    return describe_leaf (document, node);

  summary = g_string_new (NULL);
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    {
      g_autofree char *text = vac_summary_of (document, vac_node_get_child (node, i));

      append (summary, "; ", text);
    }

  return g_string_free (summary, FALSE);
}
