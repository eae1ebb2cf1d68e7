/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-library-rows"

#include "config.h"

#include "vac-library-item.h"
#include "vac-library-rows.h"
#include "vac-part-title.h"
#include "vac-text-label.h"

/* What the rows of a list of postings are made of: cells of a table, or a title and what is said of
 * it below. */

#define COLUMN_KEY    "vac-column"
#define LIST_ITEM_KEY "vac-list-item"

/* What is cut off is in the tooltip. */
#define MOST_TITLE_LINES 2
#define MOST_DETAIL_LINES 5

static VacLibraryEntry *
get_entry (GtkListItem *list_item)
{
  return vac_library_item_get_entry (gtk_list_item_get_item (list_item));
}

static void
name_row (GtkWidget       *row,
          VacLibraryEntry *entry)
{
  g_autofree char *name = vac_library_text_row (entry);

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What a cell says is heard with the column that it is in, and the posting of its row. */
static void
name_cell (GtkWidget        *label,
           VacLibraryEntry  *entry,
           VacLibraryColumn  column,
           const char       *text)
{
  g_autofree char *title = vac_library_text_cell (entry, VAC_LIBRARY_COLUMN_TITLE);

  vac_part_name_cell (label, vac_library_column_get_title (column), title, text, FALSE);
}

static void
set_tooltip (GtkWidget       *widget,
             VacLibraryEntry *entry,
             const char      *text)
{
  g_autofree char *path = g_filename_display_name (vac_library_entry_get_path (entry));
  g_autofree char *tooltip = g_strdup_printf ("%s\n%s", text, path);

  gtk_widget_set_tooltip_text (widget, tooltip);
}

static void
keep_list_item (GtkListItem *list_item,
                GtkWidget   *child)
{
  g_object_set_data (G_OBJECT (child), LIST_ITEM_KEY, list_item);
  gtk_list_item_set_child (list_item, child);
}

/* Cells */

static void
update_cell (GtkListItem *list_item)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  VacLibraryEntry *entry = get_entry (list_item);
  const char *error = vac_library_entry_get_facts (entry)->error;
  const VacLibraryColumn column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (label),
                                                                       COLUMN_KEY));
  g_autofree char *text = vac_library_text_cell (entry, column);
  GtkWidget *cell = gtk_widget_get_parent (label);

  gtk_label_set_text (GTK_LABEL (label), text);
  if (column != VAC_LIBRARY_COLUMN_TITLE)
    name_cell (label, entry, column, text);
  if (column == VAC_LIBRARY_COLUMN_TITLE)
    {
      set_tooltip (label, entry, text);
      name_row (cell != NULL ? gtk_widget_get_parent (cell) : NULL, entry);
    }
  else if (column == VAC_LIBRARY_COLUMN_STATUS && error != NULL)
    {
      gtk_widget_set_tooltip_text (label, error);
    }
  else
    {
      gtk_widget_set_tooltip_text (label, *text != '\0' ? text : NULL);
    }
}

static void
on_cell_setup_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *list_item,
                  gpointer                  user_data)
{
  const VacLibraryColumn column = GPOINTER_TO_UINT (user_data);
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set_data (G_OBJECT (label), COLUMN_KEY, user_data);
  gtk_label_set_xalign (GTK_LABEL (label), column == VAC_LIBRARY_COLUMN_FINDINGS ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), vac_library_column_get_chars (column));
  gtk_label_set_max_width_chars (GTK_LABEL (label), 2 * vac_library_column_get_chars (column));
  gtk_widget_add_css_class (label, "numeric");
  keep_list_item (list_item, label);
}

static void
on_cell_entry_cb (VacLibraryItem *item,
                  GParamSpec     *pspec,
                  GtkListItem    *list_item)
{
  if (gtk_list_item_get_item (list_item) == item)
    update_cell (list_item);
}

static void
on_cell_bind_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *list_item)
{
  g_signal_connect_object (gtk_list_item_get_item (list_item), "notify::entry",
                           G_CALLBACK (on_cell_entry_cb), list_item, 0);
  update_cell (list_item);
}

static void
on_cell_unbind_cb (GtkSignalListItemFactory *factory,
                   GtkListItem              *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), on_cell_entry_cb,
                                        list_item);
}

/**
 * vac_library_cells_new:
 * @column: a column
 *
 * Returns: (transfer full): makes its cells for #VacLibraryItem
 */
GtkListItemFactory *
vac_library_cells_new (VacLibraryColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_cell_setup_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_cell_unbind_cb), NULL);

  return factory;
}

/* Rows without columns */

static GtkWidget *
label_new (int n_lines)
{
  GtkWidget *label = vac_text_label_new (NULL);

  gtk_label_set_lines (GTK_LABEL (label), n_lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);

  return label;
}

static void
update_row (GtkListItem *list_item)
{
  GtkWidget *box = gtk_list_item_get_child (list_item);
  VacLibraryEntry *entry = get_entry (list_item);
  g_autofree char *title = vac_library_text_cell (entry, VAC_LIBRARY_COLUMN_TITLE);
  g_autofree char *detail = vac_library_text_detail (entry);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), title);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), detail);
  set_tooltip (box, entry, detail);
  name_row (gtk_widget_get_parent (box), entry);
}

static void
on_row_setup_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = label_new (MOST_TITLE_LINES);
  GtkWidget *detail = label_new (MOST_DETAIL_LINES);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), detail);
  keep_list_item (list_item, box);
}

static void
on_row_entry_cb (VacLibraryItem *item,
                 GParamSpec     *pspec,
                 GtkListItem    *list_item)
{
  if (gtk_list_item_get_item (list_item) == item)
    update_row (list_item);
}

static void
on_row_bind_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item)
{
  g_signal_connect_object (gtk_list_item_get_item (list_item), "notify::entry",
                           G_CALLBACK (on_row_entry_cb), list_item, 0);
  update_row (list_item);
}

static void
on_row_unbind_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), on_row_entry_cb,
                                        list_item);
}

/**
 * vac_library_rows_new:
 *
 * Returns: (transfer full): makes rows for #VacLibraryItem
 */
GtkListItemFactory *
vac_library_rows_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_row_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_row_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_row_unbind_cb), NULL);

  return factory;
}

/**
 * vac_library_rows_find:
 * @widget: a widget in a row, or the row itself
 * @within: what the rows are in
 *
 * Returns: the position of the row in its list; %GTK_INVALID_LIST_POSITION for no row
 */
guint
vac_library_rows_find (GtkWidget *widget,
                       GtkWidget *within)
{
  GtkListItem *list_item = NULL;

  for (GtkWidget *at = widget; at != NULL && at != within && list_item == NULL;
       at = gtk_widget_get_parent (at))
    list_item = g_object_get_data (G_OBJECT (at), LIST_ITEM_KEY);
  if (widget == within)
    return GTK_INVALID_LIST_POSITION;
  for (GtkWidget *at = widget; at != NULL && list_item == NULL;
       at = gtk_widget_get_first_child (at))
    list_item = g_object_get_data (G_OBJECT (at), LIST_ITEM_KEY);

  return list_item != NULL ? gtk_list_item_get_position (list_item) : GTK_INVALID_LIST_POSITION;
}
