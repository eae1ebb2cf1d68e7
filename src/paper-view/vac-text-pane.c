/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-text-pane"

#include "config.h"

#include <string.h>

#include "vac-span.h"
#include "vac-text-pane.h"

/**
 * VacTextPane:
 *
 * Shows an exported text to be read and copied. A new text replaces only what differs, so that the
 * scroll position stays.
 */
struct _VacTextPane
{
  GtkWidget      parent_instance;

  /* Owned */
  char          *label;
  char          *text;

  /* Borrowed: children */
  GtkWidget     *scroller;
  GtkWidget     *view;
};

enum
{
  PROP_0,
  PROP_LABEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VacTextPane, vac_text_pane, GTK_TYPE_WIDGET)

static void
update_label (VacTextPane *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->label != NULL ? self->label : "", -1);
}

static void
vac_text_pane_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  VacTextPane *self = VAC_TEXT_PANE (object);

  switch (property_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
vac_text_pane_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  VacTextPane *self = VAC_TEXT_PANE (object);

  switch (property_id)
    {
    case PROP_LABEL:
      vac_text_pane_set_label (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
vac_text_pane_dispose (GObject *object)
{
  VacTextPane *self = VAC_TEXT_PANE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (vac_text_pane_parent_class)->dispose (object);
}

static void
vac_text_pane_finalize (GObject *object)
{
  VacTextPane *self = VAC_TEXT_PANE (object);

  g_free (self->label);
  g_free (self->text);

  G_OBJECT_CLASS (vac_text_pane_parent_class)->finalize (object);
}

static void
vac_text_pane_class_init (VacTextPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vac_text_pane_dispose;
  object_class->finalize = vac_text_pane_finalize;
  object_class->get_property = vac_text_pane_get_property;
  object_class->set_property = vac_text_pane_set_property;

  /**
   * VacTextPane:label:
   *
   * What a screen reader calls the text.
   */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                  | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "textpane");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
vac_text_pane_init (VacTextPane *self)
{
  GtkTextView *view;

  self->text = g_strdup ("");
  self->view = gtk_text_view_new ();
  view = GTK_TEXT_VIEW (self->view);
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_monospace (view, TRUE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, 18);
  gtk_text_view_set_right_margin (view, 18);
  gtk_text_view_set_top_margin (view, 18);
  gtk_text_view_set_bottom_margin (view, 18);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view), FALSE);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * vac_text_pane_new:
 * @label: (nullable): what a screen reader calls the text
 *
 * Returns: (transfer floating): an empty pane that scrolls by itself
 */
GtkWidget *
vac_text_pane_new (const char *label)
{
  return g_object_new (VAC_TYPE_TEXT_PANE, "label", label, NULL);
}

/**
 * vac_text_pane_set_label:
 * @self: a pane
 * @label: (nullable): what a screen reader calls the text
 */
void
vac_text_pane_set_label (VacTextPane *self,
                         const char  *label)
{
  g_return_if_fail (VAC_IS_TEXT_PANE (self));

  if (g_strcmp0 (self->label, label) == 0)
    return;

  g_free (self->label);
  self->label = g_strdup (label);
  update_label (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

/**
 * vac_text_pane_set_text:
 * @self: a pane
 * @text: what to show, in UTF-8
 *
 * Shows a text. Where it is unchanged, the selection and the scroll position stay.
 */
void
vac_text_pane_set_text (VacTextPane *self,
                        const char  *text)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;
  VacSpan span;
  long at;

  g_return_if_fail (VAC_IS_TEXT_PANE (self));
  g_return_if_fail (text != NULL);

  span = vac_span_between (self->text, text);
  if (span.old_length == 0 && span.new_length == 0)
    return;

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  at = g_utf8_pointer_to_offset (self->text, self->text + span.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) at);
  end = start;
  gtk_text_iter_forward_chars (&end, (int) g_utf8_strlen (self->text + span.start,
                                                          (gssize) span.old_length));
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text + span.start, (int) span.new_length);
  g_free (self->text);
  self->text = g_strdup (text);
}

/**
 * vac_text_pane_get_text:
 * @self: a pane
 *
 * Returns: (transfer full): what is shown
 */
char *
vac_text_pane_get_text (VacTextPane *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (VAC_IS_TEXT_PANE (self), NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}
