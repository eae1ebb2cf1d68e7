/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-reader"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-error.h"
#include "vac-json.h"
#include "vac-node-build.h"
#include "vac-quote.h"
#include "vac-reader.h"

static const VacJsonToken *
get_token (VacJson *json,
           guint    index)
{
  gsize n_tokens;
  const VacJsonToken *tokens = vac_json_get_tokens (json, &n_tokens);

  g_assert (index < n_tokens);

  return &tokens[index];
}

static guint
find_member (VacJson    *json,
             guint       object,
             const char *name)
{
  const VacJsonToken *token = get_token (json, object);
  guint member = object + 1;

  for (guint i = 0; token->type == VAC_JSON_OBJECT && i < token->count; i++)
    {
      if (vac_json_string_equals (json, member, name))
        return member + 1;
      member = get_token (json, member + 1)->next;
    }

  return 0;
}

static void
set_error_at (VacJson    *json,
              guint       index,
              GError    **error,
              const char *sentence)
{
  guint line, column;

  vac_json_get_position (json, index, &line, &column);
  vac_error_set_at (error, VAC_ERROR_FORMAT, line, column, sentence);
}

/* A kind of file, and how it is told from others. */
typedef struct
{
  VacRole     format;
  VacRole     version;
  gint64      newest;   /* version that this program knows */
  const char *id;
  const char *not_this;
  const char *no_version;
} Kind;

static const Kind posting_kind = {
  .format = VAC_ROLE_FORMAT,
  .version = VAC_ROLE_VERSION,
  .newest = VAC_FORMAT_VERSION,
  .id = VAC_FORMAT_ID,
  .not_this = N_("This is JSON, but not a posting: its format is not “vacancy-posting”."),
  .no_version = N_("The posting does not say which version of the format it has."),
};

static const Kind rating_kind = {
  .format = VAC_ROLE_RATING_FORMAT,
  .version = VAC_ROLE_RATING_VERSION,
  .newest = VAC_RATING_VERSION,
  .id = VAC_RATING_FORMAT_ID,
  .not_this = N_("This is JSON, but no ratings: its format is not “vacancy-rating”."),
  .no_version = N_("The ratings do not say which version of the format they have."),
};

static gboolean
check_format (VacJson    *json,
              const Kind *kind,
              gint64     *version,
              GError    **error)
{
  guint format = find_member (json, 0, vac_schema_get_field (kind->format)->name);
  guint number = find_member (json, 0, vac_schema_get_field (kind->version)->name);

  if (format == 0 || !vac_json_string_equals (json, format, kind->id))
    {
      set_error_at (json, format, error, _(kind->not_this));
      return FALSE;
    }
  if (number == 0 || !vac_json_get_integer (json, number, version) || *version < 1)
    {
      set_error_at (json, number != 0 ? number : format, error, _(kind->no_version));
      return FALSE;
    }

  return TRUE;
}

static VacDocument *
read_json (VacJson     *json,
           const Kind  *kind,
           GError     **error)
{
  g_autoptr (VacNode) root = NULL;
  VacDocument *document;
  gint64 version;

  if (!check_format (json, kind, &version, error))
    return NULL;

  root = vac_node_new_for_json (json, 0,
                                kind == &rating_kind ? vac_schema_get_rating ()
                                                     : vac_schema_get_root (),
                                kind == &posting_kind && version <= VAC_FORMAT_VERSION_PLAIN);
  document = vac_document_new_for_root (root);
  vac_document_set_read_only (document, version > kind->newest);

  return document;
}

static VacDocument *
read_kind (GBytes      *bytes,
           const Kind  *kind,
           GError     **error)
{
  g_autoptr (VacJson) json = vac_json_parse (bytes, error);

  return json != NULL ? read_json (json, kind, error) : NULL;
}

/* What the file says it is: ratings, or else it should be a posting. */
static const Kind *
find_kind (VacJson *json)
{
  guint format = find_member (json, 0, vac_schema_get_field (rating_kind.format)->name);

  return format != 0 && vac_json_string_equals (json, format, rating_kind.id) ? &rating_kind
                                                                              : &posting_kind;
}

/**
 * vac_read_document:
 * @bytes: a file
 * @error: return location for a #VacError, which has a place in @bytes
 *
 * Reads a posting. Nothing of the file is lost: members that the schema does not know, and values
 * of another type than it says, are kept as they are. A file of an older version becomes one of
 * this version, which counts as no change; one of a newer version is read-only.
 *
 * Returns: (transfer full) (nullable): the document
 */
VacDocument *
vac_read_document (GBytes  *bytes,
                   GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return read_kind (bytes, &posting_kind, error);
}

/**
 * vac_read_parsed:
 * @json: a parsed file
 * @error: return location for a #VacError, which has a place in it
 *
 * Does what vac_read_document() does, for who needs places in the file, too.
 *
 * Returns: (transfer full) (nullable): the document
 */
