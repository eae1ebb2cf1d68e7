/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-additions"

#include "config.h"

#include "vac-additions.h"
#include "vac-editor.h"

/* What a variation or an industry would add to the posting, worked out before anything is added. */

static void
new_item_free (gpointer data)
{
  VacNewItem *self = data;

  g_clear_object (&self->list);
  g_free (self->place);
  g_free (self->text);
  g_free (self);
}

static char *
simplify (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_strdup (g_strstrip (folded));
}

static gboolean
has_item (VacNode    *list,
          const char *text)
{
  g_autofree char *wanted = simplify (text);

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      VacNode *item = vac_node_get_child (list, i);
      g_autofree char *found = simplify (vac_node_get_member_text (item, VAC_ROLE_ITEM_TEXT));

      if (g_str_equal (found, wanted))
        return TRUE;
    }

  return FALSE;
}

static void
add_new_item (GPtrArray  *additions,
              VacNode    *section,
              const char *id,
              const char *text)
{
  VacNewItem *item;

  if (*text == '\0')
    return;

  item = g_new0 (VacNewItem, 1);
  item->text = g_strdup (text);
  item->place = g_strdup (
      section != NULL ? vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE) : id);
  if (section != NULL)
    {
      item->list = g_object_ref (vac_node_get (section, VAC_ROLE_SECTION_ITEMS));
      item->present = has_item (item->list, text);
      item->wanted = !item->present;
    }
  g_ptr_array_add (additions, item);
}

/**
 * vac_additions_of_variation:
 * @document: the document
 * @variation: a variation in it
 *
 * Returns: (transfer full) (element-type VacNewItem): its additions, in order
 */
GPtrArray *
vac_additions_of_variation (VacDocument *document,
                            VacNode     *variation)
{
  GPtrArray *additions = g_ptr_array_new_with_free_func (new_item_free);
  VacNode *list = vac_node_get (variation, VAC_ROLE_ADDITIONS);

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      VacNode *addition = vac_node_get_child (list, i);
      const char *id = vac_node_get_member_text (addition, VAC_ROLE_ADDITION_SECTION);

      add_new_item (additions, vac_document_find_section (document, id), id,
                    vac_node_get_member_text (addition, VAC_ROLE_ADDITION_TEXT));
    }

  return additions;
}

/**
 * vac_additions_of_industry:
 * @industry: an industry
 * @section: the section whose items its requirements would join
 *
 * Returns: (transfer full) (element-type VacNewItem): its requirements, in order
 */
GPtrArray *
vac_additions_of_industry (VacNode *industry,
                           VacNode *section)
{
  GPtrArray *additions = g_ptr_array_new_with_free_func (new_item_free);
  VacNode *list = vac_node_get (industry, VAC_ROLE_INDUSTRY_REQUIREMENTS);

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    add_new_item (additions, section, "", vac_node_get_text (vac_node_get_child (list, i)));

  return additions;
}

/**
 * vac_additions_apply:
 * @document: the document
 * @additions: (element-type VacNewItem): what to add, where it is wanted and possible
 * @label: what the step is called in the history
 *
 * Adds them in one step, each at the end of its list.
 *
 * Returns: how many were added
 */
guint
vac_additions_apply (VacDocument *document,
                     GPtrArray   *additions,
                     const char  *label)
{
  guint n_added = 0;

  vac_document_begin_step (document, label);
  for (guint i = 0; i < additions->len; i++)
    {
      VacNewItem *addition = g_ptr_array_index (additions, i);
      g_autoptr (VacNode) item = NULL;

      if (!addition->wanted || addition->list == NULL || has_item (addition->list, addition->text))
        continue;
      item = vac_node_new_record (vac_node_get_field (addition->list)->element,
                                  VAC_ROLE_ITEM_TEXT, addition->text, VAC_ROLE_NONE);
      n_added += vac_document_append (document, addition->list, item);
    }
  vac_document_end_step (document);

  return n_added;
}

static void
add_sections (GPtrArray *sections,
              VacNode   *list)
{
  for (guint i = 0; list != NULL && i < vac_node_get_n_children (list); i++)
    {
      VacNode *section = vac_node_get_child (list, i);

      if (vac_audience_of_section (section) == VAC_AUDIENCE_CANDIDATE)
        g_ptr_array_add (sections, g_object_ref (section));
      add_sections (sections, vac_node_get (section, VAC_ROLE_SUBSECTIONS));
    }
}

/**
 * vac_additions_list_sections:
 * @document: the document
 *
 * Returns: (transfer full) (element-type VacNode): the sections and subsections for candidates
 */
GPtrArray *
vac_additions_list_sections (VacDocument *document)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func (g_object_unref);

  add_sections (sections, vac_document_get (document, VAC_ROLE_SECTIONS));

  return sections;
}

/**
 * vac_additions_find_default:
 * @sections: (element-type VacNode): sections for candidates
 *
 * What an industry asks for is best listed as preferred: the last group of those qualifications,
 * otherwise of the required ones.
 *
 * Returns: its position in @sections, 0 when there is none
 */
guint
vac_additions_find_default (GPtrArray *sections)
{
  static const char *const ids[] = { VAC_SECTION_PREFERRED, VAC_SECTION_REQUIRED };
  guint position = 0;

  for (guint wanted = 0; wanted < G_N_ELEMENTS (ids) && position == 0; wanted++)
    for (guint i = 0; i < sections->len; i++)
      {
        VacNode *top = vac_section_get_page_node (g_ptr_array_index (sections, i));

        if (g_str_equal (vac_node_get_member_text (top, VAC_ROLE_SECTION_ID), ids[wanted]))
          position = i;
      }

  return position;
}
