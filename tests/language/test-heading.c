/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <locale.h>

#include "vac-heading.h"
#include "vac-phrase.h"
#include "vac-words-guess.h"

/* Each list of texts is ended by NULL. */
typedef struct
{
  const char *language;
  int expected;
  const char *texts[24];
} Case;

static const Case headings[] = {
  { "en", VAC_HEADING_ABOUT_ROLE,
    { "About the Role", "ABOUT THE JOB", "The Opportunity", "Job Summary:", "Role Overview",
      "Position Purpose", "Main purpose of the job", "Full job description", "Overview" } },
  { "en", VAC_HEADING_RESPONSIBILITIES,
    { "What you'll do", "## WHAT YOU’LL DO ##", "Key Responsibilities", "Duties & Responsibilities",
      "As a Staff Engineer, you will:", "In this role, you will:", "Main duties of the job",
      "Essential Functions", "A Day in the Life", "Responsibilities / Duties",
      "ESSENTIAL DUTIES AND RESPONSIBILITIES:", "3) Your impact", "What you’ll do at Fernhill" } },
  { "en", VAC_HEADING_REQUIRED,
    { "Requirements", "Minimum Qualifications", "Must-haves", "Your profile (m/f/d)",
      "Person Specification", "Who we’re looking for", "You’re a great fit if…",
      "Selection criteria", "Knowledge, Skills, and Abilities", "Skills + Qualifications",
      "What You Bring:", "Education/Experience", "★ Essential criteria ★", "You have:" } },
  { "en", VAC_HEADING_PREFERRED,
    { "Nice to have", "Nice-to-haves:", "Bonus points if", "Preferred Qualifications", "Desirable",
      "Skills (nice to have)", "Qualifications (preferred)", "Considered an asset",
      "It’s a plus if" } },
  { "en", VAC_HEADING_BENEFITS,
    { "What We Offer", "Benefits & Perks", "🎁 Perks 🎁", "What’s in it for you?", "Why join us?",
      "In return, we offer:", "Why Fernhill Dairy?", "Benefits at Fernhill", "Total Rewards" } },
  { "en", VAC_HEADING_PAY,
    { "Compensation", "Pay and Benefits", "Salary range", "Pay Transparency", "Hourly rate" } },
  { "en", VAC_HEADING_EMPLOYER,
    { "About us", "About Acme Inc.", "About Procter & Gamble", "Who is Fernhill?", "About 3M",
      "ABOUT THE UNIVERSITY OF WHITBY", "Our story", "About the team", "About us - our mission" } },
  { "en", VAC_HEADING_APPLY,
    { "How to apply", "Next steps", "Application process", "How to apply for this post",
      "Our interview process", "Informal enquiries", "Special instructions to applicants" } },
  { "en", VAC_HEADING_EQUAL_OPPORTUNITY,
    { "Equal Opportunity Employer", "EEO Statement", "Diversity, Equity & Inclusion", "DE&I" } },
  { "en", VAC_HEADING_ACCOMMODATION,
    { "Reasonable adjustments", "Accommodations", "Applicants with disabilities" } },
  { "en", VAC_HEADING_FACTS, { "At a glance", "Job details", "Key information", "Quick facts" } },
  { "en", VAC_HEADING_OTHER_PAGE,
    { "Similar jobs", "Share this job", "Cookie preferences", "Sign in", "Privacy notice" } },

  { "de", VAC_HEADING_ABOUT_ROLE,
    { "Über die Stelle", "Stellenbeschreibung", "Stellenbeschrieb", "Worum geht’s?", "Dein Job" } },
  { "de", VAC_HEADING_RESPONSIBILITIES,
    { "✨ Was dich erwartet:", "1. Ihre Aufgaben", "II. Aufgabengebiet", "1️⃣ Deine Aufgaben",
      "Deine Aufgaben als Pflegefachkraft (m/w/d)", "DAS MACHST DU BEI UNS", "Das erwartet Sie",
      "Deine Aufgaben – das machst du bei uns", "Ihre Tätigkeiten:", "Tätigkeitsbereich",
      "Das Aufgabengebiet umfasst insbesondere:", "Dein Verantwortungsbereich", "Ihre Mission",
      "Aufgaben und Verantwortung", "So sieht dein Arbeitstag aus", "Womit du dich beschäftigst",
      "Deine Aufgaben bei Nordlicht", "**Ihre Aufgaben**" } },
  { "de", VAC_HEADING_REQUIRED,
    { "Ihr Profil", "DEIN PROFIL", "Anforderungsprofil", "Das bringen Sie mit",
      "Was du mitbringst:", "👉 Damit überzeugst du uns", "a) Zwingende Voraussetzungen",
      "Anstellungserfordernisse", "Wen wir suchen", "Ihr Profil (w/m/d)", "Das zeichnet dich aus",
      "Muss-Kriterien", "Anforderungen (Must-have)", "Qualifikationen & Kenntnisse" } },
  { "de", VAC_HEADING_PREFERRED,
    { "Wünschenswert", "Von Vorteil:", "Pluspunkte sammelst du mit", "Nice-to-have", "Idealerweise",
      "Anforderungen (wünschenswert)" } },
  { "de", VAC_HEADING_BENEFITS,
    { "Wir bieten Ihnen", "Das bieten wir dir", "Unser Angebot:", "Deine Benefits", "Gute Gründe",
      "Die Nordlicht GmbH bietet Ihnen:", "Darauf kannst du dich freuen", "Warum Nordlicht?",
      "Anstellungsbedingungen", "💚 Unsere Leistungen", "Ihre Vorteile auf einen Blick" } },
  { "de", VAC_HEADING_PAY, { "Vergütung", "Gehalt", "Salär", "Entgelt", "Gehalt & Benefits" } },
  { "de", VAC_HEADING_EMPLOYER,
    { "Über uns", "ÜBER UNS", "Wer wir sind", "Über die Nordlicht GmbH", "Über Heimat e.V.",
      "Das Unternehmen", "Dein Team" } },
  { "de", VAC_HEADING_APPLY,
    { "Ihre Bewerbung", "So bewirbst du dich", "Jetzt bewerben!", "Interesse geweckt?",
      "Ihre Ansprechpartnerin", "Wie geht’s weiter?", "Bewerbungsverfahren", "Noch Fragen?" } },
  { "de", VAC_HEADING_EQUAL_OPPORTUNITY, { "Chancengleichheit", "Vielfalt bei Nordlicht" } },
  { "de", VAC_HEADING_FACTS, { "Auf einen Blick", "Eckdaten", "Zahlen, Daten, Fakten" } },
  { "de", VAC_HEADING_OTHER_PAGE, { "Ähnliche Jobs", "Impressum", "Zurück zur Übersicht" } },

  { "fr", VAC_HEADING_ABOUT_ROLE,
    { "Descriptif du poste", "Le poste", "DESCRIPTION DE L'OFFRE", "À propos du rôle", "En bref",
      "Raison d’être du poste", "Contexte" } },
  { "fr", VAC_HEADING_RESPONSIBILITIES,
    { "Vos missions", "Tes missions :", "VOS MISSIONS", "Missions principales", "Ce que tu feras",
      "🚀 Ce qui t’attend", "Vos missions, si vous les acceptez :", "Attributions",
      "Activités et tâches", "Tâches et responsabilités", "Responsabilites principales",
      "Vous serez chargé(e) de :", "Cahier des charges", "Vos missions chez Belleville",
      "Votre quotidien" } },
  { "fr", VAC_HEADING_REQUIRED,
    { "Profil recherché", "PROFIL RECHERCHE", "Votre profil", "Ton profil", "Compétences requises",
      "COMPETENCES REQUISES", "Exigences", "Ce que nous recherchons", "Qui êtes-vous ?",
      "Scolarité et expérience", "Savoir-faire / Savoir-être", "Prérequis", "Ce que vous apportez",
      "2) Le profil idéal (H/F)" } },
  { "fr", VAC_HEADING_PREFERRED,
    { "Serait un plus", "Atouts", "Les petits plus", "Compétences (souhaitées)", "Idéalement" } },
  { "fr", VAC_HEADING_BENEFITS,
    { "Ce que nous offrons", "Nos avantages", "Avantages sociaux", "Nous vous offrons :",
      "Pourquoi nous rejoindre ?", "Belleville vous propose :", "Conditions de travail",
      "Pourquoi rejoindre Belleville ?", "Nos petits plus" } },
  { "fr", VAC_HEADING_PAY,
    { "Rémunération", "Échelle salariale", "SALAIRE", "Traitement annuel" } },
  { "fr", VAC_HEADING_EMPLOYER,
    { "Qui sommes-nous ?", "À propos de nous", "A propos de Belleville", "À propos d’Orvia",
      "L’entreprise", "Présentation de la collectivité", "Notre équipe" } },
  { "fr", VAC_HEADING_APPLY,
    { "Comment postuler ?", "Pour postuler", "Processus de recrutement", "Modalités de candidature",
      "Intéressé(e) ?", "Postulation", "Prochaines étapes" } },
  { "fr", VAC_HEADING_EQUAL_OPPORTUNITY,
    { "Équité, diversité et inclusion", "Accès à l’égalité en emploi", "Diversité & inclusion" } },
  { "fr", VAC_HEADING_ACCOMMODATION, { "Mesures d’adaptation", "Aménagements raisonnables" } },
  { "fr", VAC_HEADING_FACTS, { "Informations clés", "L’essentiel", "Détails du poste" } },
  { "fr", VAC_HEADING_OTHER_PAGE,
    { "Offres similaires", "Partager cette offre", "Mentions légales" } },

  { "es", VAC_HEADING_ABOUT_ROLE,
    { "Sobre el puesto", "Descripción del cargo", "¿En qué consiste?", "Objetivo del puesto",
      "Acerca del rol", "DESCRIPCION DEL PUESTO" } },
  { "es", VAC_HEADING_RESPONSIBILITIES,
    { "Funciones", "Tus funciones", "Sus funciones:", "¿Qué harás?", "🔹 QUÉ VAS A HACER",
      "Funciones y responsabilidades", "Tareas", "Tu día a día", "Principales funciones:",
      "Responsabilidades / Funciones", "1.- Funciones del puesto", "¿Cuál será tu misión?",
      "Actividades a realizar", "En este rol, serás responsable de:", "¿Qué te espera?" } },
  { "es", VAC_HEADING_REQUIRED,
    { "Requisitos", "REQUISITOS MÍNIMOS", "Requisitos minimos", "¿Qué buscamos?", "Perfil buscado",
      "Tu perfil", "Requisitos indispensables:", "Requerimientos", "Escolaridad",
      "Lo que necesitas", "Habilidades y competencias", "¿A quién buscamos?",
      "✅ Qué esperamos de ti", "Excluyente", "Formación y experiencia", "Candidato/a ideal" } },
  { "es", VAC_HEADING_PREFERRED,
    { "Se valorará", "Deseable", "Valoraremos:", "Requisitos (deseables)", "Puntos extra si",
      "No excluyente" } },
  { "es", VAC_HEADING_BENEFITS,
    { "¿Qué ofrecemos?", "Te ofrecemos:", "Beneficios", "Prestaciones de ley", "Ventajas",
      "Se ofrece", "¿Por qué unirte a Lumbre?", "Condiciones laborales", "Lumbre te ofrece" } },
  { "es", VAC_HEADING_PAY,
    { "Salario", "Sueldo y prestaciones", "Retribución", "Rango salarial" } },
  { "es", VAC_HEADING_EMPLOYER,
    { "Sobre nosotros", "¿Quiénes somos?", "Acerca de Lumbre", "La empresa", "Sobre Lumbre S.A.",
      "Nuestro equipo" } },
  { "es", VAC_HEADING_APPLY,
    { "Cómo postularse", "Proceso de selección", "¿Te interesa?", "Inscríbete", "Próximos pasos",
      "¿Cómo aplicar?", "Interesados/as" } },
  { "es", VAC_HEADING_EQUAL_OPPORTUNITY,
    { "Igualdad de oportunidades", "Diversidad e inclusión" } },
  { "es", VAC_HEADING_FACTS, { "Datos de la oferta", "Ficha técnica", "Detalles del puesto" } },
  { "es", VAC_HEADING_OTHER_PAGE, { "Ofertas similares", "Compartir esta oferta", "Aviso legal" } },

  { "nl", VAC_HEADING_RESPONSIBILITIES, { "Wat ga je doen?", "Jouw taken", "Werkzaamheden" } },
  { "nl", VAC_HEADING_REQUIRED, { "Functie-eisen", "Wie ben jij?", "Wat vragen wij?" } },
  { "nl", VAC_HEADING_BENEFITS, { "Wat wij bieden", "Arbeidsvoorwaarden", "Dit krijg je" } },
  { "it", VAC_HEADING_RESPONSIBILITIES, { "Responsabilità", "Cosa farai", "Mansioni" } },
  { "it", VAC_HEADING_REQUIRED, { "Requisiti", "Profilo ricercato", "Chi cerchiamo" } },
  { "it", VAC_HEADING_BENEFITS, { "Cosa offriamo", "Offriamo:", "I NOSTRI BENEFIT" } },
  { "pt", VAC_HEADING_RESPONSIBILITIES, { "Responsabilidades", "O que vais fazer" } },
  { "pt-BR", VAC_HEADING_RESPONSIBILITIES,
    { "O que você fará", "Responsabilidades e atribuições" } },
  { "pt-BR", VAC_HEADING_PREFERRED, { "Diferenciais", "Requisitos desejáveis" } },
  { "pl", VAC_HEADING_RESPONSIBILITIES,
    { "Zakres obowiązków", "Twoje zadania", "TWOJE OBOWIĄZKI" } },
  { "pl", VAC_HEADING_PREFERRED, { "Mile widziane:", "Dodatkowe atuty" } },
  { "sv", VAC_HEADING_REQUIRED, { "Kvalifikationer", "Vi söker dig som", "Vem är du?" } },
  { "da", VAC_HEADING_RESPONSIBILITIES, { "Arbejdsopgaver", "Dine opgaver", "Din hverdag" } },
  { "nb", VAC_HEADING_BENEFITS, { "Vi tilbyr", "Hva kan vi tilby?" } },
  { "no", VAC_HEADING_RESPONSIBILITIES, { "Arbeidsoppgaver", "ARBEIDSOPPGAVER:" } },
  { "tlh", VAC_HEADING_BENEFITS, { "Benefits" } },
};

