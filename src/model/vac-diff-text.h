/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-diff.h"
#include "vac-word-break.h"

G_BEGIN_DECLS

/* The words of two texts, for whoever shows texts that are made of several fields. */
GArray *vac_diff_text_spans (VacWordBreak *breaks,
                             const char   *a,
                             const char   *b);

G_END_DECLS
