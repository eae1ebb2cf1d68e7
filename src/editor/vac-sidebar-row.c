/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-sidebar-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-audience.h"
#include "vac-editor.h"
#include "vac-part.h"
#include "vac-part-title.h"
#include "vac-sidebar-row.h"

/**
 * VacSidebarRow:
 *
 * An entry of the outline: the heading, and a mark that says by shape and by name, not by color
 * alone, that it is hidden, or how far it has come.
 */
struct _VacSidebarRow
{
  GtkListBoxRow  parent_instance;

  /* Template widgets */
  GtkLabel      *title;
  GtkWidget     *mark;
  GtkWidget     *progress_mark;

  /* Owned */
  VacDocument   *document;
  VacNode       *node;
  char          *reason;     /* nullable: why it needs somebody */

  VacProgress    progress;   /* as it was told */
  VacProgress    shown;
  guint          position;
};

G_DEFINE_FINAL_TYPE (VacSidebarRow, vac_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static const struct
{
  const char *icon;      /* NULL: the style draws it */
  const char *css_class;
  const char *label;
} looks[] = {
  [VAC_PROGRESS_UNTOUCHED] = { NULL, "vac-untouched",
                               N_("Still the text of the guide") },
  [VAC_PROGRESS_EDITED] = { "document-edit-symbolic", "dim-label",
                            N_("Edited, not yet reviewed") },
  [VAC_PROGRESS_CLEAN] = { "object-select-symbolic", "success",
                           N_("Reviewed: edited, and nothing was found") },
  [VAC_PROGRESS_MARKED] = { "object-select-symbolic", "success",
                            N_("Reviewed: marked by hand") },
  [VAC_PROGRESS_NEEDS_YOU] = { "dialog-warning-symbolic", "warning",
                               N_("Has a placeholder that nothing fills yet") },
};

static gboolean
is_job (VacSidebarRow *self)
{
  return vac_node_get_role (self->node) == VAC_ROLE_JOB;
}

static const char *
get_title (VacSidebarRow *self)
{
  return is_job (self) ? _("Job Details") : vac_part_get_title (self->node);
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

  return vac_part_is_blank (self->document, self->node) ? _("Empty, not printed")
                                                        : _("Printed in the posting");
}

/* What was told is of when the review last looked; a placeholder is seen before. What nobody will
 * read has nowhere to come. */
static VacProgress
find_progress (VacSidebarRow *self)
{
  if (!is_job (self) && (vac_part_is_blank (self->document, self->node) ||
                         !vac_audience_sees (VAC_AUDIENCE_TEAM, self->document, self->node)))
    return VAC_PROGRESS_NONE;

  return vac_part_has_unfilled (self->document, self->node) ? VAC_PROGRESS_NEEDS_YOU
                                                            : self->progress;
}

static void
show_progress (VacSidebarRow *self,
               const char    *label)
{
  GtkImage *mark = GTK_IMAGE (self->progress_mark);

  for (guint i = VAC_PROGRESS_NONE + 1; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (self->progress_mark, looks[i].css_class);
  gtk_widget_set_visible (self->progress_mark, label != NULL);
  vac_editor_set_tooltip (self->progress_mark, label);
  if (label == NULL)
    return;
  gtk_widget_add_css_class (self->progress_mark, looks[self->shown].css_class);
  gtk_image_set_from_icon_name (mark, looks[self->shown].icon);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
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
  g_clear_pointer (&self->reason, g_free);

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
  gtk_widget_class_bind_template_child (widget_class, VacSidebarRow, progress_mark);
}

static void
vac_sidebar_row_init (VacSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->title), TRUE);
  g_signal_connect (self->title, "query-tooltip", G_CALLBACK (on_title_query_tooltip_cb), NULL);
}

/* Returns: (transfer none) (nullable): the section that it is a part of */
static VacNode *
find_section_around (VacSidebarRow *self)
{
  return is_job (self) ? NULL : vac_section_get_parent (self->node);
}

/* Sentences of their own. The one on the section around it stands for the indent: GTK 4.8 does not
 * hand the level on. */
static char *
make_name (VacSidebarRow *self,
           const char    *state,
           const char    *label)
{
  VacNode *around = find_section_around (self);
  g_autoptr (GString) name = g_string_new (get_title (self));

  if (around != NULL)
    {
      g_string_append (name, ". ");
      /* Translators: %s is the heading of a section; “Technical Skills. Part of Required
       * Qualifications. Printed in the posting” */
      g_string_append_printf (name, _("Part of %s"),
                              vac_part_get_title (around));
    }
  g_string_append_printf (name, ". %s", state);
  if (label != NULL)
    g_string_append_printf (name, ". %s", label);

  return g_string_free (g_steal_pointer (&name), FALSE);
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
  if (find_section_around (self) != NULL)
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
 * vac_sidebar_row_set_progress:
 * @self: a row
 * @progress: how far its part has come
 * @reason: (nullable): what is wrong, a translated sentence; %NULL unless it needs somebody
 */
void
vac_sidebar_row_set_progress (VacSidebarRow *self,
                              VacProgress    progress,
                              const char    *reason)
{
  g_return_if_fail (VAC_IS_SIDEBAR_ROW (self));
  g_return_if_fail ((progress == VAC_PROGRESS_NEEDS_YOU) == (reason != NULL));

  self->progress = progress;
  g_free (self->reason);
  self->reason = g_strdup (reason);
  vac_sidebar_row_update (self);
}

/**
 * vac_sidebar_row_get_progress:
 * @self: a row
 *
 * Returns: how far its part has come, as it shows that; %VAC_PROGRESS_NONE for a part that nobody
 *   will read
 */
VacProgress
vac_sidebar_row_get_progress (VacSidebarRow *self)
{
  g_return_val_if_fail (VAC_IS_SIDEBAR_ROW (self), VAC_PROGRESS_NONE);

  return self->shown;
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
  const char *state, *label;
  g_autofree char *name = NULL;
  gboolean hidden;

  g_return_if_fail (VAC_IS_SIDEBAR_ROW (self));

  /* Its row is about to go. */
  if (vac_node_get_root (self->node) != vac_document_get_root (self->document))
    return;

  state = get_state (self, &hidden);
  gtk_label_set_text (self->title, get_title (self));
  gtk_widget_set_visible (self->mark, hidden);
  if (hidden)
    gtk_widget_add_css_class (GTK_WIDGET (self), "vac-hidden");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "vac-hidden");

  self->shown = find_progress (self);
  label = self->shown == VAC_PROGRESS_NEEDS_YOU && self->reason != NULL ? self->reason
          : self->shown != VAC_PROGRESS_NONE ? _(looks[self->shown].label) : NULL;
  show_progress (self, label);
  name = make_name (self, state, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  find_section_around (self) != NULL ? 2 : 1, -1);
}
