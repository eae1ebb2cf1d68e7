/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-memory"

#include "config.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "vac-memory.h"

#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)

/* Of x86 and of most others; where pages are of another size, nothing is gained. */
#define HUGE_PAGE ((gsize) 2 << 20)

/* More than there is in the heap when a program begins, so that it has to grow. */
#define BEYOND ((gsize) 256 << 10)

/* What the C library puts around a piece of memory, and a little more. */
#define LEAST (4 * sizeof (gpointer))

/* Returns: where the heap ends, after it was made to grow. @free_from takes where its free part
 * begins. */
static uintptr_t
grow (uintptr_t *free_from)
{
  gpointer beyond = g_malloc (BEYOND);
  const uintptr_t end = (uintptr_t) sbrk (0);

  *free_from = (uintptr_t) beyond;
  g_free (beyond);

  return end;
}

/**
 * vac_memory_prepare:
 * @heap: bytes that the program will have in its heap soon
 * @block: the size from which a piece of memory is not of the heap, and returned once it is freed
 *
 * Much of what a start or a short run costs is that the kernel hands out memory in pages of 4 KiB,
 * each when it is first touched, and more so in a virtual machine. So this much of the heap gets
 * pages of 2 MiB, as soon as there is one to begin with. To be called once, before there is a
 * second thread.
 */
void
vac_memory_prepare (gsize heap,
                    gsize block)
{
  static gpointer before G_GNUC_UNUSED;
  uintptr_t free_from, start, end;

  mallopt (M_MMAP_THRESHOLD, (int) MAX (2 * BEYOND, block));
  mallopt (M_TRIM_THRESHOLD, (int) (heap + HUGE_PAGE));
  mallopt (M_TOP_PAD, (int) (heap + HUGE_PAGE));
  end = grow (&free_from);
  mallopt (M_TOP_PAD, HUGE_PAGE / 2);
  start = (free_from + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
  /* Another allocator takes its memory from elsewhere. */
  if (free_from > end || end - free_from > heap + 2 * HUGE_PAGE || start + heap > end)
    return;

  /* Nothing of these pages was touched yet. What lies before them is never used. */
  if (madvise ((void *) start, heap, MADV_HUGEPAGE) == 0 && start - free_from > LEAST)
    before = g_malloc (start - free_from - LEAST);
}

/**
 * vac_memory_reuse:
 * @block: the size from which a piece of memory is not of the heap
 *
 * To be called after vac_memory_prepare(), once what only a start needs has been freed. From then
 * on smaller pieces, such as what a frame is drawn into, are of the heap, which keeps them for the
 * next one. (The C library finds out by itself which pieces come again, but no longer so once it
 * has been told anything about its heap.)
 */
void
vac_memory_reuse (gsize block)
{
  mallopt (M_MMAP_THRESHOLD, (int) block);
  mallopt (M_TRIM_THRESHOLD, (int) (2 * block));
}

/**
 * vac_memory_share:
 *
 * For a run of a moment: there are no more heaps than processors, apart from the first one. Threads
 * that take turns, as Pango's do when it looks for a font, need none of their own. To be called
 * once, before there is a second thread.
 */
void
vac_memory_share (void)
{
  mallopt (M_ARENA_MAX, (int) g_get_num_processors () + 1);
}

/**
 * vac_memory_prepare_thread:
 * @heap: bytes that the thread will have in its heap soon; less than the size from which a piece of
 *   memory is not of the heap, by 2 MiB
 *
 * Does for the heap of the calling thread what vac_memory_prepare() did for that of the first one,
 * which a thread may also have. Does nothing when it has been called by this thread before.
 */
void
vac_memory_prepare_thread (gsize heap)
{
  static GPrivate before = G_PRIVATE_INIT (g_free);
  uintptr_t first, start;
  gpointer piece;

  if (g_private_get (&before) != NULL)
    return;

  piece = g_malloc (heap + HUGE_PAGE);
  first = (uintptr_t) piece;
  start = (first + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
  if (first > (uintptr_t) sbrk (0))
    madvise ((void *) start, heap, MADV_HUGEPAGE);
  else
    start = first;
  g_free (piece);

  /* What lies before them is not used as long as the thread lives. */
  g_private_set (&before, g_malloc (MAX (start - first, 2 * LEAST) - LEAST));
}

#else

void
vac_memory_prepare (gsize heap,
                    gsize block)
{
}

void
vac_memory_share (void)
{
}

void
vac_memory_prepare_thread (gsize heap)
{
}

void
vac_memory_reuse (gsize block)
{
}

#endif
