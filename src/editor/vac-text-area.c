/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-text-area"

#include "config.h"

#include <string.h>

#include "vac-clipboard.h"
#include "vac-editor.h"
#include "vac-markup.h"
#include "vac-paste.h"
#include "vac-text-area.h"

#define MINIMUM_WIDTH 60
#define NATURAL_WIDTH 320
#define CARET_WIDTH 1

/* For how many widths it is worth measuring whether a text is still as high as before. */
#define MOST_TO_COMPARE 4

/* Fits into the narrowest window. */
#define PLACEHOLDER_CHARS 30

/**
 * VacTextArea:
 *
 * A text view as high as its text at the width it gets, which a plain one is not: in a list row
 * that shows cut-off text.
 */
struct _VacTextArea
{
  GtkTextView    parent_instance;

  /* Owned by the text view */
  GtkWidget     *placeholder;   /* nullable until it is set */

  /* Owned */
  PangoLayout   *layout;        /* for measuring; nullable */
  GHashTable    *heights;       /* of the text as it is, by width */
  guint          follow_id;

  gboolean       single_line;
  gboolean       marked;
  gboolean       composing;
};

G_DEFINE_FINAL_TYPE (VacTextArea, vac_text_area, GTK_TYPE_TEXT_VIEW)

static PangoLayout *
get_layout (VacTextArea *self)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
    }

  return self->layout;
}

/* Bold words of a line of @text, which take more room: nearly always there are none. */
static PangoAttrList *
list_bold (const VacMarkup *markup,
           gsize            start,
           gsize            end)
{
  const GArray *parts = vac_markup_get_parts (markup);
  PangoAttrList *list = parts != NULL ? pango_attr_list_new () : NULL;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const VacEmphasis *part = &g_array_index (parts, VacEmphasis, i);
      const gsize from = vac_markup_to_stored (markup, part->start);
      PangoAttribute *bold;

      if (part->uri != NULL || from < start || from >= end)
        continue;
      bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      bold->start_index = (guint) (from - start);
      bold->end_index = (guint) (vac_markup_to_stored_end (markup, part->end) - start);
      pango_attr_list_insert (list, bold);
    }

  return list;
}

/* A text view rounds the height of every paragraph, so paragraphs are measured one by one, and it
 * keeps a column free for the caret at the end of a line. */
static int
measure_height (VacTextArea *self,
                int          width)
{
  PangoLayout *layout = get_layout (self);
  g_autofree char *text = vac_text_area_get_text (self);
  g_autoptr (VacMarkup) markup = self->marked ? vac_markup_new (text) : NULL;
  int height = 0;

  pango_layout_set_width (layout, width > CARET_WIDTH ? (width - CARET_WIDTH) * PANGO_SCALE : -1);
  for (const char *line = text; line != NULL; line = strchr (line, '\n'))
    {
      g_autoptr (PangoAttrList) bold = NULL;
      PangoRectangle extents;
      gsize length;

      line += line != text;
      length = strcspn (line, "\n");
      bold = list_bold (markup, (gsize) (line - text), (gsize) (line - text) + length);
      pango_layout_set_text (layout, line, (int) length);
      pango_layout_set_attributes (layout, bold);
      pango_layout_get_extents (layout, NULL, &extents);
      height += PANGO_PIXELS (extents.height);
    }

  return height;
}

/* While a page is laid out, a height is asked for many times, for a few widths. */
static int
get_height (VacTextArea *self,
            int          width)
{
  gpointer height;

  if (!g_hash_table_lookup_extended (self->heights, GINT_TO_POINTER (width), NULL, &height))
    {
      height = GINT_TO_POINTER (measure_height (self, width));
      g_hash_table_insert (self->heights, GINT_TO_POINTER (width), height);
    }

  return GPOINTER_TO_INT (height);
}

/* A key rarely makes a text higher. Whoever was told its heights, and keeps them, was told all that
 * are in the table. */
