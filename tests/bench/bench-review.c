/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <time.h>

#include "vac-measure.h"
#include "vac-reader.h"
#include "vac-reviewer.h"
#include "vac-spelling.h"

/* What the review of a whole posting of a thousand words takes, in processor time, and what each
 * group of findings has of it, beside reading the file. The best of several runs each; the first
 * one, which also reads the data, stands by itself.
 *
 * bench-review POSTING */

#define RUNS 20

/* In milliseconds; no more is to be taken for all groups but spelling, which is asked for. */
#define MOST 10.0

/* As a posting that is written: what a guide leaves empty. */
#define EMPLOYER "Acme"
#define N_WORDS_OF_LONG 50000

typedef struct
{
  const char    *name;
  VacReviewScope scope;
} Group;

static const Group groups[] = {
  { "facts", VAC_REVIEW_FACTS },
  { "structure", VAC_REVIEW_STRUCTURE },
  { "boards", VAC_REVIEW_BOARDS },
  { "wording", VAC_REVIEW_WORDING },
  { "readability", VAC_REVIEW_READING },
  { "typing", VAC_REVIEW_TYPING },
  { "pay", VAC_REVIEW_PAY_RULES },
};

static double
get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static double
check (VacDocument    *document,
       VacReviewScope  scope,
       guint           runs,
       guint          *n_found)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < runs; i++)
    {
      const double start = get_milliseconds ();
      g_autoptr (GPtrArray) findings = vac_review_check (document, scope);

      best = MIN (best, get_milliseconds () - start);
      *n_found = findings->len;
    }

  return best;
}

static double
measure (VacDocument *document,
         guint       *n_words)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < RUNS; i++)
    {
      const double start = get_milliseconds ();
      VacMeasure *of_it = vac_measure_new (document);

      best = MIN (best, get_milliseconds () - start);
      *n_words = of_it->words;
      vac_measure_free (of_it);
    }

  return best;
}

static double
read_file (GBytes       *bytes,
           VacDocument **document)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < RUNS; i++)
    {
      const double start = get_milliseconds ();
      g_autoptr (GError) error = NULL;

      g_clear_object (document);
      *document = vac_read_document (bytes, &error);
      if (*document == NULL)
        g_error ("%s", error->message);
      best = MIN (best, get_milliseconds () - start);
    }

  return best;
}

static void
print_row (const char *name,
           guint       n_found,
           double      milliseconds,
           double      whole)
{
  g_print ("%-24s %8u %10.2f %9.0f %%\n", name, n_found, milliseconds, 100 * milliseconds / whole);
}

/* What a key press costs with review on: the text typed in and the posting as a whole, again. */
static double
type (VacDocument *document)
{
  g_autoptr (VacReviewer) reviewer = vac_reviewer_new (document);
  VacNode *section = vac_node_get_child (vac_document_get (document, VAC_ROLE_SECTIONS), 0);
  VacNode *text = vac_node_get (section, VAC_ROLE_SECTION_TEXT);
  double best = G_MAXDOUBLE;

  while (vac_reviewer_update (reviewer, G_MAXINT64))
    ;
  for (guint i = 0; i < RUNS; i++)
    {
      g_autofree char *typed = g_strconcat (vac_node_get_text (text), "a", NULL);
      double start;

      vac_document_set_text (document, text, typed);
      start = get_milliseconds ();
      vac_reviewer_update (reviewer, 1000);
      best = MIN (best, get_milliseconds () - start);
    }

  return best;
}

/* The same sections again and again, until there are so many words. */
static void
lengthen (VacDocument *document,
          guint        n_words)
{
  VacNode *sections = vac_document_get (document, VAC_ROLE_SECTIONS);
  const guint n = vac_node_get_n_children (sections);

  for (guint times = N_WORDS_OF_LONG / MAX (n_words, 1); times > 1; times--)
    for (guint i = 0; i < n; i++)
      {
        g_autoptr (VacNode) copy = vac_node_copy (vac_node_get_child (sections, i));

        vac_document_append (document, sections, copy);
      }
}

int
main (int    argc,
      char **argv)
{
  VacReviewScope all = 0;
  g_autoptr (VacDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *contents = NULL;
  double each[G_N_ELEMENTS (groups)], first, reading, whole;
  guint n_found, n_words;
  gsize size;

  if (argc != 2 || !g_file_get_contents (argv[1], &contents, &size, &error))
    g_error ("bench-review POSTING: %s", error != NULL ? error->message : "one file");
  bytes = g_bytes_new (contents, size);
  reading = read_file (bytes, &document);
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_EMPLOYER_NAME), EMPLOYER);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    all |= groups[i].scope;

  first = check (document, all, 1, &n_found);
  whole = check (document, all, RUNS, &n_found);
  measure (document, &n_words);
  g_print ("A posting of %u words, read in %.2f ms\n\n", n_words, reading);
  g_print ("%-24s %8s %10s %11s\n", "group", "findings", "ms", "of all");
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      guint n;

      each[i] = check (document, groups[i].scope, RUNS, &n);
      print_row (groups[i].name, n, each[i], whole);
    }
  print_row ("all", n_found, whole, whole);
  print_row ("all, the first time", n_found, first, whole);
  print_row ("measures", 0, measure (document, &n_words), whole);
  if (vac_spelling_has ("en"))
    {
      guint n;
      const double spelling = check (document, VAC_REVIEW_SPELLING, RUNS, &n);

      print_row ("spelling", n, spelling, whole);
    }
  else
    g_print ("SKIP spelling: no dictionary of English\n");
  lengthen (document, n_words);
  measure (document, &n_words);
  g_print ("\nA key pressed in a posting of %u words: %.2f ms\n", n_words, type (document));
  g_print ("All of a posting in %.1f times what reading it takes; %.2f ms of at most %.0f\n",
           whole / reading, whole, MOST);

  return whole <= MOST ? EXIT_SUCCESS : EXIT_FAILURE;
}
