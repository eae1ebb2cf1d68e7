/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-audience.h"

G_BEGIN_DECLS

/**
 * VacMenuRow:
 * @label: (translatable): what it says
 * @action: the name of an action
 *
 * An entry of a menu.
 */
typedef struct
{
  const char *label;
  const char *action;
} VacMenuRow;

void       vac_editor_init           (void);

void       vac_editor_set_node       (GtkWidget   *widget,
                                      VacNode     *node);
VacNode   *vac_editor_get_node       (GtkWidget   *widget);
VacNode   *vac_editor_find_node      (GtkWidget   *widget,
                                      GtkWidget   *within);
GtkWidget *vac_editor_find_widget    (GtkWidget   *within,
                                      VacNode     *node);
void       vac_editor_defer          (GtkWidget   *widget,
                                      GPtrArray   *nodes,
                                      void       (*make) (GtkWidget *widget));
void       vac_editor_make_deferred  (GtkWidget   *widget);
void       vac_editor_set_tooltip    (GtkWidget   *widget,
                                      const char  *text);
void       vac_editor_name_button    (GtkWidget   *button,
                                      const char  *name);
void       vac_editor_name_inside    (GtkWidget   *button,
                                      const char  *name);
void       vac_editor_set_class      (GtkWidget   *widget,
                                      const char  *name,
                                      gboolean     on);
GMenuModel *vac_editor_create_menu   (const VacMenuRow *rows,
                                      guint        n_rows);
void       vac_editor_set_menu       (GtkMenuButton *button,
                                      GMenuModel  *menu);
void       vac_editor_run_when_painted
                                     (GtkWidget   *widget,
                                      void       (*callback) (GtkWidget *widget));
void       vac_editor_describe       (GtkWidget   *row,
                                      VacNode     *node);
void       vac_editor_remove         (GtkWidget   *widget,
                                      VacDocument *document,
                                      VacNode     *element,
                                      const char  *sentence);
void       vac_editor_move_by        (VacDocument *document,
                                      VacNode     *element,
                                      int          steps);
GPtrArray *vac_editor_list_members   (VacNode     *record);
void       vac_editor_show_drop_line (GtkWidget  **row,
                                      GtkWidget   *to,
                                      gboolean     below);
void       vac_editor_allocate       (GtkWidget   *widget,
                                      int          x,
                                      int          y,
                                      int          width,
                                      int          height);
int        vac_editor_get_natural    (GtkWidget   *widget,
                                      GtkOrientation orientation);
void       vac_editor_tell           (GtkWidget   *widget,
                                      const char  *sentence);
gboolean   vac_editor_is_too_long    (GtkWidget   *widget,
                                      VacNode     *leaf,
                                      const char  *text);

VacNode   *vac_section_get_page_node (VacNode     *node);
VacNode   *vac_section_get_parent    (VacNode     *section);
char      *vac_section_make_id       (VacDocument *document);
VacNode   *vac_section_new           (VacDocument *document,
                                      VacNode     *list,
                                      const char  *title,
                                      const char  *audience);

G_END_DECLS
