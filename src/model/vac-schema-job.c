/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-schema-job"

#include "config.h"

#include "vac-schema-private.h"

/* The facts of a job: what candidates and job boards read of it before the text. */

#define LONGEST_EXPERIENCE (50 * 12)
#define LONGEST_CONTRACT   (50 * 12)
#define HOURS_OF_WEEK      (7 * 24)

/* What few postings say, by the titles of the rows that hide it. */
#define OPENINGS  .fold = N_("Requisition and openings")
#define PLACE     .fold = N_("Workplace details")
#define PAY_HERE  .fold = N_("Pay and benefits here")
#define HOUR      .fold = N_("Closing hour")

static const VacChoice employment_types[] = {
  { "full-time", N_("Full-time") },
  { "part-time", N_("Part-time") },
  { "contractor", N_("Contractor") },
  { "temporary", N_("Temporary") },
  { "intern", N_("Intern") },
  { "volunteer", N_("Volunteer") },
  { "per-diem", N_("Per diem") },
  { "other", N_("Other") },
  { NULL }
};

static const VacChoice workplaces[] = {
  { VAC_WORKPLACE_ONSITE, N_("On site") },
  { VAC_WORKPLACE_HYBRID, N_("Hybrid") },
  { VAC_WORKPLACE_REMOTE, N_("Remote") },
  { NULL }
};

/* What Google's credentialCategory tells apart ("Job posting structured data", Education and
 * experience properties); the ids are its words with hyphens. */
static const VacChoice credentials[] = {
  { VAC_CREDENTIAL_SCHOOL, N_("High school diploma") },
  { VAC_CREDENTIAL_ASSOCIATE, N_("Associate degree") },
  { VAC_CREDENTIAL_BACHELOR, N_("Bachelor’s degree") },
  { VAC_CREDENTIAL_CERTIFICATE, N_("Professional certificate") },
  { VAC_CREDENTIAL_POSTGRADUATE, N_("Postgraduate degree") },
  { NULL }
};

static const VacChoice vacancies[] = {
  { "existing", N_("There is a job to fill") },
  { "future", N_("For jobs that may come") },
  { NULL }
};

static const VacChoice sponsorships[] = {
  { "offered", N_("Offered") },
  { "not-offered", N_("Not offered") },
  { NULL }
};

static const VacChoice pay_bases[] = {
  { VAC_PAY_FULL_TIME, N_("What full time pays") },
  { VAC_PAY_PRO_RATA, N_("What is paid for the share") },
  { NULL }
};

/* The levels of the Common European Framework of Reference for Languages, which are written alike
 * everywhere. */
static const VacChoice language_levels[] = {
  { "A1", N_("A1, beginner") },
  { "A2", N_("A2, elementary") },
  { "B1", N_("B1, intermediate") },
  { "B2", N_("B2, upper intermediate") },
  { "C1", N_("C1, advanced") },
  { "C2", N_("C2, proficient") },
  { "native", N_("Native speaker") },
  { NULL }
};

static const VacChoice skill_levels[] = {
  { "basic", N_("Basic") },
  { "working", N_("Working knowledge") },
  { "advanced", N_("Advanced") },
  { "expert", N_("Expert") },
  { NULL }
};

const VacChoice vac_schema_periods[] = {
  { VAC_PERIOD_YEAR, N_("Per year") },
  { VAC_PERIOD_MONTH, N_("Per month") },
  { VAC_PERIOD_WEEK, N_("Per week") },
  { VAC_PERIOD_DAY, N_("Per day") },
  { VAC_PERIOD_HOUR, N_("Per hour") },
  { NULL }
};