static const Case no_headings[] = {
  { "en", VAC_HEADING_NONE,
    { "About 20 nurses work here.", "About half of our customers came back last year.",
      "You have worked with children.", "Experience with Kubernetes", "Skills for Care diploma",
      "Office 365", "Teamwork", "Health insurance", "Full-time", "401(k) with match", "24/7",
      "Driving licence", "Python, Go and Rust", "Working at heights", "Meet sales targets",
      "Join our weekly calls", "Responsibility for two trainees", "You will report to the manager.",
      "Benefits advisers help claimants", "The company car is yours", "Free parking", "---", "" } },
  { "en", VAC_HEADING_NONE,
    { "Salesforce Service Cloud", "1.", "(m/f/d)", "Requirements change often.", "Pay invoices",
      "Contact customers by phone", "Apply paint and varnish", "Experience: 3 years" } },
  { "de", VAC_HEADING_NONE,
    { "Über 500 Kolleginnen und Kollegen", "Erfahrung mit SAP", "30 Tage Urlaub", "Teamfähigkeit",
      "Sie haben eine Ausbildung in der Pflege.", "Du hast Freude an Zahlen",
      "Führerschein Klasse B", "Profil schärfen und Kunden gewinnen", "Microsoft Office",
      "Deutschlandticket", "(m/w/d)", "Aufgaben im Blick behalten", "Wir bieten 30 Tage Urlaub.",
      "Kostenlose Parkplätze", "Bewerbungen sichten", "Gehälter abrechnen",
      "Betriebliche Altersvorsorge", "Flache Hierarchien",
      "Über das Jahr verteilt sind rund 40 Messen zu betreuen.",
      "Kontakt zu Lieferanten pflegen" } },
  { "de", VAC_HEADING_NONE,
    { "Unternehmenssteuern", "Vergütung nach TVöD", "Angebote erstellen", "Schichtdienst",
      "Leistungen abrechnen", "Anforderungen aufnehmen und bewerten" } },
  { "fr", VAC_HEADING_NONE,
    { "Gestion des stocks", "Permis B", "Tickets restaurant", "Mutuelle prise en charge à 60 %",
      "Vous avez le sens du service.", "Expérience en cuisine", "Missions ponctuelles à l’étranger",
      "Maîtrise d’Excel", "Rigueur", "Accueil des patients", "13e mois", "Télétravail",
      "Nous sommes 40 collègues", "Profil LinkedIn", "Postuler à des appels d’offres",
      "Contact avec la clientèle", "Compétences en soudure", "Salaire selon expérience",
      "Description des pièces reçues", "Travail le samedi", "Esprit d’équipe" } },
  { "fr", VAC_HEADING_NONE, { "(H/F)", "Bac +2", "35 h", "Lyon", "Présentation aux clients" } },
  { "es", VAC_HEADING_NONE,
    { "Atención al cliente", "Carnet de conducir B", "Experiencia en ventas", "Trabajo en equipo",
      "Seguro médico", "Tienes dos años de experiencia.", "Manejo de Excel", "Puntualidad",
      "Horario de lunes a viernes", "Contacto con proveedores", "Sobre 200 personas por turno",
      "Beneficios por resultados", "Perfil de LinkedIn", "Funciones de Excel avanzadas",
      "Formación a cargo de la empresa", "Aguinaldo", "Contrato indefinido", "Inglés avanzado",
      "Elaborar informes", "Requisitos legales de etiquetado", "Salario según convenio" } },
  { "es", VAC_HEADING_NONE, { "(h/m/d)", "Madrid", "40 h", "Tareas de limpieza y orden" } },
};

