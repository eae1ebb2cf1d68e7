/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-schema"

#include "config.h"

#include <string.h>

#include "vac-schema-private.h"
#include "vac-table-kind.h"

/* This and the other files of the schema are the only place that spells member names of the format.
 * A field's members stand in the order in which they are written. */

#define LONGEST_REFERENCE 4000   /* to a file */

static const VacChoice audiences[] = {
  { VAC_AUDIENCE_ID_CANDIDATE, N_("Candidates") },
  { VAC_AUDIENCE_ID_TEAM, N_("The team") },
  { NULL }
};

static const VacChoice statuses[] = {
  { VAC_STATUS_DRAFT, N_("Draft") },
  { VAC_STATUS_IN_REVIEW, N_("In review") },
  { VAC_STATUS_APPROVED, N_("Approved") },
  /* Translators: a posting that candidates can apply to. */
  { VAC_STATUS_OPEN, N_("Open") },
  { VAC_STATUS_CLOSED, N_("Closed") },
  { VAC_STATUS_ARCHIVED, N_("Archived") },
  { NULL }
};

static const VacChoice bases[] = {
  { VAC_BASIS_SHARE, N_("Share of the range") },
  { VAC_BASIS_AMOUNT, N_("Amount") },
  { NULL }
};

static const VacChoice designs[] = {
  /* Translators: the name of a design of the printed posting, as are the next two. */
  { VAC_DESIGN_CLASSIC, N_("Classic") },
  { VAC_DESIGN_MODERN, N_("Modern") },
  { VAC_DESIGN_COMPACT, N_("Compact") },
  { NULL }
};

/* The names of typefaces. */
static const VacChoice type_pairs[] = {
  { VAC_TYPE_PAIR_LATO, N_("Lato") },
  { VAC_TYPE_PAIR_OPEN_SANS, N_("Open Sans") },
  { VAC_TYPE_PAIR_CALADEA, N_("Caladea and Carlito") },
  { VAC_TYPE_PAIR_LIBERTINE, N_("Biolinum and Libertine") },
  { NULL }
};

static const VacField guide_fields[] = {
  TEXT ("id", VAC_ROLE_GUIDE_ID, N_("Guide"),
        N_("Names the guide for programs, for example on the command line.")),
  TEXT ("title", VAC_ROLE_GUIDE_TITLE, N_("Guide title"),
        N_("What the guide is called where you choose one.")),
  TEXT ("edition", VAC_ROLE_GUIDE_EDITION, N_("Edition"),
        N_("The edition of the guide, usually a year.")),
  TEXT ("summary", VAC_ROLE_GUIDE_SUMMARY, N_("Summary"),
        N_("What the guide is for, in a sentence or two, where you choose one.")),
  END
};

static const VacField assessed =
  TEXT (NULL, VAC_ROLE_ASSESSED, N_("Qualification"),
        N_("The id of a required qualification."));
#define ASSESSES \
  LIST ("assesses", VAC_ROLE_ASSESSES, N_("Assesses"), \
        N_("Which required qualifications it shows something of, for the team alone."), &assessed)

static const VacField item_fields[] = {
  TEXT ("id", VAC_ROLE_ITEM_ID, N_("Entry id"),
        N_("Names the entry within the file, so that questions can refer to it.")),
  TEXT ("label", VAC_ROLE_ITEM_LABEL, N_("Label"),
        N_("A short name for the entry, printed before its text.")),
  MARKED ("text", VAC_ROLE_ITEM_TEXT, N_("Text"),
          N_("What the entry says, best kept to a single thought.")),
  TOGGLE ("include", VAC_ROLE_ITEM_INCLUDE, N_("Include the entry"),
          N_("Turn this off to keep the entry in the file and out of the posting."), TRUE),
  PROSE ("listenFor", VAC_ROLE_ITEM_LISTEN_FOR, N_("What to listen for"),
         N_("What a good answer to the question holds, for the team alone.")),
  ASSESSES,
  TEXT ("origin", VAC_ROLE_ITEM_ORIGIN, N_("Origin"),
        N_("The id of the variation, or the title of the industry, that added the entry; for the "
           "team alone.")),
  END
};
static const VacField item =
  RECORD (NULL, VAC_ROLE_ITEM, N_("Item"),
          N_("One entry of a list: a bullet, a question, or a tip."), item_fields);

