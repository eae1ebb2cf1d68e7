/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-own-length.h"
#include "vac-recent-list.h"

G_BEGIN_DECLS

#define VAC_TYPE_OWN_POSTINGS (vac_own_postings_get_type ())

G_DECLARE_FINAL_TYPE (VacOwnPostings, vac_own_postings, VAC, OWN_POSTINGS, GObject)

VacOwnPostings *vac_own_postings_new  (VacRecentList    *recent);
void            vac_own_postings_look (VacOwnPostings   *self,
                                       GFile            *file);
void            vac_own_postings_add  (VacOwnPostings   *self,
                                       VacDocument      *document,
                                       const VacMeasure *measure,
                                       GPtrArray        *measures);

G_END_DECLS
