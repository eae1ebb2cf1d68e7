/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-phrase"

#include "config.h"

#include <string.h>

#include "vac-money.h"
#include "vac-phrase.h"
#include "vac-placeholder.h"

typedef enum
{
  ENGLISH,
  GERMAN,
  FRENCH,
  SPANISH,
  N_LANGUAGES
} Language;

static const char *const language_tags[N_LANGUAGES] = { "en", "de", "fr", "es" };

static const char *const phrases[VAC_N_PHRASES][N_LANGUAGES] = {
  [VAC_PHRASE_FROM_PAY] = { "From %s", "Ab %s", "À partir de %s", "Desde %s" },
  [VAC_PHRASE_UP_TO_PAY] = { "Up to %s", "Bis %s", "Jusqu’à %s", "Hasta %s" },
  [VAC_PHRASE_DEPARTMENT] = { "Department", "Abteilung", "Service", "Departamento" },
  [VAC_PHRASE_REPORTS_TO] = { "Reports to", "Berichtet an", "Rattachement", "Responsable" },
  [VAC_PHRASE_REQUISITION] = { "Requisition", "Kennziffer", "Référence", "Referencia" },
  [VAC_PHRASE_OPENINGS] = { "Openings", "Offene Stellen", "Postes à pourvoir", "Vacantes" },
  [VAC_PHRASE_POSTED] = { "Posted", "Veröffentlicht", "Publiée", "Publicada" },
  [VAC_PHRASE_CLOSES] = { "Apply by", "Bewerben bis", "Candidature avant", "Plazo" },
  [VAC_PHRASE_START] = { "Start", "Beginn", "Début", "Inicio" },
  [VAC_PHRASE_EXPERIENCE] = { "Experience", "Berufserfahrung", "Expérience", "Experiencia" },
  [VAC_PHRASE_ONE_YEAR] = { "1 year", "1 Jahr", "1 an", "1 año" },
  [VAC_PHRASE_YEARS] = { "%s years", "%s Jahre", "%s ans", "%s años" },
  [VAC_PHRASE_ONE_MONTH] = { "1 month", "1 Monat", "1 mois", "1 mes" },
  [VAC_PHRASE_MONTHS] = { "%s months", "%s Monate", "%s mois", "%s meses" },
  [VAC_PHRASE_EDUCATION] = { "Education", "Ausbildung", "Formation", "Formación" },
  [VAC_PHRASE_OR_EXPERIENCE] = {
    "%s or equivalent experience",
    "%s oder gleichwertige Erfahrung",
    "%s ou expérience équivalente",
    "%s o experiencia equivalente",
  },
  [VAC_PHRASE_ABOUT] = { "About %s", "Über %s", "À propos de %s", "Acerca de %s" },
  [VAC_PHRASE_WEBSITE] = { "Website", "Website", "Site web", "Sitio web" },
  [VAC_PHRASE_HOW_TO_APPLY] = { "How to Apply", "Bewerbung", "Candidature", "Cómo solicitarlo" },
  [VAC_PHRASE_APPLY_ONLINE] = { "Apply online", "Online bewerben", "Postuler en ligne", "Solicitud en línea" },
  [VAC_PHRASE_APPLY_BY_EMAIL] = { "Apply by email", "Per E-Mail bewerben", "Postuler par e-mail", "Solicitud por correo" },
  [VAC_PHRASE_BONUS] = { "Bonus", "Bonus", "Prime", "Bonificación" },
  [VAC_PHRASE_EQUITY] = { "Equity", "Beteiligung", "Actions", "Acciones" },
  [VAC_PHRASE_ADVICE] = { "Advice", "Hinweis", "Conseil", "Consejo" },
  [VAC_PHRASE_EMPHASIZE] = { "Emphasize", "Betonen", "Mettre l’accent sur", "Destacar" },
  [VAC_PHRASE_HIGHLIGHT] = { "Highlight", "Hervorheben", "Mettre en avant", "Resaltar" },
  [VAC_PHRASE_ADD_TO] = { "Add to %s", "Ergänzen in %s", "Ajouter à %s", "Añadir a %s" },
  [VAC_PHRASE_INDUSTRY] = { "Industry", "Branche", "Secteur", "Sector" },
  [VAC_PHRASE_REQUIREMENTS] = { "Key requirements", "Anforderungen", "Exigences clés", "Requisitos clave" },
  [VAC_PHRASE_ASPECT] = { "Unique aspect", "Besonderheit", "Particularité", "Particularidad" },
  [VAC_PHRASE_PLACE] = { "Place", "Ort", "Lieu", "Lugar" },
  [VAC_PHRASE_NATIONAL] = { "National average range", "Spanne im Landesdurchschnitt", "Fourchette nationale moyenne", "Rango medio nacional" },
  [VAC_PHRASE_MINIMUM] = { "Minimum", "Minimum", "Minimum", "Mínimo" },
  [VAC_PHRASE_MAXIMUM] = { "Maximum", "Maximum", "Maximum", "Máximo" },
  [VAC_PHRASE_MIDPOINT] = { "Midpoint", "Mitte", "Milieu", "Punto medio" },
  [VAC_PHRASE_SPREAD] = { "Spread", "Spanne", "Amplitude", "Amplitud" },
  [VAC_PHRASE_OVER_NATIONAL] = {
    "Geographic differential",
    "Regionale Abweichung",
    "Écart géographique",
    "Diferencial geográfico",
  },
  [VAC_PHRASE_AT_NATIONAL_PRICES] = { "At national prices", "Zu Landespreisen", "Aux prix nationaux", "A precios nacionales" },
  [VAC_PHRASE_THIS_POSTING] = { "This posting", "Diese Stelle", "Cette offre", "Esta oferta" },
  [VAC_PHRASE_NOTE] = { "Note", "Anmerkung", "Remarque", "Nota" },
  [VAC_PHRASE_SOURCE] = { "Source", "Quelle", "Source", "Fuente" },
  [VAC_PHRASE_PRICE_INDEX] = { "Cost of living", "Preisindex", "Coût de la vie", "Costo de vida" },
  [VAC_PHRASE_COMPARED_WITH] = { "Compared with", "Verglichen mit", "Comparé à", "Comparado con" },
  [VAC_PHRASE_OVER_BASE] = {
    "Difference in midpoint",
    "Abstand der Mitte",
    "Écart du milieu",
    "Diferencia del punto medio",
  },
  [VAC_PHRASE_SALARY_COMPARISON] = {
    "Salary comparison",
    "Gehaltsvergleich",
    "Comparaison des salaires",
    "Comparación salarial",
  },
  [VAC_PHRASE_HIRING_GUIDE] = {
    "Hiring guide",
    "Leitfaden zur Einstellung",
    "Guide de recrutement",
    "Guía de contratación",
  },
  [VAC_PHRASE_COLON] = { ": ", ": ", "\u00a0: ", ": " },
  [VAC_PHRASE_LEVEL] = { "Level", "Stufe", "Niveau", "Nivel" },
  [VAC_PHRASE_PAY] = { "Pay", "Vergütung", "Rémunération", "Remuneración" },
  [VAC_PHRASE_CRITERION] = { "Criterion", "Kriterium", "Critère", "Criterio" },
  [VAC_PHRASE_WEIGHT] = { "Weight", "Gewicht", "Poids", "Peso" },
  [VAC_PHRASE_WEAK] = { "Weak", "Schwach", "Faible", "Débil" },
  [VAC_PHRASE_GOOD] = { "Good", "Gut", "Bon", "Bueno" },
  [VAC_PHRASE_STRONG] = { "Strong", "Stark", "Excellent", "Sólido" },
  [VAC_PHRASE_PAGE] = { "%u of %u", "%u von %u", "%u sur %u", "%u de %u" },
  [VAC_PHRASE_INTERVIEW_KIT] = { "Interview Kit", "Interviewbogen", "Dossier d’entretien", "Guía de entrevista" },
  [VAC_PHRASE_CANDIDATE] = { "Candidate", "Bewerbung von", "Candidature de", "Candidatura de" },
  [VAC_PHRASE_INTERVIEWER] = {
    "Interviewer",
    "Gespräch geführt von",
    "Entretien mené par",
    "Entrevista realizada por",
  },
  [VAC_PHRASE_INTERVIEWERS] = {
    "Interviewers",
    "Gespräche geführt von",
    "Entretiens menés par",
    "Entrevistas realizadas por",
  },
  [VAC_PHRASE_DATE] = { "Date", "Datum", "Date", "Fecha" },
  [VAC_PHRASE_NOTES] = { "Notes", "Notizen", "Notes", "Notas" },
  [VAC_PHRASE_SCORECARD] = { "Scorecard", "Bewertungsbogen", "Grille d’évaluation", "Hoja de evaluación" },
  [VAC_PHRASE_ASKED_FOR] = {
    "What the posting asks for",
    "Was die Stelle verlangt",
    "Ce que demande l’offre",
    "Lo que pide la oferta",
  },
  [VAC_PHRASE_MET] = { "Met", "Erfüllt", "Rempli", "Se cumple" },
  [VAC_PHRASE_NOT_MET] = { "Not met", "Nicht erfüllt", "Non rempli", "No se cumple" },
  [VAC_PHRASE_MET_OR_NOT] = { "Met or Not Met", "Erfüllt oder nicht", "Rempli ou non", "Se cumple o no" },
  [VAC_PHRASE_GRADE_1] = { "1 No evidence", "1 Kein Nachweis", "1 Aucun élément", "1 Sin evidencias" },
  [VAC_PHRASE_GRADE_2] = {
    "2 Some evidence, with gaps",
    "2 Ansätze, mit Lücken",
    "2 Partiel, avec des lacunes",
    "2 Algunas, con lagunas",
  },
  [VAC_PHRASE_GRADE_3] = { "3 Solid evidence", "3 Überzeugend belegt", "3 Convaincant", "3 Evidencias sólidas" },
  [VAC_PHRASE_GRADE_4] = {
    "4 Strong evidence, beyond what is asked",
    "4 Mehr als verlangt",
    "4 Au-delà de la demande",
    "4 Más de lo que se pide",
  },
  [VAC_PHRASE_CRITERION_AND_WEIGHT] = {
    "Criterion (weight)",
    "Kriterium (Gewicht)",
    "Critère (poids)",
    "Criterio (peso)",
  },
  [VAC_PHRASE_RATING] = { "Rating, 1–4", "Bewertung, 1–4", "Note, 1–4", "Nota, 1–4" },
  [VAC_PHRASE_POINTS] = { "Points", "Punkte", "Points", "Puntos" },
  [VAC_PHRASE_SCORE_RULE] = {
    "Rate 2 for what lies between the first two descriptions. Points are weight × rating ÷ 4; the most is the sum of the weights.",
    "Was zwischen den ersten beiden Beschreibungen liegt, ist eine 2. Punkte sind Gewicht × Bewertung ÷ 4, höchstens die Summe der Gewichte.",
    "Ce qui se situe entre les deux premières descriptions vaut 2. Les points sont le poids × la note ÷ 4 ; le maximum est la somme des poids.",
    "Lo que está entre las dos primeras descripciones es un 2. Los puntos son peso × nota ÷ 4; el máximo es la suma de los pesos.",
  },
  [VAC_PHRASE_TOTAL] = { "Total", "Summe", "Total", "Total" },
  [VAC_PHRASE_PANEL_SUMMARY] = {
    "Panel Summary",
    "Zusammenfassung der Runde",
    "Synthèse du jury",
    "Resumen del panel",
  },
  [VAC_PHRASE_AGREED] = { "Agreed", "Gemeinsam", "Retenu", "Acordado" },
  [VAC_PHRASE_ASSESSMENT] = { "Assessment", "Beurteilung", "Évaluation", "Evaluación" },
  [VAC_PHRASE_POINTS_OF_100] = { "Points out of 100", "Punkte von 100", "Points sur 100", "Puntos de 100" },
  [VAC_PHRASE_RECOMMENDATION] = { "Recommendation", "Empfehlung", "Recommandation", "Recomendación" },
  [VAC_PHRASE_DECISIONS] = {
    "☐ Hire   ☐ Hire with reservations   ☐ Do not hire",
    "☐ Einstellen   ☐ Mit Vorbehalt einstellen   ☐ Nicht einstellen",
    "☐ Embaucher   ☐ Embaucher avec réserves   ☐ Ne pas embaucher",
    "☐ Contratar   ☐ Contratar con reservas   ☐ No contratar",
  },
};

