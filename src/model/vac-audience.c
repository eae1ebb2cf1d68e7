/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-audience"

#include "config.h"

#include "vac-audience.h"

/**
 * vac_section_is_for_candidates:
 * @section: a section or subsection
 *
 * A section is for candidates unless it says otherwise. One that says something that we do not
 * understand is not: a note for the team must not get out because of a slip in a file.
 *
 * Returns: whether a candidate may read it
 */
gboolean
vac_section_is_for_candidates (VacNode *section)
{
  VacNode *audience;
  const char *text;

  g_return_val_if_fail (VAC_IS_NODE (section) && vac_node_get_role (section) == VAC_ROLE_SECTION, FALSE);

  audience = vac_node_get (section, VAC_ROLE_SECTION_AUDIENCE);
  text = vac_node_get_text (audience);

  return *text == '\0' ? vac_node_get_raw (audience) == NULL : g_str_equal (text, VAC_AUDIENCE_ID_CANDIDATE);
}
