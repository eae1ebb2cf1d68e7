/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-json.h"

G_BEGIN_DECLS

/* What the parser and the parsed text share. */

gboolean vac_json_parse_tokens     (const char *data,
                                    gsize       length,
                                    gboolean    list_allowed,
                                    GArray     *tokens,
                                    GError    **error);
void     vac_json_advance          (const char *data,
                                    gsize       from,
                                    gsize       to,
                                    guint      *line,
                                    guint      *column);
int      vac_json_read_unit        (const char *bytes,
                                    gsize       length);
gboolean vac_json_read_integer     (const char *text,
                                    gsize       length,
                                    gint64     *value);
void     vac_json_append_unescaped (GString    *out,
                                    const char *text,
                                    gsize       length);

static inline gboolean
vac_json_is_high_surrogate (int unit)
{
  return unit >= 0xd800 && unit <= 0xdbff;
}

static inline gboolean
vac_json_is_low_surrogate (int unit)
{
  return unit >= 0xdc00 && unit <= 0xdfff;
}

G_END_DECLS
