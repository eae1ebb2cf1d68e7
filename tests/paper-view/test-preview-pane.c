/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "exporting.h"
#include "support.h"
#include "vac-editor.h"
#include "vac-fit.h"
#include "vac-page-view.h"
#include "vac-preview-pane.h"
#include "vac-text-pane.h"
#include "waiting-display.h"

/* The pane in a window that knows nothing of postings. */
typedef struct
{
  VacDocument    *document;
  GtkWidget      *window;
  VacPreviewPane *pane;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->document = support_load_guide ();
  self->pane = g_object_new (VAC_TYPE_PREVIEW_PANE, "document", self->document, NULL);
  vac_preview_pane_set_subjects (self->pane, support_formats.subjects);
  self->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->pane));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 600, 700);
  gtk_window_present (GTK_WINDOW (self->window));
  waiting_until (gtk_widget_get_mapped (GTK_WIDGET (self->pane)));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  waiting_settle (20);
  g_clear_object (&self->document);
}

static GObject *
get_child (Fixture    *self,
           const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (self->pane), VAC_TYPE_PREVIEW_PANE, name);
}

static GtkStack *
get_stack (Fixture *self)
{
  return GTK_STACK (get_child (self, "preview_stack"));
}

static VacPageView *
get_view (Fixture *self)
{
  GtkWidget *scroller = gtk_stack_get_child_by_name (get_stack (self), "pages");

  return VAC_PAGE_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller)));
}

static void
build (Fixture *self)
{
  vac_preview_pane_queue_build (self->pane);
  waiting_until (gtk_stack_get_visible_child (get_stack (self)) != NULL);
}

static const char *
get_title (Fixture *self)
{
  VacOutline *outline = vac_paper_get_outline (vac_page_view_get_paper (get_view (self)));

  return outline != NULL ? vac_outline_get_title (outline) : "";
}

static void
test_nothing_is_built_unasked (Fixture       *self,
                               gconstpointer  data)
{
  waiting_settle (100);
  g_assert_null (gtk_stack_get_visible_child (get_stack (self)));
  g_assert_cmpuint (vac_preview_pane_get_current_page (self->pane), ==, 1);
  build (self);
  g_assert_cmpstr (get_title (self), ==,
                   vac_document_get_text (self->document, VAC_ROLE_JOB_TITLE));
}

static void
test_shows_edits_by_itself (Fixture       *self,
                            gconstpointer  data)
{
  build (self);
  vac_document_set_text (self->document, vac_document_get (self->document, VAC_ROLE_JOB_TITLE),
                         "Another Title");
  waiting_until (g_str_equal (get_title (self), "Another Title"));
}

static void
test_shows_another_document (Fixture       *self,
                             gconstpointer  data)
{
  g_autoptr (VacDocument) other = support_load_guide ();

  build (self);
  vac_document_set_text (other, vac_document_get (other, VAC_ROLE_JOB_TITLE), "Another Document");
  vac_preview_pane_set_document (self->pane, other);
  waiting_until (g_str_equal (get_title (self), "Another Document"));
  vac_document_set_text (self->document, vac_document_get (self->document, VAC_ROLE_JOB_TITLE),
                         "Shown No More");
  waiting_settle (100);
  g_assert_cmpstr (get_title (self), ==, "Another Document");
}

static void
test_zoom_is_kept_for_the_pages (Fixture       *self,
                                 gconstpointer  data)
{
  g_object_set (self->pane, "zoom", 1.5, NULL);
  build (self);
  g_assert_cmpfloat (vac_page_view_get_zoom (get_view (self)), ==, 1.5);
  vac_page_view_set_zoom (get_view (self), 2);
  g_assert_cmpfloat (vac_preview_pane_get_zoom (self->pane), ==, 2);
  waiting_until (g_str_equal (gtk_button_get_label (GTK_BUTTON (get_child (self, "zoom_button"))),
                              "200 %"));
  vac_preview_pane_zoom (self->pane, 1);
  g_assert_cmpfloat (vac_preview_pane_get_zoom (self->pane), >, 2);
  vac_preview_pane_zoom (self->pane, -1);
  g_assert_cmpfloat (vac_preview_pane_get_zoom (self->pane), ==, 2);
}

static void
test_paper_is_kept_for_the_pages (Fixture       *self,
                                  gconstpointer  data)
{
  static const VacPaperSize sizes[] = { VAC_PAPER_LETTER, VAC_PAPER_A4 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      VacPageSetup setup;

      vac_page_setup_init (&setup, sizes[i]);
      vac_preview_pane_set_setup (self->pane, &setup);
      build (self);
      g_assert_true (vac_page_setup_equal (
          vac_paper_get_setup (vac_page_view_get_paper (get_view (self))), &setup));
    }
}

