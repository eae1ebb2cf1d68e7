/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-look-popover"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-accent.h"
#include "vac-look-popover.h"
#include "vac-outline-builder.h"
#include "vac-paper.h"
#include "vac-shrink.h"
#include "vac-wrap-layout.h"

/* The picture of a design, in pixels. */
#define PICTURE_WIDTH 96

/**
 * VacLookPopover:
 *
 * Chooses how a posting looks: a design, shown by the first page of the posting in it, an accent
 * colour, and typefaces. Each choice is a step that can be undone. Its window has the action
 * win.default-look.
 */
struct _VacLookPopover
{
  GtkPopover    parent_instance;

  /* Template widgets */
  GtkBox         *design_box;
  GtkWidget      *accent_button;
  GtkWidget      *logo_button;
  GtkWidget      *reset_button;
  GtkLabel       *note_label;
  GtkDropDown    *type_drop_down;
  GtkWidget      *default_button;

  /* Owned */
  VacDocument    *document;
  GPtrArray      *designs;    /* GtkToggleButton, in the order of the designs */
  GSignalGroup   *document_signals;
};

G_DEFINE_FINAL_TYPE (VacLookPopover, vac_look_popover, GTK_TYPE_POPOVER)

static GdkPaintable *
draw_design (VacDocument     *document,
             const VacDesign *design,
             int              scale)
{
  g_autoptr (VacOutline) outline = vac_outline_new (document, VAC_AUDIENCE_CANDIDATE);
  g_autoptr (VacPaper) paper = NULL;
  g_autoptr (GBytes) bytes = NULL;
  VacLook look = *vac_outline_get_look (outline);
  cairo_surface_t *surface;
  VacPageSetup setup;
  gsize stride;
  int width, height;

  vac_look_set_design (&look, design);
  vac_outline_set_look (outline, &look);
  vac_page_setup_init (&setup,
                       vac_page_setup_get_default (vac_outline_get_language (outline)));
  paper = vac_paper_new (&setup);
  vac_paper_set_outline (paper, outline);
  surface = vac_paper_render_page (paper, 0, PICTURE_WIDTH * scale / setup.width);
  width = cairo_image_surface_get_width (surface);
  height = cairo_image_surface_get_height (surface);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  return GDK_PAINTABLE (gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride));
}

static VacNode *
get (VacLookPopover *self,
     VacRole         role)
{
  return vac_document_get (self->document, role);
}

/**
 * vac_look_choose:
 * @document: a posting
 * @label: what the step is called
 * @role: a part of its look
 * @value: what that becomes
 *
 * Changes how a posting looks, in a step that can be undone. What is chosen already is none.
 */
void
vac_look_choose (VacDocument *document,
                 const char  *label,
                 VacRole      role,
                 const char  *value)
{
  g_return_if_fail (VAC_IS_DOCUMENT (document));

  if (vac_document_get_read_only (document)
      || g_strcmp0 (vac_document_get_text (document, role), value) == 0)
    return;

  vac_document_begin_step (document, label);
  vac_document_set_text (document, vac_document_get (document, role), value);
  vac_document_end_step (document);
}

static void
choose (VacLookPopover *self,
        const char     *label,
        VacRole         role,
        const char     *value)
{
  if (self->document != NULL)
    vac_look_choose (self->document, label, role, value);
}

static void
update_note (VacLookPopover *self,
             const VacLook  *look)
{
  g_autofree char *used = vac_colour_write (look->accent);
  g_autofree char *note = NULL;

  if (look->accent != look->chosen)
    note = g_strdup_printf (_("Used as %s, the nearest color that text can be read in."), used);
  gtk_label_set_label (self->note_label, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note != NULL);
}