static const Case labels[] = {
  { "en", VAC_LABEL_PLACE,
    { "Location", "LOCATIONS", "Primary location", "📍 Location", "City/State" } },
  { "en", VAC_LABEL_PAY,
    { "Salary", "Pay range", "Salary (per year)", "Hourly Pay Range", "Pay/Salary" } },
  { "en", VAC_LABEL_REQUISITION,
    { "Req ID", "Req #", "Job ID", "Ref. No.", "Requisition Number" } },
  { "en", VAC_LABEL_EMPLOYMENT_TYPE,
    { "Employment type", "Job type", "Time type", "Full/Part Time" } },
  { "en", VAC_LABEL_CLOSES, { "Closing date", "Apply by", "Deadline", "Unposting Date" } },
  { "en", VAC_LABEL_HOURS, { "Hours per week", "Scheduled Weekly Hours", "Hours of work" } },
  { "en", VAC_LABEL_EMAIL, { "Email", "E-mail", "✉ E-Mail" } },
  { "en", VAC_LABEL_DEPARTMENT, { "Department", "Team", "Department/Unit" } },
  { "en", VAC_LABEL_APPLY_BY_EMAIL, { "Send your CV to", "Please send your CV to" } },
  { "de", VAC_LABEL_PLACE, { "Standort", "Arbeitsort", "Einsatzort(e)", "Dienstort", "Location" } },
  { "de", VAC_LABEL_GRADE, { "Entgeltgruppe" } },
  { "de", VAC_LABEL_PAY, { "Gehalt", "Lohn", "Vergütung (brutto)", "Salary" } },
  { "de", VAC_LABEL_REQUISITION, { "Kennziffer", "Referenz-Nr.", "Ref.-Nr.", "GZ", "Stellen-ID" } },
  { "de", VAC_LABEL_EMPLOYMENT_TYPE, { "Beschäftigungsart", "Pensum", "Beschäftigungsausmaß" } },
  { "de", VAC_LABEL_CLOSES, { "Bewerbungsfrist", "Bewerbungsschluss", "Bewerben bis" } },
  { "de", VAC_LABEL_START, { "Eintritt", "Beginn", "Dienstbeginn", "Stellenantritt" } },
  { "de", VAC_LABEL_CONTACT,
    { "Ansprechpartner:in", "Ansprechpartner*in", "Ihre Ansprechperson" } },
  { "de", VAC_LABEL_PHONE, { "Tel.", "Telefon", "Natel" } },
  { "fr", VAC_LABEL_PLACE, { "Lieu", "LIEU DE TRAVAIL", "Localisation", "Lieu(x)" } },
  { "fr", VAC_LABEL_PAY, { "Rémunération", "Salaire", "Échelle salariale", "REMUNERATION" } },
  { "fr", VAC_LABEL_REQUISITION, { "Référence", "Réf.", "N° de concours", "Numéro de l’offre" } },
  { "fr", VAC_LABEL_EMPLOYMENT_TYPE, { "Type de contrat", "Contrat", "Taux d’occupation" } },
  { "fr", VAC_LABEL_CLOSES,
    { "Date limite de candidature", "Fin d’affichage", "Délai de postulation" } },
  { "fr", VAC_LABEL_START, { "Prise de poste", "Entrée en fonction", "À pourvoir" } },
  { "fr", VAC_LABEL_EMAIL, { "Courriel", "E-mail", "Mél" } },
  { "es", VAC_LABEL_PLACE, { "Ubicación", "Lugar de trabajo", "UBICACION", "Localidad" } },
  { "es", VAC_LABEL_PAY, { "Salario", "Sueldo", "Retribución", "Renta líquida" } },
  { "es", VAC_LABEL_EMPLOYMENT_TYPE, { "Tipo de contrato", "Jornada", "Tipo de jornada" } },
  { "es", VAC_LABEL_CLOSES, { "Fecha límite", "Plazo de inscripción", "Fecha de cierre" } },
  { "es", VAC_LABEL_WORKPLACE, { "Modalidad", "Teletrabajo", "Modalidad de trabajo" } },
  { "es", VAC_LABEL_PHONE, { "Teléfono", "Celular", "Móvil", "Tfno." } },
  { "nl", VAC_LABEL_PLACE, { "Standplaats", "Locatie" } },
  { "it", VAC_LABEL_PAY, { "RAL", "Retribuzione" } },
  { "pt-BR", VAC_LABEL_EMPLOYMENT_TYPE, { "Tipo de contratação", "Regime" } },
  { "pl", VAC_LABEL_PLACE, { "Miejsce pracy", "Lokalizacja" } },
  { "sv", VAC_LABEL_CLOSES, { "Sista ansökningsdag" } },
  { "da", VAC_LABEL_CLOSES, { "Ansøgningsfrist" } },
  { "nb", VAC_LABEL_CLOSES, { "Søknadsfrist" } },
  { "en", VAC_LABEL_NONE,
    { "Note", "Example", "Phone/Email", "Warning", "Monday", "Python", "Step 1", "https",
      "We offer", "Dress code", "Important", "" } },
  { "de", VAC_LABEL_NONE,
    { "Hinweis", "Montag", "Zum Beispiel", "Wichtig", "Dauer", "Wir bieten" } },
  { "fr", VAC_LABEL_NONE, { "Remarque", "Lundi", "Par exemple", "Attention", "Nous offrons" } },
  { "es", VAC_LABEL_NONE, { "Nota", "Lunes", "Por ejemplo", "Importante", "Ofrecemos" } },
};

