/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-rating-rows"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-field-row.h"
#include "vac-rating-rows.h"
#include "vac-score.h"

/* The form of a candidate's ratings: who, then for each criterion four buttons side by side, what
 * the chosen grade means, and the evidence. */

#define ROW_KEY "vac-grades"

/* A criterion's buttons. */
typedef struct
{
  VacDocument *rating;      /* owned */
  VacNode     *criterion;   /* owned */
  GtkLabel    *anchor;      /* borrowed */
  GtkWidget   *buttons[VAC_SCORE_BEST_RATING];   /* borrowed; the first is for a 1 */
} Grades;

static void
grades_free (gpointer data)
{
  Grades *self = data;

  g_signal_handlers_disconnect_by_data (vac_node_get (self->criterion, VAC_ROLE_CRITERION_RATING),
                                        self);
  g_object_unref (self->rating);
  g_object_unref (self->criterion);
  g_free (self);
}

/* What lies between the first two descriptions is a 2. */
static const char *
get_anchor (VacNode *criterion,
            guint    rating)
{
  switch (rating)
    {
    case 1:
      return vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_WEAK);
    case 2:
      return _("Between the descriptions of 1 and 3");
    case 3:
      return vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_GOOD);
    case 4:
      return vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_STRONG);
    default:
      return _("Not rated");
    }
}

static void
update_grades (Grades *self)
{
  const guint rating = vac_score_get_rating (self->criterion);

  for (guint i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), i + 1 == rating);
  gtk_label_set_label (self->anchor, get_anchor (self->criterion, rating));
}

/* The grade that is chosen already is taken back. */
static void
on_grade_clicked_cb (GtkWidget *button,
                     Grades    *self)
{
  VacNode *leaf = vac_node_get (self->criterion, VAC_ROLE_CRITERION_RATING);
  const guint rating = vac_score_get_rating (self->criterion);

  for (guint i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    if (button == self->buttons[i])
      {
        vac_document_add_barrier (self->rating);
        if (i + 1 == rating)
          vac_document_set_text (self->rating, leaf, "");
        else
          vac_document_set_integer (self->rating, leaf, i + 1);
        vac_document_add_barrier (self->rating);
      }
  update_grades (self);
}

static GtkWidget *
create_buttons (Grades     *self,
                const char *title)
{
  const char *const names[] = { _("1 Weak"), _("2 Between"), _("3 Good"), _("4 Strong") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *name = g_strdup_printf ("%s: %s", title, names[i]);
      GtkWidget *button = gtk_toggle_button_new_with_label (number);

      gtk_widget_set_tooltip_text (button, names[i]);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      g_signal_connect (button, "clicked", G_CALLBACK (on_grade_clicked_cb), self);
      g_object_bind_property (self->rating, "read-only", button, "sensitive",
                              G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
      self->buttons[i] = button;
      gtk_box_append (GTK_BOX (box), button);
    }

  return box;
}

static GtkWidget *
label_new (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
grades_row_new (VacDocument *rating,
                VacNode     *criterion)
{
  Grades *self = g_new0 (Grades, 1);
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  VacNode *leaf = vac_node_get (criterion, VAC_ROLE_CRITERION_RATING);
  g_autofree char *title = g_strdup_printf (
      "%s (%u)", vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_TITLE),
      vac_score_get_weight (criterion));

  self->rating = g_object_ref (rating);
  self->criterion = g_object_ref (criterion);
  self->anchor = GTK_LABEL (label_new (NULL, "dim-label"));
  g_object_set_data_full (G_OBJECT (row), ROW_KEY, self, grades_free);
  vac_editor_set_node (row, leaf);
  gtk_box_append (GTK_BOX (head), label_new (title, NULL));
  gtk_box_append (GTK_BOX (head), create_buttons (self, title));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->anchor));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "vac-field");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_data (leaf, "notify::text", G_CALLBACK (update_grades), self, NULL,
                         G_CONNECT_SWAPPED);
  update_grades (self);

  return row;
}

static GtkWidget *
assessment_group_new (VacDocument *rating,
                      VacNode     *assessment)
{
  GtkWidget *group = adw_preferences_group_new ();
  VacNode *criteria = vac_node_get (assessment, VAC_ROLE_CRITERIA);
  g_autofree char *title = g_markup_escape_text (
      vac_node_get_member_text (assessment, VAC_ROLE_ASSESSMENT_TITLE), -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Each criterion earns its weight × rating ÷ 4. What is "
                                           "not rated is left out."));
  for (guint i = 0; i < vac_node_get_n_children (criteria); i++)
    {
      VacNode *criterion = vac_node_get_child (criteria, i);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 grades_row_new (rating, criterion));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 vac_field_row_new (rating,
                                                    vac_node_get (criterion,
                                                                  VAC_ROLE_CRITERION_EVIDENCE)));
    }

  return group;
}

static void
add_rows (GtkWidget     *group,
          VacDocument   *rating,
          const VacRole *roles,
          guint          n_roles)
{
  for (guint i = 0; i < n_roles; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               vac_field_row_new (rating, vac_document_get (rating, roles[i])));
}

/**
 * vac_rating_page_new:
 * @rating: ratings
 *
 * Returns: (transfer floating): a form for them, which says first how to treat them
 */
GtkWidget *
vac_rating_page_new (VacDocument *rating)
{
  static const VacRole who[] = { VAC_ROLE_RATING_CANDIDATE, VAC_ROLE_RATING_INTERVIEWER,
                                 VAC_ROLE_RATING_DATE, VAC_ROLE_RATING_DELETE_AFTER };
  static const VacRole note[] = { VAC_ROLE_RATING_NOTE };
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *last = adw_preferences_group_new ();
  VacNode *assessments;

  g_return_val_if_fail (VAC_IS_DOCUMENT (rating), NULL);

  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _("Ratings are personal data. Only the panel should be able to read the file; candidates may "
        "ask to see what is kept about them. Delete it when the hiring process ends. Nothing of it "
        "is stored in the posting."));
  add_rows (group, rating, who, G_N_ELEMENTS (who));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  assessments = vac_document_get (rating, VAC_ROLE_ASSESSMENTS);
  for (guint i = 0; i < vac_node_get_n_children (assessments); i++)
    adw_preferences_page_add (
        ADW_PREFERENCES_PAGE (page),
        ADW_PREFERENCES_GROUP (assessment_group_new (rating,
                                                     vac_node_get_child (assessments, i))));
  add_rows (last, rating, note, G_N_ELEMENTS (note));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (last));
  gtk_widget_set_vexpand (page, TRUE);

  return page;
}
