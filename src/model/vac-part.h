/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

/* A part is what the outline of a document has an entry for: the job's details, a section, a
 * subsection. */
GPtrArray *vac_part_list_contents (VacDocument *document,
                                   VacNode     *part);
char      *vac_part_make_digest   (GPtrArray   *contents);
gboolean   vac_part_is_blank      (VacDocument *document,
                                   VacNode     *part);
gboolean   vac_part_has_unfilled  (VacDocument *document,
                                   VacNode     *part);

G_END_DECLS
