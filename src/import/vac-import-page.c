/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-page"

#include "config.h"

#include <string.h>

#include "vac-html-node.h"
#include "vac-import-html.h"
#include "vac-import-private.h"

/* A web page as it was saved: the part of it that is its own, and the data that programs read. */

/* A page's own part of it must hold this much to stand for the page. */
#define LEAST_OF_MAIN 200

/* A mail that passes a posting on. */
static gboolean
is_citation (xmlNode *node)
{
  return vac_html_is_named (node, "blockquote") &&
         (vac_html_says (node, "type", "cite") ||
          vac_html_is_called (node, "class", " gmail quote "));
}

/* What the page says is its own part: one element of that kind, or none. */
static xmlNode *
find_main (xmlNode *root)
{
  xmlNode *found[2] = { NULL, NULL };
  xmlNode *cited = NULL;
  guint n[2] = { 0, 0 };

  for (xmlNode *node = root; node != NULL; node = vac_html_get_next (node, root))
    {
      gboolean article;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (cited == NULL && is_citation (node))
        cited = node;
      article = vac_html_is_named (node, "article");
      if (!article && !vac_html_is_named (node, "main") && !vac_html_says (node, "role", "main"))
        continue;
      found[article] = node;
      n[article]++;
    }
  if (cited != NULL && vac_html_measure (cited) * 2 > vac_html_measure (root))
    return cited;
  for (guint i = 0; i < G_N_ELEMENTS (n); i++)
    if (n[i] == 1 && vac_html_measure (found[i]) >= LEAST_OF_MAIN)
      return found[i];

  return root;
}

/* The title of a page may stand before its own part. */
static void
add_title (VacDraft *draft,
           xmlNode  *root,
           xmlNode  *main_part)
{
  xmlNode *heading = vac_html_find (root, "h1");
  xmlChar *text = NULL;

  if (heading == NULL || main_part == root || vac_html_find (main_part, "h1") != NULL)
    return;
  text = xmlNodeGetContent (heading);
  vac_draft_add_heading (draft, 1, VAC_HEADING_NONE, (const char *) text, NULL);
  xmlFree (text);
}

/* "<meta charset=...>" or its older form, in the first bytes. */
static char *
find_charset (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *start = g_strndup (length > 0 ? data : "", MIN (length, 2048));
  g_autofree char *folded = g_ascii_strdown (start, -1);
  const char *name = strstr (folded, "charset=");

  if (name == NULL)
    return NULL;
  name += strlen ("charset=");
  name += strspn (name, "\"' ");

  return g_strndup (name, strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-_:"));
}

static void
take_language (VacDraft *draft,
               xmlNode  *root)
{
  xmlNode *html = vac_html_find (root, "html");
  xmlChar *language = html != NULL ? xmlGetProp (html, BAD_CAST "lang") : NULL;

  if (language != NULL)
    vac_draft_set_language (draft, (const char *) language);
  xmlFree (language);
}

/* The language of the page is that of its data, where these do not say another. */
static void
set_language (VacDraft   *draft,
              const char *language)
{
  if (vac_draft_get_language (draft) == NULL)
    vac_draft_set_language (draft, language);
}

/* What programs read in the page. */
static GPtrArray *
read_data (xmlNode *root)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) vac_draft_free);

  for (xmlNode *node = root; node != NULL; node = vac_html_get_next (node, root))
    if (node->type == XML_ELEMENT_NODE && vac_html_is_named (node, "script") &&
        vac_html_says (node, "type", "application/ld+json"))
      {
        xmlChar *text = xmlNodeGetContent (node);

        if (text != NULL)
          vac_import_page_data ((const char *) text, strlen ((const char *) text), drafts);
        xmlFree (text);
      }

  return drafts;
}

/* Whether we wrote the page: then its text has headings, which job boards take out of the data. */
static gboolean
is_own (xmlNode *root)
{
  for (xmlNode *node = root; node != NULL; node = vac_html_get_next (node, root))
    if (node->type == XML_ELEMENT_NODE && vac_html_is_named (node, "meta") &&
        vac_html_says (node, "name", "generator") && vac_html_says (node, "content", "vacancy"))
      return TRUE;

  return FALSE;
}

static gboolean
has_text (VacDraft *draft)
{
  for (guint i = 0; i < vac_draft_get_n_parts (draft); i++)
    if (vac_draft_get_part (draft, i)->kind != VAC_DRAFT_FACT &&
        vac_draft_get_part (draft, i)->kind != VAC_DRAFT_TITLE)
      return TRUE;

  return FALSE;
}

/* Whether a draft has lists or headings; a board may have taken both out of its data. */
static gboolean
is_structured (VacDraft *draft)
{
  for (guint i = 0; i < vac_draft_get_n_parts (draft); i++)
    {
      const VacDraftPart *part = vac_draft_get_part (draft, i);

      if (part->kind == VAC_DRAFT_BULLET || part->kind == VAC_DRAFT_HEADING || part->strong)
        return TRUE;
    }

  return FALSE;
}

/* What is in words in the data of our own pages is in its text, in more detail. */
static void
take_facts (VacDraft *draft,
            VacDraft *data,
            gboolean  exact)
{
  const char *const *remarks = vac_draft_get_remarks (data);

  for (guint i = 0; i < vac_draft_get_n_parts (data); i++)
    {
      const VacDraftPart *part = vac_draft_get_part (data, i);

      if (part->kind == VAC_DRAFT_FACT && (part->exact || !exact))
        vac_draft_add (draft, part);
    }
  for (guint i = 0; remarks[i] != NULL; i++)
    vac_draft_add_remark (draft, remarks[i]);
}

/*
 * vac_import_html: a VacImportReader for web pages
 *
 * A page that holds its posting as data for job boards is read from there, unless the data has no
 * text or the page is one of ours.
 */
gboolean
vac_import_html (GBytes     *bytes,
                 GPtrArray  *drafts,
                 GError    **error)
{
  g_autofree char *charset = find_charset (bytes);
  g_autofree char *text = vac_import_decode (bytes, charset);
  g_autoptr (VacDraft) draft = vac_draft_new ();
  htmlDocPtr document;
  xmlNode *root;
  gboolean cut;

  document = vac_html_parse (text, strlen (text), &cut);
  if (cut)
    vac_draft_remark_cut (draft);
  root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  if (root != NULL)
    {
      xmlNode *main_part = find_main (root);
      g_autoptr (GPtrArray) data = read_data (root);
      VacDraft *said = data->len > 0 ? g_ptr_array_index (data, 0) : NULL;
      const gboolean own = is_own (root);

      take_language (draft, root);
      if (said != NULL && data->len == 1)
        take_facts (draft, said, own);
      add_title (draft, root, main_part);
      vac_draft_add_tree (draft, main_part);
      if (data->len > 1 || (said != NULL && has_text (said) && !own &&
                            (is_structured (said) || !is_structured (draft))))
        {
          for (guint i = 0; i < data->len; i++)
            set_language (g_ptr_array_index (data, i), vac_draft_get_language (draft));
          g_ptr_array_extend_and_steal (drafts, g_steal_pointer (&data));
          xmlFreeDoc (document);
          return TRUE;
        }
    }
  xmlFreeDoc (document);
  if (vac_draft_get_n_parts (draft) > 0)
    g_ptr_array_add (drafts, g_steal_pointer (&draft));

  return TRUE;
}
