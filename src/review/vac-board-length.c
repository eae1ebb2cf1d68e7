/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-board-length"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-board-length.h"
#include "vac-export-html.h"
#include "vac-export-text.h"
#include "vac-review-private.h"
#include "vac-rule.h"

/* LinkedIn's limits are those of its Job Posting API. Indeed publishes none. Tracking systems
 * differ; several have a field of 4,000 characters without format, so that is the one to know. */
static const struct
{
  const char *label;
  gboolean    is_html;
  glong       least;
  glong       most;
} boards[VAC_N_BOARDS] = {
  [VAC_BOARD_LINKEDIN] = { N_("LinkedIn"), TRUE, 100, 25000 },
  [VAC_BOARD_INDEED] = { N_("Indeed"), TRUE, 0, 0 },
  [VAC_BOARD_TRACKING] = { N_("Tracking system, plain text"), FALSE, 0, 4000 },
};

#define LINKEDIN_URI \
  "https://learn.microsoft.com/en-us/linkedin/talent/job-postings/api/job-posting-api-schema"
#define LINKEDIN_READ "2026-11-29"

/**
 * vac_board_get_label:
 * @board: a place
 *
 * Returns: its name, translated
 */
const char *
vac_board_get_label (VacBoard board)
{
  g_return_val_if_fail (board < VAC_N_BOARDS, NULL);

  return _(boards[board].label);
}

/**
 * vac_board_counts_html:
 * @board: a place
 *
 * Returns: whether it counts the characters of the HTML, and not only those that are read
 */
gboolean
vac_board_counts_html (VacBoard board)
{
  g_return_val_if_fail (board < VAC_N_BOARDS, FALSE);

  return boards[board].is_html;
}

/**
 * vac_board_length_fits:
 * @length: how long a posting is for a place
 *
 * Returns: whether the place takes it; none that names no limit refuses it
 */
gboolean
vac_board_length_fits (const VacBoardLength *length)
{
  g_return_val_if_fail (length != NULL, FALSE);

  return length->n_characters >= length->least &&
         (length->most == 0 || length->n_characters <= length->most);
}

/**
 * vac_board_count_lengths:
 * @outline: what candidates read of a posting
 * @lengths: (out): its length for each place, as the place counts
 *
 * The title is counted in plain text alone, which is copied with it.
 */
void
vac_board_count_lengths (VacOutline     *outline,
                         VacBoardLength  lengths[VAC_N_BOARDS])
{
  g_autofree char *html = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (outline != NULL && lengths != NULL);

  html = vac_export_html_description (outline);
  text = g_strchomp (vac_outline_to_text (outline));
  for (guint i = 0; i < VAC_N_BOARDS; i++)
    lengths[i] = (VacBoardLength) {
      g_utf8_strlen (boards[i].is_html ? html : text, -1), boards[i].least, boards[i].most,
    };
}

static void
check_linkedin (VacNode              *sections,
                const VacBoardLength *length,
                GPtrArray            *findings)
{
  VacFinding *finding;

  if (length->n_characters == 0 || vac_board_length_fits (length))
    return;
  finding = vac_rule_report (VAC_RULE_LENGTH_LINKEDIN, findings, sections,
                             _("The posting has %ld characters of HTML. LinkedIn takes %ld to "
                               "%ld."),
                             length->n_characters, length->least, length->most);
  finding->source_uri = g_strdup (LINKEDIN_URI);
  finding->source_date = g_strdup (LINKEDIN_READ);
}

/*
 * vac_review_check_board_lengths:
 *
 * Reports a posting that does not fit where it may go to.
 */
void
vac_review_check_board_lengths (VacReading *reading,
                                GPtrArray  *findings)
{
  VacNode *sections = vac_document_get (reading->document, VAC_ROLE_SECTIONS);
  const VacBoardLength *lengths = vac_reading_get_lengths (reading);
  const VacBoardLength *tracking = &lengths[VAC_BOARD_TRACKING];

  check_linkedin (sections, &lengths[VAC_BOARD_LINKEDIN], findings);
  if (!vac_board_length_fits (tracking))
    vac_rule_report (VAC_RULE_LENGTH_TRACKING, findings, sections,
                     _("The posting has %ld characters as plain text. Some applicant tracking "
                       "systems take %ld."),
                     tracking->n_characters, tracking->most);
}
