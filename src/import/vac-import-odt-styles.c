/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-import-odt-styles"

#include "config.h"

#include <string.h>

#include "vac-import-odt-styles.h"
#include "vac-xml.h"

/* A chain of styles that are based on one another ends somewhere, or is a circle. */
#define LONGEST_CHAIN 20

#define DEEPEST 9

/* The weights of type are hundreds; bold is 700. */
#define BOLD_WEIGHT 600

typedef struct
{
  char *family;
  char *name;
  char *parent;
  char *list;       /* (nullable): the style of its list; "" for none */
  int   outline;    /* from 1, 0 for no heading, -1 where it is not said */
  int   bold;
  int   hidden;
  char *language;
} Style;

struct _VacOdtStyles
{
  GHashTable *styles;      /* of Style by "FAMILY NAME"; "FAMILY " is what all are based on */
  GHashTable *unmarked;    /* levels of lists without a mark: "NAME LEVEL" */

  Style      *style;       /* the one that is being read */
  char       *list;        /* the list style that is being read */
  gboolean    automatic;   /* those of the document itself are wanted */
};

static void
free_style (gpointer data)
{
  Style *style = data;

  g_free (style->family);
  g_free (style->name);
  g_free (style->parent);
  g_free (style->list);
  g_free (style->language);
  g_free (style);
}

/*
 * vac_odt_styles_new:
 *
 * Returns: (transfer full): no styles yet
 */
VacOdtStyles *
vac_odt_styles_new (void)
{
  VacOdtStyles *self = g_new0 (VacOdtStyles, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_style);
  self->unmarked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
vac_odt_styles_free (VacOdtStyles *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->styles);
  g_hash_table_unref (self->unmarked);
  g_clear_pointer (&self->style, free_style);
  g_free (self->list);
  g_free (self);
}

enum
{
  OTHER,
  STYLE,
  DEFAULT_STYLE,
  TEXT_PROPERTIES,
  LIST_STYLE,
  LEVEL_NUMBER,
  LEVEL_BULLET,
  AUTOMATIC_STYLES,
  MASTER_STYLES,
  BODY,
};

static const char *const elements[] = {
  [OTHER] = "",
  [STYLE] = "style:style",
  [DEFAULT_STYLE] = "style:default-style",
  [TEXT_PROPERTIES] = "style:text-properties",
  [LIST_STYLE] = "text:list-style",
  [LEVEL_NUMBER] = "text:list-level-style-number",
  [LEVEL_BULLET] = "text:list-level-style-bullet",
  [AUTOMATIC_STYLES] = "office:automatic-styles",
  [MASTER_STYLES] = "office:master-styles",
  [BODY] = "office:body",
};

static void
begin_style (VacOdtStyles *self,
             gboolean      named,
             VacXml       *xml)
{
  Style *style = g_new0 (Style, 1);

  style->family = vac_xml_dup (xml, "style:family");
  style->name = named ? vac_xml_dup (xml, "style:name") : NULL;
  style->parent = vac_xml_dup (xml, "style:parent-style-name");
  style->list = vac_xml_dup (xml, "style:list-style-name");
  style->outline = vac_xml_get_int (xml, "style:default-outline-level", -1);
  style->bold = -1;
  style->hidden = -1;
  g_clear_pointer (&self->style, free_style);
  self->style = style;
}

static void
read_text_properties (Style  *style,
                      VacXml *xml)
{
  g_autofree char *weight = vac_xml_dup (xml, "fo:font-weight");
  g_autofree char *display = vac_xml_dup (xml, "text:display");
  g_autofree char *language = vac_xml_dup (xml, "fo:language");
  g_autofree char *country = vac_xml_dup (xml, "fo:country");

  if (weight != NULL)
    style->bold = g_str_equal (weight, "bold") ||
                  g_ascii_strtoull (weight, NULL, 10) >= BOLD_WEIGHT;
  if (display != NULL)
    style->hidden = g_str_equal (display, "none");
  if (language == NULL || g_str_equal (language, "none") || g_str_equal (language, "zxx"))
    return;
  g_free (style->language);
  style->language = country != NULL && !g_str_equal (country, "none") && *country != '\0'
                    ? g_strdup_printf ("%s-%s", language, country) : g_steal_pointer (&language);
}

static void
read_level (VacOdtStyles *self,
            const char   *mark_name,
            VacXml       *xml)
{
  g_autofree char *mark = vac_xml_dup (xml, mark_name);
  g_autofree char *prefix = vac_xml_dup (xml, "style:num-prefix");
  g_autofree char *suffix = vac_xml_dup (xml, "style:num-suffix");
  const char *const texts[] = { mark, prefix, suffix };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && *texts[i] != '\0')
      return;
  if (self->list != NULL)
    g_hash_table_add (self->unmarked, g_strdup_printf ("%s %d", self->list,
                                                       vac_xml_get_int (xml, "text:level", 1)));
}

