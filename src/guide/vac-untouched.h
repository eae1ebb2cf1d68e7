/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

gboolean vac_untouched_is (VacDocument *document,
                           VacNode     *part,
                           VacDocument *guide);

G_END_DECLS
