/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-recent-shelf"

#include "config.h"

#include "vac-age.h"
#include "vac-error.h"
#include "vac-file-name.h"
#include "vac-posting-row.h"
#include "vac-recent-shelf.h"

/* As many as are taken in at a glance. */
#define MOST_SHOWN 10

/**
 * VacRecentShelf:
 *
 * The postings that were open last, and other ways to one that exists. The list is read once the
 * first frame has been shown: the desktop's may be long.
 */
struct _VacRecentShelf
{
  GtkBox         parent_instance;

  /* Template widgets */
  GtkWidget     *heading;
  GtkListBox    *list_box;

  /* Borrowed */
  VacFirstPages *pages;     /* NULL once the page above is going away */

  /* Owned */
  VacRecentList *recent;
  char          *typed;     /* what somebody looks for */

  guint          source;
};

G_DEFINE_FINAL_TYPE (VacRecentShelf, vac_recent_shelf, GTK_TYPE_BOX)

static GtkListBoxRow *
get_row (VacRecentShelf *self,
         int             position)
{
  return gtk_list_box_get_row_at_index (self->list_box, position);
}

static GtkListBoxRow *
find_first (VacRecentShelf *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (vac_posting_row_matches (VAC_POSTING_ROW (row), self->typed))
      return row;

  return NULL;
}

static void
update_visible (VacRecentShelf *self)
{
  const gboolean visible = find_first (self) != NULL;

  gtk_widget_set_visible (self->heading, visible);
  gtk_widget_set_visible (GTK_WIDGET (self->list_box), visible);
}

static char *
describe_folder (GFile *file)
{
  g_autofree char *name = vac_file_name_tell (file);

  return strchr (name, '/') != NULL ? g_path_get_dirname (name) : g_strdup ("");
}

static char *
describe_file (GFile  *file,
               gint64  changed)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *folder = describe_folder (file);
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *age = NULL;

  if (changed == 0)
    return g_strdup_printf ("%s · %s", name, folder);
  time = g_date_time_new_from_unix_local (changed);
  now = g_date_time_new_now_local ();
  age = vac_age_describe (time, now);

  return g_strdup_printf ("%s · %s · %s", age, name, folder);
}

/* A row that is being looked at. */
typedef struct
{
  VacRecentShelf *shelf;    /* owned */
  VacPostingRow  *row;      /* owned */
} Looking;

static void
looking_free (Looking *looking)
{
  g_object_unref (looking->shelf);
  g_object_unref (looking->row);
  g_free (looking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Looking, looking_free)

/* What is damaged stays in the list: opening it says what is wrong. */
static void
on_looked_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Looking) looking = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VacFirstPage) page = vac_first_pages_look_finish (result, &error);
  VacRecentShelf *self = looking->shelf;
  g_autofree char *detail = NULL;

  if (self->pages == NULL || gtk_widget_get_parent (GTK_WIDGET (looking->row)) == NULL)
    return;
  if (g_error_matches (error, VAC_ERROR, VAC_ERROR_NOT_FOUND))
    gtk_list_box_remove (self->list_box, GTK_WIDGET (looking->row));
  if (page != NULL)
    {
      detail = describe_file (G_FILE (vac_posting_row_get_posting (looking->row)), page->changed);
      vac_posting_row_describe (looking->row, page->title, detail);
      vac_posting_row_set_picture (looking->row, page->picture);
      gtk_list_box_row_changed (GTK_LIST_BOX_ROW (looking->row));
    }
  update_visible (self);
}

static void
append_row (VacRecentShelf *self,
            GFile          *file)
{
  GtkWidget *row = vac_posting_row_new (G_OBJECT (file));
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *folder = describe_folder (file);
  Looking *looking;

  vac_posting_row_describe (VAC_POSTING_ROW (row), name, folder);
  gtk_list_box_append (self->list_box, row);
  /* What is far away may take for ever. */
  if (!g_file_is_native (file))
    return;
  looking = g_new0 (Looking, 1);
  looking->shelf = g_object_ref (self);
  looking->row = g_object_ref (VAC_POSTING_ROW (row));
  vac_first_pages_look_async (self->pages, file, NULL, vac_posting_row_get_pixels (looking->row),
                              on_looked_cb, looking);
}

static void
fill (VacRecentShelf *self)
{
  g_autoptr (GPtrArray) files = vac_recent_list_list_files (self->recent);
  GtkListBoxRow *row;

  while ((row = get_row (self, 0)) != NULL)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
  for (guint i = 0; i < MIN (files->len, MOST_SHOWN); i++)
    append_row (self, g_ptr_array_index (files, i));
  update_visible (self);
}