static const VacField employer_fields[] = {
  FILLS ("name", VAC_ROLE_EMPLOYER_NAME, N_("Name of the employer"),
         N_("The employer’s name as candidates know it; it also fills {{employer}} in texts."),
         "employer"),
  TEXT ("legalName", VAC_ROLE_EMPLOYER_LEGAL_NAME, N_("Legal entity"),
        N_("The legal entity that employs, if its name is another one, for example Acme Ltd.")),
  SYNTAX ("website", VAC_ROLE_EMPLOYER_WEBSITE, N_("Website"),
          N_("The full address of the employer’s site, which candidates see as a link."),
          VAC_SYNTAX_URL),
  PROSE ("about", VAC_ROLE_EMPLOYER_ABOUT, N_("About the employer"),
         N_("A few sentences on the employer, printed after the last section.")),
  PICTURE ("logo", VAC_ROLE_EMPLOYER_LOGO, N_("Logo"),
           N_("The employer’s logo, printed above the title; the file holds a small PNG of it.")),
  END
};

static const VacField employment_type =
  CHOICE (NULL, VAC_ROLE_EMPLOYMENT_TYPE, N_("Employment type"),
          N_("One of the kinds of employment on offer."), employment_types);

static const VacField location_fields[] = {
  TEXT ("street", VAC_ROLE_LOCATION_STREET, N_("Street"),
        N_("The street and number of the site, for job boards only.")),
  TEXT ("city", VAC_ROLE_LOCATION_CITY, N_("City"),
        N_("The city or town that candidates search for.")),
  TEXT ("region", VAC_ROLE_LOCATION_REGION, N_("State or region"),
        N_("The state, province, or region, for example TX.")),
  TEXT ("postalCode", VAC_ROLE_LOCATION_POSTAL_CODE, N_("Postal code"),
        N_("The postal code of the site, for job boards only.")),
  SYNTAX ("country", VAC_ROLE_LOCATION_COUNTRY, N_("Country"),
          N_("The country that the site is in; job boards require it."),
          VAC_SYNTAX_COUNTRY),
  MONEY ("payMinimum", VAC_ROLE_LOCATION_PAY_MINIMUM, N_("Pay here, minimum"),
         N_("The lower end of the range in this place, where it differs from that of the job."),
         PAY_HERE),
  MONEY ("payMaximum", VAC_ROLE_LOCATION_PAY_MAXIMUM, N_("Pay here, maximum"),
         N_("The upper end of the range in this place, where it differs from that of the job."),
         PAY_HERE),
  SYNTAX ("payCurrency", VAC_ROLE_LOCATION_PAY_CURRENCY, N_("Currency of pay here"),
          N_("The currency of the range in this place, where it differs from that of the job."),
          VAC_SYNTAX_CURRENCY, PAY_HERE),
  DECIMAL ("minimumWage", VAC_ROLE_LOCATION_MINIMUM_WAGE, N_("Minimum wage here, an hour"),
           N_("The local minimum wage by the hour, which the review holds pay against; it is not "
              "printed."), 0, 1000000, PAY_HERE),
  PROSE ("benefits", VAC_ROLE_LOCATION_BENEFITS, N_("Benefits here"),
         N_("Benefits that only people in this place get."), PAY_HERE),
  END
};
static const VacField location =
  ENTRY (VAC_ROLE_LOCATION, N_("Place of work"),
         N_("One site where the work is done."),
         location_fields, N_("Add Place of Work"), N_("Place of work removed"));

static const VacField contract_fields[] = {
  INTEGER ("months", VAC_ROLE_CONTRACT_MONTHS, N_("Length in months"),
           N_("How long the contract runs, in months; empty for a permanent job."), 1,
           LONGEST_CONTRACT),
  DATE ("ends", VAC_ROLE_CONTRACT_ENDS, N_("Ends on"),
        N_("The last day of the contract, if it is fixed.")),
  END
};

