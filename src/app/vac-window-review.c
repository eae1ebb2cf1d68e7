/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-review"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-ignored.h"
#include "vac-spelling.h"
#include "vac-window-private.h"

/* The review of a window: the pane that shows it, and what the user never wants to be told. */

#define IGNORED_RULES "ignored-rules"

static void
apply_ignored (VacWindow *self)
{
  g_auto (GStrv) rules = g_settings_get_strv (self->settings, IGNORED_RULES);

  if (self->review_loop != NULL)
    vac_reviewer_set_always_ignored (vac_review_loop_get_reviewer (self->review_loop),
                                     (const char *const *) rules);
}

static void
look_again (VacWindow *self)
{
  vac_reviewer_start_over (vac_review_loop_get_reviewer (self->review_loop));
  vac_review_loop_hurry (self->review_loop);
}

static void
on_ignored_changed_cb (GSettings  *settings,
                       const char *key,
                       VacWindow  *self)
{
  apply_ignored (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->review_pane)))
    vac_review_pane_refresh (self->review_pane);
}

static void
on_review_visible_cb (VacPanes   *panes,
                      GParamSpec *pspec,
                      VacWindow  *self)
{
  gboolean visible;

  g_object_get (panes, "review-visible", &visible, NULL);
  vac_window_follow_review (self);
  if (visible)
    vac_review_pane_refresh (self->review_pane);
}

/**
 * vac_window_watch_review:
 * @self: a window that is being created
 */
void
vac_window_watch_review (VacWindow *self)
{
  vac_review_pane_set_show_func (self->review_pane, vac_window_go_to);
  vac_review_pane_remember (self->review_pane, self->settings);
  g_signal_connect_object (self->panes, "notify::review-visible",
                           G_CALLBACK (on_review_visible_cb), self, 0);
  g_signal_connect_object (self->settings, "changed::" IGNORED_RULES,
                           G_CALLBACK (on_ignored_changed_cb), self, 0);
  vac_window_watch_options (self);
  vac_window_watch_progress (self);
}

/**
 * vac_window_review:
 * @self: a window with another posting than before
 *
 * Reviews that one from now on.
 */
void
vac_window_review (VacWindow *self)
{
  VacDocument *document = vac_window_get_document (self);
  g_autoptr (VacReviewer) reviewer = vac_reviewer_new (document);

  g_clear_object (&self->review_loop);
  self->review_loop = vac_review_loop_new (reviewer);
  apply_ignored (self);
  vac_window_follow_options (self);
  vac_review_pane_set_review (self->review_pane, document, self->review_loop);
  vac_window_update_marks (self);
  vac_window_start_progress (self);
  on_review_visible_cb (self->panes, NULL, self);
}

/**
 * vac_window_find_all:
 * @self: a window with a posting
 *
 * Reviews what has not been looked at yet, for whoever wants to know all of it now.
 *
 * Returns: (transfer container) (element-type VacFinding): what was found, as of
 *   vac_reviewer_get_findings()
 */
GPtrArray *
vac_window_find_all (VacWindow *self)
{
  vac_window_apply_options (self);
  while (vac_reviewer_update (vac_review_loop_get_reviewer (self->review_loop), G_USEC_PER_SEC))
    ;
  vac_review_pane_refresh (self->review_pane);

  return vac_reviewer_get_findings (vac_review_loop_get_reviewer (self->review_loop));
}

static void
step (VacWindow *self,
      int        direction)
{
  g_autofree char *sentence = NULL;
  const VacFinding *finding;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->review_pane)))
    g_ptr_array_unref (vac_window_find_all (self));
  finding = vac_review_pane_step (self->review_pane, direction);
  sentence = g_strdup (finding != NULL ? finding->sentence : _("Nothing was found."));
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->review_pane)))
    vac_window_show_toast (self, sentence);
}

static void
next_finding_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  step (VAC_WINDOW (widget), 1);
}

static void
previous_finding_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  step (VAC_WINDOW (widget), -1);
}

/* Returns: (transfer full): @rules with @rule at their end, or without it */
static char **
change_rules (char       **rules,
              const char  *rule,
              gboolean     ignored)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; rules[i] != NULL; i++)
    if (!g_str_equal (rules[i], rule))
      g_strv_builder_add (builder, rules[i]);
  if (ignored)
    g_strv_builder_add (builder, rule);

  return g_strv_builder_end (builder);
}

static void
set_ignored (VacWindow  *self,
             const char *rule,
             gboolean    ignored)
{
  g_auto (GStrv) before = g_settings_get_strv (self->settings, IGNORED_RULES);
  g_auto (GStrv) after = change_rules (before, rule, ignored);

  g_settings_set_strv (self->settings, IGNORED_RULES, (const char *const *) after);
}

