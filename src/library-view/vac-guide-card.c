/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-guide-card"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-code-popover.h"
#include "vac-guide-card.h"
#include "vac-guide-family.h"
#include "vac-sheet.h"
#include "vac-shrink.h"

/* Of the picture of the first page, in pixels of the interface. */
#define SHEET_WIDTH   150
#define COMPACT_WIDTH 72

/**
 * VacGuideCard:
 *
 * A guide to start a posting from: its first page, what it is for, and its editions in several
 * languages.
 */
struct _VacGuideCard
{
  GtkFlowBoxChild parent_instance;

  /* Template widgets */
  GtkWidget   *content;             /* sheet, and texts below or beside it */
  VacSheet    *sheet;
  GtkLabel    *title_label;
  GtkLabel    *summary_label;
  GtkLabel    *detail_label;
  GtkDropDown *language_drop_down;
  GMenuModel  *menu;

  /* Owned */
  GPtrArray   *family;    /* of VacGuide, borrowed from the library */
  GBytes      *shown;     /* the edition whose picture belongs here */
  GtkWidget   *popover;   /* made when it is first opened */

  guint        position;  /* of the edition that is shown, in the family */
};

G_DEFINE_FINAL_TYPE (VacGuideCard, vac_guide_card, GTK_TYPE_FLOW_BOX_CHILD)

enum
{
  EDITION_CHANGED,
  COMMAND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What the menu and the keys do, and whether only with a file of the user's. */
static const struct
{
  const char      *action;
  VacGuideCommand  command;
  gboolean         needs_file;
  guint            key;
  GdkModifierType  modifiers;
} commands[] = {
  { "guide.edit", VAC_GUIDE_EDIT, TRUE, GDK_KEY_Return, GDK_SHIFT_MASK },
  { "guide.describe", VAC_GUIDE_DESCRIBE, TRUE, GDK_KEY_F2, 0 },
  { "guide.duplicate", VAC_GUIDE_DUPLICATE, FALSE, GDK_KEY_d, GDK_CONTROL_MASK },
  { "guide.show-in-folder", VAC_GUIDE_SHOW_IN_FOLDER, TRUE, GDK_KEY_Return, GDK_ALT_MASK },
  { "guide.delete", VAC_GUIDE_DELETE, TRUE, GDK_KEY_Delete, 0 },
};

static char *
describe_language (const VacGuide *guide)
{
  return *guide->language != '\0' ? vac_code_describe (VAC_CODE_LANGUAGE, guide->language)
                                  : g_strdup ("");
}

/* Returns: (transfer full): the edition and the language, or whose it is */
static char *
make_detail (VacGuideCard   *self,
             const VacGuide *guide)
{
  g_autofree char *language = self->family->len == 1 ? describe_language (guide) : g_strdup ("");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (guide->file != NULL)
    g_strv_builder_add (builder, _("Your guide"));
  if (*guide->edition != '\0')
    g_strv_builder_add (builder, guide->edition);
  if (*language != '\0')
    g_strv_builder_add (builder, language);
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

static void
update_name (VacGuideCard   *self,
             const VacGuide *guide,
             const char     *detail)
{
  g_autofree char *language = self->family->len > 1 ? describe_language (guide) : g_strdup ("");
  g_autoptr (GString) name = g_string_new (guide->name);

  if (*detail != '\0')
    g_string_append_printf (name, ", %s", detail);
  if (*language != '\0')
    g_string_append_printf (name, ", %s", language);
  if (*guide->summary != '\0')
    g_string_append_printf (name, ". %s", guide->summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
}

static void
update (VacGuideCard *self)
{
  const VacGuide *guide = vac_guide_card_get_guide (self);
  g_autofree char *detail = make_detail (self, guide);

  gtk_label_set_label (self->title_label, guide->name);
  gtk_label_set_label (self->summary_label, guide->summary);
  gtk_label_set_label (self->detail_label, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), *detail != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->summary_label), guide->summary);
  update_name (self, guide, detail);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), commands[i].action,
                                   guide->file != NULL || !commands[i].needs_file);

  g_clear_pointer (&self->shown, g_bytes_unref);
  self->shown = g_bytes_ref (guide->bytes);
}

