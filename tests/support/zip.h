/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A member of a zip file; without a name, the last one. One without content is left out. */
typedef struct
{
  const char *name;
  const char *content;
} ZipPart;

GBytes *zip_make (const ZipPart *parts);

G_END_DECLS
