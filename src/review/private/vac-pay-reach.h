/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-pay-check.h"

G_BEGIN_DECLS

gboolean vac_pay_reach_has_size (const VacPayRule *rule,
                                 guint             n_employees,
                                 VacPayDoubt      *doubts);
gboolean vac_pay_reach_find     (VacPayLaw        *law,
                                 const VacPayRule *rule,
                                 VacDocument      *document,
                                 guint             n_employees,
                                 GPtrArray        *places,
                                 VacPayDoubt      *doubts);

G_END_DECLS
