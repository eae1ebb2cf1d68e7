/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-html"

#include "config.h"

#include <string.h>

#include "vac-html-node.h"
#include "vac-import-block.h"
#include "vac-import-html.h"
#include "vac-import-lines.h"
#include "vac-import-private.h"
#include "vac-link.h"
#include "vac-paste-line.h"

/* The text of a web page, of a Word document saved as one, or of a piece of either. Only structure
 * counts; nothing is loaded, and no script, style or entity of a stranger is run. */

/* A longer row is no row of facts. */
#define LONGEST_ROW 1000

/* A longer list of links is a text with links in it. */
#define LONGEST_LINKS 400

typedef struct
{
  VacDraft       *draft;
  VacImportBlock *block;
  const char     *origin;     /* NULL for the line in the page */
  xmlNode        *link;       /* the open one */
  char           *uri;        /* where it leads; NULL for nowhere that is safe */
  xmlNode        *word;       /* the open paragraph of a list by Word, which is no list element */
  gboolean        is_page;    /* has parts that belong to no posting */
  guint           n_bold;     /* how many elements are open that make text bold */
  guint           n_lists;
  guint           n_items;
  guint           in_pre;
  guint           in_row;
  guint           heading;    /* the level of the open one, or 0 */
  guint           word_level;
  long            line;
} Reader;

/* Elements that begin a line, elements that show nothing, and parts of a page that are no text of
 * it, with a blank before and after each name. */
static const char block_names[] =
  " address article aside blockquote body caption center dd details div dl dt fieldset "
  "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section "
  "summary table tbody tfoot thead tr ul ";
static const char unseen_names[] =
  " head style script title template noscript object svg textarea select meta link iframe button "
  "input ";
static const char frame_names[] = " nav footer aside form dialog ";
static const char frame_roles[] = " navigation contentinfo search dialog alertdialog banner "
                                  "complementary menu button ";
/* The same by what people call them: words of a class or an id. */
static const char frame_words[] = " breadcrumb breadcrumbs byline comments consent cookie cookies "
                                  "foot footer gdpr menu nav navbar navigation newsletter related "
                                  "share sidebar similar social topbar ";

static gboolean
is_word_item (xmlNode *node)
{
  return vac_html_is_named (node, "p") && !vac_html_says (node, "style", "mso-list:none") &&
         (vac_html_says (node, "style", "mso-list:") ||
          vac_html_says (node, "class", "msolistparagraph"));
}

/* "mso-list:l0 level2 lfo1" */
static guint
get_word_level (xmlNode *node)
{
  g_autofree char *style = vac_html_dup_attribute (node, "style");
  const char *level = strstr (style, "level");

  return level != NULL && g_ascii_isdigit (level[5]) ? (guint) MAX (level[5] - '0', 1) : 1;
}

/* What surrounds the text of a page. */
static gboolean
is_frame (xmlNode *node)
{
  g_autofree char *role = vac_html_dup_attribute (node, "role");

  if (vac_html_is_one_of (node, " html body main article "))
    return FALSE;

  return vac_html_is_one_of (node, frame_names) ||
         (*role != '\0' && vac_html_has_word (role, frame_roles)) ||
         vac_html_is_called (node, "class", frame_words) ||
         vac_html_is_called (node, "id", frame_words);
}

/* What readers wrote beside a document of Google's, and where. */
static gboolean
is_comment (xmlNode *node)
{
  const gboolean is_mark = vac_html_is_named (node, "sup");
  xmlNode *link = is_mark || vac_html_is_named (node, "div") ? vac_html_find (node, "a") : NULL;

  return link != NULL && vac_html_says (link, is_mark ? "href" : "id", "cmnt");
}

