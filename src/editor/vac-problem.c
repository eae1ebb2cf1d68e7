/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-problem"

#include "config.h"

#include "vac-announce.h"
#include "vac-editor.h"
#include "vac-entry.h"
#include "vac-problem.h"

/**
 * VacProblem:
 *
 * The sentence under a field that holds what the schema does not take. What was typed stays. While
 * somebody types, nothing is said until they leave the field: a half-typed address is no mistake.
 * Under a date it says in words which day was understood.
 */
struct _VacProblem
{
  GtkWidget  parent_instance;

  /* Owned */
  GtkWidget   *label;
  VacDocument *document;
  VacNode     *leaf;

  /* Weak: we are inside it */
  GtkWidget *field;

  gboolean   editing;
};

G_DEFINE_FINAL_TYPE (VacProblem, vac_problem, GTK_TYPE_WIDGET)

/* Why the text is not taken: first what the reader of typed texts has against it. */
static char *
find_problem (VacProblem *self)
{
  const char *text = vac_node_get_text (self->leaf);
  g_auto (VacEntry) entry = { 0 };
  g_autoptr (GError) error = NULL;

  if (vac_field_accepts (vac_node_get_field (self->leaf), text, &error))
    return vac_entry_check_digits (self->document, self->leaf, &error) ? NULL
                                                                       : g_strdup (error->message);
  if (!vac_entry_is_for (vac_node_get_field (self->leaf)))
    return g_strdup (error->message);
  g_clear_error (&error);
  if (!vac_entry_read (self->document, self->leaf, text, &entry, &error))
    return g_strdup (error->message);
  g_clear_error (&error);
  vac_field_accepts (vac_node_get_field (self->leaf), text, &error);

  return g_strdup (error->message);
}

/* Lets a screen reader say the sentence with the field for as long as it stands there. */
static void
describe_field (VacProblem *self,
                gboolean    described)
{
  if (described)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->field),
                                    GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->label, NULL, -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->field),
                                   GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
}

static void
update (VacProblem *self)
{
  g_autofree char *problem = find_problem (self);
  g_autofree char *remark = problem == NULL ? vac_entry_explain (self->document, self->leaf) : NULL;
  gboolean complaining = gtk_widget_has_css_class (self->field, "error");

  if (problem != NULL && self->editing && !complaining)
    {
      /* A remark on what is no longer there says nothing. */
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      describe_field (self, FALSE);
      return;
    }

  gtk_label_set_text (GTK_LABEL (self->label), problem != NULL  ? problem
                                               : remark != NULL ? remark
                                                                : "");
  gtk_widget_set_visible (GTK_WIDGET (self), problem != NULL || remark != NULL);
  vac_editor_set_class (self->label, "error", problem != NULL);
  vac_editor_set_class (self->label, "dim-label", problem == NULL);
  vac_editor_set_class (self->field, "error", problem != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  describe_field (self, problem != NULL || remark != NULL);
}

static void
on_document_changed_cb (VacProblem *self,
                        VacNode    *node)
{
  switch (vac_node_get_role (node))
    {
    case VAC_ROLE_LANGUAGE:
    case VAC_ROLE_PAY_CURRENCY:
    case VAC_ROLE_SALARIES_CURRENCY:
      update (self);
      break;
    default:
      break;
    }
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
  if (gtk_widget_has_css_class (self->field, "error"))
    vac_announce (self->field, gtk_label_get_text (GTK_LABEL (self->label)));
}

static void
vac_problem_dispose (GObject *object)
{
  VacProblem *self = VAC_PROBLEM (object);

  if (self->field != NULL)
    describe_field (self, FALSE);
  g_clear_weak_pointer (&self->field);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->leaf);
  g_clear_object (&self->document);

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
  gtk_widget_add_css_class (GTK_WIDGET (self), "vac-problem");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * vac_problem_new:
 * @document: the document
 * @leaf: a leaf in it
 * @field: the row that edits it and that the problem will be put into
 *
 * Returns: (transfer floating): a sentence that shows while @leaf holds what it should not, or what
 *   needs an explanation
 */
GtkWidget *
vac_problem_new (VacDocument *document,
                 VacNode     *leaf,
                 GtkWidget   *field)
{
  VacProblem *self = g_object_new (VAC_TYPE_PROBLEM, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->document = g_object_ref (document);
  self->leaf = g_object_ref (leaf);
  g_set_weak_pointer (&self->field, field);
  g_signal_connect_object (leaf, "notify::text", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (on_focus_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (field, focus);
  update (self);

  return GTK_WIDGET (self);
}
