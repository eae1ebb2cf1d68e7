/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-recognise-sections"

#include "config.h"

#include <string.h>

#include "vac-clue.h"
#include "vac-import-lines.h"
#include "vac-recognition-private.h"

/* Finds the title and the sections of a draft. */

/* A title stands this near to the beginning, and is not longer, in characters. */
#define LAST_FOR_TITLE 8
#define LONGEST_TITLE  110

typedef struct
{
  VacRecognition *self;
  VacDraft       *draft;
  guint           n_parts;
  guint8         *levels;      /* by part: that of a heading, 0 for other parts */
  gboolean       *promoted;    /* by part: a paragraph that looks like a heading */
  guint           top;         /* the level of sections */
  gboolean        has_real;    /* there are headings besides the title that the source calls so */
} Finder;

static const VacDraftPart *
get_part (Finder *finder,
          guint   i)
{
  return vac_draft_get_part (finder->draft, i);
}

static guint
get_next (Finder *finder,
          guint   i)
{
  for (i++; i < finder->n_parts && get_part (finder, i)->kind == VAC_DRAFT_FACT;)
    i++;

  return i;
}

static VacHeading
tell_heading (Finder             *finder,
              const VacDraftPart *part)
{
  return part->heading != VAC_HEADING_NONE
             ? part->heading : vac_heading_find (finder->self->language, part->text);
}

/* A paragraph that is a heading by its words or its look, where the source does not say so. */
static gboolean
looks_like_heading (Finder *finder,
                    guint   i)
{
  const VacDraftPart *part = get_part (finder, i);
  const guint next = get_next (finder, i);
  VacLineFlags flags = part->strong ? VAC_LINE_STRONG : 0;

  if (part->kind != VAC_DRAFT_PARAGRAPH || part->label != NULL || next == finder->n_parts)
    return FALSE;
  if (get_part (finder, next)->kind == VAC_DRAFT_BULLET)
    flags |= VAC_LINE_BEFORE_LIST;

  return vac_line_is_heading (part->text, finder->self->language, flags);
}

/* Nothing stands between two headings where the second is a sentence that leads to a list. */
static gboolean
follows_heading (Finder *finder,
                 guint   i)
{
  while (i > 0 && get_part (finder, i - 1)->kind == VAC_DRAFT_FACT)
    i--;

  return i > 0 && finder->levels[i - 1] > 0 && i - 1 != finder->self->title &&
         *get_part (finder, i - 1)->text != '\0';
}

static void
find_headings (Finder *finder)
{
  for (guint i = 0; i < finder->n_parts; i++)
    {
      const VacDraftPart *part = get_part (finder, i);

      if (part->kind == VAC_DRAFT_HEADING)
        finder->levels[i] = (guint8) MAX (part->level, 1);
    }
}

/* A row of two cells, or "Leeds · Full-time". */
static gboolean
are_facts (const VacDraftPart *part)
{
  return part->kind == VAC_DRAFT_ROW ||
         (part->kind == VAC_DRAFT_PARAGRAPH && strstr (part->text, " \xc2\xb7 ") != NULL &&
          strchr (part->text, '\n') == NULL);
}

/* A line that is set large between the title and facts is no heading of these: it names the
 * employer. */
static gboolean
is_name (Finder *finder,
         guint   i)
{
  return finder->self->title != VAC_NO_PART && i == finder->self->title + 1 &&
         i + 1 < finder->n_parts && are_facts (get_part (finder, i + 1)) &&
         tell_heading (finder, get_part (finder, i)) == VAC_HEADING_NONE;
}

static void
promote (Finder *finder)
{
  for (guint i = 0; i < finder->n_parts; i++)
    if (is_name (finder, i))
      finder->levels[i] = 0;
    else if (finder->levels[i] == 0 && i != finder->self->title && looks_like_heading (finder, i) &&
        !follows_heading (finder, i))
      {
        finder->levels[i] = G_MAXUINT8;
        finder->promoted[i] = TRUE;
      }
}

/* "Hello Pilar, here is the advert." */
static gboolean
is_greeting (Finder     *finder,
             const char *text)
{
  const char *const *words = vac_clue_get_words (finder->self->language, VAC_CLUE_GREETING);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (g_str_has_prefix (folded, words[i]) && !g_ascii_isalpha (folded[strlen (words[i])]))
      return TRUE;

  return FALSE;
}

