/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-sidebar-row"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-editor.h"
#include "vac-wording.h"
#include "vac-sidebar-row.h"

/**
 * VacSidebarRow:
 *
 * An entry of the outline: the heading, and marks that say by shape and by name, not by color, that
 * it is hidden and that a placeholder in it has nothing to be filled from.
 */
struct _VacSidebarRow
{
  GtkListBoxRow  parent_instance;

  /* Template widgets */
  GtkLabel      *title;
  GtkWidget     *mark;
  GtkWidget     *placeholder_mark;

  /* Owned */
  VacDocument   *document;
  VacNode       *node;

  guint          position;
};

G_DEFINE_FINAL_TYPE (VacSidebarRow, vac_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_job (VacSidebarRow *self)
{
  return vac_node_get_role (self->node) == VAC_ROLE_JOB;
}

static const char *
get_title (VacSidebarRow *self)
{
  const char *title;

  if (is_job (self))
    return _("Job Details");

  title = vac_node_get_member_text (self->node, VAC_ROLE_SECTION_TITLE);
  return *title != '\0' ? title : _("Untitled");
}

/* An item may be left out of its section. */
static gboolean
is_printed (VacSidebarRow *self,
            VacNode       *node)
{
  return vac_node_get_role (node) != VAC_ROLE_ITEM ||
         vac_audience_sees_part (VAC_AUDIENCE_TEAM, self->document, node);
}

static gboolean
has_unfilled (VacSidebarRow *self,
              VacNode       *node)
{
  if (strstr (vac_node_get_text (node), "{{") != NULL)
    {
      g_autoptr (GPtrArray) unfilled = g_ptr_array_new_with_free_func (g_free);

      g_free (vac_wording_fill (self->document, vac_node_get_text (node), unfilled));
      if (unfilled->len > 0)
        return TRUE;
    }

  /* Subsections have entries of their own. */
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    {
      VacNode *child = vac_node_get_child (node, i);

      if (vac_node_get_role (child) != VAC_ROLE_SUBSECTIONS && is_printed (self, child) &&
          has_unfilled (self, child))
        return TRUE;
    }

  return FALSE;
}

/* Whether there is nothing under the heading, so that not even the heading is printed. */
static gboolean
is_blank (VacSidebarRow *self,
          VacNode       *section)
{
  VacNode *items = vac_node_get (section, VAC_ROLE_SECTION_ITEMS);
  VacNode *parts = vac_node_get (section, VAC_ROLE_SUBSECTIONS);

  if (*vac_node_get_member_text (section, VAC_ROLE_SECTION_TEXT) != '\0' ||
      *vac_node_get_member_text (section, VAC_ROLE_SECTION_TABLE) != '\0')
    return FALSE;
  for (guint i = 0; i < vac_node_get_n_children (items); i++)
    if (!vac_node_is_empty (vac_node_get_child (items, i)) &&
        is_printed (self, vac_node_get_child (items, i)))
      return FALSE;
  for (guint i = 0; parts != NULL && i < vac_node_get_n_children (parts); i++)
    if (!is_blank (self, vac_node_get_child (parts, i)))
      return FALSE;

  return TRUE;
}

/* What is printed is the rule and has no mark: one would read as "done". */
static const char *
get_state (VacSidebarRow *self,
           gboolean      *hidden)
{
  *hidden = FALSE;
  if (is_job (self))
    return _("Printed in the posting");
  if (vac_audience_of_section (self->node) == VAC_AUDIENCE_TEAM)
    return _("For the team, not printed for candidates");
  if (!vac_audience_sees (VAC_AUDIENCE_CANDIDATE, self->document, self->node))
    {
      *hidden = TRUE;
      return _("Hidden, not printed");
    }

  return is_blank (self, self->node) ? _("Empty, not printed") : _("Printed in the posting");
}

static void
on_title_notify_text_cb (VacSidebarRow *self)
{
  vac_sidebar_row_update (self);
}

/* A heading that does not fit is shown in full in a tooltip. */
static gboolean
on_title_query_tooltip_cb (GtkLabel   *title,
                           int         x,
                           int         y,
                           gboolean    keyboard_mode,
                           GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (title));

  return pango_layout_is_ellipsized (gtk_label_get_layout (title));
}

static void
vac_sidebar_row_dispose (GObject *object)
{
  VacSidebarRow *self = VAC_SIDEBAR_ROW (object);

  g_clear_object (&self->node);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vac_sidebar_row_parent_class)->dispose (object);
}

static void
vac_sidebar_row_class_init (VacSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vac_sidebar_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               VAC_RESOURCE_PATH "/editor/vac-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VacSidebarRow, mark);
  gtk_widget_class_bind_template_child (widget_class, VacSidebarRow, title);
  gtk_widget_class_bind_template_child (widget_class, VacSidebarRow, placeholder_mark);
}

static void
vac_sidebar_row_init (VacSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->title), TRUE);
  g_signal_connect (self->title, "query-tooltip", G_CALLBACK (on_title_query_tooltip_cb), NULL);
}

/**
 * vac_sidebar_row_new:
 * @document: the document
 * @node: the job, a section or a subsection
 *
 * Returns: (transfer floating): its entry
 */
GtkWidget *
vac_sidebar_row_new (VacDocument *document,
                     VacNode     *node)
{
  VacSidebarRow *self = g_object_new (VAC_TYPE_SIDEBAR_ROW, NULL);

  self->document = g_object_ref (document);
  self->node = g_object_ref (node);
  if (!is_job (self))
    g_signal_connect_object (vac_node_get (node, VAC_ROLE_SECTION_TITLE), "notify::text",
                             G_CALLBACK (on_title_notify_text_cb), self, G_CONNECT_SWAPPED);
  if (!is_job (self) && vac_section_get_parent (node) != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "vac-subsection");
  vac_sidebar_row_update (self);

  return GTK_WIDGET (self);
}

VacNode *
vac_sidebar_row_get_node (VacSidebarRow *self)
{
  g_return_val_if_fail (VAC_IS_SIDEBAR_ROW (self), NULL);

  return self->node;
}

guint
vac_sidebar_row_get_position (VacSidebarRow *self)
{
  g_return_val_if_fail (VAC_IS_SIDEBAR_ROW (self), 0);

  return self->position;
}

/* The position of the entry among all, by which rows are sorted. */
void
vac_sidebar_row_set_position (VacSidebarRow *self,
                              guint          position)
{
  g_return_if_fail (VAC_IS_SIDEBAR_ROW (self));

  self->position = position;
}

/**
 * vac_sidebar_row_update:
 * @self: a row
 *
 * Shows the heading and the marks as they are now.
 */
void
vac_sidebar_row_update (VacSidebarRow *self)
{
  const char *state;
  g_autofree char *name = NULL;
  gboolean unfilled, hidden;

  g_return_if_fail (VAC_IS_SIDEBAR_ROW (self));

  /* Its row is about to go. */
  if (vac_node_get_root (self->node) != vac_document_get_root (self->document))
    return;

  unfilled = has_unfilled (self, self->node);
  state = get_state (self, &hidden);
  gtk_label_set_text (self->title, get_title (self));
  gtk_widget_set_visible (self->mark, hidden);
  gtk_widget_set_visible (self->placeholder_mark, unfilled);
  if (hidden)
    gtk_widget_add_css_class (GTK_WIDGET (self), "vac-hidden");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "vac-hidden");

  name = unfilled ? g_strdup_printf ("%s. %s. %s", get_title (self), state,
                                     gtk_widget_get_tooltip_text (self->placeholder_mark))
                  : g_strdup_printf ("%s. %s", get_title (self), state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
