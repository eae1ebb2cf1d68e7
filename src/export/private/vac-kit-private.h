/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-outline-builder.h"
#include "vac-phrase.h"

G_BEGIN_DECLS

/* A line to fill in, and a box to tick: every format has these characters. */
#define VAC_KIT_BLANK "______________________________"
#define VAC_KIT_BOX   "☐"

/**
 * VacKitBuilder:
 * @document: whose kit it is
 * @outline: what is built
 * @language: of the document
 * @requirements: of the posting, as its candidates read them
 * @conditions: those of them that are met or not
 *
 * What the parts of a kit are built with.
 */
typedef struct
{
  VacDocument *document;
  VacOutline  *outline;
  const char  *language;
  char       **requirements;
  char       **conditions;
} VacKitBuilder;

const char *vac_kit_say          (VacKitBuilder *self,
                                  VacPhrase      phrase);
VacBlock   *vac_kit_add_labelled (VacKitBuilder *self,
                                  VacPhrase      label,
                                  const char    *text,
                                  VacNode       *node);
void        vac_kit_add_head     (VacKitBuilder *self,
                                  VacPhrase      title);
void        vac_kit_add_notes    (VacKitBuilder *self,
                                  VacNode       *node);
gboolean    vac_kit_is_condition (VacKitBuilder *self,
                                  const char    *requirement);
void        vac_kit_add_conditions (VacKitBuilder *self);
void        vac_kit_add_panel    (VacKitBuilder *self);

G_END_DECLS