/* One at a time: a toast that waits for its turn would take back what was done before the last. */
static void
show_toast (VacWindow *self,
            AdwToast  *toast)
{
  if (self->review_toast != NULL)
    adw_toast_dismiss (self->review_toast);
  g_set_object (&self->review_toast, toast);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

/* Takes back what was done with ignored rules, and with the posting in the same breath. */
static void
show_undo_toast (VacWindow         *self,
                 const char        *title,
                 gboolean           stepped,
                 const char *const *before)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_action_name (toast, "win.ignore-again");
  adw_toast_set_action_target (toast, "(b^as)", stepped, before);
  if (stepped)
    g_signal_connect_object (vac_window_get_document (self), "changed",
                             G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);
  show_toast (self, toast);
}

static void
ignore_always_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  g_auto (GStrv) before = g_settings_get_strv (self->settings, IGNORED_RULES);

  set_ignored (self, g_variant_get_string (parameter, NULL), TRUE);
  show_undo_toast (self, _("Such findings are ignored in every posting"), FALSE,
                   (const char *const *) before);
}

static void
heed_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  g_auto (GStrv) before = g_settings_get_strv (self->settings, IGNORED_RULES);
  gboolean stepped;
  const char *rule;

  g_variant_get (parameter, "(b&s)", &stepped, &rule);
  set_ignored (self, rule, FALSE);
  show_undo_toast (self, _("The finding is shown again"), stepped,
                   (const char *const *) before);
}

static void
learn_word_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  AdwToast *toast = adw_toast_new (_("The word was added to your dictionary"));
  const char *language, *word;

  g_variant_get (parameter, "(&s&s)", &language, &word);
  vac_spelling_learn (language, word);
  look_again (self);
  adw_toast_set_action_name (toast, "win.forget-word");
  adw_toast_set_action_target_value (toast, parameter);
  show_toast (self, toast);
}

static void
forget_word_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  const char *language, *word;

  g_variant_get (parameter, "(&s&s)", &language, &word);
  vac_spelling_forget (language, word);
  look_again (VAC_WINDOW (widget));
}

/* Returns: (transfer full): those of @rules that say nothing of the posting: they go on being
 * ignored in others */
static char **
keep_rules (VacWindow  *self,
            char      **rules)
{
  VacReviewer *reviewer = vac_review_loop_get_reviewer (self->review_loop);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) here = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) findings = NULL;

  vac_reviewer_set_always_ignored (reviewer, NULL);
  findings = vac_reviewer_get_findings (reviewer);
  for (guint i = 0; i < findings->len; i++)
    g_hash_table_add (here, ((VacFinding *) g_ptr_array_index (findings, i))->id);
  for (guint i = 0; rules[i] != NULL; i++)
    if (!g_hash_table_contains (here, rules[i]))
      g_strv_builder_add (builder, rules[i]);

  return g_strv_builder_end (builder);
}

static void
show_ignored_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  g_auto (GStrv) before = g_settings_get_strv (self->settings, IGNORED_RULES);
  const gboolean stepped = !vac_document_get_read_only (vac_window_get_document (self)) &&
                           vac_ignored_clear (vac_window_get_document (self));
  g_auto (GStrv) after = NULL;

  after = keep_rules (self, before);
  g_settings_set_strv (self->settings, IGNORED_RULES, (const char *const *) after);
  apply_ignored (self);
  vac_review_loop_hurry (self->review_loop);
  show_undo_toast (self, _("Ignored findings are shown again"), stepped,
                   (const char *const *) before);
}

static void
ignore_again_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  g_auto (GStrv) rules = NULL;
  gboolean stepped;

  g_variant_get (parameter, "(b^as)", &stepped, &rules);
  g_settings_set_strv (self->settings, IGNORED_RULES, (const char *const *) rules);
  if (stepped)
    vac_document_undo (vac_window_get_document (self));
  vac_review_loop_hurry (self->review_loop);
}

/**
 * vac_window_class_install_review_actions:
 * @widget_class: the class of windows
 */
void
vac_window_class_install_review_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.next-finding", NULL, next_finding_action);
  gtk_widget_class_install_action (widget_class, "win.previous-finding", NULL,
                                   previous_finding_action);
  gtk_widget_class_install_action (widget_class, "win.ignore-always", "s", ignore_always_action);
  gtk_widget_class_install_action (widget_class, "win.heed", "(bs)", heed_action);
  gtk_widget_class_install_action (widget_class, "win.learn-word", "(ss)", learn_word_action);
  gtk_widget_class_install_action (widget_class, "win.forget-word", "(ss)", forget_word_action);
  gtk_widget_class_install_action (widget_class, "win.show-ignored", NULL, show_ignored_action);
  gtk_widget_class_install_action (widget_class, "win.ignore-again", "(bas)", ignore_again_action);
}
