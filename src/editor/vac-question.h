/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * VacAnswerFunc:
 * @answer: the id of the response; that of the close response when the dialog was dismissed
 */
typedef void (*VacAnswerFunc) (const char *answer,
                               gpointer    user_data);

typedef struct
{
  const char                 *id;
  const char                 *label;
  AdwResponseAppearance       appearance;
} VacAnswer;

GtkWidget *vac_ask  (GtkWindow       *parent,
                     const char      *heading,
                     const char      *body,
                     const VacAnswer *answers,
                     const char      *preferred,
                     VacAnswerFunc    callback,
                     gpointer         user_data);
void       vac_tell (GtkWindow       *parent,
                     const char      *heading,
                     const char      *body);

G_END_DECLS
