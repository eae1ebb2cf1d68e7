/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For unicode61 of FTS5. */
#define VAC_LIBRARY_TOKENS "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"

char *vac_library_words_fold  (const char *text);
char *vac_library_words_match (const char *typed);

G_END_DECLS