VacDocument *
vac_read_parsed (VacJson  *json,
                 GError  **error)
{
  g_return_val_if_fail (json != NULL, NULL);

  return read_json (json, &posting_kind, error);
}

/**
 * vac_read_rating:
 * @bytes: a file
 * @error: return location for a #VacError, which has a place in @bytes
 *
 * Reads the ratings of a candidate as vac_read_document() reads a posting.
 *
 * Returns: (transfer full) (nullable): a document of that schema
 */
VacDocument *
vac_read_rating (GBytes  *bytes,
                 GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return read_kind (bytes, &rating_kind, error);
}

/**
 * vac_read_any:
 * @bytes: a file
 * @error: return location for a #VacError, which has a place in @bytes
 *
 * Returns: (transfer full) (nullable): the posting or the ratings, as the file says which it is
 */
VacDocument *
vac_read_any (GBytes  *bytes,
              GError **error)
{
  g_autoptr (VacJson) json = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  json = vac_json_parse (bytes, error);

  return json != NULL ? read_json (json, find_kind (json), error) : NULL;
}

/**
 * vac_read_check:
 * @bytes: a file
 * @error: return location for the #VacError that vac_read_any() would report
 *
 * Returns: whether vac_read_any() takes the file; found out without making a document
 */
gboolean
vac_read_check (GBytes  *bytes,
                GError **error)
{
  g_autoptr (VacJson) json = NULL;
  gint64 version;

  g_return_val_if_fail (bytes != NULL, FALSE);

  json = vac_json_parse (bytes, error);

  return json != NULL && check_format (json, find_kind (json), &version, error);
}

/**
 * vac_read_value:
 * @value: a JSON value
 * @field: what it is to be
 * @error: return location for a #VacError; the message has no position
 *
 * Reads one value by itself, as vac_write_value() writes it. One of another type than @field says
 * is kept verbatim, as in a document.
 *
 * Returns: (transfer full) (nullable): a node that belongs to no document yet
 */
VacNode *
vac_read_value (const char     *value,
                const VacField *field,
                GError        **error)
{
  g_autofree char *object = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (VacJson) json = NULL;

  g_return_val_if_fail (value != NULL && field != NULL, NULL);

  /* The gate takes objects only; the line ends keep the value away from the braces. */
  object = g_strdup_printf ("{\"\":\n%s\n}", value);
  bytes = g_bytes_new (object, strlen (object));
  json = vac_json_parse (bytes, NULL);
  if (json == NULL || get_token (json, 0)->count != 1)
    {
      g_autofree char *quoted = vac_quote_shorten (value);

      g_set_error (error, VAC_ERROR, VAC_ERROR_SYNTAX, _("“%s” is not a JSON value."), quoted);
      return NULL;
    }

  return vac_node_new_for_json (json, 2, field, FALSE);
}

static guint
find_step (VacJson    *json,
           guint       index,
           const char *step)
{
  const VacJsonToken *token = get_token (json, index);
  guint64 position;
  guint element = index + 1;

  if (token->type == VAC_JSON_OBJECT)
    return find_member (json, index, step);
  if (token->type != VAC_JSON_ARRAY || token->count == 0 ||
      !g_ascii_string_to_unsigned (step, 10, 0, token->count - 1, &position, NULL))
    return 0;
  for (guint64 i = 0; i < position; i++)
    element = get_token (json, element)->next;

  return element;
}

/**
 * vac_read_position_in:
 * @json: what vac_read_document() reads
 * @path: a path in the document, as vac_node_get_path() gives it
 * @line: (out): from 1
 * @column: (out): in characters, from 1
 *
 * Finds where in a file a value is; for one that the file leaves out, where the value is that would
 * contain it.
 */
void
vac_read_position_in (VacJson *json, const char *path, guint *line, guint *column)
{
  g_auto (GStrv) steps = NULL;
  guint index = 0;

  g_return_if_fail (json != NULL && path != NULL);

  steps = g_strsplit (path, ".", -1);
  for (guint i = 0; steps[i] != NULL; i++)
    {
      guint next = find_step (json, index, steps[i]);

      if (next == 0)
        break;
      index = next;
    }
  vac_json_get_position (json, index, line, column);
}

/**
 * vac_read_position:
 * @bytes: a file that vac_read_document() reads
 * @path: a path in the document, as vac_node_get_path() gives it
 * @line: (out): from 1
 * @column: (out): in characters, from 1
 *
 * Does what vac_read_position_in() does, for one value of a file.
 */
void
vac_read_position (GBytes *bytes, const char *path, guint *line, guint *column)
{
  g_autoptr (VacJson) json = NULL;

  g_return_if_fail (bytes != NULL && path != NULL);

  *line = *column = 1;
  json = vac_json_parse (bytes, NULL);
  if (json != NULL)
    vac_read_position_in (json, path, line, column);
}
