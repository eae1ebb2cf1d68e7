/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-finding.h"

G_BEGIN_DECLS

/* What a mark stands for besides findings: words that somebody looks for. */
#define VAC_MARK_FOUND VAC_N_FINDING_GROUPS

/**
 * VacMarkLook:
 * @line: the line below the words; none where the words themselves stand on the colour
 * @color: its colour
 *
 * What a mark looks like.
 */
typedef struct
{
  PangoUnderline line;
  GdkRGBA        color;
} VacMarkLook;

/**
 * VacMarkGround:
 * @VAC_MARK_GROUND_LIGHT: a light one, as that of a page
 * @VAC_MARK_GROUND_DARK: a dark one
 * @VAC_MARK_GROUND_LIGHT_STRONG: a light one, for somebody who needs strong contrasts
 * @VAC_MARK_GROUND_DARK_STRONG: a dark one, likewise
 *
 * What a mark stands on.
 */
typedef enum
{
  VAC_MARK_GROUND_LIGHT,
  VAC_MARK_GROUND_DARK,
  VAC_MARK_GROUND_LIGHT_STRONG,
  VAC_MARK_GROUND_DARK_STRONG,
  VAC_N_MARK_GROUNDS
} VacMarkGround;

gboolean      vac_mark_look_fills (const VacMarkLook *self);
VacMarkLook   vac_mark_get_look   (VacFindingGroup group,
                                   VacMarkGround   ground);
VacMarkGround vac_mark_get_ground (void);

G_END_DECLS
