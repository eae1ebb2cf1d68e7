/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the gate takes; the first one also lets a caller refuse a file before reading it. */
#define VAC_JSON_MAX_BYTES   (16 * 1024 * 1024)
#define VAC_JSON_MAX_DEPTH   64
#define VAC_JSON_MAX_MEMBERS 10000

/**
 * VacJsonType:
 *
 * The seven kinds of value of RFC 8259.
 */
typedef enum
{
  VAC_JSON_OBJECT,
  VAC_JSON_ARRAY,
  VAC_JSON_STRING,
  VAC_JSON_NUMBER,
  VAC_JSON_TRUE,
  VAC_JSON_FALSE,
  VAC_JSON_NULL,
} VacJsonType;

/**
 * VacJsonToken:
 * @type: the kind of value
 * @start: its first byte, from the beginning of the text without a byte order mark
 * @end: the byte after its last one; quotes and brackets are inside
 * @next: the index of the token after this value and everything in it
 * @count: members of an object or elements of an array, 0 for the rest
 * @is_escaped: of a string, whether a backslash is in it
 *
 * One value. The tokens lie in the order of the text: the first child of a container at index i
 * is i + 1, the one after child c is `tokens[c].next`. In an object names (strings) and values
 * alternate.
 */
typedef struct
{
  VacJsonType type;
  guint32     start;
  guint32     end;
  guint32     next;
  guint32     count : 31;
  guint32     is_escaped : 1;
} VacJsonToken;

typedef struct _VacJson VacJson;

VacJson            *vac_json_parse             (GBytes      *bytes,
                                                GError     **error);
VacJson            *vac_json_parse_data        (GBytes      *bytes,
                                                GError     **error);
VacJson            *vac_json_ref               (VacJson     *self);
void                vac_json_unref             (VacJson     *self);
const VacJsonToken *vac_json_get_tokens        (VacJson     *self,
                                                gsize       *n_tokens);
gboolean            vac_json_had_bom           (VacJson     *self);
char               *vac_json_dup_string        (VacJson     *self,
                                                guint        index);
gboolean            vac_json_string_equals     (VacJson     *self,
                                                guint        index,
                                                const char  *text);
gboolean            vac_json_get_integer       (VacJson     *self,
                                                guint        index,
                                                gint64      *value);
const char         *vac_json_get_raw           (VacJson     *self,
                                                guint        index,
                                                gsize       *length);
char               *vac_json_dup_raw           (VacJson     *self,
                                                guint        index);
void                vac_json_get_position      (VacJson     *self,
                                                guint        index,
                                                guint       *line,
                                                guint       *column);
void                vac_json_append_string     (GString     *out,
                                                const char  *text);
void                vac_json_append_reindented (GString     *out,
                                                const char  *raw,
                                                guint        indent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacJson, vac_json_unref)

G_END_DECLS
