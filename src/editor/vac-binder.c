/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-binder"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-binder.h"
#include "vac-clipboard.h"
#include "vac-code-row.h"
#include "vac-editor.h"
#include "vac-emphasizer.h"
#include "vac-entry.h"
#include "vac-marker.h"
#include "vac-span.h"
#include "vac-status.h"
#include "vac-text-area.h"

/* How one sort of widget is bound. */
typedef struct
{
  const char *node_signal;
  const char *source_signal;
  const char *editable;   /* the property that a read-only document switches off */
  char     *(*read)  (VacBinder  *self);
  void      (*show)  (VacBinder  *self,
                      const char *text);
} Way;

/**
 * VacBinder:
 *
 * Keeps a leaf and a widget the same, both ways, for as long as the widget lives. It is the only
 * class that blocks signal handlers.
 *
 * What is typed goes to the document as it is. What the document changes is shown by editing only
 * the span of the widget's text that differs, so the caret stays. Leaving the widget ends the run
 * of typing that one undo takes back; the widget's own undo is off.
 *
 * Amounts, dates and the like go to the document as what they mean, while the text stays as it is
 * typed until the widget is left. Only then does an amount bring its currency, period or other end
 * with it. All that happened to such a field in one visit is one step.
 */
struct _VacBinder
{
  GObject      parent_instance;

  /* Borrowed: the widget owns the binder */
  GtkWidget   *widget;
  GObject     *source;      /* of the widget's signal: itself or its buffer */
  const Way   *way;

  /* Owned */
  VacDocument *document;
  VacNode     *node;
  GPtrArray   *ids;         /* what the rows of a combo row stand for */
  char        *element;     /* what a check button stands for in a list */

  guint64      entered;     /* the document's state when the focus came */
  gboolean     offers_nothing;   /* a combo row has an entry for no value */
  gboolean     visited;     /* it is here */
  gboolean     typed;       /* something was typed since */
};

G_DEFINE_FINAL_TYPE (VacBinder, vac_binder, G_TYPE_OBJECT)

#define BINDER_KEY "vac-binder"

static char *
read_editable (VacBinder *self)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->widget)));
}

static void
show_editable (VacBinder  *self,
               const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (self->widget);
  g_autofree char *old_text = read_editable (self);
  VacSpan span = vac_span_between (old_text, text);
  int start = (int) g_utf8_strlen (old_text, (gssize) span.start);
  int length = (int) g_utf8_strlen (old_text + span.start, (gssize) span.old_length);

  if (length > 0)
    gtk_editable_delete_text (editable, start, start + length);
  if (span.new_length > 0)
    gtk_editable_insert_text (editable, text + span.start, (int) span.new_length, &start);

  /* An entry cuts what is longer than 64 KiB. It then only shows: editing would lose the rest. */
  if (!g_str_equal (gtk_editable_get_text (editable), text))
    gtk_editable_set_editable (editable, FALSE);
}

/* What was typed, as the document holds it; unchanged when it means nothing, or more than one
 * value. */
static char *
read_entry (VacBinder *self)
{
  g_autofree char *text = read_editable (self);
  g_auto (VacEntry) entry = { 0 };

  if (vac_entry_read (self->document, self->node, text, &entry, NULL) && entry.n_values == 1)
    return g_strdup (entry.texts[0]);

  return vac_entry_keep (self->node, text);
}

static void
show_entry (VacBinder  *self,
            const char *text)
{
  g_autofree char *own = read_entry (self);
  g_autofree char *shown = NULL;

  if (self->typed && g_str_equal (own, text))
    return;
  shown = vac_entry_show (self->document, self->node);
  show_editable (self, shown);
}

static char *
read_buffer (VacBinder *self)
{
  return vac_text_area_get_text (VAC_TEXT_AREA (self->widget));
}

