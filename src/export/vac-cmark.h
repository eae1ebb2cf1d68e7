/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cmark.h>

#include "vac-outline.h"

G_BEGIN_DECLS

/**
 * VacCmarkUse:
 * @VAC_CMARK_MARKDOWN: what CommonMark has, and the tables of GitHub for figures; other rows
 *   become bullets
 * @VAC_CMARK_HTML: the body of a page: a header, tables
 * @VAC_CMARK_DESCRIPTION: what job boards take: paragraphs, bullets and line breaks, without the
 *   title and without emphasis
 */
typedef enum
{
  VAC_CMARK_MARKDOWN,
  VAC_CMARK_HTML,
  VAC_CMARK_DESCRIPTION,
} VacCmarkUse;

cmark_node *vac_cmark_build (VacOutline *outline,
                             VacCmarkUse use);
char       *vac_cmark_to_html (VacOutline *outline,
                               VacCmarkUse use);

G_END_DECLS
