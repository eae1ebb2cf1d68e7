/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-finding.h"

G_BEGIN_DECLS

/* In the list of groups: all findings first, then the groups, then what is ignored. */
#define VAC_REVIEW_GROUPS_ALL     0
#define VAC_REVIEW_GROUPS_FIRST   1
#define VAC_REVIEW_GROUPS_IGNORED (VAC_REVIEW_GROUPS_FIRST + VAC_N_FINDING_GROUPS)

void  vac_review_groups_update       (GtkStringList *names,
                                      GPtrArray     *findings,
                                      guint          n_ignored);
char *vac_review_groups_dup_unknown  (const char    *language);

G_END_DECLS
