/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "support.h"
#include "vac-document.h"
#include "vac-section-page.h"
#include "vac-sidebar.h"

/* A window with the outline and the page of what is selected in it, on the guide. */
typedef struct
{
  GtkWindow   *window;
  VacSidebar  *sidebar;
  AdwBin      *bin;
  VacDocument *document;
  char        *removed;   /* the sentence of the last removal */
  char        *told;      /* the last other sentence */
  GdkDisplay  *other;     /* another program on the same screen; NULL until it copies something */
} Editor;

void         editor_init          (int             *argc,
                                   char          ***argv);
Editor      *editor_open          (VacDocument     *document,
                                   int              width,
                                   int              height);
Editor      *editor_open_section  (const char      *id);
void         editor_close         (Editor          *self);

VacPage     *editor_get_page      (Editor          *self);
VacNode     *editor_get_items     (Editor          *self,
                                   const char      *section);
const char  *editor_get_item_text (Editor          *self,
                                   const char      *section,
                                   guint            position);
GtkWidget   *editor_find          (Editor          *self,
                                   VacNode         *node);
GtkWidget   *editor_find_child    (GtkWidget       *within,
                                   GType            type);
GtkWidget   *editor_find_class    (GtkWidget       *within,
                                   const char      *name);
void         editor_place_caret   (Editor          *self,
                                   VacNode         *leaf,
                                   int              offset);
int          editor_get_caret     (Editor          *self);
void         editor_take_focus    (Editor          *self);
void         editor_copy_elsewhere (Editor         *self,
                                   const char      *html,
                                   const char      *text);
void         editor_press         (Editor          *self,
                                   guint            keyval,
                                   GdkModifierType  modifiers);
void         editor_type          (Editor          *self,
                                   const char      *text);
void         editor_click         (Editor          *self,
                                   GtkWidget       *widget,
                                   double           x,
                                   double           y,
                                   guint            button);
void         editor_drag          (Editor          *self,
                                   GtkWidget       *from,
                                   GtkWidget       *to,
                                   double           y);
void         editor_drag_by       (Editor          *self,
                                   GtkWidget       *from,
                                   double           distance);
void         editor_settle        (void);
void         editor_wait          (guint            milliseconds);
void         editor_save_png      (Editor          *self,
                                   const char      *file_name);
