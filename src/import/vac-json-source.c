/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vac-json-source"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vac-data-text.h"
#include "vac-error.h"
#include "vac-import-private.h"
#include "vac-json-source.h"
#include "vac-money.h"

/**
 * vac_source_new:
 * @json: data of another program, which must outlive the result
 *
 * Returns: (transfer full): the data, nothing of them read yet
 */
VacSource *
vac_source_new (VacJson *json)
{
  VacSource *self = g_new0 (VacSource, 1);
  gsize n_tokens;

  self->json = json;
  self->tokens = vac_json_get_tokens (json, &n_tokens);
  self->used = g_new0 (guint8, n_tokens);
  self->said = g_string_new (NULL);

  return self;
}

/**
 * vac_source_free:
 * @self: (nullable): data
 */
void
vac_source_free (VacSource *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_free (self->places);
  g_free (self->used);
  g_string_free (self->said, TRUE);
  g_free (self);
}

/* Whether the name is one of JSON-LD itself: "@type". */
static gboolean
is_keyword (VacSource *self,
            guint      name)
{
  g_autofree char *text = vac_json_dup_string (self->json, name);

  return *text == '@';
}

static gboolean
is_empty (VacSource *self,
          guint      value)
{
  const VacJsonToken *token = &self->tokens[value];

  for (guint i = value + 1; token->type == VAC_JSON_OBJECT && i < token->next;
       i = self->tokens[i + 1].next)
    if (!is_keyword (self, i))
      return FALSE;
  if (token->type == VAC_JSON_OBJECT)
    return TRUE;

  return token->type == VAC_JSON_NULL || (token->type == VAC_JSON_ARRAY && token->count == 0) ||
         vac_json_string_equals (self->json, value, "");
}

/**
 * vac_source_require:
 * @drafts: (element-type VacDraft): the postings that were found
 * @error: return location for a sentence
 *
 * Returns: whether there is one
 */
gboolean
vac_source_require (GPtrArray  *drafts,
                    GError    **error)
{
  if (drafts->len == 0)
    g_set_error_literal (error, VAC_ERROR, VAC_ERROR_FORMAT, _("There is no posting in it."));

  return drafts->len > 0;
}

/**
 * vac_source_is:
 * @self: data
 * @value: a value, or %VAC_NO_VALUE
 * @type: a kind of value
 *
 * Returns: whether there is such a value
 */
gboolean
vac_source_is (VacSource   *self,
               guint        value,
               VacJsonType  type)
{
  return value != VAC_NO_VALUE && self->tokens[value].type == type;
}

/**
 * vac_source_is_filled:
 * @self: data
 * @value: a value, or %VAC_NO_VALUE
 *
 * Returns: whether there is a value, and anything in it
 */
gboolean
vac_source_is_filled (VacSource *self,
                      guint      value)
{
  return value != VAC_NO_VALUE && !is_empty (self, value);
}

/**
 * vac_source_get:
 * @self: data
 * @object: a value, which need not be an object
 * @name: the name of a member
 *
 * Returns: the member of that name, or %VAC_NO_VALUE
 */
guint
vac_source_get (VacSource  *self,
                guint       object,
                const char *name)
{
  const VacJsonToken *token = &self->tokens[object];

  for (guint i = object + 1; token->type == VAC_JSON_OBJECT && i < token->next;
       i = self->tokens[i + 1].next)
    if (vac_json_string_equals (self->json, i, name))
      return i + 1;

  return VAC_NO_VALUE;
}

static void
list_ids (VacSource *self)
{
  gsize n_tokens;

  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  vac_json_get_tokens (self->json, &n_tokens);
  for (guint i = 0; i < n_tokens; i++)
    {
      const guint id = self->tokens[i].type == VAC_JSON_OBJECT && self->tokens[i].count > 1
                           ? vac_source_get (self, i, "@id") : VAC_NO_VALUE;

      if (vac_source_is (self, id, VAC_JSON_STRING))
        g_hash_table_insert (self->ids, vac_json_dup_string (self->json, id), GUINT_TO_POINTER (i));
    }
}

/**
 * vac_source_follow:
 * @self: data
 * @value: a value
 *
 * References may make data many times as large as their file; the draft says where that was too
 * much to follow them.
 *
 * Returns: the object of the same data that @value refers to by nothing but its "@id", or @value
 */
guint
vac_source_follow (VacSource *self,
                   guint      value)
{
  const guint id = self->tokens[value].count == 1 ? vac_source_get (self, value, "@id")
                                                  : VAC_NO_VALUE;
  g_autofree char *name = NULL;
  gpointer found;
  guint object;
  gsize size;

  if (!vac_source_is (self, id, VAC_JSON_STRING))
    return value;
  if (self->ids == NULL)
    list_ids (self);
  name = vac_json_dup_string (self->json, id);
  if (!g_hash_table_lookup_extended (self->ids, name, NULL, &found))
    return value;

  object = GPOINTER_TO_UINT (found);
  size = self->tokens[object].end - self->tokens[object].start;
  if (size > VAC_IMPORT_MAX_TEXT - self->followed)
    {
      vac_draft_remark_cut (self->draft);
      return value;
    }
  self->followed += size;

  return object;
}

