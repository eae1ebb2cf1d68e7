/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *vac_review_copy_to_text (GListModel *rows);

G_END_DECLS
