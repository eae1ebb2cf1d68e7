/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "places.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "audit.h"
#include "support.h"
#include "vac-compare-view.h"
#include "vac-dialog.h"
#include "vac-dialogs.h"
#include "vac-import-dialog.h"
#include "vac-library-window.h"
#include "vac-outline.h"
#include "vac-print-preview.h"
#include "vac-state-bars.h"
#include "vac-writer.h"

typedef struct
{
  PlacesVisit  visit;
  gpointer     user_data;
  int          width;
  int          height;
  gboolean     toolkits;
  GHashTable  *menus;           /* of char *: the names of menus that were open */
} Tour;

/* The names of the classes of all that was shown, and of those that they are made from. */
static GHashTable *types;

GHashTable *
places_get_types_seen (void)
{
  if (types == NULL)
    types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return types;
}

static void
note_types (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  for (GType type = G_OBJECT_TYPE (widget); type != GTK_TYPE_WIDGET; type = g_type_parent (type))
    g_hash_table_add (places_get_types_seen (), g_strdup (g_type_name (type)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    note_types (child);
}

/* Whoever opened the place has let it settle. */
static void
show (Tour       *self,
      GtkWidget  *root,
      const char *place)
{
  note_types (root);
  self->visit (root, place, self->user_data);
}

/* What is inside of windows */

/* What opens when it is asked to is open from now on. Returns whether there was any. */
static gboolean
unfold_each (GtkWidget *widget)
{
  const gboolean opens = ADW_IS_EXPANDER_ROW (widget) || GTK_IS_EXPANDER (widget);
  gboolean was_open = TRUE, found;

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (opens)
    {
      g_object_get (widget, "expanded", &was_open, NULL);
      g_object_set (widget, "expanded", TRUE, NULL);
    }
  found = !was_open;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = unfold_each (child) || found;

  return found;
}

static void
unfold (GtkWidget *root)
{
  if (unfold_each (root))
    app_settle ();
}

static void
list_menus (GtkWidget *widget,
            GPtrArray *buttons)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_MENU_BUTTON (widget) && gtk_widget_is_sensitive (widget))
    g_ptr_array_add (buttons, g_object_ref (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_menus (child, buttons);
}

/* A menu of each sort: those of bullets differ in what they are called alone. */
static char *
make_menu_key (GtkWidget *button)
{
  g_autofree char *described = audit_describe (button);
  GString *key = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *c = described; *c != '\0'; c = g_utf8_next_char (c))
    {
      const gunichar character = g_utf8_get_char (c);

      quoted = character == 0x201c || (quoted && character != 0x201d);
      if (!quoted)
        g_string_append_unichar (key, character);
    }

  return g_string_free (key, FALSE);
}

/* Entries of a menu are named by what they show, and a calendar, made when it is opened, is the
 * toolkit's. In a page that scrolls, GTK 4.8 moves the button out of sight when its popover takes
 * the focus, and complains. */
static gboolean
is_worth_opening (GtkMenuButton *button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  return gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_VIEWPORT) == NULL ||
         (gtk_menu_button_get_menu_model (button) == NULL && popover != NULL &&
          !GTK_IS_CALENDAR (gtk_popover_get_child (popover)));
}

static void
show_menus (Tour       *self,
            GtkWidget  *root,
            const char *place)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new_with_free_func (g_object_unref);

  list_menus (root, buttons);
  for (guint i = 0; i < buttons->len; i++)
    {
      GtkMenuButton *button = g_ptr_array_index (buttons, i);
      g_autofree char *key = NULL;
      g_autofree char *name = NULL;
      g_autofree char *menu_place = NULL;
      GtkPopover *popover;

      if (!gtk_widget_get_mapped (GTK_WIDGET (button)) || !is_worth_opening (button))
        continue;
      key = make_menu_key (GTK_WIDGET (button));
      if (!g_hash_table_add (self->menus, g_steal_pointer (&key)))
        continue;
      name = audit_get_name (GTK_WIDGET (button));
      menu_place = g_strdup_printf ("%s, menu “%s”", place, name);
      gtk_widget_grab_focus (GTK_WIDGET (button));
      gtk_menu_button_popup (button);
      app_settle ();
      popover = gtk_menu_button_get_popover (button);
      if (popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (popover)))
        {
          show (self, GTK_WIDGET (popover), menu_place);
          gtk_menu_button_popdown (button);
          app_settle ();
        }
    }
}

