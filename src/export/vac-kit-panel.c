/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-kit-panel"

#include "config.h"

#include "vac-coverage.h"
#include "vac-interview.h"
#include "vac-kit-private.h"

/* What the panel fills in together: the plan, the ratings beside each other, the decision. */

#define DEFAULT_INTERVIEWERS 4
#define MOST_INTERVIEWERS    8

static VacNode *
get_plan (VacKitBuilder *self)
{
  return vac_document_get (self->document, VAC_ROLE_PLAN);
}

/* The columns are for interviewers, whose names stand above the table. */
static guint
count_columns (VacKitBuilder *self)
{
  const guint n_planned = vac_node_get_n_children (get_plan (self));

  return n_planned == 0 ? DEFAULT_INTERVIEWERS : MIN (n_planned, MOST_INTERVIEWERS);
}

static char *
join_parts (VacKitBuilder *self,
            VacNode       *interviewer)
{
  g_autoptr (GPtrArray) parts = vac_interview_list_parts (self->document);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    if (vac_interview_asks (interviewer, parts->pdata[i]))
      g_string_append_printf (titles, "%s%s",
                              titles->len > 0 ? vac_kit_say (self, VAC_PHRASE_BETWEEN_ITEMS) : "",
                              vac_node_get_member_text (parts->pdata[i], VAC_ROLE_SECTION_TITLE));

  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
add_planned (VacKitBuilder *self,
             VacNode       *interviewer,
             guint          number)
{
  const char *name = vac_node_get_member_text (interviewer, VAC_ROLE_INTERVIEWER_NAME);
  g_autofree char *numbered = g_strdup_printf ("%u %s", number,
                                               *name != '\0' ? name : "______________");
  g_autofree char *asks = join_parts (self, interviewer);

  vac_outline_add_row (self->outline, FALSE, interviewer, numbered,
                       vac_node_get_member_text (interviewer, VAC_ROLE_INTERVIEWER_FOCUS), asks,
                       vac_node_get_member_text (interviewer, VAC_ROLE_INTERVIEWER_MINUTES), NULL);
}

static void
add_plan (VacKitBuilder *self)
{
  VacNode *plan = get_plan (self);
  g_autofree char *total = NULL;
  gint64 sum = 0;

  vac_outline_add_heading (self->outline, 1, vac_kit_say (self, VAC_PHRASE_INTERVIEW_PLAN), plan);
  vac_outline_add_row (self->outline, TRUE, plan, vac_kit_say (self, VAC_PHRASE_INTERVIEWER),
                       vac_kit_say (self, VAC_PHRASE_FOCUS), vac_kit_say (self, VAC_PHRASE_ASKS),
                       vac_kit_say (self, VAC_PHRASE_MINUTES), NULL);
  for (guint i = 0; i < vac_node_get_n_children (plan); i++)
    {
      VacNode *interviewer = vac_node_get_child (plan, i);
      gint64 minutes;

      add_planned (self, interviewer, i + 1);
      if (vac_node_get_member_integer (interviewer, VAC_ROLE_INTERVIEWER_MINUTES, &minutes))
        sum += CLAMP (minutes, 0, 600);
    }
  total = g_strdup_printf ("%" G_GINT64_FORMAT, sum);
  if (sum > 0 && vac_node_get_n_children (plan) > 1)
    vac_outline_add_row (self->outline, FALSE, plan, vac_kit_say (self, VAC_PHRASE_TOTAL), "", "",
                         total, NULL);
}

static void
add_blank_names (VacKitBuilder *self)
{
  vac_kit_add_labelled (self, VAC_PHRASE_INTERVIEWERS,
                        "1 " VAC_KIT_BLANK "  2 " VAC_KIT_BLANK "\n"
                        "3 " VAC_KIT_BLANK "  4 " VAC_KIT_BLANK, NULL);
}

/* A row of the ratings: @first, then a column for each interviewer and one for all. */
static void
add_row (VacKitBuilder *self,
         gboolean       header,
         const char    *first,
         VacNode       *node)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, g_strdup (first));
  for (guint i = 0; i < count_columns (self); i++)
    g_ptr_array_add (cells, header ? g_strdup_printf ("%u", i + 1) : g_strdup ("__"));
  g_ptr_array_add (cells, g_strdup (header ? vac_kit_say (self, VAC_PHRASE_AGREED) : "__"));
  g_ptr_array_add (cells, NULL);
  vac_outline_add_cells (self->outline, header, node, (const char *const *) cells->pdata);
}

