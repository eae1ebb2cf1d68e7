/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-sample"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-import-sample.h"

/* Rows that are shown; enough to see what a column is. */
#define MOST_ROWS 5
/* Columns that can be chosen; official tables have about forty. */
#define MOST_COLUMNS 64
/* A table with more is wider than the window. */
#define MOST_IN_ORDER 8
/* Of a cell and a title, in characters. */
#define WIDEST 20

/**
 * VacImportSample:
 *
 * The first rows of a table under its titles. A chooser above each column says what it holds, and
 * can be corrected; the column is tinted by it.
 */
struct _VacImportSample
{
  AdwBin     parent_instance;

  /* Owned by their parents */
  GtkWidget *box;

  /* Owned */
  GPtrArray *columns;                              /* of GtkWidget: boxes with the cells */
  GPtrArray *choosers;                             /* of GtkDropDown */

  int        fields[VAC_SALARY_IMPORT_N_FIELDS];   /* the column of each field, -1 for none */
  gboolean   showing;                              /* roles are shown, not chosen */
};

G_DEFINE_FINAL_TYPE (VacImportSample, vac_import_sample, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In the order of the choosers, after what is not used. What only official tables have, and only
 * their description tells, is not among them. */
static const struct
{
  VacSalaryImportField  field;
  const char           *label;
  const char           *style;
} roles[] = {
  { VAC_SALARY_IMPORT_NAME, N_("Place"), "vac-role-place" },
  { VAC_SALARY_IMPORT_MINIMUM, N_("Minimum"), "vac-role-pay" },
  { VAC_SALARY_IMPORT_MAXIMUM, N_("Maximum"), "vac-role-pay" },
  { VAC_SALARY_IMPORT_RANGE, N_("Range in one column"), "vac-role-pay" },
  { VAC_SALARY_IMPORT_MEDIAN, N_("Median"), "vac-role-median" },
  { VAC_SALARY_IMPORT_HOURLY_MINIMUM, N_("Minimum per hour"), "vac-role-pay" },
  { VAC_SALARY_IMPORT_HOURLY_MAXIMUM, N_("Maximum per hour"), "vac-role-pay" },
  { VAC_SALARY_IMPORT_PRICE_INDEX, N_("Cost of living index"), "vac-role-index" },
  { VAC_SALARY_IMPORT_NOTE, N_("Note"), "vac-role-note" },
  { VAC_SALARY_IMPORT_OCCUPATION, N_("Code of the occupation"), "vac-role-occupation" },
  { VAC_SALARY_IMPORT_OCCUPATION_TITLE, N_("Occupation"), "vac-role-occupation" },
  { VAC_SALARY_IMPORT_PERIOD, N_("What pay is counted by"), "vac-role-unit" },
  { VAC_SALARY_IMPORT_CURRENCY, N_("Currency"), "vac-role-unit" },
};

/* Returns: which of @roles the column has, -1 for none */
static int
find_role (VacImportSample *self,
           guint            column)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (self->fields[roles[i].field] == (int) column)
      return (int) i;

  return -1;
}

static void
show_roles (VacImportSample *self)
{
  self->showing = TRUE;
  for (guint i = 0; i < self->choosers->len; i++)
    {
      const int role = find_role (self, i);
      GtkWidget *column = g_ptr_array_index (self->columns, i);

      gtk_drop_down_set_selected (g_ptr_array_index (self->choosers, i), (guint) (role + 1));
      for (guint j = 0; j < G_N_ELEMENTS (roles); j++)
        gtk_widget_remove_css_class (column, roles[j].style);
      if (role >= 0)
        gtk_widget_add_css_class (column, roles[role].style);
    }
  self->showing = FALSE;
}