/* Choices in the words of a posting; the schema's labels are in the interface's language. */
static const struct
{
  const char *id;
  const char *words[N_LANGUAGES];
} choices[] = {
  { "full-time", { "Full-time", "Vollzeit", "Temps plein", "Jornada completa" } },
  { "part-time", { "Part-time", "Teilzeit", "Temps partiel", "Media jornada" } },
  { "contractor", { "Contractor", "Freie Mitarbeit", "Prestataire", "Contratista" } },
  { "temporary", { "Temporary", "Befristet", "Temporaire", "Temporal" } },
  { "intern", { "Intern", "Praktikum", "Stage", "Prácticas" } },
  { "volunteer", { "Volunteer", "Ehrenamt", "Bénévolat", "Voluntariado" } },
  { "per-diem", { "Per diem", "Auf Tagesbasis", "À la journée", "Por jornada" } },
  { "other", { "Other", "Sonstiges", "Autre", "Otro" } },
  { VAC_WORKPLACE_ONSITE, { "On site", "Vor Ort", "Sur site", "Presencial" } },
  { VAC_WORKPLACE_HYBRID, { "Hybrid", "Hybrid", "Hybride", "Híbrido" } },
  { VAC_WORKPLACE_REMOTE, { "Remote", "Remote", "Télétravail", "Remoto" } },
  { VAC_CREDENTIAL_SCHOOL,
    { "High school diploma", "Schulabschluss", "Diplôme de fin d’études secondaires", "Bachillerato" } },
  { VAC_CREDENTIAL_ASSOCIATE, { "Associate degree", "Associate Degree", "Diplôme bac+2", "Técnico superior" } },
  { VAC_CREDENTIAL_BACHELOR, { "Bachelor’s degree", "Bachelorabschluss", "Licence", "Grado universitario" } },
  { VAC_CREDENTIAL_CERTIFICATE,
    { "Professional certificate", "Berufszertifikat", "Certificat professionnel", "Certificado profesional" } },
  { VAC_CREDENTIAL_POSTGRADUATE,
    { "Postgraduate degree", "Master oder Promotion", "Master ou doctorat", "Posgrado" } },
  { VAC_PERIOD_YEAR, { "per year", "pro Jahr", "par an", "al año" } },
  { VAC_PERIOD_MONTH, { "per month", "pro Monat", "par mois", "al mes" } },
  { VAC_PERIOD_WEEK, { "per week", "pro Woche", "par semaine", "a la semana" } },
  { VAC_PERIOD_DAY, { "per day", "pro Tag", "par jour", "al día" } },
  { VAC_PERIOD_HOUR, { "per hour", "pro Stunde", "de l’heure", "por hora" } },
};

