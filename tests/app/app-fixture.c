/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-fixture.h"

#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <gdk/x11/gdkx.h>
#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <unistd.h>

#include "support.h"
#include "vac-dialogs.h"
#include "vac-editor.h"
#include "vac-export-text.h"
#include "vac-guide-library.h"
#include "vac-node-build.h"
#include "vac-outline.h"
#include "vac-page-view.h"
#include "vac-preview-pane.h"
#include "vac-section-page.h"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>

/* GLib makes a table for 2,048 quarks when it is loaded, and drops it on purpose once there are
 * more: other threads may still read it. Nothing of its frames is left by which that could be told
 * from a leak, so what libraries allocate while they are loaded does not count. */
static void
ignore_loading (void)
{
  __lsan_disable ();
}

__attribute__ ((section (".preinit_array"), used)) static void (*const before_libraries) (void) =
  ignore_loading;
#endif

static VacApplication *application;
static Display *server;
static char *folder;

/* Waiting */

/* Lets a few frames pass. */
void
app_settle (void)
{
  waiting_settle (150);
}

/* Languages */

/* Has the program speak @language from now on, by what is in the folder @translations. From glibc
 * 2.39 on there are no translations in C.UTF-8: by another name, there are. */
void
app_speak (const char *language,
           const char *translations)
{
  g_autofree char *locales = app_make_path ("locales");
  g_autofree char *locale = g_build_filename (locales, "xa.UTF-8", NULL);

  g_assert_no_errno (g_mkdir_with_parents (locales, 0700));
  if (!g_file_test (locale, G_FILE_TEST_IS_SYMLINK))
    g_assert_no_errno (symlink ("/usr/lib/locale/C.utf8", locale));
  g_setenv ("LOCPATH", locales, TRUE);
  g_setenv ("LANGUAGE", language, TRUE);
  g_assert_nonnull (setlocale (LC_ALL, "xa.UTF-8"));
  bindtextdomain (GETTEXT_PACKAGE, translations);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* Files */

char *
app_make_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

void
app_write (const char *path,
           const char *contents)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
}

char *
app_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);

  return contents;
}

static const VacGuide *
find_guide (VacGuideLibrary *library,
            const char      *id)
{
  const VacGuide *guide = vac_guide_library_find (library, id);

  g_assert_nonnull (guide);

  return guide;
}

/* Puts the guide into a file of @name. */
char *
app_copy_guide (const char *name)
{
  g_autoptr (VacGuideLibrary) library = vac_guide_library_new (NULL);
  const VacGuide *guide = find_guide (library, "machine-learning-engineer");
  g_autofree char *text = support_bytes_to_text (guide->bytes);
  char *path = app_make_path (name);

  app_write (path, text);

  return path;
}

/* Windows */

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL
                                                                    : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
clear_folder (void)
{
  remove_tree (folder);
}

/* Nothing is written outside a folder of the test's own, not even where a user's guides are. */
static void
make_folder (void)
{
  g_autofree char *data = NULL;
  g_autofree char *state = NULL;
  g_autofree char *cache = NULL;

  folder = g_dir_make_tmp ("vacancy-app-XXXXXX", NULL);
  g_assert_nonnull (folder);
  data = g_build_filename (folder, "data", NULL);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  state = g_build_filename (folder, "state", NULL);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  cache = g_build_filename (folder, "cache", NULL);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  atexit (clear_folder);
}

/* The path bar of a file dialog gives its arrows a place once it has read what the folders are
 * called, each in a thread. When a frame comes first, GTK complains of drawing an arrow without. */
static gboolean
match_arrow_without_place (GtkWidget  *widget,
                           const void *data)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  g_autofree char *message = g_strdup_printf ("Trying to snapshot GtkButton %p without a current "
                                              "allocation", (void *) widget);

  return parent != NULL && g_str_equal (G_OBJECT_TYPE_NAME (parent), "GtkPathBar") &&
         g_str_equal (message, data);
}

static gboolean
is_about_path_bar (const char *message)
{
  GListModel *windows;

  if (!g_str_has_prefix (message, "Trying to snapshot GtkButton"))
    return FALSE;

  windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (app_find (window, match_arrow_without_place, message) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* From 1.6 on libadwaita measures the heading of its message dialogs without asking how narrow it
 * may be, and GTK complains about that. */
static gboolean
is_about_heading (const char *message)
{
  return adw_get_minor_version () >= 6 && g_str_has_prefix (message, "Trying to measure GtkLabel");
}

/* Every warning is fatal but those of the platform about itself. */
static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") &&
        (is_about_heading (fields[i].value) || is_about_path_bar (fields[i].value)))
      return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, user_data);
}

