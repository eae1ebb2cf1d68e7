/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-finding"

#include "config.h"

#include <stdarg.h>

#include "vac-finding.h"

/**
 * vac_finding_new:
 * @severity: how bad it is
 * @node: (nullable): the place in the document
 * @format: a printf format for the sentence, translated
 * @...: for @format
 *
 * Returns: (transfer full): a finding
 */
VacFinding *
vac_finding_new (VacSeverity  severity,
                 VacNode     *node,
                 const char  *format,
                 ...)
{
  VacFinding *self = g_new0 (VacFinding, 1);
  va_list args;

  self->severity = severity;
  g_set_object (&self->node, node);
  va_start (args, format);
  self->sentence = g_strdup_vprintf (format, args);
  va_end (args);

  return self;
}

/**
 * vac_finding_free:
 * @self: (transfer full): a finding
 */
void
vac_finding_free (VacFinding *self)
{
  g_clear_object (&self->node);
  g_free (self->sentence);
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
