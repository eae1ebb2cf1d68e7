/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-marks"

#include "config.h"

#include <adwaita.h>

#include "vac-marks.h"

/* How long a text that is typed in waits, in milliseconds, and for how long texts are looked at
 * before everything else has its turn, in microseconds. A key that is pressed costs nothing by
 * itself. */
#define PAUSE  250
#define BUDGET 2000

#define MARKS_KEY "vac-marks"

/* A text on the screen. */
typedef struct
{
  VacNode      *node;      /* a reference */
  VacMarksFunc  func;      /* is called when other marks may be due */
  gpointer      data;
  gboolean      pending;   /* it changed, or is new */
} Watcher;

/**
 * VacMarks:
 *
 * Tells the texts of a form that are on the screen what the review finds in them, while they are
 * typed in, and where the words are that somebody looks for. No other texts are looked at.
 */
struct _VacMarks
{
  GObject        parent_instance;

  /* Owned */
  VacReviewer   *reviewer;   /* nullable */
  GSignalGroup  *reviewer_signals;
  GSignalGroup  *document_signals;
  VacFinder     *finder;     /* nullable */
  GSignalGroup  *finder_signals;
  GPtrArray     *watchers;   /* of Watcher */

  VacMarkGround  ground;
  guint          source;     /* waits, or looks */
  gboolean       active;
};

G_DEFINE_FINAL_TYPE (VacMarks, vac_marks, G_TYPE_OBJECT)

static void
watcher_free (gpointer data)
{
  Watcher *watcher = data;

  g_object_unref (watcher->node);
  g_free (watcher);
}

/* A text that was not looked at since it changed is told by the signal of the reviewer. */
static void
look_at (VacMarks *self,
         Watcher  *watcher)
{
  watcher->pending = FALSE;
  if (!self->active || self->reviewer == NULL ||
      !vac_reviewer_check (self->reviewer, watcher->node))
    watcher->func (watcher->data);
}

static gboolean
on_idle_cb (gpointer user_data)
{
  VacMarks *self = user_data;
  const gint64 end = g_get_monotonic_time () + BUDGET;

  for (guint i = 0; i < self->watchers->len; i++)
    {
      Watcher *watcher = g_ptr_array_index (self->watchers, i);

      if (!watcher->pending)
        continue;
      look_at (self, watcher);
      if (g_get_monotonic_time () >= end)
        return G_SOURCE_CONTINUE;
    }
  self->source = 0;

  return G_SOURCE_REMOVE;
}

static void
look (VacMarks *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_idle_add_full (G_PRIORITY_LOW, on_idle_cb, self, NULL);
}

static gboolean
on_pause_over_cb (gpointer user_data)
{
  VacMarks *self = user_data;

  self->source = 0;
  look (self);

  return G_SOURCE_REMOVE;
}

static void
set_pending (VacMarks *self,
             VacNode  *node)
{
  for (guint i = 0; i < self->watchers->len; i++)
    {
      Watcher *watcher = g_ptr_array_index (self->watchers, i);

      watcher->pending |= node == NULL || watcher->node == node;
    }
}

static gboolean
watches (VacMarks *self,
         VacNode  *node)
{
  for (guint i = 0; i < self->watchers->len; i++)
    if (((const Watcher *) g_ptr_array_index (self->watchers, i))->node == node)
      return TRUE;

  return FALSE;
}

/* What is no text on the screen may be what texts are read with, what is ignored, or who reads
 * them. */
static void
on_document_changed_cb (VacDocument *document,
                        VacNode     *node,
                        VacMarks    *self)
{
  if (!self->active)
    return;
  set_pending (self, watches (self, node) ? node : NULL);
  if (self->source == 0)
    self->source = g_timeout_add_full (G_PRIORITY_LOW, PAUSE, on_pause_over_cb, self, NULL);
}

