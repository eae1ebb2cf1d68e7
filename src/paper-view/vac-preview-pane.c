/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-preview-pane"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vac-chart-picture.h"
#include "vac-export-json.h"
#include "vac-export-text.h"
#include "vac-fit-popover.h"
#include "vac-look-popover.h"
#include "vac-narrow.h"
#include "vac-preview-pane-private.h"
#include "vac-shrink.h"
#include "vac-subject-list.h"

/**
 * VacPreviewPane:
 *
 * A document as it will print, and what the exports of text and JSON will write, with a header bar
 * above and the choice of what is shown below. Its window must have the actions win.print,
 * win.export, win.show-preview, win.zoom-in, win.zoom-out and win.zoom-fit.
 *
 * The pages are not made before vac_preview_pane_queue_build(), so that a form can be seen first.
 */
G_DEFINE_FINAL_TYPE (VacPreviewPane, vac_preview_pane, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_ZOOM,
  PROP_NARROW,
  PROP_TIGHT,
  PROP_ALONE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  NODE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is shown */

static void
show_export (VacPreviewPane         *self,
             VacTextPane            *pane,
             const VacExporter      *exporter,
             VacOutline             *outline,
             const VacExportOptions *options)
{
  g_autoptr (GBytes) bytes = exporter->write (self->document, outline, options, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  vac_text_pane_set_text (pane, text);
}

static void
refresh (VacPreviewPane *self)
{
  VacExportOptions options = vac_preview_pane_get_options (self);
  g_autoptr (VacOutline) outline = NULL;
  GtkWidget *visible;

  if (self->page_view == NULL || self->document == NULL)
    return;

  options.earlier = vac_paper_get_outline (vac_page_view_get_paper (self->page_view));
  outline = vac_preview_pane_get_subject (self)->make (self->document, &options);
  visible = gtk_stack_get_visible_child (self->preview_stack);
  if (visible == GTK_WIDGET (self->text_pane))
    show_export (self, self->text_pane, &vac_text_exporter, outline, &options);
  else if (visible == GTK_WIDGET (self->json_pane))
    show_export (self, self->json_pane, &vac_json_exporter, outline, &options);
  else
    {
      vac_page_view_set_outline (self->page_view, outline);
      vac_preview_pane_queue_labels (self);
    }
}

static gboolean
on_tick_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       user_data)
{
  VacPreviewPane *self = VAC_PREVIEW_PANE (widget);

  self->refresh_tick = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

static void
on_page_view_notify_cb (VacPageView    *view,
                        GParamSpec     *pspec,
                        VacPreviewPane *self)
{
  vac_preview_pane_queue_labels (self);
}

static void
on_page_view_notify_zoom_cb (VacPageView    *view,
                             GParamSpec     *pspec,
                             VacPreviewPane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

static void
on_node_activated_cb (VacPageView    *view,
                      VacNode        *node,
                      VacPreviewPane *self)
{
  g_signal_emit (self, signals[NODE_ACTIVATED], 0, node);
}

static void
on_visible_child_cb (GtkStack       *stack,
                     GParamSpec     *pspec,
                     VacPreviewPane *self)
{
  const gboolean pages = g_strcmp0 (gtk_stack_get_visible_child_name (stack), "pages") == 0;

  gtk_widget_set_visible (self->zoom_box, pages);
  gtk_widget_set_visible (GTK_WIDGET (self->page_label), pages);
  gtk_widget_set_visible (GTK_WIDGET (self->look_button), pages);
  vac_preview_pane_update_labels (self);
  vac_preview_pane_queue_refresh (self);
}

/* The pages */

static GtkWidget *
scroll (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);

  return scrolled;
}

static void
build (VacPreviewPane *self)
{
  self->page_view = VAC_PAGE_VIEW (vac_page_view_new ());
  self->text_pane = VAC_TEXT_PANE (vac_text_pane_new (_("The posting as plain text")));
  self->json_pane = VAC_TEXT_PANE (vac_text_pane_new (_("The posting as JSON")));
  /* Translators: three buttons side by side in a narrow header bar. */
  gtk_stack_add_titled (self->preview_stack, scroll (GTK_WIDGET (self->page_view)), "pages",
                        C_("view", "Page"));
  gtk_stack_add_titled (self->preview_stack, GTK_WIDGET (self->text_pane), "text",
                        C_("view", "Plain Text"));
  gtk_stack_add_titled (self->preview_stack, GTK_WIDGET (self->json_pane), "json",
                        C_("view", "JSON"));

  vac_let_shrink (adw_header_bar_get_title_widget (ADW_HEADER_BAR (self->preview_header)));
  vac_let_drop_down_shrink (self->subject_drop_down);

  vac_page_view_set_zoom (self->page_view, self->zoom);
  vac_page_view_set_setup (self->page_view, &self->setup);
  vac_page_view_set_marks (self->page_view, self->find_marks, self->marks_data);

  g_signal_connect_object (self->page_view, "notify", G_CALLBACK (on_page_view_notify_cb), self, 0);
  g_signal_connect_object (self->page_view, "notify::zoom",
                           G_CALLBACK (on_page_view_notify_zoom_cb), self, 0);
  g_signal_connect_object (self->page_view, "node-activated", G_CALLBACK (on_node_activated_cb),
                           self, 0);
  g_signal_connect_object (self->preview_stack, "notify::visible-child",
                           G_CALLBACK (on_visible_child_cb), self, 0);
  on_visible_child_cb (self->preview_stack, NULL, self);
  refresh (self);
  vac_preview_pane_update_labels (self);
}

static gboolean
on_build_cb (gpointer user_data)
{
  VacPreviewPane *self = user_data;

  self->build_source = 0;
  build (self);

  return G_SOURCE_REMOVE;
}

/* The pane */

static void
set_narrow (VacPreviewPane *self,
            gboolean        narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  vac_narrow_set_header (self->preview_header, narrow);
  vac_narrow_set_button (self->export_button, narrow, _("_Export…"), "document-send-symbolic");
  vac_preview_pane_queue_labels (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
set_flag (VacPreviewPane *self,
          gboolean       *flag,
          gboolean        value,
          GParamSpec     *pspec)
{
  if (*flag == value)
    return;
  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
vac_preview_pane_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  VacPreviewPane *self = VAC_PREVIEW_PANE (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, vac_preview_pane_get_zoom (self));
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_TIGHT:
      g_value_set_boolean (value, self->tight);
      break;
    case PROP_ALONE:
      g_value_set_boolean (value, self->alone);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_preview_pane_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  VacPreviewPane *self = VAC_PREVIEW_PANE (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      vac_preview_pane_set_document (self, g_value_get_object (value));
      break;
    case PROP_ZOOM:
      vac_preview_pane_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_TIGHT:
      set_flag (self, &self->tight, g_value_get_boolean (value), pspec);
      break;
    case PROP_ALONE:
      set_flag (self, &self->alone, g_value_get_boolean (value), pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vac_preview_pane_dispose (GObject *object)
{
  VacPreviewPane *self = VAC_PREVIEW_PANE (object);

  g_clear_handle_id (&self->build_source, g_source_remove);
  g_clear_handle_id (&self->label_source, g_source_remove);
  if (self->refresh_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->refresh_tick);
  self->refresh_tick = 0;
  self->page_view = NULL;
  g_clear_object (&self->document_signals);
  g_clear_object (&self->choice);
  g_clear_object (&self->document);
  g_clear_pointer (&self->places, g_ptr_array_unref);

  G_OBJECT_CLASS (vac_preview_pane_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * VacPreviewPane:document:
   *
   * What is shown.
   */
  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, VAC_TYPE_DOCUMENT, flags);

  /**
   * VacPreviewPane:zoom:
   *
   * 1 shows a page at its size on paper; 0, the default, at the width of the pane.
   */
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, G_MAXDOUBLE, 0, flags);

  /**
   * VacPreviewPane:narrow:
   *
   * Whether there is no room for words in the header bar.
   */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);

  /**
   * VacPreviewPane:tight:
   *
   * Whether the header bar has room for the indispensable buttons only.
   */
  properties[PROP_TIGHT] = g_param_spec_boolean ("tight", NULL, NULL, FALSE, flags);

  /**
   * VacPreviewPane:alone:
   *
   * Whether the pane has taken the place of another one and so leads back to it.
   */
  properties[PROP_ALONE] = g_param_spec_boolean ("alone", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vac_preview_pane_class_init (VacPreviewPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vac_preview_pane_dispose;
  object_class->get_property = vac_preview_pane_get_property;
  object_class->set_property = vac_preview_pane_set_property;
  install_properties (object_class);

  /**
   * VacPreviewPane::node-activated:
   * @node: the place in the document
   *
   * Emitted when a block of a page was clicked.
   */
  signals[NODE_ACTIVATED] = g_signal_new ("node-activated", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          VAC_TYPE_NODE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               VAC_RESOURCE_PATH "/paper-view/vac-preview-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, VacPreviewPane, preview_header);
  gtk_widget_class_bind_template_child (widget_class, VacPreviewPane, export_button);
  gtk_widget_class_bind_template_child (widget_class, VacPreviewPane, preview_stack);
  gtk_widget_class_bind_template_child (widget_class, VacPreviewPane, subject_drop_down);
  gtk_widget_class_bind_template_child (widget_class, VacPreviewPane, look_button);
  gtk_widget_class_bind_template_child (widget_class, VacPreviewPane, page_label);
  gtk_widget_class_bind_template_child (widget_class, VacPreviewPane, fit_button);
  gtk_widget_class_bind_template_child (widget_class, VacPreviewPane, fit_label);
  gtk_widget_class_bind_template_child (widget_class, VacPreviewPane, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, VacPreviewPane, zoom_button);
}

/* It says what there is to say when it is opened. */
static void
create_fit_cb (GtkMenuButton *button,
               gpointer       user_data)
{
  VacPreviewPane *self = user_data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, vac_fit_popover_new ());
  vac_fit_popover_show (VAC_FIT_POPOVER (gtk_menu_button_get_popover (button)), self->document,
                        vac_page_view_get_paper (self->page_view));
}

/* Made when it is wanted: it draws pages. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  VacPreviewPane *self = user_data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, vac_look_popover_new ());
  vac_look_popover_set_document (VAC_LOOK_POPOVER (gtk_menu_button_get_popover (button)),
                                 self->document);
}

static void
vac_preview_pane_init (VacPreviewPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->look_button, create_popup_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->fit_button, create_fit_cb, self, NULL);

  vac_page_setup_init (&self->setup, vac_page_setup_get_default (NULL));
  self->document_signals = g_signal_group_new (VAC_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "changed",
                                  G_CALLBACK (vac_preview_pane_queue_refresh), self);
}

/**
 * vac_preview_pane_set_subjects:
 * @self: a pane that has none yet
 * @subjects: (array zero-terminated=1): what of a document it can show, the posting first; must
 *   live as long as the pane
 */
void
vac_preview_pane_set_subjects (VacPreviewPane          *self,
                               const VacSubject *const *subjects)
{
  g_autoptr (GListModel) labels = NULL;

  g_return_if_fail (VAC_IS_PREVIEW_PANE (self));
  g_return_if_fail (self->choice == NULL);

  labels = vac_subject_list_new (subjects);
  self->choice = vac_subject_choice_new (subjects);
  g_signal_connect_object (self->choice, "notify::position",
                           G_CALLBACK (vac_preview_pane_queue_refresh), self, G_CONNECT_SWAPPED);
  gtk_drop_down_set_model (self->subject_drop_down, labels);
  g_object_bind_property (self->choice, "position", self->subject_drop_down, "selected",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

/**
 * vac_preview_pane_set_document:
 * @self: a pane
 * @document: (nullable): what to show from the next frame on
 */
void
vac_preview_pane_set_document (VacPreviewPane *self,
                               VacDocument    *document)
{
  g_return_if_fail (VAC_IS_PREVIEW_PANE (self));
  g_return_if_fail (document == NULL || VAC_IS_DOCUMENT (document));

  if (!g_set_object (&self->document, document))
    return;
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_signal_group_set_target (self->document_signals, document);
  gtk_menu_button_popdown (self->look_button);
  vac_preview_pane_queue_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

/**
 * vac_preview_pane_set_setup:
 * @self: a pane
 * @setup: the sheet that the pages are laid out for
 */
void
vac_preview_pane_set_setup (VacPreviewPane     *self,
                            const VacPageSetup *setup)
{
  g_return_if_fail (VAC_IS_PREVIEW_PANE (self));
  g_return_if_fail (setup != NULL);

  self->setup = *setup;
  if (self->page_view != NULL)
    vac_page_view_set_setup (self->page_view, setup);
}

/**
 * vac_preview_pane_set_places:
 * @self: a pane
 * @places: (nullable) (element-type VacNode): places of the document; none for all
 *
 * Shows the comparison of these places from now on. As with a text's selection, that is no edit and
 * is not saved; another document forgets them.
 */
void
vac_preview_pane_set_places (VacPreviewPane *self,
                             GPtrArray      *places)
{
  g_return_if_fail (VAC_IS_PREVIEW_PANE (self));

  if (places != NULL)
    g_ptr_array_ref (places);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  self->places = places;
  vac_preview_pane_queue_refresh (self);
}

/**
 * vac_preview_pane_set_marks:
 * @self: a pane
 * @func: (nullable) (scope forever): as of vac_page_view_set_marks()
 * @user_data: for @func
 *
 * Marks words of the pages on the screen from now on, but not of what is printed and exported.
 */
void
vac_preview_pane_set_marks (VacPreviewPane   *self,
                            VacPageMarksFunc  func,
                            gpointer          user_data)
{
  g_return_if_fail (VAC_IS_PREVIEW_PANE (self));

  self->find_marks = func;
  self->marks_data = user_data;
  if (self->page_view != NULL)
    vac_page_view_set_marks (self->page_view, func, user_data);
}

/**
 * vac_preview_pane_get_options:
 * @self: a pane
 *
 * Returns: how the document is shown, so that what is printed and exported is the same; borrowed
 *   from the pane, until it is given another sheet, other places or another document
 */
VacExportOptions
vac_preview_pane_get_options (VacPreviewPane *self)
{
  VacExportOptions options = vac_paper_export_defaults;

  g_return_val_if_fail (VAC_IS_PREVIEW_PANE (self), options);

  options.page_setup = &self->setup;
  options.places = self->places;

  return options;
}

/**
 * vac_preview_pane_queue_build:
 * @self: a pane
 *
 * Makes the pages once the current frame has been shown. Does nothing when there are pages already.
 */
void
vac_preview_pane_queue_build (VacPreviewPane *self)
{
  g_return_if_fail (VAC_IS_PREVIEW_PANE (self));

  if (self->page_view == NULL && self->build_source == 0)
    self->build_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 20, on_build_cb, self, NULL);
}

/**
 * vac_preview_pane_queue_refresh:
 * @self: a pane
 *
 * Shows the document as it is at the next frame, however often this is called before. An edit
 * queues a refresh by itself.
 */
void
vac_preview_pane_queue_refresh (VacPreviewPane *self)
{
  g_return_if_fail (VAC_IS_PREVIEW_PANE (self));

  if (self->refresh_tick == 0 && self->page_view != NULL)
    self->refresh_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick_cb, NULL, NULL);
}

/**
 * vac_preview_pane_get_subject:
 * @self: a pane
 *
 * Returns: (transfer none): what of the document is shown, and what a print prints
 */
const VacSubject *
vac_preview_pane_get_subject (VacPreviewPane *self)
{
  g_return_val_if_fail (VAC_IS_PREVIEW_PANE (self), NULL);

  return vac_subject_choice_get_shown (self->choice);
}

/**
 * vac_preview_pane_get_chosen_subject:
 * @self: a pane
 *
 * Returns: (transfer none): what the user has chosen to see, which is not always what is shown:
 *   that follows what is edited
 */
const VacSubject *
vac_preview_pane_get_chosen_subject (VacPreviewPane *self)
{
  g_return_val_if_fail (VAC_IS_PREVIEW_PANE (self), NULL);

  return vac_subject_choice_get_chosen (self->choice);
}

/**
 * vac_preview_pane_follow:
 * @self: a pane
 * @form: the node whose form is open
 * @node: what is edited there
 *
 * Shows the subject that has @node in it, unless another one was chosen, and marks the place.
 */
void
vac_preview_pane_follow (VacPreviewPane *self,
                         VacNode        *form,
                         VacNode        *node)
{
  g_return_if_fail (VAC_IS_PREVIEW_PANE (self));
  g_return_if_fail (VAC_IS_NODE (node));

  vac_subject_choice_follow (self->choice, form, node);
  if (self->page_view != NULL)
    vac_page_view_reveal_node (self->page_view, node);
}

/**
 * vac_preview_pane_show_words:
 * @self: a pane that follows what is edited
 * @node: the text that it has followed last
 * @start: where in it the words begin, in bytes
 * @length: how many bytes they have
 *
 * Marks the paragraph that has these words in it.
 */
void
vac_preview_pane_show_words (VacPreviewPane *self,
                             VacNode        *node,
                             gsize           start,
                             gsize           length)
{
  g_return_if_fail (VAC_IS_PREVIEW_PANE (self));
  g_return_if_fail (VAC_IS_NODE (node));

  if (self->page_view != NULL)
    vac_page_view_reveal_words (self->page_view, node, start, length);
}