static gboolean
keeps_heights (VacTextArea *self)
{
  const guint n_heights = g_hash_table_size (self->heights);
  gboolean same = n_heights > 0 && n_heights <= MOST_TO_COMPARE;
  GHashTableIter iter;
  gpointer width, height;

  g_hash_table_iter_init (&iter, self->heights);
  while (same && g_hash_table_iter_next (&iter, &width, &height))
    same = measure_height (self, GPOINTER_TO_INT (width)) == GPOINTER_TO_INT (height);

  return same;
}

static GtkSizeRequestMode
vac_text_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
vac_text_area_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  VacTextArea *self = VAC_TEXT_AREA (widget);
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  int across = gtk_text_view_get_left_margin (view) + gtk_text_view_get_right_margin (view);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH + across;
      *natural = NATURAL_WIDTH + across;
    }
  else
    {
      *minimum = *natural = get_height (self, for_size > across ? for_size - across : -1) +
                            gtk_text_view_get_top_margin (view) +
                            gtk_text_view_get_bottom_margin (view);
    }
  *minimum_baseline = *natural_baseline = -1;
}

/* Before it has a width, a text view would break its text into lines as narrow as can be, which for
 * a long word takes seconds: so it breaks none until then. */
static void
vac_text_area_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  if (gtk_text_view_get_wrap_mode (GTK_TEXT_VIEW (widget)) == GTK_WRAP_NONE)
    gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (widget), GTK_WRAP_WORD_CHAR);

  GTK_WIDGET_CLASS (vac_text_area_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
vac_text_area_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (vac_text_area_parent_class)->css_changed (widget, change);

  g_clear_object (&VAC_TEXT_AREA (widget)->layout);
  g_hash_table_remove_all (VAC_TEXT_AREA (widget)->heights);
  gtk_widget_queue_resize (widget);
}

/* The page scrolls to the widget that has the focus, but does not know about the caret in it. */
static void
show_caret (VacTextArea *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  GtkWidget *child = viewport != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  GdkRectangle caret;
  graphene_point_t top;

  if (child == NULL || !gtk_widget_has_focus (GTK_WIDGET (self)))
    return;

  gtk_text_view_get_cursor_locations (GTK_TEXT_VIEW (self), NULL, &caret, NULL);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET,
                                         caret.x, caret.y, &caret.x, &caret.y);
  if (gtk_widget_compute_point (GTK_WIDGET (self), child,
                                &GRAPHENE_POINT_INIT (caret.x, caret.y), &top))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)),
                               top.y - caret.height, top.y + 2 * caret.height);
}

static gboolean
on_follow_cb (gpointer user_data)
{
  VacTextArea *self = user_data;

  self->follow_id = 0;
  show_caret (self);

  return G_SOURCE_REMOVE;
}

static void
on_buffer_notify_cursor_position_cb (VacTextArea *self)
{
  /* Once the new line has its place. */
  if (self->follow_id == 0 && gtk_widget_has_focus (GTK_WIDGET (self)))
    self->follow_id = g_idle_add (on_follow_cb, self);
}

static void
on_buffer_changed_cb (VacTextArea *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  if (self->placeholder != NULL)
    gtk_widget_set_visible (self->placeholder, gtk_text_buffer_get_char_count (buffer) == 0);
  if (keeps_heights (self))
    return;
  g_hash_table_remove_all (self->heights);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
on_buffer_insert_text_cb (VacTextArea   *self,
                          GtkTextIter   *location,
                          const char    *text,
                          int            length,
                          GtkTextBuffer *buffer)
{
  g_autofree char *inserted = NULL;
  g_autofree char *line = NULL;

  if (!self->single_line || strpbrk (text, "\r\n") == NULL)
    return;

  inserted = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);
  line = vac_paste_tidy (inserted, TRUE);
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, location, line, -1);
}

