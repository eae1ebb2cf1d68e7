/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-cli-file.h"
#include "vac-finding.h"

G_BEGIN_DECLS

/* How findings are written for other programs: some text, an element for each, some text. */
typedef struct
{
  const char *before;
  const char *after;
  void      (*append) (GString          *out,
                       VacCliFile       *file,
                       const VacFinding *finding);
} VacCliReport;

extern const VacCliReport vac_cli_report_json;
extern const VacCliReport vac_cli_report_sarif;

guint vac_cli_findings_write (VacCliFile         *file,
                              GPtrArray          *findings,
                              VacSeverity         level,
                              const VacCliReport *report,
                              GString            *out);
char *vac_cli_report_finish  (const VacCliReport *self,
                              GString            *elements);

G_END_DECLS