/* Windows */

static void
visit (Tour       *self,
       GtkWidget  *root,
       const char *place)
{
  unfold (root);
  show (self, root, place);
  show_menus (self, root, place);
}

/* Windows, and the sheets inside them. */
static GPtrArray *
list_toplevels (void)
{
  GListModel *model = gtk_window_get_toplevels ();
  GPtrArray *windows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      GtkWindow *window = g_list_model_get_item (model, i);
      GtkWidget *top = vac_dialogs_get_top (window);

      g_ptr_array_add (windows, window);
      if (top != NULL)
        g_ptr_array_add (windows, g_object_ref (top));
    }

  return windows;
}

static GtkWidget *
find_new (GPtrArray *before)
{
  g_autoptr (GPtrArray) now = list_toplevels ();

  for (guint i = now->len; i > 0; i--)
    {
      GtkWidget *window = g_ptr_array_index (now, i - 1);

      if (!g_ptr_array_find (before, window, NULL) && gtk_widget_get_mapped (window))
        return window;
    }

  return NULL;
}

static gboolean
is_the_toolkits (GtkWidget *window)
{
  static const char *const names[] = {
    "AdwAboutDialog", "AdwAboutWindow", "GtkPrintUnixDialog", "GtkShortcutsWindow", NULL
  };

  return GTK_IS_FILE_CHOOSER (window) || g_strv_contains (names, G_OBJECT_TYPE_NAME (window));
}

/* A window becomes small in steps: it has to see first that there is little room. */
static void
fit (Tour      *self,
     GtkWidget *window)
{
  const int wanted = MIN (self->width, 1000);
  int width, height;

  app_settle ();
  if (self->width == 0 || !GTK_IS_WINDOW (window) || is_the_toolkits (window) ||
      !gtk_window_get_resizable (GTK_WINDOW (window)))
    return;
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  for (guint i = 0; i < 10 && (gtk_widget_get_width (window) > wanted ||
                               gtk_widget_get_height (window) > self->height); i++)
    {
      if (gtk_widget_get_height (window) > self->height)
        height = self->height;
      gtk_window_set_default_size (GTK_WINDOW (window), wanted, height);
      app_settle ();
    }
}

/* Visits each window that came since @before, and closes it as the keyboard does. */
static guint
visit_new (Tour       *self,
           GPtrArray  *before,
           const char *place)
{
  GtkWidget *window;
  guint n = 0;

  while ((window = find_new (before)) != NULL)
    {
      g_autoptr (GtkWidget) shown = g_object_ref (window);

      n++;
      app_focus (shown);
      fit (self, shown);
      note_types (shown);
      if (!is_the_toolkits (shown))
        visit (self, shown, place);
      else if (self->toolkits)
        show (self, shown, place);
      app_focus (shown);
      app_press ("Escape");
      /* Not closed: a posting would ask what to do with its changes. */
      if (!gtk_widget_get_mapped (shown))
        continue;
      if (GTK_IS_WINDOW (shown))
        gtk_window_destroy (GTK_WINDOW (shown));
      else
        gtk_widget_activate_action (shown, "window.close", NULL);
      app_settle ();
    }

  return n;
}

/* What has no window of its own in a test, or ends the program. */
static gboolean
is_left_out (const char *action)
{
  static const char *const names[] = { "win.show-help", "window.close", "win.read-pay-law",
                                       "win.open-review" };

  return g_strv_contains ((const char *const[]) { names[0], names[1], names[2], names[3], NULL },
                          action);
}

/* Everything that the class of @window can do without being told more: whatever opens is visited,
 * also what comes to the class later. */
