/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-title"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-clause.h"
#include "vac-outline.h"
#include "vac-parts.h"
#include "vac-placeholder.h"
#include "vac-review-language.h"
#include "vac-review-private.h"
#include "vac-review-title.h"
#include "vac-rule.h"
#include "vac-suggest.h"
#include "vac-tag.h"
#include "vac-wording.h"

/* Whether the title is short, and fits what the rest of the posting asks for. The words by which it
 * shows a level are data of the languages; where a language has none, nothing is said of them. */

/* Studies of job titles contradict one another on the best length; they agree that results of a
 * search show about 60 characters, and that longer titles are read less. */
#define MOST_CHARACTERS 60
#define MOST_WORDS 6

/* Editorial: what contradicts a title so plainly that candidates notice. In months. */
#define MUCH_FOR_ENTRY 36
#define MUCH_FOR_JUNIOR 60
#define LITTLE_FOR_SENIOR 12

typedef struct
{
  VacReading  *reading;
  VacDocument *document;
  const char  *language;
  VacNode     *node;
  char        *text;       /* as vac_review_title_mask() has it */
  VacClause    clause;     /* all of @text */
  GPtrArray   *findings;
} Title;

/* A word of the title by which it shows a level. */
typedef struct
{
  VacClue     clue;
  const char *start;
  const char *end;
} Level;

/*
 * vac_review_title_mask:
 * @title: the job's title
 *
 * Returns: (transfer full): its text with every byte of its placeholders replaced, so that places
 *   in it stay the same and nothing is found in them
 */
char *
vac_review_title_mask (VacNode *title)
{
  char *text = g_strdup (vac_node_get_text (title));
  VacPlaceholder placeholder;

  for (gsize from = 0; vac_placeholder_next (vac_node_get_text (title), from, &placeholder);
       from = placeholder.end)
    memset (text + placeholder.start, '_', placeholder.end - placeholder.start);

  return text;
}

static VacFinding *
report (const Title *self,
        VacRule      rule,
        const char  *start,
        const char  *end,
        const char  *sentence)
{
  VacFinding *finding = vac_rule_report (rule, self->findings, self->node, "%s", sentence);

  if (start != NULL)
    vac_finding_set_span (finding, (gsize) (start - self->text), (gsize) (end - start));

  return finding;
}

/* Words that are read as the title: "(m/w/d)", "(all genders)" and what else stands in brackets is
 * beside it. */
static guint
count_words (const char *text)
{
  gboolean in_word = FALSE;
  guint depth = 0, n_words = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      const gunichar c = g_utf8_get_char (text);

      if (c == '(' || c == '[')
        depth++;
      else if ((c == ')' || c == ']') && depth > 0)
        depth--;
      else if (depth == 0 && !in_word && g_unichar_isalnum (c))
        {
          in_word = TRUE;
          n_words++;
        }
      else if (g_unichar_isspace (c))
        in_word = FALSE;
    }

  return n_words;
}

/* What is known of the number of words is known of English; other languages need more of them. */
static void
check_length (const Title *self)
{
  g_autofree char *filled = vac_wording_fill (self->document, vac_node_get_text (self->node), NULL);
  const glong n_characters = g_utf8_strlen (filled, -1);
  const guint n_words = count_words (filled);

  if (n_characters > MOST_CHARACTERS)
    vac_rule_report (VAC_RULE_TITLE_LENGTH, self->findings, self->node,
                     _("The job title has %ld characters. Job boards show about %d."),
                     n_characters, MOST_CHARACTERS);
  else if (n_words > MOST_WORDS && vac_tag_speaks (self->language, "en"))
    vac_rule_report (VAC_RULE_TITLE_LENGTH, self->findings, self->node,
                     _("The job title has %u words. Titles of up to %d words are found and read "
                       "more often."),
                     n_words, MOST_WORDS);
}

/* Short words in capitals are abbreviations: "CFO", "HVAC", "SAP ABAP". */
static void
check_capitals (const Title *self)
{
  guint n_long = 0, longest = 0, n_letters = 0;
  gboolean in_brackets = FALSE;

  for (const char *p = self->text;; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c == '(' || c == ')')
        in_brackets = c == '(';
      if (!in_brackets && g_unichar_islower (c))
        return;
      if (!in_brackets && g_unichar_isupper (c))
        {
          n_letters++;
          continue;
        }
      n_long += n_letters >= 4;
      longest = MAX (longest, n_letters);
      n_letters = 0;
      if (c == '\0')
        break;
    }

  if (n_long >= 2 || longest >= 7)
    report (self, VAC_RULE_TITLE_CAPITALS, NULL, NULL,
            _("The job title is in capital letters, which are hard to read and which job boards "
              "rank lower."));
}

