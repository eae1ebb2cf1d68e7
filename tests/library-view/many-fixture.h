/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-document.h"
#include "vac-many-actions.h"

/* A window with a list of postings, all of them selected, and a program around it. */
typedef struct
{
  char            *folder;
  GPtrArray       *paths;       /* of char * */
  GtkWindow       *window;
  AdwToastOverlay *toasts;
  GListStore      *entries;     /* of VacLibraryEntry */
  GActionGroup    *actions;
  GSettings       *settings;
  VacDocument     *document;    /* nullable: open, of the first posting */
  char            *shown;       /* nullable: "NAME PLACE" of what was opened last */
  GPtrArray       *made;        /* of VacDocument: new ones */
  char            *target;      /* of exports */
  guint            n_changes;   /* how often lists were told to look again */
} Many;

Many      *many_open        (void);
void       many_close       (Many       *self);
void       many_put         (Many       *self,
                             const char *name,
                             const char *members);
void       many_activate    (Many       *self,
                             const char *action,
                             const char *parameter);
char      *many_read        (Many       *self,
                             guint       i);
GtkWidget *many_find_dialog (Many       *self);
GtkWidget *many_find_child  (GtkWidget  *within,
                             GType       type,
                             const char *label);
