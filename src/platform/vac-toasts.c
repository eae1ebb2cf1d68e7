/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-toasts"

#include "config.h"

#include <gtk/gtk.h>

#include "vac-mapped.h"
#include "vac-toasts.h"

/* libadwaita cuts the title of a toast off after one line, and in a window as narrow as a phone
 * that is after a few words. */

/* As many letters are on a line where there is room, and where there is hardly any. */
#define MOST_COLUMNS  48
#define LEAST_COLUMNS 8

/* What the buttons of a toast and its padding take, in letters and in pixels. */
#define BUTTON_COLUMNS 12
#define PADDING        120

/* libadwaita 1.2 makes a toast as wide as it likes to be, also where the window is narrower. */
static int
count_columns (GtkWidget *label)
{
  PangoContext *context = gtk_widget_get_pango_context (label);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int units = pango_font_metrics_get_approximate_char_width (metrics);
  const int letter = MAX (PANGO_PIXELS_CEIL (units), 1);
  const int width = gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (label)));

  pango_font_metrics_unref (metrics);

  return CLAMP ((width - PADDING) / letter - BUTTON_COLUMNS, LEAST_COLUMNS, MOST_COLUMNS);
}

static void
let_titles_wrap (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      {
        gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_NONE);
        gtk_label_set_wrap (GTK_LABEL (child), TRUE);
        gtk_label_set_wrap_mode (GTK_LABEL (child), PANGO_WRAP_WORD_CHAR);
        gtk_label_set_max_width_chars (GTK_LABEL (child), count_columns (child));
        gtk_label_set_xalign (GTK_LABEL (child), 0);
        gtk_widget_set_margin_top (child, 6);
        gtk_widget_set_margin_bottom (child, 6);
      }
    else if (!GTK_IS_BUTTON (child))
      let_titles_wrap (child);
}

static void
on_mapped (GtkWidget *widget)
{
  /* There is no function that tells the widget of a toast. */
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget"))
    let_titles_wrap (widget);
}

/**
 * vac_toasts_init:
 *
 * From now on every toast shows all that it says, on several lines if there is no room on one. Call
 * it once, after GTK was initialized.
 */
void
vac_toasts_init (void)
{
  vac_mapped_watch (on_mapped);
}
