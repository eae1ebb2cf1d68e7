/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-library.h"

G_BEGIN_DECLS

/* How soon a posting has to close for a notice, in days. */
#define VAC_LIBRARY_SOON 7

/**
 * VacLibraryState:
 * @listed: whether there is a list; before, nothing is known
 * @n_all: how many postings there are, whatever was asked for
 * @n_closing: how many of them are open and close within %VAC_LIBRARY_SOON days
 * @scanning: whether folders are looked through just now
 * @scanned: whether they have been
 * @n_done: how many files are up to date, while @scanning
 * @n_files: how many there are
 * @trouble: (nullable): why there is no index
 *
 * What can be said of a list.
 */
typedef struct
{
  gboolean  listed;
  guint     n_all;
  guint     n_closing;
  gboolean  scanning;
  gboolean  scanned;
  guint     n_done;
  guint     n_files;
  char     *trouble;
} VacLibraryState;

#define VAC_TYPE_LIBRARY_FEED (vac_library_feed_get_type ())

G_DECLARE_FINAL_TYPE (VacLibraryFeed, vac_library_feed, VAC, LIBRARY_FEED, GObject)

VacLibraryFeed        *vac_library_feed_new           (const char            *index);
GtkSelectionModel     *vac_library_feed_get_selection (VacLibraryFeed        *self);
const VacLibraryState *vac_library_feed_get_state     (VacLibraryFeed        *self);
GPtrArray             *vac_library_feed_get_problems  (VacLibraryFeed        *self);
void                   vac_library_feed_set_folders   (VacLibraryFeed        *self,
                                                       const char *const     *folders);
void                   vac_library_feed_ask           (VacLibraryFeed        *self,
                                                       const VacLibraryQuery *query);
void                   vac_library_feed_scan          (VacLibraryFeed        *self);
void                   vac_library_feed_stop          (VacLibraryFeed        *self);

G_END_DECLS
