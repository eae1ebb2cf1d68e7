/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-shrink"

#include "config.h"

#include "vac-newer.h"

#include "vac-shrink.h"

#define N_LETTERS 7

/* So many large letters of what goes on fit beside what cancels, on a phone. */
#define N_LETTERS_OF_HEADER 9

/* Letters of 1.25 times the usual size, in 1024ths of a dot per inch. */
#define LARGE_LETTERS (96 * 1024 * 5 / 4)

/* Before GTK 4.12 a button is never narrower than what is written on it, which is too wide for a
 * phone where letters are large. */

static gboolean
on_query_tooltip_cb (GtkWidget  *label,
                     int         x,
                     int         y,
                     gboolean    by_keyboard,
                     GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));

  return TRUE;
}

static void
let_label_shrink (GtkWidget *label)
{
  if (gtk_label_get_wrap (GTK_LABEL (label)) ||
      gtk_label_get_ellipsize (GTK_LABEL (label)) != PANGO_ELLIPSIZE_NONE)
    return;
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_query_tooltip_cb), NULL);
}

/**
 * vac_let_shrink:
 * @widget: a button, or what buttons are in
 *
 * Lets what is written in @widget end in an ellipsis where there is no room for all of it; a
 * tooltip shows the rest. Labels that wrap stay as they are.
 */
void
vac_let_shrink (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_LABEL (widget))
    let_label_shrink (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    vac_let_shrink (child);
}

#if GTK_CHECK_VERSION(4, 12, 0)

static void
update_label_of_header (GtkLabel *label)
{
  int dpi;
  gboolean is_cut;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  is_cut = dpi > LARGE_LETTERS &&
           g_utf8_strlen (gtk_label_get_text (label), -1) > N_LETTERS_OF_HEADER;
  gtk_label_set_ellipsize (label, is_cut ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (label, is_cut ? N_LETTERS_OF_HEADER : -1);
  gtk_label_set_max_width_chars (label, is_cut ? N_LETTERS_OF_HEADER : -1);
}

/* GTK 4.12 and later give each side of a header bar what the title and the least of the other side
 * leave. Where both can shrink, they come to lie over each other: one has a width of its own. */
static void
keep_apart (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "title"))
    {
      gtk_label_set_width_chars (GTK_LABEL (widget), -1);
    }
  else if (GTK_IS_LABEL (widget) &&
           gtk_widget_has_css_class (gtk_widget_get_parent (widget), "suggested-action"))
    {
      g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi",
                               G_CALLBACK (update_label_of_header), widget, G_CONNECT_SWAPPED);
      g_signal_connect (widget, "notify::label", G_CALLBACK (update_label_of_header), NULL);
      update_label_of_header (GTK_LABEL (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    keep_apart (child);
}

#endif

/**
 * vac_let_header_shrink:
 * @header: a header bar with a button to cancel and a suggested one to go on
 *
 * Does for both what vac_let_shrink() does. The one to cancel gives way first.
 */
void
vac_let_header_shrink (GtkWidget *header)
{
  g_return_if_fail (GTK_IS_WIDGET (header));

  vac_let_shrink (header);
#if GTK_CHECK_VERSION(4, 12, 0)
  keep_apart (header);
#endif
}

/* So much stays of what is chosen, unless letters are large: a bar shares its room out evenly,
 * whatever would fit. */
static void
on_letters_changed_cb (GtkSettings *settings,
                       GParamSpec  *pspec,
                       GtkLabel    *label)
{
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  gtk_label_set_width_chars (label, dpi <= LARGE_LETTERS ? N_LETTERS : -1);
}

static void
on_setup_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkSettings *settings = gtk_settings_get_default ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  let_label_shrink (label);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (on_letters_changed_cb),
                           label, 0);
  on_letters_changed_cb (settings, NULL, GTK_LABEL (label));
  gtk_list_item_set_child (item, label);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory,
            GtkListItem              *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/**
 * vac_let_drop_down_shrink:
 * @drop_down: a drop-down of strings
 *
 * Does for what is chosen in it what vac_let_shrink() does. The list that opens stays as wide as
 * its longest line.
 */
void
vac_let_drop_down_shrink (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  if (gtk_drop_down_get_list_factory (drop_down) == NULL)
    gtk_drop_down_set_list_factory (drop_down, gtk_drop_down_get_factory (drop_down));
  gtk_drop_down_set_factory (drop_down, factory);
}
