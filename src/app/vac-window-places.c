/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-places"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-binder.h"
#include "vac-salary-panel.h"
#include "vac-window-private.h"

/* The page of a window that compares places of its salary table. */

/* A table of no more places is compared as a whole, as long as nobody has chosen any. */
#define MOST_UNCHOSEN 8

static void
choose_all (VacSalaryList *list)
{
  VacComparison *comparison = vac_salary_list_get_comparison (list);
  g_autoptr (GPtrArray) nodes = vac_salary_list_get_compared (list);

  if (nodes->len > 0 || vac_salary_list_get_n_places (list) > MOST_UNCHOSEN)
    return;
  for (guint i = 0; i < vac_comparison_get_n_places (comparison); i++)
    g_ptr_array_add (nodes, g_object_ref (vac_comparison_get_place (comparison, i)->node));
  vac_salary_list_set_compared (list, nodes);
}

static void
show (VacWindow     *self,
      VacSalaryList *list)
{
  GtkWidget *view;

  vac_binder_settle (GTK_ROOT (self));
  vac_window_leave_view (self);
  /* What is done there is a step of its own. */
  vac_document_add_barrier (vac_window_get_document (self));
  choose_all (list);
  view = vac_side_by_side_new (list);
  g_signal_connect_object (view, "close", G_CALLBACK (vac_window_leave_view), self,
                           G_CONNECT_SWAPPED);
  self->side_by_side = VAC_SIDE_BY_SIDE (view);
  vac_window_show_view (self, view, "side-by-side");
  vac_side_by_side_focus (self->side_by_side);
}

/* The places that are checked are those of the form, wherever the user is. */
static void
side_by_side_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  VacNode *salaries = vac_document_get (vac_window_get_document (self), VAC_ROLE_SALARIES);
  GtkWidget *form;

  if (self->side_by_side != NULL)
    return;
  form = vac_window_find_form (self, salaries);
  if (form != NULL && VAC_IS_SALARY_PANEL (form))
    show (self, vac_salary_panel_get_list (VAC_SALARY_PANEL (form)));
  else
    vac_window_show_toast (self, _("This posting has no part for salaries."));
}

/**
 * vac_window_print_places:
 * @self: a window
 *
 * Prints the places that are compared.
 *
 * Returns: whether any are shown
 */
gboolean
vac_window_print_places (VacWindow *self)
{
  if (self->side_by_side == NULL)
    return FALSE;
  vac_side_by_side_print (self->side_by_side);

  return TRUE;
}

/**
 * vac_window_class_install_places_actions:
 * @widget_class: the class of windows
 */
void
vac_window_class_install_places_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.side-by-side", NULL, side_by_side_action);
}
