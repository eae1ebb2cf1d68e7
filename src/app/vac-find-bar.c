/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-find-bar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-announce.h"
#include "vac-editor.h"
#include "vac-find-bar.h"
#include "vac-finder.h"
#include "vac-focus.h"
#include "vac-shrink.h"
#include "vac-wrap-layout.h"

/**
 * VacFindBar:
 *
 * What somebody looks for in a posting, and with what to replace it. It says what is wanted; what
 * is found is shown by others.
 */
struct _VacFindBar
{
  AdwBin parent_instance;

  /* Borrowed */
  GtkWidget      *place;        /* or NULL: where it finds something */

  /* Template widgets: NULL until something is looked for */
  GtkRevealer    *revealer;
  GtkEditable    *entry;
  GtkLabel       *count_label;
  GtkWidget      *previous_button;
  GtkWidget      *next_button;
  GtkMenuButton  *options_button;
  GtkCheckButton *case_button;
  GtkCheckButton *whole_button;
  GtkCheckButton *headings_button;
  GtkCheckButton *texts_button;
  GtkCheckButton *bullets_button;
  GtkCheckButton *facts_button;
  GtkCheckButton *team_button;
  GtkWidget      *replace_box;
  GtkEditable    *replacement_entry;
  GtkWidget      *replace_button;
  GtkWidget      *replace_all_button;
};

G_DEFINE_FINAL_TYPE (VacFindBar, vac_find_bar, ADW_TYPE_BIN)

