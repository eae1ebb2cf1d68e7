/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"

G_BEGIN_DECLS

/**
 * VacNewItem:
 * @list: (nullable): the items that it would join, or is among; %NULL when there is no such section
 * @item: (nullable): the entry of the posting, when it is one that could be taken out
 * @place: the heading of that section, or its id when there is none
 * @text: its text
 * @origin: what adds it
 * @present: whether the list has an item with this text already
 * @edited: of what could be added: whether the list has one that @origin added and somebody edited
 *   since; of what could be taken out: whether it is one
 * @aspect: whether it is what sets the job apart in an industry
 * @wanted: whether to add it, or to take it out
 */
typedef struct
{
  VacNode  *list;
  VacNode  *item;
  char     *place;
  char     *text;
  char     *origin;
  gboolean  present;
  gboolean  edited;
  gboolean  aspect;
  gboolean  wanted;
} VacNewItem;

const char *vac_additions_get_origin     (VacNode     *source);
GPtrArray  *vac_additions_of_variation   (VacDocument *document,
                                          VacNode     *variation);
GPtrArray  *vac_additions_of_industry    (VacDocument *document,
                                          VacNode     *industry,
                                          VacNode     *section);
guint       vac_additions_prefer         (GPtrArray   *additions,
                                          VacNode     *section);
guint       vac_additions_apply          (VacDocument *document,
                                          GPtrArray   *additions,
                                          const char  *label);

GPtrArray  *vac_additions_list_added     (VacDocument *document,
                                          VacNode     *source);
GPtrArray  *vac_additions_list_others    (VacDocument *document,
                                          VacNode     *source);
gboolean    vac_additions_conflict       (VacNode     *variation,
                                          VacNode     *other);
guint       vac_additions_take_out       (VacDocument *document,
                                          GPtrArray   *added,
                                          const char  *label);

GPtrArray  *vac_additions_list_sections  (VacDocument *document);
guint       vac_additions_find_default   (GPtrArray   *sections);

G_END_DECLS
