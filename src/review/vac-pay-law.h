/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

/**
 * VacPayDuty:
 * @VAC_PAY_DUTY_RANGE: to state the pay or its range
 * @VAC_PAY_DUTY_MINIMUM: to state at least the lowest pay, as a figure
 * @VAC_PAY_DUTY_BOTH_ENDS: to state both ends of a range ("$20 and up" is refused)
 * @VAC_PAY_DUTY_WIDTH: to keep the range within a width
 * @VAC_PAY_DUTY_BEFORE_INTERVIEW: to tell the pay before the interview, in the posting or otherwise
 * @VAC_PAY_DUTY_BENEFITS: to describe the benefits
 * @VAC_PAY_DUTY_OTHER_PAY: to describe bonuses, commissions, and the like, if there are any
 * @VAC_PAY_DUTY_DEADLINE: to state until when applications are taken
 * @VAC_PAY_DUTY_HOW_TO_APPLY: to say how to apply
 * @VAC_PAY_DUTY_AI: to say that AI takes part in the selection, if it does
 * @VAC_PAY_DUTY_VACANCY: to say whether there is a job to fill
 *
 * What the law of a place demands of a posting.
 */
typedef enum
{
  VAC_PAY_DUTY_RANGE,
  VAC_PAY_DUTY_MINIMUM,
  VAC_PAY_DUTY_BOTH_ENDS,
  VAC_PAY_DUTY_WIDTH,
  VAC_PAY_DUTY_BEFORE_INTERVIEW,
  VAC_PAY_DUTY_BENEFITS,
  VAC_PAY_DUTY_OTHER_PAY,
  VAC_PAY_DUTY_DEADLINE,
  VAC_PAY_DUTY_HOW_TO_APPLY,
  VAC_PAY_DUTY_AI,
  VAC_PAY_DUTY_VACANCY,
  VAC_N_PAY_DUTIES
} VacPayDuty;

/**
 * VacPayStatus:
 * @VAC_PAY_IN_FORCE: it is in force from its day on
 * @VAC_PAY_DIRECTIVE: it binds countries, whose own laws decide
 * @VAC_PAY_PASSED: it was passed, but is not known to be in force
 * @VAC_PAY_NOT_PROCLAIMED: it is not in force
 * @VAC_PAY_ON_REQUEST: it demands an answer to those who ask, and nothing of a posting
 * @VAC_PAY_NO_RULE: the place has no such law
 */
typedef enum
{
  VAC_PAY_IN_FORCE,
  VAC_PAY_DIRECTIVE,
  VAC_PAY_PASSED,
  VAC_PAY_NOT_PROCLAIMED,
  VAC_PAY_ON_REQUEST,
  VAC_PAY_NO_RULE,
} VacPayStatus;

/**
 * VacPayCounted:
 * @VAC_PAY_COUNTS_EMPLOYEES: all employees
 * @VAC_PAY_COUNTS_WORKERS: owners or contractors as well
 * @VAC_PAY_COUNTS_THERE: only those who work in the place
 *
 * Whom the least size of an employer counts.
 */
typedef enum
{
  VAC_PAY_COUNTS_EMPLOYEES,
  VAC_PAY_COUNTS_WORKERS,
  VAC_PAY_COUNTS_THERE,
} VacPayCounted;

/**
 * VacPayRemote:
 * @VAC_PAY_REMOTE_YES: it covers remote jobs that can be done in the place
 * @VAC_PAY_REMOTE_IF: it covers some of them
 * @VAC_PAY_REMOTE_UNCLEAR: it does not say
 * @VAC_PAY_REMOTE_NO: it does not reach beyond work in the place
 * @VAC_PAY_REMOTE_NONE: the question does not arise
 */
typedef enum
{
  VAC_PAY_REMOTE_YES,
  VAC_PAY_REMOTE_IF,
  VAC_PAY_REMOTE_UNCLEAR,
  VAC_PAY_REMOTE_NO,
  VAC_PAY_REMOTE_NONE,
} VacPayRemote;

/**
 * VacPayConfidence:
 *
 * How far the sources of a rule can be relied on.
 */
