/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-dialog-rows"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-import-dialog-private.h"
#include "vac-import-rows.h"
#include "vac-import-tables.h"
#include "vac-money.h"
#include "vac-names.h"
#include "vac-text-label.h"

/* How much of a note is shown, in characters. */
#define LONGEST_NOTE 120

/* The rows that an import would add, and what is asked and said about them. */

guint
vac_import_dialog_count_chosen (VacImportDialog *self)
{
  guint n_chosen = 0;

  for (guint i = 0; self->result != NULL && i < self->result->places->len; i++)
    {
      const VacSalaryImportPlace *place = g_ptr_array_index (self->result->places, i);

      n_chosen += place->chosen && place->problem == NULL;
    }

  return n_chosen;
}

void
vac_import_dialog_update_button (VacImportDialog *self)
{
  guint n_chosen = vac_import_dialog_count_chosen (self);
  g_autofree char *label = g_strdup_printf (
      ngettext ("_Import %u Place", "_Import %u Places", n_chosen), n_chosen);

  gtk_button_set_label (self->import_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button),
                            !self->running && self->result != NULL &&
                            self->result->question == NULL && self->result->places->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button),
                            n_chosen > 0 && !self->running && self->step == NULL &&
                            self->result->question == NULL);
}

/* What has to be said before there is anything to import. */
static const char *
get_demand (VacImportDialog *self)
{
  if (vac_salary_import_get_settings (self->import)->table < 0)
    return _("The file has several tables that could be meant. Choose one.");
  if (!vac_salary_import_is_complete (self->import))
    return _("Say which columns hold the place and its pay: a minimum, a maximum, or both, a "
             "range, or a median. Their titles do not tell it for certain.");
  if (self->result->occupations->len > 1 && self->result->occupation == NULL)
    return _("The table has several occupations. Choose the one whose pay to import.");

  return NULL;
}

static void
show_reading (VacImportDialog *self)
{
  g_auto (GStrv) texts = vac_salary_import_describe (self->import, self->result);
  g_auto (GStrv) odd = vac_salary_import_remark (self->import, self->result);
  g_autofree char *remarks = g_strjoinv ("\n", odd);
  const char *demand = get_demand (self);
  g_autofree char *text = demand != NULL ? g_strdup (demand) : g_strjoinv ("\n", texts);

  gtk_label_set_text (self->reading, text);
  gtk_widget_set_visible (GTK_WIDGET (self->reading), *text != '\0');
  gtk_label_set_text (self->remarks, remarks);
  gtk_widget_set_visible (self->remark_box, demand == NULL && *remarks != '\0');
}

void
vac_import_dialog_update_summary (VacImportDialog *self)
{
  guint n_rows = self->result->n_rows;
  guint n_problems = self->result->n_problems;
  g_autofree char *rows = g_strdup_printf (ngettext ("%u row", "%u rows", n_rows), n_rows);
  g_autofree char *places = g_strdup_printf (ngettext ("%u place to import", "%u places to import",
                                                       self->result->places->len - n_problems),
                                             self->result->places->len - n_problems);
  g_autofree char *problems = g_strdup_printf (
      ngettext ("%u with a problem", "%u with problems", n_problems), n_problems);
  g_autofree char *text = g_strjoin (" · ", rows, places, n_problems > 0 ? problems : NULL, NULL);

  gtk_label_set_text (self->summary, text);
  show_reading (self);
}

void
vac_import_dialog_update_question (VacImportDialog *self)
{
  const char *question = self->result->question;
  g_autofree char *title = NULL;

  gtk_widget_set_visible (self->question_group, question != NULL);
  if (question == NULL)
    return;
  title = g_strdup_printf (_("What does “%s” in line %u mean?"), question,
                           self->result->question_line);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->question_row), title);
  adw_action_row_set_subtitle (
      self->question_row, _("No number of the table shows which mark stands before decimals."));
  gtk_button_set_label (self->point_button, _("Point before decimals"));
  gtk_button_set_label (self->comma_button, _("Comma before decimals"));
}

static VacImportRowsKind
get_shown_kind (VacImportDialog *self)
{
  if (gtk_toggle_button_get_active (self->problems_toggle))
    return VAC_IMPORT_ROWS_PROBLEMS;

  return gtk_toggle_button_get_active (self->replaces_toggle) ? VAC_IMPORT_ROWS_REPLACING
                                                              : VAC_IMPORT_ROWS_NEW;
}

