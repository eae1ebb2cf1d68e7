/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-rating-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-rating-dialog.h"
#include "vac-score.h"

/* Rates one candidate on the criteria of an assessment and shows the score. Ratings are of people,
 * so they belong to no posting: the dialog keeps nothing. */
typedef struct
{
  VacNode   *assessment;   /* owned */
  GPtrArray *rows;         /* of AdwComboRow, borrowed, one per criterion */
  GtkLabel  *score;        /* borrowed */
} Rating;

static void
rating_free (gpointer data)
{
  Rating *self = data;

  g_object_unref (self->assessment);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
update_score (Rating *self)
{
  g_autofree guint *ratings = g_new0 (guint, self->rows->len + 1);
  g_autofree char *text = NULL;
  guint hundredths;

  for (guint i = 0; i < self->rows->len; i++)
    ratings[i] = adw_combo_row_get_selected (g_ptr_array_index (self->rows, i));

  if (vac_score_rate (self->assessment, ratings, self->rows->len, &hundredths))
    text = g_strdup_printf (_("%u of 100 points"), (hundredths + 50) / 100);
  gtk_label_set_label (self->score, text != NULL ? text : _("Not rated yet"));
}

static const char *
get_anchor (VacNode *criterion,
            guint    rating)
{
  switch (rating)
    {
    case 1:
      return vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_WEAK);
    case 3:
      return vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_GOOD);
    case 4:
      return vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_STRONG);
    default:
      return "";
    }
}

static void
on_selected_cb (AdwComboRow *row,
                GParamSpec  *pspec,
                Rating      *self)
{
  VacNode *criterion = g_object_get_data (G_OBJECT (row), "criterion");

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               get_anchor (criterion, adw_combo_row_get_selected (row)));
  update_score (self);
}

static GtkWidget *
create_row (Rating  *self,
            VacNode *criterion)
{
  const char *const grades[] = { _("Not rated"), _("1 Weak"),   _("2 Between"),
                                 _("3 Good"),    _("4 Strong"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (grades);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_TITLE));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  g_object_set_data_full (G_OBJECT (row), "criterion", g_object_ref (criterion), g_object_unref);
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_selected_cb), self);
  g_ptr_array_add (self->rows, row);

  return row;
}

static GtkWidget *
create_page (Rating *self)
{
  VacNode *criteria = vac_node_get (self->assessment, VAC_ROLE_CRITERIA);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Each criterion earns its weight × rating ÷ 4. What is "
                                           "not rated is left out. Nothing is stored."));
  for (guint i = 0; i < vac_node_get_n_children (criteria); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               create_row (self, vac_node_get_child (criteria, i)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_widget_set_vexpand (page, TRUE);

  return page;
}

static void
close_on_escape (GtkWidget *dialog)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape,
                                                                                  0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (dialog, controller);
}

/**
 * vac_rating_dialog_new:
 * @parent: the window that asked
 * @assessment: an assessment
 *
 * Returns: (transfer none): a dialog that rates a candidate, to be presented
 */
GtkWindow *
vac_rating_dialog_new (GtkWindow *parent,
                       VacNode   *assessment)
{
  Rating *self = g_new0 (Rating, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *score = gtk_label_new (NULL);
  GtkWindow *dialog = g_object_new (ADW_TYPE_WINDOW,
                                    "title", vac_node_get_member_text (assessment,
                                                                        VAC_ROLE_ASSESSMENT_TITLE),
                                    "modal", TRUE,
                                    "transient-for", parent,
                                    "default-width", 560,
                                    "default-height", 620,
                                    NULL);

  self->assessment = g_object_ref (assessment);
  self->rows = g_ptr_array_new ();
  self->score = GTK_LABEL (score);
  g_object_set_data_full (G_OBJECT (dialog), "rating", self, rating_free);
  close_on_escape (GTK_WIDGET (dialog));

  gtk_widget_add_css_class (score, "title-2");
  gtk_widget_set_margin_top (score, 12);
  gtk_widget_set_margin_bottom (score, 12);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), create_page (self));
  gtk_box_append (GTK_BOX (box), score);
  adw_window_set_content (ADW_WINDOW (dialog), box);
  update_score (self);

  return dialog;
}