static void
on_clipboard_read_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (VacTextArea) self = user_data;
  g_autoptr (VacClip) clip = vac_clipboard_read_finish (GDK_CLIPBOARD (source), result);

  g_autofree char *prose = NULL;

  if (clip == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL ||
      !gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return;

  prose = !self->single_line ? vac_clip_dup_prose (clip) : NULL;
  vac_text_area_insert (self, prose != NULL ? prose : vac_clip_get_text (clip));
}

static void
vac_text_area_paste_clipboard (GtkTextView *view)
{
  vac_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), on_clipboard_read_cb,
                            g_object_ref (view));
}

static void
on_preedit_changed_cb (VacTextArea *self,
                       const char  *preedit)
{
  self->composing = preedit != NULL && *preedit != '\0';
}

static void
vac_text_area_dispose (GObject *object)
{
  VacTextArea *self = VAC_TEXT_AREA (object);

  g_clear_handle_id (&self->follow_id, g_source_remove);
  g_clear_object (&self->layout);
  self->placeholder = NULL;

  G_OBJECT_CLASS (vac_text_area_parent_class)->dispose (object);
}

static void
vac_text_area_finalize (GObject *object)
{
  g_hash_table_unref (VAC_TEXT_AREA (object)->heights);

  G_OBJECT_CLASS (vac_text_area_parent_class)->finalize (object);
}

static void
vac_text_area_class_init (VacTextAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vac_text_area_dispose;
  object_class->finalize = vac_text_area_finalize;
  widget_class->get_request_mode = vac_text_area_get_request_mode;
  widget_class->measure = vac_text_area_measure;
  widget_class->size_allocate = vac_text_area_size_allocate;
  widget_class->css_changed = vac_text_area_css_changed;
  GTK_TEXT_VIEW_CLASS (klass)->paste_clipboard = vac_text_area_paste_clipboard;
}

