/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-change"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-change.h"
#include "vac-diff.h"
#include "vac-entry.h"
#include "vac-error.h"
#include "vac-reader.h"
#include "vac-shared.h"

/* How much of a text is shown around what was found in it. In characters. */
#define MOST_BEFORE 24
#define MOST_AFTER  60

struct _VacChange
{
  gatomicrefcount count;

  /* Words for others; NULL for a field */
  char           *words;
  char           *replacement;
  VacPatternFlags flags;
  VacSearchScope  scope;
  GHashTable     *locked;   /* ids of shared texts whose copies stay as they are; NULL for none */

  /* A field and what a person types into it; NULL for words */
  char           *path;
  char           *value;

  /* A shared text whose copies are updated; NULL for something else */
  GBytes         *text;
  gboolean        edited_too;
};

static VacChange *
change_new (void)
{
  VacChange *self = g_new0 (VacChange, 1);

  g_atomic_ref_count_init (&self->count);

  return self;
}

/**
 * vac_change_new_replace:
 * @words: what to look for; valid UTF-8
 * @replacement: what shall be there instead; valid UTF-8
 * @flags: what counts
 * @scope: where to look
 *
 * Returns: (transfer full): a change that puts words in the place of others
 */
VacChange *
vac_change_new_replace (const char      *words,
                        const char      *replacement,
                        VacPatternFlags  flags,
                        VacSearchScope   scope)
{
  VacChange *self;

  g_return_val_if_fail (words != NULL && g_utf8_validate (words, -1, NULL), NULL);
  g_return_val_if_fail (replacement != NULL && g_utf8_validate (replacement, -1, NULL), NULL);

  self = change_new ();
  self->words = g_strdup (words);
  self->replacement = g_strdup (replacement);
  self->flags = flags;
  self->scope = scope;

  return self;
}

/**
 * vac_change_spare:
 * @self: a change of words that nothing has used yet
 * @locked: (element-type utf8 utf8): a set of ids of shared texts
 *
 * Keeps the copies of these as they are, but for those that were edited in their postings.
 */
void
vac_change_spare (VacChange  *self,
                  GHashTable *locked)
{
  g_return_if_fail (self != NULL && self->words != NULL && self->locked == NULL && locked != NULL);

  self->locked = g_hash_table_ref (locked);
}

/**
 * vac_change_new_field:
 * @path: of a single value in a document, such as "job.closes"
 * @value: what a person types for it; empty for nothing
 *
 * Returns: (transfer full): a change that sets a field to what @value means in each posting
 */
VacChange *
vac_change_new_field (const char *path,
                      const char *value)
{
  VacChange *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (value != NULL && g_utf8_validate (value, -1, NULL), NULL);

  self = change_new ();
  self->path = g_strdup (path);
  self->value = g_strdup (value);

  return self;
}

/**
 * vac_change_new_status:
 * @id: the id of a status
 *
 * Returns: (transfer full): a change that sets the status, and the day since when
 */
VacChange *
vac_change_new_status (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return vac_change_new_field (vac_schema_get_field (VAC_ROLE_STATUS)->name, id);
}

/**
 * vac_change_new_update:
 * @text: a shared text in its newest version
 * @edited_too: whether also copies are replaced that were edited in their postings
 *
 * Returns: (transfer full): a change that makes copies of older versions copies of this one
 */
VacChange *
vac_change_new_update (GBytes   *text,
                       gboolean  edited_too)
{
  VacChange *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = change_new ();
  self->text = g_bytes_ref (text);
  self->edited_too = edited_too;

  return self;
}

/**
 * vac_change_ref:
 * @self: a change
 *
 * Returns: (transfer full): @self
 */
VacChange *
vac_change_ref (VacChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->count);

  return self;
}

/**
 * vac_change_unref:
 * @self: (transfer full): a change
 */
void
vac_change_unref (VacChange *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->count))
    return;
  g_free (self->words);
  g_free (self->replacement);
  g_clear_pointer (&self->locked, g_hash_table_unref);
  g_free (self->path);
  g_free (self->value);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_free (self);
}

static void
hit_free (gpointer data)
{
  VacHit *hit = data;

  g_free (hit->place);
  g_free (hit->where);
  g_free (hit->before);
  g_free (hit->found);
  g_free (hit->after);
  g_free (hit->becomes);
  g_free (hit->note);
  g_free (hit->reason);
  g_free (hit);
}

/* Words */

/* Returns: (transfer full): what is between two places of a text, as one line */
static char *
cut_out (const char *from,
         const char *to)
{
  char *line = g_strndup (from, (gsize) (to - from));

  return g_strdelimit (line, "\n\t", ' ');
}

static char *
cut_before (const char *text,
            const char *end)
{
  const char *from = end;
  g_autofree char *line = NULL;

  for (guint i = 0; i < MOST_BEFORE && from > text; i++)
    from = g_utf8_prev_char (from);
  line = cut_out (from, end);

  return from > text ? g_strconcat ("…", line, NULL) : g_steal_pointer (&line);
}

