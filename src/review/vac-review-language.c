/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-language"

#include "config.h"

#include <string.h>

#include "vac-review-text.h"

/*
 * vac_review_text_speaks:
 * @self: a text
 * @language: a language without a region
 *
 * Returns: whether it is in that language, of whatever region
 */
gboolean
vac_review_text_speaks (const VacReviewText *self,
                        const char          *language)
{
  const gsize length = strlen (language);

  return self->language != NULL && g_ascii_strncasecmp (self->language, language, length) == 0 &&
         !g_ascii_isalnum (self->language[length]);
}
