/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-find"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-binder.h"
#include "vac-page.h"
#include "vac-window-private.h"

/* Finding words in the posting of a window, and replacing them: what the find bar is for. */

/* What is selected and longer than this, in bytes, is not what somebody looks for. */
#define LONGEST_WORDS 200

static void
on_finder_changed_cb (VacFinder *finder,
                      VacWindow *self)
{
  vac_find_bar_show_count (self->find_bar, vac_finder_get_n_matches (finder),
                           vac_finder_get_current (finder));
}

/* Shows the place that the user is at; the focus goes there, or stays in the bar. */
static void
show_match (VacWindow *self)
{
  const VacMatch *match = vac_finder_get_match (self->finder);
  g_autoptr (VacNode) node = match != NULL ? g_object_ref (match->node) : NULL;
  const gsize start = match != NULL ? match->start : 0;
  const gsize length = match != NULL ? match->length : 0;

  g_clear_handle_id (&self->find_source, g_source_remove);
  if (node == NULL)
    {
      vac_window_forget_words (self);
      return;
    }
  if (vac_find_bar_has_focus (self->find_bar))
    vac_window_show_words (self, node, start, length);
  else
    vac_window_go_to (GTK_WINDOW (self), node, start, length);
}

static gboolean
on_idle_cb (gpointer user_data)
{
  VacWindow *self = user_data;

  self->find_source = 0;
  show_match (self);

  return G_SOURCE_REMOVE;
}

/* A form may have to be made first: the next key does not wait for that. */
static void
on_bar_changed_cb (VacFindBar *bar,
                   VacWindow  *self)
{
  if (!vac_find_bar_get_open (bar))
    return;
  vac_finder_set_words (self->finder, vac_find_bar_get_words (bar), vac_find_bar_get_flags (bar),
                        vac_find_bar_get_scope (bar));
  on_finder_changed_cb (self->finder, self);
  if (self->find_source == 0)
    self->find_source = g_idle_add_full (G_PRIORITY_LOW, on_idle_cb, self, NULL);
}

static VacPage *
get_page (VacWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->page_stack);

  return page != NULL ? VAC_PAGE (page) : NULL;
}

/* Returns: (transfer none) (nullable): where in the forms the focus is, with what is selected */
static VacNode *
get_place (VacWindow *self,
           gsize     *start,
           gsize     *length)
{
  VacPage *page = get_page (self);

  *start = *length = 0;

  return page != NULL
             ? vac_page_get_place (page, gtk_window_get_focus (GTK_WINDOW (self)), start, length)
             : NULL;
}

/* Whoever has put the caret somewhere else goes on from there. */
static void
take_place (VacWindow *self,
            int        direction)
{
  const VacMatch *match = vac_finder_get_match (self->finder);
  gsize start, length;
  VacNode *node = get_place (self, &start, &length);

  if (node == NULL || (match != NULL && match->node == node && match->start == start &&
                       match->length == length))
    return;
  vac_finder_set_place (self->finder, node, direction > 0 ? start + length : start);
}

static void
step (VacWindow *self,
      int        direction)
{
  vac_finder_step (self->finder, direction);
  show_match (self);
}

static void
on_bar_step_cb (VacFindBar *bar,
                int         direction,
                VacWindow  *self)
{
  step (self, direction);
}

/* A button that had the focus may have nothing to do any more. */
static void
keep_focus (VacWindow *self,
            gboolean   had_focus)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (had_focus && (focus == NULL || !gtk_widget_is_sensitive (focus)))
    vac_find_bar_focus (self->find_bar);
}

static void
on_bar_replace_cb (VacFindBar *bar,
                   VacWindow  *self)
{
  const gboolean had_focus = vac_find_bar_has_focus (bar);
  g_autoptr (GError) error = NULL;

  if (vac_finder_get_match (self->finder) != NULL &&
      !vac_finder_replace (self->finder, vac_find_bar_get_replacement (bar), &error))
    vac_window_show_toast (self, error->message);
  keep_focus (self, had_focus);
  step (self, 1);
}

static char *
describe_replaced (const VacReplaced *result)
{
  g_autofree char *replaced = g_strdup_printf (
      ngettext ("%u replaced", "%u replaced", result->n_replaced), result->n_replaced);
  g_autofree char *kept = NULL;

  if (result->n_kept == 0)
    return g_steal_pointer (&replaced);
  kept = g_strdup_printf (
      /* Translators: how many places of words were not replaced, and why: a sentence. */
      ngettext ("%u stays as it is: %s", "%u stay as they are: %s", result->n_kept),
      result->n_kept, result->reason);

  return g_strdup_printf ("%s. %s", replaced, kept);
}

static void
on_bar_replace_all_cb (VacFindBar *bar,
                       VacWindow  *self)
{
  const gboolean had_focus = vac_find_bar_has_focus (bar);
  g_auto (VacReplaced) result = { 0 };
  g_autofree char *sentence = NULL;

  vac_finder_replace_all (self->finder, vac_find_bar_get_replacement (bar), &result);
  sentence = describe_replaced (&result);
  if (result.n_replaced > 0)
    vac_window_offer_undo (self, sentence, result.n_kept > 0);
  else
    vac_window_show_toast (self, sentence);
  keep_focus (self, had_focus);
  show_match (self);
}