static void
test_text_has_no_pages (Fixture       *self,
                        gconstpointer  data)
{
  g_autofree char *text = NULL;

  build (self);
  gtk_stack_set_visible_child_name (get_stack (self), "text");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_child (self, "page_label"))));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_child (self, "zoom_box"))));
  waiting_settle (100);
  text = vac_text_pane_get_text (VAC_TEXT_PANE (gtk_stack_get_visible_child (get_stack (self))));
  g_assert_nonnull (strstr (text, vac_document_get_text (self->document, VAC_ROLE_JOB_TITLE)));
}

static void
test_narrow_pane_has_icons (Fixture       *self,
                            gconstpointer  data)
{
  GtkButton *button = GTK_BUTTON (get_child (self, "export_button"));

  g_assert_nonnull (gtk_button_get_label (button));
  g_object_set (self->pane, "narrow", TRUE, NULL);
  g_assert_cmpstr (gtk_button_get_icon_name (button), ==, "document-send-symbolic");
  g_object_set (self->pane, "narrow", FALSE, NULL);
  g_assert_cmpstr (gtk_button_get_label (button), ==, "_Export…");
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);

  return found;
}

/* Lengthens the posting until some design would spare its last page. */
static VacFit
make_too_long (Fixture *self)
{
  VacNode *text = vac_node_get (vac_document_find_section (self->document, "position-overview"),
                                VAC_ROLE_SECTION_TEXT);
  g_autoptr (GString) prose = g_string_new ("A line.");
  VacFit fit = { 0 };

  for (guint i = 0; i < 80 && fit.design == NULL; i++)
    {
      g_autoptr (VacOutline) outline = NULL;
      g_autoptr (VacPaper) paper = NULL;
      VacPageSetup setup;

      vac_document_set_text (self->document, text, prose->str);
      outline = vac_outline_new (self->document, VAC_AUDIENCE_CANDIDATE);
      vac_page_setup_init (&setup, VAC_PAPER_A4);
      paper = vac_paper_new (&setup);
      vac_paper_set_outline (paper, outline);
      vac_fit_find (&fit, paper);
      g_string_append (prose, "\n\nAnother line.");
    }
  g_assert_nonnull (fit.design);

  return fit;
}

/* What is too long is told as it is written, and one click mends it, in a step of its own. */
static void
test_says_what_is_over (Fixture       *self,
                        gconstpointer  data)
{
  GtkWidget *button = GTK_WIDGET (get_child (self, "fit_button"));
  g_autofree char *over = NULL;
  g_autofree char *label = NULL;
  VacPageSetup setup;
  GtkWidget *way;
  VacFit fit;

  vac_page_setup_init (&setup, VAC_PAPER_A4);
  vac_preview_pane_set_setup (self->pane, &setup);
  build (self);
  fit = make_too_long (self);
  over = vac_fit_say_lines (&fit);
  waiting_until (gtk_widget_get_visible (button) &&
                 g_strcmp0 (gtk_widget_get_tooltip_text (button), over) == 0);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  label = vac_fit_say (&fit, VAC_FIT_DESIGN);
  way = find_button (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), label);
  g_assert_nonnull (way);
  g_signal_emit_by_name (way, "clicked");
  g_assert_cmpstr (vac_document_get_text (self->document, VAC_ROLE_LOOK_DESIGN), ==,
                   fit.design->id);
  waiting_until (!gtk_widget_get_visible (button));
  vac_document_undo (self->document);
  waiting_until (gtk_widget_get_visible (button));
  gtk_stack_set_visible_child_name (get_stack (self), "text");
  g_assert_false (gtk_widget_get_visible (button));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*run) (Fixture       *self,
                      gconstpointer  data);
  } tests[] = {
    { "/preview-pane/makes-no-pages-before-it-is-asked", test_nothing_is_built_unasked },
    { "/preview-pane/shows-an-edit-by-itself", test_shows_edits_by_itself },
    { "/preview-pane/shows-another-document-and-forgets-the-first", test_shows_another_document },
    { "/preview-pane/keeps-the-zoom-for-the-pages", test_zoom_is_kept_for_the_pages },
    { "/preview-pane/keeps-the-paper-for-the-pages", test_paper_is_kept_for_the_pages },
    { "/preview-pane/a-text-has-neither-pages-nor-zoom", test_text_has_no_pages },
    { "/preview-pane/says-what-is-over-and-mends-it", test_says_what_is_over },
    { "/preview-pane/a-narrow-one-has-icons-for-words", test_narrow_pane_has_icons },
  };

  gtk_test_init (&argc, &argv, NULL);
  vac_editor_init ();
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