static void
check (const Case *cases,
       gsize       n_cases,
       gboolean    is_label)
{
  for (gsize i = 0; i < n_cases; i++)
    for (const char *const *text = cases[i].texts; *text != NULL; text++)
      {
        const int found = is_label ? (int) vac_label_find (cases[i].language, *text)
                                   : (int) vac_heading_find (cases[i].language, *text);

        if (found != cases[i].expected)
          {
            g_test_message ("%s \"%s\": %d, expected %d", cases[i].language, *text, found,
                            cases[i].expected);
            g_test_fail ();
          }
      }
}

/* What stands above facts on our pages is read again, in capitals too. */
static void
test_captions_are_labels_in_every_language (void)
{
  static const struct { VacPhrase phrase; VacLabel label; } captions[] = {
    { VAC_PHRASE_LOCATION, VAC_LABEL_PLACE }, { VAC_PHRASE_WORKPLACE, VAC_LABEL_WORKPLACE },
    { VAC_PHRASE_EMPLOYMENT, VAC_LABEL_EMPLOYMENT_TYPE }, { VAC_PHRASE_PAY, VAC_LABEL_PAY },
    { VAC_PHRASE_DEPARTMENT, VAC_LABEL_DEPARTMENT }, { VAC_PHRASE_START, VAC_LABEL_START },
  };
  static const char *const languages[] = {
    "ar", "cs", "da", "de", "en", "es", "fi", "fr", "he", "it", "ja", "nb", "nl", "pl", "pt",
    "pt-BR", "sv", "tr", "zh", "zh-Hant",
  };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint j = 0; j < G_N_ELEMENTS (captions); j++)
      {
        const char *words = vac_phrase_get (languages[i], captions[j].phrase);
        g_autofree char *capitals = vac_phrase_in_capitals (languages[i], words);

        g_test_message ("%s: %s, %s", languages[i], words, capitals);
        g_assert_cmpint (vac_label_find (languages[i], words), ==, captions[j].label);
        g_assert_cmpint (vac_label_find (languages[i], capitals), ==, captions[j].label);
      }
}

