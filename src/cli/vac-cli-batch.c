/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-cli-batch"

#include "config.h"

#include "vac-cli-batch.h"
#include "vac-memory.h"

/* Many files, on as many processors as there are; output and messages are as if one was read after
 * the other. */

typedef struct
{
  VacInOrderWork work;
  VacInOrderTake take;
  gpointer       user_data;
} Batch;

typedef struct
{
  gpointer result;
  char    *messages;
} Piece;

static gpointer
work_cb (guint    index,
         gpointer user_data)
{
  const Batch *batch = user_data;
  Piece *piece;

  vac_memory_prepare_thread (VAC_CLI_THREAD_HEAP);
  piece = g_new (Piece, 1);
  vac_cli_hold_messages ();
  piece->result = batch->work (index, batch->user_data);
  piece->messages = vac_cli_take_messages ();

  return piece;
}

static void
take_cb (guint    index,
         gpointer result,
         gpointer user_data)
{
  const Batch *batch = user_data;
  g_autofree Piece *piece = result;
  g_autofree char *messages = piece->messages;

  if (*messages != '\0')
    g_printerr ("%s", messages);
  batch->take (index, piece->result, batch->user_data);
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
 * @work: reads one of them, in any thread; what it tells is told in the order of the files
 * @take: takes what came of one, in their order
 * @user_data: for both
 */
void
vac_cli_batch (guint          n,
               int            jobs,
               VacInOrderWork work,
               VacInOrderTake take,
               gpointer       user_data)
{
  Batch batch = { .work = work, .take = take, .user_data = user_data };

  vac_in_order (n, jobs > 0 ? (guint) jobs : g_get_num_processors (), work_cb, take_cb, &batch);
}
