/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-sidebar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-sidebar-private.h"

/* Placeholders are looked for in the whole posting, so not at every key press. */
#define MARKS_QUIET_MS   150
#define MARKS_LONGEST_MS 600

/**
 * VacSidebar:
 *
 * The outline of a posting in two halves, each under a heading: the job's details and every section
 * for candidates with its subsections, and those for the team. Sections are moved by dragging or
 * with the keyboard, and have a menu. Marks and a bar say how far the posting has come.
 */
G_DEFINE_FINAL_TYPE (VacSidebar, vac_sidebar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  RENAME,
  CHECK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  guint first = vac_sidebar_row_get_position (VAC_SIDEBAR_ROW (a));
  guint second = vac_sidebar_row_get_position (VAC_SIDEBAR_ROW (b));

  return (first > second) - (first < second);
}

static gboolean
is_for_team (GtkListBoxRow *row)
{
  VacNode *node = row != NULL ? vac_sidebar_row_get_node (VAC_SIDEBAR_ROW (row)) : NULL;

  return node != NULL && vac_node_get_role (node) == VAC_ROLE_SECTION &&
         vac_audience_of_section (node) == VAC_AUDIENCE_TEAM;
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  GtkWidget *header = NULL;

  if (before == NULL || (is_for_team (row) && !is_for_team (before)))
    {
      header = gtk_label_new (before == NULL ? C_("half of a sidebar", "Posting")
                                             : _("For the Team"));
      gtk_label_set_xalign (GTK_LABEL (header), 0);
      gtk_widget_add_css_class (header, "heading");
      gtk_widget_add_css_class (header, "dim-label");
      gtk_widget_add_css_class (header, "vac-sidebar-heading");
    }
  gtk_list_box_row_set_header (row, header);
}

static void
add_entries (GPtrArray *entries,
             VacNode   *sections,
             gboolean   for_team,
             gboolean   all)
{
  for (guint i = 0; sections != NULL && i < vac_node_get_n_children (sections); i++)
    {
      VacNode *section = vac_node_get_child (sections, i);

      if (!all && (vac_audience_of_section (section) == VAC_AUDIENCE_TEAM) != for_team)
        continue;
      g_ptr_array_add (entries, section);
      add_entries (entries, vac_node_get (section, VAC_ROLE_SUBSECTIONS), for_team, TRUE);
    }
}

/* A subsection for the team in a section for candidates stays with its section. */
static GPtrArray *
list_entries (VacSidebar *self)
{
  GPtrArray *entries = g_ptr_array_new ();
  VacNode *sections = vac_document_get (self->document, VAC_ROLE_SECTIONS);

  g_ptr_array_add (entries, vac_document_get (self->document, VAC_ROLE_JOB));
  add_entries (entries, sections, FALSE, FALSE);
  add_entries (entries, sections, TRUE, FALSE);

  return entries;
}