static void
on_language_selected_cb (GtkDropDown  *drop_down,
                         GParamSpec   *pspec,
                         VacGuideCard *self)
{
  const guint selected = gtk_drop_down_get_selected (drop_down);

  if (self->family == NULL || selected == self->position || selected >= self->family->len)
    return;
  self->position = selected;
  update (self);
  g_signal_emit (self, signals[EDITION_CHANGED], 0);
}

static void
offer_languages (VacGuideCard *self)
{
  g_autoptr (GtkStringList) languages = gtk_string_list_new (NULL);
  const VacGuide *first = g_ptr_array_index (self->family, 0);
  /* Translators: %s is the title of a guide. */
  g_autofree char *name = g_strdup_printf (_("Language of “%s”"), first->title);
  const guint position = self->position;

  for (guint i = 0; i < self->family->len; i++)
    {
      g_autofree char *language = describe_language (g_ptr_array_index (self->family, i));

      gtk_string_list_append (languages, language);
    }
  gtk_drop_down_set_model (self->language_drop_down, G_LIST_MODEL (languages));
  /* A new list selects its first entry. */
  gtk_drop_down_set_selected (self->language_drop_down, position);
  gtk_widget_set_visible (GTK_WIDGET (self->language_drop_down), self->family->len > 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->language_drop_down),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The menu */

static void
open_menu (VacGuideCard       *self,
           const GdkRectangle *area)
{
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, self->content);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), area);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_pressed_cb (GtkGestureClick *gesture,
               int              n_press,
               double           x,
               double           y,
               VacGuideCard    *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  VacGuideCard *self = VAC_GUIDE_CARD (widget);
  GtkWidget *title = GTK_WIDGET (self->title_label);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (title, self->content, &bounds))
    open_menu (self, &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                       (int) bounds.size.width, (int) bounds.size.height });
}

static void
start_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gtk_widget_activate (widget);
}

static void
command_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].action, name))
      g_signal_emit (widget, signals[COMMAND], 0, (guint) commands[i].command);
}

static void
vac_guide_card_dispose (GObject *object)
{
  VacGuideCard *self = VAC_GUIDE_CARD (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->family, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_bytes_unref);

  G_OBJECT_CLASS (vac_guide_card_parent_class)->dispose (object);
}

static void
install_commands (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "guide.start", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "guide.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "guide.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "guide.menu",
                                       NULL);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      gtk_widget_class_install_action (widget_class, commands[i].action, NULL, command_action);
      gtk_widget_class_add_binding_action (widget_class, commands[i].key, commands[i].modifiers,
                                           commands[i].action, NULL);
    }
}

