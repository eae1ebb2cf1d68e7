/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-additions"

#include "config.h"

#include "vac-additions.h"
#include "vac-editor.h"

/* What a variation or an industry would add to the posting, worked out before anything is added,
 * and what it has added. An entry knows by what it was added, so that it can be taken out again. */

static void
new_item_free (gpointer data)
{
  VacNewItem *self = data;

  g_clear_object (&self->list);
  g_clear_object (&self->item);
  g_free (self->place);
  g_free (self->text);
  g_free (self->origin);
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

/**
 * vac_additions_get_origin:
 * @source: a variation or an industry
 *
 * Returns: (transfer none): what entries that it added name it by; may be empty
 */
const char *
vac_additions_get_origin (VacNode *source)
{
  g_return_val_if_fail (VAC_IS_NODE (source), "");

  return vac_node_get_role (source) == VAC_ROLE_VARIATION
         ? vac_node_get_member_text (source, VAC_ROLE_VARIATION_ID)
         : vac_node_get_member_text (source, VAC_ROLE_INDUSTRY_TITLE);
}

static gboolean
says (VacNode    *leaf,
      const char *text)
{
  return g_str_equal (vac_node_get_text (leaf), text);
}

/* Whether an entry still is what @source adds; what is not has been edited, or @source has. */
static gboolean
is_as_added (VacNode *item,
             VacNode *source)
{
  const gboolean variation = vac_node_get_role (source) == VAC_ROLE_VARIATION;
  VacNode *list = vac_node_get (source, variation ? VAC_ROLE_ADDITIONS
                                                  : VAC_ROLE_INDUSTRY_REQUIREMENTS);
  const char *text = vac_node_get_member_text (item, VAC_ROLE_ITEM_TEXT);

  if (*vac_node_get_member_text (item, VAC_ROLE_ITEM_LABEL) != '\0')
    return FALSE;
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    {
      VacNode *addition = vac_node_get_child (list, i);

      if (says (variation ? vac_node_get (addition, VAC_ROLE_ADDITION_TEXT) : addition, text))
        return TRUE;
    }

  return !variation && says (vac_node_get (source, VAC_ROLE_INDUSTRY_ASPECT), text);
}

static gboolean
has_edited_item (VacNode *list,
                 VacNode *source)
{
  const char *origin = vac_additions_get_origin (source);

  for (guint i = 0; *origin != '\0' && i < vac_node_get_n_children (list); i++)
    {
      VacNode *item = vac_node_get_child (list, i);

      if (says (vac_node_get (item, VAC_ROLE_ITEM_ORIGIN), origin) && !is_as_added (item, source))
        return TRUE;
    }

  return FALSE;
}

static void
set_section (VacNewItem *item,
             VacNode    *section)
{
  g_free (item->place);
  item->place = g_strdup (vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE));
  g_set_object (&item->list, vac_node_get (section, VAC_ROLE_SECTION_ITEMS));
  item->present = has_item (item->list, item->text);
}

static VacNewItem *
add_new_item (GPtrArray  *additions,
              VacNode    *section,
              const char *id,
              const char *text,
              VacNode    *source)
{
  VacNewItem *item;

  if (*text == '\0')
    return NULL;

  item = g_new0 (VacNewItem, 1);
  item->text = g_strdup (text);
  item->origin = g_strdup (vac_additions_get_origin (source));
  item->place = g_strdup (id);
  if (section != NULL)
    {
      set_section (item, section);
      item->edited = !item->present && has_edited_item (item->list, source);
      item->wanted = !item->present && !item->edited;
    }
  g_ptr_array_add (additions, item);

  return item;
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
                    vac_node_get_member_text (addition, VAC_ROLE_ADDITION_TEXT), variation);
    }

  return additions;
}

/**
 * vac_additions_of_industry:
 * @document: the document
 * @industry: an industry in it
 * @section: (nullable): the section whose items its requirements would join
 *
 * What sets the job apart is for the highlights, and only wanted by whoever says so.
 *
 * Returns: (transfer full) (element-type VacNewItem): its requirements, in order, and its aspect
 */
GPtrArray *
vac_additions_of_industry (VacDocument *document,
                           VacNode     *industry,
                           VacNode     *section)
{
  GPtrArray *additions = g_ptr_array_new_with_free_func (new_item_free);
  VacNode *list = vac_node_get (industry, VAC_ROLE_INDUSTRY_REQUIREMENTS);
  VacNode *highlights = vac_document_find_section (document, VAC_SECTION_HIGHLIGHTS);
  VacNewItem *aspect;

  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    add_new_item (additions, section, "", vac_node_get_text (vac_node_get_child (list, i)),
                  industry);
  aspect = add_new_item (additions, highlights != NULL ? highlights : section, "",
                         vac_node_get_member_text (industry, VAC_ROLE_INDUSTRY_ASPECT), industry);
  if (aspect != NULL)
    {
      aspect->aspect = TRUE;
      aspect->wanted = FALSE;
    }

  return additions;
}

static gboolean
is_required (VacNode *list)
{
  for (VacNode *node = list; node != NULL; node = vac_node_get_parent (node))
    if (vac_node_get_role (node) == VAC_ROLE_SECTION &&
        says (vac_node_get (node, VAC_ROLE_SECTION_ID), VAC_SECTION_REQUIRED))
      return TRUE;

  return FALSE;
}

/**
 * vac_additions_prefer:
 * @additions: (element-type VacNewItem): what to add
 * @section: (nullable): where to instead; %NULL only counts
 *
 * What would be required goes into @section.
 *
 * Returns: how many of them would be required
 */
