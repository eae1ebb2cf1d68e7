/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-newer.h"

#include "vac-dialog.h"
#include "vac-dialogs.h"
#include "vac-shrink.h"

#if ADW_CHECK_VERSION(1, 5, 0)
#define IS_SHEET 1
#else
#define IS_SHEET 0
#endif

/**
 * VacDialog:
 *
 * The frame of our own dialogs: a header bar above the content, closed with Escape. It is a sheet
 * inside its window where libadwaita has those, since 1.5, and a window above it elsewhere. Nothing
 * that happens in it reaches the actions of the window, whose names begin with "win".
 *
 * What is the same for both: the properties title, content, content-width, content-height,
 * default-widget and focus-widget, the signal close-request, and the action window.close.
 */
typedef struct
{
  GtkWindow          *window;     /* borrowed, nullable */
  gboolean            is_shown;   /* it has been */
#if IS_SHEET
  GActionMap         *actions;    /* the only ones whose names begin with "win" */
  GtkEventController *keys;       /* borrowed, nullable */
#endif
} VacDialogPrivate;

#if IS_SHEET
G_DEFINE_TYPE_WITH_PRIVATE (VacDialog, vac_dialog, ADW_TYPE_DIALOG)
#else
G_DEFINE_TYPE_WITH_PRIVATE (VacDialog, vac_dialog, ADW_TYPE_WINDOW)
#endif

enum
{
  PROP_0,
  PROP_WINDOW,
#if IS_SHEET
  PROP_CONTENT,
#else
  PROP_CONTENT_WIDTH,
  PROP_CONTENT_HEIGHT,
#endif
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

#define get_private(self) ((VacDialogPrivate *) vac_dialog_get_instance_private (self))

#if IS_SHEET

enum
{
  CLOSE_REQUEST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* GTK looks for an action that a group does not have further out, up to the window. This group says
 * that it has whatever is asked for. */
typedef GSimpleActionGroup OnlyActions;
typedef GSimpleActionGroupClass OnlyActionsClass;

static GType only_actions_get_type (void);
static void only_actions_implement (GActionGroupInterface *interface);

G_DEFINE_TYPE_WITH_CODE (OnlyActions, only_actions, G_TYPE_SIMPLE_ACTION_GROUP,
                         G_IMPLEMENT_INTERFACE (G_TYPE_ACTION_GROUP, only_actions_implement))

static gboolean
only_actions_has_action (GActionGroup *group,
                         const char   *name)
{
  return TRUE;
}

static void
only_actions_implement (GActionGroupInterface *interface)
{
  interface->has_action = only_actions_has_action;
}

static void
only_actions_class_init (OnlyActionsClass *klass)
{
}

static void
only_actions_init (OnlyActions *self)
{
}

/* The keys that the program has for an action work in a dialog that has one of that name. */
static void
add_keys (VacDialog  *self,
          const char *action)
{
  VacDialogPrivate *priv = get_private (self);
  GtkApplication *application = priv->window != NULL ? gtk_window_get_application (priv->window)
                                                     : NULL;
  g_auto (GStrv) keys = application != NULL
                            ? gtk_application_get_accels_for_action (application, action) : NULL;

  if (priv->keys == NULL)
    {
      priv->keys = gtk_shortcut_controller_new ();
      gtk_event_controller_set_propagation_phase (priv->keys, GTK_PHASE_CAPTURE);
      gtk_widget_add_controller (GTK_WIDGET (self), priv->keys);
    }
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (priv->keys),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i]),
                          gtk_named_action_new (action)));
}

static void
add_keys_of_class (VacDialog *self)
{
  const char *name, *property;
  const GVariantType *type;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (self), i, &owner, &name,
                                                   &type, &property); i++)
    if (g_str_has_prefix (name, "win."))
      add_keys (self, name);
}

/* As a window that is closed does, it lets go of what it has even if somebody still holds it. */
static gboolean
on_gone_cb (gpointer user_data)
{
  g_object_run_dispose (G_OBJECT (user_data));

  return G_SOURCE_REMOVE;
}

