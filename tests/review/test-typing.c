/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"
#include "vac-review.h"

/* A text, and what of it is marked, with what is suggested: "span→suggestion|other; …". */
typedef struct
{
  const char *language;
  const char *text;
  const char *expected;
} TypingCase;

static const TypingCase doubled[] = {
  { "en", "You work in the the team", "the the→the" },
  { "en", "The the team", "The the→The" },
  { "en", "and and and more", "and and and→and" },
  { "en", "of\u00a0of it", "of\u00a0of→of" },
  { "en", "We know that that had had an effect", "" },
  { "en", "New York New York, Walla Walla", "" },
  { "en", "Grade A A, and work in in-house teams or part-time time", "" },
  { "en", "One line ends\nends here", "" },
  { "en", "{{title}} {{title}} and 5 5", "" },
  { "en", "It is, is it", "" },
  { "de", "Wir suchen für für unser Team", "für für→für" },
  { "de", "Unser Team Team wächst", "Team Team→Team" },
  { "de", "dass sie sie kennen, mit der der Chef und die die Gruppe", "" },
  { "fr", "Nous nous engageons et vous vous formez dans dans l’équipe", "dans dans→dans" },
  { "tr", "yavaş yavaş", "" },
  { NULL, "yavaş yavaş the the", "" },
};

static const TypingCase articles[] = {
  { "en", "a engineer and an manager", "a→an; an→a" },
  { "en-GB", "A engineer. An manager", "A→An; An→A" },
  { "en", "an hour, a hour, an honest offer, a heir", "a→an; a→an" },
  { "en", "a university, an university, a unique use, an user, a utility", "an→a; an→a" },
  { "en", "an unusual, uninterrupted day in an urban area", "" },
  { "en", "an unanimous vote, a unimodal curve, a Ugandan, an oneness", "an→a; an→a" },
  { "en", "a urban area, a unimportant detail", "a→an; a→an" },
  { "en", "a one-time bonus, an one-time bonus, a once daily call", "an→a" },
  { "en", "a European firm, an European firm, an EU firm", "an→a" },
  { "en", "an MBA, a MBA, an SQL query, a SQL query, a LAN, an RN, a RN", "a→an; a→an" },
  { "en", "an LLM, a LLM, an MLOps role, a MLOps role, a PhD, an PhD", "a→an; a→an; an→a" },
  { "en", "a US firm, an UX role, a URL, an URL, a FAQ, an FAQ, an HR role, a HR role",
    "an→a; a→an" },
  { "en", "an X-ray, a X-ray, a U-turn, an L5, a S3 bucket, an e-mail", "a→an; a→an" },
  { "en", "an 8-hour day, a 8-hour day, an 11th, an 18-month, a 12-hour, an 12-hour",
    "a→an; an→a" },
  { "en", "a $80,000 salary, an $18,000 grant, a 1,800 list, a $120,000", "a→an" },
  { "en", "an iOS app, a iOS app, an mRNA study, a historic and an historic day", "a→an" },
  { "en", "a “open” door and an \"open\" door", "a→an" },
  { "en", "Grade A employees, Series A investors; option a or b", "" },
  { "en", "a on-call week", "a→an" },
  { "en", "a {{title}} or an {{title}} at a https://example.org", "" },
  { "en", "WE WANT A MLOPS EXPERT", "" },
  { "en", "a SCRUM master, a STEM degree, an HIPAA rule", "" },
  { "de", "a engineer", "" },
  { "fr", "il a une équipe et an other", "" },
};

static const TypingCase brackets[] = {
  { "en", "All (m/f/d) and [more] {too}", "" },
  { "en", "Engineer (m/f/d", "(m/f/d→(m/f/d)|m/f/d" },
  { "en", "Engineer m/f/d) wanted", ")→" },
  { "en", "Some (words] here", "]→)" },
  { "en", "Some ((words) here", "(→" },
  { "en", "a) first, b) second and 1) third", "" },
  { "en", "(see 1) and more)", ")→" },
  { "en", "We smile :) and ;-) and :(", "" },
  { "en", "An (", " (→" },
  { "en", "{{employer}} (our {{title}})", "" },
  { "en", "Opened (here\n\nnot closed) there", "(here→(here)|here; )→" },
  { "en", "Opened (here\nand closed) there", "" },
  { "en", "Write “so” or \"so\" or „so“ or »so« and 'so", "" },
  { "en", "Write “so and no more", "“→" },
  { "en", "Write \"so and \"so\"", "\"→" },
  { "en", "A 27\" screen or a \"5\" key", "" },
  { "de", "Bei „Harbor arbeiten", "„→" },
  { "fi", "Sanat ”näin” ja »näin»", "" },
  { "ja", "東京（本社）と「大阪", "「大阪→「大阪」|大阪" },
};

static const TypingCase spaces[] = {
  { "en", "Two  spaces and   three", "  → ;    → " },
  { "en", "Ends with two  ", "" },
  { "en", "   Begins so\n   and so", "" },
  { "en", "Before , after .", " ,→,;  .→." },
  { "en", "Really ? Yes ! So : and ; there", " ?→?;  !→!;  :→:;  ;→;" },
  { "fr", "Vraiment ? Oui ! Voici : et ; là , ici .", " ,→,;  .→." },
  { "fr-CA", "Vraiment ?", "" },
  { "en", "We use .NET and ...dots :) or 1 : 2", "" },
  { "en", "Inside ( brackets )", "( →(;  )→)" },
  { "en", "A box [ ] to tick", "" },
  { "en", "One,two;three", ",→, ; ;→; " },
  { "en", "1,000 and 3,b and C,D", ",→, " },
  { "en", "R&amp;D", "" },
  { "en", "Ready?Apply", "?→? " },
  { "en", "https://example.org/?a,b and jobs@example.org, please", "" },
  { "en", "{{employer}} , or  {{title}}", " ,→,;   → " },
  { "de", "Mitarbeiter:innen und Kolleg*innen, z. B. hier", "" },
};

