/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-recovery"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-binder.h"
#include "vac-guide-library.h"
#include "vac-page.h"
#include "vac-question.h"
#include "vac-recovery-bars.h"
#include "vac-window-private.h"

/* What a window does about changes that were never saved: it keeps them while they are typed, and
 * shows those that the program found when it started. */

/* As long as it stands, discarding can be undone. In seconds. */
#define TOAST_SECONDS 20

/* What was never saved has at least a guide that it came from. */
static const char *
get_comparison (VacWindow *self)
{
  if (vac_store_get_file (self->store) == NULL)
    return "win.compare-guide";

  return vac_store_get_disk_state (self->store) != VAC_DISK_DELETED ? "win.compare-disk" : NULL;
}

static void
update_bars (VacWindow *self)
{
  if (!vac_recovery_bars_update (self->bars, self->recovery,
                                 _("This posting has changes that were not saved when Vacancy "
                                   "ended."),
                                 _("This posting has changes that were not saved when Vacancy "
                                   "ended. The very last of them could not be restored.")))
    return;
  if (get_comparison (self) != NULL)
    vac_state_bars_add_action (self->bars, "recovered", get_comparison (self), _("Co_mpare"));
  vac_state_bars_add_action (self->bars, "recovered", "win.discard-recovered", _("_Discard"));
}

static void
on_recovery_fact_cb (VacRecovery *recovery,
                     GParamSpec  *pspec,
                     VacWindow   *self)
{
  update_bars (self);
}

/* The bars of the posting before are those of another one. */
static void
take_recovery (VacWindow   *self,
               VacRecovery *recovery)
{
  if (self->recovery != NULL)
    g_signal_handlers_disconnect_by_func (self->recovery, on_recovery_fact_cb, self);
  g_clear_object (&self->recovery);
  self->recovery = recovery;
  g_signal_connect_object (recovery, "notify", G_CALLBACK (on_recovery_fact_cb), self, 0);
  vac_state_bars_remove (self->bars, "not-kept");
  vac_state_bars_remove (self->bars, "recovered");
}

/* Returns to where the user was when the program ended. */
static gboolean
return_to_place (VacWindow *self)
{
  const char *place = vac_recovery_get_place (self->recovery);
  VacNode *root = vac_document_get_root (vac_window_get_document (self));
  VacNode *node = *place != '\0' ? vac_node_lookup (root, place, NULL) : NULL;

  return node != NULL && vac_window_show_node (self, node);
}

static void
on_place_changed_cb (VacSidebar *sidebar,
                     GParamSpec *pspec,
                     VacWindow  *self)
{
  VacNode *selected = vac_sidebar_get_selected (sidebar);
  g_autofree char *path = selected != NULL ? vac_node_get_path (selected) : NULL;

  if (path != NULL)
    vac_recovery_set_place (self->recovery, path);
}

static void
show (VacWindow   *self,
      VacRecovery *recovery)
{
  take_recovery (self, g_object_ref (recovery));
  vac_window_show_store (self, vac_recovery_get_store (recovery));
  g_signal_connect_object (self->sidebar, "notify::selected", G_CALLBACK (on_place_changed_cb),
                           self, 0);
  return_to_place (self);
  update_bars (self);
}

/**
 * vac_window_set_store:
 * @self: a window
 * @store: the posting to show in place of what it shows now, whose unsaved changes nobody wants
 */
void
vac_window_set_store (VacWindow *self,
                      VacStore  *store)
{
  g_autoptr (VacRecovery) recovery = NULL;

  g_return_if_fail (VAC_IS_WINDOW (self));
  g_return_if_fail (VAC_IS_STORE (store));

  if (self->store == store)
    return;
  if (self->recovery != NULL)
    vac_recovery_discard (self->recovery);
  recovery = vac_recovery_new (store);
  show (self, recovery);
}

/**
 * vac_window_set_recovery:
 * @self: a window
 * @recovery: the recovered posting to show in place of what it shows now, which has no unsaved
 *   changes
 */
void
vac_window_set_recovery (VacWindow   *self,
                         VacRecovery *recovery)
{
  g_return_if_fail (VAC_IS_WINDOW (self));
  g_return_if_fail (VAC_IS_RECOVERY (recovery));

  show (self, recovery);
}

/**
 * vac_window_get_place:
 * @self: a window
 * @scroll: (out): how much of the page is above what is seen, in pixels
 *
 * Returns: (transfer none) (nullable): the path of the node that the outline shows as selected;
 *   %NULL on the error page
 */
const char *
vac_window_get_place (VacWindow *self,
                      double    *scroll)
{
  GtkWidget *page;

  g_return_val_if_fail (VAC_IS_WINDOW (self), NULL);

  page = gtk_stack_get_visible_child (self->page_stack);
  *scroll = page != NULL ? vac_page_get_scroll (VAC_PAGE (page)) : 0;

  return self->recovery != NULL ? vac_recovery_get_place (self->recovery) : NULL;
}

