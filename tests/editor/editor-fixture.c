/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gdk/x11/gdkx.h>
#include <X11/extensions/XTest.h>
#include <string.h>

#include "editor-fixture.h"
#include "vac-editor.h"
#include "vac-job-page.h"
#include "vac-start.h"
#include "waiting-display.h"

void
editor_init (int    *argc,
             char ***argv)
{
  if (argc != NULL)
    gtk_test_init (argc, argv);
  vac_editor_init ();
  g_assert_true (vac_start_display ());
}

static void
on_selected_cb (Editor *self)
{
  VacNode *node = vac_section_get_page_node (vac_sidebar_get_selected (self->sidebar));

  adw_bin_set_child (self->bin, vac_node_get_role (node) == VAC_ROLE_JOB
                                ? vac_job_page_new (self->document)
                                : vac_section_page_new (self->document, node, NULL, NULL));
}

static void
on_removed_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  Editor *self = user_data;

  g_free (self->removed);
  self->removed = g_variant_dup_string (parameter, NULL);
}

static void
on_told_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  Editor *self = user_data;

  g_free (self->told);
  self->told = g_variant_dup_string (parameter, NULL);
}

Editor *
editor_open (VacDocument *document,
             int          width,
             int          height)
{
  static const GActionEntry entries[] = {
    { "notify-removed", on_removed_cb, "s" }, { "tell", on_told_cb, "s" },
  };
  Editor *self = g_new0 (Editor, 1);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *sidebar = vac_sidebar_new (document);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->document = g_object_ref (document);
  self->window = GTK_WINDOW (adw_window_new ());
  self->sidebar = VAC_SIDEBAR (sidebar);
  self->bin = ADW_BIN (adw_bin_new ());
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "win", G_ACTION_GROUP (group));
  gtk_widget_set_size_request (sidebar, 180, -1);
  gtk_paned_set_start_child (GTK_PANED (paned), sidebar);
  gtk_paned_set_end_child (GTK_PANED (paned), GTK_WIDGET (self->bin));
  gtk_paned_set_position (GTK_PANED (paned), 240);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  adw_window_set_content (ADW_WINDOW (self->window), paned);
  gtk_window_set_default_size (self->window, width, height);
  g_signal_connect_swapped (sidebar, "notify::selected", G_CALLBACK (on_selected_cb), self);
  on_selected_cb (self);
  gtk_window_present (self->window);
  editor_settle ();

  return self;
}

void
editor_close (Editor *self)
{
  gtk_window_destroy (self->window);
  editor_settle ();
  if (self->other != NULL)
    gdk_display_close (self->other);
  g_object_unref (self->document);
  g_free (self->removed);
  g_free (self->told);
  g_free (self);
}

VacPage *
editor_get_page (Editor *self)
{
  return VAC_PAGE (adw_bin_get_child (self->bin));
}

/* Lets a time pass, for what waits for one, and then all that is still to be done. */
void
editor_wait (guint milliseconds)
{
  waiting_settle (milliseconds);
}

/* Lets a few frames pass. */
void
editor_settle (void)
{
  editor_wait (60);
}

static gboolean
offers (GdkClipboard *clipboard,
        const char   *mime_type)
{
  return gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), mime_type);
}

/* Another program copies something, which it offers as HTML, as plain text, or both. */
void
editor_copy_elsewhere (Editor     *self,
                       const char *html,
                       const char *text)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->window));
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) provider = NULL;
  gsize n = 0;

  /* So that what was copied before is not taken for it. */
  gdk_clipboard_set_text (clipboard, "");
  waiting_until (gdk_clipboard_is_local (clipboard));
  /* A program anew: one that sees no events would copy at the time of its start. */
  if (self->other != NULL)
    gdk_display_close (self->other);
  self->other = gdk_display_open (gdk_display_get_name (gdk_display_get_default ()));
  g_assert_nonnull (self->other);
  if (html != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));

      providers[n++] = gdk_content_provider_new_for_bytes ("text/html", bytes);
    }
  if (text != NULL)
    providers[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  provider = gdk_content_provider_new_union (providers, n);

  gdk_clipboard_set_content (gdk_display_get_clipboard (self->other), provider);
  waiting_until (!gdk_clipboard_is_local (clipboard) &&
                 offers (clipboard, "text/html") == (html != NULL) &&
                 offers (clipboard, "text/plain") == (text != NULL));
}

