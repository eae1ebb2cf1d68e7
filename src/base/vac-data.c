/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-data"

#include "config.h"

#include "vac-data-resources.h"
#include "vac-data.h"

/**
 * vac_data_get:
 *
 * A linker drops the constructor of a resource in a static library, so it is registered here, the
 * first time that somebody asks. Any thread may.
 *
 * Returns: (transfer none): the files that the program carries inside it
 */
GResource *
vac_data_get (void)
{
  static gsize resource;

  /* The first to get a registered resource unpacks it; another one who gets it meanwhile would be
   * given none. */
  if (g_once_init_enter (&resource))
    {
      vac_data_register_resource ();
      g_once_init_leave (&resource, (gsize) vac_data_get_resource ());
    }

  return (GResource *) resource;
}
