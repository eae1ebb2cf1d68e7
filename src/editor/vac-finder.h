/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-search.h"

G_BEGIN_DECLS

#define VAC_FINDER_NONE G_MAXUINT

#define VAC_TYPE_FINDER (vac_finder_get_type ())

G_DECLARE_FINAL_TYPE (VacFinder, vac_finder, VAC, FINDER, GObject)

VacFinder      *vac_finder_new           (void);
void            vac_finder_set_document  (VacFinder       *self,
                                          VacDocument     *document);
void            vac_finder_set_words     (VacFinder       *self,
                                          const char      *words,
                                          VacPatternFlags  flags,
                                          VacSearchScope   scope);
void            vac_finder_set_place     (VacFinder       *self,
                                          VacNode         *node,
                                          gsize            start);
guint           vac_finder_get_n_matches (VacFinder       *self);
guint           vac_finder_get_current   (VacFinder       *self);
const VacMatch *vac_finder_get_match     (VacFinder       *self);
const VacMatch *vac_finder_step          (VacFinder       *self,
                                          int              direction);
GArray         *vac_finder_find_in       (VacFinder       *self,
                                          VacNode         *node);
gboolean        vac_finder_replace       (VacFinder       *self,
                                          const char      *replacement,
                                          GError         **error);
void            vac_finder_replace_all   (VacFinder       *self,
                                          const char      *replacement,
                                          VacReplaced     *result);

G_END_DECLS
