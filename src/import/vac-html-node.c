/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-html-node"

#include "config.h"

#include <string.h>

#include "vac-html-node.h"
#include "vac-import-private.h"

/* The tree of a web page, which a stranger wrote: it may be nested a million deep, so that nothing
 * here calls itself. */

/* What is built of a page at most. A posting has some hundred elements, the page around it some
 * thousand; the levels are fewer than those at which the parser gives up by itself. */
#define MOST_ELEMENTS   (10 * VAC_IMPORT_MAX_PARTS)
#define MOST_ATTRIBUTES 100
#define DEEPEST_LEVEL   250

#define BLANKS " \t\r\n\f"

typedef struct
{
  guint    n_elements;
  gboolean reached;
} Limits;

/* Word writes "<![if !supportLists]>", which the parser takes for text. Blanks it out. */
static void
hide_conditions (char *text)
{
  for (char *start = strchr (text, '<'); start != NULL; start = strchr (start + 1, '<'))
    {
      char *end = g_str_has_prefix (start, "<![") ? memchr (start, '>', strnlen (start, 64)) : NULL;

      if (end != NULL && end[-1] == ']')
        memset (start, '\n', (gsize) (end - start) + 1);
    }
}

/* Returns: the end of the attribute's value behind the sign "=", or of the text */
static char *
skip_value (char *text)
{
  text += strspn (text, BLANKS);
  if (*text == '"' || *text == '\'')
    {
      char *end = strchr (text + 1, *text);

      return end != NULL ? end + 1 : text + strlen (text);
    }

  return text + strcspn (text, BLANKS ">");
}

/* Blanks out the attributes of a tag that has too many. Returns: its end, or that of the text */
static char *
limit_attributes (char *tag)
{
  char *p = tag + strcspn (tag, BLANKS "/>");
  char *rest = NULL;

  for (guint n = 0; *p != '\0' && *p != '>'; n++)
    {
      if (n == MOST_ATTRIBUTES)
        rest = p;
      p += strspn (p, BLANKS "/");
      p += strcspn (p, BLANKS "/>=");
      if (p[strspn (p, BLANKS)] == '=')
        p = skip_value (p + strspn (p, BLANKS) + 1);
    }
  if (rest != NULL)
    memset (rest, '\n', (gsize) (p - rest));

  return p;
}

/* The parser compares each attribute of a tag with all before it, which takes a day for a tag that
 * was made for that. */
static void
limit_tags (char *text)
{
  static const struct
  {
    const char *start;
    const char *end;
  } opaque[] = { { "<!--", "-->" }, { "<script", "</script" }, { "<style", "</style" } };

  for (char *p = strchr (text, '<'); p != NULL; p = strchr (p, '<'))
    {
      const char *end = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (opaque) && end == NULL; i++)
        if (g_ascii_strncasecmp (p, opaque[i].start, strlen (opaque[i].start)) == 0)
          end = opaque[i].end;
      p = g_ascii_isalpha (p[1]) ? limit_attributes (p) : p + 1;
      while (end != NULL && *p != '\0' && g_ascii_strncasecmp (p, end, strlen (end)) != 0)
        p++;
    }
}

static void
start_element (void           *parser,
               const xmlChar  *name,
               const xmlChar **attributes)
{
  htmlParserCtxtPtr context = parser;
  Limits *limits = context->_private;

  limits->n_elements++;
  if (limits->n_elements > MOST_ELEMENTS || context->nodeNr >= DEEPEST_LEVEL)
    {
      limits->reached = TRUE;
      xmlStopParser (context);
    }
  else
    xmlSAX2StartElement (context, name, attributes);
}

/*
 * vac_html_parse:
 * @text: HTML of any kind
 * @length: its length in bytes
 * @cut: (out): whether the end is missing, because it is more than a posting can be
 *
 * Nothing is loaded, and no entity of a stranger is followed.
 *
 * Returns: (transfer full) (nullable): its tree, to be freed with xmlFreeDoc()
 */
htmlDocPtr
vac_html_parse (const char *text,
                gsize       length,
                gboolean   *cut)
{
  g_autofree char *copy = g_strndup (text, length);
  htmlParserCtxtPtr context = htmlNewParserCtxt ();
  Limits limits = { 0 };
  htmlDocPtr document;

  hide_conditions (copy);
  limit_tags (copy);
  context->_private = &limits;
  context->sax->startElement = start_element;
  context->sax->comment = NULL;
  document = htmlCtxtReadMemory (context, copy, (int) MIN (strlen (copy), G_MAXINT), NULL, "UTF-8",
                                 HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                     HTML_PARSE_NONET);
  htmlFreeParserCtxt (context);
  *cut = limits.reached;

  return document;
}

/*
 * vac_html_is_named:
 * @node: an element
 * @name: in lower case
 *
 * Returns: whether that is its name
 */
