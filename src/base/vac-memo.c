/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-memo"

#include "config.h"

#include <string.h>

#include "vac-memo.h"

/* Answers about texts that are asked again and again: postings of one employer share most of them,
 * and while one text is typed the others stay. Each thread keeps its own, so that none waits. */

/* What a thread keeps, in bytes; a few dozen postings. When it is full, it begins anew. */
#define MOST (4 * 1024 * 1024)

/* In bytes. A longer text is seldom met twice. */
#define LONGEST 4096

typedef struct
{
  VacQuestion question;
  gsize       length;     /* of its text */
  guint       hash;
  guint       answer;
} Entry;

typedef struct
{
  GHashTable *entries;    /* of Entry */
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

  return one->hash == other->hash && one->length == other->length &&
         one->question.asker == other->question.asker &&
         one->question.kind == other->question.kind &&
         memcmp (one->question.text, other->question.text, one->length) == 0 &&
         g_strcmp0 (one->question.language, other->question.language) == 0;
}

static Entry
make_key (const VacQuestion *question)
{
  Entry key = { .question = *question, .length = strlen (question->text) };

  key.hash = hash_text (question->text, key.length) ^ g_direct_hash (question->asker) ^
             question->kind;

  return key;
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
  const Entry *entry;
  Entry key;

  g_return_val_if_fail (question != NULL && question->text != NULL, FALSE);

  key = make_key (question);
  entry = key.length <= LONGEST ? g_hash_table_lookup (get_memo ()->entries, &key) : NULL;
  if (entry == NULL)
    return FALSE;
  if (answer != NULL)
    *answer = entry->answer;

  return TRUE;
}

/**
 * vac_memo_keep:
 * @question: a question
 * @answer: its answer
 *
 * Keeps the answer for a while, unless the text is long.
 */
void
vac_memo_keep (const VacQuestion *question,
               guint              answer)
{
  Memo *memo = get_memo ();
  gsize language_size, size;
  Entry *entry;
  Entry key;
  char *copy;

  g_return_if_fail (question != NULL && question->text != NULL);

  key = make_key (question);
  if (key.length > LONGEST)
    return;
  language_size = question->language != NULL ? strlen (question->language) + 1 : 0;
  size = sizeof (Entry) + key.length + 1 + language_size;
  if (memo->size + size > MOST)
    {
      g_hash_table_remove_all (memo->entries);
      memo->size = 0;
    }
  memo->size += size;

  entry = g_malloc (size);
  *entry = key;
  entry->answer = answer;
  copy = (char *) (entry + 1);
  entry->question.text = memcpy (copy, question->text, key.length + 1);
  if (language_size > 0)
    entry->question.language = memcpy (copy + key.length + 1, question->language, language_size);
  g_hash_table_add (memo->entries, entry);
}
