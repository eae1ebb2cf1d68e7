/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-part-title"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-names.h"
#include "vac-part-title.h"

/* What controls of the same sort are told apart by when they are heard: the heading of the part of
 * the form that they stand in. */

/**
 * vac_part_find_title:
 * @node: a node
 *
 * Returns: (transfer none) (nullable): the leaf with the heading of the innermost part that has
 *   one: @node itself, or what it stands in
 */
VacNode *
vac_part_find_title (VacNode *node)
{
  static const VacRole roles[] = {
    VAC_ROLE_SECTION_TITLE,   VAC_ROLE_INDUSTRY_TITLE,   VAC_ROLE_ZONE_NAME,
    VAC_ROLE_VARIATION_TITLE, VAC_ROLE_ASSESSMENT_TITLE, VAC_ROLE_CRITERION_TITLE,
  };

  g_return_val_if_fail (VAC_IS_NODE (node), NULL);

  for (; node != NULL; node = vac_node_get_parent (node))
    for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
      if (vac_node_get (node, roles[i]) != NULL)
        return vac_node_get (node, roles[i]);

  return NULL;
}

/**
 * vac_part_get_title:
 * @node: a node
 *
 * Returns: (transfer none): the heading of the part of the form that @node is or stands in,
 *   translated if it is not of the document
 */
const char *
vac_part_get_title (VacNode *node)
{
  VacNode *title;

  g_return_val_if_fail (VAC_IS_NODE (node), "");

  title = vac_part_find_title (node);
  if (title == NULL)
    return _(vac_node_get_field (node)->label);

  return *vac_node_get_text (title) != '\0' ? vac_node_get_text (title) : _("Untitled");
}

/**
 * vac_part_name:
 * @widget: (nullable): a widget
 * @format: what it is called, translated, with the title of its part
 * @...: what stands in @format
 *
 * Names it for screen readers. What is seen of it, and its tooltip, stay as they are: there, where
 * it stands says what it is of.
 */
void
vac_part_name (gpointer    widget,
               const char *format,
               ...)
{
  g_autofree char *name = NULL;
  va_list arguments;

  if (widget == NULL)
    return;

  va_start (arguments, format);
  name = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  vac_names_set (widget, name);
  vac_editor_name_inside (widget, name);
}

/**
 * vac_part_name_cell:
 * @content: what a cell of a #GtkColumnView shows
 * @column: the title of its column
 * @row: what its row is about
 * @text: what the cell says
 * @is_head: whether @text is what the row is called
 *
 * Lets a screen reader say row and column with a cell: before GTK 4.12 neither has a name by
 * itself.
 */
void
vac_part_name_cell (GtkWidget  *content,
                    const char *column,
                    const char *row,
                    const char *text,
                    gboolean    is_head)
{
  GtkWidget *cell = gtk_widget_get_parent (content);

  /* Translators: the title of the column, what the row is about, what the cell says */
  vac_part_name (cell, _("%s, %s: %s"), column, row, *text != '\0' ? text : "–");
  if (is_head && cell != NULL)
    vac_part_name (gtk_widget_get_parent (cell), "%s", *text != '\0' ? text : "–");
}

#define NAME_KEY "vac-part-name"

static void
update_told_apart (GtkWidget *widget,
                   VacNode   *title)
{
  const char *name = g_object_get_data (G_OBJECT (widget), NAME_KEY);

  /* Translators: the name of a field or a button, and the heading of what it is of: “What to
   * emphasize, Startup Environment” */
  vac_part_name (widget, C_("name of a control", "%s, %s"), name, vac_part_get_title (title));
}

static void
on_title_notify_text_cb (VacNode    *title,
                         GParamSpec *pspec,
                         GtkWidget  *widget)
{
  update_told_apart (widget, title);
}

/**
 * vac_part_tell_apart:
 * @widget: a widget
 * @node: what it shows or acts on
 * @name: what it is called, translated
 *
 * Names @widget for screen readers. Where @node stands in one of several records that all have the
 * same form, and a heading, the name says of which.
 */
void
vac_part_tell_apart (GtkWidget  *widget,
                     VacNode    *node,
                     const char *name)
{
  VacNode *title;

  g_return_if_fail (GTK_IS_WIDGET (widget) && VAC_IS_NODE (node) && name != NULL);

  title = vac_part_find_title (node);
  if (title == NULL || vac_node_get_role (title) == VAC_ROLE_SECTION_TITLE)
    {
      vac_part_name (widget, "%s", name);
      return;
    }
  g_object_set_data_full (G_OBJECT (widget), NAME_KEY, g_strdup (name), g_free);
  g_signal_connect_object (title, "notify::text", G_CALLBACK (on_title_notify_text_cb), widget, 0);
  update_told_apart (widget, title);
}
