/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-measure-list"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-board-facts.h"
#include "vac-measure-facts.h"
#include "vac-measure-list.h"
#include "vac-text-label.h"

/**
 * VacMeasureList:
 *
 * The measures of a posting: a line that sums them up, and below it all of them, if somebody wants
 * to see them.
 */
struct _VacMeasureList
{
  GtkBox           parent_instance;

  /* Template widgets */
  GtkToggleButton *button;
  GtkLabel        *summary_label;
  GtkImage        *arrow;
  GtkListBox      *list_box;

  /* Owned */
  VacReviewer     *reviewer;
  VacOwnPostings  *own;       /* nullable: to compare it with */
};

G_DEFINE_FINAL_TYPE (VacMeasureList, vac_measure_list, GTK_TYPE_BOX)

static GtkWidget *
append_label (GtkWidget  *box,
              const char *style)
{
  GtkWidget *label = vac_text_label_new (NULL);

  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

/* Borrowed: the parts of a row. */
typedef struct
{
  GtkWidget *name;
  GtkWidget *value;
  GtkWidget *remark;
  GtkWidget *evidence;
} Row;

static GtkWidget *
create_row (void)
{
  GtkWidget *widget = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Row *row = g_new0 (Row, 1);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), FALSE);
  gtk_box_append (GTK_BOX (box), line);
  row->name = append_label (line, "body");
  gtk_widget_set_hexpand (row->name, TRUE);
  row->value = append_label (line, "numeric");
  row->remark = append_label (box, "caption");
  row->evidence = append_label (box, "caption");
  gtk_widget_add_css_class (row->evidence, "dim-label");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), box);
  g_object_set_data_full (G_OBJECT (widget), "vac-row", row, g_free);

  return widget;
}

static void
show_text (GtkWidget  *label,
           const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

/* The links are our own, not the posting's. */
static void
show_evidence (GtkWidget            *label,
               const VacMeasureFact *fact)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (fact->links[0].uri == NULL)
    {
      show_text (label, fact->evidence);
      return;
    }
  text = g_markup_escape_text (fact->evidence, -1);
  g_string_append (markup, text);
  for (guint i = 0; i < VAC_N_MEASURE_LINKS && fact->links[i].uri != NULL; i++)
    {
      g_autofree char *link = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", fact->links[i].uri,
                                                       fact->links[i].label);

      g_string_append_printf (markup, "%s%s", i == 0 ? " " : " · ", link);
    }
  gtk_widget_set_visible (label, TRUE);
  /* One of the links may have the focus. */
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), markup->str) != 0)
    gtk_label_set_markup (GTK_LABEL (label), markup->str);
}

static void
show_fact (GtkWidget            *widget,
           const VacMeasureFact *fact)
{
  Row *row = g_object_get_data (G_OBJECT (widget), "vac-row");
  g_autofree char *said = g_strdup_printf ("%s: %s. %s %s", fact->name, fact->value,
                                           fact->remark != NULL ? fact->remark : "",
                                           fact->evidence != NULL ? fact->evidence : "");

  show_text (row->name, fact->name);
  show_text (row->value, fact->value);
  show_text (row->remark, fact->remark);
  show_evidence (row->evidence, fact);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_strstrip (said), -1);
}

/* Rows that are there stay, with the focus that one of them may have. */
static void
show_facts (VacMeasureList *self,
            GPtrArray      *facts)
{
  GtkListBoxRow *row;

  for (guint i = 0; i < facts->len; i++)
    {
      row = gtk_list_box_get_row_at_index (self->list_box, (int) i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (create_row ());
          gtk_list_box_append (self->list_box, GTK_WIDGET (row));
        }
      show_fact (GTK_WIDGET (row), g_ptr_array_index (facts, i));
    }
  while ((row = gtk_list_box_get_row_at_index (self->list_box, (int) facts->len)) != NULL)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
}

