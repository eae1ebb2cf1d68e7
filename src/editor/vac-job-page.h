/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"
#include "vac-page.h"

G_BEGIN_DECLS

#define VAC_TYPE_JOB_PAGE (vac_job_page_get_type ())

G_DECLARE_FINAL_TYPE (VacJobPage, vac_job_page, VAC, JOB_PAGE, VacPage)

GtkWidget *vac_job_page_new (VacDocument *document);

G_END_DECLS
