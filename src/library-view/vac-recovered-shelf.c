/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-recovered-shelf"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-posting-row.h"
#include "vac-recovered-shelf.h"
#include "vac-recovery.h"
#include "vac-writer.h"

/* As long as it stands, discarding can be undone. In seconds. */
#define TOAST_SECONDS 20

/**
 * VacRecoveredShelf:
 *
 * Postings with changes that were not saved when the program ended. What is neither opened nor
 * discarded stays kept for the next start.
 */
struct _VacRecoveredShelf
{
  GtkBox           parent_instance;

  /* Template widgets */
  GtkListBox      *list_box;
  GtkWidget       *open_all_button;

  /* Borrowed */
  VacFirstPages   *pages;       /* NULL once the page above is going away */
  AdwToastOverlay *toasts;

  /* Owned */
  GListStore      *recovered;   /* of VacRecovery */

  guint            n_discarded; /* of which that can still be undone */
};

G_DEFINE_FINAL_TYPE (VacRecoveredShelf, vac_recovered_shelf, GTK_TYPE_BOX)

enum
{
  CHOOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Discarding */

/* What was discarded, as long as that can be undone. */
typedef struct
{
  VacRecoveredShelf *shelf;       /* owned */
  VacRecovery       *recovery;    /* owned; NULL once it is undone */
  guint              position;
} Discarded;

/* The toast is gone: nobody wants it back. */
static void
free_discarded (gpointer  data,
                GClosure *closure)
{
  Discarded *discarded = data;

  if (discarded->recovery != NULL)
    vac_recovery_discard (discarded->recovery);
  g_clear_object (&discarded->recovery);
  discarded->shelf->n_discarded--;
  g_object_unref (discarded->shelf);
  g_free (discarded);
}

static void
on_undo_cb (AdwToast  *toast,
            Discarded *discarded)
{
  g_autoptr (VacRecovery) recovery = g_steal_pointer (&discarded->recovery);
  GListStore *recovered = discarded->shelf->recovered;
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (recovered));

  if (recovery != NULL)
    g_list_store_insert (recovered, MIN (discarded->position, n), recovery);
}

static void
discard (VacRecoveredShelf *self,
         VacRecovery       *recovery)
{
  Discarded *discarded;
  AdwToast *toast;
  guint position;

  if (!g_list_store_find (self->recovered, recovery, &position))
    return;
  discarded = g_new0 (Discarded, 1);
  discarded->shelf = g_object_ref (self);
  discarded->recovery = g_object_ref (recovery);
  discarded->position = position;
  self->n_discarded++;

  toast = adw_toast_new (_("Changes discarded"));
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo_cb), discarded,
                         free_discarded, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
  g_list_store_remove (self->recovered, position);
}

/* Rows */

static void
on_discard_clicked_cb (GtkButton         *button,
                       VacRecoveredShelf *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), VAC_TYPE_POSTING_ROW);

  discard (self, VAC_RECOVERY (vac_posting_row_get_posting (VAC_POSTING_ROW (row))));
}

static void
on_looked_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (VacPostingRow) row = user_data;
  g_autoptr (VacFirstPage) page = vac_first_pages_look_finish (result, NULL);

  if (page != NULL)
    vac_posting_row_set_picture (row, page->picture);
}

static void
look (VacRecoveredShelf *self,
      VacPostingRow     *row,
      VacDocument       *document)
{
  g_autoptr (GBytes) bytes = vac_write_document (document);

  vac_first_pages_look_async (self->pages, NULL, bytes, vac_posting_row_get_pixels (row),
                              on_looked_cb, g_object_ref (row));
}

static void
insert_row (VacRecoveredShelf *self,
            guint              position)
{
  g_autoptr (VacRecovery) recovery = g_list_model_get_item (G_LIST_MODEL (self->recovered),
                                                            position);
  VacStore *store = vac_recovery_get_store (recovery);
  VacDocument *document = vac_store_get_document (store);
  g_autofree char *file = vac_store_dup_name (store);
  GtkWidget *row = vac_posting_row_new (G_OBJECT (recovery));
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  vac_posting_row_describe (VAC_POSTING_ROW (row),
                            vac_document_get_text (document, VAC_ROLE_JOB_TITLE),
                            file != NULL ? file : _("Never saved in a file"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  vac_editor_name_button (button, _("Discard"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_discard_clicked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_insert (self->list_box, row, (int) position);
  look (self, VAC_POSTING_ROW (row), document);
}

/* Whoever did something in one row goes on with the next. */
static void
focus_row (VacRecoveredShelf *self,
           guint              position)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->recovered));

  if (n > 0)
    gtk_widget_grab_focus (GTK_WIDGET (
        gtk_list_box_get_row_at_index (self->list_box, (int) MIN (position, n - 1))));
}

static void
on_items_changed_cb (GListModel        *model,
                     guint              position,
                     guint              n_removed,
                     guint              n_added,
                     VacRecoveredShelf *self)
{
  const guint n = g_list_model_get_n_items (model);
  const gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  if (self->pages == NULL)
    return;
  for (guint i = 0; i < n_removed; i++)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (gtk_list_box_get_row_at_index (
                                             self->list_box, (int) position)));
  for (guint i = 0; i < n_added; i++)
    insert_row (self, position + i);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  gtk_widget_set_visible (self->open_all_button, n > 1);
  if (focused)
    focus_row (self, position);
}