/* Returns: (nullable): where words end that @at is in, and that name no level as a whole */
static const char *
find_other_meaning (const Title *self,
                    const char  *at)
{
  const char *stop = NULL;
  const char *start = vac_clause_find (&self->clause, self->text, VAC_CLUE_LEVEL_NOT, &stop);

  while (start != NULL && stop <= at)
    start = vac_clause_find (&self->clause, stop, VAC_CLUE_LEVEL_NOT, &stop);

  return start != NULL && start <= at ? stop : NULL;
}

static gboolean
find_level (const Title *self,
            VacClue      clue,
            Level       *level)
{
  const char *stop = NULL;

  for (const char *at = vac_clause_find (&self->clause, self->text, clue, &stop); at != NULL;
       at = vac_clause_find (&self->clause, stop, clue, &stop))
    {
      const char *after = find_other_meaning (self, at);

      if (after == NULL)
        {
          *level = (Level) { clue, at, stop };
          return TRUE;
        }
      stop = after;
    }

  return FALSE;
}

/* Returns: how many levels the title names; @levels has the first word of each, from below */
static guint
find_levels (const Title *self,
             Level        levels[4])
{
  static const VacClue clues[] = { VAC_CLUE_LEVEL_ENTRY, VAC_CLUE_LEVEL_JUNIOR,
                                   VAC_CLUE_LEVEL_MIDDLE, VAC_CLUE_LEVEL_SENIOR };
  guint n_levels = 0;

  for (guint i = 0; i < G_N_ELEMENTS (clues); i++)
    n_levels += find_level (self, clues[i], &levels[n_levels]);

  return n_levels;
}

static void
report_levels (const Title *self,
               const Level  levels[],
               guint        n_levels)
{
  const char *start = levels[0].start, *end = levels[0].end;

  for (guint i = 1; i < n_levels; i++)
    {
      start = MIN (start, levels[i].start);
      end = MAX (end, levels[i].end);
    }
  report (self, VAC_RULE_TITLE_LEVELS, start, end,
          _("The job title names more than one level. Candidates of either cannot tell whether "
            "they are meant; write a posting for each."));
}

/* Returns: 0 when neither the field nor the text says it */
static guint
get_months (VacReading *reading)
{
  VacNode *field = vac_document_get (reading->document, VAC_ROLE_EXPERIENCE_MONTHS);
  GPtrArray *suggestions;
  gint64 months;

  if (vac_node_get_integer (field, &months))
    return (guint) CLAMP (months, 0, 1200);

  suggestions = vac_reading_get_suggestions (reading);
  for (guint i = 0; i < suggestions->len; i++)
    {
      const VacSuggestion *suggestion = g_ptr_array_index (suggestions, i);

      if (suggestion->field == field)
        return (guint) g_ascii_strtoull (suggestion->value, NULL, 10);
    }

  return 0;
}

static char *
describe_months (guint months)
{
  if (months % 12 != 0)
    return g_strdup_printf (ngettext ("%u month", "%u months", months), months);

  return g_strdup_printf (ngettext ("%u year", "%u years", months / 12), months / 12);
}

static void
check_experience (const Title *self,
                  const Level *level)
{
  const guint months = get_months (self->reading);
  g_autofree char *word = g_strndup (level->start, (gsize) (level->end - level->start));
  g_autofree char *duration = describe_months (months);
  g_autofree char *sentence = NULL;

  if ((level->clue == VAC_CLUE_LEVEL_ENTRY && months >= MUCH_FOR_ENTRY) ||
      (level->clue == VAC_CLUE_LEVEL_JUNIOR && months >= MUCH_FOR_JUNIOR))
    {
      sentence = g_strdup_printf (
          /* Translators: a word of the title, such as “Junior”; a duration, such as “5 years” */
          _("The job title says “%s”, but the posting asks for %s of experience."), word, duration);
      report (self, VAC_RULE_TITLE_JUNIOR, level->start, level->end, sentence);
    }
  else if (level->clue == VAC_CLUE_LEVEL_SENIOR && months > 0 && months <= LITTLE_FOR_SENIOR)
    {
      sentence = g_strdup_printf (
          /* Translators: a word of the title, such as “Senior”; a duration, such as “1 year” */
          _("The job title says “%s”, but the posting asks for no more than %s of experience."),
          word, duration);
      report (self, VAC_RULE_TITLE_SENIOR, level->start, level->end, sentence);
    }
}

/* Returns: (transfer full) (nullable): the words of that meaning in what is said of the work, or of
 *   what it takes; @language is the posting's */
