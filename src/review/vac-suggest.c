/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-suggest"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-outline.h"
#include "vac-parts.h"
#include "vac-quote.h"
#include "vac-suggest.h"

/* Reads years of experience and degrees out of what a posting requires. It would rather miss one
 * than offer the age of a candidate, of the employer or of a contract. */

typedef enum
{
  YEARS,
  MONTHS,
  EXPERIENCE,
  RANGE,           /* between two numbers */
  MORE,            /* after a number */
  LINK,            /* what may follow "experience: 5 years" */
  OR,
  EQUIVALENT,
  NOT_AFTER,       /* right after the years: these are not of experience */
  NOT_EXPERIENCE,  /* anywhere: the years may be those of something else */
  NOT_REQUIRED,    /* anywhere: what is named is welcome, or not needed */
  NOT_HELD,        /* anywhere: a degree that nobody has yet */
  SCHOOL,
  ASSOCIATE,
  BACHELOR,
  CERTIFICATE,
  POSTGRADUATE,
} Meaning;

/* All words of the languages that postings are read in. A star stands for any ending. */
static const struct
{
  const char *language;
  Meaning     meaning;
  const char *words;
} vocabulary[] = {
  { "en", YEARS, "year|years|yr|yrs" },
  { "en", MONTHS, "month|months" },
  { "en", EXPERIENCE, "experience|experienced" },
  { "en", RANGE, "to|or|and" },
  { "en", MORE, "or more|and more|plus" },
  { "en", LINK, "in|with|as|of|on|working|within|at" },
  { "en", OR, "or" },
  { "en", EQUIVALENT, "equivalent|comparable|relevant|related" },
  { "en", NOT_AFTER, "old*|of age|in business|in operation|in the business|ago|or older|and older|and up|and over" },
  { "en", NOT_EXPERIENCE, "old|older|olds|age|ages|aged|contract*|fixed-term|temporary|duration|founded|established|since|ago|"
                          "warranty|guarantee|anniversary|history|tradition|we|our|us|company*|firm|family-owned|"
                          "probation*|notice|training|internship|last|past|every|less than|under|up to|maximum|at most|no more than" },
  { "en", NOT_REQUIRED, "no|not|without|preferred|preferably|plus|ideally|optional|desirable|desired|welcome|nice to have|"
                        "bonus|advantage*|instead|in lieu|unnecessary|unless" },
  { "en", NOT_HELD, "pursuing|pursue|enrolled|enrollment|toward|towards|studying|student*|in progress|completing|"
                    "working on|current|currently|candidate*|tuition|reimburse*" },
  { "en", SCHOOL, "high school diploma|high-school diploma|high school degree|high school graduate*|high school education|ged" },
  { "en", ASSOCIATE, "associate degree|associate’s degree|associates degree" },
  { "en", BACHELOR, "bachelor*|undergraduate degree" },
  { "en", CERTIFICATE, "professional certificate|professional certification" },
  { "en", POSTGRADUATE, "master’s|masters degree|master degree|master of science|master of arts|phd|ph.d|doctorate|"
                        "doctoral degree|postgraduate|graduate degree" },

  { "de", YEARS, "jahr|jahre|jahren" },
  { "de", MONTHS, "monat|monate|monaten" },
  { "de", EXPERIENCE, "erfahrung*|berufserfahrung*|praxiserfahrung*|berufspraxis" },
  { "de", RANGE, "bis|oder|und" },
  { "de", MORE, "oder mehr|und mehr" },
  { "de", LINK, "in|im|mit|als|bei|an" },
  { "de", OR, "oder" },
  { "de", EQUIVALENT, "gleichwertig*|vergleichbar*|entsprechend*" },
  { "de", NOT_AFTER, "alt|befristet*|am markt" },
  { "de", NOT_EXPERIENCE, "alt|alter|älter|vertrag*|befrist*|laufzeit|dauer|seit|gegründet|garantie|tradition|"
                          "firmengeschichte|wir|unser*|uns|unternehmen*|firma|probezeit|letzten|vergangenen|alle|weniger als|bis zu|höchstens|maximal" },
  { "de", NOT_REQUIRED, "kein*|nicht|ohne|wünschenswert|vorteil*|idealerweise|bevorzugt|gern|gerne|optional|statt" },
  { "de", NOT_HELD, "studierend*|student*|immatrikuliert|angestrebt*|laufend*|derzeit" },
  { "de", SCHOOL, "abitur|schulabschluss|fachabitur|mittlere reife" },
  { "de", BACHELOR, "bachelor*" },
  { "de", POSTGRADUATE, "masterabschluss|masterstudium|master of|master in|promotion" },

  { "fr", YEARS, "an|ans|année|années" },
  { "fr", MONTHS, "mois" },
  { "fr", EXPERIENCE, "expérience|expériences" },
  { "fr", RANGE, "à|ou|et" },
  { "fr", MORE, "ou plus|et plus" },
  { "fr", LINK, "en|dans|comme|sur|chez|de" },
  { "fr", OR, "ou" },
  { "fr", EQUIVALENT, "équivalent*" },
  { "fr", NOT_AFTER, "d’existence|révolus" },
  { "fr", NOT_EXPERIENCE, "âge|âgé|âgée|contrat*|cdd|durée|depuis|garantie|fondée|nous|notre|nos|entreprise|société|"
                          "essai|dernières|derniers|moins de|jusqu’à|chaque|maximum" },
  { "fr", NOT_REQUIRED, "pas|sans|aucun*|souhait*|atout|idéalement|appréci*|préférence|facultati*" },
  { "fr", NOT_HELD, "en cours|étudiant*|préparant|inscrit*" },
  { "fr", SCHOOL, "baccalauréat" },
  { "fr", BACHELOR, "licence en|licence universitaire|bachelor" },
  { "fr", POSTGRADUATE, "master|doctorat" },

  { "es", YEARS, "año|años" },
  { "es", MONTHS, "mes|meses" },
  { "es", EXPERIENCE, "experiencia" },
  { "es", RANGE, "a|o|y" },
  { "es", MORE, "o más|y más" },
  { "es", LINK, "en|con|como|de" },
  { "es", OR, "o" },
  { "es", EQUIVALENT, "equivalente*" },
  { "es", NOT_AFTER, "de edad|de antigüedad" },
  { "es", NOT_EXPERIENCE, "edad|contrato*|duración|desde|garantía|fundada|nuestr*|nosotros|historia|empresa|prueba|"
                          "últimos|menos de|hasta|cada|máximo" },
  { "es", NOT_REQUIRED, "no|sin|ningun*|deseable|valorable|preferible*|idealmente|opcional|plus" },
  { "es", NOT_HELD, "cursando|estudiante*|en curso" },
  { "es", SCHOOL, "bachillerato" },
  { "es", BACHELOR, "grado universitario|grado en|licenciatura" },
  { "es", POSTGRADUATE, "máster|maestría|doctorado|posgrado" },
};