static void
on_reviewer_checked_cb (VacReviewer *reviewer,
                        VacNode     *text,
                        VacMarks    *self)
{
  if (!self->active)
    return;
  if (text == NULL)
    {
      vac_marks_refresh (self);
      return;
    }
  for (guint i = 0; i < self->watchers->len; i++)
    {
      Watcher *watcher = g_ptr_array_index (self->watchers, i);

      if (watcher->node == text)
        watcher->func (watcher->data);
    }
}

static void
on_style_changed_cb (VacMarks *self)
{
  self->ground = vac_mark_get_ground ();
  vac_marks_refresh (self);
}

static void
vac_marks_dispose (GObject *object)
{
  VacMarks *self = VAC_MARKS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->reviewer_signals);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->reviewer);
  g_clear_object (&self->finder_signals);
  g_clear_object (&self->finder);

  G_OBJECT_CLASS (vac_marks_parent_class)->dispose (object);
}

static void
vac_marks_finalize (GObject *object)
{
  g_ptr_array_unref (VAC_MARKS (object)->watchers);

  G_OBJECT_CLASS (vac_marks_parent_class)->finalize (object);
}

static void
vac_marks_class_init (VacMarksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vac_marks_dispose;
  object_class->finalize = vac_marks_finalize;
}

static void
vac_marks_init (VacMarks *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->watchers = g_ptr_array_new_with_free_func (watcher_free);
  self->ground = vac_mark_get_ground ();
  self->reviewer_signals = g_signal_group_new (VAC_TYPE_REVIEWER);
  g_signal_group_connect (self->reviewer_signals, "checked", G_CALLBACK (on_reviewer_checked_cb),
                          self);
  self->document_signals = g_signal_group_new (VAC_TYPE_DOCUMENT);
  g_signal_group_connect (self->document_signals, "changed", G_CALLBACK (on_document_changed_cb),
                          self);
  self->finder_signals = g_signal_group_new (VAC_TYPE_FINDER);
  g_signal_group_connect_swapped (self->finder_signals, "changed",
                                  G_CALLBACK (vac_marks_refresh), self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (on_style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (on_style_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * vac_marks_new:
 *
 * Returns: (transfer full): marks of texts, once they are active and have a reviewer
 */
VacMarks *
vac_marks_new (void)
{
  return g_object_new (VAC_TYPE_MARKS, NULL);
}

/**
 * vac_marks_attach:
 * @self: marks
 * @widget: a widget that comes before the forms in it
 *
 * Marks words in the forms inside of @widget.
 */
void
vac_marks_attach (VacMarks  *self,
                  GtkWidget *widget)
{
  g_return_if_fail (VAC_IS_MARKS (self) && GTK_IS_WIDGET (widget));

  g_object_set_data_full (G_OBJECT (widget), MARKS_KEY, g_object_ref (self), g_object_unref);
}

/**
 * vac_marks_find:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): what marks words in it
 */
VacMarks *
vac_marks_find (GtkWidget *widget)
{
  VacMarks *self = NULL;

  for (; widget != NULL && self == NULL; widget = gtk_widget_get_parent (widget))
    self = g_object_get_data (G_OBJECT (widget), MARKS_KEY);

  return self;
}

/**
 * vac_marks_set_reviewer:
 * @self: marks
 * @reviewer: (nullable): what finds what they stand for from now on
 * @document: (nullable): the posting that it reviews
 */
void
vac_marks_set_reviewer (VacMarks    *self,
                        VacReviewer *reviewer,
                        VacDocument *document)
{
  g_return_if_fail (VAC_IS_MARKS (self));
  g_return_if_fail ((reviewer == NULL) == (document == NULL));

  if (!g_set_object (&self->reviewer, reviewer))
    return;
  g_signal_group_set_target (self->reviewer_signals, reviewer);
  g_signal_group_set_target (self->document_signals, document);
  vac_marks_refresh (self);
}

/**
 * vac_marks_set_active:
 * @self: marks
 * @active: whether words are marked
 */
void
vac_marks_set_active (VacMarks *self,
                      gboolean  active)
{
  g_return_if_fail (VAC_IS_MARKS (self));

  if (self->active == active)
    return;
  self->active = active;
  vac_marks_refresh (self);
}

/**
 * vac_marks_set_finder:
 * @self: marks
 * @finder: (nullable): what finds words that are marked as well, whether findings are or not
 */
void
vac_marks_set_finder (VacMarks  *self,
                      VacFinder *finder)
{
  g_return_if_fail (VAC_IS_MARKS (self));

  if (!g_set_object (&self->finder, finder))
    return;
  g_signal_group_set_target (self->finder_signals, finder);
  vac_marks_refresh (self);
}

/**
 * vac_marks_get_ground:
 * @self: marks
 *
 * Returns: what they stand on
 */
VacMarkGround
vac_marks_get_ground (VacMarks *self)
{
  g_return_val_if_fail (VAC_IS_MARKS (self), VAC_MARK_GROUND_LIGHT);

  return self->ground;
}

/**
 * vac_marks_get_findings:
 * @self: marks
 * @node: a text
 *
 * Returns: (transfer container) (nullable) (element-type VacFinding): what is to be marked in it;
 *   good until the text changes
 */
GPtrArray *
vac_marks_get_findings (VacMarks *self,
                        VacNode  *node)
{
  g_return_val_if_fail (VAC_IS_MARKS (self) && VAC_IS_NODE (node), NULL);

  return self->active && self->reviewer != NULL
             ? vac_reviewer_get_findings_of (self->reviewer, node)
             : NULL;
}

/**
 * vac_marks_get_finder:
 * @self: marks
 *
 * Returns: (transfer none) (nullable): what finds words that are marked as well
 */
VacFinder *
vac_marks_get_finder (VacMarks *self)
{
  g_return_val_if_fail (VAC_IS_MARKS (self), NULL);

  return self->finder;
}

/**
 * vac_marks_check:
 * @self: marks
 * @node: a text
 *
 * Does what vac_marks_get_findings() does, of the text as it is now.
 *
 * Returns: (transfer container) (nullable) (element-type VacFinding): what is to be marked in it
 */
GPtrArray *
vac_marks_check (VacMarks *self,
                 VacNode  *node)
{
  g_return_val_if_fail (VAC_IS_MARKS (self) && VAC_IS_NODE (node), NULL);

  if (self->active && self->reviewer != NULL)
    vac_reviewer_check (self->reviewer, node);

  return vac_marks_get_findings (self, node);
}

/**
 * vac_marks_refresh:
 * @self: marks
 *
 * Looks at all texts on the screen again, soon.
 */
void
vac_marks_refresh (VacMarks *self)
{
  g_return_if_fail (VAC_IS_MARKS (self));

  set_pending (self, NULL);
  look (self);
}

/**
 * vac_marks_add:
 * @self: marks
 * @node: a text that came to be on the screen
 * @func: is called, soon and whenever other marks may be due in @node
 * @data: for @func
 */
void
vac_marks_add (VacMarks     *self,
               VacNode      *node,
               VacMarksFunc  func,
               gpointer      data)
{
  Watcher *watcher;

  g_return_if_fail (VAC_IS_MARKS (self) && VAC_IS_NODE (node) && func != NULL);

  watcher = g_new0 (Watcher, 1);
  watcher->node = g_object_ref (node);
  watcher->func = func;
  watcher->data = data;
  watcher->pending = TRUE;
  g_ptr_array_add (self->watchers, watcher);
  look (self);
}

/**
 * vac_marks_remove:
 * @self: marks
 * @data: what was given to vac_marks_add() for a text that is no longer on the screen
 */
void
vac_marks_remove (VacMarks *self,
                  gpointer  data)
{
  g_return_if_fail (VAC_IS_MARKS (self));

  for (guint i = 0; i < self->watchers->len; i++)
    if (((const Watcher *) g_ptr_array_index (self->watchers, i))->data == data)
      {
        g_ptr_array_remove_index_fast (self->watchers, i);
        return;
      }
}
