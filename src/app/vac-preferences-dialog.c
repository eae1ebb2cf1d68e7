/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-preferences-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-code-names.h"
#include "vac-dialog.h"
#include "vac-employer-size.h"
#include "vac-preferences-dialog.h"
#include "vac-review-settings.h"
#include "vac-spelling.h"

/* What the user says once for all postings. Whatever is changed holds at once. */

static GtkWidget *
create_size_row (GSettings *settings)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("_People Who Work for the Employer"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  vac_employer_size_bind (GTK_EDITABLE (row), settings);

  return row;
}

/* Returns: (transfer full): whether there is a dictionary for @language */
static char *
describe_dictionary (const char *language)
{
  g_autofree char *name = *language != '\0'
                              ? vac_code_names_get (VAC_CODE_LANGUAGE, language,
                                                    g_get_language_names ()[0])
                              : NULL;

  if (*language == '\0')
    return g_strdup (_("In languages with a dictionary that is installed"));
  if (vac_spelling_has (language))
    /* Translators: a language */
    return g_strdup_printf (_("For this posting, with the dictionary of %s"),
                            name != NULL ? name : language);

  return g_strdup_printf (_("For this posting, no dictionary of %s is installed"),
                          name != NULL ? name : language);
}

static GtkWidget *
create_spelling_row (GSettings  *settings,
                     const char *language)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();
  g_autofree char *subtitle = describe_dictionary (language);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("_Check Spelling"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Check Spelling"), -1);
  g_settings_bind (settings, VAC_SETTING_SPELLING, toggle, "active", G_SETTINGS_BIND_DEFAULT);

  return row;
}

/**
 * vac_preferences_dialog_show:
 * @parent: the window that asked
 * @settings: where they are kept
 * @language: of the posting that is shown, as a BCP 47 tag; empty without one
 *
 * Shows what the user has said once for all postings, to be changed.
 */
void
vac_preferences_dialog_show (GtkWindow  *parent,
                             GSettings  *settings,
                             const char *language)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWindow *dialog = vac_dialog_new (parent, _("Preferences"), page, 480, 360);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Review"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _("Some laws on pay in postings apply to employers from a certain size on. Without a number, "
        "they are told as hints."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_size_row (settings));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             create_spelling_row (settings, language));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_window_present (dialog);
}
