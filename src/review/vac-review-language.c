/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-language"

#include "config.h"

#include "vac-review-language.h"

/*
 * vac_review_get_language:
 *
 * Returns: (transfer none): the BCP 47 tag of the language whose words the posting is searched for:
 *   English where the posting names none
 */
const char *
vac_review_get_language (VacDocument *document)
{
  const char *language = vac_document_get_text (document, VAC_ROLE_LANGUAGE);

  return *language != '\0' ? language : "en";
}