/**
 * vac_source_get_length:
 * @self: data
 * @value: a value, or %VAC_NO_VALUE
 *
 * Returns: how many elements or members it has
 */
guint
vac_source_get_length (VacSource *self,
                       guint      value)
{
  return value != VAC_NO_VALUE ? self->tokens[value].count : 0;
}

/**
 * vac_source_get_first:
 * @self: data
 * @array: a value, which need not be an array
 *
 * Returns: its first element, or %VAC_NO_VALUE
 */
guint
vac_source_get_first (VacSource *self,
                      guint      array)
{
  const VacJsonToken *token = &self->tokens[array];

  return token->type == VAC_JSON_ARRAY && token->count > 0 ? array + 1 : VAC_NO_VALUE;
}

/**
 * vac_source_get_next:
 * @self: data
 * @array: an array
 * @element: one of its elements
 *
 * Returns: the element after it, or %VAC_NO_VALUE
 */
guint
vac_source_get_next (VacSource *self,
                     guint      array,
                     guint      element)
{
  const guint next = self->tokens[element].next;

  return next < self->tokens[array].next ? next : VAC_NO_VALUE;
}

/* The number with a point before its decimals and without an exponent, where it has one. */
static char *
dup_number (VacSource *self,
            guint      value)
{
  g_autofree char *raw = vac_json_dup_raw (self->json, value);
  VacMoney amount;

  return vac_money_parse_json (raw, &amount) ? vac_money_to_text (amount)
                                             : g_steal_pointer (&raw);
}

/**
 * vac_source_get_name:
 * @self: data
 * @thing: an object
 *
 * Returns: the member that says what it is called, or %VAC_NO_VALUE
 */
guint
vac_source_get_name (VacSource *self,
                     guint      thing)
{
  const guint value = vac_source_get (self, thing, "@value");

  return value != VAC_NO_VALUE ? value : vac_source_get (self, thing, "name");
}

/**
 * vac_source_dup_line:
 * @self: data
 * @value: a value, or %VAC_NO_VALUE
 *
 * Returns: (transfer full) (nullable): what it says in one line: a text, a number in digits, or the
 *   name of a thing; %NULL when it says nothing
 */
char *
vac_source_dup_line (VacSource *self,
                     guint      value)
{
  g_autofree char *text = NULL;

  if (vac_source_is (self, value, VAC_JSON_OBJECT))
    value = vac_source_get_name (self, value);
  if (vac_source_is (self, value, VAC_JSON_NUMBER))
    return dup_number (self, value);
  if (!vac_source_is (self, value, VAC_JSON_STRING))
    return NULL;

  text = vac_json_dup_string (self->json, value);
  g_strstrip (g_strdelimit (text, "\t\r\n", ' '));

  return *text != '\0' ? vac_data_text_unescape (text) : NULL;
}

/**
 * vac_source_dup_member:
 * @self: data
 * @object: a value, which need not be an object
 * @name: the name of a member
 *
 * Returns: (transfer full) (nullable): what the member says, as vac_source_dup_line()
 */
char *
vac_source_dup_member (VacSource  *self,
                       guint       object,
                       const char *name)
{
  const guint value = vac_source_get (self, object, name);

  return value != VAC_NO_VALUE ? vac_source_dup_line (self, value) : NULL;
}

static void
list_places (VacSource *self)
{
  gsize n_tokens;

  vac_json_get_tokens (self->json, &n_tokens);
  self->places = g_new0 (VacPlace, n_tokens);
  for (guint i = 0; i < n_tokens; i++)
    {
      const gboolean is_object = self->tokens[i].type == VAC_JSON_OBJECT;
      guint position = 0;

      if (!vac_source_is_container (self, i))
        continue;
      for (guint value = i + 1 + is_object; value < self->tokens[i].next;
           value = self->tokens[value].next + is_object)
        {
          self->places[value] = (VacPlace) { i, position };
          position += !is_object;
        }
    }
}

/* No deeper than the gate lets data be. */
static void
append_path (VacSource *self,
             guint      value,
             guint      start,
             GString   *path)
{
  const VacPlace *place = &self->places[value];
  g_autofree char *name = NULL;

  if (value == start)
    return;
  append_path (self, place->parent, start, path);
  if (self->tokens[place->parent].type == VAC_JSON_OBJECT)
    {
      name = vac_json_dup_string (self->json, value - 1);
      g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", name);
    }
  else
    g_string_append_printf (path, "[%u]", place->position);
}

/**
 * vac_source_dup_path:
 * @self: data
 * @value: a value
 *
 * Returns: (transfer full): the way to it from the posting: "jobLocation[0].address"; from the root
 *   where a posting only refers to it
 */
char *
vac_source_dup_path (VacSource *self,
                     guint      value)
{
  g_autoptr (GString) path = g_string_new (NULL);
  const gboolean inside = value >= self->posting && value < self->tokens[self->posting].next;

  if (self->places == NULL)
    list_places (self);
  append_path (self, value, inside ? self->posting : 0, path);

  return g_string_free (g_steal_pointer (&path), FALSE);
}
