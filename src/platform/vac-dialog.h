/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VAC_TYPE_DIALOG (vac_dialog_get_type ())

/* Whoever uses a dialog sees nothing of which of both it is. */
#if ADW_CHECK_VERSION(1, 5, 0)
G_DECLARE_DERIVABLE_TYPE (VacDialog, vac_dialog, VAC, DIALOG, AdwDialog)
#else
G_DECLARE_DERIVABLE_TYPE (VacDialog, vac_dialog, VAC, DIALOG, AdwWindow)
#endif

/**
 * VacDialogClass:
 * @close_request: returns whether it stays open; classes that let it close chain up
 */
struct _VacDialogClass
{
#if ADW_CHECK_VERSION(1, 5, 0)
  AdwDialogClass parent_class;
#else
  AdwWindowClass parent_class;
#endif

  gboolean (*close_request) (VacDialog *self);
};

VacDialog *vac_dialog_new         (GtkWindow   *window,
                                   const char  *title,
                                   GtkWidget   *content,
                                   int          width,
                                   int          height);
GtkWidget *vac_dialog_get_content (VacDialog   *self);
AdwHeaderBar *vac_dialog_get_header (VacDialog *self);
GtkWidget *vac_dialog_add_accept  (VacDialog   *self,
                                   const char  *label);
void       vac_dialog_add_actions (VacDialog   *self,
                                   const char  *prefix,
                                   GActionMap  *actions);
GtkWindow *vac_dialog_get_window  (VacDialog   *self);
void       vac_dialog_set_title   (VacDialog   *self,
                                   const char  *title);
void       vac_dialog_set_default (VacDialog   *self,
                                   GtkWidget   *widget);
void       vac_dialog_stay_beside (VacDialog  *self);
void       vac_dialog_present     (VacDialog   *self);
void       vac_dialog_close       (VacDialog   *self);
void       vac_dialog_destroy     (VacDialog   *self);

G_END_DECLS
