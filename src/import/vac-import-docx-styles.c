/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-docx-styles"

#include "config.h"

#include <string.h>

#include "vac-import-docx-styles.h"

/* A chain of styles that are based on one another ends somewhere, or is a circle. */
#define LONGEST_CHAIN 20

/* Of ECMA-376: the level of a paragraph that is of no heading. */
#define OUTLINE_BODY 9

#define DEEPEST 9

typedef struct
{
  char       *id;
  char       *name;        /* folded */
  char       *parent;
  int         outline;     /* -1 where it is not said */
  VacDocxLook look;
  VacDocxList list;
} Style;

struct _VacDocxStyles
{
  GHashTable *styles;      /* of Style by id */
  char       *plain;       /* the style of paragraphs that name none */
  VacDocxLook look;        /* of everything */
  char       *language;

  GHashTable *lists;       /* of names of forms by the id of a list; NULL when there are none */
  GHashTable *forms;       /* by "NAME LEVEL": those without a mark */

  Style      *style;       /* the one that is being read */
  char       *list;        /* the list that is being read */
  char       *form;
  int         level;
  gboolean    in_defaults;
};

static void
free_style (gpointer data)
{
  Style *style = data;

  g_free (style->id);
  g_free (style->name);
  g_free (style->parent);
  g_free (style->list.id);
  g_free (style);
}

/*
 * vac_docx_styles_new:
 *
 * Returns: (transfer full): no styles yet; the names of some are known all the same
 */
VacDocxStyles *
vac_docx_styles_new (void)
{
  VacDocxStyles *self = g_new0 (VacDocxStyles, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_style);
  self->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->look = (VacDocxLook) VAC_DOCX_LOOK_NONE;

  return self;
}

void
vac_docx_styles_free (VacDocxStyles *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->styles);
  g_hash_table_unref (self->forms);
  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_clear_pointer (&self->style, free_style);
  g_free (self->plain);
  g_free (self->language);
  g_free (self->list);
  g_free (self->form);
  g_free (self);
}

/*
 * vac_docx_read_switch:
 * @xml: an element such as w:b
 *
 * Returns: 1 when it switches its property on, 0 when off
 */
int
vac_docx_read_switch (VacXml *xml)
{
  g_autofree char *value = vac_xml_dup (xml, "w:val");

  return value == NULL || (!g_str_equal (value, "0") && !g_str_equal (value, "false") &&
                           !g_str_equal (value, "off"));
}

/* Styles */

enum
{
  STYLE_OTHER,
  STYLE_DEFAULTS,
  STYLE_STYLE,
  STYLE_NAME,
  STYLE_PARENT,
  STYLE_OUTLINE,
  STYLE_LIST,
  STYLE_LIST_LEVEL,
  STYLE_BOLD,
  STYLE_HIDDEN,
  STYLE_LANGUAGE,
  STYLE_TABLE_PART,
};

static const char *const style_elements[] = {
  [STYLE_OTHER] = "",
  [STYLE_DEFAULTS] = "w:docDefaults",
  [STYLE_STYLE] = "w:style",
  [STYLE_NAME] = "w:name",
  [STYLE_PARENT] = "w:basedOn",
  [STYLE_OUTLINE] = "w:outlineLvl",
  [STYLE_LIST] = "w:numId",
  [STYLE_LIST_LEVEL] = "w:ilvl",
  [STYLE_BOLD] = "w:b",
  [STYLE_HIDDEN] = "w:vanish",
  [STYLE_LANGUAGE] = "w:lang",
  [STYLE_TABLE_PART] = "w:tblStylePr",
};

static void
begin_style (VacDocxStyles *self,
             VacXml        *xml)
{
  g_autofree char *type = vac_xml_dup (xml, "w:type");
  g_autofree char *plain = vac_xml_dup (xml, "w:default");

  g_clear_pointer (&self->style, free_style);
  self->style = g_new0 (Style, 1);
  self->style->id = vac_xml_dup (xml, "w:styleId");
  self->style->outline = -1;
  self->style->look = (VacDocxLook) VAC_DOCX_LOOK_NONE;
  self->style->list.level = -1;
  if (plain != NULL && *plain == '1' && g_strcmp0 (type, "paragraph") == 0)
    {
      g_free (self->plain);
      self->plain = g_strdup (self->style->id);
    }
}

