/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-finding"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-finding.h"

static const struct
{
  const char *id;
  const char *label;
} groups[] = {
  [VAC_FINDING_FACTS] = { "facts", N_("Facts") },
  [VAC_FINDING_STRUCTURE] = { "structure", N_("Structure") },
  [VAC_FINDING_PAY] = { "pay", N_("Pay Transparency") },
  [VAC_FINDING_WORDING] = { "wording", N_("Wording") },
  [VAC_FINDING_READABILITY] = { "readability", N_("Readability") },
  [VAC_FINDING_SPELLING] = { "spelling", N_("Spelling") },
  [VAC_FINDING_TYPING] = { "typing", N_("Typing") },
  [VAC_FINDING_BOARDS] = { "boards", N_("For Job Boards") },
};

static const char *const severities[] = {
  [VAC_SEVERITY_ERROR] = "error",
  [VAC_SEVERITY_LEGAL] = "legal",
  [VAC_SEVERITY_WARNING] = "warning",
  [VAC_SEVERITY_HINT] = "hint",
};

/**
 * vac_finding_copy:
 * @self: a finding
 *
 * Returns: (transfer full): the same finding, to keep
 */
VacFinding *
vac_finding_copy (const VacFinding *self)
{
  VacFinding *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (VacFinding, 1);
  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->node = g_object_ref (self->node);
  copy->words = g_strdup (self->words);
  copy->source = g_strdup (self->source);
  copy->source_uri = g_strdup (self->source_uri);
  copy->source_date = g_strdup (self->source_date);
  copy->sentence = g_strdup (self->sentence);
  copy->suggestions = g_strdupv (self->suggestions);

  return copy;
}

/**
 * vac_finding_free:
 * @self: (transfer full): a finding
 */
void
vac_finding_free (VacFinding *self)
{
  g_object_unref (self->node);
  g_free (self->id);
  g_free (self->words);
  g_free (self->source);
  g_free (self->source_uri);
  g_free (self->source_date);
  g_free (self->sentence);
  g_strfreev (self->suggestions);
  g_free (self);
}

/**
 * vac_finding_array_new:
 *
 * Returns: (transfer full) (element-type VacFinding): an empty array that owns its findings
 */
GPtrArray *
vac_finding_array_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) vac_finding_free);
}

/**
 * vac_finding_group_get_id:
 * @group: a group
 *
 * Returns: the first word of its findings' ids
 */
const char *
vac_finding_group_get_id (VacFindingGroup group)
{
  g_return_val_if_fail (group < VAC_N_FINDING_GROUPS, NULL);

  return groups[group].id;
}

/**
 * vac_finding_group_get_label:
 * @group: a group
 *
 * Returns: the heading of a list of its findings, translated
 */
const char *
vac_finding_group_get_label (VacFindingGroup group)
{
  g_return_val_if_fail (group < VAC_N_FINDING_GROUPS, NULL);

  return _(groups[group].label);
}

/**
 * vac_severity_get_id:
 * @severity: a severity
 *
 * Returns: its name for other programs
 */
const char *
vac_severity_get_id (VacSeverity severity)
{
  g_return_val_if_fail (severity < VAC_N_SEVERITIES, NULL);

  return severities[severity];
}

/**
 * vac_severity_find:
 * @id: a name
 * @severity: (out): the severity of that name
 *
 * Returns: whether there is one
 */
gboolean
vac_severity_find (const char  *id,
                   VacSeverity *severity)
{
  g_return_val_if_fail (id != NULL && severity != NULL, FALSE);

  for (*severity = 0; *severity < VAC_N_SEVERITIES; (*severity)++)
    if (g_str_equal (severities[*severity], id))
      return TRUE;

  return FALSE;
}

/**
 * vac_finding_add:
 * @findings: (element-type VacFinding): takes the finding
 * @group: what it is about
 * @name: (nullable): what names the rule in that group, if it has several
 * @severity: how bad it is
 * @node: the place in the document
 * @sentence: what is wrong
 *
 * For rules that are data; those of the program are in a table and reported by vac_rule_report().
 *
 * Returns: (transfer none): the finding, about @node as a whole, for the caller to narrow down
 */
