/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-preferences-review"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-code-names.h"
#include "vac-control-row.h"
#include "vac-employer-size.h"
#include "vac-preferences-private.h"
#include "vac-review-settings.h"
#include "vac-spelling.h"

/* What the user says once for the review of all postings. */

static GtkWidget *
create_size_row (GSettings *settings)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("_People Who Work for the Employer"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  vac_employer_size_bind (GTK_EDITABLE (row), settings);
  vac_preferences_offer_reset (row, settings, VAC_SETTING_EMPLOYER_SIZE);

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
  g_autofree char *subtitle = describe_dictionary (language);
  GtkWidget *toggle = NULL;
  GtkWidget *row = vac_control_row_new_switch (vac_finding_group_get_label (VAC_FINDING_SPELLING),
                                               &toggle);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  g_settings_bind (settings, VAC_SETTING_SPELLING, toggle, "active", G_SETTINGS_BIND_DEFAULT);
  vac_preferences_offer_reset (row, settings, VAC_SETTING_SPELLING);

  return row;
}

/* Groups of findings */

typedef struct
{
  GSettings  *settings;   /* owned */
  const char *id;
} Group;

static void
group_free (gpointer data)
{
  g_object_unref (((Group *) data)->settings);
  g_free (data);
}

static gboolean
show_group (GValue   *value,
            GVariant *variant,
            gpointer  user_data)
{
  const Group *group = user_data;
  g_autofree const char **skips = g_variant_get_strv (variant, NULL);

  g_value_set_boolean (value, !g_strv_contains (skips, group->id));

  return TRUE;
}

/* The others stay as they are. */
static GVariant *
take_group (const GValue       *value,
            const GVariantType *expected_type,
            gpointer            user_data)
{
  const Group *group = user_data;
  g_auto (GStrv) before = g_settings_get_strv (group->settings, VAC_SETTING_SKIPS);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) after = NULL;

  for (guint i = 0; before[i] != NULL; i++)
    if (!g_str_equal (before[i], group->id))
      g_strv_builder_add (builder, before[i]);
  if (!g_value_get_boolean (value))
    g_strv_builder_add (builder, group->id);
  after = g_strv_builder_end (builder);

  return g_variant_new_strv ((const char *const *) after, -1);
}

static void
on_reset_clicked_cb (GtkSwitch *toggle)
{
  gtk_switch_set_active (toggle, TRUE);
}

static GtkWidget *
create_group_row (GSettings       *settings,
                  VacFindingGroup  which)
{
  Group *group = g_new0 (Group, 1);
  GtkWidget *toggle = NULL;
  GtkWidget *row = vac_control_row_new_switch (vac_finding_group_get_label (which), &toggle);
  GtkWidget *button = vac_preferences_reset_button_new (row);

  group->settings = g_object_ref (settings);
  group->id = vac_finding_group_get_id (which);
  g_settings_bind_with_mapping (settings, VAC_SETTING_SKIPS, toggle, "active",
                                G_SETTINGS_BIND_DEFAULT, show_group, take_group, group,
                                group_free);
  g_object_bind_property (toggle, "active", button, "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_reset_clicked_cb), toggle,
                           G_CONNECT_SWAPPED);

  return row;
}

/**
 * vac_preferences_add_review:
 * @page: takes groups of rows, below what it has
 * @settings: the program's
 * @language: of the posting that is shown, as a BCP 47 tag; empty without one
 *
 * A switch that is on looks for what it names, which is the default of each.
 */
void
vac_preferences_add_review (AdwPreferencesPage *page,
                            GSettings          *settings,
                            const char         *language)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  guint n_optional;
  const VacFindingGroup *optional = vac_review_settings_list_optional (&n_optional);

  adw_preferences_group_set_title (group, _("Review"));
  adw_preferences_group_set_description (
      group, _("Some laws on pay in postings apply to employers from a certain size on. Without a "
               "number, they are told as hints."));
  adw_preferences_group_add (group, create_size_row (settings));
  adw_preferences_page_add (page, group);

  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (group, _("What the Review Looks For"));
  adw_preferences_group_set_description (
      group, _("In all postings. Facts that are missing or contradict one another are always "
               "told."));
  adw_preferences_group_add (group, create_spelling_row (settings, language));
  for (guint i = 0; i < n_optional; i++)
    adw_preferences_group_add (group, create_group_row (settings, optional[i]));
  adw_preferences_page_add (page, group);
}