static void
visit_actions (Tour      *self,
               GtkWidget *window)
{
  const char *name, *property;
  const GVariantType *type;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (window), i, &owner, &name,
                                                   &type, &property); i++)
    {
      g_autoptr (GPtrArray) before = list_toplevels ();
      g_autofree char *place = g_strdup_printf ("%s of %s", name, G_OBJECT_TYPE_NAME (window));

      if (owner != G_OBJECT_TYPE (window) || type != NULL || is_left_out (name))
        continue;
      g_test_message ("%s", place);
      app_focus (GTK_WIDGET (window));
      if (gtk_window_get_focus (GTK_WINDOW (window)) == NULL)
        gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
      gtk_widget_activate_action (window, name, NULL);
      app_settle ();
      if (visit_new (self, before, place) == 0)
        show (self, window, place);
      app_focus (GTK_WIDGET (window));
      app_press ("Escape");
    }
}

/* The window of a posting */

static VacNode *
get_sections (VacWindow *window)
{
  return vac_document_get (app_get_document (window), VAC_ROLE_SECTIONS);
}

static void
edit (VacDocument *document)
{
  VacNode *sections = vac_document_get (document, VAC_ROLE_SECTIONS);
  VacNode *items = NULL;

  for (guint i = 0; i < vac_node_get_n_children (sections); i++)
    {
      items = vac_node_get (vac_node_get_child (sections, i), VAC_ROLE_SECTION_ITEMS);
      if (vac_node_get_n_children (items) > 2)
        break;
    }
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_JOB_TITLE),
                         "Senior Machine Learning Engineer");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_MINIMUM), "130000");
  vac_document_remove (document, vac_node_get_child (items, 1));
}

/* A posting that was saved, has places and pay, and differs from what is in its file. */
static VacWindow *
open_posting (Tour *self)
{
  g_autofree char *path = app_copy_guide ("engineer.vacancy");
  VacWindow *window = app_open (path);
  VacDocument *document = app_get_document (window);

  app_resize (window, self->width > 0 ? self->width : 1590, self->height);
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_EMPLOYER_NAME),
                         "Northwind Analytics");
  app_add_location (window, "Austin", "TX");
  app_add_location (window, "Denver", "CO");
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_PAY_MAXIMUM), "190000");
  app_press ("<Control>s");
  app_wait_until (!vac_document_get_modified (document));
  app_settle ();

  return window;
}

/* A pane, with @keys if it is not there: on a phone there is one at a time. */
static gboolean
show_pane (VacWindow  *window,
           const char *pane,
           const char *keys)
{
  if (gtk_widget_get_mapped (app_get_template_child (window, pane)))
    return FALSE;
  app_focus (GTK_WIDGET (window));
  app_press (keys);

  return TRUE;
}

static void
visit_pages (Tour      *self,
             VacWindow *window)
{
  VacNode *sections = get_sections (window);
  static const char *const tabs[] = { "text", "json", "pages" };

  visit (self, GTK_WIDGET (window), "Job Details");
  for (guint i = 0; i < vac_node_get_n_children (sections); i++)
    {
      VacNode *section = vac_node_get_child (sections, i);

      vac_window_show_node (window, section);
      app_settle ();
      visit (self, GTK_WIDGET (window),
             vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE));
    }
  if (show_pane (window, "sidebar_bin", "F9"))
    visit (self, GTK_WIDGET (window), "the sidebar");
  show_pane (window, "preview_pane", "F8");
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      gtk_stack_set_visible_child_name (
          GTK_STACK (app_get_template_child (window, "preview_stack")), tabs[i]);
      app_settle ();
      visit (self, GTK_WIDGET (window), tabs[i]);
    }
  show_pane (window, "page_stack", "F8");
  g_assert_true (gtk_widget_get_mapped (app_get_template_child (window, "page_stack")));
}

static gboolean
is_apply_button (GtkWidget  *widget,
                 const void *data)
{
  const char *label = GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
                          ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;

  return label != NULL && gtk_widget_is_sensitive (widget) &&
         strstr (label, _("Apply to Posting…")) != NULL;
}

