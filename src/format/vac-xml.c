/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-xml"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "vac-error.h"
#include "vac-xml.h"

/* XML of a stranger, told element by element; no tree is built, so that a large file takes no more
 * memory than its bytes. Office files have no document type, so that one that has is refused before
 * anything in it is read: no entity is ever declared, and nothing is fetched. */

struct _VacXml
{
  const VacXmlHandler *handler;
  gpointer             data;
  xmlParserCtxt       *parser;
  GHashTable          *elements;       /* owned: of their numbers by name */
  const xmlChar      **attributes;     /* of the element that begins; five pointers each */
  int                  n_attributes;
  guint                depth;
  guint                skipped;        /* the depth of the element that is left out; 0 for none */
  gboolean             stopped;        /* the handler has enough */
  gboolean             has_type;
  gboolean             too_deep;
};

/* A prefix stands for all that follow here: the two forms of Office Open XML name the same. */
static const struct
{
  const char *prefix;
  const char *uri;
} spaces[] = {
  { "w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main" },
  { "w", "http://purl.oclc.org/ooxml/wordprocessingml/main" },
  { "x", "http://schemas.openxmlformats.org/spreadsheetml/2006/main" },
  { "x", "http://purl.oclc.org/ooxml/spreadsheetml/main" },
  { "r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships" },
  { "r", "http://purl.oclc.org/ooxml/officeDocument/relationships" },
  { "mc", "http://schemas.openxmlformats.org/markup-compatibility/2006" },
  { "rel", "http://schemas.openxmlformats.org/package/2006/relationships" },
  { "office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
  { "text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
  { "table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
  { "style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
  { "draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" },
  { "fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
  { "svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" },
  { "presentation", "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" },
  { "manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" },
  { "xlink", "http://www.w3.org/1999/xlink" },
  { "xml", "http://www.w3.org/XML/1998/namespace" },
};

/* Whether a name of ours, "w:p", is that of the file. */
static gboolean
is_name (const char *name,
         const char *local,
         const char *uri)
{
  const char *colon = strchr (name, ':');

  if (colon == NULL)
    return uri == NULL && g_str_equal (name, local);
  if (uri == NULL || !g_str_equal (colon + 1, local))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    if (strlen (spaces[i].prefix) == (gsize) (colon - name) &&
        strncmp (spaces[i].prefix, name, (gsize) (colon - name)) == 0 &&
        g_str_equal (spaces[i].uri, uri))
      return TRUE;

  return FALSE;
}

static guint
find_element (VacXml        *self,
              const xmlChar *local,
              const xmlChar *uri)
{
  const guint first = GPOINTER_TO_UINT (g_hash_table_lookup (self->elements, local));

  /* Elements of several vocabularies may share a name; this is the first of them. */
  for (guint i = first; i > 0 && i < self->handler->n_names; i++)
    if (is_name (self->handler->names[i], (const char *) local, (const char *) uri))
      return i;

  return 0;
}

static void
start_element_cb (void           *data,
                  const xmlChar  *local,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_spaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  VacXml *self = data;

  self->depth++;
  if (self->depth > VAC_XML_MAX_DEPTH)
    {
      self->too_deep = TRUE;
      xmlStopParser (self->parser);
    }
  if (self->skipped > 0 || self->too_deep || self->stopped)
    return;
  self->attributes = attributes;
  self->n_attributes = n_attributes;
  if (!self->handler->begin (self->data, find_element (self, local, uri), self))
    self->skipped = self->depth;
  self->n_attributes = 0;
}

static void
end_element_cb (void          *data,
                const xmlChar *local,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  VacXml *self = data;

  if (self->skipped == 0 && !self->stopped && self->handler->end != NULL)
    self->handler->end (self->data, find_element (self, local, uri));
  else if (self->skipped == self->depth)
    self->skipped = 0;
  self->depth--;
}

static void
characters_cb (void          *data,
               const xmlChar *text,
               int            length)
{
  VacXml *self = data;

  if (self->skipped == 0 && !self->stopped && self->handler->text != NULL)
    self->handler->text (self->data, (const char *) text, (gsize) length);
}

static void
document_type_cb (void          *data,
                  const xmlChar *name,
                  const xmlChar *external_id,
                  const xmlChar *system_id)
{
  VacXml *self = data;

  self->has_type = TRUE;
  xmlStopParser (self->parser);
}

static gboolean
check (VacXml  *self,
       GError **error)
{
  const char *sentence = NULL;

  if (self->has_type)
    sentence = _("The file declares a document type, which no document of this kind has.");
  else if (self->too_deep)
    sentence = _("The file is nested deeper than a document can be.");
  else if (!self->stopped && (self->parser == NULL || !self->parser->wellFormed))
    sentence = _("The file is damaged: a part of it is not XML.");
  if (sentence != NULL)
    g_set_error_literal (error, VAC_ERROR, VAC_ERROR_FORMAT, sentence);

  return sentence == NULL;
}

static const xmlSAXHandler callbacks = {
  .initialized = XML_SAX2_MAGIC, .internalSubset = document_type_cb,
  .startElementNs = start_element_cb, .endElementNs = end_element_cb,
  .characters = characters_cb, .ignorableWhitespace = characters_cb,
};

/**
 * vac_xml_prepare:
 *
 * Makes the state that all parsers of libxml2 share. What reads XML here calls it; whoever calls
 * that library by other ways has to, too: any thread may come first.
 */
void
vac_xml_prepare (void)
{
  static gsize prepared;

  if (g_once_init_enter (&prepared))
    {
      xmlInitParser ();
      g_once_init_leave (&prepared, 1);
    }
}

static void
begin (VacXml              *self,
       const VacXmlHandler *handler,
       gpointer             data)
{
  vac_xml_prepare ();
  *self = (VacXml) { .handler = handler, .data = data };
  self->elements = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = handler->n_names - 1; i > 0; i--)
    {
      const char *colon = strchr (handler->names[i], ':');

      g_hash_table_replace (self->elements,
                            (char *) (colon != NULL ? colon + 1 : handler->names[i]),
                            GUINT_TO_POINTER (i));
    }
}

/* Takes over the parser that reads for @self. */
static void
set_parser (VacXml        *self,
            xmlParserCtxt *parser)
{
  self->parser = parser;
  if (parser == NULL)
    return;
  xmlCtxtUseOptions (parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  *parser->sax = callbacks;
  parser->userData = self;
}

static gboolean
end (VacXml  *self,
     GError **error)
{
  const gboolean read = check (self, error);

  if (self->parser != NULL)
    {
      xmlFreeDoc (self->parser->myDoc);
      self->parser->myDoc = NULL;
      xmlFreeParserCtxt (self->parser);
    }
  g_hash_table_unref (self->elements);

  return read;
}

/**
 * vac_xml_read:
 * @bytes: an XML file
 * @handler: whom to tell
 * @data: for @handler
 * @error: return location for a sentence
 *
 * Returns: whether it was read to its end, or to where the handler stopped; %FALSE with a
 *   %VAC_ERROR_FORMAT
 */
gboolean
vac_xml_read (GBytes              *bytes,
              const VacXmlHandler *handler,
              gpointer             data,
              GError             **error)
{
  const gsize size = g_bytes_get_size (bytes);
  VacXml self;

  begin (&self, handler, data);
  if (size > 0 && size <= G_MAXINT)
    set_parser (&self, xmlCreateMemoryParserCtxt (g_bytes_get_data (bytes, NULL), (int) size));
  if (self.parser != NULL)
    xmlParseDocument (self.parser);

  return end (&self, error);
}

/* More than this at once is not passed to the parser. */
#define MOST_AT_ONCE (1024 * 1024)

static gboolean
take_piece (gpointer      data,
            const guint8 *bytes,
            gsize         size)
{
  VacXml *self = data;
  gsize passed = 0;

  while (passed < size && !self->stopped && !self->has_type && !self->too_deep &&
         self->parser->wellFormed)
    {
      const gsize n = MIN (size - passed, MOST_AT_ONCE);

      xmlParseChunk (self->parser, (const char *) bytes + passed, (int) n, FALSE);
      passed += n;
    }

  return passed == size && !self->stopped;
}

/**
 * vac_xml_read_member:
 * @package: a zip file
 * @name: the path of an XML file in it
 * @handler: whom to tell
 * @data: for @handler
 * @error: return location for a sentence
 *
 * Reads it a piece at a time, so that it is never in memory as a whole.
 *
 * Returns: as vac_xml_read() and vac_package_pass(); what @handler was told before an error is not
 *   to be believed
 */
gboolean
vac_xml_read_member (VacPackage          *package,
                     const char          *name,
                     const VacXmlHandler *handler,
                     gpointer             data,
                     GError             **error)
{
  VacXml self;
  gboolean passed;

  begin (&self, handler, data);
  set_parser (&self, xmlCreatePushParserCtxt (NULL, NULL, NULL, 0, NULL));
  passed = self.parser != NULL && vac_package_pass (package, name, take_piece, &self, error);
  if (!passed)
    {
      end (&self, NULL);
      return FALSE;
    }
  if (!self.stopped && !self.has_type && !self.too_deep)
    xmlParseChunk (self.parser, "", 0, TRUE);

  return end (&self, error);
}

/**
 * vac_xml_stop:
 * @self: what is being read
 *
 * Leaves out the rest of the file; what is open is not ended.
 */
void
vac_xml_stop (VacXml *self)
{
  self->stopped = TRUE;
  xmlStopParser (self->parser);
}

/**
 * vac_xml_get_depth:
 * @self: what is being read
 *
 * Returns: how deep the element that begins is nested, 1 for the outermost, at most
 *   %VAC_XML_MAX_DEPTH
 */
guint
vac_xml_get_depth (VacXml *self)
{
  return self->depth;
}

/**
 * vac_xml_dup:
 * @self: what is being read
 * @attribute: its name, such as "w:val"
 *
 * Returns: (transfer full) (nullable): the value of an attribute of the element that begins
 */
char *
vac_xml_dup (VacXml     *self,
             const char *attribute)
{
  for (int i = 0; i < self->n_attributes; i++)
    {
      const xmlChar **fields = self->attributes + 5 * i;

      if (is_name (attribute, (const char *) fields[0], (const char *) fields[2]))
        {
          GString *value = g_string_new_len ((const char *) fields[3], fields[4] - fields[3]);

          /* How libxml2 passes "&amp;" on, and only in attributes. */
          g_string_replace (value, "&#38;", "&", 0);
          return g_string_free (value, FALSE);
        }
    }

  return NULL;
}

/**
 * vac_xml_get_int:
 * @self: what is being read
 * @attribute: its name
 * @otherwise: what to return when it is not there, or no number
 *
 * Returns: the value of an attribute of the element that begins
 */
int
vac_xml_get_int (VacXml     *self,
                 const char *attribute,
                 int         otherwise)
{
  g_autofree char *value = vac_xml_dup (self, attribute);
  gint64 number;

  return value != NULL &&
         g_ascii_string_to_signed (value, 10, G_MININT, G_MAXINT, &number, NULL)
         ? (int) number : otherwise;
}