static void
test_headings_are_known_by_the_words_of_their_language (void)
{
  check (headings, G_N_ELEMENTS (headings), FALSE);
}

static void
test_ordinary_lines_are_no_headings (void)
{
  check (no_headings, G_N_ELEMENTS (no_headings), FALSE);
}

static void
test_labels_are_known_by_the_words_of_their_language (void)
{
  check (labels, G_N_ELEMENTS (labels), TRUE);
}

static void
test_titles_are_plain_headings_that_are_known (void)
{
  static const char *const languages[] = { "en", "de", "fr", "es", "nl", "it", "pt", "pt-BR", "pl",
                                           "sv", "da", "nb", "ja" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint j = VAC_HEADING_NONE + 1; j < VAC_N_HEADINGS; j++)
      {
        const char *title = vac_heading_get_title (languages[i], j);

        g_assert_cmpstr (title, !=, "");
        g_assert_cmpint (vac_heading_find (languages[i], title), ==, j);
      }
  g_assert_cmpstr (vac_heading_get_title ("de", VAC_HEADING_RESPONSIBILITIES), ==, "Aufgaben");
  g_assert_cmpstr (vac_heading_get_title ("de", VAC_HEADING_NONE), ==, "");
}

static void
test_long_lines_are_no_headings (void)
{
  g_autofree char *around = g_strdup_printf ("%0200d", 0);
  g_autofree char *text = g_strdelimit (g_strdup (around), "0", '*');
  g_autofree char *line = g_strconcat (text, "Benefits", NULL);

  g_assert_cmpint (vac_heading_find ("en", line), ==, VAC_HEADING_NONE);
  g_assert_cmpint (vac_heading_find ("en", line + 150), ==, VAC_HEADING_BENEFITS);
}

