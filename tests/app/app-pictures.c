/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app-fixture.h"
#include "places.h"
#include "vac-reviewed.h"
#include "vac-writer.h"

/* app-pictures FOLDER [FILE]: writes pictures of every page and every dialog, for looking at.
 * app-pictures --phone FOLDER: writes pictures of every place in the smallest window there may be.
 * app-pictures --shown FOLDER: writes those that the manual and software centers show. */

#define SHOWN_WIDTH 1500
#define SHOWN_HEIGHT 852
#define SHOWN_PROGRESS "10 of 21 reviewed"

static const char *folder;

/* A sheet with the window that it is in. */
static void
save (GtkWidget  *widget,
      const char *name)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autofree char *base = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, g_strdelimit (base, "/ &", '-'), NULL);
  const int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GskRenderNode) node = NULL;

  app_settle ();
  gdk_paintable_snapshot (picture, GDK_SNAPSHOT (snapshot), width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  gsk_render_node_draw (node, cr);
  cairo_surface_write_to_png (surface, path);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
save_pages (VacWindow  *window,
            const char *prefix)
{
  VacNode *sections = vac_document_get (app_get_document (window), VAC_ROLE_SECTIONS);
  g_autofree char *first = g_strdup_printf ("%s-page-00-job", prefix);

  save (GTK_WIDGET (window), first);
  for (guint i = 0; i < vac_node_get_n_children (sections); i++)
    {
      VacNode *section = vac_node_get_child (sections, i);
      g_autofree char *name = g_strdup_printf ("%s-page-%02u-%s", prefix, i + 1,
                                               vac_node_get_member_text (section,
                                                                         VAC_ROLE_SECTION_TITLE));

      vac_window_show_node (window, section);
      app_settle ();
      save (GTK_WIDGET (window), name);
    }
}

static void
save_start (const char *prefix)
{
  g_autofree char *name = g_strdup_printf ("%s-start", prefix);
  VacWindow *window;

  g_action_group_activate_action (G_ACTION_GROUP (app_get ()), "new", NULL);
  window = app_wait_start ();
  save (GTK_WIDGET (window), name);
  gtk_window_close (GTK_WINDOW (window));
  app_settle ();
}

static void
save_dialogs (VacWindow  *window,
              const char *prefix)
{
  static const char *const actions[] = {
    "win.export", "win.about", "win.show-help-overlay", "win.save-guide",
    "win.preferences",
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-dialog-%s", prefix, actions[i]);
      GtkWidget *dialog;

      gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL);
      dialog = app_wait_dialog (window);
      save (dialog, name);
      gtk_widget_activate_action (dialog, "window.close", NULL);
      app_settle ();
      app_focus (GTK_WIDGET (window));
    }
}

static void
save_preview_tabs (VacWindow  *window,
                   const char *prefix)
{
  static const char *const tabs[] = { "text", "json", "pages" };

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-tab-%s", prefix, tabs[i]);

      gtk_stack_set_visible_child_name (
          GTK_STACK (app_get_template_child (window, "preview_stack")), tabs[i]);
      app_settle ();
      save (GTK_WIDGET (window), name);
    }
}

static void
save_sizes (VacWindow  *window,
            const char *prefix)
{
  static const struct { int width, height; } sizes[] = {
    { 1100, 760 }, { 800, 760 }, { 360, 760 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-size-%d-%d", prefix, sizes[i].width,
                                               sizes[i].height);
      g_autofree char *preview = g_strconcat (name, "-preview", NULL);
      g_autofree char *sidebar = g_strconcat (name, "-sidebar", NULL);

      app_focus (GTK_WIDGET (window));
      app_resize (window, sizes[i].width, sizes[i].height);
      save (GTK_WIDGET (window), name);
      app_press ("F8");
      save (GTK_WIDGET (window), preview);
      app_press ("F9");
      save (GTK_WIDGET (window), sidebar);
      app_press ("F9");
      if (sizes[i].width == 360)
        save_dialogs (window, name);
    }
}

/* Something of everything that can differ. */
static void
edit (VacDocument *document)
{
  VacNode *sections = vac_document_get (document, VAC_ROLE_SECTIONS);
  guint n_done = 0;

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE),
                         "Senior Machine Learning Engineer");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_MINIMUM), "130000");
  for (guint i = 0; i < vac_node_get_n_children (sections) && n_done < 6; i++)
    {
      VacNode *items = vac_node_get (vac_node_get_child (sections, i), VAC_ROLE_SECTION_ITEMS);

      if (vac_node_get_n_children (items) < 3)
        continue;
      if (n_done % 3 == 0)
        vac_document_set_text (document,
                               vac_node_get (vac_node_get_child (items, 0), VAC_ROLE_ITEM_TEXT),
                               "Deploy models to production and measure what they do there");
      else if (n_done % 3 == 1)
        vac_document_remove (document, vac_node_get_child (items, 1));
      else
        vac_document_move (document, vac_node_get_child (items, 2), 0);
      n_done++;
    }
}

static void
save_comparison (VacWindow  *window,
                 const char *prefix)
{
  static const int widths[] = { 1590, 1000, 360 };
  VacDocument *document = app_get_document (window);
  g_autoptr (VacDocument) before = vac_copy_document (document);

  edit (document);
  app_settle ();
  vac_window_compare (window, before, "the version sent to legal");
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-compare-%d", prefix, widths[i]);

      app_resize (window, widths[i], 860);
      app_settle ();
      save (GTK_WIDGET (window), name);
      if (i == 0)
        {
          g_autofree char *side = g_strconcat (name, "-side", NULL);

          app_press_button (GTK_WIDGET (window), "Side _by Side");
          app_settle ();
          save (GTK_WIDGET (window), side);
        }
    }
}

