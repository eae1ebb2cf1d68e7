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
  GString *line = g_string_new (NULL);

  g_return_val_if_fail (facts != NULL && language != NULL, g_string_free (line, FALSE));

  for (guint i = 0; i < facts->len; i++)
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
      if (i > 0)
        g_string_append (line, vac_phrase_get (language, VAC_PHRASE_BETWEEN_FACTS));
      g_string_append (line, labelled != NULL ? labelled : text);
      if (ends != NULL)
        ends[i] = line->len;
    }

  return g_string_free (line, FALSE);
}
