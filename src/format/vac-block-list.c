/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-block-list"

#include "config.h"

#include <string.h>

#include "vac-block-list.h"

/* How far from its place in the earlier outline a block is looked for: what is inserted or removed
 * at once is rarely more. */
#define REACH 16

/* The block is first, so that a pointer to it leads back here. */
typedef struct
{
  VacBlock         block;
  gatomicrefcount  references;
  GDestroyNotify   clear;
  char            *label;       /* what it was made of; @text is NULL where that is not all */
  char            *text;
} Entry;

struct _VacBlockList
{
  GPtrArray      *entries;   /* of Entry */
  guint64         stamp;     /* of the last change that is in them */
  GDestroyNotify  clear;

  /* Borrowed, while the outline is built */
  VacBlockList   *earlier;   /* (nullable) */
  gint64          shift;     /* from a place here to the same block's place there */
};

/**
 * vac_block_ref:
 * @self: a block of an outline
 *
 * Returns: (transfer full): @self, which then outlives its outline
 */
const VacBlock *
vac_block_ref (const VacBlock *self)
{
  g_atomic_ref_count_inc (&((Entry *) self)->references);

  return self;
}

/**
 * vac_block_unref:
 * @self: (transfer full): a block
 */
void
vac_block_unref (const VacBlock *self)
{
  Entry *entry = (Entry *) self;

  if (!g_atomic_ref_count_dec (&entry->references))
    return;
  entry->clear (&entry->block);
  g_free (entry->label);
  g_free (entry->text);
  g_free (entry);
}

static void
unref_block (gpointer block)
{
  vac_block_unref (block);
}

/*
 * vac_block_list_new:
 * @clear: frees what a block holds
 *
 * Returns: (transfer full): a list of no blocks
 */
VacBlockList *
vac_block_list_new (GDestroyNotify clear)
{
  VacBlockList *self = g_new0 (VacBlockList, 1);

  self->entries = g_ptr_array_new_full (128, unref_block);
  self->clear = clear;
  self->stamp = vac_node_get_last_stamp ();

  return self;
}

/*
 * vac_block_list_free:
 * @self: (transfer full): a list
 */