static void
add_scores (VacKitBuilder *self)
{
  gboolean header = FALSE;

  if (self->requirements[0] == NULL)
    return;

  vac_outline_add_heading (self->outline, 1, vac_kit_say (self, VAC_PHRASE_SCORECARD), NULL);
  for (guint i = 0; self->requirements[i] != NULL; i++)
    {
      if (vac_kit_is_condition (self, self->requirements[i]))
        continue;
      if (!header)
        add_row (self, TRUE, vac_kit_say (self, VAC_PHRASE_ASKED_FOR), NULL);
      header = TRUE;
      add_row (self, FALSE, self->requirements[i], NULL);
    }
  vac_kit_add_conditions (self);
}

static void
add_points (VacKitBuilder *self)
{
  VacNode *assessments = vac_document_get (self->document, VAC_ROLE_ASSESSMENTS);

  if (vac_node_get_n_children (assessments) == 0)
    return;

  vac_outline_add_heading (self->outline, 1, vac_kit_say (self, VAC_PHRASE_POINTS_OF_100),
                           assessments);
  add_row (self, TRUE, vac_kit_say (self, VAC_PHRASE_ASSESSMENT), NULL);
  for (guint i = 0; i < vac_node_get_n_children (assessments); i++)
    {
      VacNode *assessment = vac_node_get_child (assessments, i);

      add_row (self, FALSE, vac_node_get_member_text (assessment, VAC_ROLE_ASSESSMENT_TITLE),
               assessment);
    }
}

static char *
join_means (VacKitBuilder *self,
            VacCoverage   *coverage,
            VacNode       *qualification)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < coverage->means->len; i++)
    {
      g_autofree char *name = NULL;

      if (!vac_coverage_has (coverage->means->pdata[i], qualification))
        continue;
      name = vac_coverage_dup_name (self->document, coverage->means->pdata[i]);
      g_string_append_printf (names, "%s%s",
                              names->len > 0 ? vac_kit_say (self, VAC_PHRASE_BETWEEN_ITEMS) : "",
                              name);
    }
  if (names->len == 0)
    g_string_append (names, vac_kit_say (self, VAC_PHRASE_NOT_ASSESSED));

  return g_string_free (names, FALSE);
}

/* What is assessed although nobody asks for it. */
static void
add_surplus (VacKitBuilder *self,
             VacCoverage   *coverage)
{
  gboolean first = TRUE;

  for (guint i = 0; i < coverage->means->len; i++)
    {
      VacNode *means = coverage->means->pdata[i];
      g_autofree char *name = NULL;

      if (vac_coverage_count (coverage, means) > 0)
        continue;
      if (first)
        vac_outline_add_heading (self->outline, 1, vac_kit_say (self, VAC_PHRASE_NOT_ASKED_FOR),
                                 NULL);
      first = FALSE;
      name = vac_coverage_dup_name (self->document, means);
      vac_outline_add (self->outline, VAC_BLOCK_BULLET, name, means);
    }
}

/* A page of its own, once somebody has said what is assessed by what. */
static void
add_coverage (VacKitBuilder *self)
{
  g_autoptr (VacCoverage) coverage = vac_coverage_new (self->document);
  guint n_assessed = 0;

  for (guint i = 0; i < coverage->means->len; i++)
    n_assessed += vac_coverage_count (coverage, coverage->means->pdata[i]);
  if (n_assessed == 0)
    return;

  vac_outline_add (self->outline, VAC_BLOCK_TITLE, vac_kit_say (self, VAC_PHRASE_COVERAGE),
                   NULL)->new_page = TRUE;
  vac_outline_add_row (self->outline, TRUE, NULL, vac_kit_say (self, VAC_PHRASE_ASKED_FOR),
                       vac_kit_say (self, VAC_PHRASE_ASSESSED_BY), NULL);
  for (guint i = 0; i < coverage->qualifications->len; i++)
    {
      VacNode *qualification = coverage->qualifications->pdata[i];
      g_autofree char *name = vac_coverage_dup_name (self->document, qualification);
      g_autofree char *means = join_means (self, coverage, qualification);

      vac_outline_add_row (self->outline, FALSE, qualification, name, means, NULL);
    }
  add_surplus (self, coverage);
}

/* What the panel fills in is meant for one page. */
void
vac_kit_add_panel (VacKitBuilder *self)
{
  vac_outline_set_subject (self->outline, vac_kit_say (self, VAC_PHRASE_PANEL_SUMMARY));
  vac_outline_set_sheet (self->outline);
  vac_kit_add_head (self, VAC_PHRASE_PANEL_SUMMARY);
  if (vac_node_get_n_children (get_plan (self)) > 0)
    add_plan (self);
  else
    add_blank_names (self);
  add_scores (self);
  add_points (self);
  vac_outline_add_heading (self->outline, 1, vac_kit_say (self, VAC_PHRASE_RECOMMENDATION), NULL);
  vac_outline_add (self->outline, VAC_BLOCK_PARAGRAPH, vac_kit_say (self, VAC_PHRASE_DECISIONS),
                   NULL)->keep = TRUE;
  vac_kit_add_notes (self, NULL);
  add_coverage (self);
}