/* What is opened by a button on a page. */
static void
visit_variations (Tour      *self,
                  VacWindow *window)
{
  g_autoptr (GPtrArray) before = list_toplevels ();
  GtkWidget *button;

  vac_window_show_node (window, vac_document_find_section (app_get_document (window),
                                                           "context-variations"));
  app_settle ();
  unfold (GTK_WIDGET (window));
  button = app_find (GTK_WIDGET (window), is_apply_button, NULL);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  app_settle ();
  g_assert_cmpuint (visit_new (self, before, "a variation"), ==, 1);
}

static void
visit_bars (Tour      *self,
            VacWindow *window)
{
  app_focus (GTK_WIDGET (window));
  app_press ("<Control>h");
  app_type ("team");
  visit (self, GTK_WIDGET (window), "find and replace");
  app_press ("Escape");
  app_press ("F7");
  app_wait_until (app_find_label (GTK_WIDGET (window), _("Next")) != NULL ||
                  gtk_widget_get_mapped (app_get_template_child (window, "review_pane")));
  app_press ("<Alt>Page_Down");
  visit (self, GTK_WIDGET (window), "the review");
  app_press ("F7");
}

static void
visit_whole_pages (Tour      *self,
                   VacWindow *window)
{
  VacDocument *document = app_get_document (window);
  g_autoptr (VacDocument) before = vac_copy_document (document);

  edit (document);
  app_press ("<Control>s");
  app_wait_until (!vac_document_get_modified (document));
  vac_window_compare (window, before, "the version sent to legal");
  app_settle ();
  visit (self, GTK_WIDGET (window), "the comparison");
  /* On a phone there is no room for two pages. */
  if (app_find_button (GTK_WIDGET (window), _("Side _by Side")) != NULL)
    {
      app_press_button (GTK_WIDGET (window), _("Side _by Side"));
      app_settle ();
      visit (self, GTK_WIDGET (window), "the comparison, side by side");
    }
  app_press ("Escape");
  app_press ("<Control><Shift>h");
  app_wait_until (app_find_label (GTK_WIDGET (window), _("Current Version")) != NULL);
  app_settle ();
  visit (self, GTK_WIDGET (window), "the history");
  app_press ("Escape");
  app_press ("<Control>m");
  visit (self, GTK_WIDGET (window), "places side by side");
  app_press ("Escape");
}

static void
visit_windows (Tour      *self,
               VacWindow *window)
{
  g_autofree char *nurse = support_make_path ("import/corpus/15-registered-nurse.html");
  g_autofree char *table = support_make_path ("salary/fixtures/oews-metro.csv");
  g_autoptr (GFile) posting = g_file_new_for_path (nurse);
  g_autoptr (GFile) salaries = g_file_new_for_path (table);
  g_autoptr (GPtrArray) before = list_toplevels ();
  g_autoptr (VacOutline) outline = vac_outline_new (app_get_document (window),
                                                    VAC_AUDIENCE_CANDIDATE);
  VacPageSetup setup;
  GtkWidget *dialog;

  vac_page_setup_init (&setup, VAC_PAPER_LETTER);
  vac_window_import_file (window, posting);
  app_wait_until (find_new (before) != NULL);
  visit_new (self, before, "what is imported");
  vac_dialog_present (vac_print_preview_new (GTK_WINDOW (window), outline, &setup, NULL));
  visit_new (self, before, "the pages before they are printed");
  dialog = vac_import_dialog_new (GTK_WINDOW (window), app_get_document (window), salaries, NULL);
  vac_dialog_present (VAC_DIALOG (dialog));
  app_wait_until (vac_import_dialog_get_result (VAC_IMPORT_DIALOG (dialog)) != NULL);
  fit (self, dialog);
  visit (self, dialog, "columns of salaries that are imported");
  app_press_button (dialog, _("_Next"));
  visit_new (self, before, "salaries that are imported");
}

/* All postings */

static GtkWindow *
find_library (void)
{
  return app_find_window (VAC_TYPE_LIBRARY_WINDOW);
}

