/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-history"

#include "config.h"

#include <string.h>

#include "vac-history.h"
#include "vac-node-private.h"
#include "vac-span.h"

/* One edit as it was performed, with what is needed to take it back. */
typedef struct
{
  VacEditKind  kind;
  VacNode     *node;       /* owned: the leaf or the element, or the first of @nodes */
  GPtrArray   *nodes;      /* insert: all elements when there are more */
  VacNode     *list;       /* owned: for the other kinds than set */
  guint        from;       /* remove, move: the position before */
  guint        to;         /* insert, move: the position after */
  gsize        start;      /* set: where, in bytes */
  GString     *removed;    /* set: what stood there */
  GString     *inserted;   /* set: what stands there now */
  char        *raw;        /* set, insert, set raw: the JSON that it takes the place of */
  char        *new_raw;    /* set raw: what is kept now */
} Change;

/* What typing may continue. */
typedef enum
{
  RUN_NONE,
  RUN_INSERT,
  RUN_DELETE,       /* by Backspace or Delete, a character at a time */
  RUN_SELECTION,    /* more than a character at once: what is typed next replaces it */
} Run;

typedef struct
{
  GPtrArray *changes;   /* of Change */
  char      *label;     /* nullable */
  guint64    before;    /* state numbers */
  guint64    after;
  Run        run;
} Step;

struct _VacHistory
{
  GPtrArray *steps;      /* of Step */
  guint      done;       /* how many of them are in effect */
  Step      *open;       /* borrowed: the compound step that is being recorded */
  char      *label;      /* of the compound step, until its first edit makes one */
  guint      depth;
  gboolean   barrier;
};

static void
change_free (gpointer data)
{
  Change *self = data;

  g_clear_object (&self->node);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_object (&self->list);
  if (self->removed != NULL)
    g_string_free (self->removed, TRUE);
  if (self->inserted != NULL)
    g_string_free (self->inserted, TRUE);
  g_free (self->raw);
  g_free (self->new_raw);
  g_free (self);
}

static void
step_free (gpointer data)
{
  Step *self = data;

  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_free (self->label);
  g_free (self);
}

static GPtrArray *
copy_nodes (GPtrArray *nodes)
{
  GPtrArray *copy = g_ptr_array_new_full (nodes->len, g_object_unref);

  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (copy, g_object_ref (g_ptr_array_index (nodes, i)));

  return copy;
}

static void
insert_elements (Change *self)
{
  if (self->nodes != NULL)
    vac_node_insert_children (self->list, self->to, (VacNode **) self->nodes->pdata,
                              self->nodes->len);
  else
    vac_node_insert_children (self->list, self->to, &self->node, 1);
}

static Change *
change_new (const VacEdit *edit)
{
  Change *self = g_new0 (Change, 1);
  VacNode *list = edit->kind == VAC_EDIT_INSERT ? edit->list : vac_node_get_parent (edit->node);

  self->kind = edit->kind;
  self->node = g_object_ref (edit->node);

  if (edit->kind == VAC_EDIT_SET)
    {
      const char *old_text = vac_node_get_text (edit->node);
      VacSpan span = vac_span_between (old_text, edit->text);

      self->start = span.start;
      self->removed = g_string_new_len (old_text + span.start, (gssize) span.old_length);
      self->inserted = g_string_new_len (edit->text + span.start, (gssize) span.new_length);
      self->raw = g_strdup (vac_node_get_raw (edit->node));
      return self;
    }
  if (edit->kind == VAC_EDIT_SET_RAW)
    {
      self->raw = g_strdup (vac_node_get_raw (edit->node));
      self->new_raw = g_strdup (edit->text);
      return self;
    }

  self->list = g_object_ref (list);
  self->to = edit->position;
  if (edit->kind == VAC_EDIT_INSERT)
    self->raw = g_strdup (vac_node_get_raw (list));
  if (edit->kind == VAC_EDIT_INSERT && edit->nodes != NULL)
    self->nodes = copy_nodes (edit->nodes);
  if (edit->kind != VAC_EDIT_INSERT)
    self->from = vac_node_get_position (edit->node);

  return self;
}

