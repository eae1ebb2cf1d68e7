/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-fixture.h"

#include <stdlib.h>
#include <time.h>

#include "vac-node-build.h"
#include "vac-writer.h"

/* Processor time, of which other programs take nothing away, in microseconds. */
gint64
bench_get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* Iterates the main loop once, and never waits; returns the processor time that it took, or 0 where
 * there was nothing to do. */
gint64
bench_iterate (void)
{
  const gint64 start = bench_get_time ();

  return g_main_context_iteration (NULL, FALSE) ? bench_get_time () - start : 0;
}

const BenchPosting bench_postings[] = {
  { "the guide", 0, 0, " " },
  { "50,000 words", 2500, 20, " " },
  { "10,000 bullets", 10000, 4, " " },
  { "5,000 letters", 1, 455, "" },
};

const guint bench_n_postings = G_N_ELEMENTS (bench_postings);

static int
compare_doubles (const void *a,
                 const void *b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

/* The least first. */
void
bench_sort (double *times,
            gsize   n_times)
{
  qsort (times, n_times, sizeof times[0], compare_doubles);
}

/* Of times that are sorted: the one that @percent of them do not exceed. */
double
bench_get_percentile (const double *times,
                      gsize         n_times,
                      guint         percent)
{
  return times[MAX ((n_times * percent + 99) / 100, 1) - 1];
}

/* (transfer full): The guide, and a file for what becomes of it. */
VacDocument *
bench_copy_guide (char **path)
{
  *path = app_copy_guide ("bench.vacancy");

  return vac_copy_document (app_get_document (app_open (*path)));
}

/* (nullable): The first list of bullets in a node. */
VacNode *
bench_find_items (VacNode *within)
{
  if (vac_node_get_role (within) == VAC_ROLE_SECTION_ITEMS)
    return within;
  for (guint i = 0; i < vac_node_get_n_children (within); i++)
    {
      VacNode *found = bench_find_items (vac_node_get_child (within, i));

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The first bullet that is on a page, where it is drawn: a key into another one costs little. */
VacNode *
bench_find_bullet (VacOutline *outline)
{
  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);

      if (block->kind == VAC_BLOCK_BULLET && vac_node_get_role (block->node) == VAC_ROLE_ITEM)
        return block->node;
    }

  g_assert_not_reached ();
}

void
bench_add_bullet (VacDocument *document,
                  VacNode     *items,
                  const char  *text)
{
  g_autoptr (VacNode) item = vac_node_new_record (vac_node_get_field (items)->element,
                                                  VAC_ROLE_ITEM_TEXT, text, VAC_ROLE_NONE);

  vac_document_append (document, items, item);
}

/* Closes all windows, too. */
void
bench_write (VacDocument *document,
             const char  *path)
{
  g_autoptr (GBytes) bytes = vac_write_document (document);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  app_close_all ();
  app_write (path, text);
}

/* Writes the guide with what makes it large in one list. */
char *
bench_make_posting (const BenchPosting *posting)
{
  g_autofree char *guide = NULL;
  g_autoptr (VacDocument) document = bench_copy_guide (&guide);
  VacNode *items = bench_find_items (
      vac_node_get_child (vac_document_get (document, VAC_ROLE_SECTIONS), 1));
  g_autoptr (GString) sentence = g_string_new (NULL);

  for (guint i = 0; i < posting->n_words; i++)
    g_string_append_printf (sentence, "%sresponsible", i > 0 ? posting->space : "");
  for (guint i = 0; i < posting->n_bullets; i++)
    bench_add_bullet (document, items, sentence->str);
  bench_write (document, guide);

  return g_steal_pointer (&guide);
}

/* Arguments pick from one or more lists of names; of a list that none is from, all is measured. */
gboolean
bench_is_picked (char              **arguments,
                 const char         *name,
                 const char *const  *names)
{
  gboolean any = FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    any |= g_strv_contains ((const char *const *) arguments, names[i]);

  return !any || g_strv_contains ((const char *const *) arguments, name);
}
