/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-outline-posting"

#include "config.h"

#include <string.h>

#include "vac-audience.h"
#include "vac-block-list.h"
#include "vac-money.h"
#include "vac-outline-builder.h"
#include "vac-outline-job.h"
#include "vac-phrase.h"
#include "vac-range.h"
#include "vac-survey.h"
#include "vac-table-kind.h"
#include "vac-wording.h"

/* Builds the outline of a posting: from the job details, the sections and the tables that the
 * sections show. */

/* A level's share of the range is counted in tenths of a percent. */
#define WHOLE_SHARE 1000

typedef struct
{
  VacOutline  *outline;
  VacDocument *document;
  VacAudience  audience;
  const char  *language;
  gboolean     shows_assessments;   /* a section has shown them */
  gboolean     shows_pay;           /* likewise */
} Builder;

/* For a walk from the root, which leaves out what a part that is not seen holds. */
static gboolean
sees (Builder *self,
      VacNode *node)
{
  return vac_audience_sees_part (self->audience, self->document, node);
}

static const char *
say (Builder  *self,
     VacPhrase phrase)
{
  return vac_phrase_get (self->language, phrase);
}

static void
add_item (Builder *self,
          VacNode *item)
{
  const char *label, *text;

  /* Nothing but its own members decides whether an item without placeholders is seen. */
  if (vac_block_list_share_unchanged (vac_outline_get_blocks (self->outline), item))
    return;

  label = vac_node_get_member_text (item, VAC_ROLE_ITEM_LABEL);
  text = vac_node_get_member_text (item, VAC_ROLE_ITEM_TEXT);
  if ((*label == '\0' && text[strspn (text, " \t\n")] == '\0') || !sees (self, item))
    return;
  if (vac_block_list_share (vac_outline_get_blocks (self->outline), label, text, item))
    return;

  vac_outline_add_marked (self->outline, VAC_BLOCK_BULLET, label, text, item);
  vac_block_list_keep_source (vac_outline_get_blocks (self->outline), label, text);
}

static void
add_items (Builder *self,
           VacNode *items)
{
  const guint n_items = items != NULL ? vac_node_get_n_children (items) : 0;

  for (guint i = 0; i < n_items; i++)
    {
      i += vac_block_list_share_run (vac_outline_get_blocks (self->outline), items, i);
      if (i < n_items)
        add_item (self, vac_node_get_child (items, i));
    }
}

static void
add_pay_details (Builder *self)
{
  static const struct
  {
    VacRole   role;
    VacPhrase label;
  } details[] = {
    { VAC_ROLE_PAY_COMMISSION, VAC_PHRASE_COMMISSION },
    { VAC_ROLE_PAY_BONUS, VAC_PHRASE_BONUS },
    { VAC_ROLE_PAY_EQUITY, VAC_PHRASE_EQUITY },
  };
  VacNode *pay = vac_document_get (self->document, VAC_ROLE_PAY);

  if (!vac_audience_sees_part (VAC_AUDIENCE_CANDIDATE, self->document,
                               vac_node_get (pay, VAC_ROLE_PAY_NOTE)))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    {
      VacNode *detail = vac_node_get (pay, details[i].role);

      if (!vac_node_is_empty (detail))
        vac_outline_add_labelled (self->outline, VAC_BLOCK_BULLET, say (self, details[i].label),
                                  vac_node_get_text (detail), detail);
    }
  vac_outline_add_paragraphs (self->outline, vac_node_get (pay, VAC_ROLE_PAY_NOTE));
}

/* Shares of the posting's range become amounts. A range or a share that makes no sense has none,
 * and one too large to be multiplied is nobody's pay. */
static gboolean
take_shares (VacNode  *pay,
             VacMoney *from,
             VacMoney *to)
{
  const gint64 first = *from / VAC_MONEY_ONE, last = *to / VAC_MONEY_ONE;
  VacPayPeriod period = VAC_PAY_PERIOD_YEAR;
  VacPayRange range;
  VacMoney step;

  g_assert (vac_node_get_role (pay) == VAC_ROLE_PAY);

  if (!vac_node_get_member_money (pay, VAC_ROLE_PAY_MINIMUM, &range.minimum) ||
      !vac_node_get_member_money (pay, VAC_ROLE_PAY_MAXIMUM, &range.maximum) ||
      range.minimum < 0 || range.maximum < range.minimum || range.maximum > VAC_MONEY_MAX ||
      first < 0 || first > WHOLE_SHARE || last < 0 || last > WHOLE_SHARE)
    return FALSE;
  vac_pay_period_from_id (vac_node_get_member_text (pay, VAC_ROLE_PAY_PERIOD), &period);
  step = vac_pay_range_get_step (&range, vac_node_get_member_text (pay, VAC_ROLE_PAY_CURRENCY),
                                 period);
  *from = vac_pay_range_get_share (&range, first, step);
  *to = vac_pay_range_get_share (&range, last, step);

  return TRUE;
}

