/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-application.h"
#include "vac-many-actions.h"
#include "vac-session-keeper.h"

G_BEGIN_DECLS

struct _VacApplication
{
  AdwApplication parent_instance;

  /* Owned */
  GSettings        *settings;
  VacRecentList    *recent;
  VacSessionKeeper *session;
  GListStore       *recovered;   /* of VacRecovery: waits on a start page to be opened */

  guint          sweep_source;   /* removes what a killed program left behind */
  gboolean       has_restored;   /* what programs before this one could not save */
  gboolean       opens_restored; /* at once, because somebody came for something else */
  guint          n_restoring;    /* how much of that is on its way */
};

/* Each file calls into those above it alone. */

/* vac-application-windows.c */
const VacFormats *vac_application_get_formats (void);
VacWindow *vac_application_find_window (VacApplication *self,
                                        GFile          *file);
VacWindow *vac_application_find_room   (VacApplication *self,
                                        GtkWindow      *origin);
VacWindow *vac_application_make_window (VacApplication *self,
                                        GtkWindow      *origin,
                                        VacStore       *store);
void       vac_application_show_recovered (VacApplication *self,
                                        GtkWindow      *origin,
                                        VacRecovery    *recovery);
VacWindow *vac_application_show_start  (VacApplication *self,
                                        GtkWindow      *origin);

/* vac-application-open.c */
void       vac_application_open_file   (VacApplication *self,
                                        GFile          *file,
                                        GtkWindow      *origin,
                                        const VacSessionPosting *session);
void       vac_application_restore     (VacApplication *self,
                                        gboolean        open);

/* vac-application-many.c */
void       vac_application_get_many_host (VacApplication *self,
                                        VacManyHost    *host);

/* vac-application-library.c */
void       vac_application_show_library (VacApplication *self);

G_END_DECLS
