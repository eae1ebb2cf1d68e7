/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "support.h"
#include "vac-guide-update.h"
#include "vac-reader.h"

/* What a posting says otherwise than its guide, and what of that a guide can say. */

#define GUIDE \
  "{'format':'vacancy-posting','version':2,'language':'en','guide':{'id':'ours','title':'Ours'}," \
  "'job':{'title':'Cook'}," \
  "'sections':[{'id':'about','title':'About Us','text':'{{employer}} feeds the town.'," \
  "'items':[{'text':'Fresh bread by our bakers every day'},{'text':'A bonus of $500'}]}," \
  "{'id':'pay','title':'Pay','text':'We pay {{pay}}.'}]}"

typedef struct
{
  VacDocument *guide;
  VacDocument *posting;
} Pair;

static void
pair_clear (Pair *self)
{
  g_object_unref (self->guide);
  g_object_unref (self->posting);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, pair_clear)

static VacDocument *
read_guide (void)
{
  g_autofree char *json = g_strdelimit (g_strdup (GUIDE), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  VacDocument *document = vac_read_document (bytes, &error);

  g_assert_no_error (error);

  return document;
}

static void
set (VacDocument *document,
     const char  *path,
     const char  *text)
{
  g_autoptr (GError) error = NULL;
  VacNode *node = vac_node_lookup (vac_document_get_root (document), path, &error);

  g_assert_no_error (error);
  vac_document_set_text (document, node, text);
}

static const char *
get (VacDocument *document,
     const char  *path)
{
  return vac_node_get_text (vac_node_lookup (vac_document_get_root (document), path, NULL));
}

/* A posting as somebody fills it in. */
static Pair
set_up (void)
{
  Pair self = { read_guide (), read_guide () };

  set (self.posting, "job.title", "Head Cook");
  set (self.posting, "job.employer.name", "Nimbus Kitchens");
  set (self.posting, "job.contact.email", "cook@example.com");
  set (self.posting, "job.closes", "2026-05-04");
  set (self.posting, "job.pay.minimum", "41500");
  set (self.posting, "job.pay.maximum", "52000");
  set (self.posting, "job.pay.currency", "USD");
  set (self.posting, "job.pay.period", "year");
  set (self.posting, "job.pay.disclose", "true");

  return self;
}

static GHashTable *
choose (VacGuideUpdate *update)
{
  GHashTable *chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *changes = vac_guide_update_get_changes (update);

  for (guint i = 0; i < changes->len; i++)
    {
      const VacGuideChange *change = g_ptr_array_index (changes, i);

      g_hash_table_add (chosen, g_strdup (change->digest));
    }

  return chosen;
}

static guint
count_open (VacGuideUpdate *update,
            GHashTable     *answered)
{
  g_autoptr (GHashTable) open = vac_guide_update_list_open (update, answered);

  return g_hash_table_size (open);
}

static void
test_facts_of_the_job_are_no_change (void)
{
  g_auto (Pair) pair = set_up ();
  g_autoptr (VacGuideUpdate) update = NULL;

  set (pair.posting, "sections.0.include", "false");
  update = vac_guide_update_new (pair.guide, pair.posting);
  g_assert_cmpuint (vac_guide_update_get_changes (update)->len, ==, 0);
}

/* What each text becomes in the guide; NULL for what may not come into it. */
static void
test_texts (void)
{
  static const struct
  {
    const char *path;
    const char *text;
    const char *in_guide;
  } cases[] = {
    { "sections.0.text", "{{employer}} feeds the county.", "{{employer}} feeds the county." },
    { "sections.0.text", "Nimbus Kitchens feeds the county.", "{{employer}} feeds the county." },
    { "sections.0.items.0.text", "Fresh bread by Nimbus Kitchens every day",
      "Fresh bread by {{employer}} every day" },
    { "sections.0.items.0.text", "Fresh bread by our Head Cook every day",
      "Fresh bread by our {{title}} every day" },
    { "sections.0.items.0.text", "Fresh bread by Nimbus Kitchenspan every day",
      "Fresh bread by Nimbus Kitchenspan every day" },
    { "sections.0.items.0.text", "Fresh bread by our bakers, 41 kinds",
      "Fresh bread by our bakers, 41 kinds" },
    { "sections.0.items.1.text", "A bonus of $700", "A bonus of $700" },
    { "sections.0.title", "Who We Are", "Who We Are" },
    { "sections.1.text", "We pay $41,500 – $52,000 per year, gladly.", "We pay {{pay}}, gladly." },
    { "sections.0.items.0.text", "Fresh bread by our bakers for 52,000 a year", NULL },
    { "sections.0.items.0.text", "Fresh bread by our bakers for 52k", NULL },
    { "sections.0.items.0.text", "Fresh bread by our bakers for $3", NULL },
    { "sections.0.items.1.text", "A bonus of $41,500.00", NULL },
    { "sections.0.items.0.text", "Fresh bread by our bakers, cook@example.com", NULL },
    { "sections.0.items.0.text", "Fresh bread by our bakers until May 4, 2026", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Pair) pair = set_up ();
      g_autoptr (VacGuideUpdate) update = NULL;
      g_autoptr (GHashTable) chosen = NULL;
      g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);
      g_autofree char *before = g_strdup (get (pair.guide, cases[i].path));
      const gboolean fits = cases[i].in_guide != NULL;
      VacGuideChange *change;

      g_test_message ("%s", cases[i].text);
      set (pair.posting, cases[i].path, cases[i].text);
      update = vac_guide_update_new (pair.guide, pair.posting);
      g_assert_cmpuint (vac_guide_update_get_changes (update)->len, ==, 1);
      change = g_ptr_array_index (vac_guide_update_get_changes (update), 0);
      g_assert_true (change->own_text);
      g_assert_cmpint (change->obstacle == NULL, ==, fits);
      g_assert_cmpuint (count_open (update, none), ==, fits);
      chosen = choose (update);
      g_assert_cmpuint (count_open (update, chosen), ==, 0);
      g_assert_cmpuint (vac_guide_update_take (update, chosen), ==, fits);
      g_assert_cmpstr (get (pair.guide, cases[i].path), ==, fits ? cases[i].in_guide : before);
      g_assert_cmpstr (get (pair.guide, "job.employer.name"), ==, "");
      g_assert_cmpstr (get (pair.posting, cases[i].path), ==, cases[i].text);
      vac_document_undo (pair.guide);
      g_assert_cmpstr (get (pair.guide, cases[i].path), ==, before);
    }
}

