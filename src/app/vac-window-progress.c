/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-progress"

#include "config.h"

#include "vac-edition.h"
#include "vac-reviewed.h"
#include "vac-untouched.h"
#include "vac-window-private.h"

/* How far a window's posting has come, as its sidebar says. It is looked at when the review has
 * looked at everything, never because of a key press alone. */

typedef struct
{
  VacDocument *document;
  VacDocument *guide;      /* nullable */
  GHashTable  *findings;   /* part → the worst finding in it, borrowed */
} Judge;

/* A fact that is missing waits for somebody, even where a posting can do without. */
static gboolean
needs_somebody (const VacFinding *finding)
{
  return finding->severity <= VAC_SEVERITY_LEGAL ||
         (finding->severity == VAC_SEVERITY_WARNING && finding->group == VAC_FINDING_FACTS);
}

static gboolean
is_worse (const VacFinding *finding,
          const VacFinding *other)
{
  return needs_somebody (finding) != needs_somebody (other)
             ? needs_somebody (finding) : finding->severity < other->severity;
}

static VacProgress
judge_part (VacNode     *part,
            const char **reason,
            gpointer     user_data)
{
  const Judge *judge = user_data;
  const VacFinding *worst = g_hash_table_lookup (judge->findings, part);

  if (worst != NULL && needs_somebody (worst))
    {
      *reason = worst->sentence;
      return VAC_PROGRESS_NEEDS_YOU;
    }
  if (vac_reviewed_has (judge->document, part))
    return VAC_PROGRESS_MARKED;
  if (judge->guide != NULL && vac_untouched_is (judge->document, part, judge->guide))
    return VAC_PROGRESS_UNTOUCHED;

  return worst == NULL ? VAC_PROGRESS_CLEAN : VAC_PROGRESS_EDITED;
}

/* Returns: (transfer full): part → the worst finding in it */
static GHashTable *
sort_findings (VacWindow *self,
               GPtrArray *findings)
{
  GHashTable *worst = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const VacFinding *finding = g_ptr_array_index (findings, i);
      VacNode *part = vac_window_find_part (self, finding->node);
      const VacFinding *known = part != NULL ? g_hash_table_lookup (worst, part) : NULL;

      if (part != NULL && (known == NULL || is_worse (finding, known)))
        g_hash_table_insert (worst, part, (gpointer) finding);
    }

  return worst;
}

static VacDocument *
get_guide (VacWindow *self)
{
  g_autofree char *folder = NULL;
  g_autoptr (VacGuideLibrary) library = NULL;

  if (self->knows_guide)
    return self->guide;

  folder = vac_guide_get_user_folder ();
  library = vac_guide_library_new (folder);
  g_clear_object (&self->guide);
  self->guide = vac_edition_open_source (library, vac_window_get_document (self));
  self->knows_guide = TRUE;

  return self->guide;
}

static void
show_progress (VacWindow *self)
{
  VacReviewer *reviewer = vac_review_loop_get_reviewer (self->review_loop);
  g_autoptr (GPtrArray) findings = vac_reviewer_get_findings (reviewer);
  g_autoptr (GHashTable) worst = sort_findings (self, findings);
  Judge judge = { vac_window_get_document (self), get_guide (self), worst };

  vac_sidebar_show_progress (self->sidebar, judge_part, &judge);
}

static void
on_finished_cb (VacReviewLoop *loop,
                VacWindow     *self)
{
  show_progress (self);
}

/**
 * vac_window_update_progress:
 * @self: a window
 *
 * Marks anew how far each part has come, if the review has looked at everything.
 */
void
vac_window_update_progress (VacWindow *self)
{
  if (self->review_loop != NULL && vac_review_loop_get_known (self->review_loop))
    show_progress (self);
}

/* Whoever marks a part looks at its mark. */
static void
on_document_changed_cb (VacDocument *document,
                        VacNode     *node,
                        VacWindow   *self)
{
  switch (vac_node_get_role (node))
    {
    case VAC_ROLE_REVIEWED:
      vac_window_update_progress (self);
      break;
    case VAC_ROLE_LANGUAGE:
    case VAC_ROLE_GUIDE_ID:
      self->knows_guide = FALSE;
      break;
    default:
      break;
    }
}

static gboolean
on_first_frame_over_cb (gpointer user_data)
{
  VacWindow *self = user_data;

  self->progress_source = 0;
  vac_window_take_options (self);
  vac_review_loop_set_active (self->review_loop, TRUE);

  return G_SOURCE_REMOVE;
}

/**
 * vac_window_follow_review:
 * @self: a window
 *
 * Lets the review look while somebody sees what it finds: at once for the pane, and when nothing
 * else is to do for the sidebar.
 */
void
vac_window_follow_review (VacWindow *self)
{
  gboolean has_pane, has_sidebar;

  if (self->review_loop == NULL)
    return;
  g_object_get (self->panes, "review-visible", &has_pane, "sidebar-visible", &has_sidebar, NULL);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (has_pane)
    vac_window_apply_options (self);
  if (has_pane || !has_sidebar)
    vac_review_loop_set_active (self->review_loop, has_pane);
  else
    self->progress_source = g_idle_add_full (G_PRIORITY_LOW, on_first_frame_over_cb, self, NULL);
}

/**
 * vac_window_watch_progress:
 * @self: a window that is being created
 */
void
vac_window_watch_progress (VacWindow *self)
{
  g_signal_connect_object (self->panes, "notify::sidebar-visible",
                           G_CALLBACK (vac_window_follow_review), self, G_CONNECT_SWAPPED);
}

/**
 * vac_window_start_progress:
 * @self: a window with a new review
 */
void
vac_window_start_progress (VacWindow *self)
{
  self->knows_guide = FALSE;
  g_signal_connect_object (self->review_loop, "finished", G_CALLBACK (on_finished_cb), self, 0);
  g_signal_connect_object (vac_window_get_document (self), "changed",
                           G_CALLBACK (on_document_changed_cb), self, 0);
}