/* A piece of a text, up to where a sentence or a part of it ends. */
typedef struct
{
  const char *language;
  const char *text;
  const char *end;
} Clause;

typedef struct
{
  VacDocument *document;
  const char  *language;
  GPtrArray   *suggestions;
} Search;

/* Apostrophes are typed in two ways. */
static gunichar
fold (gunichar c)
{
  return c == '\'' ? 0x2019 : g_unichar_tolower (c);
}

static gboolean
is_word_end (const char *at,
             const char *end)
{
  return at >= end || !g_unichar_isalnum (g_utf8_get_char (at));
}

/* Returns: (nullable): where @word, up to @word_end, ends when it stands at @at */
static const char *
match_word (const char *at,
            const char *end,
            const char *word,
            const char *word_end)
{
  for (; word < word_end && *word != '*'; word = g_utf8_next_char (word), at = g_utf8_next_char (at))
    if (at >= end || fold (g_utf8_get_char (at)) != g_utf8_get_char (word))
      return NULL;
  while (word < word_end && !is_word_end (at, end))
    at = g_utf8_next_char (at);

  return is_word_end (at, end) ? at : NULL;
}

/* Returns: (nullable): where a word of that meaning ends when one stands at @at */
static const char *
match (const Clause *clause,
       const char   *at,
       Meaning       meaning)
{
  for (guint i = 0; i < G_N_ELEMENTS (vocabulary); i++)
    {
      const char *word = vocabulary[i].words;

      if (vocabulary[i].meaning != meaning || !g_str_equal (vocabulary[i].language, clause->language))
        continue;
      for (;;)
        {
          const char *word_end = word + strcspn (word, "|");
          const char *stop = match_word (at, clause->end, word, word_end);

          if (stop != NULL)
            return stop;
          if (*word_end == '\0')
            return NULL;
          word = word_end + 1;
        }
    }

  return NULL;
}

