/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-icu-library"

#include "config.h"

#include <gmodule.h>
#include <unicode/uvernum.h>

#include "vac-icu-library.h"

/*
 * Linked in the usual way, ICU would be a third of what a start of the program costs, and much of
 * what the command line is asked for needs none of it.
 */

/* It brings the other ones of ICU along. Each release has a name of its own. */
#define LIBRARY "libicui18n.so." U_ICU_VERSION_SHORT

static VacIcu *
load (void)
{
  GModule *module = g_module_open (LIBRARY, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
  VacIcu *icu = g_new0 (VacIcu, 1);

  if (module == NULL)
    g_error ("%s", g_module_error ());
  g_module_make_resident (module);

  /* The name of a function in ICU, too, is one of its release. */
#define TAKE(name)                                                                                 \
  if (!g_module_symbol (module, G_STRINGIFY (name), (gpointer *) &icu->name))                      \
    g_error ("%s", g_module_error ());
  VAC_ICU_FUNCTIONS (TAKE)
#undef TAKE

  return icu;
}

/*
 * vac_icu:
 *
 * Any thread may ask. Without the library, which packages of the program require, it ends here.
 *
 * Returns: (transfer none): ICU, which is loaded when first asked for
 */
const VacIcu *
vac_icu (void)
{
  static VacIcu *icu;

  if (g_once_init_enter (&icu))
    g_once_init_leave (&icu, load ());

  return icu;
}