static void
scroll_to (VacSidebar *self,
           GtkWidget  *row)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  if (scroller != NULL && gtk_widget_compute_bounds (row, GTK_WIDGET (self->list_box), &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                               bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
select_row (VacSidebar *self)
{
  GtkListBoxRow *row = g_hash_table_lookup (self->rows, self->selected);

  if (row != gtk_list_box_get_selected_row (self->list_box))
    gtk_list_box_select_row (self->list_box, row);
  if (row != NULL)
    scroll_to (self, GTK_WIDGET (row));
}

/* The entry that was selected may be gone: the nearest one above it follows. */
static void
keep_selection (VacSidebar *self,
                GPtrArray  *entries,
                guint       position)
{
  g_assert (entries->len > 0);

  if (self->selected != NULL && g_hash_table_contains (self->rows, self->selected))
    select_row (self);
  else
    vac_sidebar_set_selected (self, g_ptr_array_index (entries, MIN (position, entries->len - 1)));
}

static guint
get_selected_position (VacSidebar *self)
{
  VacSidebarRow *row = self->selected != NULL ? g_hash_table_lookup (self->rows, self->selected)
                                              : NULL;

  return row != NULL ? vac_sidebar_row_get_position (row) : 0;
}

static void
sync_rows (VacSidebar *self)
{
  guint position = get_selected_position (self);
  g_autoptr (GPtrArray) entries = list_entries (self);
  g_autoptr (GHashTable) gone = g_steal_pointer (&self->rows);
  GHashTableIter iter;
  gpointer row;

  self->rows = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      VacNode *node = g_ptr_array_index (entries, i);

      row = g_hash_table_lookup (gone, node);
      if (row == NULL)
        {
          row = vac_sidebar_row_new (self->document, node);
          vac_sidebar_make_draggable (self, row);
          gtk_list_box_append (self->list_box, row);
        }
      vac_sidebar_row_set_position (row, i);
      g_hash_table_insert (self->rows, g_object_ref (node), row);
      g_hash_table_remove (gone, node);
    }
  keep_selection (self, entries, position);
  g_hash_table_iter_init (&iter, gone);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    gtk_list_box_remove (self->list_box, row);
  gtk_list_box_invalidate_sort (self->list_box);
  gtk_list_box_invalidate_headers (self->list_box);
}

static gboolean
update_marks (gpointer user_data)
{
  VacSidebar *self = user_data;
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    vac_sidebar_row_update (row);
  vac_sidebar_update_progress (self);

  return G_SOURCE_REMOVE;
}

static void
on_document_changed_cb (VacSidebar *self,
                        VacNode    *node)
{
  VacRole role = vac_node_get_role (node);

  if (role == VAC_ROLE_SECTIONS || role == VAC_ROLE_SUBSECTIONS ||
      role == VAC_ROLE_SECTION_AUDIENCE)
    sync_rows (self);
  if (role == VAC_ROLE_SECTION_INCLUDE || role == VAC_ROLE_SECTION_AUDIENCE)
    update_marks (self);
  else
    vac_debounce_trigger (self->marks);
  vac_sidebar_update_actions (self);
}

static void
on_row_selected_cb (VacSidebar    *self,
                    GtkListBoxRow *row)
{
  if (row != NULL)
    vac_sidebar_set_selected (self, vac_sidebar_row_get_node (VAC_SIDEBAR_ROW (row)));
}

/* Whoever clicks on the entry that is selected wants to see its place again. */
static void
on_row_activated_cb (VacSidebar    *self,
                     GtkListBoxRow *row)
{
  if (vac_sidebar_row_get_node (VAC_SIDEBAR_ROW (row)) == self->selected)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
on_progress_clicked_cb (VacSidebar *self)
{
  g_signal_emit (self, signals[CHECK], 0);
}

static gboolean
vac_sidebar_grab_focus (GtkWidget *widget)
{
  VacSidebar *self = VAC_SIDEBAR (widget);
  GtkWidget *row = self->selected != NULL ? g_hash_table_lookup (self->rows, self->selected) : NULL;

  return row != NULL && gtk_widget_grab_focus (row);
}

/* Its rows are one stop for Tab, with arrow keys from row to row: Tab leads to the entry that is
 * selected, and on from any entry to what is below the list. */
static gboolean
vac_sidebar_focus (GtkWidget        *widget,
                   GtkDirectionType  direction)
{
  VacSidebar *self = VAC_SIDEBAR (widget);
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (self->list_box), GTK_TYPE_SCROLLED_WINDOW);
  const gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child = NULL;

  if (!forward && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (vac_sidebar_parent_class)->focus (widget, direction);

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->content))
    for (child = focus; gtk_widget_get_parent (child) != self->content;)
      child = gtk_widget_get_parent (child);
  if (child != NULL && child != list && gtk_widget_child_focus (child, direction))
    return TRUE;
  do
    {
      child = child == NULL ? forward ? gtk_widget_get_first_child (self->content)
                                      : gtk_widget_get_last_child (self->content)
              : forward     ? gtk_widget_get_next_sibling (child)
                            : gtk_widget_get_prev_sibling (child);
      if (child != NULL && (child == list ? gtk_widget_grab_focus (widget)
                                          : gtk_widget_child_focus (child, direction)))
        return TRUE;
    }
  while (child != NULL);

  return FALSE;
}

