/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-diff-lines"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-cli-diff.h"
#include "vac-entry.h"
#include "vac-writer.h"

/* Ids are for programs, and what a switch says by itself is not worth a line. */
static gboolean
is_told (VacNode *leaf)
{
  VacNode *parent = vac_node_get_parent (leaf);
  const VacField *field = parent != NULL ? vac_node_get_field (parent) : NULL;

  if (vac_node_is_empty (leaf))
    return FALSE;
  if (field == NULL || field->kind != VAC_KIND_RECORD)
    return TRUE;

  return vac_field_get_id_role (field) == VAC_ROLE_NONE ||
         vac_field_get_id_role (field) != vac_node_get_role (leaf);
}

static char *
say_value (VacDocument *document,
           VacNode     *leaf)
{
  const VacField *field = vac_node_get_field (leaf);
  const VacChoice *choice = vac_field_find_choice (field, vac_node_get_text (leaf));

  if (vac_node_get_raw (leaf) != NULL)
    return vac_write_value (leaf);
  if (field->kind == VAC_KIND_TOGGLE)
    return g_strdup (vac_node_get_toggle (leaf) ? C_("toggle", "on")
                                                 : C_("toggle", "off"));
  if (choice != NULL)
    return g_strdup (_(choice->label));

  return vac_entry_show (document, leaf);
}

static void
add_leaf (GPtrArray   *lines,
          VacDocument *document,
          VacNode     *leaf,
          gboolean     plain)
{
  const VacField *field = vac_node_get_field (leaf);
  g_autofree char *value = say_value (document, leaf);

  g_ptr_array_add (lines, plain ? g_steal_pointer (&value)
                                : g_strdup_printf (_("%s: %s"), _(field->label), value));
}

/* A name and a value that only some other program knows. */
static void
add_json (GPtrArray *lines,
          VacNode   *node)
{
  const char *name = vac_node_get_name (node);
  g_autofree char *value = vac_write_value (node);

  g_ptr_array_add (lines, name != NULL ? g_strdup_printf (_("%s: %s"), name, value)
                                       : g_steal_pointer (&value));
}

static void
add_node (GPtrArray   *lines,
          VacDocument *document,
          VacNode     *node)
{
  VacNode *parent = vac_node_get_parent (node);
  const VacField *field = vac_node_get_field (node);
  const VacField *record = vac_node_get_field (parent);
  const gboolean element = vac_node_get_kind (parent) == VAC_KIND_LIST;

  if (field == NULL || (vac_node_get_raw (node) != NULL && !vac_field_is_leaf (field)))
    add_json (lines, node);
  else if (vac_field_is_leaf (field) && is_told (node))
    add_leaf (lines, document, node,
              element || vac_field_get_main_role (record) == field->role ||
                  field->kind == VAC_KIND_PROSE);
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    add_node (lines, document, vac_node_get_child (node, i));
}

/*
 * vac_cli_diff_list_lines:
 * @document: the document that @element is in
 *
 * Returns: (transfer full) (element-type utf8): a line for each text and value of @element
 */
GPtrArray *
vac_cli_diff_list_lines (VacDocument *document,
                         VacNode     *element)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  add_node (lines, document, element);
  if (lines->len == 0)
    g_ptr_array_add (lines, g_strdup (_(vac_node_get_field (element)->label)));

  return lines;
}
