/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-export-json"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vac-export-json.h"
#include "vac-node-build.h"
#include "vac-audience.h"
#include "vac-wording.h"
#include "vac-writer.h"

/* For the team the document as it is; for candidates a copy of it without what is not theirs. */

static void
remove_children (VacNode *list)
{
  for (guint i = vac_node_get_n_children (list); i > 0; i--)
    vac_node_remove_child (list, i - 1);
}

/* What this version does not know may be a note of the team's, so it stays with the team. Comes
 * after everything that asks for whom a part is: a value that is not understood is an answer. */
static void
strip_unknown (VacNode *node)
{
  if (vac_node_get_raw (node) != NULL)
    vac_node_set_raw (node, NULL);
  for (guint i = vac_node_get_n_children (node); i > 0; i--)
    {
      VacNode *child = vac_node_get_child (node, i - 1);

      if (vac_node_get_kind (child) == VAC_KIND_OPAQUE ||
          (vac_node_get_raw (child) != NULL && vac_node_get_kind (node) == VAC_KIND_LIST))
        vac_node_remove_child (node, i - 1);
      else
        strip_unknown (child);
    }
}

static gboolean
needs_pay (VacNode *item)
{
  return vac_wording_needs_pay (vac_node_get_member_text (item, VAC_ROLE_ITEM_TEXT)) ||
         vac_wording_needs_pay (vac_node_get_member_text (item, VAC_ROLE_ITEM_LABEL));
}

static void
clear_leaf (VacDocument *document,
            VacNode     *leaf)
{
  vac_document_set_text (document, leaf, "");
}

static void
strip_sections (VacDocument *document,
                VacNode     *sections,
                gboolean     discloses)
{
  for (guint i = vac_node_get_n_children (sections); i > 0; i--)
    {
      VacNode *section = vac_node_get_child (sections, i - 1);
      VacNode *items = vac_node_get (section, VAC_ROLE_SECTION_ITEMS);
      VacNode *subsections = vac_node_get (section, VAC_ROLE_SUBSECTIONS);

      if (!vac_node_get_member_toggle (section, VAC_ROLE_SECTION_INCLUDE) ||
          !vac_section_is_for_candidates (section))
        {
          vac_node_remove_child (sections, i - 1);
          continue;
        }
      clear_leaf (document, vac_node_get (section, VAC_ROLE_SECTION_ADVICE));
      for (guint j = vac_node_get_n_children (items); !discloses && j > 0; j--)
        if (needs_pay (vac_node_get_child (items, j - 1)))
          vac_node_remove_child (items, j - 1);
      if (subsections != NULL)
        strip_sections (document, subsections, discloses);
    }
}

static void
strip_levels (VacDocument *document,
              gboolean     discloses)
{
  VacNode *levels = vac_document_get (document, VAC_ROLE_LEVELS);

  for (guint i = vac_node_get_n_children (levels); i > 0; i--)
    if (!discloses || !vac_node_get_member_toggle (vac_node_get_child (levels, i - 1), VAC_ROLE_LEVEL_INCLUDE))
      vac_node_remove_child (levels, i - 1);
}

static void
fill_placeholders (VacDocument *document,
                   VacNode     *node)
{
  VacKind kind = vac_node_get_kind (node);

  if (kind == VAC_KIND_TEXT || kind == VAC_KIND_PROSE)
    {
      g_autofree char *filled = vac_wording_fill (document, vac_node_get_text (node), NULL);

      vac_document_set_text (document, node, filled);
    }
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    fill_placeholders (document, vac_node_get_child (node, i));
}

static VacDocument *
copy_for_candidates (VacDocument *document)
{
  static const VacRole pay_roles[] = {
    VAC_ROLE_PAY_MINIMUM, VAC_ROLE_PAY_MAXIMUM, VAC_ROLE_PAY_CURRENCY, VAC_ROLE_PAY_PERIOD,
    VAC_ROLE_PAY_BONUS, VAC_ROLE_PAY_EQUITY, VAC_ROLE_PAY_NOTE,
  };
  static const VacRole salary_roles[] = {
    VAC_ROLE_SALARIES_YEAR, VAC_ROLE_SALARIES_CURRENCY, VAC_ROLE_SALARIES_PERIOD,
    VAC_ROLE_SALARIES_SOURCE, VAC_ROLE_NATIONAL_MINIMUM, VAC_ROLE_NATIONAL_MAXIMUM,
  };
  static const VacRole team_lists[] = {
    VAC_ROLE_VARIATIONS, VAC_ROLE_INDUSTRIES, VAC_ROLE_ASSESSMENTS, VAC_ROLE_PLACES, VAC_ROLE_FACTORS,
  };
  VacDocument *copy = vac_copy_document (document);
  const gboolean discloses = vac_node_get_member_toggle (vac_document_get (copy, VAC_ROLE_PAY), VAC_ROLE_PAY_DISCLOSE);

  for (guint i = 0; !discloses && i < G_N_ELEMENTS (pay_roles); i++)
    clear_leaf (copy, vac_document_get (copy, pay_roles[i]));
  for (guint i = 0; i < G_N_ELEMENTS (salary_roles); i++)
    clear_leaf (copy, vac_document_get (copy, salary_roles[i]));
  for (guint i = 0; i < G_N_ELEMENTS (team_lists); i++)
    remove_children (vac_document_get (copy, team_lists[i]));
  strip_sections (copy, vac_document_get (copy, VAC_ROLE_SECTIONS), discloses);
  strip_levels (copy, discloses);
  strip_unknown (vac_document_get_root (copy));
  fill_placeholders (copy, vac_document_get_root (copy));

  return copy;
}

static GBytes *
write_json (VacDocument            *document,
            VacOutline             *outline,
            VacAudience             audience,
            const VacExportOptions *options,
            GError                **error)
{
  g_autoptr (VacDocument) copy = NULL;

  if (audience == VAC_AUDIENCE_TEAM)
    return vac_write_readable (document, error);

  copy = copy_for_candidates (document);

  return vac_write_readable (copy, error);
}

const VacExporter vac_json_exporter = {
  .id = "json",
  .extension = "json",
  .mime_type = "application/json",
  .label = N_("JSON"),
  .purpose = N_("For another program, or to keep under version control"),
  .write = write_json,
};