static gboolean
may_be_title (Finder *finder,
              guint   i)
{
  const VacDraftPart *part = get_part (finder, i);

  return (part->kind == VAC_DRAFT_HEADING || part->kind == VAC_DRAFT_PARAGRAPH) &&
         part->label == NULL && strchr (part->text, '\n') == NULL &&
         g_utf8_strlen (part->text, -1) <= LONGEST_TITLE && !g_str_has_suffix (part->text, ".") &&
         !g_str_has_suffix (part->text, ":") && !g_str_has_suffix (part->text, ",") &&
         !is_greeting (finder, part->text) &&
         tell_heading (finder, part) == VAC_HEADING_NONE;
}

/* The words of the title, where the source says it in a member of its data. */
static const char *
find_said_title (Finder *finder,
                 guint  *position)
{
  for (guint i = 0; i < finder->n_parts; i++)
    {
      const VacDraftPart *part = get_part (finder, i);

      if (part->kind == VAC_DRAFT_TITLE)
        *position = i;
      if (part->kind == VAC_DRAFT_TITLE ||
          (part->kind == VAC_DRAFT_FACT && part->role == VAC_ROLE_JOB_TITLE))
        return part->text;
    }

  return NULL;
}

/* The highest heading near the beginning, if it stands alone there; otherwise the first words. */
static guint
choose_title (Finder *finder)
{
  const guint first = get_next (finder, G_MAXUINT);
  guint highest = G_MAXUINT8, found = VAC_NO_PART;

  for (guint i = first; i < finder->n_parts && i <= first + LAST_FOR_TITLE; i++)
    {
      if (finder->levels[i] == 0)
        continue;
      if (tell_heading (finder, get_part (finder, i)) != VAC_HEADING_NONE)
        break;
      if (finder->levels[i] < highest && may_be_title (finder, i))
        {
          highest = finder->levels[i];
          found = i;
        }
    }
  for (guint i = found + 1; found != VAC_NO_PART && i < finder->n_parts; i++)
    if (finder->levels[i] != 0 && finder->levels[i] < highest)
      found = VAC_NO_PART;
  if (found != VAC_NO_PART)
    return found;

  return first < finder->n_parts && may_be_title (finder, first) ? first : VAC_NO_PART;
}

static void
find_title (Finder *finder)
{
  const char *said = find_said_title (finder, &finder->self->title);

  if (said == NULL)
    finder->self->title = choose_title (finder);
  for (guint i = get_next (finder, G_MAXUINT), n = 0;
       said != NULL && finder->self->title == VAC_NO_PART && i < finder->n_parts &&
       n <= LAST_FOR_TITLE;
       i = get_next (finder, i), n++)
    if ((get_part (finder, i)->kind == VAC_DRAFT_HEADING ||
         get_part (finder, i)->kind == VAC_DRAFT_PARAGRAPH) &&
        g_str_equal (get_part (finder, i)->text, said))
      finder->self->title = i;
  if (finder->self->title != VAC_NO_PART)
    finder->levels[finder->self->title] = 0;
}

static void
find_top (Finder *finder)
{
  finder->top = G_MAXUINT8;
  for (guint i = 0; i < finder->n_parts; i++)
    if (finder->levels[i] > 0 && !finder->promoted[i] && *get_part (finder, i)->text != '\0')
      {
        finder->top = MIN (finder->top, finder->levels[i]);
        finder->has_real = TRUE;
      }
}

/* Whether what is about @target is a part of what is about @parent, where its heading is lower. */
static gboolean
belongs_to (VacHeading target,
            VacHeading parent)
{
  switch (target)
    {
    case VAC_HEADING_REQUIRED:
      return parent == VAC_HEADING_REQUIRED || parent == VAC_HEADING_PREFERRED;
    case VAC_HEADING_PAY:
      return parent == VAC_HEADING_BENEFITS;
    case VAC_HEADING_RESPONSIBILITIES:
    case VAC_HEADING_PREFERRED:
    case VAC_HEADING_BENEFITS:
    case VAC_HEADING_EMPLOYER:
    case VAC_HEADING_APPLY:
    case VAC_HEADING_EQUAL_OPPORTUNITY:
    case VAC_HEADING_ACCOMMODATION:
    case VAC_HEADING_OTHER_PAGE:
      return target == parent;
    case VAC_HEADING_NONE:
    case VAC_HEADING_ABOUT_ROLE:
    case VAC_HEADING_QUESTIONS:
    case VAC_HEADING_FACTS:
    case VAC_N_HEADINGS:
    default:
      return TRUE;
    }
}

