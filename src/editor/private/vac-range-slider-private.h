/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-range-slider.h"

G_BEGIN_DECLS

/* For the files that make up the slider only. */

/* A handle, and what is marked at its end of the band. */
typedef struct
{
  /* Owned by the slider */
  GtkWidget *handle;
  GtkWidget *indicator;
  GtkWidget *label;

  VacMoney   value;
  VacMoney   mark;
  gboolean   known;
} End;

struct _VacRangeSlider
{
  GtkWidget    parent_instance;

  /* Owned */
  GtkWidget   *trough;
  GtkWidget   *band;
  GtkWidget   *highlight;
  GtkWidget   *marks;
  End          ends[VAC_N_RANGE_ENDS];

  VacMoney     lower;
  VacMoney     upper;
  VacMoney     step;
  VacMoney     pending[3];   /* the scale to take once the handle is let go */

  VacRangeEnd  dragged;      /* or VAC_N_RANGE_ENDS */
  gboolean     undecided;    /* which of two handles in one place is dragged */
  double       grip;         /* from the middle of the handle to where it was grabbed */
};

/* vac-range-slider-layout.c */
void     vac_range_slider_class_lay_out (GtkWidgetClass *widget_class);
void     vac_range_slider_lay_out       (VacRangeSlider *self);
gboolean vac_range_slider_is_mirrored   (VacRangeSlider *self);
int      vac_range_slider_get_grip      (VacRangeSlider *self);
double   vac_range_slider_get_x         (VacRangeSlider *self,
                                         VacMoney        value);

G_END_DECLS