/* A paragraph of links leads elsewhere: a menu that does not say what it is. */
static gboolean
is_all_links (xmlNode *node)
{
  gboolean any = FALSE;

  if (!vac_html_is_one_of (node, " p div li td header ") ||
      vac_html_measure (node) > LONGEST_LINKS)
    return FALSE;
  for (xmlNode *child = node, *next; child != NULL; child = next)
    {
      next = vac_html_get_next (child, node);
      if (child->type == XML_ELEMENT_NODE && vac_html_is_named (child, "a"))
        {
          if (vac_html_says (child, "href", "mailto:"))
            return FALSE;
          any = TRUE;
          while (child != node && child->next == NULL)
            child = child->parent;
          next = child != node ? child->next : NULL;
        }
      else if (child->type == XML_TEXT_NODE &&
               ((const char *) child->content)[strspn ((const char *) child->content,
                                                       " \t\r\n|·•/")] != '\0')
        return FALSE;
    }

  return any;
}

static gboolean
is_bold (xmlNode *node)
{
  g_autofree char *style = NULL;
  const char *weight;

  if (vac_html_is_one_of (node, " b strong th "))
    return TRUE;
  if (!vac_html_is_one_of (node, " span font p div "))
    return FALSE;
  style = vac_html_dup_attribute (node, "style");
  weight = strstr (style, "font-weight:");
  if (weight == NULL)
    return FALSE;
  weight += strlen ("font-weight:");

  return g_str_has_prefix (weight, "bold") || (*weight >= '6' && *weight <= '9');
}

/* Google Docs wraps all that is copied in an element that would be bold, and says it is not. */
static gboolean
is_plain (xmlNode *node)
{
  return vac_html_says (node, "style", "font-weight:normal") ||
         vac_html_says (node, "style", "font-weight:400");
}

static void
finish_block (Reader *self)
{
  g_autofree char *line = self->origin == NULL ? g_strdup_printf ("%ld", self->line) : NULL;
  const char *origin = self->origin != NULL ? self->origin : line;

  if (self->in_row > 0 || vac_import_block_is_empty (self->block))
    return;
  if (self->heading > 0)
    vac_import_block_flush (self->block, self->draft, VAC_DRAFT_HEADING, self->heading, origin);
  else if (self->word != NULL)
    vac_import_block_flush (self->block, self->draft, VAC_DRAFT_BULLET, self->word_level, origin);
  else if (self->n_items > 0)
    vac_import_block_flush (self->block, self->draft, VAC_DRAFT_BULLET, MAX (self->n_lists, 1),
                            origin);
  else
    vac_import_block_flush (self->block, self->draft, VAC_DRAFT_PARAGRAPH, 0, origin);
}

/* What the fonts of Word show as a bullet, or a number. */
static gboolean
is_mark (const char *text)
{
  g_autofree char *line = g_strconcat (text, "\t", NULL);
  VacPasteLine numbered = { .text = line };

  vac_paste_find_number (&numbered);

  return *vac_paste_skip_bullet (line) == '\0' || numbered.number.length == strlen (line);
}

/* Word separates the mark from the text by no-break blanks in a span of their own. */
static gboolean
ends_word_mark (Reader     *self,
                const char *text)
{
  const char *line = vac_import_block_peek_line (self->block);

  return self->word != NULL && strstr (text, "\xc2\xa0") != NULL &&
         *vac_paste_skip_blanks (text) == '\0' && *line != '\0' && is_mark (line);
}

static void
add_text (Reader     *self,
          const char *text)
{
  if (ends_word_mark (self, text))
    {
      vac_import_block_clear_line (self->block);
      return;
    }
  while (self->in_pre > 0 && strchr (text, '\n') != NULL)
    {
      const char *end = strchr (text, '\n');

      vac_import_block_add_text (self->block, text, end - text, self->n_bold > 0,
                                 self->uri);
      vac_import_block_end_line (self->block);
      text = end + 1;
    }
  vac_import_block_add_text (self->block, text, -1, self->n_bold > 0, self->uri);
}

