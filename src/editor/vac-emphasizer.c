/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-emphasizer"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-editor.h"
#include "vac-emphasizer.h"
#include "vac-link-popover.h"

#define EMPHASIZER_KEY "vac-emphasizer"

/* In a buffer, beside the tags of VacMarker. */
#define TAG_BOLD "vac-bold"
#define TAG_LINK "vac-link"
#define TAG_SIGN "vac-sign"

#define VAC_TYPE_EMPHASIZER (vac_emphasizer_get_type ())

G_DECLARE_FINAL_TYPE (VacEmphasizer, vac_emphasizer, VAC, EMPHASIZER, GObject)

/**
 * VacEmphasizer:
 *
 * Shows in a text area which words are bold or a link, and lets them become so. What is written are
 * the marks of #VacMarkup, which look faint.
 */
struct _VacEmphasizer
{
  GObject      parent_instance;

  /* Borrowed: the area owns the emphasizer */
  VacTextArea *area;

  /* Owned */
  VacDocument *document;
  VacNode     *node;
  char        *asked;      /* nullable: the text when somebody was asked for an address */

  gsize        start;      /* of the words that it is for */
  gsize        end;
  gboolean     drawn;      /* there are tags */
};

G_DEFINE_FINAL_TYPE (VacEmphasizer, vac_emphasizer, G_TYPE_OBJECT)

static GtkTextBuffer *
get_buffer (VacEmphasizer *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->area));
}

static void
tag_stretch (GtkTextBuffer *buffer,
             const char    *tag,
             const char    *text,
             gsize          start,
             gsize          end)
{
  GtkTextIter from, to;
  const glong offset = g_utf8_strlen (text, (gssize) start);

  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) offset);
  gtk_text_buffer_get_iter_at_offset (
      buffer, &to, (int) (offset + g_utf8_strlen (text + start, (gssize) (end - start))));
  gtk_text_buffer_apply_tag_by_name (buffer, tag, &from, &to);
}

static void
remove_tags (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, TAG_BOLD, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, TAG_LINK, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, TAG_SIGN, &start, &end);
}

static void
update_color (VacEmphasizer *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkTextTag *tag = gtk_text_tag_table_lookup (
      gtk_text_buffer_get_tag_table (get_buffer (self)), TAG_SIGN);
  const float level = adw_style_manager_get_dark (manager) ? 1 : 0;
  const GdkRGBA color = {
    level, level, level, adw_style_manager_get_high_contrast (manager) ? 0.8f : 0.55f
  };

  if (tag != NULL)
    g_object_set (tag, "foreground-rgba", &color, NULL);
}

static void
create_tags (VacEmphasizer *self)
{
  GtkTextBuffer *buffer = get_buffer (self);

  if (gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), TAG_BOLD) != NULL)
    return;
  gtk_text_buffer_create_tag (buffer, TAG_BOLD, "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, TAG_LINK, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  gtk_text_buffer_create_tag (buffer, TAG_SIGN, NULL);
  update_color (self);
}

/* Nearly every text has no marks, and never had any. */
static void
on_changed_cb (VacEmphasizer *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  g_autofree char *text = vac_text_area_get_text (self->area);
  g_autoptr (VacMarkup) markup = vac_markup_new (text);
  const GArray *parts = vac_markup_get_parts (markup);
  gsize start, end;

  if (markup == NULL && !self->drawn)
    return;

  create_tags (self);
  remove_tags (buffer);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const VacEmphasis *part = &g_array_index (parts, VacEmphasis, i);

      tag_stretch (buffer, part->uri != NULL ? TAG_LINK : TAG_BOLD, text,
                   vac_markup_to_stored (markup, part->start),
                   vac_markup_to_stored_end (markup, part->end));
    }
  for (guint i = 0; markup != NULL && vac_markup_get_sign (markup, i, &start, &end); i++)
    tag_stretch (buffer, TAG_SIGN, text, start, end);
  self->drawn = markup != NULL;
}

/* What is chosen, in bytes. */
static void
get_chosen (VacEmphasizer *self,
            const char    *text,
            gsize         *start,
            gsize         *end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_selection_bounds (get_buffer (self), &from, &to);
  *start = (gsize) (g_utf8_offset_to_pointer (text, gtk_text_iter_get_offset (&from)) - text);
  *end = (gsize) (g_utf8_offset_to_pointer (text, gtk_text_iter_get_offset (&to)) - text);
}

static void
choose (VacEmphasizer *self,
        const char    *text,
        gsize          start,
        gsize          end)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) g_utf8_strlen (text, (gssize) start));
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) g_utf8_strlen (text, (gssize) end));
  gtk_text_buffer_select_range (buffer, &to, &from);
}

/* Puts a text in the place of the one before, as one step. Of a word that was not chosen, the caret
 * stays where it was. */
