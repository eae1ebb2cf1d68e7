/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-compare-rows"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-compare-rows.h"

/* The differences as a list, each in a sentence, under the part of the posting that it is in. */

/* A list of so many rows is still made at once; the others follow as these are dealt with. */
#define MOST_ROWS 300

static const char *
get_section_title (VacNode *section)
{
  const char *title = vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE);

  return *title != '\0' ? title : _("Untitled Section");
}

/* What the sidebar calls the page that the difference is on; else the name of the field. */
static const char *
get_part_title (const VacDifference *difference)
{
  VacNode *node = difference->b != NULL ? difference->b : difference->a;
  VacNode *section = NULL;
  VacNode *top = node;
  const char *label;

  for (VacNode *n = node; n != NULL; n = vac_node_get_parent (n))
    {
      if (vac_node_get_role (n) == VAC_ROLE_SECTION)
        section = n;
      if (vac_node_get_parent (n) != NULL)
        top = n;
    }
  if (section != NULL)
    return get_section_title (section);
  if (vac_node_get_role (top) == VAC_ROLE_JOB)
    return _("Job Details");
  label = vac_node_get_field (top) != NULL ? vac_node_get_field (top)->label : NULL;

  return label != NULL ? _(label) : _("Other");
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  const char *part = g_object_get_data (G_OBJECT (row), "vac-part");
  const char *above = before != NULL ? g_object_get_data (G_OBJECT (before), "vac-part") : NULL;
  GtkWidget *label;

  if (g_strcmp0 (part, above) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (part);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "vac-compare-part");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
create_icon (VacDifferenceKind kind)
{
  static const struct
  {
    const char *icon;
    const char *css_class;
  } looks[] = {
    [VAC_DIFFERENCE_CHANGED] = { "document-edit-symbolic", "dim-label" },
    [VAC_DIFFERENCE_INSERTED] = { "list-add-symbolic", "success" },
    [VAC_DIFFERENCE_REMOVED] = { "list-remove-symbolic", "error" },
    [VAC_DIFFERENCE_MOVED] = { "object-flip-vertical-symbolic", "dim-label" },
    [VAC_DIFFERENCE_LAYOUT] = { "document-edit-symbolic", "dim-label" },
  };
  GtkWidget *icon = gtk_image_new_from_icon_name (looks[kind].icon);

  /* The sentence says it as well. */
  gtk_widget_add_css_class (icon, looks[kind].css_class);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);

  return icon;
}

/* What the heading above says need not be said again. */
static const char *
skip_part (const char *sentence,
           const char *part)
{
  const gsize length = strlen (part);

  return g_str_has_prefix (sentence, part) && g_str_has_prefix (sentence + length, ": ")
             ? sentence + length + strlen (": ") : sentence;
}

static GtkWidget *
create_row (VacDiff       *diff,
            VacDifference *difference)
{
  g_autofree char *sentence = vac_diff_describe (diff, difference);
  const char *part = get_part_title (difference);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (skip_part (sentence, part));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 4);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (row, "vac-difference");
  gtk_box_append (GTK_BOX (box), create_icon (difference->kind));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  g_object_set_data_full (G_OBJECT (row), "vac-part", g_strdup (part), g_free);

  return row;
}

static GtkWidget *
create_remark (guint n_more)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u more difference follows.", "%u more differences follow.", n_more), n_more);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (row, "vac-difference");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (row), "vac-part", g_strdup (_("More")), g_free);

  return row;
}

/**
 * vac_compare_rows_set_up:
 * @list: a list for differences
 */
void
vac_compare_rows_set_up (GtkListBox *list)
{
  gtk_list_box_set_header_func (list, update_header, NULL, NULL);
}

/**
 * vac_compare_rows_fill:
 * @list: a list that vac_compare_rows_set_up() has seen
 * @diff: the differences
 *
 * Shows these differences in place of what the list showed; a row has the position of its
 * difference.
 */
void
vac_compare_rows_fill (GtkListBox *list,
                       VacDiff    *diff)
{
  GPtrArray *differences = vac_diff_get_differences (diff);
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0))) != NULL)
    gtk_list_box_remove (list, row);
  for (guint i = 0; i < MIN (differences->len, MOST_ROWS); i++)
    gtk_list_box_append (list, create_row (diff, g_ptr_array_index (differences, i)));
  if (differences->len > MOST_ROWS)
    gtk_list_box_append (list, create_remark (differences->len - MOST_ROWS));
}