static void
show_buffer (VacBinder  *self,
             const char *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->source);
  g_autofree char *old_text = read_buffer (self);
  VacSpan span = vac_span_between (old_text, text);
  int offset = (int) g_utf8_strlen (old_text, (gssize) span.start);
  int length = (int) g_utf8_strlen (old_text + span.start, (gssize) span.old_length);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, offset + length);
  if (length > 0)
    gtk_text_buffer_delete (buffer, &start, &end);
  if (span.new_length > 0)
    gtk_text_buffer_insert (buffer, &start, text + span.start, (int) span.new_length);
}

static char *
read_switch (VacBinder *self)
{
  return g_strdup (gtk_switch_get_active (GTK_SWITCH (self->widget)) ? "true" : "false");
}

static void
show_switch (VacBinder  *self,
             const char *text)
{
  gtk_switch_set_active (GTK_SWITCH (self->widget), vac_node_get_toggle (self->node));
}

static char *
read_combo (VacBinder *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->widget));

  g_assert (self->ids != NULL);

  return g_strdup (selected < self->ids->len ? g_ptr_array_index (self->ids, selected) : "");
}

static void
show_combo (VacBinder  *self,
            const char *text)
{
  AdwComboRow *row = ADW_COMBO_ROW (self->widget);
  const char *otherwise = vac_node_get_field (self->node)->otherwise;
  guint position;

  if (*text == '\0' && otherwise != NULL && !self->offers_nothing)
    text = otherwise;
  /* A value that is none of the choices stays one that can be chosen. */
  if (!g_ptr_array_find_with_equal_func (self->ids, text, g_str_equal, &position))
    {
      position = self->ids->len;
      g_ptr_array_add (self->ids, g_strdup (text));
      gtk_string_list_append (GTK_STRING_LIST (adw_combo_row_get_model (row)), text);
    }
  adw_combo_row_set_selected (row, position);
}

static char *
read_code (VacBinder *self)
{
  return g_strdup (vac_code_row_get_code (VAC_CODE_ROW (self->widget)));
}

static void
show_code (VacBinder  *self,
           const char *text)
{
  vac_code_row_set_code (VAC_CODE_ROW (self->widget), text);
}

static VacNode *
find_element (VacBinder *self)
{
  g_assert (vac_node_get_kind (self->node) == VAC_KIND_LIST && self->element != NULL);

  for (guint i = 0; i < vac_node_get_n_children (self->node); i++)
    {
      VacNode *child = vac_node_get_child (self->node, i);

      if (g_str_equal (vac_node_get_text (child), self->element))
        return child;
    }

  return NULL;
}

static void
show_check (VacBinder  *self,
            const char *text)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->widget), find_element (self) != NULL);
}

static const Way editable_way = { "notify::text", "changed", "editable", read_editable,
  show_editable };
static const Way entry_way = { "notify::text", "changed", "editable", read_entry, show_entry };
static const Way buffer_way = { "notify::text", "changed", "editable", read_buffer, show_buffer };
static const Way switch_way = { "notify::text", "notify::active", "sensitive", read_switch,
  show_switch };
static const Way combo_way = { "notify::text", "notify::selected", "sensitive", read_combo,
  show_combo };
static const Way code_way = { "notify::text", "notify::code", "sensitive", read_code, show_code };
static const Way check_way = { "items-changed", "toggled", "sensitive", NULL, show_check };

static gboolean
is_attached (VacBinder *self)
{
  return vac_node_get_root (self->node) == vac_document_get_root (self->document);
}

/* The window takes over the words of the posting's guide along with its language. Where there is no
 * such action, the language is a field like any other. */
static gboolean
switch_language (VacBinder  *self,
                 const char *language)
{
  return vac_node_get_role (self->node) == VAC_ROLE_LANGUAGE &&
         gtk_widget_activate_action (self->widget, "win.switch-language", "s", language);
}

/* A status brings the day with it on which it was taken. */
static gboolean
take_status (VacBinder  *self,
             const char *status)
{
  return vac_node_get_role (self->node) == VAC_ROLE_STATUS &&
         vac_status_set (self->document, status);
}

static void on_node_changed_cb (VacBinder *self);

