/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vac-search.h"

G_BEGIN_DECLS

struct _VacSearch
{
  /* Owned */
  VacDocument    *document;
  VacPattern     *pattern;
  GArray         *passages;   /* of VacPassage; of the text that is looked through */

  VacSearchScope  scope;
};

G_END_DECLS
