/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-salary-import-term"

#include "config.h"

#include "vac-salary-import.h"

static const struct
{
  const char *id;
  VacRole     role;
} terms[VAC_SALARY_IMPORT_N_TERMS] = {
  [VAC_SALARY_IMPORT_SURVEY_NAME] = { "name", VAC_ROLE_SURVEY_NAME },
  [VAC_SALARY_IMPORT_SURVEY_PUBLISHER] = { "publisher", VAC_ROLE_SURVEY_PUBLISHER },
  [VAC_SALARY_IMPORT_SURVEY_EDITION] = { "edition", VAC_ROLE_SURVEY_EDITION },
  [VAC_SALARY_IMPORT_SURVEY_EFFECTIVE] = { "effective", VAC_ROLE_SURVEY_EFFECTIVE },
  [VAC_SALARY_IMPORT_SURVEY_URL] = { "url", VAC_ROLE_SURVEY_URL },
};

/**
 * vac_salary_import_term_get_id:
 * @term: what is noted of a survey
 *
 * Returns: (transfer none): what it is called on the command line and in the data file
 */
const char *
vac_salary_import_term_get_id (VacSalaryImportTerm term)
{
  g_return_val_if_fail (term < VAC_SALARY_IMPORT_N_TERMS, NULL);

  return terms[term].id;
}

/**
 * vac_salary_import_term_get_role:
 * @term: what is noted of a survey
 *
 * Returns: the field of a survey that it becomes
 */
VacRole
vac_salary_import_term_get_role (VacSalaryImportTerm term)
{
  g_return_val_if_fail (term < VAC_SALARY_IMPORT_N_TERMS, VAC_ROLE_NONE);

  return terms[term].role;
}