static const VacField reference_fields[] = {
  TEXT ("id", VAC_ROLE_REFERENCE_ID, N_("Shared text"),
        N_("The id of the shared text that the part is a copy of.")),
  INTEGER ("version", VAC_ROLE_REFERENCE_VERSION, N_("Version"),
           N_("The version of the shared text that the part is a copy of."), 1, G_MAXINT32),
  TEXT ("digest", VAC_ROLE_REFERENCE_DIGEST, N_("Digest"),
        N_("Stands for what that version says; the part was edited here if it says something "
           "else.")),
  END
};

/* A section and a subsection are the same but for the second level. */
#define SECTION_HEAD \
  TEXT ("id", VAC_ROLE_SECTION_ID, N_("Section id"), \
        N_("Names this part within the file, so that variations can refer to it.")), \
  TEXT ("title", VAC_ROLE_SECTION_TITLE, N_("Heading"), \
        N_("The heading of this part as it is printed.")), \
  CHOICE ("audience", VAC_ROLE_SECTION_AUDIENCE, N_("Audience"), \
          N_("Who reads this part; what is for the team stays out of what candidates see."), \
          audiences), \
  TOGGLE ("include", VAC_ROLE_SECTION_INCLUDE, N_("Include"), \
          N_("Turn this off to keep the part in the file and out of the posting."), TRUE), \
  PROSE ("advice", VAC_ROLE_SECTION_ADVICE, N_("Advice"), \
         N_("A hint for whoever edits this part, never printed for candidates.")), \
  MARKED ("text", VAC_ROLE_SECTION_TEXT, N_("Text"), \
          N_("Paragraphs, with a blank line between them.")), \
  LIST ("items", VAC_ROLE_SECTION_ITEMS, N_("Items"), \
        N_("Bullets, questions, or tips, in the order in which they are printed."), &item)
#define SECTION_TAIL \
  CHOICE ("table", VAC_ROLE_SECTION_TABLE, N_("Table"), \
          N_("What this part shows besides its own text: the pay, or one of the document’s " \
             "tables."), vac_table_choices), \
  RECORD ("sharedText", VAC_ROLE_REFERENCE, N_("Shared text"), \
          N_("Which shared text this part is a copy of, for the team alone."), reference_fields)

static const VacField subsection_fields[] = { SECTION_HEAD, SECTION_TAIL, END };
static const VacField subsection =
  RECORD (NULL, VAC_ROLE_SECTION, N_("Subsection"),
          N_("A part of a section, with a smaller heading of its own."), subsection_fields);

static const VacField section_fields[] = {
  SECTION_HEAD,
  LIST ("sections", VAC_ROLE_SUBSECTIONS, N_("Subsections"),
        N_("The parts of this section, with the second and last level of headings."), &subsection),
  SECTION_TAIL,
  END
};
static const VacField section =
  RECORD (NULL, VAC_ROLE_SECTION, N_("Section"),
          N_("A part of the document, with a heading of its own."), section_fields);

static const VacField addition_fields[] = {
  TEXT ("section", VAC_ROLE_ADDITION_SECTION, N_("Goes into"),
        N_("The part of the posting that receives the line.")),
  MARKED ("text", VAC_ROLE_ADDITION_TEXT, N_("Text"),
          N_("The line as candidates will read it.")),
  END
};
static const VacField addition =
  ENTRY (VAC_ROLE_ADDITION, N_("Addition"),
         N_("One line that the variation adds to the posting."),
         addition_fields, N_("Add Addition"), N_("Addition removed"));

static const VacField conflict =
  TEXT (NULL, VAC_ROLE_VARIATION_CONFLICT, N_("Conflicting variation"),
        N_("The id of a variation that says the opposite."));

