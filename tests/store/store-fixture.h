/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sys/types.h>

G_BEGIN_DECLS

#define STORE_OLD "{ \"old\": 1 }\n"
#define STORE_NEW "{ \"new\": 1, \"longer\": true }\n"

/* What stands at the fixture's path before a test. */
typedef enum
{
  STORE_NOTHING,
  STORE_FILE,
  STORE_READ_ONLY,
  STORE_HARD_LINKED,
  STORE_LINK,
  STORE_LINK_CHAIN,
  STORE_LINK_TO_NOTHING,
  STORE_RELATIVE_LINK_TO_NOTHING,
  STORE_LINK_TO_ITSELF,
  STORE_FOLDER,
  STORE_LINK_TO_FOLDER,
  STORE_PIPE,
} StorePresent;

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
mode_t  store_get_mode               (const char   *path);
GBytes *store_bytes                  (const char   *text);

void    store_make_present           (StoreFixture *fixture,
                                      StorePresent  present);
char   *store_describe_folder        (const char   *folder);
void    store_write_over             (StoreFixture *fixture);
void    store_refuse_over            (StoreFixture *fixture,
                                      int           code);

/* Writes STORE_NEW over what the fixture's path holds, as something about a person; if @known, over
 * what was read from it before. */
typedef void (*StoreWritePrivate) (StoreFixture *fixture,
                                   gboolean      known);

void    store_check_private          (StoreWritePrivate write_private);

/* Saves once, as whoever has the number; ends the program if it cannot. */
typedef void (*StoreSave) (StoreFixture *fixture,
                           guint         number,
                           guint         round);

void    store_race                   (StoreFixture *fixture,
                                      guint         n_savers,
                                      guint         n_rounds,
                                      StoreSave     save);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StoreFixture, store_fixture_clear)

G_END_DECLS
