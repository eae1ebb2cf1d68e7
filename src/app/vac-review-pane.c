/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-pane"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-announce.h"
#include "vac-focus.h"
#include "vac-narrow.h"
#include "vac-review-groups.h"
#include "vac-review-model.h"
#include "vac-review-pane-private.h"
#include "vac-review-rows.h"
#include "vac-shrink.h"
#include "vac-spelling.h"

/* How long findings that come one after the other are collected before the list shows them, in
 * milliseconds: somebody who types looks at the form. */
#define COLLECT 500

/* How many words are offered for one that no dictionary has. */
#define MOST_SUGGESTIONS 6

/* How high what is below the list is at most, and how much of it is seen in a low window, in
 * pixels. */
#define HIGHEST_FOOT 640
#define LEAST_FOOT   48

G_DEFINE_FINAL_TYPE (VacReviewPane, vac_review_pane, GTK_TYPE_BOX)

/* What is chosen */

/* That takes too long for all words that no dictionary has. */
static void
suggest_words (VacReviewPane *self,
               VacFinding    *finding)
{
  g_auto (GStrv) words = NULL;

  if (finding->suggestions != NULL)
    return;
  words = vac_spelling_suggest (vac_document_get_text (self->document, VAC_ROLE_LANGUAGE),
                                finding->words);
  for (guint i = 0; words[i] != NULL && i < MOST_SUGGESTIONS; i++)
    vac_finding_suggest (finding, words[i]);
}

static void
on_selected_cb (GtkSingleSelection *selection,
                GParamSpec         *pspec,
                VacReviewPane      *self)
{
  VacReviewItem *chosen = vac_review_pane_get_chosen (self);

  if (chosen != NULL)
    self->last = gtk_single_selection_get_selected (selection);
  if (vac_review_pane_can_learn (self))
    suggest_words (self, vac_review_item_get_finding (chosen));
  vac_review_card_set_item (self->card, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->card), chosen != NULL);
  if (chosen != NULL)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->foot_scroller), 0);
  vac_review_pane_update_actions (self);
}

static void
scroll_to (VacReviewPane *self,
           guint          position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

/* Returns: which row is the first, to be compared only */
static gconstpointer
get_first (VacReviewPane *self)
{
  g_autoptr (GObject) first = g_list_model_get_item (G_LIST_MODEL (self->rows), 0);

  return first;
}

/* A list goes on showing what it showed, even when something comes before that. */
static gboolean
is_at_top (VacReviewPane *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view));

  return gtk_adjustment_get_value (adjustment) <= gtk_adjustment_get_lower (adjustment);
}

static void
choose (VacReviewPane *self,
        guint          position)
{
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    scroll_to (self, position);
}

/* Where the list has taken the place of the form, a row first shows what it is about. */
static void
on_activate_cb (GtkListView   *list_view,
                guint          position,
                VacReviewPane *self)
{
  const gboolean chosen = gtk_single_selection_get_selected (self->selection) == position;

  gtk_single_selection_set_selected (self->selection, position);
  if (chosen || !self->alone)
    vac_review_pane_show_chosen (self);
}

/* What is listed */

static gboolean
lists_ignored (VacReviewPane *self)
{
  return self->group == VAC_REVIEW_GROUPS_IGNORED;
}

static void
update_title (VacReviewPane *self,
              guint          n_findings)
{
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%u finding", "%u findings", n_findings),
                                               n_findings);

  adw_window_title_set_subtitle (self->title, subtitle);
}

/* Whoever has asked for the pane stays where they were. */
static void
tell (VacReviewPane *self)
{
  if (!self->untold || !gtk_widget_get_mapped (GTK_WIDGET (self))
      || !vac_review_loop_get_known (self->loop))
    return;
  self->untold = FALSE;
  vac_announce (GTK_WIDGET (self->title), adw_window_title_get_subtitle (self->title));
}

static void
update_unknown (VacReviewPane *self)
{
  g_autofree char *unknown = vac_review_groups_dup_unknown (
      vac_document_get_text (self->document, VAC_ROLE_LANGUAGE));

  gtk_widget_set_visible (GTK_WIDGET (self->unknown_label), unknown != NULL);
  gtk_label_set_text (self->unknown_label, unknown != NULL ? unknown : "");
}

