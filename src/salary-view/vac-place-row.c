/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-place-row"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-place-row.h"

/* The width of columns that stand below each other in different rows, in characters. */
#define NAME_CHARS       18
#define FIGURES_CHARS    18
#define DIFFERENCE_CHARS 18

/**
 * VacPlaceRow:
 *
 * A place of a comparison as a row: its name, its range on the axis of all, its figures and what
 * can be done with it. With little room they stand above each other. The same row shows the
 * posting's own range, or the labels of the axis, so that they stand where they belong.
 */
struct _VacPlaceRow
{
  GtkWidget  parent_instance;

  /* Owned by the widget */
  GtkWidget *box;
  GtkLabel  *heading;
  GtkWidget *main;
  GtkWidget *figures;
  GtkLabel  *name;
  GtkWidget *base;
  AdwBin    *bar;
  GtkLabel  *midpoint;
  GtkLabel  *range;
  GtkLabel  *difference;
  AdwBin    *difference_bar;
  GtkWidget *use_button;
  GtkWidget *buttons;
  GtkWidget *remove_button;
  GtkLabel  *details;

  gint64     most;          /* the largest difference of all rows */
  gboolean   stacked;
  guint      turn;          /* of the rows' updates: when it was filled */
};

G_DEFINE_FINAL_TYPE (VacPlaceRow, vac_place_row, GTK_TYPE_WIDGET)

static void
vac_place_row_dispose (GObject *object)
{
  g_clear_pointer (&VAC_PLACE_ROW (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (vac_place_row_parent_class)->dispose (object);
}

static void
vac_place_row_class_init (VacPlaceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_place_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "vac-place-row");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *style)
{
  GtkWidget *label = vac_sides_label_new (NULL, style);

  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static GtkWidget *
add_box (GtkWidget      *parent,
         GtkOrientation  orientation,
         int             spacing)
{
  GtkWidget *box = gtk_box_new (orientation, spacing);

  gtk_box_append (GTK_BOX (parent), box);

  return box;
}

static AdwBin *
add_bin (GtkWidget *parent)
{
  GtkWidget *bin = adw_bin_new ();

  gtk_box_append (GTK_BOX (parent), bin);

  return ADW_BIN (bin);
}

static void
add_figures (VacPlaceRow *self)
{
  GtkWidget *values = add_box (self->main, GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *differences;

  self->figures = add_box (values, GTK_ORIENTATION_VERTICAL, 1);
  differences = add_box (values, GTK_ORIENTATION_VERTICAL, 2);

  self->midpoint = add_label (self->figures, NULL);
  gtk_label_set_wrap (self->midpoint, FALSE);
  self->range = add_label (self->figures, "caption");
  gtk_widget_set_valign (self->figures, GTK_ALIGN_CENTER);
  self->difference = add_label (differences, "caption");
  self->difference_bar = add_bin (differences);
  gtk_widget_set_valign (differences, GTK_ALIGN_CENTER);
}

static void
add_buttons (VacPlaceRow *self)
{
  self->buttons = add_box (self->main, GTK_ORIENTATION_HORIZONTAL, 6);
  self->use_button = vac_sides_use_button_new ();
  gtk_box_append (GTK_BOX (self->buttons), self->use_button);
  self->remove_button = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_add_css_class (self->remove_button, "flat");
  gtk_widget_add_css_class (self->remove_button, "circular");
  gtk_widget_set_valign (self->remove_button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->buttons), self->remove_button);
}

static void
vac_place_row_init (VacPlaceRow *self)
{
  GtkWidget *names;

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->heading = add_label (self->box, "heading");
  gtk_widget_set_visible (GTK_WIDGET (self->heading), FALSE);
  self->main = add_box (self->box, GTK_ORIENTATION_HORIZONTAL, 12);
  names = add_box (self->main, GTK_ORIENTATION_VERTICAL, 1);
  self->name = add_label (names, NULL);
  self->base = GTK_WIDGET (add_label (names, "caption"));
  gtk_label_set_text (GTK_LABEL (self->base), _("The base"));
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  self->bar = add_bin (self->main);
  gtk_widget_set_hexpand (GTK_WIDGET (self->bar), TRUE);
  add_figures (self);
  add_buttons (self);
  self->details = add_label (self->box, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->details), "dim-label");
  vac_place_row_set_stacked (self, FALSE);
}

/**
 * vac_place_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
vac_place_row_new (void)
{
  return g_object_new (VAC_TYPE_PLACE_ROW, NULL);
}

static void
show_figures (VacPlaceRow            *self,
              const VacSides         *sides,
              const VacComparedPlace *place)
{
  g_autofree char *midpoint = vac_compared_place_format (sides->comparison, place,
                                                         VAC_FACT_MIDPOINT);
  g_autofree char *range = vac_pay_range_is_known (&place->range)
                               ? vac_comparison_format_range (sides->comparison, &place->range)
                               : NULL;
  g_autofree char *middle_figure = vac_sides_keep_order (*midpoint != '\0' ? midpoint : "–");
  g_autofree char *range_figure = vac_sides_keep_order (range != NULL ? range : "");

  gtk_label_set_text (self->midpoint, middle_figure);
  gtk_label_set_text (self->range, range_figure);
}

/* What columns have as rows of their own. */
static char *
describe_details (const VacSides *sides,
                  guint           index)
{
  GString *string = g_string_new (NULL);

  for (VacFact fact = VAC_FACT_SPREAD; fact < VAC_N_FACTS; fact++)
    {
      g_autofree char *text = NULL;

      if (!vac_sides_shows (sides, fact))
        continue;
      text = vac_comparison_format (sides->comparison, index, fact);
      if (*text != '\0')
        g_string_append_printf (string, "%s%s: %s", string->len > 0 ? " · " : "",
                                vac_sides_get_title (fact), text);
    }

  return g_string_free (string, FALSE);
}

/* What is not there keeps its room, as other rows have it. */
static void
set_there (GtkWidget *button,
           gboolean   there)
{
  gtk_widget_set_opacity (button, there ? 1 : 0);
  gtk_widget_set_sensitive (button, there);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_HIDDEN, !there, -1);
}

