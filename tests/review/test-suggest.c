/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "support.h"
#include "vac-review.h"
#include "vac-suggest.h"

/* One line of the required qualifications, and what it suggests: "path=value" of each field. */
static const struct
{
  const char *language;
  const char *line;
  const char *expected;
} cases[] = {
  { "en", "3–5 years of professional experience in ML engineering or a closely related role",
    "experience=36" },
  { "en", "5+ years of experience", "experience=60" },
  { "en-GB", "At least 2 years’ experience", "experience=24" },
  { "en", "10 or more years of experience", "experience=120" },
  { "en", "Three (3) years of sales experience", "experience=36" },
  { "en", "3 to 5 yrs experience", "experience=36" },
  { "en", "18 months of experience", "experience=18" },
  { "en", "Experience: 4 years", "experience=48" },
  { "en", "Experience of at least 4 years in retail", "experience=48" },
  { "en", "2-year experience with Kubernetes", "experience=24" },
  { "de", "3 bis 5 Jahre Berufserfahrung", "experience=36" },
  { "de", "Mindestens 2 Jahre Erfahrung als Pflegekraft", "experience=24" },
  { "fr", "2 ans d’expérience", "experience=24" },
  { "es", "3 años de experiencia", "experience=36" },
  { "en", "Bachelor’s degree in Computer Science, or a related field",
    "credential=bachelor-degree" },
  { "en", "Bachelor's or Master's degree", "credential=bachelor-degree" },
  { "en", "Master’s or PhD", "credential=postgraduate-degree" },
  { "en", "Associate’s degree", "credential=associate-degree" },
  { "en", "High school diploma", "credential=high-school" },
  { "en", "A professional certificate in bookkeeping", "credential=professional-certificate" },
  { "en", "Bachelor’s degree in Business; master’s degree preferred",
    "credential=bachelor-degree" },
  { "en", "Bachelor’s degree or equivalent practical experience",
    "credential=bachelor-degree instead=true" },
  { "en", "Bachelor’s degree and 5+ years of experience",
    "credential=bachelor-degree experience=60" },
  { "de", "Bachelorabschluss oder gleichwertige Erfahrung",
    "credential=bachelor-degree instead=true" },
  { "it", "Almeno 3 anni di esperienza nel ruolo", "experience=36" },
  { "it", "Laurea triennale in Economia o esperienza equivalente",
    "credential=bachelor-degree instead=true" },
  { "nl", "Minimaal 2 jaar werkervaring als verpleegkundige", "experience=24" },
  { "nl", "2 tot 5 jaar werkervaring in de zorg", "experience=24" },
  { "pt-BR", "Experiência de 2 anos em vendas", "experience=24" },
  { "pt-BR", "Ensino superior completo em Administração", "credential=bachelor-degree" },
  { "pt-PT", "Licenciatura ou experiência equivalente", "credential=bachelor-degree instead=true" },
  { "pl", "5 lat doświadczenia w sprzedaży", "experience=60" },
  { "pl", "Minimum 3-letnie doświadczenie na podobnym stanowisku", "experience=36" },
  { "cs", "Alespoň 3 roky praxe v oboru", "experience=36" },
  { "sv", "Minst 2 års erfarenhet av försäljning", "experience=24" },
  { "da", "Mindst 2 års erfaring med salg", "experience=24" },
  { "nb", "Minst 5 års erfaring innen salg", "experience=60" },
  { "nb", "Bachelorgrad eller tilsvarende erfaring", "credential=bachelor-degree instead=true" },
  { "fi", "Vähintään 3 vuoden työkokemus alalta", "experience=36" },
  { "tr", "En az 5 yıl deneyim", "experience=60" },
  { "tr", "Lisans mezunu", "credential=bachelor-degree" },
  { "ja", "Webアプリケーション開発の実務経験3年以上", "experience=36" },
  { "ja", "法人営業の経験が5年以上ある方", "experience=60" },
  { "ja", "大学卒または同等の実務経験", "credential=bachelor-degree instead=true" },
  { "zh", "3年以上相关工作经验", "experience=36" },
  { "zh", "本科及以上学历，5年以上工作经验", "credential=bachelor-degree experience=60" },
  { "zh-TW", "3年以上工作經驗", "experience=36" },
  { "ar", "خبرة لا تقل عن 3 سنوات في المبيعات", "experience=36" },
  { "ar", "بكالوريوس في الهندسة أو خبرة معادلة", "credential=bachelor-degree instead=true" },
  { "he", "3 שנות ניסיון בפיתוח", "experience=36" },
  { "he", "ניסיון של 5 שנים לפחות בניהול", "experience=60" },
  { "he", "תואר ראשון בהנדסה", "credential=bachelor-degree" },

  /* Ages */
  { "en", "Must be at least 18 years old", "" },
  { "en", "Must be at least 18 years old, with experience in food service", "" },
  { "en", "You are at least 21 years of age and have driving experience", "" },
  { "en", "Minimum age 18 years; experience is not needed", "" },
  { "en", "Experience working with 2 year olds", "" },
  { "de", "Mindestens 18 Jahre alt, erste Erfahrung im Verkauf", "" },
  { "fr", "Être âgé de 18 ans, avec une expérience de vente", "" },
  { "es", "Mayor de 18 años de edad, con experiencia", "" },
  { "it", "Età minima 18 anni, con esperienza", "" },
  { "pl", "Wiek powyżej 18 lat, doświadczenie w handlu", "" },
  { "ja", "18歳以上、経験不問", "" },
  { "zh", "年龄18岁以上，5年经验者优先", "" },

  /* The employer's history */
  { "en", "25 years in business", "" },
  { "en", "25 years in business, and the experience to match", "" },
  { "en", "Acme has 40 years of experience in shipping", "" },
  { "en", "{{employer}} brings 40 years of experience", "" },
  { "en", "Our 25 years of experience speak for themselves", "" },
  { "de", "Seit 25 Jahren am Markt, Erfahrung inklusive", "" },

  /* Contracts, plans, warranties */
  { "en", "2 years contract", "" },
  { "en", "2 years contract, experience welcome", "" },
  { "en", "A fixed-term contract of 2 years for people with experience", "" },
  { "en", "Experience building 5 year plans", "" },
  { "en", "6 months probation, experience in sales", "" },
  { "en", "Available for 6 months, experience in sales", "" },
  { "en", "Experience with Java within the last 5 years", "" },
  { "en", "Less than 2 years of experience", "" },
  { "en", "Up to 3 years of experience", "" },
  { "en", "0–2 years of experience", "" },
  { "en", "Care for children of 3 years and up with experience", "" },
  { "en", "A company with 30 years of experience", "" },
  { "de", "Ein Unternehmen mit 30 Jahren Erfahrung", "" },
  { "de", "Befristet auf 2 Jahre, Erfahrung von Vorteil", "" },

  /* Studies, wishes, and what is not needed */
  { "en", "Currently pursuing a Bachelor’s degree", "" },
  { "en", "Enrolled in a bachelor's program", "" },
  { "en", "Working toward a Master’s degree", "" },
  { "en", "No bachelor’s degree required", "" },
  { "en", "A degree or 5 years of experience preferred", "" },
  { "en", "Bachelor’s degree or 5 years of experience", "credential=bachelor-degree" },
  { "en", "No years of experience needed: 3 years are a plus", "" },
  { "en", "A scrum master certificate", "" },
  { "en", "High school teaching background", "" },
  { "de", "Promotionsaktionen planen", "" },
  { "en", "Built in 1999 years ago, experience 1.5 years", "" },
  { "en", "$50 years experience", "" },
  { "en", "99 years of experience", "" },
  { "sv", "5 years of experience", "" },
};