static void
read_member (VacDocxStyles *self,
             guint          element,
             VacXml        *xml)
{
  g_autofree char *value = vac_xml_dup (xml, "w:val");
  Style *style = self->style;

  switch (element)
    {
    case STYLE_NAME:
      g_free (style->name);
      style->name = value != NULL ? g_utf8_strdown (value, -1) : NULL;
      break;
    case STYLE_PARENT:
      g_free (style->parent);
      style->parent = g_steal_pointer (&value);
      break;
    case STYLE_OUTLINE:
      style->outline = vac_xml_get_int (xml, "w:val", -1);
      break;
    case STYLE_LIST:
      g_free (style->list.id);
      style->list.id = g_steal_pointer (&value);
      break;
    case STYLE_LIST_LEVEL:
      style->list.level = vac_xml_get_int (xml, "w:val", -1);
      break;
    case STYLE_BOLD:
      style->look.bold = vac_docx_read_switch (xml);
      break;
    case STYLE_HIDDEN:
      style->look.hidden = vac_docx_read_switch (xml);
      break;
    default:
      break;
    }
}

static gboolean
begin_style_element (gpointer data,
                     guint    element,
                     VacXml  *xml)
{
  VacDocxStyles *self = data;

  if (element == STYLE_DEFAULTS)
    self->in_defaults = TRUE;
  else if (element == STYLE_STYLE)
    begin_style (self, xml);
  else if (self->style != NULL)
    read_member (self, element, xml);
  else if (self->in_defaults && element == STYLE_BOLD)
    self->look.bold = vac_docx_read_switch (xml);
  else if (self->in_defaults && element == STYLE_LANGUAGE && self->language == NULL)
    self->language = vac_xml_dup (xml, "w:val");

  /* How the first row of a table looks says nothing of the style. */
  return element != STYLE_TABLE_PART;
}

static void
end_style_element (gpointer data,
                   guint    element)
{
  VacDocxStyles *self = data;

  if (element == STYLE_DEFAULTS)
    self->in_defaults = FALSE;
  if (element != STYLE_STYLE || self->style == NULL)
    return;
  if (self->style->id != NULL)
    {
      g_hash_table_replace (self->styles, self->style->id, self->style);
      self->style = NULL;
    }
  g_clear_pointer (&self->style, free_style);
}

/*
 * vac_docx_styles_read:
 * @self: styles
 * @bytes: word/styles.xml; of a damaged file, what is before the damage is read
 */
void
vac_docx_styles_read (VacDocxStyles *self,
                      GBytes        *bytes)
{
  static const VacXmlHandler handler = {
    style_elements, G_N_ELEMENTS (style_elements), begin_style_element, end_style_element, NULL,
  };

  vac_xml_read (bytes, &handler, self, NULL);
}

/* Lists */

enum
{
  LIST_OTHER,
  LIST_FORM,
  LIST_LEVEL,
  LIST_MARK,
  LIST_LIST,
  LIST_LIST_FORM,
};

static const char *const list_elements[] = {
  [LIST_OTHER] = "",
  [LIST_FORM] = "w:abstractNum",
  [LIST_LEVEL] = "w:lvl",
  [LIST_MARK] = "w:numFmt",
  [LIST_LIST] = "w:num",
  [LIST_LIST_FORM] = "w:abstractNumId",
};

static gboolean
begin_list_element (gpointer data,
                    guint    element,
                    VacXml  *xml)
{
  VacDocxStyles *self = data;
  g_autofree char *value = vac_xml_dup (xml, "w:val");

  switch (element)
    {
    case LIST_FORM:
      g_free (self->form);
      self->form = vac_xml_dup (xml, "w:abstractNumId");
      break;
    case LIST_LEVEL:
      self->level = vac_xml_get_int (xml, "w:ilvl", 0);
      break;
    case LIST_MARK:
      if (g_strcmp0 (value, "none") == 0 && self->form != NULL)
        g_hash_table_add (self->forms, g_strdup_printf ("%s %d", self->form, self->level));
      break;
    case LIST_LIST:
      g_free (self->list);
      self->list = vac_xml_dup (xml, "w:numId");
      break;
    case LIST_LIST_FORM:
      if (self->list != NULL && value != NULL)
        g_hash_table_replace (self->lists, g_strdup (self->list), g_steal_pointer (&value));
      break;
    default:
      break;
    }

  return TRUE;
}

static void
end_list_element (gpointer data,
                  guint    element)
{
  VacDocxStyles *self = data;

  if (element == LIST_FORM)
    g_clear_pointer (&self->form, g_free);
  else if (element == LIST_LIST)
    g_clear_pointer (&self->list, g_free);
}

/*
 * vac_docx_styles_read_lists:
 * @self: styles
 * @bytes: word/numbering.xml; of a damaged file, what is before the damage is read
 */
