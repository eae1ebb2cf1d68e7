/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-place-chips"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-place-chips.h"

/* A name that is longer is cut, and whole in the tooltip. */
#define LONGEST_NAME 28

/**
 * VacPlaceChips:
 *
 * The places of a comparison in their order, each with a button that leaves it out. A chip is
 * dragged to another position, or moved with Alt and the arrow keys; Delete leaves it out.
 */
struct _VacPlaceChips
{
  GtkWidget   parent_instance;

  /* Owned by the widget */
  GtkFlowBox *box;

  /* Owned */
  GPtrArray  *places;    /* VacNode */
  GtkWidget  *drop_chip; /* weak: where what is dragged would go */
  gboolean    movable;
};

G_DEFINE_FINAL_TYPE (VacPlaceChips, vac_place_chips, GTK_TYPE_WIDGET)

enum
{
  MOVE,
  LEAVE_OUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_name (VacNode *place)
{
  const char *name = vac_node_get_member_text (place, VAC_ROLE_PLACE_NAME);

  return *name != '\0' ? name : C_("place", "Unnamed");
}

static GtkFlowBoxChild *
find_focused (VacPlaceChips *self)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->box, (int) i);

      if (gtk_widget_get_focus_child (GTK_WIDGET (self->box)) == GTK_WIDGET (child))
        return child;
    }

  return NULL;
}

static void
on_remove_clicked_cb (GtkWidget *button)
{
  GtkWidget *self = gtk_widget_get_ancestor (button, VAC_TYPE_PLACE_CHIPS);
  GtkWidget *child = gtk_widget_get_ancestor (button, GTK_TYPE_FLOW_BOX_CHILD);

  g_signal_emit (self, signals[LEAVE_OUT], 0, vac_editor_get_node (child));
}

static GdkContentProvider *
on_drag_prepare_cb (GtkDragSource *source,
                    double         x,
                    double         y,
                    GtkWidget     *child)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (child);

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);

  return gdk_content_provider_new_typed (VAC_TYPE_NODE, vac_editor_get_node (child));
}

static GtkWidget *
remove_button_new (const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *label = g_strdup_printf (_("Leave Out %s"), name);

  vac_editor_name_button (button, label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove_clicked_cb), NULL);

  return button;
}

static GtkWidget *
chip_new (VacPlaceChips *self,
          VacNode       *place)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *label = gtk_label_new (get_name (place));
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LONGEST_NAME);
  gtk_label_set_width_chars (GTK_LABEL (label),
                             (int) MIN (g_utf8_strlen (get_name (place), -1), 9));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), remove_button_new (get_name (place)));
  gtk_widget_add_css_class (chip, "vac-chip");
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), chip);
  gtk_widget_set_halign (child, GTK_ALIGN_START);
  gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (label, get_name (place));
  vac_editor_set_node (child, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_name (place), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->movable
                                      ? _("Alt with arrow keys moves it, Delete leaves it out")
                                      : _("Delete leaves it out"),
                                  -1);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare_cb), child);
  if (self->movable)
    gtk_widget_add_controller (child, GTK_EVENT_CONTROLLER (source));
  else
    g_object_unref (source);

  return child;
}

/* Moving and leaving out */

static void
move_focused (VacPlaceChips *self,
              int            steps)
{
  GtkFlowBoxChild *child = find_focused (self);
  int position = child != NULL ? gtk_flow_box_child_get_index (child) + steps : -1;

  if (position >= 0 && position < (int) self->places->len)
    g_signal_emit (self, signals[MOVE], 0, vac_editor_get_node (GTK_WIDGET (child)),
                   (guint) position);
}

static gboolean
on_key_pressed_cb (VacPlaceChips   *self,
                   guint            keyval,
                   guint            keycode,
                   GdkModifierType  state)
{
  const guint modifiers = state & gtk_accelerator_get_default_mod_mask ();
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkFlowBoxChild *child = find_focused (self);

  if (child == NULL)
    return FALSE;
  if (modifiers == 0 && (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete))
    {
      g_signal_emit (self, signals[LEAVE_OUT], 0, vac_editor_get_node (GTK_WIDGET (child)));
      return TRUE;
    }
  if (modifiers != GDK_ALT_MASK || !self->movable)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move_focused (self, rtl ? 1 : -1);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move_focused (self, rtl ? -1 : 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_focused (self, -1);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_focused (self, 1);
      return TRUE;
    default:
      return FALSE;
    }
}

static GdkDragAction
on_drop_motion_cb (VacPlaceChips *self,
                   double         x,
                   double         y)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_pos (self->box, (int) x, (int) y);

  if (self->drop_chip != NULL)
    vac_editor_set_class (self->drop_chip, "vac-drop", FALSE);
  g_set_weak_pointer (&self->drop_chip, GTK_WIDGET (child));
  if (child == NULL)
    return 0;
  vac_editor_set_class (GTK_WIDGET (child), "vac-drop", TRUE);

  return GDK_ACTION_MOVE;
}

static void
on_drop_leave_cb (VacPlaceChips *self)
{
  if (self->drop_chip != NULL)
    vac_editor_set_class (self->drop_chip, "vac-drop", FALSE);
  g_clear_weak_pointer (&self->drop_chip);
}

