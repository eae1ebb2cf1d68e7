/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VacLinkSpan:
 * @start: where a link begins in a text, in bytes
 * @end: where it ends
 * @uri: (transfer full): where it leads
 */
typedef struct
{
  gsize start;
  gsize end;
  char *uri;
} VacLinkSpan;

char    *vac_link_make_safe (const char  *uri);
char    *vac_link_from_typed (const char *text);
char    *vac_link_for_email (const char  *address);
gboolean vac_link_find      (const char  *text,
                             gsize        from,
                             VacLinkSpan *span);

G_END_DECLS
