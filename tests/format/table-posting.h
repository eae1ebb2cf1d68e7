/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-table-kind.h"

VacDocument *table_posting_new (VacTableKind kind,
                                const char  *id);
