/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-library-index"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vac-error.h"
#include "vac-library-index.h"
#include "vac-library-words.h"

/* The file of the index, which holds nothing that cannot be read again from the postings.
 *
 * It may be deleted, damaged, made by another version, or in use by another program at any time.
 * What is damaged or of another version is thrown away and begins empty. Where no file can be
 * written, the index is in memory for as long as the program runs.
 *
 * Programs share it in SQLite's journal mode WAL: whoever reads waits for nobody, and whoever
 * writes, does so in short transactions. */

/* To be counted up with every change to what is kept. */
#define STAMP "3 " VAC_VERSION

/* How long to wait for another program, in milliseconds. */
#define PATIENCE 10000

/* How often to ask whether somebody still wants the answer, in steps of SQLite's machine. */
#define STEPS 20000

struct _VacLibraryIndex
{
  char      *path;

  GMutex     mutex;     /* guards what follows */
  sqlite3   *db;        /* NULL while it is closed */
  dev_t      device;    /* of the file that is open */
  ino_t      inode;
  gboolean   in_memory;
  guint      age;
};

static const char schema[] =
  "CREATE TABLE stamp (value TEXT NOT NULL);"
  "CREATE TABLE postings (id INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE,"
  " size INTEGER, mtime INTEGER, ctime INTEGER, inode INTEGER, device INTEGER,"
  " hidden INTEGER, title TEXT, employer TEXT, place TEXT, pay TEXT, status TEXT, since TEXT,"
  " closes TEXT, findings INTEGER, copies TEXT, error TEXT);"
  "CREATE VIRTUAL TABLE words USING fts5 (body, prefix='1 2 3',"
  " tokenize=\"" VAC_LIBRARY_TOKENS "\");"
  "INSERT INTO stamp VALUES ('" STAMP "');";

/* Opening */

static gboolean
is_damage (int code)
{
  return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
}

/* SQLITE_ERROR: there are tables, and none with a stamp. */
static gboolean
is_of_no_use (int code)
{
  return is_damage (code) || (code & 0xff) == SQLITE_ERROR || (code & 0xff) == SQLITE_FORMAT;
}

static void
close_db (VacLibraryIndex *self)
{
  sqlite3_close_v2 (self->db);
  self->db = NULL;
}

static void
delete_files (VacLibraryIndex *self)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (self->path, suffixes[i], NULL);

      g_unlink (path);
    }
}

/* Returns: SQLITE_ROW when the index has the stamp of this version, SQLITE_DONE when it is empty,
 * or an error */
static int
check_stamp (sqlite3 *db)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (db, "SELECT count(*) FROM sqlite_master", -1, &statement, NULL);
  gboolean empty;

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  empty = code == SQLITE_ROW && sqlite3_column_int (statement, 0) == 0;
  sqlite3_finalize (statement);
  if (code != SQLITE_ROW || empty)
    return code == SQLITE_ROW ? SQLITE_DONE : code;

  statement = NULL;
  code = sqlite3_prepare_v2 (db, "SELECT value FROM stamp", -1, &statement, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_DONE ||
      (code == SQLITE_ROW &&
       g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), STAMP) != 0))
    code = SQLITE_FORMAT;
  sqlite3_finalize (statement);

  return code;
}

/* Two programs may find it empty at once; the second one finds what the first one has made. */
static int
fill_empty (sqlite3 *db)
{
  int code = sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL);

  if (code != SQLITE_OK)
    return code;
  code = check_stamp (db);
  if (code == SQLITE_DONE)
    code = sqlite3_exec (db, schema, NULL, NULL, NULL);
  if (code == SQLITE_OK || code == SQLITE_ROW)
    code = sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
  else
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);

  return code;
}

static int
prepare (sqlite3 *db)
{
  int code;

  sqlite3_extended_result_codes (db, 1);
  sqlite3_busy_timeout (db, PATIENCE);
  /* File systems without shared memory keep their own mode. */
  sqlite3_exec (db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY;",
                NULL, NULL, NULL);
  code = check_stamp (db);

  return code == SQLITE_DONE ? fill_empty (db) : code == SQLITE_ROW ? SQLITE_OK : code;
}

