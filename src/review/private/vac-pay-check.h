/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-pay-law.h"
#include "vac-reading.h"

G_BEGIN_DECLS

/**
 * VacPayDoubt:
 * @VAC_PAY_DOUBT_SIZE: the employer's size is not known, or not as the law counts it
 * @VAC_PAY_DOUBT_COUNTED: how many work in the place is not known
 * @VAC_PAY_DOUBT_SOMEONE: whether anybody works in the place yet is not known
 * @VAC_PAY_DOUBT_REACH: whether the law reaches this remote job is not clear
 * @VAC_PAY_DOUBT_RESIDENCE: the posting does not say where remote staff may live
 * @VAC_PAY_DOUBT_PLACE: the posting does not say in which state or country the place of work is
 * @VAC_PAY_DOUBT_CONFIDENCE: the sources of the rule are not of the best
 * @VAC_PAY_DOUBT_DIRECTIVE: the law of the country decides, and is not known
 * @VAC_PAY_DOUBT_PASSED: it is not known to be in force
 * @VAC_PAY_DOUBT_LATER: it takes effect later
 * @VAC_PAY_DOUBT_ENFORCED_LATER: it is enforced later
 * @VAC_PAY_DOUBT_AGENCY: the authority reads the law so
 * @VAC_PAY_DOUBT_PROPOSED: only proposed rules say so
 * @VAC_PAY_DOUBT_CONDITION: only if something is so that the posting does not tell
 * @VAC_PAY_DOUBT_TEXT: a text of the posting may say it
 * @VAC_PAY_DOUBT_LANGUAGE: texts in the posting's language cannot be searched for it
 *
 * Why something may be demanded of a posting, and why that is not sure.
 */
typedef enum
{
  VAC_PAY_DOUBT_SIZE           = 1 << 0,
  VAC_PAY_DOUBT_COUNTED        = 1 << 1,
  VAC_PAY_DOUBT_SOMEONE        = 1 << 2,
  VAC_PAY_DOUBT_REACH          = 1 << 3,
  VAC_PAY_DOUBT_RESIDENCE      = 1 << 4,
  VAC_PAY_DOUBT_PLACE          = 1 << 5,
  VAC_PAY_DOUBT_CONFIDENCE     = 1 << 6,
  VAC_PAY_DOUBT_DIRECTIVE      = 1 << 7,
  VAC_PAY_DOUBT_PASSED         = 1 << 8,
  VAC_PAY_DOUBT_LATER          = 1 << 9,
  VAC_PAY_DOUBT_ENFORCED_LATER = 1 << 10,
  VAC_PAY_DOUBT_AGENCY         = 1 << 11,
  VAC_PAY_DOUBT_PROPOSED       = 1 << 12,
  VAC_PAY_DOUBT_CONDITION      = 1 << 13,
  VAC_PAY_DOUBT_TEXT           = 1 << 14,
  VAC_PAY_DOUBT_LANGUAGE       = 1 << 15,
} VacPayDoubt;

/**
 * VacPayRequirement:
 * @demand: what is demanded
 * @is_met: whether the posting does it
 * @doubts: why it may not be demanded of this posting: those of the match, and its own
 */
typedef struct
{
  const VacPayDemand *demand;
  gboolean            is_met;
  VacPayDoubt         doubts;
} VacPayRequirement;

/**
 * VacPayMatch:
 * @rule: the law of a place
 * @places: (element-type VacNode): the places of work and of residence that it is about; may be
 *   empty for a remote job
 * @doubts: why it may not hold for this posting
 * @requirements: (element-type VacPayRequirement): what it demands; nothing unless it is, or may
 *   come to be, in force
 *
 * A law that holds for a posting, or may.
 */
typedef struct
{
  const VacPayRule *rule;
  GPtrArray        *places;
  VacPayDoubt       doubts;
  GArray           *requirements;
} VacPayMatch;

void       vac_pay_match_free (VacPayMatch *self);
GPtrArray *vac_pay_law_check  (VacPayLaw         *law,
                               VacReading        *reading,
                               guint              n_employees,
                               const char *const *asked,
                               const char        *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacPayMatch, vac_pay_match_free)

G_END_DECLS