/* Listeners hear of a leaf by its text. */
static VacNode *
keep_raw (Change     *self,
          const char *raw)
{
  vac_node_set_raw (self->node, raw);
  if (vac_node_get_kind (self->node) != VAC_KIND_OPAQUE &&
      vac_field_is_leaf (vac_node_get_field (self->node)))
    vac_node_replace_text (self->node, 0, 0, "");

  return self->node;
}

/* A value of another type than the schema's is kept until somebody edits the field, and comes back
 * with undo. It goes before the change is announced and comes back before that, too. */
static VacNode *
change_do (Change *self)
{
  switch (self->kind)
    {
    case VAC_EDIT_SET:
      vac_node_set_raw (self->node, NULL);
      vac_node_replace_text (self->node, self->start, self->removed->len, self->inserted->str);
      return self->node;
    case VAC_EDIT_INSERT:
      vac_node_set_raw (self->list, NULL);
      insert_elements (self);
      return self->list;
    case VAC_EDIT_REMOVE:
      vac_node_remove_child (self->list, self->from);
      return self->list;
    case VAC_EDIT_MOVE:
      vac_node_move_child (self->list, self->from, self->to);
      return self->list;
    case VAC_EDIT_SET_RAW:
      return keep_raw (self, self->new_raw);
    default:
      g_assert_not_reached ();
    }
}

static VacNode *
change_undo (Change *self)
{
  switch (self->kind)
    {
    case VAC_EDIT_SET:
      vac_node_set_raw (self->node, self->raw);
      vac_node_replace_text (self->node, self->start, self->inserted->len, self->removed->str);
      return self->node;
    case VAC_EDIT_INSERT:
      vac_node_set_raw (self->list, self->raw);
      vac_node_remove_children (self->list, self->to, self->nodes != NULL ? self->nodes->len : 1);
      return self->list;
    case VAC_EDIT_REMOVE:
      vac_node_insert_child (self->list, self->from, self->node);
      return self->list;
    case VAC_EDIT_MOVE:
      vac_node_move_child (self->list, self->to, self->from);
      return self->list;
    case VAC_EDIT_SET_RAW:
      return keep_raw (self, self->raw);
    default:
      g_assert_not_reached ();
    }
}

static VacNode *
change_get_reveal (Change *self)
{
  return self->list != NULL && vac_node_get_parent (self->node) == NULL ? self->list : self->node;
}

static Run
get_run (Change *change)
{
  if (change->kind != VAC_EDIT_SET)
    return RUN_NONE;
  if (change->removed->len == 0)
    return RUN_INSERT;
  if (change->inserted->len > 0)
    return RUN_INSERT;   /* a replacement, continued like what was put in */

  return g_utf8_strlen (change->removed->str, (gssize) change->removed->len) > 1 ? RUN_SELECTION
                                                                                 : RUN_DELETE;
}

/* A run of typing ends where a new word begins, so that undo takes back words, not pages. */
static gboolean
begins_a_word (const GString *before,
               const GString *next)
{
  const char *last;

  if (before->len == 0)
    return FALSE;
  last = g_utf8_prev_char (before->str + before->len);
  if (strchr (next->str, '\n') != NULL)
    return TRUE;

  return g_unichar_isspace (g_utf8_get_char (last)) &&
         !g_unichar_isspace (g_utf8_get_char (next->str));
}

static gboolean
merge_insertion (Step   *step,
                 Change *last,
                 Change *next)
{
  if (next->removed->len > 0 || next->start != last->start + last->inserted->len)
    return FALSE;
  /* One character taken away may have been a selection of one; a run of Backspace was not. */
  if (step->run == RUN_DELETE && g_utf8_strlen (last->removed->str, -1) > 1)
    return FALSE;
  if (begins_a_word (last->inserted, next->inserted))
    return FALSE;

  g_string_append_len (last->inserted, next->inserted->str, (gssize) next->inserted->len);
  step->run = RUN_INSERT;

  return TRUE;
}