static void
update_ignored (VacReviewPane *self,
                guint          n_ignored)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u ignored", "%u ignored", n_ignored),
                                           n_ignored);

  gtk_label_set_text (self->ignored_label, text);
  gtk_widget_set_visible (self->ignored_box, n_ignored > 0);
  gtk_widget_set_visible (self->list_ignored_button, !lists_ignored (self));
  gtk_widget_set_visible (self->show_ignored_button, lists_ignored (self));
  vac_review_card_set_ignored (self->card, lists_ignored (self));
}

/* Nothing remains to be seen there. */
static void
leave_ignored (VacReviewPane *self)
{
  self->group = VAC_REVIEW_GROUPS_ALL;
  gtk_drop_down_set_selected (self->group_drop_down, VAC_REVIEW_GROUPS_ALL);
}

static void
update_stack (VacReviewPane *self,
              guint          n_findings)
{
  const char *name = "list";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0)
    {
      if (!vac_review_loop_get_known (self->loop))
        name = "checking";
      else
        name = n_findings == 0 ? "clear" : "none";
    }
  gtk_stack_set_visible_child_name (self->stack, name);
}

/* A list view that begins with a heading, which takes no focus, lets no Tab in, and what scrolls it
 * takes it instead: it belongs to the finding that is chosen, or to the first. */
static void
on_scroller_has_focus_cb (GtkWidget     *scroller,
                          GParamSpec    *pspec,
                          VacReviewPane *self)
{
  GtkWidget *list = GTK_WIDGET (self->list_view);

  if (!gtk_widget_has_focus (scroller))
    return;
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0 &&
        gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD))
      return;
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD))
      return;
}

static int
get_listed (VacReviewPane *self)
{
  return self->group == VAC_REVIEW_GROUPS_ALL || lists_ignored (self)
             ? VAC_REVIEW_ALL_GROUPS : (int) (self->group - VAC_REVIEW_GROUPS_FIRST);
}

/* Whoever works in this pane goes on with the next finding once the chosen one is no more. */
static void
choose_next_of_gone (VacReviewPane *self,
                     gboolean       was_in_card)
{
  GListModel *model = G_LIST_MODEL (self->rows);
  const guint n_rows = g_list_model_get_n_items (model);

  if (n_rows > 0)
    choose (self, vac_review_model_find (model, MIN (self->last, n_rows - 1), 1));
  if (was_in_card)
    gtk_widget_child_focus (vac_review_pane_get_chosen (self) != NULL ? GTK_WIDGET (self->card)
                                                      : GTK_WIDGET (self),
                            GTK_DIR_TAB_FORWARD);
}

/**
 * vac_review_pane_refresh:
 * @self: a pane with a posting
 *
 * Shows what has been found by now, unless the pane has never been shown.
 */
void
vac_review_pane_refresh (VacReviewPane *self)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) ignored = NULL;
  gboolean was_at_top, had_chosen, was_here, was_in_card;
  gconstpointer first;
  VacReviewer *reviewer;

  g_return_if_fail (VAC_IS_REVIEW_PANE (self));

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (self->loop == NULL || self->stack == NULL)
    return;

  reviewer = vac_review_loop_get_reviewer (self->loop);
  was_at_top = is_at_top (self);
  first = get_first (self);
  had_chosen = vac_review_pane_get_chosen (self) != NULL;
  was_here = vac_focus_find (GTK_WIDGET (self)) != NULL;
  was_in_card = vac_focus_find (GTK_WIDGET (self->card)) != NULL;
  findings = vac_reviewer_get_findings (reviewer);
  ignored = vac_reviewer_get_ignored (reviewer);
  if (lists_ignored (self) && ignored->len == 0)
    leave_ignored (self);
  vac_review_groups_update (self->groups, findings, ignored->len);
  update_title (self, findings->len);
  vac_review_model_update (self->rows, self->document, lists_ignored (self) ? ignored : findings,
                           get_listed (self));
  update_stack (self, findings->len);
  update_ignored (self, ignored->len);
  update_unknown (self);
  vac_review_pane_update_actions (self);
  tell (self);
  if (was_at_top && get_first (self) != first && vac_review_pane_get_chosen (self) == NULL)
    scroll_to (self, 0);
  if (had_chosen && was_here && vac_review_pane_get_chosen (self) == NULL)
    choose_next_of_gone (self, was_in_card);
}

