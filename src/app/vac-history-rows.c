/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-history-rows"

#include "config.h"

#include "vac-history-rows.h"
#include "vac-text-label.h"

/* The rows of the list of versions: what it is called, when and by whom, and what changed. */

static GtkWidget *
label_new (const char *style)
{
  GtkWidget *label = vac_text_label_new (NULL);

  gtk_widget_add_css_class (label, style);

  return label;
}

static void
on_setup_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *detail = label_new ("caption");

  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (box), label_new ("heading"));
  gtk_box_append (GTK_BOX (box), detail);
  gtk_box_append (GTK_BOX (box), label_new ("caption"));
  gtk_list_item_set_child (list_item, box);
}

static void
update_row (GtkListItem *list_item)
{
  VacHistoryItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *row = gtk_widget_get_parent (box);
  GtkWidget *title = gtk_widget_get_first_child (box);
  const char *summary = vac_history_item_get_summary (item);
  g_autofree char *described = vac_history_item_describe (item);

  gtk_label_set_text (GTK_LABEL (title), vac_history_item_get_title (item));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)),
                      vac_history_item_get_detail (item));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), summary);
  gtk_widget_set_visible (gtk_widget_get_last_child (box), summary != NULL && *summary != '\0');
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, described,
                                    -1);
}

static void
on_summary_changed_cb (VacHistoryItem *item,
                       GParamSpec     *pspec,
                       GtkListItem    *list_item)
{
  if (gtk_list_item_get_item (list_item) == item)
    update_row (list_item);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory,
            GtkListItem              *list_item,
            VacHistorySummaries      *summaries)
{
  VacHistoryItem *item = gtk_list_item_get_item (list_item);

  update_row (list_item);
  g_signal_connect_object (item, "notify::summary", G_CALLBACK (on_summary_changed_cb), list_item,
                           0);
  vac_history_summaries_make (summaries, item);
}

static void
on_unbind_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), on_summary_changed_cb,
                                        list_item);
}

/**
 * vac_history_rows_new:
 * @summaries: makes those of rows that are shown
 *
 * Returns: (transfer full): makes rows for #VacHistoryItem
 */
GtkListItemFactory *
vac_history_rows_new (VacHistorySummaries *summaries)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_return_val_if_fail (VAC_IS_HISTORY_SUMMARIES (summaries), NULL);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), summaries, 0);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_cb), NULL);

  return factory;
}