static gboolean
merge_deletion (Step   *step,
                Change *last,
                Change *next)
{
  if (step->run != RUN_DELETE || next->inserted->len > 0 || get_run (next) != RUN_DELETE)
    return FALSE;

  if (next->start + next->removed->len == last->start)   /* Backspace */
    {
      g_string_prepend_len (last->removed, next->removed->str, (gssize) next->removed->len);
      last->start = next->start;
      return TRUE;
    }
  if (next->start == last->start)   /* Delete */
    {
      g_string_append_len (last->removed, next->removed->str, (gssize) next->removed->len);
      return TRUE;
    }

  return FALSE;
}

static gboolean
merge (VacHistory *self,
       Change     *next,
       guint64     saved_state)
{
  Step *step;
  Change *last;

  if (self->barrier || self->depth > 0 || self->done == 0)
    return FALSE;
  step = g_ptr_array_index (self->steps, self->done - 1);
  if (step->run == RUN_NONE || step->after == saved_state || step->changes->len != 1)
    return FALSE;
  last = g_ptr_array_index (step->changes, 0);
  if (next->kind != VAC_EDIT_SET || last->node != next->node)
    return FALSE;

  return next->inserted->len > 0 ? merge_insertion (step, last, next)
                                 : merge_deletion (step, last, next);
}

static Step *
add_step (VacHistory *self)
{
  Step *step = g_new0 (Step, 1);

  step->changes = g_ptr_array_new_with_free_func (change_free);
  step->before = vac_history_get_state (self);
  step->label = g_strdup (self->label);
  g_ptr_array_set_size (self->steps, (int) self->done);
  g_ptr_array_add (self->steps, step);
  self->done++;

  return step;
}

static void
record (VacHistory *self,
        Change     *change,
        guint64     state,
        guint64     saved_state)
{
  Step *step;

  /* What was undone is forgotten first: a step that typing may continue is then the last one. */
  g_ptr_array_set_size (self->steps, (int) self->done);

  if (merge (self, change, saved_state))
    {
      step = g_ptr_array_index (self->steps, self->done - 1);
      change_free (change);
    }
  else
    {
      step = self->open != NULL ? self->open : add_step (self);
      g_ptr_array_add (step->changes, change);
      step->run = self->depth > 0 ? RUN_NONE : get_run (change);
      if (self->depth > 0)
        self->open = step;
    }

  step->after = state;
  self->barrier = FALSE;
}

/*
 * vac_history_new:
 *
 * Returns: (transfer full): an empty history, in state 0
 */
VacHistory *
vac_history_new (void)
{
  VacHistory *self = g_new0 (VacHistory, 1);

  self->steps = g_ptr_array_new_with_free_func (step_free);

  return self;
}

void
vac_history_free (VacHistory *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self->label);
  g_free (self);
}

/*
 * vac_history_perform:
 * @edit: possible, and not without effect
 * @state: the number of the state it leads to
 * @saved_state: the state to keep reachable by undo
 *
 * Returns: (transfer none): the node that changed
 */
VacNode *
vac_history_perform (VacHistory    *self,
                     const VacEdit *edit,
                     guint64        state,
                     guint64        saved_state)
{
  Change *change = change_new (edit);
  VacNode *changed = change_do (change);

  record (self, change, state, saved_state);

  return changed;
}

void
vac_history_begin (VacHistory *self,
                   const char *label)
{
  if (self->depth++ > 0)
    return;
  g_free (self->label);
  self->label = g_strdup (label);
}

void
vac_history_end (VacHistory *self)
{
  g_return_if_fail (self->depth > 0);

  if (--self->depth > 0)
    return;
  if (self->open != NULL)
    self->barrier = TRUE;
  self->open = NULL;
  g_clear_pointer (&self->label, g_free);
}

