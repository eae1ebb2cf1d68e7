/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-marker"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-editor.h"
#include "vac-ignored.h"
#include "vac-mark-menu.h"
#include "vac-marker.h"
#include "vac-marker-way.h"
#include "vac-marks.h"
#include "vac-underline.h"

#define MARKER_KEY "vac-marker"

/**
 * VacMarker:
 *
 * Marks in a widget what the review finds in its text, for as long as the widget lives, and offers
 * in its menu what to do about it. Words that somebody looks for are marked as well.
 *
 * Marks move along with what is typed. One that is typed in goes away, until the text has been
 * looked at again; the word that is being typed is not marked before the caret leaves it.
 */
struct _VacMarker
{
  GObject             parent_instance;

  /* Borrowed: the widget owns the marker */
  GtkWidget          *widget;
  const VacMarkerWay *way;

  /* Owned */
  VacDocument        *document;
  VacNode            *node;
  VacMarks           *marks;      /* NULL while the widget is not on the screen */
  char               *text;       /* what the spans are of */
  GArray             *spans;      /* of VacUnderline, in any order; they may overlap */
  GArray             *shown;      /* of VacUnderline: what is drawn */
  GPtrArray          *offered;    /* of VacFinding: what the menu is about */
  GMenuModel         *menu;       /* nullable: what was made of it, and of */
  GMenuModel         *others;     /* nullable: what was in the menu anyway */

  VacMarkGround       ground;     /* what is drawn is drawn for */
  gsize               word;       /* where the word begins that is being typed, in bytes */
  gsize               word_end;
  gboolean            typing;     /* there is one */
  gboolean            told;       /* the document changes the widget, not the user */
};

G_DEFINE_FINAL_TYPE (VacMarker, vac_marker, G_TYPE_OBJECT)

/* Finds what stands between blanks at @position. */
static void
find_word (const char *text,
           gsize       position,
           gsize      *start,
           gsize      *end)
{
  const char *first = text + position;
  const char *last = text + position;

  while (first > text && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (first))))
    first = g_utf8_prev_char (first);
  while (*last != '\0' && !g_unichar_isspace (g_utf8_get_char (last)))
    last = g_utf8_next_char (last);
  *start = (gsize) (first - text);
  *end = (gsize) (last - text);
}

static gsize
get_caret (VacMarker  *self,
           const char *text)
{
  const glong offset = MIN (self->way->get_caret (self->widget), g_utf8_strlen (text, -1));

  return (gsize) (g_utf8_offset_to_pointer (text, offset) - text);
}

static gboolean
is_typed (VacMarker     *self,
          const VacUnderline *mark)
{
  if (!self->typing || !vac_underline_is_of_words (mark))
    return FALSE;

  return self->word == self->word_end
             ? mark->start <= self->word && mark->end >= self->word
             : mark->start < self->word_end && mark->end > self->word;
}

static gboolean
has_selection (VacMarker *self)
{
  int from, to;

  return self->way->get_selection (self->widget, &from, &to);
}

/* What is selected has a ground of its own, on top of which GTK would draw that of a mark. */
static gboolean
is_selected (VacMarker          *self,
             const VacUnderline *mark)
{
  int from, to;

  return mark->group == VAC_MARK_FOUND &&
         self->way->get_selection (self->widget, &from, &to) &&
         from < g_utf8_strlen (self->text, (gssize) mark->end) &&
         to > g_utf8_strlen (self->text, (gssize) mark->start);
}

/* Returns: (transfer full) (element-type VacUnderline): what is to be drawn, in order */
static GArray *
lay_out (VacMarker *self)
{
  g_autoptr (GArray) seen = vac_underlines_new ();

  for (guint i = 0; i < self->spans->len; i++)
    {
      const VacUnderline *mark = &g_array_index (self->spans, VacUnderline, i);

      if (!is_typed (self, mark) && !is_selected (self, mark))
        g_array_append_val (seen, *mark);
    }

  return vac_underlines_lay_out (seen, self->typing ? self->word : 0,
                                 self->typing ? self->word_end : 0);
}

static void
draw (VacMarker *self,
      gboolean   anew)
{
  g_autoptr (GArray) marks = lay_out (self);
  const VacMarkGround ground = self->marks != NULL ? vac_marks_get_ground (self->marks)
                                                   : self->ground;

  if (!anew && ground == self->ground && vac_underlines_equal (marks, self->shown))
    return;
  self->ground = ground;
  self->way->draw (self->widget, self->text, marks, ground);
  g_array_unref (self->shown);
  self->shown = g_steal_pointer (&marks);
}

/* Returns: whether what is drawn is no longer where it was, or not as it should be */
static gboolean
follow_edit (VacMarker  *self,
             const char *text)
{
  const guint n_shown = self->shown->len;

  if (self->text == NULL || n_shown + self->spans->len == 0)
    return FALSE;
  vac_underlines_shift (self->spans, self->text, text);
  vac_underlines_shift (self->shown, self->text, text);

  return n_shown > self->shown->len || (n_shown > 0 && !self->way->moves);
}

