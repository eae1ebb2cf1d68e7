/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-finding"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-finding.h"

static const struct
{
  const char *id;
  const char *label;
} groups[] = {
  [VAC_FINDING_FACTS] = { "facts", N_("Facts") },
  [VAC_FINDING_STRUCTURE] = { "structure", N_("Structure") },
  [VAC_FINDING_BOARDS] = { "boards", N_("For Job Boards") },
};

static const char *const severities[] = {
  [VAC_SEVERITY_ERROR] = "error",
  [VAC_SEVERITY_WARNING] = "warning",
  [VAC_SEVERITY_HINT] = "hint",
};

/**
 * vac_finding_free:
 * @self: (transfer full): a finding
 */
void
vac_finding_free (VacFinding *self)
{
  g_object_unref (self->node);
  g_free (self->id);
  g_free (self->sentence);
  g_free (self->suggestion);
  g_free (self);
}

/**
 * vac_finding_array_new:
 *
 * Returns: (transfer full) (element-type VacFinding): an empty array that owns its findings
 */
GPtrArray *
vac_finding_array_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) vac_finding_free);
}

/**
 * vac_finding_group_get_id:
 * @group: a group
 *
 * Returns: the first word of its findings' ids
 */
const char *
vac_finding_group_get_id (VacFindingGroup group)
{
  g_return_val_if_fail (group < VAC_N_FINDING_GROUPS, NULL);

  return groups[group].id;
}

/**
 * vac_finding_group_get_label:
 * @group: a group
 *
 * Returns: the heading of a list of its findings, translated
 */
const char *
vac_finding_group_get_label (VacFindingGroup group)
{
  g_return_val_if_fail (group < VAC_N_FINDING_GROUPS, NULL);

  return _(groups[group].label);
}

/**
 * vac_severity_get_id:
 * @severity: a severity
 *
 * Returns: its name for other programs
 */
const char *
vac_severity_get_id (VacSeverity severity)
{
  g_return_val_if_fail (severity <= VAC_SEVERITY_HINT, NULL);

  return severities[severity];
}