/* A level's pay as a candidate reads it: its own amounts, or its share of the posting's range. */
static char *
make_level_range (Builder *self,
                  VacNode *level)
{
  VacNode *pay = vac_document_get (self->document, VAC_ROLE_PAY);
  VacMoney from, to;

  if (!vac_node_get_member_money (level, VAC_ROLE_LEVEL_FROM, &from) ||
      !vac_node_get_member_money (level, VAC_ROLE_LEVEL_TO, &to))
    return NULL;
  if (!g_str_equal (vac_node_get_member_text (level, VAC_ROLE_LEVEL_BASIS), VAC_BASIS_AMOUNT) &&
      !take_shares (pay, &from, &to))
    return NULL;

  return vac_phrase_range (self->language,
                           vac_node_get_member_text (pay, VAC_ROLE_PAY_CURRENCY),
                           vac_node_get_member_text (pay, VAC_ROLE_PAY_PERIOD), &from, &to);
}

static void
add_levels (Builder *self,
            gboolean all)
{
  VacNode *levels = vac_document_get (self->document, VAC_ROLE_LEVELS);
  const VacAudience audience = all ? VAC_AUDIENCE_TEAM : VAC_AUDIENCE_CANDIDATE;

  for (guint i = 0; i < vac_node_get_n_children (levels); i++)
    {
      VacNode *level = vac_node_get_child (levels, i);
      g_autofree char *range = NULL;

      if (!vac_audience_sees_part (audience, self->document, level))
        continue;
      range = make_level_range (self, level);
      if (range != NULL)
        vac_outline_add_labelled (self->outline, VAC_BLOCK_BULLET,
                                  vac_node_get_member_text (level, VAC_ROLE_LEVEL_NAME), range,
                                  level);
    }
}

static char *
name_section (Builder    *self,
              const char *id)
{
  VacNode *section = vac_document_find_section (self->document, id);

  return vac_phrase_format (
      self->language, VAC_PHRASE_ADD_TO, "section",
      section != NULL ? vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE) : id, NULL);
}

static void
add_variation (Builder *self,
               VacNode *variation)
{
  VacNode *additions = vac_node_get (variation, VAC_ROLE_ADDITIONS);
  VacNode *emphasize = vac_node_get (variation, VAC_ROLE_VARIATION_EMPHASIZE);
  VacNode *highlight = vac_node_get (variation, VAC_ROLE_VARIATION_HIGHLIGHT);

  g_assert (vac_node_get_role (variation) == VAC_ROLE_VARIATION);

  if (!vac_node_is_empty (emphasize))
    vac_outline_add_labelled (self->outline, VAC_BLOCK_PARAGRAPH, say (self, VAC_PHRASE_EMPHASIZE),
                              vac_node_get_text (emphasize), emphasize);
  if (!vac_node_is_empty (highlight))
    vac_outline_add_labelled (self->outline, VAC_BLOCK_PARAGRAPH, say (self, VAC_PHRASE_HIGHLIGHT),
                              vac_node_get_text (highlight), highlight);
  for (guint i = 0; i < vac_node_get_n_children (additions); i++)
    {
      VacNode *addition = vac_node_get_child (additions, i);
      g_autofree char *label = name_section (
          self, vac_node_get_member_text (addition, VAC_ROLE_ADDITION_SECTION));

      vac_outline_add_marked (self->outline, VAC_BLOCK_BULLET, label,
                              vac_node_get_member_text (addition, VAC_ROLE_ADDITION_TEXT),
                              addition);
    }
}

static VacNode *
find_variation (Builder    *self,
                const char *id)
{
  VacNode *variations = vac_document_get (self->document, VAC_ROLE_VARIATIONS);

  for (guint i = 0; *id != '\0' && i < vac_node_get_n_children (variations); i++)
    if (g_str_equal (vac_node_get_member_text (vac_node_get_child (variations, i),
                                               VAC_ROLE_VARIATION_ID),
                     id))
      return vac_node_get_child (variations, i);

  return NULL;
}

