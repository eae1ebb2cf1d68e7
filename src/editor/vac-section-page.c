/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-section-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-add-button.h"
#include "vac-editor.h"
#include "vac-node-box.h"
#include "vac-section-block.h"
#include "vac-section-page.h"

/**
 * VacSectionPage:
 *
 * The page of a section of the first level, with all its groups.
 */
struct _VacSectionPage
{
  VacPage                parent_instance;

  /* Owned */
  VacDocument           *document;
  VacNode               *section;
  VacSharedNames        *shared;     /* nullable */

  /* Borrowed */
  const VacTableFactory *others;
};

G_DEFINE_FINAL_TYPE (VacSectionPage, vac_section_page, VAC_TYPE_PAGE)

static GtkWidget *
create_block (VacNode  *section,
              gpointer  user_data)
{
  VacSectionPage *self = user_data;

  return vac_section_block_new (self->document, section,
                                vac_table_new (self->document, section, self->others),
                                self->shared);
}

static void
on_add_group_clicked_cb (VacSectionPage *self)
{
  VacNode *list = vac_node_get (self->section, VAC_ROLE_SUBSECTIONS);
  g_autoptr (VacNode) group =
    vac_section_new (self->document, list, _("New Group"),
                     vac_node_get_member_text (self->section, VAC_ROLE_SECTION_AUDIENCE));

  gboolean added;

  vac_document_begin_step (self->document, _("Add Group"));
  vac_table_add (self->document, self->section, group);
  added = vac_document_append (self->document, list, group);
  vac_document_end_step (self->document);
  if (added)
    vac_page_reveal (VAC_PAGE (self), vac_node_get (group, VAC_ROLE_SECTION_TITLE));
}

static GtkWidget *
add_group_button_new (VacSectionPage *self)
{
  GtkWidget *button = vac_add_button_new (self->document, _("Add Group"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_add_group_clicked_cb), self,
                           G_CONNECT_SWAPPED);

  return button;
}

static void
vac_section_page_finalize (GObject *object)
{
  VacSectionPage *self = VAC_SECTION_PAGE (object);

  g_clear_object (&self->shared);
  g_clear_object (&self->section);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vac_section_page_parent_class)->finalize (object);
}

static void
vac_section_page_class_init (VacSectionPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vac_section_page_finalize;
}

static void
vac_section_page_init (VacSectionPage *self)
{
}

/**
 * vac_section_page_new:
 * @document: the document
 * @section: a section of the first level in it
 * @others: (nullable) (array length=VAC_N_TABLES): makes the widgets of the tables that this layer
 *   does not edit; must live as long as the page
 * @shared: (nullable): what is known of shared texts; %NULL to say nothing of them
 *
 * Returns: (transfer floating): the page of @section
 */
GtkWidget *
vac_section_page_new (VacDocument           *document,
                      VacNode               *section,
                      const VacTableFactory *others,
                      VacSharedNames        *shared)
{
  VacSectionPage *self;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (vac_node_get_role (section) == VAC_ROLE_SECTION, NULL);

  self = g_object_new (VAC_TYPE_SECTION_PAGE, NULL);
  self->document = g_object_ref (document);
  self->section = g_object_ref (section);
  self->others = others;
  g_set_object (&self->shared, shared);

  vac_page_add (VAC_PAGE (self), create_block (section, self));
  vac_page_add (VAC_PAGE (self), vac_node_box_new (vac_node_get (section, VAC_ROLE_SUBSECTIONS),
                                                   create_block, self));
  vac_page_add (VAC_PAGE (self), add_group_button_new (self));

  return GTK_WIDGET (self);
}
