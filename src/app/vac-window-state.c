/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-state"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-window-private.h"

/* What a window says of its posting: toasts, bars, title. */

/**
 * vac_window_show_toast:
 * @self: a window
 * @text: a sentence; not markup
 */
void
vac_window_show_toast (VacWindow  *self,
                       const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (escaped));
}

static GtkWidget *
find_bar (VacWindow  *self,
          const char *id)
{
  for (GtkWidget *bar = gtk_widget_get_first_child (GTK_WIDGET (self->bars));
       bar != NULL;
       bar = gtk_widget_get_next_sibling (bar))
    if (g_strcmp0 (gtk_widget_get_name (bar), id) == 0)
      return bar;

  return NULL;
}

/**
 * vac_window_add_bar:
 * @self: a window
 * @id: names the bar; there is one of a name
 * @text: what matters as long as the bar stands
 * @action: (nullable): name of the action that its button activates
 * @label: (nullable): of the button
 */
void
vac_window_add_bar (VacWindow  *self,
                    const char *id,
                    const char *text,
                    const char *action,
                    const char *label)
{
  GtkWidget *bar, *sentence;

  if (find_bar (self, id) != NULL)
    return;

  bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_name (bar, id);
  gtk_widget_add_css_class (bar, "state-bar");
  sentence = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (sentence), TRUE);
  gtk_label_set_xalign (GTK_LABEL (sentence), 0);
  gtk_widget_set_hexpand (sentence, TRUE);
  gtk_box_append (GTK_BOX (bar), sentence);
  if (action != NULL)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (label);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (bar), button);
    }
  gtk_box_append (self->bars, bar);
}

/**
 * vac_window_remove_bar:
 * @self: a window
 * @id: what the bar was called
 */
void
vac_window_remove_bar (VacWindow  *self,
                       const char *id)
{
  GtkWidget *bar = find_bar (self, id);

  if (bar != NULL)
    gtk_box_remove (self->bars, bar);
}

/* Title and state */

static const char *
describe_state (VacWindow *self)
{
  if (vac_document_get_read_only (vac_window_get_document (self)))
    return _("Read-only");
  if (vac_store_get_saving (self->store))
    return _("Saving…");
  if (vac_document_get_modified (vac_window_get_document (self)))
    return _("Unsaved changes");

  return vac_store_get_file (self->store) != NULL ? _("Saved") : _("Not saved yet");
}

static const char *
get_page_title (VacWindow *self)
{
  VacNode *selected = vac_sidebar_get_selected (self->sidebar);
  VacNode *page = selected != NULL ? vac_section_get_page_node (selected) : NULL;
  const char *title;

  if (page == NULL || vac_node_get_role (page) != VAC_ROLE_SECTION)
    return _("Job Details");
  title = vac_node_get_member_text (page, VAC_ROLE_SECTION_TITLE);

  return *title != '\0' ? title : _("Untitled Section");
}

/**
 * vac_window_update_title:
 * @self: a window
 *
 * Says what is shown, of which posting, and whether it is saved.
 */
void
vac_window_update_title (VacWindow *self)
{
  VacDocument *document = vac_window_get_document (self);
  const char *title, *employer;
  g_autofree char *subtitle = NULL;
  g_autofree char *window_title = NULL;
  g_autofree char *file = NULL;
  g_autofree char *tooltip = NULL;

  if (document == NULL)
    return;

  title = vac_document_get_text (document, VAC_ROLE_JOB_TITLE);
  employer = vac_document_get_text (document, VAC_ROLE_EMPLOYER_NAME);
  file = vac_store_dup_name (self->store);
  if (*title == '\0')
    title = _("Untitled Posting");
  /* The state comes first: a long title is cut off at its end. */
  subtitle = *employer != '\0' ? g_strdup_printf ("%s · %s · %s", describe_state (self), title, employer)
                               : g_strdup_printf ("%s · %s", describe_state (self), title);
  window_title = g_strdup_printf ("%s%s", vac_document_get_modified (document) ? "• " : "",
                                  file != NULL ? file : title);

  adw_window_title_set_title (self->form_title, get_page_title (self));
  adw_window_title_set_subtitle (self->form_title, subtitle);
  tooltip = g_strdup_printf ("%s\n%s", adw_window_title_get_title (self->form_title), subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->form_title), tooltip);
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}
