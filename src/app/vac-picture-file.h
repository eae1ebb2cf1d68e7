/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-document.h"

G_BEGIN_DECLS

void vac_picture_file_choose (GtkWindow   *parent,
                              VacDocument *document,
                              VacNode     *leaf);
void vac_picture_file_load   (GtkWindow   *parent,
                              VacDocument *document,
                              VacNode     *leaf,
                              GFile       *file);

G_END_DECLS