/* There is no window manager to give it the focus. */
void
editor_take_focus (Editor *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->window));

  waiting_until (gtk_widget_get_mapped (GTK_WIDGET (self->window)));
  XSetInputFocus (gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface)),
                  gdk_x11_surface_get_xid (surface), RevertToParent, CurrentTime);
  waiting_until (gtk_window_is_active (self->window));
}

Editor *
editor_open_section (const char *id)
{
  g_autoptr (VacDocument) document = support_load_guide ();
  Editor *self = editor_open (document, 900, 800);

  if (id != NULL)
    vac_sidebar_set_selected (self->sidebar, vac_document_find_section (document, id));
  editor_settle ();
  editor_take_focus (self);

  return self;
}

VacNode *
editor_get_items (Editor     *self,
                  const char *section)
{
  return vac_node_get (vac_document_find_section (self->document, section), VAC_ROLE_SECTION_ITEMS);
}

const char *
editor_get_item_text (Editor     *self,
                      const char *section,
                      guint       position)
{
  VacNode *item = vac_node_get_child (editor_get_items (self, section), position);

  g_assert_nonnull (item);
  return vac_node_get_member_text (item, VAC_ROLE_ITEM_TEXT);
}

GtkWidget *
editor_find (Editor  *self,
             VacNode *node)
{
  GtkWidget *widget = vac_editor_find_widget (GTK_WIDGET (self->bin), node);

  g_assert_nonnull (widget);
  return widget;
}

GtkWidget *
editor_find_child (GtkWidget *within,
                   GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type)
                             ? child
                             : editor_find_child (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The first widget in @within, or that itself, with a class of style. */
GtkWidget *
editor_find_class (GtkWidget  *within,
                   const char *name)
{
  GtkWidget *found = gtk_widget_has_css_class (within, name) ? within : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = editor_find_class (child, name);

  return found;
}

void
editor_place_caret (Editor  *self,
                    VacNode *leaf,
                    int      offset)
{
  GtkWidget *area = editor_find (self, leaf);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (area));
  GtkTextIter iter;

  g_assert_true (gtk_widget_grab_focus (area));
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
  editor_settle ();
}

/* The caret of the text that has the focus. */
int
editor_get_caret (Editor *self)
{
  GtkWidget *area = gtk_window_get_focus (self->window);
  int offset;

  g_assert_true (GTK_IS_TEXT_VIEW (area));
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (area)), "cursor-position", &offset, NULL);

  return offset;
}

static const struct
{
  GdkModifierType modifier;
  guint           keyval;
} modifier_keys[] = {
  { GDK_SHIFT_MASK, GDK_KEY_Shift_L },
  { GDK_CONTROL_MASK, GDK_KEY_Control_L },
  { GDK_ALT_MASK, GDK_KEY_Alt_L },
};

static void
fake_key (Editor   *self,
          guint     keyval,
          gboolean  down)
{
  Display *display = gdk_x11_display_get_xdisplay (
      gtk_widget_get_display (GTK_WIDGET (self->window)));

  XTestFakeKeyEvent (display, XKeysymToKeycode (display, keyval), down, CurrentTime);
  XFlush (display);
}

void
editor_press (Editor          *self,
              guint            keyval,
              GdkModifierType  modifiers)
{
  for (guint i = 0; i < G_N_ELEMENTS (modifier_keys); i++)
    if (modifiers & modifier_keys[i].modifier)
      fake_key (self, modifier_keys[i].keyval, TRUE);
  fake_key (self, keyval, TRUE);
  fake_key (self, keyval, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (modifier_keys); i++)
    if (modifiers & modifier_keys[i].modifier)
      fake_key (self, modifier_keys[i].keyval, FALSE);
  editor_settle ();
}

