/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-merge"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-binder.h"
#include "vac-common-version.h"
#include "vac-file-dialog.h"
#include "vac-merge.h"
#include "vac-question.h"
#include "vac-window-private.h"
#include "vac-writer.h"

/* A copy of the posting that comes back with the changes of somebody else. */

typedef struct
{
  VacWindow *window;   /* owned */
  VacStore  *store;    /* owned: the posting */
  char      *name;     /* owned: of the copy's file */
} Merging;

static void
merging_free (Merging *merging)
{
  g_object_unref (merging->window);
  g_object_unref (merging->store);
  g_free (merging->name);
  g_free (merging);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Merging, merging_free)

/* Returns: (transfer full): what @mine would be if all that collides were decided for them */
static VacDocument *
merge_for_them (VacDocument *base,
                VacDocument *mine,
                VacDocument *theirs)
{
  VacDocument *decided = vac_copy_document (mine);
  g_autoptr (VacMerge) merge = vac_merge_run (base, decided, theirs);
  GPtrArray *conflicts = vac_merge_get_conflicts (merge);

  for (guint i = 0; i < conflicts->len; i++)
    vac_merge_take_theirs (merge, g_ptr_array_index (conflicts, i));

  return decided;
}

static char *
describe (guint n_taken,
          guint n_conflicts)
{
  g_autofree char *taken = g_strdup_printf (ngettext ("%u change was merged.",
                                                      "%u changes were merged.", n_taken),
                                            n_taken);
  g_autofree char *left = NULL;

  if (n_taken == 0 && n_conflicts == 0)
    return g_strdup (_("The returned copy has no changes that are not here."));
  if (n_conflicts == 0)
    return g_steal_pointer (&taken);
  left = g_strdup_printf (
      ngettext ("%u place was changed by both: take theirs over, or keep yours.",
                "%u places were changed by both: take theirs over, or keep yours.", n_conflicts),
      n_conflicts);

  return n_taken > 0 ? g_strdup_printf ("%s %s", taken, left) : g_steal_pointer (&left);
}

/* What collides is all that differs between the posting and the same one decided for them, so the
 * comparison of the two shows it in its place and takes it over one by one. */
static void
merge (VacWindow   *self,
       VacDocument *base,
       VacDocument *theirs,
       const char  *name)
{
  VacDocument *mine = vac_window_get_document (self);
  g_autoptr (VacDocument) decided = NULL;
  g_autoptr (VacMerge) merged = NULL;
  g_autofree char *sentence = NULL;
  guint n_conflicts;

  vac_binder_settle (GTK_ROOT (self));
  if (vac_document_get_read_only (mine))
    return;
  vac_document_add_barrier (mine);
  decided = merge_for_them (base, mine, theirs);
  merged = vac_merge_run (base, mine, theirs);
  n_conflicts = vac_merge_get_conflicts (merged)->len;
  if (n_conflicts > 0)
    vac_window_compare_copy (self, decided, name);
  sentence = describe (vac_merge_get_n_taken (merged), n_conflicts);
  if (vac_merge_get_n_taken (merged) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.notify-removed", "s", sentence);
  else
    vac_window_show_toast (self, sentence);
}

static void
on_found_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Merging) merging = user_data;
  VacWindow *self = merging->window;
  g_autoptr (VacDocument) theirs = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VacDocument) base = vac_common_version_find_finish (result, &theirs, &error);

  if (theirs == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    vac_tell (GTK_WINDOW (self), _("Could Not Open File"), error->message);
  /* By now the window may show another posting. */
  if (theirs == NULL || self->store != merging->store)
    return;
  if (base != NULL)
    {
      merge (self, base, theirs, merging->name);
      return;
    }
  /* Without what both began with, nobody knows who changed what. */
  vac_window_compare_copy (self, theirs, merging->name);
  vac_window_show_toast (self, _("Nothing is known of what the copy was made from. These are all "
                                 "differences."));
}

static void
on_chosen_cb (GListModel *files,
              gpointer    user_data)
{
  g_autoptr (VacWindow) self = user_data;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  Merging *merging;

  if (file == NULL || self->store == NULL)
    return;
  merging = g_new0 (Merging, 1);
  merging->window = g_object_ref (self);
  merging->store = g_object_ref (self->store);
  merging->name = g_file_get_basename (file);
  vac_common_version_find_async (vac_store_get_file (self->store), file, self->cancellable,
                                 on_found_cb, merging);
}

/**
 * vac_window_merge:
 * @self: a window with a posting
 *
 * Asks for a copy that somebody has edited and does to the posting what was done to the copy. What
 * both have changed is shown to be decided.
 */
void
vac_window_merge (VacWindow *self)
{
  g_autoptr (GFile) folder = vac_window_dup_folder (self);

  vac_choose_files (GTK_WINDOW (self), VAC_CHOOSE_OPEN, _("Merge Returned Copy"), _("_Merge"), NULL,
                    folder, on_chosen_cb, g_object_ref (self));
}
