/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-record-header"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-binder.h"
#include "vac-editor.h"
#include "vac-part-title.h"
#include "vac-record-header.h"
#include "vac-shrink.h"
#include "vac-text-area.h"

/* The heading of a record that has a form of its own, with buttons that move and remove it. */

#define DOCUMENT_KEY "vac-document"
#define SOURCE_KEY   "vac-source"

/*
 * vac_record_remember:
 *
 * Keeps the node that a widget acts on, and the document, as long as the widget lives.
 */
void
vac_record_remember (GtkWidget   *widget,
                     VacDocument *document,
                     VacNode     *source)
{
  g_object_set_data_full (G_OBJECT (widget), DOCUMENT_KEY, g_object_ref (document), g_object_unref);
  g_object_set_data_full (G_OBJECT (widget), SOURCE_KEY, g_object_ref (source), g_object_unref);
}

VacDocument *
vac_record_get_document (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), DOCUMENT_KEY);
}

VacNode *
vac_record_get_source (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), SOURCE_KEY);
}

/*
 * vac_record_button_new:
 * @source: what the button acts on
 * @label: what it says, or is called where it has an icon
 * @icon: (nullable): its icon
 * @callback: (nullable): for its clicks; finds document and source with the functions above
 *
 * Returns: (transfer floating): a button that is insensitive while the document is read-only
 */
GtkWidget *
vac_record_button_new (VacDocument *document,
                       VacNode     *source,
                       const char  *label,
                       const char  *icon,
                       GCallback    callback)
{
  GtkWidget *button = gtk_button_new ();

  vac_record_remember (button, document, source);
  if (icon != NULL)
    {
      gtk_button_set_icon_name (GTK_BUTTON (button), icon);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, label);
    }
  else
    {
      gtk_button_set_label (GTK_BUTTON (button), label);
      gtk_widget_set_halign (button, GTK_ALIGN_START);
    }
  vac_part_tell_apart (button, source, label);
  if (callback != NULL)
    g_signal_connect (button, "clicked", callback, NULL);
  g_object_bind_property (document, "read-only", button, "sensitive",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);

  vac_let_shrink (button);

  return button;
}

static void
on_up_clicked_cb (GtkWidget *button)
{
  vac_editor_move_by (vac_record_get_document (button), vac_record_get_source (button), -1);
}

static void
on_down_clicked_cb (GtkWidget *button)
{
  vac_editor_move_by (vac_record_get_document (button), vac_record_get_source (button), 1);
}

static void
on_remove_clicked_cb (GtkWidget *button,
                      VacNode   *title)
{
  const char *removed = vac_node_get_field (vac_record_get_source (button))->removed;
  g_autofree char *sentence = *vac_node_get_text (title) == '\0' && removed != NULL
                              ? g_strdup (_(removed))
                              : g_strdup_printf (_("“%s” removed"), vac_node_get_text (title));

  vac_editor_remove (button, vac_record_get_document (button), vac_record_get_source (button),
                     sentence);
}

/*
 * vac_record_header_new:
 * @title: the leaf that names the record
 *
 * Returns: (transfer floating): the title, to be edited, and buttons to move and remove its record
 */
GtkWidget *
vac_record_header_new (VacDocument *document,
                       VacNode     *title)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *heading = vac_text_area_new ();
  VacNode *record = vac_node_get_parent (title);
  GtkWidget *remove;

  gtk_widget_add_css_class (heading, "title-4");
  gtk_widget_add_css_class (heading, "vac-heading");
  gtk_widget_set_valign (heading, GTK_ALIGN_CENTER);
  vac_text_area_set_single_line (VAC_TEXT_AREA (heading), TRUE);
  vac_part_tell_apart (heading, record, _(vac_node_get_field (title)->label));
  vac_text_area_set_placeholder (VAC_TEXT_AREA (heading), _(vac_node_get_field (title)->label));
  vac_binder_bind (document, title, heading);

  gtk_box_append (GTK_BOX (header), heading);
  gtk_box_append (GTK_BOX (header),
                  vac_record_button_new (document, record, _("Move Up"), "go-up-symbolic",
                                         G_CALLBACK (on_up_clicked_cb)));
  gtk_box_append (GTK_BOX (header),
                  vac_record_button_new (document, record, _("Move Down"), "go-down-symbolic",
                                         G_CALLBACK (on_down_clicked_cb)));
  remove = vac_record_button_new (document, record, _("Remove"), "user-trash-symbolic", NULL);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove_clicked_cb), title, 0);
  gtk_box_append (GTK_BOX (header), remove);

  return header;
}

static void
on_add_clicked_cb (GtkWidget *button,
                   VacNode   *prototype)
{
  VacNode *list = vac_record_get_source (button);
  g_autoptr (VacNode) record = vac_node_copy (prototype);
  GtkWidget *heading = NULL;

  if (vac_document_append (vac_record_get_document (button), list, record))
    heading = vac_editor_find_widget (gtk_widget_get_parent (button),
                                      vac_node_get_child (record, 0));
  if (heading != NULL)
    gtk_widget_grab_focus (heading);
}

/*
 * vac_record_add_button_new:
 * @list: a list of records whose first member names them
 * @title_role: the role of that member
 * @title: what a new record is called
 * @label: of the button
 *
 * Returns: (transfer floating): a button that appends a record and goes to its heading, which is
 *   looked for beside the button
 */
GtkWidget *
vac_record_add_button_new (VacDocument *document,
                           VacNode     *list,
                           VacRole      title_role,
                           const char  *title,
                           const char  *label)
{
  GtkWidget *button = vac_record_button_new (document, list, label, NULL, NULL);
  VacNode *prototype = vac_node_new_record (vac_node_get_field (list)->element,
                                            title_role, title, VAC_ROLE_NONE);

  g_signal_connect_data (button, "clicked", G_CALLBACK (on_add_clicked_cb), prototype,
                         (GClosureNotify) (GCallback) g_object_unref, 0);

  return button;
}
