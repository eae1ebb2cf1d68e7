/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-memo"

#include "config.h"

#include <string.h>

#include "vac-memo.h"

/* Answers about texts that are asked again and again: postings of one employer share most of them,
 * and while one text is typed the others stay. Each thread keeps its own, so that none waits. */

/* What a thread keeps, in bytes; a few dozen postings. When it is full, it begins anew. */
#define MOST (1024 * 1024)

/* In bytes. A longer text is seldom met twice. */
#define LONGEST 4096

/* Different questions of one text whose answers are kept. */
#define MOST_ANSWERS 10

typedef struct
{
  gconstpointer asker;
  guint         kind;
  guint         answer;
} Answer;

/* A text, with what was answered. */
typedef struct
{
  const char *text;
  const char *language;   /* (nullable) */
  gsize       length;     /* of @text */
  guint       hash;
  guint       n_answers;
  Answer      answers[MOST_ANSWERS];
} Entry;

typedef struct
{
  GHashTable *entries;    /* of Entry */
  Entry      *last;       /* (nullable): the one that was asked for last, as it often is again */
  gsize       size;
} Memo;

static void
memo_free (gpointer data)
{
  Memo *self = data;

  g_hash_table_unref (self->entries);
  g_free (self);
}

static GPrivate memos = G_PRIVATE_INIT (memo_free);

/* Eight bytes at a time: multiplied by an odd number, a word reaches all the higher bits. */
static guint
hash_text (const char *text,
           gsize       length)
{
  const guint64 factor = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint64 hash = length * factor;

  for (gsize n = 0; n < length; n += sizeof (guint64))
    {
      guint64 word = 0;

      memcpy (&word, text + n, MIN (length - n, sizeof word));
      hash = (hash ^ word) * factor;
      hash ^= hash >> 32;
    }

  return (guint) hash;
}

static guint
get_hash (gconstpointer key)
{
  return ((const Entry *) key)->hash;
}

static gboolean
are_equal (gconstpointer a,
           gconstpointer b)
{
  const Entry *one = a, *other = b;

  return one->length == other->length && memcmp (one->text, other->text, one->length) == 0 &&
         g_strcmp0 (one->language, other->language) == 0;
}

static Memo *
get_memo (void)
{
  Memo *self = g_private_get (&memos);

  if (self == NULL)
    {
      self = g_new0 (Memo, 1);
      self->entries = g_hash_table_new_full (get_hash, are_equal, g_free, NULL);
      g_private_set (&memos, self);
    }

  return self;
}

/* Returns: (transfer full): an entry that has the texts of @key to itself */
static Entry *
entry_copy (const Entry *key,
            gsize        size)
{
  Entry *self = g_malloc (size);
  char *copy = (char *) (self + 1);

  *self = *key;
  self->text = memcpy (copy, key->text, key->length + 1);
  if (key->language != NULL)
    self->language = strcpy (copy + key->length + 1, key->language);

  return self;
}

static Entry *
add_entry (Memo        *memo,
           const Entry *key)
{
  const gsize language_size = key->language != NULL ? strlen (key->language) + 1 : 0;
  const gsize size = sizeof (Entry) + key->length + 1 + language_size;
  Entry *entry;

  if (memo->size + size > MOST)
    {
      g_hash_table_remove_all (memo->entries);
      memo->size = 0;
    }
  memo->size += size;
  entry = entry_copy (key, size);
  g_hash_table_add (memo->entries, entry);

  return entry;
}

/* Returns: (nullable): where the answers about a text are kept; %NULL for a long one, and for one
 * of which there are none unless @add */
static Entry *
get_entry (const VacQuestion *question,
           gboolean           add)
{
  Memo *memo = get_memo ();
  Entry key = { question->text, question->language, strlen (question->text) };

  if (key.length > LONGEST)
    return NULL;
  if (memo->last != NULL && are_equal (memo->last, &key))
    return memo->last;
  key.hash = hash_text (key.text, key.length);
  memo->last = g_hash_table_lookup (memo->entries, &key);
  if (memo->last == NULL && add)
    memo->last = add_entry (memo, &key);

  return memo->last;
}

static Answer *
find_answer (Entry             *entry,
             const VacQuestion *question)
{
  for (guint i = 0; i < entry->n_answers; i++)
    if (entry->answers[i].asker == question->asker && entry->answers[i].kind == question->kind)
      return &entry->answers[i];

  return NULL;
}

/**
 * vac_memo_find:
 * @question: a question
 * @answer: (out) (optional): what was given to vac_memo_keep(); untouched when there is nothing
 *
 * Returns: whether this thread has kept the answer
 */
gboolean
vac_memo_find (const VacQuestion *question,
               guint             *answer)
{
  const Answer *found;
  Entry *entry;

  g_return_val_if_fail (question != NULL && question->text != NULL, FALSE);

  entry = get_entry (question, FALSE);
  found = entry != NULL ? find_answer (entry, question) : NULL;
  if (found != NULL && answer != NULL)
    *answer = found->answer;

  return found != NULL;
}

/**
 * vac_memo_keep:
 * @question: a question
 * @answer: its answer
 *
 * Keeps the answer for a while, unless the text is long, or many questions of it are kept.
 */
void
vac_memo_keep (const VacQuestion *question,
               guint              answer)
{
  Entry *entry;
  Answer *kept;

  g_return_if_fail (question != NULL && question->text != NULL);

  entry = get_entry (question, TRUE);
  if (entry == NULL)
    return;
  kept = find_answer (entry, question);
  if (kept == NULL && entry->n_answers < MOST_ANSWERS)
    kept = &entry->answers[entry->n_answers++];
  if (kept != NULL)
    *kept = (Answer) { question->asker, question->kind, answer };
}
