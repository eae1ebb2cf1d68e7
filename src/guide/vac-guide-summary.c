/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-guide-summary"

#include "config.h"

#include <string.h>

#include "vac-audience.h"
#include "vac-guide-summary.h"
#include "vac-placeholder.h"

/* Where a paragraph ends. */
#define END_OF_PARAGRAPH "\n"

/* Returns: (transfer full) (nullable): the first paragraph, as one without holes */
static char *
get_paragraph (VacNode *section)
{
  const char *text = vac_node_get_member_shown_text (section, VAC_ROLE_SECTION_TEXT);
  g_autofree char *paragraph = g_strndup (text, strcspn (text, END_OF_PARAGRAPH));
  VacPlaceholder placeholder;

  g_strstrip (paragraph);
  if (*paragraph == '\0' || vac_placeholder_next (paragraph, 0, &placeholder))
    return NULL;

  return g_steal_pointer (&paragraph);
}

/* Returns: (transfer full) (nullable): what candidates read first in sections and those below */
static char *
find_paragraph (VacNode *sections)
{
  for (guint i = 0; sections != NULL && i < vac_node_get_n_children (sections); i++)
    {
      VacNode *section = vac_node_get_child (sections, i);
      char *paragraph;

      if (vac_audience_of_section (section) != VAC_AUDIENCE_CANDIDATE)
        continue;
      paragraph = get_paragraph (section);
      if (paragraph == NULL)
        paragraph = find_paragraph (vac_node_get (section, VAC_ROLE_SUBSECTIONS));
      if (paragraph != NULL)
        return paragraph;
    }

  return NULL;
}

/**
 * vac_guide_summarize:
 * @document: a guide
 *
 * Returns: (transfer full): what it says that it is for, or else what candidates read first; may be
 *   empty
 */
char *
vac_guide_summarize (VacDocument *document)
{
  const char *summary = vac_document_get_text (document, VAC_ROLE_GUIDE_SUMMARY);
  char *paragraph;

  if (*summary != '\0')
    return g_strdup (summary);
  paragraph = find_paragraph (vac_document_get (document, VAC_ROLE_SECTIONS));

  return paragraph != NULL ? paragraph : g_strdup ("");
}
