/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-import-tables.h"

G_BEGIN_DECLS

/* What data/salary-tables.ini says; constant once it is read. */
typedef struct
{
  GKeyFile   *file;
  GPtrArray  *tables;          /* of VacImportTable */
  GHashTable *names;           /* simplified title → Name */
  GHashTable *noise;           /* sets of simplified words */
  GHashTable *between;
  GHashTable *before;
  GHashTable *from;
  GHashTable *up_to;
  GHashTable *upward;
  GHashTable *capitals;
  GHashTable *per;
  GHashTable *nations;
  GHashTable *means;
  GHashTable *periods;         /* simplified word → period + 1 */
  GHashTable *weak_years;
  GHashTable *currency_words;  /* simplified word → code or sign */
  GStrv       currencies;      /* codes */
} VacImportData;

const VacImportData *vac_import_get_data     (void);
guint                vac_import_match_words  (GHashTable          *table,
                                              GStrv                words,
                                              guint                at,
                                              gpointer            *value);
guint                vac_import_match_beside (const VacImportData *data,
                                              GStrv                words,
                                              guint                at);

G_END_DECLS
