/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-table"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-part-title.h"
#include "vac-salary-table-private.h"

/* What the rows of the salary table say, to the eye and to the ear. */

#define CELL_KEY "vac-cell"

/* What the cells of a column are told. */
typedef struct
{
  VacSalaryCells *cells;
  VacFact         fact;
  int             chars;
} Texts;

/* What is heard of a row, whose cells do not take the focus: the figures that are shown of it. */
static char *
describe_row (VacSalaryCells *self,
              VacPlaceItem   *item)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < VAC_N_FACTS; i++)
    {
      g_autofree char *figure = NULL;

      if (i == VAC_FACT_NAME || !gtk_column_view_column_get_visible (self->columns[i]))
        continue;
      figure = vac_salary_list_format (self->list, item, i);
      if (*figure == '\0')
        continue;
      g_string_append (text, text->len > 0 ? "; " : "");
      /* Translators: the title of a column, and what a row says there: “Minimum: $38.50” */
      g_string_append_printf (text, C_("figure", "%s: %s"),
                              gtk_column_view_column_get_title (self->columns[i]), figure);
    }

  return g_string_free (text, FALSE);
}

static void
describe (GtkWidget      *widget,
          VacSalaryCells *self,
          VacPlaceItem   *item)
{
  g_autofree char *description = describe_row (self, item);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

static void
update_cell (GtkListItem *list_item)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  VacPlaceItem *item = gtk_list_item_get_item (list_item);
  const Texts *texts = g_object_get_data (G_OBJECT (label), CELL_KEY);
  VacFact fact = texts->fact;
  g_autofree char *text = vac_salary_list_format (texts->cells->list, item, fact);
  g_autofree char *place = NULL;

  if (fact == VAC_FACT_NAME && *text == '\0')
    gtk_label_set_text (GTK_LABEL (label), C_("place", "Unnamed"));
  else
    gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, texts->chars > 0 ? text : NULL);
  place = vac_salary_list_format (texts->cells->list, item, VAC_FACT_NAME);
  vac_part_name_cell (label, gtk_column_view_column_get_title (texts->cells->columns[fact]), place,
                      text, fact == VAC_FACT_NAME);
  if (fact == VAC_FACT_NAME && gtk_widget_get_parent (label) != NULL)
    describe (gtk_widget_get_parent (gtk_widget_get_parent (label)), texts->cells, item);
}

static void
on_cell_setup_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *list_item,
                  gpointer                  user_data)
{
  const Texts *texts = user_data;
  GtkWidget *label = gtk_label_new (NULL);
  int chars = texts->chars;

  g_object_set_data (G_OBJECT (label), CELL_KEY, user_data);
  gtk_label_set_xalign (GTK_LABEL (label), chars > 0 ? 0 : 1);
  gtk_widget_add_css_class (label, "numeric");
  if (chars > 0)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), 4);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), chars);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 2 * chars);
    }
  gtk_list_item_set_child (list_item, label);
}

static void
on_cell_bind_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *list_item,
                 gpointer                  user_data)
{
  VacPlaceItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_list_item_get_child (list_item);

  if (vac_place_item_is_national (item))
    gtk_widget_add_css_class (label, "vac-national");
  else
    gtk_widget_remove_css_class (label, "vac-national");
  if (((const Texts *) user_data)->fact == VAC_FACT_NAME)
    vac_editor_set_node (label, vac_place_item_get_node (item));
  g_signal_connect_swapped (item, "changed", G_CALLBACK (update_cell), list_item);
  update_cell (list_item);
}

static void
on_cell_unbind_cb (GtkSignalListItemFactory *factory,
                   GtkListItem              *list_item,
                   gpointer                  user_data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), update_cell, list_item);
}

/* Checks for the side by side view */

static void
update_check (GtkListItem *list_item)
{
  GtkWidget *check = gtk_list_item_get_child (list_item);
  VacPlaceItem *item = gtk_list_item_get_item (list_item);
  VacSalaryCells *self = g_object_get_data (G_OBJECT (check), CELL_KEY);
  g_autofree char *place = vac_salary_list_format (self->list, item, VAC_FACT_NAME);
  g_autofree char *name = g_strdup_printf (_("Put %s side by side with others"), place);

  gtk_widget_set_visible (check, !vac_place_item_is_national (item));
  /* GTK 4.8 moves the focus also to what is hidden, and there no key is heard any more. */
  gtk_widget_set_can_focus (check, !vac_place_item_is_national (item));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), vac_place_item_get_compared (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  vac_part_name (gtk_widget_get_parent (check), "%s", name);
#if !GTK_CHECK_VERSION(4, 12, 0)
  /* A row with something to focus in it never has the focus itself. */
  describe (check, self, item);
#endif
}

static void
on_check_toggled_cb (GtkListItem    *list_item,
                     GtkCheckButton *check)
{
  VacPlaceItem *item = gtk_list_item_get_item (list_item);

  if (item != NULL)
    vac_place_item_set_compared (item, gtk_check_button_get_active (check));
}

static void
on_check_setup_cb (GtkSignalListItemFactory *factory,
                   GtkListItem              *list_item,
                   gpointer                  user_data)
{
  GtkWidget *check = gtk_check_button_new ();

  g_object_set_data (G_OBJECT (check), CELL_KEY, user_data);
  gtk_widget_set_tooltip_text (check, _("Choose for Side by Side, Print, and Export"));
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled_cb), list_item,
                           G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, check);
}

static void
on_check_bind_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *list_item,
                  gpointer                  user_data)
{
  g_signal_connect_swapped (gtk_list_item_get_item (list_item), "changed",
                            G_CALLBACK (update_check), list_item);
  update_check (list_item);
}

static void
on_check_unbind_cb (GtkSignalListItemFactory *factory,
                    GtkListItem              *list_item,
                    gpointer                  user_data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), update_check,
                                        list_item);
}

/*
 * vac_salary_cells_new_texts:
 * @self: the table's, as long as it lives
 * @fact: what is told of each row
 * @chars: of text before it is cut; 0 for figures
 *
 * Returns: (transfer full): what makes the cells of a column
 */
GtkListItemFactory *
vac_salary_cells_new_texts (VacSalaryCells *self,
                            VacFact         fact,
                            int             chars)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Texts *texts = g_new (Texts, 1);

  *texts = (Texts) { self, fact, chars };
  g_object_set_data_full (G_OBJECT (factory), CELL_KEY, texts, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (on_cell_setup_cb), texts);
  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bind_cb), texts);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_cell_unbind_cb), texts);

  return factory;
}

/*
 * vac_salary_cells_new_checks:
 * @self: the table's, as long as it lives
 *
 * Returns: (transfer full): what makes the cells that choose a row for the side by side view
 */
GtkListItemFactory *
vac_salary_cells_new_checks (VacSalaryCells *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_check_setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_check_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_check_unbind_cb), NULL);

  return factory;
}