static void
vac_sidebar_constructed (GObject *object)
{
  VacSidebar *self = VAC_SIDEBAR (object);

  G_OBJECT_CLASS (vac_sidebar_parent_class)->constructed (object);

  g_signal_connect_object (self->document, "changed", G_CALLBACK (on_document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::read-only",
                           G_CALLBACK (vac_sidebar_update_actions), self, G_CONNECT_SWAPPED);
  sync_rows (self);
}

static void
vac_sidebar_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  VacSidebar *self = VAC_SIDEBAR (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_sidebar_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  VacSidebar *self = VAC_SIDEBAR (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      self->document = g_value_dup_object (value);
      break;
    case PROP_SELECTED:
      vac_sidebar_set_selected (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_sidebar_dispose (GObject *object)
{
  VacSidebar *self = VAC_SIDEBAR (object);

  g_clear_weak_pointer (&self->drop_row);
  g_clear_pointer (&self->marks, vac_debounce_free);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_object (&self->selected);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vac_sidebar_parent_class)->dispose (object);
}

static void
vac_sidebar_class_init (VacSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = vac_sidebar_constructed;
  object_class->get_property = vac_sidebar_get_property;
  object_class->set_property = vac_sidebar_set_property;
  object_class->dispose = vac_sidebar_dispose;
  widget_class->focus = vac_sidebar_focus;
  widget_class->grab_focus = vac_sidebar_grab_focus;

  /**
   * VacSidebar:document:
   *
   * The document whose outline it is.
   */
  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, VAC_TYPE_DOCUMENT,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * VacSidebar:selected:
   *
   * The job, a section or a subsection.
   */
  properties[PROP_SELECTED] =
    g_param_spec_object ("selected", NULL, NULL, VAC_TYPE_NODE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * VacSidebar::rename:
   * @section: the section whose heading is to be typed again
   */
  signals[RENAME] = g_signal_new ("rename", VAC_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, VAC_TYPE_NODE);

  /**
   * VacSidebar::check:
   *
   * Emitted when somebody wants to see what is left to do.
   */
  signals[CHECK] = g_signal_new ("check", VAC_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               VAC_RESOURCE_PATH "/editor/vac-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, VacSidebar, content);
  gtk_widget_class_bind_template_child (widget_class, VacSidebar, list_box);
  gtk_widget_class_bind_template_child (widget_class, VacSidebar, entry_menu);
  gtk_widget_class_bind_template_child (widget_class, VacSidebar, add_menu);
  gtk_widget_class_bind_template_child (widget_class, VacSidebar, add_button);
  gtk_widget_class_bind_template_child (widget_class, VacSidebar, progress_button);
  gtk_widget_class_bind_template_child (widget_class, VacSidebar, progress_label);
  gtk_widget_class_bind_template_child (widget_class, VacSidebar, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_progress_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, vac_sidebar_pop_up_at);
  vac_sidebar_class_install_actions (widget_class);
}

static void
vac_sidebar_init (VacSidebar *self)
{
  self->rows = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->marks = vac_debounce_new (MARKS_QUIET_MS, MARKS_LONGEST_MS, update_marks, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  vac_editor_set_menu (self->add_button, self->add_menu);
  gtk_list_box_set_sort_func (self->list_box, compare_rows, NULL, NULL);
  gtk_list_box_set_header_func (self->list_box, update_header, NULL, NULL);
  vac_sidebar_accept_drops (self);
}

/**
 * vac_sidebar_new:
 * @document: a document
 *
 * Returns: (transfer floating): its outline, with the job's details selected
 */
GtkWidget *
vac_sidebar_new (VacDocument *document)
{
  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  return g_object_new (VAC_TYPE_SIDEBAR, "document", document, NULL);
}

/**
 * vac_sidebar_get_selected:
 * @self: a sidebar
 *
 * Returns: (transfer none): the job, a section or a subsection
 */
VacNode *
vac_sidebar_get_selected (VacSidebar *self)
{
  g_return_val_if_fail (VAC_IS_SIDEBAR (self), NULL);

  return self->selected;
}

/**
 * vac_sidebar_set_selected:
 * @self: a sidebar
 * @node: what to select: a node with an entry; another one is ignored
 */
void
vac_sidebar_set_selected (VacSidebar *self,
                          VacNode    *node)
{
  g_return_if_fail (VAC_IS_SIDEBAR (self));
  g_return_if_fail (VAC_IS_NODE (node));

  if (self->selected == node || !g_hash_table_contains (self->rows, node))
    return;

  g_set_object (&self->selected, node);
  select_row (self);
  vac_sidebar_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* Whether one is seen to move when it goes past the other: both are in a list, and under one
 * heading of the outline. */
gboolean
vac_sidebar_are_neighbours (VacNode *section,
                            VacNode *other)
{
  return vac_node_get_parent (section) == vac_node_get_parent (other) &&
         (vac_section_get_parent (section) != NULL ||
          vac_audience_of_section (section) == vac_audience_of_section (other));
}

/* Headings are typed in the form. */
void
vac_sidebar_rename (VacSidebar *self,
                    VacNode    *section)
{
  g_signal_emit (self, signals[RENAME], 0, section);
}