/* Postings are nobody else's business, whatever the umask. */
static gboolean
create_file (VacLibraryIndex *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  struct stat status;
  int fd;

  g_mkdir_with_parents (folder, 0700);
  fd = open (self->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0600);
  if (fd < 0)
    return FALSE;
  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
    {
      close (fd);
      return FALSE;
    }
  self->device = status.st_dev;
  self->inode = status.st_ino;
  close (fd);

  return TRUE;
}

static int
open_file (VacLibraryIndex *self,
           const char      *name)
{
  int code = sqlite3_open_v2 (name, &self->db,
                              SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX,
                              NULL);

  if (code == SQLITE_OK)
    code = prepare (self->db);
  if (code != SQLITE_OK)
    close_db (self);

  return code;
}

static int
open_new (VacLibraryIndex *self)
{
  int code;

  self->age++;
  code = create_file (self) ? open_file (self, self->path) : SQLITE_CANTOPEN;
  self->in_memory = code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY;

  return self->in_memory ? open_file (self, ":memory:") : code;
}

static int
start_over (VacLibraryIndex *self)
{
  close_db (self);
  delete_files (self);

  return open_new (self);
}

static int
open_db (VacLibraryIndex *self)
{
  int code = create_file (self) ? open_file (self, self->path) : SQLITE_CANTOPEN;

  if (code == SQLITE_OK || (code & 0xff) == SQLITE_BUSY)
    return code;

  return is_of_no_use (code) ? start_over (self) : open_new (self);
}

/* Somebody may have deleted the file, or put another one in its place. */
static gboolean
has_moved (VacLibraryIndex *self)
{
  struct stat status;

  return !self->in_memory && (stat (self->path, &status) != 0 || status.st_dev != self->device ||
                              status.st_ino != self->inode);
}

static int
ensure_open (VacLibraryIndex *self)
{
  if (self->db != NULL && has_moved (self))
    {
      close_db (self);
      self->age++;
    }

  return self->db != NULL ? SQLITE_OK : open_db (self);
}

/* Running */

static int
on_progress_cb (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static int
call (VacLibraryIndex *self,
      VacIndexFunc     func,
      gpointer         user_data,
      GCancellable    *cancellable)
{
  int code;

  if (cancellable != NULL)
    sqlite3_progress_handler (self->db, STEPS, on_progress_cb, cancellable);
  code = func (self->db, user_data);
  sqlite3_progress_handler (self->db, 0, NULL, NULL);
  /* Whatever went wrong in the middle of something. */
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return code;
}

static int
run (VacLibraryIndex *self,
     VacIndexFunc     func,
     gpointer         user_data,
     GCancellable    *cancellable)
{
  int code = ensure_open (self);

  if (code == SQLITE_OK)
    code = call (self, func, user_data, cancellable);
  if (!is_damage (code) || self->in_memory)
    return code;
  code = start_over (self);

  return code == SQLITE_OK ? call (self, func, user_data, cancellable) : code;
}

/**
 * vac_library_index_run:
 * @self: an index
 * @func: does something with it
 * @user_data: for @func
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * One at a time, from whatever thread. An index that turns out to be damaged is thrown away, and
 * @func called again.
 *
 * Returns: whether @func succeeded; otherwise the error is %G_IO_ERROR_CANCELLED or
 *   %VAC_ERROR_FAILED
 */
gboolean
vac_library_index_run (VacLibraryIndex *self,
                       VacIndexFunc     func,
                       gpointer         user_data,
                       GCancellable    *cancellable,
                       GError         **error)
{
  int code;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  g_mutex_lock (&self->mutex);
  code = run (self, func, user_data, cancellable);
  g_mutex_unlock (&self->mutex);
  if (code == SQLITE_OK || g_cancellable_set_error_if_cancelled (cancellable, error))
    return code == SQLITE_OK;

  g_set_error (error, VAC_ERROR, VAC_ERROR_FAILED, _("The index of postings cannot be used: %s"),
               sqlite3_errstr (code));

  return FALSE;
}

/**
 * vac_library_index_get_age:
 * @self: an index
 *
 * Returns: a number that is another one after the index has begun empty again
 */
guint
vac_library_index_get_age (VacLibraryIndex *self)
{
  guint age;

  g_mutex_lock (&self->mutex);
  age = self->age;
  g_mutex_unlock (&self->mutex);

  return age;
}

/**
 * vac_library_index_new:
 * @path: where the index is, or will be
 *
 * Returns: (transfer full): the index; nothing is opened yet
 */
VacLibraryIndex *
vac_library_index_new (const char *path)
{
  VacLibraryIndex *self = g_new0 (VacLibraryIndex, 1);

  self->path = g_strdup (path);
  g_mutex_init (&self->mutex);

  return self;
}

/**
 * vac_library_index_free:
 * @self: an index that nobody uses any more
 */
void
vac_library_index_free (VacLibraryIndex *self)
{
  close_db (self);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self);
}

