/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-code-row.h"
#include "vac-draft-dialog.h"
#include "vac-page-view.h"
#include "vac-panes.h"
#include "vac-recognition.h"

G_BEGIN_DECLS

struct _VacDraftDialog
{
  VacDialog parent_instance;

  /* Template widgets */
  GtkWidget           *header;
  AdwWindowTitle      *window_title;
  GtkStack            *stack;
  GtkSpinner          *spinner;
  VacPanes            *panes;
  GtkBox              *remarks_box;
  AdwPreferencesGroup *settings_group;
  AdwComboRow         *draft_row;
  AdwComboRow         *place_row;
  AdwComboRow         *existing_row;
  AdwPreferencesGroup *facts_group;
  GtkListBox          *facts_list;
  AdwPreferencesGroup *sections_group;
  GtkBox              *sections_box;
  VacPageView         *page_view;
  GtkActionBar        *switch_bar;
  GtkToggleButton     *source_button;

  /* Borrowed: in the template */
  VacCodeRow          *language_row;

  /* Owned */
  VacDocument         *document;      /* of the parent: what may be imported into */
  GPtrArray           *drafts;        /* of VacDraft; NULL while they are read */
  VacRecognition      *recognition;   /* of the draft that is shown */
  VacDocument         *result;        /* what the page shows */
  GPtrArray           *part_rows;     /* borrowed rows of the parts, by position; nullable */
  GPtrArray           *cards;         /* borrowed lists of the sections, by position; nullable */
  GCancellable        *cancellable;

  VacDraftPlace        place;
  guint                show_source;   /* shows that reading takes a while */
  guint                refresh_source;
  gboolean             filling;       /* rows are being made: nobody chose anything */
  gboolean             narrow;        /* there is room for one pane only */
};

/* Each file calls into those above it alone. */

/* vac-draft-facts.c */
char *vac_draft_shorten      (const char         *text,
                              guint               longest);
const char *vac_draft_name_subject (const VacFoundFact *fact);
char *vac_draft_name_field   (const VacFoundFact *fact);
void  vac_draft_show_facts   (VacDraftDialog *self);

/* vac-draft-sections.c */
void  vac_draft_show_sections (VacDraftDialog *self);
void  vac_draft_update_parts  (VacDraftDialog *self);
void  vac_draft_go_to_part    (VacDraftDialog *self,
                               guint           part);

G_END_DECLS
