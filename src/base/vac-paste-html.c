/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-paste-html"

#include "config.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "vac-paste-private.h"
#include "vac-paste.h"

/* The lines of a copied web page or Word document. Only structure that makes lines and lists
 * counts; nothing is loaded, and no script, style or entity of a stranger is run. */

typedef struct
{
  GPtrArray *lines;     /* of VacPasteLine */
  GString   *line;      /* the one that is being put together */
  guint      in_item;   /* how many list elements are open */
  guint      in_pre;
  xmlNode   *word;      /* the open paragraph of a list by Word, which is not a list element */
  gboolean   no_mark;   /* the mark of that paragraph was told apart from its text, and left out */
  gboolean   is_list;
} Reader;

/* Elements that begin a line, and elements that show nothing, with a blank before and after each
 * name. */
static const char block_names[] =
  " address article aside blockquote body br caption center dd details div dl dt fieldset "
  "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section "
  "summary table tbody tfoot thead tr ul ";
static const char unseen_names[] =
  " head style script title template noscript object svg textarea select meta link ";

static gboolean
is_named (xmlNode    *node,
          const char *name)
{
  return g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

static gboolean
is_one_of (xmlNode    *node,
           const char *names)
{
  g_autofree char *folded = g_ascii_strdown ((const char *) node->name, -1);
  g_autofree char *name = g_strconcat (" ", folded, " ", NULL);

  return strstr (names, name) != NULL;
}

static gboolean
attribute_says (xmlNode    *node,
                const char *name,
                const char *part)
{
  xmlChar *value = xmlGetProp (node, BAD_CAST name);
  g_autofree char *folded = value != NULL ? g_ascii_strdown ((const char *) value, -1) : NULL;
  g_auto (GStrv) words = folded != NULL ? g_strsplit_set (folded, " \t\r\n", -1) : NULL;
  g_autofree char *joined = words != NULL ? g_strjoinv ("", words) : NULL;

  xmlFree (value);

  return joined != NULL && strstr (joined, part) != NULL;
}

static gboolean
is_word_item (xmlNode *node)
{
  return is_named (node, "p") && !attribute_says (node, "style", "mso-list:none") &&
         (attribute_says (node, "style", "mso-list:") ||
          attribute_says (node, "class", "msolistparagraph"));
}

static void
finish_line (Reader *self)
{
  vac_paste_lines_add (self->lines, self->line->str, self->in_item > 0 || self->no_mark);
  g_string_truncate (self->line, 0);
}

/* Word separates the mark from the text by no-break blanks in a span of their own. */
static gboolean
ends_word_mark (Reader     *self,
                const char *text)
{
  return self->word != NULL && strstr (text, "\xc2\xa0") != NULL &&
         *vac_paste_skip_blanks (text) == '\0' && self->line->len > 0 &&
         g_utf8_strlen (self->line->str, -1) <= 8 && strchr (self->line->str, '\t') == NULL;
}

static void
add_text (Reader     *self,
          const char *text)
{
  if (ends_word_mark (self, text))
    {
      g_string_append_c (self->line, '\t');
      return;
    }

  for (; *text != '\0'; text++)
    {
      if (self->in_pre > 0 && *text == '\n')
        finish_line (self);
      else if (!g_ascii_isspace (*text))
        g_string_append_c (self->line, *text);
      else if (self->line->len > 0 && !g_ascii_isspace (self->line->str[self->line->len - 1]))
        g_string_append_c (self->line, ' ');
    }
}

/* Returns: whether to look at what is in it */
static gboolean
enter (Reader  *self,
       xmlNode *node)
{
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    add_text (self, (const char *) node->content);
  if (node->type != XML_ELEMENT_NODE || is_one_of (node, unseen_names))
    return node->type == XML_HTML_DOCUMENT_NODE;

  if (self->word != NULL && attribute_says (node, "style", "mso-list:ignore"))
    {
      self->no_mark = TRUE;
      return FALSE;
    }
  if (is_one_of (node, block_names))
    finish_line (self);
  else if (is_named (node, "td") || is_named (node, "th"))
    add_text (self, " ");
  self->in_item += is_named (node, "li");
  self->in_pre += is_named (node, "pre");
  if (self->word == NULL && is_word_item (node))
    self->word = node;
  self->is_list |= self->in_item > 0 || self->word != NULL;

  return TRUE;
}

static void
leave (Reader  *self,
       xmlNode *node)
{
  if (node->type != XML_ELEMENT_NODE || is_one_of (node, unseen_names))
    return;
  if (is_one_of (node, block_names))
    finish_line (self);
  if (self->word == node)
    {
      self->word = NULL;
      self->no_mark = FALSE;
    }
  self->in_item -= is_named (node, "li");
  self->in_pre -= is_named (node, "pre");
}

/* Without recursion: a stranger's page may be nested a million deep. */
static void
read_tree (Reader  *self,
           xmlNode *root)
{
  xmlNode *node = root;

  while (node != NULL)
    {
      if (enter (self, node) && node->children != NULL)
        {
          node = node->children;
          continue;
        }
      leave (self, node);
      while (node != root && node->next == NULL)
        {
          node = node->parent;
          leave (self, node);
        }
      node = node != root ? node->next : NULL;
    }
}

/* Some programs offer HTML in UTF-16. */
static char *
decode (const char *html,
        gsize       length)
{
  const gboolean little = length > 1 && memcmp (html, "\xff\xfe", 2) == 0;
  const gboolean big = length > 1 && memcmp (html, "\xfe\xff", 2) == 0;
  char *text = little || big ? g_convert (html + 2, (gssize) length - 2, "UTF-8",
                                          little ? "UTF-16LE" : "UTF-16BE", NULL, NULL, NULL)
                             : NULL;

  return text != NULL ? text : g_utf8_make_valid (html, (gssize) length);
}

/* Word writes "<![if !supportLists]>", which the parser takes for text. Blanks it out. */
static void
hide_conditions (char *text)
{
  for (char *start = strstr (text, "<!["); start != NULL; start = strstr (start + 1, "<!["))
    {
      char *end = memchr (start, '>', strnlen (start, 64));

      if (end != NULL && end[-1] == ']')
        memset (start, '\n', (gsize) (end - start) + 1);
    }
}

/**
 * vac_paste_split_html:
 * @html: what was copied somewhere
 * @length: its length in bytes
 * @is_list: (out): whether it has elements of a list
 *
 * Like vac_paste_split(), for any kind of HTML: its structure tells which lines are elements of a
 * list, including a list made by Word.
 *
 * Returns: (transfer full): the lines
 */
GStrv
vac_paste_split_html (const char *html,
                      gsize       length,
                      gboolean   *is_list)
{
  g_autoptr (GPtrArray) lines = vac_paste_lines_new ();
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *text = NULL;
  const char *start, *end;
  Reader reader = { .lines = lines, .line = line };
  htmlDocPtr document;

  g_return_val_if_fail (html != NULL && is_list != NULL, NULL);

  text = decode (html, length);
  hide_conditions (text);
  start = strstr (text, "<!--StartFragment-->");
  end = start != NULL ? strstr (start, "<!--EndFragment-->") : NULL;
  start = start != NULL ? start : text;
  length = end != NULL ? (gsize) (end - start) : strlen (start);
  document = htmlReadMemory (start, (int) MIN (length, G_MAXINT), NULL, "UTF-8",
                             HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                             HTML_PARSE_NONET);
  if (document != NULL)
    {
      read_tree (&reader, (xmlNode *) document);
      finish_line (&reader);
      xmlFreeDoc (document);
    }
  *is_list = reader.is_list;

  return vac_paste_lines_finish (lines);
}
