/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-skill-offer"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-offer.h"
#include "vac-page.h"
#include "vac-skill-offer.h"
#include "vac-suggest-skills.h"

/* The skills that the posting's bullets name and its data lack: a row that lists them, with a
 * button that adds them all. It is there only while there is something to add. */
typedef struct
{
  /* Owned */
  VacDocument  *document;
  char        **names;     /* those that the row shows */

  /* Borrowed: the first owns this, and the others are in it */
  GtkWidget    *card;
  GtkWidget    *row;
  GtkWidget    *button;
} Offer;

static void
offer_free (gpointer data)
{
  Offer *self = data;

  g_strfreev (self->names);
  g_object_unref (self->document);
  g_free (self);
}

static void
show_names (Offer *self)
{
  g_autofree char *joined = g_strjoinv (", ", self->names);
  /* Translators: names of skills, joined by commas */
  g_autofree char *title = g_strdup_printf (_("The bullets name: %s"), joined);
  /* Translators: names of skills, joined by commas */
  g_autofree char *name = g_strdup_printf (_("Add as skills: %s"), joined);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  gtk_widget_set_tooltip_text (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_widget_set_visible (self->row, self->names[0] != NULL);
}

static gboolean
update (gpointer user_data)
{
  Offer *self = user_data;
  g_autoptr (GPtrArray) found = vac_suggest_skills (self->document);

  g_ptr_array_add (found, NULL);
  if (self->names != NULL &&
      g_strv_equal ((const char *const *) self->names, (const char *const *) found->pdata))
    return G_SOURCE_REMOVE;

  g_strfreev (self->names);
  self->names = g_strdupv ((char **) found->pdata);
  show_names (self);

  return G_SOURCE_REMOVE;
}

static void
on_add_clicked_cb (GtkWidget *card)
{
  Offer *self = g_object_get_data (G_OBJECT (card), "vac-skill-offer");
  VacNode *list = vac_document_get (self->document, VAC_ROLE_SKILLS);
  const guint position = vac_node_get_n_children (list);
  GtkWidget *page = gtk_widget_get_ancestor (card, VAC_TYPE_PAGE);
  g_autoptr (GPtrArray) skills = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->names[i] != NULL; i++)
    g_ptr_array_add (skills,
                     vac_node_new_record (vac_schema_get_field (VAC_ROLE_SKILL),
                                          VAC_ROLE_SKILL_NAME, self->names[i], VAC_ROLE_NONE));
  vac_document_begin_step (self->document, _("Add Skills"));
  vac_document_insert_all (self->document, list, position, skills);
  vac_document_end_step (self->document);

  /* The row goes, and the focus with it, if nobody takes it to what was added. */
  if (page != NULL && vac_node_get_n_children (list) > position)
    vac_page_reveal (VAC_PAGE (page), vac_node_get_child (list, position));
  update (self);
}

static void
create_row (Offer *self)
{
  self->row = adw_action_row_new ();
  self->button = gtk_button_new_with_mnemonic (C_("suggestion", "_Add"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self->row), 0);
  gtk_widget_set_visible (self->row, FALSE);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_add_clicked_cb), self->card,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (self->document, "read-only", self->button, "sensitive",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), self->button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->card), self->row);
}

/**
 * vac_skill_offer_add_to:
 * @card: the group whose last row has the skills of the job
 * @document: the document
 *
 * Offers below that row the skills that the posting's bullets name and its data lack. One click
 * adds them, as one step that can be undone.
 */
void
vac_skill_offer_add_to (AdwPreferencesGroup *card,
                        VacDocument         *document)
{
  Offer *self;

  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (card));
  g_return_if_fail (VAC_IS_DOCUMENT (document));

  self = g_new0 (Offer, 1);
  self->document = g_object_ref (document);
  self->card = GTK_WIDGET (card);
  g_object_set_data_full (G_OBJECT (card), "vac-skill-offer", self, offer_free);
  create_row (self);
  vac_offer_follow (GTK_WIDGET (card), document, update, self);
}