static void
save_review (VacWindow  *window,
             const char *prefix)
{
  static const int widths[] = { 1590, 1360, 800, 360 };

  app_resize (window, 1360, 860);
  app_press ("F7");
  app_settle ();
  app_settle ();
  app_press ("<Alt>Page_Down");
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-review-%d", prefix, widths[i]);

      app_resize (window, widths[i], 860);
      app_settle ();
      if (i >= 2)
        app_press ("F7");
      app_settle ();
      save (GTK_WIDGET (window), name);
    }
  app_press ("F7");
  app_resize (window, 1360, 860);
  app_press ("F7");
}

static void
save_all (const char *prefix,
          const char *path)
{
  g_autofree char *copy = path != NULL ? g_strdup (path)
                                       : app_copy_guide ("Machine Learning Engineer.vacancy");
  VacWindow *window = app_open (copy);

  app_resize (window, 1360, 860);
  save_pages (window, prefix);
  save_preview_tabs (window, prefix);
  save_dialogs (window, prefix);
  save_start (prefix);
  save_sizes (window, prefix);
  save_review (window, prefix);
  save_comparison (window, prefix);
  app_close_all ();
}

static VacNode *
find_section (VacDocument *document,
              const char  *id)
{
  VacNode *section = vac_document_find_section (document, id);

  if (section == NULL)
    g_error ("the guide has no section “%s”", id);

  return section;
}

static void
show_section (VacWindow  *window,
              const char *id)
{
  vac_window_show_node (window, find_section (app_get_document (window), id));
  app_settle ();
}

static void
review (VacDocument *document)
{
  static const char *const ids[] = {
    "position-overview", "about-the-role", "key-responsibilities",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      VacNode *section = find_section (document, ids[i]);
      VacNode *parts = vac_node_get (section, VAC_ROLE_SUBSECTIONS);

      vac_reviewed_set (document, section, TRUE);
      for (guint j = 0; j < vac_node_get_n_children (parts); j++)
        vac_reviewed_set (document, vac_node_get_child (parts, j), TRUE);
    }
}

/* Where nothing draws shadows, GTK draws a frame. On a desktop windows have round corners. */
static void
frame_as_on_a_desktop (GtkWidget *window)
{
  gtk_widget_remove_css_class (window, "solid-csd");
  gtk_widget_add_css_class (window, "csd");
}

/* A posting that somebody is in the middle of, as soon as the window says how far. */
static VacWindow *
open_shown (void)
{
  g_autofree char *path = app_copy_guide ("Machine Learning Engineer.vacancy");
  VacWindow *window = app_open (path);
  VacDocument *document = app_get_document (window);

  frame_as_on_a_desktop (GTK_WIDGET (window));
  app_resize (window, SHOWN_WIDTH, SHOWN_HEIGHT);
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_EMPLOYER_NAME),
                         "Northwind Analytics");
  app_add_location (window, "Austin", "TX");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_MINIMUM), "150000");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_MAXIMUM), "190000");
  review (document);
  app_press ("<Control>s");
  app_wait_until (app_find_label (GTK_WIDGET (window), SHOWN_PROGRESS) != NULL);

  return window;
}

static void
save_shown (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  VacWindow *window = open_shown ();

  show_section (window, "required-qualifications");
  save (GTK_WIDGET (window), "window-light");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  app_settle ();
  save (GTK_WIDGET (window), "window-dark");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
  app_settle ();
  app_press ("<Control>m");
  app_settle ();
  gtk_window_set_focus_visible (GTK_WINDOW (window), FALSE);
  app_settle ();
  save (GTK_WIDGET (window), "compensation");
  app_close_all ();
}

static void
save_place (GtkWidget  *root,
            const char *place,
            gpointer    number)
{
  guint *n = number;
  g_autofree char *name = g_strdup_printf ("phone-%03u-%s", (*n)++, place);

  save (root, name);
}

static const struct
{
  const char       *name;
  AdwColorScheme    scheme;
  GtkTextDirection  direction;
  int               times;      /* the usual size of text */
} looks[] = {
  { "light", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_LTR, 1 },
  { "dark", ADW_COLOR_SCHEME_FORCE_DARK, GTK_TEXT_DIR_LTR, 1 },
  { "mirrored", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_RTL, 1 },
  { "large", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_LTR, 2 },
};

int
main (int    argc,
      char **argv)
{
  app_init (&argc, &argv);
  if (argc == 3 && g_str_equal (argv[1], "--shown"))
    {
      folder = argv[2];
      save_shown ();
      return 0;
    }
  if (argc == 3 && g_str_equal (argv[1], "--phone"))
    {
      guint n = 0;

      folder = argv[2];
      g_mkdir_with_parents (folder, 0755);
      places_visit (save_place, &n, 360, 294, FALSE);
      return 0;
    }
  if (argc < 2)
    {
      g_printerr ("Usage: app-pictures FOLDER [FILE]\n"
                  "       app-pictures --phone FOLDER\n"
                  "       app-pictures --shown FOLDER\n");
      return 2;
    }

  folder = argv[1];
  g_mkdir_with_parents (folder, 0755);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), looks[i].scheme);
      gtk_widget_set_default_direction (looks[i].direction);
      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", looks[i].times * 96 * 1024, NULL);
      save_all (looks[i].name, argc > 2 ? argv[2] : NULL);
    }

  return 0;
}
