/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "support.h"
#include "vac-review.h"
#include "vac-spelling.h"
#include "vac-trade-words.h"

/* A text, and the words of it that are marked. */
typedef struct
{
  const char *language;
  const char *text;
  const char *expected;
} SpellingCase;

static const SpellingCase cases[] = {
  { "en-US", "You will mantain the machine", "mantain" },
  { "en-US", "A well-knwon and co-operative team", "knwon" },
  { "en-US", "teh teh", "teh teh" },
  { "en", "Color and flavor of the recieved goods", "recieved" },
  { "en-US", "H1B, 401kk, 3rdd and snake_caze", "" },
  { "en-US", "MLOps, XGBoost, LLMQ and iPaddo", "" },
  { "en-US", "See https://exmaple.org/teh or teh@exmaple.org or exmaple.org", "" },
  { "en-US", "{{employer}} and {{titel}}", "" },
  { "en-US", "Harbor Analytics in Austin; Zyxwv GmbH", "" },
  { "en-US", "You’ll see that it’s the employer’s and we don't", "" },
  { "en-US", "hyperparameters, microservices and Kubernetes’s runbooks", "" },
  { "en-US", "A résumé, a handoff and a multistate license; per diem", "" },
  { "de-DE", "Sie entwikkeln Modelle", "entwikkeln" },
  { "de-DE", "Mitarbeiter:innen, Kolleg*innen, Daten- und Modellpflege (m/w/d)", "" },
  { "de-DE", "Onboarding, Pflegefachkräfte und Kommissionierung", "" },
  { "de-DE", "Data Scientists mit scikit-learn, aber kein Knwoledge", "Knwoledge" },
  { "fr-FR", "Vous developpez des modeles", "developpez modeles" },
  { "fr-FR", "Dès l’onboarding, beaucoup d'upskilling et de microservices", "" },
  { "fr-FR", "Coordinateur·trice, vendeur(euse), directeur-rice et développeur.euse", "" },
  { "fr-FR", "Tou·te·s co-construisent des tests end-to-end et l’éco-conception", "" },
  { "fr-FR", "L’équipe de la Customer Success Manager a Weights & Biases", "" },
  { "fr-FR", "Experience en vente. Experience exigée", "Experience Experience" },
  { "fr-CA", "Infolettre et magasinage à Québec, en fin de semaine", "" },
  { "xx", "Teh machine", "" },
};

static VacDocument *
make (const SpellingCase *row)
{
  g_autoptr (VacDocument) document = support_load_guide ();

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE), row->language);
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_EMPLOYER_NAME),
                         "Zyxwv GmbH");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_NOTE), row->text);

  return g_steal_pointer (&document);
}

static char *
list_words (GPtrArray *findings)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const VacFinding *finding = findings->pdata[i];

      g_assert_cmpint (finding->group, ==, VAC_FINDING_SPELLING);
      g_string_append_printf (words, "%s%.*s", i > 0 ? " " : "", (int) finding->length,
                              vac_node_get_text (finding->node) + finding->start);
    }

  return g_string_free (words, FALSE);
}

static gboolean
skip_without (const char *language)
{
  if (vac_spelling_has (language) || g_str_equal (language, "xx"))
    return FALSE;
  g_test_skip ("no dictionary of that language is installed");

  return TRUE;
}

static void
test_wrong_words_are_marked (gconstpointer data)
{
  const SpellingCase *row = data;
  g_autoptr (VacDocument) document = NULL;
  g_autoptr (GPtrArray) findings = vac_finding_array_new ();
  g_autofree char *found = NULL;

  if (skip_without (row->language))
    return;
  document = make (row);
  vac_review_check_text (document, vac_document_get (document, VAC_ROLE_PAY_NOTE),
                         VAC_REVIEW_SPELLING, findings);
  found = list_words (findings);
  g_test_message ("%s", row->text);
  g_assert_cmpstr (found, ==, row->expected);
}

static void
test_guide_is_spelled_well (gconstpointer data)
{
  g_autoptr (VacDocument) document = support_load_document (data);
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *found = NULL;

  if (skip_without (language))
    return;
  findings = vac_review_check (document, VAC_REVIEW_SPELLING);
  found = list_words (findings);
  g_assert_cmpstr (found, ==, "");
}

