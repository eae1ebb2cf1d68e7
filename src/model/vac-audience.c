/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-audience"

#include "config.h"

#include "vac-audience.h"
#include "vac-table-kind.h"
#include "vac-wording.h"

/* Who may see what of a document: the one place that decides it. */

/* A section is for candidates unless it says otherwise. One that says something that we do not
 * understand is not: a note for the team must not get out because of a slip in a file. */
static gboolean
says_candidates (VacNode *section)
{
  const VacField *field;
  const char *text = vac_node_peek_text (section, VAC_ROLE_SECTION_AUDIENCE, &field);

  return text != NULL && (*text == '\0' || g_str_equal (text, VAC_AUDIENCE_ID_CANDIDATE));
}

/**
 * vac_audience_of_section:
 * @section: a section or subsection
 *
 * Returns: for whom it is; a subsection is for the team when its section is
 */
VacAudience
vac_audience_of_section (VacNode *section)
{
  g_return_val_if_fail (VAC_IS_NODE (section) && vac_node_get_role (section) == VAC_ROLE_SECTION,
                        VAC_AUDIENCE_TEAM);

  for (VacNode *node = section; node != NULL; node = vac_node_get_parent (node))
    if (vac_node_get_role (node) == VAC_ROLE_SECTION && !says_candidates (node))
      return VAC_AUDIENCE_TEAM;

  return VAC_AUDIENCE_CANDIDATE;
}

static gboolean
discloses_pay (VacDocument *document)
{
  return vac_node_get_member_toggle (vac_document_get (document, VAC_ROLE_PAY),
                                     VAC_ROLE_PAY_DISCLOSE);
}

static gboolean
needs_pay (VacNode *item)
{
  return vac_wording_needs_pay (vac_node_get_member_text (item, VAC_ROLE_ITEM_TEXT)) ||
         vac_wording_needs_pay (vac_node_get_member_text (item, VAC_ROLE_ITEM_LABEL));
}

/* What stays in the document and is shown to nobody. */
static gboolean
is_left_out (VacNode *node,
             VacRole  role)
{
  switch (role)
    {
    case VAC_ROLE_SECTION:
      return !vac_node_get_member_toggle (node, VAC_ROLE_SECTION_INCLUDE);
    case VAC_ROLE_ITEM:
      return !vac_node_get_member_toggle (node, VAC_ROLE_ITEM_INCLUDE);
    case VAC_ROLE_QUESTION:
      return !vac_node_get_member_toggle (node, VAC_ROLE_QUESTION_INCLUDE);
    default:
      return FALSE;
    }
}

/* Parts that no candidate sees, whatever the document says. */
static gboolean
is_for_team_alone (VacRole role)
{
  switch (role)
    {
    case VAC_ROLE_SECTION_ADVICE:
    case VAC_ROLE_STATUS:
    case VAC_ROLE_STATUS_SINCE:
    case VAC_ROLE_DUPLICATE_OF:
    case VAC_ROLE_REVIEW:
    case VAC_ROLE_SHARED_TEXT:
    case VAC_ROLE_REFERENCE:
    case VAC_ROLE_ITEM_ID:
    case VAC_ROLE_ITEM_ORIGIN:
    case VAC_ROLE_ITEM_LISTEN_FOR:
    case VAC_ROLE_ASSESSES:
    case VAC_ROLE_INTERVIEW:
    case VAC_ROLE_LOCATION_MINIMUM_WAGE:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
candidates_see_part (VacDocument *document,
                     VacNode     *node,
                     VacRole      role)
{
  VacNode *parent = vac_node_get_parent (node);
  VacTableKind table;

  if (is_for_team_alone (role))
    return FALSE;
  switch (role)
    {
    case VAC_ROLE_SECTION:
      return says_candidates (node);
    case VAC_ROLE_LEVEL:
      return discloses_pay (document) && vac_node_get_member_toggle (node, VAC_ROLE_LEVEL_INCLUDE);
    case VAC_ROLE_LOCATION_PAY_MINIMUM:
    case VAC_ROLE_LOCATION_PAY_MAXIMUM:
    case VAC_ROLE_LOCATION_PAY_CURRENCY:
    case VAC_ROLE_GRADE_MINIMUM:
    case VAC_ROLE_GRADE_MAXIMUM:
      return discloses_pay (document);
    case VAC_ROLE_LEVELS:   /* Each of them says for itself. */
    case VAC_ROLE_PAY_DISCLOSE:
      return TRUE;
    default:
      table = vac_table_kind_of_role (role);
      if (table != VAC_TABLE_NONE)
        return vac_table_kind_get_audience (table) == VAC_AUDIENCE_CANDIDATE;
      return parent == NULL || vac_node_get_role (parent) != VAC_ROLE_PAY ||
             discloses_pay (document);
    }
}

/**
 * vac_audience_skim_item:
 * @field: the field of a leaf of an item
 * @text: (nullable): its value
 * @length: how many bytes it has, at most
 * @user_data: unused
 *
 * A #VacNodeSkim for the items of sections: of one whose leaves are all passed over, candidates see
 * all, whatever else the document says.
 *
 * Returns: whether candidates see the leaf, and it hides nothing from them
 */
gboolean
vac_audience_skim_item (const VacField *field,
                        const char     *text,
                        gsize           length,
                        gpointer        user_data)
{
  switch (field->role)
    {
    case VAC_ROLE_ITEM_INCLUDE:
      return text != NULL && g_str_equal (text, "true");
    case VAC_ROLE_ITEM_LABEL:
    case VAC_ROLE_ITEM_TEXT:
      return text != NULL && !vac_wording_needs_pay (text);
    default:
      return FALSE;
    }
}

/**
 * vac_audience_may_see:
 * @audience: who reads
 * @role: a role
 *
 * Returns: FALSE if no part with that role is for @audience in any document
 */
gboolean
vac_audience_may_see (VacAudience audience,
                      VacRole     role)
{
  return audience == VAC_AUDIENCE_TEAM || !is_for_team_alone (role);
}

/**
 * vac_audience_sees_part:
 * @audience: who reads
 * @document: a document
 * @node: a node of it
 *
 * For those who walk through a document from its root and leave out with a node all that it holds.
 *
 * Returns: whether nothing in @node itself hides it from @audience
 */
gboolean
vac_audience_sees_part (VacAudience  audience,
                        VacDocument *document,
                        VacNode     *node)
{
  const VacRole role = vac_node_get_role (node);

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (node), FALSE);

  if (is_left_out (node, role))
    return FALSE;
  /* Nobody reads a line about pay that is not there. */
  if (role == VAC_ROLE_ITEM && needs_pay (node) && !discloses_pay (document))
    return FALSE;

  return audience == VAC_AUDIENCE_TEAM || candidates_see_part (document, node, role);
}

/**
 * vac_audience_sees:
 * @audience: who reads
 * @document: a document
 * @node: a node of it
 *
 * What hides a node hides all that it holds: a group in a hidden section is hidden.
 *
 * Returns: whether @audience finds @node in what is printed or exported for it
 */
gboolean
vac_audience_sees (VacAudience  audience,
                   VacDocument *document,
                   VacNode     *node)
{
  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && VAC_IS_NODE (node), FALSE);

  for (; node != NULL; node = vac_node_get_parent (node))
    if (!vac_audience_sees_part (audience, document, node))
      return FALSE;

  return TRUE;
}
