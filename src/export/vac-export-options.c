/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-export-options"

#include "config.h"

#include "vac-export-options.h"

const VacExportOptions vac_export_defaults = { .columns = VAC_EXPORT_MAIL_COLUMNS };

/**
 * vac_export_options_get_page_setup:
 * @self: options
 * @language: (nullable): of the document, as BCP 47
 *
 * Returns: the paper that was chosen, or else the usual one
 */
VacPageSetup
vac_export_options_get_page_setup (const VacExportOptions *self,
                                   const char             *language)
{
  VacPageSetup setup;

  vac_page_setup_init (&setup, vac_page_setup_get_default (language));
  g_return_val_if_fail (self != NULL, setup);

  return self->page_setup != NULL ? *self->page_setup : setup;
}
