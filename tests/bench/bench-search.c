/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <time.h>

#include "vac-search.h"

/* What finding and replacing words in a posting of 50,000 of them takes, in processor time: that is
 * what each key costs somebody who types them into the find bar. The best of several runs each. */

#define RUNS      5
#define N_BULLETS 2500   /* of 20 words */

/* In milliseconds: a key is not to be felt, and what is chosen once may take a little longer. */
#define MOST      16.0
#define MOST_ONCE 100.0

static const struct
{
  const char *language;
  const char *bullet;
  const char *common;   /* is in it many times */
  const char *rare;     /* is not */
} scripts[] = {
  { "en",
    "Keep the order book up to date with our suppliers in four countries, and answer what they ask "
    "within a day",
    "e", "repaired" },
  { "de",
    "Sie prüfen für die Größe der Straße, was täglich über die Brücke fährt, und hören früh, ob "
    "später mehr käme",
    "e", "STRASSENBAU" },
  { "ja",
    "データを扱う仕事です。東京のチームと一緒に、毎日新しい"
    "モデルを作り、評価し、改善していきます。在宅勤務もできます。",
    "を", "大阪" },
  { "ar",
    "نبحث عن مهندس برمجيات للعمل مع فريقنا في المدينة كل يوم على نماذج جديدة وتقييمها وتحسينها "
    "بعناية كبيرة ودقة عالية جدا",
    "ن", "طبيب" },
};

static double
get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static VacDocument *
make_posting (const char *language,
              const char *bullet)
{
  g_autoptr (VacNode) section = vac_node_new_record (vac_schema_get_field (VAC_ROLE_SECTION),
                                                     VAC_ROLE_SECTION_ID, "one",
                                                     VAC_ROLE_SECTION_TITLE, "One", VAC_ROLE_NONE);
  VacDocument *document = vac_document_new ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  VacNode *list = vac_node_get (section, VAC_ROLE_SECTION_ITEMS);

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE), language);
  vac_document_append (document, vac_document_get (document, VAC_ROLE_SECTIONS), section);
  for (guint i = 0; i < N_BULLETS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s %u", bullet, i);

      g_ptr_array_add (items, vac_node_new_record (vac_node_get_field (list)->element,
                                                   VAC_ROLE_ITEM_TEXT, text, VAC_ROLE_NONE));
    }
  vac_document_insert_all (document, list, 0, items);

  return document;
}

static double
find (VacDocument     *document,
      const char      *words,
      VacPatternFlags  flags,
      guint           *n_found)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < RUNS; i++)
    {
      const double start = get_milliseconds ();
      g_autoptr (VacSearch) search = vac_search_new (document, words, flags, VAC_SEARCH_EVERYWHERE);
      g_autoptr (GArray) matches = vac_search_find_all (search);

      *n_found = matches->len;
      best = MIN (best, get_milliseconds () - start);
    }

  return best;
}

static double
replace (VacDocument *document,
         const char  *words,
         guint       *n_replaced)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (VacSearch) search = vac_search_new (document, words, 0, VAC_SEARCH_EVERYWHERE);
      g_auto (VacReplaced) result = { 0 };
      const double start = get_milliseconds ();

      vac_search_replace_all (search, "other words", &result);
      best = MIN (best, get_milliseconds () - start);
      *n_replaced = result.n_replaced;
      vac_document_undo (document);
    }

  return best;
}

static gboolean
print_row (const char *language,
           const char *what,
           guint       n,
           double      milliseconds,
           double      most)
{
  g_print ("%-4s %-28s %8u %8.2f ms%s\n", language, what, n, milliseconds,
           milliseconds > most ? ": too long" : "");

  return milliseconds <= most;
}

int
main (void)
{
  gboolean fine = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      const char *language = scripts[i].language;
      g_autoptr (VacDocument) document = make_posting (language, scripts[i].bullet);
      double took;
      guint n;

      took = find (document, scripts[i].rare, 0, &n);
      fine &= print_row (language, "find what is not there", n, took, MOST);
      took = find (document, scripts[i].common, 0, &n);
      fine &= print_row (language, "find what is everywhere", n, took, MOST);
      took = find (document, scripts[i].common, VAC_PATTERN_MATCH_CASE, &n);
      fine &= print_row (language, "the same, matching case", n, took, MOST);
      took = find (document, scripts[i].common, VAC_PATTERN_WHOLE_WORDS, &n);
      fine &= print_row (language, "the same, as whole words", n, took, MOST_ONCE);
      took = replace (document, scripts[i].common, &n);
      fine &= print_row (language, "replace all", n, took, MOST_ONCE);
    }

  return fine ? 0 : 1;
}