static const char *const months[N_LANGUAGES][12] = {
  { "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December" },
  { "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
    "Oktober", "November", "Dezember" },
  { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre" },
  { "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre" },
};

static Language
find_language (const char *tag)
{
  for (guint i = 0; i < N_LANGUAGES; i++)
    if (g_ascii_strncasecmp (tag, language_tags[i], 2) == 0 && (tag[2] == '\0' || tag[2] == '-'))
      return i;

  return ENGLISH;
}

/**
 * vac_phrase_get:
 * @language: the posting's language, as a BCP 47 tag
 * @phrase: which phrase
 *
 * Returns: (transfer none): the phrase in that language, in English for one that we do not speak
 */
const char *
vac_phrase_get (const char *language,
                VacPhrase   phrase)
{
  g_return_val_if_fail (language != NULL && phrase < VAC_N_PHRASES, "");

  return phrases[phrase][find_language (language)];
}

static const char *
find_choice_words (const char *language,
                   const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_str_equal (choices[i].id, id))
      return choices[i].words[find_language (language)];

  return id;
}

/**
 * vac_phrase_choice:
 * @language: the posting's language
 * @choice: a choice: an employment type, a workplace, a credential or a pay period
 *
 * Returns: (transfer none): what a candidate reads for it; empty when nothing is chosen; the id
 *   itself when we do not know it
 */
