/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-pages"

#include "config.h"

#include "vac-editor.h"
#include "vac-job-page.h"
#include "vac-salary-panel.h"
#include "vac-section-page.h"
#include "vac-table-kind.h"
#include "vac-window-private.h"

/* The forms of a window, and which of them is shown. */

static VacNode *
find_variation_section (VacDocument *document,
                        VacNode     *node)
{
  VacNode *variation = vac_node_get_ancestor (node, VAC_ROLE_VARIATION);

  return variation == NULL
             ? NULL
             : vac_document_find_section (
                   document, vac_node_get_member_text (variation, VAC_ROLE_VARIATION_ID));
}

/**
 * vac_window_find_part:
 * @self: a window
 * @node: any place in its document
 *
 * In the document, tables are beside the sections; on the screen, each is inside one.
 *
 * Returns: (transfer none) (nullable): what the sidebar has an entry for, in whose form @node is
 */
VacNode *
vac_window_find_part (VacWindow *self,
                      VacNode   *node)
{
  VacDocument *document = vac_window_get_document (self);
  VacNode *section = vac_node_get_ancestor (node, VAC_ROLE_SECTION);

  if (section == NULL)
    section = find_variation_section (document, node);
  if (section == NULL)
    section = vac_table_kind_find_section (vac_table_kind_of_node (node), document);

  return section != NULL ? section : vac_section_get_page_node (node);
}

static void
on_page_node_focused_cb (GtkWidget *page,
                         VacNode   *node,
                         VacWindow *self)
{
  VacNode *entry = vac_window_find_part (self, node);
  VacNode *selected = vac_sidebar_get_selected (self->sidebar);

  /* The outline says where the user is; the page stays, as the user is there already. */
  self->following = TRUE;
  if (entry != NULL && vac_section_get_page_node (entry) == vac_section_get_page_node (selected))
    vac_sidebar_set_selected (self->sidebar, entry);
  self->following = FALSE;
  selected = vac_sidebar_get_selected (self->sidebar);
  vac_preview_pane_follow (self->preview_pane, vac_section_get_page_node (selected), node);
}

static GtkWidget *
create_page (VacWindow *self,
             VacNode   *node)
{
  VacDocument *document = vac_window_get_document (self);
  const VacRole role = vac_node_get_role (node);
  GtkWidget *page;

  g_assert (role == VAC_ROLE_SECTION || role == VAC_ROLE_JOB);

  page = role == VAC_ROLE_SECTION ? vac_section_page_new (document, node, vac_salary_tables,
                                                         self->shared_names)
                                  : vac_job_page_new (document);
  g_signal_connect_object (page, "node-focused", G_CALLBACK (on_page_node_focused_cb), self, 0);
  gtk_stack_add_child (self->page_stack, page);
  g_hash_table_insert (self->pages, g_object_ref (node), page);

  return page;
}

static GtkWidget *
get_page (VacWindow *self,
          VacNode   *node)
{
  GtkWidget *page = g_hash_table_lookup (self->pages, node);

  return page != NULL ? page : create_page (self, node);
}

/**
 * vac_window_find_form:
 * @self: a window with a posting
 * @node: any place in its document
 *
 * Returns: (transfer none) (nullable): what shows @node in its form, whichever form is in front
 */
GtkWidget *
vac_window_find_form (VacWindow *self,
                      VacNode   *node)
{
  VacNode *part = vac_window_find_part (self, node);

  return part != NULL
             ? vac_editor_find_widget (get_page (self, vac_section_get_page_node (part)), node)
             : NULL;
}

static void
on_sidebar_selected_cb (VacSidebar *sidebar,
                        GParamSpec *pspec,
                        VacWindow  *self)
{
  VacNode *selected = vac_sidebar_get_selected (sidebar);
  VacNode *page_node;

  if (selected == NULL)
    return;

  vac_window_update_title (self);
  if (self->following)
    return;

  vac_panes_show_form (self->panes);
  page_node = vac_section_get_page_node (selected);
  gtk_stack_set_visible_child (self->page_stack, get_page (self, page_node));
  vac_page_scroll_to (VAC_PAGE (gtk_stack_get_visible_child (self->page_stack)), selected);
  vac_preview_pane_follow (self->preview_pane, page_node, selected);
}

/* Pay has a form on two pages: whoever is on one of them stays there. */
static gboolean
is_in_front (VacWindow *self,
             VacNode   *node,
             VacNode   *sidebar_node)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->page_stack);
  VacNode *selected = vac_sidebar_get_selected (self->sidebar);

  return page != NULL && selected != NULL && vac_editor_find_widget (page, node) != NULL &&
         vac_section_get_page_node (sidebar_node) != vac_section_get_page_node (selected);
}

/* Returns: (transfer none) (nullable): the page in front, which has the form of @node now */
static VacPage *
bring_page (VacWindow *self,
            VacNode   *node)
{
  VacNode *sidebar_node = vac_window_find_part (self, node);

  if (sidebar_node == NULL)
    return NULL;
  vac_panes_show_form (self->panes);
  if (!is_in_front (self, node, sidebar_node))
    vac_sidebar_set_selected (self->sidebar, sidebar_node);

  return VAC_PAGE (gtk_stack_get_visible_child (self->page_stack));
}

/**
 * vac_window_show_node:
 * @self: a window
 * @node: any place in its document
 *
 * Goes to the form of @node and puts the focus there. The page in front is left only for a place
 * that it does not show.
 *
 * Returns: whether there is such a form
 */
