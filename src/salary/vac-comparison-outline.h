/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-subject.h"

G_BEGIN_DECLS

/* The comparison as something that is shown, printed and exported by itself, of the places in its
 * options. */
extern const VacSubject vac_comparison_subject;

G_END_DECLS