static void
vac_dialog_unroot (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vac_dialog_parent_class)->unroot (widget);

  if (!gtk_widget_in_destruction (widget))
    g_idle_add_full (G_PRIORITY_HIGH, on_gone_cb, g_object_ref (widget), g_object_unref);
}

static void
vac_dialog_close_attempt (AdwDialog *dialog)
{
  vac_dialog_close (VAC_DIALOG (dialog));
}

static gboolean
on_close_request_cb (VacDialog *self)
{
  return VAC_DIALOG_GET_CLASS (self)->close_request (self);
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  vac_dialog_close (VAC_DIALOG (widget));
}

/* One that was never shown goes with its window as well. */
static void
on_window_destroy_cb (GtkWidget *window,
                      VacDialog *self)
{
  if (!get_private (self)->is_shown)
    vac_dialog_destroy (self);
}

#else

static gboolean
vac_dialog_window_close_request (GtkWindow *window)
{
  return VAC_DIALOG_GET_CLASS (window)->close_request (VAC_DIALOG (window)) ||
         GTK_WINDOW_CLASS (vac_dialog_parent_class)->close_request (window);
}

#endif

static gboolean
vac_dialog_real_close_request (VacDialog *self)
{
  return FALSE;
}

static void
set_window (VacDialog *self,
            GtkWindow *window)
{
  VacDialogPrivate *priv = get_private (self);

  g_set_weak_pointer (&priv->window, window);
#if IS_SHEET
  if (window != NULL)
    g_signal_connect_object (window, "destroy", G_CALLBACK (on_window_destroy_cb), self, 0);
#else
  gtk_window_set_transient_for (GTK_WINDOW (self), window);
#endif
}

static void
vac_dialog_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_WINDOW:
      g_value_set_object (value, get_private (VAC_DIALOG (object))->window);
      break;
#if IS_SHEET
    case PROP_CONTENT:
      g_value_set_object (value, adw_dialog_get_child (ADW_DIALOG (object)));
      break;
#else
    case PROP_CONTENT_WIDTH:
      g_object_get_property (object, "default-width", value);
      break;
    case PROP_CONTENT_HEIGHT:
      g_object_get_property (object, "default-height", value);
      break;