gboolean
vac_window_show_node (VacWindow *self,
                      VacNode   *node)
{
  VacPage *page;

  g_return_val_if_fail (VAC_IS_WINDOW (self) && VAC_IS_NODE (node), FALSE);

  page = bring_page (self, node);

  return page != NULL && vac_page_reveal (page, node);
}

/**
 * vac_window_go_to:
 * @window: a #VacWindow
 * @node: any place in its document
 * @start: where in its text to begin, in bytes
 * @length: of how many bytes; 0 for @node as a whole
 *
 * Does what vac_window_show_node() does, and selects that part of the text, for a dialog that does
 * not know what kind of window it belongs to.
 */
void
vac_window_go_to (GtkWindow *window,
                  VacNode   *node,
                  gsize      start,
                  gsize      length)
{
  VacWindow *self = VAC_WINDOW (window);

  if (!vac_window_show_node (self, node) || length == 0)
    return;
  vac_page_select (VAC_PAGE (gtk_stack_get_visible_child (self->page_stack)), node, start, length);
  vac_preview_pane_show_words (self->preview_pane, node, start, length);
}

static void
forget_words_but_in (VacWindow *self,
                     VacPage   *page)
{
  GHashTableIter iter;
  gpointer other;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, NULL, &other))
    if (other != page)
      vac_page_forget_words (other);
}

/**
 * vac_window_show_words:
 * @self: a window
 * @node: a text of its document
 * @start: where in it to begin, in bytes
 * @length: of how many bytes
 *
 * Does what vac_window_go_to() does, and leaves the focus where it is. What was selected before in
 * this way is no longer.
 *
 * Returns: whether there is a form of @node
 */
gboolean
vac_window_show_words (VacWindow *self,
                       VacNode   *node,
                       gsize      start,
                       gsize      length)
{
  VacPage *page = bring_page (self, node);
  const gboolean shown = page != NULL && vac_page_show_words (page, node, start, length);

  forget_words_but_in (self, shown ? page : NULL);
  if (!shown)
    return FALSE;
  on_page_node_focused_cb (GTK_WIDGET (page), node, self);
  vac_preview_pane_show_words (self->preview_pane, node, start, length);

  return TRUE;
}

/**
 * vac_window_forget_words:
 * @self: a window
 *
 * Nothing that was found is selected any longer.
 */
void
vac_window_forget_words (VacWindow *self)
{
  forget_words_but_in (self, NULL);
}

static gboolean
drop_detached_page (gpointer key,
                    gpointer value,
                    gpointer user_data)
{
  VacWindow *self = user_data;

  if (vac_node_get_root (key) == vac_document_get_root (vac_window_get_document (self)))
    return FALSE;
  if (gtk_stack_get_visible_child (self->page_stack) == value)
    return FALSE;
  gtk_stack_remove (self->page_stack, value);

  return TRUE;
}

/**
 * vac_window_drop_detached_pages:
 * @self: a window
 *
 * Forgets the forms of sections that have been removed.
 */
void
vac_window_drop_detached_pages (VacWindow *self)
{
  g_hash_table_foreach_remove (self->pages, drop_detached_page, self);
}

/**
 * vac_window_clear_pages:
 * @self: a window
 *
 * Forgets the forms of the posting that it has shown.
 */
void
vac_window_clear_pages (VacWindow *self)
{
  GHashTableIter iter;
  gpointer page;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    gtk_stack_remove (self->page_stack, page);
  g_hash_table_remove_all (self->pages);
}

static void
on_sidebar_check_cb (VacSidebar *sidebar,
                     VacWindow  *self)
{
  g_object_set (self->panes, "review-visible", TRUE, NULL);
}

static void
on_sidebar_rename_cb (VacSidebar *sidebar,
                      VacNode    *section,
                      VacWindow  *self)
{
  vac_window_show_node (self, vac_node_get (section, VAC_ROLE_SECTION_TITLE));
}

/* What is typed first is meant for the posting, not for a button. A new posting waits for its
 * title; one that was opened, or imported, must not change because of an accidental key press. */
static void
focus_first (VacWindow *self)
{
  VacDocument *document = vac_window_get_document (self);

  if (vac_store_get_file (self->store) == NULL && !vac_document_get_modified (document))
    vac_page_reveal (VAC_PAGE (gtk_stack_get_visible_child (self->page_stack)),
                     vac_document_get (document, VAC_ROLE_JOB_TITLE));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->sidebar));
}

/**
 * vac_window_build_sidebar:
 * @self: a window with a posting
 *
 * Shows the posting's outline and its first form, which is where the focus goes.
 */
void
vac_window_build_sidebar (VacWindow *self)
{
  VacDocument *document = vac_window_get_document (self);

  self->sidebar = VAC_SIDEBAR (vac_sidebar_new (document));
  g_signal_connect_object (self->sidebar, "notify::selected", G_CALLBACK (on_sidebar_selected_cb),
                           self, 0);
  adw_bin_set_child (self->sidebar_bin, GTK_WIDGET (self->sidebar));
  g_signal_connect_object (self->sidebar, "rename", G_CALLBACK (on_sidebar_rename_cb), self, 0);
  g_signal_connect_object (self->sidebar, "check", G_CALLBACK (on_sidebar_check_cb), self, 0);
  vac_sidebar_set_selected (self->sidebar, vac_document_get (document, VAC_ROLE_JOB));
  on_sidebar_selected_cb (self->sidebar, NULL, self);
  focus_first (self);
}
