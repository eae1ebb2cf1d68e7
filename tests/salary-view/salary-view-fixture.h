/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "editor-fixture.h"
#include "vac-salary-panel.h"

/* A window with the page of the compensation guide. */
typedef struct
{
  GtkWindow      *window;
  VacPage        *page;
  VacSalaryPanel *panel;
  VacDocument    *document;
  GtkWindow      *side;       /* of the page of places side by side; NULL without one */
  char           *exported_format;
  char           *exported_places;
  char           *chosen;     /* what was to be printed or exported of the places */
  char           *places;     /* those that are checked, by their positions in the document */
  gboolean        imported;
} Market;

Market  *market_open       (VacDocument    *document,
                            int             width,
                            int             height);
void     market_close      (Market         *self);
void     market_set_places (VacDocument    *document,
                            guint           n_places);
GtkWidget *market_show_side_by_side (Market *self,
                            int             width,
                            int             height);
VacNode *market_get_place  (VacDocument    *document,
                            const char     *name);
cairo_surface_t *market_draw (GtkWidget   *widget);
void     market_save_png   (GtkWidget      *widget,
                            const char     *file_name);
GtkWidget *market_find     (GtkWidget      *widget,
                            GType           type);
gboolean market_shows      (GtkWidget      *widget,
                            const char     *part);
