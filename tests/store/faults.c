/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Otherwise one name of a function would stand for the other, and both are needed. */
#undef _FILE_OFFSET_BITS

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

/* Preloaded, this stands between a program and the system: the nth call that VAC_FAULT names, on
 * something below the folder VAC_FAULT_FOLDER, goes wrong. As in “write:2:ENOSPC”; besides numbers
 * of errno there are SHORT, which does half of the work, and KILL, which ends the process instead.
 * What was met is noted in the file VAC_FAULT_MET. */

static const struct
{
  const char *name;
  int         code;
} faults[] = {
  { "EIO", EIO }, { "ENOSPC", ENOSPC }, { "EDQUOT", EDQUOT }, { "EINTR", EINTR },
  { "SHORT", -1 }, { "KILL", -2 },
};

static int seen;

static int
find_fault (const char *name)
{
  for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++)
    if (strcmp (faults[i].name, name) == 0)
      return faults[i].code;

  return 0;
}

static int
is_below (const char *path)
{
  const char *folder = getenv ("VAC_FAULT_FOLDER");

  return folder != NULL && path != NULL && strncmp (path, folder, strlen (folder)) == 0;
}

static void
note (void)
{
  const char *path = getenv ("VAC_FAULT_MET");
  int fd = path != NULL ? (int) syscall (SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT, 0600) : -1;

  if (fd >= 0)
    syscall (SYS_close, fd);
}

/* Returns: 0, or what has to go wrong */
static int
meet (const char *call,
      const char *path)
{
  const char *plan = getenv ("VAC_FAULT");
  char name[32], fault[32];
  int nth, code;

  if (plan == NULL || !is_below (path) ||
      sscanf (plan, "%31[^:]:%d:%31s", name, &nth, fault) != 3 || strcmp (name, call) != 0 ||
      ++seen != nth)
    return 0;
  note ();
  code = find_fault (fault);
  if (code == -2)
    {
      raise (SIGKILL);
      pause ();
    }

  return code;
}

static int
meet_descriptor (const char *call,
                 int         fd)
{
  char link[64], path[4096];
  ssize_t length;
  int error = errno;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  errno = error;
  if (length < 0)
    return 0;
  path[length] = '\0';

  return meet (call, path);
}

static int
meet_folder (const char *call,
             int         folder,
             const char *path)
{
  return path[0] == '/' ? meet (call, path) : meet_descriptor (call, folder);
}

#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

#define FAIL_IF(fault, value) \
  do { \
    int met = (fault); \
    if (met > 0) \
      { \
        errno = met; \
        return value; \
      } \
  } while (0)

ssize_t
write (int         fd,
       const void *data,
       size_t      size)
{
  int fault = meet_descriptor ("write", fd);

  FAIL_IF (fault, -1);

  return REAL (write) (fd, data, fault == -1 ? (size + 1) / 2 : size);
}

#define WRITE_AT(name) \
  ssize_t name (int fd, const void *data, size_t size, off_t at) \
  { \
    int fault = meet_descriptor ("pwrite", fd); \
    FAIL_IF (fault, -1); \
    return REAL (name) (fd, data, fault == -1 ? (size + 1) / 2 : size, at); \
  }
WRITE_AT (pwrite)
WRITE_AT (pwrite64)

#define RESERVE(name) \
  int name (int fd, int mode, off_t at, off_t size) \
  { \
    FAIL_IF (meet_descriptor ("fallocate", fd), -1); \
    return REAL (name) (fd, mode, at, size); \
  }
RESERVE (fallocate)
RESERVE (fallocate64)

#define TRUNCATE(name) \
  int name (int fd, off_t size) \
  { \
    FAIL_IF (meet_descriptor ("ftruncate", fd), -1); \
    return REAL (name) (fd, size); \
  }
TRUNCATE (ftruncate)
TRUNCATE (ftruncate64)

int
fsync (int fd)
{
  FAIL_IF (meet_descriptor ("fsync", fd), -1);

  return REAL (fsync) (fd);
}

int
fdatasync (int fd)
{
  FAIL_IF (meet_descriptor ("fsync", fd), -1);

  return REAL (fdatasync) (fd);
}

/* The descriptor is gone even when closing it reports an error. */
int
close (int fd)
{
  int fault = meet_descriptor ("close", fd);
  int result = REAL (close) (fd);

  FAIL_IF (fault, -1);

  return result;
}

int
fchmod (int    fd,
        mode_t mode)
{
  FAIL_IF (meet_descriptor ("fchmod", fd), -1);

  return REAL (fchmod) (fd, mode);
}

int
rename (const char *from,
        const char *to)
{
  FAIL_IF (meet ("rename", to), -1);

  return REAL (rename) (from, to);
}

int
renameat (int         from_folder,
          const char *from,
          int         to_folder,
          const char *to)
{
  FAIL_IF (meet_folder ("rename", to_folder, to), -1);

  return REAL (renameat) (from_folder, from, to_folder, to);
}

int
renameat2 (int          from_folder,
           const char  *from,
           int          to_folder,
           const char  *to,
           unsigned int flags)
{
  FAIL_IF (meet_folder ("rename", to_folder, to), -1);

  return REAL (renameat2) (from_folder, from, to_folder, to, flags);
}

int
unlink (const char *path)
{
  FAIL_IF (meet ("unlink", path), -1);

  return REAL (unlink) (path);
}

int
mkdir (const char *path,
       mode_t      mode)
{
  FAIL_IF (meet ("mkdir", path), -1);

  return REAL (mkdir) (path, mode);
}

/* Only what makes or changes files is of interest. */
#define OPEN(name) \
  int name (const char *path, int flags, ...) \
  { \
    va_list list; \
    mode_t mode; \
    va_start (list, flags); \
    mode = (flags & O_CREAT) != 0 ? (mode_t) va_arg (list, int) : 0; \
    va_end (list); \
    if ((flags & O_ACCMODE) != O_RDONLY) \
      FAIL_IF (meet ("open", path), -1); \
    return REAL (name) (path, flags, mode); \
  }
OPEN (open)
OPEN (open64)

#define OPEN_AT(name) \
  int name (int folder, const char *path, int flags, ...) \
  { \
    va_list list; \
    mode_t mode; \
    va_start (list, flags); \
    mode = (flags & O_CREAT) != 0 ? (mode_t) va_arg (list, int) : 0; \
    va_end (list); \
    if ((flags & O_ACCMODE) != O_RDONLY) \
      FAIL_IF (meet_folder ("open", folder, path), -1); \
    return REAL (name) (folder, path, flags, mode); \
  }
OPEN_AT (openat)
OPEN_AT (openat64)