static gboolean
on_fill_cb (gpointer user_data)
{
  VacRecentShelf *self = user_data;

  self->source = 0;
  fill (self);

  return G_SOURCE_REMOVE;
}

static void
queue_fill (VacRecentShelf *self)
{
  if (self->source == 0 && self->pages != NULL)
    self->source = g_idle_add_full (GDK_PRIORITY_REDRAW + 20, on_fill_cb, self, NULL);
}

static gboolean
is_shown (GtkListBoxRow *row,
          gpointer       user_data)
{
  return vac_posting_row_matches (VAC_POSTING_ROW (row), VAC_RECENT_SHELF (user_data)->typed);
}

static void
on_row_activated_cb (GtkListBox     *list_box,
                     GtkListBoxRow  *row,
                     VacRecentShelf *self)
{
  g_autofree char *uri = g_file_get_uri (
      G_FILE (vac_posting_row_get_posting (VAC_POSTING_ROW (row))));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-recent", "s", uri);
}

static void
vac_recent_shelf_dispose (GObject *object)
{
  VacRecentShelf *self = VAC_RECENT_SHELF (object);

  self->pages = NULL;
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->recent);

  G_OBJECT_CLASS (vac_recent_shelf_parent_class)->dispose (object);
}

static void
vac_recent_shelf_finalize (GObject *object)
{
  g_free (VAC_RECENT_SHELF (object)->typed);

  G_OBJECT_CLASS (vac_recent_shelf_parent_class)->finalize (object);
}

static void
vac_recent_shelf_class_init (VacRecentShelfClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vac_recent_shelf_dispose;
  object_class->finalize = vac_recent_shelf_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, VAC_RESOURCE_PATH
                                               "/library-view/vac-recent-shelf.ui");
  gtk_widget_class_bind_template_child (widget_class, VacRecentShelf, heading);
  gtk_widget_class_bind_template_child (widget_class, VacRecentShelf, list_box);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
vac_recent_shelf_init (VacRecentShelf *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->typed = g_strdup ("");
  gtk_list_box_set_filter_func (self->list_box, is_shown, self, NULL);
}

/**
 * vac_recent_shelf_set_up:
 * @self: a shelf
 * @pages: what looks at first pages; must live until vac_recent_shelf_stop()
 * @recent: what was open last
 *
 * Fills the shelf, now and whenever @recent changes.
 */
void
vac_recent_shelf_set_up (VacRecentShelf *self,
                         VacFirstPages  *pages,
                         VacRecentList  *recent)
{
  g_return_if_fail (VAC_IS_RECENT_SHELF (self));
  g_return_if_fail (pages != NULL && VAC_IS_RECENT_LIST (recent));

  self->pages = pages;
  self->recent = g_object_ref (recent);
  g_signal_connect_object (recent, "changed", G_CALLBACK (queue_fill), self, G_CONNECT_SWAPPED);
  queue_fill (self);
}

/**
 * vac_recent_shelf_stop:
 * @self: a shelf
 *
 * Looks at no pages any more: the page that it is on is going away. Whoever still waits for
 * something may keep the shelf itself for a while.
 */
void
vac_recent_shelf_stop (VacRecentShelf *self)
{
  g_return_if_fail (VAC_IS_RECENT_SHELF (self));

  g_clear_handle_id (&self->source, g_source_remove);
  self->pages = NULL;
}

/**
 * vac_recent_shelf_filter:
 * @self: a shelf
 * @typed: what somebody looks for; empty for everything
 */
void
vac_recent_shelf_filter (VacRecentShelf *self,
                         const char     *typed)
{
  g_return_if_fail (VAC_IS_RECENT_SHELF (self) && typed != NULL);

  g_free (self->typed);
  self->typed = g_strdup (typed);
  gtk_list_box_invalidate_filter (self->list_box);
  update_visible (self);
}

/**
 * vac_recent_shelf_open_first:
 * @self: a shelf
 *
 * Opens the first posting that is shown.
 *
 * Returns: whether one is
 */
gboolean
vac_recent_shelf_open_first (VacRecentShelf *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (VAC_IS_RECENT_SHELF (self), FALSE);

  row = find_first (self);
  if (row != NULL)
    on_row_activated_cb (self->list_box, row, self);

  return row != NULL;
}
