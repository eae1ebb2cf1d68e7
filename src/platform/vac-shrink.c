/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-shrink"

#include "config.h"

#include "vac-newer.h"

#include <adwaita.h>

#include "vac-shrink.h"
#include "vac-title-slot.h"

#define N_LETTERS 7

/* So many large letters of what goes on fit beside what cancels, on a phone. */
#define N_LETTERS_OF_HEADER 9

/* Letters of 1.25 times the usual size, in 1024ths of a dot per inch. */
#define LARGE_LETTERS (96 * 1024 * 5 / 4)

/* Before GTK 4.12 a button is never narrower than what is written on it, which is too wide for a
 * phone where letters are large. */

/**
 * vac_shrink_are_letters_large:
 *
 * Returns: whether letters are so large that there is not always room on a phone
 */
gboolean
vac_shrink_are_letters_large (void)
{
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);

  return dpi > LARGE_LETTERS;
}

/* Has @update, a function of @widget, called now and whenever letters become larger or smaller. */
static void
follow_letters (GtkWidget *widget,
                void     (*update) (GtkWidget *widget))
{
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi",
                           G_CALLBACK (update), widget, G_CONNECT_SWAPPED);
  update (widget);
}

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

/* What can be ticked is read to its end; keys that a menu tells of are short. */
static void
let_label_shrink (GtkLabel *label)
{
  if (gtk_label_get_wrap (label) || gtk_label_get_ellipsize (label) != PANGO_ELLIPSIZE_NONE ||
      g_str_equal (gtk_widget_get_css_name (GTK_WIDGET (label)), "accelerator"))
    return;
  if (GTK_IS_CHECK_BUTTON (gtk_widget_get_parent (GTK_WIDGET (label))))
    {
      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (label, 0);
      return;
    }
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_has_tooltip (GTK_WIDGET (label), TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_query_tooltip_cb), NULL);
}

static void
let_children_shrink (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    vac_let_shrink (child);
}

/**
 * vac_let_shrink:
 * @widget: a button, or what buttons are in
 *
 * Lets what is written in @widget, and in the menus of it, end in an ellipsis where there is no
 * room for all of it; a tooltip shows the rest. What can be ticked wraps. Labels that wrap stay as
 * they are. A button may be given its label, and a menu its entries, later.
 */
void
vac_let_shrink (GtkWidget *widget)
{
  const char *later = GTK_IS_POPOVER_MENU (widget) ? "map"
                      : GTK_IS_BUTTON (widget)     ? "notify::label"
                                                   : NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_LABEL (widget))
    let_label_shrink (GTK_LABEL (widget));
  if (later != NULL)
    {
      g_signal_handlers_disconnect_by_func (widget, let_children_shrink, NULL);
      g_signal_connect (widget, later, G_CALLBACK (let_children_shrink), NULL);
    }
  let_children_shrink (widget);
}

/* Before GTK 4.12 a title takes from buttons that can shrink: while letters are small, they cannot.
 * Later, each side of a header bar gets what the title and the least of the other side leave. Where
 * both can shrink, they come to lie over each other: what goes on has a width of its own. */
static void
update_header_button (GtkWidget *button)
{
  GtkWidget *child = gtk_widget_get_first_child (button);
  gboolean is_cut = vac_shrink_are_letters_large ();
  GtkLabel *label;

  if (!GTK_IS_LABEL (child))
    return;
  label = GTK_LABEL (child);
#if GTK_CHECK_VERSION(4, 12, 0)
  if (gtk_widget_has_css_class (button, "suggested-action"))
    {
      is_cut = is_cut && g_utf8_strlen (gtk_label_get_text (label), -1) > N_LETTERS_OF_HEADER;
      gtk_label_set_width_chars (label, is_cut ? N_LETTERS_OF_HEADER : -1);
      gtk_label_set_max_width_chars (label, is_cut ? N_LETTERS_OF_HEADER : -1);
    }
  else
    {
      is_cut = TRUE;
    }
#endif
  gtk_label_set_ellipsize (label, is_cut ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
}

/**
 * vac_let_title_shrink:
 * @header: a header bar that was given a title
 *
 * Lets the title give way to the buttons.
 */
void
vac_let_title_shrink (AdwHeaderBar *header)
{
  g_autoptr (GtkWidget) title = NULL;

  g_return_if_fail (ADW_IS_HEADER_BAR (header));

  title = g_object_ref (adw_header_bar_get_title_widget (header));
  adw_header_bar_set_title_widget (header, NULL);
  adw_header_bar_set_title_widget (header, vac_title_slot_new (title));
}

static void
let_header_buttons_shrink (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    {
      g_signal_connect (widget, "notify::label", G_CALLBACK (update_header_button), NULL);
      follow_letters (widget, update_header_button);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    let_header_buttons_shrink (child);
}

/**
 * vac_let_header_shrink:
 * @header: a header bar that was given a title, a button to cancel and a suggested one to go on
 *
 * Does for both what vac_let_shrink() does, at least where letters are large. The title gives way
 * first.
 */
void
vac_let_header_shrink (AdwHeaderBar *header)
{
  g_return_if_fail (ADW_IS_HEADER_BAR (header));

  vac_let_shrink (GTK_WIDGET (header));
  let_header_buttons_shrink (GTK_WIDGET (header));
  vac_let_title_shrink (header);
}

/* So much stays of what is chosen, unless letters are large: a bar shares its room out evenly,
 * whatever would fit. */
static void
update_choice (GtkWidget *label)
{
  gtk_label_set_width_chars (GTK_LABEL (label), vac_shrink_are_letters_large () ? -1 : N_LETTERS);
}

static void
on_setup_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  let_label_shrink (GTK_LABEL (label));
  follow_letters (label, update_choice);
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