gboolean
vac_html_is_named (xmlNode    *node,
                   const char *name)
{
  return g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

/*
 * vac_html_has_word:
 * @word: a word
 * @names: a list of words in lower case
 *
 * Returns: whether @word is one of them, in whatever case
 */
gboolean
vac_html_has_word (const char *word,
                   const char *names)
{
  char name[32];
  const gsize length = strlen (word);

  if (length + 3 > sizeof name)
    return FALSE;
  name[0] = ' ';
  for (gsize i = 0; i < length; i++)
    name[i + 1] = g_ascii_tolower (word[i]);
  name[length + 1] = ' ';
  name[length + 2] = '\0';

  return strstr (names, name) != NULL;
}

/*
 * vac_html_is_one_of:
 * @node: an element
 * @names: a list of words
 *
 * Returns: whether its name is one of them
 */
gboolean
vac_html_is_one_of (xmlNode    *node,
                    const char *names)
{
  return vac_html_has_word ((const char *) node->name, names);
}

/*
 * vac_html_get_next:
 * @node: a node below @root, or @root itself
 * @root: where to end
 *
 * Returns: (transfer none) (nullable): the node after it in the order of the text
 */
xmlNode *
vac_html_get_next (xmlNode *node,
                   xmlNode *root)
{
  if (node->children != NULL && node->type != XML_ENTITY_REF_NODE)
    return node->children;
  while (node != root && node->next == NULL)
    node = node->parent;

  return node != root ? node->next : NULL;
}

/*
 * vac_html_find:
 * @root: where to look
 * @name: of an element
 *
 * Returns: (transfer none) (nullable): the first one
 */
xmlNode *
vac_html_find (xmlNode    *root,
               const char *name)
{
  for (xmlNode *node = root; node != NULL; node = vac_html_get_next (node, root))
    if (node->type == XML_ELEMENT_NODE && vac_html_is_named (node, name))
      return node;

  return NULL;
}

/*
 * vac_html_measure:
 * @root: an element
 *
 * Returns: about how many bytes of text are in it
 */
gsize
vac_html_measure (xmlNode *root)
{
  gsize length = 0;

  for (xmlNode *node = root; node != NULL; node = vac_html_get_next (node, root))
    if (node->type == XML_TEXT_NODE)
      {
        const char *text = (const char *) node->content;

        length += strlen (text + strspn (text, " \t\r\n"));
      }

  return length;
}

/*
 * vac_html_dup_attribute:
 * @node: an element
 * @name: of an attribute
 *
 * Returns: (transfer full): its value in lower case and without blanks, or empty
 */
char *
vac_html_dup_attribute (xmlNode    *node,
                        const char *name)
{
  xmlChar *value = node->properties != NULL ? xmlGetProp (node, BAD_CAST name) : NULL;
  GString *plain = g_string_new (NULL);

  for (const xmlChar *p = value; p != NULL && *p != '\0'; p++)
    if (!g_ascii_isspace ((char) *p))
      g_string_append_c (plain, g_ascii_tolower ((char) *p));
  xmlFree (value);

  return g_string_free (plain, FALSE);
}

/*
 * vac_html_says:
 * @node: an element
 * @name: of an attribute
 * @part: in lower case and without blanks
 *
 * Returns: whether @part is in its value
 */
gboolean
vac_html_says (xmlNode    *node,
               const char *name,
               const char *part)
{
  g_autofree char *value = node->properties != NULL ? vac_html_dup_attribute (node, name) : NULL;

  return value != NULL && strstr (value, part) != NULL;
}

/*
 * vac_html_is_hidden:
 * @node: an element
 *
 * Returns: whether nobody sees it
 */
gboolean
vac_html_is_hidden (xmlNode *node)
{
  return node->properties != NULL && (xmlHasProp (node, BAD_CAST "hidden") != NULL ||
                                      vac_html_says (node, "style", "display:none") ||
                                      vac_html_says (node, "style", "mso-hide:all"));
}

/*
 * vac_html_is_called:
 * @node: an element
 * @attribute: with words that people chose
 * @names: a list of words
 *
 * Returns: whether one of its words is in the list
 */
gboolean
vac_html_is_called (xmlNode    *node,
                    const char *attribute,
                    const char *names)
{
  xmlChar *value = node->properties != NULL ? xmlGetProp (node, BAD_CAST attribute) : NULL;
  g_auto (GStrv) words = NULL;
  gboolean found = FALSE;

  if (value == NULL)
    return FALSE;
  words = g_strsplit_set ((const char *) value, " -_\t\n", -1);
  xmlFree (value);
  for (guint i = 0; words[i] != NULL && !found; i++)
    found = *words[i] != '\0' && vac_html_has_word (words[i], names);

  return found;
}