typedef enum
{
  VAC_PAY_CONFIDENCE_HIGH,
  VAC_PAY_CONFIDENCE_MEDIUM,
  VAC_PAY_CONFIDENCE_LOW,
} VacPayConfidence;

/**
 * VacPayBasis:
 * @VAC_PAY_BASIS_LAW: the law itself
 * @VAC_PAY_BASIS_AGENCY: how the authority reads it
 * @VAC_PAY_BASIS_PROPOSED: rules that were proposed
 *
 * What a duty rests on.
 */
typedef enum
{
  VAC_PAY_BASIS_LAW,
  VAC_PAY_BASIS_AGENCY,
  VAC_PAY_BASIS_PROPOSED,
} VacPayBasis;

/**
 * VacPayDemand:
 * @duty: what is demanded
 * @since: ISO 8601 date from which on; empty when no day is known
 * @confidence: how sure that is
 * @basis: what it rests on
 * @law: the law's name
 * @source: (nullable): the address of a page about it
 * @percent: of the width: the most in percent of the minimum, or 0
 * @amount: of the width: the most between the ends, in a year, or 0
 * @currency: of @amount
 */
typedef struct
{
  VacPayDuty        duty;
  VacPayConfidence  confidence;
  VacPayBasis       basis;
  char             *since;
  char             *law;
  char             *source;
  gint64            percent;
  gint64            amount;
  char             *currency;
} VacPayDemand;

/**
 * VacPayRule:
 * @id: names it, as in "us-co"
 * @countries: (array zero-terminated=1): ISO 3166-1 codes
 * @regions: (array zero-terminated=1): codes and names of the region; empty for whole countries
 * @cities: (array zero-terminated=1): names of the city; empty for a whole region
 * @law: the law's name
 * @status: whether it is in force
 * @since: ISO 8601 date from which on; empty when no day is known
 * @enforced: ISO 8601 date from which on it is enforced, if that is later; else empty
 * @employees: the least size of an employer
 * @counted: whom that counts
 * @someone_there: whether one of them must work in the place
 * @remote: whether it covers remote jobs
 * @exempt_above: pay in a year above which none need be stated, or 0
 * @exempt_currency: of @exempt_above
 * @demands: (element-type VacPayDemand): what it demands of a posting
 * @confidence: how sure that is
 * @sources: (array zero-terminated=1): addresses of pages about it
 * @as_of: ISO 8601 date on which it was last looked at
 *
 * The law of one place. It stays as it is for as long as its table.
 */
typedef struct
{
  char              *id;
  GHashTable        *names;
  GHashTable        *notes;
  char             **countries;
  char             **regions;
  char             **cities;
  char              *law;
  VacPayStatus       status;
  char              *since;
  char              *enforced;
  gint64             employees;
  VacPayCounted      counted;
  gboolean           someone_there;
  VacPayRemote       remote;
  gint64             exempt_above;
  char              *exempt_currency;
  GPtrArray         *demands;
  VacPayConfidence   confidence;
  char             **sources;
  char              *as_of;
} VacPayRule;

typedef struct _VacPayLaw VacPayLaw;

VacPayLaw        *vac_pay_law_get_built_in     (void);
VacPayLaw        *vac_pay_law_new              (GBytes            *overlay,
                                                GError           **error);
char             *vac_pay_law_dup_overlay_path (void);
VacPayLaw        *vac_pay_law_ref              (VacPayLaw         *self);
void              vac_pay_law_unref            (VacPayLaw         *self);
guint             vac_pay_law_get_n_rules      (VacPayLaw         *self);
const VacPayRule *vac_pay_law_get_rule         (VacPayLaw         *self,
                                                guint              position);
const VacPayRule *vac_pay_law_find             (VacPayLaw         *self,
                                                const char        *id);
const char       *vac_pay_law_get_as_of        (VacPayLaw         *self);
char             *vac_pay_law_dup_notice       (VacPayLaw         *self);

char             *vac_pay_rule_dup_name        (const VacPayRule  *self,
                                                const char        *language);
const char       *vac_pay_rule_get_note        (const VacPayRule  *self,
                                                const char        *language);
const char       *vac_pay_duty_get_id          (VacPayDuty         duty);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacPayLaw, vac_pay_law_unref)

G_END_DECLS
