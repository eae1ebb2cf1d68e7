/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean   vac_spelling_has     (const char *language);
gboolean   vac_spelling_knows   (const char *language,
                                 const char *word);
char     **vac_spelling_suggest (const char *language,
                                 const char *word);
void       vac_spelling_learn   (const char *language,
                                 const char *word);
void       vac_spelling_forget  (const char *language,
                                 const char *word);

G_END_DECLS