static void
take (VacEmphasizer *self,
      const char    *label,
      const char    *before,
      const char    *text,
      gsize          start,
      gsize          end)
{
  gsize caret, caret_end;

  get_chosen (self, before, &caret, &caret_end);
  if (caret == caret_end)
    {
      g_autoptr (VacMarkup) was = vac_markup_new (before);
      g_autoptr (VacMarkup) is = vac_markup_new (text);
      const gsize shown = vac_markup_from_stored (was, caret);

      start = end = MIN (vac_markup_to_stored_end (is, shown), strlen (text));
    }
  if (vac_editor_is_too_long (GTK_WIDGET (self->area), self->node, text))
    return;
  vac_document_begin_step (self->document, label);
  vac_document_set_text (self->document, self->node, text);
  vac_document_end_step (self->document);
  choose (self, text, start, end);
}

static void
bold_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  VacEmphasizer *self = user_data;
  g_autofree char *text = vac_text_area_get_text (self->area);
  g_autofree char *changed = NULL;
  gsize start, end;

  get_chosen (self, text, &start, &end);
  changed = vac_markup_toggle_bold (text, &start, &end);
  if (changed != NULL)
    take (self, _("Bold"), text, changed, start, end);
  else
    gtk_widget_error_bell (GTK_WIDGET (self->area));
}

static void
on_address_cb (const char *uri,
               gpointer    user_data)
{
  VacEmphasizer *self = user_data;
  g_autofree char *text = vac_text_area_get_text (self->area);
  g_autofree char *changed = NULL;
  gsize start = self->start, end = self->end;

  if (g_strcmp0 (text, self->asked) != 0)
    return;
  changed = vac_markup_set_link (text, &start, &end, uri);
  if (changed != NULL && !g_str_equal (changed, text))
    take (self, *uri != '\0' ? _("Link") : _("Remove link"), text, changed, start, end);
}

/* A link that the caret is in is chosen as a whole. */
static void
link_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  VacEmphasizer *self = user_data;
  GtkTextView *view = GTK_TEXT_VIEW (self->area);
  g_autofree char *uri = NULL;
  GdkRectangle place;

  g_free (self->asked);
  self->asked = vac_text_area_get_text (self->area);
  get_chosen (self, self->asked, &self->start, &self->end);
  uri = vac_markup_find_link (self->asked, &self->start, &self->end);

  gtk_text_view_get_cursor_locations (view, NULL, &place, NULL);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x,
                                         &place.y);
  vac_link_popover_open (GTK_WIDGET (view), &place, uri != NULL ? uri : "", on_address_cb, self);
}

static void
add_keys (VacEmphasizer *self)
{
  static const struct
  {
    guint       key;
    const char *action;
  } keys[] = { { GDK_KEY_b, "emphasis.bold" }, { GDK_KEY_k, "emphasis.link" } };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_CONTROL_MASK),
                          gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self->area), controller);
}

static void
add_actions (VacEmphasizer *self)
{
  static const GActionEntry entries[] = { { .name = "bold", .activate = bold_action },
                                          { .name = "link", .activate = link_action } };
  static const VacMenuRow rows[] = { { N_("_Bold"), "emphasis.bold" },
                                     { N_("_Link…"), "emphasis.link" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GMenuModel) menu = vac_editor_create_menu (rows, G_N_ELEMENTS (rows));

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_object_bind_property (self->area, "editable",
                            g_action_map_lookup_action (G_ACTION_MAP (actions), entries[i].name),
                            "enabled", G_BINDING_SYNC_CREATE);
  gtk_widget_insert_action_group (GTK_WIDGET (self->area), "emphasis", G_ACTION_GROUP (actions));
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->area), menu);
}

static void
vac_emphasizer_finalize (GObject *object)
{
  VacEmphasizer *self = VAC_EMPHASIZER (object);

  g_object_unref (self->document);
  g_object_unref (self->node);
  g_free (self->asked);

  G_OBJECT_CLASS (vac_emphasizer_parent_class)->finalize (object);
}

static void
vac_emphasizer_class_init (VacEmphasizerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vac_emphasizer_finalize;
}

static void
vac_emphasizer_init (VacEmphasizer *self)
{
}

/**
 * vac_emphasizer_attach:
 * @document: the document
 * @leaf: a text in it that can be bold or a link in part
 * @area: a text area that shows @leaf as it is; it is not bound yet
 *
 * Shows in @area what is bold or a link, for as long as it lives, and adds Ctrl+B, Ctrl+K and what
 * they do to its menu.
 */
void
vac_emphasizer_attach (VacDocument *document,
                       VacNode     *leaf,
                       VacTextArea *area)
{
  VacEmphasizer *self;

  g_return_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (leaf) && VAC_IS_TEXT_AREA (area));

  self = g_object_new (VAC_TYPE_EMPHASIZER, NULL);
  self->document = g_object_ref (document);
  self->node = g_object_ref (leaf);
  self->area = area;
  vac_text_area_set_marked (area);
  add_actions (self);
  add_keys (self);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (update_color), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (update_color), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (area), EMPHASIZER_KEY, self, g_object_unref);
}
