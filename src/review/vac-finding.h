/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-node.h"

G_BEGIN_DECLS

/**
 * VacSeverity:
 * @VAC_SEVERITY_ERROR: the posting is wrong or cannot be used as it stands
 * @VAC_SEVERITY_WARNING: it can, but a candidate or a job board misses something
 * @VAC_SEVERITY_HINT: nothing is wrong; something could be added
 */
typedef enum
{
  VAC_SEVERITY_ERROR,
  VAC_SEVERITY_WARNING,
  VAC_SEVERITY_HINT,
} VacSeverity;

/**
 * VacFindingGroup:
 * @VAC_FINDING_FACTS: facts of the job that are missing or contradict one another
 * @VAC_FINDING_STRUCTURE: values of the wrong form, and what refers to something that is not there
 * @VAC_FINDING_BOARDS: what job boards miss
 *
 * What a finding is about, in the order in which lists show it.
 */
typedef enum
{
  VAC_FINDING_FACTS,
  VAC_FINDING_STRUCTURE,
  VAC_FINDING_BOARDS,
  VAC_N_FINDING_GROUPS
} VacFindingGroup;

/**
 * VacFinding:
 * @id: names the rule that found it: "facts.job.title", "structure.type", "boards.datePosted". It
 *   stays the same from version to version and whatever the language
 * @severity: how bad it is
 * @group: what it is about
 * @node: the place in the document to go to; a reference
 * @start: where in @node's text it begins, in bytes
 * @length: how many bytes of that text it is about; 0 for @node as a whole
 * @source: (nullable): the title of the outside document that says so; %NULL for a rule of our own
 * @sentence: what is wrong, translated
 * @suggestion: (nullable): what the place could hold instead, as @node's text
 */
typedef struct
{
  char            *id;
  VacSeverity      severity;
  VacFindingGroup  group;
  VacNode         *node;
  gsize            start;
  gsize            length;
  const char      *source;
  char            *sentence;
  char            *suggestion;
} VacFinding;

void        vac_finding_free            (VacFinding      *self);
GPtrArray  *vac_finding_array_new       (void);
const char *vac_finding_group_get_id    (VacFindingGroup  group);
const char *vac_finding_group_get_label (VacFindingGroup  group);
const char *vac_severity_get_id         (VacSeverity      severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacFinding, vac_finding_free)

G_END_DECLS
