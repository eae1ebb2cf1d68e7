/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-schema-rating"

#include "config.h"

#include "vac-schema-private.h"

/* What a file with the ratings of one candidate holds. It is about a person, so it is a file of its
 * own: nothing of it stands in a posting. The criteria are copies of the posting's. */

static const VacField criterion_fields[] = {
  TEXT ("title", VAC_ROLE_CRITERION_TITLE, N_("Criterion"),
        N_("What interviewers score, in a few words.")),
  INTEGER ("weight", VAC_ROLE_CRITERION_WEIGHT, N_("Weight"),
           N_("The share of the score in percent; the weights of a scorecard add up to 100."),
           0, 100),
  PROSE ("weak", VAC_ROLE_CRITERION_WEAK, N_("Weak evidence"),
         N_("What interviewers see or hear from a candidate who falls short.")),
  PROSE ("good", VAC_ROLE_CRITERION_GOOD, N_("Good evidence"),
         N_("What interviewers see or hear from a candidate who meets the bar.")),
  PROSE ("strong", VAC_ROLE_CRITERION_STRONG, N_("Strong evidence"),
         N_("What interviewers see or hear from a candidate who stands out.")),
  INTEGER ("rating", VAC_ROLE_CRITERION_RATING, N_("Rating"),
           N_("From 1, weak, to 4, strong; nothing where it was not rated."), 1, 4),
  PROSE ("evidence", VAC_ROLE_CRITERION_EVIDENCE, N_("Evidence"),
         N_("What was seen or heard, on which the rating rests.")),
  END
};
static const VacField criterion =
  RECORD (NULL, VAC_ROLE_CRITERION, N_("Criterion"),
          N_("One quality that interviewers score, a row of the scorecard."), criterion_fields);

static const VacField assessment_fields[] = {
  TEXT ("title", VAC_ROLE_ASSESSMENT_TITLE, N_("Assessment"),
        N_("The heading of the scorecard.")),
  LIST ("criteria", VAC_ROLE_CRITERIA, N_("Criteria"),
        N_("What interviewers score, and how much each of it counts."), &criterion),
  END
};
static const VacField assessment =
  RECORD (NULL, VAC_ROLE_ASSESSMENT, N_("Assessment"),
          N_("A scorecard with the ratings of one candidate."), assessment_fields);

static const VacField rating_fields[] = {
  TEXT ("format", VAC_ROLE_RATING_FORMAT, N_("Format"),
        N_("Tells a rating from other JSON.")),
  INTEGER ("version", VAC_ROLE_RATING_VERSION, N_("Version"),
           N_("The version of the file format; newer ones open for reading only."), 1, G_MAXINT32),
  SYNTAX ("language", VAC_ROLE_LANGUAGE, N_("Language of the posting"),
          N_("The language that the posting is written in."), VAC_SYNTAX_LANGUAGE),
  TEXT ("job", VAC_ROLE_RATING_JOB, N_("Job"),
        N_("The title of the job that the candidate applied for.")),
  TEXT ("candidate", VAC_ROLE_RATING_CANDIDATE, N_("Candidate"),
        N_("Whose ratings these are. Initials or a number say less about a person than a name.")),
  TEXT ("interviewer", VAC_ROLE_RATING_INTERVIEWER, N_("Interviewer"),
        N_("Who rated.")),
  DATE ("date", VAC_ROLE_RATING_DATE, N_("Date of the interview"),
        N_("The day of the interview.")),
  DATE ("deleteAfter", VAC_ROLE_RATING_DELETE_AFTER, N_("Delete after"),
        N_("The day after which nobody needs the ratings any more.")),
  LIST ("assessments", VAC_ROLE_ASSESSMENTS, N_("Assessments"),
        N_("The scorecards, with their ratings."), &assessment),
  PROSE ("note", VAC_ROLE_RATING_NOTE, N_("Note"),
         N_("What else the panel should know.")),
  END
};
static const VacField rating =
  RECORD (NULL, VAC_ROLE_RATING, N_("Rating"),
          N_("What one interviewer found in one candidate."), rating_fields);

/**
 * vac_schema_get_rating:
 *
 * Returns: (transfer none): the schema of a file with the ratings of a candidate
 */
const VacField *
vac_schema_get_rating (void)
{
  return &rating;
}
