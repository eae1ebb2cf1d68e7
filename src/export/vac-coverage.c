/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-coverage"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-audience.h"
#include "vac-coverage.h"
#include "vac-interview.h"
#include "vac-parts.h"
#include "vac-wording.h"

/* A question or a criterion names the required qualifications that it assesses by their ids. An
 * entry gets an id when it is first named. */

/* How many letters of a word count: endings differ ("explain", "explaining"). */
#define STEM_LETTERS 6
#define FEWEST_LETTERS 4

static void
list_qualifications (VacDocument *document,
                     VacNode     *list,
                     GPtrArray   *found)
{
  for (guint i = 0; list != NULL && i < vac_node_get_n_children (list); i++)
    {
      VacNode *section = vac_node_get_child (list, i);
      VacNode *items = vac_node_get (section, VAC_ROLE_SECTION_ITEMS);

      if (items == NULL || !vac_audience_sees (VAC_AUDIENCE_CANDIDATE, document, section))
        continue;
      for (guint j = 0; vac_parts_contain (VAC_PART_QUALIFICATIONS, section) &&
                        j < vac_node_get_n_children (items); j++)
        {
          VacNode *item = vac_node_get_child (items, j);

          if (!vac_node_is_empty (item) &&
              vac_audience_sees_part (VAC_AUDIENCE_CANDIDATE, document, item))
            g_ptr_array_add (found, g_object_ref (item));
        }
      list_qualifications (document, vac_node_get (section, VAC_ROLE_SUBSECTIONS), found);
    }
}

static void
list_questions (VacDocument *document,
                GPtrArray   *found)
{
  g_autoptr (GPtrArray) parts = vac_interview_list_parts (document);

  for (guint i = 0; i < parts->len; i++)
    {
      VacNode *items = vac_node_get (parts->pdata[i], VAC_ROLE_SECTION_ITEMS);

      for (guint j = 0; j < vac_node_get_n_children (items); j++)
        {
          VacNode *item = vac_node_get_child (items, j);

          if (!vac_node_is_empty (item) &&
              vac_audience_sees_part (VAC_AUDIENCE_TEAM, document, item))
            g_ptr_array_add (found, g_object_ref (item));
        }
    }
}

static void
list_criteria (VacDocument *document,
               GPtrArray   *found)
{
  VacNode *assessments = vac_document_get (document, VAC_ROLE_ASSESSMENTS);

  for (guint i = 0; i < vac_node_get_n_children (assessments); i++)
    {
      VacNode *criteria = vac_node_get (vac_node_get_child (assessments, i), VAC_ROLE_CRITERIA);

      for (guint j = 0; criteria != NULL && j < vac_node_get_n_children (criteria); j++)
        g_ptr_array_add (found, g_object_ref (vac_node_get_child (criteria, j)));
    }
}

/**
 * vac_coverage_new:
 * @document: a document
 *
 * Returns: (transfer full): what it asks for and what its interviews assess
 */
VacCoverage *
vac_coverage_new (VacDocument *document)
{
  VacCoverage *self;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  self = g_new0 (VacCoverage, 1);
  self->document = g_object_ref (document);
  self->qualifications = g_ptr_array_new_with_free_func (g_object_unref);
  self->means = g_ptr_array_new_with_free_func (g_object_unref);
  list_qualifications (document, vac_document_get (document, VAC_ROLE_SECTIONS),
                       self->qualifications);
  list_questions (document, self->means);
  list_criteria (document, self->means);

  return self;
}

/**
 * vac_coverage_free:
 * @self: (transfer full): a coverage
 */
void
vac_coverage_free (VacCoverage *self)
{
  g_ptr_array_unref (self->qualifications);
  g_ptr_array_unref (self->means);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->frequent, g_hash_table_unref);
  g_object_unref (self->document);
  g_free (self);
}

/**
 * vac_coverage_count:
 * @self: a coverage
 * @node: one of its qualifications or of its means
 *
 * Returns: of a qualification: how many means assess it; of one of these: how many qualifications
 *   it assesses
 */
