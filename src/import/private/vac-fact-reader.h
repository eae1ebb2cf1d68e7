/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"
#include "vac-recognition-private.h"

G_BEGIN_DECLS

/* Where a fact is read: a span of a part's text. */
typedef struct
{
  VacRecognition *recognition;
  VacDocument    *scratch;     /* in the language of the posting, to read values as a form would */
  VacHeading      region;      /* what the section is that it stands in */
  guint           part;
  gsize           start;       /* the span that is gone when the fact is taken */
  gsize           length;
  gsize           seen;        /* how much text facts were looked for in, in bytes */
} VacFactReader;

gboolean vac_fact_read_labelled  (VacFactReader *self,
                                  VacLabel       label,
                                  const char    *text);
gboolean vac_fact_read_pay       (VacFactReader *self,
                                  const char    *text);
gboolean vac_fact_read_arrangement (VacFactReader *self,
                                  const char    *text);
gboolean vac_fact_read_places    (VacFactReader *self,
                                  const char    *text,
                                  guint          index);
gboolean vac_fact_looks_like_place (VacFactReader *self,
                                  const char    *text);
gboolean vac_fact_read_duration  (VacFactReader *self,
                                  VacRole        role,
                                  const char    *text);
gboolean vac_fact_read_share     (VacFactReader *self,
                                  VacRole        role,
                                  const char    *text);
gboolean vac_fact_read_pay_at_share (VacFactReader *self,
                                  const char    *label);
gboolean vac_fact_read_items     (VacFactReader *self,
                                  VacRole        role,
                                  const char    *text);
gboolean vac_fact_read_grades    (VacFactReader *self,
                                  VacRole        role,
                                  const char    *text);
gboolean vac_fact_read_areas     (VacFactReader *self,
                                  VacRole        role,
                                  const char    *text);
gboolean vac_fact_read_education (VacFactReader *self,
                                  VacRole        role,
                                  const char    *text);
gboolean vac_fact_read_speeches  (VacFactReader *self,
                                  VacRole        role,
                                  const char    *text);
gboolean vac_fact_is             (VacFactReader *self,
                                  VacRole        role,
                                  const char    *text);
gboolean vac_fact_add            (VacFactReader *self,
                                  VacRole        role,
                                  guint          index,
                                  const char    *value,
                                  gboolean       exact);
guint    vac_fact_count          (VacFactReader *self,
                                  VacRole        role);
void     vac_fact_read_addresses (VacFactReader *self,
                                  guint          position);
void     vac_fact_read_title     (VacFactReader *self);
void     vac_fact_take_members   (VacFactReader *self);
void     vac_fact_check_pay      (VacRecognition *recognition);
VacNode *vac_import_reach        (VacDocument   *document,
                                  VacRole        role,
                                  guint          index);

G_END_DECLS
