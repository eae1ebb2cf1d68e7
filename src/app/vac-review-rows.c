/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-rows"

#include "config.h"

#include "vac-review-rows.h"
#include "vac-severity-look.h"

/* The rows of the list of findings: headings, and under them how bad it is, the words, where they
 * are, and what is wrong. */

/* Borrowed: the parts of a row, which is a box with a heading and a finding, one of them hidden. */
typedef struct
{
  GtkWidget *heading;
  GtkWidget *heading_title;
  GtkWidget *heading_count;
  GtkWidget *finding;
  GtkWidget *icon;
  GtkWidget *title;
  GtkWidget *place;
  GtkWidget *sentence;
} Row;

static GtkWidget *
append_label (GtkWidget  *box,
              const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
wrap (GtkWidget *label)
{
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
}

static void
create_heading (Row       *row,
                GtkWidget *box)
{
  row->heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (row->heading, "vac-review-heading");
  row->heading_title = append_label (row->heading, "heading");
  gtk_label_set_ellipsize (GTK_LABEL (row->heading_title), PANGO_ELLIPSIZE_END);
  row->heading_count = append_label (row->heading, "dim-label");
  gtk_widget_add_css_class (row->heading_count, "numeric");
  gtk_box_append (GTK_BOX (box), row->heading);
}

static void
create_finding (Row       *row,
                GtkWidget *box)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  row->finding = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  row->icon = gtk_image_new ();
  gtk_widget_set_valign (row->icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row->finding), row->icon);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (row->finding), texts);
  row->title = append_label (texts, "body");
  wrap (row->title);
  row->sentence = append_label (texts, "caption");
  wrap (row->sentence);
  gtk_label_set_lines (GTK_LABEL (row->sentence), 3);
  gtk_label_set_ellipsize (GTK_LABEL (row->sentence), PANGO_ELLIPSIZE_END);
  row->place = append_label (texts, "caption");
  gtk_widget_add_css_class (row->place, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (row->place), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), row->finding);
}

/* A click leads to the words; the arrow keys only choose, and Enter leads there. (A list that
 * activates with one click would choose whatever the pointer passes.) */
static void
on_released_cb (GtkGestureClick *gesture,
                int              n_press,
                double           x,
                double           y,
                GtkListItem     *list_item)
{
  GtkWidget *box = gtk_list_item_get_child (list_item);

  if (n_press == 1 && gtk_list_item_get_activatable (list_item))
    gtk_widget_activate_action (box, "list.activate-item", "u",
                                gtk_list_item_get_position (list_item));
}

static void
on_setup_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkGesture *click = gtk_gesture_click_new ();
  Row *row = g_new0 (Row, 1);

  create_heading (row, box);
  create_finding (row, box);
  g_object_set_data_full (G_OBJECT (box), "vac-row", row, g_free);
  g_signal_connect_object (click, "released", G_CALLBACK (on_released_cb), list_item, 0);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, box);
}

static void
show_heading (Row           *row,
              VacReviewItem *item)
{
  g_autofree char *count = g_strdup_printf ("%u", vac_review_item_get_count (item));

  gtk_label_set_text (GTK_LABEL (row->heading_title), vac_review_item_get_title (item));
  gtk_label_set_text (GTK_LABEL (row->heading_count), count);
}

static void
show_finding (Row           *row,
              VacReviewItem *item)
{
  const VacFinding *finding = vac_review_item_get_finding (item);

  vac_severity_show (finding->severity, GTK_IMAGE (row->icon));
  gtk_label_set_text (GTK_LABEL (row->title), vac_review_item_get_title (item));
  gtk_label_set_text (GTK_LABEL (row->sentence), finding->sentence);
  gtk_widget_set_tooltip_text (row->sentence, finding->sentence);
  gtk_label_set_text (GTK_LABEL (row->place), vac_review_item_get_place (item));
  gtk_widget_set_tooltip_text (row->place, vac_review_item_get_place (item));
  gtk_widget_set_visible (row->place, *vac_review_item_get_place (item) != '\0');
}

static void
update_row (GtkListItem *list_item)
{
  VacReviewItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *widget = gtk_widget_get_parent (box);
  Row *row = g_object_get_data (G_OBJECT (box), "vac-row");
  const gboolean is_heading = vac_review_item_get_finding (item) == NULL;
  g_autofree char *described = vac_review_item_describe (item);

  if (is_heading)
    show_heading (row, item);
  else
    show_finding (row, item);
  gtk_widget_set_visible (row->heading, is_heading);
  gtk_widget_set_visible (row->finding, !is_heading);
  gtk_list_item_set_selectable (list_item, !is_heading);
  gtk_list_item_set_activatable (list_item, !is_heading);
  if (widget != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    described, -1);
}

static void
on_count_changed_cb (VacReviewItem *item,
                     GParamSpec    *pspec,
                     GtkListItem   *list_item)
{
  if (gtk_list_item_get_item (list_item) == item)
    update_row (list_item);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory,
            GtkListItem              *list_item)
{
  update_row (list_item);
  g_signal_connect_object (gtk_list_item_get_item (list_item), "notify::count",
                           G_CALLBACK (on_count_changed_cb), list_item, 0);
}

static void
on_unbind_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), on_count_changed_cb,
                                        list_item);
}

/**
 * vac_review_rows_new:
 *
 * Returns: (transfer full): makes rows for #VacReviewItem
 */
GtkListItemFactory *
vac_review_rows_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_cb), NULL);

  return factory;
}
