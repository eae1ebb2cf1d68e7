/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a heading of a posting says that is below it, in each language that is read. The words are
 * in data/languages, under the nick ("about-role"), the first of them as we would write it; a star
 * stands for any words. */
typedef enum
{
  VAC_HEADING_NONE,               /* nothing that is known */
  VAC_HEADING_ABOUT_ROLE,
  VAC_HEADING_RESPONSIBILITIES,
  VAC_HEADING_REQUIRED,
  VAC_HEADING_PREFERRED,
  VAC_HEADING_BENEFITS,
  VAC_HEADING_PAY,
  VAC_HEADING_EMPLOYER,
  VAC_HEADING_APPLY,
  VAC_HEADING_EQUAL_OPPORTUNITY,
  VAC_HEADING_ACCOMMODATION,
  VAC_HEADING_QUESTIONS,          /* to applicants */
  VAC_HEADING_FACTS,              /* short facts of the job: "At a Glance" */
  VAC_HEADING_OTHER_PAGE,         /* no part of a posting: "Similar Jobs", "Share This Page" */
  VAC_N_HEADINGS /*< skip >*/
} VacHeading;

/* What stands before a fact in a line: "Location: Leeds". The words are in data/languages too. */
typedef enum
{
  VAC_LABEL_NONE,
  VAC_LABEL_TITLE,
  VAC_LABEL_EMPLOYER,
  VAC_LABEL_DEPARTMENT,
  VAC_LABEL_REPORTS_TO,
  VAC_LABEL_REQUISITION,
  VAC_LABEL_OPENINGS,
  VAC_LABEL_PLACE,
  VAC_LABEL_WORKPLACE,
  VAC_LABEL_EMPLOYMENT_TYPE,
  VAC_LABEL_PAY,
  VAC_LABEL_HOURS,                /* a week */
  VAC_LABEL_SCHEDULE,
  VAC_LABEL_TRAVEL,
  VAC_LABEL_POSTED,
  VAC_LABEL_CLOSES,
  VAC_LABEL_START,
  VAC_LABEL_CONTACT,
  VAC_LABEL_PHONE,
  VAC_LABEL_EMAIL,
  VAC_LABEL_APPLY_ONLINE,
  VAC_LABEL_APPLY_BY_EMAIL,
  VAC_LABEL_WEBSITE,
  VAC_LABEL_LEGAL_ENTITY,
  VAC_LABEL_DAYS_ON_SITE,         /* a week */
  VAC_LABEL_TIME_ZONES,
  VAC_LABEL_RIGHT_TO_WORK,
  VAC_LABEL_CLEARANCE,
  VAC_LABEL_LICENCES,
  VAC_LABEL_FILL_BY,
  VAC_LABEL_CONTRACT_ENDS,
  VAC_LABEL_CONTRACT,             /* how long it runs */
  VAC_LABEL_WORKING_TIME,         /* as a share of full time */
  VAC_LABEL_GRADE,
  VAC_LABEL_RESIDENTS,
  VAC_LABEL_EXPERIENCE,
  VAC_LABEL_EDUCATION,
  VAC_LABEL_LANGUAGES,
  VAC_LABEL_SPONSORSHIP,
  VAC_LABEL_VACANCY,
  VAC_N_LABELS /*< skip >*/
} VacLabel;

VacHeading  vac_heading_find        (const char *language,
                                     const char *text);
const char *vac_heading_get_title   (const char *language,
                                     VacHeading  heading);
VacLabel    vac_label_find          (const char *language,
                                     const char *text);
gboolean    vac_label_begins        (const char *language,
                                     const char *text,
                                     VacLabel    label);
char       *vac_words_find_choice   (const char        *language,
                                     const char *const *ids,
                                     const char        *text);

G_END_DECLS