guint
vac_coverage_count (VacCoverage *self,
                    VacNode     *node)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL && VAC_IS_NODE (node), 0);

  for (guint i = 0; i < self->means->len; i++)
    for (guint j = 0; j < self->qualifications->len; j++)
      if ((node == self->means->pdata[i] || node == self->qualifications->pdata[j]) &&
          vac_coverage_has (self->means->pdata[i], self->qualifications->pdata[j]))
        n++;

  return n;
}

/* What can be guessed from shared words */

static void
take_words (GHashTable *words,
            const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (const char *p = folded; *p != '\0';)
    {
      const char *end = p;
      const char *stem = p;
      guint n_letters = 0;

      for (; g_unichar_isalpha (g_utf8_get_char (end)); n_letters++)
        {
          end = g_utf8_next_char (end);
          if (n_letters < STEM_LETTERS)
            stem = end;
        }
      if (n_letters >= FEWEST_LETTERS)
        g_hash_table_add (words, g_strndup (p, (gsize) (stem - p)));
      p = n_letters > 0 ? end : g_utf8_next_char (p);
    }
}

static GHashTable *
collect_words (VacNode *node)
{
  static const VacRole roles[] = {
    VAC_ROLE_ITEM_LABEL,      VAC_ROLE_ITEM_TEXT,      VAC_ROLE_ITEM_LISTEN_FOR,
    VAC_ROLE_CRITERION_TITLE, VAC_ROLE_CRITERION_WEAK, VAC_ROLE_CRITERION_GOOD,
    VAC_ROLE_CRITERION_STRONG
  };
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (vac_node_get (node, roles[i]) != NULL)
      take_words (words, vac_node_get_member_text (node, roles[i]));

  return words;
}

/* How many of some nodes share each word; what more than @most do tells nothing. */
static void
add_frequent (VacCoverage *self,
              guint        first,
              guint        n_nodes,
              guint        most)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = first; i < first + n_nodes; i++)
    {
      GHashTableIter iter;
      gpointer word;

      g_hash_table_iter_init (&iter, self->words->pdata[i]);
      while (g_hash_table_iter_next (&iter, &word, NULL))
        {
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, word)) + 1;

          g_hash_table_insert (counts, word, GUINT_TO_POINTER (n));
          if (n > most)
            g_hash_table_add (self->frequent, g_strdup (word));
        }
    }
}

static void
prepare_words (VacCoverage *self)
{
  const guint n_qualifications = self->qualifications->len;
  const guint n_means = self->means->len;

  if (self->words != NULL)
    return;

  self->words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  self->frequent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n_qualifications; i++)
    g_ptr_array_add (self->words, collect_words (self->qualifications->pdata[i]));
  for (guint i = 0; i < n_means; i++)
    g_ptr_array_add (self->words, collect_words (self->means->pdata[i]));
  add_frequent (self, 0, n_qualifications, MAX (1, n_qualifications / 6));
  add_frequent (self, n_qualifications, n_means, MAX (2, n_means / 8));
}

/**
 * vac_coverage_is_offered:
 * @self: a coverage
 * @means: one of its means, by position
 * @qualification: one of its qualifications, by position
 *
 * A guess, from words that the two share and few others have. It is never stored by itself.
 *
 * Returns: whether one may assess the other, which does not say so yet
 */
gboolean
vac_coverage_is_offered (VacCoverage *self,
                         guint        means,
                         guint        qualification)
{
  GHashTable *words;
  GHashTableIter iter;
  gpointer word;

  g_return_val_if_fail (self != NULL && means < self->means->len, FALSE);
  g_return_val_if_fail (qualification < self->qualifications->len, FALSE);

  if (vac_coverage_has (self->means->pdata[means], self->qualifications->pdata[qualification]))
    return FALSE;

  prepare_words (self);
  words = self->words->pdata[self->qualifications->len + means];
  g_hash_table_iter_init (&iter, self->words->pdata[qualification]);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (g_hash_table_contains (words, word) && !g_hash_table_contains (self->frequent, word))
      return TRUE;

  return FALSE;
}

/**
 * vac_coverage_dup_name:
 * @document: a document
 * @node: a qualification, a question or a criterion in it
 *
 * Returns: (transfer full): what it is called: its title or label, else its text, with placeholders
 *   filled
 */
