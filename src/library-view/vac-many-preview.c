/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-many-preview"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-many-preview.h"
#include "vac-many-row.h"

/* More than these nobody looks at; they would only fill the memory. */
#define MOST_HITS 20000

/* The first page fills at once. Then rows come together: for each time, the list lays out what is
 * seen. */
#define FIRST_ROWS 50
#define PAUSE (150 * G_TIME_SPAN_MILLISECOND)

typedef enum
{
  PHASE_EMPTY,     /* nothing to do */
  PHASE_LOOKING,
  PHASE_SHOWN,     /* says what would change */
  PHASE_TOO_MANY,  /* the same for some */
  PHASE_WRITING,   /* changes, or takes back */
  PHASE_CHANGED,   /* says what has changed, and can take it back */
  PHASE_UNDONE,
} Phase;

/**
 * VacManyPreview:
 *
 * What a change would do in many postings, place by place, each of which can be chosen or not; then
 * what has become of them, with a button that takes it back. It fills while the postings are gone
 * through.
 */
struct _VacManyPreview
{
  GtkBox          parent_instance;

  /* Template widgets */
  GtkProgressBar *progress;
  GtkStack       *stack;
  AdwStatusPage  *empty_page;
  GtkListView    *list;
  GtkLabel       *summary;
  GtkWidget      *undo_button;

  /* Owned */
  VacMany        *many;
  GListStore     *rows;         /* of VacManyRow */
  GPtrArray *waiting;           /* of VacManyRow: to be listed with the next ones */
  GPtrArray      *items;        /* of VacBatchItem; NULL before the first look */
  VacChange      *change;       /* the same */
  GCancellable   *cancellable;  /* of what is under way, NULL when nothing is */

  Phase           phase;
  guint n_hits;  /* that are listed, or wait to be */
  gint64 listed; /* when rows were listed last */
};

G_DEFINE_FINAL_TYPE (VacManyPreview, vac_many_preview, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_CAN_APPLY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Going through the postings once. */
typedef struct
{
  VacManyPreview *self;         /* owned */
  GCancellable   *cancellable;  /* owned; another than that of @self when it is out of date */
} Run;

static void
run_free (Run *run)
{
  g_object_unref (run->self);
  g_object_unref (run->cancellable);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static gboolean
is_current (Run *run)
{
  return run->self->cancellable == run->cancellable;
}

static void
stop (VacManyPreview *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Saying where things are */

static guint
count_chosen (VacManyPreview *self,
              guint          *n_postings)
{
  guint n = 0;

  *n_postings = 0;
  for (guint i = 0; self->items != NULL && i < self->items->len; i++)
    {
      const guint chosen = vac_many_row_count_chosen (g_ptr_array_index (self->items, i));

      n += chosen;
      *n_postings += chosen > 0;
    }

  return n;
}

static char *
describe_chosen (VacManyPreview *self)
{
  guint n_postings;
  const guint n = count_chosen (self, &n_postings);
  g_autofree char *places = g_strdup_printf (ngettext ("%u place", "%u places", n), n);
  g_autofree char *postings = g_strdup_printf (ngettext ("%u posting", "%u postings", n_postings),
                                               n_postings);

  /* Translators: "3 places in 2 postings" */
  return g_strdup_printf (_("%s in %s"), places, postings);
}

static char *
describe (VacManyPreview *self)
{
  switch (self->phase)
    {
    case PHASE_LOOKING:
    case PHASE_SHOWN:
      return describe_chosen (self);
    case PHASE_TOO_MANY:
      return g_strdup_printf (_("There are more than %d places."), MOST_HITS);
    case PHASE_CHANGED:
    case PHASE_UNDONE:
      return vac_many_sum_up (self->items);
    case PHASE_EMPTY:
    case PHASE_WRITING:
    default:
      return g_strdup ("");
    }
}

static void
update (VacManyPreview *self)
{
  g_autofree char *text = describe (self);
  const gboolean busy = self->phase == PHASE_LOOKING || self->phase == PHASE_WRITING;

  gtk_label_set_text (self->summary, text);
  gtk_widget_set_visible (self->undo_button, self->phase == PHASE_CHANGED);
  gtk_widget_set_opacity (GTK_WIDGET (self->progress), busy ? 1 : 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), self->phase != PHASE_WRITING);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_APPLY]);
}

