/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-format-rows"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-export-text.h"
#include "vac-control-row.h"
#include "vac-format-rows.h"

/**
 * VacFormatRows:
 *
 * The formats to export in, each with a check button, and below plain text what its lines are for.
 * What was chosen the last time is chosen at first.
 */
struct _VacFormatRows
{
  AdwPreferencesGroup parent_instance;

  const VacFormats   *formats;    /* borrowed: the program's */
  GSettings          *settings;   /* owned */
  GPtrArray          *checks;     /* owned; of GtkCheckButton, borrowed, in the formats' order */
  GtkWidget          *lines_row;  /* borrowed */
};

G_DEFINE_FINAL_TYPE (VacFormatRows, vac_format_rows, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The two uses of plain text, in the order in which they are offered. */
enum
{
  FOR_MAILS,
  FOR_FORMS,
};

static void
vac_format_rows_finalize (GObject *object)
{
  VacFormatRows *self = VAC_FORMAT_ROWS (object);

  g_clear_object (&self->settings);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (vac_format_rows_parent_class)->finalize (object);
}

static void
vac_format_rows_class_init (VacFormatRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vac_format_rows_finalize;

  /**
   * VacFormatRows::changed:
   * @self: the formats
   *
   * Others are chosen than before.
   */
  signals[CHANGED] = g_signal_new ("changed", VAC_TYPE_FORMAT_ROWS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
vac_format_rows_init (VacFormatRows *self)
{
  self->checks = g_ptr_array_new ();
}

static void
on_check_toggled_cb (GtkCheckButton *check,
                     VacFormatRows  *self)
{
  g_autoptr (GPtrArray) chosen = vac_format_rows_list_chosen (self);

  gtk_widget_set_visible (self->lines_row, g_ptr_array_find (chosen, &vac_text_exporter, NULL));
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
create_format_row (VacFormatRows     *self,
                   const VacExporter *exporter,
                   gboolean           active)
{
  GtkWidget *check = NULL;
  GtkWidget *row = vac_control_row_new_check (g_dgettext (GETTEXT_PACKAGE, exporter->label),
                                              &check);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               g_dgettext (GETTEXT_PACKAGE, exporter->purpose));
  g_signal_connect (check, "toggled", G_CALLBACK (on_check_toggled_cb), self);
  g_ptr_array_add (self->checks, check);

  return row;
}

/* Below the plain text format, and visible only while that is chosen. */
static GtkWidget *
create_lines_row (VacFormatRows *self)
{
  const char *uses[] = { _("For an email"), _("For a form"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (uses);

  self->lines_row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->lines_row), _("Lines of Plain Text"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->lines_row),
                               _("An application form takes one line per paragraph"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->lines_row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->lines_row),
                              g_settings_get_boolean (self->settings, "export-for-forms")
                              ? FOR_FORMS : FOR_MAILS);

  return self->lines_row;
}

/**
 * vac_format_rows_new:
 * @formats: what the program can export; must live as long as the program
 * @settings: where the formats are remembered
 *
 * Returns: (transfer floating): all formats
 */
GtkWidget *
vac_format_rows_new (const VacFormats *formats,
                     GSettings        *settings)
{
  VacFormatRows *self = g_object_new (VAC_TYPE_FORMAT_ROWS, "title", _("Formats"), NULL);
  g_auto (GStrv) remembered = g_settings_get_strv (settings, "export-formats");
  const VacExporter *const *exporters = formats->exporters;

  self->formats = formats;
  self->settings = g_object_ref (settings);
  for (guint i = 0; exporters[i] != NULL; i++)
    {
      const gboolean active = g_strv_contains ((const char *const *) remembered, exporters[i]->id);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self),
                                 create_format_row (self, exporters[i], active));
      if (exporters[i] == &vac_text_exporter)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), create_lines_row (self));
    }

  return GTK_WIDGET (self);
}

/**
 * vac_format_rows_set_subject:
 * @self: formats
 * @subject: what is exported
 *
 * Formats that cannot have it cannot be chosen.
 */
void
vac_format_rows_set_subject (VacFormatRows    *self,
                             const VacSubject *subject)
{
  const VacExporter *const *exporters;

  g_return_if_fail (VAC_IS_FORMAT_ROWS (self) && subject != NULL);

  exporters = self->formats->exporters;
  for (guint i = 0; exporters[i] != NULL; i++)
    gtk_widget_set_sensitive (g_ptr_array_index (self->checks, i),
                              vac_export_can_write (exporters[i], subject));
  on_check_toggled_cb (NULL, self);
}

/**
 * vac_format_rows_list_chosen:
 * @self: formats
 *
 * Returns: (transfer container) (element-type VacExporter): those that are chosen, in their order
 */
GPtrArray *
vac_format_rows_list_chosen (VacFormatRows *self)
{
  GPtrArray *chosen = g_ptr_array_new ();

  g_return_val_if_fail (VAC_IS_FORMAT_ROWS (self), chosen);

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkWidget *check = g_ptr_array_index (self->checks, i);

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)) &&
          gtk_widget_get_sensitive (check))
        g_ptr_array_add (chosen, (gpointer) self->formats->exporters[i]);
    }

  return chosen;
}

static gboolean
is_for_forms (VacFormatRows *self)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (self->lines_row)) == FOR_FORMS;
}

/**
 * vac_format_rows_get_columns:
 * @self: formats
 *
 * Returns: where lines of plain text end; 0 for nowhere
 */
guint
vac_format_rows_get_columns (VacFormatRows *self)
{
  g_return_val_if_fail (VAC_IS_FORMAT_ROWS (self), 0);

  return is_for_forms (self) ? 0 : VAC_EXPORT_MAIL_COLUMNS;
}

/**
 * vac_format_rows_remember:
 * @self: formats
 *
 * What is chosen now is chosen at first the next time.
 */
void
vac_format_rows_remember (VacFormatRows *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GPtrArray) chosen = NULL;
  g_auto (GStrv) strv = NULL;

  g_return_if_fail (VAC_IS_FORMAT_ROWS (self));

  chosen = vac_format_rows_list_chosen (self);
  for (guint i = 0; i < chosen->len; i++)
    g_strv_builder_add (ids, ((const VacExporter *) g_ptr_array_index (chosen, i))->id);
  strv = g_strv_builder_end (ids);
  g_settings_set_strv (self->settings, "export-formats", (const char *const *) strv);
  g_settings_set_boolean (self->settings, "export-for-forms", is_for_forms (self));
}
