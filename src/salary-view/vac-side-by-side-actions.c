/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-side-by-side"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-comparison-copy.h"
#include "vac-focus.h"
#include "vac-place-editor.h"
#include "vac-salary-edit.h"
#include "vac-side-by-side-page.h"

/* The places */

static GPtrArray *
list_all (VacSideBySide *self)
{
  GListModel *items = G_LIST_MODEL (self->sides.list);
  GPtrArray *nodes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (VacPlaceItem) item = g_list_model_get_item (items, i);

      if (!vac_place_item_is_national (item))
        g_ptr_array_add (nodes, g_object_ref (vac_place_item_get_node (item)));
    }

  return nodes;
}

/* Which places are compared is no part of the posting, so what takes it back is here. */
static void
choose (VacSideBySide *self,
        GPtrArray     *nodes,
        const char    *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (escaped);

  g_clear_pointer (&self->before, g_ptr_array_unref);
  self->before = vac_salary_list_get_compared (self->sides.list);
  vac_salary_list_set_compared (self->sides.list, nodes);
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "side.restore");
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->content), toast);
}

/*
 * vac_side_by_side_leave_out:
 * @self: a page
 * @place: a place that it compares
 */
void
vac_side_by_side_leave_out (VacSideBySide *self,
                            VacNode       *place)
{
  g_autoptr (GPtrArray) nodes = vac_salary_list_get_compared (self->sides.list);
  g_autofree char *sentence = NULL;

  sentence = g_strdup_printf (_("“%s” left out"),
                              vac_node_get_member_text (place, VAC_ROLE_PLACE_NAME));
  if (g_ptr_array_remove (nodes, place))
    choose (self, nodes, sentence);
}

/*
 * vac_side_by_side_move:
 * @self: a page
 * @place: a place that it compares
 * @position: where it is to stand among all of them
 */
void
vac_side_by_side_move (VacSideBySide *self,
                       VacNode       *place,
                       guint          position)
{
  VacSalaryList *list = self->sides.list;
  g_autoptr (GPtrArray) nodes = vac_salary_list_get_compared (list);
  guint from;

  if (!g_ptr_array_find (nodes, place, &from) || position >= nodes->len || position == from)
    return;
  g_ptr_array_insert (nodes, (int) position, g_ptr_array_steal_index (nodes, from));
  if (!vac_salary_order_places (vac_salary_list_get_document (list),
                                (VacNode *const *) nodes->pdata, nodes->len))
    return;
  /* Whoever puts places into an order of their own no longer has them sorted by a figure. */
  vac_salary_list_unsort (list);
}

/* Actions */

static void
leave_out_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  VacSideBySide *self = VAC_SIDE_BY_SIDE (widget);
  const VacComparedPlace *place = vac_comparison_get_place (self->sides.comparison,
                                                            g_variant_get_uint32 (parameter));

  if (place != NULL)
    vac_side_by_side_leave_out (self, place->node);
}

static void
all_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  VacSideBySide *self = VAC_SIDE_BY_SIDE (widget);
  g_autoptr (GPtrArray) nodes = list_all (self);
  g_autofree char *sentence = g_strdup_printf (ngettext ("%u place compared", "%u places compared",
                                                         nodes->len),
                                               nodes->len);

  choose (self, nodes, sentence);
}

static void
none_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  VacSideBySide *self = VAC_SIDE_BY_SIDE (widget);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  choose (self, nodes, _("All places left out"));
  gtk_widget_grab_focus (GTK_WIDGET (self->add_button));
}

static void
restore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  VacSideBySide *self = VAC_SIDE_BY_SIDE (widget);

  if (self->before != NULL)
    vac_salary_list_set_compared (self->sides.list, self->before);
  g_clear_pointer (&self->before, g_ptr_array_unref);
}

/*
 * vac_side_by_side_return_focus:
 * @self: a page whose popover has closed
 *
 * The button that opened it may have been made anew.
 */
void
vac_side_by_side_return_focus (VacSideBySide *self)
{
  if (self->asked != NULL && gtk_widget_get_root (self->asked) != NULL)
    gtk_widget_grab_focus (self->asked);
  else
    vac_side_by_side_focus_column (self, self->asked_column);
}

static GtkWidget *
find_button (VacSideBySide *self,
             guint          index)
{
  GtkWidget *focus = vac_focus_find (GTK_WIDGET (self->stack));

  if (focus != NULL)
    return focus;

  return vac_frozen_grid_get_child (self->grid, index + VAC_SIDES_N_FROZEN, 0);
}

static void
use_range_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  VacSideBySide *self = VAC_SIDE_BY_SIDE (widget);
  const guint index = g_variant_get_uint32 (parameter);
  const VacComparedPlace *place = vac_comparison_get_place (self->sides.comparison, index);
  GtkWidget *button = find_button (self, index);
  graphene_rect_t bounds;

  if (place == NULL)
    return;
  g_set_weak_pointer (&self->asked, GTK_IS_BUTTON (button) ? button : NULL);
  self->asked_column = index + VAC_SIDES_N_FROZEN;
  gtk_popover_set_child (GTK_POPOVER (self->popover),
                         vac_use_range_new (vac_salary_list_get_document (self->sides.list),
                                            place->node));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), NULL);
  if (button != NULL && gtk_widget_compute_bounds (button, widget, &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                  (int) bounds.size.width,
                                                  (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  vac_place_rows_find (VAC_SIDE_BY_SIDE (widget)->rows);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  vac_comparison_copy (VAC_SIDE_BY_SIDE (widget)->sides.comparison,
                       gtk_widget_get_clipboard (widget));
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  vac_comparison_export (VAC_SIDE_BY_SIDE (widget)->sides.comparison, widget,
                         g_variant_get_string (parameter, NULL));
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  VacSideBySide *self = VAC_SIDE_BY_SIDE (widget);

  gtk_widget_activate_action (widget, "win.print-places", "@(auiu)",
                              vac_comparison_get_choice (self->sides.comparison));
}

static void
export_page_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  VacSideBySide *self = VAC_SIDE_BY_SIDE (widget);

  gtk_widget_activate_action (widget, "win.export-places", "(s@(auiu))",
                              g_variant_get_string (parameter, NULL),
                              vac_comparison_get_choice (self->sides.comparison));
}

/*
 * vac_side_by_side_focus_column:
 * @self: a page
 * @column: one of its grid
 */
void
vac_side_by_side_focus_column (VacSideBySide *self,
                               guint          column)
{
  GtkWidget *head = vac_frozen_grid_get_child (self->grid, column, 0);

  if (head != NULL)
    gtk_widget_child_focus (head, GTK_DIR_TAB_FORWARD);
}

/*
 * vac_side_by_side_install_actions:
 * @widget_class: the class of pages
 */
void
vac_side_by_side_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "side.all", NULL, all_action);
  gtk_widget_class_install_action (widget_class, "side.none", NULL, none_action);
  gtk_widget_class_install_action (widget_class, "side.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "side.leave-out", "u", leave_out_action);
  gtk_widget_class_install_action (widget_class, "side.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "side.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "side.export", "s", export_action);
  gtk_widget_class_install_action (widget_class, "side.export-page", "s", export_page_action);
  gtk_widget_class_install_action (widget_class, "side.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "side.use-range", "u", use_range_action);
}
