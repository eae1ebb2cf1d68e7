/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-node.h"

G_BEGIN_DECLS

/**
 * VacSeverity:
 * @VAC_SEVERITY_ERROR: the posting is wrong or cannot be used as it stands
 * @VAC_SEVERITY_WARNING: it can, but a reader or a job board misses something
 * @VAC_SEVERITY_HINT: nothing is wrong; something could be added
 */
typedef enum
{
  VAC_SEVERITY_ERROR,
  VAC_SEVERITY_WARNING,
  VAC_SEVERITY_HINT,
} VacSeverity;

/**
 * VacFinding:
 * @severity: how bad it is
 * @node: (nullable): the place in the document to go to; a reference
 * @sentence: what is wrong, translated
 */
typedef struct
{
  VacSeverity  severity;
  VacNode     *node;
  char        *sentence;
} VacFinding;

VacFinding *vac_finding_new       (VacSeverity  severity,
                                   VacNode     *node,
                                   const char  *format,
                                   ...) G_GNUC_PRINTF (3, 4);
void        vac_finding_free      (VacFinding  *self);
GPtrArray  *vac_finding_array_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacFinding, vac_finding_free)

G_END_DECLS
