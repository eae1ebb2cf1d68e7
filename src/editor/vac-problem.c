/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-problem"

#include "config.h"

#include "vac-problem.h"

/**
 * VacProblem:
 *
 * The sentence under a field that holds what the schema does not take. What was typed stays. While
 * somebody types, nothing is said until they leave the field: a half-typed address is no mistake.
 */
struct _VacProblem
{
  GtkWidget  parent_instance;

  /* Owned */
  GtkWidget *label;
  VacNode   *leaf;

  /* Borrowed: we are inside it */
  GtkWidget *field;

  gboolean   editing;
};

G_DEFINE_FINAL_TYPE (VacProblem, vac_problem, GTK_TYPE_WIDGET)

static void
update (VacProblem *self)
{
  g_autoptr (GError) error = NULL;
  gboolean accepted = vac_field_accepts (vac_node_get_field (self->leaf),
                                         vac_node_get_text (self->leaf), &error);

  if (!accepted && self->editing && !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  gtk_label_set_text (GTK_LABEL (self->label), accepted ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self), !accepted);
  if (accepted)
    gtk_widget_remove_css_class (self->field, "error");
  else
    gtk_widget_add_css_class (self->field, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_STATE_INVALID,
                               accepted ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

static void
on_focus_enter_cb (VacProblem *self)
{
  self->editing = TRUE;
}

static void
on_focus_leave_cb (VacProblem *self)
{
  self->editing = FALSE;
  update (self);
}

static void
vac_problem_dispose (GObject *object)
{
  VacProblem *self = VAC_PROBLEM (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->leaf);

  G_OBJECT_CLASS (vac_problem_parent_class)->dispose (object);
}

static void
vac_problem_class_init (VacProblemClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_problem_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
vac_problem_init (VacProblem *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_widget_add_css_class (self->label, "error");
  gtk_widget_add_css_class (GTK_WIDGET (self), "vac-problem");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * vac_problem_new:
 * @leaf: a leaf
 * @field: the row that edits it and that the problem will be put into
 *
 * Returns: (transfer floating): a sentence that shows while @leaf holds what it should not
 */
GtkWidget *
vac_problem_new (VacNode   *leaf,
                 GtkWidget *field)
{
  VacProblem *self = g_object_new (VAC_TYPE_PROBLEM, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->leaf = g_object_ref (leaf);
  self->field = field;
  g_signal_connect_object (leaf, "notify::text", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (on_focus_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (field, focus);
  update (self);

  return GTK_WIDGET (self);
}
