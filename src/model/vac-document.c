/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-document"

#include "config.h"

#include "vac-document.h"
#include "vac-edit-private.h"
#include "vac-history.h"
#include "vac-node-private.h"

/* The properties that follow from the history, as they were last told of. */
typedef struct
{
  gboolean can_undo;
  gboolean can_redo;
  gboolean modified;
  char    *undo_label;
  char    *redo_label;
} Facts;

/**
 * VacDocument:
 *
 * A posting: one tree, changed through vac_document_apply() alone, with its history and the
 * numbers of its states. "Modified" is a comparison of state numbers, so undoing back to what was
 * saved is clean again.
 */
struct _VacDocument
{
  GObject     parent_instance;

  /* Owned */
  VacNode    *root;
  VacHistory *history;
  GPtrArray  *untold;        /* the nodes that changed since "changed" was last emitted, in order */
  GHashTable *untold_set;    /* the same, to hold each of them once */
  Facts       told;

  /* Of the root, by role: what stands in no list, which no edit replaces, as far as it has been
   * asked for. */
  VacNode    *members[VAC_N_ROLES];

  /* Borrowed */
  VacDocumentGuard guard;    /* NULL for none */
  gpointer    guard_data;

  guint64     last_state;    /* the greatest number given out so far */
  guint64     saved_state;
  gboolean    read_only;
};

