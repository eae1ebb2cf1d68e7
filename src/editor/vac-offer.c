/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-offer"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-debounce.h"
#include "vac-editor.h"
#include "vac-offer.h"
#include "vac-page.h"
#include "vac-suggest.h"

/* How long typing has to pause before the texts are read again, and how long it may go on. */
#define QUIET_MS   250
#define LONGEST_MS 2000

/* What the texts of a posting say about the fields of a record that are empty: a row for each such
 * field, with the words it was read from and a button that takes it. */
typedef struct
{
  /* Owned */
  VacDocument  *document;
  VacNode      *record;
  GPtrArray    *rows;       /* of AdwActionRow */
  char         *shown;      /* what the rows say; a row that says the same stays, with its focus */

  /* Borrowed: it owns this */
  AdwPreferencesGroup *group;
} Offer;

static void
offer_free (gpointer data)
{
  Offer *self = data;

  g_ptr_array_unref (self->rows);
  g_free (self->shown);
  g_object_unref (self->record);
  g_object_unref (self->document);
  g_free (self);
}

static void
on_take_clicked_cb (VacNode   *field,
                    GtkWidget *button)
{
  VacDocument *document = g_object_get_data (G_OBJECT (button), "vac-document");
  const char *value = g_object_get_data (G_OBJECT (button), "vac-value");

  GtkWidget *page = gtk_widget_get_ancestor (button, VAC_TYPE_PAGE);

  vac_document_add_barrier (document);
  vac_document_set_text (document, field, value);
  vac_document_add_barrier (document);

  /* The row goes, and the focus with it, if nobody takes it to the field. */
  if (page != NULL)
    vac_page_reveal (VAC_PAGE (page), field);
}

static GtkWidget *
create_button (Offer               *self,
               const VacSuggestion *suggestion)
{
  const char *label = _(vac_node_get_field (suggestion->field)->label);
  g_autofree char *value = vac_suggestion_name_value (suggestion);
  /* Translators: the name of a field, and the value that it is set to */
  g_autofree char *name = g_strdup_printf (_("Set “%s” to “%s”"), label, value);
  GtkWidget *button = gtk_button_new_with_mnemonic (C_("suggestion", "_Use"));

  g_object_set_data_full (G_OBJECT (button), "vac-document", g_object_ref (self->document),
                          g_object_unref);
  g_object_set_data_full (G_OBJECT (button), "vac-value", g_strdup (suggestion->value), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_take_clicked_cb), suggestion->field,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_bind_property (self->document, "read-only", button, "sensitive",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);

  return button;
}

static void
add_row (Offer               *self,
         const VacSuggestion *suggestion)
{
  g_autofree char *value = vac_suggestion_name_value (suggestion);
  g_autofree char *title = g_strdup_printf ("%s: %s",
                                            _(vac_node_get_field (suggestion->field)->label),
                                            value);
  g_autofree char *words = g_strdup_printf (_("The posting says “%s”."), suggestion->words);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_button (self, suggestion));
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static gboolean
is_ours (Offer               *self,
         const VacSuggestion *suggestion)
{
  return vac_node_get_parent (suggestion->field) == self->record;
}

static char *
sum_up (Offer     *self,
        GPtrArray *suggestions)
{
  GString *sum = g_string_new (NULL);

  for (guint i = 0; i < suggestions->len; i++)
    {
      const VacSuggestion *suggestion = g_ptr_array_index (suggestions, i);

      if (is_ours (self, suggestion))
        g_string_append_printf (sum, "%p %s %s\n", (void *) suggestion->field, suggestion->value,
                                suggestion->words);
    }

  return g_string_free (sum, FALSE);
}

static gboolean
update (gpointer user_data)
{
  Offer *self = user_data;
  g_autoptr (GPtrArray) suggestions = vac_suggest (self->document);
  g_autofree char *sum = sum_up (self, suggestions);

  if (g_strcmp0 (sum, self->shown) == 0)
    return G_SOURCE_REMOVE;

  g_free (self->shown);
  self->shown = g_steal_pointer (&sum);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < suggestions->len; i++)
    {
      const VacSuggestion *suggestion = g_ptr_array_index (suggestions, i);

      if (is_ours (self, suggestion))
        add_row (self, suggestion);
    }

  return G_SOURCE_REMOVE;
}

/* Who reads the texts of a document again. */
typedef struct
{
  VacDebounce *debounce;
  GSourceFunc  callback;
  gpointer     user_data;
} Follower;

static void
follower_free (gpointer data)
{
  Follower *self = data;

  vac_debounce_free (self->debounce);
  g_free (self);
}

/* An offer on a page that nobody sees can wait until it is seen. */
static void
on_changed_cb (GtkWidget *widget)
{
  Follower *self = g_object_get_data (G_OBJECT (widget), "vac-follower");

  if (gtk_widget_get_mapped (widget))
    vac_debounce_trigger (self->debounce);
}

static void
follow (GtkWidget *widget)
{
  Follower *self = g_object_get_data (G_OBJECT (widget), "vac-follower");

  self->callback (self->user_data);
}

/* No first frame waits for the texts to be read. */
static void
on_map_cb (GtkWidget *widget)
{
  vac_editor_run_when_painted (widget, follow);
}

/**
 * vac_offer_follow:
 * @widget: where an offer is made; one of them follows a document
 * @document: the document
 * @callback: reads the document again
 * @user_data: for @callback; must live as long as @widget
 *
 * Calls @callback whenever @widget comes into sight, and while it is there once typing pauses.
 */
void
vac_offer_follow (GtkWidget   *widget,
                  VacDocument *document,
                  GSourceFunc  callback,
                  gpointer     user_data)
{
  Follower *self;

  g_return_if_fail (GTK_IS_WIDGET (widget) && VAC_IS_DOCUMENT (document));

  self = g_new0 (Follower, 1);
  self->debounce = vac_debounce_new (QUIET_MS, LONGEST_MS, callback, user_data);
  self->callback = callback;
  self->user_data = user_data;
  g_object_set_data_full (G_OBJECT (widget), "vac-follower", self, follower_free);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_changed_cb), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect (widget, "map", G_CALLBACK (on_map_cb), NULL);
}

/**
 * vac_offer_add_to:
 * @group: the group with the fields of @record
 * @document: the document
 * @record: a record in it
 *
 * Offers below the fields what the posting's texts say of those that are empty. One click takes it,
 * as one step that can be undone.
 */
void
vac_offer_add_to (AdwPreferencesGroup *group,
                  VacDocument         *document,
                  VacNode             *record)
{
  Offer *self;

  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));
  g_return_if_fail (VAC_IS_DOCUMENT (document));

  self = g_new0 (Offer, 1);
  self->document = g_object_ref (document);
  self->record = g_object_ref (record);
  self->group = group;
  self->rows = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (group), "vac-offer", self, offer_free);
  vac_offer_follow (GTK_WIDGET (group), document, update, self);
}
