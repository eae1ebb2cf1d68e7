/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-library-filter"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-editor.h"
#include "vac-file-name.h"
#include "vac-library-filter.h"
#include "vac-schema.h"
#include "vac-shrink.h"

#define ID_KEY "vac-id"

/* The choices of days; the first is any. */
static const guint days[] = { 0, 7, 14, 30, 90 };

/**
 * VacLibraryFilter:
 *
 * Which postings of a library are listed: what is chosen in a popover.
 */
struct _VacLibraryFilter
{
  GtkPopover   parent_instance;

  /* Template widgets */
  GtkFlowBox  *status_box;
  GtkEditable *place_entry;
  GtkDropDown *closing_choice;
  GtkWidget   *folder_label;
  GtkDropDown *folder_choice;
  GtkCheckButton *findings_check;
  GtkWidget   *clear_button;

  /* Owned */
  char       **folders;        /* that can be chosen */
  GPtrArray   *checks;         /* of GtkCheckButton, borrowed: one for each status */

  /* What is asked for, for as long as nothing else is chosen */
  GPtrArray   *statuses;       /* of ids, NULL-ended */
  const char  *chosen[2];      /* the folder, NULL-ended */

  gboolean     changing;       /* by the program; it speaks once, at the end */
};

G_DEFINE_FINAL_TYPE (VacLibraryFilter, vac_library_filter, GTK_TYPE_POPOVER)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is chosen */

static guint
get_days (VacLibraryFilter *self)
{
  const guint selected = gtk_drop_down_get_selected (self->closing_choice);

  return selected < G_N_ELEMENTS (days) ? days[selected] : 0;
}

/* Returns: (nullable): the folder */
static const char *
get_folder (VacLibraryFilter *self)
{
  const guint selected = gtk_drop_down_get_selected (self->folder_choice);

  return selected > 0 && selected <= g_strv_length (self->folders) ? self->folders[selected - 1]
                                                                   : NULL;
}

static const char *
get_place (VacLibraryFilter *self)
{
  const char *place = gtk_editable_get_text (self->place_entry);

  while (g_ascii_isspace (*place))
    place++;

  return *place != '\0' ? place : NULL;
}

static void
tell (VacLibraryFilter *self)
{
  if (self->changing)
    return;
  gtk_widget_set_sensitive (self->clear_button, vac_library_filter_count (self) > 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_clear_clicked_cb (VacLibraryFilter *self)
{
  vac_library_filter_clear (self);
}

/* The choices */

static void
add_status (VacLibraryFilter *self,
            const VacChoice  *choice)
{
  GtkWidget *check = gtk_check_button_new_with_label (_(choice->label));

  g_object_set_data (G_OBJECT (check), ID_KEY, (gpointer) choice->id);
  g_signal_connect_object (check, "toggled", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  /* The check has the focus, not what it stands in; by itself that is a cell of a table. */
  gtk_flow_box_append (self->status_box,
                       g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_GENERIC, "child", check, "focusable",
                                     FALSE, NULL));
  g_ptr_array_add (self->checks, check);
}

static void
fill (VacLibraryFilter *self)
{
  g_autoptr (GtkStringList) closing = gtk_string_list_new (NULL);
  const VacChoice *choices = vac_schema_get_field (VAC_ROLE_STATUS)->choices;

  for (guint i = 0; choices[i].id != NULL; i++)
    add_status (self, &choices[i]);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *label =
        g_strdup_printf (ngettext ("Within %u day", "Within %u days", days[i]), days[i]);

      gtk_string_list_append (closing, days[i] > 0 ? label : _("At any time"));
    }
  gtk_drop_down_set_model (self->closing_choice, G_LIST_MODEL (closing));
}

static void
vac_library_filter_dispose (GObject *object)
{
  VacLibraryFilter *self = VAC_LIBRARY_FILTER (object);

  self->changing = TRUE;

  G_OBJECT_CLASS (vac_library_filter_parent_class)->dispose (object);
}

static void
vac_library_filter_finalize (GObject *object)
{
  VacLibraryFilter *self = VAC_LIBRARY_FILTER (object);

  g_strfreev (self->folders);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->statuses);

  G_OBJECT_CLASS (vac_library_filter_parent_class)->finalize (object);
}

