/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-unshown"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-finding.h"
#include "vac-quote.h"
#include "vac-review.h"
#include "vac-window-private.h"

/* How a window reports values of a type that does not belong in their place. */

/**
 * vac_window_update_unshown:
 * @self: a window
 *
 * Shows a bar for as long as the file holds values of types that no page can print.
 */
void
vac_window_update_unshown (VacWindow *self)
{
  g_autoptr (GPtrArray) unshown = vac_review_check (vac_window_get_document (self),
                                                    VAC_REVIEW_UNSHOWN);
  g_autofree char *text = NULL;

  if (unshown->len == self->n_unshown)
    return;

  self->n_unshown = unshown->len;
  vac_state_bars_remove (self->bars, "unshown");
  if (unshown->len == 0)
    return;
  text = g_strdup_printf (
      ngettext ("%u value in this file is of a type that does not belong in its "
                "place. It is kept, but not printed.",
                "%u values in this file are of a type that does not belong in "
                "their place. They are kept, but not printed.",
                unshown->len),
      unshown->len);
  vac_state_bars_add (self->bars, "unshown", text, "win.show-unshown",
                      unshown->len == 1 ? _("_Show Place") : _("_Next Place"));
}

static void
tell_unshown (VacWindow *self,
              VacNode   *node)
{
  const char *label = vac_node_get_field (node)->label;
  const char *raw = vac_node_get_raw (node) != NULL ? vac_node_get_raw (node)
                                                    : vac_node_get_text (node);
  g_autofree char *shortened = vac_quote_shorten (raw);
  g_autofree char *value = vac_quote_visible (shortened, "");
  g_autofree char *path = label == NULL ? vac_node_get_path (node) : NULL;
  /* Translators: the name of a field, and what the file has in its place. */
  g_autofree char *text = g_strdup_printf (_("“%s” holds %s in the file"),
                                           label != NULL ? _(label) : path, value);

  vac_window_show_toast (self, text);
}

/**
 * vac_window_show_unshown:
 * @self: a window
 *
 * Goes to the place of the next value of a wrong type, and says what the file has there. For a
 * place without a form, shows the review instead.
 */
void
vac_window_show_unshown (VacWindow *self)
{
  g_autoptr (GPtrArray) unshown = vac_review_check (vac_window_get_document (self),
                                                    VAC_REVIEW_UNSHOWN);
  const VacFinding *finding;

  if (unshown->len == 0)
    return;

  finding = g_ptr_array_index (unshown, self->next_unshown++ % unshown->len);
  if (vac_window_show_node (self, finding->node))
    tell_unshown (self, finding->node);
  else
    g_object_set (self->panes, "review-visible", TRUE, NULL);
}