void
app_init (int    *argc,
          char ***argv)
{
  g_autoptr (GError) error = NULL;

#ifdef __SANITIZE_ADDRESS__
  __lsan_enable ();
#endif
  make_folder ();
  g_setenv ("GDK_BACKEND", "x11", TRUE);
  server = XOpenDisplay (NULL);
  if (server == NULL)
    {
      g_print ("Bail out! there is no display; see tests/run-display.sh\n");
      exit (1);
    }
  g_log_set_writer_func (write_log, NULL, NULL);
  gtk_test_init (argc, argv);

  application = vac_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application)) |
                               G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_set_default (G_APPLICATION (application));
}

VacApplication *
app_get (void)
{
  return application;
}

guint
app_count_windows (void)
{
  guint n_windows = 0;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL;
       l = l->next)
    if (VAC_IS_WINDOW (l->data))
      n_windows++;

  return n_windows;
}

static VacWindow *
get_first_window (void)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL;
       l = l->next)
    if (VAC_IS_WINDOW (l->data))
      return l->data;

  return NULL;
}

/* There is no window manager that would give the focus away. */
void
app_focus (GtkWidget *widget)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  app_wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
  gdk_display_sync (gtk_widget_get_display (GTK_WIDGET (window)));
  XRaiseWindow (server, gdk_x11_surface_get_xid (surface));
  XSetInputFocus (server, gdk_x11_surface_get_xid (surface), RevertToParent, CurrentTime);
  XSync (server, False);
  app_wait_until (gtk_window_is_active (window));
}

/* Waits for @window to be there with all that it shows, ready for keys. */
void
app_wait_shown (VacWindow *window)
{
  app_focus (GTK_WIDGET (window));
  if (vac_window_get_store (window) != NULL)
    app_wait_until (gtk_stack_get_visible_child (
                      GTK_STACK (app_get_template_child (window, "preview_stack"))) != NULL);
  app_settle ();
}

/* Opens a file as the command line or the file manager does. */
VacWindow *
app_open (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const guint n_windows = app_count_windows ();

  g_application_open (G_APPLICATION (application), &file, 1, "");
  app_wait_until (app_count_windows () > n_windows);
  app_wait_shown (get_first_window ());

  return get_first_window ();
}

VacWindow *
app_open_guide_id (const char *id)
{
  g_autoptr (VacGuideLibrary) library = vac_guide_library_new (NULL);

  vac_application_new_from_guide (application, NULL, find_guide (library, id));
  app_wait_shown (get_first_window ());

  return get_first_window ();
}

VacWindow *
app_open_guide (void)
{
  return app_open_guide_id ("machine-learning-engineer");
}

/* Closes all windows without asking. */
void
app_close_all (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  while (g_list_model_get_n_items (windows) > 0)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, 0);

      gtk_window_destroy (window);
    }
  app_settle ();
}

/* The program's window of a type, the one used last; NULL if there is none. */
GtkWindow *
app_find_window (GType type)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (app_get ()));

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_type_is_a (G_OBJECT_TYPE (l->data), type))
      return l->data;

  return NULL;
}

/* Returns the dialog that @window shows. */
GtkWidget *
app_wait_dialog (VacWindow *window)
{
  app_wait_until (vac_dialogs_get_top (GTK_WINDOW (window)) != NULL);
  app_settle ();

  return vac_dialogs_get_top (GTK_WINDOW (window));
}

void
app_resize (VacWindow *window,
            int        width,
            int        height)
{
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  app_settle ();
  app_settle ();
}

VacDocument *
app_get_document (VacWindow *window)
{
  return vac_store_get_document (vac_window_get_store (window));
}

/* A place of work in the United States. */
void
app_add_location (VacWindow  *window,
                  const char *city,
                  const char *region)
{
  VacDocument *document = app_get_document (window);
  g_autoptr (VacNode) location = vac_node_new_record (
      vac_schema_get_field (VAC_ROLE_LOCATION), VAC_ROLE_LOCATION_CITY, city,
      VAC_ROLE_LOCATION_REGION, region, VAC_ROLE_LOCATION_COUNTRY, "US", VAC_ROLE_NONE);

  vac_document_append (document, vac_document_get (document, VAC_ROLE_LOCATIONS), location);
}

/* The posting as the export of text writes it. */
char *
app_get_text (VacWindow *window)
{
  g_autoptr (VacOutline) outline = vac_outline_new (app_get_document (window),
                                                    VAC_AUDIENCE_CANDIDATE);

  return vac_outline_to_text (outline);
}

