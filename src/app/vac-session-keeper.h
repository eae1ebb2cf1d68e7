/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-session.h"
#include "vac-window.h"

G_BEGIN_DECLS

typedef struct _VacSessionKeeper VacSessionKeeper;

VacSessionKeeper *vac_session_keeper_new      (GtkApplication   *application);
void              vac_session_keeper_free     (VacSessionKeeper *self);
void              vac_session_keeper_note     (VacSessionKeeper *self);
GPtrArray        *vac_session_keeper_get_last (VacSessionKeeper *self);

G_END_DECLS
