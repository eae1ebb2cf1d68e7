/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-code-row"

#include "config.h"

#include "vac-code-popover.h"
#include "vac-code-row.h"
#include "vac-names.h"

/**
 * VacCodeRow:
 *
 * A row for a code: it shows the name, and opens a list to choose another one from. Letters that
 * are typed on it open the list, too. A text that is no code is shown as it is until another one is
 * chosen.
 */
struct _VacCodeRow
{
  AdwActionRow  parent_instance;

  VacCodeKind   kind;

  /* Owned */
  char         *code;
  char         *nothing;   /* nullable: what no code is called here */
  GtkWidget    *popover;   /* made when it is first opened */
};

G_DEFINE_FINAL_TYPE (VacCodeRow, vac_code_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_CODE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
set_expanded (VacCodeRow *self,
              gboolean    expanded)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}

static void
on_chosen_cb (VacCodeRow *self,
              const char *code)
{
  vac_code_row_set_code (self, code);
}

static void
on_closed_cb (VacCodeRow *self)
{
  set_expanded (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
open_list (VacCodeRow *self,
           const char *typed)
{
  if (self->popover == NULL)
    {
      self->popover = vac_code_popover_new (self->kind, adw_preferences_row_get_title (
                                                            ADW_PREFERENCES_ROW (self)));
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect_object (self->popover, "chosen", G_CALLBACK (on_chosen_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->popover, "closed", G_CALLBACK (on_closed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  set_expanded (self, TRUE);
  vac_code_popover_open (VAC_CODE_POPOVER (self->popover), self->code, typed);
}

static gboolean
on_key_pressed_cb (VacCodeRow            *self,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   GtkEventControllerKey *controller)
{
  const gunichar letter = gdk_keyval_to_unicode (keyval);
  char typed[7] = { 0 };

  if (!g_unichar_isalpha (letter) ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 ||
      (self->popover != NULL && gtk_widget_get_visible (self->popover)))
    return GDK_EVENT_PROPAGATE;

  g_unichar_to_utf8 (letter, typed);
  open_list (self, typed);

  return GDK_EVENT_STOP;
}

static void
vac_code_row_activate (AdwActionRow *row)
{
  open_list (VAC_CODE_ROW (row), "");
}

static void
vac_code_row_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (prop_id == PROP_CODE)
    g_value_set_string (value, VAC_CODE_ROW (object)->code);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vac_code_row_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  if (prop_id == PROP_CODE)
    vac_code_row_set_code (VAC_CODE_ROW (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vac_code_row_dispose (GObject *object)
{
  g_clear_pointer (&VAC_CODE_ROW (object)->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (vac_code_row_parent_class)->dispose (object);
}

static void
vac_code_row_finalize (GObject *object)
{
  g_free (VAC_CODE_ROW (object)->code);
  g_free (VAC_CODE_ROW (object)->nothing);

  G_OBJECT_CLASS (vac_code_row_parent_class)->finalize (object);
}

static void
vac_code_row_class_init (VacCodeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vac_code_row_dispose;
  object_class->finalize = vac_code_row_finalize;
  object_class->get_property = vac_code_row_get_property;
  object_class->set_property = vac_code_row_set_property;
  ADW_ACTION_ROW_CLASS (klass)->activate = vac_code_row_activate;

  /**
   * VacCodeRow:code:
   *
   * The code, or empty.
   */
  properties[PROP_CODE] =
    g_param_spec_string ("code", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_COMBO_BOX);
}

static void
vac_code_row_init (VacCodeRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  self->code = g_strdup ("");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), arrow);
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "vac-code");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  -1);
  set_expanded (self, FALSE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* The name, as a sighted reader sees it and a screen reader says it. */
static void
show_name (VacCodeRow *self)
{
  g_autofree char *name = *self->code == '\0' && self->nothing != NULL
                              ? g_strdup (self->nothing)
                              : vac_code_describe (self->kind, self->code);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, name,
                                  -1);
  vac_names_set_value (GTK_WIDGET (self), name);
}

/**
 * vac_code_row_new:
 * @kind: which codes
 * @label: what the value is called
 *
 * Returns: (transfer floating): a row without a value
 */
GtkWidget *
vac_code_row_new (VacCodeKind kind,
                  const char *label)
{
  VacCodeRow *self = g_object_new (VAC_TYPE_CODE_ROW, NULL);

  self->kind = kind;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), label);
  vac_names_set (GTK_WIDGET (self), label);
  show_name (self);

  return GTK_WIDGET (self);
}

/**
 * vac_code_row_get_code:
 * @self: a row
 *
 * Returns: (transfer none): the code, or empty
 */
const char *
vac_code_row_get_code (VacCodeRow *self)
{
  g_return_val_if_fail (VAC_IS_CODE_ROW (self), "");

  return self->code;
}

/**
 * vac_code_row_set_code:
 * @self: a row
 * @code: (nullable): a code or any other text
 */
void
vac_code_row_set_code (VacCodeRow *self,
                       const char *code)
{
  g_return_if_fail (VAC_IS_CODE_ROW (self));

  if (code == NULL)
    code = "";
  if (g_str_equal (self->code, code))
    return;
  g_free (self->code);
  self->code = g_strdup (code);
  show_name (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CODE]);
}

/**
 * vac_code_row_set_nothing:
 * @self: a row
 * @name: what holds without a code
 *
 * Says so in place of that nothing is specified.
 */
void
vac_code_row_set_nothing (VacCodeRow *self,
                          const char *name)
{
  g_return_if_fail (VAC_IS_CODE_ROW (self) && name != NULL);

  g_free (self->nothing);
  self->nothing = g_strdup (name);
  show_name (self);
}