/* One of which is said above all that it closes soon. */
static void
put_closing (const char *folder)
{
  g_autoptr (VacDocument) document = support_load_document ("data/registered-nurse.vacancy");
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) soon = g_date_time_add_days (now, 2);
  g_autofree char *day = g_date_time_format (soon, "%Y-%m-%d");
  g_autofree char *path = g_build_filename (folder, "registered-nurse.vacancy", NULL);
  g_autofree char *text = NULL;

  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_CLOSES), day);
  vac_document_set_text (document, vac_document_get (document, VAC_ROLE_STATUS), VAC_STATUS_OPEN);
  text = support_write_text (document);
  app_write (path, text);
}

static void
put_postings (const char *folder)
{
  static const char *const trades[] = {
    "civil-engineer", "warehouse-associate",
  };

  g_mkdir_with_parents (folder, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (trades); i++)
    {
      g_autofree char *name = g_strconcat (trades[i], ".vacancy", NULL);
      g_autofree char *from = g_build_filename ("data", name, NULL);
      g_autofree char *source = support_make_path (from);
      g_autofree char *target = g_build_filename (folder, name, NULL);
      g_autofree char *text = app_read (source);

      app_write (target, text);
    }
  put_closing (folder);
}

static gboolean
has_bar (GtkWidget *window)
{
  GtkWidget *bars = app_find_type (window, VAC_TYPE_STATE_BARS);

  return bars != NULL && gtk_widget_get_first_child (bars) != NULL;
}

static void
visit_library (Tour *self)
{
  static const char *const commands[] = {
    "many.export", "many.check", "many.set-field", "many.replace", "many.duplicate-for-place",
  };
  g_autoptr (GSettings) settings = g_settings_new (VAC_APPLICATION_ID);
  g_autofree char *folder = app_make_path ("postings");
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  GtkWindow *library;
  GtkWidget *view;

  put_postings (folder);
  g_settings_set_strv (settings, "library-folders", (const char *const[]) { uri, NULL });
  g_settings_reset (settings, "library-notice-dismissed");
  g_action_group_activate_action (G_ACTION_GROUP (app_get ()), "library", NULL);
  app_wait_until (find_library () != NULL);
  library = find_library ();
  app_focus (GTK_WIDGET (library));
  app_wait_until (app_find_label (GTK_WIDGET (library), "Registered Nurse") != NULL &&
                  has_bar (GTK_WIDGET (library)));
  fit (self, GTK_WIDGET (library));
  visit (self, GTK_WIDGET (library), "all postings");
  view = app_find_type (GTK_WIDGET (library), GTK_TYPE_COLUMN_VIEW);
  if (view != NULL)
    gtk_selection_model_select_all (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
  else
    gtk_selection_model_select_all (gtk_list_view_get_model (
        GTK_LIST_VIEW (app_find_type (GTK_WIDGET (library), GTK_TYPE_LIST_VIEW))));
  app_settle ();
  visit (self, GTK_WIDGET (library), "postings that are selected");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (GPtrArray) before = list_toplevels ();

      app_focus (GTK_WIDGET (library));
      gtk_widget_activate_action (GTK_WIDGET (library), commands[i], NULL);
      app_wait_until (find_new (before) != NULL);
      visit_new (self, before, commands[i]);
    }
  visit_actions (self, GTK_WIDGET (library));
}

/* Shows each place to @visit, in windows of @width (of their own if it is 0) and @height. With
 * @toolkits also those that GTK and libadwaita made: for files, for printing, about the program. */
void
places_visit (PlacesVisit  visit_place,
              gpointer     user_data,
              int          width,
              int          height,
              gboolean     toolkits)
{
  Tour self = { .visit = visit_place, .user_data = user_data, .width = width,
                .height = height, .toolkits = toolkits };
  VacWindow *window;

  self.menus = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_application_activate (G_APPLICATION (app_get ()));
  window = app_wait_start ();
  if (width > 0)
    app_resize (window, width, height);
  visit (&self, GTK_WIDGET (window), "the start page");
  app_close_all ();

  window = open_posting (&self);
  visit_pages (&self, window);
  visit_variations (&self, window);
  visit_bars (&self, window);
  visit_whole_pages (&self, window);
  visit_windows (&self, window);
  visit_actions (&self, GTK_WIDGET (window));
  app_close_all ();

  visit_library (&self);
  app_close_all ();
  g_hash_table_unref (self.menus);
}
