/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-many-actions"

#include "config.h"

#include "vac-many-dialogs.h"
#include "vac-many-duplicate.h"

/* What can be done with all selected postings at once. */

static void
set_status_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  g_autoptr (VacChange) change = vac_change_new_status (g_variant_get_string (parameter, NULL));

  vac_many_change (user_data, change);
}

static void
archive_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  g_autoptr (VacChange) change = vac_change_new_status (VAC_STATUS_ARCHIVED);

  vac_many_change (user_data, change);
}

static void
duplicate_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  vac_many_duplicate (user_data);
}

static void
check_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  vac_many_check_show (user_data);
}

static void
export_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  vac_many_export_show (user_data);
}

static void
replace_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  vac_many_replace_show (user_data);
}

static void
set_field_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  vac_many_field_show (user_data);
}

static void
on_entries_changed_cb (GListModel         *entries,
                       guint               position,
                       guint               n_removed,
                       guint               n_added,
                       GSimpleActionGroup *group)
{
  const gboolean enabled = g_list_model_get_n_items (entries) > 0;
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (group));

  for (guint i = 0; names[i] != NULL; i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (group), names[i]);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
    }
}

/**
 * vac_many_actions_new:
 * @window: the window that has the list
 * @toasts: where to say what happened
 * @entries: (element-type VacLibraryEntry): which postings are selected; it changes with that
 * @host: what the actions need from the program; copied
 *
 * The actions are `export`, `check`, `set-field`, `replace`, `duplicate-for-place`, `set-status`,
 * which takes the id of a status, and `archive`. They are enabled while @entries has any.
 *
 * Returns: (transfer full): the actions
 */
GActionGroup *
vac_many_actions_new (GtkWindow         *window,
                      AdwToastOverlay   *toasts,
                      GListModel        *entries,
                      const VacManyHost *host)
{
  const GActionEntry actions[] = {
    { .name = "archive", .activate = archive_action },
    { .name = "check", .activate = check_action },
    { .name = "duplicate-for-place", .activate = duplicate_action },
    { .name = "export", .activate = export_action },
    { .name = "replace", .activate = replace_action },
    { .name = "set-field", .activate = set_field_action },
    { .name = "set-status", .activate = set_status_action, .parameter_type = "s" },
  };
  GSimpleActionGroup *group;
  VacMany *many;

  g_return_val_if_fail (GTK_IS_WINDOW (window) && ADW_IS_TOAST_OVERLAY (toasts), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (entries) && host != NULL, NULL);

  group = g_simple_action_group_new ();
  many = vac_many_new (window, toasts, entries, host);
  g_object_set_data_full (G_OBJECT (group), "many", many, g_object_unref);
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), many);
  g_signal_connect_object (entries, "items-changed", G_CALLBACK (on_entries_changed_cb), group, 0);
  on_entries_changed_cb (entries, 0, 0, 0, group);

  return G_ACTION_GROUP (group);
}
