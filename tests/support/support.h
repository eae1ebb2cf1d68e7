/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

/* Files and postings that tests start from. Whatever cannot be read fails the test. */

/* Pictures of two pixels, blue and red. */
#define SUPPORT_PICTURE \
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAA" \
  "D0lEQVR42mOQit/yH4gbABASA9qoJYbqAAAAAElFTkSuQmCC"
#define SUPPORT_OTHER_PICTURE \
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAA" \
  "D0lEQVR42mM4ISf3H4gbABEAA4hv9NCBAAAAAElFTkSuQmCC"

/* Paths are relative to the folder “tests”. */
#define SUPPORT_GUIDE "../data/guides/machine-learning-engineer.json"

void         support_use_own_state     (void);
void         support_clear_own_state   (void);
char        *support_make_path         (const char *path);
GBytes      *support_load_bytes        (const char *path);
VacDocument *support_load_document     (const char *path);
VacDocument *support_load_guide        (void);
GStrv        support_list_guides       (void);
GStrv        support_list_postings     (void);
VacDocument *support_load_posting      (const char *name);

VacDocument *support_read_text         (const char *text);
GBytes      *support_quoted_bytes      (const char *quoted);
VacDocument *support_read_quoted       (const char *quoted);
VacDocument *support_read_job          (const char *language,
                                        const char *title,
                                        const char *job,
                                        const char *sections);

void         support_set               (VacDocument *document,
                                        VacNode    *record,
                                        VacRole     role,
                                        const char *text);
VacNode     *support_append            (VacDocument *document,
                                        VacNode    *list);

char        *support_bytes_to_text     (GBytes     *bytes);
char        *support_write_text        (VacDocument *document);
void         support_assert_same_bytes (GBytes     *actual,
                                        GBytes     *expected);
void         support_assert_same_lines (const char *text,
                                        const char *expected);
void         support_assert_same_documents (VacDocument *actual,
                                        VacDocument *expected);

G_END_DECLS
