/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VacMappedFunc:
 * @widget: a widget that has just been mapped
 *
 * Changes what GTK and libadwaita make of all widgets of a kind.
 */
typedef void (*VacMappedFunc) (GtkWidget *widget);

void vac_mapped_watch (VacMappedFunc func);

G_END_DECLS
