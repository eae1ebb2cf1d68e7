/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-window-shared"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-alert.h"
#include "vac-binder.h"
#include "vac-editor.h"
#include "vac-question.h"
#include "vac-shared-dialogs.h"
#include "vac-shared-difference.h"
#include "vac-shared-library.h"
#include "vac-shared.h"
#include "vac-window-private.h"

/* Parts of a window's posting that are copies of shared texts. */

static VacSharedLibrary *
open_library (void)
{
  g_autofree char *folder = vac_shared_get_user_folder ();

  return vac_shared_library_new (folder);
}

/* Copies */

static VacNode *
find_section (VacWindow  *self,
              const char *path)
{
  VacDocument *document = vac_window_get_document (self);
  VacNode *node = document != NULL ? vac_node_lookup (vac_document_get_root (document), path, NULL)
                                   : NULL;

  return node != NULL && vac_node_get_role (node) == VAC_ROLE_SECTION ? node : NULL;
}

static void
edit_text_of (VacWindow *self,
              VacNode   *section)
{
  g_autoptr (VacSharedLibrary) library = open_library ();
  VacReference reference;
  const VacSharedText *text = vac_shared_get_reference (section, &reference)
                                  ? vac_shared_library_find (library, reference.id) : NULL;

  if (text != NULL)
    vac_shared_dialogs_edit (GTK_WINDOW (self), self->recent, text, NULL);
  else
    vac_window_show_toast (self, _("This shared text is not on this computer."));
}

/* Inserting */

/* Below the section that is selected, or after the last one for candidates. */
static guint
find_position (VacWindow *self)
{
  VacNode *selected = vac_sidebar_get_selected (self->sidebar);
  VacNode *page = selected != NULL ? vac_section_get_page_node (selected) : NULL;
  VacNode *sections = vac_document_get (vac_window_get_document (self), VAC_ROLE_SECTIONS);
  guint position = 0;

  if (page != NULL && vac_node_get_role (page) == VAC_ROLE_SECTION &&
      vac_audience_of_section (page) == VAC_AUDIENCE_CANDIDATE)
    return vac_node_get_position (page) + 1;
  for (guint i = 0; i < vac_node_get_n_children (sections); i++)
    if (vac_audience_of_section (vac_node_get_child (sections, i)) == VAC_AUDIENCE_CANDIDATE)
      position = i + 1;

  return position;
}

typedef struct
{
  VacWindow   *window;    /* owned */
  VacDocument *text;      /* owned */
  VacNode     *place;     /* owned: what could be replaced */
} Inserting;

static void
inserting_free (Inserting *self)
{
  g_object_unref (self->window);
  g_object_unref (self->text);
  g_object_unref (self->place);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Inserting, inserting_free)

static void
show_inserted (VacWindow   *self,
               VacNode     *section,
               VacDocument *text)
{
  const char *note = vac_document_get_text (text, VAC_ROLE_SHARED_NOTE);

  vac_document_add_barrier (vac_window_get_document (self));
  vac_window_show_node (self, vac_node_get (section, VAC_ROLE_SECTION_TITLE));
  vac_window_offer_undo (self, *note != '\0' ? note : _("Shared text inserted."), *note != '\0');
}

static void
insert (VacWindow   *self,
        VacDocument *text)
{
  VacDocument *document = vac_window_get_document (self);
  VacNode *section;

  vac_document_add_barrier (document);
  section = vac_shared_insert (document, text, find_position (self));
  if (section != NULL)
    show_inserted (self, section, text);
}

static void
on_place_answered_cb (const char *answer,
                      gpointer    user_data)
{
  g_autoptr (Inserting) inserting = user_data;
  VacWindow *self = inserting->window;
  VacDocument *document = vac_window_get_document (self);

  if (document == NULL || vac_node_get_root (inserting->place) != vac_document_get_root (document))
    return;
  if (g_str_equal (answer, "insert"))
    insert (self, inserting->text);
  else if (g_str_equal (answer, "replace"))
    {
      vac_document_add_barrier (document);
      if (vac_shared_put (document, inserting->place, inserting->text))
        show_inserted (self, inserting->place, inserting->text);
    }
}

/* Two statements of the same kind are rarely meant. */
static void
ask_about_place (VacWindow   *self,
                 VacDocument *text,
                 VacNode     *place)
{
  Inserting *inserting = g_new0 (Inserting, 1);
  g_autofree char *body = NULL;
  const VacAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "insert", _("_Add Another Section"), ADW_RESPONSE_DEFAULT },
    { "replace", _("_Replace"), ADW_RESPONSE_SUGGESTED },
    { NULL }
  };

  inserting->window = g_object_ref (self);
  inserting->text = g_object_ref (text);
  inserting->place = g_object_ref (place);
  /* Translators: the heading of a section */
  body = g_strdup_printf (_("The posting has “%s” for this already. Its words can be replaced by "
                            "the shared text; that can be undone."),
                          vac_node_get_member_text (place, VAC_ROLE_SECTION_TITLE));
  vac_ask (GTK_WINDOW (self), _("Replace the Section?"), body, answers, "replace",
           on_place_answered_cb, inserting);
}