void
vac_docx_styles_read_lists (VacDocxStyles *self,
                            GBytes        *bytes)
{
  static const VacXmlHandler handler = {
    list_elements, G_N_ELEMENTS (list_elements), begin_list_element, end_list_element, NULL,
  };

  if (self->lists == NULL)
    self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  vac_xml_read (bytes, &handler, self, NULL);
}

/* What they mean */

/*
 * vac_docx_styles_get_language:
 * @self: styles
 *
 * Returns: (transfer none) (nullable): the language of what says none itself
 */
const char *
vac_docx_styles_get_language (VacDocxStyles *self)
{
  return self->language;
}

static const Style *
get_style (VacDocxStyles *self,
           const char    *id)
{
  return id != NULL ? g_hash_table_lookup (self->styles, id) : NULL;
}

/* The style's name; where the file has no such style its id, which programs make of the name in
 * their language. */
static char *
dup_name (VacDocxStyles *self,
          const char    *id)
{
  const Style *style = get_style (self, id);

  if (style != NULL && style->name != NULL)
    return g_strdup (style->name);

  return id != NULL ? g_utf8_strdown (id, -1) : g_strdup ("");
}

/* Returns: the level of a heading that is called so, 1 without a number, 0 for other names */
static guint
read_heading_name (const char *name)
{
  static const char *const headings[] = {
    "heading", "überschrift", "berschrift", "titre", "ttulo", "título", "titolo", "kop", "rubrik",
    "overskrift", "nagwek", "nagłówek",
  };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      const char *rest = g_str_has_prefix (name, headings[i]) ? name + strlen (headings[i]) : NULL;
      const char *digit = rest != NULL && *rest == ' ' ? rest + 1 : rest;

      if (rest != NULL && *digit >= '1' && *digit <= '9' && digit[1] == '\0')
        return (guint) (*digit - '0');
      if (rest != NULL && *rest == '\0' && i == 0)
        return 1;
    }

  return 0;
}

/* Lists that Word's own styles make without saying so: "list bullet 2". */
static guint
read_list_name (const char *name)
{
  static const char *const lists[] = { "list bullet", "listbullet", "list number", "listnumber" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_has_prefix (name, lists[i]))
      {
        const char *rest = name + strlen (lists[i]);

        rest += *rest == ' ';
        if (*rest == '\0' || (g_ascii_isdigit (*rest) && rest[1] == '\0'))
          return *rest > '1' ? (guint) (*rest - '0') : 1;
      }

  return 0;
}

/*
 * vac_docx_styles_is_contents:
 * @self: styles
 * @style: (nullable): the style of a paragraph
 *
 * Returns: whether it is a line of a table of contents, which repeats the headings
 */
gboolean
vac_docx_styles_is_contents (VacDocxStyles *self,
                             const char    *style)
{
  g_autofree char *name = dup_name (self, style);

  return g_str_has_prefix (name, "toc ") && g_ascii_isdigit (name[4]);
}

/*
 * vac_docx_styles_is_prompt:
 * @self: styles
 * @style: (nullable): the style of a run
 *
 * Returns: whether it is that of the text that an empty control shows
 */
gboolean
vac_docx_styles_is_prompt (VacDocxStyles *self,
                           const char    *style)
{
  g_autofree char *name = dup_name (self, style);

  return g_str_equal (name, "placeholder text") || g_str_equal (name, "placeholdertext");
}

/* Returns: whether @style or one that it is based on is of headings; @kind says of which */
static gboolean
find_heading (VacDocxStyles *self,
              const char    *style,
              VacDraftKind  *kind,
              guint         *level)
{
  for (guint i = 0; i < LONGEST_CHAIN && style != NULL; i++)
    {
      const Style *found = get_style (self, style);
      g_autofree char *name = dup_name (self, style);

      *kind = VAC_DRAFT_HEADING;
      *level = read_heading_name (name);
      if (g_str_equal (name, "title"))
        {
          *kind = VAC_DRAFT_TITLE;
          *level = 0;
          return TRUE;
        }
      if (found != NULL && found->outline >= 0)
        {
          *level = found->outline < OUTLINE_BODY ? (guint) found->outline + 1 : 0;
          return *level > 0;
        }
      if (*level > 0)
        return TRUE;
      style = found != NULL ? found->parent : NULL;
    }

  return FALSE;
}

/* A list that the file does not have shows no mark. Where it has none at all, it was put together
 * by a program that left them out. */
