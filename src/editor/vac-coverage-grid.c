/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-coverage-grid"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-coverage-grid.h"
#include "vac-coverage.h"
#include "vac-editor.h"
#include "vac-expander.h"

/**
 * VacCoverageGrid:
 *
 * What the posting asks for beside what the interviews assess: a row for each question and
 * criterion, a column for each required qualification, and a box to check where they meet. What is
 * missing on either side is said above. The boxes are made when somebody wants to see them.
 */
struct _VacCoverageGrid
{
  GtkWidget      parent_instance;

  /* Borrowed: our child and what is in it */
  GtkWidget     *box;
  GtkLabel      *summary;
  GtkWidget     *expander;
  GtkWidget     *legend;     /* of the columns */
  GtkWidget     *grid;

  /* Owned */
  VacDocument   *document;
  VacCoverage   *coverage;   /* what the boxes stand for; NULL before there are any */
  GPtrArray     *checks;     /* row by row; borrowed */
  GPtrArray     *heads;      /* labels of rows, then of the legend; borrowed */

  guint          refresh_id;
};

G_DEFINE_FINAL_TYPE (VacCoverageGrid, vac_coverage_grid, GTK_TYPE_WIDGET)

#define PLACE_KEY "vac-place"   /* of a box: its number, from 1 */

static VacNode *
get_means (VacCoverageGrid *self,
           guint            place)
{
  return self->coverage->means->pdata[place / self->coverage->qualifications->len];
}

static VacNode *
get_qualification (VacCoverageGrid *self,
                   guint            place)
{
  return self->coverage->qualifications->pdata[place % self->coverage->qualifications->len];
}

static void
on_check_toggled_cb (VacCoverageGrid *self,
                     GtkCheckButton  *check)
{
  const guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), PLACE_KEY)) - 1;

  vac_coverage_set (self->document, get_means (self, place), get_qualification (self, place),
                    gtk_check_button_get_active (check));
}

static gboolean
same_nodes (GPtrArray *a,
            GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;

  return TRUE;
}

static guint
count_missing (VacCoverage *coverage,
               GPtrArray   *nodes)
{
  guint n = 0;

  for (guint i = 0; i < nodes->len; i++)
    n += vac_coverage_count (coverage, nodes->pdata[i]) == 0 ? 1 : 0;

  return n;
}

static void
update_summary (VacCoverageGrid *self,
                VacCoverage     *coverage)
{
  const guint n_missing = count_missing (coverage, coverage->qualifications);
  const guint n_surplus = count_missing (coverage, coverage->means);
  g_autofree char *missing = g_strdup_printf (
      ngettext ("%u required qualification is never assessed.",
                "%u required qualifications are never assessed.", n_missing), n_missing);
  g_autofree char *surplus = g_strdup_printf (
      ngettext ("%u question or criterion assesses nothing that is asked for.",
                "%u questions and criteria assess nothing that is asked for.", n_surplus),
      n_surplus);
  g_autofree char *both = g_strdup_printf ("%s %s", missing, surplus);

  gtk_label_set_label (self->summary,
                       n_missing + n_surplus == 0 ? _("All that is asked for is assessed, and "
                                                      "nothing else.")
                       : n_surplus == 0           ? missing
                       : n_missing == 0           ? surplus
                                                  : both);
}

static void
set_warning (GtkWidget *widget,
             gboolean   on)
{
  vac_editor_set_class (widget, "warning", on);
}

static void
update_heads (VacCoverageGrid *self)
{
  const guint n_means = self->coverage->means->len;

  for (guint i = 0; i < n_means; i++)
    {
      g_autofree char *name = vac_coverage_dup_name (self->document,
                                                     self->coverage->means->pdata[i]);

      gtk_label_set_label (self->heads->pdata[i], name);
      gtk_widget_set_tooltip_text (self->heads->pdata[i], name);
      set_warning (self->heads->pdata[i],
                   vac_coverage_count (self->coverage, self->coverage->means->pdata[i]) == 0);
    }
  for (guint i = 0; i < self->coverage->qualifications->len; i++)
    {
      VacNode *qualification = self->coverage->qualifications->pdata[i];
      g_autofree char *name = vac_coverage_dup_name (self->document, qualification);
      const gboolean missing = vac_coverage_count (self->coverage, qualification) == 0;
      g_autofree char *text = g_strdup_printf (missing ? _("%u  %s (never assessed)") : "%u  %s",
                                               i + 1, name);

      gtk_label_set_label (self->heads->pdata[n_means + i], text);
      set_warning (self->heads->pdata[n_means + i], missing);
    }
}