static const VacField hours_fields[] = {
  DECIMAL ("perWeek", VAC_ROLE_HOURS_MINIMUM, N_("Hours a week"),
           N_("How many hours are worked in a week, for example 37.5; the fewest if they vary."),
           0, HOURS_OF_WEEK),
  DECIMAL ("perWeekMaximum", VAC_ROLE_HOURS_MAXIMUM, N_("Hours a week at most"),
           N_("The most hours in a week, if they vary."), 0, HOURS_OF_WEEK),
  INTEGER ("share", VAC_ROLE_HOURS_SHARE, N_("Share of full time"),
           N_("What a part-time job is of full time, in percent, for example 60."), 1, 100),
  TEXT ("schedule", VAC_ROLE_HOURS_SCHEDULE, N_("Schedule"),
        N_("Days and shifts, for example Monday to Friday, 7:00 to 15:00.")),
  END
};

static const VacField grade_fields[] = {
  TEXT ("label", VAC_ROLE_GRADE_LABEL, N_("Grade or band"),
        N_("What the grade is called, for example Band 6.")),
  TEXT ("scale", VAC_ROLE_GRADE_SCALE, N_("Pay scale"),
        N_("The scale that the grade belongs to, for example NHS Agenda for Change.")),
  MONEY ("minimum", VAC_ROLE_GRADE_MINIMUM, N_("Minimum"),
         N_("The lower end of the grade’s range, with cents where it has them.")),
  MONEY ("maximum", VAC_ROLE_GRADE_MAXIMUM, N_("Maximum"),
         N_("The upper end of the grade’s range, with cents where it has them.")),
  END
};
static const VacField grade =
  ENTRY (VAC_ROLE_GRADE, N_("Grade"),
         N_("One grade that the job may be filled at."),
         grade_fields, N_("Add Grade"), N_("Grade removed"));

static const VacField area_fields[] = {
  SYNTAX ("country", VAC_ROLE_AREA_COUNTRY, N_("Country"),
          N_("A country that remote staff may live in."), VAC_SYNTAX_COUNTRY),
  TEXT ("region", VAC_ROLE_AREA_REGION, N_("State or region"),
        N_("The state or province, if not all of the country will do.")),
  END
};
static const VacField area =
  ENTRY (VAC_ROLE_AREA, N_("Place of residence"),
         N_("One place that remote staff may live in."),
         area_fields, N_("Add Place of Residence"), N_("Place of residence removed"));

static const VacField skill_fields[] = {
  TEXT ("name", VAC_ROLE_SKILL_NAME, N_("Skill"),
        N_("The skill in a few words, for example Python.")),
  CHOICE ("level", VAC_ROLE_SKILL_LEVEL, N_("Level"),
          N_("How well somebody must know it."), skill_levels),
  INTEGER ("years", VAC_ROLE_SKILL_YEARS, N_("Years"),
           N_("The least years of practice."), 1, 50),
  TEXT ("id", VAC_ROLE_SKILL_ID, N_("Taxonomy id"),
        N_("The skill’s id or address in a taxonomy such as ESCO or O*NET, for programs.")),
  END
};
static const VacField skill =
  ENTRY (VAC_ROLE_SKILL, N_("Skill"),
         N_("One skill as data for job boards; candidates read of it in the posting’s text."),
         skill_fields, N_("Add Skill"), N_("Skill removed"));

static const VacField speech_fields[] = {
  SYNTAX ("language", VAC_ROLE_SPEECH_LANGUAGE, N_("Language"),
          N_("A language that the job requires."), VAC_SYNTAX_LANGUAGE),
  CHOICE ("level", VAC_ROLE_SPEECH_LEVEL, N_("Level"),
          N_("How well it must be spoken, by the Common European Framework of Reference."),
          language_levels),
  END
};
static const VacField speech =
  ENTRY (VAC_ROLE_SPEECH, N_("Language"),
         N_("One language that the job requires."),
         speech_fields, N_("Add Language"), N_("Language removed"));

static const VacField licence_fields[] = {
  TEXT ("name", VAC_ROLE_LICENCE_NAME, N_("License or certificate"),
        N_("What somebody must hold, for example Registered Nurse license.")),
  END
};
static const VacField licence =
  ENTRY (VAC_ROLE_LICENCE, N_("License or certificate"),
         N_("One license or certificate that the job requires."),
         licence_fields, N_("Add License or Certificate"), N_("License or certificate removed"));

