/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* WCAG 2.1, success criteria 1.4.3 and 1.4.11: of text, and of large text and icons. */
#define CONTRAST_OF_TEXT  4.5
#define CONTRAST_OF_LARGE 3.0

double contrast_check (GtkWidget *window,
                       GPtrArray *faults);