/* What the last section is that may have parts. */
static VacHeading
get_parent (GPtrArray *sections)
{
  for (guint i = sections->len; i > 0; i--)
    {
      const VacFoundSection *section = g_ptr_array_index (sections, i - 1);

      if (section->level == 1)
        return section->target;
    }

  return VAC_HEADING_NONE;
}

static void
add_section (Finder *finder,
             guint   heading,
             guint   start)
{
  GPtrArray *sections = finder->self->sections;
  VacFoundSection *last = sections->len > 0 ? g_ptr_array_index (sections, sections->len - 1)
                                            : NULL;
  VacFoundSection *section = g_new0 (VacFoundSection, 1);
  const VacDraftPart *part = heading != VAC_NO_PART ? get_part (finder, heading) : NULL;

  section->title = g_strdup (part != NULL ? part->text : "");
  section->target = part != NULL ? tell_heading (finder, part) : VAC_HEADING_NONE;
  section->used = section->target != VAC_HEADING_OTHER_PAGE;
  section->start = start;
  section->end = start;
  section->level = 1;
  if (part != NULL && last != NULL && *last->title != '\0' &&
      finder->levels[heading] > finder->top && belongs_to (section->target, get_parent (sections)))
    section->level = 2;
  if (g_str_has_suffix (section->title, ":"))
    section->title[strlen (section->title) - 1] = '\0';
  g_ptr_array_add (sections, section);
}

/* "From: …" and the like above a mail that somebody answered. */
static gboolean
is_mail_label (Finder *finder,
               guint   i)
{
  const char *const *words = vac_clue_get_words (finder->self->language, VAC_CLUE_MAIL);
  const VacDraftPart *part = i < finder->n_parts ? get_part (finder, i) : NULL;
  const char *value;
  g_autofree char *label = NULL;
  g_autofree char *folded = NULL;

  if (part == NULL || words == NULL)
    return FALSE;
  label = part->label != NULL ? g_strdup (part->label)
                              : vac_line_split_label (part->text, ':', &value);
  if (label == NULL)
    return FALSE;
  folded = g_utf8_casefold (label, -1);

  return g_strv_contains (words, folded);
}

/* Where a mail begins that a mail with the posting answers; the number of parts for none. */
static guint
find_quoted_mail (Finder *finder)
{
  for (guint i = finder->n_parts / 4; i + 2 < finder->n_parts; i++)
    if (is_mail_label (finder, i) && is_mail_label (finder, i + 1) && is_mail_label (finder, i + 2))
      return i;

  return finder->n_parts;
}

/* Where nothing stands before the first heading. */
static void
drop_empty_beginning (Finder *finder)
{
  const VacFoundSection *first = g_ptr_array_index (finder->self->sections, 0);

  for (guint i = first->start; i < first->end; i++)
    if (get_part (finder, i)->kind != VAC_DRAFT_FACT && i != finder->self->title)
      return;
  g_ptr_array_remove_index (finder->self->sections, 0);
}

/*
 * vac_recognise_sections:
 * @self: a recognition
 *
 * Finds the title, and the sections with what they are.
 */
void
vac_recognise_sections (VacRecognition *self)
{
  const guint n_parts = vac_draft_get_n_parts (self->draft);
  g_autofree guint8 *levels = g_new0 (guint8, n_parts + 1);
  g_autofree gboolean *promoted = g_new0 (gboolean, n_parts + 1);
  Finder finder = { .self = self, .draft = self->draft, .n_parts = n_parts, .levels = levels,
                    .promoted = promoted };
  guint quoted;

  find_headings (&finder);
  find_title (&finder);
  promote (&finder);
  find_top (&finder);

  add_section (&finder, VAC_NO_PART, 0);
  quoted = find_quoted_mail (&finder);
  for (guint i = 0; i < n_parts; i++)
    {
      VacFoundSection *last;

      if (i == quoted)
        {
          add_section (&finder, VAC_NO_PART, i);
          last = g_ptr_array_index (self->sections, self->sections->len - 1);
          last->target = VAC_HEADING_OTHER_PAGE;
          last->used = FALSE;
        }
      else if (levels[i] > 0 && i < quoted)
        add_section (&finder, i, i + 1);
      last = g_ptr_array_index (self->sections, self->sections->len - 1);
      last->end = i + 1;
    }
  drop_empty_beginning (&finder);
}
