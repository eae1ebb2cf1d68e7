/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

/**
 * VacNewItem:
 * @list: (nullable): the items that it would join; %NULL when there is no such section
 * @place: the heading of that section, or its id when there is none
 * @text: its text
 * @present: whether the list has an item with this text already
 * @wanted: whether to add it
 */
typedef struct
{
  VacNode  *list;
  char     *place;
  char     *text;
  gboolean  present;
  gboolean  wanted;
} VacNewItem;

GPtrArray *vac_additions_of_variation    (VacDocument *document,
                                          VacNode     *variation);
GPtrArray *vac_additions_of_industry     (VacNode     *industry,
                                          VacNode     *section);
guint      vac_additions_apply           (VacDocument *document,
                                          GPtrArray   *additions,
                                          const char  *label);
GPtrArray *vac_additions_list_sections   (VacDocument *document);
guint      vac_additions_find_default    (GPtrArray   *sections);

G_END_DECLS
