/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-recognise-facts"

#include "config.h"

#include <string.h>

#include "vac-fact-reader.h"
#include "vac-import-lines.h"
#include "vac-pay-line.h"
#include "vac-phrase.h"

/* Finds the facts of a draft: those that the source says in its data, lines with a label, lines of
 * facts side by side, pay, and the addresses that applications go to. */

/* "Employer · Place" stand before what is known of a line of facts. */
#define MOST_UNKNOWN 2

/* A line above such a line is the employer's name up to so many words, and otherwise says more. */
#define LONGEST_NAME 5

/* In bytes: where facts are looked for. */
#define LONGEST_PART (16 * 1024)
#define MOST_TEXT    (256 * 1024)

/* Besides what the language has between facts. */
static const char *const separators[] = { " · ", " | ", " • ", "\t" };

static VacDocument *
make_scratch (const char *language)
{
  g_autoptr (VacDocument) document = vac_document_new ();

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_LANGUAGE), language);

  return g_steal_pointer (&document);
}

/* What is not in doubt wherever it stands, behind its label. */
static gboolean
is_clear_anywhere (VacLabel label)
{
  switch (label)
    {
    case VAC_LABEL_REQUISITION:
    case VAC_LABEL_PAY:
    case VAC_LABEL_CLOSES:
    case VAC_LABEL_START:
    case VAC_LABEL_APPLY_BY_EMAIL:
    case VAC_LABEL_APPLY_ONLINE:
    case VAC_LABEL_EMPLOYMENT_TYPE:
    case VAC_LABEL_WORKPLACE:
    case VAC_LABEL_REPORTS_TO:
    case VAC_LABEL_HOURS:
    case VAC_LABEL_WEBSITE:
    case VAC_LABEL_CONTACT:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_region_of_facts (VacHeading region)
{
  return region == VAC_HEADING_FACTS || region == VAC_HEADING_PAY || region == VAC_HEADING_APPLY;
}

/* Whether facts of any kind may stand in @section: before the first heading or where it says so. */
static gboolean
holds_facts (const VacFoundSection *section)
{
  return *section->title == '\0' || is_region_of_facts (section->target);
}

/* "Location: Leeds". Returns: whether all of @text is taken */
static gboolean
read_labelled_line (VacFactReader *self,
                    const char    *text,
                    gunichar       sign,
                    gboolean       anywhere)
{
  const char *rest;
  g_autofree char *before = vac_line_split_label (text, sign, &rest);
  g_autofree char *value = g_strdup (rest);
  VacLabel label;

  if (before == NULL || *before == '\0' || *value == '\0')
    return FALSE;
  label = vac_label_find (self->recognition->language, before);
  if (label == VAC_LABEL_NONE && vac_fact_read_pay_at_share (self, before))
    return TRUE;
  if (label == VAC_LABEL_NONE || (!anywhere && !is_clear_anywhere (label)))
    return FALSE;

  return vac_fact_read_labelled (self, label, g_strstrip (value));
}

/* A piece of a line of facts, behind a label or by itself. */
static gboolean
read_piece (VacFactReader *self,
            const char    *text)
{
  return read_labelled_line (self, text, ':', TRUE) || vac_fact_read_arrangement (self, text) ||
         vac_fact_read_pay (self, text);
}

static const char *
find_separator (VacFactReader *self,
                const char    *text)
{
  const char *own = vac_phrase_get (self->recognition->language, VAC_PHRASE_BETWEEN_FACTS);

  if (strstr (text, own) != NULL)
    return own;
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (strstr (text, separators[i]) != NULL)
      return separators[i];

  return NULL;
}

/* "About Quillstone" tells whose name it is. */
static gboolean
is_named_employer (VacFactReader *self,
                   const char    *name)
{
  for (guint i = 0; i < vac_recognition_get_n_sections (self->recognition); i++)
    {
      const VacFoundSection *section = vac_recognition_get_section (self->recognition, i);

      if (section->target == VAC_HEADING_EMPLOYER && strstr (section->title, name) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* The piece of a line from @start on, with the separator behind it. */
static void
set_piece (VacFactReader *self,
           gsize          start,
           const char    *piece,
           gsize          separator)
{
  self->start = start;
  self->length = strlen (piece) + separator;
}

/* "Employer · Place · Hybrid · Full-time": what is known shows what the line is. */
static void
read_unknown (VacFactReader *self,
              char         **pieces,
              const gsize   *starts,
              guint          n_unknown,
              gsize          separator)
{
  const gsize line = self->start;
  const gboolean said = vac_recognition_says (self->recognition, VAC_ROLE_EMPLOYER_NAME);
  const guint place = n_unknown - 1;
  const gboolean is_employer = n_unknown == 2 || is_named_employer (self, pieces[0]);
  const gboolean is_place = n_unknown == 2 ||
                            (!is_employer && said &&
                             !vac_recognition_says (self->recognition, VAC_ROLE_LOCATION_CITY)) ||
                            (!is_employer && !said && vac_fact_looks_like_place (self, pieces[0]));

  if (is_place)
    {
      set_piece (self, line + starts[place], pieces[place], separator);
      vac_fact_read_places (self, pieces[place], VAC_NO_PART);
    }
  if (is_employer)
    {
      set_piece (self, line, pieces[0], separator);
      vac_fact_add (self, VAC_ROLE_EMPLOYER_NAME, 0, pieces[0], TRUE);
    }
  self->start = line;
}

/* @named says that the line above is the employer's name, so that none is in this one. Returns:
 * whether it is a line of facts */
static gboolean
read_side_by_side (VacFactReader *self,
                   const char    *text,
                   gboolean       named)
{
  const char *separator = find_separator (self, text);
  g_auto (GStrv) pieces = separator != NULL ? g_strsplit (text, separator, 20) : NULL;
  const guint n = pieces != NULL ? g_strv_length (pieces) : 0;
  g_autofree gsize *starts = g_new0 (gsize, n + 1);
  const gsize line = self->start, length = self->length;
  guint n_known = 0, n_leading = 0;

  if (n < 2)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      starts[i + 1] = starts[i] + strlen (pieces[i]) + strlen (separator);
      set_piece (self, line + starts[i], pieces[i], i + 1 < n ? strlen (separator) : 0);
      if (read_piece (self, pieces[i]))
        n_known++;
      else if (n_known == 0 && strchr (pieces[i], ':') == NULL)
        n_leading = i + 1;
    }
  self->start = line;
  if (n_known > 0 && n_leading == 1 && named)
    {
      set_piece (self, line, pieces[0], strlen (separator));
      vac_fact_read_places (self, pieces[0], VAC_NO_PART);
      self->start = line;
    }
  else if (n_known > 0 && n_leading > 0 && n_leading <= MOST_UNKNOWN)
    {
      read_unknown (self, pieces, starts, n_leading, strlen (separator));
    }
  self->length = length;

  return n_known > 0;
}

/* "The salary range is $88,000 – $112,000 per year.": it stays in the text. */
static void
read_pay_sentence (VacFactReader *self,
                   const char    *text)
{
  const char *digit = strpbrk (text, "0123456789");
  g_autofree char *rest = NULL;
  g_autofree char *before = NULL;
  const char *start = digit;

  if (digit == NULL || vac_recognition_says (self->recognition, VAC_ROLE_PAY_CURRENCY))
    return;
  while (start > text && !g_ascii_isspace (start[-1]))
    start--;
  before = g_strstrip (g_strndup (text, (gsize) (start - text)));
  rest = g_strdup (start);
  if (g_str_has_suffix (rest, "."))
    rest[strlen (rest) - 1] = '\0';
  self->length = 0;
  if (vac_label_begins (self->recognition->language, before, VAC_LABEL_PAY))
    vac_fact_read_pay (self, rest);
}

/* A line whose separators are within one fact. */
static gboolean
is_contact (VacFactReader *self,
            const char    *text)
{
  const char *value;
  g_autofree char *label = vac_line_split_label (text, ':', &value);

  return label != NULL &&
         vac_label_find (self->recognition->language, label) == VAC_LABEL_CONTACT;
}

/* Among benefits an amount may be for training, but a range by the year or the hour is pay. */
static gboolean
is_range (VacFactReader *self,
          const char    *text)
{
  VacPayLine line;

  return vac_pay_line_read (text, self->recognition->language, &line) &&
         line.unit != VAC_UNIT_NONE && line.has_minimum && line.has_maximum &&
         line.minimum < line.maximum &&
         !vac_recognition_says (self->recognition, VAC_ROLE_PAY_CURRENCY);
}

/* "Location      Leeds": a label apart by blanks. */
static gboolean
read_aligned (VacFactReader *self,
              const char    *text)
{
  const char *gap = strstr (text, "  ");
  g_autofree char *line = gap != NULL ? g_strdup (text) : NULL;

  if (line == NULL)
    return FALSE;
  line[gap - text] = '\t';

  return read_labelled_line (self, line, '\t', TRUE);
}

/* A row of two cells of which the first says whose pay the second is: of a place, a grade. */
static gboolean
is_pay_of_one (VacFactReader *self,
               const char    *text)
{
  const char *tab = strchr (text, '\t');
  VacPayLine line;

  return tab != NULL && strchr (tab + 1, '\t') == NULL &&
         vac_pay_line_read (tab + 1, self->recognition->language, &line);
}

/* One line of a part of a section. */
static void
read_line (VacFactReader         *self,
           const char            *text,
           const VacFoundSection *section,
           VacDraftKind           kind)
{
  const gboolean all = holds_facts (section);

  if (kind == VAC_DRAFT_ROW)
    {
      if (!read_labelled_line (self, text, '\t', TRUE) && all && !is_pay_of_one (self, text))
        read_side_by_side (self, text, FALSE);
      return;
    }
  if (kind == VAC_DRAFT_BULLET && !all && section->target != VAC_HEADING_BENEFITS)
    return;
  if (all && is_contact (self, text) && read_labelled_line (self, text, ':', TRUE))
    return;
  if (all && find_separator (self, text) != NULL && read_side_by_side (self, text, FALSE))
    return;
  if (all && strchr (text, ':') == NULL && read_aligned (self, text))
    return;
  if (kind == VAC_DRAFT_BULLET && !all)
    {
      if (!read_labelled_line (self, text, ':', FALSE) && is_range (self, text))
        vac_fact_read_pay (self, text);
      return;
    }
  if (read_labelled_line (self, text, ':', all) || !all)
    return;
  if (vac_fact_read_pay (self, text))
    return;
  if (*section->title == '\0')
    vac_fact_read_arrangement (self, text);
  else if (section->target == VAC_HEADING_PAY)
    read_pay_sentence (self, text);
}

/* The label of a bold beginning is not in the text. */
static gboolean
read_bold_label (VacFactReader         *self,
                 const VacDraftPart    *part,
                 const VacFoundSection *section)
{
  const VacLabel label = vac_label_find (self->recognition->language, part->label);

  if (label == VAC_LABEL_NONE || strchr (part->text, '\n') != NULL ||
      (!holds_facts (section) && (part->kind == VAC_DRAFT_BULLET || !is_clear_anywhere (label))))
    return FALSE;
  self->start = 0;
  self->length = strlen (part->text);

  return vac_fact_read_labelled (self, label, part->text);
}

/* "Location" above "Leeds", in one paragraph. Returns: whether both are taken */
static gboolean
read_two_lines (VacFactReader *self,
                const char    *first,
                const char    *second)
{
  const char *language = self->recognition->language;
  const VacLabel label = vac_label_find (language, first);
  const gsize length = strcspn (second, "\n");
  g_autofree char *value = g_strndup (second, length);
  const gsize line = self->length;

  if (label == VAC_LABEL_NONE || strchr (first, ':') != NULL ||
      vac_label_find (language, value) != VAC_LABEL_NONE)
    return FALSE;
  self->length += length + (second[length] == '\n');
  if (vac_fact_read_labelled (self, label, value))
    return TRUE;
  self->length = line;

  return FALSE;
}

static void
read_part (VacFactReader         *self,
           guint                  position,
           const VacFoundSection *section)
{
  const VacDraftPart *part = vac_draft_get_part (self->recognition->draft, position);

  self->part = position;
  self->region = section->target;
  if (part->label != NULL)
    {
      read_bold_label (self, part, section);
      return;
    }
  for (const char *line = part->text; *line != '\0';)
    {
      const gsize length = strcspn (line, "\n");
      g_autofree char *copy = g_strndup (line, length);
      const gsize whole = length + (line[length] == '\n');

      self->start = (gsize) (line - part->text);
      self->length = whole;
      if (line[length] == '\n' && holds_facts (section) &&
          read_two_lines (self, copy, line + whole))
        {
          line += self->length;
          continue;
        }
      read_line (self, copy, section, part->kind);
      line += whole;
    }
}

/* Two paragraphs in a row, without labels, of which the second is one line. */
static gboolean
find_pair (VacFactReader          *self,
           guint                   position,
           const VacFoundSection  *section,
           const VacDraftPart    **first,
           const VacDraftPart    **second)
{
  VacDraft *draft = self->recognition->draft;

  if (position + 1 >= section->end)
    return FALSE;
  *first = vac_draft_get_part (draft, position);
  *second = vac_draft_get_part (draft, position + 1);

  return (*first)->kind == VAC_DRAFT_PARAGRAPH && (*second)->kind == VAC_DRAFT_PARAGRAPH &&
         (*first)->label == NULL && (*second)->label == NULL &&
         strchr ((*second)->text, '\n') == NULL;
}

static gboolean
looks_like_name (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", LONGEST_NAME + 1);

  return *text != '\0' && g_strv_length (words) <= LONGEST_NAME &&
         strpbrk (text, "\n:;!?0123456789") == NULL;
}

/* "Acme" above "Leeds · Hybrid · Full-time". Returns: whether both are taken */
static gboolean
read_name_above (VacFactReader         *self,
                 guint                  position,
                 const VacFoundSection *section)
{
  const VacDraftPart *first, *second;

  if (*section->title != '\0' || !find_pair (self, position, section, &first, &second) ||
      find_separator (self, first->text) != NULL || !looks_like_name (first->text) ||
      vac_label_find (self->recognition->language, first->text) != VAC_LABEL_NONE)
    return FALSE;
  self->part = position + 1;
  self->region = section->target;
  self->start = 0;
  self->length = strlen (second->text);
  if (!read_side_by_side (self, second->text, TRUE))
    return FALSE;
  self->part = position;
  self->start = 0;
  self->length = strlen (first->text);
  vac_fact_add (self, VAC_ROLE_EMPLOYER_NAME, 0, first->text, TRUE);

  return TRUE;
}

/* What stands before the text of a row of two cells. */
static VacLabel
find_label_of_row (VacFactReader *self,
                   guint          position)
{
  const VacDraftPart *part = vac_draft_get_part (self->recognition->draft, position);
  const char *rest;
  g_autofree char *label = part->kind == VAC_DRAFT_ROW
                               ? vac_line_split_label (part->text, '\t', &rest) : NULL;

  return label != NULL ? vac_label_find (self->recognition->language, label) : VAC_LABEL_NONE;
}

/* "Acme" right below the title, and facts with labels below that, of which none names the employer.
 * Returns: whether it is taken */
static gboolean
read_name_below_title (VacFactReader         *self,
                       guint                  position,
                       const VacFoundSection *section)
{
  const VacDraftPart *part = vac_draft_get_part (self->recognition->draft, position);

  if (*section->title != '\0' || self->recognition->title == VAC_NO_PART ||
      position != self->recognition->title + 1 || position + 1 >= section->end ||
      (part->kind != VAC_DRAFT_PARAGRAPH && part->kind != VAC_DRAFT_HEADING) ||
      part->label != NULL || !looks_like_name (part->text) ||
      find_separator (self, part->text) != NULL ||
      find_label_of_row (self, position + 1) == VAC_LABEL_NONE)
    return FALSE;
  for (guint i = position + 1; i < section->end; i++)
    if (find_label_of_row (self, i) == VAC_LABEL_EMPLOYER)
      return FALSE;
  self->part = position;
  self->region = section->target;
  self->start = 0;
  self->length = strlen (part->text);
  if (vac_fact_looks_like_place (self, part->text) || vac_fact_read_arrangement (self, part->text))
    return FALSE;

  return vac_fact_add (self, VAC_ROLE_EMPLOYER_NAME, 0, part->text, TRUE);
}

/* "Department" above "Nursing", in two lines. Returns: whether both are taken */
static gboolean
read_pair (VacFactReader         *self,
           guint                  position,
           const VacFoundSection *section)
{
  const VacDraftPart *first, *second;
  const VacFoundFact *fact;
  VacLabel label;

  if (!holds_facts (section) || !find_pair (self, position, section, &first, &second))
    return FALSE;
  label = vac_label_find (self->recognition->language, first->text);
  if (label == VAC_LABEL_NONE || vac_label_find (self->recognition->language, second->text) != 0)
    return FALSE;
  self->part = position + 1;
  self->region = section->target;
  self->start = 0;
  self->length = strlen (second->text);
  if (!vac_fact_read_labelled (self, label, second->text))
    return FALSE;
  /* The label goes with it. */
  self->part = position;
  self->length = strlen (first->text);
  fact = vac_recognition_get_fact (self->recognition,
                                   vac_recognition_get_n_facts (self->recognition) - 1);
  vac_fact_add (self, fact->role, fact->index, fact->value, TRUE);

  return TRUE;
}

/* What applicants are asked. */
static void
read_question (VacFactReader *self,
               guint          position)
{
  const VacDraftPart *part = vac_draft_get_part (self->recognition->draft, position);

  self->part = position;
  self->start = 0;
  self->length = strlen (part->text);
  if (part->kind == VAC_DRAFT_BULLET && part->label == NULL)
    vac_fact_add (self, VAC_ROLE_QUESTION_TEXT, vac_fact_count (self, VAC_ROLE_QUESTION_TEXT),
                  part->text, TRUE);
}

/* An address in some sections is one for something else. */
static gboolean
takes_applications (VacHeading target)
{
  return target != VAC_HEADING_QUESTIONS && target != VAC_HEADING_ACCOMMODATION &&
         target != VAC_HEADING_EQUAL_OPPORTUNITY;
}

/* A label that looks like a heading, above one line. Returns: whether it is taken */
static gboolean
read_titled (VacFactReader         *self,
             const VacFoundSection *section)
{
  const VacDraftPart *part = vac_draft_get_part (self->recognition->draft, section->start);
  const VacLabel label = vac_label_find (self->recognition->language, section->title);

  if (label == VAC_LABEL_NONE || part->kind != VAC_DRAFT_PARAGRAPH || part->label != NULL ||
      strchr (part->text, '\n') != NULL)
    return FALSE;
  self->part = section->start;
  self->region = VAC_HEADING_FACTS;
  self->start = 0;
  self->length = strlen (part->text);

  return vac_fact_read_labelled (self, label, part->text);
}

/* Facts are read word by word, which takes its time. Longer texts are none of a posting. */
static gboolean
is_worth_reading (VacFactReader      *self,
                  const VacDraftPart *part)
{
  const gsize length = strlen (part->text);

  if (length > LONGEST_PART || length > MOST_TEXT - self->seen)
    return FALSE;
  self->seen += length;

  return TRUE;
}

static void
read_section (VacFactReader         *self,
              const VacFoundSection *section)
{
  VacRecognition *recognition = self->recognition;

  if (section->target == VAC_HEADING_NONE && section->end == section->start + 1 &&
      read_titled (self, section))
    return;
  for (guint i = section->start; i < section->end; i++)
    {
      const VacDraftPart *part = vac_draft_get_part (recognition->draft, i);

      if (part->kind == VAC_DRAFT_FACT || i == recognition->title ||
          !is_worth_reading (self, part))
        continue;
      if (section->target == VAC_HEADING_QUESTIONS)
        read_question (self, i);
      else if (read_pair (self, i, section) || read_name_above (self, i, section))
        i++;
      else if (!read_name_below_title (self, i, section))
        read_part (self, i, section);
      if (part->kind != VAC_DRAFT_ROW && takes_applications (section->target))
        vac_fact_read_addresses (self, i);
    }
}

/*
 * vac_recognise_facts:
 * @self: a recognition with its sections
 *
 * Finds the facts. What a source's data says comes before what its text says.
 */
void
vac_recognise_facts (VacRecognition *self)
{
  g_autoptr (VacDocument) scratch = make_scratch (self->language);
  VacFactReader reader = { .recognition = self, .scratch = scratch, .part = VAC_NO_PART };

  vac_fact_take_members (&reader);
  for (guint i = 0; i < self->sections->len; i++)
    {
      const VacFoundSection *section = g_ptr_array_index (self->sections, i);

      if (section->target != VAC_HEADING_OTHER_PAGE)
        read_section (&reader, section);
    }
  vac_fact_check_pay (self);
  if (self->title != VAC_NO_PART)
    vac_fact_read_title (&reader);
}
