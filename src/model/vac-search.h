/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-document.h"
#include "vac-pattern.h"

G_BEGIN_DECLS

/**
 * VacSearchScope:
 * @VAC_SEARCH_HEADINGS: the title of the job, and the headings of what candidates read
 * @VAC_SEARCH_TEXTS: the paragraphs of that
 * @VAC_SEARCH_BULLETS: its bullets, with their labels
 * @VAC_SEARCH_FACTS: the details of the job, as far as they are words
 * @VAC_SEARCH_TEAM: all that is for the hiring team: sections, advice, tables
 * @VAC_SEARCH_EVERYWHERE: all of them
 *
 * Where in a posting words are looked for. Each text belongs to one of these.
 */
typedef enum
{
  VAC_SEARCH_HEADINGS = 1 << 0,
  VAC_SEARCH_TEXTS = 1 << 1,
  VAC_SEARCH_BULLETS = 1 << 2,
  VAC_SEARCH_FACTS = 1 << 3,
  VAC_SEARCH_TEAM = 1 << 4,
  VAC_SEARCH_EVERYWHERE = (1 << 5) - 1,
} VacSearchScope;

/**
 * VacMatch:
 * @node: a text of the document; a reference
 * @start: where in it the words begin that were found, in bytes
 * @length: how many bytes they have
 *
 * A place in a document where the words are that were looked for.
 */
typedef struct
{
  VacNode *node;
  gsize    start;
  gsize    length;
} VacMatch;

/**
 * VacReplaced:
 * @n_replaced: how many places were changed
 * @n_kept: how many stay as they were, because their text would not be right any more
 * @reason: (nullable): a sentence that says why, for the first of these
 *
 * What became of all places.
 */
typedef struct
{
  guint n_replaced;
  guint n_kept;
  char *reason;
} VacReplaced;

typedef struct _VacSearch VacSearch;

VacSearch *vac_search_new         (VacDocument     *document,
                                   const char      *words,
                                   VacPatternFlags  flags,
                                   VacSearchScope   scope);
void       vac_search_free        (VacSearch       *self);
GArray    *vac_search_find_all    (VacSearch       *self);
guint      vac_search_find_in     (VacSearch       *self,
                                   VacNode         *node,
                                   GArray          *passages);
guint      vac_search_find_from   (const GArray    *matches,
                                   VacNode         *node,
                                   gsize            start);

gboolean   vac_search_check       (VacSearch       *self,
                                   const VacMatch  *match,
                                   const char      *replacement,
                                   GError         **error);
gboolean   vac_search_replace     (VacSearch       *self,
                                   const VacMatch  *match,
                                   const char      *replacement,
                                   GError         **error);
void       vac_search_replace_all (VacSearch       *self,
                                   const char      *replacement,
                                   VacReplaced     *result);
void       vac_search_replace_these (VacSearch     *self,
                                   const GArray    *matches,
                                   const char      *replacement,
                                   VacReplaced     *result);

void       vac_replaced_clear     (VacReplaced     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VacSearch, vac_search_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VacReplaced, vac_replaced_clear)

G_END_DECLS
