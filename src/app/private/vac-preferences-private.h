/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-document.h"

G_BEGIN_DECLS

/* vac-preferences-row.c */
char      *vac_preferences_row_dup_title       (AdwPreferencesRow *row);
GtkWidget *vac_preferences_reset_button_new    (GtkWidget       *row);
void       vac_preferences_offer_reset         (GtkWidget       *row,
                                                GSettings       *settings,
                                                const char      *key);
AdwToast  *vac_preferences_add_undo_toast      (GtkWidget       *widget,
                                                const char      *sentence,
                                                GCallback        undo,
                                                GObject         *what);

/* vac-preferences-new.c */
void       vac_preferences_add_new_postings    (AdwPreferencesPage *page,
                                                GSettings       *settings,
                                                VacDocument     *posting);

/* vac-preferences-review.c */
void       vac_preferences_add_review          (AdwPreferencesPage *page,
                                                GSettings       *settings,
                                                const char      *language);

/* vac-preferences-folders.c */
GtkWidget *vac_preferences_folders_new         (GSettings       *settings);

G_END_DECLS