static void
on_text_chosen_cb (const VacSharedText *text,
                   gpointer             user_data)
{
  VacWindow *self = user_data;
  g_autoptr (VacDocument) document = vac_shared_text_open (text, NULL);
  VacNode *place;

  if (document == NULL || vac_window_get_document (self) == NULL)
    return;
  vac_window_know_shared (self);
  place = vac_shared_find_place (vac_window_get_document (self), document);
  if (place != NULL && vac_node_get (place, VAC_ROLE_SUBSECTIONS) != NULL)
    ask_about_place (self, document, place);
  else
    insert (self, document);
}

static void
insert_shared_text_action (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);

  vac_binder_settle (GTK_ROOT (self));
  vac_shared_dialogs_choose (GTK_WINDOW (self), vac_window_get_document (self), on_text_chosen_cb,
                             self);
}

static void
detach_shared_text_action (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  VacNode *section = find_section (self, g_variant_get_string (parameter, NULL));

  if (section == NULL)
    return;
  vac_document_add_barrier (vac_window_get_document (self));
  if (vac_shared_detach (vac_window_get_document (self), section))
    vac_window_offer_undo (self, _("The section is this posting’s own now."), FALSE);
}

static void
edit_shared_text_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  VacNode *section = find_section (self, g_variant_get_string (parameter, NULL));

  if (section != NULL)
    edit_text_of (self, section);
}

static void
on_update_answered_cb (const char *answer,
                       gpointer    user_data)
{
  g_autoptr (Inserting) updating = user_data;
  VacWindow *self = updating->window;
  VacDocument *document = vac_window_get_document (self);

  if (!g_str_equal (answer, "update") || document == NULL ||
      vac_node_get_root (updating->place) != vac_document_get_root (document))
    return;
  vac_document_add_barrier (document);
  vac_document_begin_step (document, _("Update Shared Text"));
  vac_shared_put (document, updating->place, updating->text);
  vac_document_end_step (document);
  vac_document_add_barrier (document);
  vac_window_offer_undo (self, _("The section has the words of the shared text."), FALSE);
}

/* What would change is shown word by word. */
static void
show_difference (VacWindow       *self,
                 VacNode         *section,
                 const char      *heading,
                 const VacAnswer *answers,
                 const char      *preferred)
{
  g_autoptr (VacSharedLibrary) library = open_library ();
  g_autoptr (VacDocument) copy = vac_shared_make (vac_window_get_document (self), section);
  VacReference reference;
  const VacSharedText *text = vac_shared_get_reference (section, &reference)
                                  ? vac_shared_library_find (library, reference.id) : NULL;
  g_autoptr (VacDocument) document = text != NULL ? vac_shared_text_open (text, NULL) : NULL;
  Inserting *updating;
  GtkWidget *dialog;

  if (document == NULL)
    return;
  updating = g_new0 (Inserting, 1);
  updating->window = g_object_ref (self);
  updating->text = g_object_ref (document);
  updating->place = g_object_ref (section);
  dialog = vac_ask (GTK_WINDOW (self), heading,
                    reference.edited
                        ? _("What is struck out is only here, some of it because it was edited in "
                            "this posting; what is underlined is only in the shared text.")
                        : _("What is struck out is only here; what is underlined is only in the "
                            "shared text."),
                    answers, preferred, on_update_answered_cb, updating);
  vac_alert_set_child (dialog, vac_shared_difference_new (copy, document));
}

static void
update_shared_text_action (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  VacNode *section = find_section (self, g_variant_get_string (parameter, NULL));
  const VacAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "update", _("_Update"), ADW_RESPONSE_SUGGESTED },
    { NULL }
  };

  vac_binder_settle (GTK_ROOT (self));
  if (section != NULL)
    show_difference (self, section, _("Update From the Shared Text?"), answers, "update");
}

static void
compare_shared_text_action (GtkWidget  *widget,
                            const char *name,
                            GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  VacNode *section = find_section (self, g_variant_get_string (parameter, NULL));
  const VacAnswer answers[] = { { "close", _("_Close") }, { NULL } };

  vac_binder_settle (GTK_ROOT (self));
  if (section != NULL)
    show_difference (self, section, _("This Section and the Shared Text"), answers, "close");
}

/* Saving */

static void
save_shared_text_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);
  VacNode *section = find_section (self, g_variant_get_string (parameter, NULL));
  g_autoptr (VacDocument) text = NULL;

  vac_binder_settle (GTK_ROOT (self));
  if (section == NULL)
    return;
  text = vac_shared_make (vac_window_get_document (self), section);
  vac_document_set_text (text, vac_document_get (text, VAC_ROLE_SHARED_TITLE),
                         vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE));
  vac_shared_dialogs_edit (GTK_WINDOW (self), self->recent, NULL, text);
}

static void
shared_texts_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  VacWindow *self = VAC_WINDOW (widget);

  vac_binder_settle (GTK_ROOT (self));
  vac_shared_dialogs_manage (GTK_WINDOW (self), self->recent);
}

/**
 * vac_window_class_install_shared_actions:
 * @widget_class: the class of windows
 */
void
vac_window_class_install_shared_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                 *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.save-shared-text", save_shared_text_action },
    { "win.update-shared-text", update_shared_text_action },
    { "win.restore-shared-text", update_shared_text_action },
    { "win.compare-shared-text", compare_shared_text_action },
    { "win.detach-shared-text", detach_shared_text_action },
    { "win.edit-shared-text", edit_shared_text_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, "s", actions[i].activate);
  gtk_widget_class_install_action (widget_class, "win.insert-shared-text", NULL,
                                   insert_shared_text_action);
  gtk_widget_class_install_action (widget_class, "win.shared-texts", NULL, shared_texts_action);
}