/* Variations that have no subsection with their id to appear in. */
static void
add_other_variations (Builder *self)
{
  VacNode *variations = vac_document_get (self->document, VAC_ROLE_VARIATIONS);

  for (guint i = 0; i < vac_node_get_n_children (variations); i++)
    {
      VacNode *variation = vac_node_get_child (variations, i);
      const char *id = vac_node_get_member_text (variation, VAC_ROLE_VARIATION_ID);

      if (vac_document_find_section (self->document, id) != NULL)
        continue;
      vac_outline_add_heading (self->outline, 2,
                               vac_node_get_member_text (variation, VAC_ROLE_VARIATION_TITLE),
                               variation);
      add_variation (self, variation);
    }
}

static void
add_industries (Builder *self)
{
  VacNode *industries = vac_document_get (self->document, VAC_ROLE_INDUSTRIES);

  if (vac_node_get_n_children (industries) > 0)
    vac_outline_add_row (self->outline, TRUE, industries, say (self, VAC_PHRASE_INDUSTRY),
                         say (self, VAC_PHRASE_REQUIREMENTS), say (self, VAC_PHRASE_ASPECT), NULL);
  for (guint i = 0; i < vac_node_get_n_children (industries); i++)
    {
      VacNode *industry = vac_node_get_child (industries, i);
      VacNode *requirements = vac_node_get (industry, VAC_ROLE_INDUSTRY_REQUIREMENTS);
      g_autoptr (GString) joined = g_string_new (NULL);

      for (guint j = 0; j < vac_node_get_n_children (requirements); j++)
        g_string_append_printf (joined, "%s%s", j > 0 ? say (self, VAC_PHRASE_BETWEEN_ITEMS) : "",
                                vac_node_get_text (vac_node_get_child (requirements, j)));
      vac_outline_add_row (self->outline, FALSE, industry,
                           vac_node_get_member_text (industry, VAC_ROLE_INDUSTRY_TITLE),
                           joined->str,
                           vac_node_get_member_text (industry, VAC_ROLE_INDUSTRY_ASPECT), NULL);
    }
}