/* A range in one column and a range in two exclude each other: what was chosen last counts. */
static void
take_role (VacImportSample *self,
           guint            column,
           guint            role)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (self->fields[roles[i].field] == (int) column)
      self->fields[roles[i].field] = -1;
  if (role > 0)
    {
      const VacSalaryImportField field = roles[role - 1].field;

      self->fields[field] = (int) column;
      if (field == VAC_SALARY_IMPORT_RANGE)
        self->fields[VAC_SALARY_IMPORT_MINIMUM] = self->fields[VAC_SALARY_IMPORT_MAXIMUM] = -1;
      else if (field == VAC_SALARY_IMPORT_MINIMUM || field == VAC_SALARY_IMPORT_MAXIMUM)
        self->fields[VAC_SALARY_IMPORT_RANGE] = -1;
    }
  show_roles (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_chooser_selected_cb (VacImportSample *self,
                        GParamSpec      *pspec,
                        GtkDropDown     *chooser)
{
  guint column;

  if (!self->showing && g_ptr_array_find (self->choosers, chooser, &column))
    take_role (self, column, gtk_drop_down_get_selected (chooser));
}

static GtkWidget *
label_new (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), (int) MIN (g_utf8_strlen (text, -1), WIDEST));
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDEST);
  gtk_widget_add_css_class (label, style);
  if (g_utf8_strlen (text, -1) > WIDEST)
    gtk_widget_set_tooltip_text (label, text);

  return label;
}

static GtkWidget *
chooser_new (VacImportSample *self,
             guint            column,
             const char      *title)
{
  g_autofree char *name = *title != '\0' ? g_strdup_printf (_("Column “%s”"), title)
                                         : g_strdup_printf (_("Column %u"), column + 1);
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkWidget *chooser;

  gtk_string_list_append (labels, C_("column", "Not used"));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    gtk_string_list_append (labels, _(roles[i].label));
  chooser = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chooser), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_signal_connect_object (chooser, "notify::selected", G_CALLBACK (on_chooser_selected_cb), self,
                           G_CONNECT_SWAPPED);

  return chooser;
}

static void
add_column (VacImportSample *self,
            VacSalaryImport *import,
            guint            column)
{
  GPtrArray *sample = vac_salary_import_get_sample (import);
  const char *title = vac_salary_import_get_column_title (import, column);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *chooser = chooser_new (self, column, title);

  gtk_widget_add_css_class (box, "vac-sample-column");
  gtk_box_append (GTK_BOX (box), chooser);
  gtk_box_append (GTK_BOX (box), label_new (title, "heading"));
  for (guint i = 0; i < MIN (sample->len, MOST_ROWS); i++)
    {
      GStrv row = g_ptr_array_index (sample, i);

      gtk_box_append (GTK_BOX (box), label_new (column < g_strv_length (row) ? row[column] : "",
                                                "numeric"));
    }
  g_ptr_array_add (self->columns, box);
  g_ptr_array_add (self->choosers, chooser);
}

/* Of a table with many columns, those that are used come first, where they are seen. They keep
 * their places when another role is chosen. */
static void
place_columns (VacImportSample *self)
{
  const gboolean is_wide = self->columns->len > MOST_IN_ORDER;

  for (guint i = 0; is_wide && i < G_N_ELEMENTS (roles); i++)
    {
      const int column = self->fields[roles[i].field];

      if (column >= 0 && (guint) column < self->columns->len &&
          gtk_widget_get_parent (g_ptr_array_index (self->columns, column)) == NULL)
        gtk_box_append (GTK_BOX (self->box), g_ptr_array_index (self->columns, column));
    }
  for (guint i = 0; i < self->columns->len; i++)
    if (gtk_widget_get_parent (g_ptr_array_index (self->columns, i)) == NULL)
      gtk_box_append (GTK_BOX (self->box), g_ptr_array_index (self->columns, i));
}