static void
show_empty (VacManyPreview *self,
            const char     *title)
{
  adw_status_page_set_title (self->empty_page, title);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

/* Rows */

static guint
count_rows (VacManyPreview *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

static void
list_waiting (VacManyPreview *self)
{
  if (self->waiting->len == 0)
    return;
  g_list_store_splice (self->rows, count_rows (self), 0, self->waiting->pdata, self->waiting->len);
  g_ptr_array_set_size (self->waiting, 0);
  self->listed = g_get_monotonic_time ();
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
clear_rows (VacManyPreview *self)
{
  g_list_store_remove_all (self->rows);
  g_ptr_array_set_size (self->waiting, 0);
  self->n_hits = 0;
}

/* A posting and below it its places. */
static void
append_rows (VacManyPreview  *self,
             VacBatchItem    *item,
             VacManyRowFlags  flags)
{
  GPtrArray *hits = flags & VAC_MANY_ROW_RESULT ? NULL : vac_batch_item_get_hits (item);

  g_ptr_array_add (self->waiting, vac_many_row_new (item, VAC_MANY_ROW_WHOLE, flags));
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    g_ptr_array_add (self->waiting, vac_many_row_new (item, i, flags));
  self->n_hits += hits != NULL ? hits->len : 0;
  if (count_rows (self) < FIRST_ROWS || g_get_monotonic_time () - self->listed > PAUSE)
    list_waiting (self);
}

static void
set_progress (VacManyPreview *self,
              guint           n_done)
{
  gtk_progress_bar_set_fraction (self->progress, (double) n_done / MAX (self->items->len, 1));
}

/* Looking */

static void
on_looked_at_cb (VacBatchItem *item,
                 guint         n_done,
                 gpointer      user_data)
{
  Run *run = user_data;
  VacManyPreview *self = run->self;
  const VacBatchState state = vac_batch_item_get_state (item);

  if (!is_current (run) || self->phase != PHASE_LOOKING)
    return;
  set_progress (self, n_done);
  if (state == VAC_BATCH_FAILED)
    append_rows (self, item, VAC_MANY_ROW_NONE);
  else if (state == VAC_BATCH_CHANGED)
    append_rows (self, item, VAC_MANY_ROW_CHOOSE);
  if (self->n_hits > MOST_HITS)
    {
      self->phase = PHASE_TOO_MANY;
      g_cancellable_cancel (run->cancellable);
    }
}

static void
on_looked_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Run) run = user_data;
  VacManyPreview *self = run->self;

  vac_batch_run_finish (result, NULL);
  if (!is_current (run))
    return;
  g_clear_object (&self->cancellable);
  if (self->phase == PHASE_LOOKING)
    self->phase = PHASE_SHOWN;
  list_waiting (self);
  if (count_rows (self) == 0)
    show_empty (self, _("Nothing Would Change"));
  update (self);
}

static Run *
start (VacManyPreview *self,
       Phase           phase)
{
  Run *run = g_new0 (Run, 1);

  stop (self);
  self->cancellable = g_cancellable_new ();
  self->phase = phase;
  run->self = g_object_ref (self);
  run->cancellable = g_object_ref (self->cancellable);
  clear_rows (self);
  set_progress (self, 0);
  update (self);

  return run;
}

/*
 * vac_many_preview_look:
 * @change: what might be done
 *
 * Goes through the selected postings, and lists what it would do.
 */
void
vac_many_preview_look (VacManyPreview *self,
                       VacChange      *change)
{
  Run *run;

  if (self->phase == PHASE_WRITING)
    return;
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = vac_many_list_items (self->many);
  vac_change_ref (change);
  g_clear_pointer (&self->change, vac_change_unref);
  self->change = change;
  run = start (self, PHASE_LOOKING);
  vac_many_run_async (self->many, self->items, change, VAC_BATCH_LOOK, on_looked_at_cb, run,
                      run->cancellable, on_looked_cb, run);
}

/*
 * vac_many_preview_clear:
 * @title: what is missing before there is anything to do
 */
void
vac_many_preview_clear (VacManyPreview *self,
                        const char     *title)
{
  if (self->phase == PHASE_WRITING)
    return;
  stop (self);
  self->phase = PHASE_EMPTY;
  clear_rows (self);
  show_empty (self, title);
  update (self);
}

/* Changing */

static void
on_written_cb (VacBatchItem *item,
               guint         n_done,
               gpointer      user_data)
{
  Run *run = user_data;

  if (is_current (run))
    set_progress (run->self, n_done);
}

static void
show_results (VacManyPreview *self)
{
  clear_rows (self);
  for (guint i = 0; i < self->items->len; i++)
    {
      VacBatchItem *item = g_ptr_array_index (self->items, i);

      if (vac_batch_item_get_state (item) != VAC_BATCH_UNCHANGED)
        append_rows (self, item, VAC_MANY_ROW_RESULT);
    }
  list_waiting (self);
  if (count_rows (self) == 0)
    show_empty (self, _("Nothing Was Changed"));
}

static void
offer_undo (VacManyPreview *self)
{
  g_autofree char *sentence = vac_many_sum_up (self->items);

  vac_many_offer_undo (self->many, self->items, sentence);
}

/* Whoever closed the window meanwhile hears of it there. */
static void
on_done_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Run) run = user_data;
  VacManyPreview *self = run->self;
  gboolean changed = FALSE;

  vac_batch_run_finish (result, NULL);
  if (!is_current (run))
    {
      offer_undo (self);
      return;
    }
  g_clear_object (&self->cancellable);
  for (guint i = 0; i < self->items->len; i++)
    changed |= vac_batch_item_get_state (g_ptr_array_index (self->items, i)) == VAC_BATCH_CHANGED;
  self->phase = changed ? PHASE_CHANGED : PHASE_UNDONE;
  show_results (self);
  update (self);
}

