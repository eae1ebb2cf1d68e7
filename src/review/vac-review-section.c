/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-section"

#include "config.h"

#include "vac-review-section.h"

/* What a section is about, by the id that guides give it or by what its title says. What is counted
 * counts once, so that one answer is given; what is looked for is found wherever it may be. */

/* What a section says, where the bullets in it are counted. */
static const struct
{
  const char *id;
  VacHeading  heading;
} sections[] = {
  { VAC_SECTION_RESPONSIBILITIES, VAC_HEADING_RESPONSIBILITIES },
  { VAC_SECTION_REQUIRED, VAC_HEADING_REQUIRED },
  { VAC_SECTION_EDUCATION, VAC_HEADING_REQUIRED },
  { VAC_SECTION_SKILLS, VAC_HEADING_REQUIRED },
  { VAC_SECTION_PREFERRED, VAC_HEADING_PREFERRED },
  { VAC_SECTION_MORE_SKILLS, VAC_HEADING_PREFERRED },
  { VAC_SECTION_EMPLOYER, VAC_HEADING_EMPLOYER },
};

static VacHeading
tell_alone (const char *language,
            VacNode    *section)
{
  const char *id = vac_node_get_member_text (section, VAC_ROLE_SECTION_ID);

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_str_equal (sections[i].id, id))
      return sections[i].heading;

  return vac_heading_find (language, vac_node_get_member_text (section, VAC_ROLE_SECTION_TITLE));
}

/*
 * vac_review_tell_section:
 * @language: the posting's language, a BCP 47 tag
 * @section: (nullable): a section of it
 *
 * A part says what its section says, unless it parts what is preferred from what is required:
 * "Experience" below "Preferred Qualifications" is preferred.
 *
 * Returns: what the texts in it are counted as
 */
VacHeading
vac_review_tell_section (const char *language,
                         VacNode    *section)
{
  VacNode *parent = section != NULL ? vac_node_get_parent (section) : NULL;
  VacNode *outer = parent != NULL ? vac_node_get_ancestor (parent, VAC_ROLE_SECTION) : NULL;
  VacHeading heading, of_outer;

  if (section == NULL)
    return VAC_HEADING_NONE;
  if (outer == NULL)
    return tell_alone (language, section);
  of_outer = vac_review_tell_section (language, outer);
  if (of_outer != VAC_HEADING_NONE && of_outer != VAC_HEADING_REQUIRED)
    return of_outer;
  heading = tell_alone (language, section);

  return of_outer == VAC_HEADING_NONE || heading == VAC_HEADING_PREFERRED ? heading : of_outer;
}

/*
 * vac_review_is_in_section:
 * @node: (nullable): a node of a posting
 * @language: the posting's language, a BCP 47 tag
 * @ids: %NULL-ended: the ids that guides give such a section
 * @heading: what the title of such a section says
 *
 * Returns: whether it stands in a section that is either, or in a part of one
 */
gboolean
vac_review_is_in_section (VacNode           *node,
                          const char        *language,
                          const char *const *ids,
                          VacHeading         heading)
{
  for (; node != NULL; node = vac_node_get_parent (node))
    if (vac_node_get_role (node) == VAC_ROLE_SECTION &&
        (g_strv_contains (ids, vac_node_get_member_text (node, VAC_ROLE_SECTION_ID)) ||
         vac_heading_find (language, vac_node_get_member_text (node, VAC_ROLE_SECTION_TITLE)) ==
             heading))
      return TRUE;

  return FALSE;
}