static void
update_check (VacCoverageGrid *self,
              guint            place)
{
  GtkWidget *check = self->checks->pdata[place];
  const guint n_columns = self->coverage->qualifications->len;
  VacNode *means = get_means (self, place);
  VacNode *qualification = get_qualification (self, place);
  const gboolean offered = vac_coverage_is_offered (self->coverage, place / n_columns,
                                                    place % n_columns);
  g_autofree char *first = vac_coverage_dup_name (self->document, means);
  g_autofree char *second = vac_coverage_dup_name (self->document, qualification);
  g_autofree char *name = g_strdup_printf (_("“%s” assesses “%s”"), first, second);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), vac_coverage_has (means, qualification));
  vac_editor_set_class (check, "vac-offered", offered);
  gtk_widget_set_tooltip_text (check, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  offered ? _("Offered, because both use the same words") : "", -1);
}

static void
clear (GtkWidget *parent)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (parent)) != NULL)
    if (GTK_IS_GRID (parent))
      gtk_grid_remove (GTK_GRID (parent), child);
    else
      gtk_box_remove (GTK_BOX (parent), child);
}

static void
add_head (VacCoverageGrid *self,
          GtkWidget       *label)
{
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  g_ptr_array_add (self->heads, label);
}

static void
add_row (VacCoverageGrid *self,
         guint            row)
{
  const guint n_columns = self->coverage->qualifications->len;
  GtkWidget *head = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (head), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (head), 28);
  gtk_widget_set_hexpand (head, TRUE);
  add_head (self, head);
  vac_editor_set_node (head, vac_node_get (self->coverage->means->pdata[row], VAC_ROLE_ASSESSES));
  gtk_grid_attach (GTK_GRID (self->grid), head, 0, (int) row + 1, 1, 1);
  for (guint i = 0; i < n_columns; i++)
    {
      GtkWidget *check = gtk_check_button_new ();

      g_object_set_data (G_OBJECT (check), PLACE_KEY,
                         GUINT_TO_POINTER (row * n_columns + i + 1));
      g_ptr_array_add (self->checks, check);
      g_object_bind_property (self->document, "read-only", check, "sensitive",
                              G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
      gtk_grid_attach (GTK_GRID (self->grid), check, (int) i + 1, (int) row + 1, 1, 1);
    }
}

static void
rebuild (VacCoverageGrid *self)
{
  clear (self->grid);
  clear (self->legend);
  g_ptr_array_set_size (self->checks, 0);
  g_ptr_array_set_size (self->heads, 0);
  for (guint i = 0; i < self->coverage->qualifications->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      GtkWidget *head = gtk_label_new (number);

      gtk_widget_add_css_class (head, "dim-label");
      gtk_widget_add_css_class (head, "numeric");
      gtk_grid_attach (GTK_GRID (self->grid), head, (int) i + 1, 0, 1, 1);
    }
  for (guint i = 0; i < self->coverage->means->len; i++)
    add_row (self, i);
  for (guint i = 0; i < self->coverage->qualifications->len; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (self->legend), label);
      add_head (self, label);
    }
}

