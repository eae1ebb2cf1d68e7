/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-view"

#include "config.h"

#include "vac-window-private.h"

/* A page that a window shows in place of its forms: a comparison of postings or of places, the
 * versions, or where another posting starts; and where the focus was before. */

typedef struct
{
  GtkWidget *focus;    /* owned */
  int        start;    /* what is selected in it */
  int        end;
} FocusBefore;

static void
focus_before_free (gpointer data)
{
  FocusBefore *before = data;

  g_object_unref (before->focus);
  g_free (before);
}

/**
 * vac_window_remember_focus:
 * @self: a window
 * @view: what will have the focus instead
 *
 * Whoever goes to @view from a row of a form comes back to it.
 */
void
vac_window_remember_focus (VacWindow *self,
                           GtkWidget *view)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  FocusBefore *before;

  if (focus == NULL)
    return;
  before = g_new0 (FocusBefore, 1);
  before->focus = g_object_ref (focus);
  if (GTK_IS_TEXT (focus))
    gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), &before->start, &before->end);
  g_object_set_data_full (G_OBJECT (view), "vac-focus-before", before, focus_before_free);
}

/**
 * vac_window_return_focus:
 * @self: a window
 * @view: what had the focus instead
 *
 * Moves it back. A text is not selected as a whole, as it is when the focus comes to it in other
 * ways: the next key would replace it.
 */
void
vac_window_return_focus (VacWindow *self,
                         GtkWidget *view)
{
  FocusBefore *before = g_object_get_data (G_OBJECT (view), "vac-focus-before");

  if (before == NULL || gtk_widget_get_root (before->focus) != GTK_ROOT (self))
    return;
  gtk_widget_grab_focus (before->focus);
  if (GTK_IS_TEXT (before->focus))
    gtk_editable_select_region (GTK_EDITABLE (before->focus), before->start, before->end);
}

/**
 * vac_window_show_view:
 * @self: a window that shows its forms
 * @view: (transfer floating): what it shows now in place of them, as one of its members says
 * @name: what it is called in the main stack
 */
void
vac_window_show_view (VacWindow  *self,
                      GtkWidget  *view,
                      const char *name)
{
  vac_window_remember_focus (self, view);
  gtk_stack_add_named (self->main_stack, view, name);
  gtk_stack_set_visible_child (self->main_stack, view);
  vac_window_update_actions (self);
}

/**
 * vac_window_leave_view:
 * @self: a window
 *
 * Goes back from a comparison, from the versions, or from the start page, to the forms.
 */
void
vac_window_leave_view (VacWindow *self)
{
  GtkWidget *view = self->compare_view != NULL   ? GTK_WIDGET (self->compare_view)
                    : self->history_view != NULL ? GTK_WIDGET (self->history_view)
                    : self->side_by_side != NULL ? GTK_WIDGET (self->side_by_side)
                                                 : GTK_WIDGET (self->start_page);

  if (view == NULL)
    return;
  self->compare_view = NULL;
  self->history_view = NULL;
  self->side_by_side = NULL;
  self->start_page = NULL;
  gtk_stack_set_visible_child_name (self->main_stack, self->store != NULL ? "posting" : "error");
  vac_window_return_focus (self, view);
  gtk_stack_remove (self->main_stack, view);
  vac_window_update_actions (self);
}
