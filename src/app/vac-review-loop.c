/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-loop"

#include "config.h"

#include <time.h>

#include "vac-review-loop.h"

/* How long a text that changed waits, in milliseconds, and for how long it is looked at what
 * changed before everything else has its turn, in microseconds. A key that is pressed costs nothing
 * by itself. */
#define PAUSE  250
#define BUDGET 2000

/* What takes the longer the longer the posting is waits this many times as long as it took, so that
 * it takes a thousandth of the time of somebody who types; or, once nothing is typed, at least
 * this long in microseconds, and this many times as long as it took. */
#define FACTOR       1000
#define QUIET        500000
#define QUIET_FACTOR 10

/**
 * VacReviewLoop:
 *
 * Lets a reviewer look at what changed whenever the program has nothing else to do: at texts soon,
 * and at the posting as a whole as often as its length allows.
 */
struct _VacReviewLoop
{
  GObject      parent_instance;

  /* Owned */
  VacReviewer *reviewer;

  guint        texts_source;   /* waits, or looks at texts */
  guint        whole_source;   /* waits, or looks at the posting as a whole */
  gint64       changed;        /* when something did last, on the monotonic clock */
  gint64       ended;          /* when the posting as a whole was looked at last */
  gint64       took;           /* of processor time, with what others did then; in microseconds */
  gint64       taking;         /* what this time takes so far */
  gboolean     active;
  gboolean     hurried;        /* somebody waits */
  gboolean     finished;       /* everything has been looked at */
  gboolean     known;          /* everything has been looked at once */
};

G_DEFINE_FINAL_TYPE (VacReviewLoop, vac_review_loop, G_TYPE_OBJECT)

