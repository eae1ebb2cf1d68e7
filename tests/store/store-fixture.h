/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A temporary folder with one file's path in it. */
typedef struct
{
  char  *folder;   /* owned */
  char  *path;     /* owned */
  GFile *file;     /* owned */
} StoreFixture;

void    store_fixture_init           (StoreFixture *self);
void    store_fixture_clear          (StoreFixture *self);
char   *store_fixture_path           (StoreFixture *self,
                                      const char   *name);

void    store_put                    (const char   *path,
                                      const char   *text);
void    store_assert_holds           (const char   *path,
                                      const char   *text);
guint   store_count_entries          (const char   *folder);
GBytes *store_bytes                  (const char   *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StoreFixture, store_fixture_clear)

G_END_DECLS