static void
stop_finding (VacWindow *self)
{
  g_clear_handle_id (&self->find_source, g_source_remove);
  vac_window_mark_found (self, FALSE);
  vac_finder_set_words (self->finder, "", 0, VAC_SEARCH_EVERYWHERE);
}

/* The focus goes on from what was found last, or goes back to where it was. */
static void
on_bar_close_cb (VacFindBar *bar,
                 VacWindow  *self)
{
  const gboolean had_focus = vac_find_bar_has_focus (bar);
  const VacMatch *match = vac_finder_get_match (self->finder);
  g_autoptr (VacNode) node = match != NULL ? g_object_ref (match->node) : NULL;
  const gsize start = match != NULL ? match->start : 0;
  const gsize length = match != NULL ? match->length : 0;

  vac_find_bar_close (bar);
  stop_finding (self);
  if (!had_focus)
    return;
  if (node != NULL)
    vac_window_go_to (GTK_WINDOW (self), node, start, length);
  else
    vac_window_return_focus (self, GTK_WIDGET (bar));
}

/* Words that are selected are what is looked for. */
static void
take_selection (VacWindow *self,
                VacNode   *node,
                gsize      start,
                gsize      length)
{
  const VacMarkup *markup = vac_node_get_markup (node);
  const gsize from = vac_markup_from_stored (markup, start);
  const gsize to = vac_markup_from_stored (markup, start + length);
  g_autofree char *words = g_strndup (vac_node_get_shown_text (node) + from, to - from);

  if (to > from && to - from <= LONGEST_WORDS && strchr (words, '\n') == NULL)
    vac_find_bar_set_words (self->find_bar, words);
}

static void
open_bar (VacWindow *self,
          gboolean   replacing,
          gboolean   focus)
{
  VacFindBar *bar = self->find_bar;
  gsize start, length;
  VacNode *node = get_place (self, &start, &length);

  vac_binder_settle (GTK_ROOT (self));
  vac_panes_show_form (self->panes);
  if (!vac_find_bar_has_focus (bar))
    vac_window_remember_focus (self, GTK_WIDGET (bar));
  if (!vac_find_bar_get_open (bar) || node != NULL)
    vac_finder_set_place (self->finder,
                          node != NULL ? node : vac_sidebar_get_selected (self->sidebar), start);
  if (node != NULL)
    take_selection (self, node, start, length);
  /* That is shown already. */
  g_clear_handle_id (&self->find_source, g_source_remove);
  vac_find_bar_open (bar, replacing);
  vac_finder_set_words (self->finder, vac_find_bar_get_words (bar), vac_find_bar_get_flags (bar),
                        vac_find_bar_get_scope (bar));
  on_finder_changed_cb (self->finder, self);
  vac_window_mark_found (self, TRUE);
  if (focus)
    vac_find_bar_focus (bar);
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  open_bar (VAC_WINDOW (widget), FALSE, TRUE);
}

static void
replace_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  open_bar (VAC_WINDOW (widget), TRUE, TRUE);
}

/* Without the bar, the words are those of the last time. */
static void
step_from_anywhere (VacWindow *self,
                    int        direction)
{
  if (*vac_find_bar_get_words (self->find_bar) == '\0')
    {
      open_bar (self, FALSE, TRUE);
      return;
    }
  if (!vac_find_bar_get_open (self->find_bar))
    open_bar (self, FALSE, FALSE);
  take_place (self, direction);
  step (self, direction);
}

static void
find_next_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  step_from_anywhere (VAC_WINDOW (widget), 1);
}

static void
find_previous_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  step_from_anywhere (VAC_WINDOW (widget), -1);
}

/**
 * vac_window_watch_find:
 * @self: a window that is being created
 */
void
vac_window_watch_find (VacWindow *self)
{
  self->finder = vac_finder_new ();
  g_signal_connect_object (self->finder, "changed", G_CALLBACK (on_finder_changed_cb), self, 0);
  vac_find_bar_set_place (self->find_bar, GTK_WIDGET (self->page_stack));
  g_signal_connect_object (self->find_bar, "changed", G_CALLBACK (on_bar_changed_cb), self, 0);
  g_signal_connect_object (self->find_bar, "step", G_CALLBACK (on_bar_step_cb), self, 0);
  g_signal_connect_object (self->find_bar, "replace", G_CALLBACK (on_bar_replace_cb), self, 0);
  g_signal_connect_object (self->find_bar, "replace-all", G_CALLBACK (on_bar_replace_all_cb), self,
                           0);
  g_signal_connect_object (self->find_bar, "close", G_CALLBACK (on_bar_close_cb), self, 0);
  on_finder_changed_cb (self->finder, self);
}

/**
 * vac_window_find_in_document:
 * @self: a window with another posting than before
 *
 * Looks for words in that one from now on.
 */
void
vac_window_find_in_document (VacWindow *self)
{
  g_clear_handle_id (&self->find_source, g_source_remove);
  vac_finder_set_document (self->finder, vac_window_get_document (self));
}

/**
 * vac_window_class_install_find_actions:
 * @widget_class: the class of windows
 */
void
vac_window_class_install_find_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.replace", NULL, replace_action);
  gtk_widget_class_install_action (widget_class, "win.find-next", NULL, find_next_action);
  gtk_widget_class_install_action (widget_class, "win.find-previous", NULL, find_previous_action);
}