static gboolean
on_refused_cb (gpointer user_data)
{
  VacBinder *self = g_object_get_data (G_OBJECT (user_data), BINDER_KEY);

  if (self != NULL && is_attached (self))
    on_node_changed_cb (self);

  return G_SOURCE_REMOVE;
}

/* What is refused is taken back once the widget is done with it. */
static void
take_text (VacBinder  *self,
           const char *text)
{
  if (!vac_document_set_text (self->document, self->node, text))
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_refused_cb, g_object_ref (self->widget),
                     g_object_unref);
}

static void
on_source_changed_cb (VacBinder *self)
{
  g_autofree char *text = NULL;

  if (!is_attached (self))
    return;

  text = self->way->read (self);
  /* These widgets set a text twice; a toggle that is not in the document has its default. */
  if (self->way == &switch_way && g_str_equal (text, "true") == vac_node_get_toggle (self->node))
    return;
  if (switch_language (self, text) || take_status (self, text))
    return;
  if (!self->visited)
    {
      take_text (self, text);
      /* What was chosen is no run of typing. */
      if (self->way == &code_way)
        vac_document_add_barrier (self->document);
      return;
    }
  self->typed = TRUE;
  take_text (self, text);
  vac_document_join_steps (self->document, self->entered);
}

static void
on_check_toggled_cb (VacBinder *self)
{
  VacNode *element = find_element (self);
  gboolean active = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->widget));

  if (!is_attached (self) || active == (element != NULL))
    return;
  if (active)
    {
      g_autoptr (VacNode) leaf =
        vac_node_new_leaf (vac_node_get_field (self->node)->element, self->element);

      vac_document_append (self->document, self->node, leaf);
    }
  else
    {
      vac_document_remove (self->document, element);
    }
}

static GCallback
get_source_callback (VacBinder *self)
{
  return self->way == &check_way ? G_CALLBACK (on_check_toggled_cb)
                                 : G_CALLBACK (on_source_changed_cb);
}

static void
on_node_changed_cb (VacBinder *self)
{
  GCallback callback = get_source_callback (self);

  g_signal_handlers_block_by_func (self->source, callback, self);
  self->way->show (self, vac_node_get_text (self->node));
  g_signal_handlers_unblock_by_func (self->source, callback, self);
}

/* Takes all that the typed text means, and shows it as it is shown at rest. */
static void
take_entry (VacBinder *self)
{
  g_autofree char *text = NULL;
  g_autofree char *sentence = NULL;
  g_auto (VacEntry) entry = { 0 };

  if (!self->typed || !is_attached (self))
    return;
  self->typed = FALSE;
  text = read_editable (self);
  if (vac_entry_read (self->document, self->node, text, &entry, NULL) &&
      vac_entry_apply (self->document, &entry))
    {
      sentence = vac_entry_announce (&entry);
      vac_document_join_steps (self->document, self->entered);
    }
  on_node_changed_cb (self);
  if (sentence != NULL)
    gtk_widget_activate_action (self->widget, "win.notify-removed", "s", sentence);
}

static void
on_enter_cb (VacBinder *self)
{
  vac_document_add_barrier (self->document);
  self->visited = self->way == &entry_way;
  self->entered = vac_document_get_state (self->document);
}

static void
on_leave_cb (VacBinder *self)
{
  take_entry (self);
  self->visited = FALSE;
  vac_document_add_barrier (self->document);
}

static void
on_document_changed_cb (VacBinder *self,
                        VacNode   *node)
{
  if (vac_node_get_role (node) == VAC_ROLE_LANGUAGE && is_attached (self))
    on_node_changed_cb (self);
}

