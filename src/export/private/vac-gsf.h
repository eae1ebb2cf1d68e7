/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gsf/gsf.h>

G_BEGIN_DECLS

/* What is used of libgsf. */
#define VAC_GSF_FUNCTIONS(FUNCTION)                                                                \
  FUNCTION (gsf_outfile_new_child_full)                                                            \
  FUNCTION (gsf_outfile_zip_get_type)                                                              \
  FUNCTION (gsf_outfile_zip_new)                                                                   \
  FUNCTION (gsf_output_close)                                                                      \
  FUNCTION (gsf_output_memory_get_bytes)                                                           \
  FUNCTION (gsf_output_memory_get_type)                                                            \
  FUNCTION (gsf_output_memory_new)                                                                 \
  FUNCTION (gsf_output_size)                                                                       \
  FUNCTION (gsf_output_write)

/* The functions of the library, each under its own name. */
typedef struct
{
#define VAC_GSF_MEMBER(name) __typeof__ (name) *name;
  VAC_GSF_FUNCTIONS (VAC_GSF_MEMBER)
#undef VAC_GSF_MEMBER
} VacGsf;

const VacGsf *vac_gsf (void);

G_END_DECLS