static void
fake_motion (Editor    *self,
             GtkWidget *widget,
             double     x,
             double     y)
{
  Display *display = gdk_x11_display_get_xdisplay (gtk_widget_get_display (widget));
  GtkNative *native = GTK_NATIVE (self->window);
  Window window = gdk_x11_surface_get_xid (gtk_native_get_surface (native)), child;
  graphene_point_t point;
  double left, top;
  int root_x, root_y;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (native),
                                           &GRAPHENE_POINT_INIT ((float) x, (float) y), &point));
  gtk_native_get_surface_transform (native, &left, &top);
  XTranslateCoordinates (display, window, DefaultRootWindow (display), 0, 0, &root_x, &root_y,
                         &child);
  XTestFakeMotionEvent (display, -1, root_x + (int) (point.x + left),
                        root_y + (int) (point.y + top), CurrentTime);
  XFlush (display);
  editor_settle ();
}

static void
fake_button (Editor   *self,
             guint     button,
             gboolean  down)
{
  Display *display = gdk_x11_display_get_xdisplay (
      gtk_widget_get_display (GTK_WIDGET (self->window)));

  XTestFakeButtonEvent (display, button, down, CurrentTime);
  XFlush (display);
  editor_settle ();
}

/* Buttons 4 and 5 are the wheel up and down. */
void
editor_click (Editor    *self,
              GtkWidget *widget,
              double     x,
              double     y,
              guint      button)
{
  fake_motion (self, widget, x, y);
  fake_button (self, button, TRUE);
  fake_button (self, button, FALSE);
}

/* From the middle of one widget to a height in the other, in a few steps. */
void
editor_drag (Editor    *self,
             GtkWidget *from,
             GtkWidget *to,
             double     y)
{
  double x = gtk_widget_get_width (from) / 2.0, middle = gtk_widget_get_height (from) / 2.0;

  fake_motion (self, from, x, middle);
  fake_button (self, 1, TRUE);
  for (int i = 1; i <= 4; i++)
    fake_motion (self, from, x + 5 * i, middle - 5 * i);
  fake_motion (self, to, 40, y);
  fake_motion (self, to, 42, y);
  fake_button (self, 1, FALSE);
  /* The drop comes back from the server. */
  editor_wait (1000);
}

/* From the middle of a widget to the right, or to the left where @distance is negative, in a few
 * steps. */
void
editor_drag_by (Editor    *self,
                GtkWidget *from,
                double     distance)
{
  const double x = gtk_widget_get_width (from) / 2.0, y = gtk_widget_get_height (from) / 2.0;
  GtkWidget *window = GTK_WIDGET (self->window);
  graphene_point_t start;

  /* What is dragged moves along, and is no place to count from. */
  g_assert_true (gtk_widget_compute_point (from, window,
                                           &GRAPHENE_POINT_INIT ((float) x, (float) y), &start));
  fake_motion (self, window, start.x, start.y);
  fake_button (self, 1, TRUE);
  for (int i = 1; i <= 4; i++)
    fake_motion (self, window, start.x + distance * i / 4, start.y);
  fake_button (self, 1, FALSE);
}

/* Lower-case letters and blanks. */
void
editor_type (Editor     *self,
             const char *text)
{
  for (; *text != '\0'; text++)
    editor_press (self, (guint) *text, 0);
}

void
editor_save_png (Editor     *self,
                 const char *file_name)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self->window));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (GTK_WIDGET (self->window));
  int height = gtk_widget_get_height (GTK_WIDGET (self->window));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (picture, GDK_SNAPSHOT (snapshot), width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  gsk_render_node_draw (node, cr);
  cairo_surface_write_to_png (surface, file_name);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}