/* A field that understands more than what the document holds. */
static void
start_entry (VacBinder *self)
{
  if (ADW_IS_ENTRY_ROW (self->widget))
    g_signal_connect_object (self->widget, "entry-activated", G_CALLBACK (take_entry), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "changed", G_CALLBACK (on_document_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
on_widget_destroy_cb (GtkWidget *widget)
{
  g_object_set_data (G_OBJECT (widget), BINDER_KEY, NULL);
}

static void
vac_binder_finalize (GObject *object)
{
  VacBinder *self = VAC_BINDER (object);

  g_clear_object (&self->document);
  g_clear_object (&self->node);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_free (self->element);

  G_OBJECT_CLASS (vac_binder_parent_class)->finalize (object);
}

static void
vac_binder_class_init (VacBinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vac_binder_finalize;
}

static void
vac_binder_init (VacBinder *self)
{
}

static VacBinder *
binder_new (VacDocument *document,
            VacNode     *node,
            GtkWidget   *widget,
            GObject     *source,
            const Way   *way)
{
  VacBinder *self = g_object_new (VAC_TYPE_BINDER, NULL);

  self->document = g_object_ref (document);
  self->node = g_object_ref (node);
  self->widget = widget;
  self->source = source;
  self->way = way;

  return self;
}

/* Gives the binder to its widget, shows the node's value and begins to listen. */
static void
start (VacBinder *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (on_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->widget, focus);
  g_object_bind_property (self->document, "read-only", self->widget, self->way->editable,
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);

  g_signal_connect_object (self->source, self->way->source_signal, get_source_callback (self), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->node, self->way->node_signal, G_CALLBACK (on_node_changed_cb),
                           self, G_CONNECT_SWAPPED);
  on_node_changed_cb (self);

  vac_editor_set_node (self->widget, self->node);
  g_object_set_data_full (G_OBJECT (self->widget), BINDER_KEY, self, g_object_unref);
  g_signal_connect (self->widget, "destroy", G_CALLBACK (on_widget_destroy_cb), NULL);
}

static void
set_choices (VacBinder      *self,
             const VacField *field)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_assert (field->choices != NULL && self->ids == NULL);

  self->ids = g_ptr_array_new_with_free_func (g_free);
  if (field->otherwise == NULL)
    {
      g_ptr_array_add (self->ids, g_strdup (""));
      gtk_string_list_append (labels, C_("choice", "Not specified"));
    }
  for (const VacChoice *choice = field->choices; choice->id != NULL; choice++)
    {
      g_ptr_array_add (self->ids, g_strdup (choice->id));
      gtk_string_list_append (labels, _(choice->label));
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->widget), G_LIST_MODEL (labels));
}

/**
 * vac_binder_bind:
 * @document: the document
 * @leaf: a leaf in it
 * @widget: a #VacTextArea or an editable for text of any sort, a #GtkSwitch for a toggle, an
 *   #AdwComboRow for a choice, a #VacCodeRow for a code
 *
 * Binds them for as long as @widget lives.
 */
void
vac_binder_bind (VacDocument *document,
                 VacNode     *leaf,
                 GtkWidget   *widget)
{
  VacBinder *self;

  g_return_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (leaf));

  if (VAC_IS_TEXT_AREA (widget))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));

      gtk_text_buffer_set_enable_undo (buffer, FALSE);
      if (vac_node_get_field (leaf)->marked)
        vac_emphasizer_attach (document, leaf, VAC_TEXT_AREA (widget));
      vac_marker_attach (document, leaf, widget);
      self = binder_new (document, leaf, widget, G_OBJECT (buffer), &buffer_way);
    }
  else if (GTK_IS_SWITCH (widget))
    {
      self = binder_new (document, leaf, widget, G_OBJECT (widget), &switch_way);
    }
  else if (VAC_IS_CODE_ROW (widget))
    {
      self = binder_new (document, leaf, widget, G_OBJECT (widget), &code_way);
    }
  else if (ADW_IS_COMBO_ROW (widget))
    {
      self = binder_new (document, leaf, widget, G_OBJECT (widget), &combo_way);
      set_choices (self, vac_node_get_field (leaf));
    }
  else
    {
      g_return_if_fail (GTK_IS_EDITABLE (widget));
      gtk_editable_set_enable_undo (GTK_EDITABLE (widget), FALSE);
      vac_clipboard_serve_entry (GTK_EDITABLE (widget));
      self = binder_new (document, leaf, widget, G_OBJECT (widget),
                         vac_entry_is_for (vac_node_get_field (leaf)) ? &entry_way : &editable_way);
      if (self->way == &entry_way)
        start_entry (self);
      else if (vac_node_get_kind (leaf) == VAC_KIND_TEXT)
        vac_marker_attach (document, leaf, GTK_WIDGET (gtk_editable_get_delegate (
                                               GTK_EDITABLE (widget))));
    }

  start (self);
}

