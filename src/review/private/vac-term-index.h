/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _VacTermIndex VacTermIndex;

/**
 * VacTermStart:
 * @number: that of a pattern
 * @start: where in a text it may begin, in bytes
 */
typedef struct
{
  guint number;
  gsize start;
} VacTermStart;

VacTermIndex *vac_term_index_new  (void);
void          vac_term_index_free (VacTermIndex       *self);
void          vac_term_index_add  (VacTermIndex       *self,
                                   const char         *pattern,
                                   guint               number);
void          vac_term_index_find (const VacTermIndex *self,
                                   const char         *text,
                                   GArray             *starts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacTermIndex, vac_term_index_free)

G_END_DECLS
