/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

gboolean   vac_interview_is_question (VacNode     *node);
GPtrArray *vac_interview_list_parts  (VacDocument *document);
gboolean   vac_interview_asks        (VacNode     *interviewer,
                                      VacNode     *part);

G_END_DECLS
