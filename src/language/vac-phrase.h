/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-money.h"

G_BEGIN_DECLS

/* What we add to a posting in our own words, always in the posting's language. The words are in
 * data/languages, each by the nick of its phrase ("from-pay"); names in braces stand for values. */
typedef enum
{
  VAC_PHRASE_FROM_PAY,        /* {amount} */
  VAC_PHRASE_UP_TO_PAY,       /* {amount} */
  VAC_PHRASE_PAY_RANGE,       /* {low}, {high} */
  VAC_PHRASE_PAID_PER,        /* {amount}, {period} */
  VAC_PHRASE_CITY_AND_REGION, /* {city}, {region} */
  VAC_PHRASE_CITY_AND_COUNTRY,/* {city}, {country} */
  VAC_PHRASE_BETWEEN_ITEMS,   /* of a list in one line */
  VAC_PHRASE_BETWEEN_FACTS,
  VAC_PHRASE_LOCATION,        /* captions of what a line says without a label */
  VAC_PHRASE_WORKPLACE,
  VAC_PHRASE_EMPLOYMENT,
  VAC_PHRASE_PAY,
  VAC_PHRASE_DEPARTMENT,
  VAC_PHRASE_REPORTS_TO,
  VAC_PHRASE_REQUISITION,
  VAC_PHRASE_OPENINGS,
  VAC_PHRASE_POSTED,
  VAC_PHRASE_CLOSES,
  VAC_PHRASE_START,
  VAC_PHRASE_IMMEDIATELY,
  VAC_PHRASE_LEGAL_ENTITY,
  VAC_PHRASE_VACANCY,
  VAC_PHRASE_FILL_BY,
  VAC_PHRASE_CONTRACT,
  VAC_PHRASE_CONTRACT_ENDS,
  VAC_PHRASE_WEEKLY_HOURS,
  VAC_PHRASE_WORKING_TIME,
  VAC_PHRASE_SHARE_OF_FULL_TIME,   /* {share} */
  VAC_PHRASE_SCHEDULE,
  VAC_PHRASE_GRADE,
  VAC_PHRASE_GRADE_OF_SCALE,       /* {grade}, {scale} */
  VAC_PHRASE_DAYS_ON_SITE,
  VAC_PHRASE_TIME_ZONES,
  VAC_PHRASE_RESIDENTS,
  VAC_PHRASE_TRAVEL,
  VAC_PHRASE_LICENCES,
  VAC_PHRASE_LANGUAGES,
  VAC_PHRASE_LANGUAGE_AND_LEVEL,   /* {language}, {level} */
  VAC_PHRASE_SPONSORSHIP,
  VAC_PHRASE_RIGHT_TO_WORK,
  VAC_PHRASE_CLEARANCE,
  VAC_PHRASE_FULL_TIME_PAY,        /* {range} */
  VAC_PHRASE_PRO_RATA_PAY,         /* {range} */
  VAC_PHRASE_PAY_AT_SHARE,         /* {share} */
  VAC_PHRASE_EXPERIENCE,
  VAC_PHRASE_AT_LEAST,        /* {duration} */
  VAC_PHRASE_EDUCATION,
  VAC_PHRASE_OR_EXPERIENCE,   /* {credential} */
  VAC_PHRASE_ABOUT,           /* {employer} */
  VAC_PHRASE_WEBSITE,
  VAC_PHRASE_HOW_TO_APPLY,
  VAC_PHRASE_APPLY_ONLINE,
  VAC_PHRASE_APPLY_BY_EMAIL,
  VAC_PHRASE_QUESTIONS,
  VAC_PHRASE_CONTACT,
  VAC_PHRASE_EQUAL_OPPORTUNITY,
  VAC_PHRASE_ACCOMMODATION,
  VAC_PHRASE_COMMISSION,
  VAC_PHRASE_BENEFITS,
  VAC_PHRASE_BONUS,
  VAC_PHRASE_EQUITY,
  VAC_PHRASE_ADVICE,
  VAC_PHRASE_EMPHASIZE,
  VAC_PHRASE_HIGHLIGHT,
  VAC_PHRASE_ADD_TO,          /* {section} */
  VAC_PHRASE_INDUSTRY,
  VAC_PHRASE_REQUIREMENTS,
  VAC_PHRASE_ASPECT,
  VAC_PHRASE_PLACE,
  VAC_PHRASE_NATIONAL,
  VAC_PHRASE_MINIMUM,
  VAC_PHRASE_MAXIMUM,
  VAC_PHRASE_MIDPOINT,
  VAC_PHRASE_NOTE,
  VAC_PHRASE_SPREAD,
  VAC_PHRASE_OVER_NATIONAL,
  VAC_PHRASE_AT_NATIONAL_PRICES,
  VAC_PHRASE_THIS_POSTING,
  VAC_PHRASE_HOURS_A_YEAR,    /* {range}, {hours} */
  VAC_PHRASE_DAYS_A_YEAR,     /* {range}, {days} */
  VAC_PHRASE_SOURCE,
  VAC_PHRASE_SOURCE_OF_YEAR,  /* {year} */
  VAC_PHRASE_PRICE_INDEX,
  VAC_PHRASE_COMPARED_WITH,
  VAC_PHRASE_OVER_BASE,
  VAC_PHRASE_RANGE_RULE,
  VAC_PHRASE_MEDIAN,
  VAC_PHRASE_MEAN,
  VAC_PHRASE_AGED_TO,         /* {figures}, {date}, {rate} */
  VAC_PHRASE_ROUNDED_TO,      /* {rule}, {amount} */
  VAC_PHRASE_PAY_ZONE,
  VAC_PHRASE_ZONE_BASE,
  VAC_PHRASE_PLACES,
  VAC_PHRASE_UP_TO,           /* {amount}, {percent} */
  VAC_PHRASE_ABOVE,           /* {percent} */
  VAC_PHRASE_LEVEL,
  VAC_PHRASE_MIDPOINT_PROGRESSION,
  VAC_PHRASE_NO_PRICE_INDEX,
  VAC_PHRASE_COMPA_RATIO,
  VAC_PHRASE_RANGE_PENETRATION,
  VAC_PHRASE_BREAK_EVEN,
  VAC_PHRASE_SOURCES_MIXED,   /* {n} */
  VAC_PHRASE_NO_INDEX_OF_PUERTO_RICO,
  VAC_PHRASE_DOUBT_FEW,       /* in the order of VacDoubts */
  VAC_PHRASE_DOUBT_DISPERSED,
  VAC_PHRASE_DOUBT_COLLAPSED,
  VAC_PHRASE_DOUBT_ACCEPTED,
  VAC_PHRASE_DOUBT_ESTIMATED,
  VAC_PHRASE_DOUBT_NO_RATE,
  VAC_PHRASE_DOUBT_UNDATED,
  VAC_PHRASE_DOUBT_UNKNOWN,
  VAC_PHRASE_DOUBT_REPEATED,
  VAC_PHRASE_OWN_FIGURES,
  VAC_PHRASE_SALARY_COMPARISON,
  VAC_PHRASE_HIRING_GUIDE,
  VAC_PHRASE_COLON,           /* between a name and what it is the name of */
  VAC_PHRASE_CRITERION,
  VAC_PHRASE_WEIGHT,
  VAC_PHRASE_WEAK,
  VAC_PHRASE_GOOD,
  VAC_PHRASE_STRONG,

  /* The interview kit */
  VAC_PHRASE_INTERVIEW_KIT,
  VAC_PHRASE_CANDIDATE,
  VAC_PHRASE_INTERVIEWER,
  VAC_PHRASE_INTERVIEWERS,
  VAC_PHRASE_DATE,
  VAC_PHRASE_NOTES,
  VAC_PHRASE_SCORECARD,
  VAC_PHRASE_ASKED_FOR,
  VAC_PHRASE_MET,
  VAC_PHRASE_NOT_MET,
  VAC_PHRASE_MET_OR_NOT,
  VAC_PHRASE_GRADE_1,
  VAC_PHRASE_GRADE_2,
  VAC_PHRASE_GRADE_3,
  VAC_PHRASE_GRADE_4,
  VAC_PHRASE_CRITERION_AND_WEIGHT,
  VAC_PHRASE_RATING,
  VAC_PHRASE_POINTS,
  VAC_PHRASE_SCORE_RULE,
  VAC_PHRASE_TOTAL,
  VAC_PHRASE_PANEL_SUMMARY,
  VAC_PHRASE_AGREED,
  VAC_PHRASE_ASSESSMENT,
  VAC_PHRASE_POINTS_OF_100,
  VAC_PHRASE_RECOMMENDATION,
  VAC_PHRASE_DECISIONS,
  VAC_PHRASE_LISTEN_FOR,
  VAC_PHRASE_FOCUS,
  VAC_PHRASE_MINUTES,
  VAC_PHRASE_INTERVIEW_PLAN,
  VAC_PHRASE_ASKS,
  VAC_PHRASE_COVERAGE,
  VAC_PHRASE_ASSESSED_BY,
  VAC_PHRASE_NOT_ASSESSED,
  VAC_PHRASE_NOT_ASKED_FOR,
  VAC_N_PHRASES /*< skip >*/
} VacPhrase;

gboolean    vac_phrase_speaks     (const char   *language);
const char *vac_phrase_get        (const char   *language,
                                   VacPhrase     phrase);
char       *vac_phrase_format     (const char   *language,
                                   VacPhrase     phrase,
                                   ...) G_GNUC_NULL_TERMINATED;
gboolean    vac_phrase_take_apart (const char   *language,
                                   VacPhrase     phrase,
                                   const char   *text,
                                   char        **first,
                                   char        **second);
const char *vac_phrase_get_choice (const char   *language,
                                   const char   *id);
gboolean    vac_phrase_repeats    (const char   *label,
                                   const char   *text);
char       *vac_phrase_in_capitals (const char  *language,
                                   const char   *text);
char       *vac_phrase_run_in     (const char   *language,
                                   const char   *label);
char       *vac_phrase_date       (const char   *language,
                                   const char   *date);
char       *vac_phrase_duration   (const char   *language,
                                   gint64        months);
char       *vac_phrase_share      (const char   *language,
                                   gint64        percent);
char       *vac_phrase_range      (const char     *language,
                                   const char     *currency,
                                   const char     *period,
                                   const VacMoney *minimum,
                                   const VacMoney *maximum);

G_END_DECLS