static void
test_choices_are_known_by_other_words (void)
{
  static const char *const types[] = { "full-time", "part-time", "contractor", "temporary",
                                       "intern",    "volunteer", "per-diem",   "seasonal",
                                       "other",     NULL };
  static const char *const workplaces[] = { "onsite", "hybrid", "remote", NULL };
  static const char *const periods[] = { "year", "month", "week", "day", "hour", NULL };
  static const struct
  {
    const char *const *ids;
    const char *language;
    const char *text;
    const char *expected;
  } cases[] = {
    { types, "en", "FULL_TIME", "full-time" },
    { types, "en", "Permanent / Full Time", "full-time" },
    { types, "en", "Casual", "per-diem" },
    { types, "en", "Fixed-term", "temporary" },
    { types, "en", "Co-op", "intern" },
    { types, "en", "Permanent", NULL },
    { types, "en", "Full-time or part-time", NULL },
    { types, "de", "Vollzeit, unbefristet", "full-time" },
    { types, "de", "Teilzeit", "part-time" },
    { types, "de", "Minijob", "part-time" },
    { types, "de", "Elternzeitvertretung", "temporary" },
    { types, "de", "Vollzeit oder Teilzeit", NULL },
    { types, "de", "Full-time", "full-time" },
    { types, "fr", "CDI – temps plein", "full-time" },
    { types, "fr", "CDD", "temporary" },
    { types, "fr", "Stage", "intern" },
    { types, "fr", "Saisonnier", "seasonal" },
    { types, "fr", "CDI", NULL },
    { types, "es", "Jornada completa", "full-time" },
    { types, "es", "Medio tiempo", "part-time" },
    { types, "es", "Prestación de servicios", "contractor" },
    { types, "es", "Becario/a", "intern" },
    { types, "es", "Indefinido", NULL },
    { types, "nl", "Fulltime", "full-time" },
    { types, "pl", "Pełny etat", "full-time" },
    { workplaces, "en", "100% remote", "remote" },
    { workplaces, "en", "In-office", "onsite" },
    { workplaces, "en", "Flexible", NULL },
    { workplaces, "de", "Homeoffice möglich", "hybrid" },
    { workplaces, "de", "vor Ort", "onsite" },
    { workplaces, "fr", "Télétravail partiel", "hybrid" },
    { workplaces, "fr", "Présentiel", "onsite" },
    { workplaces, "es", "100 % remoto", "remote" },
    { workplaces, "es", "Semipresencial", "hybrid" },
    { periods, "en", "p.a.", "year" },
    { periods, "en", "/hr", "hour" },
    { periods, "en", "per annum", "year" },
    { periods, "de", "brutto/Jahr", "year" },
    { periods, "de", "p. a.", "year" },
    { periods, "de", "€/Std.", "hour" },
    { periods, "de", "/Std.", "hour" },
    { periods, "de", "brutto im Monat", "month" },
    { periods, "de", "mtl.", "month" },
    { periods, "fr", "par an", "year" },
    { periods, "fr", "brut annuel", "year" },
    { periods, "fr", "$ de l’heure", "hour" },
    { periods, "fr", "€ brut/mois", "month" },
    { periods, "es", "al año", "year" },
    { periods, "es", "bruto anual", "year" },
    { periods, "es", "mensuales", "month" },
    { periods, "es", "€ brutos/hora", "hour" },
    { periods, "it", "lordi annui", "year" },
    { periods, "pt-BR", "por mês", "month" },
    { periods, "da", "pr. måned", "month" },
    { periods, "en", "of age", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = vac_words_find_choice (cases[i].language, cases[i].ids, cases[i].text);

      if (g_strcmp0 (id, cases[i].expected) != 0)
        {
          g_test_message ("%s \"%s\": %s", cases[i].language, cases[i].text, id != NULL ? id : "-");
          g_test_fail ();
        }
    }
}

static void
test_language_is_guessed_by_the_commonest_words (void)
{
  static const struct
  {
    const char *expected;
    const char *text;
  } cases[] = {
    { "en", "We are looking for a night porter for our small hotel by the harbour. You will "
            "welcome guests who arrive late, answer the phone and keep an eye on the building. You "
            "have a calm manner and you speak clearly. Your shifts are shared with two colleagues, "
            "and we plan them a month ahead." },
    { "de", "Für unsere Bäckerei in der Altstadt suchen wir eine Verkäuferin, die morgens gern "
            "früh aufsteht. Sie beraten die Kundschaft, belegen Brötchen und halten den Laden "
            "sauber. Wir bieten eine faire Bezahlung, ein freundliches Team und jeden zweiten "
            "Montag frei. Erfahrung ist schön, aber nicht nötig, denn wir lernen Sie in Ruhe bei "
            "uns ein." },
    { "nl", "Voor onze fietsenwinkel zoeken we een monteur die graag met zijn handen werkt. Je "
            "repareert fietsen van klanten, bestelt onderdelen en helpt in de winkel als het druk "
            "is. Je hebt een diploma in de techniek of een paar jaar ervaring. Wij bieden een vast "
            "contract, een goed salaris en elke week een vrije dag." },
    { "fr", "Notre librairie cherche une personne curieuse pour rejoindre les trois libraires du "
            "rayon jeunesse. Vous conseillez les familles, préparez les commandes des écoles et "
            "animez une heure du conte dans la boutique. Vous aimez lire et vous êtes à l’aise "
            "avec les enfants. Le poste est à pourvoir dès la rentrée." },
    { "es", "Buscamos una persona para la cocina de nuestro comedor escolar, que atiende a los "
            "alumnos del barrio. Prepararás los menús con la jefa de cocina, recibirás los pedidos "
            "y cuidarás del orden del almacén. Es un puesto estable y el horario es de mañana. Tu "
            "experiencia en colectividades nos ayudará, y por las tardes estarás libre." },
    { "pt", "Procuramos uma pessoa para a receção da nossa clínica, que fica no centro da cidade. "
            "Vai atender os utentes, marcar as consultas e tratar dos pagamentos. Não é preciso "
            "ter experiência, mas é importante gostar de falar com as pessoas. Oferecemos um "
            "contrato sem termo, formação na empresa e um horário que se adapta à sua vida." },
    { "it", "Il nostro vivaio cerca una persona per la cura delle piante e per la vendita ai "
            "clienti del fine settimana. Lavorerai con due colleghi nella serra e nel punto "
            "vendita, che sono vicini alla stazione. È gradita una formazione agraria, ma non è "
            "necessaria. Offriamo un contratto stabile e anche la possibilità di crescere con "
            "noi." },
    { "sv", "Vi söker en fastighetsskötare till vårt kontor i hamnen. Du tar hand om fyra "
            "byggnader, svarar på frågor från hyresgästerna och ser till att allt fungerar när det "
            "blir kallt. Du är van att arbeta på egen hand och har körkort. Hos oss får du en "
            "trygg anställning och kollegor som gärna hjälper dig, men du planerar inte alltid "
            "själv." },
    { "da", "Vi søger en pædagog til vores skovbørnehave, hvor børnene er ude det meste af dagen. "
            "Du planlægger ture sammen med dine kolleger og taler med forældrene, når de henter. "
            "Vi lægger vægt på, at du er rolig og kan lide at være ude i al slags vejr. Hos os får "
            "du tid til opgaven og en leder, der lytter til dig." },
    { "nb", "Vi søker en butikkmedarbeider til den nye butikken vår ved havna. Du skal ta imot "
            "varer, hjelpe kundene og holde orden i hyllene. Du liker å snakke med folk og er ikke "
            "redd for å ta i et tak. Hos oss får du god opplæring av kolleger som kan faget, og vi "
            "gir deg en fast stilling med lønn etter avtale." },
    { "pl", "Szukamy osoby do pracy w bibliotece, która lubi rozmawiać z dziećmi i dorosłymi. Do "
            "zadań należy wypożyczanie książek, prowadzenie katalogu oraz przygotowanie spotkań "
            "dla szkół. Praca jest na pełny etat, od poniedziałku do piątku. Nie wymagamy "
            "doświadczenia, ale ważne są dla nas cierpliwość i uśmiech, a także że chcesz się "
            "uczyć." },
    { "cs", "Do naší truhlárny hledáme šikovného člověka, který se nebojí práce se dřevem. Budete "
            "vyrábět kuchyně na míru, jezdit na montáže a starat se o stroje. Nabízíme stálou "
            "práci v malém kolektivu, pět týdnů dovolené a příspěvek na obědy. Pokud jste pečliví "
            "a práce je pro vás také koníček, ozvěte se nám, rádi vás poznáme při krátké "
            "schůzce." },
    { "fi", "Etsimme päiväkotiimme lastenhoitajaa, joka viihtyy ulkona ja pitää musiikista. Työ on "
            "vakituista ja alkaa elokuussa tai sopimuksen mukaan. Sinulla on alan koulutus ja olet "
            "valmis oppimaan uutta. Meillä on pieni ja mukava työyhteisö, eikä päivä ole koskaan "
            "samanlainen kuin edellinen. Voit myös ehdottaa omia retkiä, jos sää on hyvä." },
    { "tr", "Küçük seramik atölyemiz için dükkânda çalışacak bir arkadaş arıyoruz. Müşterilerle "
            "ilgilenecek, siparişleri hazırlayacak ve haftada bir gün kurslara yardım edeceksiniz. "
            "Daha önce benzer bir işte çalışmış olmak iyi olur, ama şart değil. Sabırlı, düzenli "
            "ve güler yüzlü olan herkes başvurabilir; maaş ile birlikte yemek de veriyoruz." },
    { NULL, "Senior Backend Engineer" },
    { NULL, "Berlin, 60.000 €" },
    { NULL, "The end" },
    { "ja", "職務内容：店舗での接客と商品の管理をお任せします。" },
    { NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (vac_words_guess_language (cases[i].text), ==, cases[i].expected);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/heading/captions-are-labels-in-every-language",
                   test_captions_are_labels_in_every_language);
  g_test_add_func ("/heading/headings-are-known-by-the-words-of-their-language",
                   test_headings_are_known_by_the_words_of_their_language);
  g_test_add_func ("/heading/ordinary-lines-are-no-headings", test_ordinary_lines_are_no_headings);
  g_test_add_func ("/heading/labels-are-known-by-the-words-of-their-language",
                   test_labels_are_known_by_the_words_of_their_language);
  g_test_add_func ("/heading/titles-are-plain-headings-that-are-known",
                   test_titles_are_plain_headings_that_are_known);
  g_test_add_func ("/heading/long-lines-are-no-headings", test_long_lines_are_no_headings);
  g_test_add_func ("/heading/choices-are-known-by-other-words",
                   test_choices_are_known_by_other_words);
  g_test_add_func ("/heading/language-is-guessed-by-the-commonest-words",
                   test_language_is_guessed_by_the_commonest_words);

  return g_test_run ();
}