/* Returns: (nullable): where the first word of that meaning begins, from @from on */
static const char *
find (const Clause *clause,
      const char   *from,
      Meaning       meaning,
      const char  **stop)
{
  for (const char *p = from; p < clause->end; p = g_utf8_next_char (p))
    {
      const char *ends;

      if (p > clause->text && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p))))
        continue;
      ends = match (clause, p, meaning);
      if (ends == NULL)
        continue;
      if (stop != NULL)
        *stop = ends;
      return p;
    }

  return NULL;
}

static gboolean
has (const Clause *clause,
     Meaning       meaning)
{
  return find (clause, clause->text, meaning, NULL) != NULL;
}

static const char *
skip (const Clause *clause,
      const char   *at,
      const char   *bytes)
{
  for (; at < clause->end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c) && !(c < 0x80 && strchr (bytes, (char) c) != NULL) &&
          !(strchr (bytes, '-') != NULL && (c == 0x2010 || c == 0x2011 || c == 0x2013 || c == 0x2014)))
        break;
    }

  return at;
}

/* Returns: (nullable): where one or two digits at @at end that are a number of their own */
static const char *
match_number (const Clause *clause,
              const char   *at,
              guint        *number)
{
  const char before = at > clause->text ? at[-1] : ' ';
  const char *stop = at;

  while (stop < clause->end && g_ascii_isdigit (*stop))
    stop++;
  if (stop == at || stop - at > 2 || g_ascii_isalnum (before) || strchr (".,$", before) != NULL)
    return NULL;

  *number = (guint) g_ascii_strtoull (at, NULL, 10);

  return stop;
}

/* "3", "3–5", "3 to 5", "5+", "three (3)": returns where the unit stands that is to follow. */
static const char *
skip_amount (const Clause *clause,
             const char   *at)
{
  const char *next = skip (clause, at, "+)-");
  const char *range = match (clause, next, RANGE);
  const char *more = match (clause, next, MORE);
  const char *second;
  guint number;

  if (more != NULL)
    return skip (clause, more, "");
  if (range != NULL)
    next = skip (clause, range, "");
  second = match_number (clause, next, &number);
  if (second == NULL)
    return skip (clause, at, "+)-");

  next = skip (clause, second, "+)-");
  more = match (clause, next, MORE);

  return more != NULL ? skip (clause, more, "") : next;
}

static void
add (Search     *self,
     VacRole     role,
     const char *value,
     VacNode    *source,
     const char *from,
     const char *to)
{
  VacNode *field = vac_document_get (self->document, role);
  g_autofree char *words = g_strndup (from, (gsize) (to - from));
  VacSuggestion *suggestion;

  if (vac_node_get_kind (field) == VAC_KIND_TOGGLE ? vac_node_get_toggle (field) : !vac_node_is_empty (field))
    return;
  if (vac_node_get_raw (field) != NULL || !vac_field_accepts (vac_node_get_field (field), value, NULL))
    return;
  for (guint i = 0; i < self->suggestions->len; i++)
    if (((VacSuggestion *) g_ptr_array_index (self->suggestions, i))->field == field)
      return;

  suggestion = g_new0 (VacSuggestion, 1);
  suggestion->field = g_object_ref (field);
  suggestion->value = g_strdup (value);
  suggestion->source = g_object_ref (source);
  suggestion->start = (gsize) (from - vac_node_get_text (source));
  suggestion->length = (gsize) (to - from);
  suggestion->words = vac_quote_shorten (g_strstrip (words));
  g_ptr_array_add (self->suggestions, suggestion);
}

