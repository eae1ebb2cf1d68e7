/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-text-label"

#include "config.h"

#include "vac-text-label.h"

/**
 * vac_text_label_new:
 * @text: (nullable): what it says, if that is known already
 *
 * Returns: (transfer floating): a label for words that somebody wrote, however many: they begin at
 *   its edge and are wrapped, inside of a word where it is too long
 */
GtkWidget *
vac_text_label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);

  return label;
}