enum
{
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void wait_for_whole (VacReviewLoop *self);

/* Processor time of this thread: other programs that are busy do not count. */
static gint64
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* Those who listen have work of their own, which grows with the posting as well. */
static gboolean
on_told_cb (gpointer user_data)
{
  VacReviewLoop *self = user_data;
  const gint64 start = get_time ();

  self->whole_source = 0;
  self->known = TRUE;
  self->finished = self->texts_source == 0;
  self->hurried &= !self->finished;
  g_signal_emit (self, signals[FINISHED], 0);
  self->ended = g_get_monotonic_time ();
  self->took = self->taking + get_time () - start;

  return G_SOURCE_REMOVE;
}

static gboolean
on_whole_cb (gpointer user_data)
{
  VacReviewLoop *self = user_data;
  const gint64 start = get_time ();
  const gboolean more = vac_reviewer_update_whole (self->reviewer, BUDGET);

  self->taking += get_time () - start;
  if (more)
    return G_SOURCE_CONTINUE;
  self->whole_source = g_idle_add_full (G_PRIORITY_LOW, on_told_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

/* Returns: in milliseconds */
static gint64
get_delay (VacReviewLoop *self)
{
  const gint64 in_turn = self->ended + FACTOR * self->took;
  const gint64 in_quiet = self->changed + QUIET + QUIET_FACTOR * self->took;

  if (self->hurried || self->took == 0)
    return 0;

  return MAX (MIN (in_turn, in_quiet) - g_get_monotonic_time (), 0) / 1000;
}

static gboolean
on_wait_over_cb (gpointer user_data)
{
  VacReviewLoop *self = user_data;

  self->whole_source = 0;
  wait_for_whole (self);

  return G_SOURCE_REMOVE;
}

static void
wait_for_whole (VacReviewLoop *self)
{
  const gint64 delay = get_delay (self);

  if (self->whole_source != 0)
    return;
  self->taking = 0;
  self->whole_source = delay > 0 ? g_timeout_add_full (G_PRIORITY_LOW, (guint) delay,
                                                       on_wait_over_cb, self, NULL)
                                 : g_idle_add_full (G_PRIORITY_LOW, on_whole_cb, self, NULL);
}

static gboolean
on_texts_cb (gpointer user_data)
{
  VacReviewLoop *self = user_data;

  if (vac_reviewer_update_texts (self->reviewer, BUDGET))
    return G_SOURCE_CONTINUE;

  self->texts_source = 0;
  wait_for_whole (self);

  return G_SOURCE_REMOVE;
}

static void
look (VacReviewLoop *self)
{
  g_clear_handle_id (&self->texts_source, g_source_remove);
  g_clear_handle_id (&self->whole_source, g_source_remove);
  self->texts_source = g_idle_add_full (G_PRIORITY_LOW, on_texts_cb, self, NULL);
}

static gboolean
on_pause_over_cb (gpointer user_data)
{
  VacReviewLoop *self = user_data;

  self->texts_source = g_idle_add_full (G_PRIORITY_LOW, on_texts_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

static void
on_stale_cb (VacReviewer   *reviewer,
             VacReviewLoop *self)
{
  self->finished = FALSE;
  self->changed = g_get_monotonic_time ();
  if (self->active && self->texts_source == 0)
    self->texts_source = g_timeout_add_full (G_PRIORITY_LOW, PAUSE, on_pause_over_cb, self, NULL);
}

static void
vac_review_loop_dispose (GObject *object)
{
  VacReviewLoop *self = VAC_REVIEW_LOOP (object);

  g_clear_handle_id (&self->texts_source, g_source_remove);
  g_clear_handle_id (&self->whole_source, g_source_remove);
  g_clear_object (&self->reviewer);

  G_OBJECT_CLASS (vac_review_loop_parent_class)->dispose (object);
}

static void
vac_review_loop_class_init (VacReviewLoopClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_review_loop_dispose;

  /**
   * VacReviewLoop::finished:
   *
   * Emitted when the posting has been looked at as a whole, and all of its texts. What handlers do
   * then is as seldom as that.
   */
  signals[FINISHED] = g_signal_new ("finished", VAC_TYPE_REVIEW_LOOP, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
vac_review_loop_init (VacReviewLoop *self)
{
}

/**
 * vac_review_loop_new:
 * @reviewer: what is to look
 *
 * Returns: (transfer full): what lets @reviewer look, once it is active
 */
VacReviewLoop *
vac_review_loop_new (VacReviewer *reviewer)
{
  VacReviewLoop *self;

  g_return_val_if_fail (VAC_IS_REVIEWER (reviewer), NULL);

  self = g_object_new (VAC_TYPE_REVIEW_LOOP, NULL);
  self->reviewer = g_object_ref (reviewer);
  g_signal_connect_object (reviewer, "stale", G_CALLBACK (on_stale_cb), self, 0);

  return self;
}

/**
 * vac_review_loop_get_reviewer:
 * @self: a loop
 *
 * Returns: (transfer none): its reviewer
 */
VacReviewer *
vac_review_loop_get_reviewer (VacReviewLoop *self)
{
  g_return_val_if_fail (VAC_IS_REVIEW_LOOP (self), NULL);

  return self->reviewer;
}

/**
 * vac_review_loop_set_active:
 * @self: a loop
 * @active: whether somebody wants to know what is found
 */
void
vac_review_loop_set_active (VacReviewLoop *self,
                            gboolean       active)
{
  g_return_if_fail (VAC_IS_REVIEW_LOOP (self));

  if (self->active == active)
    return;
  self->active = active;
  if (active && !self->finished)
    look (self);
  else if (!active)
    {
      g_clear_handle_id (&self->texts_source, g_source_remove);
      g_clear_handle_id (&self->whole_source, g_source_remove);
    }
}

/**
 * vac_review_loop_hurry:
 * @self: a loop
 *
 * Looks without waiting: somebody has done something because of a finding, and looks on.
 */
void
vac_review_loop_hurry (VacReviewLoop *self)
{
  g_return_if_fail (VAC_IS_REVIEW_LOOP (self));

  if (!self->active || self->finished)
    return;
  self->hurried = TRUE;
  look (self);
}

/**
 * vac_review_loop_get_known:
 * @self: a loop
 *
 * Returns: whether everything has been looked at, even if something changed since then
 */
gboolean
vac_review_loop_get_known (VacReviewLoop *self)
{
  g_return_val_if_fail (VAC_IS_REVIEW_LOOP (self), FALSE);

  return self->known;
}
