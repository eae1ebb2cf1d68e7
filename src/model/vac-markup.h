/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-pattern.h"

G_BEGIN_DECLS

/**
 * VacEmphasis:
 * @start: where it begins in what a reader sees, in bytes
 * @end: where it ends
 * @uri: (nullable): where a link leads, as vac_link_make_safe() makes it; %NULL for what is bold
 *
 * A part of a text that is bold or a link. Of two parts one is within the other, or they have
 * nothing in common.
 */
typedef struct
{
  gsize start;
  gsize end;
  char *uri;
} VacEmphasis;

typedef struct _VacMarkup VacMarkup;

VacMarkup    *vac_markup_new          (const char      *stored);
VacMarkup    *vac_markup_copy         (const VacMarkup *self);
void          vac_markup_free         (VacMarkup       *self);
const char   *vac_markup_get_text     (const VacMarkup *self);
const GArray *vac_markup_get_parts    (const VacMarkup *self);
gsize         vac_markup_to_stored    (const VacMarkup *self,
                                       gsize            offset);
gsize         vac_markup_to_stored_end (const VacMarkup *self,
                                       gsize            offset);
gsize         vac_markup_from_stored  (const VacMarkup *self,
                                       gsize            offset);

gboolean      vac_markup_get_sign     (const VacMarkup *self,
                                       guint            position,
                                       gsize           *start,
                                       gsize           *end);

gboolean      vac_markup_is_plain     (const char      *text);
char         *vac_markup_escape       (const char      *text);
char         *vac_markup_write        (const char      *text,
                                       const GArray    *parts);
char         *vac_markup_splice_all   (const char      *stored,
                                       const GArray    *passages,
                                       const char      *text);
char         *vac_markup_splice       (const char      *stored,
                                       gsize            start,
                                       gsize            end,
                                       const char      *text);
char         *vac_markup_toggle_bold  (const char      *stored,
                                       gsize           *start,
                                       gsize           *end);
char         *vac_markup_set_link     (const char      *stored,
                                       gsize           *start,
                                       gsize           *end,
                                       const char      *uri);
char         *vac_markup_find_link    (const char      *stored,
                                       gsize           *start,
                                       gsize           *end);

GArray       *vac_emphasis_array_new  (void);
GArray       *vac_emphasis_array_copy (const GArray    *parts);
GArray       *vac_emphasis_array_tidy (const GArray    *ranges,
                                       const char      *text);
void          vac_emphasis_follow     (GArray          *parts,
                                       const char      *text,
                                       const char      *cleaned);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacMarkup, vac_markup_free)

G_END_DECLS
