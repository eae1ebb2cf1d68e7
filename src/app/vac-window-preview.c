/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-preview"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-export-json.h"
#include "vac-export-text.h"
#include "vac-print.h"
#include "vac-window-private.h"

/* The preview of a window: the pages, and what the exports of text and JSON will write. */

/**
 * vac_window_get_subject:
 * @self: a window
 *
 * Returns: (transfer none): what the preview shows, and a print prints
 */
const VacSubject *
vac_window_get_subject (VacWindow *self)
{
  return self->formats->subjects[gtk_drop_down_get_selected (self->subject_drop_down)];
}

/**
 * vac_window_get_chosen_subject:
 * @self: a window
 *
 * Returns: the position of the subject that the user has chosen, which is not always what the
 *   preview shows: that follows what is edited
 */
guint
vac_window_get_chosen_subject (VacWindow *self)
{
  return self->chosen_subject;
}

static guint
find_position (VacWindow *self,
               VacNode   *node)
{
  const VacSubject *subject = vac_subject_find_for (self->formats->subjects, node);
  guint position = 0;

  while (self->formats->subjects[position] != subject)
    position++;

  return position;
}

/**
 * vac_window_follow_node:
 * @self: a window
 * @node: what is edited
 *
 * Shows in the preview the subject that has @node in it, and marks the place. Whoever has chosen
 * another subject than the posting keeps it, and so does who has chosen any in the same form.
 */
void
vac_window_follow_node (VacWindow *self,
                        VacNode   *node)
{
  const guint wanted = find_position (self, node);
  VacNode *page = vac_section_get_page_node (vac_sidebar_get_selected (self->sidebar));

  if (self->page_view == NULL)
    return;
  if (page != self->subject_page)
    {
      self->subject_page = NULL;
      self->following_subject = TRUE;
      gtk_drop_down_set_selected (self->subject_drop_down,
                                  self->chosen_subject == 0 ? wanted : self->chosen_subject);
      self->following_subject = FALSE;
    }
  vac_page_view_reveal_node (self->page_view, node);
}

static VacOutline *
make_outline (VacWindow *self)
{
  VacPageSetup setup;
  const VacExportOptions options = vac_window_get_options (self, &setup);

  return vac_window_get_subject (self)->make (vac_window_get_document (self), &options);
}

static void
show_export (VacWindow         *self,
             VacTextPane       *pane,
             const VacExporter *exporter)
{
  g_autoptr (GBytes) bytes = exporter->write (vac_window_get_document (self), self->outline,
                                              &vac_export_defaults, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  vac_text_pane_set_text (pane, text);
}

static void
refresh (VacWindow *self)
{
  GtkWidget *visible;

  if (self->page_view == NULL || vac_window_get_document (self) == NULL)
    return;

  g_clear_pointer (&self->outline, vac_outline_unref);
  self->outline = make_outline (self);

  visible = gtk_stack_get_visible_child (self->preview_stack);
  if (visible == GTK_WIDGET (self->text_pane))
    show_export (self, self->text_pane, &vac_text_exporter);
  else if (visible == GTK_WIDGET (self->json_pane))
    show_export (self, self->json_pane, &vac_json_exporter);
  else
    vac_page_view_set_outline (self->page_view, self->outline);
}

static gboolean
on_tick_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       user_data)
{
  VacWindow *self = VAC_WINDOW (widget);

  self->refresh_tick = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

/**
 * vac_window_queue_refresh:
 * @self: a window
 *
 * Shows the document as it is then, in the next frame, however many edits there are until it.
 */
void
vac_window_queue_refresh (VacWindow *self)
{
  if (self->refresh_tick == 0 && self->page_view != NULL)
    self->refresh_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick_cb, NULL, NULL);
}