static void
test_a_language_without_dictionary_is_told_once (void)
{
  const SpellingCase row = { "xx", "Teh machine", "" };
  g_autoptr (VacDocument) document = make (&row);
  g_autoptr (GPtrArray) findings = vac_review_check (document, VAC_REVIEW_SPELLING);
  const VacFinding *finding;

  g_assert_cmpuint (findings->len, ==, 1);
  finding = findings->pdata[0];
  g_assert_cmpstr (finding->id, ==, "spelling.dictionary");
  g_assert_cmpint (finding->severity, ==, VAC_SEVERITY_HINT);
  g_assert_nonnull (strstr (finding->sentence, "xx"));
  /* What is no tag at all is not asked about. */
  g_assert_false (vac_spelling_has ("-5"));
}

static void
test_suggestions_come_when_asked_for (void)
{
  g_auto (GStrv) none = vac_spelling_suggest ("xx", "mantain");
  g_auto (GStrv) some = NULL;

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  if (skip_without ("en-US"))
    return;
  some = vac_spelling_suggest ("en-US", "mantain");
  g_assert_true (g_strv_contains ((const char *const *) some, "maintain"));
}

static void
test_what_is_learned_can_be_forgotten (void)
{
  if (skip_without ("en-US"))
    return;
  g_assert_false (vac_spelling_knows ("en-US", "grobnitz"));
  vac_spelling_learn ("en-US", "grobnitz");
  g_assert_true (vac_spelling_knows ("en-US", "grobnitz"));
  vac_spelling_forget ("en-US", "grobnitz");
  g_assert_false (vac_spelling_knows ("en-US", "grobnitz"));
}

static void
test_words_of_trades_are_of_their_language (void)
{
  g_assert_true (vac_trade_words_have ("en", "hyperparameters"));
  g_assert_true (vac_trade_words_have ("en-GB", "Runbook"));
  g_assert_false (vac_trade_words_have ("en", "Pflegefachfrau"));
  g_assert_false (vac_trade_words_have ("fr", "Pflegefachfrau"));
  g_assert_true (vac_trade_words_have ("fr-CA", "L'onboarding"));
  g_assert_true (vac_trade_words_have ("fr", "préentraînées"));
  g_assert_false (vac_trade_words_have ("fr", "l'entreprise"));
  g_assert_false (vac_trade_words_have ("en", "l'onboarding"));
}

static void
test_names_are_of_all_languages (void)
{
  g_assert_true (vac_trade_words_have ("en", "Grafana"));
  g_assert_true (vac_trade_words_have ("fr", "Grafana"));
  g_assert_true (vac_trade_words_have ("xx", "Grafana"));
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("vacancy-spelling-XXXXXX", NULL);
  g_auto (GStrv) guides = NULL;
  g_autofree char *ordering = NULL;
  int status;

  /* The user's own words are not ours to change, and whose dictionary it is makes a difference. */
  g_assert_nonnull (folder);
  ordering = g_build_filename (folder, "enchant.ordering", NULL);
  g_assert_true (g_file_set_contents (ordering, "*:hunspell\nen_US:hunspell\n", -1, NULL));
  g_setenv ("ENCHANT_CONFIG_DIR", folder, TRUE);
  g_setenv ("HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/spelling/wrong-words-are-marked/%u", i);

      g_test_add_data_func (path, &cases[i], test_wrong_words_are_marked);
    }
  guides = support_list_guides ();
  for (guint i = 0; guides[i] != NULL; i++)
    {
      g_autofree char *name = g_path_get_basename (guides[i]);
      g_autofree char *path = g_strconcat ("/spelling/a-guide-is-spelled-well/", name, NULL);

      g_test_add_data_func (path, guides[i], test_guide_is_spelled_well);
    }
  g_test_add_func ("/spelling/a-language-without-dictionary-is-told-once",
                   test_a_language_without_dictionary_is_told_once);
  g_test_add_func ("/spelling/suggestions-come-when-asked-for",
                   test_suggestions_come_when_asked_for);
  g_test_add_func ("/spelling/what-is-learned-can-be-forgotten",
                   test_what_is_learned_can_be_forgotten);
  g_test_add_func ("/spelling/words-of-trades-are-of-their-language",
                   test_words_of_trades_are_of_their_language);
  g_test_add_func ("/spelling/names-are-of-all-languages", test_names_are_of_all_languages);
  status = g_test_run ();
  remove_folder (folder);

  return status;
}