static gboolean
has_mark (VacDocxStyles *self,
          const char    *list,
          int            level)
{
  const char *form = self->lists != NULL ? g_hash_table_lookup (self->lists, list) : NULL;
  g_autofree char *key = g_strdup_printf ("%s %d", form, level);

  if (g_str_equal (list, "0") || (self->lists != NULL && form == NULL))
    return FALSE;

  return form == NULL || !g_hash_table_contains (self->forms, key);
}

/* Returns: the level in a list, from 1; 0 for none */
static guint
find_list (VacDocxStyles     *self,
           const char        *style,
           const VacDocxList *list)
{
  const char *id = list->id;
  int level = list->level;

  for (guint i = 0; i < LONGEST_CHAIN && style != NULL && id == NULL; i++)
    {
      const Style *found = get_style (self, style);
      g_autofree char *name = dup_name (self, style);

      if (found != NULL && level < 0)
        level = found->list.level;
      id = found != NULL ? found->list.id : NULL;
      if (id == NULL && read_list_name (name) > 0)
        return read_list_name (name);
      style = found != NULL ? found->parent : NULL;
    }
  level = CLAMP (level, 0, DEEPEST - 1);

  return id != NULL && has_mark (self, id, level) ? (guint) level + 1 : 0;
}

/*
 * vac_docx_styles_tell_kind:
 * @self: styles
 * @style: (nullable): the style that a paragraph names
 * @outline: the level that it says, from 0; -1 for none
 * @list: the list that it says
 * @level: (out): of a heading or a bullet, from 1
 *
 * Headings may be numbered, and are none of a list.
 *
 * Returns: what the paragraph is
 */
VacDraftKind
vac_docx_styles_tell_kind (VacDocxStyles     *self,
                           const char        *style,
                           int                outline,
                           const VacDocxList *list,
                           guint             *level)
{
  VacDraftKind kind;

  style = style != NULL ? style : self->plain;
  if (outline >= 0 && outline < OUTLINE_BODY)
    {
      *level = (guint) outline + 1;
      return VAC_DRAFT_HEADING;
    }
  if (outline != OUTLINE_BODY && find_heading (self, style, &kind, level))
    return kind;
  *level = find_list (self, style, list);

  return *level > 0 ? VAC_DRAFT_BULLET : VAC_DRAFT_PARAGRAPH;
}

/* Returns: what @style or one that it is based on says at @offset of its look; -1 for nothing */
static int
find_look (VacDocxStyles *self,
           const char    *style,
           gsize          offset)
{
  for (guint i = 0; i < LONGEST_CHAIN && style != NULL; i++)
    {
      const Style *found = get_style (self, style);
      const int value = found != NULL ? G_STRUCT_MEMBER (int, &found->look, offset) : -1;

      if (value >= 0)
        return value;
      style = found != NULL ? found->parent : NULL;
    }

  return -1;
}

static gboolean
looks (VacDocxStyles     *self,
       const char        *paragraph_style,
       const char        *run_style,
       const VacDocxLook *look,
       gsize              offset)
{
  int value = G_STRUCT_MEMBER (int, look, offset);

  if (value < 0)
    value = find_look (self, run_style, offset);
  if (value < 0)
    value = find_look (self, paragraph_style != NULL ? paragraph_style : self->plain, offset);
  if (value < 0)
    value = G_STRUCT_MEMBER (int, &self->look, offset);

  return value > 0;
}

/*
 * vac_docx_styles_is_bold:
 * @self: styles
 * @paragraph_style: (nullable): the style of the paragraph
 * @run_style: (nullable): the style of the run
 * @look: what the run says itself
 *
 * Returns: whether a run is bold
 */
gboolean
vac_docx_styles_is_bold (VacDocxStyles     *self,
                         const char        *paragraph_style,
                         const char        *run_style,
                         const VacDocxLook *look)
{
  return looks (self, paragraph_style, run_style, look, G_STRUCT_OFFSET (VacDocxLook, bold));
}

/*
 * vac_docx_styles_is_hidden:
 * @self: styles
 * @paragraph_style: (nullable): the style of the paragraph
 * @run_style: (nullable): the style of the run
 * @look: what the run says itself
 *
 * Returns: whether a run is neither shown nor printed
 */
gboolean
vac_docx_styles_is_hidden (VacDocxStyles     *self,
                           const char        *paragraph_style,
                           const char        *run_style,
                           const VacDocxLook *look)
{
  return looks (self, paragraph_style, run_style, look, G_STRUCT_OFFSET (VacDocxLook, hidden));
}
