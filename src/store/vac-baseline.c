/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-baseline"

#include "config.h"

#include "vac-baseline-private.h"

struct _VacBaseline
{
  struct stat status;   /* all zero for a file without a local path */
  char       *etag;     /* owned; only for a file without a local path */
  GBytes     *bytes;    /* owned; NULL when there is no file, or one too large to be kept */
  gboolean    absent;
  gboolean    confirmed;
  char       *unkept;   /* owned; NULL unless a version got lost */
};

G_DEFINE_BOXED_TYPE (VacBaseline, vac_baseline, vac_baseline_copy, vac_baseline_free)

static VacBaseline *
baseline_new (GBytes *bytes)
{
  VacBaseline *self = g_new0 (VacBaseline, 1);

  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->confirmed = TRUE;

  return self;
}

/**
 * vac_baseline_new_absent:
 *
 * Returns: (transfer full): the baseline of a file that is not there
 */
VacBaseline *
vac_baseline_new_absent (void)
{
  VacBaseline *self = baseline_new (NULL);

  self->absent = TRUE;

  return self;
}

/* Of a file that nobody has seen as it is now: no file is like it. */
VacBaseline *
vac_baseline_new_unknown (void)
{
  return baseline_new (NULL);
}

/* For a file with a local path, whose status was taken before its bytes were read: a change made
 * while reading then shows as a difference later. */
VacBaseline *
vac_baseline_new_local (const struct stat *status,
                        GBytes            *bytes)
{
  VacBaseline *self = baseline_new (bytes);

  self->status = *status;

  return self;
}

VacBaseline *
vac_baseline_new_remote (const char *etag,
                         GBytes     *bytes)
{
  VacBaseline *self = baseline_new (bytes);

  self->etag = g_strdup (etag);

  return self;
}

void
vac_baseline_set_confirmed (VacBaseline *self,
                            gboolean     confirmed)
{
  self->confirmed = confirmed;
}

void
vac_baseline_set_unkept (VacBaseline *self,
                         const char  *unkept)
{
  g_free (self->unkept);
  self->unkept = g_strdup (unkept);
}

void
vac_baseline_drop_bytes (VacBaseline *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

const char *
vac_baseline_get_etag (const VacBaseline *self)
{
  return self->etag;
}

gsize
vac_baseline_get_size (const VacBaseline *self)
{
  return self->bytes != NULL ? g_bytes_get_size (self->bytes) : 0;
}

gboolean
vac_baseline_is_absent (const VacBaseline *self)
{
  return self->absent;
}

gboolean
vac_baseline_is_too_large (const VacBaseline *self)
{
  return self->bytes == NULL && !self->absent;
}

/* The same bytes at a glance under whatever name; renaming changes nothing but the last time. */
gboolean
vac_status_same_content (const struct stat *one,
                         const struct stat *other)
{
  return one->st_dev == other->st_dev && one->st_ino == other->st_ino &&
         one->st_size == other->st_size &&
         one->st_mtim.tv_sec == other->st_mtim.tv_sec &&
         one->st_mtim.tv_nsec == other->st_mtim.tv_nsec;
}

/* Equal status means the same bytes only at a glance: a file system's clock ticks every few
 * milliseconds, and two writes of the same length may fall into one tick. */
gboolean
vac_status_equal (const struct stat *one,
                  const struct stat *other)
{
  return vac_status_same_content (one, other) &&
         one->st_ctim.tv_sec == other->st_ctim.tv_sec &&
         one->st_ctim.tv_nsec == other->st_ctim.tv_nsec;
}

gboolean
vac_baseline_has_status (const VacBaseline *self,
                         const struct stat *status)
{
  return vac_status_equal (&self->status, status);
}

gboolean
vac_baseline_has_bytes (const VacBaseline *self,
                        GBytes            *bytes)
{
  return self->bytes != NULL && g_bytes_equal (bytes, self->bytes);
}

/* Returns: (transfer full) (nullable): the SHA-256 of its bytes in hexadecimal, NULL without any */
char *
vac_baseline_dup_checksum (const VacBaseline *self)
{
  return self->bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes) : NULL;
}

/**
 * vac_baseline_copy:
 * @self: a baseline
 *
 * Returns: (transfer full): a copy
 */
VacBaseline *
vac_baseline_copy (const VacBaseline *self)
{
  VacBaseline *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->etag = g_strdup (self->etag);
  copy->unkept = g_strdup (self->unkept);
  copy->bytes = self->bytes != NULL ? g_bytes_ref (self->bytes) : NULL;

  return copy;
}

/**
 * vac_baseline_free:
 * @self: (transfer full) (nullable): a baseline
 */
void
vac_baseline_free (VacBaseline *self)
{
  if (self == NULL)
    return;
  g_free (self->etag);
  g_free (self->unkept);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/**
 * vac_baseline_is_confirmed:
 * @self: a baseline
 *
 * After a write: whether the disk confirmed that the file's entry in its folder will outlast a
 * power failure. If not, the file is written and complete, and the user should be told (that is
 * what %VAC_ERROR_UNCONFIRMED stands for).
 *
 * Returns: %FALSE only for a write that was not confirmed
 */
gboolean
vac_baseline_is_confirmed (const VacBaseline *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->confirmed;
}

/**
 * vac_baseline_get_unkept:
 * @self: a baseline
 *
 * After a write with %VAC_WRITE_KEEP_VERSION: whether what has been replaced could be kept. If not,
 * the file is saved all the same, and the user should be told.
 *
 * Returns: (transfer none) (nullable): why it could not, as a sentence; %NULL if nothing got lost
 */
const char *
vac_baseline_get_unkept (const VacBaseline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->unkept;
}
