/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VacSlotContents:
 * @sequence: which of the contents that a slot was given these are
 * @uri: (nullable): the file that the posting has, %NULL for one that was never saved
 * @baseline: (nullable): the SHA-256 of that file when it was last read or written, in hexadecimal
 * @place: where in the posting the user was, in words of whoever shows it; may be empty
 * @bytes: the posting
 *
 * A posting as it was while somebody worked on it.
 */
typedef struct
{
  guint64  sequence;
  char    *uri;
  char    *baseline;
  char    *place;
  GBytes  *bytes;
} VacSlotContents;

void             vac_slot_contents_free (VacSlotContents       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacSlotContents, vac_slot_contents_free)

/**
 * VacSlot:
 *
 * Where one open posting is kept in case the program or the machine ends unexpectedly: two files
 * that take turns, so that one of them is always whole, and a lock that tells as long as it is held
 * that the program lives.
 */
typedef struct _VacSlot VacSlot;

char            *vac_slot_ensure_folder (GError               **error);
VacSlot         *vac_slot_new           (const char            *folder,
                                         GError               **error);
GPtrArray       *vac_slot_find_free     (const char            *folder);
VacSlot         *vac_slot_ref           (VacSlot               *self);
void             vac_slot_unref         (VacSlot               *self);
guint64          vac_slot_next          (VacSlot               *self);
gboolean         vac_slot_write         (VacSlot               *self,
                                         const VacSlotContents *contents,
                                         GError               **error);
VacSlotContents *vac_slot_read          (VacSlot               *self,
                                         guint                 *n_damaged);
void             vac_slot_discard       (VacSlot               *self);
void             vac_slot_keep_aside    (VacSlot               *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacSlot, vac_slot_unref)

G_END_DECLS
