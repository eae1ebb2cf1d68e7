/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-marks"

#include "config.h"

#include "vac-window-private.h"

/* What the review finds, and what somebody looks for, marked in a window's forms and preview. */

#define MARK_WORDS    "mark-words"
#define PREVIEW_MARKS "preview-marks"

static void
on_mark_words_cb (GSettings  *settings,
                  const char *key,
                  VacWindow  *self)
{
  vac_marks_set_active (self->marks, g_settings_get_boolean (settings, MARK_WORDS));
}

/* The preview has marks while somebody wants them, or looks for words. */
static void
update_page_marks (VacWindow *self)
{
  const gboolean active = g_settings_get_boolean (self->settings, PREVIEW_MARKS);

  if (!active && !self->finding)
    {
      g_clear_object (&self->page_marks);
      return;
    }
  if (self->page_marks == NULL)
    {
      self->page_marks = vac_page_marks_new (self->preview_pane);
      if (self->review_loop != NULL)
        vac_page_marks_set_reviewer (self->page_marks,
                                     vac_review_loop_get_reviewer (self->review_loop),
                                     vac_window_get_document (self));
    }
  vac_page_marks_set_active (self->page_marks, active);
  vac_page_marks_set_finder (self->page_marks, self->finding ? self->finder : NULL);
}

static void
on_preview_marks_cb (GSettings  *settings,
                     const char *key,
                     VacWindow  *self)
{
  update_page_marks (self);
}

/**
 * vac_window_watch_marks:
 * @self: a window that is being created
 */
void
vac_window_watch_marks (VacWindow *self)
{
  self->marks = vac_marks_new ();
  vac_marks_attach (self->marks, GTK_WIDGET (self->page_stack));
  g_signal_connect_object (self->settings, "changed::" MARK_WORDS, G_CALLBACK (on_mark_words_cb),
                           self, 0);
  on_mark_words_cb (self->settings, MARK_WORDS, self);
  g_signal_connect_object (self->settings, "changed::" PREVIEW_MARKS,
                           G_CALLBACK (on_preview_marks_cb), self, 0);
  on_preview_marks_cb (self->settings, PREVIEW_MARKS, self);
}

/**
 * vac_window_update_marks:
 * @self: a window whose posting is reviewed
 *
 * Marks from now on what that review finds.
 */
void
vac_window_update_marks (VacWindow *self)
{
  VacReviewer *reviewer = vac_review_loop_get_reviewer (self->review_loop);
  VacDocument *document = vac_window_get_document (self);

  vac_marks_set_reviewer (self->marks, reviewer, document);
  if (self->page_marks != NULL)
    vac_page_marks_set_reviewer (self->page_marks, reviewer, document);
}

/**
 * vac_window_mark_found:
 * @self: a window
 * @finding: whether the words are marked that somebody looks for
 */
void
vac_window_mark_found (VacWindow *self,
                       gboolean   finding)
{
  self->finding = finding;
  if (finding)
    gtk_widget_add_css_class (GTK_WIDGET (self->page_stack), "vac-finding");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->page_stack), "vac-finding");
  vac_marks_set_finder (self->marks, finding ? self->finder : NULL);
  update_page_marks (self);
}