/* What the table shows of a place: of the surveys that have a weight. */
static void
add_salary_row (Builder    *self,
                VacSurveys *surveys,
                VacNode    *record,
                const char *name,
                const char *note)
{
  const char *currency = vac_document_get_text (self->document, VAC_ROLE_SALARIES_CURRENCY);
  g_auto (VacMarketFigure) figure = { 0 };
  VacPayPeriod period = VAC_PAY_PERIOD_YEAR;
  VacMoney amounts[3], step;
  guint decimals = 0;
  g_auto (GStrv) texts = NULL;

  vac_pay_period_from_id (vac_document_get_text (self->document, VAC_ROLE_SALARIES_PERIOD),
                          &period);
  vac_surveys_read (surveys, record, &figure);
  step = vac_pay_range_get_step (&figure.ends, currency, period);
  amounts[0] = figure.ends.minimum;
  amounts[1] = figure.ends.maximum;
  amounts[2] = vac_market_figure_get_midpoint (&figure, step);
  texts = g_new0 (char *, G_N_ELEMENTS (amounts) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    decimals = MAX (decimals, vac_money_get_decimals (amounts[i], currency));
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    texts[i] = amounts[i] > 0 || (i == 0 && vac_pay_range_is_known (&figure.range))
                   ? vac_money_format_with (amounts[i], decimals, currency, self->language)
                   : g_strdup ("–");

  vac_outline_add_row (self->outline, FALSE, record, name, texts[0], texts[1], texts[2], note,
                       NULL);
}

/* "Market research of 2025" says the year itself. */
static char *
label_own_source (Builder *self)
{
  const char *source = vac_document_get_text (self->document, VAC_ROLE_SALARIES_SOURCE);
  const char *year = vac_document_get_text (self->document, VAC_ROLE_SALARIES_YEAR);
  const gboolean dated = *year != '\0' && strstr (source, year) == NULL;

  return vac_phrase_format (self->language,
                            dated ? VAC_PHRASE_SOURCE_OF_YEAR : VAC_PHRASE_SOURCE, "year", year,
                            NULL);
}

/* Each survey that what is shown is made of, or the table's own source. */
static void
add_salary_sources (Builder    *self,
                    VacSurveys *surveys)
{
  for (guint i = 0; i < vac_surveys_get_n (surveys); i++)
    {
      const VacSurvey *survey = vac_surveys_get (surveys, i);
      VacNode *node = survey->node != NULL
                          ? survey->node
                          : vac_document_get (self->document, VAC_ROLE_SALARIES_SOURCE);
      g_autofree char *label = survey->node != NULL ? g_strdup (say (self, VAC_PHRASE_SOURCE))
                                                    : label_own_source (self);
      g_autofree char *text = vac_surveys_describe (surveys, i);

      if (survey->weight > 0 && *text != '\0')
        vac_outline_add_labelled (self->outline, VAC_BLOCK_PARAGRAPH, label, text, node);
    }
}

static void
add_salaries (Builder *self)
{
  VacNode *salaries = vac_document_get (self->document, VAC_ROLE_SALARIES);
  VacNode *places = vac_node_get (salaries, VAC_ROLE_PLACES);
  VacNode *factors = vac_node_get (salaries, VAC_ROLE_FACTORS);
  VacNode *national = vac_node_get (salaries, VAC_ROLE_NATIONAL);
  g_autoptr (VacSurveys) surveys = vac_surveys_new (self->document);

  if (!vac_node_is_empty (national) || vac_node_get_n_children (places) > 0)
    vac_outline_add_row (self->outline, TRUE, salaries, say (self, VAC_PHRASE_PLACE),
                         say (self, VAC_PHRASE_MINIMUM), say (self, VAC_PHRASE_MAXIMUM),
                         say (self, VAC_PHRASE_MIDPOINT), say (self, VAC_PHRASE_NOTE), NULL);
  if (!vac_node_is_empty (national))
    add_salary_row (self, surveys, national, say (self, VAC_PHRASE_NATIONAL), "");
  for (guint i = 0; i < vac_node_get_n_children (places); i++)
    {
      VacNode *place = vac_node_get_child (places, i);

      add_salary_row (self, surveys, place, vac_node_get_member_text (place, VAC_ROLE_PLACE_NAME),
                      vac_node_get_member_text (place, VAC_ROLE_PLACE_NOTE));
    }
  add_salary_sources (self, surveys);
  add_levels (self, TRUE);
  for (guint i = 0; i < vac_node_get_n_children (factors); i++)
    vac_outline_add (self->outline, VAC_BLOCK_BULLET,
                     vac_node_get_text (vac_node_get_child (factors, i)),
                     vac_node_get_child (factors, i));
}

static void
add_assessments (Builder *self,
                 guint    level)
{
  VacNode *assessments = vac_document_get (self->document, VAC_ROLE_ASSESSMENTS);

  self->shows_assessments = TRUE;
  for (guint i = 0; i < vac_node_get_n_children (assessments); i++)
    {
      VacNode *assessment = vac_node_get_child (assessments, i);
      VacNode *criteria = vac_node_get (assessment, VAC_ROLE_CRITERIA);

      vac_outline_add_heading (self->outline, level,
                               vac_node_get_member_text (assessment, VAC_ROLE_ASSESSMENT_TITLE),
                               assessment);
      vac_outline_add_row (self->outline, TRUE, criteria, say (self, VAC_PHRASE_CRITERION),
                           say (self, VAC_PHRASE_WEIGHT), say (self, VAC_PHRASE_WEAK),
                           say (self, VAC_PHRASE_GOOD), say (self, VAC_PHRASE_STRONG), NULL);
      for (guint j = 0; j < vac_node_get_n_children (criteria); j++)
        {
          VacNode *criterion = vac_node_get_child (criteria, j);

          vac_outline_add_row (self->outline, FALSE, criterion,
                               vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_TITLE),
                               vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_WEIGHT),
                               vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_WEAK),
                               vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_GOOD),
                               vac_node_get_member_text (criterion, VAC_ROLE_CRITERION_STRONG),
                               NULL);
        }
    }
}

static void
add_pay (Builder *self)
{
  self->shows_pay = TRUE;
  add_pay_details (self);
  add_levels (self, FALSE);
  vac_outline_add_place_benefits (self->outline, self->document, 2);
}

static void
add_assessments_in_section (Builder *self)
{
  add_assessments (self, 2);
}

typedef void (*AddTable) (Builder *self);

