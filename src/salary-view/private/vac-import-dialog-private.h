/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-import-dialog.h"
#include "vac-import-sample.h"
#include "vac-occupation-row.h"

G_BEGIN_DECLS

struct _VacImportDialog
{
  VacDialog              parent_instance;

  /* Template widgets */
  AdwWindowTitle        *window_title;
  GtkButton             *cancel_button;
  GtkButton             *back_button;
  GtkButton             *next_button;
  GtkButton             *import_button;
  GtkProgressBar        *progress;
  GtkStack              *stack;
  AdwStatusPage         *error_page;
  GtkWidget             *question_group;
  AdwActionRow          *question_row;
  GtkButton             *point_button;
  GtkButton             *comma_button;
  VacOccupationRow      *occupation_row;
  GtkWidget             *table_group;
  AdwComboRow           *table_row;
  VacImportSample       *sample;
  GtkWidget             *forget_box;
  GtkWidget             *forget_button;
  GtkWidget             *remark_box;
  GtkLabel              *remarks;
  AdwComboRow           *period_row;
  AdwEntryRow           *currency_row;
  AdwEntryRow           *cap_row;
  GtkLabel              *reading;
  AdwExpanderRow        *format_row;
  AdwComboRow           *delimiter_row;
  AdwComboRow           *decimal_row;
  AdwComboRow           *encoding_row;
  GtkSwitch             *header_switch;
  GtkLabel              *summary;
  GtkToggleButton       *new_toggle;
  GtkToggleButton       *replaces_toggle;
  GtkToggleButton       *problems_toggle;
  GtkWidget             *choice_box;
  GtkWidget             *save_button;
  GtkListView           *list_view;
  AdwExpanderRow        *survey_row;
  GtkWidget             *source_row;

  /* Owned by their parent */
  GtkWidget             *term_rows[VAC_SALARY_IMPORT_N_TERMS];

  /* Borrowed, nullable: it outlives the dialog */
  VacSalaryLayouts      *layouts;

  /* Owned */
  VacDocument           *document;
  GFile                 *file;
  VacSalaryImport       *import;      /* the thread's while @running */
  VacSalaryImportResult *result;
  GCancellable          *cancellable;
  VacSalaryImportStep   *step;        /* while it is made ready */
  guint                  step_source;

  VacSalaryImportSettings found;      /* what the table says by itself */
  gboolean               running;
  gboolean               again;       /* settings changed while it ran */
  gboolean               showing;     /* settings are shown, not changed */
  gboolean               terms_edited; /* somebody has said something of the survey */
  guint                  progress_source;
};

void vac_import_dialog_show_step       (VacImportDialog          *self,
                                        const char               *name);
void vac_import_dialog_show_kinds      (VacImportDialog          *self);
void vac_import_dialog_take_layout     (VacImportDialog          *self);
void vac_import_dialog_forget_layout   (VacImportDialog          *self);
void vac_import_dialog_update_button   (VacImportDialog          *self);
void vac_import_dialog_show_settings   (VacImportDialog          *self);
void vac_import_dialog_read_settings   (VacImportDialog          *self,
                                        VacSalaryImportSettings  *settings);
gboolean vac_import_dialog_check_currency (VacImportDialog       *self);
void vac_import_dialog_fill_choices    (VacImportDialog          *self);
void vac_import_dialog_fill_survey     (VacImportDialog          *self);
void vac_import_dialog_show_survey     (VacImportDialog          *self);
void vac_import_dialog_take_survey     (VacImportDialog          *self);
void vac_import_dialog_apply           (VacImportDialog          *self);
void vac_import_dialog_stop_applying   (VacImportDialog          *self);
guint vac_import_dialog_count_chosen  (VacImportDialog          *self);
void vac_import_dialog_update_summary  (VacImportDialog          *self);
void vac_import_dialog_update_question (VacImportDialog          *self);
void vac_import_dialog_show_rows       (VacImportDialog          *self);
void vac_import_dialog_setup_row       (GtkSignalListItemFactory *factory,
                                        GtkListItem              *list_item);
void vac_import_dialog_bind_row        (VacImportDialog          *self,
                                        GtkListItem              *list_item);

G_END_DECLS
