/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-application"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "vac-application-private.h"
#include "vac-dialogs.h"
#include "vac-editor.h"
#include "vac-lacks.h"
#include "vac-last-moments.h"
#include "vac-library-window.h"
#include "vac-manual.h"
#include "vac-names.h"
#include "vac-rating-window.h"
#include "vac-safe-file.h"
#include "vac-state-folder.h"
#include "vac-type-fonts.h"

/* Late enough not to delay the first window. In seconds. */
#define SWEEP_DELAY 2

/* In microseconds. */
#define LONGEST_REGISTERING (3 * G_USEC_PER_SEC)

/**
 * VacApplication:
 *
 * The program: one window for each posting, and everything that belongs to no window.
 */
G_DEFINE_FINAL_TYPE (VacApplication, vac_application, ADW_TYPE_APPLICATION)

/**
 * vac_application_keep:
 * @self: the program
 *
 * Keeps what is not saved, because the program may end at once.
 *
 * Returns: whether all of it will be there for the next start
 */
gboolean
vac_application_keep (VacApplication *self)
{
  gboolean is_safe = TRUE;

  g_return_val_if_fail (VAC_IS_APPLICATION (self), FALSE);

  vac_session_keeper_note (self->session);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      VacRecovery *recovery = VAC_IS_WINDOW (l->data)          ? vac_window_get_recovery (l->data)
                              : VAC_IS_RATING_WINDOW (l->data) ? vac_rating_window_get_recovery (
                                                                     l->data)
                                                               : NULL;

      if (recovery != NULL)
        vac_recovery_flush (recovery);
      is_safe = is_safe && (recovery == NULL || vac_recovery_get_trouble (recovery) == NULL);
    }

  return is_safe;
}

static gboolean
keep (GtkApplication *application)
{
  return vac_application_keep (VAC_APPLICATION (application));
}

static void
vac_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  const guint id = (guint) g_ascii_strtoull (hint, NULL, 10);
  GtkWindow *origin = gtk_application_get_window_by_id (GTK_APPLICATION (application), id);

  vac_application_restore (VAC_APPLICATION (application), TRUE);
  for (int i = 0; i < n_files; i++)
    vac_application_open_file (VAC_APPLICATION (application), files[i], i == 0 ? origin : NULL,
                               NULL);
}

static void
vac_application_activate (GApplication *application)
{
  VacApplication *self = VAC_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  vac_application_restore (self, FALSE);
  if (window != NULL)
    gtk_window_present (window);
  if (window != NULL || self->n_restoring > 0)
    return;

  vac_application_show_start (self, NULL);
}

static void
new_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  VacApplication *self = VAC_APPLICATION (user_data);

  vac_application_show_start (self, gtk_application_get_active_window (GTK_APPLICATION (self)));
}

/* Once: afterwards they are open. */
static void
reopen_session_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  VacApplication *self = VAC_APPLICATION (user_data);
  GPtrArray *last = vac_session_keeper_get_last (self->session);
  GtkWindow *origin = gtk_application_get_active_window (GTK_APPLICATION (self));

  g_simple_action_set_enabled (action, FALSE);
  for (guint i = 0; i < last->len; i++)
    {
      const VacSessionPosting *posting = g_ptr_array_index (last, i);
      g_autoptr (GFile) file = g_file_new_for_uri (posting->uri);

      vac_application_open_file (self, file, i == 0 ? origin : NULL, posting);
    }
}

static void
library_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  vac_application_show_library (VAC_APPLICATION (user_data));
}

static void
help_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (window != NULL)
    vac_show_manual (window);
}

/* Every window is asked in turn; one that is kept open ends the quitting. */
static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GList *windows = g_list_copy_deep (gtk_application_get_windows (GTK_APPLICATION (user_data)),
                                     (GCopyFunc) g_object_ref, NULL);

  /* Dialogs go with their windows, or are what the user is being asked. */
  for (GList *l = windows; l != NULL; l = l->next)
    if (VAC_IS_WINDOW (l->data) || VAC_IS_LIBRARY_WINDOW (l->data))
      vac_dialogs_close_window (l->data);
  g_list_free_full (windows, g_object_unref);
}

