/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"
#include "vac-salary-import.h"

G_BEGIN_DECLS

VacDocument *salary_fixture_new            (void);
void         salary_fixture_set            (VacDocument     *document,
                                            VacRole          role,
                                            const char      *text);
void         salary_fixture_add_place      (VacDocument     *document,
                                            const char      *name,
                                            const char      *minimum,
                                            const char      *maximum,
                                            const char      *price_index,
                                            const char      *note);
VacNode     *salary_fixture_get_place      (VacDocument     *document,
                                            const char      *name);

char        *salary_fixture_export         (VacDocument     *document,
                                            const char      *format);

GBytes      *salary_fixture_load_table     (const char      *name);
void         salary_fixture_set_occupation (VacSalaryImport *import,
                                            const char      *code);

G_END_DECLS