const char *
vac_phrase_choice (const char *language,
                   VacNode    *choice)
{
  const char *id = vac_node_get_text (choice);

  return *id == '\0' ? "" : find_choice_words (language, id);
}

/**
 * vac_phrase_date:
 * @language: the posting's language
 * @date: an ISO 8601 date, or anything else
 *
 * Returns: (transfer full): the date as people write it; @date itself when it is not one
 */
char *
vac_phrase_date (const char *language,
                 const char *date)
{
  Language known = find_language (language);
  const char *month;
  int number, day;

  if (!vac_field_accepts (vac_schema_get_field (VAC_ROLE_POSTED), date, NULL) || *date == '\0')
    return g_strdup (date);

  number = (date[5] - '0') * 10 + date[6] - '0';
  day = (date[8] - '0') * 10 + date[9] - '0';
  month = months[known][number - 1];

  switch (known)
    {
    case GERMAN:
      return g_strdup_printf ("%d. %s %.4s", day, month, date);
    case FRENCH:
      return g_strdup_printf ("%d %s %.4s", day, month, date);
    case SPANISH:
      return g_strdup_printf ("%d de %s de %.4s", day, month, date);
    case ENGLISH:
    case N_LANGUAGES:
    default:
      return g_ascii_strcasecmp (language, "en") == 0 || g_ascii_strcasecmp (language, "en-US") == 0
             ? g_strdup_printf ("%s %d, %.4s", month, day, date)
             : g_strdup_printf ("%d %s %.4s", day, month, date);
    }
}

