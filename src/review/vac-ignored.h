/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-finding.h"

G_BEGIN_DECLS

gboolean vac_ignored_add_here  (VacDocument      *document,
                                const VacFinding *finding);
gboolean vac_ignored_add_rule  (VacDocument      *document,
                                const VacFinding *finding);
gboolean vac_ignored_has       (VacDocument      *document,
                                const VacFinding *finding);
gboolean vac_ignored_take_back (VacDocument      *document,
                                const VacFinding *finding);
guint    vac_ignored_count     (VacDocument      *document);
gboolean vac_ignored_clear     (VacDocument      *document);

G_END_DECLS
