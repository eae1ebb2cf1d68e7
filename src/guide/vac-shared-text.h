/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

#define VAC_SHARED_SUFFIX ".json"

/**
 * VacSharedText:
 * @id: what postings that use it call it; also the name of its file
 * @title: what a person calls it
 * @kind: the id of what it is about, or a word of the user's own; may be empty
 * @language: the language that it is written in, a BCP 47 tag
 * @country: the code of the country that it is for; may be empty
 * @note: what to know about it, for example that it is a draft; may be empty
 * @changed: since when it says what it says, an ISO 8601 date; may be empty
 * @version: counts what it has said so far, from 1
 * @locked: whether to ask before it is edited in a posting
 * @file: (nullable): the user's file; %NULL for a text that is built in
 * @bytes: the document
 */
typedef struct
{
  char    *id;
  char    *title;
  char    *kind;
  char    *language;
  char    *country;
  char    *note;
  char    *changed;
  gint64   version;
  gboolean locked;
  GFile   *file;
  GBytes  *bytes;
} VacSharedText;

VacSharedText *vac_shared_text_read          (GBytes              *bytes,
                                              GFile               *file,
                                              GError             **error);
void           vac_shared_text_free          (VacSharedText       *self);
VacDocument   *vac_shared_text_open          (const VacSharedText *self,
                                              GError             **error);
char          *vac_shared_text_dup_prose     (const VacSharedText *self);
guint          vac_shared_text_rank          (const VacSharedText *self,
                                              VacDocument         *posting);
VacDocument   *vac_shared_text_make_next     (const VacSharedText *self,
                                              VacDocument         *document);

guint          vac_shared_kind_get_n         (void);
const char    *vac_shared_kind_get_id        (guint                position);
const char    *vac_shared_kind_describe      (const char          *kind);
char          *vac_shared_text_describe_place (const VacSharedText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacSharedText, vac_shared_text_free)

G_END_DECLS