enum
{
  CHANGED,
  STEP,
  REPLACE,
  REPLACE_ALL,
  CLOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_entry_changed_cb (GtkEditable *entry,
                     VacFindBar  *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What is not looked for everywhere and in every form is easily taken for what is not there. */
static void
on_option_toggled_cb (GtkCheckButton *button,
                      VacFindBar     *self)
{
  if (vac_find_bar_get_flags (self) != 0 ||
      vac_find_bar_get_scope (self) != VAC_SEARCH_EVERYWHERE)
    gtk_widget_add_css_class (GTK_WIDGET (self->options_button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->options_button), "accent");
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
step (VacFindBar *self,
      int         direction)
{
  g_signal_emit (self, signals[STEP], 0, direction);
}

static void
on_entry_activate_cb (GtkSearchEntry *entry,
                      VacFindBar     *self)
{
  step (self, 1);
}

static void
on_next_clicked_cb (GtkButton  *button,
                    VacFindBar *self)
{
  step (self, 1);
}

static void
on_previous_clicked_cb (GtkButton  *button,
                        VacFindBar *self)
{
  step (self, -1);
}

static void
on_stop_search_cb (GtkSearchEntry *entry,
                   VacFindBar     *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static void
on_close_clicked_cb (GtkButton  *button,
                     VacFindBar *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static void
on_replacement_activate_cb (GtkEntry   *entry,
                            VacFindBar *self)
{
  if (gtk_widget_is_sensitive (self->replace_button))
    g_signal_emit (self, signals[REPLACE], 0);
}

static void
on_replace_clicked_cb (GtkButton  *button,
                       VacFindBar *self)
{
  g_signal_emit (self, signals[REPLACE], 0);
}

static void
on_replace_all_clicked_cb (GtkButton  *button,
                           VacFindBar *self)
{
  g_signal_emit (self, signals[REPLACE_ALL], 0);
}

static gboolean
on_escape_cb (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   user_data)
{
  g_signal_emit (widget, signals[CLOSE], 0);

  return GDK_EVENT_STOP;
}

static gboolean
on_shift_return_cb (GtkWidget *widget,
                    GVariant  *arguments,
                    gpointer   user_data)
{
  step (VAC_FIND_BAR (widget), -1);

  return GDK_EVENT_STOP;
}

static void
install_signals (void)
{
  /**
   * VacFindBar::changed:
   *
   * Something else is looked for.
   */
  signals[CHANGED] = g_signal_new ("changed", VAC_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  /**
   * VacFindBar::step:
   * @direction: 1 for the next match, -1 for the one before
   */
  signals[STEP] = g_signal_new ("step", VAC_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * VacFindBar::replace:
   *
   * The match that is shown is to be replaced.
   */
  signals[REPLACE] = g_signal_new ("replace", VAC_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  /**
   * VacFindBar::replace-all:
   *
   * All matches are.
   */
  signals[REPLACE_ALL] = g_signal_new ("replace-all", VAC_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * VacFindBar::close:
   *
   * The user is done.
   */
  signals[CLOSE] = g_signal_new ("close", VAC_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               VAC_RESOURCE_PATH "/app/vac-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, VacFindBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, VacFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, VacFindBar, count_label);
  gtk_widget_class_bind_template_child (widget_class, VacFindBar, previous_button);
  gtk_widget_class_bind_template_child (widget_class, VacFindBar, next_button);
  gtk_widget_class_bind_template_child (widget_class, VacFindBar, options_button);
  gtk_widget_class_bind_template_child (widget_class, VacFindBar, case_button);
  gtk_widget_class_bind_template_child (widget_class, VacFindBar, whole_button);
  gtk_widget_class_bind_template_child (widget_class, VacFindBar, headings_button);
  gtk_widget_class_bind_template_child (widget_class, VacFindBar, texts_button);
  gtk_widget_class_bind_template_child (widget_class, VacFindBar, bullets_button);
  gtk_widget_class_bind_template_child (widget_class, VacFindBar, facts_button);
  gtk_widget_class_bind_template_child (widget_class, VacFindBar, team_button);
  gtk_widget_class_bind_template_child (widget_class, VacFindBar, replace_box);
  gtk_widget_class_bind_template_child (widget_class, VacFindBar, replacement_entry);
  gtk_widget_class_bind_template_child (widget_class, VacFindBar, replace_button);
  gtk_widget_class_bind_template_child (widget_class, VacFindBar, replace_all_button);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_option_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_replacement_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_replace_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_replace_all_clicked_cb);
}

static void
vac_find_bar_class_init (VacFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  install_signals ();
  bind_template (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_SHIFT_MASK, on_shift_return_cb,
                                NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_SHIFT_MASK,
                                on_shift_return_cb, NULL);
}

/* Whoever has typed what to find goes on with what to put in its place. The buttons between them
 * come before it, with Shift. */
static gboolean
on_tab_cb (GtkWidget *entry,
           GVariant  *arguments,
           gpointer   user_data)
{
  VacFindBar *self = VAC_FIND_BAR (user_data);

  return gtk_widget_get_visible (self->replace_box) &&
         gtk_widget_grab_focus (GTK_WIDGET (self->replacement_entry));
}

static void
lead_on_with_tab (VacFindBar *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger = gtk_keyval_trigger_new (GDK_KEY_Tab, 0);
  GtkShortcutAction *action = gtk_callback_action_new (on_tab_cb, self, NULL);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (trigger, action));
  gtk_widget_add_controller (GTK_WIDGET (self->entry), controller);
}

static void
vac_find_bar_init (VacFindBar *self)
{
}

/* In most windows nobody ever looks for anything. */
static void
build (VacFindBar *self)
{
  if (self->entry != NULL)
    return;

  gtk_widget_init_template (GTK_WIDGET (self));
  vac_let_shrink (GTK_WIDGET (self->options_button));
  vac_let_wrap (GTK_BOX (self->replace_box));
  lead_on_with_tab (self);
  vac_editor_name_button (GTK_WIDGET (self->options_button), _("Find Options"));
  /* Undo is the posting's, as everywhere in the window. */
  gtk_editable_set_enable_undo (self->entry, FALSE);
  gtk_editable_set_enable_undo (self->replacement_entry, FALSE);
  if (self->place != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_CONTROLS,
                                    self->place, NULL, -1);
}

/**
 * vac_find_bar_set_place:
 * @self: a bar that was not opened yet
 * @place: where it finds something, which lives as long as @self
 *
 * Lets a screen reader go from the bar to there.
 */
void
vac_find_bar_set_place (VacFindBar *self,
                        GtkWidget  *place)
{
  g_return_if_fail (VAC_IS_FIND_BAR (self) && GTK_IS_WIDGET (place));

  self->place = place;
}

/**
 * vac_find_bar_open:
 * @self: a bar
 * @replacing: whether something is to be replaced
 *
 * Shows it.
 */
void
vac_find_bar_open (VacFindBar *self,
                   gboolean    replacing)
{
  g_return_if_fail (VAC_IS_FIND_BAR (self));

  build (self);
  gtk_widget_set_visible (self->replace_box, replacing);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/**
 * vac_find_bar_close:
 * @self: a bar
 *
 * Hides it; it keeps what is written in it.
 */
void
vac_find_bar_close (VacFindBar *self)
{
  g_return_if_fail (VAC_IS_FIND_BAR (self));

  if (vac_find_bar_get_open (self))
    gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

/**
 * vac_find_bar_get_open:
 * @self: a bar
 *
 * Returns: whether it is shown
 */
gboolean
vac_find_bar_get_open (VacFindBar *self)
{
  g_return_val_if_fail (VAC_IS_FIND_BAR (self), FALSE);

  return self->revealer != NULL && gtk_revealer_get_reveal_child (self->revealer);
}

/**
 * vac_find_bar_has_focus:
 * @self: a bar
 *
 * Returns: whether the focus is in it
 */
gboolean
vac_find_bar_has_focus (VacFindBar *self)
{
  g_return_val_if_fail (VAC_IS_FIND_BAR (self), FALSE);

  return vac_focus_find (GTK_WIDGET (self)) != NULL;
}

/**
 * vac_find_bar_focus:
 * @self: a bar that is shown
 *
 * Moves the focus to what is missing: what to look for, or with what to replace it. What is there
 * is selected.
 */
void
vac_find_bar_focus (VacFindBar *self)
{
  GtkEditable *entry;

  g_return_if_fail (VAC_IS_FIND_BAR (self) && self->entry != NULL);

  entry = gtk_widget_get_visible (self->replace_box) && *vac_find_bar_get_words (self) != '\0'
              ? self->replacement_entry : self->entry;
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_select_region (entry, 0, -1);
}

/**
 * vac_find_bar_get_words:
 * @self: a bar
 *
 * Returns: (transfer none): what is looked for
 */
const char *
vac_find_bar_get_words (VacFindBar *self)
{
  g_return_val_if_fail (VAC_IS_FIND_BAR (self), "");

  return self->entry != NULL ? gtk_editable_get_text (self->entry) : "";
}

/**
 * vac_find_bar_set_words:
 * @self: a bar
 * @words: what is looked for from now on
 */
void
vac_find_bar_set_words (VacFindBar *self,
                        const char *words)
{
  g_return_if_fail (VAC_IS_FIND_BAR (self) && words != NULL);

  build (self);
  gtk_editable_set_text (self->entry, words);
}

/**
 * vac_find_bar_get_replacement:
 * @self: a bar
 *
 * Returns: (transfer none): what shall be in its place
 */
const char *
vac_find_bar_get_replacement (VacFindBar *self)
{
  g_return_val_if_fail (VAC_IS_FIND_BAR (self), "");

  return self->entry != NULL ? gtk_editable_get_text (self->replacement_entry) : "";
}

/**
 * vac_find_bar_get_flags:
 * @self: a bar
 *
 * Returns: what counts
 */
VacPatternFlags
vac_find_bar_get_flags (VacFindBar *self)
{
  VacPatternFlags flags = 0;

  g_return_val_if_fail (VAC_IS_FIND_BAR (self), 0);

  if (self->entry == NULL)
    return 0;
  if (gtk_check_button_get_active (self->case_button))
    flags |= VAC_PATTERN_MATCH_CASE;
  if (gtk_check_button_get_active (self->whole_button))
    flags |= VAC_PATTERN_WHOLE_WORDS;

  return flags;
}

/**
 * vac_find_bar_get_scope:
 * @self: a bar
 *
 * Returns: where to look
 */
VacSearchScope
vac_find_bar_get_scope (VacFindBar *self)
{
  VacSearchScope scope = 0;

  g_return_val_if_fail (VAC_IS_FIND_BAR (self), 0);

  if (self->entry == NULL)
    return VAC_SEARCH_EVERYWHERE;
  if (gtk_check_button_get_active (self->headings_button))
    scope |= VAC_SEARCH_HEADINGS;
  if (gtk_check_button_get_active (self->texts_button))
    scope |= VAC_SEARCH_TEXTS;
  if (gtk_check_button_get_active (self->bullets_button))
    scope |= VAC_SEARCH_BULLETS;
  if (gtk_check_button_get_active (self->facts_button))
    scope |= VAC_SEARCH_FACTS;
  if (gtk_check_button_get_active (self->team_button))
    scope |= VAC_SEARCH_TEAM;

  return scope;
}

static char *
describe_count (VacFindBar *self,
                guint       n_matches,
                guint       current)
{
  if (!vac_find_bar_get_open (self) || *vac_find_bar_get_words (self) == '\0')
    return g_strdup ("");
  if (n_matches == 0)
    return g_strdup (_("Not found"));
  if (current == VAC_FINDER_NONE)
    return g_strdup_printf (ngettext ("%u match", "%u matches", n_matches), n_matches);

  return g_strdup_printf (_("%u of %u"), current + 1, n_matches);
}

/**
 * vac_find_bar_show_count:
 * @self: a bar
 * @n_matches: how many places there are
 * @current: at which of them the user is, from 0 on; %VAC_FINDER_NONE at none
 */
void
vac_find_bar_show_count (VacFindBar *self,
                         guint       n_matches,
                         guint       current)
{
  g_autofree char *count = NULL;

  g_return_if_fail (VAC_IS_FIND_BAR (self));

  if (self->entry == NULL)
    return;
  count = describe_count (self, n_matches, current);
  /* Of what has the focus, a screen reader says by itself that it is described otherwise. */
  if (g_strcmp0 (count, gtk_label_get_text (self->count_label)) != 0 &&
      vac_focus_find (GTK_WIDGET (self->entry)) == NULL)
    vac_announce (GTK_WIDGET (self->entry), count);
  gtk_label_set_text (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), *count != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, count, -1);
  gtk_widget_set_sensitive (self->previous_button, n_matches > 0);
  gtk_widget_set_sensitive (self->next_button, n_matches > 0);
  gtk_widget_set_sensitive (self->replace_button, n_matches > 0);
  gtk_widget_set_sensitive (self->replace_all_button, n_matches > 0);
  if (n_matches == 0 && *count != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}