static const VacField eligibility_fields[] = {
  CHOICE ("sponsorship", VAC_ROLE_SPONSORSHIP, N_("Visa sponsorship"),
          N_("Whether you sponsor a visa for the person you hire."), sponsorships),
  TEXT ("rightToWork", VAC_ROLE_RIGHT_TO_WORK, N_("Right to work"),
        N_("What somebody must show, for example the right to work in the UK.")),
  TEXT ("clearance", VAC_ROLE_CLEARANCE, N_("Security clearance"),
        N_("The clearance or check that the job requires.")),
  END
};

static const VacField question_fields[] = {
  PROSE ("text", VAC_ROLE_QUESTION_TEXT, N_("Question"),
         N_("What applicants answer when they apply.")),
  TOGGLE ("include", VAC_ROLE_QUESTION_INCLUDE, N_("Ask this question"),
          N_("Turn this off to keep the question in the file and not to ask it."), TRUE),
  END
};
static const VacField question =
  ENTRY (VAC_ROLE_QUESTION, N_("Application question"),
         N_("One question to applicants."),
         question_fields, N_("Add Question"), N_("Question removed"));

static const VacField contact_fields[] = {
  TEXT ("name", VAC_ROLE_CONTACT_NAME, N_("Name"),
        N_("Whom candidates can ask about the job.")),
  TEXT ("title", VAC_ROLE_CONTACT_TITLE, N_("Role of the contact"),
        N_("The contact’s own job title.")),
  SYNTAX ("email", VAC_ROLE_CONTACT_EMAIL, N_("Email"),
          N_("An address for questions; applications go where you say how to apply."),
          VAC_SYNTAX_EMAIL),
  SYNTAX ("phone", VAC_ROLE_CONTACT_PHONE, N_("Phone"),
          N_("A phone number for questions, with the code of its country."), VAC_SYNTAX_PHONE),
  END
};

static const VacField statements_fields[] = {
  PROSE ("equalOpportunity", VAC_ROLE_EQUAL_OPPORTUNITY, N_("Equal opportunity"),
         N_("Your statement on equal opportunity, printed at the end.")),
  PROSE ("accommodation", VAC_ROLE_ACCOMMODATION, N_("Accommodations"),
         N_("How candidates ask for accommodations or adjustments, printed at the end.")),
  END
};

static const VacField experience_fields[] = {
  INTEGER ("months", VAC_ROLE_EXPERIENCE_MONTHS, N_("Months of experience"),
           N_("The least experience in months, for example 36 for three years; candidates and "
              "job boards read it."), 1, LONGEST_EXPERIENCE),
  END
};

static const VacField education_fields[] = {
  CHOICE ("credential", VAC_ROLE_EDUCATION_CREDENTIAL, N_("Least credential"),
          N_("The lowest credential that you accept; candidates and job boards read it."),
          credentials),
  TOGGLE ("experienceInstead", VAC_ROLE_EDUCATION_EXPERIENCE_INSTEAD,
          N_("Experience in place of education"),
          N_("Turn this on if experience can make up for a missing credential."), FALSE),
  END
};

static const VacField apply_fields[] = {
  SYNTAX ("url", VAC_ROLE_APPLY_URL, N_("Application link"),
          N_("The full web address of the page where candidates apply."), VAC_SYNTAX_URL),
  SYNTAX ("email", VAC_ROLE_APPLY_EMAIL, N_("Application email"),
          N_("The address that candidates send their applications to."), VAC_SYNTAX_EMAIL),
  PROSE ("instructions", VAC_ROLE_APPLY_INSTRUCTIONS, N_("Instructions"),
         N_("What to send with an application, and what happens next.")),
  END
};

