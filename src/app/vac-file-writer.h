/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vac-close-guard.h"

G_BEGIN_DECLS

/**
 * VacFileWords:
 * @title: of the question for a file
 * @accept: the answer that writes it
 * @written: the sentence that says that it is written
 * @failed: the heading above why it is not
 *
 * What is said around the writing of a file; (translatable).
 */
typedef struct
{
  const char *title;
  const char *accept;
  const char *written;
  const char *failed;
} VacFileWords;

extern const VacFileWords vac_comparison_words;

void vac_write_chosen_file (GtkWindow          *parent,
                            VacCloseGuard      *guard,
                            const VacFileWords *words,
                            const char         *name,
                            GBytes             *bytes);

G_END_DECLS