char *
vac_coverage_dup_name (VacDocument *document,
                       VacNode     *node)
{
  const char *name;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (node), NULL);

  if (vac_node_get_role (node) == VAC_ROLE_CRITERION)
    return g_strdup (vac_node_get_member_text (node, VAC_ROLE_CRITERION_TITLE));
  name = vac_node_get_member_text (node, VAC_ROLE_ITEM_LABEL);
  if (*name == '\0')
    name = vac_node_get_member_shown_text (node, VAC_ROLE_ITEM_TEXT);

  return vac_wording_fill (document, name, NULL);
}

static VacNode *
find_assessed (VacNode *means,
               VacNode *qualification)
{
  VacNode *list = vac_node_get (means, VAC_ROLE_ASSESSES);
  const char *id = vac_node_get_member_text (qualification, VAC_ROLE_ITEM_ID);

  for (guint i = 0; *id != '\0' && list != NULL && i < vac_node_get_n_children (list); i++)
    if (g_str_equal (vac_node_get_text (vac_node_get_child (list, i)), id))
      return vac_node_get_child (list, i);

  return NULL;
}

/**
 * vac_coverage_has:
 * @means: a question or a criterion
 * @qualification: a required qualification
 *
 * Returns: whether the document says that @means assesses it
 */
gboolean
vac_coverage_has (VacNode *means,
                  VacNode *qualification)
{
  g_return_val_if_fail (VAC_IS_NODE (means) && VAC_IS_NODE (qualification), FALSE);

  return find_assessed (means, qualification) != NULL;
}

static void
collect_ids (VacNode    *node,
             GHashTable *ids)
{
  if (vac_node_get_role (node) == VAC_ROLE_ITEM_ID || vac_node_get_role (node) == VAC_ROLE_ASSESSED)
    g_hash_table_add (ids, (gpointer) vac_node_get_text (node));
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    collect_ids (vac_node_get_child (node, i), ids);
}

/* Returns: (transfer full): its id, or one that no entry has, nor had when it was named */
static char *
find_id (VacDocument *document,
         VacNode     *qualification)
{
  const char *own = vac_node_get_member_text (qualification, VAC_ROLE_ITEM_ID);
  g_autoptr (GHashTable) ids = NULL;
  char *id = NULL;
  guint number = 0;

  if (*own != '\0')
    return g_strdup (own);

  ids = g_hash_table_new (g_str_hash, g_str_equal);
  collect_ids (vac_document_get_root (document), ids);
  do
    {
      g_free (id);
      id = g_strdup_printf ("q%u", ++number);
    }
  while (g_hash_table_contains (ids, id));

  return id;
}

/**
 * vac_coverage_set:
 * @document: a document
 * @means: a question or a criterion in it
 * @qualification: a required qualification in it
 * @assessed: whether @means assesses it
 *
 * Says so in the document, as one step; does nothing when it says so already.
 */
void
vac_coverage_set (VacDocument *document,
                  VacNode     *means,
                  VacNode     *qualification,
                  gboolean     assessed)
{
  VacNode *list;
  VacNode *named;

  g_return_if_fail (VAC_IS_DOCUMENT (document));
  g_return_if_fail (VAC_IS_NODE (means) && VAC_IS_NODE (qualification));

  named = find_assessed (means, qualification);
  list = vac_node_get (means, VAC_ROLE_ASSESSES);
  if (list == NULL || (named != NULL) == (assessed != FALSE))
    return;

  vac_document_begin_step (document, assessed ? _("Assess Qualification")
                                              : _("Stop Assessing Qualification"));
  if (named != NULL)
    {
      vac_document_remove (document, named);
    }
  else
    {
      g_autofree char *id = find_id (document, qualification);
      g_autoptr (VacNode) leaf = vac_node_new_leaf (vac_node_get_field (list)->element, id);

      /* Undoing shows what a step changed first: where the box was checked. */
      vac_document_append (document, list, leaf);
      vac_document_set_text (document, vac_node_get (qualification, VAC_ROLE_ITEM_ID), id);
    }
  vac_document_end_step (document);
}