static const VacField pay_fields[] = {
  TOGGLE ("disclose", VAC_ROLE_PAY_DISCLOSE, N_("Show pay in the posting"),
          N_("Turn this off to leave pay out of everything that candidates see."), TRUE),
  MONEY ("minimum", VAC_ROLE_PAY_MINIMUM, N_("Minimum"),
         N_("The lower end of the range, with cents where it has them.")),
  MONEY ("maximum", VAC_ROLE_PAY_MAXIMUM, N_("Maximum"),
         N_("The upper end of the range, with cents where it has them.")),
  SYNTAX ("currency", VAC_ROLE_PAY_CURRENCY, N_("Currency"),
          N_("The currency that the range is in."),
          VAC_SYNTAX_CURRENCY),
  CHOICE ("period", VAC_ROLE_PAY_PERIOD, N_("Period"),
          N_("The time that the range is paid for, for example a year or an hour."),
          vac_schema_periods),
  CHOICE ("basis", VAC_ROLE_PAY_BASIS, N_("Range of a part-time job"),
          N_("Whether the range is what full time pays, or what is paid for the share."),
          pay_bases),
  TEXT ("commission", VAC_ROLE_PAY_COMMISSION, N_("Commission"),
        N_("A few words on commissions, printed where the posting details the pay.")),
  TEXT ("bonus", VAC_ROLE_PAY_BONUS, N_("Bonus"),
        N_("A few words on bonuses, printed where the posting details the pay.")),
  TEXT ("equity", VAC_ROLE_PAY_EQUITY, N_("Equity"),
        N_("A few words on shares or options, printed where the posting details the pay.")),
  TEXT ("note", VAC_ROLE_PAY_NOTE, N_("Note on pay"),
        N_("Anything else that candidates should know about the pay.")),
  END
};