static void
update_accent (VacLookPopover *self,
               const VacLook  *look)
{
  g_autoptr (VacPicture) logo = vac_node_get_picture (get (self, VAC_ROLE_EMPLOYER_LOGO));
  const GdkRGBA colour = {
    (float) (look->chosen >> 16 & 0xff) / 255.0f, (float) (look->chosen >> 8 & 0xff) / 255.0f,
    (float) (look->chosen & 0xff) / 255.0f, 1.0f,
  };

  gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (self->accent_button), &colour);
  gtk_widget_set_sensitive (self->logo_button, logo != NULL);
  gtk_widget_set_sensitive (self->reset_button,
                            *vac_document_get_text (self->document, VAC_ROLE_LOOK_ACCENT) != '\0');
  update_note (self, look);
}

static void
update_type (VacLookPopover *self,
             const VacLook  *look)
{
  const VacChoice *choices = vac_schema_get_field (VAC_ROLE_LOOK_TYPE)->choices;

  for (guint i = 0; choices[i].id != NULL; i++)
    if (g_str_equal (choices[i].id, look->pair->id))
      gtk_drop_down_set_selected (self->type_drop_down, i);
}

static void
update_pictures (VacLookPopover *self)
{
  const VacDesign *const *designs = vac_design_list ();

  for (guint i = 0; i < self->designs->len; i++)
    {
      GtkWidget *picture = g_object_get_data (g_ptr_array_index (self->designs, i), "picture");
      g_autoptr (GdkPaintable) page =
          draw_design (self->document, designs[i],
                       gtk_widget_get_scale_factor (GTK_WIDGET (self)));

      gtk_picture_set_paintable (GTK_PICTURE (picture), page);
    }
}

/* What is not seen is not drawn. */
static void
update (VacLookPopover *self)
{
  VacLook look;

  if (self->document == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  vac_look_read (&look, self->document);
  for (guint i = 0; i < self->designs->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->designs, i),
                                  vac_design_list ()[i] == look.design);
  update_accent (self, &look);
  update_type (self, &look);
  update_pictures (self);
  gtk_widget_set_sensitive (gtk_popover_get_child (GTK_POPOVER (self)),
                            !vac_document_get_read_only (self->document));
}

static void
on_design_toggled_cb (GtkToggleButton *button,
                      VacLookPopover  *self)
{
  VacLook look;
  guint position;

  if (self->document == NULL || !gtk_toggle_button_get_active (button) ||
      !g_ptr_array_find (self->designs, button, &position))
    return;
  vac_look_read (&look, self->document);
  if (look.design != vac_design_list ()[position])
    choose (self, _("Change Design"), VAC_ROLE_LOOK_DESIGN, vac_design_list ()[position]->id);
}

static void
choose_accent (VacLookPopover *self,
               guint32         accent)
{
  g_autofree char *text = vac_colour_write (accent);

  choose (self, _("Change Accent Color"), VAC_ROLE_LOOK_ACCENT, text);
}

static guint32
to_byte (float channel)
{
  return (guint32) (CLAMP (channel, 0.0f, 1.0f) * 255.0f + 0.5f);
}

static void
on_accent_set_cb (VacLookPopover *self)
{
  GdkRGBA colour;

  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (self->accent_button), &colour);
  choose_accent (self, to_byte (colour.red) << 16 | to_byte (colour.green) << 8
                         | to_byte (colour.blue));
}

static void
on_logo_clicked_cb (VacLookPopover *self)
{
  g_autoptr (VacPicture) logo = vac_node_get_picture (get (self, VAC_ROLE_EMPLOYER_LOGO));
  guint32 accent;

  if (logo == NULL)
    return;
  if (vac_accent_find (logo, &accent))
    {
      choose_accent (self, accent);
      return;
    }
  gtk_label_set_label (self->note_label, _("There is no color in the logo."));
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), TRUE);
}

static void
on_reset_clicked_cb (VacLookPopover *self)
{
  gtk_widget_grab_focus (self->accent_button);
  choose (self, _("Change Accent Color"), VAC_ROLE_LOOK_ACCENT, "");
}

