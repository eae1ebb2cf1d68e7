/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-outline-facts"

#include "config.h"

#include "vac-direction.h"
#include "vac-outline-facts.h"
#include "vac-phrase.h"

static void
clear_fact (gpointer data)
{
  VacBlockFact *fact = data;

  g_clear_pointer (&fact->label, g_free);
  g_clear_pointer (&fact->text, g_free);
  g_clear_object (&fact->node);
}

/**
 * vac_facts_new:
 *
 * Returns: (transfer full) (element-type VacBlockFact): no facts
 */
GArray *
vac_facts_new (void)
{
  GArray *facts = g_array_new (FALSE, TRUE, sizeof (VacBlockFact));

  g_array_set_clear_func (facts, clear_fact);

  return facts;
}

/**
 * vac_facts_add:
 * @facts: (element-type VacBlockFact): facts
 * @label: (nullable): what the fact is
 * @text: (nullable): what is read; nothing is added when it is blank
 * @node: (nullable): where in the document it comes from
 *
 * Adds a fact after the others.
 */
void
vac_facts_add (GArray     *facts,
               const char *label,
               const char *text,
               VacNode    *node)
{
  VacBlockFact fact = { 0 };

  g_return_if_fail (facts != NULL);

  fact.text = g_strstrip (g_strdup (text != NULL ? text : ""));
  if (*fact.text == '\0')
    {
      g_free (fact.text);
      return;
    }
  fact.label = g_strdup (label);
  g_set_object (&fact.node, node);
  g_array_append_val (facts, fact);
}

/**
 * vac_facts_get:
 * @facts: (element-type VacBlockFact): facts
 * @position: less than their number
 *
 * Returns: (transfer none): a fact
 */
const VacBlockFact *
vac_facts_get (GArray *facts,
               guint   position)
{
  g_return_val_if_fail (facts != NULL && position < facts->len, NULL);

  return &g_array_index (facts, VacBlockFact, position);
}

/**
 * vac_facts_get_caption:
 * @facts: (element-type VacBlockFact): facts
 * @position: of one of them
 * @language: the document's language
 *
 * Returns: (transfer none) (nullable): what stands above the fact where facts stand in columns
 */
const char *
vac_facts_get_caption (GArray     *facts,
                       guint       position,
                       const char *language)
{
  const VacBlockFact *fact = vac_facts_get (facts, position);
  const VacRole role = fact->node != NULL ? vac_node_get_role (fact->node) : VAC_ROLE_NONE;

  if (fact->label != NULL)
    return fact->label;
  switch (role)
    {
    case VAC_ROLE_LOCATIONS:
      return vac_phrase_get (language, VAC_PHRASE_LOCATION);
    case VAC_ROLE_WORKPLACE:
      return vac_phrase_get (language, VAC_PHRASE_WORKPLACE);
    case VAC_ROLE_EMPLOYMENT_TYPE:
    case VAC_ROLE_SEASONAL:
      return vac_phrase_get (language, VAC_PHRASE_EMPLOYMENT);
    default:
      return NULL;
    }
}

static gboolean
is_employment (GArray *facts,
               guint   position)
{
  VacNode *node = vac_facts_get (facts, position)->node;

  return node != NULL && (vac_node_get_role (node) == VAC_ROLE_EMPLOYMENT_TYPE ||
                          vac_node_get_role (node) == VAC_ROLE_SEASONAL);
}

/**
 * vac_facts_find_end:
 * @facts: (element-type VacBlockFact): facts
 * @first: the first one below a caption
 *
 * Returns: the position behind those that stand below the same caption: kinds of employment do
 */
guint
vac_facts_find_end (GArray *facts,
                    guint   first)
{
  guint end = first + 1;

  g_return_val_if_fail (facts != NULL && first < facts->len, end);

  while (end < facts->len && is_employment (facts, end) && is_employment (facts, end - 1))
    end++;

  return end;
}

/**
 * vac_facts_names_employer:
 * @facts: (element-type VacBlockFact): facts
 *
 * Returns: whether the first of them is the employer's name, which is read right below the title
 */
gboolean
vac_facts_names_employer (GArray *facts)
{
  VacNode *node;

  g_return_val_if_fail (facts != NULL, FALSE);

  node = facts->len > 0 ? vac_facts_get (facts, 0)->node : NULL;

  return node != NULL && vac_node_get_role (node) == VAC_ROLE_EMPLOYER_NAME;
}

/**
 * vac_facts_join_some:
 * @facts: (element-type VacBlockFact): facts
 * @first: the first fact of the line
 * @end: the first one behind it
 * @language: the document's language, which says what stands between them
 * @ends: (nullable) (array) (out caller-allocates): for each of these facts, at its place among
 *   @facts, takes how many bytes of the line it and what is before it take
 *
 * Returns: (transfer full): the facts as one line
 */
char *
vac_facts_join_some (GArray     *facts,
                     guint       first,
                     guint       end,
                     const char *language,
                     gsize      *ends)
{
  GString *line = g_string_new (NULL);

  g_return_val_if_fail (facts != NULL && language != NULL, g_string_free (line, FALSE));
  g_return_val_if_fail (first <= end && end <= facts->len, g_string_free (line, FALSE));

  for (guint i = first; i < end; i++)
    {
      const VacBlockFact *fact = vac_facts_get (facts, i);
      g_autofree char *text = vac_direction_keep (fact->text, language);
      g_autofree char *labelled = NULL;

      if (fact->label != NULL)
        {
          g_autofree char *run_in = vac_phrase_run_in (language, fact->label);
          g_autofree char *both = g_strconcat (run_in, text, NULL);

          labelled = vac_direction_keep (both, language);
        }
      if (i > first)
        g_string_append (line, vac_phrase_get (language, VAC_PHRASE_BETWEEN_FACTS));
      g_string_append (line, labelled != NULL ? labelled : text);
      if (ends != NULL)
        ends[i] = line->len;
    }

  return g_string_free (line, FALSE);
}

/**
 * vac_facts_join:
 * @facts: (element-type VacBlockFact): facts
 * @language: the document's language, which says what stands between them
 * @ends: (nullable) (array) (out caller-allocates): for each fact, takes how many bytes of the line
 *   it and what is before it take
 *
 * Returns: (transfer full): the facts as one line, for formats that do not tabulate them
 */
char *
vac_facts_join (GArray     *facts,
                const char *language,
                gsize      *ends)
{
  g_return_val_if_fail (facts != NULL, NULL);

  return vac_facts_join_some (facts, 0, facts->len, language, ends);
}

/**
 * vac_facts_join_bare:
 * @facts: (element-type VacBlockFact): facts
 * @first: the first fact of the line
 * @end: the first one behind it
 * @language: the document's language
 * @ends: (nullable) (array) (out caller-allocates): as of vac_facts_join_some()
 *
 * Returns: (transfer full): the facts as one line without their labels, for what has these above
 */
char *
vac_facts_join_bare (GArray     *facts,
                     guint       first,
                     guint       end,
                     const char *language,
                     gsize      *ends)
{
  g_autoptr (GArray) bare = vac_facts_new ();
  g_autofree gsize *bare_ends = g_new0 (gsize, end - first + 1);
  char *line;

  g_return_val_if_fail (facts != NULL && language != NULL, NULL);

  for (guint i = first; i < end; i++)
    vac_facts_add (bare, NULL, vac_facts_get (facts, i)->text, vac_facts_get (facts, i)->node);
  line = vac_facts_join (bare, language, bare_ends);
  for (guint i = first; ends != NULL && i < end; i++)
    ends[i] = bare_ends[i - first];

  return line;
}