/* An empty line within an element ends a paragraph. */
static void
end_line (Reader *self)
{
  if (*vac_import_block_peek_line (self->block) == '\0')
    finish_block (self);
  else
    vac_import_block_end_line (self->block);
}

/* A row of several cells with nothing but a few words in them; other tables lay a page out. */
static gboolean
is_row_of_data (xmlNode *node)
{
  guint n_cells = 0;

  if (!vac_html_is_named (node, "tr"))
    return FALSE;
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && vac_html_is_one_of (child, " td th "))
      n_cells++;
  for (xmlNode *child = node; n_cells > 1 && child != NULL; child = vac_html_get_next (child, node))
    if (child->type == XML_ELEMENT_NODE &&
        vac_html_is_one_of (child, " table ul ol h1 h2 h3 h4 h5 h6 "))
      return FALSE;

  return n_cells > 1 && vac_html_measure (node) <= LONGEST_ROW;
}

/* A name and a few words on it, of a list of such pairs. */
static gboolean
is_pair (xmlNode *dd)
{
  xmlNode *before = dd->prev;

  while (before != NULL && before->type != XML_ELEMENT_NODE)
    before = before->prev;

  return vac_html_is_named (dd, "dd") && before != NULL && vac_html_is_named (before, "dt") &&
         vac_html_measure (dd) <= LONGEST_ROW / 4 && xmlChildElementCount (dd) <= 1;
}