static void
run_task (VacManyPreview *self,
       VacBatchTask    task)
{
  Run *run = start (self, PHASE_WRITING);

  show_empty (self, task == VAC_BATCH_UNDO ? _("Undoing Changes…") : _("Changing Postings…"));
  vac_many_run_async (self->many, self->items, task == VAC_BATCH_UNDO ? NULL : self->change, task,
                      on_written_cb, run, run->cancellable, on_done_cb, run);
}

/*
 * vac_many_preview_can_apply:
 *
 * Returns: whether it says what would change, and some of that is chosen
 */
gboolean
vac_many_preview_can_apply (VacManyPreview *self)
{
  guint n_postings;

  return self->phase == PHASE_SHOWN && count_chosen (self, &n_postings) > 0;
}

/*
 * vac_many_preview_apply:
 *
 * Changes what is chosen.
 */
void
vac_many_preview_apply (VacManyPreview *self)
{
  if (vac_many_preview_can_apply (self))
    run_task (self, VAC_BATCH_APPLY);
}

/*
 * vac_many_preview_leave:
 *
 * Before its window closes: stops what is under way, and leaves it to the list to take back what
 * was done.
 */
void
vac_many_preview_leave (VacManyPreview *self)
{
  if (self->phase == PHASE_CHANGED)
    offer_undo (self);
  stop (self);
}

static void
on_undo_clicked_cb (GtkButton      *button,
                    VacManyPreview *self)
{
  run_task (self, VAC_BATCH_UNDO);
}

/* Of a posting that is chosen or not, all places are; and the other way round. */
static void
update_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  VacManyPreview *self = VAC_MANY_PREVIEW (widget);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VacManyRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      g_signal_emit_by_name (row, "changed");
    }
  update (self);
}

void
vac_many_preview_set_many (VacManyPreview *self,
                           VacMany        *many)
{
  g_set_object (&self->many, many);
}

static void
vac_many_preview_dispose (GObject *object)
{
  stop (VAC_MANY_PREVIEW (object));

  G_OBJECT_CLASS (vac_many_preview_parent_class)->dispose (object);
}

static void
vac_many_preview_finalize (GObject *object)
{
  VacManyPreview *self = VAC_MANY_PREVIEW (object);

  g_clear_object (&self->many);
  g_clear_object (&self->rows);
  g_ptr_array_unref (self->waiting);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->change, vac_change_unref);

  G_OBJECT_CLASS (vac_many_preview_parent_class)->finalize (object);
}

static void
vac_many_preview_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_CAN_APPLY)
    g_value_set_boolean (value, vac_many_preview_can_apply (VAC_MANY_PREVIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vac_many_preview_class_init (VacManyPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vac_many_preview_dispose;
  object_class->finalize = vac_many_preview_finalize;
  object_class->get_property = vac_many_preview_get_property;

  /**
   * VacManyPreview:can-apply:
   *
   * Whether it says what would change, and some of that is chosen. Notified whenever something
   * about the preview changes.
   */
  properties[PROP_CAN_APPLY] =
    g_param_spec_boolean ("can-apply", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "preview.update", NULL, update_action);
  gtk_widget_class_set_template_from_resource (
      widget_class, VAC_RESOURCE_PATH "/library-view/vac-many-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, VacManyPreview, progress);
  gtk_widget_class_bind_template_child (widget_class, VacManyPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, VacManyPreview, empty_page);
  gtk_widget_class_bind_template_child (widget_class, VacManyPreview, list);
  gtk_widget_class_bind_template_child (widget_class, VacManyPreview, summary);
  gtk_widget_class_bind_template_child (widget_class, VacManyPreview, undo_button);
  gtk_widget_class_bind_template_callback (widget_class, on_undo_clicked_cb);
}

static void
vac_many_preview_init (VacManyPreview *self)
{
  g_autoptr (GtkListItemFactory) factory = vac_many_row_make_factory ();
  g_autoptr (GtkSelectionModel) model = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_list_store_new (VAC_TYPE_MANY_ROW);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  gtk_list_view_set_model (self->list, model);
  gtk_list_view_set_factory (self->list, factory);
}