static const VacField variation_fields[] = {
  TEXT ("id", VAC_ROLE_VARIATION_ID, N_("Variation id"),
        N_("The id of the subsection that shows this variation.")),
  TEXT ("title", VAC_ROLE_VARIATION_TITLE, N_("Variation"),
        N_("What the setting is called, for example Startup Environment.")),
  PROSE ("emphasize", VAC_ROLE_VARIATION_EMPHASIZE, N_("What to emphasize"),
         N_("What the posting should stress in this setting.")),
  PROSE ("highlight", VAC_ROLE_VARIATION_HIGHLIGHT, N_("What to highlight"),
         N_("What candidates should notice first in this setting.")),
  LIST ("additions", VAC_ROLE_ADDITIONS, N_("Additions"),
        N_("The lines that applying this variation adds to the posting."), &addition),
  LIST ("conflictsWith", VAC_ROLE_VARIATION_CONFLICTS, N_("Conflicts with"),
        N_("Variations that a posting should not be fitted to as well."), &conflict),
  END
};
static const VacField variation =
  RECORD (NULL, VAC_ROLE_VARIATION, N_("Variation"),
          N_("A setting that the posting can be fitted to, for example a startup."),
          variation_fields);

static const VacField requirement =
  PROSE (NULL, VAC_ROLE_INDUSTRY_REQUIREMENT, N_("Requirement"),
         N_("One thing that the industry asks of candidates."));
static const VacField industry_fields[] = {
  TEXT ("title", VAC_ROLE_INDUSTRY_TITLE, N_("Industry"),
        N_("The name of the industry, for example Healthcare.")),
  LIST ("requirements", VAC_ROLE_INDUSTRY_REQUIREMENTS, N_("Key requirements"),
        N_("What employers in this industry look for."), &requirement),
  PROSE ("aspect", VAC_ROLE_INDUSTRY_ASPECT, N_("Unique aspect"),
         N_("What sets the job apart in this industry.")),
  END
};
static const VacField industry =
  RECORD (NULL, VAC_ROLE_INDUSTRY, N_("Industry"),
          N_("What one industry asks for, a row of the industry table."), industry_fields);

static const VacField level_fields[] = {
  TEXT ("name", VAC_ROLE_LEVEL_NAME, N_("Level"),
        N_("What the level is called, for example Senior.")),
  MONEY ("from", VAC_ROLE_LEVEL_FROM, N_("From"),
         N_("Where the level begins: an amount, or a share of the range; the file counts "
            "tenths of a percent.")),
  MONEY ("to", VAC_ROLE_LEVEL_TO, N_("To"),
         N_("Where the level ends: an amount, or a share of the range; the file counts tenths "
            "of a percent.")),
  CHOICE ("basis", VAC_ROLE_LEVEL_BASIS, N_("Counted as"),
          N_("Whether the level’s ends are amounts of money or shares of the pay range."), bases),
  TOGGLE ("include", VAC_ROLE_LEVEL_INCLUDE, N_("Print in the posting"),
          N_("Turn this on to print the level in the posting."), FALSE),
  END
};
static const VacField level =
  ENTRY (VAC_ROLE_LEVEL, N_("Level"),
         N_("A level of seniority and the pay that belongs to it."),
         level_fields, N_("Add Level"), N_("Level removed"));

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
  ASSESSES,
  END
};
static const VacField criterion =
  ENTRY (VAC_ROLE_CRITERION, N_("Criterion"),
         N_("One quality that interviewers score, a row of the scorecard."),
         criterion_fields, N_("Add Criterion"), N_("Criterion removed"));

static const VacField assessment_fields[] = {
  TEXT ("title", VAC_ROLE_ASSESSMENT_TITLE, N_("Assessment"),
        N_("The heading of the scorecard.")),
  LIST ("criteria", VAC_ROLE_CRITERIA, N_("Criteria"),
        N_("What interviewers score, and how much each of it counts."), &criterion),
  END
};
static const VacField assessment =
  RECORD (NULL, VAC_ROLE_ASSESSMENT, N_("Assessment"),
          N_("A scorecard for the interview kit."), assessment_fields);