static char *
cut_after (const char *from)
{
  const char *end = from;
  g_autofree char *line = NULL;

  for (guint i = 0; i < MOST_AFTER && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  line = cut_out (from, end);

  return *end != '\0' ? g_strconcat (line, "…", NULL) : g_steal_pointer (&line);
}

static gboolean
is_locked (VacChange *self,
           VacNode   *text)
{
  const VacEdit edit = { .kind = VAC_EDIT_SET, .node = text };
  VacNode *copy = self->locked != NULL ? vac_shared_find_copy (&edit) : NULL;
  VacReference reference;

  return copy != NULL && vac_shared_get_reference (copy, &reference) && !reference.edited &&
         g_hash_table_contains (self->locked, reference.id);
}

static char *
say_locked (void)
{
  return g_strdup (_("It belongs to a shared text that is locked."));
}

static VacHit *
hit_new_for_words (VacChange      *self,
                   VacDocument    *document,
                   VacSearch      *search,
                   const VacMatch *match)
{
  const VacMarkup *markup = vac_node_get_markup (match->node);
  const char *text = vac_node_get_shown_text (match->node);
  const char *start = text + vac_markup_from_stored (markup, match->start);
  const char *end = text + vac_markup_from_stored (markup, match->start + match->length);
  g_autoptr (GError) error = NULL;
  VacHit *hit = g_new0 (VacHit, 1);

  hit->place = vac_node_get_path (match->node);
  hit->where = vac_diff_name_place (document, match->node, NULL);
  hit->before = cut_before (text, start);
  hit->found = cut_out (start, end);
  hit->after = cut_after (end);
  hit->becomes = g_strdup (self->replacement);
  if (is_locked (self, match->node))
    hit->reason = say_locked ();
  else if (!vac_search_check (search, match, self->replacement, &error))
    hit->reason = g_strdup (error->message);

  return hit;
}

static void
list_words (VacChange   *self,
            VacDocument *document,
            GPtrArray   *hits)
{
  g_autoptr (VacSearch) search = vac_search_new (document, self->words, self->flags, self->scope);
  g_autoptr (GArray) matches = vac_search_find_all (search);

  for (guint i = 0; i < matches->len; i++)
    g_ptr_array_add (hits, hit_new_for_words (self, document, search,
                                              &g_array_index (matches, VacMatch, i)));
}

static void
replace (VacChange    *self,
         VacDocument  *document,
         const GArray *chosen,
         VacReplaced  *result)
{
  g_autoptr (VacSearch) search = vac_search_new (document, self->words, self->flags, self->scope);
  g_autoptr (GArray) matches = vac_search_find_all (search);
  guint n_locked = 0;

  for (guint i = matches->len; i > 0; i--)
    {
      const gboolean wanted = chosen == NULL || (i <= chosen->len &&
                                                 g_array_index (chosen, gboolean, i - 1));
      const gboolean spared = wanted &&
                              is_locked (self, g_array_index (matches, VacMatch, i - 1).node);

      n_locked += spared;
      if (!wanted || spared)
        g_array_remove_index (matches, i - 1);
    }
  vac_search_replace_these (search, matches, self->replacement, result);
  result->n_kept += n_locked;
  if (n_locked > 0 && result->reason == NULL)
    result->reason = say_locked ();
}

/* Fields */

/* The members that make a file a posting stay, and so does what is not a single value. */
static VacNode *
find_leaf (VacChange   *self,
           VacDocument *document,
           GError     **error)
{
  VacNode *node = vac_node_lookup (vac_document_get_root (document), self->path, error);
  const VacField *field = node != NULL ? vac_node_get_field (node) : NULL;

  if (node == NULL)
    return NULL;
  if (field == NULL || !vac_field_is_leaf (field) || field->role == VAC_ROLE_FORMAT ||
      field->role == VAC_ROLE_VERSION)
    {
      vac_error_refuse (error, _("This cannot be set for several postings."));
      return NULL;
    }

  return node;
}

static gboolean
set_field (VacChange    *self,
           VacDocument  *document,
           VacNode      *leaf,
           char        **note,
           GError      **error)
{
  const guint64 before = vac_document_get_state (document);
  g_autofree char *label = g_strdup_printf (_("Set %s"), _(vac_node_get_field (leaf)->label));
  gboolean done;

  vac_document_begin_step (document, label);
  done = vac_entry_type (document, leaf, self->value, note, error);
  vac_document_end_step (document);

  return done && vac_document_get_state (document) != before;
}

static void
set (VacChange   *self,
     VacDocument *document,
     VacReplaced *result)
{
  g_autoptr (GError) error = NULL;
  VacNode *leaf = find_leaf (self, document, &error);

  if (leaf != NULL && set_field (self, document, leaf, NULL, &error))
    result->n_replaced = 1;
  if (error == NULL)
    return;
  result->n_kept = 1;
  result->reason = g_strdup (error->message);
}

/* Tried out in a copy: forms may show the document. */
static void
list_field (VacChange   *self,
            VacDocument *document,
            GPtrArray   *hits)
{
  g_autoptr (VacNode) root = vac_node_copy (vac_document_get_root (document));
  g_autoptr (VacDocument) copy = vac_document_new_for_root (root);
  g_autoptr (GError) error = NULL;
  VacNode *leaf = find_leaf (self, copy, &error);
  g_autofree char *before = leaf != NULL ? g_strdup (vac_node_get_text (leaf)) : NULL;
  g_autofree char *note = NULL;
  VacHit *hit;

  if ((leaf == NULL || !set_field (self, copy, leaf, &note, &error)) && error == NULL)
    return;
  hit = g_new0 (VacHit, 1);
  hit->place = g_strdup (self->path);
  hit->where = leaf != NULL ? g_strdup (_(vac_node_get_field (leaf)->label))
                            : g_strdup (self->path);
  hit->before = g_strdup ("");
  hit->found = leaf != NULL ? vac_diff_say_value (copy, leaf, before) : g_strdup ("");
  hit->after = g_strdup ("");
  hit->becomes = error == NULL ? vac_diff_say_value (copy, leaf, vac_node_get_text (leaf))
                               : g_strdup (self->value);
  hit->note = g_steal_pointer (&note);
  hit->reason = error != NULL ? g_strdup (error->message) : NULL;
  g_ptr_array_add (hits, hit);
}

/* Shared texts */

static char *
name_version (gint64 version)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, version);

  /* Translators: the number of a version of a shared text */
  return g_strdup_printf (_("Version %s"), number);
}

