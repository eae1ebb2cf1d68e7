/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "vac-cli.h"
#include "vac-in-order.h"

G_BEGIN_DECLS

/* For the options of a verb that reads many files; @jobs is an int that is 0 before. */
#define VAC_CLI_JOBS_ENTRY(jobs) \
  { "jobs", 'j', 0, G_OPTION_ARG_INT, (jobs), \
    N_("How many files to work on at once; if not given, as many as there are processors"), \
    N_("NUMBER") }

gboolean vac_cli_check_batch (const VacVerb    *verb,
                              char            **files,
                              int               jobs);
void     vac_cli_batch       (guint             n,
                              int               jobs,
                              const VacInOrder *steps,
                              gpointer          user_data);

G_END_DECLS
