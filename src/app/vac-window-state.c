/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-state"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-findings.h"
#include "vac-quote.h"
#include "vac-review.h"
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
 *
 * Returns: whether it was added; %FALSE when it stands already, and says @text from now on
 */
gboolean
vac_window_add_bar (VacWindow  *self,
                    const char *id,
                    const char *text,
                    const char *action,
                    const char *label)
{
  GtkWidget *bar = find_bar (self, id);
  GtkWidget *sentence;

  if (bar != NULL)
    {
      gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (bar)), text);
      return FALSE;
    }

  bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_name (bar, id);
  gtk_widget_add_css_class (bar, "state-bar");
  sentence = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (sentence), TRUE);
  gtk_label_set_xalign (GTK_LABEL (sentence), 0);
  gtk_widget_set_hexpand (sentence, TRUE);
  gtk_box_append (GTK_BOX (bar), sentence);
  gtk_box_append (self->bars, bar);
  if (action != NULL)
    vac_window_add_bar_action (self, id, action, label);

  return TRUE;
}

/**
 * vac_window_add_bar_action:
 * @self: a window
 * @id: what the bar is called
 * @action: name of the action that a further button of it activates
 * @label: of the button
 */
void
vac_window_add_bar_action (VacWindow  *self,
                           const char *id,
                           const char *action,
                           const char *label)
{
  GtkWidget *bar = find_bar (self, id);
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  GtkLabel *words = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  g_return_if_fail (bar != NULL);

  /* Two of them leave room for the sentence on a phone in any language. */
  gtk_label_set_wrap (words, TRUE);
  gtk_label_set_justify (words, GTK_JUSTIFY_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (bar), button);
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

/**
 * vac_window_update_disk_bars:
 * @self: a window
 *
 * Shows a bar for what has become of the posting's file, as long as it lasts: it was changed or
 * deleted by somebody else, or it cannot be written.
 */
void
vac_window_update_disk_bars (VacWindow *self)
{
  VacDocument *document = vac_window_get_document (self);
  const gboolean can_save = document != NULL && !vac_document_get_read_only (document);
  const VacDiskState disk = document != NULL ? vac_store_get_disk_state (self->store)
                                             : VAC_DISK_SAME;
  const char *trouble = can_save ? vac_store_get_trouble (self->store) : NULL;
  const gboolean unsaved = document != NULL && vac_document_get_modified (document);
  const struct
  {
    const char *id;
    gboolean    stands;
    const char *text;
    const char *actions[2];
    const char *labels[2];
  } bars[] = {
    { "not-writable", trouble != NULL, trouble, { "win.save-as" }, { _("Save _As…") } },
    { "changed", disk == VAC_DISK_CHANGED,
      unsaved ? _("The file has changed on disk, and you have changes that are not saved.")
              : _("The file has changed on disk."),
      { "win.reload", "win.keep-mine" }, { _("_Reload"), _("_Keep Mine") } },
    { "deleted", disk == VAC_DISK_DELETED, _("The file has been deleted or moved."),
      { can_save ? "win.save-again" : NULL, "win.save-as" }, { _("Save _Again"), _("Save _As…") } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      const char *id = bars[i].id;

      if (!bars[i].stands)
        vac_window_remove_bar (self, id);
      else if (vac_window_add_bar (self, id, bars[i].text, bars[i].actions[0], bars[i].labels[0])
               && bars[i].actions[1] != NULL && can_save)
        vac_window_add_bar_action (self, id, bars[i].actions[1], bars[i].labels[1]);
    }
}

/* Values of a type that does not belong in their place */

/**
 * vac_window_update_unshown:
 * @self: a window
 *
 * Says as long as it is so that the file holds values of types that no page can print.
 */
void
vac_window_update_unshown (VacWindow *self)
{
  g_autoptr (GPtrArray) unshown = vac_review_list_unshown (vac_window_get_document (self));
  g_autofree char *text = NULL;

  if (unshown->len == self->n_unshown)
    return;

  self->n_unshown = unshown->len;
  vac_window_remove_bar (self, "unshown");
  if (unshown->len == 0)
    return;
  text = g_strdup_printf (ngettext ("%u value in this file is of a type that does not belong in its place. It is kept, but not printed.",
                                    "%u values in this file are of a type that does not belong in their place. They are kept, but not printed.",
                                    unshown->len), unshown->len);
  vac_window_add_bar (self, "unshown", text, "win.show-unshown", unshown->len == 1 ? _("_Show Place") : _("_Next Place"));
}

static void
tell_unshown (VacWindow *self,
              VacNode   *node)
{
  const char *label = vac_node_get_field (node)->label;
  const char *raw = vac_node_get_raw (node) != NULL ? vac_node_get_raw (node) : vac_node_get_text (node);
  g_autofree char *shortened = vac_quote_shorten (raw);
  g_autofree char *value = vac_quote_visible (shortened, "");
  g_autofree char *path = label == NULL ? vac_node_get_path (node) : NULL;
  /* Translators: the name of a field, and what the file has in its place. */
  g_autofree char *text = g_strdup_printf (_("“%s” holds %s in the file"), label != NULL ? _(label) : path,
                                           value);

  vac_window_show_toast (self, text);
}

static void
show_node (GtkWindow *window,
           VacNode   *node)
{
  vac_window_show_node (VAC_WINDOW (window), node);
}

/**
 * vac_window_show_unshown:
 * @self: a window
 *
 * Goes to the place of the next value of a wrong type, and says what the file has there. A
 * place without a form is in the list of what is wrong with the posting.
 */
void
vac_window_show_unshown (VacWindow *self)
{
  g_autoptr (GPtrArray) unshown = vac_review_list_unshown (vac_window_get_document (self));
  VacNode *node;

  if (unshown->len == 0)
    return;

  node = g_ptr_array_index (unshown, self->next_unshown++ % unshown->len);
  if (vac_window_show_node (self, node))
    tell_unshown (self, node);
  else
    vac_findings_show (GTK_WINDOW (self), vac_window_get_document (self), show_node);
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
  gboolean is_unsaved;

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
  /* The file is about to hold the state that is being saved, whatever is shown by now. */
  is_unsaved = vac_document_get_modified (document) || vac_store_get_saving (self->store);
  window_title = g_strdup_printf ("%s%s", is_unsaved ? "• " : "",
                                  file != NULL ? file : title);

  adw_window_title_set_title (self->form_title, get_page_title (self));
  adw_window_title_set_subtitle (self->form_title, subtitle);
  tooltip = g_strdup_printf ("%s\n%s", adw_window_title_get_title (self->form_title), subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->form_title), tooltip);
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}