const VacField vac_schema_job_fields[] = {
  FILLS ("title", VAC_ROLE_JOB_TITLE, N_("Job title"),
         N_("The heading of the posting: the title of the job alone, without pay, place, or "
            "company."), "title"),
  RECORD ("employer", VAC_ROLE_EMPLOYER, N_("Employer"),
          N_("The organization that hires."), employer_fields),
  FILLS ("department", VAC_ROLE_DEPARTMENT, N_("Department"),
         N_("The department or team that the job belongs to."), "department"),
  FILLS ("reportsTo", VAC_ROLE_REPORTS_TO, N_("Reports to"),
         N_("The role that the job reports to, for example Head of Engineering."), "reportsTo"),
  FILLS ("requisition", VAC_ROLE_REQUISITION, N_("Requisition"),
         N_("Your own number for the opening, which applicants can quote."), "requisition",
         OPENINGS),
  INTEGER ("openings", VAC_ROLE_OPENINGS, N_("Openings"),
           N_("How many people you want to hire; candidates see the number if it is above one."),
           1, 10000, OPENINGS),
  CHOICE ("vacancyStatus", VAC_ROLE_VACANCY, N_("Vacancy status"),
          N_("Whether there is a job to fill now; some places require that a posting says so."),
          vacancies, OPENINGS),
  DATE ("fillBy", VAC_ROLE_FILL_BY, N_("To be filled by"),
        N_("The day by which you want to fill the job."), OPENINGS),
  LIST ("employmentType", VAC_ROLE_EMPLOYMENT_TYPES, N_("Employment types"),
        N_("The kinds of employment on offer, which job boards filter by."), &employment_type),
  TOGGLE ("seasonal", VAC_ROLE_SEASONAL, N_("Seasonal"),
          N_("Turn this on for a job of one season."), FALSE),
  FOLDED_RECORD ("contract", VAC_ROLE_CONTRACT, N_("Contract"),
                 N_("How long the job lasts, if it is not permanent."), contract_fields),
  FOLDED_RECORD ("hours", VAC_ROLE_HOURS, N_("Hours"),
                 N_("When the work is done, and how much of it."), hours_fields),
  FOLDED_LIST ("grades", VAC_ROLE_GRADES, N_("Grades"),
               N_("The grades or bands that the job may be filled at."), &grade),
  CHOICE ("workplace", VAC_ROLE_WORKPLACE, N_("Workplace"),
          N_("Whether the work is done on site, remotely, or both."), workplaces),
  INTEGER ("daysOnSite", VAC_ROLE_DAYS_ON_SITE, N_("Days on site a week"),
           N_("How many days a week of a hybrid job are spent on site."), 1, 7, PLACE),
  TEXT ("timeZones", VAC_ROLE_TIME_ZONES, N_("Time zones"),
        N_("The time zones to work in, for example UTC−5 to UTC−8."), PLACE),
  TEXT ("travel", VAC_ROLE_TRAVEL, N_("Travel"),
        N_("How much travel the job takes, for example up to 25%, mostly in Europe."), PLACE),
  { FIELD ("locations", LIST, VAC_ROLE_LOCATIONS, N_("Places of work"),
           N_("The sites where the work is done; candidates see city, region, and country.")),
    .element = &location, .placeholder = "location" },
  FOLDED_LIST ("remoteAreas", VAC_ROLE_AREAS, N_("Places of residence"),
               N_("Where remote staff may live; candidates and job boards read it."), &area),
  DATE ("posted", VAC_ROLE_POSTED, N_("Posted on"),
        N_("The day on which the posting is published; job boards require it.")),
  DATE ("closes", VAC_ROLE_CLOSES, N_("Closes on"),
        N_("The last day to apply, after which job boards stop showing the posting.")),
  SYNTAX ("closesTime", VAC_ROLE_CLOSES_TIME, N_("Closes at"),
          N_("The hour on the last day, as in 17:00; the end of the day if empty."),
          VAC_SYNTAX_TIME, HOUR),
  SYNTAX ("closesZone", VAC_ROLE_CLOSES_ZONE, N_("Time zone of the closing hour"),
          N_("The zone by its name in the tz database, for example Europe/London."),
          VAC_SYNTAX_ZONE, HOUR),
  DATE ("start", VAC_ROLE_START, N_("Start date"),
        N_("The first day of work, if it is fixed.")),
  TOGGLE ("startsNow", VAC_ROLE_STARTS_NOW, N_("Start as soon as possible"),
          N_("Turn this on if the person should start at once."), FALSE),
  RECORD ("experience", VAC_ROLE_EXPERIENCE, N_("Experience"),
          N_("The experience that the job requires."), experience_fields),
  RECORD ("education", VAC_ROLE_EDUCATION, N_("Education"),
          N_("The education that the job requires."), education_fields),
  FOLDED_LIST ("licences", VAC_ROLE_LICENCES, N_("Licenses and certificates"),
               N_("What somebody must hold to do the job."), &licence),
  FOLDED_LIST ("languages", VAC_ROLE_SPEECHES, N_("Languages"),
               N_("The languages that the job requires, and how well."), &speech),
  FOLDED_LIST ("skills", VAC_ROLE_SKILLS, N_("Skills as data"),
               N_("Skills for job boards and other programs, which read no bullets."), &skill),
  FOLDED_RECORD ("eligibility", VAC_ROLE_ELIGIBILITY, N_("Right to work"),
                 N_("Who may be hired."), eligibility_fields),
  RECORD ("apply", VAC_ROLE_APPLY, N_("How to apply"),
          N_("Where and how candidates apply."), apply_fields),
  FOLDED_LIST ("questions", VAC_ROLE_QUESTIONS, N_("Application questions"),
               N_("What applicants are asked when they apply."), &question),
  FOLDED_RECORD ("contact", VAC_ROLE_CONTACT, N_("Contact"),
                 N_("Whom candidates can ask."), contact_fields),
  FOLDED_RECORD ("statements", VAC_ROLE_STATEMENTS, N_("Statements"),
                 N_("What the posting ends with."), statements_fields),
  { FIELD ("pay", RECORD, VAC_ROLE_PAY, N_("Pay"),
           N_("The base pay, from which the pay line that candidates read is made.")),
    .fields = pay_fields, .placeholder = "pay" },
  END
};

