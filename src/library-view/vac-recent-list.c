/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-recent-list"

#include "config.h"

#include "vac-recent-list.h"

#define LONGEST_MENU 10
#define MIME_TYPE    "application/x-vacancy+json"

/**
 * VacRecentList:
 *
 * The postings that were opened or saved last, by this program or by another. The desktop keeps
 * them; they are asked for when they are needed, and not while the first window is made.
 */
struct _VacRecentList
{
  GObject  parent_instance;

  gboolean watching;
};

G_DEFINE_FINAL_TYPE (VacRecentList, vac_recent_list, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
compare_modified (gconstpointer a,
                  gconstpointer b)
{
  GDateTime *left = gtk_recent_info_get_modified (*(GtkRecentInfo **) a);
  GDateTime *right = gtk_recent_info_get_modified (*(GtkRecentInfo **) b);

  return g_date_time_compare (right, left);
}

/* Whether it is a posting that still exists, which a remote one is assumed to do. */
static gboolean
is_listed (GtkRecentInfo *info)
{
  return g_strcmp0 (gtk_recent_info_get_mime_type (info), MIME_TYPE) == 0 &&
         (!gtk_recent_info_is_local (info) || gtk_recent_info_exists (info));
}

/* Returns: (transfer full) (element-type GtkRecentInfo): the postings, in no order */
static GPtrArray *
list_postings (void)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GPtrArray *postings = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);

  for (GList *l = items; l != NULL; l = l->next)
    if (is_listed (l->data))
      g_ptr_array_add (postings, gtk_recent_info_ref (l->data));
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);

  return postings;
}

static void
on_manager_changed_cb (VacRecentList *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Asked for here, not when the program starts: the desktop reads its list then. */
static void
watch (VacRecentList *self)
{
  if (self->watching)
    return;
  self->watching = TRUE;
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (on_manager_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
vac_recent_list_class_init (VacRecentListClass *klass)
{
  /**
   * VacRecentList::changed:
   *
   * Emitted when the list has changed since it was asked for.
   */
  signals[CHANGED] = g_signal_new ("changed", VAC_TYPE_RECENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
vac_recent_list_init (VacRecentList *self)
{
}

/**
 * vac_recent_list_new:
 *
 * Returns: (transfer full): the list of the user
 */
VacRecentList *
vac_recent_list_new (void)
{
  return g_object_new (VAC_TYPE_RECENT_LIST, NULL);
}

/**
 * vac_recent_list_remember:
 * @self: a list
 * @file: a posting that was opened or saved
 */
void
vac_recent_list_remember (VacRecentList *self,
                          GFile         *file)
{
  g_autofree char *uri = NULL;
  GtkRecentData data = {
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) "Vacancy",
    .app_exec = (char *) "vacancy %u",
  };

  g_return_if_fail (VAC_IS_RECENT_LIST (self));
  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static void
append_item (GMenu         *menu,
             GtkRecentInfo *info,
             const char    *action)
{
  /* An underscore in a file's name is not a mnemonic. */
  g_auto (GStrv) parts = g_strsplit (gtk_recent_info_get_display_name (info), "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", gtk_recent_info_get_uri (info));
  g_menu_append_item (menu, item);
}

/**
 * vac_recent_list_fill_menu:
 * @self: a list
 * @menu: a menu
 * @action: an action that opens the URI it is given
 *
 * Replaces the menu's content with the most recent postings, the latest first.
 */
void
vac_recent_list_fill_menu (VacRecentList *self,
                           GMenu         *menu,
                           const char    *action)
{
  g_autoptr (GPtrArray) postings = NULL;

  g_return_if_fail (VAC_IS_RECENT_LIST (self));
  g_return_if_fail (G_IS_MENU (menu));
  g_return_if_fail (action != NULL);

  postings = list_postings ();
  g_ptr_array_sort (postings, compare_modified);
  g_menu_remove_all (menu);
  for (guint i = 0; i < MIN (postings->len, LONGEST_MENU); i++)
    append_item (menu, g_ptr_array_index (postings, i), action);
}

/**
 * vac_recent_list_list_files:
 * @self: a list
 *
 * Returns: (transfer full) (element-type GFile): the postings, the latest first
 */
GPtrArray *
vac_recent_list_list_files (VacRecentList *self)
{
  g_autoptr (GPtrArray) postings = NULL;
  GPtrArray *files;

  g_return_val_if_fail (VAC_IS_RECENT_LIST (self), NULL);

  watch (self);
  postings = list_postings ();
  g_ptr_array_sort (postings, compare_modified);
  files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < postings->len; i++)
    g_ptr_array_add (files, g_file_new_for_uri (gtk_recent_info_get_uri (postings->pdata[i])));

  return files;
}

/**
 * vac_recent_list_list_folders:
 * @self: a list
 *
 * Returns: (transfer full) (element-type filename): the paths of the folders that hold one of the
 *   postings, each once
 */
GPtrArray *
vac_recent_list_list_folders (VacRecentList *self)
{
  g_autoptr (GPtrArray) postings = NULL;
  GPtrArray *folders;

  g_return_val_if_fail (VAC_IS_RECENT_LIST (self), NULL);

  postings = list_postings ();
  folders = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < postings->len; i++)
    {
      const char *uri = gtk_recent_info_get_uri (g_ptr_array_index (postings, i));
      g_autofree char *path = g_filename_from_uri (uri, NULL, NULL);
      g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

      if (folder != NULL && !g_ptr_array_find_with_equal_func (folders, folder, g_str_equal, NULL))
        g_ptr_array_add (folders, g_steal_pointer (&folder));
    }

  return folders;
}