static const TypingCase stops[] = {
  { "en", "Apply now!! Why??", "!!→!; ??→?" },
  { "en", "Really?! Yes!?", "" },
  { "en", "Really?!?!", "?!?!→?!" },
  { "en", "One,, two;; three::", ",,→,; ;;→;; ::→:" },
  { "en", "Done.. And more... and....", "..→.|…" },
  { "en", "tools, etc., and Yahoo!, and so on ...?", "" },
  { "en", "The end,.", ",.→." },
  { "en", "std::sort and ../data and 1..5", "" },
};

static VacDocument *
make (const TypingCase *row)
{
  g_autoptr (VacDocument) document = support_load_guide ();

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE),
                         row->language != NULL ? row->language : "");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_NOTE), row->text);

  return g_steal_pointer (&document);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const VacFinding *of_a = *(const VacFinding **) a, *of_b = *(const VacFinding **) b;

  return of_a->start < of_b->start ? -1 : of_a->start > of_b->start;
}

static char *
describe (GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  g_ptr_array_sort (findings, compare);
  for (guint i = 0; i < findings->len; i++)
    {
      const VacFinding *finding = findings->pdata[i];
      g_autofree char *right = g_strjoinv ("|", finding->suggestions);

      g_string_append_printf (text, "%s%.*s→%s", i > 0 ? "; " : "", (int) finding->length,
                              vac_node_get_text (finding->node) + finding->start, right);
    }

  return g_string_free (text, FALSE);
}

static GPtrArray *
check (VacDocument *document)
{
  GPtrArray *findings = vac_finding_array_new ();

  vac_review_check_text (document, vac_document_get (document, VAC_ROLE_PAY_NOTE),
                         VAC_REVIEW_TYPING, findings);

  return findings;
}

static void
test_slip_is_found_and_mended (gconstpointer data)
{
  const TypingCase *row = data;
  g_autoptr (VacDocument) document = make (row);
  g_autoptr (GPtrArray) findings = check (document);
  g_autofree char *found = describe (findings);

  g_test_message ("%s", row->text);
  g_assert_cmpstr (found, ==, row->expected);
}

/* Takes the first suggestions until nothing is found: no mend makes another slip. */
static void
test_mends_leave_nothing_to_mend (gconstpointer data)
{
  const TypingCase *row = data;
  g_autoptr (VacDocument) document = make (row);
  VacNode *node = vac_document_get (document, VAC_ROLE_PAY_NOTE);

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (GPtrArray) findings = check (document);
      g_autoptr (GString) text = g_string_new (vac_node_get_text (node));
      const VacFinding *finding = findings->len > 0 ? findings->pdata[0] : NULL;

      if (finding == NULL)
        return;
      g_string_erase (text, (gssize) finding->start, (gssize) finding->length);
      g_string_insert (text, (gssize) finding->start, finding->suggestions[0]);
      vac_document_set_text (document, node, text->str);
    }
  g_test_message ("%s: %s", row->text, vac_node_get_text (node));
  g_test_fail ();
}

static void
test_postings_are_typed_well (void)
{
  g_auto (GStrv) names = support_list_postings ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (VacDocument) document = support_load_posting (names[i]);
      g_autoptr (GPtrArray) findings = vac_review_check (document, VAC_REVIEW_TYPING);
      g_autofree char *found = describe (findings);

      g_test_message ("%s", names[i]);
      g_assert_cmpstr (found, ==, "");
    }
}

static void
test_guides_are_typed_well (void)
{
  g_auto (GStrv) guides = support_list_guides ();

  for (guint i = 0; guides[i] != NULL; i++)
    {
      g_autoptr (VacDocument) document = support_load_document (guides[i]);
      g_autoptr (GPtrArray) findings = vac_review_check (document, VAC_REVIEW_TYPING);
      g_autofree char *found = describe (findings);

      g_test_message ("%s", guides[i]);
      g_assert_cmpstr (found, ==, "");
    }
}

static void
add_table (const char       *name,
           const TypingCase *rows,
           guint             n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *found = g_strdup_printf ("/typing/%s/%u", name, i);
      g_autofree char *mended = g_strdup_printf ("/typing/%s/%u/mends-leave-nothing", name, i);

      g_test_add_data_func (found, &rows[i], test_slip_is_found_and_mended);
      g_test_add_data_func (mended, &rows[i], test_mends_leave_nothing_to_mend);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_table ("a-word-is-not-doubled", doubled, G_N_ELEMENTS (doubled));
  add_table ("an-article-goes-by-the-sound", articles, G_N_ELEMENTS (articles));
  add_table ("brackets-and-quotes-have-both-halves", brackets, G_N_ELEMENTS (brackets));
  add_table ("spaces-stand-where-they-belong", spaces, G_N_ELEMENTS (spaces));
  add_table ("one-stop-is-enough", stops, G_N_ELEMENTS (stops));
  g_test_add_func ("/typing/postings-are-typed-well", test_postings_are_typed_well);
  g_test_add_func ("/typing/guides-are-typed-well", test_guides_are_typed_well);

  return g_test_run ();
}
