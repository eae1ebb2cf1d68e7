/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-application.h"
#include "vac-document.h"
#include "vac-window.h"
#include "waiting-display.h"

/* The real program in this process: its windows, driven by keys and clicks from the X server. */

#define app_wait_until(condition) waiting_until (condition)

typedef gboolean (*AppMatch) (GtkWidget  *widget,
                              const void *data);

void            app_init           (int           *argc,
                                    char        ***argv);
VacApplication *app_get            (void);
void            app_settle         (void);
void            app_speak          (const char    *language,
                                    const char    *translations);

/* Files */
char           *app_make_path      (const char    *name);
void            app_write          (const char    *path,
                                    const char    *contents);
char           *app_read           (const char    *path);
char           *app_copy_guide     (const char    *name);

/* Windows */
VacWindow      *app_open           (const char    *path);
VacWindow      *app_open_guide     (void);
VacWindow      *app_open_guide_id  (const char    *id);
void            app_wait_shown     (VacWindow     *window);
VacWindow      *app_wait_start     (void);
void            app_close_all      (void);
guint           app_count_windows  (void);
GtkWidget      *app_wait_dialog    (VacWindow     *window);
GtkWindow      *app_find_window    (GType          type);
void            app_focus          (GtkWidget     *widget);
void            app_resize         (VacWindow     *window,
                                    int            width,
                                    int            height);
VacDocument    *app_get_document   (VacWindow     *window);
void            app_add_location   (VacWindow     *window,
                                    const char    *city,
                                    const char    *region);
char           *app_get_text       (VacWindow     *window);
char           *app_get_form_text  (VacWindow     *window);
char           *app_get_page_text  (VacWindow     *window);
const char     *app_get_subtitle   (VacWindow     *window);

/* Widgets */
GtkWidget      *app_find           (GtkWidget     *within,
                                    AppMatch       match,
                                    const void    *data);
GtkWidget      *app_find_type      (GtkWidget     *within,
                                    GType          type);
GtkWidget      *app_find_button    (GtkWidget     *within,
                                    const char    *label);
GtkWidget      *app_find_card      (VacWindow     *window,
                                    const char    *title);
GtkWidget      *app_find_row       (GtkWidget     *within,
                                    const char    *title);
GtkWidget      *app_find_label     (GtkWidget     *within,
                                    const char    *part);
GtkWidget      *app_find_field     (VacWindow     *window,
                                    VacNode       *node);
GtkWidget      *app_get_template_child (VacWindow *window,
                                    const char    *name);
void            app_press_button   (GtkWidget     *within,
                                    const char    *label);
gboolean        app_get_enabled    (VacWindow     *window,
                                    const char    *action);
void            app_choose_file    (GtkWidget     *chooser,
                                    const char    *path);

/* Keys and mouse */
void            app_send_key       (char           c);
void            app_type           (const char    *text);
void            app_send           (const char    *accelerator);
void            app_press          (const char    *accelerator);
void            app_point          (GtkWidget     *widget,
                                    double         x,
                                    double         y);
void            app_click          (GtkWidget     *widget,
                                    double         x,
                                    double         y);
void            app_click_button   (GtkWidget     *widget,
                                    guint          button,
                                    double         x,
                                    double         y);
