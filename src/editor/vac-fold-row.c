/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-fold-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-expander.h"
#include "vac-fold-row.h"
#include "vac-summary.h"

/**
 * VacFoldRow:
 *
 * What few postings say, under one title: closed while it is empty, open once it holds something,
 * and whatever the reader makes of it in between. While it is closed, it tells what is in it, or
 * else what belongs there. Its widgets are made when they are needed: when it opens first, or when
 * somebody looks for one of them.
 */
struct _VacFoldRow
{
  AdwExpanderRow  parent_instance;

  /* Owned */
  VacDocument    *document;
  GPtrArray      *nodes;

  VacFoldFillFunc fill;
  VacFieldRowFunc create_row;
  gboolean        is_empty;
};

G_DEFINE_FINAL_TYPE (VacFoldRow, vac_fold_row, ADW_TYPE_EXPANDER_ROW)

static void
vac_fold_row_dispose (GObject *object)
{
  VacFoldRow *self = VAC_FOLD_ROW (object);

  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vac_fold_row_parent_class)->dispose (object);
}

static void
vac_fold_row_class_init (VacFoldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_fold_row_dispose;
}

static void
vac_fold_row_init (VacFoldRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  self->is_empty = TRUE;
}

static gboolean
holds_nothing (VacFoldRow *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    if (!vac_node_is_empty (g_ptr_array_index (self->nodes, i)))
      return FALSE;

  return TRUE;
}

/* A list or a record has a sentence on what belongs in it; leaves have their names. */
static char *
say_what_belongs (VacFoldRow *self)
{
  g_autoptr (GString) labels = g_string_new (NULL);
  const VacField *first = vac_node_get_field (g_ptr_array_index (self->nodes, 0));

  if (!vac_field_is_leaf (first))
    return g_strdup (_(first->description));
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const VacField *field = vac_node_get_field (g_ptr_array_index (self->nodes, i));

      g_string_append_printf (labels, "%s%s", i > 0 ? ", " : "", _(field->label));
    }

  return g_strdup (labels->str);
}

static char *
say_what_is_in_it (VacFoldRow *self)
{
  g_autoptr (GString) summary = g_string_new (NULL);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      g_autofree char *text = vac_summary_of (self->document, g_ptr_array_index (self->nodes, i));

      g_string_append_printf (summary, "%s%s", summary->len > 0 && *text != '\0' ? ", " : "", text);
    }

  return g_strdup (summary->str);
}

/* The names of leaves stand in the row itself while it is open. */
static char *
describe (VacFoldRow *self)
{
  const VacField *first = vac_node_get_field (g_ptr_array_index (self->nodes, 0));
  g_autofree char *text = NULL;

  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return vac_field_is_leaf (first) ? g_strdup ("") : g_strdup (_(first->description));
  text = say_what_is_in_it (self);

  return *text != '\0' ? g_steal_pointer (&text) : say_what_belongs (self);
}

static void
update_subtitle (VacFoldRow *self)
{
  g_autofree char *text = describe (self);

  if (g_strcmp0 (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (self)), text) != 0)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);
}

/* It opens when it gets its first value, wherever that comes from, and never closes by itself:
 * somebody may be at work in it. */
static void
update (VacFoldRow *self)
{
  const gboolean is_empty = holds_nothing (self);

  if (self->is_empty && !is_empty)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  self->is_empty = is_empty;
  update_subtitle (self);
}

static void
fill (GtkWidget *widget)
{
  VacFoldRow *self = VAC_FOLD_ROW (widget);

  self->fill (self, self->document, self->nodes, self->create_row);
}

static void
on_expanded_cb (AdwExpanderRow *row)
{
  if (adw_expander_row_get_expanded (row))
    vac_editor_make_deferred (GTK_WIDGET (row));
}

/**
 * vac_fold_defer:
 * @row: a row that is closed
 * @nodes: (element-type VacNode): what will have widgets in it
 * @make: adds them to @row
 *
 * Leaves it for later to make what is in @row: until it opens, or somebody looks for the widget of
 * one of @nodes.
 */
void
vac_fold_defer (AdwExpanderRow *row,
                GPtrArray      *nodes,
                void          (*make) (GtkWidget *row))
{
  g_return_if_fail (ADW_IS_EXPANDER_ROW (row) && !adw_expander_row_get_expanded (row));

  vac_editor_defer (GTK_WIDGET (row), nodes, make);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (on_expanded_cb), NULL);
}