static void
add_accelerators (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accelerators[3];
  } table[] = {
    { "app.new", { "<Control>n" } },
    { "app.library", { "F4" } },
    { "app.help", { "F1" } },
    { "app.quit", { "<Control>q" } },
    { "win.open", { "<Control>o" } },
    { "win.import", { "<Control>i" } },
    { "win.save", { "<Control>s" } },
    { "win.save-as", { "<Control><Shift>s" } },
    { "win.duplicate", { "<Control><Shift>d" } },
    { "win.history", { "<Control><Shift>h" } },
    { "win.find", { "<Control>f" } },
    { "win.replace", { "<Control>h" } },
    { "win.find-next", { "<Control>g", "F3" } },
    { "win.find-previous", { "<Control><Shift>g", "<Shift>F3" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
    { "win.export", { "<Control>e" } },
    { "win.print", { "<Control>p" } },
    { "win.copy-posting", { "<Control><Shift>c" } },
    { "win.side-by-side", { "<Control>m" } },
    { "win.show-review", { "F7" } },
    { "win.next-finding", { "<Alt>Page_Down", "<Alt>KP_Page_Down" } },
    { "win.previous-finding", { "<Alt>Page_Up", "<Alt>KP_Page_Up" } },
    { "win.next-pane", { "F6" } },
    { "win.previous-pane", { "<Shift>F6" } },
    { "win.show-sidebar", { "F9" } },
    { "win.show-preview", { "F8" } },
    { "win.zoom-in", { "<Control>plus", "<Control>equal" } },
    { "win.zoom-out", { "<Control>minus" } },
    { "win.zoom-fit", { "<Control>0" } },
    { "win.preferences", { "<Control>comma" } },
    { "win.show-help-overlay", { "<Control>question", "<Control>F1" } },
    { "window.close", { "<Control>w" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (application, table[i].action, table[i].accelerators);
}

/* When the session bus ends, GDBus exits the process by default, and unsaved changes with it. */
static void
outlive_bus (GApplication *application)
{
  GDBusConnection *bus = g_application_get_dbus_connection (application);

  if (bus != NULL)
    g_dbus_connection_set_exit_on_close (bus, FALSE);
}

/* GTK would only say that it cannot open a display, not what can be done without one. */
static void
require_display (void)
{
  if (gtk_init_check ())
    return;
  g_printerr ("vacancy: %s\n",
              _("There is no display to show a window on. “vacancy-cli” makes, changes, checks and "
                "exports postings without one."));
  exit (EXIT_FAILURE);
}

static void
sweep_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  GPtrArray *folders = task_data;

  for (guint i = 0; i < folders->len; i++)
    vac_safe_file_sweep (g_ptr_array_index (folders, i));
  vac_state_folder_sweep ();
}

/* Sweeps where a save may have been killed: the folders last saved to, and the user's guides. */
static gboolean
on_sweep_cb (gpointer user_data)
{
  VacApplication *self = user_data;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  GPtrArray *folders = vac_recent_list_list_folders (self->recent);

  self->sweep_source = 0;
  g_ptr_array_add (folders, vac_guide_get_user_folder ());
  g_task_set_source_tag (task, on_sweep_cb);
  g_task_set_task_data (task, folders, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, sweep_in_thread);

  return G_SOURCE_REMOVE;
}

static void
vac_application_startup (GApplication *application)
{
  VacApplication *self = VAC_APPLICATION (application);
  const GActionEntry actions[] = {
    { .name = "new", .activate = new_action },
    { .name = "library", .activate = library_action },
    { .name = "help", .activate = help_action },
    { .name = "quit", .activate = quit_action },
    { .name = "reopen-session", .activate = reopen_session_action },
  };
  GAction *reopen;

  require_display ();
  vac_editor_init ();
  G_APPLICATION_CLASS (vac_application_parent_class)->startup (application);
  vac_names_init ();
  vac_type_provide_fonts ();
  outlive_bus (application);
  vac_last_moments_watch (GTK_APPLICATION (application), keep);

  self->settings = g_settings_new (VAC_APPLICATION_ID);
  vac_lacks_tell (GTK_APPLICATION (self));
  self->recent = vac_recent_list_new ();
  self->recovered = g_list_store_new (VAC_TYPE_RECOVERY);
  self->session = vac_session_keeper_new (GTK_APPLICATION (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  reopen = g_action_map_lookup_action (G_ACTION_MAP (self), "reopen-session");
  g_simple_action_set_enabled (G_SIMPLE_ACTION (reopen),
                               vac_session_keeper_get_last (self->session)->len > 0);
  add_accelerators (GTK_APPLICATION (self));
  self->sweep_source = g_timeout_add_seconds (SWEEP_DELAY, on_sweep_cb, self);
}

/* Of two simultaneous starts, one gets the name on the bus and the other hands its files over. The
 * first may exit at that very moment, or never answer: the other then tries once more, and finally
 * does without the name. */
static void
register_somehow (GApplication *application)
{
  const gint64 deadline = g_get_monotonic_time () + LONGEST_REGISTERING;

  while (!g_application_register (application, NULL, NULL))
    {
      if (g_get_monotonic_time () >= deadline)
        {
          g_application_set_flags (application, g_application_get_flags (application) |
                                                    G_APPLICATION_NON_UNIQUE);
          return;
        }
      g_usleep (G_USEC_PER_SEC / 20);
    }
}

static int
vac_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("vacancy %s\n", VAC_VERSION);
      return 0;
    }
  if (!(g_application_get_flags (application) & G_APPLICATION_IS_SERVICE))
    register_somehow (application);

  return -1;
}

static void
vac_application_dispose (GObject *object)
{
  VacApplication *self = VAC_APPLICATION (object);

  g_clear_handle_id (&self->sweep_source, g_source_remove);
  g_clear_object (&self->settings);
  g_clear_object (&self->recent);
  g_clear_object (&self->recovered);
  g_clear_pointer (&self->session, vac_session_keeper_free);

  G_OBJECT_CLASS (vac_application_parent_class)->dispose (object);
}

static void
vac_application_class_init (VacApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = vac_application_dispose;
  application_class->startup = vac_application_startup;
  application_class->activate = vac_application_activate;
  application_class->open = vac_application_open;
  application_class->handle_local_options = vac_application_handle_local_options;
}

static void
vac_application_init (VacApplication *self)
{
  const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

/**
 * vac_application_new:
 *
 * Returns: (transfer full): the program
 */
VacApplication *
vac_application_new (void)
{
  return g_object_new (VAC_TYPE_APPLICATION,
                       "application-id", VAC_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", VAC_RESOURCE_PATH,
                       "register-session", TRUE,
                       NULL);
}