static void
vac_text_area_init (VacTextArea *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  self->heights = g_hash_table_new (NULL, NULL);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "vac-text");
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);

  g_signal_connect_object (buffer, "changed",
                           G_CALLBACK (on_buffer_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "insert-text",
                           G_CALLBACK (on_buffer_insert_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::cursor-position",
                           G_CALLBACK (on_buffer_notify_cursor_position_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "preedit-changed", G_CALLBACK (on_preedit_changed_cb), NULL);
}

/**
 * vac_text_area_new:
 *
 * Returns: (transfer floating): an empty text area
 */
GtkWidget *
vac_text_area_new (void)
{
  return g_object_new (VAC_TYPE_TEXT_AREA, NULL);
}

/**
 * vac_text_area_get_text:
 * @self: a text area
 *
 * Returns: (transfer full): all its text
 */
char *
vac_text_area_get_text (VacTextArea *self)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer;

  g_return_val_if_fail (VAC_IS_TEXT_AREA (self), NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/**
 * vac_text_area_set_name:
 * @self: a text area
 * @name: what it is called, for a screen reader
 */
void
vac_text_area_set_name (VacTextArea *self,
                        const char  *name)
{
  g_return_if_fail (VAC_IS_TEXT_AREA (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * vac_text_area_set_single_line:
 * @self: a text area
 * @single_line: whether it takes no line breaks; a long line wraps all the same
 */
void
vac_text_area_set_single_line (VacTextArea *self,
                               gboolean     single_line)
{
  g_return_if_fail (VAC_IS_TEXT_AREA (self));

  self->single_line = single_line;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, !single_line, -1);
}

/**
 * vac_text_area_set_marked:
 * @self: a text area
 *
 * Lets words in it be bold, which takes more room. #VacEmphasizer makes them look so.
 */
void
vac_text_area_set_marked (VacTextArea *self)
{
  g_return_if_fail (VAC_IS_TEXT_AREA (self));

  self->marked = TRUE;
}

/**
 * vac_text_area_set_placeholder:
 * @self: a text area
 * @text: what to show, faintly, while it is empty
 */
void
vac_text_area_set_placeholder (VacTextArea *self,
                               const char  *text)
{
  g_return_if_fail (VAC_IS_TEXT_AREA (self));

  if (self->placeholder == NULL)
    {
      self->placeholder = gtk_label_new (NULL);
      gtk_label_set_ellipsize (GTK_LABEL (self->placeholder), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (self->placeholder, "dim-label");
      gtk_widget_set_can_target (self->placeholder, FALSE);
      gtk_text_view_add_overlay (GTK_TEXT_VIEW (self), self->placeholder, 0, 0);
    }
  gtk_label_set_text (GTK_LABEL (self->placeholder), text);
  /* An overlay is as wide as it has to be, which for an ellipsized label is one sign. */
  gtk_label_set_width_chars (GTK_LABEL (self->placeholder),
                             (int) MIN (g_utf8_strlen (text, -1), PLACEHOLDER_CHARS));
  gtk_label_set_xalign (GTK_LABEL (self->placeholder), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, text, -1);
  on_buffer_changed_cb (self);
}

/* The text as it would be with @text in place of the selection. */
static char *
preview_insertion (VacTextArea *self,
                   const char  *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end, from, to;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_get_selection_bounds (buffer, &from, &to);
  before = gtk_text_buffer_get_text (buffer, &start, &from, TRUE);
  after = gtk_text_buffer_get_text (buffer, &to, &end, TRUE);

  return g_strconcat (before, text, after, NULL);
}

/**
 * vac_text_area_insert:
 * @self: a text area
 * @text: what was copied somewhere
 *
 * Replaces the selection with it, with line ends of one kind, or none in a single line; or says why
 * not when the field would not take it.
 */
void
vac_text_area_insert (VacTextArea *self,
                      const char  *text)
{
  VacNode *leaf = vac_editor_get_node (GTK_WIDGET (self));
  GtkTextBuffer *buffer;
  g_autofree char *tidy = NULL;
  g_autofree char *whole = NULL;

  g_return_if_fail (VAC_IS_TEXT_AREA (self));
  g_return_if_fail (text != NULL);

  tidy = vac_paste_tidy (text, self->single_line);
  whole = preview_insertion (self, tidy);
  if (leaf != NULL && vac_editor_is_too_long (GTK_WIDGET (self), leaf, whole))
    return;

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, tidy, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
}

/**
 * vac_text_area_is_composing:
 * @self: a text area
 *
 * Returns: whether an input method is at work, to which Enter and Backspace belong
 */
gboolean
vac_text_area_is_composing (VacTextArea *self)
{
  g_return_val_if_fail (VAC_IS_TEXT_AREA (self), FALSE);

  return self->composing;
}

static void
get_caret (VacTextArea *self,
           GtkTextIter *caret)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_buffer_get_iter_at_mark (buffer, caret, gtk_text_buffer_get_insert (buffer));
}

/**
 * vac_text_area_is_on_first_line:
 * @self: a text area
 *
 * Returns: whether the caret can go no further up
 */
gboolean
vac_text_area_is_on_first_line (VacTextArea *self)
{
  GtkTextIter caret;

  g_return_val_if_fail (VAC_IS_TEXT_AREA (self), FALSE);

  get_caret (self, &caret);
  return !gtk_text_view_backward_display_line (GTK_TEXT_VIEW (self), &caret);
}

/**
 * vac_text_area_is_on_last_line:
 * @self: a text area
 *
 * Returns: whether the caret can go no further down
 */
gboolean
vac_text_area_is_on_last_line (VacTextArea *self)
{
  GtkTextIter caret;

  g_return_val_if_fail (VAC_IS_TEXT_AREA (self), FALSE);

  get_caret (self, &caret);
  if (!gtk_text_iter_is_end (&caret))
    gtk_text_view_forward_display_line_end (GTK_TEXT_VIEW (self), &caret);

  return gtk_text_iter_is_end (&caret);
}
