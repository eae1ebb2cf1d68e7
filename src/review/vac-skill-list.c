/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-skill-list"

#include "config.h"

#include <string.h>

#include "vac-clause.h"
#include "vac-data-json.h"
#include "vac-skill-list.h"

/* The names of skills in data/skills.json. They are found by the first word of how they are
 * written, so that a text is read once, however many names there are. */

#define PATH VAC_RESOURCE_PATH "/skills.json"

typedef struct
{
  GHashTable *forms;   /* folded first word → GPtrArray of VacSkillForm, the longest first */
  GHashTable *links;   /* what may stand between the last two of a list */
  GHashTable *marks;   /* after which a verb follows, in English */
} List;

static const struct
{
  const char *member;
  VacSkillUse use;
} uses[] = {
  { "words", VAC_SKILL_ANY_CASE },
  { "exact", VAC_SKILL_AS_WRITTEN },
  { "inside", VAC_SKILL_WITHIN },
  { "among", VAC_SKILL_AMONG },
};

/*
 * vac_skill_list_joins:
 * @a: a character
 * @b: the next one
 *
 * A name in Latin letters ends where another script begins, as in "وPython" or "Python을".
 *
 * Returns: whether both are of one word
 */
gboolean
vac_skill_list_joins (gunichar a,
                      gunichar b)
{
  const GUnicodeScript of_a = g_unichar_get_script (a), of_b = g_unichar_get_script (b);

  if (!g_unichar_isalnum (a) || !(g_unichar_isalnum (b) || g_unichar_ismark (b)))
    return FALSE;

  return of_a == of_b || of_a == G_UNICODE_SCRIPT_COMMON || of_b == G_UNICODE_SCRIPT_COMMON ||
         of_b == G_UNICODE_SCRIPT_INHERITED;
}

/*
 * vac_skill_list_take_word:
 * @text: (inout): the beginning of a word; comes back as its end
 * @end: the end of the text
 *
 * Returns: (transfer full): the letters and digits of the word, folded; empty when there are none
 */
char *
vac_skill_list_take_word (const char **text,
                          const char  *end)
{
  GString *word = g_string_new (NULL);
  gunichar last = 0;

  for (const char *p = *text; p < end; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (last == 0 ? !g_unichar_isalnum (c) : !vac_skill_list_joins (last, c))
        break;
      g_string_append_unichar (word, vac_clause_fold (c));
      last = c;
      *text = g_utf8_next_char (p);
    }

  return g_string_free (word, FALSE);
}

static char *
fold_text (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (folded, vac_clause_fold (g_utf8_get_char (p)));

  return g_string_free (folded, FALSE);
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const gsize of_a = strlen ((*(const VacSkillForm **) a)->text);
  const gsize of_b = strlen ((*(const VacSkillForm **) b)->text);

  return of_a < of_b ? 1 : of_a > of_b ? -1 : 0;
}

static void
add_form (List           *list,
          const VacSkill *skill,
          VacSkillUse     use,
          const char     *text)
{
  VacSkillForm *form = g_new0 (VacSkillForm, 1);
  const char *at;
  g_autofree char *word = NULL;
  GPtrArray *forms;

  form->skill = skill;
  form->use = use;
  form->text = use == VAC_SKILL_ANY_CASE ? fold_text (text) : g_strdup (text);
  while (!g_ascii_isalnum (form->text[form->lead]))
    form->lead++;
  at = form->text + form->lead;
  word = vac_skill_list_take_word (&at, at + strlen (at));
  forms = g_hash_table_lookup (list->forms, word);
  if (forms == NULL)
    {
      forms = g_ptr_array_new ();
      g_hash_table_insert (list->forms, g_steal_pointer (&word), forms);
    }
  g_ptr_array_add (forms, form);
  g_ptr_array_sort (forms, compare_lengths);
}

static void
add_skill (List        *list,
           VacDataJson  object)
{
  VacSkill *skill = g_new0 (VacSkill, 1);
  gboolean has_form = FALSE;

  skill->name = vac_data_json_dup_member (object, "name");
  skill->kind = vac_data_json_dup_member (object, "kind");
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      g_auto (GStrv) texts = vac_data_json_dup_list (object, uses[i].member);

      for (guint j = 0; texts != NULL && texts[j] != NULL; j++)
        add_form (list, skill, uses[i].use, texts[j]);
      has_form = has_form || texts != NULL;
    }
  if (!has_form)
    add_form (list, skill, VAC_SKILL_ANY_CASE, skill->name);
}

static List *
load_list (void)
{
  g_autoptr (VacJson) json = vac_data_json_load (PATH);
  const VacDataJson root = vac_data_json_get_root (json);
  List *list = g_new0 (List, 1);
  VacDataJsonIter iter;
  VacDataJson skill;

  list->forms = g_hash_table_new (g_str_hash, g_str_equal);
  vac_data_json_iter_init (&iter, vac_data_json_get_member (root, "skills"));
  while (vac_data_json_iter_next (&iter, NULL, &skill))
    add_skill (list, skill);
  list->links = vac_data_json_dup_set (root, "links");
  list->marks = vac_data_json_dup_set (root, "verb-marks");

  return list;
}

/* It stays for as long as the program runs. Any thread may ask. */
static const List *
get_list (void)
{
  static gsize loaded;

  if (g_once_init_enter (&loaded))
    g_once_init_leave (&loaded, (gsize) load_list ());

  return (const List *) loaded;
}

/*
 * vac_skill_list_find:
 * @word: a word, folded
 *
 * Returns: (transfer none) (nullable) (element-type VacSkillForm): the ways to write a skill whose
 *   first word that is, the longest first
 */
GPtrArray *
vac_skill_list_find (const char *word)
{
  return g_hash_table_lookup (get_list ()->forms, word);
}

/*
 * vac_skill_list_is_link:
 * @word: what stands between two words, folded
 *
 * Returns: whether it joins them to a list
 */
gboolean
vac_skill_list_is_link (const char *word)
{
  return g_hash_table_contains (get_list ()->links, word);
}

/*
 * vac_skill_list_is_mark:
 * @word: a word, folded
 *
 * Returns: whether a verb may follow it: "to excel"
 */
gboolean
vac_skill_list_is_mark (const char *word)
{
  return g_hash_table_contains (get_list ()->marks, word);
}
