/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-place-chooser"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-place-chooser.h"
#include "vac-text-label.h"

#define WIDTH  280
#define HEIGHT 320

/* What the popover holds that adds places to a comparison: those that are not in it yet, found by
 * a part of their name. It stays open, as often more than one is added. */
typedef struct
{
  GtkWidget     *box;       /* borrowed: it holds this */
  GtkEditable   *entry;     /* borrowed from the box */
  GtkFilter     *filter;    /* owned */
  GListModel    *places;    /* owned: what the list shows */
  VacSalaryList *list;      /* owned */
  char          *wanted;    /* owned: what is searched for, folded */
} Chooser;

static void
chooser_free (gpointer data)
{
  Chooser *self = data;

  g_object_unref (self->filter);
  g_object_unref (self->places);
  g_object_unref (self->list);
  g_free (self->wanted);
  g_free (self);
}

static gboolean
is_offered (gpointer item,
            gpointer user_data)
{
  const Chooser *self = user_data;
  g_autofree char *folded = NULL;

  if (vac_place_item_is_national (item) || vac_place_item_get_compared (item))
    return FALSE;
  folded = g_utf8_casefold (vac_node_get_member_text (vac_place_item_get_node (item),
                                                      VAC_ROLE_PLACE_NAME), -1);

  return strstr (folded, self->wanted) != NULL;
}

static void
on_search_changed_cb (Chooser *self)
{
  g_free (self->wanted);
  self->wanted = g_utf8_casefold (gtk_editable_get_text (self->entry), -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
on_list_updated_cb (GtkWidget *box)
{
  const Chooser *self = g_object_get_data (G_OBJECT (box), "vac-chooser");

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
add (Chooser *self,
     guint    position)
{
  g_autoptr (VacPlaceItem) item = g_list_model_get_item (self->places, position);

  if (item == NULL)
    return;
  vac_place_item_set_compared (item, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

static void
on_entry_activate_cb (Chooser *self)
{
  /* Whoever types fast is ahead of the entry, which waits a little before it tells. */
  on_search_changed_cb (self);
  add (self, 0);
}

static void
on_view_activate_cb (Chooser *self,
                     guint    position)
{
  add (self, position);
}

static void
on_stop_search_cb (Chooser *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (self->box, GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
on_setup_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *list_item)
{
  GtkWidget *label = vac_text_label_new (NULL);

  gtk_list_item_set_child (list_item, label);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory,
            GtkListItem              *list_item)
{
  VacPlaceItem *item = gtk_list_item_get_item (list_item);
  const char *name = vac_node_get_member_text (vac_place_item_get_node (item),
                                               VAC_ROLE_PLACE_NAME);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)),
                      *name != '\0' ? name : C_("place", "Unnamed"));
}

static GtkWidget *
view_new (Chooser   *self,
          GtkWidget *entry)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection = gtk_no_selection_new (g_object_ref (self->places));
  GtkWidget *view = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Places to add"), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_CONTROLS, view,
                                  NULL, -1);
  gtk_widget_add_css_class (view, "vac-codes");
  g_signal_connect_swapped (view, "activate", G_CALLBACK (on_view_activate_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scrolled, WIDTH, HEIGHT);

  return scrolled;
}

/**
 * vac_place_chooser_new:
 * @list: the salary table
 *
 * Returns: (transfer floating): a list, for a popover, of the places that are not compared; to
 *   activate one checks it in @list
 */
GtkWidget *
vac_place_chooser_new (VacSalaryList *list)
{
  GtkWidget *box, *entry;
  Chooser *self;

  g_return_val_if_fail (VAC_IS_SALARY_LIST (list), NULL);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  entry = gtk_search_entry_new ();
  self = g_new0 (Chooser, 1);
  self->box = box;
  self->list = g_object_ref (list);
  self->wanted = g_strdup ("");
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_offered, self, NULL));
  self->places = G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (list)),
                                                          g_object_ref (self->filter)));
  self->entry = GTK_EDITABLE (entry);
  g_object_set_data_full (G_OBJECT (box), "vac-chooser", self, chooser_free);
  g_object_set (entry, "placeholder-text", _("Find a Place"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find a Place"), -1);
  g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (on_search_changed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_entry_activate_cb), self);
  g_signal_connect_swapped (entry, "stop-search", G_CALLBACK (on_stop_search_cb), self);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), view_new (self, entry));
  g_signal_connect_object (list, "updated", G_CALLBACK (on_list_updated_cb), box,
                           G_CONNECT_SWAPPED);

  return box;
}
