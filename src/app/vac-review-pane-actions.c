/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-pane"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-ignored.h"
#include "vac-review-copy.h"
#include "vac-review-groups.h"
#include "vac-review-pane-private.h"

/* What can be done in the pane: with the finding that is chosen, and with all that are listed. */

/*
 * vac_review_pane_get_chosen:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the finding that the card is about
 */
VacReviewItem *
vac_review_pane_get_chosen (VacReviewPane *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/*
 * vac_review_pane_get_finding:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): what the card says; %NULL when none is chosen
 */
VacFinding *
vac_review_pane_get_finding (VacReviewPane *self)
{
  VacReviewItem *chosen = vac_review_pane_get_chosen (self);

  return chosen != NULL ? vac_review_item_get_finding (chosen) : NULL;
}

/*
 * vac_review_pane_show_chosen:
 * @self: a pane
 *
 * Leads to the words of the finding that is chosen.
 */
void
vac_review_pane_show_chosen (VacReviewPane *self)
{
  g_autoptr (VacReviewItem) chosen = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const VacFinding *finding;

  if (vac_review_pane_get_chosen (self) == NULL || self->show == NULL || root == NULL)
    return;
  chosen = g_object_ref (vac_review_pane_get_chosen (self));
  finding = vac_review_item_get_finding (chosen);
  self->show (GTK_WINDOW (root), finding->node, finding->start, finding->length);
}

/*
 * vac_review_pane_can_learn:
 * @self: a pane
 *
 * Returns: whether a word is chosen that no dictionary has
 */
gboolean
vac_review_pane_can_learn (VacReviewPane *self)
{
  const VacFinding *finding = vac_review_pane_get_finding (self);

  /* What says that there is no dictionary is about no word. */
  return finding != NULL && finding->group == VAC_FINDING_SPELLING && finding->words != NULL;
}

/*
 * vac_review_pane_update_actions:
 * @self: a pane
 *
 * Enables what can be done now.
 */
void
vac_review_pane_update_actions (VacReviewPane *self)
{
  static const char *const changing[] = {
    "review.take", "review.ignore-here", "review.ignore-rule",
  };
  const gboolean chosen = vac_review_pane_get_chosen (self) != NULL;
  const gboolean editable = self->document != NULL && !vac_document_get_read_only (self->document);

  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), changing[i], chosen && editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.ignore-always", chosen);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.show", chosen);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.heed", chosen);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.learn",
                                 vac_review_pane_can_learn (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.copy",
                                 g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0);
}

static void
tell (VacReviewPane *self,
      const char    *action,
      const char    *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, "s", text);
}

static void
take_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  VacReviewPane *self = VAC_REVIEW_PANE (widget);
  VacFinding *finding = vac_review_pane_get_finding (self);

  if (!vac_finding_take (finding, self->document, g_variant_get_uint32 (parameter)))
    tell (self, "win.tell", _("The words have changed since they were checked."));
  vac_review_loop_hurry (self->loop);
}

static void
ignore_here_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  VacReviewPane *self = VAC_REVIEW_PANE (widget);

  if (!vac_ignored_add_here (self->document, vac_review_pane_get_finding (self)))
    return;
  vac_review_loop_hurry (self->loop);
  tell (self, "win.notify-removed", _("The finding is ignored here"));
}

static void
ignore_rule_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  VacReviewPane *self = VAC_REVIEW_PANE (widget);

  if (!vac_ignored_add_rule (self->document, vac_review_pane_get_finding (self)))
    return;
  vac_review_loop_hurry (self->loop);
  tell (self, "win.notify-removed", _("Such findings are ignored in this posting"));
}

static void
ignore_always_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  VacReviewPane *self = VAC_REVIEW_PANE (widget);

  tell (self, "win.ignore-always", vac_review_pane_get_finding (self)->id);
}

/* What the user ignores always is none of the posting's business. */
static void
heed_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  VacReviewPane *self = VAC_REVIEW_PANE (widget);
  const VacFinding *finding = vac_review_pane_get_finding (self);
  g_autofree char *id = g_strdup (finding->id);
  const gboolean stepped = !vac_document_get_read_only (self->document) &&
                           vac_ignored_take_back (self->document, finding);

  gtk_widget_activate_action (widget, "win.heed", "(bs)", stepped, id);
  vac_review_loop_hurry (self->loop);
}

static void
learn_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  VacReviewPane *self = VAC_REVIEW_PANE (widget);
  const char *language = vac_document_get_text (self->document, VAC_ROLE_LANGUAGE);
  const VacFinding *finding = vac_review_pane_get_finding (self);

  gtk_widget_activate_action (widget, "win.learn-word", "(ss)", language, finding->words);
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  vac_review_pane_show_chosen (VAC_REVIEW_PANE (widget));
}

static void
list_ignored_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  VacReviewPane *self = VAC_REVIEW_PANE (widget);

  gtk_drop_down_set_selected (self->group_drop_down, VAC_REVIEW_GROUPS_IGNORED);
  gtk_widget_grab_focus (GTK_WIDGET (self->group_drop_down));
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  VacReviewPane *self = VAC_REVIEW_PANE (widget);
  g_autofree char *text = vac_review_copy_to_text (G_LIST_MODEL (self->rows));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  tell (self, "win.tell", _("Findings copied"));
}

/*
 * vac_review_pane_class_install_actions:
 * @widget_class: the class of panes
 */
void
vac_review_pane_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "review.take", "u", take_action);
  gtk_widget_class_install_action (widget_class, "review.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "review.ignore-here", NULL, ignore_here_action);
  gtk_widget_class_install_action (widget_class, "review.ignore-rule", NULL, ignore_rule_action);
  gtk_widget_class_install_action (widget_class, "review.ignore-always", NULL,
                                   ignore_always_action);
  gtk_widget_class_install_action (widget_class, "review.list-ignored", NULL, list_ignored_action);
  gtk_widget_class_install_action (widget_class, "review.heed", NULL, heed_action);
  gtk_widget_class_install_action (widget_class, "review.learn", NULL, learn_action);
  gtk_widget_class_install_action (widget_class, "review.copy", NULL, copy_action);
}