static void
update_page_label (VacWindow *self)
{
  guint n_pages = vac_page_view_get_n_pages (self->page_view);
  g_autofree char *label = NULL;
  g_autofree char *zoom = g_strdup_printf (_("%u %%"), vac_page_view_get_percent (self->page_view));

  /* Translators: the page that is shown, and how many there are. */
  label = g_strdup_printf (n_pages > 1 && g_settings_get_boolean (self->settings, "one-page")
                           ? _("Page %u of %u, too long for one page") : _("Page %u of %u"), vac_page_view_get_current_page (self->page_view), n_pages);
  gtk_label_set_label (self->page_label, n_pages > 0 ? label : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->page_label), n_pages > 0 ? label : NULL);
  gtk_button_set_label (self->zoom_button, zoom);
}

static gboolean
on_label_cb (gpointer user_data)
{
  VacWindow *self = user_data;

  self->label_source = 0;
  update_page_label (self);

  return G_SOURCE_REMOVE;
}

/* A label that takes another width while sizes are handed out is without a place in that frame. */
static void
on_page_view_notify_cb (VacPageView *view,
                        GParamSpec  *pspec,
                        VacWindow   *self)
{
  if (self->label_source == 0 && self->page_view != NULL)
    self->label_source = g_idle_add_full (G_PRIORITY_DEFAULT, on_label_cb, self, NULL);
}

static void
on_node_activated_cb (VacPageView *view,
                      VacNode     *node,
                      VacWindow   *self)
{
  vac_window_show_node (self, node);
}

static void
on_visible_child_cb (GtkStack   *stack,
                     GParamSpec *pspec,
                     VacWindow  *self)
{
  const gboolean pages = g_strcmp0 (gtk_stack_get_visible_child_name (stack), "pages") == 0;

  gtk_widget_set_visible (self->zoom_box, pages);
  gtk_widget_set_visible (GTK_WIDGET (self->page_label), pages);
  vac_window_queue_refresh (self);
}

static void
on_subject_changed_cb (GtkDropDown *drop_down,
                      GParamSpec  *pspec,
                      VacWindow   *self)
{
  if (!self->following_subject)
    {
      self->chosen_subject = gtk_drop_down_get_selected (drop_down);
      self->subject_page = vac_section_get_page_node (vac_sidebar_get_selected (self->sidebar));
    }
  vac_window_queue_refresh (self);
}

static GtkWidget *
scroll (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);

  return scrolled;
}

/* The paper that the user chose, or the usual one. */
static VacPageSetup
get_page_setup (VacWindow *self)
{
  g_autofree char *size = g_settings_get_string (self->settings, "paper-size");
  VacDocument *document = vac_window_get_document (self);
  const char *language = document != NULL ? vac_document_get_text (document, VAC_ROLE_LANGUAGE) : NULL;
  VacPageSetup setup;

  vac_page_setup_init (&setup, g_str_equal (size, "letter") ? VAC_PAPER_LETTER
                               : g_str_equal (size, "a4") ? VAC_PAPER_A4
                               : vac_page_setup_get_default (language));
  setup.one_page = g_settings_get_boolean (self->settings, "one-page");

  return setup;
}

/**
 * vac_window_get_options:
 * @self: a window with a document
 * @setup: (out): holds the paper of the options
 *
 * Returns: how this window shows, prints and exports its posting: on the paper of its preview, and
 *   of the salaries the places that are checked; valid until either changes
 */
VacExportOptions
vac_window_get_options (VacWindow    *self,
                        VacPageSetup *setup)
{
  VacExportOptions options = vac_export_defaults;

  *setup = get_page_setup (self);
  options.page_setup = setup;
  options.places = self->places;

  return options;
}

/**
 * vac_window_apply_paper_size:
 * @self: a window
 *
 * Lays the pages out for the paper that the user chose, or for the one that is usual where the
 * user lives.
 */
void
vac_window_apply_paper_size (VacWindow *self)
{
  VacPageSetup setup = get_page_setup (self);

  if (self->page_view != NULL)
    vac_page_view_set_setup (self->page_view, &setup);
}

