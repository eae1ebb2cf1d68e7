/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VacSessionPosting:
 * @uri: its file
 * @place: the path of the node that the outline showed as selected; may be empty
 * @scroll: how much of the page was above what was seen, in pixels
 *
 * A posting that was open when the program was used last.
 */
typedef struct
{
  char   *uri;
  char   *place;
  double  scroll;
} VacSessionPosting;

VacSessionPosting *vac_session_posting_new  (const char        *uri,
                                             const char        *place,
                                             double             scroll);
void               vac_session_posting_free (VacSessionPosting *self);
GPtrArray         *vac_session_load         (void);
void               vac_session_save         (GPtrArray         *postings);

G_END_DECLS