#endif
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
vac_dialog_set_property (GObject      *object,
                         guint         id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_WINDOW:
      set_window (VAC_DIALOG (object), g_value_get_object (value));
      break;
#if IS_SHEET
    case PROP_CONTENT:
      adw_dialog_set_child (ADW_DIALOG (object), g_value_get_object (value));
      break;
#else
    case PROP_CONTENT_WIDTH:
      g_object_set_property (object, "default-width", value);
      break;
    case PROP_CONTENT_HEIGHT:
      g_object_set_property (object, "default-height", value);
      break;
#endif
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
vac_dialog_dispose (GObject *object)
{
  g_clear_weak_pointer (&get_private (VAC_DIALOG (object))->window);

  G_OBJECT_CLASS (vac_dialog_parent_class)->dispose (object);
}

static void
vac_dialog_finalize (GObject *object)
{
#if IS_SHEET
  g_object_unref (get_private (VAC_DIALOG (object))->actions);
#endif

  G_OBJECT_CLASS (vac_dialog_parent_class)->finalize (object);
}

static void
vac_dialog_class_init (VacDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = vac_dialog_get_property;
  object_class->set_property = vac_dialog_set_property;
  object_class->dispose = vac_dialog_dispose;
  object_class->finalize = vac_dialog_finalize;
  klass->close_request = vac_dialog_real_close_request;

  /**
   * VacDialog:window:
   *
   * The window that it belongs to.
   */
  properties[PROP_WINDOW] = g_param_spec_object ("window", NULL, NULL, GTK_TYPE_WINDOW, flags);
#if IS_SHEET
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  signals[CLOSE_REQUEST] = g_signal_new_class_handler (
      "close-request", VAC_TYPE_DIALOG, G_SIGNAL_RUN_LAST, G_CALLBACK (on_close_request_cb),
      g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 0);
  GTK_WIDGET_CLASS (klass)->unroot = vac_dialog_unroot;
  ADW_DIALOG_CLASS (klass)->close_attempt = vac_dialog_close_attempt;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "window.close", NULL, close_action);
#else
  properties[PROP_CONTENT_WIDTH] = g_param_spec_int ("content-width", NULL, NULL, -1, G_MAXINT, -1,
                                                     flags);
  properties[PROP_CONTENT_HEIGHT] = g_param_spec_int ("content-height", NULL, NULL, -1, G_MAXINT,
                                                      -1, flags);
  GTK_WINDOW_CLASS (klass)->close_request = vac_dialog_window_close_request;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
#endif
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vac_dialog_init (VacDialog *self)
{
#if IS_SHEET
  VacDialogPrivate *priv = get_private (self);

  priv->actions = g_object_new (only_actions_get_type (), NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (priv->actions));
  /* Whether it can is asked when it is tried. */
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
#else
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
#endif
}

/**
 * vac_dialog_get_window:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): the window that it belongs to
 */
GtkWindow *
vac_dialog_get_window (VacDialog *self)
{
  g_return_val_if_fail (VAC_IS_DIALOG (self), NULL);

  return get_private (self)->window;
}

/**
 * vac_dialog_set_title:
 * @self: a dialog
 * @title: of it
 */
void
vac_dialog_set_title (VacDialog  *self,
                      const char *title)
{
  g_object_set (self, "title", title, NULL);
}

/**
 * vac_dialog_set_default:
 * @self: a dialog
 * @widget: what Enter activates, and has the focus first
 */
void
vac_dialog_set_default (VacDialog *self,
                        GtkWidget *widget)
{
  g_object_set (self, "default-widget", widget, "focus-widget", widget, NULL);
}

/**
 * vac_dialog_add_actions:
 * @self: a dialog
 * @prefix: of the names of the actions
 * @actions: what can be done in it; the program's keys for actions of these names do it
 */
void
vac_dialog_add_actions (VacDialog  *self,
                        const char *prefix,
                        GActionMap *actions)
{
  g_return_if_fail (VAC_IS_DIALOG (self) && G_IS_ACTION_GROUP (actions));

#if IS_SHEET
  {
    g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (actions));
    const gboolean only = g_str_equal (prefix, "win");

    if (!only)
      gtk_widget_insert_action_group (GTK_WIDGET (self), prefix, G_ACTION_GROUP (actions));
    for (guint i = 0; names[i] != NULL; i++)
      {
        g_autofree char *name = g_strconcat (prefix, ".", names[i], NULL);

        if (only)
          g_action_map_add_action (get_private (self)->actions,
                                   g_action_map_lookup_action (actions, names[i]));
        add_keys (self, name);
      }
  }
#else
  gtk_widget_insert_action_group (GTK_WIDGET (self), prefix, G_ACTION_GROUP (actions));
  if (get_private (self)->window != NULL)
    gtk_window_set_application (GTK_WINDOW (self),
                                gtk_window_get_application (get_private (self)->window));
#endif
}

/**
 * vac_dialog_stay_beside:
 * @self: a dialog
 *
 * Where it is a window, the one that it belongs to can be used as well. A sheet lies over it.
 */
void
vac_dialog_stay_beside (VacDialog *self)
{
  g_return_if_fail (VAC_IS_DIALOG (self));

#if !IS_SHEET
  gtk_window_set_modal (GTK_WINDOW (self), FALSE);
#endif
}

static void
make_ready (VacDialog *self)
{
  AdwHeaderBar *header = vac_dialog_get_header (self);

  if (adw_header_bar_get_title_widget (header) == NULL)
    {
      GtkWidget *title = adw_window_title_new ("", "");

      g_object_bind_property (self, "title", title, "title", G_BINDING_SYNC_CREATE);
      adw_header_bar_set_title_widget (header, title);
    }
  vac_let_header_shrink (header);
#if IS_SHEET
  add_keys_of_class (self);
#endif
}