/**
 * vac_binder_bind_ids:
 * @document: the document
 * @leaf: a line of text in it
 * @row: a row whose model is a #GtkStringList
 * @ids: the texts that its entries stand for
 *
 * As vac_binder_bind(), for a text that is one of those given.
 */
void
vac_binder_bind_ids (VacDocument       *document,
                     VacNode           *leaf,
                     AdwComboRow       *row,
                     const char *const *ids)
{
  VacBinder *self;

  g_return_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (leaf));
  g_return_if_fail (GTK_IS_STRING_LIST (adw_combo_row_get_model (row)));

  self = binder_new (document, leaf, GTK_WIDGET (row), G_OBJECT (row), &combo_way);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (self->ids, g_strdup (ids[i]));
  start (self);
}

/**
 * vac_binder_bind_element:
 * @document: the document
 * @list: a list of leaves in it
 * @text: the text of one of them
 * @button: a check button
 *
 * Keeps @button checked while @list has an element with that text, and the other way round.
 */
void
vac_binder_bind_element (VacDocument    *document,
                         VacNode        *list,
                         const char     *text,
                         GtkCheckButton *button)
{
  VacBinder *self;

  g_return_if_fail (VAC_IS_DOCUMENT (document));
  g_return_if_fail (vac_node_get_kind (list) == VAC_KIND_LIST);

  self = binder_new (document, list, GTK_WIDGET (button), G_OBJECT (button), &check_way);
  self->element = g_strdup (text);
  start (self);
}

/* In front of the choices, where those that have no other meaning of it have that entry. */
static void
offer_nothing (VacBinder  *self,
               const char *name)
{
  GtkStringList *labels = GTK_STRING_LIST (adw_combo_row_get_model (ADW_COMBO_ROW (self->widget)));
  const char *const additions[] = { name, NULL };
  const gboolean had = self->ids->len > 0 && *(char *) g_ptr_array_index (self->ids, 0) == '\0';

  if (!had)
    g_ptr_array_insert (self->ids, 0, g_strdup (""));
  self->offers_nothing = TRUE;
  g_signal_handlers_block_by_func (self->source, get_source_callback (self), self);
  gtk_string_list_splice (labels, 0, had ? 1 : 0, additions);
  g_signal_handlers_unblock_by_func (self->source, get_source_callback (self), self);
  on_node_changed_cb (self);
}

/**
 * vac_binder_name_nothing:
 * @row: a row that is bound
 * @name: what holds while its leaf is empty
 *
 * Has a row for a choice or a code say what it means that there is none. Rows of other sorts show
 * nothing then, and are left alone.
 */
void
vac_binder_name_nothing (GtkWidget  *row,
                         const char *name)
{
  VacBinder *self;

  g_return_if_fail (GTK_IS_WIDGET (row) && name != NULL);

  self = g_object_get_data (G_OBJECT (row), BINDER_KEY);
  if (self != NULL && self->way == &combo_way)
    offer_nothing (self, name);
  else if (self != NULL && self->way == &code_way)
    vac_code_row_set_nothing (VAC_CODE_ROW (row), name);
}

/**
 * vac_binder_settle:
 * @root: a window
 *
 * Takes what is being typed in it for all that it means, as leaving the field would: before the
 * document is saved, copied, printed, checked or exported.
 */
void
vac_binder_settle (GtkRoot *root)
{
  g_return_if_fail (GTK_IS_ROOT (root));

  for (GtkWidget *widget = gtk_root_get_focus (root); widget != NULL;
       widget = gtk_widget_get_parent (widget))
    {
      VacBinder *self = g_object_get_data (G_OBJECT (widget), BINDER_KEY);

      if (self != NULL && self->way == &entry_way)
        take_entry (self);
    }
}