static gboolean
mentions_employer (Search       *self,
                   const Clause *clause)
{
  const char *name = vac_document_get_text (self->document, VAC_ROLE_EMPLOYER_NAME);

  return (*name != '\0' && g_strstr_len (clause->text, clause->end - clause->text, name) != NULL) ||
         g_strstr_len (clause->text, clause->end - clause->text, "{{employer}}") != NULL;
}

/* "6 months, experience in sales": two things. */
static gboolean
follows_comma (const Clause *clause,
               const char   *word)
{
  while (word > clause->text && word[-1] == ' ')
    word--;

  return word > clause->text && word[-1] == ',';
}

/* Whether years that end at @unit_end are those of experience: "5 years of experience", or
 * "experience: 5 years". @from and @to come back as what to quote. */
static gboolean
are_of_experience (const Clause *clause,
                   gboolean      labelled,
                   const char   *unit_end,
                   const char  **from,
                   const char  **to)
{
  const char *next = skip (clause, unit_end, "");
  const char *stop = NULL;
  const char *word = find (clause, unit_end, EXPERIENCE, &stop);

  if (match (clause, next, NOT_AFTER) != NULL)
    return FALSE;
  *to = word != NULL ? stop : unit_end;
  if (word != NULL)
    return !follows_comma (clause, word);
  if (next < clause->end && !strchr (",:)’'", *next) && match (clause, next, LINK) == NULL)
    return FALSE;

  word = find (clause, clause->text, EXPERIENCE, NULL);
  if (word != NULL && word < *from)
    *from = word;

  return labelled || word != NULL;
}

static void
read_experience (Search       *self,
                 const Clause *clause,
                 gboolean      labelled,
                 gboolean      has_credential,
                 VacNode      *source)
{
  if (has (clause, NOT_REQUIRED) || has (clause, NOT_EXPERIENCE) || mentions_employer (self, clause))
    return;

  for (const char *p = clause->text; p < clause->end; p = g_utf8_next_char (p))
    {
      const char *number_end, *unit, *unit_end, *or_word;
      const char *from = p, *to = NULL;
      g_autofree char *value = NULL;
      gboolean years;
      guint number;

      number_end = match_number (clause, p, &number);
      if (number_end == NULL)
        continue;
      unit = skip_amount (clause, number_end);
      unit_end = match (clause, unit, YEARS);
      years = unit_end != NULL;
      if (!years)
        unit_end = match (clause, unit, MONTHS);
      if (unit_end == NULL)
        continue;

      /* "A degree or 5 years of experience" requires neither. */
      or_word = find (clause, clause->text, OR, NULL);
      if (has_credential && or_word != NULL && or_word < p)
        return;
      if (are_of_experience (clause, labelled, unit_end, &from, &to))
        {
          value = g_strdup_printf ("%u", years ? 12 * number : number);
          add (self, VAC_ROLE_EXPERIENCE_MONTHS, value, source, from, to);
        }
      return;
    }
}

/* The least of the credentials that a clause names: "a bachelor’s or master’s degree". */
static const char *
find_credential (const Clause *clause)
{
  static const struct
  {
    Meaning     meaning;
    const char *id;
  } credentials[] = {
    { SCHOOL, VAC_CREDENTIAL_SCHOOL },
    { ASSOCIATE, VAC_CREDENTIAL_ASSOCIATE },
    { BACHELOR, VAC_CREDENTIAL_BACHELOR },
    { CERTIFICATE, VAC_CREDENTIAL_CERTIFICATE },
    { POSTGRADUATE, VAC_CREDENTIAL_POSTGRADUATE },
  };

  if (has (clause, NOT_REQUIRED) || has (clause, NOT_HELD))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (credentials); i++)
    if (has (clause, credentials[i].meaning))
      return credentials[i].id;

  return NULL;
}

/* "or equivalent experience" */
static gboolean
takes_experience (const Clause *clause)
{
  const char *stop = NULL;

  return find (clause, clause->text, OR, &stop) != NULL &&
         find (clause, stop, EQUIVALENT, NULL) != NULL && find (clause, stop, EXPERIENCE, NULL) != NULL;
}

