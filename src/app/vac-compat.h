/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the platform does differently from one version to the next, behind small functions. */

/**
 * VacFilesFunc:
 * @files: (nullable) (element-type GFile): what was chosen; %NULL when nothing was
 */
typedef void (*VacFilesFunc) (GListModel *files,
                              gpointer    user_data);

/**
 * VacAnswerFunc:
 * @answer: the id of the response; that of the close response when the question was put away
 */
typedef void (*VacAnswerFunc) (const char *answer,
                               gpointer    user_data);

typedef enum
{
  VAC_CHOOSE_OPEN,
  VAC_CHOOSE_TABLE,
  VAC_CHOOSE_SAVE,
  VAC_CHOOSE_FOLDER,
} VacChoose;

typedef struct
{
  const char                 *id;
  const char                 *label;
  AdwResponseAppearance       appearance;
} VacAnswer;

char *vac_dup_documents_folder (void);
void vac_choose_files (GtkWindow       *parent,
                       VacChoose        choose,
                       const char      *title,
                       const char      *accept,
                       const char      *name,
                       GFile           *folder,
                       VacFilesFunc     callback,
                       gpointer         user_data);
GtkWidget *vac_ask    (GtkWindow       *parent,
                       const char      *heading,
                       const char      *body,
                       const VacAnswer *answers,
                       const char      *preferred,
                       VacAnswerFunc    callback,
                       gpointer         user_data);
void vac_tell         (GtkWindow       *parent,
                       const char      *heading,
                       const char      *body);
void vac_show_about   (GtkWindow       *parent);
void vac_open_uri     (GtkWindow       *parent,
                       const char      *uri);
void vac_show_in_folder (GtkWindow     *parent,
                       GFile           *file);

G_END_DECLS
