/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-batch"

#include "config.h"

#include "vac-cli-batch.h"
#include "vac-memory.h"

/* Many files, on as many processors as there are; output and messages are as if one was read after
 * the other. */

typedef struct
{
  const VacInOrder *steps;
  gpointer          user_data;
} Batch;

typedef struct
{
  gpointer result;
  GString *messages;
} Piece;

static void
keep_messages (Piece *piece)
{
  g_autofree char *messages = vac_cli_take_messages ();

  g_string_append (piece->messages, messages);
}

static gpointer
work_cb (guint    index,
         gpointer user_data)
{
  const Batch *batch = user_data;
  Piece *piece;

  vac_memory_prepare_thread (VAC_CLI_THREAD_HEAP);
  piece = g_new (Piece, 1);
  piece->messages = g_string_new (NULL);
  vac_cli_hold_messages ();
  piece->result = batch->steps->work (index, batch->user_data);
  keep_messages (piece);

  return piece;
}

static void
step (const Batch    *batch,
      VacInOrderStep  work,
      guint           index,
      Piece          *piece)
{
  vac_cli_hold_messages ();
  work (index, piece->result, batch->user_data);
  keep_messages (piece);
}

static void
arrange_cb (guint    index,
            gpointer piece,
            gpointer user_data)
{
  const Batch *batch = user_data;

  step (batch, batch->steps->arrange, index, piece);
}

static void
finish_cb (guint    index,
           gpointer piece,
           gpointer user_data)
{
  const Batch *batch = user_data;

  step (batch, batch->steps->finish, index, piece);
}

static void
take_cb (guint    index,
         gpointer data,
         gpointer user_data)
{
  const Batch *batch = user_data;
  g_autofree Piece *piece = data;

  if (piece->messages->len > 0)
    g_printerr ("%s", piece->messages->str);
  g_string_free (piece->messages, TRUE);
  batch->steps->take (index, piece->result, batch->user_data);
}

/*
 * vac_cli_check_batch:
 * @verb: a verb
 * @files: the names of the files that it reads
 * @jobs: the value of its option, see VAC_CLI_JOBS_ENTRY()
 *
 * Returns: whether they can be worked on so; if not, that has been reported
 */
gboolean
vac_cli_check_batch (const VacVerb *verb,
                     char         **files,
                     int            jobs)
{
  if (jobs >= 0)
    return vac_cli_check_inputs (verb, files);
  vac_cli_misuse (verb, "%s", _("--jobs is a number of files, at least 1."));

  return FALSE;
}

/*
 * vac_cli_batch:
 * @n: how many files there are
 * @jobs: how many to work on at once; 0 for as many as there are processors
 * @steps: what is done with each; what they tell is told in the order of the files
 * @user_data: for all of @steps
 */
void
vac_cli_batch (guint             n,
               int               jobs,
               const VacInOrder *steps,
               gpointer          user_data)
{
  Batch batch = { .steps = steps, .user_data = user_data };
  const VacInOrder own = {
    .work = work_cb,
    .arrange = steps->arrange != NULL ? arrange_cb : NULL,
    .finish = steps->finish != NULL ? finish_cb : NULL,
    .take = take_cb,
  };

  vac_in_order (n, jobs > 0 ? (guint) jobs : g_get_num_processors (), &own, &batch);
}
