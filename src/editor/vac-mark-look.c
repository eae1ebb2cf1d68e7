/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-mark-look"

#include "config.h"

#include <adwaita.h>

#include "vac-mark-look.h"

/* What the marks below words look like. */

typedef enum
{
  RED,
  ORANGE,
  GREEN,
  BLUE,
  YELLOW,
  N_COLORS
} Color;

/* Against the ground of a row, each has a contrast of at least 3; the strong ones, of 4.5. On the
 * yellow ones, words are to be read. */
static const char *const colors[N_COLORS][VAC_N_MARK_GROUNDS] = {
  [RED] = { "#e01b24", "#ff7b63", "#a51d2d", "#ff938c" },
  [ORANGE] = { "#b35900", "#ffa348", "#8a4b00", "#ffbe6f" },
  [GREEN] = { "#1b8553", "#57e389", "#15613c", "#8ff0a4" },
  [BLUE] = { "#3584e4", "#78aeed", "#1a5fb4", "#99c1f1" },
  [YELLOW] = { "rgba(248,228,92,0.6)", "rgba(229,165,10,0.35)", "rgba(246,211,45,0.8)",
               "rgba(229,165,10,0.4)" },
};

/* No two have the same colour and line, and what is found most in a text differs in both. */
static const struct
{
  Color          color;
  PangoUnderline line;
} looks[] = {
  [VAC_FINDING_FACTS] = { BLUE, PANGO_UNDERLINE_DOUBLE },
  [VAC_FINDING_STRUCTURE] = { RED, PANGO_UNDERLINE_SINGLE },
  [VAC_FINDING_PAY] = { ORANGE, PANGO_UNDERLINE_SINGLE },
  [VAC_FINDING_WORDING] = { ORANGE, PANGO_UNDERLINE_DOUBLE },
  [VAC_FINDING_READABILITY] = { BLUE, PANGO_UNDERLINE_LOW },
  [VAC_FINDING_SPELLING] = { RED, PANGO_UNDERLINE_ERROR },
  [VAC_FINDING_TYPING] = { GREEN, PANGO_UNDERLINE_SINGLE },
  [VAC_FINDING_BOARDS] = { BLUE, PANGO_UNDERLINE_SINGLE },
  [VAC_MARK_FOUND] = { YELLOW, PANGO_UNDERLINE_NONE },
};

/**
 * vac_mark_get_look:
 * @group: what a finding is about, or %VAC_MARK_FOUND
 * @ground: what its mark stands on
 *
 * Returns: what its mark looks like
 */
VacMarkLook
vac_mark_get_look (VacFindingGroup group,
                   VacMarkGround   ground)
{
  VacMarkLook look = { PANGO_UNDERLINE_NONE, { 0 } };

  g_return_val_if_fail (group <= VAC_MARK_FOUND && ground < VAC_N_MARK_GROUNDS, look);

  look.line = looks[group].line;
  gdk_rgba_parse (&look.color, colors[looks[group].color][ground]);

  return look;
}

/**
 * vac_mark_look_fills:
 * @self: a look
 *
 * Returns: whether the words stand on the colour, which lets through what is below
 */
gboolean
vac_mark_look_fills (const VacMarkLook *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->line == PANGO_UNDERLINE_NONE;
}

/**
 * vac_mark_get_ground:
 *
 * Returns: what marks stand on in forms
 */
VacMarkGround
vac_mark_get_ground (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? VAC_MARK_GROUND_DARK_STRONG : VAC_MARK_GROUND_LIGHT_STRONG;

  return dark ? VAC_MARK_GROUND_DARK : VAC_MARK_GROUND_LIGHT;
}