static void
on_changed_cb (VacMarker *self)
{
  g_autofree char *text = self->way->dup_text (self->widget);
  const gboolean anew = follow_edit (self, text);

  self->typing = !self->told && gtk_widget_has_focus (self->widget);
  if (self->typing)
    find_word (text, get_caret (self, text), &self->word, &self->word_end);
  g_free (self->text);
  self->text = g_steal_pointer (&text);
  draw (self, anew);
}

static void
stop_typing (VacMarker *self)
{
  self->typing = FALSE;
  draw (self, FALSE);
}

static void
on_caret_cb (VacMarker *self)
{
  g_autofree char *text = NULL;
  gsize caret;

  if (!self->typing)
    return;
  text = self->way->dup_text (self->widget);
  caret = get_caret (self, text);
  /* While a text is being changed, the caret moves before that is told. */
  if (g_strcmp0 (text, self->text) == 0 && (caret < self->word || caret > self->word_end))
    stop_typing (self);
}

/* While a text is being changed, its selection moves before that is told. */
static void
on_selection_cb (VacMarker *self)
{
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->spans->len; i++)
    if (g_array_index (self->spans, VacUnderline, i).group == VAC_MARK_FOUND)
      {
        text = self->way->dup_text (self->widget);
        if (g_strcmp0 (text, self->text) == 0)
          draw (self, FALSE);
        return;
      }
}

static void
on_focus_cb (VacMarker *self)
{
  if (self->typing && !gtk_widget_has_focus (self->widget))
    stop_typing (self);
}

static void
on_telling_cb (VacMarker *self)
{
  self->told = TRUE;
}

static void
on_told_cb (VacMarker *self)
{
  self->told = FALSE;
}

/* A field may show its text otherwise than it is. */
static gboolean
shows_text (VacMarker *self)
{
  if (self->text == NULL)
    self->text = self->way->dup_text (self->widget);

  return g_str_equal (self->text, vac_node_get_text (self->node));
}

static void
add_found (VacMarker *self,
           VacFinder *finder)
{
  g_autoptr (GArray) found = vac_finder_find_in (finder, self->node);

  vac_underlines_add_found (self->spans, found);
}

static void
on_findings_cb (gpointer data)
{
  VacMarker *self = data;
  g_autoptr (GPtrArray) findings = vac_marks_get_findings (self->marks, self->node);
  VacFinder *finder = vac_marks_get_finder (self->marks);
  const gboolean shown = (findings != NULL || finder != NULL) && shows_text (self);

  g_array_set_size (self->spans, 0);
  if (findings != NULL && shown)
    vac_underlines_add (self->spans, findings, self->text);
  if (finder != NULL && shown)
    add_found (self, finder);
  draw (self, FALSE);
}

static void
on_map_cb (VacMarker *self)
{
  VacMarks *marks = self->marks == NULL ? vac_marks_find (self->widget) : NULL;

  if (marks == NULL)
    return;
  self->marks = g_object_ref (marks);
  vac_marks_add (marks, self->node, on_findings_cb, self);
}

static void
on_unmap_cb (VacMarker *self)
{
  if (self->marks == NULL)
    return;
  vac_marks_remove (self->marks, self);
  g_clear_object (&self->marks);
}

/* Makes the menu of the text anew for where the caret is. */
static void
update_menu (VacMarker *self)
{
  GMenuModel *now = self->way->get_menu (self->widget);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *text = self->way->dup_text (self->widget);

  if (now != self->menu)
    g_set_object (&self->others, now);
  g_clear_object (&self->menu);
  findings = self->marks != NULL && shows_text (self) ? vac_marks_check (self->marks, self->node)
                                                      : NULL;
  g_ptr_array_unref (self->offered);
  self->offered = vac_mark_menu_choose (findings, get_caret (self, text),
                                        vac_document_get_text (self->document,
                                                               VAC_ROLE_LANGUAGE));
  if (self->offered->len > 0)
    {
      GMenu *menu = vac_mark_menu_new (self->offered,
                                       vac_document_get_read_only (self->document));

      if (self->others != NULL)
        g_menu_append_section (menu, NULL, self->others);
      self->menu = G_MENU_MODEL (menu);
    }
  self->way->set_menu (self->widget, self->menu != NULL ? self->menu : self->others);
}

/* The menu is about the word that was clicked, to which the caret goes. */
static void
on_pressed_cb (GtkGestureClick *click,
               int              n_press,
               double           x,
               double           y,
               VacMarker       *self)
{
  GdkEvent *event = gtk_gesture_get_last_event (
      GTK_GESTURE (click), gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (click)));
  const int offset = event != NULL && gdk_event_triggers_context_menu (event)
                         ? self->way->find (self->widget, x, y)
                         : -1;
  gsize position;

  if (event == NULL || !gdk_event_triggers_context_menu (event))
    return;
  if (offset >= 0 && self->text != NULL && !has_selection (self))
    {
      position = (gsize) (g_utf8_offset_to_pointer (self->text, offset) - self->text);
      for (guint i = 0; i < self->shown->len; i++)
        {
          const VacUnderline *mark = &g_array_index (self->shown, VacUnderline, i);

          if (mark->start <= position && position <= mark->end)
            {
              self->way->set_caret (self->widget, offset);
              break;
            }
        }
    }
  update_menu (self);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   VacMarker             *self)
{
  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    update_menu (self);

  return GDK_EVENT_PROPAGATE;
}

