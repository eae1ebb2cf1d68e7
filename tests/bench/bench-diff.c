/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <time.h>

#include "vac-diff.h"
#include "vac-merge.h"
#include "vac-reader.h"
#include "vac-writer.h"

/* What comparing and merging large postings takes, in processor time, beside reading the two files.
 * The best of several runs each. */

#define RUNS 5
#define N_WORDS 50000

static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static void
append_words (GString *text,
              GRand   *random,
              guint    n,
              guint    n_kinds,
              char     first)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%c%u", i > 0 ? " " : "", first,
                            (guint) g_rand_int_range (random, 0, (gint32) n_kinds));
}

/* So many words in sections of bullets, or in one text when there are no bullets. */
static VacDocument *
make_posting (guint seed,
              guint n_sections,
              guint words_of_bullet,
              guint n_kinds,
              char  first)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  VacDocument *document = vac_document_new ();
  VacNode *sections = vac_document_get (document, VAC_ROLE_SECTIONS);

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE), "en-US");
  for (guint i = 0; i < n_sections; i++)
    {
      g_autofree char *id = g_strdup_printf ("section-%u", i);
      g_autoptr (VacNode) section = vac_node_new_record (vac_schema_get_field (VAC_ROLE_SECTION),
                                                         VAC_ROLE_SECTION_ID, id,
                                                         VAC_ROLE_SECTION_TITLE, id, VAC_ROLE_NONE);
      g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GString) text = g_string_new (NULL);

      vac_document_append (document, sections, section);
      if (words_of_bullet == 0)
        {
          append_words (text, random, N_WORDS / n_sections, n_kinds, first);
          vac_document_set_text (document, vac_node_get (section, VAC_ROLE_SECTION_TEXT),
                                 text->str);
          continue;
        }
      for (guint n = 0; n < N_WORDS / n_sections; n += words_of_bullet)
        {
          g_string_truncate (text, 0);
          append_words (text, random, words_of_bullet, n_kinds, first);
          g_ptr_array_add (items, vac_node_new_record (vac_schema_get_field (VAC_ROLE_ITEM),
                                                       VAC_ROLE_ITEM_TEXT, text->str,
                                                       VAC_ROLE_NONE));
        }
      vac_document_insert_all (document, vac_node_get (section, VAC_ROLE_SECTION_ITEMS), 0, items);
    }

  return document;
}

/* A word in each tenth bullet, some bullets elsewhere, some gone and some new. */
static VacDocument *
edit (VacDocument *document,
      guint        seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  VacDocument *edited = vac_copy_document (document);
  VacNode *sections = vac_document_get (edited, VAC_ROLE_SECTIONS);

  for (guint i = 0; i < vac_node_get_n_children (sections); i++)
    {
      VacNode *items = vac_node_get (vac_node_get_child (sections, i), VAC_ROLE_SECTION_ITEMS);
      const gint32 n = (gint32) vac_node_get_n_children (items);

      for (gint32 k = (gint32) seed % 10; k < n; k += 10)
        {
          VacNode *text = vac_node_get (vac_node_get_child (items, (guint) k), VAC_ROLE_ITEM_TEXT);
          g_auto (GStrv) words = g_strsplit (vac_node_get_text (text), " ", -1);
          g_autofree char *changed = NULL;

          g_free (words[1]);
          words[1] = g_strdup_printf ("changed%u", seed);
          changed = g_strjoinv (" ", words);
          vac_document_set_text (edited, text, changed);
        }
      for (guint k = 0; k < 5 && n > 10; k++)
        {
          g_autoptr (VacNode) item = vac_node_new_record (vac_schema_get_field (VAC_ROLE_ITEM),
                                                          VAC_ROLE_ITEM_TEXT, "Bring your own tea",
                                                          VAC_ROLE_NONE);

          vac_document_move (edited,
                             vac_node_get_child (items, (guint) g_rand_int_range (random, 0, n)),
                             (guint) g_rand_int_range (random, 0, n));
          vac_document_remove (edited, vac_node_get_child (items, k * 2));
          vac_document_insert (edited, items, (guint) g_rand_int_range (random, 0, n), item);
        }
    }

  return edited;
}

static double
measure_reading (VacDocument *a,
                 VacDocument *b)
{
  VacDocument *documents[] = { a, b };
  double seconds = 0;

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GBytes) bytes = vac_write_document (documents[i]);
      double least = G_MAXDOUBLE;

      for (guint run = 0; run < RUNS; run++)
        {
          double start = get_seconds ();
          g_autoptr (VacDocument) read = vac_read_document (bytes, NULL);

          g_assert_nonnull (read);
          least = MIN (least, get_seconds () - start);
        }
      seconds += least;
    }

  return seconds;
}

static void
report (const char  *name,
        VacDocument *a,
        VacDocument *b)
{
  const double reading = measure_reading (a, b);
  double comparing = G_MAXDOUBLE, taking = G_MAXDOUBLE;
  guint n = 0;

  for (guint run = 0; run < RUNS; run++)
    {
      g_autoptr (VacDocument) copy = vac_copy_document (a);
      double start = get_seconds ();
      g_autoptr (VacDiff) diff = vac_diff_new (copy, b);

      comparing = MIN (comparing, get_seconds () - start);
      n = vac_diff_get_differences (diff)->len;
      start = get_seconds ();
      vac_diff_take_all (diff, NULL);
      taking = MIN (taking, get_seconds () - start);
    }
  g_print ("%-46s %7u %10.1f %10.1f %10.1f %8.2f\n", name, n, reading * 1000, comparing * 1000,
           taking * 1000, comparing / reading);
}

static void
report_merge (VacDocument *base)
{
  g_autoptr (VacDocument) theirs = edit (base, 13);
  g_autoptr (VacDocument) mine = edit (base, 4);
  const double reading = measure_reading (mine, theirs);
  double merging = G_MAXDOUBLE;
  guint n = 0;

  for (guint run = 0; run < RUNS; run++)
    {
      g_autoptr (VacDocument) copy = vac_copy_document (mine);
      double start = get_seconds ();
      g_autoptr (VacMerge) merge = vac_merge_run (base, copy, theirs);

      merging = MIN (merging, get_seconds () - start);
      n = vac_merge_get_n_taken (merge);
    }
  g_print ("%-46s %7u %10.1f %10.1f %10s %8.2f\n", "two edited copies merged", n, reading * 1000,
           merging * 1000, "", merging / reading);
}

int
main (void)
{
  g_autoptr (VacDocument) posting = make_posting (1, 20, 12, 3000, 'a');
  g_autoptr (VacDocument) edited = edit (posting, 3);
  g_autoptr (VacDocument) other = make_posting (2, 20, 12, 3000, 'z');
  g_autoptr (VacDocument) list = make_posting (3, 1, 5, 200, 'a');
  g_autoptr (VacDocument) other_list = make_posting (4, 1, 5, 200, 'a');
  g_autoptr (VacDocument) text = make_posting (5, 1, 0, 50, 'a');
  g_autoptr (VacDocument) other_text = make_posting (6, 1, 0, 50, 'a');

  g_print ("Postings of %u words, processor time in ms, the best of %u runs\n\n", N_WORDS, RUNS);
  g_print ("%-46s %7s %10s %10s %10s %8s\n", "", "differ", "read both", "compare", "take all",
           "ratio");
  report ("the same", posting, posting);
  report ("an edited copy", posting, edited);
  report ("nothing in common", posting, other);
  report ("10,000 bullets of the same words, mixed", list, other_list);
  report ("one text of the same words, mixed", text, other_text);
  report_merge (posting);

  return 0;
}
