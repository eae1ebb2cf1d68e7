/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-outline.h"

G_BEGIN_DECLS

/**
 * VacBoard:
 * @VAC_BOARD_LINKEDIN: LinkedIn, which counts the HTML of the description
 * @VAC_BOARD_INDEED: Indeed, which takes the same, and names no limit
 * @VAC_BOARD_TRACKING: an applicant tracking system that takes plain text
 *
 * Places a posting goes to, by how they count its length.
 */
typedef enum
{
  VAC_BOARD_LINKEDIN,
  VAC_BOARD_INDEED,
  VAC_BOARD_TRACKING,
  VAC_N_BOARDS
} VacBoard;

/**
 * VacBoardLength:
 * @n_characters: how many characters the place would count
 * @least: how many it wants at the least
 * @most: how many it takes at the most; 0 when it names no limit
 *
 * How long a posting is for one place.
 */
typedef struct
{
  glong n_characters;
  glong least;
  glong most;
} VacBoardLength;

const char *vac_board_get_label     (VacBoard        board);
gboolean    vac_board_counts_html   (VacBoard        board);
gboolean    vac_board_length_fits   (const VacBoardLength *length);
void        vac_board_count_lengths (VacOutline     *outline,
                                     VacBoardLength  lengths[VAC_N_BOARDS]);

G_END_DECLS