/**
 * vac_fold_row_new:
 * @document: the document
 * @members: (element-type VacNode): what is in it, which the schema folds into one row
 * @fill_row: adds the widgets of @members to the row, once
 * @create_row: makes the row of a leaf, for @fill_row
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
vac_fold_row_new (VacDocument     *document,
                  GPtrArray       *members,
                  VacFoldFillFunc  fill_row,
                  VacFieldRowFunc  create_row)
{
  VacFoldRow *self;
  const VacField *first;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (members != NULL && members->len > 0, NULL);
  g_return_val_if_fail (fill_row != NULL && create_row != NULL, NULL);

  first = vac_node_get_field (g_ptr_array_index (members, 0));
  self = g_object_new (VAC_TYPE_FOLD_ROW, NULL);
  self->document = g_object_ref (document);
  self->nodes = g_ptr_array_copy (members, (GCopyFunc) (GCallback) g_object_ref, NULL);
  g_ptr_array_set_free_func (self->nodes, g_object_unref);
  self->fill = fill_row;
  self->create_row = create_row;
  vac_fold_defer (ADW_EXPANDER_ROW (self), self->nodes, fill);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (update_subtitle), NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _(first->fold));
  vac_expander_prepare (GTK_WIDGET (self));
  update (self);
  g_signal_connect_object (document, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * vac_fold_row_new_for:
 * @document: the document
 * @node: a record or a list in it, which the schema folds
 * @fill_row: adds the widgets of @node to the row, once
 * @create_row: makes the row of a leaf, for @fill_row
 *
 * Returns: (transfer floating): a row that stands for @node
 */
GtkWidget *
vac_fold_row_new_for (VacDocument     *document,
                      VacNode         *node,
                      VacFoldFillFunc  fill_row,
                      VacFieldRowFunc  create_row)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  GtkWidget *self;

  g_return_val_if_fail (VAC_IS_NODE (node), NULL);

  g_ptr_array_add (members, node);
  self = vac_fold_row_new (document, members, fill_row, create_row);
  vac_editor_set_node (self, node);

  return self;
}

/**
 * vac_fold_row_add_widget:
 * @self: a row
 * @widget: (transfer floating): what is no row itself
 *
 * Adds @widget with the margins of a row around it.
 */
void
vac_fold_row_add_widget (VacFoldRow *self,
                         GtkWidget  *widget)
{
  GtkWidget *row = adw_preferences_row_new ();

  g_return_if_fail (VAC_IS_FOLD_ROW (self));

  gtk_widget_add_css_class (row, "vac-folded");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), widget);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
fill_with_leaves (VacFoldRow      *self,
                  VacDocument     *document,
                  GPtrArray       *members,
                  VacFieldRowFunc  create_row)
{
  for (guint i = 0; i < members->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self),
                              create_row (document, g_ptr_array_index (members, i)));
}

/**
 * vac_fold_take_run:
 * @document: the document
 * @members: (element-type VacNode): the members of a record
 * @position: (inout): which of them is next, a leaf; comes back as the one after what was taken
 * @create_row: makes the row of a leaf
 *
 * Returns: (transfer floating): a row for that leaf, or for the run of leaves that is folded into
 *   one row
 */
GtkWidget *
vac_fold_take_run (VacDocument     *document,
                   GPtrArray       *members,
                   guint           *position,
                   VacFieldRowFunc  create_row)
{
  const char *fold;
  g_autoptr (GPtrArray) run = g_ptr_array_new ();

  g_return_val_if_fail (members != NULL && position != NULL && *position < members->len, NULL);

  fold = vac_node_get_field (g_ptr_array_index (members, *position))->fold;
  if (fold == NULL)
    return create_row (document, g_ptr_array_index (members, (*position)++));

  for (; *position < members->len; (*position)++)
    {
      VacNode *member = g_ptr_array_index (members, *position);

      if (!vac_field_is_leaf (vac_node_get_field (member)) ||
          g_strcmp0 (vac_node_get_field (member)->fold, fold) != 0)
        break;
      g_ptr_array_add (run, member);
    }

  return vac_fold_row_new (document, run, fill_with_leaves, create_row);
}

/**
 * vac_fold_create_rows:
 * @document: the document
 * @record: a record in it
 * @create_row: makes the row of a leaf
 *
 * Returns: (transfer container) (element-type GtkWidget): the rows of all its leaves, floating,
 *   some of them folded into one
 */
GPtrArray *
vac_fold_create_rows (VacDocument     *document,
                      VacNode         *record,
                      VacFieldRowFunc  create_row)
{
  g_autoptr (GPtrArray) members = vac_editor_list_members (record);
  GPtrArray *rows = g_ptr_array_new ();
  guint i = 0;

  while (i < members->len)
    if (vac_field_is_leaf (vac_node_get_field (g_ptr_array_index (members, i))))
      g_ptr_array_add (rows, vac_fold_take_run (document, members, &i, create_row));
    else
      i++;

  return rows;
}
