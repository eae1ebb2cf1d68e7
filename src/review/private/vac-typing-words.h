/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a word sounds like where it begins, to whoever puts an article before it. */
typedef enum
{
  VAC_SOUND_EITHER,       /* both are said, or nobody knows how it is spoken */
  VAC_SOUND_CONSONANT,
  VAC_SOUND_VOWEL,
} VacSound;

typedef struct _VacTypingWords VacTypingWords;

const VacTypingWords *vac_typing_words_get          (const char           *language);
gboolean              vac_typing_words_may_double   (const VacTypingWords *self,
                                                     const char           *word);
gboolean              vac_typing_words_have_article (const VacTypingWords *self);
VacSound              vac_typing_words_say          (const VacTypingWords *self,
                                                     const char           *word);
gboolean              vac_typing_words_follows_name (const VacTypingWords *self,
                                                     const char           *word,
                                                     gsize                 length);

G_END_DECLS