static void
show_as (VacPlaceRow *self,
         GtkWidget   *bar,
         gboolean     place)
{
  adw_bin_set_child (self->bar, bar);
  gtk_widget_set_visible (self->base, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->details), place);
  set_there (self->use_button, place);
  set_there (self->remove_button, place);
  gtk_widget_set_visible (self->buttons, place || !self->stacked);
}

/**
 * vac_place_row_show_place:
 * @self: a row
 * @sides: what is compared
 * @axis: the axis of all rows
 * @index: which place
 */
void
vac_place_row_show_place (VacPlaceRow    *self,
                          const VacSides *sides,
                          const VacAxis  *axis,
                          guint           index)
{
  const VacComparedPlace *place = vac_comparison_get_place (sides->comparison, index);
  g_autofree char *details = describe_details (sides, index);
  g_autofree char *description = vac_comparison_describe (sides->comparison, index);
  g_autofree char *difference =
    vac_comparison_format_difference (sides->comparison, index, VAC_FACT_MIDPOINT);
  g_autofree char *figure = vac_sides_keep_order (difference);
  g_autofree char *leave_out =
    g_strdup_printf (_("Leave Out %s"), vac_sides_get_name (sides, index));

  show_as (self, vac_sides_bar_new (sides, GTK_ORIENTATION_HORIZONTAL, axis, index), TRUE);
  gtk_label_set_text (self->name, vac_sides_get_name (sides, index));
  gtk_widget_set_visible (self->base, vac_sides_is_base (sides, index));
  show_figures (self, sides, place);
  gtk_label_set_text (self->difference, figure);
  adw_bin_set_child (self->difference_bar,
                     vac_sides_difference_bar_new (sides, index, VAC_FACT_MIDPOINT, self->most));
  gtk_label_set_text (self->details, details);
  gtk_widget_set_visible (GTK_WIDGET (self->details), *details != '\0');
  vac_sides_update_use_button (sides, self->use_button, index);
  set_there (self->use_button, gtk_widget_get_visible (self->use_button));
  gtk_widget_set_visible (self->use_button, TRUE);
  vac_editor_name_button (self->remove_button, leave_out);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove_button), "u", index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remove_button), "side.leave-out");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description, -1);
}

/**
 * vac_place_row_show_posting:
 * @self: a row
 * @sides: what is compared
 * @axis: the axis of all rows
 */
