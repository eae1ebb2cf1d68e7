/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-ignored"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-ignored.h"

/* Which findings of the review somebody does not want to be told again. The posting keeps them, and
 * they are changed as everything in it is. */

/* How much of a text, in characters, tells one place from others: on either side of the words, and
 * at most. */
#define AROUND  24
#define LONGEST 200

/* The words of a finding with what is around them, so that it is found again after the text was
 * edited elsewhere, and not when somebody writes the same words in another place. */
static char *
make_context (const VacFinding *finding)
{
  const VacMarkup *markup = vac_node_get_markup (finding->node);
  const char *text = vac_node_get_shown_text (finding->node);
  const char *start = text + vac_markup_from_stored (markup, finding->start);
  const char *end = text + vac_markup_from_stored (markup, finding->start + finding->length);

  if (finding->length == 0)
    end = start + strlen (start);
  for (guint i = 0; i < AROUND && start > text; i++)
    start = g_utf8_prev_char (start);
  for (guint i = 0; i < AROUND && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  if (g_utf8_strlen (start, end - start) > LONGEST)
    end = g_utf8_offset_to_pointer (start, LONGEST);

  return g_strdelimit (g_strndup (start, (gsize) (end - start)), "\n\r\t", ' ');
}

static VacNode *
get_list (VacDocument *document)
{
  return vac_document_get (document, VAC_ROLE_IGNORED);
}

static gboolean
add (VacDocument      *document,
     const VacFinding *finding,
     const char       *context,
     const char       *label)
{
  g_autoptr (VacNode) entry = vac_node_new_record (
      vac_schema_get_field (VAC_ROLE_IGNORED_FINDING), VAC_ROLE_IGNORED_RULE, finding->id,
      VAC_ROLE_IGNORED_CONTEXT, context, VAC_ROLE_NONE);
  gboolean done;

  vac_document_begin_step (document, label);
  done = vac_document_append (document, get_list (document), entry);
  vac_document_end_step (document);

  return done;
}

/**
 * vac_ignored_add_here:
 * @document: a posting
 * @finding: what was found in it
 *
 * Notes, as one step, that this finding is meant so; others of its rule are not.
 *
 * Returns: whether that was noted
 */
gboolean
vac_ignored_add_here (VacDocument      *document,
                      const VacFinding *finding)
{
  g_autofree char *context = NULL;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && finding != NULL, FALSE);

  context = make_context (finding);

  return add (document, finding, context, _("Ignore finding"));
}

/**
 * vac_ignored_add_rule:
 * @document: a posting
 * @finding: what was found in it
 *
 * Notes, as one step, that all that the rule of @finding says of @document is meant so.
 *
 * Returns: whether that was noted
 */
gboolean
vac_ignored_add_rule (VacDocument      *document,
                      const VacFinding *finding)
{
  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && finding != NULL, FALSE);

  return add (document, finding, "", _("Ignore rule in this posting"));
}

/* Whether @entry keeps @finding from being told. @context, the one of @finding, is made when it is
 * needed first. */
static gboolean
hides (VacNode          *entry,
       const VacFinding *finding,
       char            **context)
{
  const char *where = vac_node_get_member_text (entry, VAC_ROLE_IGNORED_CONTEXT);

  if (!g_str_equal (vac_node_get_member_text (entry, VAC_ROLE_IGNORED_RULE), finding->id))
    return FALSE;
  if (*where == '\0')
    return TRUE;
  if (*context == NULL)
    *context = make_context (finding);

  return g_str_equal (where, *context);
}

/**
 * vac_ignored_has:
 * @document: a posting
 * @finding: what was found in it
 *
 * Returns: whether it is not to be told
 */
gboolean
vac_ignored_has (VacDocument      *document,
                 const VacFinding *finding)
{
  g_autofree char *context = NULL;
  VacNode *list;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && finding != NULL, FALSE);

  list = get_list (document);
  for (guint i = 0; i < vac_node_get_n_children (list); i++)
    if (hides (vac_node_get_child (list, i), finding, &context))
      return TRUE;

  return FALSE;
}

/**
 * vac_ignored_take_back:
 * @document: a posting
 * @finding: what was found in it
 *
 * Lets @finding be told again, as one step, and with it all that is ignored for the same reason.
 *
 * Returns: whether it was not told because of something in the posting
 */
gboolean
vac_ignored_take_back (VacDocument      *document,
                       const VacFinding *finding)
{
  g_autofree char *context = NULL;
  VacNode *list;
  gboolean done = FALSE;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document) && finding != NULL, FALSE);

  list = get_list (document);
  vac_document_begin_step (document, _("Show ignored finding"));
  for (guint i = vac_node_get_n_children (list); i > 0; i--)
    {
      VacNode *entry = vac_node_get_child (list, i - 1);

      if (hides (entry, finding, &context))
        done = vac_document_remove (document, entry) || done;
    }
  vac_document_end_step (document);

  return done;
}

/**
 * vac_ignored_count:
 * @document: a posting
 *
 * Returns: how many entries it has of what is not to be told
 */
guint
vac_ignored_count (VacDocument *document)
{
  g_return_val_if_fail (VAC_IS_DOCUMENT (document), 0);

  return vac_node_get_n_children (get_list (document));
}

/**
 * vac_ignored_clear:
 * @document: a posting
 *
 * Lets everything be told again, as one step.
 *
 * Returns: whether there was something that was not
 */
gboolean
vac_ignored_clear (VacDocument *document)
{
  VacNode *list;
  gboolean done = FALSE;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), FALSE);

  list = get_list (document);
  vac_document_begin_step (document, _("Show ignored findings"));
  for (guint i = vac_node_get_n_children (list); i > 0; i--)
    done = vac_document_remove (document, vac_node_get_child (list, i - 1)) || done;
  vac_document_end_step (document);

  return done;
}
