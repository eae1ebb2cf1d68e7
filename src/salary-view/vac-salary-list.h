/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-place-item.h"

G_BEGIN_DECLS

#define VAC_TYPE_SALARY_LIST (vac_salary_list_get_type ())

G_DECLARE_FINAL_TYPE (VacSalaryList, vac_salary_list, VAC, SALARY_LIST, GObject)

VacSalaryList *vac_salary_list_new            (VacDocument   *document);
VacDocument   *vac_salary_list_get_document   (VacSalaryList *self);
VacComparison *vac_salary_list_get_comparison (VacSalaryList *self);
guint          vac_salary_list_get_n_places   (VacSalaryList *self);
guint          vac_salary_list_find           (VacSalaryList *self,
                                               VacNode       *node);
void           vac_salary_list_sort           (VacSalaryList *self,
                                               VacFact        fact,
                                               gboolean       descending);
void           vac_salary_list_unsort         (VacSalaryList *self);
gboolean       vac_salary_list_get_sorted     (VacSalaryList *self);
void           vac_salary_list_set_frozen     (VacSalaryList *self,
                                               gboolean       frozen);
void           vac_salary_list_update         (VacSalaryList *self);
void           vac_salary_list_set_candidate  (VacSalaryList *self,
                                               VacMoney       candidate);
GPtrArray     *vac_salary_list_get_compared   (VacSalaryList *self);
void           vac_salary_list_set_compared   (VacSalaryList *self,
                                               GPtrArray     *nodes);
void           vac_salary_list_tell_rows      (VacSalaryList *self);
char          *vac_salary_list_format         (VacSalaryList *self,
                                               VacPlaceItem  *item,
                                               VacFact        fact);
VacComparison *vac_salary_list_compare        (VacSalaryList *self,
                                               GPtrArray     *nodes,
                                               VacNode       *base);

G_END_DECLS
