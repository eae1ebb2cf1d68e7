/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-start-page"

#include "config.h"

#include <adwaita.h>

#include "vac-guide-shelf.h"
#include "vac-narrow.h"
#include "vac-recent-shelf.h"
#include "vac-recovered-shelf.h"
#include "vac-recovery.h"
#include "vac-start-columns.h"
#include "vac-start-page.h"
#include "vac-type-to-find.h"

/**
 * VacStartPage:
 *
 * What a window shows that has no posting: what was recovered, guides to start from, and postings
 * to open. Typing finds among them.
 */
struct _VacStartPage
{
  GtkBox             parent_instance;

  /* Template widgets */
  AdwHeaderBar      *header;
  AdwToastOverlay   *toasts;
  GtkSearchEntry    *search_entry;
  VacRecoveredShelf *recovered_shelf;
  VacGuideShelf     *guide_shelf;
  VacRecentShelf    *recent_shelf;

  /* Owned */
  VacFirstPages     *pages;
};

G_DEFINE_FINAL_TYPE (VacStartPage, vac_start_page, GTK_TYPE_BOX)

enum
{
  CHOOSE_GUIDE,
  CHOOSE_RECOVERY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_guide_chosen_cb (VacGuideShelf  *shelf,
                    const VacGuide *guide,
                    VacStartPage   *self)
{
  g_signal_emit (self, signals[CHOOSE_GUIDE], 0, guide);
}

static void
on_recovery_chosen_cb (VacRecoveredShelf *shelf,
                       VacRecovery       *recovery,
                       VacStartPage      *self)
{
  g_signal_emit (self, signals[CHOOSE_RECOVERY], 0, recovery);
}

/* Puts the focus on what Enter does most likely: what was recovered, or else the first guide. */
static void
focus_first (VacStartPage *self)
{
  if (!vac_recovered_shelf_focus_first (self->recovered_shelf))
    vac_guide_shelf_focus_first (self->guide_shelf);
}

/* Looking for something */

static void
on_search_changed_cb (GtkSearchEntry *entry,
                      VacStartPage   *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (entry));

  vac_guide_shelf_filter (self->guide_shelf, typed);
  vac_recent_shelf_filter (self->recent_shelf, typed);
}

/* Filtered at once: what is activated has to be what was typed. */
static void
on_search_activate_cb (GtkSearchEntry *entry,
                       VacStartPage   *self)
{
  on_search_changed_cb (entry, self);
  if (!vac_guide_shelf_start_first (self->guide_shelf))
    vac_recent_shelf_open_first (self->recent_shelf);
}

static void
on_search_stop_cb (GtkSearchEntry *entry,
                   VacStartPage   *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  on_search_changed_cb (entry, self);
  focus_first (self);
}

static void
vac_start_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vac_start_page_parent_class)->map (widget);
  focus_first (VAC_START_PAGE (widget));
}

static void
vac_start_page_root (GtkWidget *widget)
{
  VacStartPage *self = VAC_START_PAGE (widget);
  GtkRoot *root;

  GTK_WIDGET_CLASS (vac_start_page_parent_class)->root (widget);

  root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (root))
    vac_narrow_watch_window (GTK_WIDGET (self->header), GTK_WINDOW (root));
}

static void
vac_start_page_dispose (GObject *object)
{
  VacStartPage *self = VAC_START_PAGE (object);
  GtkWidget *child;

  if (self->pages != NULL)
    {
      vac_recovered_shelf_stop (self->recovered_shelf);
      vac_guide_shelf_stop (self->guide_shelf);
      vac_recent_shelf_stop (self->recent_shelf);
    }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  g_clear_pointer (&self->pages, vac_first_pages_free);

  G_OBJECT_CLASS (vac_start_page_parent_class)->dispose (object);
}

static void
vac_start_page_class_init (VacStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vac_start_page_dispose;
  widget_class->map = vac_start_page_map;
  widget_class->root = vac_start_page_root;

  /**
   * VacStartPage::choose-guide:
   * @guide: a #VacGuide, valid during the emission
   *
   * Emitted when a posting is to start from @guide.
   */
  signals[CHOOSE_GUIDE] = g_signal_new ("choose-guide", VAC_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * VacStartPage::choose-recovery:
   * @recovery: what is to be opened; whoever opens it takes it out of the list
   */
  signals[CHOOSE_RECOVERY] = g_signal_new ("choose-recovery", VAC_TYPE_START_PAGE,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                           VAC_TYPE_RECOVERY);

  g_type_ensure (VAC_TYPE_GUIDE_SHELF);
  g_type_ensure (VAC_TYPE_RECENT_SHELF);
  g_type_ensure (VAC_TYPE_RECOVERED_SHELF);
  g_type_ensure (VAC_TYPE_START_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class, VAC_RESOURCE_PATH
                                               "/library-view/vac-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VacStartPage, header);
  gtk_widget_class_bind_template_child (widget_class, VacStartPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, VacStartPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VacStartPage, recovered_shelf);
  gtk_widget_class_bind_template_child (widget_class, VacStartPage, guide_shelf);
  gtk_widget_class_bind_template_child (widget_class, VacStartPage, recent_shelf);
  gtk_widget_class_bind_template_callback (widget_class, on_guide_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_recovery_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stop_cb);
}

static void
vac_start_page_init (VacStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vac_type_to_find (GTK_WIDGET (self), self->search_entry);
  self->pages = vac_first_pages_new ();
}

/**
 * vac_start_page_new:
 * @recent: what was open last
 * @recovered: (element-type VacRecovery): what waits to be opened; discarding takes out of it
 * @menu_button: (transfer floating): the main menu, for the header
 * @language: the language that the user wants postings in, a BCP 47 tag; empty for none
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
vac_start_page_new (VacRecentList *recent,
                    GListStore    *recovered,
                    GtkWidget     *menu_button,
                    const char    *language)
{
  VacStartPage *self;

  g_return_val_if_fail (VAC_IS_RECENT_LIST (recent), NULL);
  g_return_val_if_fail (G_IS_LIST_STORE (recovered), NULL);

  self = g_object_new (VAC_TYPE_START_PAGE, NULL);
  adw_header_bar_pack_end (self->header, menu_button);
  vac_recovered_shelf_set_up (self->recovered_shelf, self->pages, self->toasts, recovered);
  vac_guide_shelf_set_up (self->guide_shelf, self->pages, self->toasts, language);
  vac_recent_shelf_set_up (self->recent_shelf, self->pages, recent);

  return GTK_WIDGET (self);
}

/**
 * vac_start_page_is_needed:
 * @self: a page
 *
 * Returns: whether it has to stay, because something that was recovered waits in it
 */
gboolean
vac_start_page_is_needed (VacStartPage *self)
{
  g_return_val_if_fail (VAC_IS_START_PAGE (self), FALSE);

  return vac_recovered_shelf_is_needed (self->recovered_shelf);
}
