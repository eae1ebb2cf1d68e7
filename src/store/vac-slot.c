/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-slot"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "vac-error.h"
#include "vac-safe-file-private.h"
#include "vac-slot.h"
#include "vac-state-folder.h"

/* A file of a slot is a head of lines, an empty one, and the posting. The check sum is that of all
 * but its own line. */

#define FOLDER      "recovery"
#define FIRST_LINE  "vacancy-slot 1"
#define CHECK_SUM   "checksum "
#define LOCK_SUFFIX ".lock"
#define KEPT_SUFFIX ".damaged"
#define N_TURNS     2

/* The head holds an address and a few numbers. */
#define LONGEST_HEAD (64 * 1024)

static const char *const suffixes[N_TURNS] = { ".a", ".b" };

struct _VacSlot
{
  /* Owned */
  char    *folder;
  char    *id;
  int      lock;       /* descriptor */

  GMutex   mutex;      /* for everything below, and for the files */
  guint64  given;      /* sequence numbers */
  guint64  written;    /* the last of them whose contents are kept, or are not needed any more */
  guint    turn;       /* which file is written next */
  gboolean is_empty;   /* there is nothing but the lock */
};

/**
 * vac_slot_contents_free:
 * @self: (transfer full) (nullable): contents
 */
void
vac_slot_contents_free (VacSlotContents *self)
{
  if (self == NULL)
    return;
  g_free (self->uri);
  g_free (self->baseline);
  g_free (self->place);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static char *
make_path (VacSlot    *self,
           const char *suffix)
{
  g_autofree char *name = g_strconcat (self->id, suffix, NULL);

  return g_build_filename (self->folder, name, NULL);
}

static void
delete_file (VacSlot    *self,
             const char *suffix)
{
  g_autofree char *path = make_path (self, suffix);

  g_unlink (path);
}

/**
 * vac_slot_ensure_folder:
 * @error: return location for a #VacError
 *
 * Returns: (transfer full) (nullable): the folder in which the slots of this user are
 */
char *
vac_slot_ensure_folder (GError **error)
{
  return vac_state_folder_ensure (FOLDER, error);
}

/* Takes the lock, or fails because somebody else has it. A file system that knows no locks stops
 * nobody.
 *
 * Returns: (transfer full) (nullable) */
static VacSlot *
slot_lock (const char *folder,
           const char *id)
{
  g_autoptr (VacSlot) self = g_atomic_rc_box_new0 (VacSlot);
  g_autofree char *path = NULL;

  g_mutex_init (&self->mutex);
  self->folder = g_strdup (folder);
  self->id = g_strdup (id);
  path = make_path (self, LOCK_SUFFIX);
  self->lock = g_open (path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (self->lock < 0 || (flock (self->lock, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * vac_slot_new:
 * @folder: where slots are
 * @error: return location for a #VacError
 *
 * Returns: (transfer full) (nullable): an empty slot
 */
VacSlot *
vac_slot_new (const char  *folder,
              GError     **error)
{
  g_autofree char *id = g_uuid_string_random ();
  VacSlot *self;

  g_return_val_if_fail (folder != NULL, NULL);

  self = slot_lock (folder, id);
  if (self == NULL)
    g_set_error (error, VAC_ERROR, VAC_ERROR_FAILED, _("“%s” cannot be used: %s"), folder,
                 g_strerror (errno));
  else
    self->is_empty = TRUE;

  return self;
}

static void
slot_clear (gpointer data)
{
  VacSlot *self = data;

  if (self->is_empty)
    delete_file (self, LOCK_SUFFIX);
  vac_close_descriptor (&self->lock);
  g_mutex_clear (&self->mutex);
  g_free (self->folder);
  g_free (self->id);
}

/**
 * vac_slot_ref:
 * @self: a slot
 *
 * Returns: (transfer full): the same, also for another thread
 */
VacSlot *
vac_slot_ref (VacSlot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * vac_slot_unref:
 * @self: (transfer full) (nullable): a slot
 *
 * Whoever is the last lets go of the slot. What it holds stays for those who find it free.
 */
void
vac_slot_unref (VacSlot *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, slot_clear);
}

/* Returns: (transfer full) (nullable): the slot that a file belongs to, by its name */
static char *
get_id (const char *name)
{
  static const char *const all[] = { ".a", ".b", LOCK_SUFFIX };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_str_has_suffix (name, all[i]))
      {
        g_autofree char *id = g_strndup (name, strlen (name) - strlen (all[i]));

        return g_uuid_string_is_valid (id) ? g_steal_pointer (&id) : NULL;
      }

  return NULL;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * vac_slot_find_free:
 * @folder: where slots are
 *
 * Looks for slots that nobody holds: what programs left behind that ended without being asked. They
 * are held from now on.
 *
 * Returns: (transfer full) (element-type VacSlot): the slots, in a lasting order
 */
GPtrArray *
vac_slot_find_free (const char *folder)
{
  GPtrArray *slots = g_ptr_array_new_with_free_func ((GDestroyNotify) vac_slot_unref);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *id = get_id (name);

      if (id == NULL || g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
        g_free (id);
      else
        g_ptr_array_add (ids, id);
    }
  g_ptr_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    {
      VacSlot *slot = slot_lock (folder, g_ptr_array_index (ids, i));

      if (slot != NULL)
        g_ptr_array_add (slots, slot);
    }

  return slots;
}

/**
 * vac_slot_next:
 * @self: a slot
 *
 * Returns: a sequence number for contents that are taken now
 */
guint64
vac_slot_next (VacSlot *self)
{
  guint64 sequence;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->mutex);
  sequence = ++self->given;
  g_mutex_unlock (&self->mutex);

  return sequence;
}

static char *
add_up (const char *head,
        GBytes     *bytes)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);

  g_checksum_update (sum, (const guchar *) head, -1);
  g_checksum_update (sum, data, (gssize) size);

  return g_strdup (g_checksum_get_string (sum));
}

static GBytes *
seal (const VacSlotContents *contents)
{
  g_autofree char *place = g_strescape (contents->place != NULL ? contents->place : "", NULL);
  g_autofree char *head = g_strdup_printf (
      FIRST_LINE "\nsequence %" G_GUINT64_FORMAT "\nfile %s\nbaseline %s\nplace %s\nlength %"
      G_GSIZE_FORMAT "\n", contents->sequence, contents->uri != NULL ? contents->uri : "",
      contents->baseline != NULL ? contents->baseline : "", place,
      g_bytes_get_size (contents->bytes));
  g_autofree char *sum = add_up (head, contents->bytes);
  GByteArray *array = g_byte_array_new ();
  g_autofree char *rest = g_strconcat (CHECK_SUM, sum, "\n\n", NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (contents->bytes, &size);

  g_byte_array_append (array, (const guint8 *) head, strlen (head));
  g_byte_array_append (array, (const guint8 *) rest, strlen (rest));
  if (size > 0)
    g_byte_array_append (array, data, size);

  return g_byte_array_free_to_bytes (array);
}

/**
 * vac_slot_write:
 * @self: a slot
 * @contents: what to keep
 * @error: return location for a #VacError
 *
 * Keeps @contents instead of those before, which stay until the new ones are safe. What is older
 * than what is kept, or was taken before the slot was last discarded, is not needed any more.
 * Blocks; may be called in any thread.
 *
 * Returns: whether @contents, or later ones, will outlast a power cut
 */
gboolean
vac_slot_write (VacSlot               *self,
                const VacSlotContents *contents,
                GError               **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (self != NULL && contents != NULL, FALSE);

  sealed = seal (contents);
  locker = g_mutex_locker_new (&self->mutex);
  if (contents->sequence <= self->written)
    return TRUE;
  path = make_path (self, suffixes[self->turn]);
  self->is_empty = FALSE;
  if (!vac_state_file_write (path, sealed, error))
    return FALSE;
  self->written = contents->sequence;
  self->turn = (self->turn + 1) % N_TURNS;

  return TRUE;
}

/* Returns: (transfer none) (nullable): what follows @label in the line at *@at, which then is the
 * next one */
static char *
take_line (char      **at,
           const char *label)
{
  char *value = *at;
  char *end = *at != NULL ? strchr (*at, '\n') : NULL;

  if (end == NULL || !g_str_has_prefix (value, label))
    return NULL;
  *end = '\0';
  *at = end + 1;

  return value + strlen (label);
}

/* Returns: (transfer full) (nullable): what a file of a slot holds, if it is whole */
static VacSlotContents *
unseal (GBytes *sealed)
{
  g_autoptr (VacSlotContents) contents = g_new0 (VacSlotContents, 1);
  gsize size;
  const char *data = g_bytes_get_data (sealed, &size);
  const char *end = size > 0 ? g_strstr_len (data, MIN (size, LONGEST_HEAD), "\n\n") : NULL;
  g_autofree char *lines = end != NULL ? g_strndup (data, end + 1 - data) : NULL;
  char *at = lines;
  g_autofree char *head = NULL;
  g_autofree char *sum = NULL;
  const char *sequence, *uri, *baseline, *place, *length, *stated;

  if (end == NULL || strlen (lines) != (gsize) (end + 1 - data))
    return NULL;
  stated = strstr (lines, "\n" CHECK_SUM);
  if (stated == NULL)
    return NULL;
  head = g_strndup (lines, stated + 1 - lines);
  if (take_line (&at, FIRST_LINE) == NULL || (sequence = take_line (&at, "sequence ")) == NULL ||
      (uri = take_line (&at, "file ")) == NULL ||
      (baseline = take_line (&at, "baseline ")) == NULL ||
      (place = take_line (&at, "place ")) == NULL ||
      (length = take_line (&at, "length ")) == NULL ||
      (stated = take_line (&at, CHECK_SUM)) == NULL || *at != '\0')
    return NULL;

  contents->bytes = g_bytes_new_from_bytes (sealed, end + 2 - data, size - (end + 2 - data));
  sum = add_up (head, contents->bytes);
  if (!g_str_equal (sum, stated) ||
      g_ascii_strtoull (length, NULL, 10) != g_bytes_get_size (contents->bytes))
    return NULL;
  contents->sequence = g_ascii_strtoull (sequence, NULL, 10);
  contents->uri = *uri != '\0' ? g_strdup (uri) : NULL;
  contents->baseline = *baseline != '\0' ? g_strdup (baseline) : NULL;
  contents->place = g_strcompress (place);

  return g_steal_pointer (&contents);
}

/* Nothing that somebody wrote is deleted because we cannot read it. */
static void
keep_damaged (VacSlot *self,
              guint    turn)
{
  g_autofree char *path = make_path (self, suffixes[turn]);
  g_autofree char *kept = g_strconcat (path, KEPT_SUFFIX, NULL);

  g_rename (path, kept);
}

/* Returns: (transfer full) (nullable): what the file of one turn holds */
static VacSlotContents *
read_turn (VacSlot *self,
           guint    turn,
           guint   *n_damaged)
{
  g_autofree char *path = make_path (self, suffixes[turn]);
  g_autoptr (VacSlotContents) contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sealed = vac_state_file_read (path, G_MAXINT, &error);

  if (sealed != NULL)
    contents = unseal (sealed);
  if (contents == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      keep_damaged (self, turn);
      (*n_damaged)++;
    }

  return g_steal_pointer (&contents);
}

/**
 * vac_slot_read:
 * @self: a slot
 * @n_damaged: (out): how many of its files are not whole; they are kept under another name
 *
 * Returns: (transfer full) (nullable): the newest of what the slot holds; %NULL if that is nothing
 */
VacSlotContents *
vac_slot_read (VacSlot *self,
               guint   *n_damaged)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (VacSlotContents) newest = NULL;

  g_return_val_if_fail (self != NULL && n_damaged != NULL, NULL);

  *n_damaged = 0;
  locker = g_mutex_locker_new (&self->mutex);
  for (guint i = 0; i < N_TURNS; i++)
    {
      g_autoptr (VacSlotContents) contents = read_turn (self, i, n_damaged);

      if (contents == NULL || (newest != NULL && contents->sequence <= newest->sequence))
        continue;
      vac_slot_contents_free (newest);
      newest = g_steal_pointer (&contents);
      self->turn = (i + 1) % N_TURNS;
    }
  if (newest != NULL)
    self->given = self->written = newest->sequence;
  self->is_empty = newest == NULL;

  return g_steal_pointer (&newest);
}

/**
 * vac_slot_discard:
 * @self: a slot
 *
 * Deletes what the slot holds, because it is safe elsewhere or nobody wants it. Contents that were
 * taken before are not written any more; later ones fill it again.
 */
void
vac_slot_discard (VacSlot *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (self != NULL);

  locker = g_mutex_locker_new (&self->mutex);
  for (guint i = 0; i < N_TURNS; i++)
    delete_file (self, suffixes[i]);
  self->written = self->given;
  self->is_empty = TRUE;
}

/**
 * vac_slot_keep_aside:
 * @self: a slot
 *
 * Puts away what the slot holds because it cannot be shown: it stays in the folder, and is not
 * found again by the next start.
 */
void
vac_slot_keep_aside (VacSlot *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (self != NULL);

  locker = g_mutex_locker_new (&self->mutex);
  for (guint i = 0; i < N_TURNS; i++)
    keep_damaged (self, i);
  self->is_empty = TRUE;
}
