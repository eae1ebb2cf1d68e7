/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-writer"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-error.h"
#include "vac-json.h"
#include "vac-node-build.h"
#include "vac-reader.h"
#include "vac-writer.h"

static void
append_line (GString *out,
             guint    indent)
{
  g_string_append_c (out, '\n');
  for (guint i = 0; i < indent; i++)
    g_string_append (out, "  ");
}

static void
append_money (GString  *out,
              VacMoney  amount)
{
  g_autofree char *number = vac_money_to_text (amount);

  g_string_append (out, number);
}

/* The oldest version that says the same: other programs, and older ones of this, may know no
 * marks. */
static gint64
get_version (VacNode *node,
             gint64   version)
{
  return version == VAC_FORMAT_VERSION && !vac_node_has_marks (vac_node_get_root (node))
             ? VAC_FORMAT_VERSION_PLAIN : version;
}

static void
append_text (GString        *out,
             const VacField *field,
             const char     *text)
{
  gint64 value;
  VacMoney amount;

  g_assert (vac_field_is_leaf (field));

  if (field->kind == VAC_KIND_TOGGLE && (g_str_equal (text, "true") || g_str_equal (text, "false")))
    g_string_append (out, text);
  else if (field->kind == VAC_KIND_INTEGER && vac_node_read_integer (text, &value))
    g_string_append_printf (out, "%" G_GINT64_FORMAT, value);
  else if (vac_field_is_decimal (field) && vac_money_parse (text, &amount))
    append_money (out, amount);
  else
    vac_json_append_string (out, text);
}

static void
append_leaf (GString *out,
             VacNode *node)
{
  gint64 version;

  if (vac_node_get_role (node) == VAC_ROLE_VERSION && vac_node_get_integer (node, &version))
    g_string_append_printf (out, "%" G_GINT64_FORMAT, get_version (node, version));
  else
    append_text (out, vac_node_get_field (node), vac_node_get_text (node));
}

/* What is in a record or list: a comma between two of them, each on a line of its own. */
typedef struct
{
  GString *out;
  gsize    start;     /* after the bracket */
  guint    indent;    /* of those in it */
  gboolean is_list;
} Content;

static Content
open_content (GString *out,
              gboolean is_list,
              guint    indent)
{
  g_string_append_c (out, is_list ? '[' : '{');

  return (Content) { out, out->len, indent + 1, is_list };
}

/* @name is that of a member. */
static void
begin_value (const Content *content,
             const char    *name)
{
  if (content->out->len > content->start)
    g_string_append_c (content->out, ',');
  append_line (content->out, content->indent);
  if (content->is_list)
    return;
  vac_json_append_string (content->out, name);
  g_string_append (content->out, ": ");
}

static void
close_content (const Content *content)
{
  if (content->out->len > content->start)
    append_line (content->out, content->indent - 1);
  g_string_append_c (content->out, content->is_list ? ']' : '}');
}

static void append_unread (GString         *out,
                           const VacUnread *value,
                           guint            indent);

static void
append_child_cb (const VacUnread *child,
                 gpointer         user_data)
{
  const Content *content = user_data;
  g_autofree char *name = content->is_list || child->field != NULL ? NULL
                                                                   : vac_unread_dup_name (child);

  if (!content->is_list && vac_unread_is_empty (child))
    return;
  begin_value (content, name != NULL ? name : child->field->name);
  append_unread (content->out, child, content->indent);
}

/* A value that nobody has asked for is written as a node of it would be, and not made one. */
static void
append_unread (GString         *out,
               const VacUnread *value,
               guint            indent)
{
  g_autofree char *text = vac_unread_dup_text (value);
  g_autofree char *raw = NULL;
  Content content;

  if (text != NULL)
    {
      append_text (out, value->field, text);
      return;
    }
  if (!vac_unread_holds (value))
    {
      raw = vac_unread_dup_raw (value);
      vac_json_append_reindented (out, raw, indent);
      return;
    }
  content = open_content (out, value->field->kind == VAC_KIND_LIST, indent);
  vac_unread_visit (value, append_child_cb, &content);
  close_content (&content);
}

