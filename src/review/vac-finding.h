/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

/**
 * VacSeverity:
 * @VAC_SEVERITY_ERROR: the posting is wrong, offends, or cannot be used as it stands
 * @VAC_SEVERITY_LEGAL: a rule of a place, which is named, says otherwise
 * @VAC_SEVERITY_WARNING: it can, but a candidate or a job board misses something
 * @VAC_SEVERITY_HINT: nothing is wrong; something could be added
 */
typedef enum
{
  VAC_SEVERITY_ERROR,
  VAC_SEVERITY_LEGAL,
  VAC_SEVERITY_WARNING,
  VAC_SEVERITY_HINT,
  VAC_N_SEVERITIES
} VacSeverity;

/**
 * VacFindingGroup:
 * @VAC_FINDING_FACTS: facts of the job that are missing or contradict one another
 * @VAC_FINDING_STRUCTURE: values of the wrong form, and what refers to something that is not there
 * @VAC_FINDING_PAY: what the pay transparency rules of a place ask for
 * @VAC_FINDING_WORDING: words that exclude somebody, or say nothing
 * @VAC_FINDING_READABILITY: sentences and lists that are hard to read
 * @VAC_FINDING_SPELLING: words that no dictionary has
 * @VAC_FINDING_TYPING: doubled words, brackets, spaces
 * @VAC_FINDING_BOARDS: what job boards miss
 *
 * What a finding is about, in the order in which lists show it.
 */
typedef enum
{
  VAC_FINDING_FACTS,
  VAC_FINDING_STRUCTURE,
  VAC_FINDING_PAY,
  VAC_FINDING_WORDING,
  VAC_FINDING_READABILITY,
  VAC_FINDING_SPELLING,
  VAC_FINDING_TYPING,
  VAC_FINDING_BOARDS,
  VAC_N_FINDING_GROUPS
} VacFindingGroup;

/**
 * VacFinding:
 * @id: names the rule that found it: "facts.job.title", "wording.rockstar", "boards.datePosted". It
 *   stays the same from version to version and whatever the language
 * @severity: how bad it is
 * @group: what it is about
 * @node: the place in the document to go to; a reference
 * @start: where in @node's text it begins, in bytes
 * @length: how many bytes of that text it is about; 0 for @node as a whole
 * @words: (nullable): those bytes as readers see them, as they were found
 * @source: (nullable): the title of the outside document that says so; %NULL for a rule of our own
 * @source_uri: (nullable): where that document is read
 * @source_date: (nullable): when it was looked at, or since when it holds; an ISO 8601 date
 * @sentence: what is wrong, in the language of the interface; where the rule is one of words, in
 *   the language of the words
 * @suggestions: (nullable): %NULL-ended: what could stand instead of those bytes, the best first;
 *   an empty one takes them out
 */
typedef struct
{
  char            *id;
  VacSeverity      severity;
  VacFindingGroup  group;
  VacNode         *node;
  gsize            start;
  gsize            length;
  char            *words;
  char            *source;
  char            *source_uri;
  char            *source_date;
  char            *sentence;
  char           **suggestions;
} VacFinding;

VacFinding *vac_finding_copy            (const VacFinding *self);
void        vac_finding_free            (VacFinding      *self);
GPtrArray  *vac_finding_array_new       (void);
const char *vac_finding_group_get_id    (VacFindingGroup  group);
const char *vac_finding_group_get_label (VacFindingGroup  group);
const char *vac_severity_get_id         (VacSeverity      severity);
gboolean    vac_severity_find           (const char      *id,
                                         VacSeverity     *severity);
VacFinding *vac_finding_add             (GPtrArray       *findings,
                                         VacFindingGroup  group,
                                         const char      *name,
                                         VacSeverity      severity,
                                         VacNode         *node,
                                         const char      *sentence);
void        vac_finding_set_span        (VacFinding      *self,
                                         gsize            start,
                                         gsize            length);
void        vac_finding_suggest         (VacFinding      *self,
                                         const char      *text);
gboolean    vac_finding_take            (VacFinding      *self,
                                         VacDocument     *document,
                                         guint            suggestion);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacFinding, vac_finding_free)

G_END_DECLS
