/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-session-keeper"

#include "config.h"

#include "vac-session-keeper.h"

/* Windows that are closed one after another, whether by quitting or by hand, were one session; a
 * question about unsaved changes may come in between. In microseconds. */
#define TOGETHER (30 * G_USEC_PER_SEC)

/* A window that is gone. */
typedef struct
{
  VacSessionPosting *posting;   /* owned */
  gint64             time;
} Closed;

/**
 * VacSessionKeeper:
 *
 * Notes which postings are open, so that the next start can open them again where the user was.
 */
struct _VacSessionKeeper
{
  GtkApplication *application;   /* borrowed: it owns this */
  GPtrArray      *last;          /* of VacSessionPosting: the session before this one */
  GPtrArray      *closed;        /* of Closed, the latest at the end */
};

static void
closed_free (gpointer data)
{
  Closed *self = data;

  vac_session_posting_free (self->posting);
  g_free (self);
}

/* Returns: (transfer full) (nullable): NULL for a window without a file */
static VacSessionPosting *
describe (VacWindow *window)
{
  VacStore *store = vac_window_get_store (window);
  GFile *file = store != NULL ? vac_store_get_file (store) : NULL;
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;
  const char *place;
  double scroll;

  if (uri == NULL)
    return NULL;
  place = vac_window_get_place (window, &scroll);

  return vac_session_posting_new (uri, place, scroll);
}

static gboolean
on_close_request_cb (VacWindow        *window,
                     VacSessionKeeper *self)
{
  VacSessionPosting *posting = describe (window);
  Closed *closed;

  vac_session_keeper_note (self);
  if (posting == NULL)
    return FALSE;
  closed = g_new0 (Closed, 1);
  closed->posting = posting;
  closed->time = g_get_monotonic_time ();
  g_ptr_array_add (self->closed, closed);

  return FALSE;
}

static gboolean
is_same_posting (gconstpointer a,
                 gconstpointer b)
{
  return g_str_equal (((const VacSessionPosting *) a)->uri, ((const VacSessionPosting *) b)->uri);
}

/* One that was closed and opened again, or is not closed after all, counts once. */
static void
add (GPtrArray         *postings,
     VacSessionPosting *posting)
{
  guint index;

  if (posting == NULL)
    return;
  if (g_ptr_array_find_with_equal_func (postings, posting, is_same_posting, &index))
    g_ptr_array_remove_index (postings, index);
  g_ptr_array_add (postings, posting);
}

/**
 * vac_session_keeper_note:
 * @self: a keeper
 *
 * Notes what is open now, and what was closed just before.
 */
void
vac_session_keeper_note (VacSessionKeeper *self)
{
  const gint64 since = g_get_monotonic_time () - TOGETHER;
  g_autoptr (GPtrArray) postings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) vac_session_posting_free);

  for (guint i = 0; i < self->closed->len; i++)
    {
      const Closed *closed = g_ptr_array_index (self->closed, i);
      const VacSessionPosting *posting = closed->posting;

      if (closed->time >= since)
        add (postings, vac_session_posting_new (posting->uri, posting->place, posting->scroll));
    }
  /* The window in front is the first of the list. */
  for (GList *l = g_list_last (gtk_application_get_windows (self->application)); l != NULL;
       l = l->prev)
    if (VAC_IS_WINDOW (l->data))
      add (postings, describe (l->data));
  if (postings->len > 0)
    vac_session_save (postings);
}

/* Noted before it closes, while it still shows something. */
static void
on_window_added_cb (GtkApplication   *application,
                    GtkWindow        *window,
                    VacSessionKeeper *self)
{
  if (VAC_IS_WINDOW (window))
    g_signal_connect (window, "close-request", G_CALLBACK (on_close_request_cb), self);
}

/**
 * vac_session_keeper_new:
 * @application: the program, which has no window yet and lives longer than the keeper
 *
 * Returns: (transfer full): a keeper
 */
VacSessionKeeper *
vac_session_keeper_new (GtkApplication *application)
{
  VacSessionKeeper *self = g_new0 (VacSessionKeeper, 1);

  self->application = application;
  self->last = vac_session_load ();
  self->closed = g_ptr_array_new_with_free_func (closed_free);
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added_cb), self);

  return self;
}

/**
 * vac_session_keeper_free:
 * @self: (transfer full): a keeper
 */
void
vac_session_keeper_free (VacSessionKeeper *self)
{
  g_signal_handlers_disconnect_by_data (self->application, self);
  g_ptr_array_unref (self->last);
  g_ptr_array_unref (self->closed);
  g_free (self);
}

/**
 * vac_session_keeper_get_last:
 * @self: a keeper
 *
 * Returns: (transfer none) (element-type VacSessionPosting): what was open when the program was
 *   used before
 */
GPtrArray *
vac_session_keeper_get_last (VacSessionKeeper *self)
{
  return self->last;
}
