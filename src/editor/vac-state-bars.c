/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-state-bars"

#include "config.h"

#include "vac-announce.h"
#include "vac-state-bars.h"

#define GAP 12

/**
 * VacStateBars:
 *
 * Sentences below a header bar, each shown for as long as it is true, with buttons for what can be
 * done about it.
 */
struct _VacStateBars
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (VacStateBars, vac_state_bars, GTK_TYPE_BOX)

static GtkWidget *
find_bar (VacStateBars *self,
          const char   *id)
{
  for (GtkWidget *bar = gtk_widget_get_first_child (GTK_WIDGET (self));
       bar != NULL;
       bar = gtk_widget_get_next_sibling (bar))
    if (g_strcmp0 (gtk_widget_get_name (bar), id) == 0)
      return bar;

  return NULL;
}

/* Beside the sentence there is room for buttons that take less than half of it; they stand below it
 * where letters are large, the window is a phone's, or there are many. */

static gboolean
is_stacked (GtkWidget *bar,
            int        width)
{
  int natural;

  gtk_widget_measure (gtk_widget_get_last_child (bar), GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                      &natural, NULL, NULL);

  return width >= 0 && natural + GAP > width / 2;
}

static GtkSizeRequestMode
get_bar_request_mode (GtkWidget *bar)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_bar (GtkWidget      *bar,
             GtkOrientation  orientation,
             int             for_size,
             int            *minimum,
             int            *natural,
             int            *minimum_baseline,
             int            *natural_baseline)
{
  GtkWidget *sentence = gtk_widget_get_first_child (bar);
  GtkWidget *buttons = gtk_widget_get_last_child (bar);
  const gboolean stacked = is_stacked (bar, for_size);
  const gboolean vertical = orientation == GTK_ORIENTATION_VERTICAL;
  int least[2], wanted[2], buttons_width = for_size, sentence_width = for_size;

  if (vertical && for_size >= 0 && !stacked)
    {
      gtk_widget_measure (buttons, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &buttons_width, NULL,
                          NULL);
      sentence_width = for_size - buttons_width - (buttons_width > 0 ? GAP : 0);
    }
  gtk_widget_measure (sentence, orientation, vertical ? sentence_width : -1, &least[0], &wanted[0],
                      NULL, NULL);
  gtk_widget_measure (buttons, orientation, vertical ? buttons_width : -1, &least[1], &wanted[1],
                      NULL, NULL);
  if (vertical && stacked)
    {
      *minimum = least[0] + GAP / 2 + least[1];
      *natural = wanted[0] + GAP / 2 + wanted[1];
      return;
    }
  *minimum = MAX (least[0], least[1]);
  *natural = vertical ? MAX (wanted[0], wanted[1]) : wanted[0] + GAP + wanted[1];
}

static void
allocate_bar (GtkWidget *bar,
              int        width,
              int        height,
              int        baseline)
{
  GtkWidget *sentence = gtk_widget_get_first_child (bar);
  GtkWidget *buttons = gtk_widget_get_last_child (bar);
  const gboolean mirrored = gtk_widget_get_direction (bar) == GTK_TEXT_DIR_RTL;
  int buttons_width, sentence_height;

  gtk_widget_measure (buttons, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &buttons_width, NULL, NULL);
  if (is_stacked (bar, width))
    {
      gtk_widget_measure (sentence, GTK_ORIENTATION_VERTICAL, width, NULL, &sentence_height, NULL,
                          NULL);
      gtk_widget_size_allocate (sentence, &(GtkAllocation) { 0, 0, width, sentence_height }, -1);
      gtk_widget_size_allocate (
          buttons, &(GtkAllocation) { 0, sentence_height + GAP / 2, width,
                                      height - sentence_height - GAP / 2 }, -1);
      return;
    }
  gtk_widget_size_allocate (
      sentence, &(GtkAllocation) { mirrored && buttons_width > 0 ? buttons_width + GAP : 0, 0,
                                   width - buttons_width - (buttons_width > 0 ? GAP : 0), height },
      -1);
  gtk_widget_size_allocate (
      buttons, &(GtkAllocation) { mirrored ? 0 : width - buttons_width, 0, buttons_width, height },
      -1);
}

static void
vac_state_bars_class_init (VacStateBarsClass *klass)
{
}

static void
vac_state_bars_init (VacStateBars *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/**
 * vac_state_bars_add:
 * @self: the bars
 * @id: names the bar; there is one of a name
 * @text: what is true as long as the bar is shown
 * @action: (nullable): name of the action that its button activates
 * @label: (nullable): of the button
 *
 * Returns: whether it was added; %FALSE when it is shown already; it then shows @text from now on
 */
gboolean
vac_state_bars_add (VacStateBars *self,
                    const char   *id,
                    const char   *text,
                    const char   *action,
                    const char   *label)
{
  GtkWidget *bar;
  GtkWidget *sentence;
  GtkWidget *buttons;

  g_return_val_if_fail (VAC_IS_STATE_BARS (self), FALSE);
  g_return_val_if_fail (id != NULL && text != NULL, FALSE);

  bar = find_bar (self, id);
  if (bar != NULL)
    {
      gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (bar)), text);
      return FALSE;
    }

  bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (bar, gtk_custom_layout_new (get_bar_request_mode, measure_bar,
                                                             allocate_bar));
  gtk_widget_set_name (bar, id);
  gtk_widget_add_css_class (bar, "state-bar");
  sentence = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (sentence), TRUE);
  gtk_label_set_xalign (GTK_LABEL (sentence), 0);
  gtk_box_append (GTK_BOX (bar), sentence);
  buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (bar), buttons);
  gtk_box_append (GTK_BOX (self), bar);
  if (action != NULL)
    vac_state_bars_add_action (self, id, action, label);
  vac_announce (sentence, text);

  return TRUE;
}

/**
 * vac_state_bars_add_action:
 * @self: the bars
 * @id: what the bar is called
 * @action: name of the action that a further button of it activates
 * @label: of the button
 */
void
vac_state_bars_add_action (VacStateBars *self,
                           const char   *id,
                           const char   *action,
                           const char   *label)
{
  GtkWidget *bar = find_bar (self, id);
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  GtkLabel *words = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));
  GtkWidget *buttons;

  g_return_if_fail (bar != NULL);

  buttons = gtk_widget_get_last_child (bar);

  /* Two buttons still leave room for the sentence on a phone in any language. */
  gtk_label_set_wrap (words, TRUE);
  gtk_label_set_wrap_mode (words, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (words, GTK_JUSTIFY_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (buttons), button);
}

/**
 * vac_state_bars_remove:
 * @self: the bars
 * @id: what the bar was called
 */
void
vac_state_bars_remove (VacStateBars *self,
                       const char   *id)
{
  GtkWidget *bar;

  g_return_if_fail (VAC_IS_STATE_BARS (self));

  bar = find_bar (self, id);
  if (bar != NULL)
    gtk_box_remove (GTK_BOX (self), bar);
}
