/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vac-subject.h"

G_BEGIN_DECLS

#define VAC_TYPE_SUBJECT_CHOICE (vac_subject_choice_get_type ())

G_DECLARE_FINAL_TYPE (VacSubjectChoice, vac_subject_choice, VAC, SUBJECT_CHOICE, GObject)

VacSubjectChoice *vac_subject_choice_new        (const VacSubject *const *subjects);
const VacSubject *vac_subject_choice_get_shown  (VacSubjectChoice *self);
const VacSubject *vac_subject_choice_get_chosen (VacSubjectChoice *self);
void              vac_subject_choice_follow     (VacSubjectChoice *self,
                                                 VacNode          *form,
                                                 VacNode          *node);

G_END_DECLS