/* The catalogue above is ours, so its formats are known to hold exactly one %s. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static char *
format_phrase (const char *language,
               VacPhrase   phrase,
               const char *value)
{
  return g_strdup_printf (vac_phrase_get (language, phrase), value);
}
#pragma GCC diagnostic pop

/**
 * vac_phrase_range:
 * @language: the posting's language
 * @currency: ISO 4217 code, or empty
 * @period: the id of a pay period, or empty
 * @minimum: (nullable): in whole units of @currency
 * @maximum: (nullable): in whole units of @currency
 *
 * Job boards look for a symbol, full numbers and a period, so that is how a range is written:
 * "$120,000 – $180,000 per year". A range that begins at nothing has no lower end for a reader, and
 * one the wrong way round says nothing: which end is wrong is for the writer to say.
 *
 * Returns: (transfer full) (nullable): the range in words, %NULL when it has neither end or its
 *   minimum is greater than its maximum
 */
char *
vac_phrase_range (const char   *language,
                  const char   *currency,
                  const char   *period,
                  const gint64 *minimum,
                  const gint64 *maximum)
{
  const gboolean has_low = minimum != NULL && *minimum > 0;
  const gboolean has_high = maximum != NULL && *maximum > 0;
  g_autofree char *low = has_low ? vac_money_format (*minimum, currency, language) : NULL;
  g_autofree char *high = has_high ? vac_money_format (*maximum, currency, language) : NULL;
  g_autofree char *range = NULL;

  if ((!has_low && !has_high) || (has_low && maximum != NULL && *minimum > *maximum))
    return NULL;
  if (low == NULL)
    range = format_phrase (language, VAC_PHRASE_UP_TO_PAY, high);
  else if (high == NULL)
    range = format_phrase (language, VAC_PHRASE_FROM_PAY, low);
  else if (*minimum == *maximum)
    range = g_steal_pointer (&low);
  else
    range = g_strdup_printf ("%s – %s", low, high);

  return *period == '\0' ? g_steal_pointer (&range)
                         : g_strdup_printf ("%s %s", range, find_choice_words (language, period));
}

