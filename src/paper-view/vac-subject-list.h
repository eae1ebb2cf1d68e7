/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vac-subject.h"

G_BEGIN_DECLS

GListModel *vac_subject_list_new  (const VacSubject *const *subjects);
guint       vac_subject_list_find (const VacSubject *const *subjects,
                                   const VacSubject        *subject);

G_END_DECLS
