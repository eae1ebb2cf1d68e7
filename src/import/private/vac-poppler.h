/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/* What is used of poppler-glib. */
#define VAC_POPPLER_FUNCTIONS(FUNCTION)                                                            \
  FUNCTION (poppler_error_quark)                                                                   \
  FUNCTION (poppler_document_new_from_bytes)                                                       \
  FUNCTION (poppler_document_get_title)                                                            \
  FUNCTION (poppler_document_get_n_pages)                                                          \
  FUNCTION (poppler_document_get_page)                                                             \
  FUNCTION (poppler_page_get_size)                                                                 \
  FUNCTION (poppler_page_get_text)                                                                 \
  FUNCTION (poppler_page_get_text_for_area)                                                        \
  FUNCTION (poppler_page_get_text_layout_for_area)                                                 \
  FUNCTION (poppler_page_get_text_attributes_for_area)                                             \
  FUNCTION (poppler_page_free_text_attributes)

/* The functions of the library, each under its own name. */
typedef struct
{
#define VAC_POPPLER_MEMBER(name) __typeof__ (name) *name;
  VAC_POPPLER_FUNCTIONS (VAC_POPPLER_MEMBER)
#undef VAC_POPPLER_MEMBER
} VacPoppler;

const VacPoppler *vac_poppler_load (GError **error);

G_END_DECLS