/**
 * vac_phrase_pay_line:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): the pay line as a candidate reads it; %NULL when pay is not
 *   disclosed or not known
 */
char *
vac_phrase_pay_line (VacDocument *document)
{
  VacNode *pay = vac_document_get (document, VAC_ROLE_PAY);
  gint64 minimum, maximum;
  gboolean has_minimum = vac_node_get_member_integer (pay, VAC_ROLE_PAY_MINIMUM, &minimum);
  gboolean has_maximum = vac_node_get_member_integer (pay, VAC_ROLE_PAY_MAXIMUM, &maximum);

  if (!vac_node_get_member_toggle (pay, VAC_ROLE_PAY_DISCLOSE))
    return NULL;

  return vac_phrase_range (vac_document_get_text (document, VAC_ROLE_LANGUAGE),
                           vac_node_get_member_text (pay, VAC_ROLE_PAY_CURRENCY),
                           vac_node_get_member_text (pay, VAC_ROLE_PAY_PERIOD),
                           has_minimum ? &minimum : NULL, has_maximum ? &maximum : NULL);
}

/**
 * vac_phrase_experience:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): the experience that is asked for, in years where it is whole
 *   years ("3 years", "18 months"); %NULL when its field is empty or out of bounds
 */
char *
vac_phrase_experience (VacDocument *document)
{
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  VacNode *leaf = vac_document_get (document, VAC_ROLE_EXPERIENCE_MONTHS);
  g_autofree char *number = NULL;
  gboolean years;
  gint64 count;

  if (!vac_node_get_integer (leaf, &count) ||
      !vac_field_accepts (vac_node_get_field (leaf), vac_node_get_text (leaf), NULL))
    return NULL;

  years = count % 12 == 0;
  if (count == (years ? 12 : 1))
    return g_strdup (vac_phrase_get (language, years ? VAC_PHRASE_ONE_YEAR : VAC_PHRASE_ONE_MONTH));
  number = vac_money_format_number (years ? count / 12 : count, language);

  return format_phrase (language, years ? VAC_PHRASE_YEARS : VAC_PHRASE_MONTHS, number);
}

/**
 * vac_phrase_education:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): the credential that is asked for, and whether experience may
 *   stand in its place; %NULL when none is chosen
 */
char *
vac_phrase_education (VacDocument *document)
{
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);
  const char *credential = vac_phrase_choice (language, vac_document_get (document, VAC_ROLE_EDUCATION_CREDENTIAL));

  if (*credential == '\0')
    return NULL;

  return vac_node_get_toggle (vac_document_get (document, VAC_ROLE_EDUCATION_EXPERIENCE_INSTEAD))
         ? format_phrase (language, VAC_PHRASE_OR_EXPERIENCE, credential) : g_strdup (credential);
}

/**
 * vac_phrase_location:
 * @location: a place of work
 *
 * Returns: (transfer full): city, region and — where there is no region — country in one line,
 *   empty when none is known
 */
