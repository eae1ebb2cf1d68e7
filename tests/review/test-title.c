/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"
#include "vac-review.h"

/* What is said of a job title: in it, with the words that are marked and what could stand there. */

#define EVERYTHING (VAC_REVIEW_STRUCTURE | VAC_REVIEW_BOARDS)
#define ONLY "boards.title.only"
#define LENGTH "structure.title.length"
#define CAPITALS "structure.title.capitals"
#define LEVELS "structure.title.levels"
#define GRADE "structure.title.grade"

typedef struct
{
  const char *title;
  const char *id;            /* NULL: nothing is said */
  const char *span;          /* NULL: about all of it */
  const char *mended;        /* NULL: nothing is suggested */
  const char *language;      /* NULL: English */
} TitleCase;

static const TitleCase titles[] = {
  { "Data Engineer" },
  { "Head of Learning and Development (all genders)" },
  { "Teacher of Modern Foreign Languages (French and Spanish)" },
  { "Senior Director of Strategic Partnerships and Developer Relations", LENGTH },
  { "Lead of the Team that Builds our Data", LENGTH },
  { "Leitung des Teams zum Aufbau von Daten", NULL, NULL, NULL, "de" },

  { "SENIOR DATA ENGINEER", CAPITALS },
  { "ELECTRICIAN (f/m/d)", CAPITALS },
  { "SAP ABAP Developer" },
  { "CFO" },
  { "HVAC/R" },
  { "HR QA SAP" },
  { "法人営業", NULL, NULL, NULL, "ja" },

  { "Junior/Senior Developer", LEVELS, "Junior/Senior" },
  { "Senior or Mid-Level Developer", LEVELS, "Senior or Mid-Level" },
  { "Junior bis Senior Entwickler (m/w/d)", LEVELS, "Junior bis Senior", NULL, "de" },
  { "Junior/Senior High School Teacher" },
  { "Junior Nurse, Senior Living" },
  { "Senior Trainee Program Manager" },
  { "Senior Internship Coordinator" },
  { "Senior Manager, Internal Audit" },
  { "Staff Nurse" },
  { "Lead Generation Trainee" },
  { "Principal Intermediate Care Nurse" },
  { "Développeur Junior/Confirmé (H/F)", LEVELS, "Junior/Confirmé", NULL, "fr" },
  { "Comptable senior ou alternant (F/H)", LEVELS, "senior ou alternant", NULL, "fr" },
  { "Maître de stage, profil senior", NULL, NULL, NULL, "fr" },
  { "Apprenti cuisinier en résidence senior (H/F)", NULL, NULL, NULL, "fr" },
  { "Développeur débutant ou confirmé (CDI)", LEVELS, "débutant ou confirmé", NULL, "fr" },
  { "Senior/Junior Entwickler", NULL, NULL, NULL, "nl" },

  { "Software Engineer II", GRADE, " II", "Software Engineer" },
  { "Software Engineer III, Payments", GRADE, " III", "Software Engineer, Payments" },
  { "Data Scientist L5", GRADE, " L5", "Data Scientist" },
  { "Data Scientist IC4 (remote)", GRADE, " IC4", "Data Scientist (remote)" },
  { "Sachbearbeitung II", GRADE, " II", "Sachbearbeitung", "de" },
  { "Clinical Trial Manager, Phase II" },
  { "Clinical Trial Manager Phase II" },
  { "Type II Diabetes Nurse" },
  { "Lehrkraft Sekundarstufe I/II", NULL, NULL, NULL, "de" },
  { "Lehrkraft Sekundarstufe I", NULL, NULL, NULL, "de" },
  { "Ingénieur II (H/F)", GRADE, " II", "Ingénieur (H/F)", "fr" },
  { "Actuaire Solvabilité II (H/F)", NULL, NULL, NULL, "fr" },
  { "Attaché de recherche clinique, phase II", NULL, NULL, NULL, "fr" },
  { "Technicien Seveso II", NULL, NULL, NULL, "fr" },
  { "Ingenieur II", NULL, NULL, NULL, "nl" },
  { "II" },

  { "Data Engineer at Acme Rail", ONLY, "Acme Rail" },
  { "Data Engineer – ACME Rail", ONLY, " – ACME Rail", "Data Engineer" },
  { "Acme Rail: Data Engineer", ONLY, "Acme Rail: ", "Data Engineer" },
  { "Acme Railway Engineer" },
  { "Data Engineer (Reading)", ONLY, " (Reading)", "Data Engineer" },
  { "Data Engineer, Reading", ONLY, ", Reading", "Data Engineer" },
  { "Data Engineer, Reading, Nights", ONLY, ", Reading", "Data Engineer, Nights" },
  { "Data Engineer in Reading", ONLY, "Reading" },
  { "Reading Specialist" },
  { "Senior Reading Specialist" },
  { "Reading" },
  { "Data Engineer, $80K–$95K", ONLY, ", $80K–$95K", "Data Engineer" },
  { "Data Engineer (€60.000)", ONLY, " (€60.000)", "Data Engineer" },
  { "Data Engineer 80k", ONLY, "80k" },
  { "4K Video Editor" },
  { "Data Engineer R-1187", ONLY, "R-1187" },
  { "Data Engineer (REQ2231)", ONLY, " (REQ2231)", "Data Engineer" },
  { "Data Engineer - 482133", ONLY, " - 482133", "Data Engineer" },
  { "Data Engineer #1187", ONLY, "#1187" },
  { "Data Engineer (7-B)", ONLY, " (7-B)", "Data Engineer" },
  { "Summer Analyst 2027" },
  { "Teacher 2026/27" },
  { "ISO 27001 Auditor" },
  { "F-150 Mechanic" },
  { "S/4HANA Consultant" },
  { "24/7 Support Engineer" },
  { "Data Engineer!!!", ONLY, "!!!", "Data Engineer" },
  { "*Urgent* Data Engineer", ONLY, "*", "Urgent* Data Engineer" },
  { "🚀 Data Engineer", ONLY, "🚀 ", "Data Engineer" },
  { "Data ★ Engineer", ONLY, " ★", "Data Engineer" },
  { "C# Developer" },
  { "F# and C# Developer" },
  { "Entwickler*in", NULL, NULL, NULL, "de" },
  { "SAP® Consultant" },
  { "{{employer}}! Engineer", ONLY, "!", "{{employer}} Engineer" },
  { "{{employer}} Engineer" },
};

