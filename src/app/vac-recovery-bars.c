/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-recovery-bars"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-recovery-bars.h"

static void
update_trouble (VacStateBars *bars,
                const char   *trouble)
{
  g_autofree char *sentence = NULL;

  if (trouble == NULL)
    {
      vac_state_bars_remove (bars, "not-kept");
      return;
    }
  /* Translators: %s is a sentence that says why */
  sentence = g_strdup_printf (_("Unsaved changes would not survive a crash. %s"), trouble);
  vac_state_bars_add (bars, "not-kept", sentence, NULL, NULL);
}

/**
 * vac_recovery_bars_update:
 * @bars: of a window
 * @recovery: what keeps its unsaved changes
 * @all: what to say if they came back after a crash
 * @most: what to say if the very last of them did not
 *
 * Says above the window's content that unsaved changes are not kept, and that they came back; the
 * latter bar, "recovered", offers to save them.
 *
 * Returns: whether that bar was not there before, and so wants its other actions
 */
gboolean
vac_recovery_bars_update (VacStateBars *bars,
                          VacRecovery  *recovery,
                          const char   *all,
                          const char   *most)
{
  g_return_val_if_fail (VAC_IS_STATE_BARS (bars) && VAC_IS_RECOVERY (recovery), FALSE);

  update_trouble (bars, vac_recovery_get_trouble (recovery));
  if (!vac_recovery_get_recovered (recovery))
    {
      vac_state_bars_remove (bars, "recovered");
      return FALSE;
    }

  return vac_state_bars_add (bars, "recovered", vac_recovery_get_fell_back (recovery) ? most : all,
                             "win.save", _("_Save"));
}