static const VacField asked =
  TEXT (NULL, VAC_ROLE_INTERVIEWER_ASKED, N_("Questions"),
        N_("The id of a part with questions."));
static const VacField interviewer_fields[] = {
  TEXT ("name", VAC_ROLE_INTERVIEWER_NAME, N_("Interviewer"),
        N_("Who holds the interview.")),
  TEXT ("focus", VAC_ROLE_INTERVIEWER_FOCUS, N_("Focus"),
        N_("What the interview is to find out, in a few words.")),
  INTEGER ("minutes", VAC_ROLE_INTERVIEWER_MINUTES, N_("Minutes"),
           N_("How long the interview takes."), 1, 600),
  LIST ("asks", VAC_ROLE_INTERVIEWER_ASKS, N_("Asks"),
        N_("The parts whose questions are asked; all of them, where none is named."), &asked),
  END
};
static const VacField interviewer =
  ENTRY (VAC_ROLE_INTERVIEWER, N_("Interview"),
         N_("One interview of the plan, with a sheet of its own in the interview kit."),
         interviewer_fields, N_("Add Interviewer"), N_("Interviewer removed"));

static const VacField interview_fields[] = {
  LIST ("plan", VAC_ROLE_PLAN, N_("Interview plan"),
        N_("Who asks what, and how long it takes."), &interviewer),
  END
};

static const VacField ignored_fields[] = {
  TEXT ("rule", VAC_ROLE_IGNORED_RULE, N_("Rule"),
        N_("The rule whose findings are not shown.")),
  TEXT ("context", VAC_ROLE_IGNORED_CONTEXT, N_("Words"),
        N_("The words around the only finding of the rule that is not shown; all are, where "
           "nothing is said.")),
  END
};
static const VacField ignored =
  RECORD (NULL, VAC_ROLE_IGNORED_FINDING, N_("Ignored finding"),
          N_("What the review found in the posting and somebody meant so."), ignored_fields);

static const VacField reviewed_fields[] = {
  TEXT ("section", VAC_ROLE_REVIEWED_SECTION, N_("Section"),
        N_("The id of the part that was marked; nothing stands for the job’s details.")),
  TEXT ("digest", VAC_ROLE_REVIEWED_DIGEST, N_("Digest"),
        N_("Stands for what the part said then; the mark counts for as long as it says that.")),
  END
};
static const VacField reviewed =
  RECORD (NULL, VAC_ROLE_REVIEWED_PART, N_("Reviewed part"),
          N_("A part of the posting that somebody marked as reviewed."), reviewed_fields);

static const VacField review_fields[] = {
  LIST ("ignored", VAC_ROLE_IGNORED, N_("Ignored findings"),
        N_("What the review does not tell of this posting again."), &ignored),
  LIST ("reviewed", VAC_ROLE_REVIEWED, N_("Reviewed parts"),
        N_("Which parts of the posting somebody marked as reviewed."), &reviewed),
  END
};

static const VacField shared_fields[] = {
  TEXT ("id", VAC_ROLE_SHARED_ID, N_("Shared text"),
        N_("Names the shared text for postings that use it.")),
  TEXT ("title", VAC_ROLE_SHARED_TITLE, N_("Title"),
        N_("What the shared text is called where you choose one.")),
  TEXT ("topic", VAC_ROLE_SHARED_KIND, N_("Kind"),
        N_("What the shared text is about, for example equal-opportunity, or a word of your own.")),
  SYNTAX ("country", VAC_ROLE_SHARED_COUNTRY, N_("Country"),
          N_("The country that the shared text is for; nothing stands for any."),
          VAC_SYNTAX_COUNTRY),
  INTEGER ("version", VAC_ROLE_SHARED_VERSION, N_("Version"),
           N_("Counts what the shared text has said so far, from 1."), 1, G_MAXINT32),
  DATE ("changedOn", VAC_ROLE_SHARED_CHANGED, N_("Changed on"),
        N_("The day on which the shared text came to say what it says.")),
  TOGGLE ("locked", VAC_ROLE_SHARED_LOCKED, N_("Ask before editing"),
          N_("Turn this on to be asked before the text is edited in a posting."), FALSE),
  TEXT ("note", VAC_ROLE_SHARED_NOTE, N_("Note"),
        N_("What whoever uses the shared text should know, for example that it is a draft.")),
  END
};