static void
set (VacDocument *document,
     VacRole      role,
     const char  *text)
{
  g_assert_true (vac_document_set_text (document, vac_document_get (document, role), text));
}

static VacDocument *
make_document (const char *title,
               const char *language)
{
  VacDocument *document = support_read_text (
      "{ \"format\": \"vacancy-posting\", \"version\": 2, \"language\": \"en-US\", \"job\": {"
      " \"title\": \"x\", \"employer\": { \"name\": \"Acme Rail\" }, \"requisition\": \"7-B\","
      " \"locations\": [ { \"city\": \"Leeds\" }, { \"city\": \"Reading\" } ] } }");

  set (document, VAC_ROLE_JOB_TITLE, title);
  if (language != NULL)
    set (document, VAC_ROLE_LANGUAGE, language);

  return document;
}

/* Returns: (transfer full): what is found about the title */
static GPtrArray *
review_title (VacDocument *document)
{
  GPtrArray *findings = vac_review_check (document, EVERYTHING);

  for (guint i = findings->len; i > 0; i--)
    {
      const VacFinding *finding = g_ptr_array_index (findings, i - 1);

      if (vac_node_get_role (finding->node) == VAC_ROLE_JOB_TITLE &&
          (g_str_has_prefix (finding->id, "structure.title.") ||
           g_str_has_prefix (finding->id, "boards.title.")))
        g_test_message ("%s: %s", finding->id, finding->sentence);
      else
        g_ptr_array_remove_index (findings, i - 1);
    }

  return findings;
}

static char *
mend (const char       *text,
      const VacFinding *finding)
{
  g_autoptr (GString) mended = g_string_new (text);

  g_string_erase (mended, (gssize) finding->start, (gssize) finding->length);
  g_string_insert (mended, (gssize) finding->start, finding->suggestions[0]);

  return g_string_free (g_steal_pointer (&mended), FALSE);
}

static void
check_finding (const TitleCase  *row,
               const VacFinding *finding)
{
  g_autofree char *span = g_strndup (row->title + finding->start, finding->length);

  g_assert_cmpstr (finding->id, ==, row->id);
  g_assert_cmpstr (span, ==, row->span != NULL ? row->span : "");
  g_assert_cmpint (finding->suggestions != NULL, ==, row->mended != NULL);
  if (row->mended != NULL)
    {
      g_autofree char *mended = mend (row->title, finding);

      g_assert_cmpstr (mended, ==, row->mended);
    }
}

