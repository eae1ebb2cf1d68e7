/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-review-parts"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "vac-wording.h"
#include "vac-quote.h"
#include "vac-review-private.h"
#include "vac-audience.h"

/* What is checked by walking through the parts of a posting: every value against its field, the
 * ids of sections, the weights of assessments, the placeholders in texts. */

/* Whether the JSON that was found in a node's place is still what the file will hold. */
static gboolean
is_of_another_type (VacNode *node)
{
  if (vac_node_get_kind (node) == VAC_KIND_OPAQUE || vac_node_get_raw (node) == NULL)
    return FALSE;
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    if (vac_node_get_kind (node) == VAC_KIND_LIST || !vac_node_is_empty (vac_node_get_child (node, i)))
      return FALSE;

  return *vac_node_get_text (node) == '\0';
}

static void
check_value (VacNode   *node,
             GPtrArray *findings)
{
  const VacField *field = vac_node_get_field (node);
  g_autoptr (GError) error = NULL;

  if (field == NULL)
    return;
  if (is_of_another_type (node))
    g_ptr_array_add (findings, vac_finding_new (VAC_SEVERITY_ERROR, node,
                                                _("%s: This value is of a type that does not belong here. It is kept, but nobody sees it."),
                                                _(field->label)));
  else if (vac_field_is_leaf (field) && !vac_field_accepts (field, vac_node_get_text (node), &error))
    g_ptr_array_add (findings, vac_finding_new (VAC_SEVERITY_ERROR, node, "%s: %s",
                                                _(field->label), error->message));

  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    check_value (vac_node_get_child (node, i), findings);
}

void
vac_review_check_values (VacDocument *document,
                         GPtrArray   *findings)
{
  check_value (vac_document_get_root (document), findings);
}

static gboolean
is_no_number (VacNode *node)
{
  gint64 value;

  return vac_node_get_kind (node) == VAC_KIND_INTEGER && *vac_node_get_text (node) != '\0' &&
         !vac_node_get_integer (node, &value);
}

static void
add_unshown (VacNode   *node,
             GPtrArray *nodes)
{
  if (vac_node_get_field (node) == NULL)
    return;
  if (is_of_another_type (node) || is_no_number (node))
    g_ptr_array_add (nodes, g_object_ref (node));
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    add_unshown (vac_node_get_child (node, i), nodes);
}

/**
 * vac_review_list_unshown:
 * @document: a document
 *
 * Lists the places whose value in the file is of a type that does not belong there, such as a number
 * for a title or words for an amount. It stays in the file until the place gets another one, and
 * until then is not printed.
 *
 * Returns: (transfer full) (element-type VacNode): these places, in the order of the document
 */
GPtrArray *
vac_review_list_unshown (VacDocument *document)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), nodes);

  add_unshown (vac_document_get_root (document), nodes);

  return nodes;
}

static void
check_section_ids (VacNode    *list,
                   GHashTable *seen,
                   GPtrArray  *findings)
{
  for (guint i = 0; list != NULL && i < vac_node_get_n_children (list); i++)
    {
      VacNode *section = vac_node_get_child (list, i);
      const char *id = vac_node_get_member_text (section, VAC_ROLE_SECTION_ID);
      g_autofree char *quoted = vac_quote_shorten (id);

      if (*id != '\0' && !g_hash_table_add (seen, (gpointer) id))
        g_ptr_array_add (findings, vac_finding_new (VAC_SEVERITY_ERROR,
                                                    vac_node_get (section, VAC_ROLE_SECTION_ID),
                                                    _("Another section before it also has the id “%s”."), quoted));
      check_section_ids (vac_node_get (section, VAC_ROLE_SUBSECTIONS), seen, findings);
    }
}