static gboolean
on_refresh_cb (gpointer user_data)
{
  VacReviewPane *self = user_data;

  self->refresh_source = 0;
  vac_review_pane_refresh (self);

  return G_SOURCE_REMOVE;
}

/* Texts are looked at for the marks in forms as well; whoever shows the pane refreshes it. */
static void
on_checked_cb (VacReviewPane *self)
{
  if (self->refresh_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_source = g_timeout_add_full (G_PRIORITY_LOW, COLLECT, on_refresh_cb, self, NULL);
}

/* The review goes on for others while the pane is hidden. */
static void
on_finished_cb (VacReviewPane *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  vac_review_pane_refresh (self);
  vac_measure_list_update (self->measures);
}

static void
on_map_cb (VacReviewPane *self)
{
  self->untold = TRUE;
  if (self->loop != NULL && vac_review_loop_get_known (self->loop))
    vac_measure_list_update (self->measures);
}

static void
on_group_chosen_cb (GtkDropDown   *drop_down,
                    GParamSpec    *pspec,
                    VacReviewPane *self)
{
  const guint selected = gtk_drop_down_get_selected (drop_down);
  const guint group = selected == GTK_INVALID_LIST_POSITION ? VAC_REVIEW_GROUPS_ALL : selected;

  if (group == self->group)
    return;
  self->group = group;
  vac_review_pane_refresh (self);
}

/* What is below the list, as high as it is at its width up to a limit: a scrolled window would
 * measure it as if none of its lines were broken. */

static void
measure_foot (GtkWidget      *widget,
              GtkOrientation  orientation,
              int             for_size,
              int            *minimum,
              int            *natural,
              int            *minimum_baseline,
              int            *natural_baseline)
{
  GtkWidget *scroller = gtk_widget_get_first_child (widget);
  GtkWidget *foot = gtk_widget_get_first_child (gtk_widget_get_first_child (scroller));

  gtk_widget_measure (scroller, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  gtk_widget_measure (foot, orientation, for_size, NULL, natural, NULL, NULL);
  *natural = CLAMP (*natural, *minimum, HIGHEST_FOOT);
  *minimum = MIN (*natural, LEAST_FOOT);
}

static void
allocate_foot (GtkWidget *widget,
               int        width,
               int        height,
               int        baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The pane */

static void
vac_review_pane_dispose (GObject *object)
{
  VacReviewPane *self = VAC_REVIEW_PANE (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_object (&self->loop_signals);
  g_clear_object (&self->reviewer_signals);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->loop);
  g_clear_object (&self->document);
  g_clear_object (&self->part);
  g_clear_object (&self->own);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (vac_review_pane_parent_class)->dispose (object);
}

static void
vac_review_pane_finalize (GObject *object)
{
  VacReviewPane *self = VAC_REVIEW_PANE (object);

  g_clear_object (&self->groups);
  g_clear_object (&self->rows);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (vac_review_pane_parent_class)->finalize (object);
}

static void
update_header (VacReviewPane *self)
{
  gtk_widget_set_visible (self->back_button, self->alone);
  vac_narrow_show_window_buttons (self->review_header, self->end_buttons);
  vac_narrow_set_header (self->review_header, self->narrow);
}

static void
fill_parts (VacReviewPane *self)
{
  if (self->settings != NULL)
    vac_measure_list_remember (self->measures, self->settings, "measures-visible");
  if (self->own != NULL)
    vac_measure_list_set_own (self->measures, self->own);
  if (self->part != NULL)
    gtk_box_insert_child_after (self->foot, self->part, self->ignored_box);
  if (self->loop != NULL)
    vac_measure_list_set_reviewer (self->measures, vac_review_loop_get_reviewer (self->loop));
}

/* Most windows never show the pane: it has no widgets until it is shown or led through. */
static void
build (VacReviewPane *self)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  if (self->stack != NULL)
    return;

  factory = vac_review_rows_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  vac_let_drop_down_shrink (self->group_drop_down);
  g_signal_connect_object (
      gtk_widget_get_ancestor (GTK_WIDGET (self->list_view), GTK_TYPE_SCROLLED_WINDOW),
      "notify::has-focus", G_CALLBACK (on_scroller_has_focus_cb), self, 0);
  gtk_widget_set_layout_manager (self->foot_bin, gtk_custom_layout_new (get_request_mode,
                                                                        measure_foot,
                                                                        allocate_foot));
  gtk_drop_down_set_model (self->group_drop_down, G_LIST_MODEL (self->groups));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_factory (self->list_view, factory);
  g_signal_connect_object (self->group_drop_down, "notify::selected",
                           G_CALLBACK (on_group_chosen_cb), self, 0);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected_cb),
                           self, 0);
  fill_parts (self);
  update_header (self);
  vac_review_pane_refresh (self);
}