static void
on_row_activated_cb (GtkListBox        *list_box,
                     VacPostingRow     *row,
                     VacRecoveredShelf *self)
{
  g_autoptr (GObject) recovery = g_object_ref (vac_posting_row_get_posting (row));

  g_signal_emit (self, signals[CHOOSE], 0, recovery);
}

/* The last one takes the place of the page. */
static void
on_open_all_clicked_cb (GtkButton         *button,
                        VacRecoveredShelf *self)
{
  g_autoptr (GListStore) recovered = g_object_ref (self->recovered);

  for (guint n = g_list_model_get_n_items (G_LIST_MODEL (recovered)); n > 0; n--)
    {
      g_autoptr (GObject) recovery = g_list_model_get_item (G_LIST_MODEL (recovered), 0);

      g_signal_emit (self, signals[CHOOSE], 0, recovery);
    }
}

static void
vac_recovered_shelf_dispose (GObject *object)
{
  VacRecoveredShelf *self = VAC_RECOVERED_SHELF (object);

  self->pages = NULL;
  g_clear_object (&self->recovered);

  G_OBJECT_CLASS (vac_recovered_shelf_parent_class)->dispose (object);
}

static void
vac_recovered_shelf_class_init (VacRecoveredShelfClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vac_recovered_shelf_dispose;

  /**
   * VacRecoveredShelf::choose:
   * @recovery: what is to be opened; whoever opens it takes it out of the list
   */
  signals[CHOOSE] = g_signal_new ("choose", VAC_TYPE_RECOVERED_SHELF, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, VAC_TYPE_RECOVERY);

  gtk_widget_class_set_template_from_resource (widget_class, VAC_RESOURCE_PATH
                                               "/library-view/vac-recovered-shelf.ui");
  gtk_widget_class_bind_template_child (widget_class, VacRecoveredShelf, list_box);
  gtk_widget_class_bind_template_child (widget_class, VacRecoveredShelf, open_all_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_open_all_clicked_cb);
}

static void
vac_recovered_shelf_init (VacRecoveredShelf *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vac_recovered_shelf_set_up:
 * @self: a shelf
 * @pages: what looks at first pages; must live until vac_recovered_shelf_stop()
 * @toasts: where to offer that something is undone; likewise
 * @recovered: (element-type VacRecovery): what waits to be opened
 *
 * Shows what waits, as long as something does.
 */
void
vac_recovered_shelf_set_up (VacRecoveredShelf *self,
                            VacFirstPages     *pages,
                            AdwToastOverlay   *toasts,
                            GListStore        *recovered)
{
  g_return_if_fail (VAC_IS_RECOVERED_SHELF (self));
  g_return_if_fail (pages != NULL && G_IS_LIST_STORE (recovered));

  self->pages = pages;
  self->toasts = toasts;
  self->recovered = g_object_ref (recovered);
  g_signal_connect_object (recovered, "items-changed", G_CALLBACK (on_items_changed_cb), self, 0);
  on_items_changed_cb (G_LIST_MODEL (recovered), 0, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (recovered)), self);
}

/**
 * vac_recovered_shelf_stop:
 * @self: a shelf
 *
 * Looks at no pages any more: the page that it is on is going away. Whoever still waits for
 * something may keep the shelf itself for a while.
 */
void
vac_recovered_shelf_stop (VacRecoveredShelf *self)
{
  g_return_if_fail (VAC_IS_RECOVERED_SHELF (self));

  self->pages = NULL;
}

/**
 * vac_recovered_shelf_focus_first:
 * @self: a shelf
 *
 * Returns: whether there was something to put the focus on
 */
gboolean
vac_recovered_shelf_focus_first (VacRecoveredShelf *self)
{
  g_return_val_if_fail (VAC_IS_RECOVERED_SHELF (self), FALSE);

  focus_row (self, 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->recovered)) > 0;
}

/**
 * vac_recovered_shelf_is_needed:
 * @self: a shelf
 *
 * Returns: whether something waits to be opened, or could still be wanted back
 */
gboolean
vac_recovered_shelf_is_needed (VacRecoveredShelf *self)
{
  g_return_val_if_fail (VAC_IS_RECOVERED_SHELF (self), FALSE);

  return self->n_discarded > 0 || g_list_model_get_n_items (G_LIST_MODEL (self->recovered)) > 0;
}
