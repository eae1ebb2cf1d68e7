/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-board-length"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-board-length.h"
#include "vac-export-html.h"
#include "vac-export-text.h"

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
