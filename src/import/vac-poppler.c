/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-poppler"

#include "config.h"

#include <gmodule.h>
#include <glib/gi18n-lib.h>

#include "vac-error.h"
#include "vac-poppler.h"

/*
 * Linked in the usual way, poppler and the twenty libraries that it needs would be half of what a
 * start of the program costs, and few runs read a PDF file.
 */

/* Returns: (nullable): NULL when the library is not on this machine, or another one than it was */
static gpointer
load (gpointer unused)
{
  GModule *module = g_module_open (VAC_POPPLER_LIBRARY, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
  g_autofree VacPoppler *poppler = g_new0 (VacPoppler, 1);

  if (module == NULL)
    return NULL;
  /* Its types are registered for as long as the program runs. */
  g_module_make_resident (module);

#define TAKE(name)                                                                                 \
  if (!g_module_symbol (module, #name, (gpointer *) &poppler->name))                               \
    return NULL;
  VAC_POPPLER_FUNCTIONS (TAKE)
#undef TAKE

  return g_steal_pointer (&poppler);
}

/*
 * vac_poppler_load:
 * @error: return location for a sentence
 *
 * Any thread may ask.
 *
 * Returns: (transfer none) (nullable): the library, which is loaded when first asked for; %NULL
 *   when it is not there
 */
const VacPoppler *
vac_poppler_load (GError **error)
{
  static GOnce once = G_ONCE_INIT;
  const VacPoppler *poppler = g_once (&once, load, NULL);

  if (poppler == NULL)
    g_set_error (error, VAC_ERROR, VAC_ERROR_FAILED,
                 _ ("PDF files cannot be read here: %s is not installed."), VAC_POPPLER_LIBRARY);

  return poppler;
}
