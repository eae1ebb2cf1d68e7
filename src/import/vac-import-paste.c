/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-paste"

#include "config.h"

#include "vac-import-lines.h"
#include "vac-import-paste.h"
#include "vac-import-private.h"
#include "vac-paste-line.h"
#include "vac-paste.h"

/* What somebody copied, for a list of bullets or for a field of prose. */

/* Returns: (nullable): the parts of a piece of HTML; %NULL when there are so many that some would
 * be missing */
static VacDraft *
read_html (GBytes *html)
{
  g_autofree char *text = vac_import_decode (html, NULL);
  g_autoptr (VacDraft) draft = vac_draft_new ();

  vac_draft_add_html (draft, text, -1, "");

  return vac_draft_get_n_parts (draft) < VAC_IMPORT_MAX_PARTS ? g_steal_pointer (&draft) : NULL;
}

/* Returns: (transfer full) (nullable): what a part says, label and all; %NULL for one that is not
 * in what was copied */
static char *
dup_text (const VacDraftPart *part,
          gboolean            for_list)
{
  g_autofree char *text = NULL;

  if (part->kind == VAC_DRAFT_HEADING && part->heading == VAC_HEADING_OTHER_PAGE)
    return NULL;

  text = g_strconcat (part->label != NULL ? part->label : "", part->label != NULL ? ": " : "",
                      part->text, NULL);
  if (part->kind == VAC_DRAFT_ROW)
    g_strdelimit (text, "\t", ' ');
  if (part->kind == VAC_DRAFT_BULLET)
    return g_strdup (vac_paste_skip_bullet (text));

  return part->kind == VAC_DRAFT_PARAGRAPH ? vac_import_unwrap (text, for_list)
                                           : g_steal_pointer (&text);
}

/**
 * vac_import_split_text:
 * @text: what was copied somewhere
 *
 * Like vac_paste_split(), but for lines that a program broke, which are one element.
 *
 * Returns: (transfer full): the lines
 */
GStrv
vac_import_split_text (const char *text)
{
  g_autofree char *unwrapped = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  unwrapped = vac_import_unwrap (text, TRUE);

  return vac_paste_split (unwrapped);
}

/**
 * vac_import_split_html:
 * @html: what was copied somewhere
 * @is_list: (out): whether it has elements of a list
 *
 * Like vac_import_split_text(), for any kind of HTML in UTF-8 or UTF-16: its structure tells which
 * lines are elements of a list, including a list made by Word. Levels are not kept.
 *
 * Returns: (transfer full): the lines; none when they are more than can be read
 */
GStrv
vac_import_split_html (GBytes   *html,
                       gboolean *is_list)
{
  g_autoptr (GPtrArray) lines = vac_paste_lines_new ();
  g_autoptr (VacDraft) draft = NULL;

  g_return_val_if_fail (html != NULL && is_list != NULL, NULL);

  draft = read_html (html);
  *is_list = FALSE;
  for (guint i = 0; draft != NULL && i < vac_draft_get_n_parts (draft); i++)
    {
      const VacDraftPart *part = vac_draft_get_part (draft, i);
      const gboolean is_item = part->kind == VAC_DRAFT_BULLET;
      g_autofree char *text = dup_text (part, TRUE);
      g_auto (GStrv) rows = text != NULL ? vac_paste_split_rows (text) : NULL;

      *is_list = *is_list || is_item;
      for (guint j = 0; rows != NULL && rows[j] != NULL; j++)
        vac_paste_lines_add (lines, rows[j], is_item);
    }

  return vac_paste_lines_finish (lines);
}

/**
 * vac_import_prose_text:
 * @text: what was copied somewhere
 *
 * Joins lines that a program broke, and drops the marks of quoting. All else stays as it is.
 *
 * Returns: (transfer full): the text for a field of several paragraphs
 */
char *
vac_import_prose_text (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return vac_import_unwrap (text, FALSE);
}

/* Elements of a list and rows of a table follow each other without a blank line. */
static gboolean
belong_together (const VacDraftPart *before,
                 const VacDraftPart *part)
{
  return before->kind == part->kind &&
         (part->kind == VAC_DRAFT_BULLET || part->kind == VAC_DRAFT_ROW);
}

/**
 * vac_import_prose_html:
 * @html: what was copied somewhere
 *
 * Makes plain text of it: headings and paragraphs with a blank line between them, elements of a
 * list and rows of a table as lines without marks.
 *
 * Returns: (transfer full): the text for a field of several paragraphs; empty when there is none,
 *   or more than can be read
 */
char *
vac_import_prose_html (GBytes *html)
{
  GString *prose = g_string_new (NULL);
  const VacDraftPart *before = NULL;
  g_autoptr (VacDraft) draft = NULL;

  g_return_val_if_fail (html != NULL, NULL);

  draft = read_html (html);
  for (guint i = 0; draft != NULL && i < vac_draft_get_n_parts (draft); i++)
    {
      const VacDraftPart *part = vac_draft_get_part (draft, i);
      g_autofree char *text = dup_text (part, FALSE);

      if (text == NULL || *text == '\0')
        continue;
      if (before != NULL)
        g_string_append (prose, belong_together (before, part) ? "\n" : "\n\n");
      g_string_append (prose, text);
      before = part;
    }

  return g_string_free (prose, FALSE);
}