static void
check_additions (VacNode    *variation,
                 GHashTable *ids,
                 GPtrArray  *findings)
{
  VacNode *additions = vac_node_get (variation, VAC_ROLE_ADDITIONS);

  for (guint i = 0; i < vac_node_get_n_children (additions); i++)
    {
      VacNode *target = vac_node_get (vac_node_get_child (additions, i), VAC_ROLE_ADDITION_SECTION);
      g_autofree char *quoted = vac_quote_shorten (vac_node_get_text (target));

      if (!g_hash_table_contains (ids, vac_node_get_text (target)))
        g_ptr_array_add (findings, vac_finding_new (VAC_SEVERITY_WARNING, target,
                                                    _("There is no section “%s” for this addition to go into."),
                                                    quoted));
    }
}

void
vac_review_check_sections (VacDocument *document,
                           GPtrArray   *findings)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  VacNode *variations = vac_document_get (document, VAC_ROLE_VARIATIONS);

  check_section_ids (vac_document_get (document, VAC_ROLE_SECTIONS), ids, findings);
  for (guint i = 0; i < vac_node_get_n_children (variations); i++)
    check_additions (vac_node_get_child (variations, i), ids, findings);
}

static void
check_weights (VacNode   *assessment,
               GPtrArray *findings)
{
  VacNode *criteria = vac_node_get (assessment, VAC_ROLE_CRITERIA);
  gboolean weighed = FALSE;
  gint64 sum = 0;

  for (guint i = 0; i < vac_node_get_n_children (criteria); i++)
    {
      gint64 weight;

      if (!vac_node_get_member_integer (vac_node_get_child (criteria, i), VAC_ROLE_CRITERION_WEIGHT, &weight))
        continue;
      weighed = TRUE;
      sum += CLAMP (weight, 0, 1000);   /* outside the field's limits, which is reported as such */
    }

  if (weighed && sum != 100)
    g_ptr_array_add (findings, vac_finding_new (VAC_SEVERITY_WARNING, assessment,
                                                _("The weights of this assessment add to %" PRId64 ", not to 100."), sum));
}

void
vac_review_check_assessments (VacDocument *document,
                              GPtrArray   *findings)
{
  VacNode *assessments = vac_document_get (document, VAC_ROLE_ASSESSMENTS);

  for (guint i = 0; i < vac_node_get_n_children (assessments); i++)
    check_weights (vac_node_get_child (assessments, i), findings);
}

static void
report_placeholder (VacNode    *leaf,
                    const char *name,
                    GPtrArray  *findings)
{
  const VacField *field = vac_schema_find_placeholder (name, strlen (name));
  g_autofree char *quoted = vac_quote_shorten (name);

  if (field == NULL)
    g_ptr_array_add (findings, vac_finding_new (VAC_SEVERITY_ERROR, leaf,
                                                _("There is nothing that fills “{{%s}}”."), quoted));
  else
    g_ptr_array_add (findings, vac_finding_new (VAC_SEVERITY_ERROR, leaf,
                                                /* Translators: the second one is the name of a field */
                                                _("“{{%s}}” is not filled, because this field is empty or hidden: %s."),
                                                quoted, _(field->label)));
}

static void
check_text (VacDocument *document,
            VacNode     *leaf,
            GPtrArray   *findings)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_free (vac_wording_fill (document, vac_node_get_text (leaf), names));
  for (guint i = 0; i < names->len; i++)
    report_placeholder (leaf, g_ptr_array_index (names, i), findings);
}

static void
check_texts (VacDocument *document,
             VacNode     *node,
             GPtrArray   *findings)
{
  /* An id is for programs. */
  if (vac_node_get_role (node) == VAC_ROLE_SECTION_ID ||
      !vac_audience_sees_part (VAC_AUDIENCE_CANDIDATE, document, node))
    return;
  if (strstr (vac_node_get_text (node), "{{") != NULL)
    check_text (document, node, findings);
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    check_texts (document, vac_node_get_child (node, i), findings);
}

void
vac_review_check_placeholders (VacDocument *document,
                               GPtrArray   *findings)
{
  static const VacRole read_by_candidates[] = { VAC_ROLE_JOB, VAC_ROLE_SECTIONS, VAC_ROLE_LEVELS };

  for (guint i = 0; i < G_N_ELEMENTS (read_by_candidates); i++)
    check_texts (document, vac_document_get (document, read_by_candidates[i]), findings);
}