static VacDocument *
make (const char *language,
      const char *line,
      const char *extra)
{
  g_autofree char *text = g_strdup_printf (
      "{\"format\":\"vacancy-posting\",\"version\":1,\"language\":\"%s\","
      "\"job\":{\"title\":\"T\",\"employer\":{\"name\":\"Acme\"}%s},"
      "\"sections\":[{\"id\":\"required-qualifications\",\"title\":\"R\","
      "\"items\":[{\"text\":\"%s\"}]}]}",
      language, extra, line);

  return support_read_text (text);
}

static const char *
name_field (VacNode *field)
{
  switch ((guint) vac_node_get_role (field))
    {
    case VAC_ROLE_EXPERIENCE_MONTHS:
      return "experience";
    case VAC_ROLE_EDUCATION_CREDENTIAL:
      return "credential";
    case VAC_ROLE_EDUCATION_EXPERIENCE_INSTEAD:
      return "instead";
    default:
      return "?";
    }
}

static char *
list (VacDocument *document)
{
  g_autoptr (GPtrArray) suggestions = vac_suggest (document);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < suggestions->len; i++)
    {
      const VacSuggestion *suggestion = g_ptr_array_index (suggestions, i);

      g_string_append_printf (out, "%s%s=%s", i > 0 ? " " : "", name_field (suggestion->field),
                              suggestion->value);
      g_assert_cmpuint (suggestion->start + suggestion->length, <=,
                        strlen (vac_node_get_text (suggestion->source)));
    }

  return g_string_free (out, FALSE);
}

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VacDocument) document = make (cases[i].language, cases[i].line, "");
      g_autofree char *suggested = list (document);

      g_test_message ("%s", cases[i].line);
      g_assert_cmpstr (suggested, ==, cases[i].expected);
      g_assert_false (vac_document_get_modified (document));
    }
}

