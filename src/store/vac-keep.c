/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-keep"

#include "config.h"

#include <errno.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "vac-keep-private.h"

/* Owner, mode, access list and `user.*` attributes of a file go over to the one that replaces it.
 * Some file systems (FUSE, FAT, SMB, the document portal) keep none of these and refuse to be
 * asked: that is fine as long as nobody can do more with the new file than with the old one. */

#define ACCESS_LIST "system.posix_acl_access"
#define USER_PREFIX "user."

/* One file that takes another one's place. */
typedef struct
{
  int                old;
  int                fd;
  const struct stat *before;
  mode_t             mode;      /* what the new file may have at most */
} Keeping;

static gboolean
is_absent (int code)
{
  return code == ENODATA || code == EOPNOTSUPP || code == ENOSYS;
}

static gboolean
is_refused (int code)
{
  return code == EPERM || code == EACCES || code == EROFS || code == EOPNOTSUPP || code == ENOSYS;
}

/* Returns: 0, also when there is no such attribute, or the number of the error */
static int
copy_attribute (Keeping    *self,
                const char *attribute)
{
  g_autofree char *value = NULL;
  gssize size = fgetxattr (self->old, attribute, NULL, 0);

  g_assert (self->old >= 0 && self->fd >= 0);

  if (size >= 0)
    {
      value = g_malloc (size + 1);
      size = fgetxattr (self->old, attribute, value, size);
    }
  if (size < 0)
    return is_absent (errno) ? 0 : errno;

  return fsetxattr (self->fd, attribute, value, size, 0) == 0 ? 0 : errno;
}

static int
keep_user_attributes (Keeping *self)
{
  g_autofree char *names = NULL;
  gssize size = flistxattr (self->old, NULL, 0);

  if (size > 0)
    {
      names = g_malloc (size);
      size = flistxattr (self->old, names, size);
    }
  if (size <= 0)
    return size == 0 || is_absent (errno) || is_refused (errno) ? 0 : errno;

  for (const char *at = names; at < names + size; at += strlen (at) + 1)
    {
      int code = g_str_has_prefix (at, USER_PREFIX) ? copy_attribute (self, at) : 0;

      if (code != 0 && !is_refused (code))
        return code;
    }

  return 0;
}

/* A temporary inherits the folder's default list; where the present file has none, the inherited
 * one goes, or the mode set afterwards would let in the people it names. */
static int
drop_inherited_list (Keeping *self)
{
  if (fremovexattr (self->fd, ACCESS_LIST) == 0 || is_absent (errno))
    return 0;
  if (is_refused (errno) && fgetxattr (self->fd, ACCESS_LIST, NULL, 0) < 0 && is_absent (errno))
    return 0;

  return errno;
}

/* In a file with a list the bits for the group are the most that anybody named in it can do. Where
 * the list does not come along they would mean the group itself, so that it keeps only what
 * everybody may do. */
static int
keep_access_list (Keeping *self)
{
  int code = drop_inherited_list (self);

  if (code == 0)
    code = copy_attribute (self, ACCESS_LIST);
  if (!is_refused (code))
    return code;
  self->mode &= ~(mode_t) 070 | (self->mode & 07) << 3;

  return 0;
}

/* Where the group may do what everybody may do, nothing depends on which group it is. */
static int
keep_owner (Keeping *self)
{
  const mode_t group = self->before->st_mode >> 3 & 07;
  struct stat now;
  int code;

  if (fstat (self->fd, &now) != 0)
    return errno;
  if (now.st_uid == self->before->st_uid && now.st_gid == self->before->st_gid)
    return 0;
  if (fchown (self->fd, self->before->st_uid, self->before->st_gid) == 0)
    return 0;
  code = errno;
  if (!is_refused (code))
    return code;

  return now.st_uid == self->before->st_uid && group == (self->before->st_mode & 07)
         ? 0 : VAC_KEEP_OWNER_LOST;
}

static int
keep_mode (Keeping *self)
{
  struct stat now;
  int code;

  if (fchmod (self->fd, self->mode) == 0)
    return 0;
  code = errno;
  if (fstat (self->fd, &now) != 0)
    return errno;

  return is_refused (code) && (now.st_mode & 07777 & ~self->mode) == 0 ? 0 : code;
}

/* Gives the file @fd what the file @old has, whose status is @before. The mode comes last: giving a
 * file away clears bits of it, and the list sets others.
 *
 * Returns: 0, the number of an error, or VAC_KEEP_OWNER_LOST */
int
vac_keep_properties (int                old,
                     const struct stat *before,
                     int                fd)
{
  Keeping self = { .old = old, .fd = fd, .before = before, .mode = before->st_mode & 07777 };
  int code = keep_owner (&self);

  if (code == 0)
    code = keep_user_attributes (&self);
  if (code == 0)
    code = keep_access_list (&self);

  return code == 0 ? keep_mode (&self) : code;
}
