/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-mapped"

#include "config.h"

#include "vac-mapped.h"

static gboolean
on_map_cb (GSignalInvocationHint *hint,
           guint                  n_values,
           const GValue          *values,
           gpointer               user_data)
{
  VacMappedFunc func = user_data;

  func (g_value_get_object (values));

  return TRUE;
}

/**
 * vac_mapped_watch:
 * @func: what to do
 *
 * From now on, does that with every widget of the program each time it is mapped. To be called
 * after GTK was initialized.
 */
void
vac_mapped_watch (VacMappedFunc func)
{
  g_return_if_fail (func != NULL);

  /* There is the signal only once there is the class. */
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_map_cb, func, NULL);
}
