/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-many-replace"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-announce.h"
#include "vac-debounce.h"
#include "vac-many-dialogs.h"
#include "vac-many-preview.h"
#include "vac-shared-library.h"
#include "vac-shrink.h"

/* So long nobody typed, or that long somebody went on: then all postings are gone through. In
 * milliseconds. */
#define PAUSE 250
#define LONGEST_PAUSE 1500

/**
 * VacManyReplace:
 *
 * Words for others in many postings: every place is shown with what it becomes before anything
 * changes.
 */
struct _VacManyReplace
{
  VacDialog       parent_instance;

  /* Template widgets */
  GtkEditable    *find_entry;
  GtkEditable    *replacement_entry;
  GtkCheckButton *whole_button;
  GtkCheckButton *case_button;
  GtkMenuButton  *options_button;
  GtkCheckButton *headings_button;
  GtkCheckButton *texts_button;
  GtkCheckButton *bullets_button;
  GtkCheckButton *facts_button;
  GtkCheckButton *team_button;
  VacManyPreview *preview;

  VacDebounce    *debounce;   /* owned: waits for a pause in the typing */
  GHashTable     *locked;     /* owned: ids of shared texts whose copies stay */
};

G_DEFINE_FINAL_TYPE (VacManyReplace, vac_many_replace, VAC_TYPE_DIALOG)

static VacSearchScope
get_scope (VacManyReplace *self)
{
  const struct
  {
    GtkCheckButton *button;
    VacSearchScope  scope;
  } parts[] = {
    { self->headings_button, VAC_SEARCH_HEADINGS },
    { self->texts_button, VAC_SEARCH_TEXTS },
    { self->bullets_button, VAC_SEARCH_BULLETS },
    { self->facts_button, VAC_SEARCH_FACTS },
    { self->team_button, VAC_SEARCH_TEAM },
  };
  VacSearchScope scope = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (gtk_check_button_get_active (parts[i].button))
      scope |= parts[i].scope;

  return scope;
}

static void
look (VacManyReplace *self)
{
  const char *words = gtk_editable_get_text (self->find_entry);
  const VacPatternFlags flags =
    (gtk_check_button_get_active (self->whole_button) ? VAC_PATTERN_WHOLE_WORDS : 0) |
    (gtk_check_button_get_active (self->case_button) ? VAC_PATTERN_MATCH_CASE : 0);
  g_autoptr (VacChange) change = NULL;

  vac_debounce_cancel (self->debounce);
  if (*words == '\0')
    {
      vac_many_preview_clear (self->preview, _("Type What to Find"));
      return;
    }
  change = vac_change_new_replace (words, gtk_editable_get_text (self->replacement_entry), flags,
                                   get_scope (self));
  vac_change_spare (change, self->locked);
  vac_many_preview_look (self->preview, change);
}

static gboolean
on_pause_cb (gpointer user_data)
{
  look (user_data);

  return G_SOURCE_REMOVE;
}

/* What was found for other words must not be replaced. */
static void
on_entry_changed_cb (GtkEditable    *entry,
                     VacManyReplace *self)
{
  vac_many_preview_clear (self->preview, *gtk_editable_get_text (self->find_entry) != '\0'
                                             ? _("Looking…") : _("Type What to Find"));
  vac_debounce_trigger (self->debounce);
}

static void
on_find_activate_cb (GtkEntry       *entry,
                     VacManyReplace *self)
{
  vac_debounce_flush (self->debounce);
}

static void
on_option_toggled_cb (GtkCheckButton *button,
                      VacManyReplace *self)
{
  gtk_menu_button_set_label (self->options_button, get_scope (self) == VAC_SEARCH_EVERYWHERE
                                                       ? _("_Everywhere") : _("In S_ome Parts"));
  vac_announce_by_its_label (self->options_button);
  look (self);
}

static gboolean
vac_many_replace_close_request (VacDialog *dialog)
{
  vac_many_preview_leave (VAC_MANY_REPLACE (dialog)->preview);

  return VAC_DIALOG_CLASS (vac_many_replace_parent_class)->close_request (dialog);
}

static void
vac_many_replace_dispose (GObject *object)
{
  g_clear_pointer (&VAC_MANY_REPLACE (object)->debounce, vac_debounce_free);

  G_OBJECT_CLASS (vac_many_replace_parent_class)->dispose (object);
}

static void
vac_many_replace_finalize (GObject *object)
{
  g_hash_table_unref (VAC_MANY_REPLACE (object)->locked);

  G_OBJECT_CLASS (vac_many_replace_parent_class)->finalize (object);
}

static void
vac_many_replace_class_init (VacManyReplaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vac_many_replace_dispose;
  G_OBJECT_CLASS (klass)->finalize = vac_many_replace_finalize;
  VAC_DIALOG_CLASS (klass)->close_request = vac_many_replace_close_request;

  g_type_ensure (VAC_TYPE_MANY_PREVIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, VAC_RESOURCE_PATH "/library-view/vac-many-replace.ui");
  gtk_widget_class_bind_template_child (widget_class, VacManyReplace, find_entry);
  gtk_widget_class_bind_template_child (widget_class, VacManyReplace, replacement_entry);
  gtk_widget_class_bind_template_child (widget_class, VacManyReplace, whole_button);
  gtk_widget_class_bind_template_child (widget_class, VacManyReplace, case_button);
  gtk_widget_class_bind_template_child (widget_class, VacManyReplace, options_button);
  gtk_widget_class_bind_template_child (widget_class, VacManyReplace, headings_button);
  gtk_widget_class_bind_template_child (widget_class, VacManyReplace, texts_button);
  gtk_widget_class_bind_template_child (widget_class, VacManyReplace, bullets_button);
  gtk_widget_class_bind_template_child (widget_class, VacManyReplace, facts_button);
  gtk_widget_class_bind_template_child (widget_class, VacManyReplace, team_button);
  gtk_widget_class_bind_template_child (widget_class, VacManyReplace, preview);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_find_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_option_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, vac_many_preview_apply);
}

static void
vac_many_replace_init (VacManyReplace *self)
{
  g_autofree char *folder = vac_shared_get_user_folder ();
  g_autoptr (VacSharedLibrary) library = vac_shared_library_new (folder);

  self->locked = vac_shared_library_dup_locked (library);
  self->debounce = vac_debounce_new (PAUSE, LONGEST_PAUSE, on_pause_cb, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  vac_let_shrink (gtk_widget_get_ancestor (GTK_WIDGET (self->options_button), GTK_TYPE_FLOW_BOX));
  vac_announce_by_its_label (self->options_button);
  vac_many_preview_clear (self->preview, _("Type What to Find"));
}

void
vac_many_replace_show (VacMany *many)
{
  VacManyReplace *self = g_object_new (VAC_TYPE_MANY_REPLACE, "window",
                                       vac_many_get_window (many), NULL);

  vac_many_preview_set_many (self->preview, many);
  vac_dialog_present (VAC_DIALOG (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
}