static void
vac_review_pane_show (GtkWidget *widget)
{
  build (VAC_REVIEW_PANE (widget));

  GTK_WIDGET_CLASS (vac_review_pane_parent_class)->show (widget);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               VAC_RESOURCE_PATH "/app/vac-review-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, VacReviewPane, review_header);
  gtk_widget_class_bind_template_child (widget_class, VacReviewPane, title);
  gtk_widget_class_bind_template_child (widget_class, VacReviewPane, back_button);
  gtk_widget_class_bind_template_child (widget_class, VacReviewPane, group_drop_down);
  gtk_widget_class_bind_template_child (widget_class, VacReviewPane, unknown_label);
  gtk_widget_class_bind_template_child (widget_class, VacReviewPane, stack);
  gtk_widget_class_bind_template_child (widget_class, VacReviewPane, list_view);
  gtk_widget_class_bind_template_child (widget_class, VacReviewPane, foot_bin);
  gtk_widget_class_bind_template_child (widget_class, VacReviewPane, foot_scroller);
  gtk_widget_class_bind_template_child (widget_class, VacReviewPane, foot);
  gtk_widget_class_bind_template_child (widget_class, VacReviewPane, card);
  gtk_widget_class_bind_template_child (widget_class, VacReviewPane, ignored_box);
  gtk_widget_class_bind_template_child (widget_class, VacReviewPane, ignored_label);
  gtk_widget_class_bind_template_child (widget_class, VacReviewPane, list_ignored_button);
  gtk_widget_class_bind_template_child (widget_class, VacReviewPane, show_ignored_button);
  gtk_widget_class_bind_template_child (widget_class, VacReviewPane, measures);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
}

static void
vac_review_pane_class_init (VacReviewPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vac_review_pane_dispose;
  object_class->finalize = vac_review_pane_finalize;
  widget_class->show = vac_review_pane_show;

  vac_review_pane_class_install_actions (widget_class);
  g_type_ensure (VAC_TYPE_MEASURE_LIST);
  g_type_ensure (VAC_TYPE_REVIEW_CARD);
  bind_template (widget_class);
}

static void
connect_signals (VacReviewPane *self)
{
  self->loop_signals = g_signal_group_new (VAC_TYPE_REVIEW_LOOP);
  g_signal_connect (self, "map", G_CALLBACK (on_map_cb), NULL);
  g_signal_group_connect_swapped (self->loop_signals, "finished",
                                  G_CALLBACK (on_finished_cb), self);
  self->reviewer_signals = g_signal_group_new (VAC_TYPE_REVIEWER);
  g_signal_group_connect_swapped (self->reviewer_signals, "checked", G_CALLBACK (on_checked_cb),
                                  self);
  self->document_signals = g_signal_group_new (VAC_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "notify::read-only",
                                  G_CALLBACK (vac_review_pane_update_actions), self);
}

static void
vac_review_pane_init (VacReviewPane *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->group = VAC_REVIEW_GROUPS_ALL;
  self->groups = gtk_string_list_new (NULL);
  self->rows = g_list_store_new (VAC_TYPE_REVIEW_ITEM);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  connect_signals (self);
  vac_review_pane_update_actions (self);
}

/**
 * vac_review_pane_set_show_func:
 * @self: a pane
 * @show: leads to words in the window that the pane is in
 */
void
vac_review_pane_set_show_func (VacReviewPane   *self,
                               VacShowSpanFunc  show)
{
  g_return_if_fail (VAC_IS_REVIEW_PANE (self));

  self->show = show;
}

