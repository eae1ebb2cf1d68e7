/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vac-document.h"
#include "vac-export.h"

G_BEGIN_DECLS

/**
 * VacManyFilesFunc:
 * @files: (nullable) (element-type GFile): what was chosen; %NULL when nothing was
 * @user_data: whatever was passed along
 */
typedef void (*VacManyFilesFunc) (GListModel *files,
                                  gpointer    user_data);

/**
 * VacManyHost:
 * @find_document: returns the document of the window that shows a file, with all that was typed
 *   into it; %NULL for a file that is not open
 * @show: opens a file, and shows a place in it, the path of a node; empty for none
 * @show_new: shows a new posting that is not saved
 * @choose_folder: asks for a folder and passes it on
 * @changed: (nullable): files have changed: lists may look again
 * @formats: what the program can export; borrowed
 * @settings: where formats are remembered; borrowed
 * @user_data: for the functions
 *
 * What actions on many postings need from the program. All of it is to live as long as the actions.
 */
typedef struct
{
  VacDocument *(*find_document) (const char       *path,
                                 gpointer          user_data);
  void         (*show)          (const char       *path,
                                 const char       *place,
                                 gpointer          user_data);
  void         (*show_new)      (VacDocument      *document,
                                 gpointer          user_data);
  void         (*choose_folder) (GtkWindow        *parent,
                                 const char       *title,
                                 const char       *accept,
                                 VacManyFilesFunc  callback,
                                 gpointer          callback_data,
                                 gpointer          user_data);
  void         (*changed)       (gpointer          user_data);
  const VacFormats *formats;
  GSettings        *settings;
  gpointer          user_data;
} VacManyHost;

GActionGroup *vac_many_actions_new (GtkWindow         *window,
                                    AdwToastOverlay   *toasts,
                                    GListModel        *entries,
                                    const VacManyHost *host);

G_END_DECLS
