/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-debounce"

#include "config.h"

#include "vac-debounce.h"

struct _VacDebounce
{
  GSourceFunc callback;
  gpointer    user_data;   /* borrowed */
  gint64      first;       /* monotonic µs of the oldest trigger not yet answered */
  guint       quiet_ms;
  guint       longest_ms;
  guint       source;
};

static gboolean
on_timeout_cb (gpointer user_data)
{
  VacDebounce *self = user_data;

  self->source = 0;
  self->callback (self->user_data);

  return G_SOURCE_REMOVE;
}

/**
 * vac_debounce_new:
 * @quiet_ms: how long nothing must have been triggered, in milliseconds
 * @longest_ms: the longest that a trigger may wait while others keep coming, in milliseconds;
 *   0 for no limit
 * @callback: called on the main thread's default main context; its
 *   return value is ignored
 * @user_data: for @callback; must outlive the debounce
 *
 * The only timer in the program: several triggers become one call.
 *
 * Returns: (transfer full): a debounce; freeing it drops a waiting call
 */
VacDebounce *
vac_debounce_new (guint       quiet_ms,
                  guint       longest_ms,
                  GSourceFunc callback,
                  gpointer    user_data)
{
  VacDebounce *self;

  g_return_val_if_fail (callback != NULL, NULL);

  self = g_new0 (VacDebounce, 1);
  self->quiet_ms = quiet_ms;
  self->longest_ms = longest_ms;
  self->callback = callback;
  self->user_data = user_data;

  return self;
}

/**
 * vac_debounce_free:
 * @self: (transfer full) (nullable): a debounce
 *
 * Drops a waiting call and frees @self.
 */
void
vac_debounce_free (VacDebounce *self)
{
  if (self == NULL)
    return;
  vac_debounce_cancel (self);
  g_free (self);
}

/**
 * vac_debounce_trigger:
 * @self: a debounce
 *
 * Asks for a call once things are quiet.
 */
void
vac_debounce_trigger (VacDebounce *self)
{
  gint64 now = g_get_monotonic_time ();
  guint wait;

  g_return_if_fail (self != NULL);

  if (self->source == 0)
    self->first = now;
  else
    g_source_remove (self->source);

  wait = self->quiet_ms;
  if (self->longest_ms > 0)
    {
      gint64 left = self->longest_ms - (now - self->first) / 1000;

      wait = (guint) CLAMP (left, 0, (gint64) wait);
    }
  self->source = g_timeout_add (wait, on_timeout_cb, self);
}

/**
 * vac_debounce_cancel:
 * @self: a debounce
 *
 * Drops a waiting call.
 */
void
vac_debounce_cancel (VacDebounce *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->source, g_source_remove);
}

/**
 * vac_debounce_flush:
 * @self: a debounce
 *
 * Makes a waiting call now; does nothing when none waits.
 */
void
vac_debounce_flush (VacDebounce *self)
{
  g_return_if_fail (self != NULL);

  if (self->source == 0)
    return;
  vac_debounce_cancel (self);
  self->callback (self->user_data);
}
