/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       vac_employer_size_bind         (GtkEditable *editable,
                                           GSettings   *settings);
GtkWidget *vac_employer_size_question_new (GSettings   *settings);

G_END_DECLS
