/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Codes that stand for something that has a name in every language. */
typedef enum
{
  VAC_CODE_COUNTRY,    /* ISO 3166-1 alpha-2 */
  VAC_CODE_CURRENCY,   /* ISO 4217 */
  VAC_CODE_LANGUAGE,   /* BCP 47 */
  VAC_CODE_ZONE,       /* the tz database */
} VacCodeKind;

char **vac_code_names_list        (VacCodeKind  kind);
const char *const *vac_code_names_get_regional (void);
char  *vac_code_names_get         (VacCodeKind  kind,
                                   const char  *code,
                                   const char  *language);
char  *vac_code_names_get_short   (const char  *country,
                                   const char  *language);
char  *vac_code_names_find        (VacCodeKind  kind,
                                   const char  *name,
                                   const char  *language);

G_END_DECLS