/**
 * vac_window_print:
 * @self: a window with a document
 *
 * Prints what the preview shows.
 */
void
vac_window_print (VacWindow *self)
{
  g_autoptr (VacOutline) outline = make_outline (self);
  g_autofree char *name = vac_subject_make_name (vac_window_get_subject (self), vac_window_get_document (self));
  const guint page = self->page_view != NULL ? vac_page_view_get_current_page (self->page_view) : 0;

  vac_window_print_outline (self, outline, name, MAX (page, 1) - 1);
}

/**
 * vac_window_print_outline:
 * @self: a window with a document
 * @outline: something of it
 * @name: what a file with the pages is called, without an extension
 * @page: which page is looked at, from 0
 *
 * Prints it on the preview's paper.
 */
void
vac_window_print_outline (VacWindow  *self,
                          VacOutline *outline,
                          const char *name,
                          guint       page)
{
  VacPageSetup setup = get_page_setup (self);

  vac_print_run (GTK_WINDOW (self), outline, &setup, self->settings, name, page);
}

/**
 * vac_window_list_subjects:
 * @self: a window
 *
 * Fills the choice of what the preview shows.
 */
void
vac_window_list_subjects (VacWindow *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  const VacSubject *const *subjects = self->formats->subjects;

  for (guint i = 0; subjects[i] != NULL; i++)
    gtk_string_list_append (labels, g_dgettext (GETTEXT_PACKAGE, subjects[i]->label));
  gtk_drop_down_set_model (self->subject_drop_down, G_LIST_MODEL (labels));
}

/**
 * vac_window_build_preview:
 * @self: a window
 *
 * Makes what the preview needs, which is not until the form has been seen.
 */
void
vac_window_build_preview (VacWindow *self)
{
  if (self->page_view != NULL)
    return;

  self->page_view = VAC_PAGE_VIEW (vac_page_view_new ());
  self->text_pane = VAC_TEXT_PANE (vac_text_pane_new (_("The posting as plain text")));
  self->json_pane = VAC_TEXT_PANE (vac_text_pane_new (_("The posting as JSON")));
  /* Translators: three buttons that stand side by side in a narrow header bar. */
  gtk_stack_add_titled (self->preview_stack, scroll (GTK_WIDGET (self->page_view)), "pages", C_("view", "Page"));
  gtk_stack_add_titled (self->preview_stack, GTK_WIDGET (self->text_pane), "text", C_("view", "Plain Text"));
  gtk_stack_add_titled (self->preview_stack, GTK_WIDGET (self->json_pane), "json", C_("view", "JSON"));

  vac_page_view_set_zoom (self->page_view, g_settings_get_double (self->settings, "preview-zoom"));
  g_settings_bind (self->settings, "preview-zoom", self->page_view, "zoom", G_SETTINGS_BIND_DEFAULT);
  vac_window_apply_paper_size (self);

  g_signal_connect_object (self->page_view, "notify", G_CALLBACK (on_page_view_notify_cb), self, 0);
  g_signal_connect_object (self->page_view, "node-activated", G_CALLBACK (on_node_activated_cb), self, 0);
  g_signal_connect_object (self->preview_stack, "notify::visible-child", G_CALLBACK (on_visible_child_cb), self, 0);
  g_signal_connect_object (self->subject_drop_down, "notify::selected", G_CALLBACK (on_subject_changed_cb), self, 0);
  on_visible_child_cb (self->preview_stack, NULL, self);
  refresh (self);
  update_page_label (self);
}

/**
 * vac_window_zoom:
 * @self: a window
 * @direction: 1 closer, −1 further away, 0 as wide as the pane
 */
void
vac_window_zoom (VacWindow *self,
                 int        direction)
{
  if (self->page_view == NULL)
    return;
  if (direction > 0)
    vac_page_view_zoom_in (self->page_view);
  else if (direction < 0)
    vac_page_view_zoom_out (self->page_view);
  else
    vac_page_view_set_zoom (self->page_view, 0);
}