static const VacField look_fields[] = {
  CHOICE ("design", VAC_ROLE_LOOK_DESIGN, N_("Design"),
          N_("How pages, the web page, and the Word file are laid out."), designs,
          .otherwise = VAC_DESIGN_CLASSIC),
  SYNTAX ("accentColor", VAC_ROLE_LOOK_ACCENT, N_("Accent color"),
          N_("The color of the band, of headings, or of the pay; nothing stands for the design’s "
             "own."), VAC_SYNTAX_COLOUR),
  CHOICE ("typefaces", VAC_ROLE_LOOK_TYPE, N_("Type"),
          N_("The typefaces of headings and of text."), type_pairs,
          .otherwise = VAC_TYPE_PAIR_LATO),
  END
};

static const VacField document_fields[] = {
  TEXT ("format", VAC_ROLE_FORMAT, N_("Format"),
        N_("Tells a posting from other JSON.")),
  INTEGER ("version", VAC_ROLE_VERSION, N_("Version"),
           N_("The version of the file format; newer ones open for reading only."), 1, G_MAXINT32),
  SYNTAX ("language", VAC_ROLE_LANGUAGE, N_("Language of the posting"),
          N_("The language that the posting is written in; dates, amounts, and set phrases follow "
          "it."),
          VAC_SYNTAX_LANGUAGE),
  RECORD ("guide", VAC_ROLE_GUIDE, N_("Guide"),
          N_("The guide that the document is or was made from."), guide_fields),
  RECORD ("sharedText", VAC_ROLE_SHARED_TEXT, N_("Shared text"),
          N_("What the document is if it is no posting: a text that postings have copies of, its "
             "first section."), shared_fields),
  CHOICE ("status", VAC_ROLE_STATUS, N_("Status"),
          N_("How far the posting has come, for the team alone; candidates and job boards never "
             "see it."), statuses, .otherwise = VAC_STATUS_DRAFT),
  DATE ("statusSince", VAC_ROLE_STATUS_SINCE, N_("In this status since"),
        N_("The day on which the posting took its status, for the team alone.")),
  { FIELD ("duplicateOf", TEXT, VAC_ROLE_DUPLICATE_OF, N_("Duplicate of"),
           N_("The file that the posting is a duplicate of, by name and a key; for the team "
              "alone.")),
    .maximum = LONGEST_REFERENCE },
  RECORD ("job", VAC_ROLE_JOB, N_("Job details"),
          N_("The facts of the job, for candidates and job boards."), vac_schema_job_fields),
  LIST ("sections", VAC_ROLE_SECTIONS, N_("Sections"),
        N_("The parts of the document, in the order in which they are printed."), &section),
  LIST ("variations", VAC_ROLE_VARIATIONS, N_("Variations"),
        N_("Settings that the posting can be fitted to."), &variation),
  LIST ("industries", VAC_ROLE_INDUSTRIES, N_("Industries"),
        N_("What single industries ask for."), &industry),
  RECORD ("salaries", VAC_ROLE_SALARIES, N_("Salaries"),
          N_("What the market pays for the job, place by place."), vac_schema_salaries_fields),
  LIST ("levels", VAC_ROLE_LEVELS, N_("Levels"),
        N_("Levels of seniority and the pay that belongs to them."), &level),
  LIST ("assessments", VAC_ROLE_ASSESSMENTS, N_("Assessments"),
        N_("Scorecards for the interview kit, one for each kind of interview."), &assessment),
  RECORD ("interview", VAC_ROLE_INTERVIEW, N_("Interview"),
          N_("How candidates are interviewed, for the team alone."), interview_fields),
  RECORD ("review", VAC_ROLE_REVIEW, N_("Review"),
          N_("What was decided in the review of the posting; none of it is for candidates."),
          review_fields),
  RECORD ("look", VAC_ROLE_LOOK, N_("Look"),
          N_("How the posting looks wherever it is not plain text."), look_fields),
  END
};
static const VacField document =
  RECORD (NULL, VAC_ROLE_DOCUMENT, N_("Posting"),
          N_("A job posting, or a hiring guide that nobody has changed yet."), document_fields);