/**
 * vac_window_set_place:
 * @self: a window with a posting
 * @place: the path of a node; one that is not there is ignored
 * @scroll: how much of the page shall be above what is seen, in pixels
 */
void
vac_window_set_place (VacWindow  *self,
                      const char *place,
                      double      scroll)
{
  g_return_if_fail (VAC_IS_WINDOW (self) && self->recovery != NULL);

  vac_recovery_set_place (self->recovery, place);
  if (return_to_place (self))
    vac_page_set_scroll (VAC_PAGE (gtk_stack_get_visible_child (self->page_stack)), scroll);
}

/**
 * vac_window_get_recovery:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what keeps its unsaved changes; %NULL on the error page
 */
VacRecovery *
vac_window_get_recovery (VacWindow *self)
{
  g_return_val_if_fail (VAC_IS_WINDOW (self), NULL);

  return self->recovery;
}

/**
 * vac_window_forget_recovery:
 * @self: a window that closes because the user wants it to
 *
 * What is not saved by now, nobody wants. What the disk did not confirm stays until a start finds
 * it there.
 */
void
vac_window_forget_recovery (VacWindow *self)
{
  VacDocument *document = vac_window_get_document (self);

  if (self->discarded != NULL)
    vac_recovery_discard (self->discarded);
  if (document != NULL &&
      (vac_document_get_modified (document) || vac_store_get_safe (self->store)))
    vac_recovery_discard (self->recovery);
}

/* Discarding */

/* Returns: (transfer none): where the discarded changes are shown: text that was typed since then
 * keeps its window */
static VacWindow *
find_room (VacWindow *self)
{
  vac_binder_settle (GTK_ROOT (self));
  if (!vac_document_get_modified (vac_window_get_document (self)))
    return self;

  return vac_window_make_another (self);
}

static void
on_undo_discarding_cb (AdwToast  *toast,
                       VacWindow *self)
{
  g_autoptr (VacRecovery) recovery = g_steal_pointer (&self->discarded);
  VacWindow *window;

  if (recovery == NULL)
    return;
  window = find_room (self);
  if (window == self)
    vac_recovery_discard (self->recovery);
  show (window, recovery);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_discarded_cb (AdwToast  *toast,
                 VacWindow *self)
{
  if (self->discarded != NULL)
    vac_recovery_discard (self->discarded);
  g_clear_object (&self->discarded);
}

/* The changes stay kept for as long as the toast offers them. */
static void
show_instead (VacWindow *self,
              VacStore  *store)
{
  g_autoptr (VacRecovery) recovery = vac_recovery_new (store);
  AdwToast *toast = adw_toast_new (_("Changes discarded"));

  on_discarded_cb (NULL, self);
  self->discarded = g_object_ref (self->recovery);
  show (self, recovery);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_undo_discarding_cb), self, 0);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_discarded_cb), self, 0);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

/* Without a file there is nothing below the changes but a new posting. */
static void
show_new_instead (VacWindow *self)
{
  g_autoptr (VacGuideLibrary) library = vac_guide_library_new (NULL);
  g_autoptr (VacDocument) document =
    vac_guide_open (g_ptr_array_index (vac_guide_library_get_guides (library), 0), NULL);
  g_autoptr (VacStore) store = document != NULL ? vac_store_new (document) : NULL;

  if (store != NULL)
    show_instead (self, store);
}

typedef struct
{
  VacWindow   *window;
  VacRecovery *recovery;
} Discarding;

static void
on_saved_version_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autofree Discarding *discarding = user_data;
  g_autoptr (VacWindow) self = discarding->window;
  g_autoptr (VacRecovery) recovery = discarding->recovery;
  g_autoptr (GError) error = NULL;
  g_autoptr (VacStore) store = vac_store_open_finish (result, &error);

  if (self->recovery != recovery || !vac_recovery_get_recovered (recovery) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (store != NULL)
    show_instead (self, store);
  else
    vac_tell (GTK_WINDOW (self), _("Could Not Open File"), error->message);
}

/**
 * vac_window_discard_recovered:
 * @self: a window with a recovered posting
 *
 * Shows what is in the posting's file, and offers to undo that.
 */
void
vac_window_discard_recovered (VacWindow *self)
{
  GFile *file = self->store != NULL ? vac_store_get_file (self->store) : NULL;
  Discarding *discarding;

  if (self->recovery == NULL || !vac_recovery_get_recovered (self->recovery))
    return;
  if (file == NULL || vac_store_get_disk_state (self->store) == VAC_DISK_DELETED)
    {
      show_new_instead (self);
      return;
    }
  discarding = g_new0 (Discarding, 1);
  discarding->window = g_object_ref (self);
  discarding->recovery = g_object_ref (self->recovery);
  vac_store_open_async (file, self->cancellable, on_saved_version_cb, discarding);
}