void
vac_place_row_show_posting (VacPlaceRow    *self,
                            const VacSides *sides,
                            const VacAxis  *axis)
{
  show_as (self, vac_sides_bar_new (sides, GTK_ORIENTATION_HORIZONTAL, axis, VAC_SIDES_NONE),
           FALSE);
  gtk_label_set_text (self->name, _("This Posting"));
  if (vac_sides_has_posting (sides))
    {
      show_figures (self, sides, &sides->posting);
      return;
    }
  gtk_label_set_text (self->midpoint, _("No pay range yet"));
  gtk_label_set_text (self->range, "");
}

/**
 * vac_place_row_show_axis:
 * @self: a row
 * @sides: what is compared
 * @axis: the axis of all rows
 *
 * Shows the labels of the axis, and above figures and difference what they are.
 */
void
vac_place_row_show_axis (VacPlaceRow    *self,
                         const VacSides *sides,
                         const VacAxis  *axis)
{
  show_as (self, vac_sides_axis_new (sides, GTK_ORIENTATION_HORIZONTAL, axis), FALSE);
  gtk_label_set_text (self->range, vac_sides_get_title (VAC_FACT_MIDPOINT));
  gtk_widget_set_visible (GTK_WIDGET (self->midpoint), FALSE);
  gtk_widget_set_visible (gtk_widget_get_parent (self->figures), !self->stacked);
  gtk_widget_set_visible (GTK_WIDGET (self->name), !self->stacked);
}

/**
 * vac_place_row_set_heading:
 * @self: a row
 * @heading: (nullable): what the group is called that begins with it
 */
void
vac_place_row_set_heading (VacPlaceRow *self,
                           const char  *heading)
{
  g_return_if_fail (VAC_IS_PLACE_ROW (self));

  gtk_label_set_text (self->heading, heading != NULL ? heading : "");
  gtk_widget_set_visible (GTK_WIDGET (self->heading), heading != NULL);
}

static void
set_chars (GtkLabel *label,
           int       chars)
{
  gtk_label_set_width_chars (label, chars);
  gtk_label_set_max_width_chars (label, chars);
}

/**
 * vac_place_row_set_stacked:
 * @self: a row
 * @stacked: whether its parts stand above each other
 */
void
vac_place_row_set_stacked (VacPlaceRow *self,
                           gboolean     stacked)
{
  GtkWidget *parent;

  g_return_if_fail (VAC_IS_PLACE_ROW (self));

  self->stacked = stacked;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->figures), stacked
                                                                      ? GTK_ORIENTATION_HORIZONTAL
                                                                      : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self->figures), stacked ? 9 : 1);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->main), stacked
                                                                   ? GTK_ORIENTATION_VERTICAL
                                                                   : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->main), stacked ? 6 : 12);
  parent = gtk_widget_get_parent (GTK_WIDGET (self->name));
  gtk_widget_set_halign (parent, stacked ? GTK_ALIGN_FILL : GTK_ALIGN_START);
  set_chars (self->name, stacked ? -1 : NAME_CHARS);
  set_chars (self->range, stacked ? -1 : FIGURES_CHARS);
  set_chars (self->difference, stacked ? -1 : DIFFERENCE_CHARS);
}

/**
 * vac_place_row_set_most:
 * @self: a row
 * @most: the largest difference of all rows
 */
void
vac_place_row_set_most (VacPlaceRow *self,
                        gint64       most)
{
  g_return_if_fail (VAC_IS_PLACE_ROW (self));

  self->most = most;
}

/**
 * vac_place_row_get_turn:
 * @self: a row
 *
 * Returns: what vac_place_row_set_turn() was told last; 0 before
 */
guint
vac_place_row_get_turn (VacPlaceRow *self)
{
  g_return_val_if_fail (VAC_IS_PLACE_ROW (self), 0);

  return self->turn;
}

/**
 * vac_place_row_set_turn:
 * @self: a row
 * @turn: which update of all rows it was filled in
 *
 * A row that is made while all are filled need not be filled once more.
 */
void
vac_place_row_set_turn (VacPlaceRow *self,
                        guint        turn)
{
  g_return_if_fail (VAC_IS_PLACE_ROW (self));

  self->turn = turn;
}