static void
on_room_changed_cb (GtkAdjustment *adjustment)
{
  g_signal_handlers_disconnect_by_func (adjustment, on_room_changed_cb, NULL);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

/* Where the list is the last of what scrolls, it would open out of sight. */
static void
scroll_to_list (VacMeasureList *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  if (scroller != NULL)
    g_signal_connect (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                      "changed", G_CALLBACK (on_room_changed_cb), NULL);
}

static void
on_toggled_cb (GtkToggleButton *button,
               GParamSpec      *pspec,
               VacMeasureList  *self)
{
  const gboolean active = gtk_toggle_button_get_active (button);

  if (active && gtk_widget_get_mapped (GTK_WIDGET (self)))
    scroll_to_list (self);
  gtk_image_set_from_icon_name (self->arrow, active ? "pan-down-symbolic" : "pan-up-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->arrow), active ? _("Hide Measures")
                                                                : _("Show Measures"));
}

static void
vac_measure_list_dispose (GObject *object)
{
  VacMeasureList *self = VAC_MEASURE_LIST (object);

  g_clear_object (&self->reviewer);
  g_clear_object (&self->own);

  G_OBJECT_CLASS (vac_measure_list_parent_class)->dispose (object);
}

static void
vac_measure_list_class_init (VacMeasureListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vac_measure_list_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               VAC_RESOURCE_PATH "/app/vac-measure-list.ui");
  gtk_widget_class_bind_template_child (widget_class, VacMeasureList, button);
  gtk_widget_class_bind_template_child (widget_class, VacMeasureList, summary_label);
  gtk_widget_class_bind_template_child (widget_class, VacMeasureList, arrow);
  gtk_widget_class_bind_template_child (widget_class, VacMeasureList, list_box);
}

static void
vac_measure_list_init (VacMeasureList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->button, "notify::active", G_CALLBACK (on_toggled_cb), self, 0);
  on_toggled_cb (self->button, NULL, self);
}

/**
 * vac_measure_list_remember:
 * @self: a list of measures
 * @settings: where it is remembered whether all of them are shown
 * @key: under which name
 */
void
vac_measure_list_remember (VacMeasureList *self,
                           GSettings      *settings,
                           const char     *key)
{
  g_return_if_fail (VAC_IS_MEASURE_LIST (self));

  g_settings_bind (settings, key, self->button, "active", G_SETTINGS_BIND_DEFAULT);
}

/**
 * vac_measure_list_set_reviewer:
 * @self: a list of measures
 * @reviewer: whose posting to measure from now on
 */
void
vac_measure_list_set_reviewer (VacMeasureList *self,
                               VacReviewer    *reviewer)
{
  g_return_if_fail (VAC_IS_MEASURE_LIST (self));
  g_return_if_fail (VAC_IS_REVIEWER (reviewer));

  g_set_object (&self->reviewer, reviewer);
}

/**
 * vac_measure_list_update:
 * @self: a list of measures with a reviewer
 *
 * Measures the posting, which takes the longer the longer it is.
 */
void
vac_measure_list_update (VacMeasureList *self)
{
  g_autoptr (VacMeasure) measure = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  g_autofree char *summary = NULL;
  VacDocument *document;

  g_return_if_fail (VAC_IS_MEASURE_LIST (self));

  document = vac_reviewer_get_document (self->reviewer);
  measure = vac_measure_new (document);
  facts = vac_measure_facts_new (measure);
  vac_board_facts_add (facts, vac_reviewer_get_lengths (self->reviewer));
  if (self->own != NULL)
    vac_own_postings_add (self->own, document, measure, facts);
  summary = vac_measure_facts_sum_up (measure);
  gtk_label_set_text (self->summary_label, summary);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  summary, -1);
  show_facts (self, facts);
}

static void
on_own_changed_cb (VacMeasureList *self)
{
  if (self->reviewer != NULL)
    vac_measure_list_update (self);
}

/**
 * vac_measure_list_set_own:
 * @self: a list of measures
 * @own: the postings of the user, with which the present one is compared from now on
 */
void
vac_measure_list_set_own (VacMeasureList *self,
                          VacOwnPostings *own)
{
  g_return_if_fail (VAC_IS_MEASURE_LIST (self));
  g_return_if_fail (VAC_IS_OWN_POSTINGS (own));

  if (g_set_object (&self->own, own))
    g_signal_connect_object (own, "changed", G_CALLBACK (on_own_changed_cb), self,
                             G_CONNECT_SWAPPED);
}