static void
read_clause (Search       *self,
             const Clause *clause,
             gboolean      labelled,
             VacNode      *source)
{
  const char *credential = find_credential (clause);

  if (credential != NULL)
    {
      add (self, VAC_ROLE_EDUCATION_CREDENTIAL, credential, source, clause->text, clause->end);
      if (takes_experience (clause))
        add (self, VAC_ROLE_EDUCATION_EXPERIENCE_INSTEAD, "true", source, clause->text, clause->end);
    }
  read_experience (self, clause, labelled, credential != NULL, source);
}

static void
read_text (Search  *self,
           VacNode *source,
           gboolean labelled)
{
  const char *text = vac_node_get_text (source);

  while (*text != '\0')
    {
      const char *end = text;

      while (*end != '\0' && *end != ';' && *end != '\n' &&
             !(*end == '.' && (end[1] == '\0' || g_ascii_isspace (end[1]))))
        end++;
      read_clause (self, &(Clause) { self->language, text, end }, labelled, source);
      text = *end != '\0' ? end + 1 : end;
      text += strspn (text, " \t");
    }
}

static void
read_block (Search         *self,
            const VacBlock *block)
{
  VacNode *source = vac_node_get_role (block->node) == VAC_ROLE_ITEM
                    ? vac_node_get (block->node, VAC_ROLE_ITEM_TEXT) : block->node;
  const char *label = block->label != NULL ? block->label : "";
  const Clause heading = { self->language, label, label + strlen (label) };

  if (!has (&heading, NOT_REQUIRED))
    read_text (self, source, has (&heading, EXPERIENCE));
}

static void
suggestion_free (gpointer data)
{
  VacSuggestion *self = data;

  g_object_unref (self->field);
  g_object_unref (self->source);
  g_free (self->value);
  g_free (self->words);
  g_free (self);
}

/* Returns: (nullable): the language whose words are known */
static const char *
find_language (VacDocument *document)
{
  const char *tag = vac_document_get_text (document, VAC_ROLE_LANGUAGE);

  if (*tag == '\0')
    return "en";
  for (guint i = 0; i < G_N_ELEMENTS (vocabulary); i++)
    if (g_ascii_strncasecmp (tag, vocabulary[i].language, 2) == 0 && (tag[2] == '\0' || tag[2] == '-'))
      return vocabulary[i].language;

  return NULL;
}

/**
 * vac_suggest:
 * @document: a document
 *
 * Reads what candidates see among the required qualifications for experience and education, as far
 * as their fields are empty. Ages, the employer's history, the length of contracts, studies under
 * way and what is only welcome are passed over.
 *
 * Returns: (transfer full) (element-type VacSuggestion): at most one for each field, the first that
 *   the posting speaks of
 */
GPtrArray *
vac_suggest (VacDocument *document)
{
  Search self = { .document = document };
  g_autoptr (VacOutline) outline = NULL;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  self.language = find_language (document);
  self.suggestions = g_ptr_array_new_with_free_func (suggestion_free);
  if (self.language == NULL)
    return self.suggestions;

  outline = vac_outline_new (document, VAC_READER_CANDIDATE);
  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);

      if ((block->kind == VAC_BLOCK_BULLET || block->kind == VAC_BLOCK_PARAGRAPH) &&
          vac_parts_contain (VAC_PART_QUALIFICATIONS, block->node))
        read_block (&self, block);
    }

  return self.suggestions;
}

/**
 * vac_suggestion_name_value:
 * @self: a suggestion
 *
 * Returns: (transfer full): its value as the form shows it, translated
 */
char *
vac_suggestion_name_value (const VacSuggestion *self)
{
  const VacField *field;
  const VacChoice *choice;

  g_return_val_if_fail (self != NULL, NULL);

  field = vac_node_get_field (self->field);
  choice = vac_field_find_choice (field, self->value);
  if (choice != NULL)
    return g_strdup (_(choice->label));

  return g_strdup (field->kind == VAC_KIND_TOGGLE ? C_("toggle", "on") : self->value);
}