/* The same table with other roles: what has the focus keeps it. */
static gboolean
is_shown (VacImportSample *self,
          VacSalaryImport *import)
{
  GPtrArray *sample = vac_salary_import_get_sample (import);
  const guint n = MIN (vac_salary_import_get_n_columns (import), MOST_COLUMNS);

  if (self->columns->len != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *label = gtk_widget_get_first_child (g_ptr_array_index (self->columns, i));

      label = gtk_widget_get_next_sibling (label);
      if (!g_str_equal (gtk_label_get_text (GTK_LABEL (label)),
                        vac_salary_import_get_column_title (import, i)))
        return FALSE;
      for (guint j = 0; j < MIN (sample->len, MOST_ROWS); j++)
        {
          GStrv row = g_ptr_array_index (sample, j);

          label = gtk_widget_get_next_sibling (label);
          if (label == NULL || !g_str_equal (gtk_label_get_text (GTK_LABEL (label)),
                                             i < g_strv_length (row) ? row[i] : ""))
            return FALSE;
        }
    }

  return TRUE;
}

static void
vac_import_sample_dispose (GObject *object)
{
  VacImportSample *self = VAC_IMPORT_SAMPLE (object);

  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->choosers, g_ptr_array_unref);

  G_OBJECT_CLASS (vac_import_sample_parent_class)->dispose (object);
}

static void
vac_import_sample_class_init (VacImportSampleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vac_import_sample_dispose;

  /**
   * VacImportSample::chosen:
   * @self: a sample
   *
   * Somebody said what a column holds.
   */
  signals[CHOSEN] = g_signal_new ("chosen", VAC_TYPE_IMPORT_SAMPLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
vac_import_sample_init (VacImportSample *self)
{
  GtkWidget *window = gtk_scrolled_window_new ();

  self->columns = g_ptr_array_new ();
  self->choosers = g_ptr_array_new ();
  for (guint i = 0; i < VAC_SALARY_IMPORT_N_FIELDS; i++)
    self->fields[i] = -1;
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (window, "card");
  gtk_widget_set_overflow (window, GTK_OVERFLOW_HIDDEN);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), self->box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (window), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("First rows of the table"), -1);
  adw_bin_set_child (ADW_BIN (self), window);
}

/**
 * vac_import_sample_show:
 * @self: a sample
 * @import: a table that is analysed
 *
 * Shows the first rows of @import and what its columns are taken for.
 */
void
vac_import_sample_show (VacImportSample *self,
                        VacSalaryImport *import)
{
  const VacSalaryImportSettings *settings = vac_salary_import_get_settings (import);

  for (guint i = 0; i < VAC_SALARY_IMPORT_N_FIELDS; i++)
    self->fields[i] = settings->columns[i];
  if (!is_shown (self, import))
    {
      GtkWidget *child;

      g_ptr_array_set_size (self->columns, 0);
      g_ptr_array_set_size (self->choosers, 0);
      while ((child = gtk_widget_get_first_child (self->box)) != NULL)
        gtk_box_remove (GTK_BOX (self->box), child);
      for (guint i = 0; i < MIN (vac_salary_import_get_n_columns (import), MOST_COLUMNS); i++)
        add_column (self, import, i);
      place_columns (self);
    }
  show_roles (self);
}

/**
 * vac_import_sample_read:
 * @self: a sample
 * @settings: takes what the columns are
 */
void
vac_import_sample_read (VacImportSample         *self,
                        VacSalaryImportSettings *settings)
{
  for (guint i = 0; i < VAC_SALARY_IMPORT_N_FIELDS; i++)
    settings->columns[i] = self->fields[i];
}

/**
 * vac_import_sample_get_chooser:
 * @self: a sample
 * @column: which column
 *
 * Returns: (transfer none) (nullable): the widget that says what the column holds
 */
GtkDropDown *
vac_import_sample_get_chooser (VacImportSample *self,
                               guint            column)
{
  return column < self->choosers->len ? g_ptr_array_index (self->choosers, column) : NULL;
}

/**
 * vac_import_sample_choose:
 * @self: a sample
 * @column: which column
 * @field: what it holds
 *
 * Chooses as somebody does in the chooser of the column.
 */
void
vac_import_sample_choose (VacImportSample      *self,
                          guint                 column,
                          VacSalaryImportField  field)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (roles[i].field == field && column < self->choosers->len)
      gtk_drop_down_set_selected (g_ptr_array_index (self->choosers, column), i + 1);
}