/* What is in it */

/**
 * vac_library_index_get_end:
 * @folder: the path of a folder
 *
 * Paths in it are those that are more than @folder with a slash, and less than this.
 *
 * Returns: (transfer full): @folder followed by what comes after a slash
 */
char *
vac_library_index_get_end (const char *folder)
{
  const char *slash = g_str_has_suffix (folder, "/") ? folder + strlen (folder) - 1 : NULL;
  g_autofree char *stem = slash != NULL ? g_strndup (folder, (gsize) (slash - folder))
                                        : g_strdup (folder);

  return g_strconcat (stem, "0", NULL);
}

typedef struct
{
  const char *folder;
  GHashTable *prints;
} Listing;

static int
list (sqlite3  *db,
      gpointer  user_data)
{
  Listing *listing = user_data;
  g_autofree char *end = vac_library_index_get_end (listing->folder);
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (db, "SELECT path, size, mtime, ctime, inode, device FROM postings "
                                     "WHERE path > ?1 AND path < ?2", -1, &statement, NULL);

  g_hash_table_remove_all (listing->prints);
  if (code != SQLITE_OK)
    return code;
  sqlite3_bind_blob (statement, 1, listing->folder, (int) strlen (listing->folder), NULL);
  sqlite3_bind_blob (statement, 2, end, (int) strlen (end), NULL);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      VacFingerprint *print = g_new0 (VacFingerprint, 1);

      print->size = sqlite3_column_int64 (statement, 1);
      print->mtime = sqlite3_column_int64 (statement, 2);
      print->ctime = sqlite3_column_int64 (statement, 3);
      print->inode = sqlite3_column_int64 (statement, 4);
      print->device = sqlite3_column_int64 (statement, 5);
      g_hash_table_insert (listing->prints,
                           g_strndup (sqlite3_column_blob (statement, 0),
                                      (gsize) sqlite3_column_bytes (statement, 0)),
                           print);
    }
  sqlite3_finalize (statement);

  return code == SQLITE_DONE ? SQLITE_OK : code;
}

/**
 * vac_library_index_list:
 * @self: an index
 * @folder: the path of a folder
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the #VacFingerprint of each file that the index has of
 *   @folder and what it holds, by path; %NULL on error
 */
GHashTable *
vac_library_index_list (VacLibraryIndex *self,
                        const char      *folder,
                        GError         **error)
{
  g_autoptr (GHashTable) prints = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Listing listing = { folder, prints };

  return vac_library_index_run (self, list, &listing, NULL, error) ? g_steal_pointer (&prints)
                                                                   : NULL;
}

/* Changing it */

static void
bind_text (sqlite3_stmt *statement,
           int           number,
           const char   *text)
{
  sqlite3_bind_text (statement, number, text != NULL ? text : "", -1, SQLITE_STATIC);
}

static int
finish (sqlite3_stmt *statement)
{
  const int code = sqlite3_step (statement);

  sqlite3_reset (statement);

  return code == SQLITE_DONE ? SQLITE_OK : code;
}

typedef enum
{
  DELETE_WORDS,
  DELETE_POSTING,
  INSERT_POSTING,
  INSERT_WORDS,
  N_STATEMENTS
} Statement;

static const char *const statements[N_STATEMENTS] = {
  [DELETE_WORDS] = "DELETE FROM words WHERE rowid = (SELECT id FROM postings WHERE path = ?1)",
  [DELETE_POSTING] = "DELETE FROM postings WHERE path = ?1",
  [INSERT_POSTING] = "INSERT INTO postings VALUES (NULL, ?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
  [INSERT_WORDS] = "INSERT INTO words (rowid, body) VALUES (last_insert_rowid (), ?1)",
};

typedef struct
{
  GPtrArray *indexed;      /* of VacIndexed, or of paths to be removed */
  gboolean   removes;
} Change;

