/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* What is wrong with what a window shows, for whoever hears it, has only keys, or looks at it. Each
 * fault is a line of text. */

typedef void (*AuditCheck) (GtkWidget *within,
                            GPtrArray *faults);

char *audit_get_name      (GtkWidget *widget);
char *audit_describe      (GtkWidget *widget);
void  audit_add_fault     (GPtrArray  *faults,
                           GtkWidget  *widget,
                           const char *format,
                           ...) G_GNUC_PRINTF (3, 4);
gboolean audit_is_control (GtkWidget *widget);
void  audit_check_names   (GtkWidget *within,
                           GPtrArray *faults);
void  audit_check_twins   (GtkWidget *within,
                           GPtrArray *faults);
void  audit_check_icons   (GtkWidget *within,
                           GPtrArray *faults);
void  audit_check_tables  (GtkWidget *within,
                           GPtrArray *faults);
void  audit_check_repeats (GtkWidget *within,
                           GPtrArray *faults);
void  audit_check_controls (GtkWidget *within,
                           GPtrArray *faults);
void  audit_check_reach   (GtkWidget *within,
                           GPtrArray *faults);
void  audit_check_cut     (GtkWidget *within,
                           GPtrArray *faults);
void  audit_check_width   (GtkWidget *within,
                           int        width,
                           GPtrArray *faults);
void  audit_check_overlap (GtkWidget *within,
                           GPtrArray *faults);
void  audit_check_height  (GtkWidget *within,
                           int        width,
                           int        height,
                           GPtrArray *faults);
void  audit_check_lines   (GtkWidget *within,
                           GPtrArray *faults);
void  audit_check_window_buttons (GtkWidget *within,
                                  GPtrArray *faults);
void  audit_check_focus   (GtkWindow *window,
                           GPtrArray *faults);
