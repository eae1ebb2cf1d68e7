/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-fit-popover"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-fit-popover.h"
#include "vac-fit.h"
#include "vac-look-popover.h"

/**
 * VacFitPopover:
 *
 * Says what would spare a last page with a few lines, and does it when asked: another design and
 * other typefaces are steps that can be undone. Its window has the action win.paper-size.
 */
struct _VacFitPopover
{
  GtkPopover   parent_instance;

  /* Owned */
  VacDocument *document;
  VacFit       fit;

  /* Borrowed: its child */
  GtkBox      *box;
};

G_DEFINE_FINAL_TYPE (VacFitPopover, vac_fit_popover, GTK_TYPE_POPOVER)

static void
on_design_clicked_cb (VacFitPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  vac_look_choose (self->document, _("Change Design"), VAC_ROLE_LOOK_DESIGN,
                   self->fit.design->id);
}

static void
on_type_clicked_cb (VacFitPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  vac_look_choose (self->document, _("Change Type"), VAC_ROLE_LOOK_TYPE, self->fit.pair->id);
}

static GtkWidget *
add_label (VacFitPopover *self,
           const char    *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_box_append (self->box, label);

  return label;
}

/* What somebody has to do is said; what the program can do has a button. */
static void
add_way (VacFitPopover *self,
         VacFitWay      way)
{
  g_autofree char *text = vac_fit_say (&self->fit, way);
  GtkWidget *button;

  if (text == NULL)
    return;
  if (way == VAC_FIT_BULLETS)
    {
      add_label (self, text);
      return;
    }
  button = gtk_button_new_with_label (text);
  if (way == VAC_FIT_PAPER)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.paper-size");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                        self->fit.size == VAC_PAPER_A4 ? "a4" : "letter");
      g_signal_connect_object (button, "clicked", G_CALLBACK (gtk_popover_popdown), self,
                               G_CONNECT_SWAPPED);
    }
  else
    {
      gtk_widget_set_sensitive (button, !vac_document_get_read_only (self->document));
      g_signal_connect_object (button, "clicked",
                               way == VAC_FIT_DESIGN ? G_CALLBACK (on_design_clicked_cb)
                                                     : G_CALLBACK (on_type_clicked_cb),
                               self, G_CONNECT_SWAPPED);
    }
  gtk_box_append (self->box, button);
}

static void
vac_fit_popover_dispose (GObject *object)
{
  VacFitPopover *self = VAC_FIT_POPOVER (object);

  g_clear_object (&self->document);

  G_OBJECT_CLASS (vac_fit_popover_parent_class)->dispose (object);
}

static void
vac_fit_popover_class_init (VacFitPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vac_fit_popover_dispose;
}

static void
vac_fit_popover_init (VacFitPopover *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 6);
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 6);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 6);
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->box));
}

/**
 * vac_fit_popover_new:
 *
 * Returns: (transfer floating): a popover that says nothing yet
 */
GtkWidget *
vac_fit_popover_new (void)
{
  return g_object_new (VAC_TYPE_FIT_POPOVER, NULL);
}

/**
 * vac_fit_popover_show:
 * @self: a popover
 * @document: what it changes
 * @paper: its pages
 *
 * Lays the pages out in each way that could spare the last one, and shows what does.
 */
void
vac_fit_popover_show (VacFitPopover *self,
                      VacDocument   *document,
                      VacPaper      *paper)
{
  g_autofree char *over = NULL;
  GtkWidget *heading;
  guint n_ways = 0;

  g_return_if_fail (VAC_IS_FIT_POPOVER (self));
  g_return_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_PAPER (paper));

  g_set_object (&self->document, document);
  vac_fit_find (&self->fit, paper);
  while (gtk_widget_get_first_child (GTK_WIDGET (self->box)) != NULL)
    gtk_box_remove (self->box, gtk_widget_get_first_child (GTK_WIDGET (self->box)));

  over = vac_fit_say_lines (&self->fit);
  heading = add_label (self, over);
  gtk_widget_add_css_class (heading, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, over, -1);
  for (VacFitWay way = 0; way < VAC_N_FIT_WAYS; way++)
    {
      g_autofree char *text = vac_fit_say (&self->fit, way);

      if (text != NULL && n_ways++ == 0)
        add_label (self, _("One of these is enough:"));
      add_way (self, way);
    }
  if (n_ways == 0)
    add_label (self, _("No other design, type, or paper is enough, nor a few bullets less."));
}