/* The same for forms: a line for each paragraph. */
char *
app_get_form_text (VacWindow *window)
{
  g_autoptr (VacOutline) outline = vac_outline_new (app_get_document (window),
                                                    VAC_AUDIENCE_CANDIDATE);

  return vac_outline_to_text_wrapped (outline, 0);
}

/* What the preview's pages show, one line per paragraph. */
char *
app_get_page_text (VacWindow *window)
{
  GtkWidget *view = app_find_type (GTK_WIDGET (window), VAC_TYPE_PAGE_VIEW);
  VacOutline *outline = vac_paper_get_outline (vac_page_view_get_paper (VAC_PAGE_VIEW (view)));

  return outline != NULL ? vac_outline_to_text_wrapped (outline, 0) : g_strdup ("");
}

const char *
app_get_subtitle (VacWindow *window)
{
  return adw_window_title_get_subtitle (
      ADW_WINDOW_TITLE (app_get_template_child (window, "form_title")));
}

/* Widgets */

/* Returns the first widget that is shown in @within and matches. */
GtkWidget *
app_find (GtkWidget  *within,
          AppMatch    match,
          const void *data)
{
  if (match (within, data))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = app_find (child, match, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
match_type (GtkWidget  *widget,
            const void *data)
{
  return gtk_widget_get_mapped (widget) &&
         g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) data);
}

GtkWidget *
app_find_type (GtkWidget *within,
               GType      type)
{
  return app_find (within, match_type, &type);
}

static gboolean
has_label (GtkWidget  *widget,
           const char *label)
{
  g_autofree char *difference = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                                    label);

  return difference == NULL;
}

static gboolean
match_button (GtkWidget  *widget,
              const void *data)
{
  const char *label = data;

  if (!gtk_widget_get_mapped (widget) || !(GTK_IS_BUTTON (widget) || GTK_IS_SWITCH (widget)))
    return FALSE;

  return (GTK_IS_BUTTON (widget) &&
          g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0) ||
         has_label (widget, label);
}

/* Finds a button by its label, with its mnemonic, or by its accessible name. */
GtkWidget *
app_find_button (GtkWidget  *within,
                 const char *label)
{
  return app_find (within, match_button, label);
}

static gboolean
match_row (GtkWidget  *widget,
           const void *data)
{
  return ADW_IS_PREFERENCES_ROW (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), data) == 0;
}

static gboolean
match_card (GtkWidget  *widget,
            const void *data)
{
  const char *title = data;

  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "VacGuideCard") &&
         gtk_widget_get_mapped (widget) && gtk_widget_get_child_visible (widget) &&
         (*title == '\0' || app_find_label (widget, title) != NULL);
}

/* Finds a guide of the start page by its title; "" is the first one. */
GtkWidget *
app_find_card (VacWindow  *window,
               const char *title)
{
  return app_find (GTK_WIDGET (window), match_card, title);
}

/* Returns the window with the start page, ready for keys: its guides are there. */
VacWindow *
app_wait_start (void)
{
  VacWindow *window = NULL;

  app_wait_until (gtk_application_get_windows (GTK_APPLICATION (application)) != NULL);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL;
       l = l->next)
    if (VAC_IS_WINDOW (l->data) && vac_window_shows_start (l->data))
      window = l->data;
  g_assert_nonnull (window);
  app_focus (GTK_WIDGET (window));
  app_wait_until (app_find_card (window, "") != NULL);
  app_settle ();

  return window;
}

GtkWidget *
app_find_row (GtkWidget  *within,
              const char *title)
{
  return app_find (within, match_row, title);
}

static gboolean
match_label (GtkWidget  *widget,
             const void *data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         strstr (gtk_label_get_text (GTK_LABEL (widget)), data) != NULL;
}

/* Finds a label that is shown and has @part in its text. */
GtkWidget *
app_find_label (GtkWidget  *within,
                const char *part)
{
  return app_find (within, match_label, part);
}

/* Returns what edits @node on the page that is shown. */
GtkWidget *
app_find_field (VacWindow *window,
                VacNode   *node)
{
  GtkWidget *page = gtk_stack_get_visible_child (
      GTK_STACK (app_get_template_child (window, "page_stack")));

  return vac_editor_find_widget (page, node);
}

/* Returns a widget that the template of the window or of its preview names. */
GtkWidget *
app_get_template_child (VacWindow  *window,
                        const char *name)
{
  GtkWidget *widget = GTK_WIDGET (window);
  GObject *pane = gtk_widget_get_template_child (widget, VAC_TYPE_WINDOW, "preview_pane");
  GObject *child = gtk_widget_get_template_child (widget, VAC_TYPE_WINDOW, name);

  if (child == NULL)
    child = gtk_widget_get_template_child (GTK_WIDGET (pane), VAC_TYPE_PREVIEW_PANE, name);

  return GTK_WIDGET (child);
}