static void
test_filled_fields_are_left_alone (void)
{
  static const char line[] = "Bachelor’s degree or equivalent experience. 5 years of experience";
  g_autoptr (VacDocument) empty = make ("en", line, "");
  g_autoptr (VacDocument) filled = make (
      "en", line,
      ",\"experience\":{\"months\":24},"
      "\"education\":{\"credential\":\"associate-degree\",\"experienceInstead\":true}");
  g_autofree char *offered = list (empty);
  g_autofree char *none = list (filled);

  g_assert_cmpstr (offered, ==, "credential=bachelor-degree instead=true experience=60");
  g_assert_cmpstr (none, ==, "");
}

static void
test_words_are_those_of_the_text (void)
{
  g_autoptr (VacDocument) document = make (
      "en", "We need this. At least 5+ years of solid experience in sales", "");
  g_autoptr (GPtrArray) suggestions = vac_suggest (document);
  const VacSuggestion *suggestion;

  g_assert_cmpuint (suggestions->len, ==, 1);
  suggestion = g_ptr_array_index (suggestions, 0);
  g_assert_cmpstr (suggestion->words, ==, "5+ years of solid experience");
  g_assert_true (
      g_str_has_prefix (vac_node_get_text (suggestion->source) + suggestion->start, "5+ years"));
}

static void
test_only_required_qualifications_are_read (void)
{
  g_autoptr (VacDocument) document = make ("en", "5 years of experience", "");
  VacNode *section = vac_document_find_section (document, "required-qualifications");
  g_autofree char *hidden = NULL, *elsewhere = NULL;

  vac_document_set_toggle (document, vac_node_get (section, VAC_ROLE_SECTION_INCLUDE), FALSE);
  hidden = list (document);
  g_assert_cmpstr (hidden, ==, "");

  vac_document_set_toggle (document, vac_node_get (section, VAC_ROLE_SECTION_INCLUDE), TRUE);
  vac_document_set_text (document, vac_node_get (section, VAC_ROLE_SECTION_ID),
                         "preferred-qualifications");
  elsewhere = list (document);
  g_assert_cmpstr (elsewhere, ==, "");
}

static void
test_job_boards_are_told_as_a_hint (void)
{
  g_autoptr (VacDocument) document = make ("en", "5+ years of experience", "");
  g_autoptr (GPtrArray) findings = vac_review_check (document, VAC_REVIEW_BOARDS);
  const VacFinding *last = g_ptr_array_index (findings, findings->len - 1);

  g_assert_cmpint (last->severity, ==, VAC_SEVERITY_HINT);
  g_assert_cmpint (vac_node_get_role (last->node), ==, VAC_ROLE_EXPERIENCE_MONTHS);
  g_assert_cmpstr (last->sentence, ==,
                   "The posting says “5+ years of experience”. Set “Months of experience” to “60”, "
                   "or leave it out.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/suggest/requirements-are-offered-and-nothing-else-is", test_lines);
  g_test_add_func ("/suggest/filled-fields-are-left-alone", test_filled_fields_are_left_alone);
  g_test_add_func ("/suggest/words-are-those-of-the-text", test_words_are_those_of_the_text);
  g_test_add_func ("/suggest/only-what-candidates-read-as-required",
                   test_only_required_qualifications_are_read);
  g_test_add_func ("/suggest/job-boards-are-told-as-a-hint", test_job_boards_are_told_as_a_hint);

  return g_test_run ();
}