G_DEFINE_FINAL_TYPE (VacDocument, vac_document, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_MODIFIED,
  PROP_READ_ONLY,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
tell_flag (VacDocument *self,
           guint        property,
           gboolean    *told,
           gboolean     now)
{
  if (*told == now)
    return;
  *told = now;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
tell_label (VacDocument *self,
            guint        property,
            char       **told,
            const char  *now)
{
  if (g_strcmp0 (*told, now) == 0)
    return;
  g_free (*told);
  *told = g_strdup (now);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
tell_facts (VacDocument *self)
{
  tell_flag (self, PROP_CAN_UNDO, &self->told.can_undo, vac_document_get_can_undo (self));
  tell_flag (self, PROP_CAN_REDO, &self->told.can_redo, vac_document_get_can_redo (self));
  tell_label (self, PROP_UNDO_LABEL, &self->told.undo_label, vac_document_get_undo_label (self));
  tell_label (self, PROP_REDO_LABEL, &self->told.redo_label, vac_document_get_redo_label (self));
  tell_flag (self, PROP_MODIFIED, &self->told.modified, vac_document_get_modified (self));
}

static void
note_changed (VacNode *node,
              gpointer user_data)
{
  VacDocument *self = user_data;

  if (g_hash_table_add (self->untold_set, node))
    g_ptr_array_add (self->untold, g_object_ref (node));
}

/* Tells all that has become different, unless a step is open, at whose end it is told. A node that
 * has left the document by then is not spoken of: the list that lost it is. */
static void
tell (VacDocument *self)
{
  g_autoptr (GPtrArray) changed = NULL;

  if (vac_history_is_open (self->history))
    return;

  if (self->untold->len > 0)
    {
      changed = g_steal_pointer (&self->untold);
      self->untold = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_remove_all (self->untold_set);
    }
  for (guint i = 0; changed != NULL && i < changed->len; i++)
    if (vac_node_get_root (g_ptr_array_index (changed, i)) == self->root)
      g_signal_emit (self, signals[CHANGED], 0, g_ptr_array_index (changed, i));
  tell_facts (self);
}

static void
vac_document_finalize (GObject *object)
{
  VacDocument *self = VAC_DOCUMENT (object);

  g_clear_pointer (&self->history, vac_history_free);
  g_clear_pointer (&self->untold, g_ptr_array_unref);
  g_clear_pointer (&self->untold_set, g_hash_table_unref);
  g_clear_pointer (&self->told.undo_label, g_free);
  g_clear_pointer (&self->told.redo_label, g_free);
  g_clear_object (&self->root);

  G_OBJECT_CLASS (vac_document_parent_class)->finalize (object);
}

static void
vac_document_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  VacDocument *self = VAC_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, vac_document_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, vac_document_get_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, vac_document_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, vac_document_get_redo_label (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, vac_document_get_modified (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_document_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  VacDocument *self = VAC_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_READ_ONLY:
      vac_document_set_read_only (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_document_class_init (VacDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vac_document_finalize;
  object_class->get_property = vac_document_get_property;
  object_class->set_property = vac_document_set_property;

  /**
   * VacDocument:can-undo:
   *
   * Whether there is a step to undo.
   */
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable);

  /**
   * VacDocument:can-redo:
   *
   * Whether there is a step to redo.
   */
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable);

  /**
   * VacDocument:undo-label:
   *
   * As vac_document_get_undo_label().
   */
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, readable);

  /**
   * VacDocument:redo-label:
   *
   * As vac_document_get_redo_label().
   */
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, readable);

  /**
   * VacDocument:modified:
   *
   * Whether the document differs from what was saved last.
   */
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, readable);

  /**
   * VacDocument:read-only:
   *
   * Whether edits are refused, as for a file of a newer version.
   */
  properties[PROP_READ_ONLY] =
    g_param_spec_boolean ("read-only", NULL, NULL, FALSE, readable | G_PARAM_WRITABLE);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * VacDocument::changed:
   * @node: the node that changed: a leaf whose text is another, or a list with other elements
   *
   * Emitted after an edit; after a step, or after it was undone or redone, once for every node that
   * it changed and that is still in the document. All properties have their new values by then.
   * Handlers only schedule work.
   */
  signals[CHANGED] = g_signal_new ("changed", VAC_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, VAC_TYPE_NODE);
}

static void
vac_document_init (VacDocument *self)
{
  self->history = vac_history_new ();
  self->untold = g_ptr_array_new_with_free_func (g_object_unref);
  self->untold_set = g_hash_table_new (NULL, NULL);
}

/**
 * vac_document_new:
 *
 * Returns: (transfer full): an empty document of the format that we write
 */
VacDocument *
vac_document_new (void)
{
  g_autofree char *version = g_strdup_printf ("%d", VAC_FORMAT_VERSION);
  g_autoptr (VacNode) root = vac_node_new_record (vac_schema_get_root (),
                                                  VAC_ROLE_FORMAT, VAC_FORMAT_ID,
                                                  VAC_ROLE_VERSION, version,
                                                  VAC_ROLE_NONE);

  return vac_document_new_for_root (root);
}

/**
 * vac_document_new_for_root:
 * @root: a node of the document's own field, which belongs to no document
 *
 * Returns: (transfer full): a document that nobody has changed
 */
VacDocument *
vac_document_new_for_root (VacNode *root)
{
  VacDocument *self;

  g_return_val_if_fail (VAC_IS_NODE (root), NULL);
  g_return_val_if_fail (vac_node_get_role (root) == VAC_ROLE_DOCUMENT ||
                        vac_node_get_role (root) == VAC_ROLE_RATING, NULL);

  self = g_object_new (VAC_TYPE_DOCUMENT, NULL);
  self->root = g_object_ref (root);

  return self;
}

/* Looks for the record that has the role, from the outermost one in. Any thread may ask. */
static VacNode *
find_member (VacDocument *self,
             VacRole      role)
{
  const VacField *root = vac_node_get_field (self->root);
  const VacField *owner = vac_schema_get_owner (root, role);
  VacNode *record = owner == NULL   ? NULL
                    : owner == root ? self->root
                                    : vac_document_get (self, owner->role);
  VacNode *member = record != NULL ? vac_node_get (record, role) : NULL;

  g_atomic_pointer_set (&self->members[role], member);

  return member;
}

/**
 * vac_document_get:
 * @self: a document
 * @role: a role that only one node has: one that is in no list
 *
 * Returns: (transfer none): the node with that role
 */
VacNode *
vac_document_get (VacDocument *self,
                  VacRole      role)
{
  VacNode *member;

  g_return_val_if_fail (VAC_IS_DOCUMENT (self) && role < VAC_N_ROLES, NULL);

  member = g_atomic_pointer_get (&self->members[role]);
  if (member == NULL)
    member = find_member (self, role);
  g_return_val_if_fail (member != NULL, NULL);

  return member;
}

/**
 * vac_document_get_root:
 * @self: a document
 *
 * Returns: (transfer none): the tree
 */
VacNode *
vac_document_get_root (VacDocument *self)
{
  g_return_val_if_fail (VAC_IS_DOCUMENT (self), NULL);

  return self->root;
}

/**
 * vac_document_get_read_only:
 * @self: a document
 *
 * Returns: whether edits are refused
 */
gboolean
vac_document_get_read_only (VacDocument *self)
{
  g_return_val_if_fail (VAC_IS_DOCUMENT (self), TRUE);

  return self->read_only;
}

/**
 * vac_document_set_read_only:
 * @self: a document
 * @read_only: whether to refuse edits
 */
void
vac_document_set_read_only (VacDocument *self,
                            gboolean     read_only)
{
  g_return_if_fail (VAC_IS_DOCUMENT (self));

  read_only = !!read_only;
  if (self->read_only == read_only)
    return;

  self->read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
  tell (self);
}

/**
 * vac_document_apply:
 * @self: a document
 * @edit: what to change
 *
 * The only way in which a document changes. Performs the edit, records it in the history, takes a
 * new state number and emits #VacDocument::changed, in a step at its end. An edit that would change
 * nothing is not recorded. A node that is inserted belongs to the document afterwards; one that is
 * removed lives on in the history.
 *
 * Returns: whether the document is now as @edit says; %FALSE when it is read-only, or its guard
 *   refuses
 */
gboolean
vac_document_apply (VacDocument   *self,
                    const VacEdit *edit)
{
  g_return_val_if_fail (VAC_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (edit != NULL && VAC_IS_NODE (edit->node), FALSE);
  g_return_val_if_fail (vac_edit_is_possible (edit, self->root), FALSE);
  g_return_val_if_fail (edit->text == NULL || g_utf8_validate (edit->text, -1, NULL), FALSE);

  if (self->read_only)
    return FALSE;
  if (vac_edit_is_nothing (edit))
    return TRUE;
  if (self->guard != NULL && !self->guard (self, edit, self->guard_data))
    return FALSE;

  note_changed (vac_history_perform (self->history, edit, ++self->last_state, self->saved_state),
                self);
  tell (self);

  return TRUE;
}

/**
 * vac_document_set_guard:
 * @self: a document
 * @guard: (nullable): is asked about each edit before it is made; %NULL for nobody
 * @user_data: for @guard
 *
 * Undo and redo are not asked about: they lead to what the document was.
 */
void
vac_document_set_guard (VacDocument      *self,
                        VacDocumentGuard  guard,
                        gpointer          user_data)
{
  g_return_if_fail (VAC_IS_DOCUMENT (self));

  self->guard = guard;
  self->guard_data = user_data;
}

/**
 * vac_document_begin_step:
 * @self: a document
 * @label: what the person did, for the undo button; translated
 *
 * All edits until the matching vac_document_end_step() are undone and redone together, and told of
 * together at the end. Who asks in between hears what will be true then, but nothing can be undone
 * or redone until then. Steps may nest; the outermost one counts.
 */
void
vac_document_begin_step (VacDocument *self,
                         const char  *label)
{
  g_return_if_fail (VAC_IS_DOCUMENT (self));

  vac_history_begin (self->history, label);
}

/**
 * vac_document_end_step:
 * @self: a document
 *
 * Ends what vac_document_begin_step() began. A step without edits leaves no trace and says nothing.
 */
void
vac_document_end_step (VacDocument *self)
{
  g_return_if_fail (VAC_IS_DOCUMENT (self));

  vac_history_end (self->history);
  tell (self);
}

/**
 * vac_document_join_steps:
 * @self: a document
 * @state: a state that it was in
 *
 * Makes one step of all that happened since @state, so that what one entry into a field led to is
 * undone and redone together. A state that was saved in between stays one that undo leads to.
 * Within a step this does nothing.
 */
void
vac_document_join_steps (VacDocument *self,
                         guint64      state)
{
  g_return_if_fail (VAC_IS_DOCUMENT (self));

  if (vac_history_is_open (self->history))
    return;

  vac_history_join (self->history, state, self->saved_state);
  tell (self);
}

/**
 * vac_document_add_barrier:
 * @self: a document
 *
 * Keeps the next edit from becoming part of the step before it: called at focus-out and save.
 */
void
vac_document_add_barrier (VacDocument *self)
{
  g_return_if_fail (VAC_IS_DOCUMENT (self));

  vac_history_add_barrier (self->history);
}

/**
 * vac_document_undo:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the node to show: the leaf, or the element that came back,
 *   or the list that lost one; %NULL when there is nothing to undo
 */
VacNode *
vac_document_undo (VacDocument *self)
{
  VacNode *reveal;

  g_return_val_if_fail (VAC_IS_DOCUMENT (self), NULL);

  if (!vac_document_get_can_undo (self) || vac_history_is_open (self->history))
    return NULL;

  reveal = vac_history_undo (self->history, note_changed, self);
  tell (self);

  return reveal;
}

/**
 * vac_document_redo:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the node to show, as for vac_document_undo()
 */
VacNode *
vac_document_redo (VacDocument *self)
{
  VacNode *reveal;

  g_return_val_if_fail (VAC_IS_DOCUMENT (self), NULL);

  if (!vac_document_get_can_redo (self) || vac_history_is_open (self->history))
    return NULL;

  reveal = vac_history_redo (self->history, note_changed, self);
  tell (self);

  return reveal;
}

/**
 * vac_document_get_can_undo:
 * @self: a document
 *
 * Returns: whether there is a step to undo
 */
gboolean
vac_document_get_can_undo (VacDocument *self)
{
  g_return_val_if_fail (VAC_IS_DOCUMENT (self), FALSE);

  return !self->read_only && vac_history_can_undo (self->history);
}

/**
 * vac_document_get_can_redo:
 * @self: a document
 *
 * Returns: whether there is a step to redo
 */
gboolean
vac_document_get_can_redo (VacDocument *self)
{
  g_return_val_if_fail (VAC_IS_DOCUMENT (self), FALSE);

  return !self->read_only && vac_history_can_redo (self->history);
}

/**
 * vac_document_get_undo_label:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what the step to undo did, translated; %NULL for typing
 */
const char *
vac_document_get_undo_label (VacDocument *self)
{
  g_return_val_if_fail (VAC_IS_DOCUMENT (self), NULL);

  return vac_history_get_undo_label (self->history);
}

/**
 * vac_document_get_redo_label:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what the step to redo does, translated; %NULL for typing
 */
const char *
vac_document_get_redo_label (VacDocument *self)
{
  g_return_val_if_fail (VAC_IS_DOCUMENT (self), NULL);

  return vac_history_get_redo_label (self->history);
}

/**
 * vac_document_get_state:
 * @self: a document
 *
 * Returns: the number of the state that the document is in; the same number is the same content
 */
guint64
vac_document_get_state (VacDocument *self)
{
  g_return_val_if_fail (VAC_IS_DOCUMENT (self), 0);

  return vac_history_get_state (self->history);
}

/**
 * vac_document_get_saved_state:
 * @self: a document
 *
 * Returns: the number of the state that was saved last
 */
guint64
vac_document_get_saved_state (VacDocument *self)
{
  g_return_val_if_fail (VAC_IS_DOCUMENT (self), 0);

  return self->saved_state;
}

/**
 * vac_document_mark_saved:
 * @self: a document
 * @state: the number of the state whose bytes are now on disk, captured together with them
 */
void
vac_document_mark_saved (VacDocument *self,
                         guint64      state)
{
  g_return_if_fail (VAC_IS_DOCUMENT (self));

  self->saved_state = state;
  vac_history_add_barrier (self->history);
  tell (self);
}

/**
 * vac_document_get_modified:
 * @self: a document
 *
 * Returns: whether the document differs from what was saved last
 */
gboolean
vac_document_get_modified (VacDocument *self)
{
  g_return_val_if_fail (VAC_IS_DOCUMENT (self), FALSE);

  return vac_document_get_state (self) != self->saved_state;
}