static void
test_each_title_is_judged (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      const TitleCase *row = &titles[i];
      g_autoptr (VacDocument) document = make_document (row->title, row->language);
      g_autoptr (GPtrArray) findings = NULL;

      g_test_message ("“%s”", row->title);
      findings = review_title (document);
      g_assert_cmpuint (findings->len, ==, row->id != NULL);
      if (row->id != NULL)
        check_finding (row, g_ptr_array_index (findings, 0));
    }
}

/* The title against what the posting asks for: @months in the field, or @text among what is
 * required or done. */
static const struct
{
  const char *title;
  int         months;
  const char *text;
  const char *id;
  const char *says;          /* a part of the sentence */
  const char *language;
} asked[] = {
  { "Junior Developer", 60, "", "structure.title.junior", "5 years" },
  { "Junior Developer", 59, "", NULL },
  { "Marketing Trainee", 36, "", "structure.title.junior", "3 years" },
  { "Marketing Trainee", 24, "", NULL },
  { "Junior Developer", 0, "7 years of experience with Go", "structure.title.junior", "7 years" },
  { "Junior-Entwickler (m/w/d)", 0, "7 Jahre Berufserfahrung", "structure.title.junior", "7 years",
    "de" },
  { "Senior Developer", 12, "", "structure.title.senior", "1 year" },
  { "Senior Developer", 6, "", "structure.title.senior", "6 months" },
  { "Senior Developer", 13, "", NULL },
  { "Senior Developer", 0, "", NULL },
  { "Senior Care Assistant", 6, "", NULL },
  { "Developer", 120, "You lead a team of nine", NULL },
  { "Junior Developer", 0, "You lead a team of nine", "structure.title.scope", "lead a team" },
  { "Junior Developer", 0, "There are no direct reports", NULL },
  { "Junior Entwickler (m/w/d)", 0, "Sie führen ein Team von neun Menschen",
    "structure.title.scope", "führen ein Team", "de" },
  { "Junior Entwickler (m/w/d)", 0, "Eine Stelle ohne Personalverantwortung", NULL, NULL, "de" },
  { "Senior Developer", 0, "No experience required", "structure.title.scope", "No experience" },
  { "Senior Developer", 0, "You lead a team of nine", NULL },
  { "Développeur junior (H/F)", 120, "", "structure.title.junior", "10 years", "fr" },
  { "Assistant RH en alternance", 0, "3 ans d’expérience en paie", "structure.title.junior",
    "3 years", "fr" },
  { "Ingénieure senior", 12, "", "structure.title.senior", "1 year", "fr" },
  { "Comptable junior", 0, "Vous encadrez une équipe de neuf personnes", "structure.title.scope",
    "encadrez une équipe", "fr" },
  { "Comptable junior", 0, "Un poste sans encadrement d’équipe", NULL, NULL, "fr" },
  { "Ingénieure senior", 0, "Débutant accepté", "structure.title.scope", "Débutant accepté", "fr" },
  { "Directeur de résidence senior", 12, "", NULL, NULL, "fr" },
  { "Junior ontwikkelaar", 120, "", NULL, NULL, "nl" },
};

static void
test_a_title_fits_what_is_asked_for (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autofree char *section = g_strdup_printf (
          "{ \"format\": \"vacancy-posting\", \"version\": 2, \"language\": \"%s\","
          " \"job\": { \"title\": \"x\" },"
          " \"sections\": [ { \"id\": \"required-qualifications\", \"title\": \"x\","
          " \"items\": [ { \"text\": \"%s\" } ] } ] }",
          asked[i].language != NULL ? asked[i].language : "en-US", asked[i].text);
      g_autoptr (VacDocument) document = support_read_text (section);
      g_autoptr (GPtrArray) findings = NULL;

      g_test_message ("“%s”, %d, “%s”", asked[i].title, asked[i].months, asked[i].text);
      set (document, VAC_ROLE_JOB_TITLE, asked[i].title);
      if (asked[i].months > 0)
        vac_document_set_integer (document,
                                  vac_document_get (document, VAC_ROLE_EXPERIENCE_MONTHS),
                                  asked[i].months);
      findings = review_title (document);
      g_assert_cmpuint (findings->len, ==, asked[i].id != NULL);
      if (asked[i].id == NULL)
        continue;
      g_assert_cmpstr (((VacFinding *) g_ptr_array_index (findings, 0))->id, ==, asked[i].id);
      g_assert_nonnull (strstr (((VacFinding *) g_ptr_array_index (findings, 0))->sentence,
                                asked[i].says));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/title/each-title-is-judged", test_each_title_is_judged);
  g_test_add_func ("/title/a-title-fits-what-is-asked-for", test_a_title_fits_what_is_asked_for);

  return g_test_run ();
}