/* The guide's own employer is the posting's: nothing has to be hidden. */
static void
test_what_the_guide_says_itself_stays (void)
{
  g_auto (Pair) pair = set_up ();
  g_autoptr (VacGuideUpdate) update = NULL;
  g_autoptr (GHashTable) chosen = NULL;

  set (pair.guide, "job.employer.name", "Nimbus Kitchens");
  set (pair.posting, "sections.0.items.0.text", "Fresh bread by Nimbus Kitchens every day");
  update = vac_guide_update_new (pair.guide, pair.posting);
  chosen = choose (update);
  g_assert_cmpuint (vac_guide_update_take (update, chosen), ==, 1);
  g_assert_cmpstr (get (pair.guide, "sections.0.items.0.text"), ==,
                   "Fresh bread by Nimbus Kitchens every day");
}

/* What was added and left out is offered, but is no text of the guide's that was changed. */
static void
test_additions_and_removals (void)
{
  g_auto (Pair) pair = set_up ();
  g_autoptr (VacGuideUpdate) update = NULL;
  g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) chosen = NULL;
  VacNode *items = vac_node_lookup (vac_document_get_root (pair.posting), "sections.0.items", NULL);
  g_autoptr (VacNode) item = vac_node_new_record (vac_schema_get_field (VAC_ROLE_ITEM),
                                                  VAC_ROLE_ITEM_TEXT, "Soup at Nimbus Kitchens",
                                                  VAC_ROLE_NONE);

  vac_document_remove (pair.posting, vac_node_get_child (items, 1));
  vac_document_insert (pair.posting, items, 0, item);
  update = vac_guide_update_new (pair.guide, pair.posting);
  g_assert_cmpuint (vac_guide_update_get_changes (update)->len, ==, 2);
  g_assert_cmpuint (count_open (update, none), ==, 0);
  chosen = choose (update);
  g_assert_cmpuint (vac_guide_update_take (update, chosen), ==, 2);
  g_assert_cmpstr (get (pair.guide, "sections.0.items.0.text"), ==, "Soup at {{employer}}");
  g_assert_cmpstr (get (pair.guide, "sections.0.items.1.text"), ==,
                   "Fresh bread by our bakers every day");
}

