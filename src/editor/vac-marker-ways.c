/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-marker"

#include "config.h"

#include "vac-marker-way.h"
#include "vac-text-area.h"

/* Marks in text views are tags of the buffer, in entries attributes of the layout: neither is part
 * of what is written. */

#define TAG_PREFIX "vac-mark-"

static GtkTextBuffer *
get_buffer (GtkWidget *widget)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
}

static char *
dup_text_of_view (GtkWidget *widget)
{
  return vac_text_area_get_text (VAC_TEXT_AREA (widget));
}

static int
get_caret_of_view (GtkWidget *widget)
{
  int offset;

  g_object_get (get_buffer (widget), "cursor-position", &offset, NULL);

  return offset;
}

static void
set_caret_of_view (GtkWidget *widget,
                   int        offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (get_buffer (widget), &iter, offset);
  gtk_text_buffer_place_cursor (get_buffer (widget), &iter);
}

static gboolean
get_selection_of_view (GtkWidget *widget,
                       int       *from,
                       int       *to)
{
  GtkTextIter start, end;
  const gboolean selected = gtk_text_buffer_get_selection_bounds (get_buffer (widget), &start,
                                                                  &end);

  *from = gtk_text_iter_get_offset (&start);
  *to = gtk_text_iter_get_offset (&end);

  return selected;
}

static int
find_in_view (GtkWidget *widget,
              double     x,
              double     y)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  GtkTextIter iter;
  int left, top;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &left,
                                         &top);

  return gtk_text_view_get_iter_at_location (view, &iter, left, top)
             ? gtk_text_iter_get_offset (&iter)
             : -1;
}

static GtkTextTag *
get_tag (GtkTextBuffer   *buffer,
         VacFindingGroup  group)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  const char *id = group == VAC_MARK_FOUND ? "found" : vac_finding_group_get_id (group);
  g_autofree char *name = g_strconcat (TAG_PREFIX, id, NULL);
  GtkTextTag *tag = gtk_text_tag_table_lookup (table, name);

  return tag != NULL ? tag : gtk_text_buffer_create_tag (buffer, name, NULL);
}

static void
remove_tag_cb (GtkTextTag *tag,
               gpointer    user_data)
{
  GtkTextBuffer *buffer = user_data;
  g_autofree char *name = NULL;
  GtkTextIter start, end;

  g_object_get (tag, "name", &name, NULL);
  if (!g_str_has_prefix (name, TAG_PREFIX))
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, tag, &start, &end);
}

static void
draw_in_view (GtkWidget     *widget,
              const char    *text,
              GArray        *marks,
              VacMarkGround  ground)
{
  GtkTextBuffer *buffer = get_buffer (widget);
  gsize done = 0;
  glong offset = 0;

  /* Other tags show what is bold or a link. */
  gtk_text_tag_table_foreach (gtk_text_buffer_get_tag_table (buffer), remove_tag_cb, buffer);
  for (guint i = 0; i < marks->len; i++)
    {
      const VacUnderline *mark = &g_array_index (marks, VacUnderline, i);
      const VacMarkLook look = vac_mark_get_look (mark->group, ground);
      GtkTextTag *tag = get_tag (buffer, mark->group);
      GtkTextIter start, end;

      offset += g_utf8_strlen (text + done, (gssize) (mark->start - done));
      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) offset);
      offset += g_utf8_strlen (text + mark->start, (gssize) (mark->end - mark->start));
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) offset);
      done = mark->end;
      if (vac_mark_look_fills (&look))
        g_object_set (tag, "background-rgba", &look.color, NULL);
      else
        g_object_set (tag, "underline", look.line, "underline-rgba", &look.color, NULL);
      gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
    }
}

static GMenuModel *
get_menu_of_view (GtkWidget *widget)
{
  return gtk_text_view_get_extra_menu (GTK_TEXT_VIEW (widget));
}

static void
set_menu_of_view (GtkWidget  *widget,
                  GMenuModel *menu)
{
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (widget), menu);
}

const VacMarkerWay vac_marker_view_way = {
  dup_text_of_view, get_caret_of_view, set_caret_of_view, get_selection_of_view,
  find_in_view, TRUE, draw_in_view, get_menu_of_view, set_menu_of_view,
};

static char *
dup_text_of_entry (GtkWidget *widget)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
}

static int
get_caret_of_entry (GtkWidget *widget)
{
  return gtk_editable_get_position (GTK_EDITABLE (widget));
}

static void
set_caret_of_entry (GtkWidget *widget,
                    int        offset)
{
  gtk_editable_set_position (GTK_EDITABLE (widget), offset);
}

static gboolean
get_selection_of_entry (GtkWidget *widget,
                        int       *from,
                        int       *to)
{
  return gtk_editable_get_selection_bounds (GTK_EDITABLE (widget), from, to);
}

/* An entry does not say which character is where, only where each is. */
static int
find_in_entry (GtkWidget *widget,
               double     x,
               double     y)
{
  const glong n = g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (widget)), -1);
  double nearest = G_MAXDOUBLE;
  int found = -1;

  for (int i = 0; i <= n; i++)
    {
      graphene_rect_t caret;
      double distance;

      gtk_text_compute_cursor_extents (GTK_TEXT (widget), (gsize) i, &caret, NULL);
      distance = ABS (caret.origin.x - x);
      if (distance < nearest)
        {
          nearest = distance;
          found = i;
        }
    }

  return found;
}

static guint16
to_16_bits (float value)
{
  return (guint16) (value * G_MAXUINT16);
}

static void
add_attribute (PangoAttrList      *list,
               PangoAttribute     *attribute,
               const VacUnderline *mark)
{
  attribute->start_index = (guint) mark->start;
  attribute->end_index = (guint) mark->end;
  pango_attr_list_insert (list, attribute);
}

static void
draw_in_entry (GtkWidget     *widget,
               const char    *text,
               GArray        *marks,
               VacMarkGround  ground)
{
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();

  for (guint i = 0; i < marks->len; i++)
    {
      const VacUnderline *mark = &g_array_index (marks, VacUnderline, i);
      const VacMarkLook look = vac_mark_get_look (mark->group, ground);
      const guint16 red = to_16_bits (look.color.red), green = to_16_bits (look.color.green);
      const guint16 blue = to_16_bits (look.color.blue);

      if (vac_mark_look_fills (&look))
        {
          add_attribute (list, pango_attr_background_new (red, green, blue), mark);
          add_attribute (list, pango_attr_background_alpha_new (to_16_bits (look.color.alpha)),
                         mark);
        }
      else
        {
          add_attribute (list, pango_attr_underline_new (look.line), mark);
          add_attribute (list, pango_attr_underline_color_new (red, green, blue), mark);
        }
    }
  gtk_text_set_attributes (GTK_TEXT (widget), marks->len > 0 ? list : NULL);
}

static GMenuModel *
get_menu_of_entry (GtkWidget *widget)
{
  return gtk_text_get_extra_menu (GTK_TEXT (widget));
}

static void
set_menu_of_entry (GtkWidget  *widget,
                   GMenuModel *menu)
{
  gtk_text_set_extra_menu (GTK_TEXT (widget), menu);
}

const VacMarkerWay vac_marker_entry_way = {
  dup_text_of_entry, get_caret_of_entry, set_caret_of_entry, get_selection_of_entry,
  find_in_entry, FALSE, draw_in_entry, get_menu_of_entry, set_menu_of_entry,
};
