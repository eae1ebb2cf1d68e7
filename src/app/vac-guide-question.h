/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-guide-update.h"

G_BEGIN_DECLS

/**
 * VacGuideAnswerFunc:
 * @chosen: (element-type utf8): the digests of the changes that the guide shall have
 * @kept: (element-type utf8): of those that are for the posting alone
 *
 * Called once, unless the question was closed without an answer.
 */
typedef void (*VacGuideAnswerFunc) (GHashTable *chosen,
                                    GHashTable *kept,
                                    gpointer    user_data);

void vac_guide_question_show (GtkWindow          *parent,
                              VacGuideUpdate     *update,
                              const char         *title,
                              VacGuideAnswerFunc  callback,
                              gpointer            user_data,
                              GDestroyNotify      destroy);

G_END_DECLS
