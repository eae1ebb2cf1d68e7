/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

/* The steps of one document; only vac-document.c uses it. */
typedef struct _VacHistory VacHistory;

typedef void (*VacHistoryFunc) (VacNode *changed,
                                gpointer user_data);

VacHistory *vac_history_new            (void);
void        vac_history_free           (VacHistory    *self);
VacNode    *vac_history_perform        (VacHistory    *self,
                                        const VacEdit *edit,
                                        guint64        state,
                                        guint64        saved_state);
void        vac_history_begin          (VacHistory    *self,
                                        const char    *label);
void        vac_history_end            (VacHistory    *self);
gboolean    vac_history_is_open        (VacHistory    *self);
void        vac_history_join           (VacHistory    *self,
                                        guint64        state,
                                        guint64        saved_state);
void        vac_history_add_barrier    (VacHistory    *self);
VacNode    *vac_history_undo           (VacHistory    *self,
                                        VacHistoryFunc changed,
                                        gpointer       user_data);
VacNode    *vac_history_redo           (VacHistory    *self,
                                        VacHistoryFunc changed,
                                        gpointer       user_data);
gboolean    vac_history_can_undo       (VacHistory    *self);
gboolean    vac_history_can_redo       (VacHistory    *self);
const char *vac_history_get_undo_label (VacHistory    *self);
const char *vac_history_get_redo_label (VacHistory    *self);
guint64     vac_history_get_state      (VacHistory    *self);

G_END_DECLS