/**
 * vac_review_pane_remember:
 * @self: a pane
 * @settings: where it is remembered what of the pane is shown
 *
 * To be called before the pane is shown.
 */
void
vac_review_pane_remember (VacReviewPane *self,
                          GSettings     *settings)
{
  g_return_if_fail (VAC_IS_REVIEW_PANE (self) && self->stack == NULL);

  g_set_object (&self->settings, settings);
}

/**
 * vac_review_pane_set_own:
 * @self: a pane
 * @own: the postings of the user, with which the present one is compared
 *
 * To be called before the pane is shown.
 */
void
vac_review_pane_set_own (VacReviewPane  *self,
                         VacOwnPostings *own)
{
  g_return_if_fail (VAC_IS_REVIEW_PANE (self) && self->stack == NULL);

  g_set_object (&self->own, own);
}

/**
 * vac_review_pane_add_part:
 * @self: a pane
 * @part: what is shown between the findings and the measures
 *
 * To be called once, before the pane is shown.
 */
void
vac_review_pane_add_part (VacReviewPane *self,
                          GtkWidget     *part)
{
  g_return_if_fail (VAC_IS_REVIEW_PANE (self) && self->stack == NULL);
  g_return_if_fail (GTK_IS_WIDGET (part) && self->part == NULL);

  self->part = g_object_ref_sink (part);
}

/**
 * vac_review_pane_set_review:
 * @self: a pane
 * @document: a posting
 * @loop: what reviews it
 *
 * Shows what is found in @document from now on.
 */
void
vac_review_pane_set_review (VacReviewPane *self,
                            VacDocument   *document,
                            VacReviewLoop *loop)
{
  g_return_if_fail (VAC_IS_REVIEW_PANE (self));
  g_return_if_fail (VAC_IS_DOCUMENT (document));
  g_return_if_fail (VAC_IS_REVIEW_LOOP (loop));

  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_list_store_remove_all (self->rows);
  self->last = 0;
  g_set_object (&self->document, document);
  g_set_object (&self->loop, loop);
  if (self->stack != NULL)
    vac_measure_list_set_reviewer (self->measures, vac_review_loop_get_reviewer (loop));
  g_signal_group_set_target (self->loop_signals, loop);
  g_signal_group_set_target (self->reviewer_signals, vac_review_loop_get_reviewer (loop));
  g_signal_group_set_target (self->document_signals, document);
  if (self->stack != NULL)
    gtk_drop_down_set_selected (self->group_drop_down, 0);
  vac_review_pane_refresh (self);
  vac_review_pane_update_actions (self);
}

/**
 * vac_review_pane_set_header:
 * @self: a pane
 * @narrow: whether there is no room for words in the header bar
 * @alone: whether the pane has taken the place of the form and so leads back to it
 * @end_buttons: whether the window's buttons at the end are in this pane
 */
void
vac_review_pane_set_header (VacReviewPane *self,
                            gboolean       narrow,
                            gboolean       alone,
                            gboolean       end_buttons)
{
  g_return_if_fail (VAC_IS_REVIEW_PANE (self));

  self->alone = alone;
  self->narrow = narrow;
  self->end_buttons = end_buttons;
  if (self->stack != NULL)
    update_header (self);
}

/**
 * vac_review_pane_step:
 * @self: a pane
 * @direction: 1 for the next finding, -1 for the one before
 *
 * Chooses another finding, and leads to its words unless the form is behind the pane.
 *
 * Returns: (transfer none) (nullable): the finding; %NULL when there is none
 */
const VacFinding *
vac_review_pane_step (VacReviewPane *self,
                      int            direction)
{
  GListModel *model;
  guint n_rows, from;

  g_return_val_if_fail (VAC_IS_REVIEW_PANE (self), NULL);

  build (self);
  model = G_LIST_MODEL (self->rows);
  n_rows = g_list_model_get_n_items (model);
  if (n_rows == 0)
    return NULL;

  from = MIN (self->last, n_rows - 1);
  if (vac_review_pane_get_chosen (self) != NULL)
    from = (guint) ((int) (from + n_rows) + direction) % n_rows;
  choose (self, vac_review_model_find (model, from, direction));
  if (!self->alone)
    vac_review_pane_show_chosen (self);

  return vac_review_pane_get_finding (self);
}
