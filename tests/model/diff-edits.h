/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

/* Random edits of known kinds, the same for the same seed: a word or a value of a leaf becomes
 * another, an element comes, goes or takes another place. */

void diff_edits_make (VacDocument *document,
                      VacNode     *scope,
                      GRand       *random,
                      guint        n_edits);

G_END_DECLS