gboolean
vac_history_is_open (VacHistory *self)
{
  return self->depth > 0;
}

/*
 * vac_history_join:
 * @state: a state that the document was in
 * @saved_state: the state to keep reachable by undo
 *
 * Makes one step of those that led from @state to here. Nothing happens when undo does not lead to
 * @state or passes by @saved_state on the way, or when there is something to redo.
 */
void
vac_history_join (VacHistory *self,
                  guint64     state,
                  guint64     saved_state)
{
  guint first = self->done;
  Step *step;

  g_return_if_fail (self->depth == 0);

  if (self->done < self->steps->len)
    return;
  while (first > 0 && ((Step *) g_ptr_array_index (self->steps, first - 1))->after != state)
    {
      step = g_ptr_array_index (self->steps, --first);
      if (step->before == state || step->before == saved_state)
        break;
    }
  if (first + 1 >= self->done)
    return;
  step = g_ptr_array_index (self->steps, first);
  if (step->before != state)
    return;

  for (guint i = first + 1; i < self->done; i++)
    {
      Step *next = g_ptr_array_index (self->steps, i);

      g_ptr_array_extend_and_steal (step->changes, g_steal_pointer (&next->changes));
      step->after = next->after;
      if (step->label == NULL)
        step->label = g_steal_pointer (&next->label);
    }
  step->run = RUN_NONE;
  self->done = first + 1;
  g_ptr_array_set_size (self->steps, (int) self->done);
}

void
vac_history_add_barrier (VacHistory *self)
{
  self->barrier = TRUE;
}

/*
 * vac_history_undo:
 * @changed: called for every change taken back, last first
 *
 * Returns: (transfer none): the node to show
 */
VacNode *
vac_history_undo (VacHistory    *self,
                  VacHistoryFunc changed,
                  gpointer       user_data)
{
  Step *step;

  g_return_val_if_fail (self->depth == 0 && self->done > 0, NULL);

  step = g_ptr_array_index (self->steps, --self->done);
  self->barrier = TRUE;
  for (guint i = step->changes->len; i > 0; i--)
    changed (change_undo (g_ptr_array_index (step->changes, i - 1)), user_data);

  return change_get_reveal (g_ptr_array_index (step->changes, 0));
}

/*
 * vac_history_redo:
 * @changed: called for every change performed again, first first
 *
 * Returns: (transfer none): the node to show: that of the first change, as undoing does, so that
 *   going back and forth stays in one place
 */
VacNode *
vac_history_redo (VacHistory    *self,
                  VacHistoryFunc changed,
                  gpointer       user_data)
{
  Step *step;

  g_return_val_if_fail (self->depth == 0 && self->done < self->steps->len, NULL);

  step = g_ptr_array_index (self->steps, self->done++);
  self->barrier = TRUE;
  for (guint i = 0; i < step->changes->len; i++)
    changed (change_do (g_ptr_array_index (step->changes, i)), user_data);

  return change_get_reveal (g_ptr_array_index (step->changes, 0));
}

gboolean
vac_history_can_undo (VacHistory *self)
{
  return self->done > 0;
}

gboolean
vac_history_can_redo (VacHistory *self)
{
  return self->done < self->steps->len;
}

const char *
vac_history_get_undo_label (VacHistory *self)
{
  return self->done > 0 ? ((Step *) g_ptr_array_index (self->steps, self->done - 1))->label : NULL;
}

const char *
vac_history_get_redo_label (VacHistory *self)
{
  return self->done < self->steps->len
             ? ((Step *) g_ptr_array_index (self->steps, self->done))->label
             : NULL;
}

guint64
vac_history_get_state (VacHistory *self)
{
  return self->done > 0 ? ((Step *) g_ptr_array_index (self->steps, self->done - 1))->after : 0;
}
