/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "audit.h"

/* Whether everything has room: what is cut off, too wide, too high, or lies over another. */

/* Whether the tooltip over it, its own or that of what it is in, shows what it says. One without a
 * text is made when it shows. */
static gboolean
is_in_tooltip (GtkLabel *label)
{
  for (GtkWidget *widget = GTK_WIDGET (label); widget != NULL;
       widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget))
      {
        const char *tooltip = gtk_widget_get_tooltip_text (widget);

        return tooltip == NULL || strstr (tooltip, gtk_label_get_text (label)) != NULL;
      }

  return FALSE;
}

/* Whether what is beyond an edge can be scrolled to. */
static gboolean
scrolls (GtkWidget      *widget,
         GtkOrientation  orientation)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      GtkPolicyType policies[2];

      if (!GTK_IS_SCROLLED_WINDOW (widget))
        continue;
      gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (widget), &policies[0], &policies[1]);
      if (policies[orientation == GTK_ORIENTATION_VERTICAL] != GTK_POLICY_NEVER)
        return TRUE;
    }

  return FALSE;
}

static void
check_cut (GtkWidget *widget,
           GtkWidget *root,
           GPtrArray *faults)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (widget) || (widget != root && GTK_IS_NATIVE (widget)))
    return;
  if (GTK_IS_LABEL (widget) &&
      pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))) &&
      !is_in_tooltip (GTK_LABEL (widget)))
    audit_add_fault (faults, widget, "cut off without a tooltip");
  if (audit_is_control (widget) && gtk_widget_compute_bounds (widget, root, &bounds) &&
      (bounds.origin.x < -1 ||
       bounds.origin.x + bounds.size.width > gtk_widget_get_width (root) + 1) &&
      !scrolls (widget, GTK_ORIENTATION_HORIZONTAL))
    audit_add_fault (faults, widget, "from %.0f to %.0f in a width of %d", bounds.origin.x,
                     bounds.origin.x + bounds.size.width, gtk_widget_get_width (root));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_cut (child, root, faults);
}

/* Texts end in an ellipsis only under a tooltip, and no control is beyond the window's edge. */
void
audit_check_cut (GtkWidget *within,
                 GPtrArray *faults)
{
  check_cut (within, within, faults);
}

static gboolean
find_wide (GtkWidget *within,
           int        width,
           GPtrArray *faults)
{
  gboolean found = FALSE;
  int minimum;

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child) && gtk_widget_get_mapped (child) &&
        !scrolls (child, GTK_ORIENTATION_HORIZONTAL))
      found = find_wide (child, width, faults) || found;
  if (GTK_IS_WINDOW (within))
    minimum = gtk_widget_get_width (within);
  else
    gtk_widget_measure (within, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (found || minimum <= width)
    return found;
  audit_add_fault (faults, within, "%d wide, more than %d", minimum, width);

  return TRUE;
}

/* The innermost widgets that want more than @width, unless they can be scrolled to, and a window
 * that is wider for another reason. */
void
audit_check_width (GtkWidget *within,
                   int        width,
                   GPtrArray *faults)
{
  find_wide (within, width, faults);
}

/* All lines of a text that is typed are seen, unless it scrolls by itself. What lines are measured
 * as may differ by a fraction of a pixel. */
void
audit_check_lines (GtkWidget *within,
                   GPtrArray *faults)
{
  if (!gtk_widget_get_mapped (within))
    return;
  if (GTK_IS_TEXT_VIEW (within) && !GTK_IS_SCROLLED_WINDOW (gtk_widget_get_parent (within)))
    {
      GtkTextView *view = GTK_TEXT_VIEW (within);
      GdkRectangle last, visible;
      GtkTextIter end;

      gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (view), &end);
      gtk_text_view_get_iter_location (view, &end, &last);
      gtk_text_view_get_visible_rect (view, &visible);
      if (last.y + last.height / 2 > visible.y + visible.height)
        audit_add_fault (faults, within, "%d of %d pixels of its text are seen", visible.height,
                         last.y + last.height);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      audit_check_lines (child, faults);
}

static guint
count_window_buttons (GtkWidget *within)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (within))
    return 0;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_WINDOW_CONTROLS (within))
      n += GTK_IS_BUTTON (child) && gtk_widget_get_mapped (child);
    else if (!GTK_IS_NATIVE (child))
      n += count_window_buttons (child);

  return n;
}

/* On a phone there is room for one of the window's buttons. */
void
audit_check_window_buttons (GtkWidget *within,
                            GPtrArray *faults)
{
  const guint n = count_window_buttons (within);

  if (n > 1)
    audit_add_fault (faults, within, "%u of the window's buttons", n);
}

/* The sides of a header bar and the title between them have a place each. */
void
audit_check_overlap (GtkWidget *within,
                     GPtrArray *faults)
{
  GtkWidget *next;

  if (!gtk_widget_get_mapped (within))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL; child = next)
    {
      graphene_rect_t bounds, other;

      next = gtk_widget_get_next_sibling (child);
      if (!GTK_IS_NATIVE (child))
        audit_check_overlap (child, faults);
      if (!GTK_IS_CENTER_BOX (within) || next == NULL ||
          !gtk_widget_compute_bounds (child, within, &bounds) ||
          !gtk_widget_compute_bounds (next, within, &other) ||
          !graphene_rect_intersection (&bounds, &other, &bounds) || bounds.size.width <= 1)
        continue;
      audit_add_fault (faults, within, "%.0f pixels of one lie over another", bounds.size.width);
    }
}

/* The innermost that wants more than @height where it is @width wide, unless it can be scrolled.
 * The width that a widget tells is without its padding, and it is not to be measured for less than
 * it needs. */
static gboolean
find_high (GtkWidget *within,
           int        width,
           int        height,
           GPtrArray *faults)
{
  gboolean found = FALSE;
  int least, minimum;

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child) && gtk_widget_get_mapped (child) &&
        !scrolls (child, GTK_ORIENTATION_VERTICAL))
      found = find_high (child, width, height, faults) || found;
  gtk_widget_measure (within, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (within, GTK_ORIENTATION_VERTICAL,
                      MAX (least, MIN (width, gtk_widget_get_width (within))), &minimum, NULL, NULL,
                      NULL);
  if (found || minimum <= height)
    return found;
  audit_add_fault (faults, within, "%d high, more than %d", minimum, height);

  return TRUE;
}

/* What cannot be made as low as @height at a width of @width, and a window that is higher. */
void
audit_check_height (GtkWidget *within,
                    int        width,
                    int        height,
                    GPtrArray *faults)
{
  if (!find_high (within, width, height, faults) && GTK_IS_WINDOW (within) &&
      gtk_widget_get_height (within) > height)
    audit_add_fault (faults, within, "%d high, more than %d", gtk_widget_get_height (within),
                     height);
}
