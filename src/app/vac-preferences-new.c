/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-preferences-new"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-binder.h"
#include "vac-code-names.h"
#include "vac-editor.h"
#include "vac-field-row.h"
#include "vac-new-posting.h"
#include "vac-page-setup.h"
#include "vac-preferences-private.h"

/* What new postings begin with, in the preferences: rows as those of a posting's own form, for the
 * posting that holds the defaults. */

#define FORM_KEY   "vac-form"
#define PAPER      "paper-size"

typedef struct
{
  /* Owned */
  GSettings   *settings;
  VacDocument *defaults;
  VacDocument *posting;   /* nullable: the one that is shown */

  gboolean     storing;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->settings);
  g_object_unref (form->defaults);
  g_clear_object (&form->posting);
  g_free (form);
}

static void
on_defaults_changed_cb (GtkWidget *group)
{
  Form *form = g_object_get_data (G_OBJECT (group), FORM_KEY);

  form->storing = TRUE;
  vac_new_posting_store (form->settings, form->defaults);
  form->storing = FALSE;
}

/* By another window. */
static void
on_setting_changed_cb (GtkWidget *group)
{
  Form *form = g_object_get_data (G_OBJECT (group), FORM_KEY);
  g_autoptr (VacDocument) now = NULL;

  if (form->storing)
    return;
  now = vac_new_posting_load (form->settings);
  vac_new_posting_take (form->defaults, now, VAC_ROLE_DOCUMENT);
}

/* Returns: (transfer full): what holds while @leaf says nothing */
static char *
describe_nothing (VacNode *leaf)
{
  const char *interface = g_get_language_names ()[0];
  g_autofree char *name = NULL;

  if (vac_node_get_role (leaf) == VAC_ROLE_LANGUAGE)
    name = vac_code_names_get (VAC_CODE_LANGUAGE, interface, interface);

  return name != NULL
             /* Translators: a language */
             ? g_strdup_printf (_("As in the guide; %s where it has several"), name)
             : g_strdup (_("As in the guide"));
}

static void
on_reset_clicked_cb (GtkWidget *row)
{
  Form *form = g_object_get_data (G_OBJECT (row), FORM_KEY);

  vac_document_set_text (form->defaults, vac_editor_get_node (row), "");
}

static void
update_reset (VacNode    *leaf,
              GParamSpec *pspec,
              GtkWidget  *button)
{
  gtk_widget_set_visible (button, *vac_node_get_text (leaf) != '\0');
}

static GtkWidget *
create_row (Form    *form,
            VacNode *leaf)
{
  GtkWidget *row = vac_field_row_new (form->defaults, leaf);
  GtkWidget *button = vac_preferences_reset_button_new (row);
  g_autofree char *nothing = describe_nothing (leaf);

  vac_binder_name_nothing (row, nothing);
  g_object_set_data (G_OBJECT (row), FORM_KEY, form);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_reset_clicked_cb), row,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (leaf, "notify::text", G_CALLBACK (update_reset), button, 0);
  update_reset (leaf, NULL, button);

  return row;
}

/* Taking from the posting in front */

static void
on_undo_cb (VacDocument *defaults)
{
  vac_document_undo (defaults);
}

static void
on_take_activated_cb (GtkWidget *group)
{
  Form *form = g_object_get_data (G_OBJECT (group), FORM_KEY);
  const guint64 state = vac_document_get_state (form->defaults);
  AdwToast *toast;

  vac_document_add_barrier (form->defaults);
  vac_new_posting_take (form->defaults, form->posting, VAC_ROLE_DOCUMENT);
  vac_document_add_barrier (form->defaults);
  if (vac_document_get_state (form->defaults) == state)
    return;
  toast = vac_preferences_add_undo_toast (group, _("New postings will begin as this one does"),
                                          G_CALLBACK (on_undo_cb), G_OBJECT (form->defaults));
  /* It would take back the last change, whatever that is. */
  g_signal_connect_object (form->defaults, "changed", G_CALLBACK (adw_toast_dismiss), toast,
                           G_CONNECT_SWAPPED);
}

static GtkWidget *
create_take_row (GtkWidget *group)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("_Take from This Posting"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("What it says here, and its look, for all new ones"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_take_activated_cb), group,
                           G_CONNECT_SWAPPED);

  return row;
}

/* Paper, which is no part of a posting */

static const char *const papers[] = { "", "a4", "letter" };

static gboolean
show_paper (GValue   *value,
            GVariant *variant,
            gpointer  user_data)
{
  const char *paper = g_variant_get_string (variant, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (papers[i], paper))
      g_value_set_uint (value, i);

  return TRUE;
}

static GVariant *
take_paper (const GValue       *value,
            const GVariantType *expected_type,
            gpointer            user_data)
{
  const guint i = g_value_get_uint (value);

  return i < G_N_ELEMENTS (papers) ? g_variant_new_string (papers[i]) : NULL;
}

static GtkWidget *
create_paper_row (GSettings *settings)
{
  GtkWidget *row = adw_combo_row_new ();
  const char *names[] = { NULL, _("A4"), _("US Letter"), NULL };
  /* Translators: a size of paper */
  g_autofree char *usual = g_strdup_printf (
      _("The usual one (%s)"),
      vac_page_setup_get_default (NULL) == VAC_PAPER_LETTER ? names[2] : names[1]);
  g_autoptr (GtkStringList) labels = NULL;

  names[0] = usual;
  labels = gtk_string_list_new (names);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Paper"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Of all postings"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  g_settings_bind_with_mapping (settings, PAPER, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                show_paper, take_paper, NULL, NULL);
  vac_preferences_offer_reset (row, settings, PAPER);

  return row;
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page,
           const char         *title,
           const char         *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (page, group);

  return group;
}

/**
 * vac_preferences_add_new_postings:
 * @page: takes groups of rows, below what it has
 * @settings: the program's
 * @posting: (nullable): the posting that is shown, to take defaults from
 *
 * A row that is empty says what holds without it.
 */
void
vac_preferences_add_new_postings (AdwPreferencesPage *page,
                                  GSettings          *settings,
                                  VacDocument        *posting)
{
  AdwPreferencesGroup *facts = add_group (
      page, _("New Postings"),
      _("What postings made from a guide begin with. What your own guides say stays."));
  AdwPreferencesGroup *look = add_group (page, _("Look of New Postings"), NULL);
  Form *form = g_new0 (Form, 1);
  g_autoptr (GPtrArray) leaves = NULL;

  form->settings = g_object_ref (settings);
  form->defaults = vac_new_posting_load (settings);
  form->posting = posting != NULL ? g_object_ref (posting) : NULL;
  g_object_set_data_full (G_OBJECT (facts), FORM_KEY, form, form_free);
  leaves = vac_new_posting_list (form->defaults);
  for (guint i = 0; i < leaves->len; i++)
    {
      VacNode *leaf = g_ptr_array_index (leaves, i);

      adw_preferences_group_add (vac_node_get_ancestor (leaf, VAC_ROLE_LOOK) != NULL ? look : facts,
                                 create_row (form, leaf));
    }
  if (posting != NULL)
    adw_preferences_group_add (facts, create_take_row (GTK_WIDGET (facts)));
  adw_preferences_group_add (look, create_paper_row (settings));
  g_signal_connect_object (form->defaults, "changed", G_CALLBACK (on_defaults_changed_cb), facts,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" VAC_SETTING_NEW_POSTING,
                           G_CALLBACK (on_setting_changed_cb), facts, G_CONNECT_SWAPPED);
}