guint
vac_additions_prefer (GPtrArray *additions,
                      VacNode   *section)
{
  guint n_required = 0;

  for (guint i = 0; i < additions->len; i++)
    {
      VacNewItem *item = g_ptr_array_index (additions, i);

      if (item->list == NULL || !is_required (item->list))
        continue;
      n_required++;
      if (section != NULL)
        {
          set_section (item, section);
          item->wanted = item->wanted && !item->present;
        }
    }

  return n_required;
}

/**
 * vac_additions_apply:
 * @document: the document
 * @additions: (element-type VacNewItem): what to add, where it is wanted and possible
 * @label: what the step is called in the history
 *
 * Adds them in one step, each at the end of its list. Within another step it is part of that.
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
                                  VAC_ROLE_ITEM_TEXT, addition->text, VAC_ROLE_ITEM_ORIGIN,
                                  addition->origin, VAC_ROLE_NONE);
      n_added += vac_document_append (document, addition->list, item);
    }
  vac_document_end_step (document);

  return n_added;
}

static void
list_added_in (VacNode   *sections,
               VacNode   *source,
               GPtrArray *added)
{
  const char *origin = vac_additions_get_origin (source);

  for (guint i = 0; sections != NULL && i < vac_node_get_n_children (sections); i++)
    {
      VacNode *section = vac_node_get_child (sections, i);
      VacNode *list = vac_node_get (section, VAC_ROLE_SECTION_ITEMS);

      for (guint j = 0; j < vac_node_get_n_children (list); j++)
        {
          VacNode *entry = vac_node_get_child (list, j);
          VacNewItem *item;

          if (!says (vac_node_get (entry, VAC_ROLE_ITEM_ORIGIN), origin))
            continue;
          item = g_new0 (VacNewItem, 1);
          item->list = g_object_ref (list);
          item->item = g_object_ref (entry);
          item->place = g_strdup (vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE));
          item->text = g_strdup (vac_node_get_member_text (entry, VAC_ROLE_ITEM_TEXT));
          item->origin = g_strdup (origin);
          item->present = TRUE;
          item->edited = !is_as_added (entry, source);
          item->wanted = !item->edited;
          g_ptr_array_add (added, item);
        }
      list_added_in (vac_node_get (section, VAC_ROLE_SUBSECTIONS), source, added);
    }
}

/**
 * vac_additions_list_added:
 * @document: the document
 * @source: a variation or an industry in it
 *
 * Only what nobody has edited since is wanted out.
 *
 * Returns: (transfer full) (element-type VacNewItem): the entries that @source added and that are
 *   still there, in the order of the document
 */
GPtrArray *
vac_additions_list_added (VacDocument *document,
                          VacNode     *source)
{
  GPtrArray *added = g_ptr_array_new_with_free_func (new_item_free);

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), added);

  if (*vac_additions_get_origin (source) != '\0')
    list_added_in (vac_document_get (document, VAC_ROLE_SECTIONS), source, added);

  return added;
}

/**
 * vac_additions_list_others:
 * @document: the document
 * @source: a variation or an industry in it
 *
 * Returns: (transfer full) (element-type VacNode): the other ones of its kind that were applied, of
 *   which something is left
 */
GPtrArray *
vac_additions_list_others (VacDocument *document,
                           VacNode     *source)
{
  GPtrArray *others = g_ptr_array_new_with_free_func (g_object_unref);
  VacNode *list;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (source), others);

  list = vac_node_get_parent (source);
  for (guint i = 0; list != NULL && i < vac_node_get_n_children (list); i++)
    {
      VacNode *other = vac_node_get_child (list, i);
      g_autoptr (GPtrArray) added = vac_additions_list_added (document, other);

      if (other != source && added->len > 0)
        g_ptr_array_add (others, g_object_ref (other));
    }

  return others;
}

static gboolean
names (VacNode *variation,
       VacNode *other)
{
  VacNode *list = vac_node_get (variation, VAC_ROLE_VARIATION_CONFLICTS);

  for (guint i = 0; list != NULL && i < vac_node_get_n_children (list); i++)
    if (says (vac_node_get_child (list, i), vac_additions_get_origin (other)))
      return TRUE;

  return FALSE;
}

/**
 * vac_additions_conflict:
 * @variation: a variation or an industry
 * @other: another one
 *
 * Returns: whether one of them says that no posting should be fitted to both
 */
gboolean
vac_additions_conflict (VacNode *variation,
                        VacNode *other)
{
  g_return_val_if_fail (VAC_IS_NODE (variation) && VAC_IS_NODE (other), FALSE);

  return names (variation, other) || names (other, variation);
}

/**
 * vac_additions_take_out:
 * @document: the document
 * @added: (element-type VacNewItem): what was added; what is wanted of it is taken out
 * @label: what the step is called in the history
 *
 * Takes them out in one step. Within another step it is part of that.
 *
 * Returns: how many were taken out
 */
guint
vac_additions_take_out (VacDocument *document,
                        GPtrArray   *added,
                        const char  *label)
{
  guint n_gone = 0;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && added != NULL, 0);

  vac_document_begin_step (document, label);
  for (guint i = 0; i < added->len; i++)
    {
      VacNewItem *item = g_ptr_array_index (added, i);

      if (item->wanted && item->item != NULL && vac_node_get_parent (item->item) == item->list)
        n_gone += vac_document_remove (document, item->item) ? 1 : 0;
    }
  vac_document_end_step (document);

  return n_gone;
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