static void
add_table (Builder      *self,
           VacTableKind  kind)
{
  static const AddTable add[] = {
    [VAC_TABLE_NONE] = NULL,
    [VAC_TABLE_PAY] = add_pay,
    [VAC_TABLE_VARIATIONS] = add_other_variations,
    [VAC_TABLE_INDUSTRIES] = add_industries,
    [VAC_TABLE_SALARIES] = add_salaries,
    [VAC_TABLE_ASSESSMENTS] = add_assessments_in_section,
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (add) == VAC_N_TABLES);

  if (add[kind] != NULL && (self->audience == VAC_AUDIENCE_TEAM ||
                            vac_table_kind_get_audience (kind) == VAC_AUDIENCE_CANDIDATE))
    add[kind](self);
}

static void
add_advice (Builder *self,
            VacNode *section)
{
  VacNode *advice = vac_audience_may_see (self->audience, VAC_ROLE_SECTION_ADVICE)
                        ? vac_node_peek (section, VAC_ROLE_SECTION_ADVICE) : NULL;

  if (advice != NULL && sees (self, advice) && !vac_node_is_empty (advice))
    vac_outline_add_labelled (self->outline, VAC_BLOCK_PARAGRAPH, say (self, VAC_PHRASE_ADVICE),
                              vac_node_get_text (advice), advice);
}

static void
add_section (Builder *self,
             VacNode *section,
             guint    level)
{
  VacNode *variation, *items, *subsections, *text;
  const char *title = vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE);
  const gboolean has_title = title[strspn (title, " \t\n")] != '\0';
  guint start = vac_outline_get_n_blocks (self->outline);

  g_assert (vac_node_get_role (section) == VAC_ROLE_SECTION);

  if (!sees (self, section))
    return;

  if (has_title)
    vac_outline_add_heading (self->outline, level, title, section);
  add_advice (self, section);
  text = vac_node_peek (section, VAC_ROLE_SECTION_TEXT);
  if (text != NULL)
    vac_outline_add_paragraphs (self->outline, text);
  items = vac_node_peek (section, VAC_ROLE_SECTION_ITEMS);
  add_items (self, items);
  variation = self->audience == VAC_AUDIENCE_TEAM
                  ? find_variation (self, vac_node_get_member_text (section, VAC_ROLE_SECTION_ID))
                  : NULL;
  if (variation != NULL)
    add_variation (self, variation);
  subsections = vac_node_peek (section, VAC_ROLE_SUBSECTIONS);
  for (guint i = 0; subsections != NULL && i < vac_node_get_n_children (subsections); i++)
    add_section (self, vac_node_get_child (subsections, i), level + 1);
  add_table (self, vac_table_kind_of_section (section));

  /* A heading with nothing under it says nothing to anybody. */
  if (has_title && vac_outline_get_n_blocks (self->outline) == start + 1)
    vac_outline_truncate (self->outline, start);
}

/**
 * vac_outline_new:
 * @document: a document
 * @audience: for whom
 *
 * Returns: (transfer full): what @audience sees of @document as it is now
 */
VacOutline *
vac_outline_new (VacDocument *document,
                 VacAudience  audience)
{
  return vac_outline_new_after (document, audience, NULL);
}

/**
 * vac_outline_new_after:
 * @document: a document
 * @audience: for whom
 * @earlier: (nullable): an outline that was made before, whose blocks are shared where they are the
 *   same
 *
 * Returns: (transfer full): the same as vac_outline_new(), sooner
 */
VacOutline *
vac_outline_new_after (VacDocument *document,
                       VacAudience  audience,
                       VacOutline  *earlier)
{
  Builder self = { .document = document, .audience = audience };
  VacNode *sections;
  VacLook look;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  self.outline = vac_outline_new_empty (document, audience);
  vac_look_read (&look, document);
  vac_outline_set_look (self.outline, &look);
  self.language = vac_outline_get_language (self.outline);
  vac_outline_set_earlier (self.outline, earlier);

  vac_outline_add_job_head (self.outline, document);
  sections = vac_document_get (document, VAC_ROLE_SECTIONS);
  for (guint i = 0; i < vac_node_get_n_children (sections); i++)
    add_section (&self, vac_node_get_child (sections, i), 1);
  /* They stand with the details of pay; without those, by themselves. */
  if (!self.shows_pay)
    vac_outline_add_place_benefits (self.outline, document, 1);
  vac_outline_add_job_end (self.outline, document);
  if (audience == VAC_AUDIENCE_TEAM && !self.shows_assessments)
    add_assessments (&self, 1);
  vac_outline_set_earlier (self.outline, NULL);

  return self.outline;
}
