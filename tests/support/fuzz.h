/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Files that are damaged by the thousand: the same ones every time; "-m slow" goes on for longer,
 * from another beginning. */

/* In bytes; a file may grow to twice of it. */
#define FUZZ_LONGEST 40000

typedef struct
{
  GRand     *rand;
  GPtrArray *seeds;       /* of GBytes */
} Fuzz;

void        fuzz_init         (Fuzz        *self,
                               const char **names);
void        fuzz_clear        (Fuzz        *self);
guint       fuzz_below        (Fuzz        *self,
                               gsize        limit);
guint       fuzz_n_rounds     (void);
const char *fuzz_get_value    (Fuzz        *self);
void        fuzz_damage_bytes (Fuzz        *self,
                               GString     *text);
GBytes     *fuzz_make_bytes   (Fuzz        *self,
                               gboolean     well_formed);

G_END_DECLS