/**
 * vac_dialog_present:
 * @self: a dialog
 *
 * What is in its header bar has room on a phone where letters are large; see
 * vac_let_header_shrink().
 */
void
vac_dialog_present (VacDialog *self)
{
  g_return_if_fail (VAC_IS_DIALOG (self));

  if (!get_private (self)->is_shown)
    make_ready (self);
  get_private (self)->is_shown = TRUE;
#if IS_SHEET
  vac_dialogs_present_sheet (GTK_WIDGET (self), get_private (self)->window);
#else
  gtk_window_present (GTK_WINDOW (self));
#endif
}

/**
 * vac_dialog_close:
 * @self: a dialog that is shown
 *
 * Closes it, unless it or somebody who listens to close-request does not let it.
 */
void
vac_dialog_close (VacDialog *self)
{
  g_return_if_fail (VAC_IS_DIALOG (self));

#if IS_SHEET
  {
    gboolean stays = FALSE;

    g_object_ref (self);
    g_signal_emit (self, signals[CLOSE_REQUEST], 0, &stays);
    if (!stays)
      vac_dialog_destroy (self);
    g_object_unref (self);
  }
#else
  gtk_window_close (GTK_WINDOW (self));
#endif
}

/**
 * vac_dialog_destroy:
 * @self: a dialog, shown or not
 *
 * Closes it without asking anybody.
 */
void
vac_dialog_destroy (VacDialog *self)
{
  g_return_if_fail (VAC_IS_DIALOG (self));

#if IS_SHEET
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    {
      adw_dialog_force_close (ADW_DIALOG (self));
    }
  else if (g_object_is_floating (self))
    {
      g_object_ref_sink (self);
      g_object_run_dispose (G_OBJECT (self));
      g_object_unref (self);
    }
#else
  gtk_window_destroy (GTK_WINDOW (self));
#endif
}

/**
 * vac_dialog_new:
 * @window: (nullable): the window that it belongs to
 * @title: of the dialog
 * @content: what it shows
 * @width: in pixels
 * @height: in pixels
 *
 * Returns: (transfer none): the dialog, to be presented
 */
VacDialog *
vac_dialog_new (GtkWindow  *window,
                const char *title,
                GtkWidget  *content,
                int         width,
                int         height)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (box), content);

  return g_object_new (VAC_TYPE_DIALOG, "window", window, "title", title, "content-width", width,
                       "content-height", height, "content", box, NULL);
}

/**
 * vac_dialog_get_content:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): what it shows
 */
GtkWidget *
vac_dialog_get_content (VacDialog *self)
{
  g_return_val_if_fail (VAC_IS_DIALOG (self), NULL);

#if IS_SHEET
  return adw_dialog_get_child (ADW_DIALOG (self));
#else
  return adw_window_get_content (ADW_WINDOW (self));
#endif
}

/**
 * vac_dialog_get_header:
 * @self: a dialog whose content begins with a header bar, as what vac_dialog_new() returned does
 *
 * Returns: (transfer none): its header bar
 */
AdwHeaderBar *
vac_dialog_get_header (VacDialog *self)
{
  g_return_val_if_fail (VAC_IS_DIALOG (self), NULL);

  return ADW_HEADER_BAR (gtk_widget_get_first_child (vac_dialog_get_content (self)));
}

/**
 * vac_dialog_add_accept:
 * @self: what vac_dialog_new() returned
 * @label: of the button, with a mnemonic
 *
 * Gives the dialog a button to cancel and one to go on, in place of the one that closes it. Enter
 * goes on.
 *
 * Returns: (transfer none): the button to go on
 */
GtkWidget *
vac_dialog_add_accept (VacDialog  *self,
                       const char *label)
{
  AdwHeaderBar *header = vac_dialog_get_header (self);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *accept = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (accept, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (header, FALSE);
  adw_header_bar_set_show_end_title_buttons (header, FALSE);
  adw_header_bar_pack_start (header, cancel);
  adw_header_bar_pack_end (header, accept);
  /* Enter would otherwise go to the first button in the header, which cancels. */
  vac_dialog_set_default (self, accept);

  return accept;
}