static VacFinding *
get_offered (VacMarker *self,
             guint      number)
{
  return number < self->offered->len ? g_ptr_array_index (self->offered, number) : NULL;
}

/* Whoever has done something because of a mark looks on. */
static void
refresh (VacMarker *self)
{
  if (self->marks != NULL)
    vac_marks_refresh (self->marks);
}

static void
tell_ignored (VacMarker  *self,
              const char *sentence)
{
  refresh (self);
  gtk_widget_activate_action (self->widget, "win.notify-removed", "s", sentence);
}

static void
take_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  VacMarker *self = user_data;
  VacFinding *finding;
  guint number, suggestion;

  g_variant_get (parameter, "(uu)", &number, &suggestion);
  finding = get_offered (self, number);
  if (finding == NULL)
    return;
  if (!vac_finding_take (finding, self->document, suggestion))
    vac_editor_tell (self->widget, _("The words have changed since they were checked."));
  refresh (self);
}

static void
ignore_here_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  VacMarker *self = user_data;
  VacFinding *finding = get_offered (self, g_variant_get_uint32 (parameter));

  if (finding == NULL || !vac_ignored_add_here (self->document, finding))
    return;
  tell_ignored (self, _("The finding is ignored here"));
}

static void
ignore_rule_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  VacMarker *self = user_data;
  VacFinding *finding = get_offered (self, g_variant_get_uint32 (parameter));

  if (finding == NULL || !vac_ignored_add_rule (self->document, finding))
    return;
  tell_ignored (self, _("Such findings are ignored in this posting"));
}

static void
ignore_always_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  VacMarker *self = user_data;
  VacFinding *finding = get_offered (self, g_variant_get_uint32 (parameter));

  if (finding != NULL)
    gtk_widget_activate_action (self->widget, "win.ignore-always", "s", finding->id);
}

static void
vac_marker_finalize (GObject *object)
{
  VacMarker *self = VAC_MARKER (object);

  g_assert (self->marks == NULL);
  g_clear_object (&self->document);
  g_clear_object (&self->node);
  g_clear_object (&self->menu);
  g_clear_object (&self->others);
  g_ptr_array_unref (self->offered);
  g_array_unref (self->spans);
  g_array_unref (self->shown);
  g_free (self->text);

  G_OBJECT_CLASS (vac_marker_parent_class)->finalize (object);
}

static void
vac_marker_class_init (VacMarkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vac_marker_finalize;
}

static void
vac_marker_init (VacMarker *self)
{
  self->spans = vac_underlines_new ();
  self->shown = vac_underlines_new ();
  self->offered = vac_finding_array_new ();
}

static void
add_menu (VacMarker *self)
{
  static const GActionEntry entries[] = {
    { "take", take_action, "(uu)" },
    { "ignore-here", ignore_here_action, "u" },
    { "ignore-rule", ignore_rule_action, "u" },
    { "ignore-always", ignore_always_action, "u" },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->widget, "mark", G_ACTION_GROUP (actions));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed_cb), self, 0);
  gtk_widget_add_controller (self->widget, GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, 0);
  gtk_widget_add_controller (self->widget, keys);
}

static void
listen (VacMarker *self,
        GObject   *source)
{
  g_signal_connect_object (self->node, "notify::text", G_CALLBACK (on_telling_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->node, "notify::text", G_CALLBACK (on_told_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (source, "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "notify::cursor-position", G_CALLBACK (on_caret_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "notify::cursor-position", G_CALLBACK (on_selection_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      source, GTK_IS_TEXT (source) ? "notify::selection-bound" : "notify::has-selection",
      G_CALLBACK (on_selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->widget, "notify::has-focus", G_CALLBACK (on_focus_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->widget, "map", G_CALLBACK (on_map_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->widget, "unmap", G_CALLBACK (on_unmap_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * vac_marker_attach:
 * @document: the document
 * @leaf: a text in it
 * @widget: a #VacTextArea or a #GtkText that shows @leaf as it is; it is not bound yet
 *
 * Marks in @widget what the review finds in @leaf, while something around @widget has #VacMarks.
 */
void
vac_marker_attach (VacDocument *document,
                   VacNode     *leaf,
                   GtkWidget   *widget)
{
  VacMarker *self;

  g_return_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (leaf));
  g_return_if_fail (GTK_IS_TEXT_VIEW (widget) || GTK_IS_TEXT (widget));

  self = g_object_new (VAC_TYPE_MARKER, NULL);
  self->document = g_object_ref (document);
  self->node = g_object_ref (leaf);
  self->widget = widget;
  self->way = GTK_IS_TEXT (widget) ? &vac_marker_entry_way : &vac_marker_view_way;
  listen (self, GTK_IS_TEXT (widget)
                    ? G_OBJECT (widget)
                    : G_OBJECT (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget))));
  add_menu (self);
  g_object_set_data_full (G_OBJECT (widget), MARKER_KEY, self, g_object_unref);
}
