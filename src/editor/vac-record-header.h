/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-document.h"

G_BEGIN_DECLS

void         vac_record_remember     (GtkWidget   *widget,
                                      VacDocument *document,
                                      VacNode     *source);
VacDocument *vac_record_get_document (GtkWidget   *widget);
VacNode     *vac_record_get_source   (GtkWidget   *widget);
GtkWidget   *vac_record_button_new   (VacDocument *document,
                                      VacNode     *source,
                                      const char  *label,
                                      const char  *icon,
                                      GCallback    callback);
GtkWidget   *vac_record_header_new   (VacDocument *document,
                                      VacNode     *title);
GtkWidget   *vac_record_add_button_new (VacDocument *document,
                                      VacNode     *list,
                                      VacRole      title_role,
                                      const char  *title,
                                      const char  *label);

G_END_DECLS
