/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-shared-line"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-shared-line.h"
#include "vac-shared.h"

/**
 * VacSharedLine:
 *
 * Below the heading of a section: which shared text it is a copy of, whether it was edited here,
 * and what can be done about that. It is not there for any other section.
 */
struct _VacSharedLine
{
  GtkWidget       parent_instance;

  /* Borrowed: children */
  GtkWidget      *box;
  GtkLabel       *label;
  GtkWidget      *update_button;
  GtkMenuButton  *menu_button;

  /* Owned */
  VacDocument    *document;
  VacNode        *section;
  VacSharedNames *names;
  guint           update_source;
};

G_DEFINE_FINAL_TYPE (VacSharedLine, vac_shared_line, GTK_TYPE_WIDGET)

static char *
describe (const VacReference  *reference,
          const VacSharedName *name)
{
  g_autofree char *version = g_strdup_printf ("%" G_GINT64_FORMAT, reference->version);
  /* Translators: the title of a shared text, and the number of its version */
  g_autofree char *line = g_strdup_printf (_("Shared text: %s, version %s"),
                                           name != NULL ? name->title : reference->id, version);

  if (reference->edited)
    /* Translators: "Shared text: Benefits, version 3 · differs from version 3" */
    return g_strdup_printf (_("%s · edited here, differs from version %s"), line, version);
  if (name == NULL)
    return g_strdup_printf (_("%s · not on this computer"), line);

  return g_steal_pointer (&line);
}

static void
name_update (VacSharedLine *self,
             gint64         newest)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, newest);
  /* Translators: the number of a version of a shared text */
  g_autofree char *label = g_strdup_printf (_("Update to Version %s…"), number);

  gtk_button_set_label (GTK_BUTTON (self->update_button), label);
}

static void
update (VacSharedLine *self)
{
  VacReference reference;
  const gboolean is_copy = vac_shared_get_reference (self->section, &reference);
  const VacSharedName *name = is_copy ? vac_shared_names_find (self->names, reference.id) : NULL;
  const gboolean writable = !vac_document_get_read_only (self->document);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), is_copy);
  if (!is_copy)
    return;
  text = describe (&reference, name);
  gtk_label_set_label (self->label, text);
  if (name != NULL)
    name_update (self, name->version);
  gtk_widget_set_visible (self->update_button,
                          writable && name != NULL && name->version > reference.version);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "shared.compare", name != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "shared.edit", name != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "shared.detach", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "shared.update", writable && name != NULL &&
                                 name->version > reference.version);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "shared.restore",
                                 writable && name != NULL && reference.edited);
}

static gboolean
on_update_cb (gpointer user_data)
{
  VacSharedLine *self = user_data;

  self->update_source = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (VacSharedLine *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (on_update_cb, self);
}

static void
activate (GtkWidget  *widget,
          const char *action)
{
  g_autofree char *path = vac_node_get_path (VAC_SHARED_LINE (widget)->section);

  gtk_widget_activate_action (widget, action, "s", path);
}

/* What the window does with the section. */
static void
shared_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  static const struct { const char *own, *window; } actions[] = {
    { "shared.update", "win.update-shared-text" },
    { "shared.restore", "win.restore-shared-text" },
    { "shared.compare", "win.compare-shared-text" },
    { "shared.detach", "win.detach-shared-text" },
    { "shared.edit", "win.edit-shared-text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (name, actions[i].own))
      activate (widget, actions[i].window);
}

static void
vac_shared_line_dispose (GObject *object)
{
  VacSharedLine *self = VAC_SHARED_LINE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->document);
  g_clear_object (&self->section);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (vac_shared_line_parent_class)->dispose (object);
}

static void
vac_shared_line_class_init (VacSharedLineClass *klass)
{
  static const char *const actions[] = {
    "shared.update", "shared.restore", "shared.compare", "shared.detach", "shared.edit",
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vac_shared_line_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, shared_action);
}

static GMenuModel *
create_menu (void)
{
  static const VacMenuRow rows[] = {
    { N_("_Compare with the Shared Text"), "shared.compare" },
    { N_("_Restore Its Words"), "shared.restore" },
    { N_("_Edit the Shared Text…"), "shared.edit" },
    { N_("_Detach"), "shared.detach" },
  };

  return vac_editor_create_menu (rows, G_N_ELEMENTS (rows));
}

static void
vac_shared_line_init (VacSharedLine *self)
{
  g_autoptr (GMenuModel) menu = create_menu ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->update_button = gtk_button_new ();
  self->menu_button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->update_button), "shared.update");
  gtk_widget_set_valign (self->update_button, GTK_ALIGN_CENTER);
  gtk_menu_button_set_icon_name (self->menu_button, "view-more-symbolic");
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  gtk_widget_add_css_class (GTK_WIDGET (self->menu_button), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self->menu_button), GTK_ALIGN_CENTER);
  vac_editor_name_button (GTK_WIDGET (self->menu_button), _("Shared Text Menu"));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (self->box), self->update_button);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->menu_button));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * vac_shared_line_new:
 * @document: a posting
 * @section: a section or subsection of it
 * @names: what is known of shared texts
 *
 * Returns: (transfer floating): a line on what @section is a copy of
 */
GtkWidget *
vac_shared_line_new (VacDocument    *document,
                     VacNode        *section,
                     VacSharedNames *names)
{
  VacSharedLine *self;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (section), NULL);
  g_return_val_if_fail (VAC_IS_SHARED_NAMES (names), NULL);

  self = g_object_new (VAC_TYPE_SHARED_LINE, NULL);
  self->document = g_object_ref (document);
  self->section = g_object_ref (section);
  self->names = g_object_ref (names);
  g_signal_connect_object (document, "changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (names, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