static void
refresh (VacCoverageGrid *self)
{
  g_autoptr (VacCoverage) coverage = vac_coverage_new (self->document);
  gboolean known = self->coverage != NULL &&
                   same_nodes (self->coverage->means, coverage->means) &&
                   same_nodes (self->coverage->qualifications, coverage->qualifications);

  update_summary (self, coverage);
  if (!gtk_expander_get_expanded (GTK_EXPANDER (self->expander)))
    return;

  g_clear_pointer (&self->coverage, vac_coverage_free);
  self->coverage = g_steal_pointer (&coverage);
  if (!known)
    rebuild (self);
  update_heads (self);
  for (guint i = 0; i < self->checks->len; i++)
    update_check (self, i);
  /* Only now, when the boxes say what the document says. */
  for (guint i = 0; !known && i < self->checks->len; i++)
    g_signal_connect_object (self->checks->pdata[i], "toggled", G_CALLBACK (on_check_toggled_cb),
                             self, G_CONNECT_SWAPPED);
}

static gboolean
refresh_cb (gpointer user_data)
{
  VacCoverageGrid *self = user_data;

  self->refresh_id = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

/* Once for all changes of a moment, and only while somebody looks. */
static void
queue_refresh (VacCoverageGrid *self)
{
  if (self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_idle_add (refresh_cb, self);
}

/* From box to box, as in a table. */
static gboolean
on_key_pressed_cb (VacCoverageGrid *self,
                   guint            keyval,
                   guint            keycode,
                   GdkModifierType  state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  const guint place = focus != NULL
                      ? GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (focus), PLACE_KEY)) : 0;
  int columns = 0, rows = 0;
  guint n_columns;
  int column, row;

  if (place == 0 || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
    columns = -forward;
  else if (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right)
    columns = forward;
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    rows = -1;
  else if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    rows = 1;
  else
    return FALSE;

  n_columns = self->coverage->qualifications->len;
  column = (int) ((place - 1) % n_columns) + columns;
  row = (int) ((place - 1) / n_columns) + rows;
  if (column >= 0 && column < (int) n_columns && row >= 0 && row < (int) self->coverage->means->len)
    gtk_widget_grab_focus (self->checks->pdata[(guint) row * n_columns + (guint) column]);

  return TRUE;
}

static void
vac_coverage_grid_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vac_coverage_grid_parent_class)->map (widget);
  queue_refresh (VAC_COVERAGE_GRID (widget));
}

static void
vac_coverage_grid_dispose (GObject *object)
{
  VacCoverageGrid *self = VAC_COVERAGE_GRID (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->heads, g_ptr_array_unref);
  g_clear_pointer (&self->coverage, vac_coverage_free);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vac_coverage_grid_parent_class)->dispose (object);
}

static void
vac_coverage_grid_class_init (VacCoverageGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vac_coverage_grid_dispose;
  widget_class->map = vac_coverage_grid_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
paragraph_new (const char *text,
               const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static void
vac_coverage_grid_init (VacCoverageGrid *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *title;
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->checks = g_ptr_array_new ();
  self->heads = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->summary = GTK_LABEL (paragraph_new (NULL, NULL));
  self->legend = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->grid = gtk_grid_new ();
  self->expander = gtk_expander_new_with_mnemonic (_("What Assesses _What"));
  /* GTK 4.8 does not use an expander's label as its accessible name. */
  title = gtk_expander_get_label_widget (GTK_EXPANDER (self->expander));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (title)), -1);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 3);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->grid);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (self->grid, keys);
  gtk_widget_set_margin_top (content, 9);
  gtk_box_append (GTK_BOX (content), self->legend);
  gtk_box_append (GTK_BOX (content), scrolled);
  gtk_box_append (GTK_BOX (content),
                  paragraph_new (_("A dashed box is a guess: both use the same words. Nothing is "
                                   "stored until you check it."), "dim-label"));
  gtk_expander_set_child (GTK_EXPANDER (self->expander), content);
  vac_expander_hide_child (GTK_EXPANDER (self->expander));

  gtk_box_append (GTK_BOX (self->box), paragraph_new (_("Coverage"), "heading"));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (self->box), self->expander);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
}

/**
 * vac_coverage_grid_new:
 * @document: the document
 *
 * Returns: (transfer floating): a grid of what @document asks for and what its interviews assess
 */
GtkWidget *
vac_coverage_grid_new (VacDocument *document)
{
  VacCoverageGrid *self;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  self = g_object_new (VAC_TYPE_COVERAGE_GRID, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
