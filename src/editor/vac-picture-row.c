/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-picture-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-picture-row.h"

/* The room that a thumbnail has in its row, in pixels. */
#define THUMBNAIL_WIDTH  120
#define THUMBNAIL_HEIGHT 36

/**
 * VacPictureRow:
 *
 * A row for a picture: what it looks like, a button that chooses its file, and one that removes it.
 * A file can be dropped on it, too. Files are read by the window, which the row asks for it; what
 * is no picture leaves the row as it was.
 */
struct _VacPictureRow
{
  VacControlRow parent_instance;

  /* Owned */
  VacDocument *document;
  VacNode     *leaf;

  /* In the row */
  GtkWidget   *thumbnail;
  GtkWidget   *choose_button;
  GtkWidget   *remove_button;
};

G_DEFINE_FINAL_TYPE (VacPictureRow, vac_picture_row, VAC_TYPE_CONTROL_ROW)

/* As large as it is shown where there is room for it: where there is little, the picture gives way
 * to the words beside it. */
static GdkPaintable *
make_thumbnail (VacPicture *picture)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (vac_picture_get_png (picture), NULL);
  const double width = vac_picture_get_width (picture);
  const double height = vac_picture_get_height (picture);
  const double scale = MIN (THUMBNAIL_WIDTH / width, THUMBNAIL_HEIGHT / height);
  g_autoptr (GtkSnapshot) snapshot = NULL;
  graphene_rect_t area;

  if (texture == NULL)
    return NULL;
  graphene_rect_init (&area, 0, 0, (float) MAX (width * scale, 1), (float) MAX (height * scale, 1));
  snapshot = gtk_snapshot_new ();
  gtk_snapshot_append_texture (snapshot, texture, &area);

  return gtk_snapshot_to_paintable (snapshot, &area.size);
}

static void
show_picture (VacPictureRow *self,
              VacPicture    *picture)
{
  g_autoptr (GdkPaintable) thumbnail = picture != NULL ? make_thumbnail (picture) : NULL;

  gtk_picture_set_paintable (GTK_PICTURE (self->thumbnail), thumbnail);
  gtk_widget_set_visible (self->thumbnail, thumbnail != NULL);
}

/* Whose it is, as in all that is made of the posting. */
static void
update_alternative (VacPictureRow *self)
{
  gtk_picture_set_alternative_text (GTK_PICTURE (self->thumbnail),
                                    vac_document_get_text (self->document,
                                                           VAC_ROLE_EMPLOYER_NAME));
}

static void
update (VacPictureRow *self)
{
  g_autoptr (VacPicture) picture = vac_node_get_picture (self->leaf);
  const gboolean empty = vac_node_is_empty (self->leaf);
  g_autofree char *size =
      picture != NULL ? g_strdup_printf (_("%u × %u pixels"), vac_picture_get_width (picture),
                                         vac_picture_get_height (picture))
                      : g_strdup (_("A PNG, SVG, or JPEG file"));

  show_picture (self, picture);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), size);
  gtk_button_set_label (GTK_BUTTON (self->choose_button),
                        empty ? C_("picture", "Choose…") : C_("picture", "Replace…"));
  vac_editor_name_button (self->choose_button,
                          empty ? _("Choose a Picture") : _("Replace the Picture"));
  gtk_widget_set_visible (self->remove_button, !empty);
}

static void
on_choose_clicked_cb (VacPictureRow *self)
{
  g_autofree char *path = vac_node_get_path (self->leaf);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.choose-picture", "s", path);
}

/* The button goes away with the picture, and would take the focus with it. */
static void
on_remove_clicked_cb (VacPictureRow *self)
{
  gtk_widget_grab_focus (self->choose_button);
  vac_document_begin_step (self->document, _("Remove Picture"));
  vac_document_set_text (self->document, self->leaf, "");
  vac_document_end_step (self->document);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.notify-removed", "s", _("Picture removed"));
}

static gboolean
on_drop_cb (VacPictureRow *self,
            const GValue  *value)
{
  GFile *file = g_value_get_object (value);
  g_autofree char *path = vac_node_get_path (self->leaf);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  return uri != NULL && !vac_document_get_read_only (self->document) &&
         gtk_widget_activate_action (GTK_WIDGET (self), "win.load-picture", "(ss)", path, uri);
}

static void
vac_picture_row_dispose (GObject *object)
{
  VacPictureRow *self = VAC_PICTURE_ROW (object);

  g_clear_object (&self->document);
  g_clear_object (&self->leaf);

  G_OBJECT_CLASS (vac_picture_row_parent_class)->dispose (object);
}

static void
vac_picture_row_class_init (VacPictureRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_picture_row_dispose;
}

static void
vac_picture_row_init (VacPictureRow *self)
{
  self->thumbnail = gtk_picture_new ();
  gtk_picture_set_can_shrink (GTK_PICTURE (self->thumbnail), TRUE);
  gtk_widget_set_valign (self->thumbnail, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (self->thumbnail, 6);
  gtk_widget_add_css_class (self->thumbnail, "vac-thumbnail");

  self->choose_button = gtk_button_new ();
  gtk_widget_set_valign (self->choose_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->choose_button, "clicked", G_CALLBACK (on_choose_clicked_cb), self,
                           G_CONNECT_SWAPPED);

  self->remove_button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_valign (self->remove_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->remove_button, "flat");
  vac_editor_name_button (self->remove_button, _("Remove the Picture"));
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (on_remove_clicked_cb), self,
                           G_CONNECT_SWAPPED);

  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->thumbnail);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->choose_button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->remove_button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->choose_button);
  gtk_widget_add_css_class (GTK_WIDGET (self), "vac-picture");
}

/**
 * vac_picture_row_new:
 * @document: the document
 * @leaf: a picture's leaf in it
 *
 * Returns: (transfer floating): a row that shows it and changes it
 */
GtkWidget *
vac_picture_row_new (VacDocument *document,
                     VacNode     *leaf)
{
  VacPictureRow *self;
  GtkDropTarget *target;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (vac_node_get_kind (leaf) == VAC_KIND_PICTURE, NULL);

  self = g_object_new (VAC_TYPE_PICTURE_ROW, "use-markup", FALSE,
                       "title", _(vac_node_get_field (leaf)->label), NULL);
  self->document = g_object_ref (document);
  self->leaf = g_object_ref (leaf);
  vac_editor_set_node (GTK_WIDGET (self), leaf);

  target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  g_object_bind_property (document, "read-only", self->choose_button, "sensitive",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_object_bind_property (document, "read-only", self->remove_button, "sensitive",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_signal_connect_object (leaf, "notify::text", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vac_document_get (document, VAC_ROLE_EMPLOYER_NAME), "notify::text",
                           G_CALLBACK (update_alternative), self, G_CONNECT_SWAPPED);
  update (self);
  update_alternative (self);

  return GTK_WIDGET (self);
}