static char *
find_scope (const Title *self,
            VacClue      clue)
{
  VacOutline *outline = vac_reading_get_outline (self->reading);

  for (guint i = 0; i < vac_outline_get_n_blocks (outline); i++)
    {
      const VacBlock *block = vac_outline_get_block (outline, i);
      const char *text = block->text;
      VacClause clause;

      if ((block->kind != VAC_BLOCK_BULLET && block->kind != VAC_BLOCK_PARAGRAPH) ||
          (!vac_parts_contain (VAC_PART_RESPONSIBILITIES, block->node) &&
           !vac_parts_contain (VAC_PART_QUALIFICATIONS, block->node)))
        continue;
      while (vac_clause_take (&text, self->language, &clause))
        {
          const char *stop = NULL;
          const char *start = vac_clause_find (&clause, clause.text, clue, &stop);

          /* "No direct reports"; what a beginner need not have begins with a "no" of its own. */
          if (start != NULL &&
              (clue == VAC_CLUE_BEGINS || !vac_clause_has (&clause, VAC_CLUE_NOT_REQUIRED)))
            return g_strndup (start, (gsize) (stop - start));
        }
    }

  return NULL;
}

static void
check_scope (const Title *self,
             const Level *level)
{
  const gboolean is_low = level->clue == VAC_CLUE_LEVEL_ENTRY ||
                          level->clue == VAC_CLUE_LEVEL_JUNIOR;
  g_autofree char *words = NULL;
  g_autofree char *word = g_strndup (level->start, (gsize) (level->end - level->start));
  g_autofree char *sentence = NULL;

  if (level->clue == VAC_CLUE_LEVEL_MIDDLE)
    return;
  words = find_scope (self, is_low ? VAC_CLUE_LEADS : VAC_CLUE_BEGINS);
  if (words == NULL)
    return;
  sentence = g_strdup_printf (
      /* Translators: a word of the title, such as “Junior”; words of the posting */
      _("The job title says “%s”, but the posting says “%s”."), word, words);
  report (self, VAC_RULE_TITLE_SCOPE, level->start, level->end, sentence);
}

static void
check_levels (const Title *self)
{
  Level levels[4];
  const guint n_levels = find_levels (self, levels);

  if (n_levels > 1)
    report_levels (self, levels, n_levels);
  if (n_levels != 1)
    return;
  check_experience (self, levels);
  check_scope (self, levels);
}

/* Up to VIII, as far as anybody counts levels of a job. */
static gboolean
is_numeral (const char *word,
            gsize       length)
{
  static const char *const numerals[] = { "I", "II", "III", "IV", "V", "VI", "VII", "VIII" };

  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    if (strlen (numerals[i]) == length && strncmp (numerals[i], word, length) == 0)
      return TRUE;

  return FALSE;
}

/* "L5" and "IC4", as some employers write it. */
static gboolean
is_code (const char *word,
         gsize       length)
{
  const gsize lead = g_str_has_prefix (word, "IC") ? 2 : *word == 'L' ? 1 : 0;

  return lead > 0 && length == lead + 1 && g_ascii_isdigit (word[lead]);
}

static const char *
find_word_start (const char *text,
                 const char *end)
{
  while (end > text && strchr (" ,;:|/()[]", end[-1]) == NULL)
    end--;

  return end;
}

/* The last word before a comma or a bracket, or of all: "Engineer II", but "Phase II". */
static void
check_grade (const Title *self)
{
  const gsize n_bytes = strcspn (self->text, ",;:|([");
  const char *end = self->text + n_bytes;
  const char *start, *before;
  VacFinding *finding;

  while (end > self->text && end[-1] == ' ')
    end--;
  start = find_word_start (self->text, end);
  if (!(is_numeral (start, (gsize) (end - start)) || is_code (start, (gsize) (end - start))) ||
      start == self->text || start[-1] != ' ' ||
      vac_clue_get_words (self->language, VAC_CLUE_NUMBERED) == NULL)
    return;
  before = start;
  while (before > self->text && before[-1] == ' ')
    before--;
  if (before == self->text ||
      vac_clause_match (&self->clause, find_word_start (self->text, before), VAC_CLUE_NUMBERED))
    return;

  finding = report (self, VAC_RULE_TITLE_GRADE, before, end,
                    _("A grade of the employer’s own says nothing to candidates. Say what the "
                      "level asks for instead."));
  vac_finding_suggest (finding, "");
}

/*
 * vac_review_check_title:
 *
 * Reports a title that is long or shouted, that names a grade or more than one level, or that the
 * rest of the posting contradicts.
 */
void
vac_review_check_title (VacReading *reading,
                        GPtrArray  *findings)
{
  VacNode *node = vac_document_get (reading->document, VAC_ROLE_JOB_TITLE);
  g_autofree char *text = vac_review_title_mask (node);
  Title self = {
    reading, reading->document, vac_review_get_language (reading->document), node, text, { NULL },
    findings,
  };

  self.clause = (VacClause) { self.language, text, text + strlen (text) };
  if (*text == '\0')
    return;
  check_length (&self);
  check_capitals (&self);
  check_levels (&self);
  check_grade (&self);
}
