/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waiting.h"

G_BEGIN_DECLS

/* Waiting for windows in the test's own process. */

void waiting_settle (guint milliseconds);

G_END_DECLS
