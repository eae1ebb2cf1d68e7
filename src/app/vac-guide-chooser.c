/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-guide-chooser"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-code-popover.h"
#include "vac-dialog.h"
#include "vac-error.h"
#include "vac-guide-chooser.h"

/* The dialog that starts a new posting: it lists the guides to start from. */
typedef struct
{
  GtkWindow       *dialog;        /* borrowed: it owns this */
  VacGuideFunc     callback;
  gpointer         user_data;
  VacGuideLibrary *library;       /* owned */
} Chooser;

static void
chooser_free (gpointer data)
{
  Chooser *self = data;

  vac_guide_library_free (self->library);
  g_free (self);
}

static void
on_row_activated_cb (AdwActionRow *row,
                     gpointer      user_data)
{
  Chooser *self = user_data;
  const VacGuide *guide = g_object_get_data (G_OBJECT (row), "guide");

  self->callback (guide, gtk_window_get_transient_for (self->dialog), self->user_data);
  gtk_window_close (self->dialog);
}

static GtkWidget *
create_row (Chooser        *self,
            const VacGuide *guide)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *path = guide->file != NULL ? g_file_get_parse_name (guide->file) : NULL;
  g_autofree char *language = vac_code_describe (VAC_CODE_LANGUAGE, guide->language);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", language,
                                               path != NULL ? path : _("Built in"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), guide->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "guide", (gpointer) guide);
  g_signal_connect (row, "activated", G_CALLBACK (on_row_activated_cb), self);

  return row;
}

static GtkWidget *
create_problem_row (const VacGuideProblem *problem)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_file_get_parse_name (problem->file);
  g_autofree char *sentence = vac_error_describe (problem->error, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sentence);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("dialog-warning-symbolic"));

  return row;
}

static GtkWidget *
create_guides (Chooser *self)
{
  GPtrArray *guides = vac_guide_library_get_guides (self->library);
  GPtrArray *problems = vac_guide_library_get_problems (self->library);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("A posting starts as a copy of a guide. The guide "
                                           "itself does not change."));
  for (guint i = 0; i < guides->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               create_row (self, g_ptr_array_index (guides, i)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));

  if (problems->len > 0)
    {
      group = adw_preferences_group_new ();
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Cannot Be Read"));
      for (guint i = 0; i < problems->len; i++)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                   create_problem_row (g_ptr_array_index (problems, i)));
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
    }

  return page;
}

/**
 * vac_guide_chooser_show:
 * @application: the program
 * @parent: (nullable): the window that asked
 * @callback: called with the guide that is chosen, if any
 * @user_data: for @callback; must outlive the windows of the program
 *
 * Lets the user choose a guide.
 */
void
vac_guide_chooser_show (GtkApplication *application,
                        GtkWindow      *parent,
                        VacGuideFunc    callback,
                        gpointer        user_data)
{
  Chooser *self = g_new0 (Chooser, 1);
  g_autofree char *folder = vac_guide_get_user_folder ();

  self->callback = callback;
  self->user_data = user_data;
  self->library = vac_guide_library_new (folder);
  self->dialog = vac_dialog_new (parent, _("New Posting"), create_guides (self), 480, 420);
  gtk_window_set_application (self->dialog, application);
  g_object_set_data_full (G_OBJECT (self->dialog), "chooser", self, chooser_free);
  gtk_window_present (self->dialog);
}
