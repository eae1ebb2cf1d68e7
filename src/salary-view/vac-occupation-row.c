/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-occupation-row"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-occupation-row.h"
#include "vac-text-label.h"

/**
 * VacOccupationRow:
 *
 * Chooses one of the occupations of a table. A survey has hundreds, so they are searched, by any
 * part of their title or code.
 */
struct _VacOccupationRow
{
  VacControlRow    parent_instance;

  /* Owned by the widget tree */
  GtkMenuButton   *button;
  GtkSearchEntry  *entry;
  GtkListView     *list;

  /* Owned */
  GtkStringFilter *filter;
  GPtrArray       *codes;    /* of char*, in the order of the list */
  GtkStringList   *labels;
  char            *code;     /* "" for none */
};

G_DEFINE_FINAL_TYPE (VacOccupationRow, vac_occupation_row, VAC_TYPE_CONTROL_ROW)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
make_label (const VacSalaryImportOccupation *occupation)
{
  return *occupation->title != '\0' && !g_str_equal (occupation->title, occupation->code)
           ? g_strdup_printf ("%s · %s", occupation->title, occupation->code)
           : g_strdup (occupation->code);
}

static void
update_subtitle (VacOccupationRow *self)
{
  const char *text = NULL;

  for (guint i = 0; i < self->codes->len; i++)
    if (g_str_equal (g_ptr_array_index (self->codes, i), self->code))
      text = gtk_string_list_get_string (self->labels, i);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                               text != NULL ? text : _("Choose whose pay to import"));
}

/* Labels are unique, since the codes in them are. */
static void
choose (VacOccupationRow *self,
        guint             position)
{
  GListModel *shown = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  g_autoptr (GtkStringObject) item = g_list_model_get_item (shown, position);
  const char *label = item != NULL ? gtk_string_object_get_string (item) : NULL;

  for (guint i = 0; label != NULL && i < self->codes->len; i++)
    {
      if (!g_str_equal (gtk_string_list_get_string (self->labels, i), label))
        continue;
      g_free (self->code);
      self->code = g_strdup (g_ptr_array_index (self->codes, i));
      update_subtitle (self);
      gtk_menu_button_popdown (self->button);
      g_signal_emit (self, signals[CHOSEN], 0);
      return;
    }
}

static void
on_list_activate_cb (VacOccupationRow *self,
                     guint             position)
{
  choose (self, position);
}

static void
on_entry_activate_cb (VacOccupationRow *self)
{
  choose (self, 0);
}

static void
on_search_changed_cb (VacOccupationRow *self)
{
  gtk_string_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
on_popover_show_cb (VacOccupationRow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
setup_item (GtkSignalListItemFactory *factory,
            GtkListItem              *item)
{
  GtkWidget *label = vac_text_label_new (NULL);

  gtk_list_item_set_child (item, label);
}

static void
bind_item (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *occupation = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (label), occupation);
  /* Before GTK 4.12 a row has no name by itself. */
  if (gtk_widget_get_parent (label) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, occupation, -1);
}

static GtkWidget *
make_list (VacOccupationRow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkExpression *label = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkFilterListModel *filtered;

  self->labels = gtk_string_list_new (NULL);
  self->filter = gtk_string_filter_new (label);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->labels)),
                                        GTK_FILTER (g_object_ref (self->filter)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_item), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_item), NULL);

  return gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (filtered))), factory);
}

static GtkWidget *
make_popover (VacOccupationRow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  self->list = GTK_LIST_VIEW (make_list (self));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Occupations in the table"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search occupations"), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_CONTROLS,
                                  self->list, NULL, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scrolled, 260, 280);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (on_search_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_entry_activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_list_activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "show", G_CALLBACK (on_popover_show_cb), self,
                           G_CONNECT_SWAPPED);

  return popover;
}

static void
vac_occupation_row_finalize (GObject *object)
{
  VacOccupationRow *self = VAC_OCCUPATION_ROW (object);

  g_clear_object (&self->filter);
  g_clear_object (&self->labels);
  g_ptr_array_unref (self->codes);
  g_free (self->code);

  G_OBJECT_CLASS (vac_occupation_row_parent_class)->finalize (object);
}

static void
vac_occupation_row_class_init (VacOccupationRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vac_occupation_row_finalize;

  /**
   * VacOccupationRow::chosen:
   *
   * Emitted when a person has chosen another occupation.
   */
  signals[CHOSEN] = g_signal_new ("chosen", VAC_TYPE_OCCUPATION_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
vac_occupation_row_init (VacOccupationRow *self)
{
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->code = g_strdup ("");
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_menu_button_set_label (self->button, _("Choose…"));
  gtk_menu_button_set_popover (self->button, make_popover (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (
                                    GTK_WIDGET (self->button))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose Occupation"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/**
 * vac_occupation_row_show:
 * @self: a row
 * @result: what an import found
 *
 * Offers the occupations of the table, and shows which one its places are of. Without several of
 * them there is nothing to choose.
 */
void
vac_occupation_row_show (VacOccupationRow      *self,
                         VacSalaryImportResult *result)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (VAC_IS_OCCUPATION_ROW (self));
  g_return_if_fail (result != NULL);

  g_ptr_array_set_size (self->codes, 0);
  for (guint i = 0; i < result->occupations->len; i++)
    {
      const VacSalaryImportOccupation *occupation = g_ptr_array_index (result->occupations, i);

      g_ptr_array_add (self->codes, g_strdup (occupation->code));
      g_ptr_array_add (labels, make_label (occupation));
    }
  g_ptr_array_add (labels, NULL);
  gtk_string_list_splice (self->labels, 0, g_list_model_get_n_items (G_LIST_MODEL (self->labels)),
                          (const char *const *) labels->pdata);
  g_free (self->code);
  self->code = g_strdup (result->occupation != NULL ? result->occupation : "");
  update_subtitle (self);
  gtk_widget_set_visible (GTK_WIDGET (self), result->occupations->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), result->occupations->len > 1);
}

/**
 * vac_occupation_row_get_code:
 * @self: a row
 *
 * Returns: (transfer none): the code of the chosen occupation, "" for none
 */
const char *
vac_occupation_row_get_code (VacOccupationRow *self)
{
  g_return_val_if_fail (VAC_IS_OCCUPATION_ROW (self), "");

  return self->code;
}