/* It takes the position of the chip that it is dropped on. */
static gboolean
on_drop_cb (VacPlaceChips *self,
            const GValue  *value,
            double         x,
            double         y)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_pos (self->box, (int) x, (int) y);
  VacNode *place = g_value_get_object (value);

  on_drop_leave_cb (self);
  if (child == NULL || !g_ptr_array_find (self->places, place, NULL))
    return FALSE;
  g_signal_emit (self, signals[MOVE], 0, place, (guint) gtk_flow_box_child_get_index (child));

  return TRUE;
}

static void
vac_place_chips_dispose (GObject *object)
{
  VacPlaceChips *self = VAC_PLACE_CHIPS (object);

  g_clear_weak_pointer (&self->drop_chip);
  if (self->box != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->box));
  self->box = NULL;

  G_OBJECT_CLASS (vac_place_chips_parent_class)->dispose (object);
}

static void
vac_place_chips_finalize (GObject *object)
{
  g_ptr_array_unref (VAC_PLACE_CHIPS (object)->places);

  G_OBJECT_CLASS (vac_place_chips_parent_class)->finalize (object);
}

static void
vac_place_chips_class_init (VacPlaceChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_place_chips_dispose;
  G_OBJECT_CLASS (klass)->finalize = vac_place_chips_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * VacPlaceChips::move:
   * @place: a place
   * @position: where it is to stand among the others
   */
  signals[MOVE] = g_signal_new ("move", VAC_TYPE_PLACE_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, VAC_TYPE_NODE, G_TYPE_UINT);

  /**
   * VacPlaceChips::leave-out:
   * @place: a place that is not to be compared any longer
   */
  signals[LEAVE_OUT] = g_signal_new ("leave-out", VAC_TYPE_PLACE_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, VAC_TYPE_NODE);
}

static void
vac_place_chips_init (VacPlaceChips *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (VAC_TYPE_NODE, GDK_ACTION_MOVE);
  GtkEventController *key = gtk_event_controller_key_new ();

  self->places = g_ptr_array_new_with_free_func (g_object_unref);
  self->box = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->box, 20);
  gtk_flow_box_set_column_spacing (self->box, 6);
  gtk_flow_box_set_row_spacing (self->box, 6);
  gtk_widget_set_valign (GTK_WIDGET (self->box), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "vac-chips");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Places that are compared"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
  g_signal_connect_swapped (drop, "motion", G_CALLBACK (on_drop_motion_cb), self);
  g_signal_connect_swapped (drop, "leave", G_CALLBACK (on_drop_leave_cb), self);
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->box), GTK_EVENT_CONTROLLER (drop));
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

/**
 * vac_place_chips_new:
 *
 * Returns: (transfer floating): chips without places
 */
GtkWidget *
vac_place_chips_new (void)
{
  return g_object_new (VAC_TYPE_PLACE_CHIPS, NULL);
}

/**
 * vac_place_chips_set_places:
 * @self: chips
 * @places: (element-type VacNode): the places, in their order
 * @movable: whether that can be changed
 *
 * Shows these places. A chip that has the focus keeps it; if its place is gone, the one after it
 * has it.
 */
void
vac_place_chips_set_places (VacPlaceChips *self,
                            GPtrArray     *places,
                            gboolean       movable)
{
  GtkFlowBoxChild *focused;
  g_autoptr (VacNode) node = NULL;
  int position = -1;

  g_return_if_fail (VAC_IS_PLACE_CHIPS (self) && places != NULL);

  focused = find_focused (self);
  if (focused != NULL)
    {
      position = gtk_flow_box_child_get_index (focused);
      node = g_object_ref (vac_editor_get_node (GTK_WIDGET (focused)));
    }
  while (gtk_flow_box_get_child_at_index (self->box, 0) != NULL)
    gtk_flow_box_remove (self->box,
                         GTK_WIDGET (gtk_flow_box_get_child_at_index (self->box, 0)));
  self->movable = movable;
  g_ptr_array_set_size (self->places, 0);
  for (guint i = 0; i < places->len; i++)
    {
      VacNode *place = g_ptr_array_index (places, i);

      g_ptr_array_add (self->places, g_object_ref (place));
      gtk_flow_box_insert (self->box, chip_new (self, place), -1);
    }
  if (position >= 0 && places->len > 0 && !vac_place_chips_focus (self, node))
    vac_place_chips_focus (self,
                           g_ptr_array_index (places, MIN ((guint) position, places->len - 1)));
}

/**
 * vac_place_chips_focus:
 * @self: chips
 * @place: a place
 *
 * Moves the focus to its chip.
 *
 * Returns: whether it has one
 */
gboolean
vac_place_chips_focus (VacPlaceChips *self,
                       VacNode       *place)
{
  guint position;

  g_return_val_if_fail (VAC_IS_PLACE_CHIPS (self), FALSE);

  if (!g_ptr_array_find (self->places, place, &position))
    return FALSE;

  return gtk_widget_grab_focus (
    GTK_WIDGET (gtk_flow_box_get_child_at_index (self->box, (int) position)));
}