static guint
get_heading_level (xmlNode *node)
{
  const char *name = (const char *) node->name;

  if (g_ascii_tolower (name[0]) == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0')
    return (guint) (name[1] - '0');

  return vac_html_says (node, "class", "msotitle") ? 1 : 0;
}

static void
enter_element (Reader  *self,
               xmlNode *node)
{
  const gboolean is_row = is_row_of_data (node);

  if (is_pair (node))
    vac_import_block_add_tab (self->block);
  else if (vac_html_is_one_of (node, block_names))
    finish_block (self);
  if (vac_import_block_is_empty (self->block))
    self->line = xmlGetLineNo (node);
  if (vac_html_is_named (node, "br"))
    end_line (self);
  else if (vac_html_is_one_of (node, " td th ") && self->in_row == 0)
    finish_block (self);
  else if (vac_html_is_one_of (node, " td th ") && !vac_import_block_is_empty (self->block))
    vac_import_block_add_tab (self->block);
  self->n_lists += vac_html_is_one_of (node, " ul ol ");
  self->n_items += vac_html_is_named (node, "li");
  self->in_pre += vac_html_is_named (node, "pre");
  self->in_row += is_row;
  self->n_bold += is_bold (node) && !is_plain (node) && get_heading_level (node) == 0;
  if (self->link == NULL && vac_html_is_named (node, "a"))
    {
      g_autofree char *address = vac_html_dup_attribute (node, "href");

      self->link = node;
      self->uri = vac_link_make_safe (address);
    }
  if (self->heading == 0)
    self->heading = get_heading_level (node);
  if (self->word == NULL && is_word_item (node))
    {
      self->word = node;
      self->word_level = get_word_level (node);
    }
}

/* Returns: whether to look at what is in it */
static gboolean
enter (Reader  *self,
       xmlNode *node)
{
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    add_text (self, (const char *) node->content);
  if (node->type != XML_ELEMENT_NODE || vac_html_is_one_of (node, unseen_names) ||
      vac_html_is_hidden (node) ||
      (self->is_page && (is_frame (node) || is_comment (node) || is_all_links (node))))
    return node->type == XML_HTML_DOCUMENT_NODE;
  if (self->word != NULL && vac_html_says (node, "style", "mso-list:ignore"))
    return FALSE;
  enter_element (self, node);

  return TRUE;
}

static void
flush_row (Reader  *self,
           xmlNode *node)
{
  g_autofree char *line = g_strdup_printf ("%ld", xmlGetLineNo (node));

  vac_import_block_flush (self->block, self->draft, VAC_DRAFT_ROW, 0,
                          self->origin != NULL ? self->origin : line);
}

/* A name stays in the block for what follows it. */
static gboolean
names_pair (xmlNode *dt)
{
  xmlNode *next = vac_html_is_named (dt, "dt") ? dt->next : NULL;

  while (next != NULL && next->type != XML_ELEMENT_NODE)
    next = next->next;

  return next != NULL && is_pair (next);
}

static void
leave (Reader  *self,
       xmlNode *node)
{
  if (is_row_of_data (node))
    {
      self->in_row--;
      if (self->in_row == 0 && !vac_import_block_is_empty (self->block))
        flush_row (self, node);
    }
  else if (is_pair (node) && !vac_import_block_is_empty (self->block))
    flush_row (self, node);
  else if (vac_html_is_one_of (node, block_names) && !names_pair (node))
    finish_block (self);
  if (self->word == node)
    self->word = NULL;
  if (self->link == node)
    {
      self->link = NULL;
      g_clear_pointer (&self->uri, g_free);
    }
  self->n_lists -= vac_html_is_one_of (node, " ul ol ");
  self->n_items -= vac_html_is_named (node, "li");
  self->in_pre -= vac_html_is_named (node, "pre");
  self->n_bold -= is_bold (node) && !is_plain (node) && get_heading_level (node) == 0;
  if (get_heading_level (node) > 0)
    self->heading = 0;
}

/* Without recursion: a stranger's page may be nested a million deep. */
static void
read_tree (Reader  *self,
           xmlNode *root)
{
  xmlNode *node = root;
  gboolean entered = enter (self, node);

  while (node != NULL)
    {
      if (entered && node->children != NULL)
        node = node->children;
      else
        {
          if (entered && node->type == XML_ELEMENT_NODE)
            leave (self, node);
          while (node != root && node->next == NULL)
            {
              node = node->parent;
              if (node->type == XML_ELEMENT_NODE)
                leave (self, node);
            }
          node = node != root ? node->next : NULL;
        }
      entered = node != NULL && enter (self, node);
    }
  finish_block (self);
  g_clear_pointer (&self->uri, g_free);
}

/*
 * vac_draft_add_tree:
 * @self: a draft
 * @root: an element of a page
 *
 * Appends what is in it, without what surrounds the text of a page.
 */
void
vac_draft_add_tree (VacDraft *self,
                    xmlNode  *root)
{
  g_autoptr (VacImportBlock) block = vac_import_block_new ();
  Reader reader = { .draft = self, .block = block, .is_page = TRUE };

  read_tree (&reader, root);
}

/**
 * vac_draft_add_html:
 * @self: a draft
 * @html: a piece of HTML of any kind
 * @length: its length in bytes, -1 up to NUL
 * @origin: (nullable): where it stands in the source; %NULL for the numbers of its lines
 *
 * Appends its headings, paragraphs, lists and tables.
 */
void
vac_draft_add_html (VacDraft   *self,
                    const char *html,
                    gssize      length,
                    const char *origin)
{
  g_autoptr (VacImportBlock) block = vac_import_block_new ();
  Reader reader = { .draft = self, .block = block, .origin = origin };
  g_autofree char *text = NULL;
  const char *start, *end;
  htmlDocPtr document;
  gboolean cut;

  g_return_if_fail (self != NULL);

  if (html == NULL)
    return;
  text = g_utf8_make_valid (html, length);
  start = strstr (text, "<!--StartFragment-->");
  end = start != NULL ? strstr (start, "<!--EndFragment-->") : NULL;
  start = start != NULL ? start : text;
  document = vac_html_parse (start, end != NULL ? (gsize) (end - start) : strlen (start), &cut);
  if (document == NULL)
    return;
  if (cut)
    vac_draft_remark_cut (self);
  read_tree (&reader, (xmlNode *) document);
  xmlFreeDoc (document);
}

