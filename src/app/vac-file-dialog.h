/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-safe-file.h"

G_BEGIN_DECLS

/**
 * VacFilesFunc:
 * @files: (nullable) (element-type GFile): what was chosen; %NULL when nothing was
 */
typedef void (*VacFilesFunc) (GListModel *files,
                              gpointer    user_data);

typedef enum
{
  VAC_CHOOSE_OPEN,
  VAC_CHOOSE_SOURCE,
  VAC_CHOOSE_TABLE,
  VAC_CHOOSE_PICTURE,
  VAC_CHOOSE_SAVE,
  VAC_CHOOSE_FOLDER,
} VacChoose;

char *vac_dup_documents_folder (void);
void  vac_choose_files         (GtkWindow    *parent,
                                VacChoose     choose,
                                const char   *title,
                                const char   *accept,
                                const char   *name,
                                GFile        *folder,
                                VacFilesFunc  callback,
                                gpointer      user_data);
VacWriteFlags vac_chosen_file_get_flags (GFile *file);

G_END_DECLS
