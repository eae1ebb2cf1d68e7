/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-marker"

#include "config.h"

#include "vac-marker-way.h"
#include "vac-text-area.h"

/* Marks in text views are tags of the buffer, in entries attributes of the layout: neither is part
 * of what is written. */

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
view_has_selection (GtkWidget *widget)
{
  return gtk_text_buffer_get_has_selection (get_buffer (widget));
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
  g_autofree char *name = g_strconcat ("vac-mark-", vac_finding_group_get_id (group), NULL);
  GtkTextTag *tag = gtk_text_tag_table_lookup (table, name);

  return tag != NULL ? tag : gtk_text_buffer_create_tag (buffer, name, NULL);
}

static void
remove_tag_cb (GtkTextTag *tag,
               gpointer    user_data)
{
  GtkTextBuffer *buffer = user_data;
  GtkTextIter start, end;

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

  /* A text area has no other tags. */
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
  dup_text_of_view, get_caret_of_view, set_caret_of_view, view_has_selection,
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
entry_has_selection (GtkWidget *widget)
{
  return gtk_editable_get_selection_bounds (GTK_EDITABLE (widget), NULL, NULL);
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
      PangoAttribute *attributes[] = {
        pango_attr_underline_new (look.line),
        pango_attr_underline_color_new (to_16_bits (look.color.red),
                                        to_16_bits (look.color.green),
                                        to_16_bits (look.color.blue)),
      };

      for (guint j = 0; j < G_N_ELEMENTS (attributes); j++)
        {
          attributes[j]->start_index = (guint) mark->start;
          attributes[j]->end_index = (guint) mark->end;
          pango_attr_list_insert (list, attributes[j]);
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
  dup_text_of_entry, get_caret_of_entry, set_caret_of_entry, entry_has_selection,
  find_in_entry, FALSE, draw_in_entry, get_menu_of_entry, set_menu_of_entry,
};
