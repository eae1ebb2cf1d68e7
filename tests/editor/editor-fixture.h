/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

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
} Editor;

void       editor_init      (int         *argc,
                             char      ***argv);
Editor    *editor_open      (VacDocument *document,
                             int          width,
                             int          height);
void       editor_close     (Editor      *self);
VacPage   *editor_get_page  (Editor      *self);
void       editor_settle    (void);
void       editor_save_png  (Editor      *self,
                             const char  *file_name);

VacDocument *editor_load_guide (void);