char *
vac_phrase_location (VacNode *location)
{
  const char *city = vac_node_get_member_text (location, VAC_ROLE_LOCATION_CITY);
  const char *region = vac_node_get_member_text (location, VAC_ROLE_LOCATION_REGION);
  const char *country = vac_node_get_member_text (location, VAC_ROLE_LOCATION_COUNTRY);
  const char *second = *region != '\0' ? region : country;

  if (*city == '\0')
    return g_strdup (second);

  return *second == '\0' ? g_strdup (city) : g_strdup_printf ("%s, %s", city, second);
}

/**
 * vac_phrase_locations:
 * @document: a document
 * @separator: what stands between two places
 *
 * Returns: (transfer full) (nullable): all places of work in one line, %NULL when none is known
 */
char *
vac_phrase_locations (VacDocument *document,
                      const char  *separator)
{
  VacNode *list = vac_document_get (document, VAC_ROLE_LOCATIONS);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      g_autofree char *place = vac_phrase_location (vac_node_get_child (list, i));

      if (*place == '\0')
        continue;
      if (joined->len > 0)
        g_string_append (joined, separator);
      g_string_append (joined, place);
    }

  return joined->len > 0 ? g_strdup (joined->str) : NULL;
}

static char *
find_filling (VacDocument    *document,
              const VacField *field)
{
  const char *text;

  if (field == NULL)
    return NULL;
  if (field->role == VAC_ROLE_PAY)
    return vac_phrase_pay_line (document);
  if (field->role == VAC_ROLE_LOCATIONS)
    return vac_phrase_locations (document, "; ");

  text = vac_document_get_text (document, field->role);

  return *text != '\0' ? g_strdup (text) : NULL;
}

static void
note_unfilled (GPtrArray            *unfilled,
               const VacPlaceholder *placeholder)
{
  g_autofree char *name = g_strndup (placeholder->name, placeholder->name_length);

  if (unfilled != NULL && !g_ptr_array_find_with_equal_func (unfilled, name, g_str_equal, NULL))
    g_ptr_array_add (unfilled, g_steal_pointer (&name));
}

/**
 * vac_phrase_fill:
 * @document: a document
 * @text: a text of it
 * @unfilled: (nullable) (element-type utf8): takes the names of placeholders that could not be
 *   filled, each once; must free its elements with g_free()
 *
 * Returns: (transfer full): @text with its placeholders filled from the job details; what cannot
 *   be filled stays as it is
 */
char *
vac_phrase_fill (VacDocument *document,
                 const char  *text,
                 GPtrArray   *unfilled)
{
  g_autoptr (GString) filled = NULL;
  VacPlaceholder placeholder;
  gsize from = 0;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && text != NULL, NULL);

  if (strstr (text, "{{") == NULL)
    return g_strdup (text);

  filled = g_string_new (NULL);
  while (vac_placeholder_next (text, from, &placeholder))
    {
      g_autofree char *filling = find_filling (document, placeholder.field);

      g_string_append_len (filled, text + from, (gssize) (placeholder.start - from));
      if (filling != NULL)
        g_string_append (filled, filling);
      else
        g_string_append_len (filled, text + placeholder.start, (gssize) (placeholder.end - placeholder.start));
      if (filling == NULL)
        note_unfilled (unfilled, &placeholder);
      from = placeholder.end;
    }
  g_string_append (filled, text + from);

  return g_string_free (g_steal_pointer (&filled), FALSE);
}

/**
 * vac_phrase_needs_pay:
 * @text: a text of a document
 *
 * Returns: whether @text has the placeholder for the pay line, so that it makes no sense where
 *   pay is not disclosed
 */
gboolean
vac_phrase_needs_pay (const char *text)
{
  VacPlaceholder placeholder;

  for (gsize from = 0; vac_placeholder_next (text, from, &placeholder); from = placeholder.end)
    if (placeholder.field != NULL && placeholder.field->role == VAC_ROLE_PAY)
      return TRUE;

  return FALSE;
}
