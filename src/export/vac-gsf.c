/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-gsf"

#include "config.h"

#include <gmodule.h>

#include "vac-gsf.h"

/*
 * Linked in the usual way, libgsf, with libxml2 and ICU, which it brings along, would be a fifth of
 * what a start of the program costs, and few runs write Word files.
 */

static VacGsf *
load (void)
{
  GModule *module = g_module_open (VAC_GSF_LIBRARY, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
  VacGsf *gsf = g_new0 (VacGsf, 1);

  if (module == NULL)
    g_error ("%s", g_module_error ());
  /* Its types are registered for as long as the program runs. */
  g_module_make_resident (module);

#define TAKE(name)                                                                                 \
  if (!g_module_symbol (module, #name, (gpointer *) &gsf->name))                                   \
    g_error ("%s", g_module_error ());
  VAC_GSF_FUNCTIONS (TAKE)
#undef TAKE

  /* It makes them when they are first asked for, and two threads that ask at once break them. */
  gsf->gsf_output_memory_get_type ();
  gsf->gsf_outfile_zip_get_type ();

  return gsf;
}

/*
 * vac_gsf:
 *
 * Any thread may ask. Without the library, which packages of the program require, it ends here.
 *
 * Returns: (transfer none): libgsf, which is loaded when first asked for
 */
const VacGsf *
vac_gsf (void)
{
  static VacGsf *gsf;

  if (g_once_init_enter (&gsf))
    g_once_init_leave (&gsf, load ());

  return gsf;
}
