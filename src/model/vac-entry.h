/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

#define VAC_ENTRY_MOST 4   /* an amount, the other one of a range, a currency, a period */

/**
 * VacEntry:
 * @nodes: (element-type VacNode): the leaves that what was typed has a value for, the one that it
 *   was typed for first; borrowed from the document
 * @texts: their values as the document holds them
 * @n_values: how many there are
 */
typedef struct
{
  VacNode *nodes[VAC_ENTRY_MOST];
  char    *texts[VAC_ENTRY_MOST];
  guint    n_values;
} VacEntry;

gboolean  vac_entry_is_for   (const VacField  *field);
gboolean  vac_entry_read     (VacDocument     *document,
                              VacNode         *leaf,
                              const char      *text,
                              VacEntry        *entry,
                              GError         **error);
void      vac_entry_clear    (VacEntry        *entry);
gboolean  vac_entry_apply    (VacDocument     *document,
                              const VacEntry  *entry);
gboolean  vac_entry_set      (VacDocument     *document,
                              VacNode         *leaf,
                              const char      *value,
                              GError         **error);
gboolean  vac_entry_type     (VacDocument     *document,
                              VacNode         *leaf,
                              const char      *text,
                              char           **note,
                              GError         **error);
char     *vac_entry_keep     (VacNode         *leaf,
                              const char      *text);
char     *vac_entry_announce (const VacEntry  *entry);
char     *vac_entry_show     (VacDocument     *document,
                              VacNode         *leaf);
const char *vac_entry_get_currency (VacDocument *document,
                              VacNode         *leaf);
gboolean  vac_entry_check_digits (VacDocument *document,
                              VacNode         *leaf,
                              GError         **error);
char     *vac_entry_explain  (VacDocument     *document,
                              VacNode         *leaf);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VacEntry, vac_entry_clear)

G_END_DECLS
