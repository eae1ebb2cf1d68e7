/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

/**
 * VacGuide:
 * @id: what the command line calls it; no two have the same
 * @edition_of: what it calls itself: the editions of a guide in several languages say the same
 * @language: the language that it is written in, a BCP 47 tag
 * @title: what a person calls it, with its edition
 * @name: the same without its edition
 * @edition: usually a year; may be empty
 * @summary: what it is for, in a sentence or two; may be empty
 * @file: (nullable): the user's file; %NULL for a guide that is built in
 * @bytes: the document
 */
typedef struct
{
  char   *id;
  char   *edition_of;
  char   *language;
  char   *title;
  char   *name;
  char   *edition;
  char   *summary;
  GFile  *file;
  GBytes *bytes;
} VacGuide;

/**
 * VacGuideProblem:
 * @file: a file in the user's guide folder that is not a guide
 * @error: why
 */
typedef struct
{
  GFile  *file;
  GError *error;
} VacGuideProblem;

typedef struct _VacGuideLibrary VacGuideLibrary;

VacGuideLibrary *vac_guide_library_new          (const char      *user_folder);
void             vac_guide_library_free         (VacGuideLibrary *self);
GPtrArray       *vac_guide_library_get_guides   (VacGuideLibrary *self);
GPtrArray       *vac_guide_library_get_problems (VacGuideLibrary *self);
const VacGuide  *vac_guide_library_find         (VacGuideLibrary *self,
                                                 const char      *id);
const VacGuide  *vac_guide_library_find_edition (VacGuideLibrary *self,
                                                 const char      *edition_of,
                                                 const char      *language);
int              vac_guide_compare_languages    (const char      *a,
                                                 const char      *b);
VacDocument     *vac_guide_open                 (const VacGuide  *guide,
                                                 GError         **error);
char            *vac_guide_get_user_folder      (void);
VacDocument     *vac_guide_make                 (VacDocument     *document,
                                                 const char      *id,
                                                 const char      *title);
GFile           *vac_guide_propose_file         (const char      *user_folder,
                                                 const char      *title,
                                                 char           **id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacGuideLibrary, vac_guide_library_free)

G_END_DECLS