/**
 * vac_schema_get_root:
 *
 * Returns: (transfer none): the schema of a whole document
 */
const VacField *
vac_schema_get_root (void)
{
  return &document;
}

static void
collect_roles (const VacField  *field,
               const VacField **by_role)
{
  if (by_role[field->role] == NULL)
    by_role[field->role] = field;
  if (field->element != NULL)
    collect_roles (field->element, by_role);
  for (const VacField *member = field->fields; member != NULL && member->name != NULL; member++)
    collect_roles (member, by_role);
}

/* Of the members of a document that stand in no list. */
static void
collect_owners (const VacField  *record,
                const VacField **owners)
{
  for (const VacField *member = record->fields; member->name != NULL; member++)
    {
      if (member->role != VAC_ROLE_NONE && owners[member->role] == NULL)
        owners[member->role] = record;
      if (member->kind == VAC_KIND_RECORD)
        collect_owners (member, owners);
    }
}

/**
 * vac_schema_get_owner:
 * @root: what a document is: vac_schema_get_root() or vac_schema_get_rating()
 * @role: a role
 *
 * Returns: (transfer none) (nullable): the record of such a document that has a member of that role
 *   and stands in no list itself; %NULL when there is none
 */
const VacField *
vac_schema_get_owner (const VacField *root,
                      VacRole         role)
{
  static const VacField *of_posting[VAC_N_ROLES], *of_rating[VAC_N_ROLES];
  static gsize initialised;

  g_return_val_if_fail (root != NULL && role < VAC_N_ROLES, NULL);

  if (g_once_init_enter (&initialised))
    {
      collect_owners (&document, of_posting);
      collect_owners (vac_schema_get_rating (), of_rating);
      g_once_init_leave (&initialised, 1);
    }

  return root == &document ? of_posting[role] : of_rating[role];
}

static const VacField **
get_roles (void)
{
  static const VacField *by_role[VAC_N_ROLES];
  static gsize initialised;

  if (g_once_init_enter (&initialised))
    {
      collect_roles (&document, by_role);
      collect_roles (vac_schema_get_rating (), by_role);
      g_once_init_leave (&initialised, 1);
    }

  return by_role;
}

/**
 * vac_schema_get_field:
 * @role: a role
 *
 * For %VAC_ROLE_SECTION and what it holds this is the field of a first-level section, which has
 * all the members of a second-level one.
 *
 * Returns: (transfer none): the field with that role
 */
const VacField *
vac_schema_get_field (VacRole role)
{
  g_return_val_if_fail (role > VAC_ROLE_NONE && role < VAC_N_ROLES, NULL);

  return get_roles ()[role];
}

/**
 * vac_schema_find_placeholder:
 * @name: what stands between the braces, not necessarily ended by NUL
 * @length: how many bytes of @name count
 *
 * Returns: (transfer none) (nullable): the field that fills it
 */
const VacField *
vac_schema_find_placeholder (const char *name,
                             gsize       length)
{
  const VacField **by_role = get_roles ();

  for (guint i = 1; i < VAC_N_ROLES; i++)
    {
      const char *placeholder = by_role[i] != NULL ? by_role[i]->placeholder : NULL;

      if (placeholder != NULL && strlen (placeholder) == length &&
          memcmp (placeholder, name, length) == 0)
        return by_role[i];
    }

  return NULL;
}