static void
vac_library_filter_class_init (VacLibraryFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vac_library_filter_dispose;
  object_class->finalize = vac_library_filter_finalize;

  /**
   * VacLibraryFilter::changed:
   *
   * Emitted when something else is chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", VAC_TYPE_LIBRARY_FILTER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, VAC_RESOURCE_PATH
                                               "/library-view/vac-library-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, VacLibraryFilter, status_box);
  gtk_widget_class_bind_template_child (widget_class, VacLibraryFilter, place_entry);
  gtk_widget_class_bind_template_child (widget_class, VacLibraryFilter, closing_choice);
  gtk_widget_class_bind_template_child (widget_class, VacLibraryFilter, folder_label);
  gtk_widget_class_bind_template_child (widget_class, VacLibraryFilter, folder_choice);
  gtk_widget_class_bind_template_child (widget_class, VacLibraryFilter, findings_check);
  gtk_widget_class_bind_template_child (widget_class, VacLibraryFilter, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, tell);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked_cb);
}

static void
vac_library_filter_init (VacLibraryFilter *self)
{
  self->changing = TRUE;
  self->folders = g_new0 (char *, 1);
  self->checks = g_ptr_array_new ();
  self->statuses = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
  vac_let_shrink (self->clear_button);
  vac_let_shrink (GTK_WIDGET (self->findings_check));
  vac_let_drop_down_shrink (self->closing_choice);
  vac_let_drop_down_shrink (self->folder_choice);
  self->changing = FALSE;
}

/**
 * vac_library_filter_set_folders:
 * @self: a filter
 * @folders: (type filename): %NULL-ended: paths of the folders that can be chosen
 *
 * A folder that was chosen and is there no longer is no longer asked for.
 */
void
vac_library_filter_set_folders (VacLibraryFilter  *self,
                                const char *const *folders)
{
  g_autofree char *before = NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_return_if_fail (VAC_IS_LIBRARY_FILTER (self) && folders != NULL);

  before = g_strdup (get_folder (self));
  self->changing = TRUE;
  g_strfreev (self->folders);
  self->folders = g_strdupv ((char **) folders);
  gtk_string_list_append (names, _("All folders"));
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autoptr (GFile) folder = g_file_new_for_path (folders[i]);
      g_autofree char *name = vac_file_name_tell (folder);

      gtk_string_list_append (names, name);
      if (g_strcmp0 (folders[i], before) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->folder_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->folder_choice, selected);
  gtk_widget_set_visible (self->folder_label, g_strv_length (self->folders) > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->folder_choice), g_strv_length (self->folders) > 1);
  self->changing = FALSE;
  if (before != NULL && selected == 0)
    tell (self);
}

/* Without telling. */
static void
reset (VacLibraryFilter *self)
{
  self->changing = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (self->checks->pdata[i], FALSE);
  gtk_editable_set_text (self->place_entry, "");
  gtk_drop_down_set_selected (self->closing_choice, 0);
  gtk_drop_down_set_selected (self->folder_choice, 0);
  gtk_check_button_set_active (self->findings_check, FALSE);
  self->changing = FALSE;
}

/**
 * vac_library_filter_set_closing:
 * @self: a filter
 * @wanted: one of the numbers of days that can be chosen
 *
 * Asks for open postings that close within as many days, and for nothing else.
 */
void
vac_library_filter_set_closing (VacLibraryFilter *self,
                                guint             wanted)
{
  g_return_if_fail (VAC_IS_LIBRARY_FILTER (self));

  reset (self);
  self->changing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (days[i] == wanted)
      gtk_drop_down_set_selected (self->closing_choice, i);
  for (guint i = 0; i < self->checks->len; i++)
    if (g_strcmp0 (g_object_get_data (self->checks->pdata[i], ID_KEY), VAC_STATUS_OPEN) == 0)
      gtk_check_button_set_active (self->checks->pdata[i], TRUE);
  self->changing = FALSE;
  tell (self);
}

/**
 * vac_library_filter_clear:
 * @self: a filter
 *
 * Asks for all postings.
 */
void
vac_library_filter_clear (VacLibraryFilter *self)
{
  g_return_if_fail (VAC_IS_LIBRARY_FILTER (self));

  reset (self);
  tell (self);
}

/**
 * vac_library_filter_count:
 * @self: a filter
 *
 * Returns: how many conditions are chosen; several statuses are one
 */
guint
vac_library_filter_count (VacLibraryFilter *self)
{
  VacLibraryQuery query = { 0 };

  g_return_val_if_fail (VAC_IS_LIBRARY_FILTER (self), 0);

  vac_library_filter_take (self, &query);

  return (query.statuses != NULL) + (query.place != NULL) + (query.closes != 0) +
         (query.folders != NULL) + (query.has_findings != 0);
}

/**
 * vac_library_filter_take:
 * @self: a filter
 * @query: a query
 *
 * Puts into @query what is chosen. It is the filter's, and holds until something else is chosen.
 */
void
vac_library_filter_take (VacLibraryFilter *self,
                         VacLibraryQuery  *query)
{
  g_return_if_fail (VAC_IS_LIBRARY_FILTER (self) && query != NULL);

  g_ptr_array_set_size (self->statuses, 0);
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (self->statuses, g_object_get_data (self->checks->pdata[i], ID_KEY));
  if (self->statuses->len > 0)
    {
      g_ptr_array_add (self->statuses, NULL);
      query->statuses = (const char *const *) self->statuses->pdata;
    }
  self->chosen[0] = get_folder (self);
  if (self->chosen[0] != NULL)
    query->folders = self->chosen;
  query->place = get_place (self);
  query->days = get_days (self);
  query->closes = query->days > 0;
  query->has_findings = gtk_check_button_get_active (self->findings_check);
}