static int
delete_one (sqlite3_stmt **prepared,
            const char    *path)
{
  int code = SQLITE_OK;

  for (guint i = DELETE_WORDS; i <= DELETE_POSTING && code == SQLITE_OK; i++)
    {
      sqlite3_bind_blob (prepared[i], 1, path, (int) strlen (path), SQLITE_STATIC);
      code = finish (prepared[i]);
    }

  return code;
}

static int
insert_one (sqlite3_stmt    **prepared,
            const VacIndexed *indexed)
{
  sqlite3_stmt *insert = prepared[INSERT_POSTING];
  const VacLibraryFacts *facts = &indexed->posting->facts;
  const VacFingerprint *print = &indexed->print;
  int code;

  sqlite3_bind_blob (insert, 1, indexed->path, (int) strlen (indexed->path), SQLITE_STATIC);
  sqlite3_bind_int64 (insert, 2, print->size);
  sqlite3_bind_int64 (insert, 3, print->mtime);
  sqlite3_bind_int64 (insert, 4, print->ctime);
  sqlite3_bind_int64 (insert, 5, print->inode);
  sqlite3_bind_int64 (insert, 6, print->device);
  sqlite3_bind_int (insert, 7, indexed->posting->foreign);
  bind_text (insert, 8, facts->title);
  bind_text (insert, 9, facts->employer);
  bind_text (insert, 10, facts->place);
  bind_text (insert, 11, facts->pay);
  bind_text (insert, 12, facts->status);
  bind_text (insert, 13, facts->since);
  bind_text (insert, 14, facts->closes);
  sqlite3_bind_int64 (insert, 15, facts->n_findings);
  bind_text (insert, 16, facts->copies);
  sqlite3_bind_text (insert, 17, facts->error, -1, SQLITE_STATIC);
  code = finish (insert);
  if (code != SQLITE_OK || indexed->posting->foreign)
    return code;
  bind_text (prepared[INSERT_WORDS], 1, indexed->posting->words);

  return finish (prepared[INSERT_WORDS]);
}

static int
change_all (sqlite3_stmt **prepared,
            const Change  *change)
{
  int code = SQLITE_OK;

  for (guint i = 0; i < change->indexed->len && code == SQLITE_OK; i++)
    {
      gpointer item = g_ptr_array_index (change->indexed, i);

      code = delete_one (prepared, change->removes ? item : ((VacIndexed *) item)->path);
      if (code == SQLITE_OK && !change->removes)
        code = insert_one (prepared, item);
    }

  return code;
}

static int
perform (sqlite3  *db,
         gpointer  user_data)
{
  sqlite3_stmt *prepared[N_STATEMENTS] = { NULL };
  int code = SQLITE_OK;

  for (guint i = 0; i < N_STATEMENTS && code == SQLITE_OK; i++)
    code = sqlite3_prepare_v2 (db, statements[i], -1, &prepared[i], NULL);
  if (code == SQLITE_OK)
    code = sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  if (code == SQLITE_OK)
    code = change_all (prepared, user_data);
  for (guint i = 0; i < N_STATEMENTS; i++)
    sqlite3_finalize (prepared[i]);

  return code == SQLITE_OK ? sqlite3_exec (db, "COMMIT", NULL, NULL, NULL) : code;
}

/**
 * vac_library_index_put:
 * @self: an index
 * @indexed: (element-type VacIndexed): files with what they hold
 * @error: return location
 *
 * Puts them in, each in place of what the index has of its path, all or none.
 *
 * Returns: whether it worked
 */
gboolean
vac_library_index_put (VacLibraryIndex *self,
                       GPtrArray       *indexed,
                       GError         **error)
{
  Change change = { indexed, FALSE };

  return indexed->len == 0 || vac_library_index_run (self, perform, &change, NULL, error);
}

/**
 * vac_library_index_remove:
 * @self: an index
 * @paths: (element-type filename): paths of files
 * @error: return location
 *
 * Takes them out, all or none.
 *
 * Returns: whether it worked
 */
gboolean
vac_library_index_remove (VacLibraryIndex *self,
                          GPtrArray       *paths,
                          GError         **error)
{
  Change change = { paths, TRUE };

  return paths->len == 0 || vac_library_index_run (self, perform, &change, NULL, error);
}

/**
 * vac_indexed_free:
 * @data: a #VacIndexed that owns its path
 */
void
vac_indexed_free (gpointer data)
{
  VacIndexed *indexed = data;

  g_free (indexed->path);
  g_clear_pointer (&indexed->posting, vac_library_posting_free);
  g_free (indexed);
}
