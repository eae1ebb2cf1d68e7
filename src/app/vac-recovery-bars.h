/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-recovery.h"
#include "vac-state-bars.h"

G_BEGIN_DECLS

gboolean vac_recovery_bars_update (VacStateBars *bars,
                                   VacRecovery  *recovery,
                                   const char   *all,
                                   const char   *most);

G_END_DECLS