static gboolean
begin_element (gpointer data,
               guint    element,
               VacXml  *xml)
{
  VacOdtStyles *self = data;

  switch (element)
    {
    case BODY:
    case MASTER_STYLES:
      return FALSE;
    case AUTOMATIC_STYLES:
      return self->automatic;
    case STYLE:
    case DEFAULT_STYLE:
      begin_style (self, element == STYLE, xml);
      break;
    case TEXT_PROPERTIES:
      if (self->style != NULL)
        read_text_properties (self->style, xml);
      break;
    case LIST_STYLE:
      g_free (self->list);
      self->list = vac_xml_dup (xml, "style:name");
      break;
    case LEVEL_NUMBER:
      read_level (self, "style:num-format", xml);
      break;
    case LEVEL_BULLET:
      read_level (self, "text:bullet-char", xml);
      break;
    default:
      break;
    }

  return TRUE;
}

static void
end_element (gpointer data,
             guint    element)
{
  VacOdtStyles *self = data;
  Style *style = self->style;

  if ((element != STYLE && element != DEFAULT_STYLE) || style == NULL)
    return;
  g_hash_table_replace (self->styles,
                        g_strdup_printf ("%s %s", style->family,
                                         style->name != NULL ? style->name : ""), style);
  self->style = NULL;
}

/*
 * vac_odt_styles_read:
 * @self: styles
 * @bytes: content.xml or styles.xml; of a damaged file, what is before the damage is read
 * @automatic: whether to read those without a name that a user sees; in styles.xml they are of
 *   headers and footers, and called like others
 */
void
vac_odt_styles_read (VacOdtStyles *self,
                     GBytes       *bytes,
                     gboolean      automatic)
{
  static const VacXmlHandler handler = {
    elements, G_N_ELEMENTS (elements), begin_element, end_element, NULL,
  };

  self->automatic = automatic;
  vac_xml_read (bytes, &handler, self, NULL);
}

static const Style *
get_style (VacOdtStyles *self,
           const char   *family,
           const char   *name)
{
  g_autofree char *key = g_strdup_printf ("%s %s", family, name);

  return g_hash_table_lookup (self->styles, key);
}

/* Names of styles in the file are English in every language. */
static VacDraftKind
tell_kind_by_name (const char *name,
                   guint      *level)
{
  const char *number = g_str_has_prefix (name, "Heading_20_") ? name + strlen ("Heading_20_") : "";

  *level = 0;
  if (g_str_equal (name, "Title"))
    return VAC_DRAFT_TITLE;
  if (!g_ascii_isdigit (*number) || *number == '0')
    return VAC_DRAFT_PARAGRAPH;
  *level = MIN ((guint) g_ascii_strtoull (number, NULL, 10), DEEPEST);

  return VAC_DRAFT_HEADING;
}

/*
 * vac_odt_styles_tell_kind:
 * @self: styles
 * @style: (nullable): the style of a paragraph that is neither a heading nor in a list by itself
 * @level: (out): of a heading or a bullet, from 1
 *
 * Returns: what the style makes of it
 */
VacDraftKind
vac_odt_styles_tell_kind (VacOdtStyles *self,
                          const char   *style,
                          guint        *level)
{
  const char *list = NULL;

  *level = 0;
  for (guint i = 0; i < LONGEST_CHAIN && style != NULL; i++)
    {
      const Style *found = get_style (self, "paragraph", style);
      VacDraftKind kind = tell_kind_by_name (style, level);

      if (found != NULL && found->outline >= 0)
        {
          *level = MIN ((guint) found->outline, DEEPEST);
          kind = *level > 0 ? VAC_DRAFT_HEADING : VAC_DRAFT_PARAGRAPH;
        }
      if (kind != VAC_DRAFT_PARAGRAPH)
        return kind;
      if (list == NULL && found != NULL)
        list = found->list;
      style = found != NULL ? found->parent : NULL;
    }
  *level = list != NULL && *list != '\0' && vac_odt_styles_has_mark (self, list, 1);

  return *level > 0 ? VAC_DRAFT_BULLET : VAC_DRAFT_PARAGRAPH;
}

/*
 * vac_odt_styles_has_mark:
 * @self: styles
 * @list: (nullable): the style of a list
 * @level: of an element of it, from 1
 *
 * Returns: whether a bullet or a number is before it
 */
gboolean
vac_odt_styles_has_mark (VacOdtStyles *self,
                         const char   *list,
                         guint         level)
{
  g_autofree char *key = g_strdup_printf ("%s %u", list, level);

  return !g_hash_table_contains (self->unmarked, key);
}

/* Fills in what @look does not say yet. */
static void
add_look (const Style *style,
          VacOdtLook  *look)
{
  if (look->bold < 0)
    look->bold = style->bold;
  if (look->hidden < 0)
    look->hidden = style->hidden;
  if (look->language == NULL)
    look->language = style->language;
}

/*
 * vac_odt_styles_look:
 * @self: styles
 * @family: "paragraph" or "text"
 * @style: (nullable): a style of that family; %NULL for what all of them are based on
 * @look: (inout): filled in with what the style says and @look does not say yet
 */
void
vac_odt_styles_look (VacOdtStyles *self,
                     const char   *family,
                     const char   *style,
                     VacOdtLook   *look)
{
  for (guint i = 0; i < LONGEST_CHAIN; i++)
    {
      const Style *found = get_style (self, family, style != NULL ? style : "");

      if (found != NULL)
        add_look (found, look);
      if (style == NULL || found == NULL)
        return;
      style = found->parent;
      if (style == NULL)
        return;
    }
}
