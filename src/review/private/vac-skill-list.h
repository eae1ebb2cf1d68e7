/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* When what is written like a skill is one. The last two are also ordinary words. */
typedef enum
{
  VAC_SKILL_ANY_CASE,
  VAC_SKILL_AS_WRITTEN,
  VAC_SKILL_WITHIN,        /* as written, where only a name has a capital letter */
  VAC_SKILL_AMONG,         /* as written, next to another skill of its kind */
} VacSkillUse;

typedef struct
{
  char *name;
  char *kind;              /* nullable */
} VacSkill;

/* A way to write a skill. */
typedef struct
{
  const VacSkill *skill;
  VacSkillUse     use;
  char           *text;    /* folded, if its case does not matter */
  gsize           lead;    /* bytes before its first letter or digit, which all are ASCII */
} VacSkillForm;

gboolean   vac_skill_list_joins     (gunichar     a,
                                     gunichar     b);
char      *vac_skill_list_take_word (const char **text,
                                     const char  *end);

GPtrArray *vac_skill_list_find      (const char  *word);
gboolean   vac_skill_list_is_link   (const char  *word);
gboolean   vac_skill_list_is_mark   (const char  *word);

G_END_DECLS
