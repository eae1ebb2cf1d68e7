/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-finder"

#include "config.h"

#include <string.h>

#include "vac-finder.h"

/* How long a change of the posting waits until it is looked through again, in milliseconds:
 * somebody who types looks at the form. */
#define PAUSE 100

/**
 * VacFinder:
 *
 * Somebody's way through the places of a posting where some words are: which there are, while words
 * and posting change, and at which of them the user is.
 */
struct _VacFinder
{
  GObject          parent_instance;

  /* Owned */
  VacDocument     *document;       /* nullable */
  GSignalGroup    *document_signals;
  char            *words;
  VacSearch       *search;         /* NULL while nothing is looked for */
  GArray          *matches;        /* of VacMatch */
  VacNode         *node;           /* nullable: where to go on from */

  VacPatternFlags  flags;
  VacSearchScope   scope;
  gsize            start;          /* there, in bytes */
  guint            current;        /* of matches; VAC_FINDER_NONE at none of them */
  guint            source;         /* looks through the posting again */
};

G_DEFINE_FINAL_TYPE (VacFinder, vac_finder, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_in_document (VacFinder *self,
                VacNode   *node)
{
  return node != NULL && vac_node_get_root (node) == vac_document_get_root (self->document);
}

/* Which match begins at the place, or comes after it; the first one after the last. */
static guint
find_next (VacFinder *self)
{
  guint next;

  if (self->matches->len == 0)
    return VAC_FINDER_NONE;
  if (!is_in_document (self, self->node))
    return 0;
  next = vac_search_find_from (self->matches, self->node, self->start);

  return next < self->matches->len ? next : 0;
}

static void
take_place (VacFinder      *self,
            const VacMatch *match)
{
  g_set_object (&self->node, match->node);
  self->start = match->start;
}

static gboolean
is_at_place (VacFinder *self,
             guint      match)
{
  const VacMatch *there = &g_array_index (self->matches, VacMatch, match);

  return there->node == self->node && there->start == self->start;
}

static void
look_through (VacFinder *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_array_set_size (self->matches, 0);
  if (self->search == NULL)
    return;
  g_array_unref (self->matches);
  self->matches = vac_search_find_all (self->search);
}

/* Whoever was at a match stays there, or is between two when it is no more. */
static void
look_again (VacFinder *self)
{
  const VacMatch *match = vac_finder_get_match (self);
  const guint n_before = self->matches->len;
  const gboolean was_at_match = match != NULL;

  if (was_at_match)
    take_place (self, match);
  look_through (self);
  self->current = was_at_match ? find_next (self) : VAC_FINDER_NONE;
  if (self->current != VAC_FINDER_NONE && !is_at_place (self, self->current))
    self->current = VAC_FINDER_NONE;
  if (n_before > 0 || self->matches->len > 0)
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
on_pause_over_cb (gpointer user_data)
{
  VacFinder *self = user_data;

  self->source = 0;
  look_again (self);

  return G_SOURCE_REMOVE;
}

/* What is one language is parted otherwise than another. */
static void
start_search (VacFinder *self)
{
  g_clear_pointer (&self->search, vac_search_free);
  if (self->document != NULL && *self->words != '\0')
    self->search = vac_search_new (self->document, self->words, self->flags, self->scope);
}

static void
on_document_changed_cb (VacDocument *document,
                        VacNode     *node,
                        VacFinder   *self)
{
  if (self->search == NULL)
    return;
  if (vac_node_get_role (node) == VAC_ROLE_LANGUAGE)
    start_search (self);
  if (self->source == 0)
    self->source = g_timeout_add (PAUSE, on_pause_over_cb, self);
}

static void
vac_finder_finalize (GObject *object)
{
  VacFinder *self = VAC_FINDER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->document_signals);
  g_clear_pointer (&self->search, vac_search_free);
  g_array_unref (self->matches);
  g_clear_object (&self->node);
  g_clear_object (&self->document);
  g_free (self->words);

  G_OBJECT_CLASS (vac_finder_parent_class)->finalize (object);
}

static void
vac_finder_class_init (VacFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vac_finder_finalize;

  /**
   * VacFinder::changed:
   *
   * There may be other places than before, or the user be at another one.
   */
  signals[CHANGED] = g_signal_new ("changed", VAC_TYPE_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
vac_finder_init (VacFinder *self)
{
  self->words = g_strdup ("");
  self->scope = VAC_SEARCH_EVERYWHERE;
  self->matches = g_array_new (FALSE, FALSE, sizeof (VacMatch));
  self->current = VAC_FINDER_NONE;
  self->document_signals = g_signal_group_new (VAC_TYPE_DOCUMENT);
  g_signal_group_connect (self->document_signals, "changed", G_CALLBACK (on_document_changed_cb),
                          self);
}

/**
 * vac_finder_new:
 *
 * Returns: (transfer full): a way through nothing yet
 */
VacFinder *
vac_finder_new (void)
{
  return g_object_new (VAC_TYPE_FINDER, NULL);
}

/**
 * vac_finder_set_document:
 * @self: a finder
 * @document: (nullable): the posting to look through from now on, for the same words
 */
void
vac_finder_set_document (VacFinder   *self,
                         VacDocument *document)
{
  g_return_if_fail (VAC_IS_FINDER (self));

  if (!g_set_object (&self->document, document))
    return;
  g_signal_group_set_target (self->document_signals, document);
  g_clear_object (&self->node);
  self->current = VAC_FINDER_NONE;
  start_search (self);
  look_through (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * vac_finder_set_words:
 * @self: a finder
 * @words: what to look for from now on; "" for nothing
 * @flags: what counts
 * @scope: where to look
 *
 * The user is then at the first match from the place on.
 */
void
vac_finder_set_words (VacFinder       *self,
                      const char      *words,
                      VacPatternFlags  flags,
                      VacSearchScope   scope)
{
  g_return_if_fail (VAC_IS_FINDER (self));
  g_return_if_fail (words != NULL && g_utf8_validate (words, -1, NULL));

  if (g_str_equal (words, self->words) && flags == self->flags && scope == self->scope)
    return;
  g_free (self->words);
  self->words = g_strdup (words);
  self->flags = flags;
  self->scope = scope;
  start_search (self);
  look_through (self);
  self->current = find_next (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * vac_finder_set_place:
 * @self: a finder with a posting
 * @node: (nullable): where the user is now; %NULL for the beginning
 * @start: where in its text, in bytes
 *
 * The next match is the first one that begins there or comes after it.
 */
void
vac_finder_set_place (VacFinder *self,
                      VacNode   *node,
                      gsize      start)
{
  g_return_if_fail (VAC_IS_FINDER (self));

  g_set_object (&self->node, node);
  self->start = start;
  self->current = VAC_FINDER_NONE;
}

/**
 * vac_finder_get_n_matches:
 * @self: a finder
 *
 * Returns: in how many places the words are
 */
guint
vac_finder_get_n_matches (VacFinder *self)
{
  g_return_val_if_fail (VAC_IS_FINDER (self), 0);

  return self->matches->len;
}

/**
 * vac_finder_get_current:
 * @self: a finder
 *
 * Returns: at which of them the user is, from 0 on; %VAC_FINDER_NONE at none
 */
guint
vac_finder_get_current (VacFinder *self)
{
  g_return_val_if_fail (VAC_IS_FINDER (self), VAC_FINDER_NONE);

  return self->current;
}

/**
 * vac_finder_get_match:
 * @self: a finder
 *
 * Returns: (transfer none) (nullable): the place that the user is at; good until the next change
 */
const VacMatch *
vac_finder_get_match (VacFinder *self)
{
  g_return_val_if_fail (VAC_IS_FINDER (self), NULL);

  return self->current != VAC_FINDER_NONE
             ? &g_array_index (self->matches, VacMatch, self->current)
             : NULL;
}

/**
 * vac_finder_step:
 * @self: a finder
 * @direction: 1 to the next match, -1 to the one before, around both ends
 *
 * Returns: (transfer none) (nullable): as vac_finder_get_match()
 */
const VacMatch *
vac_finder_step (VacFinder *self,
                 int        direction)
{
  guint n;

  g_return_val_if_fail (VAC_IS_FINDER (self), NULL);

  if (self->source != 0)
    look_again (self);
  n = self->matches->len;
  if (n == 0)
    return NULL;
  if (self->current != VAC_FINDER_NONE)
    self->current = (self->current + (direction > 0 ? 1 : n - 1)) % n;
  else
    self->current = direction > 0 ? find_next (self) : (find_next (self) + n - 1) % n;
  take_place (self, vac_finder_get_match (self));
  g_signal_emit (self, signals[CHANGED], 0);

  return vac_finder_get_match (self);
}

/**
 * vac_finder_find_in:
 * @self: a finder
 * @node: a text of the posting
 *
 * Returns: (transfer full) (element-type VacPassage): where the words are in it now
 */
GArray *
vac_finder_find_in (VacFinder *self,
                    VacNode   *node)
{
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (VacPassage));

  g_return_val_if_fail (VAC_IS_FINDER (self) && VAC_IS_NODE (node), passages);

  if (self->search != NULL)
    vac_search_find_in (self->search, node, passages);

  return passages;
}

/**
 * vac_finder_replace:
 * @self: a finder that is at a match
 * @replacement: what shall be there
 * @error: return location for a sentence that says why it cannot be
 *
 * Puts @replacement there; the place to go on from is behind it.
 *
 * Returns: whether it was done
 */
gboolean
vac_finder_replace (VacFinder   *self,
                    const char  *replacement,
                    GError     **error)
{
  const VacMatch *match;
  g_autoptr (VacNode) node = NULL;
  gsize start;

  g_return_val_if_fail (VAC_IS_FINDER (self) && replacement != NULL, FALSE);

  match = vac_finder_get_match (self);
  g_return_val_if_fail (match != NULL, FALSE);

  node = g_object_ref (match->node);
  start = match->start;
  if (!vac_search_replace (self->search, match, replacement, error))
    return FALSE;
  vac_finder_set_place (self, node, start + strlen (replacement));
  look_again (self);

  return TRUE;
}

/**
 * vac_finder_replace_all:
 * @self: a finder
 * @replacement: what shall be in all places
 * @result: (out): as of vac_search_replace_all()
 */
void
vac_finder_replace_all (VacFinder   *self,
                        const char  *replacement,
                        VacReplaced *result)
{
  g_return_if_fail (VAC_IS_FINDER (self) && replacement != NULL && result != NULL);

  *result = (VacReplaced) { 0 };
  if (self->search == NULL)
    return;
  vac_search_replace_all (self->search, replacement, result);
  look_again (self);
}
