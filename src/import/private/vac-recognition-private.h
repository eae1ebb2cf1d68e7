/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-recognition.h"

G_BEGIN_DECLS

/* No part of the draft. */
#define VAC_NO_PART G_MAXUINT

struct _VacRecognition
{
  VacDraft  *draft;      /* borrowed; outlives the recognition */
  char      *language;
  GPtrArray *facts;      /* of VacFoundFact */
  GPtrArray *sections;   /* of VacFoundSection */
  guint      title;      /* the part that is the title, or VAC_NO_PART */
};

void          vac_recognise_sections (VacRecognition *self);
void          vac_recognise_facts    (VacRecognition *self);
VacFoundFact *vac_found_fact_add     (VacRecognition *self,
                                      VacRole         role,
                                      guint           index,
                                      const char     *value);
gboolean      vac_recognition_says   (VacRecognition *self,
                                      VacRole         role);

G_END_DECLS