static gboolean
has_own_value (VacNode *node)
{
  if (vac_node_get_kind (node) == VAC_KIND_LIST)
    return vac_node_get_n_children (node) > 0;
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    {
      VacNode *child = vac_node_peek_child (node, i);

      if (child != NULL && !vac_node_is_empty (child))
        return TRUE;
    }

  return *vac_node_get_text (node) != '\0';
}

static void append_node (GString *out,
                         VacNode *node,
                         guint    indent);

/* The version depends on all that the document holds. */
static void
append_child (Content *content,
              VacNode *node,
              guint    position)
{
  VacUnread unread;
  VacNode *child;

  if (vac_node_get_child_role (node, position) != VAC_ROLE_VERSION &&
      vac_node_peek_unread (node, position, &unread))
    {
      append_child_cb (&unread, content);
      return;
    }
  child = vac_node_peek_child (node, position);
  if (child == NULL || (!content->is_list && vac_node_is_empty (child)))
    return;
  begin_value (content, vac_node_get_name (child));
  append_node (content->out, child, content->indent);
}

static void
append_node (GString *out,
             VacNode *node,
             guint    indent)
{
  const char *raw = vac_node_get_raw (node);
  Content content;

  /* A value of another type shows as long as nobody has put one of the right type in its place. */
  if (raw != NULL && !has_own_value (node))
    {
      vac_json_append_reindented (out, raw, indent);
      return;
    }
  if (vac_field_is_leaf (vac_node_get_field (node)))
    {
      append_leaf (out, node);
      return;
    }

  content = open_content (out, vac_node_get_kind (node) == VAC_KIND_LIST, indent);
  for (guint i = 0; i < vac_node_get_n_children (node); i++)
    append_child (&content, node, i);
  close_content (&content);
}

/**
 * vac_write_document:
 * @document: a document
 *
 * The canonical form: members in the file's order or else the schema's, what is empty left out,
 * two spaces a level, one value a line, LF, a line end at the end. The version is the oldest that
 * says the same.
 *
 * Returns: (transfer full): the file
 */
GBytes *
vac_write_document (VacDocument *document)
{
  GString *out;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  out = g_string_sized_new (32 * 1024);
  append_node (out, vac_document_get_root (document), 0);
  g_string_append_c (out, '\n');

  return g_string_free_to_bytes (out);
}

/**
 * vac_write_readable:
 * @document: a document
 * @error: return location for %VAC_ERROR_UNREADABLE, which has no place: it would be one in
 *   a file that is never written
 *
 * What vac_write_document() returns, if vac_read_any() takes it: the indented form may be too
 * large where the file that it came from was not, and values put in by hand may nest too deep.
 * Everything that becomes the file of a posting or of ratings goes through here.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
vac_write_readable (VacDocument *document,
                    GError     **error)
{
  g_autoptr (GBytes) bytes = vac_write_document (document);
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > VAC_JSON_MAX_BYTES)
    {
      g_autofree char *size = g_format_size_full (g_bytes_get_size (bytes),
                                                  G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error, VAC_ERROR, VAC_ERROR_UNREADABLE,
                   _("With one value a line, as it is written, the posting would take up %s, and a "
                     "file above 16 MiB cannot be opened again. Shorten it, or make several "
                     "postings of it."), size);
      return NULL;
    }
  if (!vac_read_check (bytes, &cause))
    {
      g_set_error (error, VAC_ERROR, VAC_ERROR_UNREADABLE,
                   _("What would be written could not be opened again: %s"), cause->message);
      return NULL;
    }

  return g_steal_pointer (&bytes);
}

/**
 * vac_write_value:
 * @node: a node
 *
 * Returns: (transfer full): the node as a file holds it, by itself, without a line end; for an
 *   empty one its empty value
 */
char *
vac_write_value (VacNode *node)
{
  GString *out = g_string_new (NULL);

  append_node (out, node, 0);

  return g_string_free (out, FALSE);
}

/**
 * vac_copy_document:
 * @document: a document
 *
 * Returns: (transfer full): a document with the same content that nobody has changed
 */
VacDocument *
vac_copy_document (VacDocument *document)
{
  g_autoptr (VacNode) root = NULL;

  g_return_val_if_fail (VAC_IS_DOCUMENT (document), NULL);

  root = vac_node_copy (vac_document_get_root (document));

  return vac_document_new_for_root (root);
}