static void
list_copies (VacChange   *self,
             VacDocument *document,
             GPtrArray   *hits)
{
  g_autoptr (VacDocument) text = vac_read_document (self->text, NULL);
  g_autoptr (GPtrArray) copies = NULL;
  gint64 version = 0;

  if (text == NULL)
    return;
  vac_node_get_integer (vac_document_get (text, VAC_ROLE_SHARED_VERSION), &version);
  copies = vac_shared_list (document, vac_document_get_text (text, VAC_ROLE_SHARED_ID));
  for (guint i = 0; i < copies->len; i++)
    {
      VacNode *section = g_ptr_array_index (copies, i);
      VacReference reference;
      VacHit *hit;

      if (!vac_shared_get_reference (section, &reference) || reference.version >= version)
        continue;
      hit = g_new0 (VacHit, 1);
      hit->place = vac_node_get_path (section);
      hit->where = vac_diff_name_place (document, section, NULL);
      hit->before = g_strdup ("");
      hit->found = name_version (reference.version);
      hit->after = g_strdup ("");
      hit->becomes = name_version (version);
      if (reference.edited && !self->edited_too)
        hit->reason = g_strdup (_("It was edited in the posting."));
      g_ptr_array_add (hits, hit);
    }
}

static void
update (VacChange   *self,
        VacDocument *document,
        VacReplaced *result)
{
  g_autoptr (VacDocument) text = vac_read_document (self->text, NULL);

  if (text == NULL)
    return;
  result->n_replaced = vac_shared_update (document, text, self->edited_too, &result->n_kept);
  if (result->n_kept > 0)
    result->reason = g_strdup (_("It was edited in the posting."));
}

/**
 * vac_change_list_hits:
 * @self: a change
 * @document: a posting; it stays as it is
 *
 * Returns: (transfer full) (element-type VacHit): what it would do there, in the order of the
 *   posting; empty where there is nothing to do
 */
GPtrArray *
vac_change_list_hits (VacChange   *self,
                      VacDocument *document)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func (hit_free);

  g_return_val_if_fail (self != NULL && VAC_IS_DOCUMENT (document), hits);

  if (self->words != NULL)
    list_words (self, document, hits);
  else if (self->text != NULL)
    list_copies (self, document, hits);
  else
    list_field (self, document, hits);

  return hits;
}

/**
 * vac_change_apply:
 * @self: a change
 * @document: a posting that may be written
 * @chosen: (nullable) (element-type gboolean): for each hit of vac_change_list_hits() whether it is
 *   wanted; %NULL for all
 * @result: (out): says how much was changed, and how much was not and why; to be cleared
 *
 * Changes the posting in one step, or not at all.
 */
void
vac_change_apply (VacChange    *self,
                  VacDocument  *document,
                  const GArray *chosen,
                  VacReplaced  *result)
{
  g_return_if_fail (self != NULL && VAC_IS_DOCUMENT (document) && result != NULL);

  *result = (VacReplaced) { 0 };
  if (self->words != NULL)
    replace (self, document, chosen, result);
  else if (self->text != NULL)
    update (self, document, result);
  else if (chosen == NULL || (chosen->len > 0 && g_array_index (chosen, gboolean, 0)))
    set (self, document, result);
}