VacFinding *
vac_finding_add (GPtrArray       *findings,
                 VacFindingGroup  group,
                 const char      *name,
                 VacSeverity      severity,
                 VacNode         *node,
                 const char      *sentence)
{
  VacFinding *finding;

  g_return_val_if_fail (findings != NULL && group < VAC_N_FINDING_GROUPS, NULL);
  g_return_val_if_fail (VAC_IS_NODE (node) && sentence != NULL, NULL);

  finding = g_new0 (VacFinding, 1);
  finding->id = g_strjoin (".", groups[group].id, name, NULL);
  finding->severity = severity;
  finding->group = group;
  finding->node = g_object_ref (node);
  finding->sentence = g_strdup (sentence);
  g_ptr_array_add (findings, finding);

  return finding;
}

/**
 * vac_finding_set_span:
 * @self: a finding
 * @start: where in its node's text it begins, as readers see that text, in bytes
 * @length: how many bytes of what they see it is about
 */
void
vac_finding_set_span (VacFinding *self,
                      gsize       start,
                      gsize       length)
{
  const VacMarkup *markup;
  const char *text;

  g_return_if_fail (self != NULL &&
                    start + length <= strlen (vac_node_get_shown_text (self->node)));

  markup = vac_node_get_markup (self->node);
  text = vac_node_get_shown_text (self->node);
  self->start = vac_markup_to_stored (markup, start);
  self->length = length > 0 ? vac_markup_to_stored_end (markup, start + length) - self->start : 0;
  g_free (self->words);
  self->words = length > 0 ? g_strndup (text + start, length) : NULL;
}

/**
 * vac_finding_suggest:
 * @self: a finding
 * @text: what could stand instead, after what was suggested before; "" to take it out
 */
void
vac_finding_suggest (VacFinding *self,
                     const char *text)
{
  guint n;

  g_return_if_fail (self != NULL && text != NULL);

  n = self->suggestions != NULL ? g_strv_length (self->suggestions) : 0;
  self->suggestions = g_renew (char *, self->suggestions, n + 2);
  self->suggestions[n] = g_strdup (text);
  self->suggestions[n + 1] = NULL;
}

/* Whether the words are still where they were found. */
static gboolean
is_current (const VacFinding *self)
{
  const VacMarkup *markup = vac_node_get_markup (self->node);
  const char *text = vac_node_get_shown_text (self->node);
  gsize start, end;

  if (self->length == 0)
    return TRUE;
  if (strlen (vac_node_get_text (self->node)) < self->start + self->length)
    return FALSE;
  start = vac_markup_from_stored (markup, self->start);
  end = vac_markup_from_stored (markup, self->start + self->length);

  return strlen (self->words) == end - start &&
         strncmp (text + start, self->words, end - start) == 0;
}

/**
 * vac_finding_take:
 * @self: a finding
 * @document: the posting that it was found in
 * @suggestion: which of its suggestions
 *
 * Puts the suggestion where the words are, as one step. What is taken out takes a blank with it.
 *
 * Returns: whether it was done; the words may not be there any more
 */
gboolean
vac_finding_take (VacFinding  *self,
                  VacDocument *document,
                  guint        suggestion)
{
  const VacMarkup *markup;
  const char *text;
  const char *instead;
  gsize start, end;
  g_autofree char *whole = NULL;
  gboolean done;

  g_return_val_if_fail (self != NULL && VAC_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (self->suggestions != NULL && suggestion < g_strv_length (self->suggestions),
                        FALSE);

  if (vac_node_get_root (self->node) != vac_document_get_root (document) || !is_current (self))
    return FALSE;

  markup = vac_node_get_markup (self->node);
  text = vac_node_get_shown_text (self->node);
  instead = self->suggestions[suggestion];
  start = vac_markup_from_stored (markup, self->start);
  end = self->length > 0 ? vac_markup_from_stored (markup, self->start + self->length)
                         : strlen (text);
  if (*instead == '\0' && end > start && (start == 0 || text[start - 1] == ' '))
    {
      if (text[end] == ' ')
        end++;
      else if (start > 0)
        start--;
    }
  whole = vac_node_splice (self->node, vac_markup_to_stored (markup, start),
                           vac_markup_to_stored_end (markup, end), instead);
  vac_document_begin_step (document, _("Use suggestion"));
  done = vac_document_set_text (document, self->node, whole);
  vac_document_end_step (document);

  return done;
}