void
vac_import_dialog_show_rows (VacImportDialog *self)
{
  const VacImportRowsKind kind = get_shown_kind (self);
  g_autoptr (GtkNoSelection) selection = NULL;

  selection = gtk_no_selection_new (G_LIST_MODEL (vac_import_rows_new (self->result, kind)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  gtk_widget_set_visible (self->choice_box, kind != VAC_IMPORT_ROWS_PROBLEMS);
  gtk_widget_set_visible (self->save_button, kind == VAC_IMPORT_ROWS_PROBLEMS);
  vac_import_dialog_update_button (self);
}

/* Names the kinds of rows with how many there are, and shows the first that has any. */
void
vac_import_dialog_show_kinds (VacImportDialog *self)
{
  GtkToggleButton *const toggles[] = {
    [VAC_IMPORT_ROWS_NEW] = self->new_toggle,
    [VAC_IMPORT_ROWS_REPLACING] = self->replaces_toggle,
    [VAC_IMPORT_ROWS_PROBLEMS] = self->problems_toggle,
  };
  const char *labels[] = {
    /* Translators: kinds of rows of a table, with how many there are. */
    [VAC_IMPORT_ROWS_NEW] = _("New (%u)"),
    [VAC_IMPORT_ROWS_REPLACING] = _("Replaces (%u)"),
    [VAC_IMPORT_ROWS_PROBLEMS] = _("Problems (%u)"),
  };
  guint counts[VAC_N_IMPORT_ROWS] = { 0 };
  VacImportRowsKind shown = VAC_N_IMPORT_ROWS;

  for (guint i = 0; i < self->result->places->len; i++)
    counts[vac_import_rows_get_kind (g_ptr_array_index (self->result->places, i))]++;
  for (VacImportRowsKind kind = 0; kind < VAC_N_IMPORT_ROWS; kind++)
    {
      g_auto (GStrv) parts = g_strsplit (labels[kind], "%u", 2);
      g_autofree char *label = g_strdup_printf ("%s%u%s", parts[0], counts[kind],
                                                parts[1] != NULL ? parts[1] : "");

      gtk_button_set_label (GTK_BUTTON (toggles[kind]), label);
      gtk_widget_set_sensitive (GTK_WIDGET (toggles[kind]), counts[kind] > 0);
      if (shown == VAC_N_IMPORT_ROWS && counts[kind] > 0)
        shown = kind;
    }
  if (shown < VAC_N_IMPORT_ROWS && counts[get_shown_kind (self)] == 0)
    gtk_toggle_button_set_active (toggles[shown], TRUE);
}

static char *
describe_range (VacImportDialog            *self,
                const VacSalaryImportPlace *place)
{
  const char *language = vac_document_get_text (self->document, VAC_ROLE_LANGUAGE);
  const char *said = place->currency != NULL ? place->currency : self->result->foreign;
  const char *currency = said != NULL ? vac_import_currency_get_code (said)
                                      : self->result->currency;
  GString *text = g_string_new (NULL);

  if (vac_salary_import_has_pay (place))
    {
      g_autofree char *range = vac_salary_import_format_range (place, &place->range, currency,
                                                               language);

      g_string_append (text, range);
    }
  if (place->price_index > 0)
    {
      g_autofree char *number = vac_money_format_decimal (place->price_index, 2, language);

      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text, _("cost of living %s"), number);
    }

  return g_string_free (text, FALSE);
}

static char *
describe_fate (const VacSalaryImportPlace *place)
{
  if (place->is_nation)
    return g_strdup (_("becomes the national range"));
  if (place->target == NULL)
    return g_strdup (_("new"));

  return g_strdup_printf (_("replaces “%s”"),
                          vac_node_get_member_text (place->target, VAC_ROLE_PLACE_NAME));
}

static char *
describe_place (VacImportDialog            *self,
                const VacSalaryImportPlace *place)
{
  g_autofree char *range = NULL;
  g_autofree char *fate = NULL;
  g_autofree char *where = NULL;
  g_autofree char *doubts = NULL;
  g_autofree char *note = NULL;
  g_autofree char *text = NULL;

  if (place->problem != NULL)
    return g_strdup_printf (_("Line %u: %s"), place->line, place->problem);
  range = vac_salary_import_describe_change (self->result, place,
                                             vac_document_get_text (self->document,
                                                                    VAC_ROLE_LANGUAGE));
  if (range == NULL)
    range = describe_range (self, place);
  fate = describe_fate (place);
  text = g_strdup_printf (_("%s · %s · line %u"), range, fate, place->line);
  doubts = vac_salary_import_describe_doubts (self->result, place);
  note = g_utf8_strlen (place->note, -1) > LONGEST_NOTE
             ? g_utf8_substring (place->note, 0, LONGEST_NOTE)
             : g_strdup (place->note);
  where = g_strjoin ("\n", text, doubts != NULL ? doubts : note,
                     doubts != NULL && *note != '\0' ? note : NULL, NULL);

  return g_strchomp (g_steal_pointer (&where));
}

static void
on_row_toggled_cb (GtkListItem    *list_item,
                   GtkCheckButton *check)
{
  VacImportRow *row = gtk_list_item_get_item (list_item);
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (check), VAC_TYPE_IMPORT_DIALOG);

  if (row == NULL || dialog == NULL)
    return;
  vac_import_row_get_place (row)->chosen = gtk_check_button_get_active (check);
  vac_import_dialog_update_button (VAC_IMPORT_DIALOG (dialog));
}

static GtkWidget *
label_new (const char *style)
{
  GtkWidget *label = vac_text_label_new (NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "numeric");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

void
vac_import_dialog_setup_row (GtkSignalListItemFactory *factory,
                             GtkListItem              *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *check = gtk_check_button_new ();

  g_signal_connect_object (check, "toggled", G_CALLBACK (on_row_toggled_cb), list_item,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (texts), label_new (NULL));
  gtk_box_append (GTK_BOX (texts), label_new ("caption"));
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, box);
}

void
vac_import_dialog_bind_row (VacImportDialog *self,
                            GtkListItem     *list_item)
{
  VacSalaryImportPlace *place = vac_import_row_get_place (gtk_list_item_get_item (list_item));
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *texts = gtk_widget_get_next_sibling (check);
  const char *name = *place->name != '\0' ? place->name : C_("place", "Unnamed");
  g_autofree char *description = describe_place (self, place);
  g_autofree char *row_name = g_strdup_printf ("%s, %s", name, description);

  /* Arrow keys go from row to row. */
  vac_names_set (gtk_widget_get_parent (gtk_list_item_get_child (list_item)), row_name);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), place->chosen);
  gtk_widget_set_sensitive (check, place->problem == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (texts)), name);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (texts)), description);
}
