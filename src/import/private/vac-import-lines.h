/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-draft.h"

G_BEGIN_DECLS

/*
 * VacLineFlags:
 * @VAC_LINE_STRONG: all of it is bold
 * @VAC_LINE_ALONE: it has a blank line, or a margin, before and after it
 * @VAC_LINE_BEFORE_LIST: a list follows it
 *
 * How a line looks that may be a heading.
 */
typedef enum
{
  VAC_LINE_STRONG      = 1 << 0,
  VAC_LINE_ALONE       = 1 << 1,
  VAC_LINE_BEFORE_LIST = 1 << 2,
} VacLineFlags;

gboolean vac_line_is_heading    (const char   *text,
                                 const char   *language,
                                 VacLineFlags  flags);
char    *vac_line_drop_ornaments (const char  *text);
char    *vac_line_split_label   (const char   *text,
                                 gunichar      sign,
                                 const char  **value);
void     vac_draft_add_lines    (VacDraft     *draft,
                                 const char   *text,
                                 gboolean      wrapped,
                                 const char   *origin);
char    *vac_import_unwrap      (const char   *text,
                                 gboolean      is_list);
const char *vac_draft_guess_language (VacDraft *draft,
                                 const char   *text);

G_END_DECLS