/* Nothing of it is left, but it stands where the other one stood. */
static void
test_an_entry_written_anew (void)
{
  g_auto (Pair) pair = set_up ();
  g_autoptr (VacGuideUpdate) update = NULL;
  g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) chosen = NULL;

  set (pair.posting, "sections.0.items.0.text", "Shifts of six hours");
  update = vac_guide_update_new (pair.guide, pair.posting);
  g_assert_cmpuint (count_open (update, none), ==, 1);
  chosen = choose (update);
  g_assert_cmpuint (vac_guide_update_take (update, chosen), ==, 2);
  g_assert_cmpstr (get (pair.guide, "sections.0.items.0.text"), ==, "Shifts of six hours");
  g_assert_cmpstr (get (pair.guide, "sections.0.items.1.text"), ==, "A bonus of $500");
}

/* What somebody wrote into the guide since the question was asked is not written over. */
static void
test_a_text_that_changed_meanwhile_is_left (void)
{
  g_auto (Pair) pair = set_up ();
  g_autoptr (VacDocument) later = read_guide ();
  g_autoptr (VacGuideUpdate) asked = NULL;
  g_autoptr (VacGuideUpdate) update = NULL;
  g_autoptr (GHashTable) chosen = NULL;

  set (pair.posting, "sections.0.text", "We feed the county.");
  set (pair.posting, "sections.0.items.0.text", "Stale bread by our bakers every day");
  asked = vac_guide_update_new (pair.guide, pair.posting);
  chosen = choose (asked);
  g_assert_cmpuint (g_hash_table_size (chosen), ==, 2);
  set (later, "sections.0.text", "We feed the world.");
  update = vac_guide_update_new (later, pair.posting);
  g_assert_cmpuint (vac_guide_update_take (update, chosen), ==, 1);
  g_assert_cmpstr (get (later, "sections.0.text"), ==, "We feed the world.");
  g_assert_cmpstr (get (later, "sections.0.items.0.text"), ==,
                   "Stale bread by our bakers every day");
}

static void
test_a_guide_that_is_read_only_is_left (void)
{
  g_auto (Pair) pair = set_up ();
  g_autoptr (VacGuideUpdate) update = NULL;
  g_autoptr (GHashTable) chosen = NULL;

  set (pair.posting, "sections.0.text", "We feed the county.");
  vac_document_set_read_only (pair.guide, TRUE);
  update = vac_guide_update_new (pair.guide, pair.posting);
  chosen = choose (update);
  g_assert_cmpuint (vac_guide_update_take (update, chosen), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guide-update/facts-of-the-job-are-no-change",
                   test_facts_of_the_job_are_no_change);
  g_test_add_func ("/guide-update/texts", test_texts);
  g_test_add_func ("/guide-update/what-the-guide-says-itself-stays",
                   test_what_the_guide_says_itself_stays);
  g_test_add_func ("/guide-update/additions-and-removals", test_additions_and_removals);
  g_test_add_func ("/guide-update/an-entry-written-anew", test_an_entry_written_anew);
  g_test_add_func ("/guide-update/a-text-that-changed-meanwhile-is-left",
                   test_a_text_that_changed_meanwhile_is_left);
  g_test_add_func ("/guide-update/a-guide-that-is-read-only-is-left",
                   test_a_guide_that_is_read_only_is_left);

  return g_test_run ();
}
