/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-draft.h"
#include "vac-json.h"

G_BEGIN_DECLS

/* A value that is not there. The root of a text is no member, so that its index is free. */
#define VAC_NO_VALUE 0

/**
 * VacPlace:
 * @parent: the container that a value is in
 * @position: as which of its elements, from 0; of a member 0
 *
 * Where a value of data stands.
 */
typedef struct
{
  guint parent;
  guint position;
} VacPlace;

/**
 * VacSource:
 * @json: (borrowed): the text
 * @tokens: its values; all functions name a value by its index among them
 * @used: by value: whether it was read, with everything in it or by itself
 * @places: (nullable): by value: where it stands
 * @ids: (nullable): the objects that others refer to, by their "@id"
 * @followed: how much was read of objects that others refer to, in bytes
 * @posting: the object that is read now; paths begin there
 * @draft: (borrowed): what it becomes
 * @given: by role: how many elements have got a value for it, from the first one on
 * @budget: how many values of lists may still be read of @posting
 * @said: the words of the texts in @draft, as vac_data_text_fold() has them
 * @language: (nullable): what vac_source_get_language() has found
 *
 * Data of another program, and how far it has been read.
 */
typedef struct
{
  VacJson            *json;
  const VacJsonToken *tokens;
  guint8             *used;
  VacPlace           *places;
  GHashTable         *ids;
  gsize               followed;
  guint               posting;
  VacDraft           *draft;
  guint               given[VAC_N_ROLES];
  guint               budget;
  GString            *said;
  const char         *language;
} VacSource;

VacSource *vac_source_new         (VacJson     *json);
void       vac_source_free        (VacSource   *self);
void       vac_source_begin       (VacSource   *self,
                                   guint        posting,
                                   GPtrArray   *drafts);
void       vac_source_end         (VacSource   *self);
gboolean   vac_source_require     (GPtrArray   *drafts,
                                   GError     **error);

gboolean   vac_source_is          (VacSource   *self,
                                   guint        value,
                                   VacJsonType  type);
gboolean   vac_source_is_filled   (VacSource   *self,
                                   guint        value);
guint      vac_source_get         (VacSource   *self,
                                   guint        object,
                                   const char  *name);
guint      vac_source_follow      (VacSource   *self,
                                   guint        value);
guint      vac_source_get_length  (VacSource   *self,
                                   guint        value);
guint      vac_source_get_first   (VacSource   *self,
                                   guint        array);
guint      vac_source_get_next    (VacSource   *self,
                                   guint        array,
                                   guint        element);
guint      vac_source_get_name    (VacSource   *self,
                                   guint        thing);
char      *vac_source_dup_line    (VacSource   *self,
                                   guint        value);
char      *vac_source_dup_member  (VacSource   *self,
                                   guint        object,
                                   const char  *name);
char      *vac_source_dup_path    (VacSource   *self,
                                   guint        value);

void       vac_source_use         (VacSource   *self,
                                   guint        value);
void       vac_source_use_whole   (VacSource   *self,
                                   guint        value);
void       vac_source_add_fact    (VacSource   *self,
                                   VacRole      role,
                                   guint        index,
                                   const char  *text,
                                   guint        value);
void       vac_source_add_words   (VacSource   *self,
                                   VacRole      role,
                                   guint        index,
                                   const char  *text,
                                   guint        value);
const char *vac_source_get_language (VacSource  *self);
void       vac_source_add_heading (VacSource   *self,
                                   VacHeading   heading,
                                   const char  *text,
                                   guint        value);
gboolean   vac_source_has_fact    (VacSource   *self,
                                   VacRole      role,
                                   const char  *text);
gboolean   vac_source_has_said    (VacSource   *self,
                                   const char  *text);
void       vac_source_add_text    (VacSource   *self,
                                   const char  *text,
                                   guint        value);

static inline gboolean
vac_source_is_container (VacSource *self,
                         guint      value)
{
  return self->tokens[value].type == VAC_JSON_OBJECT || self->tokens[value].type == VAC_JSON_ARRAY;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacSource, vac_source_free)

G_END_DECLS
