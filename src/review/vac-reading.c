/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-reading"

#include "config.h"

#include "vac-reading.h"
#include "vac-suggest-private.h"

/*
 * vac_reading_get_outline:
 *
 * Returns: (transfer none): what candidates read of the posting
 */
VacOutline *
vac_reading_get_outline (VacReading *self)
{
  if (self->outline == NULL)
    self->outline = vac_outline_new (self->document, VAC_AUDIENCE_CANDIDATE);

  return self->outline;
}

/*
 * vac_reading_get_suggestions:
 *
 * Returns: (transfer none) (element-type VacSuggestion): what vac_suggest() returns
 */
GPtrArray *
vac_reading_get_suggestions (VacReading *self)
{
  if (self->suggestions == NULL)
    self->suggestions = vac_suggest_in (self->document, vac_reading_get_outline (self));

  return self->suggestions;
}

/*
 * vac_reading_get_lengths:
 *
 * Returns: (transfer none) (array fixed-size=VAC_N_BOARDS): how long the posting is for each place
 */
const VacBoardLength *
vac_reading_get_lengths (VacReading *self)
{
  if (!self->has_lengths)
    vac_board_count_lengths (vac_reading_get_outline (self), self->lengths);
  self->has_lengths = TRUE;

  return self->lengths;
}

/*
 * vac_reading_get_evidence:
 *
 * Returns: (transfer none): what candidates read of what laws on pay demand
 */
const VacPayEvidence *
vac_reading_get_evidence (VacReading *self)
{
  if (!self->has_evidence)
    vac_pay_evidence_gather (self->document, vac_reading_get_outline (self), &self->evidence);
  self->has_evidence = TRUE;

  return &self->evidence;
}

/*
 * vac_reading_clear:
 *
 * Forgets what was made: the posting has changed, or is not needed any more.
 */
void
vac_reading_clear (VacReading *self)
{
  g_clear_pointer (&self->outline, vac_outline_unref);
  g_clear_pointer (&self->suggestions, g_ptr_array_unref);
  self->has_lengths = FALSE;
  self->has_evidence = FALSE;
}