void
app_press_button (GtkWidget  *within,
                  const char *label)
{
  GtkWidget *button = app_find_button (within, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

gboolean
app_get_enabled (VacWindow  *window,
                 const char *action)
{
  GtkWidget *button = app_get_template_child (window, action);

  return gtk_widget_is_sensitive (button);
}

/* The dialog knows a file once it has read its folder, in a thread that may sleep: no settling
 * waits for that. */
static gboolean
has_chosen (GtkFileChooser *chooser,
            GFile          *file)
{
  g_autoptr (GFile) chosen = gtk_file_chooser_get_file (chooser);

  return chosen != NULL && g_file_equal (chosen, file);
}

/* Answers a file dialog. */
void
app_choose_file (GtkWidget  *chooser,
                 const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);

  g_assert_true (GTK_IS_FILE_CHOOSER (chooser));
  if (gtk_file_chooser_get_action (GTK_FILE_CHOOSER (chooser)) == GTK_FILE_CHOOSER_ACTION_SAVE)
    {
      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), parent, NULL);
      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
    }
  else
    {
      gtk_file_chooser_set_file (GTK_FILE_CHOOSER (chooser), file, NULL);
    }
  app_wait_until (has_chosen (GTK_FILE_CHOOSER (chooser), file));
  app_settle ();
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
}

/* Keys and mouse */

static void
press_keyval (KeySym   keysym,
              gboolean shift)
{
  KeyCode code = XKeysymToKeycode (server, keysym);
  KeyCode shift_code = XKeysymToKeycode (server, XK_Shift_L);

  g_assert_cmpint (code, !=, 0);
  shift |= XkbKeycodeToKeysym (server, code, 0, 0) != keysym &&
           XkbKeycodeToKeysym (server, code, 0, 1) == keysym;
  if (shift)
    XTestFakeKeyEvent (server, shift_code, True, 0);
  XTestFakeKeyEvent (server, code, True, 0);
  XTestFakeKeyEvent (server, code, False, 0);
  if (shift)
    XTestFakeKeyEvent (server, shift_code, False, 0);
  XSync (server, False);
}

/* Presses the key of a character and does not wait for what follows. */
void
app_send_key (char c)
{
  press_keyval ((KeySym) c, FALSE);
}

/* Types @text, of characters that a US keyboard has, and waits until it has arrived. */
void
app_type (const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    {
      press_keyval ((KeySym) *c, FALSE);
      waiting_iterate ();
    }
  app_settle ();
}

/* Presses a key as gtk_accelerator_parse() spells it, and does not wait for what follows. */
void
app_send (const char *accelerator)
{
  static const struct { GdkModifierType mask; KeySym keysym; } modifiers[] = {
    { GDK_CONTROL_MASK, XK_Control_L }, { GDK_ALT_MASK, XK_Alt_L }, { GDK_SHIFT_MASK, XK_Shift_L },
  };
  GdkModifierType state;
  guint keyval;

  g_assert_true (gtk_accelerator_parse (accelerator, &keyval, &state));
  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (state & modifiers[i].mask)
      XTestFakeKeyEvent (server, XKeysymToKeycode (server, modifiers[i].keysym), True, 0);
  press_keyval (keyval, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (state & modifiers[i].mask)
      XTestFakeKeyEvent (server, XKeysymToKeycode (server, modifiers[i].keysym), False, 0);
  XSync (server, False);
}

/* Presses a key and waits for what follows. */
void
app_press (const char *accelerator)
{
  app_send (accelerator);
  app_settle ();
}

/* Moves the pointer to a point of @widget. */
void
app_point (GtkWidget *widget,
           double     x,
           double     y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  Window window = gdk_x11_surface_get_xid (gtk_native_get_surface (native));
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  graphene_point_t target;
  double surface_x, surface_y;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (native), &point, &target));
  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  XWarpPointer (server, None, window, 0, 0, 0, 0, (int) (target.x + surface_x),
                (int) (target.y + surface_y));
  XSync (server, False);
  app_settle ();
}

/* Clicks at a point of @widget. */
void
app_click_button (GtkWidget *widget,
                  guint      button,
                  double     x,
                  double     y)
{
  app_point (widget, x, y);
  XTestFakeButtonEvent (server, button, True, 0);
  XTestFakeButtonEvent (server, button, False, 0);
  XSync (server, False);
  app_settle ();
}

void
app_click (GtkWidget *widget,
           double     x,
           double     y)
{
  app_click_button (widget, GDK_BUTTON_PRIMARY, x, y);
}