void
vac_block_list_free (VacBlockList *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/*
 * vac_block_list_get_n:
 *
 * Returns: how many blocks there are
 */
guint
vac_block_list_get_n (VacBlockList *self)
{
  return self->entries->len;
}

/*
 * vac_block_list_get:
 *
 * Returns: (transfer none): a block; not to be changed any more once another outline may share it
 */
VacBlock *
vac_block_list_get (VacBlockList *self,
                    guint         position)
{
  g_assert (position < self->entries->len);

  return &((Entry *) g_ptr_array_index (self->entries, position))->block;
}

/*
 * vac_block_list_peek:
 *
 * Returns: (transfer none) (array): all blocks
 */
const VacBlock *const *
vac_block_list_peek (VacBlockList *self)
{
  return (const VacBlock *const *) self->entries->pdata;
}

/*
 * vac_block_list_add:
 *
 * Returns: (transfer none): a new last block with nothing in it
 */
VacBlock *
vac_block_list_add (VacBlockList *self)
{
  Entry *entry = g_new0 (Entry, 1);

  g_atomic_ref_count_init (&entry->references);
  entry->clear = self->clear;
  g_ptr_array_add (self->entries, entry);

  return &entry->block;
}

/*
 * vac_block_list_truncate:
 * @n_blocks: how many stay, at most as many as there are
 */
void
vac_block_list_truncate (VacBlockList *self,
                         guint         n_blocks)
{
  g_ptr_array_set_size (self->entries, (int) n_blocks);
}

/*
 * vac_block_list_set_earlier:
 * @earlier: (nullable): the blocks of an outline of the same document for the same reader; must
 *   live until this is called again with %NULL
 */
void
vac_block_list_set_earlier (VacBlockList *self,
                            VacBlockList *earlier)
{
  self->earlier = earlier;
  self->shift = 0;
}

static Entry *
get_earlier (VacBlockList *self,
             gint64        position,
             VacNode      *node)
{
  Entry *entry;

  if (position < 0 || position >= self->earlier->entries->len)
    return NULL;
  entry = g_ptr_array_index (self->earlier->entries, position);

  return entry->block.node == node && entry->text != NULL ? entry : NULL;
}

/* Nearest first: most blocks are where the one before them leads to expect them. */
static Entry *
find_earlier (VacBlockList *self,
              VacNode      *node)
{
  const gint64 position = self->entries->len + self->shift;

  for (int distance = 0; distance <= REACH; distance++)
    for (int sign = 1; sign >= (distance > 0 ? -1 : 1); sign -= 2)
      {
        Entry *entry = get_earlier (self, position + sign * distance, node);

        if (entry != NULL)
          {
            self->shift += sign * distance;
            return entry;
          }
      }

  return NULL;
}

static void
add_shared (VacBlockList *self,
            Entry        *entry)
{
  vac_block_ref (&entry->block);
  g_ptr_array_add (self->entries, entry);
}

/*
 * vac_block_list_share_unchanged:
 * @node: whose block depends on nothing but what @node holds
 *
 * Takes over the block that the earlier outline has made of a node, if nothing of it has changed
 * since: its texts need not even be looked at.
 *
 * Returns: whether there was one
 */
gboolean
vac_block_list_share_unchanged (VacBlockList *self,
                                VacNode      *node)
{
  Entry *entry;

  if (self->earlier == NULL || vac_node_get_stamp (node) > self->earlier->stamp)
    return FALSE;

  entry = find_earlier (self, node);
  if (entry != NULL)
    add_shared (self, entry);

  return entry != NULL;
}

/*
 * vac_block_list_share_run:
 * @list: a list of such nodes
 * @first: position of one of them
 *
 * Does what vac_block_list_share_unchanged() does for as many nodes in a row as it can, which is
 * most of what is done for a key in one of very many.
 *
 * Returns: for how many
 */
guint
vac_block_list_share_run (VacBlockList *self,
                          VacNode      *list,
                          guint         first)
{
  const gint64 place = self->entries->len + self->shift;
  const gconstpointer *nodes;
  Entry **earlier;
  guint n = 0;
  guint most;

  if (self->earlier == NULL || place < 0 || place >= self->earlier->entries->len)
    return 0;

  nodes = vac_node_peek_children (list) + first;
  earlier = (Entry **) self->earlier->entries->pdata + place;
  most = MIN (vac_node_get_n_children (list) - first,
              self->earlier->entries->len - (guint) place);
  while (n < most && earlier[n]->block.node == nodes[n] && earlier[n]->text != NULL)
    n++;
  n = vac_node_find_changed (list, first, first + n, self->earlier->stamp) - first;
  for (guint i = 0; i < n; i++)
    add_shared (self, earlier[i]);

  return n;
}

/*
 * vac_block_list_share:
 * @label: what the block is to be made of, as it is in the document; may be empty
 * @text: likewise
 * @node: where it comes from
 *
 * Takes over a block that the earlier outline has made of the same.
 *
 * Returns: whether there was one
 */
gboolean
vac_block_list_share (VacBlockList *self,
                      const char   *label,
                      const char   *text,
                      VacNode      *node)
{
  Entry *entry = self->earlier != NULL ? find_earlier (self, node) : NULL;

  if (entry == NULL || strcmp (entry->text, text) != 0 || strcmp (entry->label, label) != 0)
    return FALSE;

  add_shared (self, entry);

  return TRUE;
}

/*
 * vac_block_list_keep_source:
 * @label: what the last block was made of, as it is in the document
 * @text: likewise
 *
 * Lets later outlines share the last block, unless it depends on more than its own text.
 */
void
vac_block_list_keep_source (VacBlockList *self,
                            const char   *label,
                            const char   *text)
{
  Entry *entry;

  g_assert (self->entries->len > 0);

  if (strstr (label, "{{") != NULL || strstr (text, "{{") != NULL)
    return;
  entry = g_ptr_array_index (self->entries, self->entries->len - 1);
  entry->label = g_strdup (label);
  entry->text = g_strdup (text);
}