static void
vac_guide_card_class_init (VacGuideCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vac_guide_card_dispose;

  /**
   * VacGuideCard::edition-changed:
   *
   * Emitted when another edition was chosen.
   */
  signals[EDITION_CHANGED] = g_signal_new ("edition-changed", VAC_TYPE_GUIDE_CARD,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * VacGuideCard::command:
   * @command: a #VacGuideCommand
   *
   * Emitted when something is to be done with the guide.
   */
  signals[COMMAND] = g_signal_new ("command", VAC_TYPE_GUIDE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (VAC_TYPE_SHEET);
  gtk_widget_class_set_template_from_resource (widget_class, VAC_RESOURCE_PATH
                                               "/library-view/vac-guide-card.ui");
  gtk_widget_class_bind_template_child (widget_class, VacGuideCard, content);
  gtk_widget_class_bind_template_child (widget_class, VacGuideCard, sheet);
  gtk_widget_class_bind_template_child (widget_class, VacGuideCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, VacGuideCard, summary_label);
  gtk_widget_class_bind_template_child (widget_class, VacGuideCard, detail_label);
  gtk_widget_class_bind_template_child (widget_class, VacGuideCard, language_drop_down);
  gtk_widget_class_bind_template_child (widget_class, VacGuideCard, menu);
  gtk_widget_class_bind_template_callback (widget_class, on_language_selected_cb);
  install_commands (widget_class);
}

static void
vac_guide_card_init (VacGuideCard *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (on_pressed_cb), self);
  gtk_widget_add_controller (self->content, GTK_EVENT_CONTROLLER (gesture));
}

/**
 * vac_guide_card_new:
 * @family: (element-type VacGuide): a guide in its languages; their library must outlive the card
 * @language: the language that the user wants postings in, a BCP 47 tag; empty for none
 *
 * Returns: (transfer floating): a card with the edition that suits the user best
 */
GtkWidget *
vac_guide_card_new (GPtrArray  *family,
                    const char *language)
{
  VacGuideCard *self;

  g_return_val_if_fail (family != NULL && family->len > 0, NULL);

  self = g_object_new (VAC_TYPE_GUIDE_CARD, NULL);
  self->position = vac_guide_family_prefer (family, language);
  self->family = g_ptr_array_ref (family);
  vac_let_drop_down_shrink (self->language_drop_down);
  offer_languages (self);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * vac_guide_card_set_compact:
 * @self: a card
 * @compact: whether there is no room for one card beside another
 */
void
vac_guide_card_set_compact (VacGuideCard *self,
                            gboolean      compact)
{
  g_return_if_fail (VAC_IS_GUIDE_CARD (self));

  vac_sheet_set_width (self->sheet, compact ? COMPACT_WIDTH : SHEET_WIDTH);
  gtk_widget_set_valign (GTK_WIDGET (self->sheet), compact ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->content),
                                  compact ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
}

/**
 * vac_guide_card_get_guide:
 * @self: a card
 *
 * Returns: (transfer none): the edition that it shows
 */
const VacGuide *
vac_guide_card_get_guide (VacGuideCard *self)
{
  g_return_val_if_fail (VAC_IS_GUIDE_CARD (self), NULL);

  return g_ptr_array_index (self->family, self->position);
}

/**
 * vac_guide_card_get_pixels:
 * @self: a card
 *
 * Returns: how wide its picture has to be, in pixels of the screen
 */
int
vac_guide_card_get_pixels (VacGuideCard *self)
{
  g_return_val_if_fail (VAC_IS_GUIDE_CARD (self), 1);

  return vac_sheet_get_pixels (self->sheet);
}

/**
 * vac_guide_card_set_picture:
 * @self: a card
 * @bytes: the edition that was drawn
 * @picture: (nullable): its first page
 *
 * Shows the picture, unless another edition has been chosen since.
 */
void
vac_guide_card_set_picture (VacGuideCard *self,
                            GBytes       *bytes,
                            GdkTexture   *picture)
{
  g_return_if_fail (VAC_IS_GUIDE_CARD (self));

  if (bytes == self->shown)
    vac_sheet_set_picture (self->sheet, picture);
}

static gboolean
is_found (const VacGuide *guide,
          const char     *typed)
{
  g_autofree char *language = describe_language (guide);
  g_autofree char *words = g_strjoin (" ", guide->title, guide->summary, language, NULL);

  return g_str_match_string (typed, words, TRUE);
}

/**
 * vac_guide_card_matches:
 * @self: a card
 * @typed: what somebody looks for; may be empty
 *
 * Returns: whether one of its editions has all words of @typed, or their beginnings
 */
gboolean
vac_guide_card_matches (VacGuideCard *self,
                        const char   *typed)
{
  g_return_val_if_fail (VAC_IS_GUIDE_CARD (self) && typed != NULL, FALSE);

  for (guint i = 0; i < self->family->len; i++)
    if (*typed == '\0' || is_found (g_ptr_array_index (self->family, i), typed))
      return TRUE;

  return FALSE;
}