static void
on_type_selected_cb (VacLookPopover *self)
{
  const VacChoice *choices = vac_schema_get_field (VAC_ROLE_LOOK_TYPE)->choices;
  const guint selected = gtk_drop_down_get_selected (self->type_drop_down);
  VacLook look;

  if (self->document == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  vac_look_read (&look, self->document);
  if (!g_str_equal (choices[selected].id, look.pair->id))
    choose (self, _("Change Type"), VAC_ROLE_LOOK_TYPE, choices[selected].id);
}

static void
add_design (VacLookPopover  *self,
            const VacChoice *choice)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *picture = gtk_picture_new ();
  GtkWidget *label = gtk_label_new (_(choice->label));

  gtk_widget_add_css_class (picture, "vac-thumbnail");
  gtk_widget_set_size_request (picture, PICTURE_WIDTH, PICTURE_WIDTH * 13 / 10);
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), "");
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(choice->label), -1);
  if (self->designs->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                 g_ptr_array_index (self->designs, 0));
  g_object_set_data (G_OBJECT (button), "picture", picture);
  g_ptr_array_add (self->designs, button);
  gtk_box_append (self->design_box, button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_design_toggled_cb), self, 0);
}

static void
vac_look_popover_dispose (GObject *object)
{
  VacLookPopover *self = VAC_LOOK_POPOVER (object);

  g_clear_object (&self->document_signals);
  g_clear_object (&self->document);
  g_clear_pointer (&self->designs, g_ptr_array_unref);

  G_OBJECT_CLASS (vac_look_popover_parent_class)->dispose (object);
}

static void
vac_look_popover_class_init (VacLookPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vac_look_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               VAC_RESOURCE_PATH "/paper-view/vac-look-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, VacLookPopover, design_box);
  gtk_widget_class_bind_template_child (widget_class, VacLookPopover, accent_button);
  gtk_widget_class_bind_template_child (widget_class, VacLookPopover, logo_button);
  gtk_widget_class_bind_template_child (widget_class, VacLookPopover, reset_button);
  gtk_widget_class_bind_template_child (widget_class, VacLookPopover, note_label);
  gtk_widget_class_bind_template_child (widget_class, VacLookPopover, type_drop_down);
  gtk_widget_class_bind_template_child (widget_class, VacLookPopover, default_button);
  gtk_widget_class_bind_template_callback (widget_class, on_accent_set_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_logo_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reset_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_type_selected_cb);
}

static void
vac_look_popover_init (VacLookPopover *self)
{
  const VacChoice *types = vac_schema_get_field (VAC_ROLE_LOOK_TYPE)->choices;
  const VacChoice *designs = vac_schema_get_field (VAC_ROLE_LOOK_DESIGN)->choices;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->designs = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  /* What has the focus is the button inside. */
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->accent_button))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, _("Accent Color"), -1);
  for (guint i = 0; types[i].id != NULL; i++)
    gtk_string_list_append (names, _(types[i].label));
  gtk_drop_down_set_model (self->type_drop_down, G_LIST_MODEL (names));
  for (guint i = 0; designs[i].id != NULL; i++)
    add_design (self, &designs[i]);
  vac_let_shrink (self->default_button);
  vac_let_drop_down_shrink (self->type_drop_down);
  vac_let_wrap (self->design_box);
  vac_let_wrap (GTK_BOX (gtk_widget_get_parent (self->accent_button)));
  self->document_signals = g_signal_group_new (VAC_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "changed", G_CALLBACK (update), self);
  g_signal_connect (self, "map", G_CALLBACK (update), NULL);
}

/**
 * vac_look_popover_new:
 *
 * Returns: (transfer floating): a popover for no document yet
 */
GtkWidget *
vac_look_popover_new (void)
{
  return g_object_new (VAC_TYPE_LOOK_POPOVER, NULL);
}

/**
 * vac_look_popover_set_document:
 * @self: a popover
 * @document: (nullable): whose look it shows and changes
 */
void
vac_look_popover_set_document (VacLookPopover *self,
                               VacDocument    *document)
{
  g_return_if_fail (VAC_IS_LOOK_POPOVER (self));

  if (!g_set_object (&self->document, document))
    return;
  g_signal_group_set_target (self->document_signals, document);
  update (self);
}
